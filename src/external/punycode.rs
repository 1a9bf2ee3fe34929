//! A host's name in any script to the ASCII that is looked up for it (RFC 5891, "xn--"; RFC 3492, Punycode).
//! Names are lower-cased and composed first; the finer mappings of UTS #46 are not made.

use icu::normalizer::ComposingNormalizerBorrowed;

/// The parameters of RFC 3492, section 5.
const BASE: u32 = 36;
const T_MIN: u32 = 1;
const T_MAX: u32 = 26;
const SKEW: u32 = 38;
const DAMP: u32 = 700;
const INITIAL_BIAS: u32 = 72;
const INITIAL_N: u32 = 128;

/// A host's name as it is looked up; `None` where a label is too strange to be one.
pub(super) fn ascii(host: &str) -> Option<String> {
    let host = host.to_lowercase();
    if host.is_ascii() {
        return Some(host);
    }
    let host = ComposingNormalizerBorrowed::new_nfkc().normalize(&host);
    let labels = host.split(['.', '。']).map(|label| {
        if label.is_ascii() {
            Some(label.to_owned())
        } else {
            encode(label).map(|encoded| format!("xn--{encoded}"))
        }
    });
    labels.collect::<Option<Vec<_>>>().map(|all| all.join("."))
}

/// One label, by the procedure of RFC 3492, section 6.3.
fn encode(label: &str) -> Option<String> {
    let letters: Vec<u32> = label.chars().map(u32::from).collect();
    let mut out: String = label.chars().filter(char::is_ascii).collect();
    let basic = u32::try_from(out.len()).ok()?;
    if basic > 0 {
        out.push('-');
    }
    let (mut n, mut delta, mut bias, mut handled) = (INITIAL_N, 0_u32, INITIAL_BIAS, basic);
    let total = u32::try_from(letters.len()).ok()?;
    while handled < total {
        let next = letters.iter().copied().filter(|c| *c >= n).min()?;
        delta = delta.checked_add((next - n).checked_mul(handled + 1)?)?;
        n = next;
        for c in &letters {
            if *c < n {
                delta = delta.checked_add(1)?;
            } else if *c == n {
                push_number(&mut out, delta, bias);
                bias = adapt(delta, handled + 1, handled == basic);
                delta = 0;
                handled += 1;
            }
        }
        delta += 1;
        n += 1;
    }
    Some(out)
}

/// A number in digits whose base varies, the least first.
fn push_number(out: &mut String, number: u32, bias: u32) {
    let mut rest = number;
    for k in (BASE..).step_by(BASE as usize) {
        let threshold = k.saturating_sub(bias).clamp(T_MIN, T_MAX);
        if rest < threshold {
            break;
        }
        out.push(digit(threshold + (rest - threshold) % (BASE - threshold)));
        rest = (rest - threshold) / (BASE - threshold);
    }
    out.push(digit(rest));
}

/// 0 to 25 are a to z, 26 to 35 are 0 to 9.
fn digit(value: u32) -> char {
    let offset = if value < 26 { 0x61 } else { 0x30 - 26 };
    char::from_u32(value + offset).unwrap_or_default()
}

fn adapt(delta: u32, points: u32, is_first: bool) -> u32 {
    let mut delta = if is_first { delta / DAMP } else { delta / 2 };
    delta += delta / points;
    let mut k = 0;
    while delta > (BASE - T_MIN) * T_MAX / 2 {
        delta /= BASE - T_MIN;
        k += BASE;
    }
    k + (BASE - T_MIN + 1) * delta / (delta + SKEW)
}

#[cfg(test)]
mod tests {
    use super::{ascii, encode};

    #[test]
    fn labels_are_encoded_as_the_standard_shows() {
        // RFC 3492, section 7.1: (A) Arabic, (E) Hebrew, (L) Japanese with basic letters.
        for (label, encoded) in [
            ("ليهمابتكلموشعربي؟", "egbpdaj6bu4bxfgehfvwxn"),
            ("למההםפשוטלאמדבריםעברית", "4dbcagdahymbxekheh6e0a7fei0b"),
            ("3年b組金八先生", "3b-ww4c5e180e575a65lsy2b"),
        ] {
            assert_eq!(encode(label).as_deref(), Some(encoded));
        }
    }

    #[test]
    fn hosts_are_encoded_label_by_label() {
        assert_eq!(ascii("Example.ORG").as_deref(), Some("example.org"));
        assert_eq!(
            ascii("www.bücher.example").as_deref(),
            Some("www.xn--bcher-kva.example")
        );
        // The registry of Egypt (IANA root zone: xn--wgbh1c).
        assert_eq!(ascii("موقع.مصر").as_deref(), Some("xn--4gbrim.xn--wgbh1c"));
    }
}

//! A word of a stretch (what stands between two spaces) to what it is: a word, a number, a sign.

use std::ops::Range;

use super::table::Class;

/// What stands between two spaces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) range: Range<usize>,
    pub(super) kind: TokenKind,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// Letters, with whatever stands by them: `C++`, `A4`, `https://example.org/?q=1`.
    Word,
    /// A number that right-to-left text leaves as it is: `2025`, `3,5`, `24/11/2025`.
    Number,
    /// Two numbers with a dash between: `24–27`.
    Range,
    /// Digits and signs that right-to-left text turns round: `-5`, `50%`, `2025-11-24`.
    Quantity,
    /// A sign of calculation.
    Operator,
    /// A dash alone.
    Dash,
    /// Anything else.
    Punctuation,
}

/// Takes a stretch apart. `touches` says whether right-to-left letters stand directly before and behind it, so that a hyphen
/// or a stroke there joins a number to them and is no part of it: `1445هـ/2024م`, `قيمة_1`.
pub(super) fn tokens(stretch: &str, touches: [bool; 2]) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut start = None;
    let ends = stretch
        .char_indices()
        .map(|(at, c)| (at, Class::of(c) == Class::Space))
        .chain([(stretch.len(), true)]);
    for (at, is_space) in ends {
        match (start, is_space) {
            (None, false) => start = Some(at),
            (Some(from), true) => {
                let [before, behind] = touches;
                let touches = [before && from == 0, behind && at == stretch.len()];
                let range = without_joiners(stretch, from..at, touches);
                let kind = kind(&stretch[range.clone()]);
                tokens.push(Token { range, kind });
                start = None;
            }
            _ => {}
        }
    }
    // Where something is equal to something, a dash between spaces is a minus sign.
    if tokens
        .iter()
        .any(|token| &stretch[token.range.clone()] == "=")
    {
        for token in &mut tokens {
            if token.kind == TokenKind::Dash {
                token.kind = TokenKind::Operator;
            }
        }
    }
    tokens
}

/// A number without the signs that join it to the letters that it touches.
fn without_joiners(
    stretch: &str,
    range: Range<usize>,
    [before, behind]: [bool; 2],
) -> Range<usize> {
    let token = &stretch[range.clone()];
    let is_joiner = |c: char| "-–—/_\\@.:=|".contains(c);
    let number = if before {
        token.trim_start_matches(is_joiner)
    } else {
        token
    };
    let start = range.end - number.len();
    let number = if behind {
        number.trim_end_matches(is_joiner)
    } else {
        number
    };
    if has_letter(token) || number.is_empty() {
        range
    } else {
        start..start + number.len()
    }
}

fn has_letter(token: &str) -> bool {
    let mut classes = token.chars().map(Class::of);
    classes.any(|class| matches!(class, Class::Letter(_)))
}

fn kind(token: &str) -> TokenKind {
    if has_letter(token) {
        return TokenKind::Word;
    }
    if token.bytes().any(|byte| byte.is_ascii_digit()) {
        let core = core(token);
        // `::1` is an address.
        return if token.starts_with("::") {
            TokenKind::Quantity
        } else if is_plain_number(core) {
            TokenKind::Number
        } else if is_range(core) {
            TokenKind::Range
        } else {
            TokenKind::Quantity
        };
    }
    if ["-", "–", "—"].contains(&token) {
        return TokenKind::Dash;
    }
    let is_operator = |c| "+-−±×÷*/=<>≤≥≈≠·^&".contains(c);
    if token.chars().all(is_operator) {
        TokenKind::Operator
    } else {
        TokenKind::Punctuation
    }
}

/// A token of digits without the punctuation of the sentence around it.
pub(super) fn core(token: &str) -> &str {
    let is_around = |c| ".,;:!?…()[]{}\"'‘’–—*=|".contains(c);
    token
        .trim_start_matches(is_around)
        .trim_end_matches(is_around)
        .trim_end_matches('-')
}

/// Digits, with single separators between them: these have the order of the digits they separate
/// (UAX #9, W4).
pub(super) fn is_plain_number(text: &str) -> bool {
    text.split(['.', ',', ':', '/']).all(is_digits)
}

pub(super) fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether it says from where to where. A hyphen may stand in a number of another kind too (`15-09`,
/// `0537-710000`), so between hyphens the second number has to be the greater one.
fn is_range(text: &str) -> bool {
    let Some((from, to)) = text.split_once(['-', '–', '—', '−']) else {
        return false;
    };
    let to = to.trim_end_matches('%');
    let from = from.trim_end_matches('%');
    if !is_plain_number(from) || !is_plain_number(to) {
        return false;
    }
    if text.contains(['–', '—']) || [from, to].iter().any(|n| n.contains([':', '/'])) {
        return true;
    }
    let value = |number: &str| number.replace(',', ".").parse::<f64>();
    let is_short = |number: &str| number.len() <= 5 && (!number.starts_with('0') || number == "0");
    let ascends = matches!((value(from), value(to)), (Ok(from), Ok(to)) if from < to);
    is_short(from) && is_short(to) && ascends
}

/// Signs that stand before an amount, and after it.
pub(super) fn is_currency(text: &str) -> bool {
    ["€", "$", "£", "¥", "US$"].contains(&text)
}

/// Units that stand after a number, with a space between.
pub(super) fn is_unit(text: &str) -> bool {
    is_currency(text) || UNITS.split_ascii_whitespace().any(|unit| unit == text)
}

const UNITS: &str = "% ‰ ° °C °F nm µm mm cm dm m km mm² cm² m² km² ha cm³ m³ ml cl L l µg mg g kg t \
    ns µs ms s min h km/h m/s Hz kHz MHz GHz THz W kW MW GW kWh MWh GWh TWh V kV A mA J kJ MJ cal kcal N \
    Pa hPa kPa bar K mol dB b B kb kB KB Mb MB Gb GB Tb TB PB bit bits bytes kbps Mbps Gbps Mbit/s px pt em \
    rem dpi ppi fps rpm MAD DH Dh EUR USD GBP AM PM am pm GMT UTC";

/// The bytes of the first and last of some tokens.
pub(super) fn span(tokens: &[Token]) -> Range<usize> {
    let start = tokens.first().map_or(0, |token| token.range.start);
    start..tokens.last().map_or(start, |token| token.range.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_told_from_what_only_looks_like_one() {
        for (kinds, tokens) in [
            (
                TokenKind::Number,
                "2025 (2025) 3,5 12.500. 24/11/2025 192.168.1.1 2025– 5* [12].",
            ),
            (
                TokenKind::Range,
                "24–27 (24–27), 24-27 2024-2025 3,5–4,2 20–30% 9:00-17:00 2024/2025–2026",
            ),
            (
                TokenKind::Quantity,
                "-5 +3 −2 ±1 50% 25° $100 100€ #5 2025-11-24 15-09 27-24 0537-710000 <5 2+2=4 1//2 (0)5 0661-234567",
            ),
            (TokenKind::Word, "A4 3D 2nd v2.4.1 30°C GHz x+1"),
            (TokenKind::Operator, "+ = × & / ≤"),
            (TokenKind::Dash, "- – —"),
            (TokenKind::Punctuation, "… ( • ?"),
        ] {
            for token in tokens.split(' ') {
                assert_eq!(kind(token), kinds, "{token}");
            }
        }
    }

    #[test]
    fn a_sign_that_joins_a_number_to_a_letter_is_no_part_of_it() {
        for (stretch, touches, number) in [
            ("-16", [true, false], "16"),
            ("/2024", [true, true], "2024"),
            ("1/", [true, true], "1"),
            ("_1", [true, false], "1"),
            (".2/", [true, true], "2"),
            ("5–", [false, true], "5"),
            ("-16", [false, false], "-16"),
            ("+3", [true, false], "+3"),
            ("50%", [true, true], "50%"),
        ] {
            let token = &tokens(stretch, touches)[0];
            assert_eq!(&stretch[token.range.clone()], number);
        }
    }
}

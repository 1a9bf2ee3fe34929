//! Numbers that browsers do not read as such: in digits of Arabic, which are letters to them, or apart from their unit.

use super::fault::Fault;
use crate::locale::text;
use crate::source::latin_digits;

/// Units that no value has as a word of its own.
const UNITS: [&str; 11] = [
    "px", "rem", "em", "ms", "deg", "fr", "pt", "cm", "mm", "vh", "vw",
];

/// Refuses what begins at `at`, with `c`, in a value.
pub(super) fn check(css: &str, at: usize, c: char) -> Result<(), Fault> {
    let (before, rest) = css.split_at(at);
    if c == '#' {
        return colour(css, at);
    }
    if is_arabic_digit(c) {
        let is_digit = |c: char| c.is_ascii_digit() || c == '.';
        let start = before.trim_end_matches(is_digit);
        if before[start.len()..].starts_with('.') {
            // A class, perhaps.
            return Ok(());
        }
        let start = start.strip_suffix('-').unwrap_or(start);
        let is_name = |c: char| c.is_alphanumeric() || "-_.#\\".contains(c);
        if start.ends_with(is_name) {
            return Ok(());
        }
        let is_inside = |c: char| c.is_alphanumeric() || ".٫%٪".contains(c);
        let end = rest.find(|c| !is_inside(c)).unwrap_or(rest.len());
        let range = start.len()..at + end;
        let found = &css[range.clone()];
        let right = latin_digits(found).replace('٫', ".").replace('٪', "%");
        let reason = text!("css-digits", found);
        return Err(Fault::new(range, reason, text!("write", words = right)));
    }
    let number = before.trim_end_matches(' ');
    if number.len() == before.len() || !number.ends_with(|c: char| c.is_ascii_digit()) {
        return Ok(());
    }
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '%');
    let unit = &rest[..end.unwrap_or(rest.len())];
    let digits = number.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
    let is_name = |c: char| c.is_alphanumeric() || "_#".contains(c);
    if !(unit == "%" || UNITS.iter().any(|known| unit.eq_ignore_ascii_case(known)))
        || digits.ends_with(is_name)
    {
        return Ok(());
    }
    let number = &number[digits.len()..];
    let reason = text!("css-unit-apart", number, unit);
    let hint = text!("write", words = format!("{number}{unit}"));
    Err(Fault::new(digits.len()..at + unit.len(), reason, hint))
}

/// Refuses a colour with another number of digits than colours have.
fn colour(css: &str, at: usize) -> Result<(), Fault> {
    let rest = &css[at + 1..];
    let end = rest.find(|c: char| !c.is_alphanumeric() && c != '-' && c != '_');
    let digits = &rest[..end.unwrap_or(rest.len())];
    let is_hex = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    if !is_hex || [3, 4, 6, 8].contains(&digits.len()) {
        return Ok(());
    }
    let range = at..at + 1 + digits.len();
    let reason = text!("css-colour", found = &css[range.clone()]);
    Err(Fault::new(range, reason, text!("css-colour-hint")))
}

/// Refuses a colour with a digit too few or too many, where anything else may stand.
pub(super) fn colour_of_variable(css: &str, at: usize) -> Result<(), Fault> {
    let digits = css[at + 1..].bytes().take_while(u8::is_ascii_hexdigit);
    match digits.take(8).count() {
        5 | 7 => colour(css, at),
        _ => Ok(()),
    }
}

fn is_arabic_digit(c: char) -> bool {
    matches!(c, '٠'..='٩' | '۰'..='۹')
}

#[cfg(test)]
mod tests {
    use super::super::scan::fault;
    use crate::locale::text;

    #[test]
    fn numbers_that_browsers_do_not_read_are_found() {
        for (css, found, right) in [
            ("p { font-size: ١٦px }", "١٦px", "16px"),
            ("p { margin: 0 -٢rem; }", "-٢rem", "-2rem"),
            ("p { width: calc(100% - ٣٫٥em) }", "٣٫٥em", "3.5em"),
            ("p { width: 1٠% }", "1٠%", "10%"),
            (
                "@media (min-width: ۴۰rem) { p { top: 0 } }",
                "۴۰rem",
                "40rem",
            ),
            ("p { margin: 0 1.5 rem }", "1.5 rem", "1.5rem"),
            ("p { width: 50 %; top: 0 }", "50 %", "50%"),
        ] {
            let fault = fault(css).unwrap_or_else(|| panic!("{css}"));
            assert_eq!(&css[fault.range.clone()], found);
            assert_eq!(fault.hint, text!("write", words = right), "{css}");
        }
        for css in [
            ".فقرة١, .١ { top: 0 }",
            "p { content: \"١\"; animation-name: باب١; --x: ١ }",
            "p { flex: 1 1 0; margin: 0 auto; transition: top 2s ease }",
            "p { grid-area: 1 / 2; font: 1rem/1.9 serif; color: #f12 }",
            ":is(.١) { top: 0 }",
        ] {
            assert_eq!(fault(css), None, "{css}");
        }
    }
}

//! The numbers in an attribute, a style sheet or a path.

use cssparser::{ParseError, Parser, ParserInput, Token};

use super::{NUMBER, SMALLEST};

/// The first number of a declaration, a style sheet or an attribute that is further from zero, or closer to it, than any may be.
pub(super) fn out_of_bounds(text: &str) -> Option<String> {
    // Nearly all of them have too few digits.
    if !text.contains(['e', 'E']) && longest_run_of_digits(text) < 7 {
        return None;
    }
    let mut input = ParserInput::new(text);
    first(&mut Parser::new(&mut input))
}

fn first(parser: &mut Parser<'_, '_>) -> Option<String> {
    loop {
        let start = parser.position();
        let (number, opens) = match parser.next_including_whitespace_and_comments().ok()? {
            Token::Number { value, .. }
            | Token::Percentage {
                unit_value: value, ..
            }
            | Token::Dimension { value, .. } => (Some(*value), false),
            Token::Function(_)
            | Token::ParenthesisBlock
            | Token::CurlyBracketBlock
            | Token::SquareBracketBlock => (None, true),
            _ => (None, false),
        };
        if number.is_some_and(|number| is_out_of_bounds(f64::from(number))) {
            return Some(parser.slice_from(start).to_owned());
        }
        if opens {
            let mut found = None;
            // It fails where something is left behind what was found.
            _ = parser.parse_nested_block(|inside| {
                found = first(inside);
                Ok::<_, ParseError<'_, ()>>(())
            });
            if found.is_some() {
                return found;
            }
        }
    }
}

/// The same of a path or of a list of points: letters stand between them, or nothing.
pub(super) fn out_of_bounds_in_path(path: &str) -> Option<&str> {
    let is_digit = |byte: &u8| byte.is_ascii_digit();
    let bytes = path.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let digits = |from: usize| {
            bytes[from..]
                .iter()
                .take_while(|byte| is_digit(byte))
                .count()
        };
        let start = at;
        at += digits(at);
        if bytes.get(at) == Some(&b'.') {
            at += 1 + digits(at + 1);
        }
        if matches!(bytes.get(at), Some(b'e' | b'E')) {
            let sign = usize::from(matches!(bytes.get(at + 1), Some(b'+' | b'-')));
            let exponent = digits((at + 1 + sign).min(bytes.len()));
            at += if exponent > 0 { 1 + sign + exponent } else { 1 };
        }
        let number = path[start..at].trim_end_matches(['e', 'E']);
        if number.parse().is_ok_and(is_out_of_bounds) {
            return Some(number);
        }
    }
    None
}

fn is_out_of_bounds(number: f64) -> bool {
    let size = number.abs();
    !number.is_finite() || size > NUMBER || (size > 0.0 && size < SMALLEST)
}

/// Whether a number, with its unit, is out of bounds because it is too close to zero.
pub(super) fn is_too_small(number: &str) -> bool {
    let end = number.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '%');
    end.parse().is_ok_and(|number: f64| number.abs() < 1.0)
}

fn longest_run_of_digits(text: &str) -> usize {
    let runs = text.split(|c: char| !c.is_ascii_digit()).map(str::len);
    runs.max().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_found_wherever_they_stand() {
        for (text, found) in [
            ("1e39", Some("1e39")),
            ("scale(1e7)", Some("1e7")),
            ("matrix(1 0 0 1 -99999999 0)", Some("-99999999")),
            ("stroke-width:1e9px;fill:#1e99ff", Some("1e9px")),
            (".a{stroke-width:10000000}", Some("10000000")),
            ("#1e99ff", None),
            ("url(#a1e99)", None),
            ("translate(1000000 -20)", None),
            ("0.0000000001", None),
            ("1e-30", Some("1e-30")),
            (
                "0.0000000000000000000000000030",
                Some("0.0000000000000000000000000030"),
            ),
            ("0.0e-9", None),
        ] {
            assert_eq!(out_of_bounds(text).as_deref(), found, "{text}");
        }
    }

    #[test]
    fn numbers_of_paths_need_no_space_between_them() {
        for (path, found) in [
            ("M1e39 0A1 1 0 0 0 1 1", Some("1e39")),
            ("M0-1e7.5.5", Some("1e7")),
            ("m0 0h1000001z", Some("1000001")),
            ("M0 0l.1e8,0", Some("1e8")),
            ("M1e5 0.5.5-1e-9e", None),
            ("M0 0L1000000 1e+6", None),
            ("", None),
            ("e", None),
            ("1e", None),
            ("1.", None),
            ("1e+", None),
        ] {
            assert_eq!(out_of_bounds_in_path(path), found, "{path}");
        }
    }
}

//! What is wrong with a piece of broken TOML, in the words of who writes front matter.

use std::ops::Range;

use super::months::day_in_words;
use super::odd::{is_odd_space, name_of};
use crate::locale::{Text, text};

/// One mistake of a statement.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Cause {
    pub(super) code: &'static str,
    /// The bytes at fault.
    pub(super) range: Range<usize>,
    pub(super) message: Text,
    pub(super) hint: Text,
    /// What to write instead of which bytes, where that can be said.
    pub(super) fix: Option<Replacement>,
}

/// Bytes, and what to write in their place.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Replacement {
    pub(super) range: Range<usize>,
    pub(super) text: String,
    /// Whether nothing else can be meant.
    pub(super) is_safe: bool,
}

impl Cause {
    /// A mistake that is fixed by writing something else in its place.
    pub(super) fn replaced(
        range: Range<usize>,
        message: Text,
        replacement: &str,
        is_safe: bool,
    ) -> Self {
        let hint = if replacement.is_empty() {
            text!("remove-it")
        } else {
            text!("write-instead", words = replacement)
        };
        Self {
            code: "E101",
            range: range.clone(),
            message,
            hint,
            fix: Some(Replacement {
                range,
                text: replacement.to_owned(),
                is_safe,
            }),
        }
    }

    /// A mistake that only its writer can fix.
    pub(super) fn told(range: Range<usize>, message: Text, hint: Text) -> Self {
        Self {
            code: "E101",
            range,
            message,
            hint,
            fix: None,
        }
    }
}

/// A text as TOML's string.
#[must_use]
pub fn quoted(words: &str) -> String {
    let words = words.replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{words}\"")
}

/// What is wrong with a value that stands without quotation marks at `start`, if anything is.
pub(super) fn of_bare_value(value: &str, start: usize) -> Option<Cause> {
    let range = start..start + value.len();
    if is_toml(value) {
        return None;
    }
    if let Some(odd) = value.chars().find(|c| is_odd_space(*c)) {
        let right = value.replace(|c: char| is_odd_space(c) && !c.is_whitespace(), "");
        let right = right.trim();
        if is_no_text(right) {
            let message = text!("toml-invisible", name = name_of(odd));
            let right = unquoted(right).unwrap_or_else(|| right.to_owned());
            return Some(Cause::replaced(range, message, &right, true));
        }
    }
    let (words, replacement) = (value, meant(value));
    Some(match replacement {
        Meant::Digits(number) => {
            let message = text!("toml-digits", value = words);
            Cause::replaced(range, message, &number, true)
        }
        Meant::Dashed(right) => {
            let message = text!("toml-dash", value = words);
            Cause::replaced(range, message, &right, true)
        }
        Meant::Truth(truth) => {
            let message = text!("toml-truth", value = words);
            Cause::replaced(range, message, truth, true)
        }
        Meant::Date(date) => {
            let message = text!("toml-date", value = words);
            Cause::replaced(range, message, &date, false)
        }
        Meant::NoDay => {
            let message = text!("toml-no-day", value = words);
            let cause = Cause::told(range, message, text!("toml-no-day-hint"));
            Cause {
                code: "E105",
                ..cause
            }
        }
        Meant::Number(number) => {
            let message = text!("toml-number", value = words);
            Cause::replaced(range, message, &number, false)
        }
        Meant::Nothing => {
            let message = text!("toml-null", value = words);
            Cause::told(range, message, text!("toml-null-hint"))
        }
        Meant::Words => {
            let message = text!("toml-unquoted", value = words);
            // A quotation mark at one end alone was to be one of two.
            let words = value.trim_matches('"');
            Cause::replaced(range, message, &quoted(words), false)
        }
    })
}

/// Whether a value without quotation marks is a number, a date or the like, in whatever digits.
pub(super) fn is_no_text(value: &str) -> bool {
    is_toml(value) || meant(value) != Meant::Words
}

/// Dashes and minus signs that stand where the hyphen belongs.
const DASHES: [char; 6] = ['\u{2010}', '\u{2011}', '\u{2012}', '–', '—', '−'];

/// What somebody meant with a value that is no TOML.
#[derive(Debug, PartialEq, Eq)]
enum Meant {
    /// A number or date in digits that TOML does not have.
    Digits(String),
    /// A date, or a number below zero, with another dash than the hyphen.
    Dashed(String),
    Truth(&'static str),
    Date(String),
    /// A date that is in no calendar.
    NoDay,
    Number(String),
    Nothing,
    Words,
}

fn meant(value: &str) -> Meant {
    let hyphenated = value.replace(|c| DASHES.contains(&c), "-");
    if hyphenated != value {
        return match meant(&hyphenated) {
            _ if is_toml(&hyphenated) => Meant::Dashed(hyphenated),
            Meant::Digits(right) | Meant::Date(right) => Meant::Dashed(right),
            Meant::NoDay => Meant::NoDay,
            _ => Meant::Words,
        };
    }
    let latin = latin_digits(value);
    if latin != value {
        let number = latin.replace('٬', "").replace('٫', ".");
        match meant(&number) {
            _ if is_toml(&number) => return Meant::Digits(number),
            Meant::Date(date) => return Meant::Date(date),
            Meant::Number(number) => return Meant::Number(number),
            Meant::NoDay => return Meant::NoDay,
            _ => return Meant::Words,
        }
    }
    match value.to_lowercase().as_str() {
        "true" | "yes" | "on" | "نعم" | "صحيح" => return Meant::Truth("true"),
        "false" | "no" | "off" | "لا" | "خطأ" => return Meant::Truth("false"),
        "null" | "nil" | "none" | "~" => return Meant::Nothing,
        _ => {}
    }
    if let Some(parts) = date_parts(value) {
        let [year, month, day] = parts;
        let date = format!("{year:04}-{month:02}-{day:02}");
        return if is_toml(&date) {
            Meant::Date(date)
        } else {
            Meant::NoDay
        };
    }
    number(value).map_or(Meant::Words, Meant::Number)
}

/// The number that is written with marks between its thousands, `1 200`, or with a comma before its fraction, `3,5`.
fn number(value: &str) -> Option<String> {
    let digits = value.trim_start_matches(['+', '-']);
    let sign = if value.starts_with('-') { "-" } else { "" };
    let groups: Vec<&str> = digits
        .split([',', '_', '\'', '٬', ' ', '\u{A0}', '\u{202F}'])
        .collect();
    let are_digits =
        |group: &&str| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit());
    let (first, others) = groups
        .split_first()
        .filter(|_| groups.iter().all(are_digits))?;
    let (whole, fraction) = match others {
        _ if others.iter().all(|group| group.len() == 3) => (groups.concat(), String::new()),
        [fraction] if digits.contains(',') => ((*first).to_owned(), format!(".{fraction}")),
        _ => return None,
    };
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    Some(format!("{sign}{whole}{fraction}"))
}

/// Year, month and day of what is written as a date: `24/11/2025`, `2025/11/24`, `2025-1-4`. The day stands before the month,
/// as in Arabic and French.
fn date_parts(value: &str) -> Option<[u32; 3]> {
    let separator = value.chars().find(|c| "/-.".contains(*c))?;
    let parts: Vec<&str> = value.split(separator).collect();
    let [first, second, third] = parts.try_into().ok()?;
    let is_number = |part: &&str| {
        (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    let numbers = [first, second, third].map(|part| Some(part).filter(is_number)?.parse().ok());
    let [first_number, second_number, third_number] = numbers;
    let (first_number, second_number, third_number) =
        (first_number?, second_number?, third_number?);
    match (first.len(), third.len()) {
        (4, 1..=2) => Some([first_number, second_number, third_number]),
        (1..=2, 4) => Some([third_number, second_number, first_number]),
        _ => None,
    }
}

/// The text with the digits of Arabic and Persian as Latin ones.
pub(crate) fn latin_digits(text: &str) -> String {
    let latin = |c| {
        let digit = match c {
            '٠'..='٩' => u32::from(c) - u32::from('٠'),
            '۰'..='۹' => u32::from(c) - u32::from('۰'),
            _ => return c,
        };
        char::from_digit(digit, 10).unwrap_or(c)
    };
    text.chars().map(latin).collect()
}

/// What a string would be as another value of TOML, if it would be any: `13` for `"13"` and `"١٣"`, `2025-11-24` for
/// `"24/11/2025"`.
pub(crate) fn unquoted(words: &str) -> Option<String> {
    let words = words.trim();
    if is_toml(words) {
        return Some(words.to_owned());
    }
    match meant(words) {
        Meant::Digits(value) | Meant::Dashed(value) | Meant::Date(value) | Meant::Number(value) => {
            Some(value)
        }
        Meant::Truth(truth) => Some(truth.to_owned()),
        Meant::Words => day_in_words(&latin_digits(words)),
        Meant::NoDay | Meant::Nothing => None,
    }
}

/// Whether TOML takes this as a value.
fn is_toml(value: &str) -> bool {
    let document = format!("x = {value}\n");
    !value.contains('\n') && toml::de::DeTable::parse(&document).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_meant_is_what_toml_would_write() {
        for (value, expected) in [
            ("٤", Meant::Digits("4".into())),
            ("٢٠٢٥-١١-٢٤", Meant::Digits("2025-11-24".into())),
            ("۱۲", Meant::Digits("12".into())),
            ("١٬٢٠٠", Meant::Digits("1200".into())),
            ("٣٫٥", Meant::Digits("3.5".into())),
            ("٢٤/١١/٢٠٢٥", Meant::Date("2025-11-24".into())),
            ("2025–11–24", Meant::Dashed("2025-11-24".into())),
            ("٢٠٢٥–١١–٢٤", Meant::Dashed("2025-11-24".into())),
            ("−5", Meant::Dashed("-5".into())),
            ("أ – ب", Meant::Words),
            ("True", Meant::Truth("true")),
            ("no", Meant::Truth("false")),
            ("نعم", Meant::Truth("true")),
            ("24/11/2025", Meant::Date("2025-11-24".into())),
            ("2025/11/4", Meant::Date("2025-11-04".into())),
            ("2025-1-4", Meant::Date("2025-01-04".into())),
            ("2025-02-30", Meant::NoDay),
            ("31/2/2025", Meant::NoDay),
            ("013", Meant::Number("13".into())),
            ("1,200", Meant::Number("1200".into())),
            ("1 200", Meant::Number("1200".into())),
            ("1,200,000", Meant::Number("1200000".into())),
            ("3,0", Meant::Number("3.0".into())),
            ("-03,25", Meant::Number("-3.25".into())),
            ("05 37 71", Meant::Words),
            ("1,20,300", Meant::Words),
            ("-007", Meant::Number("-7".into())),
            ("null", Meant::Nothing),
            ("noun", Meant::Words),
            ("كينيا", Meant::Words),
            ("١ ب", Meant::Words),
        ] {
            assert_eq!(meant(value), expected, "{value}");
        }
    }

    #[test]
    fn toml_s_own_values_are_right_as_they_are() {
        for value in [
            "13",
            "-0.5",
            "1_000",
            "0x3E8",
            "true",
            "2025-11-24",
            "inf",
            "\"a\"",
            "[1]",
        ] {
            assert_eq!(of_bare_value(value, 0), None, "{value}");
        }
    }
}

//! Numbers in Latin digits: thousands that a plain space parts, ranges with a hyphen. Both fall apart, or turn round,
//! when the line is laid out. Phone numbers, dates, scores and the numbers of laws look much the same, and are not
//! touched. A hyphen after an Arabic letter is laid out as a dash is (UAX #9, W2): such ranges are right.

use super::character::{is_arabic, is_closer, is_closing_mark, is_opener, is_space};
use super::finding::{Replacement, Rule};
use super::numerals::Numerals;
use super::scan::Scan;
use super::surroundings::{after, before, stem, words_before};

/// Words near which digits in groups are no quantity.
const CODES: [&str; 12] = [
    "هاتف",
    "فاكس",
    "رقم",
    "حساب",
    "بريدي",
    "بريد",
    "جوال",
    "محمول",
    "رمز",
    "نقال",
    "مكتب",
    "تعريف",
];

/// Words near which a hyphen between numbers is no range: laws, results, models, standards.
const PAIRS: [&str; 36] = [
    "رقم",
    "أرقام",
    "قانون",
    "قوانين",
    "ظهير",
    "مرسوم",
    "قرار",
    "ملف",
    "قضية",
    "دورية",
    "مذكرة",
    "نتيجة",
    "فوز",
    "فاز",
    "هزيمة",
    "خسر",
    "تعادل",
    "هزم",
    "مباراة",
    "بوينغ",
    "طراز",
    "إصدار",
    "معيار",
    "مواصفة",
    "آيزو",
    "كوفيد",
    "صيغة",
    "رمز",
    "لوحة",
    "هاتف",
    "فاكس",
    "فصيلة",
    "نظام",
    "تشكيلة",
    "شوط",
    "بطاقة",
];

/// Words after which two single digits with a hyphen are a range all the same.
const RANGES: [&str; 16] = [
    "صفحات",
    "صفحة",
    "فقرات",
    "مواد",
    "أيام",
    "سنوات",
    "أشهر",
    "ساعات",
    "فصول",
    "أعمار",
    "بين",
    "من",
    "نحو",
    "حوالي",
    "آيات",
    "أبيات",
];

impl Scan<'_> {
    /// Judges the number that begins at a byte, and says where it ends.
    pub(super) fn number(&mut self, at: usize) -> usize {
        let first = digits(self.text, at);
        if self.begins(at) {
            if let Some(end) = self.thousands(at, first) {
                return end;
            }
            if let Some(end) = self.number_range(at, first) {
                return end;
            }
        }
        self.latin_number(at..at + first.len());
        at + first.len()
    }

    /// Whether the number is the first part of what it belongs to.
    fn begins(&self, at: usize) -> bool {
        before(self.text, at).is_none_or(|c| c.is_whitespace() || is_opener(c) || is_arabic(c))
    }

    /// Whether nothing of a longer number, a time, a date follows.
    fn ends(&self, at: usize) -> bool {
        let next = after(self.text, at);
        let then = next.and_then(|c| after(self.text, at + c.len_utf8()));
        let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        match next {
            None | Some('%') => true,
            Some(c) if is_space(c) => !is_digit(then),
            Some(',' | '.' | ':') => !is_digit(then),
            Some(c) => c.is_whitespace() || is_closer(c) || is_closing_mark(c) || is_arabic(c),
        }
    }

    fn thousands(&mut self, at: usize, first: &str) -> Option<usize> {
        let mut end = at + first.len();
        let mut groups = vec![first];
        while let Some(rest) = self.text[end..].strip_prefix(' ') {
            let group = digits(rest, 0);
            if group.len() != 3 {
                break;
            }
            groups.push(group);
            end += 1 + group.len();
        }
        let is_first = first.len() < 4 && !first.starts_with('0');
        let stands_alone = !self.text[..at]
            .trim_end_matches(is_space)
            .ends_with(|c: char| c.is_ascii_digit());
        if groups.len() < 2 || !is_first || !stands_alone || !self.ends(end) {
            return None;
        }
        let is_code = words_before(self.text, at).take(3).any(|word| {
            CODES.contains(&stem(word)) || word.starts_with(|c: char| c.is_ascii_alphabetic())
        });
        if !is_code {
            let group = self.thousands_sign();
            self.find(
                Rule::Thousands,
                at..end,
                Replacement::likely(groups.join(&group)),
            );
        }
        Some(end)
    }

    /// What parts thousands in Latin digits: the language's own sign where it uses them.
    fn thousands_sign(&self) -> String {
        let Numerals { group, .. } = self.rules.digits;
        if self.rules.digits.are_latin() {
            group.to_string()
        } else {
            "\u{202F}".to_owned()
        }
    }

    fn number_range(&mut self, at: usize, first: &str) -> Option<usize> {
        let middle = at + first.len();
        let second = digits(self.text[middle..].strip_prefix('-')?, 0);
        let end = middle + 1 + second.len();
        let number = |digits: &str| {
            let is_number = (1..=4).contains(&digits.len()) && !digits.starts_with('0');
            digits.parse::<u32>().ok().filter(|_| is_number)
        };
        let grows = number(first)? < number(second)?;
        if !grows || !self.ends(end) {
            return None;
        }
        let line = self.line_seen(at);
        let mut near = words_before(line, line.len()).take(3);
        let is_pair = near.any(|word| {
            PAIRS.contains(&stem(word))
                || PAIRS.contains(&word)
                || word.ends_with(|c: char| c.is_ascii_alphanumeric())
        });
        // `3-1` and `1-2` are scores more often than ranges.
        let is_told = first.len() + second.len() > 2 || {
            let last = words_before(line, line.len()).next().unwrap_or_default();
            RANGES.contains(&stem(last)) || RANGES.contains(&last)
        };
        if !is_pair && is_told && !self.follows_arabic(at) {
            self.find(
                Rule::NumberRange,
                at..end,
                Replacement::likely(format!("{first}–{second}")),
            );
        }
        Some(end)
    }

    /// Whether the last letter before a byte of a line is Arabic, but for what is isolated: code, marked phrases, words of other
    /// scripts.
    fn follows_arabic(&self, at: usize) -> bool {
        let line = self.line_seen(at);
        let start = at - line.len();
        let letters = line.char_indices().rev();
        let letters = letters.map(|(at, c)| (start + at, c));
        let is_rtl = |c| matches!(c, '\u{590}'..='\u{8FF}');
        let mut letters = letters.filter(|(_, c)| c.is_alphabetic() && is_rtl(*c));
        let last = letters.find(|(at, _)| !self.opaque.iter().any(|opaque| opaque.contains(at)));
        last.is_some_and(|(_, c)| is_arabic(c))
    }
}

/// The digits from a byte on.
fn digits(text: &str, at: usize) -> &str {
    let rest = &text[at..];
    let end = rest.find(|c: char| !c.is_ascii_digit());
    &rest[..end.unwrap_or(rest.len())]
}

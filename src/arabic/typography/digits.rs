//! The digits of a language, and the numbers that are written in others.

use std::ops::Range;

use super::character::{is_arabic, is_closer, is_closing_mark, is_space};
use super::scan::Scan;
use super::surroundings::{after, before, is_in_address};
use super::{Mend, Rule, Slip};
use crate::arabic::{Language, Number, NumberStyle};

/// How a language writes numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Digits {
    /// Its digit zero; the nine others follow it.
    zero: char,
    /// Between thousands.
    pub(super) group: char,
    /// Before a fraction.
    decimal: char,
}

impl Digits {
    pub(super) fn of(language: &Language) -> Self {
        let number = Number::from_float(12_345.5);
        let shown = number.map(|number| language.written(&number, NumberStyle::default()));
        let shown: Vec<char> = shown.unwrap_or_default().chars().collect();
        let signs: Vec<char> = shown.iter().copied().filter(|c| !c.is_numeric()).collect();
        Self {
            zero: language.number(0).chars().next().unwrap_or('0'),
            group: signs.first().copied().unwrap_or('.'),
            decimal: signs.last().copied().unwrap_or(','),
        }
    }

    pub(super) fn are_latin(&self) -> bool {
        self.zero == '0'
    }

    fn has(&self, digit: char) -> bool {
        (self.zero..).take(10).any(|own| own == digit)
    }

    /// A number in the language's own digits and signs.
    fn rewritten(&self, number: &str) -> String {
        let own = |c: char| match value(c) {
            Some(value) => char::from_u32(u32::from(self.zero) + value).unwrap_or(c),
            None if c == '٬' => self.group,
            None if c == '٫' => self.decimal,
            None => c,
        };
        number.chars().map(own).collect()
    }
}

/// What a digit of the Latin, the Arabic or the Persian set is worth.
fn value(c: char) -> Option<u32> {
    let zero = match c {
        '0'..='9' => '0',
        '٠'..='٩' => '٠',
        '۰'..='۹' => '۰',
        _ => return None,
    };
    Some(u32::from(c) - u32::from(zero))
}

impl Scan<'_> {
    /// Judges a number in Arabic or Persian digits, and says where it ends.
    pub(super) fn other_digits(&mut self, at: usize) -> usize {
        let rest = &self.text[at..];
        let is_part = |c: char| value(c).is_some() || matches!(c, '٬' | '٫');
        let number = &rest[..rest.find(|c| !is_part(c)).unwrap_or(rest.len())];
        let number = number.trim_end_matches(['٬', '٫']);
        let end = at + number.len();
        // After U+06DD stands the number of a verse.
        let is_verse = before(self.text, at) == Some('\u{6DD}');
        if number
            .chars()
            .all(|c| value(c).is_none() || self.rules.digits.has(c))
        {
            self.found.has_own_digits = true;
        } else if !is_verse {
            let mend = Mend::likely(self.rules.digits.rewritten(number));
            self.slip(Rule::Digits, at..end, mend);
        }
        end
    }

    /// Notes a number in Latin digits that stands among words, where the language has digits of its own.
    pub(super) fn latin_number(&mut self, range: Range<usize>) {
        if self.rules.digits.are_latin() || is_in_address(self.text, &range) {
            return;
        }
        let head = self.text[..range.start].trim_end_matches(is_space);
        let tail = self.text[range.end..].trim_start_matches(is_space);
        let ends = after(self.text, range.end)
            .is_none_or(|c| is_space(c) || is_arabic(c) || is_closing_mark(c) || is_closer(c));
        if head.ends_with(is_arabic)
            && ends
            && !tail.starts_with(|c: char| c.is_ascii_alphanumeric())
        {
            let mend = Mend::likely(self.rules.digits.rewritten(&self.text[range.clone()]));
            self.found.latin_numbers.push(Slip {
                rule: Rule::Digits,
                range,
                mend,
                reason: None,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Digits;
    use crate::arabic::Language;

    #[test]
    fn a_language_has_digits_and_signs() {
        let of = |tag: &str| Digits::of(&Language::new(tag).unwrap());
        let maghribi = of("ar-MA");
        assert!(maghribi.are_latin() && maghribi.has('7') && !maghribi.has('٧'));
        assert_eq!(maghribi.rewritten("١٬٢٠٠٫٥"), "1.200,5");
        let masri = of("ar-EG");
        assert!(masri.has('٧') && !masri.has('۷'));
        assert_eq!(masri.rewritten("۱۲"), "١٢");
    }
}

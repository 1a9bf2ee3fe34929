//! The digits of a language and the signs between them.

use crate::arabic::{Language, Number, NumberStyle};

/// How a language writes numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Numerals {
    /// Its digit zero; the nine others follow it.
    zero: char,
    /// Between thousands.
    pub(super) group: char,
    /// Before a fraction.
    decimal: char,
}

impl Numerals {
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

    pub(super) fn has(&self, digit: char) -> bool {
        (self.zero..).take(10).any(|own| own == digit)
    }

    /// A number in the language's own digits and signs.
    pub(super) fn rewritten(&self, number: &str) -> String {
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
pub(super) fn value(c: char) -> Option<u32> {
    let zero = match c {
        '0'..='9' => '0',
        '٠'..='٩' => '٠',
        '۰'..='۹' => '۰',
        _ => return None,
    };
    Some(u32::from(c) - u32::from(zero))
}

#[cfg(test)]
mod tests {
    use super::Numerals;
    use crate::arabic::Language;

    #[test]
    fn a_language_has_digits_and_signs() {
        let of = |tag: &str| Numerals::of(&Language::new(tag).unwrap());
        let maghribi = of("ar-MA");
        assert!(maghribi.are_latin() && maghribi.has('7') && !maghribi.has('٧'));
        assert_eq!(maghribi.rewritten("١٬٢٠٠٫٥"), "1.200,5");
        let masri = of("ar-EG");
        assert!(masri.has('٧') && !masri.has('۷'));
        assert_eq!(masri.rewritten("۱۲"), "١٢");
    }
}

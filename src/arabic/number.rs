//! Numbers to text, with the digits, separators and signs of the language.
//! Never for years, codes or phone numbers: those are not quantities and take no grouping.

use icu::decimal::input::Decimal;

use super::Language;
use super::invisible::without_bidi_controls;

impl Language {
    /// A whole number: `12500` is `12.500` in ar-MA. The sign comes without bidi controls, so a negative
    /// number inside Arabic has to be isolated.
    #[must_use]
    pub fn number(&self, n: i64) -> String {
        self.written(&Decimal::from(n))
    }

    /// A number with as many decimals as tell it from its neighbours: `3.5` is `3,5` in ar-MA.
    /// What has no digits is written as Rust does: `NaN`, `inf`, `-inf`.
    #[must_use]
    pub fn decimal(&self, n: f64) -> String {
        // Adding zero takes the sign off a negative zero.
        let digits = (n + 0.0).to_string();
        match Decimal::try_from_str(&digits) {
            Ok(decimal) => self.written(&decimal),
            Err(_) => digits,
        }
    }

    fn written(&self, decimal: &Decimal) -> String {
        without_bidi_controls(self.decimals.format_to_string(decimal))
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn maghribi_writes_latin_digits_with_its_own_separators() {
        let maghribi = Language::new("ar-MA").unwrap();
        assert_eq!(maghribi.number(0), "0");
        assert_eq!(maghribi.number(196), "196");
        assert_eq!(maghribi.number(12_500), "12.500");
        assert_eq!(maghribi.number(1_200_000), "1.200.000");
        assert_eq!(maghribi.number(-1_234), "-1.234");
        assert_eq!(maghribi.number(i64::MIN), "-9.223.372.036.854.775.808");
        assert_eq!(maghribi.decimal(3.5), "3,5");
        assert_eq!(maghribi.decimal(-12_500.25), "-12.500,25");
        assert_eq!(maghribi.decimal(0.1), "0,1");
        assert_eq!(maghribi.decimal(7.0), "7");
        assert_eq!(maghribi.decimal(-0.0), "0");
    }

    #[test]
    fn other_languages_write_their_own() {
        let number = |tag: &str| Language::new(tag).unwrap().number(-12_500);
        assert_eq!(number("en"), "-12,500");
        assert_eq!(number("fr"), "-12\u{202F}500");
        assert_eq!(number("ar-EG"), "-١٢٬٥٠٠");
        assert_eq!(number("ar-EG-u-nu-latn"), "-12,500");
        assert_eq!(number("fa"), "−۱۲٬۵۰۰");
        assert_eq!(Language::new("ar-EG").unwrap().decimal(3.5), "٣٫٥");
    }

    #[test]
    fn what_has_no_digits_does_not_panic() {
        let maghribi = Language::new("ar-MA").unwrap();
        assert_eq!(maghribi.decimal(f64::NAN), "NaN");
        assert_eq!(maghribi.decimal(f64::INFINITY), "inf");
        assert_eq!(maghribi.decimal(f64::NEG_INFINITY), "-inf");
        assert!(maghribi.decimal(f64::MAX).starts_with("179.769"));
        assert!(maghribi.decimal(f64::MIN_POSITIVE).starts_with("0,000"));
    }
}

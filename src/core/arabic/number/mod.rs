//! Numbers to text, with the digits, separators and signs of the language.
//! Codes and phone numbers are no quantities, and never come here; years do, without grouping.

use icu::decimal::input::{Decimal, SignDisplay};

use super::invisible::without_bidi_controls;
use super::language::Language;

/// A number, digit by digit: nothing is lost on its way to text.
#[derive(Debug, Clone, PartialEq)]
pub struct Number(pub(super) Decimal);

impl From<i64> for Number {
    fn from(n: i64) -> Self {
        Self(n.into())
    }
}

impl Number {
    /// The number with as many decimals as tell it from its neighbours; `None` for what has no digits (`NaN`, the
    /// infinities).
    #[must_use]
    pub fn from_float(n: f64) -> Option<Self> {
        // Adding zero takes the sign off a negative zero.
        Decimal::try_from_str(&(n + 0.0).to_string()).ok().map(Self)
    }
}

/// How a number is written. The default is as it comes: grouped, with a sign where it is negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct NumberStyle {
    /// How many decimals there are, rounded half to even or filled up with zeros; by default as many as the number has.
    pub decimals: Option<u8>,
    /// Which numbers have a sign.
    pub sign: Sign,
    /// Whether the digits are separated into groups.
    pub grouping: Grouping,
}

/// Which numbers have a sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sign {
    /// Those below zero.
    #[default]
    Negative,
    /// All but zero: `+5`.
    Always,
}

/// Whether the digits are separated into groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Grouping {
    /// As the language does: `12.500`.
    #[default]
    Usual,
    /// Not at all, as in years: `2025`.
    None,
}

impl Language {
    /// A whole number: `12500` is `12.500` in ar-MA. The sign comes without bidi controls, so a negative
    /// number inside Arabic has to be isolated.
    #[must_use]
    pub fn number(&self, n: i64) -> String {
        self.written(&n.into(), NumberStyle::default())
    }

    /// A number in a style: `3.5` is `3,5` in ar-MA, and `3,50` with two decimals. Without bidi controls, as
    /// [`number`](Self::number).
    #[must_use]
    pub fn written(&self, number: &Number, style: NumberStyle) -> String {
        let Number(mut decimal) = number.clone();
        if let Some(decimals) = style.decimals {
            let last = -i16::from(decimals);
            decimal.round(last);
        }
        // What was rounded to nothing is neither below nor above it.
        decimal.apply_sign_display(match style.sign {
            Sign::Negative => SignDisplay::Negative,
            Sign::Always => SignDisplay::ExceptZero,
        });
        let formatter = match style.grouping {
            Grouping::Usual => &self.grouped_digits,
            Grouping::None => &self.plain_digits,
        };
        without_bidi_controls(formatter.format_to_string(&decimal))
    }

    /// A share of one as a percentage: `0.45` is `45%` in ar-MA and `٤٥٪` in ar-EG. The style is that of the
    /// number before the sign.
    #[must_use]
    pub fn percent(&self, share: &Number, style: NumberStyle) -> String {
        let Number(mut hundredfold) = share.clone();
        hundredfold.absolute.multiply_pow10(2);
        hundredfold.absolute.trim_start();
        let number = self.written(&Number(hundredfold), style);
        let sign = match self.number(0).as_str() {
            "٠" | "۰" => '٪',
            _ => '%',
        };
        match self.subtag() {
            language if SIGN_APART.contains(&language) => format!("{number}\u{A0}{sign}"),
            "tr" | "ku" => format!("{sign}{number}"),
            "eu" => format!("{sign}\u{A0}{number}"),
            _ => format!("{number}{sign}"),
        }
    }
}

/// The languages that put a space before the sign of percentages, by the percent patterns of CLDR 48. Those of
/// a country that does otherwise (fr-CH) are written as the language is.
const SIGN_APART: [&str; 44] = [
    "bas", "be", "br", "bua", "ca", "ce", "ckb", "cs", "cv", "da", "de", "dsb", "dua", "dz", "es",
    "fi", "fo", "fr", "gl", "gsw", "hr", "hsb", "ht", "kl", "ksh", "lb", "lt", "mk", "nb", "nds",
    "nn", "no", "qu", "rn", "ro", "ru", "se", "sk", "sl", "smn", "sv", "tk", "tt", "zgh",
];

#[cfg(test)]
mod tests;

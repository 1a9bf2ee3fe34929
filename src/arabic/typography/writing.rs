//! The writing system of a language: what is wrong in Arabic may be right in Persian.

use icu::locale::{Locale, LocaleExpander};

/// How a language is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Writing {
    /// Arabic, in its own script.
    Arabic,
    /// Another language in Arabic script.
    ArabicScript,
    /// In any other script.
    Other,
}

/// Arabic and the languages that ISO 639-3 counts as parts of it.
const ARABIC: [&str; 30] = [
    "ar", "aao", "abh", "abv", "acm", "acq", "acw", "acx", "acy", "adf", "aeb", "aec", "afb",
    "apc", "apd", "arb", "arq", "ars", "ary", "arz", "auz", "avl", "ayh", "ayl", "ayn", "ayp",
    "pga", "shu", "ssh", "ajp",
];

impl Writing {
    /// How the language of a tag is written.
    pub(super) fn of(tag: &str) -> Self {
        let Ok(mut locale) = Locale::try_from_str(tag) else {
            return Self::Other;
        };
        LocaleExpander::new_extended().maximize(&mut locale.id);
        let is_in_arabic = locale
            .id
            .script
            .is_some_and(|script| script.as_str() == "Arab");
        match is_in_arabic {
            true if ARABIC.contains(&locale.id.language.as_str()) => Self::Arabic,
            true => Self::ArabicScript,
            false => Self::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Writing;

    #[test]
    fn the_script_decides_and_then_the_language() {
        for tag in ["ar", "ar-MA", "ary", "arz-EG", "ar-EG-u-nu-latn"] {
            assert_eq!(Writing::of(tag), Writing::Arabic, "{tag}");
        }
        for tag in ["fa", "ur", "ckb", "ps", "uz-Arab", "pa-PK"] {
            assert_eq!(Writing::of(tag), Writing::ArabicScript, "{tag}");
        }
        for tag in ["he", "ar-Latn", "fr", "zgh", "uz"] {
            assert_eq!(Writing::of(tag), Writing::Other, "{tag}");
        }
    }
}

//! The writing system of a language: what is wrong in Arabic may be right in Persian.

use icu::locale::{Locale, LocaleExpander};

use super::latin::Tongue;

/// How a language is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Writing {
    /// Arabic, in its own script.
    Arabic,
    /// Another language in Arabic script.
    ArabicScript,
    /// French or English.
    Latin(Tongue),
    /// Tamazight in Tifinagh.
    Tifinagh,
    /// Any other language.
    Other,
}

/// Arabic and the languages that ISO 639-3 counts as parts of it.
const ARABIC: [&str; 30] = [
    "ar", "aao", "abh", "abv", "acm", "acq", "acw", "acx", "acy", "adf", "aeb", "aec", "afb",
    "apc", "apd", "arb", "arq", "ars", "ary", "arz", "auz", "avl", "ayh", "ayl", "ayn", "ayp",
    "pga", "shu", "ssh", "ajp",
];

impl Writing {
    /// Whether it is in Arabic script.
    pub(super) fn is_arabic_script(self) -> bool {
        matches!(self, Self::Arabic | Self::ArabicScript)
    }

    /// How the language of a tag is written.
    pub(super) fn of(tag: &str) -> Self {
        let Ok(mut locale) = Locale::try_from_str(tag) else {
            return Self::Other;
        };
        LocaleExpander::new_extended().maximize(&mut locale.id);
        let script = locale.id.script.map(|script| script.as_str().to_owned());
        match (script.as_deref(), locale.id.language.as_str()) {
            (Some("Arab"), language) if ARABIC.contains(&language) => Self::Arabic,
            (Some("Arab"), _) => Self::ArabicScript,
            (Some("Latn"), "en") => Self::Latin(Tongue::English),
            (Some("Latn"), "fr") => {
                let mut parts = tag.split('-').skip(1);
                let has_spaces = !parts.any(|part| matches!(part, "CA" | "CH"));
                Self::Latin(Tongue::French { has_spaces })
            }
            (Some("Tfng"), "zgh") => Self::Tifinagh,
            _ => Self::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Tongue, Writing};

    #[test]
    fn the_script_decides_and_then_the_language() {
        for tag in ["ar", "ar-MA", "ary", "arz-EG", "ar-EG-u-nu-latn"] {
            assert_eq!(Writing::of(tag), Writing::Arabic, "{tag}");
        }
        for tag in ["fa", "ur", "ckb", "ps", "uz-Arab", "pa-PK"] {
            assert_eq!(Writing::of(tag), Writing::ArabicScript, "{tag}");
        }
        for (tag, has_spaces) in [("fr", true), ("fr-MA", true), ("fr-CA", false)] {
            let french = Writing::Latin(Tongue::French { has_spaces });
            assert_eq!(Writing::of(tag), french, "{tag}");
        }
        assert_eq!(Writing::of("en-GB"), Writing::Latin(Tongue::English));
        assert_eq!(Writing::of("zgh"), Writing::Tifinagh);
        for tag in ["he", "ar-Latn", "de", "zgh-Latn", "uz"] {
            assert_eq!(Writing::of(tag), Writing::Other, "{tag}");
        }
    }
}

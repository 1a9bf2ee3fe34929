//! The direction in which a script runs, told by a language's tag.

use icu::locale::{self, Locale, LocaleDirectionality};

/// The direction in which a script runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Left to right, as Latin and Tifinagh.
    Ltr,
    /// Right to left, as Arabic and Hebrew.
    Rtl,
}

impl Direction {
    /// The direction of the script the tag names or implies; left to right when neither is known.
    pub(super) fn of(locale: &Locale) -> Self {
        // The extended data knows the likely script of every language (`zgh` is `zgh-Tfng`), the common
        // data only of those with a full translation.
        match LocaleDirectionality::new_extended().get(&locale.id) {
            Some(locale::Direction::RightToLeft) => Self::Rtl,
            _ => Self::Ltr,
        }
    }

    /// The direction of a language by its tag; `None` where the tag is not well formed.
    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        Locale::try_from_str(tag)
            .ok()
            .map(|locale| Self::of(&locale))
    }

    /// The other one.
    #[must_use]
    pub fn opposite(self) -> Self {
        match self {
            Self::Ltr => Self::Rtl,
            Self::Rtl => Self::Ltr,
        }
    }

    /// The control that isolates text of this direction (UAX #9, LRI and RLI).
    #[must_use]
    pub fn isolate(self) -> char {
        match self {
            Self::Ltr => '\u{2066}',
            Self::Rtl => '\u{2067}',
        }
    }

    /// The value of HTML's `dir`: `ltr` or `rtl`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Direction;

    #[test]
    fn direction_follows_the_script() {
        for tag in [
            "ar-MA", "ar", "ary", "arz", "he", "iw", "fa", "ur", "uz-Arab",
        ] {
            assert_eq!(Direction::of_tag(tag).unwrap(), Direction::Rtl, "{tag}");
        }
        for tag in ["fr", "en", "zgh", "zgh-MA", "shi", "ar-Latn", "ja", "xx"] {
            assert_eq!(Direction::of_tag(tag).unwrap(), Direction::Ltr, "{tag}");
        }
        assert_eq!(Direction::Rtl.name(), "rtl");
        assert_eq!(Direction::Ltr.name(), "ltr");
    }
}

//! The languages that warraq speaks, and how one is chosen.

use std::str::FromStr;

/// A language of messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Language {
    /// English
    #[default]
    English,
    /// Arabic
    Arabic,
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::English, Self::Arabic];

    /// Its tag (BCP 47).
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Arabic => "ar",
        }
    }

    /// The language that a tag or the name of a locale asks for: `ar`, `ar-MA`, `ar_MA.UTF-8`. `None` where it is none of ours.
    #[must_use]
    pub fn of(locale: &str) -> Option<Self> {
        let subtag = locale.split(['-', '_', '.', '@']).next()?;
        let is_asked = |language: &Self| language.tag().eq_ignore_ascii_case(subtag);
        Self::ALL.into_iter().find(is_asked)
    }

    /// Where its lines begin, as HTML says it.
    #[must_use]
    pub fn direction(self) -> &'static str {
        match self {
            Self::English => "ltr",
            Self::Arabic => "rtl",
        }
    }

    /// What stands between the items of a list.
    pub(crate) fn comma(self) -> &'static str {
        match self {
            Self::English => ", ",
            Self::Arabic => "، ",
        }
    }
}

impl FromStr for Language {
    type Err = String;

    fn from_str(tag: &str) -> Result<Self, String> {
        let tags = Self::ALL.map(Self::tag).join(", ");
        Self::of(tag).ok_or_else(|| format!("the languages are {tags}"))
    }
}

//! The direction in which a script runs, told by a language's tag.

use std::cell::RefCell;

use foldhash::HashMap;
use icu::locale::{self, Locale, LocaleDirectionality};

/// How many tags are remembered: a site is written in few languages, and every page says which.
const MOST_KNOWN: usize = 256;

thread_local! {
    /// The directions of the tags that this thread has met.
    static KNOWN: RefCell<HashMap<Box<str>, Option<Direction>>> = RefCell::default();
}

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
        KNOWN.with_borrow_mut(|known| {
            if let Some(direction) = known.get(tag) {
                return *direction;
            }
            let locale = Locale::try_from_str(tag).ok();
            let direction = locale.map(|locale| Self::of(&locale));
            if known.len() < MOST_KNOWN {
                known.insert(tag.into(), direction);
            }
            direction
        })
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

/// Whether words are in Arabic letters, and in no others.
#[must_use]
pub fn is_all_arabic(words: &str) -> bool {
    let is_arabic = |c| matches!(c, '\u{620}'..='\u{64A}');
    words.contains(is_arabic) && !words.contains(|c: char| c.is_alphabetic() && !is_arabic(c))
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

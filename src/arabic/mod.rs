//! What the language of a text decides: its direction, plural forms, dates, numbers, ordinals, lists,
//! quotation marks, dictionary order and heading ids. A [`Language`] is built once per tag and asked from then on.
//! A leaf: values in, text out. It knows no site and no diagnostic, and reads nothing; the facts are CLDR's,
//! compiled into `icu`. No bidi control is ever added to what a language writes: isolation is [`bidi`]'s affair.

mod alphabet;
pub mod bidi;
mod collate;
mod date;
mod heading;
mod invisible;
mod list;
mod number;
mod ordinal;
mod plural;
mod quotation;
pub mod search;
pub mod typography;

use std::error::Error;
use std::fmt;

use icu::locale::{self, Locale, LocaleCanonicalizer, LocaleDirectionality};
use icu::plurals::PluralRules;

use collate::Dictionary;
use date::Calendar;
use list::Conjunctions;
use number::Digits;

pub use date::{Date, DateStyle, NoDate, RangeStyle};
pub use heading::heading_id;
pub use invisible::bare;
pub use list::Conjunction;
pub use number::{Grouping, Number, NumberStyle, Sign};
pub use ordinal::Gender;
pub use plural::Category;
pub use quotation::Marks;

/// One language, with everything needed to write in it. Costly to build, cheap to ask, and shared by
/// reference between threads.
///
/// Each capability stands in the file of its name: `plural.rs`, `date/`, `number/`, `ordinal.rs`, `list.rs`,
/// `quotation.rs`, `collate/`.
pub struct Language {
    tag: String,
    direction: Direction,
    plurals: PluralRules,
    calendar: Calendar,
    digits: Digits,
    conjunctions: Conjunctions,
    dictionary: Dictionary,
}

impl Language {
    /// The language of a BCP 47 tag such as `ar-MA`, `fr` or `zgh`.
    ///
    /// A language without data is no error: what is missing falls back to CLDR's root, and
    /// [`has_month_names`](Self::has_month_names) tells whether it is.
    ///
    /// # Errors
    /// A sentence without a full stop, when the tag is not well formed.
    pub fn new(tag: &str) -> Result<Self, String> {
        let locale = Locale::try_from_str(tag)
            .map_err(|_| format!("`{tag}` is not a language tag such as `ar-MA`"))?;
        Self::load(&locale).map_err(|error| format!("`{tag}` cannot be used: {error}"))
    }

    fn load(written: &Locale) -> Result<Self, Box<dyn Error>> {
        // Data is filed under canonical tags only: `iw` is found as `he`.
        let mut locale = written.clone();
        LocaleCanonicalizer::new_extended().canonicalize(&mut locale);
        Ok(Self {
            tag: written.to_string(),
            direction: Direction::of(&locale),
            plurals: PluralRules::try_new_cardinal((&locale).into())?,
            calendar: Calendar::new(&locale)?,
            digits: Digits::new(&locale)?,
            conjunctions: Conjunctions::new(&locale)?,
            dictionary: Dictionary::new(&locale)?,
        })
    }

    /// The tag in canonical case (`ar-ma` becomes `ar-MA`), for `lang` and `hreflang`.
    #[must_use]
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// The language without script and place: `ar` of `ar-MA`.
    #[must_use]
    pub fn subtag(&self) -> &str {
        self.tag.split('-').next().unwrap_or_default()
    }

    /// The direction in which the language's script runs.
    #[must_use]
    pub fn direction(&self) -> Direction {
        self.direction
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Language")
            .field("tag", &self.tag)
            .finish_non_exhaustive()
    }
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
    fn of(locale: &Locale) -> Self {
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
    use super::{Direction, Language};

    #[test]
    fn tags_are_checked_and_put_into_canonical_case() {
        assert_eq!(Language::new("AR-ma").unwrap().tag(), "ar-MA");
        assert_eq!(Language::new("iw").unwrap().tag(), "iw");
        for wrong in ["", "a", "ar--MA", "ar_MA", "عربية", "ar-MA "] {
            let sentence = Language::new(wrong).unwrap_err();
            assert!(sentence.contains(&format!("`{wrong}`")), "{sentence}");
        }
    }

    #[test]
    fn direction_follows_the_script() {
        for tag in [
            "ar-MA", "ar", "ary", "arz", "he", "iw", "fa", "ur", "uz-Arab",
        ] {
            assert_eq!(
                Language::new(tag).unwrap().direction(),
                Direction::Rtl,
                "{tag}"
            );
        }
        for tag in ["fr", "en", "zgh", "zgh-MA", "shi", "ar-Latn", "ja", "xx"] {
            assert_eq!(
                Language::new(tag).unwrap().direction(),
                Direction::Ltr,
                "{tag}"
            );
        }
        assert_eq!(Direction::Rtl.name(), "rtl");
        assert_eq!(Direction::Ltr.name(), "ltr");
    }

    #[test]
    fn a_language_is_shared_between_threads() {
        fn shared<T: Send + Sync>(_: &T) {}
        shared(&Language::new("ar-MA").unwrap());
    }
}

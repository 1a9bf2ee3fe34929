//! A language, by its tag: what ICU knows of it, loaded once. What can be asked of it stands in the files beside.

use std::error::Error;
use std::fmt;

use icu::decimal::DecimalFormatter;
use icu::decimal::options::{DecimalFormatterOptions, GroupingStrategy};
use icu::list::ListFormatter;
use icu::list::options::ListFormatterOptions;
use icu::locale::subtags::script;
use icu::locale::{Locale, LocaleCanonicalizer, LocaleExpander, locale};
use icu::plurals::PluralRules;

use super::collate::Dictionary;
use super::date::{Calendar, is_tamazight};
use super::direction::Direction;

/// One language, with everything needed to write in it. Costly to build, cheap to ask, and shared by
/// reference between threads.
///
/// Each capability stands in the file of its name: `plural.rs`, `date/`, `number/`, `ordinal.rs`, `list.rs`,
/// `quotation.rs`, `collate/`.
pub struct Language {
    tag: String,
    direction: Direction,
    pub(super) plurals: PluralRules,
    pub(super) calendar: Calendar,
    pub(super) grouped_digits: DecimalFormatter,
    pub(super) plain_digits: DecimalFormatter,
    pub(super) and_list: ListFormatter,
    pub(super) or_list: ListFormatter,
    pub(super) dictionary: Dictionary,
}

/// Why a language cannot be used.
#[derive(Debug)]
pub enum Unusable {
    /// The tag is not well formed.
    NoTag,
    /// What ICU said of its data.
    Data(String),
}

impl Language {
    /// The language of a BCP 47 tag such as `ar-MA`, `fr` or `zgh`.
    ///
    /// A language without data is no error: what is missing falls back to CLDR's root, and
    /// [`has_month_names`](Self::has_month_names) tells whether it is.
    ///
    /// # Errors
    /// When the tag is not well formed.
    pub fn new(tag: &str) -> Result<Self, Unusable> {
        let locale = Locale::try_from_str(tag).map_err(|_| Unusable::NoTag)?;
        Self::load(&locale).map_err(|error| Unusable::Data(error.to_string()))
    }

    fn load(written: &Locale) -> Result<Self, Box<dyn Error>> {
        // Data is filed under canonical tags only: `iw` is found as `he`.
        let mut locale = written.clone();
        LocaleCanonicalizer::new_extended().canonicalize(&mut locale);
        let list = ListFormatterOptions::default();
        // CLDR writes numbers of Tamazight as it does those of Canada's French, and `icu` has the data of these only.
        let numbers = if is_tamazight(&locale) {
            &locale!("fr-CA")
        } else {
            &locale
        };
        Ok(Self {
            tag: written.to_string(),
            direction: Direction::of(&locale),
            plurals: PluralRules::try_new_cardinal((&locale).into())?,
            calendar: Calendar::new(&locale)?,
            grouped_digits: digits(numbers, GroupingStrategy::Auto)?,
            plain_digits: digits(numbers, GroupingStrategy::Never)?,
            and_list: ListFormatter::try_new_and((&locale).into(), list)?,
            or_list: ListFormatter::try_new_or((&locale).into(), list)?,
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

    /// What stands between a name and what it is of, `Carnet : Actualités`: in French with a space that lines do not break at.
    #[must_use]
    pub fn colon(&self) -> &'static str {
        if self.subtag() == "fr" {
            "\u{A0}: "
        } else {
            ": "
        }
    }

    /// How many minutes it takes to read so many words, begun ones included. Arabic writes into one word what others write in
    /// several, so fewer are read in a minute.
    #[must_use]
    pub fn reading_time(&self, words: usize) -> usize {
        let in_a_minute = if self.subtag() == "ar" { 180 } else { 200 };
        words.div_ceil(in_a_minute)
    }

    /// Whether the language is written in Latin letters, as far as CLDR knows.
    #[must_use]
    pub fn is_latin(&self) -> bool {
        Locale::try_from_str(&self.tag).is_ok_and(|mut locale| {
            LocaleExpander::new_extended().maximize(&mut locale.id);
            locale.id.script == Some(script!("Latn"))
        })
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

fn digits(locale: &Locale, grouping: GroupingStrategy) -> Result<DecimalFormatter, Box<dyn Error>> {
    let options = DecimalFormatterOptions::from(grouping);
    Ok(DecimalFormatter::try_new(locale.into(), options)?)
}

#[cfg(test)]
mod tests {
    use super::{Language, Unusable};

    #[test]
    fn tags_are_checked_and_put_into_canonical_case() {
        assert_eq!(Language::new("AR-ma").unwrap().tag(), "ar-MA");
        assert_eq!(Language::new("iw").unwrap().tag(), "iw");
        for wrong in ["", "a", "ar--MA", "ar_MA", "عربية", "ar-MA "] {
            let unusable = Language::new(wrong).map(|language| language.tag().to_owned());
            assert!(matches!(unusable, Err(Unusable::NoTag)), "{wrong}");
        }
    }

    #[test]
    fn scripts_are_told_by_the_tag() {
        let is_latin = |tag: &str| Language::new(tag).unwrap().is_latin();
        assert!(
            ["fr", "fr-MA", "en", "tr", "zgh-Latn"]
                .into_iter()
                .all(is_latin)
        );
        assert!(
            !["ar-MA", "zgh", "ru", "ur", "el", "qaa"]
                .into_iter()
                .any(is_latin)
        );
    }

    #[test]
    fn a_minute_that_is_begun_counts() {
        for (tag, words, minutes) in [
            ("ar-MA", 0, 0),
            ("ar-MA", 1, 1),
            ("ar", 180, 1),
            ("ar", 181, 2),
            ("fr", 200, 1),
        ] {
            let language = Language::new(tag).unwrap();
            assert_eq!(language.reading_time(words), minutes, "{tag} {words}");
        }
    }

    #[test]
    fn a_language_is_shared_between_threads() {
        fn shared<T: Send + Sync>(_: &T) {}
        shared(&Language::new("ar-MA").unwrap());
    }
}

//! A count to the plural category that selects the form of a noun. The rules are CLDR's cardinal rules
//! (<https://www.unicode.org/cldr/charts/48/supplemental/language_plural_rules.html>).
//! The forms themselves are a site's: nothing here inflects a word.

use icu::plurals::PluralCategory;

use super::language::Language;
use super::number::Number;

/// One of CLDR's six plural categories (UTS #35, part 3, "Language Plural Rules").
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Category {
    /// In Arabic, none.
    Zero,
    /// In Arabic, exactly one.
    One,
    /// In Arabic, exactly two.
    Two,
    /// In Arabic, 3 to 10, and so the last two digits of greater counts.
    Few,
    /// In Arabic, 11 to 99, and so the last two digits of greater counts.
    Many,
    /// Every other count. All languages have it.
    Other,
}

impl Category {
    /// All six, in the order in which they are usually listed.
    pub const ALL: [Self; 6] = [
        Self::Zero,
        Self::One,
        Self::Two,
        Self::Few,
        Self::Many,
        Self::Other,
    ];

    /// CLDR's name: `zero`, `one`, `two`, `few`, `many` or `other`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Zero => "zero",
            Self::One => "one",
            Self::Two => "two",
            Self::Few => "few",
            Self::Many => "many",
            Self::Other => "other",
        }
    }

    /// The category of this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|category| category.name() == name)
    }
}

impl From<PluralCategory> for Category {
    fn from(category: PluralCategory) -> Self {
        match category {
            PluralCategory::Zero => Self::Zero,
            PluralCategory::One => Self::One,
            PluralCategory::Two => Self::Two,
            PluralCategory::Few => Self::Few,
            PluralCategory::Many => Self::Many,
            PluralCategory::Other => Self::Other,
        }
    }
}

impl Language {
    /// The category of a count. The sign plays no part.
    #[must_use]
    pub fn plural(&self, n: i64) -> Category {
        self.plurals.category_for(n).into()
    }

    /// The category of a number that may have decimals, as it stands: in Persian half is *one*, and in Arabic 3,5 is
    /// *other* and not *few*.
    #[must_use]
    pub fn plural_of(&self, Number(decimal): &Number) -> Category {
        self.plurals.category_for(decimal).into()
    }

    /// The categories this language tells apart, in the order of [`Category::ALL`]: the forms that a
    /// plural message must have.
    #[must_use]
    pub fn categories(&self) -> Vec<Category> {
        let mut categories: Vec<_> = self.plurals.categories().map(Category::from).collect();
        categories.sort_unstable();
        categories
    }
}

#[cfg(test)]
mod tests {
    use super::Category::{self, Few, Many, One, Other, Two, Zero};
    use super::{Language, Number};

    /// The published rule for `ar`, written out.
    fn published(n: i64) -> Category {
        match (n, n % 100) {
            (0, _) => Zero,
            (1, _) => One,
            (2, _) => Two,
            (_, 3..=10) => Few,
            (_, 11..=99) => Many,
            _ => Other,
        }
    }

    #[test]
    fn arabic_follows_the_published_rule() {
        for tag in ["ar-MA", "ar-EG", "ar"] {
            let arabic = Language::new(tag).unwrap();
            for n in 0..=200 {
                assert_eq!(arabic.plural(n), published(n), "{n} in {tag}");
                assert_eq!(arabic.plural(-n), published(n), "-{n} in {tag}");
            }
            for n in [1_000, 1_001, 1_002, 1_003, 1_011, 1_000_000, i64::MAX] {
                assert_eq!(arabic.plural(n), published(n), "{n} in {tag}");
            }
            // 9223372036854775808 ends in 08.
            assert_eq!(arabic.plural(i64::MIN), Few);
        }
    }

    #[test]
    fn each_language_has_its_own_categories() {
        let categories = |tag| Language::new(tag).unwrap().categories();
        assert_eq!(categories("ar-MA"), Category::ALL);
        assert_eq!(categories("en"), [One, Other]);
        assert_eq!(categories("fr"), [One, Many, Other]);
        assert_eq!(categories("he"), [One, Two, Other]);
        assert_eq!(categories("iw"), [One, Two, Other], "the old tag of he");
        assert_eq!(categories("ja"), [Other]);
        assert_eq!(categories("zgh"), [Other]);
    }

    #[test]
    fn a_category_is_never_one_the_language_lacks() {
        for tag in ["ar-MA", "en", "fr", "he", "ja", "ru", "zgh"] {
            let language = Language::new(tag).unwrap();
            let categories = language.categories();
            for n in 0..2_000 {
                assert!(categories.contains(&language.plural(n)), "{n} in {tag}");
            }
        }
    }

    #[test]
    fn decimals_are_counted_as_they_stand() {
        let of = |tag: &str, n: f64| {
            let number = Number::from_float(n).unwrap();
            Language::new(tag).unwrap().plural_of(&number)
        };
        assert_eq!(of("ar-MA", 3.0), Few);
        assert_eq!(of("ar-MA", 3.5), Other);
        assert_eq!(of("fa", 0.5), One);
    }

    #[test]
    fn names_lead_back_to_their_category() {
        for category in Category::ALL {
            assert_eq!(Category::from_name(category.name()), Some(category));
        }
        assert_eq!(Category::from_name("Few"), None);
        assert_eq!(Category::from_name(""), None);
    }
}

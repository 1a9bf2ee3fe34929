//! A place in a sequence to what says it, which agrees with its noun: «الثاني عشر», «الثانية عشرة», `1er`, `1re`, `2nd`.
//! Arabic has words for it, built by rule, and always with the article; French and English write digits with an ending.

use super::language::Language;
use super::number::{Grouping, NumberStyle};

/// The gender of the noun that an ordinal belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gender {
    /// «الباب الأول».
    Masculine,
    /// «الدورة الأولى».
    Feminine,
}

impl Gender {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Masculine, Self::Feminine];

    /// The name templates use: `masculine` or `feminine`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Masculine => "masculine",
            Self::Feminine => "feminine",
        }
    }
}

/// The last place that has a word. From there on ordinals are unwieldy: they are written with digits.
const LAST_IN_WORDS: i64 = 99;

/// The ordinals 1 to 10, masculine and feminine, without article.
const ONES: [[&str; 2]; 10] = [
    ["أول", "أولى"],
    ["ثاني", "ثانية"],
    ["ثالث", "ثالثة"],
    ["رابع", "رابعة"],
    ["خامس", "خامسة"],
    ["سادس", "سادسة"],
    ["سابع", "سابعة"],
    ["ثامن", "ثامنة"],
    ["تاسع", "تاسعة"],
    ["عاشر", "عاشرة"],
];

/// One in composed ordinals: الحادي عشر.
const ONE_COMPOSED: [&str; 2] = ["حادي", "حادية"];

/// Ten in composed ordinals. Unlike in cardinals, both parts have the gender of the noun.
const TEN_COMPOSED: [&str; 2] = ["عشر", "عشرة"];

/// 20 to 90, which have one form.
const TENS: [&str; 8] = [
    "عشرون",
    "ثلاثون",
    "أربعون",
    "خمسون",
    "ستون",
    "سبعون",
    "ثمانون",
    "تسعون",
];

impl Language {
    /// The ordinal for a place. In Arabic, words from 1 to 99 («الحادي والعشرون»), and digits with the article beyond
    /// («الـ100»; the tatweel joins the article to them). In French and English, digits with an ending, as CLDR's
    /// rules write them: `1re`, `22nd`. `None` for a place before the first, and in other languages.
    #[must_use]
    pub fn ordinal(&self, place: i64, gender: Gender) -> Option<String> {
        if place < 1 {
            return None;
        }
        let number = self.number(place);
        match self.subtag() {
            "fr" => return Some(format!("{number}{}", french_ending(place, gender))),
            "en" => return Some(format!("{number}{}", english_ending(place))),
            _ if !self.has_ordinals() => return None,
            _ => {}
        }
        if place > LAST_IN_WORDS {
            let grouping = Grouping::None;
            let plain = NumberStyle {
                grouping,
                ..NumberStyle::default()
            };
            return Some(format!("الـ{}", self.written(&place.into(), plain)));
        }
        let place = usize::try_from(place).ok()?;
        Some(in_words(place, gender as usize))
    }

    /// Whether the language's ordinals are known here.
    #[must_use]
    pub fn has_ordinals(&self) -> bool {
        matches!(self.subtag(), "ar" | "ary" | "arz" | "en" | "fr")
    }
}

fn french_ending(place: i64, gender: Gender) -> &'static str {
    match (place, gender) {
        (1, Gender::Masculine) => "er",
        (1, Gender::Feminine) => "re",
        _ => "e",
    }
}

fn english_ending(place: i64) -> &'static str {
    match (place % 10, place % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    }
}

fn in_words(place: usize, gender: usize) -> String {
    let (tens, ones) = (place / 10, place % 10);
    let one = match ones {
        1 => ONE_COMPOSED[gender],
        n => ONES[n.max(1) - 1][gender],
    };
    match (tens, ones) {
        (0, n) => format!("ال{}", ONES[n - 1][gender]),
        (1, 0) => format!("ال{}", ONES[9][gender]),
        (1, _) => format!("ال{one} {}", TEN_COMPOSED[gender]),
        (tens, 0) => format!("ال{}", TENS[tens - 2]),
        (tens, _) => format!("ال{one} وال{}", TENS[tens - 2]),
    }
}

#[cfg(test)]
mod tests {
    use super::{Gender, Language};

    fn ordinal(tag: &str, place: i64, gender: Gender) -> Option<String> {
        Language::new(tag).unwrap().ordinal(place, gender)
    }

    #[test]
    fn both_parts_agree_with_the_noun() {
        let masculine = |place| ordinal("ar-MA", place, Gender::Masculine).unwrap();
        let feminine = |place| ordinal("ar-MA", place, Gender::Feminine).unwrap();
        assert_eq!([masculine(1), feminine(1)], ["الأول", "الأولى"]);
        assert_eq!([masculine(10), feminine(10)], ["العاشر", "العاشرة"]);
        assert_eq!(
            [masculine(11), feminine(11)],
            ["الحادي عشر", "الحادية عشرة"]
        );
        assert_eq!(
            [masculine(12), feminine(12)],
            ["الثاني عشر", "الثانية عشرة"]
        );
        assert_eq!([masculine(20), feminine(20)], ["العشرون", "العشرون"]);
        assert_eq!(masculine(21), "الحادي والعشرون");
        assert_eq!(feminine(93), "الثالثة والتسعون");
    }

    #[test]
    fn beyond_words_there_are_digits() {
        let masculine = |tag, place| ordinal(tag, place, Gender::Masculine);
        assert_eq!(masculine("ar-MA", 100).as_deref(), Some("الـ100"));
        assert_eq!(masculine("ar-MA", 1200).as_deref(), Some("الـ1200"));
        assert_eq!(masculine("ar-EG", 100).as_deref(), Some("الـ١٠٠"));
    }

    #[test]
    fn there_is_no_place_before_the_first_and_none_in_other_languages() {
        assert_eq!(ordinal("ar", 0, Gender::Feminine), None);
        assert_eq!(ordinal("ar", -3, Gender::Feminine), None);
        assert_eq!(ordinal("en", 0, Gender::Masculine), None);
        assert_eq!(ordinal("he", 1, Gender::Masculine), None);
        assert_eq!(ordinal("zgh", 1, Gender::Masculine), None);
    }
}

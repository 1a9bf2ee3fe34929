//! Numbers as words, as they stand before what is counted: «ثلاث وأربعون دولة». In Arabic the word of 3 to 10 has the gender
//! that the noun has not, and those of 2, of the tens and of 200 have a case.

use super::language::Language;
use super::ordinal::Gender;

/// What a number in words is in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Case {
    /// The subject: عشرون.
    Nominative,
    /// The object: عشرين.
    Accusative,
    /// What stands behind a preposition or a noun: عشرين.
    Genitive,
}

impl Case {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Nominative, Self::Accusative, Self::Genitive];

    /// Its name: `nominative`, `accusative` or `genitive`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Nominative => "nominative",
            Self::Accusative => "accusative",
            Self::Genitive => "genitive",
        }
    }

    /// The ending of a dual or of a sound plural.
    fn ending(self, [nominative, oblique]: [&'static str; 2]) -> &'static str {
        match self {
            Self::Nominative => nominative,
            Self::Accusative | Self::Genitive => oblique,
        }
    }
}

/// Of 3 to 9, before a masculine noun and before a feminine one.
const UNITS: [[&str; 2]; 7] = [
    ["ثلاثة", "ثلاث"],
    ["أربعة", "أربع"],
    ["خمسة", "خمس"],
    ["ستة", "ست"],
    ["سبعة", "سبع"],
    ["ثمانية", "ثماني"],
    ["تسعة", "تسع"],
];

/// Of 20 to 90, without their endings.
const TENS: [&str; 8] = ["عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"];

/// Of 300 to 900.
const HUNDREDS: [&str; 7] = [
    "ثلاثمئة",
    "أربعمئة",
    "خمسمئة",
    "ستمئة",
    "سبعمئة",
    "ثمانمئة",
    "تسعمئة",
];

/// The greatest number that is written in words.
const GREATEST: i64 = 999_999;

impl Language {
    /// A number as words before a noun of this gender. None for a negative number, one of a million or more, and in languages
    /// other than Arabic.
    #[must_use]
    pub fn cardinal(&self, n: i64, gender: Gender, case: Case) -> Option<String> {
        let is_written = self.subtag() == "ar" && (0..=GREATEST).contains(&n);
        let n = usize::try_from(n).ok()?;
        is_written.then(|| match n {
            0 => "صفر".to_owned(),
            n => cardinal(n, gender, case),
        })
    }
}

fn cardinal(n: usize, gender: Gender, case: Case) -> String {
    let (thousands, hundreds, rest) = (n / 1000, n / 100 % 10, n % 100);
    let mut parts = Vec::new();
    if thousands > 0 {
        parts.push(thousands_of(thousands, n.is_multiple_of(1000), case));
    }
    match hundreds {
        0 => {}
        1 => parts.push("مئة".to_owned()),
        // Nothing stands between it and the noun: the last letter of the dual falls away.
        2 if rest == 0 => parts.push(case.ending(["مئتا", "مئتي"]).to_owned()),
        2 => parts.push(case.ending(["مئتان", "مئتين"]).to_owned()),
        n => parts.push(HUNDREDS[n - 3].to_owned()),
    }
    if rest > 0 {
        parts.push(below_hundred(rest, gender, case));
    }
    parts.join(" و")
}

fn thousands_of(n: usize, precedes_noun: bool, case: Case) -> String {
    let counted = match (n, n % 100) {
        (1, _) => return "ألف".to_owned(),
        (2, _) if precedes_noun => return case.ending(["ألفا", "ألفي"]).to_owned(),
        (2, _) => return case.ending(["ألفان", "ألفين"]).to_owned(),
        (_, 3..=10) => "آلاف",
        (_, 11..=99) => "ألفا",
        _ => "ألف",
    };
    format!("{} {counted}", cardinal(n, Gender::Masculine, case))
}

fn below_hundred(n: usize, gender: Gender, case: Case) -> String {
    let is_feminine = gender == Gender::Feminine;
    let by_gender = |[masculine, feminine]: [&'static str; 2]| {
        if is_feminine { feminine } else { masculine }
    };
    let two = |behind: [[&'static str; 2]; 2]| case.ending(by_pair(behind, is_feminine));
    match n {
        1 => by_gender(["واحد", "واحدة"]).to_owned(),
        2 => two([["اثنان", "اثنين"], ["اثنتان", "اثنتين"]]).to_owned(),
        3..=9 => by_gender(UNITS[n - 3]).to_owned(),
        10 => by_gender(["عشرة", "عشر"]).to_owned(),
        11 => by_gender(["أحد عشر", "إحدى عشرة"]).to_owned(),
        12 => two([["اثنا عشر", "اثني عشر"], ["اثنتا عشرة", "اثنتي عشرة"]]).to_owned(),
        13..=19 => {
            let unit = by_gender(UNITS[n - 13]);
            format!("{unit} {}", by_gender(["عشر", "عشرة"]))
        }
        n => {
            let tens = format!("{}{}", TENS[n / 10 - 2], case.ending(["ون", "ين"]));
            let unit = match n % 10 {
                0 => return tens,
                1 => by_gender(["واحد", "إحدى"]),
                2 => two([["اثنان", "اثنين"], ["اثنتان", "اثنتين"]]),
                8 if is_feminine => "ثمان",
                n => by_gender(UNITS[n - 3]),
            };
            format!("{unit} و{tens}")
        }
    }
}

fn by_pair(pairs: [[&'static str; 2]; 2], is_feminine: bool) -> [&'static str; 2] {
    pairs[usize::from(is_feminine)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_agree_with_what_is_counted() {
        use Case::{Accusative, Genitive, Nominative};
        use Gender::{Feminine, Masculine};
        let arabic = Language::new("ar-MA").unwrap();
        for (n, gender, case, expected) in [
            (0, Feminine, Nominative, "صفر"),
            (1, Masculine, Nominative, "واحد"),
            (2, Feminine, Genitive, "اثنتين"),
            (3, Feminine, Nominative, "ثلاث"),
            (3, Masculine, Nominative, "ثلاثة"),
            (8, Feminine, Nominative, "ثماني"),
            (10, Masculine, Nominative, "عشرة"),
            (10, Feminine, Nominative, "عشر"),
            (11, Feminine, Genitive, "إحدى عشرة"),
            (12, Masculine, Genitive, "اثني عشر"),
            (13, Feminine, Nominative, "ثلاث عشرة"),
            (15, Masculine, Nominative, "خمسة عشر"),
            (20, Masculine, Accusative, "عشرين"),
            (21, Feminine, Nominative, "إحدى وعشرون"),
            (28, Feminine, Nominative, "ثمان وعشرون"),
            (32, Masculine, Genitive, "اثنين وثلاثين"),
            (43, Feminine, Nominative, "ثلاث وأربعون"),
            (99, Masculine, Nominative, "تسعة وتسعون"),
            (100, Feminine, Nominative, "مئة"),
            (103, Feminine, Nominative, "مئة وثلاث"),
            (200, Masculine, Genitive, "مئتي"),
            (243, Feminine, Genitive, "مئتين وثلاث وأربعين"),
            (800, Masculine, Nominative, "ثمانمئة"),
            (1000, Masculine, Nominative, "ألف"),
            (2000, Masculine, Nominative, "ألفا"),
            (2025, Masculine, Genitive, "ألفين وخمسة وعشرين"),
            (3000, Masculine, Nominative, "ثلاثة آلاف"),
            (12_001, Masculine, Nominative, "اثنا عشر ألفا وواحد"),
            (100_000, Masculine, Nominative, "مئة ألف"),
        ] {
            let words = arabic.cardinal(n, gender, case);
            assert_eq!(words.as_deref(), Some(expected), "{n}");
        }
        assert_eq!(arabic.cardinal(-1, Masculine, Nominative), None);
        assert_eq!(arabic.cardinal(1_000_000, Masculine, Nominative), None);
        let english = Language::new("en").unwrap();
        assert_eq!(english.cardinal(3, Masculine, Nominative), None);
    }
}

//! Dates, numbers, lists, plurals, ordinals, quotation marks and order in ten languages, against CLDR. Where the program
//! goes its own way on purpose, [`DEVIATIONS`] says so; a deviation that is none any more fails as well.

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value as Json;
use warraq::arabic::{
    Category, Conjunction, Date, DateStyle, Gender, Grouping, Language, Number, NumberStyle,
    RangeStyle, Sign,
};

use crate::site::repository;

/// A language and a matter in which the program deviates from CLDR, and why. One thing is true of all: CLDR's bidi controls
/// are left out, because pages isolate by markup.
const DEVIATIONS: [(&str, &str, &str); 21] = [
    (
        "ar",
        "full range",
        "CLDR tears the day from its month, and puts a comma before the year",
    ),
    ("ar-MA", "full range", "as ar"),
    ("ar-EG", "full range", "as ar"),
    (
        "fa",
        "month_year range",
        "the sign of ezafe joins a month to its year, not to تا",
    ),
    (
        "he",
        "long range",
        "a range is made of two dates as they are written alone: the month keeps its ב",
    ),
    ("he", "full range", "as the long range"),
    (
        "he",
        "month_year range",
        "the dash has spaces wherever a side has one",
    ),
    (
        "en",
        "long range",
        "CLDR has spaces between days, and none in other languages and between numbers of other kinds",
    ),
    ("en-GB", "long range", "as en"),
    (
        "en-GB",
        "full range",
        "where the years differ, both dates are written as they are alone: with a comma",
    ),
    (
        "fr",
        "quotes",
        "the spaces inside the marks are those of whoever sets the text, who is this program",
    ),
    ("fr-MA", "quotes", "as fr"),
    (
        "zgh",
        "day_month",
        "CLDR has the patterns of its root, which are not in the order of its own long dates",
    ),
    ("zgh", "month_year", "as day_month"),
    ("zgh", "long range", "as day_month"),
    ("zgh", "full range", "as day_month"),
    ("zgh", "month_year range", "as day_month"),
    (
        "zgh",
        "list or",
        "CLDR has the pattern of its root, which is English",
    ),
    (
        "ar",
        "quotes",
        "the Arabic press and this program's sites write «…»",
    ),
    ("ar-MA", "quotes", "as ar"),
    ("ar-EG", "quotes", "as ar"),
];

/// The reference, and what has been found to differ from it.
struct Judge {
    reference: Json,
    compared: usize,
    differing: BTreeSet<(String, String)>,
    unexpected: Vec<String>,
}

impl Judge {
    fn new() -> Self {
        let path = repository().join("tests/reference/language.json");
        let reference = fs::read_to_string(path).unwrap();
        Self {
            reference: serde_json::from_str(&reference).unwrap(),
            compared: 0,
            differing: BTreeSet::new(),
            unexpected: Vec::new(),
        }
    }

    /// Each language with its part of the reference.
    fn languages(&self) -> Vec<(Language, Json)> {
        let languages = self.reference["languages"].as_object().unwrap();
        let languages = languages
            .iter()
            .map(|(tag, facts)| (Language::new(tag).unwrap(), facts.clone()));
        languages.collect()
    }

    fn compare(&mut self, tag: &str, matter: &str, ours: &str, theirs: &str) {
        self.compared += 1;
        let mut theirs: String = theirs.chars().filter(|c| !is_bidi_control(*c)).collect();
        // The first day of a month is an ordinal in French.
        if tag.starts_with("fr") {
            let words: Vec<&str> = theirs.split(' ').collect();
            let is_month = |word: &&str| word.starts_with(char::is_alphabetic);
            let words = words.iter().enumerate().map(|(at, word)| match *word {
                "1" if words.get(at + 1).is_some_and(is_month) => "1er",
                word => word,
            });
            theirs = words.collect::<Vec<_>>().join(" ");
        }
        if ours == theirs {
            return;
        }
        let deviation = DEVIATIONS
            .iter()
            .any(|(language, deviating, _)| (*language, *deviating) == (tag, matter));
        self.differing.insert((tag.to_owned(), matter.to_owned()));
        if !deviation {
            let line = format!("{tag}, {matter}: `{ours}`, and CLDR has `{theirs}`");
            self.unexpected.push(line);
        }
    }

    /// Nothing differed but the deviations that concern these matters, and they did.
    fn verdict(self, at_least: usize, matters: &[&str]) {
        assert!(self.unexpected.is_empty(), "{:#?}", self.unexpected);
        assert!(self.compared >= at_least, "only {}", self.compared);
        for (tag, matter, reason) in DEVIATIONS {
            let named = (tag.to_owned(), matter.to_owned());
            assert!(
                !matters.contains(&matter) || self.differing.contains(&named),
                "{tag} no longer deviates in {matter}: {reason}"
            );
        }
    }
}

fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

fn rows(facts: &Json) -> Vec<Vec<Json>> {
    let rows = facts.as_array().unwrap().iter();
    rows.map(|row| row.as_array().unwrap().clone()).collect()
}

fn date(text: &Json) -> Date {
    text.as_str().unwrap().parse().unwrap()
}

fn number(n: &Json) -> Number {
    match n.as_i64() {
        Some(whole) => whole.into(),
        None => Number::from_float(n.as_f64().unwrap()).unwrap(),
    }
}

#[test]
fn dates_are_those_of_cldr() {
    let mut judge = Judge::new();
    let styles = [
        DateStyle::Long,
        DateStyle::Full,
        DateStyle::DayMonth,
        DateStyle::MonthYear,
        DateStyle::Month,
        DateStyle::Weekday,
    ];
    for (language, facts) in judge.languages() {
        for row in rows(&facts["dates"]) {
            for (style, theirs) in styles.iter().zip(&row[1..]) {
                let ours = language.date(date(&row[0]), *style);
                let theirs = theirs.as_str().unwrap();
                judge.compare(language.tag(), style.name(), &ours, theirs);
            }
        }
    }
    judge.verdict(10 * 140 * 6, &styles.map(DateStyle::name));
}

#[test]
fn ranges_are_those_of_cldr() {
    let mut judge = Judge::new();
    let styles = [RangeStyle::Long, RangeStyle::Full, RangeStyle::MonthYear];
    let mut matters = Vec::new();
    for (language, facts) in judge.languages() {
        for row in rows(&facts["ranges"]) {
            for (style, theirs) in styles.iter().zip(&row[2..]) {
                let ours = language.date_range(date(&row[0]), date(&row[1]), *style);
                // CLDR has thin spaces round the dash between words.
                let theirs = theirs.as_str().unwrap().replace('\u{2009}', " ");
                let matter = format!("{} range", style.name());
                judge.compare(language.tag(), &matter, &ours, &theirs);
                matters.push(matter);
            }
        }
    }
    let matters: Vec<&str> = matters.iter().map(String::as_str).collect();
    judge.verdict(10 * 7 * 3, &matters);
}

#[test]
fn numbers_are_those_of_cldr() {
    let mut judge = Judge::new();
    let usual = NumberStyle::default();
    let plain = NumberStyle {
        grouping: Grouping::None,
        ..usual
    };
    let signed = NumberStyle {
        sign: Sign::Always,
        ..usual
    };
    let two_decimals = NumberStyle {
        decimals: Some(2),
        ..usual
    };
    for (language, facts) in judge.languages() {
        for row in rows(&facts["numbers"]) {
            let styles = [usual, plain, signed, two_decimals];
            for (style, theirs) in styles.into_iter().zip(&row[1..]) {
                let ours = language.written(&number(&row[0]), style);
                judge.compare(language.tag(), "number", &ours, theirs.as_str().unwrap());
            }
        }
        for row in rows(&facts["percentages"]) {
            let ours = language.percent(&number(&row[0]), usual);
            judge.compare(
                language.tag(),
                "percentage",
                &ours,
                row[1].as_str().unwrap(),
            );
        }
    }
    judge.verdict(10 * (30 * 4 + 11), &[]);
}

#[test]
fn lists_are_those_of_cldr() {
    let mut judge = Judge::new();
    for (language, facts) in judge.languages() {
        let items = facts["items"].as_array().unwrap();
        let items: Vec<&str> = items.iter().map(|item| item.as_str().unwrap()).collect();
        for conjunction in Conjunction::ALL {
            let lists = facts[conjunction.name()].as_array().unwrap();
            for (length, theirs) in lists.iter().enumerate() {
                let ours = language.list(&items[..length], conjunction);
                let matter = format!("list {}", conjunction.name());
                judge.compare(language.tag(), &matter, &ours, theirs.as_str().unwrap());
            }
        }
    }
    judge.verdict(10 * 2 * 6, &["list and", "list or"]);
}

#[test]
fn plural_categories_are_those_of_cldr() {
    let mut judge = Judge::new();
    for (language, facts) in judge.languages() {
        for row in rows(&facts["plurals"]) {
            let theirs = row[1].as_str().unwrap();
            let ours = language.plural_of(&number(&row[0])).name();
            judge.compare(language.tag(), "plural", ours, theirs);
            if let Some(whole) = row[0].as_i64() {
                let ours = language.plural(whole).name();
                judge.compare(language.tag(), "plural", ours, theirs);
            }
        }
        let ours = language.categories().into_iter().map(Category::name);
        let theirs = facts["categories"].as_array().unwrap();
        let theirs = theirs.iter().map(|name| name.as_str().unwrap());
        assert_eq!(
            ours.collect::<BTreeSet<_>>(),
            theirs.collect::<BTreeSet<_>>()
        );
    }
    judge.verdict(10 * 2 * 215, &[]);
}

#[test]
fn ordinals_are_those_of_cldr() {
    let mut judge = Judge::new();
    let ordinals = judge.reference["ordinals"].clone();
    for gender in Gender::ALL {
        let theirs = ordinals[gender.name()].as_array().unwrap();
        assert_eq!(theirs.len(), 99);
        for (place, theirs) in (1..).zip(theirs) {
            // CLDR's rules leave two spaces after الحادي.
            let theirs = theirs.as_str().unwrap().replace("  ", " ");
            for tag in ["ar", "ar-MA", "ar-EG"] {
                let ours = Language::new(tag).unwrap().ordinal(place, gender);
                judge.compare(tag, "ordinal", &ours.unwrap(), &theirs);
            }
        }
        for (tags, language) in [(["en", "en-GB"], "en"), (["fr", "fr-CA"], "fr")] {
            let facts = judge.reference["abbreviated"][language][gender.name()].clone();
            for row in rows(&facts) {
                let place = row[0].as_i64().unwrap();
                for tag in tags {
                    let ours = Language::new(tag).unwrap().ordinal(place, gender).unwrap();
                    // Canada's French parts thousands by a space of the usual width.
                    let ours = ours.replace('\u{A0}', "\u{202F}");
                    judge.compare(tag, "ordinal", &ours, row[1].as_str().unwrap());
                }
            }
        }
    }
    judge.verdict(2 * (99 * 3 + 131 * 4), &[]);
}

#[test]
fn quotation_marks_are_those_of_cldr() {
    let mut judge = Judge::new();
    for (language, facts) in judge.languages() {
        let [outer, inner] = language.quotation_marks();
        let ours = [outer.open, outer.close, inner.open, inner.close];
        let theirs = facts["quotes"].as_array().unwrap();
        for (ours, theirs) in ours.into_iter().zip(theirs) {
            judge.compare(language.tag(), "quotes", ours, theirs.as_str().unwrap());
        }
    }
    judge.verdict(10 * 4, &["quotes"]);
}

#[test]
fn words_without_article_and_hamza_are_in_the_order_of_cldr() {
    let mut judge = Judge::new();
    for (language, facts) in judge.languages() {
        let order = facts["order"].as_array().unwrap();
        let theirs: Vec<&str> = order.iter().map(|word| word.as_str().unwrap()).collect();
        let mut ours = theirs.clone();
        ours.reverse();
        ours.sort_by_key(|word| language.sort_key(word));
        let [ours, theirs] = [ours, theirs].map(|words| words.join(" "));
        judge.compare(language.tag(), "order", &ours, &theirs);
    }
    judge.verdict(10, &[]);
}

//! The names and patterns of dates in Standard Moroccan Tamazight, from CLDR 48: the data compiled into `icu` has none of
//! it. Of dates that lack a part CLDR has only its root's patterns (`y MMMM`); here these go by those of whole dates.

use icu::locale::Locale;
use icu::locale::subtags::{language, script};

use super::day::Date;
use super::style::DateStyle;

const MONTHS: [&str; 12] = [
    "ⵉⵏⵏⴰⵢⵔ",
    "ⴱⵕⴰⵢⵕ",
    "ⵎⴰⵕⵚ",
    "ⵉⴱⵔⵉⵔ",
    "ⵎⴰⵢⵢⵓ",
    "ⵢⵓⵏⵢⵓ",
    "ⵢⵓⵍⵢⵓⵣ",
    "ⵖⵓⵛⵜ",
    "ⵛⵓⵜⴰⵏⴱⵉⵔ",
    "ⴽⵜⵓⴱⵔ",
    "ⵏⵓⵡⴰⵏⴱⵉⵔ",
    "ⴷⵓⵊⴰⵏⴱⵉⵔ",
];

/// From Monday on.
const WEEKDAYS: [&str; 7] = [
    "ⴰⵢⵏⴰⵙ",
    "ⴰⵙⵉⵏⴰⵙ",
    "ⴰⴽⵕⴰⵙ",
    "ⴰⴽⵡⴰⵙ",
    "ⴰⵙⵉⵎⵡⴰⵙ",
    "ⴰⵙⵉⴹⵢⴰⵙ",
    "ⴰⵙⴰⵎⴰⵙ",
];

/// Whether a language is Tamazight in Tifinagh, which is what it is written in where its tag says nothing else.
pub(in crate::arabic) fn is_tamazight(locale: &Locale) -> bool {
    let is_tifinagh = locale.id.script.is_none_or(|of| of == script!("Tfng"));
    locale.id.language == language!("zgh") && is_tifinagh
}

/// A date of words.
pub(super) fn written(date: Date, style: DateStyle) -> String {
    let (day, year) = (date.day(), date.year());
    let month = MONTHS[usize::from(date.month()) - 1];
    match style {
        DateStyle::Long => format!("{day} {month} {year}"),
        DateStyle::Full => format!("{} {year}", weekday_day_month(date)),
        DateStyle::DayMonth => format!("{day} {month}"),
        DateStyle::MonthYear => format!("{month} {year}"),
        DateStyle::Month => month.to_owned(),
        DateStyle::Weekday => weekday(date).to_owned(),
        DateStyle::Iso => date.to_string(),
    }
}

/// A date without its year, with the day of the week.
pub(super) fn weekday_day_month(date: Date) -> String {
    let weekday = weekday(date);
    format!("{weekday} {}", written(date, DateStyle::DayMonth))
}

fn weekday(date: Date) -> &'static str {
    WEEKDAYS[date.0.weekday() as usize - 1]
}

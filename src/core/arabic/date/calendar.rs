//! The date patterns and month names of one language, from CLDR, always on the Gregorian calendar: a language
//! whose everyday calendar is another one (fa, ar-SA) still gets the days that the site wrote down.

use std::error::Error;

use icu::calendar::Gregorian;
use icu::datetime::options::YearStyle;
use icu::datetime::pattern::FixedCalendarDateTimeNames;
use icu::datetime::{FixedCalendarDateTimeFormatter, fieldsets};
use icu::locale::Locale;
use icu::locale::subtags::language;

use super::day::Date;
use super::style::DateStyle;
use super::tamazight::{self, is_tamazight};
use crate::arabic::invisible::without_bidi_controls;

type Formatter<Fields> = FixedCalendarDateTimeFormatter<Gregorian, Fields>;

/// By default, years before 1000 come with an era, in an order of their own.
const YEARS: YearStyle = YearStyle::NoEra;

/// What writes the dates of one language.
pub(in crate::arabic) struct Calendar {
    long: Formatter<fieldsets::YMD>,
    full: Formatter<fieldsets::YMDE>,
    day_month: Formatter<fieldsets::MD>,
    weekday_day_month: Formatter<fieldsets::MDE>,
    month_year: Formatter<fieldsets::YM>,
    month: Formatter<fieldsets::M>,
    weekday: Formatter<fieldsets::E>,
    has_month_names: bool,
    customs: Customs,
}

/// What the dates of a language have that no other's have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Customs {
    Usual,
    Persian,
    French,
    Tamazight,
}

impl Customs {
    fn of(locale: &Locale) -> Self {
        match locale.id.language {
            _ if is_tamazight(locale) => Self::Tamazight,
            of if of == language!("fa") => Self::Persian,
            of if of == language!("fr") => Self::French,
            _ => Self::Usual,
        }
    }
}

impl Calendar {
    pub(in crate::arabic) fn new(locale: &Locale) -> Result<Self, Box<dyn Error>> {
        let long = fieldsets::YMD::long().with_year_style(YEARS);
        let full = fieldsets::YMDE::long().with_year_style(YEARS);
        let month_year = month_year(locale)?;
        Ok(Self {
            long: Formatter::try_new(locale.into(), long)?,
            full: Formatter::try_new(locale.into(), full)?,
            day_month: Formatter::try_new(locale.into(), fieldsets::MD::long())?,
            weekday_day_month: Formatter::try_new(locale.into(), fieldsets::MDE::long())?,
            month: Formatter::try_new(locale.into(), fieldsets::M::long())?,
            weekday: Formatter::try_new(locale.into(), fieldsets::E::long())?,
            has_month_names: is_tamazight(locale) || names_months(&month_year),
            customs: Customs::of(locale),
            month_year,
        })
    }

    pub(super) fn has_month_names(&self) -> bool {
        self.has_month_names
    }

    /// What stands between the ends of a range, of which one has a space in it or both: a dash, and in Persian a word
    /// (CLDR 48, `intervalFormatFallback`).
    pub(super) fn between(&self) -> &'static str {
        self.between_or(" – ")
    }

    /// Whether days of one month that have their days of the week share its name, too: `lundi 24 – jeudi 27 novembre`.
    pub(super) fn says_month_once(&self) -> bool {
        self.customs == Customs::French
    }

    /// What stands between two numbers of a range.
    pub(super) fn between_numbers(&self) -> &'static str {
        self.between_or("–")
    }

    fn between_or(&self, usual: &'static str) -> &'static str {
        if self.customs == Customs::Persian {
            " تا "
        } else {
            usual
        }
    }

    pub(super) fn written(&self, date: Date, style: DateStyle) -> String {
        if self.customs == Customs::Tamazight {
            return tamazight::written(date, style);
        }
        if !self.has_month_names {
            return numeric(date, style);
        }
        let text = without_bidi_controls(match style {
            DateStyle::Long => self.joined(date, self.long.format(&date.0).to_string()),
            DateStyle::Full => self.joined(date, self.full.format(&date.0).to_string()),
            DateStyle::DayMonth => self.day_month.format(&date.0).to_string(),
            DateStyle::MonthYear => self.joined(date, self.month_year.format(&date.0).to_string()),
            DateStyle::Month => self.month.format(&date.0).to_string(),
            DateStyle::Weekday => self.weekday.format(&date.0).to_string(),
            DateStyle::Iso => return date.to_string(),
        });
        self.with_ordinal(date, text)
    }

    /// The first day of a month is an ordinal in French, and the only one that is: `1er janvier`, `2 janvier`. CLDR 48
    /// writes `1 janvier`.
    fn with_ordinal(&self, date: Date, text: String) -> String {
        if self.customs != Customs::French || date.day() != 1 {
            return text;
        }
        let month = self.month.format(&date.0).to_string();
        text.replacen(&format!("1 {month}"), &format!("1er {month}"), 1)
    }

    /// A date with the sign that joins a Persian month to its year, where the month ends in a silent ه. CLDR 48 has it
    /// (ژانویهٔ ۲۰۲۵), and the data of `icu` 2.4 has lost it.
    fn joined(&self, date: Date, text: String) -> String {
        if self.customs != Customs::Persian {
            return text;
        }
        let month = self.month.format(&date.0).to_string();
        if month.ends_with('ه') {
            text.replacen(&month, &format!("{month}\u{654}"), 1)
        } else {
            text
        }
    }

    /// A date without its year, with the day of the week: what [`DateStyle::Full`] is to [`DateStyle::Long`].
    pub(super) fn weekday_day_month(&self, date: Date) -> String {
        if self.customs == Customs::Tamazight {
            return tamazight::weekday_day_month(date);
        }
        let text = without_bidi_controls(self.weekday_day_month.format(&date.0).to_string());
        self.with_ordinal(date, text)
    }
}

/// `icu` 2.4 loads what the pattern with an era needs, and in pt-BR that pattern has no year: formatting
/// without an era then lacks digits, which is a panic in debug builds. So the digits are loaded by name.
fn month_year(locale: &Locale) -> Result<Formatter<fieldsets::YM>, Box<dyn Error>> {
    let fields = fieldsets::YM::long().with_year_style(YEARS);
    let formatter = Formatter::try_new(locale.into(), fields)?;
    let mut names = FixedCalendarDateTimeNames::from_formatter(locale.into(), formatter);
    names.include_decimal_formatter()?;
    let formatter = names.try_into_formatter(fields);
    Ok(formatter.map_err(|(error, _)| error)?)
}

/// CLDR's root, which stands in for a language without data, calls its months M01 to M12.
fn names_months(month_year: &Formatter<fieldsets::YM>) -> bool {
    Date::new(2000, 12, 1).is_some_and(|december| {
        let written = month_year.format(&december.0).to_string();
        !written.contains("M12")
    })
}

/// The fields of a style in the order of ISO 8601, for languages whose months have no name here. A day of the week
/// is written as its date, which says more than ISO's number of it.
fn numeric(date: Date, style: DateStyle) -> String {
    let (year, month, day) = (date.year(), date.month(), date.day());
    match style {
        DateStyle::Long | DateStyle::Full | DateStyle::Weekday | DateStyle::Iso => date.to_string(),
        DateStyle::DayMonth => format!("{month:02}-{day:02}"),
        DateStyle::MonthYear => format!("{year:04}-{month:02}"),
        DateStyle::Month => format!("{month:02}"),
    }
}

//! The date patterns and month names of one language, from CLDR, always on the Gregorian calendar: a language
//! whose everyday calendar is another one (fa, ar-SA) still gets the days that the site wrote down.

use std::error::Error;

use icu::calendar::Gregorian;
use icu::datetime::options::YearStyle;
use icu::datetime::pattern::FixedCalendarDateTimeNames;
use icu::datetime::{FixedCalendarDateTimeFormatter, fieldsets};
use icu::locale::Locale;

use super::{Date, DateStyle};
use crate::arabic::invisible::without_bidi_controls;

type Formatter<Fields> = FixedCalendarDateTimeFormatter<Gregorian, Fields>;

/// By default, years before 1000 come with an era, in an order of their own.
const YEARS: YearStyle = YearStyle::NoEra;

/// What writes the dates of one language.
pub(in crate::arabic) struct Calendar {
    long: Formatter<fieldsets::YMD>,
    full: Formatter<fieldsets::YMDE>,
    day_month: Formatter<fieldsets::MD>,
    month_year: Formatter<fieldsets::YM>,
    has_month_names: bool,
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
            has_month_names: names_months(&month_year),
            month_year,
        })
    }

    pub(super) fn has_month_names(&self) -> bool {
        self.has_month_names
    }

    pub(super) fn written(&self, date: Date, style: DateStyle) -> String {
        if !self.has_month_names {
            return numeric(date, style);
        }
        without_bidi_controls(match style {
            DateStyle::Long => self.long.format(&date.0).to_string(),
            DateStyle::Full => self.full.format(&date.0).to_string(),
            DateStyle::DayMonth => self.day_month.format(&date.0).to_string(),
            DateStyle::MonthYear => self.month_year.format(&date.0).to_string(),
            DateStyle::Iso => date.to_string(),
        })
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

/// The fields of a style in the order of ISO 8601, for languages whose months have no name here.
fn numeric(date: Date, style: DateStyle) -> String {
    let (year, month, day) = (date.year(), date.month(), date.day());
    match style {
        DateStyle::Long | DateStyle::Full | DateStyle::Iso => date.to_string(),
        DateStyle::DayMonth => format!("{month:02}-{day:02}"),
        DateStyle::MonthYear => format!("{year:04}-{month:02}"),
    }
}

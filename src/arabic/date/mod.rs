//! Calendar dates to text: «الاثنين، 24 نونبر 2025». Months and patterns are CLDR's, the calendar is always
//! the Gregorian one. "Today" is never asked for, and no other calendar is computed: Hijri dates depend on
//! sightings of the moon and are the author's to give.

mod calendar;
mod range;

use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

use icu::calendar::{Date as CalendarDate, Gregorian};

use super::Language;

pub(super) use calendar::Calendar;

/// A day of the proleptic Gregorian calendar, in the years 1 to 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(CalendarDate<Gregorian>);

impl Date {
    /// The day `day` (1 to 31) of the month `month` (1 to 12), or `None` if there is no such day, or if its
    /// year does not have the four digits that ISO 8601 writes unless both sides settle it beforehand.
    #[must_use]
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        if !(1..=9999).contains(&year) {
            return None;
        }
        CalendarDate::try_new_gregorian(year, month, day)
            .ok()
            .map(Self)
    }

    /// The year, 1 to 9999.
    #[must_use]
    pub fn year(self) -> i32 {
        self.0.year().extended_year()
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u8 {
        self.0.month().ordinal
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub fn day(self) -> u8 {
        self.0.day_of_month().0
    }
}

impl Hash for Date {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.year(), self.month(), self.day()).hash(state);
    }
}

/// Reads a date in ISO 8601, extended format, as [`Display`](fmt::Display) writes it.
impl FromStr for Date {
    type Err = NoDate;

    fn from_str(text: &str) -> Result<Self, NoDate> {
        let parts = || {
            let (year, rest) = text.split_once('-')?;
            let (month, day) = rest.split_once('-')?;
            let digits = |part: &str, length| {
                let is_number = part.bytes().all(|byte| byte.is_ascii_digit());
                (part.len() == length && is_number).then_some(())
            };
            digits(year, 4).and(digits(month, 2)).and(digits(day, 2))?;
            Self::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
        };
        parts().ok_or(NoDate)
    }
}

/// The text is no day in ISO 8601.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoDate;

/// The date in ISO 8601, extended format: `2025-11-24`.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:04}-{:02}-{:02}",
            self.year(),
            self.month(),
            self.day()
        )
    }
}

/// How much of a date is written, and how. There is no short style: CLDR's all-numeric Arabic dates carry
/// bidi controls and are misread without them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DateStyle {
    /// Day, month by name, year: «24 نونبر 2025».
    Long,
    /// The same with the day of the week: «الاثنين، 24 نونبر 2025».
    Full,
    /// Without the year: «24 نونبر».
    DayMonth,
    /// Without the day: «نونبر 2025».
    MonthYear,
    /// The name of the month: «نونبر».
    Month,
    /// The day of the week: «الاثنين».
    Weekday,
    /// For machines, in every language: `2025-11-24`.
    Iso,
}

impl DateStyle {
    /// Every style.
    pub const ALL: [Self; 7] = [
        Self::Long,
        Self::Full,
        Self::DayMonth,
        Self::MonthYear,
        Self::Month,
        Self::Weekday,
        Self::Iso,
    ];

    /// The name templates use: `long`, `full`, `day_month`, `month_year`, `month`, `weekday` or `iso`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Long => "long",
            Self::Full => "full",
            Self::DayMonth => "day_month",
            Self::MonthYear => "month_year",
            Self::Month => "month",
            Self::Weekday => "weekday",
            Self::Iso => "iso",
        }
    }
}

/// How a range of days is written: as its days would be, with what they have in common said once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RangeStyle {
    /// «24–27 نونبر 2025».
    Long,
    /// «الاثنين، 24 نونبر – الخميس، 27 نونبر 2025».
    Full,
    /// «24–27 نونبر». Days of different years come with their years.
    DayMonth,
    /// «نونبر – دجنبر 2025».
    MonthYear,
    /// The interval of ISO 8601: `2025-11-24/2025-11-27`.
    Iso,
}

impl RangeStyle {
    /// Every style.
    pub const ALL: [Self; 5] = [
        Self::Long,
        Self::Full,
        Self::DayMonth,
        Self::MonthYear,
        Self::Iso,
    ];

    /// The name templates use, which is that of the style of its days.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.of_a_day().name()
    }

    fn of_a_day(self) -> DateStyle {
        match self {
            Self::Long => DateStyle::Long,
            Self::Full => DateStyle::Full,
            Self::DayMonth => DateStyle::DayMonth,
            Self::MonthYear => DateStyle::MonthYear,
            Self::Iso => DateStyle::Iso,
        }
    }
}

impl Language {
    /// The date in words. Years are never grouped.
    ///
    /// A language without [month names](Self::has_month_names) gets the same fields in ISO 8601's order.
    #[must_use]
    pub fn date(&self, date: Date, style: DateStyle) -> String {
        self.calendar.written(date, style)
    }

    /// From one day to another, both included and given in either order: «24–27 نونبر 2025»,
    /// «28 نونبر – 3 دجنبر 2025», «30 دجنبر 2025 – 2 يناير 2026». Equal days make one date.
    #[must_use]
    pub fn date_range(&self, a: Date, b: Date, style: RangeStyle) -> String {
        range::written(&self.calendar, a.min(b), a.max(b), style)
    }

    /// Whether the data compiled into `icu` names the months of this language. CLDR has more languages than
    /// that data (`zgh` is one it lacks); their dates come out in ISO 8601.
    #[must_use]
    pub fn has_month_names(&self) -> bool {
        self.calendar.has_month_names()
    }
}

#[cfg(test)]
mod tests;

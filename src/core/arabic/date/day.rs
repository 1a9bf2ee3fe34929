//! A day of the calendar.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

use icu::calendar::{Date as CalendarDate, Gregorian};

/// A day of the proleptic Gregorian calendar, in the years 1 to 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(pub(super) CalendarDate<Gregorian>);

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

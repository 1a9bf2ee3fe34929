//! Calendar dates to text: «الاثنين، 24 نونبر 2025». Months and patterns are CLDR's, the calendar is always
//! the Gregorian one. "Today" is never asked for, and no other calendar is computed: Hijri dates depend on
//! sightings of the moon and are the author's to give.

mod calendar;
mod day;
mod range;
mod style;
mod tamazight;

pub(super) use calendar::Calendar;
pub use day::{Date, NoDate};
pub use style::{DateStyle, RangeStyle};
pub(super) use tamazight::is_tamazight;

use super::language::Language;

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

    /// Whether the months of this language have names here. CLDR has more languages than the data compiled into
    /// `icu`; dates of those come out in ISO 8601, but for Tamazight (`zgh`), whose names stand here.
    #[must_use]
    pub fn has_month_names(&self) -> bool {
        self.calendar.has_month_names()
    }
}

#[cfg(test)]
mod tests;

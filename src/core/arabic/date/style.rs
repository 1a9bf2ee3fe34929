//! The ways to write a day, and a range of days.

/// How much of a date is written, and how. There is no short style: CLDR's all-numeric Arabic dates carry
/// bidi controls and are misread without them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
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
#[non_exhaustive]
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

    pub(super) fn of_a_day(self) -> DateStyle {
        match self {
            Self::Long => DateStyle::Long,
            Self::Full => DateStyle::Full,
            Self::DayMonth => DateStyle::DayMonth,
            Self::MonthYear => DateStyle::MonthYear,
            Self::Iso => DateStyle::Iso,
        }
    }
}

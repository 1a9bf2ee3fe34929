//! Collections of years or months.

/// `[archives.NAME]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Archive {
    /// What each of its entries is.
    pub period: Period,
}

/// What the days of entries are put together by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    /// `2025`.
    Year,
    /// `2025-03`.
    Month,
}

impl Archive {
    /// The field with what it is called.
    pub const TITLE: &'static str = "title";
    /// The field with the digits of the year.
    pub const YEAR: &'static str = "year";
    /// The field with the two digits of the month.
    pub const MONTH: &'static str = "month";
    /// The field with its first day.
    pub const DATE: &'static str = "date";
}

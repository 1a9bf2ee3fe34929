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

    /// What a pattern means: of `strftime`, which Zola and Jekyll take, or of Go, which Hugo does. None if there is no such style.
    #[must_use]
    pub fn meant_by(pattern: &str) -> Option<Self> {
        if ["%Y-%m-%d", "%F", "2006-01-02"].contains(&pattern) {
            return Some(Self::Iso);
        }
        let has = |marks: &[&str]| marks.iter().any(|mark| pattern.contains(mark));
        let is_of_go = has(&["2006", "Jan", "Mon"]);
        let year = has(&["%Y", "%y", "2006"]);
        let month = has(&["%B", "%b", "%h", "%m", "Jan"]) || is_of_go && has(&["01"]);
        let day = has(&["%d", "%e"]) || is_of_go && pattern.replace("2006", "").contains('2');
        let weekday = has(&["%A", "%a", "Mon"]);
        match (weekday, day, month, year) {
            (true, true, true, _) => Some(Self::Full),
            (false, true, true, true) => Some(Self::Long),
            (false, true, true, false) => Some(Self::DayMonth),
            (false, false, true, true) => Some(Self::MonthYear),
            (false, false, true, false) => Some(Self::Month),
            (true, false, false, false) => Some(Self::Weekday),
            _ => None,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_of_another_generator_means_a_style() {
        for (pattern, style) in [
            ("%Y-%m-%d", Some(DateStyle::Iso)),
            ("2006-01-02", Some(DateStyle::Iso)),
            ("%d %B %Y", Some(DateStyle::Long)),
            ("%d/%m/%Y", Some(DateStyle::Long)),
            ("2 January 2006", Some(DateStyle::Long)),
            ("Jan 2, 2006", Some(DateStyle::Long)),
            ("%A %e %B %Y", Some(DateStyle::Full)),
            ("Monday, 2 January", Some(DateStyle::Full)),
            ("%d %b", Some(DateStyle::DayMonth)),
            ("January 2006", Some(DateStyle::MonthYear)),
            ("%B %Y", Some(DateStyle::MonthYear)),
            ("%B", Some(DateStyle::Month)),
            ("Mon", Some(DateStyle::Weekday)),
            ("%Y", None),
            ("%H:%M", None),
            ("lnog", None),
            ("", None),
        ] {
            assert_eq!(DateStyle::meant_by(pattern), style, "{pattern}");
        }
    }
}

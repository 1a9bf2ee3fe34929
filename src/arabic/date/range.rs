//! Two days to one range that says nothing twice. Composed from whole dates of the language, because the
//! ranges of `icu` 2.4 are unfit for dates in long form; no pattern of any language is known here.

use super::{Calendar, Date, DateStyle};

/// The range from `first` to `last`, which is not before it.
pub(super) fn written(calendar: &Calendar, first: Date, last: Date) -> String {
    let from = calendar.written(first, DateStyle::Long);
    let to = calendar.written(last, DateStyle::Long);
    if first == last {
        return from;
    }
    let shortened = if first.year() != last.year() || !calendar.has_month_names() {
        None
    } else if first.month() == last.month() {
        within_month(&from, &to)
    } else {
        let day_month = |date| calendar.written(date, DateStyle::DayMonth);
        within_year(&from, &to, &day_month(first), &day_month(last))
    };
    shortened.unwrap_or_else(|| format!("{from} – {to}"))
}

/// Two dates that differ in the day only: «24–27 نونبر 2025». The dot of a German ordinal goes with its day.
fn within_month(from: &str, to: &str) -> Option<String> {
    let common = from.char_indices().zip(to.chars());
    let differing = common
        .filter(|((_, a), b)| a != b)
        .map(|((at, _), _)| at)
        .next()?;
    let before = from[..differing].trim_end_matches(char::is_numeric);
    let (first_day, after) = split_day(&from[before.len()..]);
    let (last_day, same_after) = split_day(&to[before.len()..]);
    (after == same_after).then(|| format!("{before}{first_day}–{last_day}{after}"))
}

fn split_day(text: &str) -> (&str, &str) {
    let end = text.find(|c: char| !c.is_numeric() && c != '.');
    text.split_at(end.unwrap_or(text.len()))
}

/// Two dates of one year, which is said once, at the end or at the start as the language has it:
/// «28 نونبر – 3 دجنبر 2025», `2025年11月28日 – 12月3日`.
fn within_year(from: &str, to: &str, first_day: &str, last_day: &str) -> Option<String> {
    if to.starts_with(last_day) {
        Some(format!("{first_day} – {to}"))
    } else if from.ends_with(first_day) {
        Some(format!("{from} – {last_day}"))
    } else {
        None
    }
}

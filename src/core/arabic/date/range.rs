//! Two days to one range that says nothing twice and loses nothing. Composed from whole dates of the language, because
//! the ranges of `icu` 2.4 are unfit for dates in long form; no pattern of any language is known here.

use super::calendar::Calendar;
use super::day::Date;
use super::style::{DateStyle, RangeStyle};

/// The range from `first` to `last`, which is not before it.
pub(super) fn written(calendar: &Calendar, first: Date, last: Date, style: RangeStyle) -> String {
    let whole = style.of_a_day();
    let from = calendar.written(first, whole);
    let to = calendar.written(last, whole);
    let same_year = first.year() == last.year();
    let same_month = same_year && first.month() == last.month();
    match style {
        RangeStyle::Iso if first == last => return from,
        RangeStyle::Iso => return format!("{from}/{to}"),
        // Without their years the two would read as days of one.
        RangeStyle::DayMonth if !same_year => {
            return written(calendar, first, last, RangeStyle::Long);
        }
        RangeStyle::MonthYear if same_month => return from,
        _ if first == last => return from,
        _ => {}
    }
    let day_month = |date| calendar.written(date, DateStyle::DayMonth);
    let month = |date| calendar.written(date, DateStyle::Month);
    let weekday_day_month = |date| calendar.weekday_day_month(date);
    let shortened = if !same_year || !calendar.has_month_names() {
        None
    } else {
        match style {
            RangeStyle::Long | RangeStyle::DayMonth if same_month => {
                within_month(calendar, &from, &to)
            }
            RangeStyle::Long => {
                within_year(calendar, &from, &to, &day_month(first), &day_month(last))
            }
            RangeStyle::Full => {
                let [first_day, last_day] = [first, last].map(weekday_day_month);
                let month = format!(" {}", month(first));
                let without_month = first_day.strip_suffix(&month);
                let first_day = without_month
                    .filter(|_| same_month && calendar.says_month_once())
                    .unwrap_or(&first_day);
                within_year(calendar, &from, &to, first_day, &last_day)
            }
            RangeStyle::MonthYear => within_year(calendar, &from, &to, &month(first), &month(last)),
            RangeStyle::DayMonth | RangeStyle::Iso => None,
        }
    };
    shortened.unwrap_or_else(|| format!("{from}{}{to}", calendar.between()))
}

/// Two dates that differ in the day only: «24–27 نونبر 2025». The end of an ordinal, as German and French have
/// it, goes with its day: `1.–3. Januar`, `1er–3 janvier`.
fn within_month(calendar: &Calendar, from: &str, to: &str) -> Option<String> {
    let common = from.char_indices().zip(to.chars());
    let differing = common
        .filter(|((_, a), b)| a != b)
        .map(|((at, _), _)| at)
        .next()?;
    let before = from[..differing].trim_end_matches(char::is_numeric);
    let (first_day, after) = split_day(&from[before.len()..]);
    let (last_day, same_after) = split_day(&to[before.len()..]);
    let between = calendar.between_numbers();
    (after == same_after).then(|| format!("{before}{first_day}{between}{last_day}{after}"))
}

fn split_day(text: &str) -> (&str, &str) {
    let end = text.find(|c: char| !c.is_numeric() && c != '.');
    let end = end.unwrap_or(text.len());
    let ending = if text[end..].starts_with("er ") { 2 } else { 0 };
    text.split_at(end + ending)
}

/// Two dates of one year, which is said once, at the end or at the start as the language has it:
/// «28 نونبر – 3 دجنبر 2025», `2025年11月28日 – 12月3日`.
fn within_year(
    calendar: &Calendar,
    from: &str,
    to: &str,
    first_without: &str,
    last_without: &str,
) -> Option<String> {
    let between = calendar.between();
    // `Monday, 24 November 2025` is `Monday 24 November` without its year in British English.
    let without_comma = to.replacen(", ", " ", 1);
    if to.starts_with(last_without) {
        Some(format!("{first_without}{between}{to}"))
    } else if from.ends_with(first_without) {
        Some(format!("{from}{between}{last_without}"))
    } else if without_comma.starts_with(last_without) {
        Some(format!("{first_without}{between}{without_comma}"))
    } else {
        None
    }
}

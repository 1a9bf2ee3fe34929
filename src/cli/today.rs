//! The day on which a site is built: as it is given, else that of `SOURCE_DATE_EPOCH`, else that of the clock.
#![expect(
    clippy::disallowed_methods,
    reason = "the clock and the environment are read here, once"
)]

use std::time::{SystemTime, UNIX_EPOCH};

use crate::arabic::Date;
use crate::content::Absence;
use crate::diagnostic::Diagnostic;
use crate::locale::{Text, text};
use crate::path::SourcePath;

/// What reproducible builds give as the time at which they run (reproducible-builds.org).
const EPOCH: &str = "SOURCE_DATE_EPOCH";

const SECONDS_OF_A_DAY: u64 = 24 * 60 * 60;

/// Reads a day as it is given on the command line.
pub(super) fn day(text: &str) -> Result<Date, Text> {
    text.parse().map_err(|_| text!("usage-day"))
}

/// The day on which a site is built. `given` is that of the command line.
pub(super) fn today(given: Option<Date>) -> Result<Date, Diagnostic> {
    if let Some(day) = given {
        return Ok(day);
    }
    let Some(epoch) = std::env::var_os(EPOCH).filter(|epoch| !epoch.is_empty()) else {
        return Ok(of_clock());
    };
    let epoch = epoch.to_string_lossy();
    let seconds = epoch.parse::<u64>().ok();
    seconds.and_then(day_of).ok_or_else(|| {
        let message = text!("epoch-wrong", name = EPOCH, value = &*epoch);
        Diagnostic::error("E105", message).hint(text!("epoch-wrong-hint"))
    })
}

/// The day at Greenwich.
pub(super) fn of_clock() -> Date {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    let day = since.ok().and_then(|since| day_of(since.as_secs()));
    day.unwrap_or_else(first_day)
}

fn first_day() -> Date {
    Date::new(1970, 1, 1).unwrap_or_else(|| unreachable!("it is a day"))
}

/// The day of a second since the first of January 1970. None beyond the year 9999.
fn day_of(seconds: u64) -> Option<Date> {
    let mut left = u32::try_from(seconds / SECONDS_OF_A_DAY).ok()?;
    for year in 1970..=9999 {
        let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let days = if is_leap { 366 } else { 365 };
        if left >= days {
            left -= days;
            continue;
        }
        let february = if is_leap { 29 } else { 28 };
        let months = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
        for (length, month) in months.into_iter().zip(1..) {
            if left < length {
                return Date::new(year, month, u8::try_from(left + 1).ok()?);
            }
            left -= length;
        }
    }
    None
}

/// That a day mattered, where entries are left out because of it.
pub(super) fn left_out(unpublished: &[(SourcePath, Absence)], today: Date) -> Option<Text> {
    let count = |is: fn(&Absence) -> bool| unpublished.iter().filter(|(_, why)| is(why)).count();
    let scheduled = count(|why| matches!(why, Absence::Scheduled(_)));
    let expired = count(|why| matches!(why, Absence::Expired(_)));
    let mattered = scheduled + expired > 0;
    mattered.then(|| text!("left-out", today = today.to_string(), scheduled, expired))
}

/// Each entry that is not published, a line each.
pub(super) fn lines(unpublished: &[(SourcePath, Absence)]) -> impl Iterator<Item = Text> {
    unpublished.iter().map(|(path, why)| {
        let path = path.as_str();
        match why {
            Absence::Draft => text!("unpublished-draft", path),
            Absence::Scheduled(day) => text!("unpublished-scheduled", path, day = day.to_string()),
            Absence::Expired(day) => text!("unpublished-expired", path, day = day.to_string()),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_are_days() {
        for (seconds, expected) in [
            (0, Some("1970-01-01")),
            (86_399, Some("1970-01-01")),
            (951_782_400, Some("2000-02-29")),
            (951_868_800, Some("2000-03-01")),
            (4_107_542_400, Some("2100-03-01")),
            (253_402_300_799, Some("9999-12-31")),
            (253_402_300_800, None),
        ] {
            let day = day_of(seconds).map(|day| day.to_string());
            assert_eq!(day.as_deref(), expected, "{seconds}");
        }
    }
}

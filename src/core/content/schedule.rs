//! When an entry is published: not while it is a draft, not before its day, and not from the day on that it expires.

use crate::arabic::Date;

/// What an entry says of when it is published.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Schedule {
    /// Whether it is a draft.
    pub draft: bool,
    /// The first day on which it is published.
    pub publish: Option<Date>,
    /// The first day on which it is no longer.
    pub expires: Option<Date>,
}

/// Why an entry is not published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Absence {
    /// It is a draft.
    Draft,
    /// Its day has not come.
    Scheduled(Date),
    /// Its last day has passed: it expired on this one.
    Expired(Date),
}

impl Schedule {
    /// Why it is not published on a day. Where no day is asked of, only drafts are not.
    #[must_use]
    pub fn absence(&self, today: Option<Date>) -> Option<Absence> {
        if self.draft {
            return Some(Absence::Draft);
        }
        let today = today?;
        let scheduled = self.publish.filter(|day| today < *day);
        let expired = self.expires.filter(|day| *day <= today);
        scheduled
            .map(Absence::Scheduled)
            .or(expired.map(Absence::Expired))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_is_there_from_its_day_on_until_it_expires() {
        let day = |day| Date::new(2026, 11, day).unwrap();
        let schedule = Schedule {
            draft: false,
            publish: Some(day(10)),
            expires: Some(day(12)),
        };
        for (today, expected) in [
            (9, Some(Absence::Scheduled(day(10)))),
            (10, None),
            (11, None),
            (12, Some(Absence::Expired(day(12)))),
            (13, Some(Absence::Expired(day(12)))),
        ] {
            assert_eq!(schedule.absence(Some(day(today))), expected, "{today}");
        }
        assert_eq!(schedule.absence(None), None);
        let draft = Schedule {
            draft: true,
            ..schedule
        };
        assert_eq!(draft.absence(None), Some(Absence::Draft));
    }
}

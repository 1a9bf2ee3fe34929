//! `[limits]`: what one entry and one page may cost before the build says so instead of going on.

use std::time::Duration;

use super::table::{File, Table};
use crate::locale::text;

/// What bounds a build.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// The largest file of an entry, in bytes.
    pub entry: usize,
    /// The largest file that a template may make, in bytes.
    pub page: usize,
    /// How long one file may take.
    pub time: Duration,
    /// How much memory a build may take, in bytes.
    pub memory: u64,
}

/// Bytes in a megabyte, as file managers count.
const MEGABYTE: usize = 1_000_000;

impl Default for Limits {
    fn default() -> Self {
        Self {
            entry: 16 * MEGABYTE,
            page: 20 * MEGABYTE,
            time: Duration::from_mins(1),
            memory: 8_000_000_000,
        }
    }
}

impl Limits {
    /// Reads the table.
    pub(super) fn read(file: &mut File<'_>, table: Option<Table<'_>>) -> Self {
        let mut limits = Self::default();
        let Some(mut table) = table else {
            return limits;
        };
        for (key, limit) in [("entry", &mut limits.entry), ("page", &mut limits.page)] {
            let megabytes = table.number::<usize>(file, key, 1..=1000, |number| {
                let hint = text!("megabytes-between-hint", least = 1_i64, most = 1000_i64);
                (text!("limit-wrong", number), hint)
            });
            if let Some(megabytes) = megabytes {
                *limit = megabytes * MEGABYTE;
            }
        }
        let seconds = table.number::<u64>(file, "seconds", 1..=3600, |number| {
            let hint = text!("seconds-between-hint", least = 1_i64, most = 3600_i64);
            (text!("limit-wrong", number), hint)
        });
        if let Some(seconds) = seconds {
            limits.time = Duration::from_secs(seconds);
        }
        let memory = table.number::<u64>(file, "memory", 100..=1_000_000, |number| {
            let (least, most) = (100_i64, 1_000_000_i64);
            let hint = text!("megabytes-between-hint", least, most);
            (text!("limit-wrong", number), hint)
        });
        if let Some(megabytes) = memory {
            limits.memory = megabytes * 1_000_000;
        }
        table.finish(file);
        limits
    }
}

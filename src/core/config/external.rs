//! `[check.external]`: which external links are skipped, and the timeout for the others.

use super::table::{File, Table};
use crate::locale::text;

/// The settings of `check --external`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct External {
    /// Addresses that are skipped; a final `*` stands for any ending.
    pub skip: Vec<String>,
    /// How many seconds an answer may take.
    pub timeout_seconds: u64,
    /// The number of days for which a good answer is cached.
    pub keep_days: u64,
}

impl Default for External {
    fn default() -> Self {
        Self {
            skip: Vec::new(),
            timeout_seconds: 10,
            keep_days: 7,
        }
    }
}

impl External {
    /// Whether an address is not asked.
    #[must_use]
    pub fn skips(&self, address: &str) -> bool {
        let is_meant = |skip: &String| match skip.strip_suffix('*') {
            Some(beginning) => address.starts_with(beginning),
            None => address == skip,
        };
        self.skip.iter().any(is_meant)
    }
}

/// Reads the table `external` of `[check]`.
pub(super) fn read(file: &mut File<'_>, check: Option<&mut Table<'_>>) -> External {
    let mut external = External::default();
    let Some(mut table) = check.and_then(|check| check.table(file, "external")) else {
        return external;
    };
    let skip = table.strings(file, "skip").into_iter();
    external.skip = skip.map(|address| address.value).collect();
    let limits = [
        ("timeout", 1..=300, &mut external.timeout_seconds),
        ("keep", 0..=365, &mut external.keep_days),
    ];
    for (key, range, limit) in limits {
        let (least, most) = (*range.start(), *range.end());
        let number = table.number(file, key, range, |number| {
            let message = if key == "keep" {
                text!("days-wrong", number, key)
            } else {
                text!("seconds-wrong", number, key)
            };
            (message, text!("number-between-hint", least, most))
        });
        *limit = number.unwrap_or(*limit);
    }
    table.finish(file);
    external
}

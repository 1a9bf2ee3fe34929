//! `[check.budgets]`: how many bytes a page may load.

use super::table::{File, Table};
use crate::locale::text;

/// What a page may weigh, in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Budgets {
    /// Its HTML, compressed.
    pub html: u64,
    /// The style sheets that it loads, as they are stored.
    pub css: u64,
    /// The fonts that it may load.
    pub fonts: u64,
    /// The scripts that it loads, as they are stored, but for those that come with what site.toml asks for.
    pub scripts: u64,
    /// All that a reader is sent who sees the page first: HTML, style sheets and scripts as Brotli sends them, fonts and
    /// pictures.
    pub first_view: u64,
}

/// Bytes in a kilobyte, as browsers count.
const KILOBYTE: u64 = 1000;

impl Default for Budgets {
    /// Fonts may take a second on a connection of 700 kbit/s, which is slow 3G, and a first view a third of one more. The
    /// others are what pages of text need, and a text needs no script.
    fn default() -> Self {
        Self {
            html: 40 * KILOBYTE,
            css: 16 * KILOBYTE,
            fonts: 85 * KILOBYTE,
            scripts: 0,
            first_view: 110 * KILOBYTE,
        }
    }
}

impl Budgets {
    /// Reads the table `budgets` of `[check]`.
    pub(super) fn read(file: &mut File<'_>, check: Option<&mut Table<'_>>) -> Self {
        let mut budgets = Self::default();
        let Some(mut table) = check.and_then(|check| check.table(file, "budgets")) else {
            return budgets;
        };
        for (key, budget) in [
            ("html", &mut budgets.html),
            ("css", &mut budgets.css),
            ("fonts", &mut budgets.fonts),
            ("scripts", &mut budgets.scripts),
            ("first_view", &mut budgets.first_view),
        ] {
            let kilobytes = table.number::<u64>(file, key, 0..=i64::MAX, |number| {
                (text!("budget-wrong", number), text!("budget-wrong-hint"))
            });
            if let Some(kilobytes) = kilobytes {
                *budget = kilobytes.saturating_mul(KILOBYTE);
            }
        }
        table.finish(file);
        budgets
    }
}

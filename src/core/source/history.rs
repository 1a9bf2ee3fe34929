//! When the files of a site were last changed, by the day, as whoever keeps its history knows it.

use std::collections::BTreeMap;

use crate::arabic::Date;
use crate::path::SourcePath;

/// The day of the last change of each file that is known.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct History(BTreeMap<SourcePath, Date>);

impl History {
    /// The day on which a file was last changed.
    #[must_use]
    pub fn day(&self, file: &SourcePath) -> Option<Date> {
        self.0.get(file).copied()
    }

    /// The files and their days, in a form of which a digest can be made.
    pub(super) fn lines(&self) -> Vec<(&str, String)> {
        let days = self.0.iter();
        days.map(|(file, day)| (file.as_str(), day.to_string()))
            .collect()
    }
}

impl FromIterator<(SourcePath, Date)> for History {
    /// Of several days of one file, the first counts.
    fn from_iter<T: IntoIterator<Item = (SourcePath, Date)>>(changes: T) -> Self {
        let mut days = BTreeMap::new();
        for (file, day) in changes {
            days.entry(file).or_insert(day);
        }
        Self(days)
    }
}

//! The paragraphs that citations stand on, and what of them is quoted where.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use super::entry_id::EntryId;
use crate::digest::StableHasher;

/// The paragraphs of all sources, and who cites them.
#[derive(Debug, Default)]
pub struct Provenance {
    /// Paragraphs by source and number.
    pub paragraphs: BTreeMap<(EntryId, i64), Paragraph>,
    /// The sources by slug.
    pub(super) sources: BTreeMap<Arc<str>, EntryId>,
    /// The source that is meant where none is named.
    pub(super) main: Option<EntryId>,
}

/// A numbered paragraph of a source.
#[derive(Debug)]
pub struct Paragraph {
    /// Its words. What of them may be published, [`Self::excerpts`] says.
    pub(super) text: Arc<str>,
    /// The entries on whose pages it is cited, in the order of the site.
    pub cited_by: BTreeSet<EntryId>,
    /// The quoted parts of `text`, in order and without overlaps.
    pub quoted: Vec<Range<usize>>,
}

impl Paragraph {
    /// All of its words, whatever of them may be published: for commands, which change the site's own files.
    #[must_use]
    pub fn words(&self) -> &str {
        &self.text
    }

    /// The quoted words, in the order in which they stand.
    pub fn excerpts(&self) -> impl Iterator<Item = &str> {
        self.quoted.iter().map(|range| &self.text[range.clone()])
    }

    /// Writes down its words, which directives are made of.
    pub fn trace(&self, trace: &mut StableHasher) {
        trace.text(&self.text);
    }

    /// Adds a quoted part, merged with those it touches.
    pub(super) fn quote(&mut self, part: Range<usize>) {
        let mut part = part;
        self.quoted.retain(|other| {
            let apart = other.end < part.start || part.end < other.start;
            if !apart {
                part = part.start.min(other.start)..part.end.max(other.end);
            }
            apart
        });
        let place = self
            .quoted
            .partition_point(|other| other.start < part.start);
        self.quoted.insert(place, part);
    }
}

impl Provenance {
    /// The source that a citation means: the one that it names, or the main one, or the only one there is.
    #[must_use]
    pub fn source(&self, named: Option<&str>) -> Option<EntryId> {
        let mut all = self.sources.values().copied();
        match named {
            Some(slug) => self.sources.get(slug).copied(),
            None => self
                .main
                .or_else(|| all.next().filter(|_| all.next().is_none())),
        }
    }

    /// The slug of a source, where there are several, so that it has to be told.
    pub(super) fn told(&self, source: EntryId) -> Option<&str> {
        let mut all = self.sources.iter().filter(|_| self.sources.len() > 1);
        let (slug, _) = all.find(|(_, id)| **id == source)?;
        Some(slug)
    }
}

//! The blocks and calls of a text that have begun, as far as it has been read.

use std::collections::BTreeMap;
use std::ops::Range;

use super::lines::Line;

/// The blocks of a text.
#[derive(Debug, Default)]
pub(in crate::markdown) struct Blocks {
    /// The lines that begin and end them, by the byte at which their colons begin.
    pub(super) lines: BTreeMap<usize, Line>,
    pub(super) open: Vec<OpenBlock>,
    /// The lines that are still to come for blocks that were told not to end.
    pub(in crate::markdown) owed: usize,
    /// How many elements are open around what is being read.
    pub(in crate::markdown) depth: usize,
    /// How many of them are quotations.
    pub(in crate::markdown) quotes: usize,
}

impl Blocks {
    pub(in crate::markdown) fn new(lines: Vec<Line>) -> Self {
        Self {
            lines: lines.into_iter().map(|line| (line.start, line)).collect(),
            ..Self::default()
        }
    }
}

/// A block that has begun.
#[derive(Debug)]
pub(super) struct OpenBlock {
    pub(super) range: Range<usize>,
    pub(super) depth: usize,
}

/// The calls of a block of text that are not closed yet.
#[derive(Debug, Default)]
pub(in crate::markdown) struct Inline {
    pub(super) open: Vec<OpenInline>,
}

impl Inline {
    /// The innermost call, if it began at this depth.
    pub(super) fn at(&mut self, depth: usize) -> Option<&mut OpenInline> {
        self.open.last_mut().filter(|open| open.depth == depth)
    }
}

/// A call that has begun.
#[derive(Debug)]
pub(super) struct OpenInline {
    /// The event that stands for its beginning.
    pub(super) event: usize,
    /// Where it begins in the text of its block.
    pub(super) at: usize,
    pub(super) name: String,
    /// Where it begins in the Markdown.
    pub(super) start: usize,
    /// How many elements are open around it: it ends where it began, and not inside of others.
    pub(super) depth: usize,
    /// How many brackets are open in its text.
    pub(super) brackets: usize,
}

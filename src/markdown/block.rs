//! The text of one block of prose, and the quotations in it.

use std::ops::Range;

use super::prose::Quotation;
use crate::source::{Notation, SourceRange, TextPlace};

/// The text of the block that is being read, and the quotations in it that no citation has closed yet.
#[derive(Default)]
pub(super) struct Block {
    pub(super) text: String,
    /// Where in the Markdown a part of `text` came from: bytes of `text` → bytes of the source.
    origins: Vec<(usize, usize)>,
    scanned: usize,
    /// The bytes of `text` that no rule of typography is about.
    opaque: Vec<Range<usize>>,
    judged: usize,
    pub(super) pending: Vec<Quotation>,
}

impl Block {
    pub(super) fn push(&mut self, text: &str, origin: usize) {
        self.origins.push((self.text.len(), origin));
        self.text.push_str(text);
    }

    /// Adds what is no Arabic prose: code, a phrase in another language.
    pub(super) fn push_opaque(&mut self, text: &str, origin: usize) {
        let start = self.text.len();
        self.push(text, origin);
        self.opaque.push(start..self.text.len());
    }

    /// Separates what follows from what precedes, as between the cells of a row.
    pub(super) fn push_edge(&mut self) {
        self.push(" ", 0);
        self.judged = self.text.len();
    }

    /// Where the text begins that has not been judged yet, and what of it is to be passed over, from there. None where
    /// there is nothing new.
    pub(super) fn unjudged(&mut self) -> Option<(usize, Vec<Range<usize>>)> {
        let start = std::mem::replace(&mut self.judged, self.text.len());
        let opaque = std::mem::take(&mut self.opaque).into_iter();
        let opaque = opaque.map(|range| range.start - start..range.end - start);
        (start < self.text.len()).then(|| (start, opaque.collect()))
    }

    /// Where a part of the text is written.
    pub(super) fn written(
        &self,
        range: Range<usize>,
        markdown: &str,
        place: &TextPlace,
    ) -> SourceRange {
        let start = self.origin(range.start);
        let written = start..start + range.len();
        if markdown.get(written.clone()) == Some(&self.text[range.clone()]) {
            return SourceRange {
                range: place.of(written),
                notation: place.notation(),
            };
        }
        let last = self.text[range.clone()]
            .chars()
            .next_back()
            .map_or(0, char::len_utf8);
        let end = self.origin(range.end - last) + last;
        let mut end = end.clamp(start, markdown.len());
        while !markdown.is_char_boundary(end) {
            end += 1;
        }
        SourceRange {
            range: place.of(start..end),
            notation: Notation::Interrupted,
        }
    }

    /// Takes the text that was pushed last away again.
    pub(super) fn pop(&mut self, text: &str) {
        self.text.truncate(self.text.len() - text.len());
        self.origins.pop();
    }

    /// Finds the quotations that have been completed since the last scan.
    pub(super) fn scan(&mut self, place: &TextPlace) {
        while let Some(open) = self.text[self.scanned..].find('«') {
            let open = self.scanned + open;
            let start = open + '«'.len_utf8();
            let Some(length) = self.text[start..].find('»') else {
                return;
            };
            let end = start + length;
            let words = self.text[start..end].split_whitespace();
            let range = self.origin(open)..self.origin(end) + '»'.len_utf8();
            self.pending.push(Quotation {
                text: words.collect::<Vec<_>>().join(" "),
                range: place.of(range),
                cited: None,
            });
            self.scanned = end;
        }
    }

    /// The mark that opens a quotation which the block does not close.
    pub(super) fn unclosed(&self) -> Option<Range<usize>> {
        let open = self.scanned + self.text[self.scanned..].find('«')?;
        let start = self.origin(open);
        Some(start..start + '«'.len_utf8())
    }

    /// The byte of the Markdown that a byte of the block's text came from.
    pub(super) fn origin(&self, byte: usize) -> usize {
        let part = self.origins.partition_point(|(start, _)| *start <= byte);
        let (start, origin) = self.origins[part - 1];
        origin + (byte - start)
    }
}

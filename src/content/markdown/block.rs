//! The text of one block of prose, and the quotations in it.

use std::ops::Range;

use crate::content::prose::Quotation;

use super::Place;

/// The text of the block that is being read, and the quotations in it that no citation has closed yet.
#[derive(Default)]
pub(super) struct Block {
    pub(super) text: String,
    /// Where in the Markdown a part of `text` came from: bytes of `text` → bytes of the source.
    origins: Vec<(usize, usize)>,
    scanned: usize,
    pub(super) pending: Vec<Quotation>,
}

impl Block {
    pub(super) fn push(&mut self, text: &str, origin: usize) {
        self.origins.push((self.text.len(), origin));
        self.text.push_str(text);
    }

    /// Takes the text that was pushed last away again.
    pub(super) fn pop(&mut self, text: &str) {
        self.text.truncate(self.text.len() - text.len());
        self.origins.pop();
    }

    /// Finds the quotations that have been completed since the last scan.
    pub(super) fn scan(&mut self, place: &Place) {
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
    fn origin(&self, byte: usize) -> usize {
        let part = self.origins.partition_point(|(start, _)| *start <= byte);
        let (start, origin) = self.origins[part - 1];
        origin + (byte - start)
    }
}

//! The text of one block of prose, and the quotations in it.

use std::ops::Range;

use super::prose::Quotation;
use crate::arabic::typography::LineStart;
use crate::html::reference;
use crate::source::{Reading, SourceMap, TextPlace};

/// The text of the block that is being read, and the quotations in it that no citation has closed yet.
#[derive(Default)]
pub(super) struct Block {
    pub(super) text: String,
    /// Where in the Markdown it stands.
    pub(super) map: SourceMap,
    scanned: usize,
    /// The bytes of `text` that no rule of typography is about.
    opaque: Vec<Range<usize>>,
    /// The bytes of `text` at which a value of the site stands.
    values: Vec<usize>,
    /// What began like a call and is text after all, and the bytes of `text` ahead of which it stands.
    let_be: Vec<(usize, String)>,
    lines: Vec<LineStart>,
    judged: usize,
    pub(super) pending: Vec<Quotation>,
}

/// The part of a text that no rule of typography has seen.
pub(super) struct Unjudged {
    /// Where it begins in the text of the block.
    pub(super) start: usize,
    /// What of it is to be passed over, from there.
    pub(super) opaque: Vec<Range<usize>>,
    /// Where lines begin in it, from there.
    pub(super) lines: Vec<LineStart>,
}

impl Block {
    /// Adds what another text has in `range`, of which `map` tells where in the Markdown it stands.
    pub(super) fn push(&mut self, text: &str, map: &SourceMap, range: Range<usize>) {
        self.text.push_str(&text[range.clone()]);
        self.map.append(map, range);
    }

    /// Adds a text that is written letter for letter from this byte of the Markdown on.
    pub(super) fn push_written(&mut self, text: &str, start: usize) {
        let source = start..start + text.len();
        self.map.push(text.len(), source, Reading::Verbatim);
        self.text.push_str(text);
    }

    /// Adds what is no Arabic prose: code, a phrase in another language.
    pub(super) fn push_opaque(&mut self, text: &str, map: &SourceMap, range: Range<usize>) {
        let start = self.text.len();
        self.push(text, map, range);
        self.opaque.push(start..self.text.len());
    }

    /// Whether something in the new part is no prose.
    pub(super) fn has_opaque(&self) -> bool {
        !self.opaque.is_empty()
    }

    /// Adds a value of the site, which is not known yet and stands at `range` of the Markdown. To the rules of typography it
    /// is a word of another kind.
    pub(super) fn push_value(&mut self, range: Range<usize>) {
        let mut map = SourceMap::default();
        map.push(1, range, Reading::Reference);
        self.values.push(self.text.len());
        self.push_opaque("0", &map, 0..1);
    }

    /// The text from a byte on, with what is known of it.
    pub(super) fn known(&self, start: usize) -> String {
        let mut known = String::with_capacity(self.text.len() - start);
        let mut copied = start;
        let values = self.values.iter().map(|at| (*at, at + 1, ""));
        let let_be = self.let_be.iter().rev();
        let let_be = let_be.map(|(at, text)| (*at, *at, &**text));
        let mut other: Vec<_> = values
            .chain(let_be)
            .filter(|(at, ..)| *at >= start)
            .collect();
        other.sort_by_key(|(at, ..)| *at);
        for (at, behind, text) in other {
            known.push_str(&self.text[copied..at]);
            known.push_str(text);
            copied = behind;
        }
        known + &self.text[copied..]
    }

    /// Lets what began like a call ahead of a byte be text.
    pub(super) fn let_be(&mut self, at: usize, text: String) {
        self.let_be.push((at, text));
    }

    /// Adds the space that the end of a line stands for.
    pub(super) fn push_break(&mut self, range: Range<usize>) {
        self.text.push(' ');
        self.map.push(1, range, Reading::Break);
    }

    /// Adds the end of a line. Whether readers see it: `is_forced`.
    pub(super) fn push_line_end(&mut self, range: Range<usize>, is_forced: bool) {
        self.push_break(range);
        let at = self.text.len();
        self.lines.push(LineStart { at, is_forced });
    }

    /// Separates what follows from what precedes, as between the cells of a row.
    pub(super) fn push_edge(&mut self) {
        let end = self.map.of(self.text.len()..self.text.len()).range.end;
        self.push_break(end..end);
        self.judged = self.text.len();
    }

    /// What has not been judged yet. None where there is nothing new.
    pub(super) fn unjudged(&mut self) -> Option<Unjudged> {
        let start = std::mem::replace(&mut self.judged, self.text.len());
        let opaque = std::mem::take(&mut self.opaque).into_iter();
        let opaque = opaque.map(|range| range.start - start..range.end - start);
        let lines = std::mem::take(&mut self.lines).into_iter();
        let lines = lines.map(|line| LineStart {
            at: line.at - start,
            ..line
        });
        (start < self.text.len()).then(|| Unjudged {
            start,
            opaque: opaque.collect(),
            lines: lines.collect(),
        })
    }

    /// Takes the text that was pushed last away again, and gives its place.
    pub(super) fn pop(&mut self, text: &str) -> SourceMap {
        self.text.truncate(self.text.len() - text.len());
        let length = self.text.len();
        self.values.retain(|value| *value < length);
        self.map.split_off(self.text.len())
    }

    /// Part of the text with its character references as characters, and where that stands.
    pub(super) fn without_references(&self, part: Range<usize>) -> (String, SourceMap) {
        let (mut text, mut map) = (String::new(), SourceMap::default());
        let (mut copied, mut at) = (part.start, part.start);
        let copy = |text: &mut String, map: &mut SourceMap, range: Range<usize>| {
            text.push_str(&self.text[range.clone()]);
            map.append(&self.map, range);
        };
        while let Some(next) = self.text[at..part.end].find('&') {
            at += next;
            let Some(found) = reference(&self.text[at..part.end]) else {
                at += 1;
                continue;
            };
            copy(&mut text, &mut map, copied..at);
            copied = at + found.length;
            let source = self.map.of(at..copied).range;
            map.push(found.characters.len(), source, Reading::Reference);
            text.push_str(&found.characters);
            at = copied;
        }
        copy(&mut text, &mut map, copied..part.end);
        (text, map)
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
            let range = self.map.of(open..end + '»'.len_utf8()).range;
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
        Some(self.map.of(open..open + '«'.len_utf8()).range)
    }

    /// The byte of the Markdown that a byte of the block's text came from.
    pub(super) fn origin(&self, byte: usize) -> usize {
        self.map.of(byte..byte + 1).range.start
    }
}

//! Text in prose, with the foreign phrases that an author marked by hand.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, Tag};

use super::foreign::{self, PieceKind};
use super::lints;
use super::reader::ProseReader;
use super::signs::has_any;
use crate::arabic::Direction;
use crate::arabic::bidi::{END, Isolation};
use crate::diagnostic::Span;
use crate::source::typography::Written;
use crate::source::{Notation, Reading, SourceMap, controls};

/// The pieces in which a text comes, put together.
#[derive(Default)]
pub(super) struct Merged<'a> {
    text: Option<Text<'a>>,
    map: SourceMap,
    /// Where the last piece ends.
    end: usize,
}

/// Text that grows: what comes in one piece is not copied, and what comes in thousands is not copied for each.
enum Text<'a> {
    One(CowStr<'a>),
    Several(String),
}

impl<'a> Merged<'a> {
    /// Adds a piece of text that was read from bytes `range`.
    pub(super) fn push(&mut self, piece: CowStr<'a>, range: Range<usize>, markdown: &str) {
        if self.text.is_none() {
            self.end = 0;
        }
        let end = range.end;
        if markdown.get(range.clone()) != Some(&*piece) {
            self.map.push(piece.len(), range, Reading::Reference);
        } else if is_escaped(markdown, self.end..range.start) {
            let first = piece.chars().next().map_or(0, char::len_utf8);
            let behind = range.start + first;
            self.map
                .push(first, range.start - 1..behind, Reading::Escape);
            self.map
                .push(piece.len() - first, behind..range.end, Reading::Verbatim);
        } else {
            self.map.push(piece.len(), range, Reading::Verbatim);
        }
        self.end = end;
        self.text = Some(match self.text.take() {
            Some(Text::Several(text)) => Text::Several(text + &piece),
            Some(Text::One(first)) => Text::Several(first.into_string() + &piece),
            None => Text::One(piece),
        });
    }

    /// All of the text, if there is any, and where it stands.
    pub(super) fn take(&mut self) -> Option<(CowStr<'a>, SourceMap)> {
        let text = match self.text.take()? {
            Text::One(text) => text,
            Text::Several(text) => text.into(),
        };
        Some((text, std::mem::take(&mut self.map)))
    }
}

/// Whether an odd number of backslashes stands between two pieces of text: only punctuation begins a piece behind one.
fn is_escaped(markdown: &str, between: Range<usize>) -> bool {
    let at = between.end;
    let before = &markdown.as_bytes()[between.start.min(at)..at];
    let signs = before.iter().rev().take_while(|byte| **byte == b'\\');
    signs.count() % 2 == 1 && markdown[at..].starts_with(|c: char| c.is_ascii_punctuation())
}

/// Where the text of a span of code stands that was read from bytes `range`, between its marks.
pub(super) fn code_map(text: &str, markdown: &str, range: &Range<usize>) -> SourceMap {
    let written = &markdown[range.clone()];
    let marks = written.len() - written.trim_start_matches('`').len();
    let mut at = range.start + marks;
    if !markdown[at..].starts_with(text) && markdown[at..].starts_with([' ', '\n', '\r']) {
        at += 1;
    }
    let mut map = SourceMap::default();
    for c in text.chars() {
        let rest = markdown.get(at..range.end).unwrap_or_default();
        // Marks of the blocks around it stand at the beginning of a line, and a bar in a table is escaped.
        let ends = |rest: &str| c == ' ' && rest.starts_with(['\n', '\r']);
        let skipped = rest
            .char_indices()
            .find(|(at, found)| *found == c || ends(&rest[*at..]));
        let (start, found) = skipped.map_or((at, c), |(skipped, found)| (at + skipped, found));
        let reading = if found == c {
            Reading::Verbatim
        } else {
            Reading::Break
        };
        at = (start + found.len_utf8()).min(range.end);
        map.push(c.len_utf8(), start.min(at)..at, reading);
    }
    map
}

impl<'a> ProseReader<'a> {
    /// Reads the text that has been put together.
    pub(super) fn text(&mut self, text: CowStr<'a>, map: &SourceMap) {
        self.warn_of_literal_markup(&text, map);
        self.warn_of_open_markup(&text, map);
        if !map.is_verbatim() {
            self.refuse_controls(&text, map);
        }
        let attributes = self.read_attributes(&text);
        if attributes > 0 {
            self.words(&text, map, attributes..text.len());
        } else if self.may_call(&text) {
            self.text_with_calls(&text, map);
        } else if self.is_in_code_block() || !foreign::may_be_in(&text) {
            self.block.push(&text, map, 0..text.len());
            self.events.push(Event::Text(text));
        } else {
            self.words(&text, map, 0..text.len());
        }
    }

    /// Reports controls that are written as references. Those that stand in the file as they are, whoever reads files reports.
    fn refuse_controls(&mut self, text: &str, map: &SourceMap) {
        let place = self.place;
        let written = |range| {
            Written {
                map: Some((map, 0)),
                place,
            }
            .of(range)
        };
        let problems = controls::written_otherwise(text, self.path, written);
        self.diagnostics.extend(problems);
        if text.contains(char::REPLACEMENT_CHARACTER) {
            let range = map.of(0..text.len()).range;
            let at = |range| Span::new(self.path, place.of(range));
            let problems = controls::references_to_nothing(self.markdown, range, at);
            self.diagnostics.extend(problems);
        }
    }

    /// Reads a part of a text in which phrases in other languages may stand.
    pub(super) fn words(&mut self, text: &str, map: &SourceMap, part: Range<usize>) {
        for mut piece in foreign::pieces(&text[part.clone()]) {
            piece.range = part.start + piece.range.start..part.start + piece.range.end;
            let words = &text[piece.range.clone()];
            match piece.kind {
                PieceKind::Plain => self.push_text(text, map, piece.range),
                PieceKind::Phrase(language, direction) => {
                    let base = self.rules.isolation.as_ref().map(Isolation::base);
                    // Nothing is isolated in the direction of a left-to-right page.
                    let is_like_page = [Some(direction), base] == [Some(Direction::Ltr); 2];
                    let (begin, end) = match (is_like_page, direction.name()) {
                        (true, _) => (format!("<span lang=\"{language}\">"), "</span>"),
                        // In a call, what its author marks is told from what isolation marks.
                        (_, name) if self.is_in_call() => {
                            (format!("<bdi lang=\"{language}\" dir=\"{name}\">"), END)
                        }
                        (_, name) => (format!("<bdi dir=\"{name}\" lang=\"{language}\">"), END),
                    };
                    self.push_markup(begin);
                    self.block.push_opaque(text, map, piece.range.clone());
                    self.events.push(Event::Text(words.to_owned().into()));
                    self.push_markup(end.to_owned());
                }
                PieceKind::Malformed => {
                    self.warn(lints::UNKNOWN_PHRASE, map.of(piece.range.clone()).range);
                    self.push_text(text, map, piece.range);
                }
            }
        }
    }

    /// In a heading, pulldown-cmark takes the mark of a phrase at the end for an attribute of the heading.
    pub(super) fn mark_last_phrase(&mut self, heading: usize, end: usize) {
        let [.., Event::Text(last)] = &self.events[heading..] else {
            return;
        };
        let last = last.clone();
        let Some(Event::Start(Tag::Heading { attrs, .. })) = self.events.get_mut(heading) else {
            return;
        };
        let is_language = |(name, _): &(CowStr<'a>, _)| &**name == "lang";
        let position = attrs.iter().position(is_language);
        let Some(position) = position.filter(|_| last.ends_with(']')) else {
            return;
        };
        let (_, language) = attrs.remove(position);
        let mark = format!("{{lang={}}}", language.as_deref().unwrap_or_default());
        self.events.pop();
        let mut map = self.block.pop(&last);
        let start = map.of(last.len()..last.len()).range.end;
        map.push(mark.len(), start..end.max(start), Reading::Reference);
        self.text(format!("{last}{mark}").into(), &map);
    }

    fn push_text(&mut self, text: &str, map: &SourceMap, range: Range<usize>) {
        self.block.push(text, map, range.clone());
        self.events.push(Event::Text(text[range].to_owned().into()));
    }

    /// Adds markup, except in the description of a picture.
    fn push_markup(&mut self, html: String) {
        if self.image.is_none() {
            self.events.push(Event::InlineHtml(html.into()));
        }
    }

    pub(super) fn is_in_code_block(&self) -> bool {
        matches!(self.events.last(), Some(Event::Start(Tag::CodeBlock(_))))
    }

    /// Emphasis that `CommonMark` does not see because a letter touches it: `**كتاب:**نص`.
    fn warn_of_literal_markup(&mut self, text: &str, map: &SourceMap) {
        // Most text has neither sign.
        if !has_any(text, b"*_") || self.is_in_code_block() {
            return;
        }
        let masked = without_meant(text, map, &['*', '_']);
        if let Some((at, lint, length)) = literal_markup(&masked) {
            let range = map.of(at..at + length).range;
            let is_open = length == 2 && self.is_alone_in_paragraph(&range);
            self.warn(if is_open { lints::OPEN_ASTERISKS } else { lint }, range);
        }
    }
    /// Whether `**` stands in a paragraph that has an odd number of them, and so was not closed, or not opened.
    fn is_alone_in_paragraph(&self, range: &Range<usize>) -> bool {
        let (before, after) = (&self.markdown[..range.start], &self.markdown[range.end..]);
        let before = before.rsplit("\n\n").next().unwrap_or_default();
        let after = after.split("\n\n").next().unwrap_or_default();
        let count = |text: &str| text.matches("**").count();
        (count(before) + count(after)) % 2 == 0
    }
}

/// A text in which signs that are escaped, or written as references, and so are meant as signs, are full stops.
pub(super) fn without_meant(text: &str, map: &SourceMap, signs: &[char]) -> String {
    let is_meant = |at: usize| map.of(at..at + 1).notation != Notation::Verbatim;
    let mut masked = String::with_capacity(text.len());
    let mut from = 0;
    for (at, _) in text.match_indices(signs).filter(|(at, _)| is_meant(*at)) {
        masked.push_str(&text[from..at]);
        masked.push('.');
        from = at + 1;
    }
    masked.push_str(&text[from..]);
    masked
}

/// The first sign that was meant to emphasise: its place, what to say of it, its length.
fn literal_markup(text: &str) -> Option<(usize, lints::Lint, usize)> {
    if let Some(at) = text.find("**") {
        let inside = text[at + 2..].split_once("**").map(|(inside, _)| inside);
        let is_spaced =
            inside.is_some_and(|inside| inside.trim() != inside && !inside.trim().is_empty());
        let lint = if is_spaced {
            lints::SPACED_ASTERISKS
        } else {
            lints::LITERAL_ASTERISKS
        };
        return Some((at, lint, 2));
    }
    let signs = [
        ('*', lints::LITERAL_ASTERISK),
        ('_', lints::LITERAL_UNDERSCORE),
    ];
    signs
        .into_iter()
        .find_map(|(sign, lint)| Some((literal_pair(text, sign)?, lint, 1)))
}

/// A sign before a word, if a later one stands behind a word and touches the next: `_كتاب_نا`. One alone is an
/// asterisk before a note, or a name with underscores in it.
fn literal_pair(text: &str, sign: char) -> Option<usize> {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    let around = |at: usize| {
        (
            text[..at].chars().next_back(),
            text[at + 1..].chars().next(),
        )
    };
    let mut signs = text.match_indices(sign).map(|(at, _)| at);
    let open = signs.find(|at| {
        let (before, after) = around(*at);
        !before.is_some_and(char::is_alphanumeric)
            && after.is_some_and(|c| matches!(c, '\u{620}'..='\u{64A}'))
    })?;
    let closes = signs.any(|at| {
        let (before, after) = around(at);
        before.is_some_and(|c| !c.is_whitespace()) && is_letter(after)
    });
    closes.then_some(open)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_asterisks_beside_a_space_are_told_of_the_space() {
        let spaced = lints::SPACED_ASTERISKS.hint;
        for (text, is_spaced) in [
            ("قال ** مهم ** هنا", true),
            ("قال **مهم ** هنا", true),
            ("**كتاب:**نص", false),
            ("قال **مهم", false),
            ("قال ** هنا", false),
        ] {
            let (_, lint, _) = literal_markup(text).unwrap();
            assert_eq!((lint.hint)() == spaced(), is_spaced, "{text}");
        }
    }
}

//! Text in prose, with the foreign phrases that an author marked by hand.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, Tag};

use super::foreign::{self, PieceKind};
use super::lints;
use super::reader::ProseReader;
use crate::arabic::bidi::END;

impl<'a> ProseReader<'a> {
    pub(super) fn text(&mut self, text: CowStr<'a>, range: &Range<usize>) {
        self.warn_of_literal_markup(&text, range);
        self.refuse_written_controls(&text, range.clone());
        if !text.contains(foreign::MARK) || self.is_in_code_block() {
            self.block.push(&text, range.start);
            self.events.push(Event::Text(text));
            return;
        }
        for piece in foreign::pieces(&text) {
            let origin = range.start + piece.range.start;
            let length = piece.range.len();
            let words = &text[piece.range];
            match piece.kind {
                PieceKind::Plain => self.push_text(words, origin),
                PieceKind::Phrase(language, direction) => {
                    let direction = direction.name();
                    self.push_markup(format!("<bdi dir=\"{direction}\" lang=\"{language}\">"));
                    self.block.push_opaque(words, origin);
                    self.events.push(Event::Text(words.to_owned().into()));
                    self.push_markup(END.to_owned());
                }
                PieceKind::Malformed => {
                    self.warn(lints::UNKNOWN_PHRASE, origin..origin + length);
                    self.push_text(words, origin);
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
        let text = format!("{last}{{lang={}}}", language.as_deref().unwrap_or_default());
        self.events.pop();
        self.block.pop(&last);
        let start = end.saturating_sub(text.len());
        self.text(text.into(), &(start..end));
    }

    fn push_text(&mut self, text: &str, origin: usize) {
        self.block.push(text, origin);
        self.events.push(Event::Text(text.to_owned().into()));
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
    fn warn_of_literal_markup(&mut self, text: &str, range: &Range<usize>) {
        let as_written = range.len() == text.len() && !self.is_in_code_block();
        // Most text has neither sign.
        if !as_written || !text.contains(['*', '_']) {
            return;
        }
        if let Some((at, lint, length)) = literal_markup(text) {
            let at = range.start + at;
            self.warn(lint, at..at + length);
        }
    }
}

/// The first sign that was meant to emphasise: its place, what to say of it, its length.
fn literal_markup(text: &str) -> Option<(usize, lints::Lint, usize)> {
    if let Some(at) = text.find("**") {
        return Some((at, lints::LITERAL_ASTERISKS, 2));
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

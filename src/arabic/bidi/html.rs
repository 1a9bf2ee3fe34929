//! HTML to the same HTML with its left-to-right runs in `<bdi>`. Tags are left alone, and so is what stands in
//! elements that have a direction or a language of their own: what is isolated already is not isolated again.

use std::borrow::Cow;
use std::ops::Range;

use super::inline::{Change, Mark, Part, marks};
use super::runs::may_hold_runs;
use super::simulation::visual_order;
use super::table::{Class, Script};
use super::tag::Tag;
use crate::arabic::Direction;

/// How runs are isolated: by which elements.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Isolation {
    latin: String,
}

/// What ends isolation.
pub const END: &str = "</bdi>";

impl Isolation {
    /// Isolation where Latin words are in the language `latin`, a BCP 47 tag.
    #[must_use]
    pub fn new(latin: &str) -> Self {
        Self {
            latin: latin.to_owned(),
        }
    }

    /// What begins the isolation of words of a script.
    #[must_use]
    pub fn begin(&self, script: Option<Script>) -> String {
        match script.and_then(|script| script.language(&self.latin)) {
            Some(language) => format!("<bdi dir=\"ltr\" lang=\"{language}\">"),
            None => "<bdi dir=\"ltr\">".to_owned(),
        }
    }

    /// HTML with its runs isolated. `None` where it has none.
    #[must_use]
    pub fn html(&self, html: &str) -> Option<String> {
        let pieces = pieces(html);
        let parts: Vec<Part<'_>> = pieces.iter().map(Piece::part).collect();
        let mut marks = marks(&parts);
        let turned = pieces.iter().any(Piece::needs_direction);
        if marks.is_empty() && !turned {
            return None;
        }
        for pair in marks.chunks_exact_mut(2) {
            let crosses = !is_well_nested(&pieces[pair[0].part..=pair[1].part]);
            for mark in pair {
                mark.crosses |= crosses;
            }
        }
        let mut isolated = String::with_capacity(html.len() + 16 * marks.len());
        let mut marks = marks.into_iter().peekable();
        for (at, piece) in pieces.iter().enumerate() {
            let raw = piece.raw;
            let mut done = 0;
            while let Some(mark) = marks.next_if(|mark| mark.part == at) {
                let byte = piece.byte_of(mark);
                isolated.push_str(&raw[done..byte]);
                done = byte;
                isolated.push_str(&self.change(mark));
            }
            if done == 0 && piece.needs_direction() {
                let name = 1 + Tag::first(raw).name().len();
                isolated.push_str(&raw[..name]);
                isolated.push_str(" dir=\"ltr\"");
                done = name;
            }
            isolated.push_str(&raw[done..]);
        }
        Some(isolated)
    }

    /// What is written at a mark. Controls do what elements do for the order, but name no language.
    #[must_use]
    fn change(&self, mark: Mark) -> String {
        match mark.change {
            Change::Begin(_) if mark.crosses => '\u{2066}'.to_string(),
            Change::End if mark.crosses => '\u{2069}'.to_string(),
            Change::Begin(script) => self.begin(script),
            Change::End => END.to_owned(),
        }
    }
}

/// A piece of HTML, as it is written and as what it is to isolation.
pub(super) struct Piece<'a> {
    pub(super) raw: &'a str,
    kind: PieceKind<'a>,
}

enum PieceKind<'a> {
    /// Text, with its references as the characters that they stand for.
    Text(Cow<'a, str>),
    /// Code without a direction of its own, which a line that runs from right to left would turn round.
    TurnedCode,
    Other(Part<'static>),
}

impl<'a> Piece<'a> {
    fn text(raw: &'a str, text: Cow<'a, str>) -> Self {
        Self {
            raw,
            kind: PieceKind::Text(text),
        }
    }

    fn object(raw: &'a str) -> Self {
        Self {
            raw,
            kind: PieceKind::Other(Part::Object),
        }
    }

    pub(super) fn part(&self) -> Part<'_> {
        match &self.kind {
            PieceKind::Text(text) => Part::Text(text),
            PieceKind::TurnedCode => Part::Object,
            PieceKind::Other(part) => *part,
        }
    }

    fn needs_direction(&self) -> bool {
        matches!(self.kind, PieceKind::TurnedCode)
    }

    /// The byte of `raw` that a mark stands at. A reference, and what is no text, has it before or behind it.
    fn byte_of(&self, mark: Mark) -> usize {
        match (&self.kind, mark.change) {
            (PieceKind::Text(text), _) if *text == self.raw => mark.byte,
            (_, Change::Begin(_)) => 0,
            (_, Change::End) => self.raw.len(),
        }
    }
}

/// Whether every element that begins in some pieces ends in them, and the other way round.
fn is_well_nested(pieces: &[Piece<'_>]) -> bool {
    let mut open = Vec::new();
    for piece in pieces {
        match piece.part() {
            Part::Open => open.push(Tag::first(piece.raw).name()),
            Part::Close if open.pop() != Some(Tag::first(piece.raw).name()) => return false,
            _ => {}
        }
    }
    open.is_empty()
}

/// The blocks of a page in which there may be runs that nothing isolates: a first look, since most hold none.
pub(super) fn suspect_blocks(html: &str) -> Vec<&str> {
    let mut blocks = Vec::new();
    let mut elements = Elements::default();
    let (mut start, mut at, mut is_suspect) = (0, 0, false);
    while let Some(length) = html[at..].find('<') {
        is_suspect = is_suspect || may_hold_runs(&html[at..at + length]);
        at += length;
        let tag = Tag::first(&html[at..]);
        if let Some(length) = elements.left_alone(&tag, &html[at..]) {
            at += length;
            continue;
        }
        if tag.part() == Part::Edge {
            if is_suspect {
                blocks.push(&html[start..at]);
            }
            (start, is_suspect) = (at + tag.length, false);
        }
        at += tag.length;
    }
    if is_suspect || may_hold_runs(&html[at..]) {
        blocks.push(&html[start..]);
    }
    blocks
}

/// HTML in pieces.
pub(super) fn pieces(html: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut elements = Elements::default();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        push_text(&rest[..at], &mut pieces);
        rest = &rest[at..];
        let tag = Tag::first(rest);
        let left_alone = elements.left_alone(&tag, rest);
        let raw = &rest[..left_alone.unwrap_or(tag.length)];
        let kind = match left_alone {
            Some(_) if is_turned_round(&tag, raw) => PieceKind::TurnedCode,
            Some(_) => PieceKind::Other(Part::Object),
            None => PieceKind::Other(tag.part()),
        };
        pieces.push(Piece { raw, kind });
        rest = &rest[raw.len()..];
    }
    push_text(rest, &mut pieces);
    pieces
}

/// Whether an element is code without a direction, of which a line that runs from right to left shows the characters in
/// another order. Code that begins with a right-to-left letter is shown as such a line shows it.
fn is_turned_round(tag: &Tag<'_>, raw: &str) -> bool {
    let is_code = ["code", "kbd", "samp", "var"].contains(&tag.name());
    if !is_code || tag.attribute("dir").is_some() || raw.len() == tag.length {
        return false;
    }
    let inside = &raw[tag.length..];
    let text: String = pieces(inside)
        .iter()
        .filter_map(|piece| match &piece.kind {
            PieceKind::Text(text) => Some(&**text),
            _ => None,
        })
        .collect();
    let has_rtl = text.chars().any(|c| Class::of(c) == Class::Rtl);
    !has_rtl && shown_in_line(&text) != text
}

/// A text as a line shows it that runs from right to left.
fn shown_in_line(text: &str) -> String {
    let order = visual_order(text, Some(Direction::Rtl)).into_iter();
    order.filter_map(|seen| seen.glyph(text)).collect()
}

/// The elements that are left alone, and those among them that do not close.
#[derive(Default)]
struct Elements<'a> {
    unclosed: Vec<&'a str>,
}

impl<'a> Elements<'a> {
    /// The bytes of the element that begins with `tag`, with which `html` begins, if all of it is left alone. One that
    /// is not closed ends with its block.
    fn left_alone(&mut self, tag: &Tag<'a>, html: &'a str) -> Option<usize> {
        if !tag.is_left_alone() && !is_note_reference(tag) {
            return None;
        }
        if !self.unclosed.contains(&tag.name()) {
            if let Some(length) = tag.closed_length(html) {
                return Some(length);
            }
            self.unclosed.push(tag.name());
        }
        let mut at = tag.length;
        while let Some(next) = html[at..].find('<') {
            at += next;
            let tag = Tag::first(&html[at..]);
            if tag.part() == Part::Edge {
                return Some(at);
            }
            at += tag.length;
        }
        Some(html.len())
    }
}

/// Whether it begins the number of a footnote, which stands behind the word that it belongs to and is no part of it.
fn is_note_reference(tag: &Tag<'_>) -> bool {
    tag.name() == "sup"
        && !tag.closes()
        && tag
            .attribute("class")
            .is_some_and(|class| class.starts_with("footnote-"))
}

/// Text, in pieces between which its references stand.
fn push_text<'a>(mut text: &'a str, pieces: &mut Vec<Piece<'a>>) {
    while let Some(at) = text.find('&') {
        let Range { start, end } = reference(text, at);
        if start > 0 {
            pieces.push(Piece::text(&text[..start], Cow::Borrowed(&text[..start])));
        }
        let raw = &text[start..end];
        let decoded = html_escape::decode_html_entities(raw);
        pieces.push(if raw.len() > 1 && decoded == raw {
            // There is no such character.
            Piece::object(raw)
        } else {
            Piece::text(raw, decoded)
        });
        text = &text[end..];
    }
    if !text.is_empty() {
        pieces.push(Piece::text(text, Cow::Borrowed(text)));
    }
}

/// The bytes of the reference that begins at `at`; of an ampersand that begins none, its own.
fn reference(text: &str, at: usize) -> Range<usize> {
    let is_inside = |c: char| c.is_ascii_alphanumeric() || c == '#';
    let inside = &text[at + 1..];
    let length = inside.find(|c| !is_inside(c)).unwrap_or(inside.len());
    let closes = usize::from(inside[length..].starts_with(';'));
    let length = if closes == 1 { length + closes } else { 0 };
    at..at + 1 + length
}

#[cfg(test)]
mod tests {
    use super::Isolation;

    #[test]
    fn runs_are_isolated_once_and_tags_are_left_alone() {
        let isolation = Isolation::new("en");
        for (html, expected) in [
            ("لقاء <a href=\"/a b\" title=\"x\">الوفد</a>", None),
            (
                "لقاء <b>Wikidata</b>",
                Some("لقاء <b><bdi dir=\"ltr\" lang=\"en\">Wikidata</bdi></b>"),
            ),
            (
                "أ AT&amp;T &amp; ب",
                Some("أ <bdi dir=\"ltr\" lang=\"en\">AT&amp;T</bdi> &amp; ب"),
            ),
            (
                "<p>في +212 5 37</p><p>C++</p>",
                Some(
                    "<p>في <bdi dir=\"ltr\">+212 5 37</bdi></p><p><bdi dir=\"ltr\" lang=\"en\">C++</bdi></p>",
                ),
            ),
            (
                "أ <code>x</code> <span lang=\"fr\">Oui <b>si</b></span> <pre>a</pre>",
                None,
            ),
            ("أ <!-- note --> ب <br> <svg><text>a</text></svg>", None),
            ("أ &copy; ب", None),
            (
                "في <a>مدينة New</a> York الآن",
                Some("في <a>مدينة \u{2066}New</a> York\u{2069} الآن"),
            ),
            ("أ < b", Some("أ < b")),
        ] {
            let Some(expected) = expected else {
                assert_eq!(isolation.html(html), None, "{html}");
                continue;
            };
            if html != expected {
                assert_eq!(isolation.html(html).as_deref(), Some(expected));
            }
            assert_eq!(isolation.html(expected), None, "twice: {expected}");
        }
    }
}

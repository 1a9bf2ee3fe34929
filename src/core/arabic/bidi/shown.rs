//! A finished page to the runs in it that a reader sees in another order than they are written in, because
//! nothing isolating them.

use crate::arabic::Direction;
use std::ops::Range;

use super::html::{Piece, pieces};
use super::inline::{Change, Part, marks};
use super::left_alone::LeftAlone;
use super::runs::may_hold;
use super::simulation::{Seen, visual_order};
use super::table::OBJECT;
use super::tag::{direction_of_page, is_left_alone, isolating, part};
use crate::html::{Token, Tokens};

/// A run that is shown otherwise than it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misplaced {
    /// As it is written.
    pub run: String,
    /// As it is shown, from left to right; the same where only its place in the line is wrong.
    pub shown: String,
}

/// A page to the blocks on it in which there may be runs that nothing isolating: a first look, since most hold none.
#[derive(Debug)]
pub(crate) struct Suspects<'a> {
    /// The direction of its lines.
    base: Direction,
    blocks: Vec<Range<usize>>,
    /// Where the block begins that is being read.
    start: usize,
    is_suspect: bool,
    left_alone: LeftAlone<'a>,
}

impl<'a> Suspects<'a> {
    /// No blocks yet, of a page whose lines run in the direction `base`, unless its `<html>` says another.
    pub(crate) fn of(base: Direction) -> Self {
        Self {
            base,
            blocks: Vec::new(),
            start: 0,
            is_suspect: false,
            left_alone: LeftAlone::of(base),
        }
    }

    /// Takes in a token of a page and the byte at which it begins.
    pub(crate) fn read(&mut self, html: &'a str, at: usize, token: &Token<'_, 'a>) {
        // What stands before the body is not shown in lines.
        match token {
            Token::Start(tag) if tag.is("body") => *self = Self::of(self.base),
            Token::Start(tag) if tag.is("html") => {
                *self = Self::of(direction_of_page(tag).unwrap_or(self.base));
            }
            _ => {}
        }
        if self.left_alone.read(token, &html[at..]) {
            return;
        }
        match token {
            Token::Text(text) => self.is_suspect = self.is_suspect || may_hold(text, self.base),
            token if part(token) == Part::Edge => {
                self.end_of_block(at);
                self.start = at + token.text().len();
            }
            _ => {}
        }
    }

    fn end_of_block(&mut self, at: usize) {
        if std::mem::take(&mut self.is_suspect) {
            self.blocks.push(self.start..at);
        }
    }

    /// The misplaced runs of the page that was read.
    pub(crate) fn misplaced(&self, html: &str) -> Vec<Misplaced> {
        let last = self.is_suspect.then_some(self.start..html.len());
        let mut misplaced = Vec::new();
        for block in self.blocks.iter().cloned().chain(last) {
            let block = pieces(&html[block], self.base);
            let parts: Vec<Part<'_>> = block.iter().map(Piece::part).collect();
            if !marks(&parts, self.base).is_empty() {
                Line::new(&block, &parts, self.base).misplaced(&mut misplaced);
            }
        }
        misplaced
    }
}

/// A block as one line, with its elements' directions as controls.
struct Line {
    base: Direction,
    /// As it is published.
    text: String,
    /// With all of its runs isolated.
    isolated: String,
    /// The bytes of the runs in `text`.
    runs: Vec<Range<usize>>,
}

impl Line {
    fn new(block: &[Piece<'_>], parts: &[Part<'_>], base: Direction) -> Self {
        let mut line = Self {
            base,
            text: String::new(),
            isolated: String::new(),
            runs: Vec::new(),
        };
        let mut marks = marks(parts, base).into_iter().peekable();
        for (at, piece) in block.iter().enumerate() {
            let text = shown(piece, base);
            let is_text = matches!(piece.part(), Part::Text(_));
            let mut done = 0;
            while let Some(mark) = marks.next_if(|mark| mark.part == at) {
                let byte = match mark.change {
                    _ if is_text => mark.byte,
                    Change::Begin(_) => 0,
                    Change::End => text.len(),
                };
                line.push(&text[done..byte]);
                done = byte;
                line.mark(mark.change);
            }
            line.push(&text[done..]);
        }
        line
    }

    fn push(&mut self, text: &str) {
        self.text.push_str(text);
        self.isolated.push_str(text);
    }

    fn mark(&mut self, change: Change) {
        let here = self.text.len();
        match change {
            Change::Begin(_) => {
                self.runs.push(here..here);
                self.isolated.push(self.base.opposite().isolate());
            }
            Change::End => {
                if let Some(run) = self.runs.last_mut() {
                    run.end = here;
                }
                self.isolated.push('\u{2069}');
            }
        }
    }

    fn misplaced(&self, into: &mut Vec<Misplaced>) {
        let order = visual_order(&self.text, Some(self.base));
        let before = into.len();
        for range in &self.runs {
            let of_run = order.iter().filter(|seen| range.contains(&seen.at));
            let run = self.text[range.clone()].to_owned();
            let shown = line(&self.text, of_run);
            // A name of two scripts has words in it that are read from the right.
            let expected = line(&run, &visual_order(&run, Some(self.base.opposite())));
            if shown != expected {
                // Letters from left to right are not what anybody reads of right-to-left words.
                let shown = match self.base {
                    Direction::Rtl => shown,
                    Direction::Ltr => run.clone(),
                };
                into.push(Misplaced { run, shown });
            }
        }
        let isolated = visual_order(&self.isolated, Some(self.base));
        let is_in_place = line(&self.text, &order) == line(&self.isolated, &isolated);
        let first = self.runs.first();
        if let Some(range) = first.filter(|_| into.len() == before && !is_in_place) {
            let run = self.text[range.clone()].to_owned();
            let shown = run.clone();
            into.push(Misplaced { run, shown });
        }
    }
}

/// What a reader sees of some characters, which are no controls.
fn line<'a>(text: &str, seen: impl IntoIterator<Item = &'a Seen>) -> String {
    let is_control = |c: &char| matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let glyphs = seen.into_iter().filter_map(|seen| seen.glyph(text));
    glyphs.filter(|c| !is_control(c)).collect()
}

/// What is seen of a piece, on one line.
fn shown(piece: &Piece<'_>, base: Direction) -> String {
    let text = match piece.part() {
        Part::Text(text) => text.to_owned(),
        Part::Object => object(piece.raw, base),
        Part::Open | Part::Close | Part::Edge => String::new(),
    };
    text.replace(['\n', '\r'], " ")
}

/// What is left alone, with its direction as controls; of all else that is no text, what stands for it.
fn object(raw: &str, base: Direction) -> String {
    let mut tokens = Tokens::of(raw);
    let tag = match tokens.read() {
        Some(Token::Start(tag)) => tag,
        // A reference to what there is not, or the end of a line.
        Some(Token::Text(_) | Token::End(_)) => return OBJECT.to_string(),
        _ => return String::new(),
    };
    if !is_left_alone(&tag, base) || tag.is_one_of(&["svg", "script", "style", "template"]) {
        return OBJECT.to_string();
    }
    let inside = pieces(&raw[tag.text.len()..], base);
    let text: String = inside.iter().map(|piece| shown(piece, base)).collect();
    match isolating(&tag) {
        Some(control) => format!("{control}{text}\u{2069}"),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::{Misplaced, Suspects};
    use crate::arabic::Direction;
    use crate::html::Tokens;

    fn misplaced(html: &str) -> Vec<Misplaced> {
        let mut suspects = Suspects::of(Direction::Rtl);
        let mut tokens = Tokens::of(html);
        loop {
            let at = tokens.at();
            let Some(token) = tokens.read() else {
                return suspects.misplaced(html);
            };
            suspects.read(html, at, &token);
        }
    }

    #[test]
    fn what_nothing_isolating_and_is_turned_round_is_found() {
        for (html, expected) in [
            (
                "<title>أ C++ ب</title><body><p>أ C++ ب</p>",
                vec![("C++", "++C")],
            ),
            ("<p>أ <bdi dir=\"ltr\">C++</bdi> ب</p>", vec![]),
            (
                "<p>أ <b>C++</b> ب و <i>-5</i></p><pre>أ C++ ب</pre>",
                vec![("C++", "++C"), ("-5", "5-")],
            ),
            ("<p>أ Wikidata ب</p><p>2025</p>", vec![]),
            ("<p>أ &lt;b&gt; ب</p>", vec![]),
            (
                "<p>في +212 5&nbsp;37 ب</p>",
                vec![("+212 5\u{A0}37", "5\u{A0}37 212+")],
            ),
            (
                "<p>تضم Wikidata 196 دولة</p>",
                vec![("Wikidata", "Wikidata")],
            ),
            (
                "<p>Wikidata, Lyon.</p>",
                vec![("Wikidata, Lyon.", ".Wikidata, Lyon")],
            ),
            (
                "<html lang=\"ar\" dir=\"rtl\"><body><div dir=\"rtl\"><p>أ C++ ب</p></div>",
                vec![("C++", "++C")],
            ),
            ("<div dir=\"ltr\"><p>أ C++ ب</p></div>", vec![]),
            (
                "<p>أ صورة.png ب</p><p>أ <bdi dir=\"ltr\">صورة.png</bdi> ب</p>",
                vec![("صورة.png", "png.ةروص")],
            ),
            ("<p>أ ../a/b ب</p>", vec![("../a/b", "a/b/..")]),
            (
                "<p>أ (555) 123-4567 ب</p>",
                vec![("(555) 123-4567", "4567-123 (555)")],
            ),
            ("<P>أ <BDI DIR=LTR>C++</BDI> ب</P>", vec![]),
            (
                "<p>أ <img lang=en> C&plus;&#43; ب</p>",
                vec![("C++", "++C")],
            ),
        ] {
            let found = misplaced(html);
            let found: Vec<_> = found.iter().map(|one| (&*one.run, &*one.shown)).collect();
            assert_eq!(found, expected, "{html}");
        }
    }

    #[test]
    fn a_page_says_in_which_direction_its_lines_run() {
        for (html, expected) in [
            ("<p>mots كتاب, قلم là</p>", vec![("كتاب", "كتاب")]),
            (
                "<p>mots <bdi dir=rtl>كتاب</bdi>, <bdi dir=rtl>قلم</bdi> là</p>",
                vec![],
            ),
            ("<p>le mot كتاب est là, C++ aussi, et -5 %</p>", vec![]),
            ("<p>le كتاب 2 fois</p>", vec![("كتاب", "كتاب")]),
            ("<p>le <i lang=ar dir=rtl>كتاب</i> 2 fois</p>", vec![]),
            ("<p dir=rtl>أ C++ ب</p>", vec![]),
        ] {
            let page = format!("<html lang=fr dir=ltr><body>{html}");
            let found = misplaced(&page);
            let found: Vec<_> = found.iter().map(|one| (&*one.run, &*one.shown)).collect();
            assert_eq!(found, expected, "{html}");
        }
    }
}

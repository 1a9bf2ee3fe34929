//! A finished page to the runs in it that a reader sees in another order than they are written in, because
//! nothing isolates them.

use crate::arabic::Direction;
use std::ops::Range;

use super::html::{Piece, pieces, suspect_blocks};
use super::inline::{Change, Part, marks};
use super::simulation::{Seen, visual_order};
use super::table::OBJECT;
use super::tag::Tag;

/// A run that is shown otherwise than it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misplaced {
    /// As it is written.
    pub run: String,
    /// As it is shown, from left to right; the same where only its place in the line is wrong.
    pub shown: String,
}

/// The misplaced runs of a page that runs from right to left.
#[must_use]
pub fn misplaced(html: &str) -> Vec<Misplaced> {
    // What stands before the body is not shown in lines.
    let body = html.find("<body").unwrap_or(0);
    let mut misplaced = Vec::new();
    for block in suspect_blocks(&html[body..]) {
        let block = pieces(block);
        let parts: Vec<Part<'_>> = block.iter().map(Piece::part).collect();
        if !marks(&parts).is_empty() {
            Line::new(&block, &parts).misplaced(&mut misplaced);
        }
    }
    misplaced
}

/// A block as one line, with its elements' directions as controls.
#[derive(Default)]
struct Line {
    /// As it is published.
    text: String,
    /// With all of its runs isolated.
    isolated: String,
    /// The bytes of the runs in `text`.
    runs: Vec<Range<usize>>,
}

impl Line {
    fn new(block: &[Piece<'_>], parts: &[Part<'_>]) -> Self {
        let mut line = Self::default();
        let mut marks = marks(parts).into_iter().peekable();
        for (at, piece) in block.iter().enumerate() {
            let text = shown(piece);
            let mut done = 0;
            while let Some(mark) = marks.next_if(|mark| mark.part == at) {
                let byte = match (piece.part(), mark.change) {
                    (Part::Text(_), _) => mark.byte,
                    (_, Change::Begin(_)) => 0,
                    (_, Change::End) => text.len(),
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
                self.isolated.push('\u{2066}');
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
        let order = visual_order(&self.text, Some(Direction::Rtl));
        let before = into.len();
        for range in &self.runs {
            let of_run = order.iter().filter(|seen| range.contains(&seen.at));
            let run = self.text[range.clone()].to_owned();
            let shown = line(&self.text, of_run);
            // A name of two scripts has words in it that are read from the right.
            let expected = line(&run, &visual_order(&run, Some(Direction::Ltr)));
            if shown != expected {
                into.push(Misplaced { run, shown });
            }
        }
        let isolated = visual_order(&self.isolated, Some(Direction::Rtl));
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
fn shown(piece: &Piece<'_>) -> String {
    let text = match piece.part() {
        Part::Text(text) => text.to_owned(),
        Part::Object => object(piece.raw),
        Part::Open | Part::Close | Part::Edge => String::new(),
    };
    text.replace(['\n', '\r'], " ")
}

/// What is left alone, with its direction as controls.
fn object(raw: &str) -> String {
    if !raw.starts_with('<') {
        return OBJECT.to_string();
    }
    let tag = Tag::first(raw);
    if !tag.is_left_alone() || ["svg", "script", "style", "template"].contains(&tag.name()) {
        return if tag.name().is_empty() {
            String::new()
        } else {
            OBJECT.to_string()
        };
    }
    let inside = &raw[tag.length..];
    let text: String = pieces(inside).iter().map(shown).collect();
    match tag.isolates() {
        Some(Some(Direction::Ltr)) => format!("\u{2066}{text}\u{2069}"),
        Some(Some(Direction::Rtl)) => format!("\u{2067}{text}\u{2069}"),
        Some(None) => format!("\u{2068}{text}\u{2069}"),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::misplaced;

    #[test]
    fn what_nothing_isolates_and_is_turned_round_is_found() {
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
        ] {
            let found = misplaced(html);
            let found: Vec<_> = found.iter().map(|one| (&*one.run, &*one.shown)).collect();
            assert_eq!(found, expected, "{html}");
        }
    }
}

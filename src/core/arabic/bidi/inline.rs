//! Text with markup in it to the places where isolation begins and ends. A run is found in the text of its
//! whole block and isolated with the markup inside it, by an element; where it begins or ends in the middle of
//! another element, no element can hold it, and controls isolate it.

use std::ops::Range;

use super::run::Run;
use super::runs::{may_hold, runs_in};
use super::table::{OBJECT, Script};
use crate::arabic::Direction;

/// A part of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part<'a> {
    /// Text.
    Text(&'a str),
    /// Begins an element that lies within a line.
    Open,
    /// Ends one.
    Close,
    /// What runs do not go on over: a picture, code, a line break, something isolated already.
    Object,
    /// The edge of a block.
    Edge,
}

/// A place where isolation begins or ends. Of a part that is no text it is the edge: before it where isolation
/// begins, after it where it ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark {
    /// The position of the part.
    pub part: usize,
    /// The byte of its text.
    pub byte: usize,
    /// What happens there.
    pub change: Change,
    /// Whether the run begins or ends in the middle of an element.
    pub crosses: bool,
}

/// What happens at a [`Mark`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Change {
    /// Isolation begins, of words of this script.
    Begin(Option<Script>),
    /// It ends.
    End,
}

/// Where isolation begins and ends in lines that run in a direction, in order.
#[must_use]
pub(super) fn marks(parts: &[Part<'_>], base: Direction) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut start = 0;
    let may_hold_runs = |part: &Part<'_>| matches!(part, Part::Text(text) if may_hold(text, base));
    for block in parts.split_inclusive(|part| *part == Part::Edge) {
        if block.iter().any(may_hold_runs) {
            Block::new(block, start).isolate(base, &mut marks);
        }
        start += block.len();
    }
    marks
}

struct Block<'a, 'b> {
    parts: &'b [Part<'a>],
    /// The position of the first part.
    first: usize,
    text: String,
    /// Where in `text` each part starts.
    starts: Vec<usize>,
}

impl<'a, 'b> Block<'a, 'b> {
    fn new(parts: &'b [Part<'a>], first: usize) -> Self {
        let mut block = Self {
            parts,
            first,
            text: String::new(),
            starts: Vec::with_capacity(parts.len()),
        };
        for part in parts {
            block.starts.push(block.text.len());
            match part {
                Part::Text(text) => block.text.push_str(text),
                Part::Object => block.text.push(OBJECT),
                Part::Open | Part::Close | Part::Edge => {}
            }
        }
        block
    }

    fn isolate(&self, base: Direction, marks: &mut Vec<Mark>) {
        for run in runs_in(&self.text, base) {
            let pair = self.around(&run);
            marks.extend(pair.unwrap_or_else(|| self.across(&run)));
        }
    }

    /// The part that a byte of the text is in.
    fn part_at(&self, byte: usize) -> usize {
        let mut at = self.starts.partition_point(|start| *start <= byte) - 1;
        while !matches!(self.parts[at], Part::Text(_) | Part::Object) {
            at -= 1;
        }
        at
    }

    fn end_of(&self, part: usize) -> usize {
        let next = self.starts.get(part + 1);
        next.copied().unwrap_or(self.text.len())
    }

    /// The marks before and after a run, where as many elements begin between them as end.
    fn around(&self, run: &Run) -> Option<[Mark; 2]> {
        let (mut from, mut to) = (
            self.part_at(run.range.start),
            self.part_at(run.range.end - 1),
        );
        let (mut depth, mut lowest) = (0_usize, 0_usize);
        for part in &self.parts[from..=to] {
            match part {
                Part::Open => depth += 1,
                // An element that began before the run.
                Part::Close if depth == 0 => lowest += 1,
                Part::Close => depth -= 1,
                _ => {}
            }
        }
        let mut start = run.range.start - self.starts[from];
        let mut end = run.range.end - self.starts[to];
        for _ in 0..lowest {
            let before = from
                .checked_sub(1)
                .filter(|at| self.parts[*at] == Part::Open);
            from = before.filter(|_| start == 0)?;
            start = 0;
        }
        let is_at_end = run.range.end == self.end_of(to);
        for _ in 0..depth {
            let after = self.parts.get(to + 1).filter(|part| **part == Part::Close);
            after.filter(|_| is_at_end)?;
            to += 1;
            end = 0;
        }
        Some(self.pair((from, start), (to, end), run.script))
    }

    /// The marks at the very ends of a run, whatever elements begin and end between them.
    fn across(&self, run: &Run) -> [Mark; 2] {
        let place = |byte: usize, of: usize| {
            let part = self.part_at(of);
            (part, byte - self.starts[part])
        };
        let Range { start, end } = run.range;
        let pair = self.pair(place(start, start), place(end, end - 1), run.script);
        pair.map(|mark| Mark {
            crosses: true,
            ..mark
        })
    }

    fn pair(&self, from: (usize, usize), to: (usize, usize), script: Option<Script>) -> [Mark; 2] {
        let mark = |(part, byte): (usize, usize), change| Mark {
            part: part + self.first,
            byte,
            change,
            crosses: false,
        };
        [mark(from, Change::Begin(script)), mark(to, Change::End)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The parts with `<` and `>` for elements, `[` and `]` where isolation begins and ends.
    fn shown(parts: &[Part<'_>]) -> String {
        let marks = marks(parts, Direction::Rtl);
        let mut shown = String::new();
        for (at, part) in parts.iter().enumerate() {
            let here = || marks.iter().filter(|mark| mark.part == at);
            let sign = |mark: &Mark| if mark.change == Change::End { ']' } else { '[' };
            if let Part::Text(text) = part {
                let mut done = 0;
                for mark in here() {
                    shown.push_str(&text[done..mark.byte]);
                    shown.push(sign(mark));
                    done = mark.byte;
                }
                shown.push_str(&text[done..]);
                continue;
            }
            shown.extend(here().filter(|mark| mark.change != Change::End).map(sign));
            shown.push(match part {
                Part::Open => '<',
                Part::Close => '>',
                _ => '|',
            });
            shown.extend(here().filter(|mark| mark.change == Change::End).map(sign));
        }
        shown
    }

    #[test]
    fn a_run_is_isolated_with_the_markup_in_it() {
        use Part::{Close, Edge, Object, Open, Text};
        for (parts, expected) in [
            (vec![Text("قال Wikidata ")], "قال [Wikidata] "),
            (
                vec![Text("قال "), Open, Text("Wikidata"), Close, Text(" أمس")],
                "قال <[Wikidata]> أمس",
            ),
            (
                vec![Text("قال "), Open, Text("New"), Close, Text(" York أمس")],
                "قال [<New> York] أمس",
            ),
            (
                vec![Text("قال New "), Open, Text("York"), Close, Text(" أمس")],
                "قال [New <York>] أمس",
            ),
            (
                vec![Text("في New "), Open, Text("York نعم"), Close],
                "في [New <York] نعم>",
            ),
            (
                vec![
                    Text("أ"),
                    Open,
                    Open,
                    Text("New"),
                    Close,
                    Text(" York"),
                    Close,
                ],
                "أ<[<New> York]>",
            ),
            (
                vec![Text("أ"), Open, Text("ب New"), Close, Text(" York")],
                "أ<ب [New> York]",
            ),
            (vec![Text("أ New"), Object, Text("York")], "أ [New]|[York]"),
            (
                vec![Text("New York"), Edge, Text("أ"), Edge, Text("Fez")],
                "[New York]|أ|[Fez]",
            ),
            (
                vec![Text("قال\n"), Text("New"), Text("\n"), Text("York")],
                "قال\n[New\nYork]",
            ),
        ] {
            assert_eq!(shown(&parts), expected);
        }
    }
}

//! The tags and texts of a page, one after the other, to its places and words.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use super::{Extract, Field, Hit, Place, text};
use crate::arabic::bidi::{Part, Tag};
use crate::arabic::search::each_word;
use crate::digest::Digest;

/// The elements that need no tag to close when another of the kind begins (HTML, "Optional tags").
const CLOSED_BY_THE_NEXT: [&str; 7] = ["dd", "dt", "li", "p", "td", "th", "tr"];

/// Elements within a line that isolation takes for objects.
const WITHIN_A_LINE: [&str; 6] = ["bdi", "bdo", "code", "kbd", "samp", "var"];

/// A page while it is read.
pub(super) struct Reader<'a> {
    /// What was read since the last edge of a block, as it is written.
    text: String,
    /// Where words go now.
    place: u32,
    /// The elements that are open; the first stands for the page.
    open: Vec<Open<'a>>,
    /// The heading that was read last.
    heading: String,
    title: String,
    places: Vec<Place>,
    /// The words with their numbers, in the order in which they were first read.
    numbers: HashMap<Box<str>, u32, FixedState>,
    /// Where they were found, a word and a place now and then more than once.
    hits: Vec<Hit>,
    /// Of each word, the hit that came last.
    last: Vec<usize>,
}

/// An element that is open.
struct Open<'a> {
    name: &'a str,
    /// Where words went before it.
    outside: u32,
    /// Where words go in it.
    inside: u32,
    /// The rank of the heading with an id that was last in it: the place it began lasts to the next of its rank.
    rank: Option<u8>,
}

impl<'a> Reader<'a> {
    pub(super) fn new() -> Self {
        Self {
            text: String::new(),
            place: 0,
            open: vec![Open {
                name: "",
                outside: 0,
                inside: 0,
                rank: None,
            }],
            heading: String::new(),
            title: String::new(),
            places: vec![Place::default()],
            numbers: HashMap::with_hasher(FixedState::default()),
            hits: Vec::new(),
            last: Vec::new(),
        }
    }

    /// Takes in text, as it is written.
    pub(super) fn text(&mut self, html: &str) {
        self.text.push_str(html);
    }

    pub(super) fn tag(&mut self, tag: &Tag<'a>) {
        match tag.part() {
            Part::Edge if WITHIN_A_LINE.contains(&tag.name()) => {}
            Part::Edge if tag.closes() => {
                self.end_of_text();
                self.close(tag.name());
            }
            Part::Edge => {
                self.end_of_text();
                self.open(tag);
            }
            Part::Object => self.end_of_text(),
            _ => {}
        }
    }

    fn open(&mut self, tag: &Tag<'a>) {
        let name = tag.name();
        let follows_its_like = self.open.last().is_some_and(|last| last.name == name);
        if follows_its_like && CLOSED_BY_THE_NEXT.contains(&name) {
            self.close(name);
        }
        let id = tag.attribute("id").filter(|id| !id.is_empty());
        if let (Some(rank), Some(parent)) = (rank(name), self.open.last_mut()) {
            if parent.rank.is_some_and(|last| last >= rank) {
                parent.rank = None;
                self.place = parent.inside;
            }
            if id.is_some() {
                parent.rank = Some(rank);
            }
        }
        let is_heading = rank(name).is_some();
        let outside = self.place;
        if let Some(id) = id {
            let label = tag.attribute("data-search-title").map(text::decoded);
            self.place = u32::try_from(self.places.len()).unwrap_or_default();
            self.places.push(Place {
                id: text::decoded(id),
                heading: label.unwrap_or_default(),
            });
        }
        self.open.push(Open {
            name,
            // What a heading begins goes on behind it.
            outside: if is_heading { self.place } else { outside },
            inside: self.place,
            rank: None,
        });
    }

    /// Closes an element, and those in it that need no tag to close.
    fn close(&mut self, name: &str) {
        let at = self.open.iter().rposition(|open| open.name == name);
        if let Some(at) = at.filter(|at| *at > 0) {
            self.place = self.open[at].outside;
            self.open.truncate(at);
        }
    }

    /// Takes in the words that were read.
    pub(super) fn end_of_text(&mut self) {
        if self.text.is_empty() {
            return;
        }
        let text = text::decoded(&self.text);
        self.text.clear();
        let field = self.field();
        each_word(&text, |word| self.word(word, field));
        match field {
            Field::Title => text::push_text(&mut self.title, &text),
            Field::Heading => {
                let own = &mut self.places[self.place as usize].heading;
                if self.place > 0 && own.is_empty() {
                    text::push_text(own, &text);
                }
                self.heading.clear();
                text::push_text(&mut self.heading, &text);
            }
            Field::Body => {
                // A block without a heading of its own stands below the last one.
                let own = &mut self.places[self.place as usize].heading;
                if self.place > 0 && own.is_empty() {
                    own.clone_from(&self.heading);
                }
            }
        }
    }

    fn word(&mut self, word: &str, field: Field) {
        let hit = Hit {
            word: self.numbers.get(word).copied().unwrap_or(u32::MAX),
            place: self.place,
            field,
            times: 1,
        };
        let Some(last) = self.last.get_mut(hit.word as usize) else {
            let number = u32::try_from(self.last.len()).unwrap_or_default();
            self.numbers.insert(word.into(), number);
            self.last.push(self.hits.len());
            self.hits.push(Hit {
                word: number,
                ..hit
            });
            return;
        };
        let known = &mut self.hits[*last];
        if known.place == hit.place {
            known.add(hit);
        } else {
            *last = self.hits.len();
            self.hits.push(hit);
        }
    }

    /// What the text being read is part of.
    fn field(&self) -> Field {
        let mut ranks = self.open.iter().rev().filter_map(|open| rank(open.name));
        match ranks.next() {
            None => Field::Body,
            Some(1) if self.heading.is_empty() => Field::Title,
            Some(_) => Field::Heading,
        }
    }

    /// What was read. `head` is what stands before it.
    pub(super) fn extract(self, head: &str) -> Extract {
        let mut numbered: Vec<_> = self.numbers.into_iter().collect();
        numbered.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        let mut ranks = vec![0; numbered.len()];
        for (rank, (_, number)) in (0..).zip(&numbered) {
            ranks[*number as usize] = rank;
        }
        let mut hits = self.hits;
        for hit in &mut hits {
            hit.word = ranks[hit.word as usize];
        }
        hits.sort_unstable_by_key(|hit| (hit.word, hit.place));
        hits.dedup_by(|next, known| {
            let is_same = (next.word, next.place) == (known.word, known.place);
            if is_same {
                known.add(*next);
            }
            is_same
        });
        let title = if self.title.is_empty() {
            let window = text::element(head, "title");
            window.map(text::decoded).unwrap_or_default()
        } else {
            self.title
        };
        let mut places = self.places;
        for place in &mut places {
            place.heading = text::shown(&place.heading);
        }
        let title = text::shown(&title);
        let description = text::shown(&text::description(head));
        let words: Vec<_> = numbered.into_iter().map(|(word, _)| word).collect();
        Extract {
            digest: Digest::of_value(&(&title, &description, &places, &words, &hits)),
            title,
            description,
            places,
            words,
            hits,
        }
    }
}

/// The rank of a heading.
fn rank(name: &str) -> Option<u8> {
    let rank = name.strip_prefix('h')?.parse().ok()?;
    (1..=6).contains(&rank).then_some(rank)
}

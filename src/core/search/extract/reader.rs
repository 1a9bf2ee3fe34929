//! The tokens of what is searched of a page to its places and words.

use std::num::NonZeroU32;

use super::term::Term;
use super::text;
use super::value::{Extract, Field, Hit, Passage, Place};
use crate::arabic::Direction;
use crate::arabic::bidi::{Part, part};
use crate::arabic::search::words;
use crate::digest::Digest;
use crate::html::{Tag, Token, decode, decode_value};

/// The elements that need no tag to close when another of the kind begins (HTML, "Optional tags").
const CLOSED_BY_THE_NEXT: [&str; 7] = ["dd", "dt", "li", "p", "td", "th", "tr"];

/// Elements within a line that isolation takes for objects.
const WITHIN_A_LINE: [&str; 6] = ["bdi", "bdo", "code", "kbd", "samp", "var"];

/// How many words make a passage. Fewer are a name or a heading that pages have in common.
const WORDS_OF_A_PASSAGE: usize = 8;

/// A page while it is read.
#[derive(Debug)]
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
    /// Where words were found, in the order in which they were read.
    hits: Vec<Hit>,
    /// The words in that order, each with a space behind it, and before those of a block where they stand: what tells this
    /// page's hits from those of another.
    words: Vec<u8>,
    passages: Vec<Passage>,
}

/// An element that is open.
#[derive(Debug)]
struct Open<'a> {
    name: &'a str,
    /// Where words went before it.
    outside: u32,
    /// Where words go in it.
    inside: u32,
    /// The rank of the heading with an id that was last in it: the place it began lasts to the next of its rank.
    rank: Option<u8>,
}

impl Default for Reader<'_> {
    fn default() -> Self {
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
            hits: Vec::new(),
            words: Vec::new(),
            passages: Vec::new(),
        }
    }
}

impl<'a> Reader<'a> {
    /// Takes in the next token.
    pub(super) fn read(&mut self, token: &Token<'_, 'a>) {
        match (part(token), token) {
            (Part::Text(text), _) => self.text.push_str(text),
            (Part::Edge, Token::Start(tag) | Token::End(tag)) if tag.is_one_of(&WITHIN_A_LINE) => {}
            (Part::Edge, Token::Start(tag)) => {
                self.end_of_text();
                self.open(tag);
            }
            (Part::Edge, Token::End(tag)) => {
                self.end_of_text();
                self.close(tag.name);
            }
            (Part::Object, _) => self.end_of_text(),
            _ => {}
        }
    }

    fn open(&mut self, tag: &Tag<'_, 'a>) {
        let name = tag.name;
        let last = self.open.last();
        let follows_its_like = last.is_some_and(|last| last.name.eq_ignore_ascii_case(name));
        if follows_its_like && tag.is_one_of(&CLOSED_BY_THE_NEXT) {
            self.close(name);
        }
        let id = tag.value("id").filter(|id| !id.is_empty());
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
            let label = tag.value("data-search-title").map(decode_value);
            self.place = u32::try_from(self.places.len()).unwrap_or_default();
            self.places.push(Place {
                id: decode_value(id).into_owned(),
                heading: label.unwrap_or_default().into_owned(),
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
        let is_its = |open: &Open<'_>| open.name.eq_ignore_ascii_case(name);
        let at = self.open.iter().rposition(is_its);
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
        let mut written = std::mem::take(&mut self.text);
        let text = decode(&written);
        let field = self.field();
        let last = text.split_whitespace().nth(WORDS_OF_A_PASSAGE - 1);
        let is_passage = field == Field::Body && last.is_some();
        self.words(&text, field, is_passage);
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
        drop(text);
        // What was read is written over, not thrown away.
        written.clear();
        self.text = written;
    }

    /// Takes in the words of a text. Two passages are the same that have the same words.
    fn words(&mut self, text: &str, field: Field, is_passage: bool) {
        let number = u32::try_from(self.passages.len() + 1).ok();
        let passage = number.and_then(NonZeroU32::new).filter(|_| is_passage);
        self.words.extend(self.place.to_le_bytes());
        self.words.push(field as u8);
        let start = self.words.len();
        for term in words(text).filter_map(|(_, word)| Term::of(word)) {
            self.words.extend_from_slice(term.text.as_bytes());
            self.words.push(b' ');
            self.hits.push(Hit {
                term: term.number,
                place: self.place,
                passage,
                times: 1,
                field,
            });
        }
        if is_passage {
            let mut around = self.open.iter();
            self.passages.push(Passage {
                digest: Digest::of(&self.words[start..]),
                is_quoted: around.any(|open| open.name.eq_ignore_ascii_case("blockquote")),
            });
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

    /// What was read, of a page whose window is called so.
    pub(super) fn extract(mut self, window: String, description: &str, base: Direction) -> Extract {
        self.end_of_text();
        let mut hits = self.hits;
        hits.sort_unstable_by_key(|hit| (hit.term, hit.place));
        hits.dedup_by(|next, known| {
            let is_same = (next.term, next.place) == (known.term, known.place);
            if is_same {
                known.add(*next);
            }
            is_same
        });
        hits.shrink_to_fit();
        let title = if self.title.is_empty() {
            window
        } else {
            self.title
        };
        let mut places = self.places;
        for place in &mut places {
            place.heading = text::shown(&place.heading, base);
        }
        let title = text::shown(&title, base);
        let description = text::shown(description, base);
        let words = Digest::of(&self.words);
        Extract {
            digest: Digest::of_value(&(&title, &description, &places, words, &self.passages)),
            title,
            description,
            places,
            hits,
            passages: self.passages,
        }
    }
}

/// The rank of a heading.
fn rank(name: &str) -> Option<u8> {
    match name.as_bytes() {
        [b'h' | b'H', rank @ b'1'..=b'6'] => Some(rank - b'0'),
        _ => None,
    }
}

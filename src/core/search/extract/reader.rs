//! The tokens of what is searched of a page to its places and words.

use std::collections::HashMap;
use std::num::NonZeroU32;

use foldhash::fast::FixedState;

use super::text;
use super::value::{Extract, Field, Hit, Passage, Place};
use crate::arabic::Direction;
use crate::arabic::bidi::{Part, part};
use crate::arabic::search::each_word;
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
    /// The words with their numbers, in the order in which they were first read.
    numbers: HashMap<Box<str>, u32, FixedState>,
    /// Where they were found, a word and a place now and then more than once.
    hits: Vec<Hit>,
    /// Of each word, the hit that came last.
    last: Vec<usize>,
    passages: Vec<Passage>,
    /// The passage that is being read.
    passage: Option<NonZeroU32>,
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
            numbers: HashMap::with_hasher(FixedState::default()),
            hits: Vec::new(),
            last: Vec::new(),
            passages: Vec::new(),
            passage: None,
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
        if field == Field::Body && last.is_some() {
            self.passage(&text);
        } else {
            each_word(&text, |word| self.word(word, field));
        }
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

    /// Takes in the words of a passage. Two are the same that have the same words.
    fn passage(&mut self, text: &str) {
        let number = u32::try_from(self.passages.len() + 1).ok();
        self.passage = number.and_then(NonZeroU32::new);
        let mut words = String::with_capacity(text.len());
        each_word(text, |word| {
            words.push_str(word);
            words.push(' ');
            self.word(word, Field::Body);
        });
        self.passage = None;
        let mut around = self.open.iter();
        self.passages.push(Passage {
            digest: Digest::of(words.as_bytes()),
            is_quoted: around.any(|open| open.name.eq_ignore_ascii_case("blockquote")),
        });
    }

    fn word(&mut self, word: &str, field: Field) {
        let hit = Hit {
            word: self.numbers.get(word).copied().unwrap_or(u32::MAX),
            place: self.place,
            field,
            times: 1,
            passage: self.passage,
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

    /// What was read, of a page whose window is called so.
    pub(super) fn extract(mut self, window: String, description: &str, base: Direction) -> Extract {
        self.end_of_text();
        let mut hits = self.hits;
        hits.sort_unstable_by_key(|hit| (hit.word, hit.place));
        hits.dedup_by(|next, known| {
            let is_same = (next.word, next.place) == (known.word, known.place);
            if is_same {
                known.add(*next);
            }
            is_same
        });
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
        let mut words: Vec<_> = self.numbers.into_iter().collect();
        words.sort_unstable_by_key(|(_, number)| *number);
        let words: Vec<_> = words.into_iter().map(|(word, _)| word).collect();
        Extract {
            digest: Digest::of_value(&(
                &title,
                &description,
                &places,
                &words,
                &hits,
                &self.passages,
            )),
            title,
            description,
            places,
            words,
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

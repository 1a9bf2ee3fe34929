//! A finished page to what the index holds of it: its title, its places and the words of each. Reads `<main>`; what is
//! navigation, a program or a drawing is left out, and so is whatever stands in an element with `data-search="off"`.

use std::collections::HashMap;

use blake3::Hash;

use crate::arabic::bidi::{Part, Tag, isolate_in_plain_text};
use crate::arabic::search::{fold, words};
use crate::content::reference;

/// A page as the index sees it.
#[derive(Debug, PartialEq, Eq)]
pub struct Extract {
    /// The first heading, or what the window is called.
    pub(super) title: String,
    /// What the page says of itself.
    pub(super) description: String,
    /// Where results may lead: the page as a whole, then every block of it that has an id.
    pub(super) places: Vec<Place>,
    /// The words of the page, folded, each once and sorted.
    pub(super) words: Vec<Box<str>>,
    /// Where each word stands, in the order of words and places.
    pub(super) hits: Vec<Hit>,
    /// A digest of all that.
    pub(super) digest: Hash,
}

/// A place of a page.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) id: String,
    /// What stands above it; empty for the page as a whole.
    pub(super) heading: String,
}

/// A word in a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hit {
    pub(super) word: u32,
    pub(super) place: u32,
    pub(super) field: Field,
    /// How often it is there.
    pub(super) times: u32,
}

/// What a word is part of, the least first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    Body,
    Heading,
    Title,
}

/// The elements whose text is no part of what a page says.
const LEFT_OUT: [&str; 10] = [
    "button", "form", "nav", "noscript", "script", "select", "style", "svg", "template", "textarea",
];

/// Elements within a line that isolation takes for objects.
const WITHIN_A_LINE: [&str; 6] = ["bdi", "bdo", "code", "kbd", "samp", "var"];

impl Extract {
    /// What the index holds of a page.
    #[must_use]
    pub fn of(html: &str) -> Self {
        let (main, head) = main(html);
        let mut reader = Reader::new();
        let mut rest = main;
        while let Some(at) = rest.find('<') {
            reader.text.push_str(&rest[..at]);
            rest = &rest[at..];
            let tag = Tag::first(rest);
            let length = if is_left_out(&tag) {
                reader.end_of_text();
                tag.element_length(rest)
            } else {
                reader.tag(&tag);
                tag.length
            };
            rest = &rest[length..];
        }
        reader.text.push_str(rest);
        reader.end_of_text();
        reader.extract(head)
    }

    /// How many words there are to be found, a word in two places counting twice.
    #[must_use]
    pub fn size(&self) -> usize {
        self.hits.len()
    }
}

/// What is between the tags of `<main>`, or of `<body>` where a page has none; and what is before it.
fn main(html: &str) -> (&str, &str) {
    for name in ["main", "body"] {
        let Some(start) = html.find(&format!("<{name}")) else {
            continue;
        };
        let (head, element) = html.split_at(start);
        let content = &element[Tag::first(element).length..];
        let end = content.rfind(&format!("</{name}>"));
        return (&content[..end.unwrap_or(content.len())], head);
    }
    (html, "")
}

fn is_left_out(tag: &Tag<'_>) -> bool {
    let is_off = || tag.attribute("data-search") == Some("off");
    !tag.closes() && (LEFT_OUT.contains(&tag.name()) || is_off())
}

/// A page while it is read.
struct Reader<'a> {
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
    found: HashMap<Box<str>, Vec<At>>,
}

/// Where a word was found, the most it is part of there, and how often.
struct At {
    place: u32,
    field: Field,
    times: u32,
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
    fn new() -> Self {
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
            found: HashMap::new(),
        }
    }

    fn tag(&mut self, tag: &Tag<'a>) {
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
            let label = tag.attribute("data-search-title").map(decoded);
            self.place = u32::try_from(self.places.len()).unwrap_or_default();
            self.places.push(Place {
                id: decoded(id),
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
    fn end_of_text(&mut self) {
        if self.text.is_empty() {
            return;
        }
        let text = decoded(&self.text);
        self.text.clear();
        let field = self.field();
        for (_, word) in words(&text) {
            let word = fold(word);
            let at = At {
                place: self.place,
                field,
                times: 1,
            };
            match self.found.get_mut(&*word) {
                Some(all) => match all.iter_mut().find(|known| known.place == at.place) {
                    Some(known) => {
                        known.field = known.field.max(field);
                        known.times += 1;
                    }
                    None => all.push(at),
                },
                None if word.is_empty() => {}
                None => {
                    self.found.insert(word.into(), vec![at]);
                }
            }
        }
        match field {
            Field::Title => push_text(&mut self.title, &text),
            Field::Heading => {
                let own = &mut self.places[self.place as usize].heading;
                if self.place > 0 && own.is_empty() {
                    push_text(own, &text);
                }
                self.heading.clear();
                push_text(&mut self.heading, &text);
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

    /// What the text being read is part of.
    fn field(&self) -> Field {
        let ranks = self.open.iter().filter_map(|open| rank(open.name));
        match ranks.last() {
            None => Field::Body,
            Some(1) if self.heading.is_empty() => Field::Title,
            Some(_) => Field::Heading,
        }
    }

    fn extract(self, head: &str) -> Extract {
        let mut found: Vec<_> = self.found.into_iter().collect();
        found.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
        let mut hits = Vec::new();
        let mut words = Vec::with_capacity(found.len());
        for (word, mut places) in found {
            places.sort_unstable_by_key(|at| at.place);
            let number = u32::try_from(words.len()).unwrap_or(u32::MAX);
            hits.extend(places.into_iter().map(|at| Hit {
                word: number,
                place: at.place,
                field: at.field,
                times: at.times,
            }));
            words.push(word);
        }
        let title = match self.title.is_empty() {
            true => element(head, "title").map(decoded).unwrap_or_default(),
            false => self.title,
        };
        let mut extract = Extract {
            title: shown(&title),
            description: shown(&description(head)),
            places: self.places,
            words,
            hits,
            digest: Hash::from([0; blake3::OUT_LEN]),
        };
        for place in &mut extract.places {
            place.heading = shown(&place.heading);
        }
        extract.digest = extract.digest();
        extract
    }
}

impl Extract {
    fn digest(&self) -> Hash {
        let mut digest = blake3::Hasher::new();
        let mut text = |text: &str| {
            digest.update(&text.len().to_le_bytes());
            digest.update(text.as_bytes());
        };
        text(&self.title);
        text(&self.description);
        for place in &self.places {
            text(&place.id);
            text(&place.heading);
        }
        self.words.iter().for_each(|word| text(word));
        for hit in &self.hits {
            digest.update(&hit.word.to_le_bytes());
            digest.update(&hit.place.to_le_bytes());
            digest.update(&[hit.field as u8]);
            digest.update(&hit.times.to_le_bytes());
        }
        digest.finalize()
    }
}

/// The rank of a heading.
fn rank(name: &str) -> Option<u8> {
    let rank = name.strip_prefix('h')?.parse().ok()?;
    (1..=6).contains(&rank).then_some(rank)
}

/// The content of the first such element.
fn element<'a>(html: &'a str, name: &str) -> Option<&'a str> {
    let start = html.find(&format!("<{name}>"))? + name.len() + 2;
    let length = html[start..].find("</")?;
    Some(&html[start..start + length])
}

/// `<meta name="description">`.
fn description(head: &str) -> String {
    let metas = head
        .match_indices("<meta ")
        .map(|(at, _)| Tag::first(&head[at..]));
    let mut named = metas.filter(|tag| tag.attribute("name") == Some("description"));
    let content = named.next().and_then(|tag| tag.attribute("content"));
    content.map(decoded).unwrap_or_default()
}

/// Adds a piece of text, with single spaces.
fn push_text(to: &mut String, text: &str) {
    for word in text.split_whitespace() {
        if !to.is_empty() {
            to.push(' ');
        }
        to.push_str(word);
    }
}

/// A text as it can be shown by itself.
fn shown(text: &str) -> String {
    isolate_in_plain_text(text).into_owned()
}

/// HTML's text with its references as characters.
fn decoded(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find('&') {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        let length = match reference(rest) {
            Some(c) => {
                text.push(c);
                rest.find(';').map_or(1, |end| end + 1)
            }
            None => {
                text.push('&');
                1
            }
        };
        rest = &rest[length..];
    }
    text.push_str(rest);
    text
}

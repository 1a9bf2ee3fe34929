//! A finished page to what the index holds of it: its title, its places and the words of each. Reads `<main>`; what is
//! navigation, a program or a drawing is left out, and so is whatever stands in an element with `data-search="off"`.

use std::collections::HashMap;

use blake3::Hash;
use foldhash::fast::FixedState;

use crate::arabic::bidi::{Part, Tag, isolate_in_plain_text};
use crate::arabic::search::each_word;
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

impl Hit {
    /// Takes in another of the same word in the same place.
    fn add(&mut self, other: Self) {
        self.field = self.field.max(other.field);
        self.times += other.times;
    }
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

/// The elements that need no tag to close when another of the kind begins (HTML, "Optional tags").
const CLOSED_BY_THE_NEXT: [&str; 7] = ["dd", "dt", "li", "p", "td", "th", "tr"];

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
            numbers: HashMap::with_hasher(FixedState::default()),
            hits: Vec::new(),
            last: Vec::new(),
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
        each_word(&text, |word| self.word(word, field));
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
        let ranks = self.open.iter().filter_map(|open| rank(open.name));
        match ranks.last() {
            None => Field::Body,
            Some(1) if self.heading.is_empty() => Field::Title,
            Some(_) => Field::Heading,
        }
    }

    fn extract(self, head: &str) -> Extract {
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
        let title = match self.title.is_empty() {
            true => element(head, "title").map(decoded).unwrap_or_default(),
            false => self.title,
        };
        let mut extract = Extract {
            title: shown(&title),
            description: shown(&description(head)),
            places: self.places,
            words: numbered.into_iter().map(|(word, _)| word).collect(),
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
        let mut all = Vec::new();
        let mut text = |text: &str| {
            all.extend(text.len().to_le_bytes());
            all.extend(text.as_bytes());
        };
        text(&self.title);
        text(&self.description);
        for place in &self.places {
            text(&place.id);
            text(&place.heading);
        }
        self.words.iter().for_each(|word| text(word));
        for hit in &self.hits {
            for number in [hit.word, hit.place, hit.field as u32, hit.times] {
                all.extend(number.to_le_bytes());
            }
        }
        blake3::hash(&all)
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

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<!doctype html><html><head><title>عنوان النافذة</title>\
        <meta name=\"viewport\" content=\"x\"><meta name=\"description\" content=\"وصف &amp; سطر\"></head>\
        <body><nav>قائمة</nav><main id=\"main\"><h1>كتب <bdi lang=\"en\">Rust</bdi> الأولى</h1>\
        <p>تمهيد</p><h2 id=\"one\">أول فصل</h2><p>نص الأول.</p><h3 id=\"deep\">فرع</h3><p>عميق</p>\
        <h2 id=\"two\">ثاني</h2><p>نص <a id=\"link\" href=\"x\">رابط</a>الـ<b>ثاني</b> نص</p>\
        <section><h2>جدول</h2><table><tr id=\"row\"><td>خلية</td></tr></table><p>بعده</p></section>\
        <div data-search=\"off\"><p>متروك</p></div><nav>سابق</nav><script>برنامج</script>\
        <ul><li id=\"item\" data-search-title=\"بند\">كلمة<li>كلمة</ul></main><footer>ذيل</footer></body></html>";

    /// Where a word stands: the id of each place, and what it is part of there.
    fn found(extract: &Extract, word: &str) -> Vec<(String, Field, u32)> {
        let Ok(number) = extract.words.binary_search_by(|known| (**known).cmp(word)) else {
            return Vec::new();
        };
        let hits = extract
            .hits
            .iter()
            .filter(|hit| hit.word as usize == number);
        let place = |hit: &Hit| extract.places[hit.place as usize].id.clone();
        hits.map(|hit| (place(hit), hit.field, hit.times)).collect()
    }

    #[test]
    fn a_page_is_its_title_its_description_and_its_places() {
        let extract = Extract::of(PAGE);
        assert_eq!(extract.title, "كتب \u{2066}Rust\u{2069} الأولى");
        assert_eq!(extract.description, "وصف & سطر");
        let places = extract.places.iter();
        let places: Vec<_> = places.map(|place| (&*place.id, &*place.heading)).collect();
        let expected = [
            ("", ""),
            ("one", "أول فصل"),
            ("deep", "فرع"),
            ("two", "ثاني"),
            ("row", "جدول"),
            ("item", "بند"),
        ];
        assert_eq!(places, expected);
    }

    #[test]
    fn a_word_is_found_where_it_stands() {
        let extract = Extract::of(PAGE);
        let at = |id: &str, field, times| (id.to_owned(), field, times);
        for (word, expected) in [
            ("كتب", vec![at("", Field::Title, 1)]),
            ("rust", vec![at("", Field::Title, 1)]),
            ("تمهيد", vec![at("", Field::Body, 1)]),
            ("اول", vec![at("one", Field::Heading, 1)]),
            (
                "نص",
                vec![at("one", Field::Body, 1), at("two", Field::Body, 2)],
            ),
            ("عميق", vec![at("deep", Field::Body, 1)]),
            ("رابطالثاني", vec![at("two", Field::Body, 1)]),
            ("جدول", vec![at("two", Field::Heading, 1)]),
            ("خليه", vec![at("row", Field::Body, 1)]),
            ("بعده", vec![at("two", Field::Body, 1)]),
            (
                "كلمه",
                vec![at("two", Field::Body, 1), at("item", Field::Body, 1)],
            ),
        ] {
            assert_eq!(found(&extract, word), expected, "{word}");
        }
        for left_out in ["قائمه", "متروك", "سابق", "برنامج", "ذيل", "النافذه"]
        {
            assert_eq!(found(&extract, left_out), [], "{left_out}");
        }
        assert_eq!(extract.size(), extract.hits.len());
    }

    #[test]
    fn a_page_without_main_is_its_body_and_one_without_heading_is_called_as_its_window() {
        let extract = Extract::of("<title>نافذة</title><body><p>كلمة</p>");
        assert_eq!(extract.title, "نافذة");
        assert_eq!(found(&extract, "كلمه").len(), 1);
    }

    #[test]
    fn another_page_has_another_digest() {
        let digest = |html: &str| Extract::of(html).digest;
        let once = digest("<main><p>كلمة</p></main>");
        assert_eq!(once, digest("<main class=x><div>كَلِمة</div></main>"));
        for other in ["كلمة كلمة", "كلمات", "<h2>كلمة</h2>", "<p id=x>كلمة"] {
            assert_ne!(once, digest(&format!("<main>{other}</main>")), "{other}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_page_is_too_odd(html in "(<(/?)(main|p|h[1-6]|li|b|svg|br|!--)( id=[a-c\"]{0,3})?>?|[ا-ت ]{0,3}|&[a-z#;0-9]{0,4}){0,30}") {
            let extract = Extract::of(&html);
            proptest::prop_assert!(extract.hits.iter().all(|hit| (hit.place as usize) < extract.places.len()));
        }
    }
}

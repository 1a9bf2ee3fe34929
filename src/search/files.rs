//! An index to the files that are published. A small one is one file; a large one is cut, by pages and by the alphabet, so
//! that a question costs its reader no more than what it asks about. How many files there are is known at
//! once, and what they hold when somebody looks at one.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::{Arc, OnceLock};

use blake3::Hash;
use serde::Serialize;

use super::client;
use super::index::{self, Page, Word};
use crate::arabic::search::{self, Forms, particles, without_article};
use crate::output::Bytes;
use crate::path::OutputPath;

/// What the site says about its search. The forms of plurals go by CLDR's names.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Settings {
    /// The language of the site.
    pub language: String,
    /// What the field says.
    pub texts: BTreeMap<&'static str, String>,
    /// How results are counted.
    pub plural: Option<BTreeMap<&'static str, String>>,
    /// Words of the site, and what else the same is called.
    #[serde(skip)]
    pub synonyms: Vec<(String, Vec<String>)>,
    /// The groups of results: what stands above each, and how its results are counted.
    pub groups: Vec<(String, Option<BTreeMap<&'static str, String>>)>,
}

/// The most that is published in one file, in words found in places. 60 KB when compressed: such a word takes a byte and a
/// half, with all that goes with it.
const HITS_IN_ONE_FILE: usize = 40_000;

/// About how many of them go into a part.
const HITS_IN_A_PART: usize = 16_000;

/// How many pages are described in one file of a large index.
const PAGES_IN_A_FILE: usize = 48;

/// How an index is made: one that is written in another way is another.
const MAKING: [&str; 3] = [
    include_str!("files.rs"),
    include_str!("index.rs"),
    include_str!("postings.rs"),
];

/// The files of an index of these pages, which come in the order of their groups.
///
/// # Panics
/// Never: the names of the files are constants and numbers.
#[must_use]
pub fn files(settings: Settings, pages: Vec<Page>) -> Vec<(OutputPath, Bytes)> {
    let of = digest(&settings, &pages);
    let index = Index {
        layout: Layout::of(&pages),
        version: of.to_hex()[..8].to_owned(),
        settings,
        pages,
        written: OnceLock::new(),
    };
    let index = Arc::new(index);
    let names = index.layout.names();
    let files = names.into_iter().enumerate().map(|(number, name)| {
        let index = index.clone();
        let made_of = [of.as_bytes(), name.as_bytes()].concat();
        let make = move || index.written.get_or_init(|| index.write())[number].clone();
        (path(&name), Bytes::later(blake3::hash(&made_of), make))
    });
    files.collect()
}

/// The scripts that ask the index.
#[must_use]
pub fn scripts() -> Vec<(OutputPath, Bytes)> {
    let scripts = [
        (client::start(), client::start_script()),
        (client::client(), client::client_script()),
    ];
    let scripts = scripts.into_iter();
    scripts
        .map(|(name, script)| (path(&name), script.into()))
        .collect()
}

/// The first file of the index: all of it for a small site.
#[must_use]
pub fn first() -> OutputPath {
    path("index.js")
}

fn path(name: &str) -> OutputPath {
    let path = format!("{}/{name}", client::FOLDER);
    OutputPath::new(&path).expect("a path of ASCII letters and digits")
}

fn digest(settings: &Settings, pages: &[Page]) -> Hash {
    let mut digest = blake3::Hasher::new();
    let mut text = |text: &str| {
        digest.update(&text.len().to_le_bytes());
        digest.update(text.as_bytes());
    };
    search::MAKING.into_iter().chain(MAKING).for_each(&mut text);
    text(&json(settings));
    for (own, others) in &settings.synonyms {
        text(own);
        text(&others.len().to_string());
        others.iter().for_each(|other| text(other));
    }
    for page in pages {
        text(&page.address);
        text(page.extract.digest.to_hex().as_str());
        text(&page.group.to_string());
        for names in [&page.aliases, &page.labels] {
            text(&names.len().to_string());
            names.iter().for_each(|name| text(name));
        }
    }
    digest.finalize()
}

/// How many files there are besides the first.
#[derive(Clone, Copy)]
struct Layout {
    pages: usize,
    parts: usize,
}

impl Layout {
    fn of(pages: &[Page]) -> Self {
        let hits: usize = pages.iter().map(|page| page.extract.size()).sum();
        if hits <= HITS_IN_ONE_FILE {
            return Self { pages: 0, parts: 0 };
        }
        Self {
            pages: pages.len().div_ceil(PAGES_IN_A_FILE),
            parts: hits.div_ceil(HITS_IN_A_PART),
        }
    }

    fn names(self) -> Vec<String> {
        let pages = (0..self.pages).map(|number| format!("pages-{number}.js"));
        let parts = (0..self.parts).map(|number| format!("words-{number}.js"));
        let first = std::iter::once("index.js".to_owned());
        first.chain(pages).chain(parts).collect()
    }
}

struct Index {
    settings: Settings,
    pages: Vec<Page>,
    layout: Layout,
    /// Tells files of one making from those of another, in whatever cache they lie.
    version: String,
    written: OnceLock<Vec<Vec<u8>>>,
}

/// The first file.
#[derive(Serialize)]
struct First<'a> {
    version: &'a str,
    #[serde(flatten)]
    settings: &'a Settings,
    /// How many pages each group has.
    sizes: Vec<usize>,
    /// How long each page is, a character a page.
    lengths: String,
    particles: String,
    /// The first key of every part but the first; none where all is in this file.
    #[serde(skip_serializing_if = "Option::is_none")]
    bounds: Option<Vec<String>>,
    #[serde(rename = "pagesInAFile")]
    pages_in_a_file: usize,
    #[serde(flatten)]
    part: Part,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pages: Vec<Vec<&'a str>>,
}

/// Words of the index, and what brings them together.
#[derive(Serialize)]
struct Part {
    words: String,
    postings: String,
    /// Singulars and broken plurals.
    plurals: String,
    /// What else things are called, and what the site calls them: `norway=النرويج`, with `|` between two.
    names: String,
}

/// What brings words together that do not share a form: pairs, each in the order in which it is written.
struct Bridges {
    plurals: Vec<(String, String)>,
    names: Vec<(String, String)>,
}

impl Index {
    /// Every file, in the order of [`Layout::names`].
    fn write(&self) -> Vec<Vec<u8>> {
        let particles: BTreeSet<String> = self.particles().collect();
        let known: HashSet<String> = particles.iter().cloned().collect();
        let aliases = self.pages.iter();
        let aliases = aliases.map(|page| index::alias_words(page, &known));
        let aliases: Vec<_> = aliases.collect();
        let words = index::collect(&self.pages, &aliases, &known);
        let bridges = Bridges {
            plurals: index::plurals(&words),
            names: index::names(&self.pages, &self.settings.synonyms),
        };
        let pages: Vec<_> = self.pages.iter().map(described).collect();
        let (bounds, mut parts) = match self.layout.parts {
            0 => (None, vec![part(words.iter(), &bridges, |_| true)]),
            parts => {
                let (bounds, parts) = cut(&words, &bridges, parts);
                (Some(bounds), parts)
            }
        };
        let is_one = bounds.is_none();
        let first = First {
            version: &self.version,
            settings: &self.settings,
            sizes: self.sizes(),
            lengths: self.pages.iter().map(length).collect(),
            particles: particles.into_iter().collect::<Vec<_>>().join(" "),
            bounds,
            pages_in_a_file: PAGES_IN_A_FILE,
            part: match is_one {
                true => parts.remove(0),
                false => part([].iter(), &bridges, |_| false),
            },
            pages: if is_one { pages.clone() } else { Vec::new() },
        };
        let mut files = vec![self.file("index", &first)];
        if !is_one {
            let pages = pages.chunks(PAGES_IN_A_FILE).enumerate();
            files
                .extend(pages.map(|(number, pages)| self.file(&format!("pages-{number}"), &pages)));
            let parts = parts.iter().enumerate();
            files.extend(parts.map(|(number, part)| self.file(&format!("words-{number}"), part)));
        }
        files
    }

    fn particles(&self) -> impl Iterator<Item = String> {
        particles(self.settings.language.split('-').next().unwrap_or_default())
    }

    fn sizes(&self) -> Vec<usize> {
        let groups = 0..self.settings.groups.len();
        let size = |group| self.pages.iter().filter(|page| page.group == group).count();
        groups.map(size).collect()
    }

    /// A file is a call: a script can be loaded from a disk, where data cannot.
    fn file(&self, name: &str, content: &impl Serialize) -> Vec<u8> {
        let content = json(content);
        format!("warraqSearch(\"{name}\",\"{}\",{content})\n", self.version).into_bytes()
    }
}

/// How long a page is: twice the binary logarithm of its words, as a character from `#`.
fn length(page: &Page) -> char {
    let size = page.extract.size().max(1);
    let twice = (size * size).ilog2();
    char::from(b'#' + u8::try_from(twice).unwrap_or_default().min(50))
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// A page: where it is, what it is called and says of itself, then its places with what stands above them.
fn described(page: &Page) -> Vec<&str> {
    let extract = &*page.extract;
    let places = extract.places.iter().skip(1);
    let places = places.flat_map(|place| [&*place.id, &*place.heading]);
    [&*page.address, &*extract.title, &*extract.description]
        .into_iter()
        .chain(places)
        .collect()
}

fn part<'a>(
    words: impl Iterator<Item = &'a Word<'a>>,
    bridges: &Bridges,
    is_here: impl Fn(&str) -> bool,
) -> Part {
    let (mut texts, mut postings) = (String::new(), Vec::new());
    let mut before = "";
    for word in words {
        push_word(&mut texts, before, word.text);
        postings.push(&*word.postings);
        before = word.text;
    }
    let plurals = bridges.plurals.iter();
    let plurals = plurals.filter(|(singular, plural)| is_here(singular) || is_here(plural));
    let plurals = plurals.map(|(singular, plural)| format!("{singular} {plural}"));
    // A name is looked for by its first word.
    let is_called_here = |name: &str| {
        let first = Forms::of(name.split(' ').next().unwrap_or_default());
        first.all().any(&is_here)
    };
    let names = bridges.names.iter();
    let names = names.filter(|(name, _)| is_called_here(name));
    let names = names.map(|(name, own)| format!("{name}={own}"));
    Part {
        words: texts,
        postings: postings.join(" "),
        plurals: plurals.collect::<Vec<_>>().join(" "),
        names: names.collect::<Vec<_>>().join("|"),
    }
}

/// Adds a word: how many characters it has in common with the one before, as a letter from `A`, and the rest. Folded words
/// have no capital letters.
fn push_word(texts: &mut String, before: &str, word: &str) {
    let pairs = before.chars().zip(word.chars());
    let same = pairs.take_while(|(one, other)| one == other);
    let same = same.map(|(c, _)| c.len_utf8()).take(26 - 1);
    let (mut length, mut shared) = (0, b'A');
    for bytes in same {
        length += bytes;
        shared += 1;
    }
    texts.push(char::from(shared));
    texts.push_str(&word[length..]);
}

/// Cuts an index by the alphabet into parts of about one size. A word is in every part in which one of its forms, without the
/// article, has its place.
fn cut(words: &[Word<'_>], bridges: &Bridges, parts: usize) -> (Vec<String>, Vec<Part>) {
    let mut keys: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (number, word) in words.iter().enumerate() {
        let forms = Forms::of(word.text);
        let own: BTreeSet<_> = forms
            .all()
            .map(|form| without_article(form).to_owned())
            .collect();
        for key in own {
            keys.entry(key).or_default().push(number);
        }
    }
    let size = |numbers: &[usize]| -> usize {
        let sizes = numbers.iter().map(|number| &words[*number]);
        sizes
            .map(|word| word.text.len() + word.postings.len())
            .sum()
    };
    let whole: usize = keys.values().map(|numbers| size(numbers)).sum();
    let mut bounds = Vec::new();
    let mut members = vec![BTreeSet::new(); parts];
    let mut before = 0;
    for (key, numbers) in &keys {
        // Where its beginning lies decides: no key is in two parts, and some parts may be empty.
        let at = (before * parts / whole.max(1)).min(parts - 1);
        bounds.resize_with(at.max(bounds.len()), || key.clone());
        members[at].extend(numbers.iter().copied());
        before += size(numbers);
    }
    bounds.resize_with(parts - 1, || "\u{FFFF}".to_owned());
    let place =
        |word: &str| bounds.partition_point(|bound| bound.as_str() <= without_article(word));
    let parts = members.into_iter().enumerate().map(|(at, members)| {
        let words = members.iter().map(|number| &words[*number]);
        part(words, bridges, |word| place(word) == at)
    });
    let parts = parts.collect();
    (bounds, parts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::Extract;

    /// Pages of words that nobody wrote, with and without affixes.
    fn pages(number: usize) -> Vec<Page> {
        let page = |n: usize| {
            let word = |at: usize| {
                let letters = ['ب', 'م', 'و', 'ت', 'ك', 'ل', 'س', 'ح', 'ا', 'ن'];
                let digits = (n * 7 + at * 13).to_string();
                let root: String = digits
                    .bytes()
                    .map(|byte| letters[usize::from(byte - b'0')])
                    .collect();
                ["", "ال", "و", "وال"][at % 4].to_owned() + &root + ["", "ات", "ها"][at % 3]
            };
            let words: Vec<_> = (0..200).map(word).collect();
            let html = format!(
                "<main><h1>صفحة {n}</h1><p id=\"p\">{}</p></main>",
                words.join(" ")
            );
            Page {
                extract: Arc::new(Extract::of(&html)),
                address: format!("{n}/"),
                group: 0,
                aliases: Vec::new(),
                labels: Vec::new(),
            }
        };
        (0..number).map(page).collect()
    }

    fn settings() -> Settings {
        Settings {
            language: "ar-MA".to_owned(),
            synonyms: vec![("صفحة".to_owned(), vec!["ورقة".to_owned()])],
            groups: vec![(String::new(), None)],
            ..Settings::default()
        }
    }

    fn names(files: &[(OutputPath, Bytes)]) -> Vec<&str> {
        let names = files.iter().map(|(path, _)| path.as_str());
        names
            .map(|name| name.rsplit('/').next().unwrap_or_default())
            .collect()
    }

    #[test]
    fn a_small_index_is_one_file_and_a_large_one_is_cut() {
        assert_eq!(names(&files(settings(), pages(20))), ["index.js"]);
        let large = files(settings(), pages(300));
        assert_eq!(names(&large)[..3], ["index.js", "pages-0.js", "pages-1.js"]);
        assert!(names(&large).contains(&"words-3.js"));
    }

    #[test]
    fn what_is_made_stands_for_what_it_is_made_of() {
        let (once, again) = (files(settings(), pages(3)), files(settings(), pages(3)));
        assert_eq!(once[0].1.made_of(), again[0].1.made_of());
        assert_eq!(once[0].1[..], again[0].1[..]);
        let named = |change: fn(&mut Page)| {
            let mut pages = pages(3);
            change(&mut pages[1]);
            files(settings(), pages)[0].1.made_of()
        };
        let others = [
            named(|page| page.address = "x".to_owned()),
            named(|page| page.aliases.push("x".to_owned())),
            named(|page| page.labels.push("x".to_owned())),
            named(|page| page.extract = Arc::new(Extract::of("<main>x</main>"))),
            files(Settings::default(), pages(3))[0].1.made_of(),
            files(settings(), pages(2))[0].1.made_of(),
        ];
        for (at, other) in others.iter().enumerate() {
            assert_ne!(*other, once[0].1.made_of(), "{at}");
            assert_eq!(others.iter().filter(|one| *one == other).count(), 1, "{at}");
        }
    }

    /// The words of a part, as the script reads them.
    fn words_of(part: &Part) -> Vec<String> {
        let mut words: Vec<String> = Vec::new();
        let starts: Vec<usize> = part
            .words
            .match_indices(|c: char| c.is_ascii_uppercase())
            .map(|(at, _)| at)
            .collect();
        let ends = starts.iter().copied().skip(1).chain([part.words.len()]);
        for (start, end) in starts.iter().zip(ends) {
            let shared = usize::from(part.words.as_bytes()[*start] - b'A');
            let before: String = words
                .last()
                .map(|word| word.chars().take(shared).collect())
                .unwrap_or_default();
            words.push(before + &part.words[start + 1..end]);
        }
        words
    }

    #[test]
    fn every_word_is_in_every_part_where_a_form_of_it_is_looked_for() {
        let pages = pages(60);
        let none = vec![BTreeMap::new(); pages.len()];
        let words = index::collect(&pages, &none, &HashSet::new());
        let bridges = Bridges {
            plurals: vec![("بتكوين".to_owned(), "مسحات".to_owned())],
            names: vec![("وبتول".to_owned(), "x".to_owned())],
        };
        let (bounds, parts) = cut(&words, &bridges, 7);
        assert_eq!((bounds.len(), parts.len()), (6, 7));
        assert!(bounds.is_sorted());
        let place =
            |form: &str| bounds.partition_point(|bound| bound.as_str() <= without_article(form));
        let held: Vec<HashSet<String>> = parts
            .iter()
            .map(|part| words_of(part).into_iter().collect())
            .collect();
        for word in &words {
            for form in Forms::of(word.text).all() {
                assert!(
                    held[place(form)].contains(word.text),
                    "{} by {form}",
                    word.text
                );
            }
        }
        let all: usize = held.iter().map(HashSet::len).sum();
        assert!(all < words.len() * 3, "{all} for {}", words.len());
        let sizes: Vec<usize> = parts
            .iter()
            .map(|part| part.words.len() + part.postings.len())
            .collect();
        assert!(
            sizes.iter().max() < sizes.iter().min().map(|least| least * 3).as_ref(),
            "{sizes:?}"
        );
        for part in &parts {
            assert_eq!(words_of(part).len(), part.postings.split(' ').count());
        }
        for (singular, plural) in &bridges.plurals {
            for word in [singular, plural] {
                assert!(
                    parts[place(word)].plurals.contains(singular.as_str()),
                    "{word}"
                );
            }
        }
        for form in Forms::of("وبتول").all() {
            assert!(parts[place(form)].names.contains("وبتول"), "{form}");
        }
    }
}

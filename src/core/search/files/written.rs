//! An index as the files that are published: what each of them holds, as the script reads it.

use std::collections::{BTreeSet, HashSet};
use std::iter;
use std::sync::OnceLock;

use serde::Serialize;

use super::layout::{Layout, PAGES_IN_A_FILE};
use super::part::{Bridges, Part, cut};
use super::settings::Settings;
use crate::arabic::search::{ALIKE, particles};
use crate::digest::Digest;
use crate::search::index::{self, Page};

/// An index while nobody has looked at it, and after.
pub(super) struct Index {
    pub(super) settings: Settings,
    pub(super) pages: Vec<Page>,
    pub(super) layout: Layout,
    pub(super) written: OnceLock<Vec<Vec<u8>>>,
}

/// The first file.
#[derive(Serialize)]
struct First<'a> {
    /// Tells the files of one index from those of another, in whatever cache they lie: a digest of what they hold.
    version: String,
    #[serde(flatten)]
    settings: &'a Settings,
    /// How many pages each group has.
    sizes: Vec<usize>,
    /// How long each page is, a character a page.
    lengths: String,
    particles: String,
    /// Letters that are mistaken for one another, side by side and either first.
    alike: String,
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

impl Index {
    /// Every file, in the order of [`Layout::names`].
    pub(super) fn write(&self) -> Vec<Vec<u8>> {
        let language = subtag(&self.settings.language);
        let particles: BTreeSet<String> = particles(language).collect();
        let known: HashSet<String> = particles.iter().cloned().collect();
        let aliases = self.pages.iter();
        let aliases = aliases.map(|page| index::aliases(page, &known));
        let aliases: Vec<_> = aliases.collect();
        let words = index::collect(&self.pages, &aliases, &known);
        let bridges = Bridges {
            plurals: index::plurals(&words),
            names: index::names(&self.pages, &self.settings.synonyms),
        };
        let pages: Vec<_> = self.pages.iter().map(described).collect();
        let (bounds, mut parts) = match self.layout.parts {
            0 => (
                None,
                vec![Part::of(words.iter(), &bridges, language, |_| true)],
            ),
            parts => {
                let (bounds, parts) = cut(&words, &bridges, language, parts);
                (Some(bounds), parts)
            }
        };
        let is_one = bounds.is_none();
        let mut first = First {
            version: String::new(),
            settings: &self.settings,
            sizes: self.sizes(),
            lengths: self.pages.iter().map(length).collect(),
            particles: particles.into_iter().collect::<Vec<_>>().join(" "),
            alike: ALIKE.chars().chain(ALIKE.chars().rev()).collect(),
            bounds,
            pages_in_a_file: PAGES_IN_A_FILE,
            part: if is_one {
                parts.remove(0)
            } else {
                Part::of([].iter(), &bridges, language, |_| false)
            },
            pages: if is_one { pages.clone() } else { Vec::new() },
        };
        let mut others = Vec::new();
        if !is_one {
            let pages = pages.chunks(PAGES_IN_A_FILE).enumerate();
            others.extend(pages.map(|(number, pages)| (format!("pages-{number}"), json(&pages))));
            let parts = parts.iter().enumerate();
            others.extend(parts.map(|(number, part)| (format!("words-{number}"), json(part))));
        }
        let digest = Digest::of_value(&(json(&first), &others));
        first.version = format!("{digest:.8}");
        let files = iter::once(("index".to_owned(), json(&first))).chain(others);
        let files = files.map(|(name, content)| file(&name, &first.version, &content));
        files.collect()
    }

    fn sizes(&self) -> Vec<usize> {
        let groups = 0..self.settings.groups.len();
        let size = |group| self.pages.iter().filter(|page| page.group == group).count();
        groups.map(size).collect()
    }
}

/// A language without script and place.
fn subtag(tag: &str) -> &str {
    tag.split('-').next().unwrap_or_default()
}

/// A file is a call: a script can be loaded from a disk, where data cannot.
fn file(name: &str, version: &str, content: &str) -> Vec<u8> {
    format!("warraqSearch(\"{name}\",\"{version}\",{content})\n").into_bytes()
}

/// How long a page is: twice the binary logarithm of its words, as a character from `#`.
fn length(page: &Page) -> char {
    let size = page.extract.size().max(1);
    let twice = (size * size).ilog2();
    char::from(b'#' + u8::try_from(twice).unwrap_or_default().min(50))
}

pub(super) fn json(value: &impl Serialize) -> String {
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

//! The versions of an entry in the languages of the site, as templates see them.

use std::borrow::Cow;

use super::reading::Reading;
use crate::graph::{Entry, EntryId, Site};
use crate::html::{Token, Tokens};

/// The elements that prose is made of where it is more than one paragraph.
const BLOCKS: [&str; 18] = [
    "p",
    "ul",
    "ol",
    "dl",
    "div",
    "table",
    "blockquote",
    "pre",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "figure",
    "aside",
    "section",
];

/// Prose of an entry. Where that stands in for a translation, it says in which language it is.
pub(super) fn in_its_language<'a>(site: &Site, entry: &Entry, html: &'a str) -> Cow<'a, str> {
    if !entry.document.is_stand_in() || html.trim().is_empty() {
        return Cow::Borrowed(html);
    }
    let language = site.language_of_words(entry);
    let language = site.config.in_language(language).language;
    let (tag, direction) = (language.tag(), language.direction().name());
    let is_block = matches!(
        Tokens::of(html.trim_start()).read(),
        Some(Token::Start(tag)) if tag.is_one_of(&BLOCKS)
    );
    Cow::Owned(if is_block {
        format!("<div lang=\"{tag}\" dir=\"{direction}\">\n{html}</div>\n")
    } else {
        format!("<bdi lang=\"{tag}\" dir=\"{direction}\">{html}</bdi>")
    })
}

/// What the page of an entry says of its versions.
pub(super) struct Versions<V> {
    /// Each with its address; empty where there is one.
    pub(super) translations: V,
    /// What search engines are told of them, and which stands for all other languages; empty where there is one.
    pub(super) alternates: V,
    /// The original, where it is shown because the translation is missing.
    pub(super) fallback: V,
}

impl<V> Versions<V> {
    pub(super) fn of<R: Reading<Value = V>>(site: &Site, id: EntryId, reading: &mut R) -> Self {
        let versions = site.versions(id);
        let (mut translations, mut alternates) = (Vec::new(), Vec::new());
        if versions.len() > 1 {
            for version in &versions {
                let mut map = named(site, *version, reading);
                // Whoever chooses a language gets a page in it, whatever language the text on it is in.
                let here = site
                    .config
                    .in_language(site.entry(*version).document.language);
                let (tag, direction) = (here.language.tag(), here.language.direction());
                for (name, text) in [("language", tag), ("direction", direction.name())] {
                    let text = reading.text(text);
                    reading.fixed(&mut map, name, text);
                }
                let is_current = reading.truth(*version == id);
                reading.fixed(&mut map, "current", is_current);
                translations.push(reading.map(map));
            }
            for (hreflang, address) in site.alternates(id) {
                let mut map = R::Map::default();
                let permalink = site.config.absolute(address.as_str());
                for (name, text) in [("hreflang", hreflang), ("permalink", &permalink)] {
                    let text = reading.text(text);
                    reading.fixed(&mut map, name, text);
                }
                alternates.push(reading.map(map));
            }
        }
        let entry = site.entry(id);
        let fallback = if entry.document.is_stand_in() {
            let original = named(site, entry.canonical, reading);
            reading.map(original)
        } else {
            reading.absent()
        };
        Self {
            translations: reading.list(translations),
            alternates: reading.list(alternates),
            fallback,
        }
    }
}

/// An entry, with what readers of the language of its page call that.
fn named<R: Reading>(site: &Site, id: EntryId, reading: &mut R) -> R::Map {
    let mut map = reading.stub(id);
    let language = site.entry(id).document.language;
    let name = reading.text(site.config.in_language(language).name);
    reading.fixed(&mut map, "name", name);
    map
}

//! Translations that are older than what they translate, and how far each collection is in each language.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::place::place_in;
use crate::arabic::{Direction, is_all_arabic};
use crate::content::{Value, body, trace_wording};
use crate::diagnostic::{Diagnostic, Fix};
use crate::digest::StableHasher;
use crate::graph::{EntryId, Site};
use crate::locale::text;
use crate::schema::{CollectionId, LanguageId, Spanned};
use crate::source::{Snapshot, quoted};

/// How far a collection is in a language.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Translated {
    /// The name of the collection.
    pub collection: String,
    /// The tag of the language.
    pub language: String,
    /// How many entries are in the language, and as new as what they translate.
    pub complete: usize,
    /// How many are not in the language.
    pub missing: usize,
    /// How many are older than what they translate.
    pub stale: usize,
}

/// How far the collections of a site are, in the order of site.toml. Nothing where it has one language, or was not linked.
#[must_use]
pub fn translated(site: Option<&Arc<Site>>, snapshot: &Snapshot) -> Vec<Translated> {
    let mut rows = Vec::new();
    let Some(site) = site.filter(|site| !site.config.other_languages.is_empty()) else {
        return rows;
    };
    let config = &site.config;
    for id in config.schema.ids() {
        let collection = config.schema.collection(id);
        if site.of(id).is_empty() {
            continue;
        }
        for language in config.languages() {
            // Nobody translates a year, or a word that nobody says in the language.
            let named = collection.lists_others().then(|| named(site, id, language));
            let mut row = Translated {
                collection: collection.name.to_string(),
                language: config.in_language(language).language.tag().to_owned(),
                complete: 0,
                missing: 0,
                stale: 0,
            };
            for entry in site.of(id) {
                match site.written(*entry, language) {
                    None if named.as_ref().is_some_and(|named| !named.contains(entry)) => {}
                    None => row.missing += 1,
                    Some(version) if stale(site, snapshot, version).is_some() => row.stale += 1,
                    Some(_) => row.complete += 1,
                }
            }
            rows.push(row);
        }
    }
    rows
}

/// The tags that entries in a language name, as the site's own language has them.
fn named(site: &Site, tags: CollectionId, language: LanguageId) -> BTreeSet<EntryId> {
    let mut named = BTreeSet::new();
    let written = site.ids().map(|id| &site.entry(id).document);
    for document in
        written.filter(|document| document.language == language && !document.is_stand_in())
    {
        for value in &document.fields {
            value.walk(&mut |value| {
                let Value::Reference(reference) = value else {
                    return;
                };
                if reference.is_tag && reference.collection == tags {
                    let tag = site.resolve(reference, language);
                    named.extend(tag.map(|tag| site.entry(tag).canonical));
                }
            });
        }
    }
    named
}

/// Reports translations of another state of their originals than there is.
pub(super) fn check(site: &Site, snapshot: &Snapshot) -> Vec<Diagnostic> {
    if site.config.other_languages.is_empty() {
        return Vec::new();
    }
    let stale = site.ids().filter_map(|id| {
        let (from, now) = stale(site, snapshot, id)?;
        let is_open = from.value.is_empty();
        let original = &site.entry(site.entry(id).canonical).document.path;
        let message = if is_open {
            text!("translation-state-open", path = original.as_str())
        } else {
            text!("translation-stale", path = original.as_str())
        };
        let problem = Diagnostic::warning("W233", message).at(from.span.clone());
        let problem = problem.hint(text!("translation-stale-hint", state = &*now));
        Some(problem.fix(Fix {
            range: from.span.range.clone(),
            replacement: quoted(&now),
            // Whether a translation says again what its original says, nobody but its author knows.
            is_safe: is_open,
        }))
    });
    stale.chain(copied(site, snapshot)).collect()
}

/// Reports fields of translations that have the Arabic words of their originals, letter for letter, in a language of other
/// letters.
fn copied<'a>(site: &'a Site, snapshot: &'a Snapshot) -> impl Iterator<Item = Diagnostic> + 'a {
    let translations = site.ids().filter(|id| {
        let entry = site.entry(*id);
        let document = &entry.document;
        let language = site.config.in_language(document.language).language;
        let mut silenced = document.silenced.iter().chain(&site.config.silenced);
        // What a source says is its own, on every page that shows it.
        entry.canonical != *id
            && site.collection(entry).source.is_none()
            && !document.is_stand_in()
            && language.direction() == Direction::Ltr
            && !silenced.any(|rule| *rule == "W242")
    });
    translations.flat_map(move |id| {
        let entry = site.entry(id);
        let (document, original) = (&entry.document, &site.entry(entry.canonical).document);
        let values = document.fields.iter().zip(&original.fields);
        let collection = site.collection(entry);
        let pairs = collection.fields.iter().zip(values);
        let pairs = pairs.filter(|(field, _)| collection.is_translated(field));
        let tag = site.config.in_language(document.language).language.tag();
        pairs.filter_map(move |(field, (value, theirs))| {
            let words = arabic_words(value);
            let same: BTreeSet<&str> = arabic_words(theirs).into_iter().collect();
            let copied = words.into_iter().find(|words| same.contains(words))?;
            let message = text!("field-copied", name = field.name.clone(), language = tag);
            let hint = text!("field-copied-hint", name = field.name.clone());
            let problem = Diagnostic::warning("W242", message).hint(hint);
            let place = snapshot.get(&document.path);
            Some(match place.and_then(|source| place_in(source, copied)) {
                Some(place) => problem.at(place),
                None => problem.at(&document.path),
            })
        })
    })
}

/// The texts of a value that are all Arabic.
fn arabic_words(value: &Value) -> Vec<&str> {
    let mut words = Vec::new();
    value.walk(&mut |value| match value {
        Value::String(text) if is_all_arabic(text) => words.push(&**text),
        _ => {}
    });
    words
}

/// Which state of the original a translation says to be of, and the state that there is, where they differ.
fn stale<'a>(
    site: &'a Site,
    snapshot: &Snapshot,
    id: EntryId,
) -> Option<(&'a Spanned<String>, String)> {
    let entry = site.entry(id);
    let translation = entry.document.translation.as_ref()?;
    let from = translation
        .from
        .as_ref()
        .filter(|_| entry.canonical != id)?;
    let now = wording(site, snapshot, entry.canonical);
    (from.value != now).then_some((from, now))
}

/// A digest of what an entry says and its translations say otherwise: its translated fields, and its body.
fn wording(site: &Site, snapshot: &Snapshot, id: EntryId) -> String {
    let document = &site.entry(id).document;
    let collection = site.collection(site.entry(id));
    let mut trace = StableHasher::default();
    trace_wording(document, collection, &mut trace);
    // Of a source that may not be republished, the values have lost the words of its paragraphs.
    let paragraphs = collection.source.as_ref().is_some_and(|role| {
        let field = collection.field(&role.paragraphs.value);
        field.is_some_and(|at| collection.is_translated(&collection.fields[at]))
    });
    if paragraphs {
        let all = site
            .provenance
            .paragraphs
            .range((id, i64::MIN)..=(id, i64::MAX));
        all.for_each(|(_, paragraph)| paragraph.trace(&mut trace));
    }
    let source = snapshot.get(&document.path).filter(|_| !document.is_row());
    if let Some((source, range)) = source.and_then(|source| Some((source, body(source)?))) {
        trace.text(&source.text()[range].trim().replace('\r', ""));
    }
    format!("{:.8}", trace.digest())
}

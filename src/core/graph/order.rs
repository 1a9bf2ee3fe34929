//! The order of entries within a collection, and who comes before and after whom.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::sync::Arc;

use super::entry_id::EntryId;
use super::references;
use super::site::Site;
use crate::config::{Config, is_of_theme};
use crate::content::{Document, SortKey, Value, ValueView};
use crate::diagnostic::Diagnostic;
use crate::locale::text;
use crate::path::UrlPath;
use crate::schema::{Collection, Guesses, LanguageId, Spanned, suggestion};

/// A document, and its place among those that are linked.
pub(super) type Placed = (usize, Arc<Document>);

/// Sorts documents by collection, then by the collection's order, then by slug, but the main source first. Where folders are sections, each stands
/// before its entries, and after those of the section before it.
pub(super) fn sort(documents: &mut [Placed], config: &Config, language: LanguageId) {
    let mut sections = HashMap::new();
    for (_, document) in documents.iter() {
        if config.schema.collection(document.collection).nested {
            let name = (document.collection, document.slug.clone());
            sections.insert(name, place(document, config, language));
        }
    }
    documents.sort_by_cached_key(|(_, document)| {
        let id = document.collection;
        let slug = &document.slug;
        let mut way = Vec::new();
        if config.schema.collection(id).nested {
            let ends = slug.match_indices('/').map(|(at, _)| at);
            for end in ends.chain([slug.len()]).filter(|_| !is_root(slug)) {
                let section: Arc<str> = slug[..end].into();
                let place = sections.get(&(id, section.clone())).cloned();
                way.push((place.unwrap_or_default(), section));
            }
        } else {
            way.push((place(document, config, language), slug.clone()));
        }
        let main = config.schema.collection(id).source.as_ref();
        let main = main.and_then(|role| role.main.as_ref());
        let is_other = main.is_some_and(|main| *main.value != **slug);
        (id, is_other, way)
    });
}

/// Whether a slug is that of the entry that stands for the whole of a nested collection.
fn is_root(slug: &str) -> bool {
    slug == Collection::ROOT
}

/// The place of a document among its neighbours.
fn place(document: &Document, config: &Config, language: LanguageId) -> Vec<Directed> {
    let language = config.in_language(language).language;
    let collection = config.schema.collection(document.collection);
    let keys = collection.order.iter().map(|key| {
        let position = collection.field(&key.field.value);
        let value = position.and_then(|position| document.fields.get(position));
        Directed {
            key: value.and_then(|value| value.sort_key(language)),
            descending: key.descending,
        }
    });
    keys.collect()
}

#[derive(Clone, PartialEq, Eq)]
struct Directed {
    key: Option<SortKey>,
    descending: bool,
}

impl Ord for Directed {
    fn cmp(&self, other: &Self) -> Ordering {
        match (&self.key, &other.key) {
            (Some(a), Some(b)) if self.descending => b.cmp(a),
            (Some(a), Some(b)) => a.cmp(b),
            (a, b) => a.is_none().cmp(&b.is_none()),
        }
    }
}

impl PartialOrd for Directed {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Whether a theme names an entry that this site has not.
pub(super) fn is_missing_of_theme(site: &Site, named: &Spanned<String>) -> bool {
    is_of_theme(&named.span) && site.named(&named.value).is_none()
}

/// Sets the previous and next entry and the parent of each entry.
pub(super) fn connect(site: &mut Site, diagnostics: &mut Vec<Diagnostic>) {
    let config = site.config.clone();
    let mut guesses = Guesses::default();
    for collection in config.schema.ids() {
        let declared = config.schema.collection(collection);
        let parent = declared
            .index
            .as_ref()
            .filter(|name| !is_missing_of_theme(site, name))
            .and_then(|name| entry_named(site, name, &mut guesses, diagnostics));
        let group = declared
            .siblings
            .as_ref()
            .and_then(|field| declared.field(&field.value));
        for language in config.languages() {
            let parent = parent.map(|parent| site.version(parent, language));
            let ids = site.listed(collection, language).to_vec();
            connect_in(site, language, &ids, parent, group);
        }
    }
}

/// Sets them for what a language lists of a collection, and is in that language.
fn connect_in(
    site: &mut Site,
    language: LanguageId,
    ids: &[EntryId],
    parent: Option<EntryId>,
    group: Option<usize>,
) {
    let is_in = |site: &Site, id: EntryId| site.entry(id).document.language == language;
    for id in ids {
        let nested = site.collection(site.entry(*id)).nested;
        let section = nested.then(|| section(site, *id)).flatten();
        let section = section.map(|section| site.version(section, language));
        if is_in(site, *id) {
            site.entries[id.0].parent = section.or(parent).filter(|parent| parent != id);
        }
        if let Some(section) = section.filter(|section| is_in(site, *section)) {
            site.entries[section.0].children.push(*id);
        }
    }
    for pair in runs(site, ids, group).iter().flat_map(|run| run.windows(2)) {
        if is_in(site, pair[0]) {
            site.entries[pair[0].0].next = Some(pair[1]);
        }
        if is_in(site, pair[1]) {
            site.entries[pair[1].0].prev = Some(pair[0]);
        }
    }
}

/// The entry of the section that an entry of a nested collection is in: the nearest that has one.
fn section(site: &Site, id: EntryId) -> Option<EntryId> {
    let document = &site.entry(id).document;
    if is_root(&document.key) {
        return None;
    }
    let mut slug = &*document.key;
    while let Some((above, _)) = slug.rsplit_once('/') {
        slug = above;
        let section = site.find(document.collection, slug);
        if section.is_some() {
            return section;
        }
    }
    site.find(document.collection, Collection::ROOT)
}

/// The entries grouped by the value of a field, each group in the collection's order.
fn runs(site: &Site, ids: &[EntryId], group: Option<usize>) -> Vec<Vec<EntryId>> {
    let Some(field) = group else {
        return vec![ids.to_vec()];
    };
    let mut runs: Vec<(String, Vec<EntryId>)> = Vec::new();
    for id in ids {
        let value = site.entry(*id).document.fields.get(field);
        let language = site.entry(*id).document.language;
        let value = value.map_or_else(String::new, |value| shared(site, value, language));
        match runs.iter_mut().find(|(of, _)| *of == value) {
            Some((_, run)) => run.push(*id),
            None => runs.push((value, vec![*id])),
        }
    }
    runs.into_iter().map(|(_, run)| run).collect()
}

/// The text that is equal for entries of one group.
fn shared(site: &Site, value: &Value, language: LanguageId) -> String {
    match value.view() {
        ValueView::Text(text) => text.into_owned(),
        ValueView::Number(number) => number.to_string(),
        ValueView::Truth(truth) => truth.to_string(),
        ValueView::Entry(reference) => {
            let entry = site.resolve(reference, language).map(|id| site.entry(id));
            let slug = entry.map(|entry| &entry.document.key);
            slug.unwrap_or(&reference.slug).to_string()
        }
        ValueView::Nothing
        | ValueView::Prose(_)
        | ValueView::Citation(_)
        | ValueView::Picture(_)
        | ValueView::List(_)
        | ValueView::Record(..) => String::new(),
    }
}

/// The entry that site.toml names. A name without an entry is reported.
pub(super) fn entry_named(
    site: &Site,
    name: &Spanned<String>,
    guesses: &mut Guesses,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<EntryId> {
    let id = site.named(&name.value);
    let (collection, slug) = name.value.split_once('/').unwrap_or_default();
    let collection = site.config.schema.collection_named(collection);
    let may_exist = collection.is_some_and(|collection| site.may_exist(collection, slug));
    if id.is_none() && !may_exist {
        let problem = if let Some(collection) = collection {
            let anywhere: Vec<_> = site.config.schema.ids().collect();
            references::dangling(site, collection, slug, &anywhere, guesses)
        } else {
            let bare = name.value.trim_matches('/');
            let mut pages = site.entries.iter();
            let at = pages.find(|one| {
                let page = one.page.as_ref().map(UrlPath::as_str);
                page.is_some_and(|page| {
                    name.value.starts_with('/') && page.trim_matches('/') == bare
                })
            });
            let near = site.named(bare).map(|_| suggestion(&name.value, bare));
            let near = near.or_else(|| Some(text!("entry-by-address-hint", name = &*at?.name)));
            Diagnostic::error("E201", text!("entry-none", name = &name.value))
                .hint(near.unwrap_or_else(|| text!("entry-name-hint")))
        };
        diagnostics.push(problem.at(name.span.clone()));
    }
    id
}

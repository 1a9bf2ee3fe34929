//! The linked site and its lookups.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use super::entry_id::{EntryId, NOWHERE};
use super::listing::Listing;
use super::paragraphs::Provenance;
use crate::arabic::Date;
use crate::config::Config;
use crate::content::{Absence, Document, Reference, Unread, Value};
use crate::markdown::Prose;
use crate::path::{SourcePath, UrlPath};
use crate::schema::{Collection, CollectionId, LanguageId, RecordId, UPDATED};
use crate::source::History;

/// Words that mean a tag in a language.
pub(super) type WordsOf = (CollectionId, LanguageId, Arc<str>);

/// A whole site, linked.
#[derive(Debug)]
pub struct Site {
    /// What `site.toml` says.
    pub config: Arc<Config>,
    /// All entries, collection by collection in declared order, each in its own order.
    pub entries: Vec<Entry>,
    /// Where citations stand.
    pub provenance: Provenance,
    /// The lists that are spread over several pages, by the entry whose page shows them.
    pub listings: BTreeMap<EntryId, Listing>,
    /// The day on which it is built.
    pub(super) today: Option<Date>,
    pub(super) history: Option<Arc<History>>,
    pub(super) absent: Absent,
    pub(super) by_name: Vec<HashMap<Arc<str>, EntryId>>,
    /// Tags by the words that entries give.
    pub(super) by_words: HashMap<WordsOf, EntryId>,
    pub(super) by_path: HashMap<SourcePath, EntryId>,
    pub(super) by_collection: Vec<Vec<EntryId>>,
    /// By language, the versions of those entries that are in several.
    pub(super) versions: HashMap<EntryId, Vec<Option<EntryId>>>,
    /// By language and collection, what lists have; empty where the site has one language.
    pub(super) lists: Vec<Vec<Vec<EntryId>>>,
}

/// A document in its place in the site.
#[derive(Debug)]
#[non_exhaustive]
pub struct Entry {
    /// `collection/slug`, and of a translation `collection/slug.fr`.
    pub name: String,
    /// The entry that it translates; itself, if it translates none.
    pub canonical: EntryId,
    /// What its file says.
    pub document: Arc<Document>,
    /// Its place among the documents that were linked.
    pub position: usize,
    /// The address of its page.
    pub page: Option<UrlPath>,
    /// The address to link to: its page, or its place on another.
    pub url: Option<String>,
    /// The entry whose page it is shown on, when it has none of its own.
    pub shown_on: Option<EntryId>,
    /// For each declared back-reference, what refers to this entry.
    pub backrefs: Vec<Vec<BackReference>>,
    /// The entry of its section, or that lists its collection.
    pub parent: Option<EntryId>,
    /// The entries of its section, in order.
    pub children: Vec<EntryId>,
    /// The entries that have the most in common with it, where its collection asks for them.
    pub related: Vec<EntryId>,
    /// The neighbour before it.
    pub prev: Option<EntryId>,
    /// The neighbour after it.
    pub next: Option<EntryId>,
}

impl Site {
    /// The entry with this id.
    #[must_use]
    pub fn entry(&self, id: EntryId) -> &Entry {
        &self.entries[id.0]
    }

    /// All entry ids.
    pub fn ids(&self) -> impl Iterator<Item = EntryId> + use<> {
        (0..self.entries.len()).map(EntryId)
    }

    /// The entries of a collection, in order, each once: in the language of the site where it is in several.
    #[must_use]
    pub fn of(&self, collection: CollectionId) -> &[EntryId] {
        &self.by_collection[collection.0]
    }

    /// What pages in a language list of a collection, in the order of that language.
    #[must_use]
    pub fn listed(&self, collection: CollectionId, language: LanguageId) -> &[EntryId] {
        match self.lists.get(language.0) {
            Some(lists) => &lists[collection.0],
            None => self.of(collection),
        }
    }

    /// The declaration of an entry's collection.
    #[must_use]
    pub fn collection(&self, entry: &Entry) -> &Collection {
        self.config.schema.collection(entry.document.collection)
    }

    /// The title of an entry: the field that its collection names, or its slug.
    #[must_use]
    pub fn title<'a>(&'a self, entry: &'a Entry) -> &'a str {
        self.title_of(&entry.document)
    }

    /// The day on which an entry was last changed: what the field says that its feed names, or one that is declared as
    /// `updated` or `lastmod`, else the key of that name, else the history of the file.
    #[must_use]
    pub fn updated(&self, entry: &Entry) -> Option<Date> {
        let collection = self.collection(entry);
        let feed = collection.feed.as_ref();
        let of_feed = feed.and_then(|feed| Some(feed.updated.as_ref()?.value.as_str()));
        let names = of_feed.into_iter().chain([UPDATED, "lastmod"]);
        let mut days = names.filter_map(|name| {
            let value = entry.document.fields.get(collection.field(name)?)?;
            match value {
                Value::Date(day) => Some(*day),
                _ => None,
            }
        });
        let known = || self.history.as_ref()?.day(&entry.document.path);
        days.next().or(entry.document.updated).or_else(known)
    }

    /// The title of what may be no entry of the site.
    #[must_use]
    pub fn title_of<'a>(&'a self, document: &'a Document) -> &'a str {
        let collection = self.config.schema.collection(document.collection);
        let position = collection.field(&collection.title.value);
        let value = position.and_then(|position| document.fields.get(position));
        if let Some(Value::String(title)) = value {
            title
        } else {
            &document.slug
        }
    }

    /// What is not published: the drafts that are built all the same, with their pages, and what is left out.
    pub fn drafts(&self) -> impl Iterator<Item = (&Document, Absence, Option<&UrlPath>)> {
        let built = self.ids().map(|id| self.entry(id));
        let built = built.filter(|entry| entry.document.schedule.draft);
        let built = built.filter(|entry| !entry.document.is_stand_in());
        let built = built.map(|entry| (&*entry.document, Absence::Draft, entry.page.as_ref()));
        let left_out = self.absent.unpublished.iter();
        let left_out = left_out.map(|(document, why)| (&**document, *why, None));
        built.chain(left_out)
    }

    /// The entry with this slug.
    #[must_use]
    pub fn find(&self, collection: CollectionId, slug: &str) -> Option<EntryId> {
        self.by_name[collection.0].get(slug).copied()
    }

    /// The list that an entry's page shows, if it is spread over several.
    #[must_use]
    pub fn listing(&self, host: EntryId) -> Option<&Listing> {
        self.listings.get(&host)
    }

    /// The entry that a reference names where it is written in a language.
    #[must_use]
    pub fn resolve(&self, reference: &Reference, language: LanguageId) -> Option<EntryId> {
        let found = if reference.is_tag {
            let of = |language| {
                let words = (reference.collection, language, reference.slug.clone());
                self.by_words.get(&words).copied()
            };
            of(language).or_else(|| of(LanguageId::OWN))
        } else {
            self.find(reference.collection, &reference.slug)
        };
        found.map(|id| self.version(id, language))
    }

    /// Lets tags be found by words, each by those that mean its slug.
    pub(super) fn name_tags(&mut self, words: impl IntoIterator<Item = (WordsOf, Arc<str>)>) {
        let by_name = &self.by_name;
        let tags = words
            .into_iter()
            .filter_map(|((collection, language, words), slug)| {
                let id = by_name[collection.0].get(&slug)?;
                Some(((collection, language, words), *id))
            });
        self.by_words = tags.collect();
    }

    /// The entries that a back-reference lists, each once.
    #[must_use]
    pub fn referring(&self, id: EntryId, backref: usize) -> Vec<EntryId> {
        let mut seen = BTreeSet::new();
        let references = self.entry(id).backrefs.get(backref).into_iter().flatten();
        let entries = references.map(|reference| reference.entry);
        entries.filter(|entry| seen.insert(*entry)).collect()
    }

    /// Whether an entry has no file: a tag that others name.
    #[must_use]
    pub fn is_made(&self, entry: &Entry) -> bool {
        entry.position == NOWHERE
    }

    /// Whether an entry has a file of its own, which is not that of another it stands in for.
    #[must_use]
    pub fn has_file(&self, entry: &Entry) -> bool {
        !self.is_made(entry) && !entry.document.is_stand_in()
    }

    /// The entries that have a tag.
    #[must_use]
    pub fn tagged(&self, tag: EntryId) -> Vec<EntryId> {
        let collection = self.collection(self.entry(tag));
        let mut backrefs = collection.backrefs.iter();
        let position = backrefs.position(|one| collection.is_tagged(one));
        position.map_or_else(Vec::new, |position| self.referring(tag, position))
    }

    /// The entry with this name, `collection/slug`.
    #[must_use]
    pub fn named(&self, name: &str) -> Option<EntryId> {
        let (collection, slug) = name.split_once('/')?;
        let collection = self.config.schema.collection_named(collection)?;
        let in_language = || {
            let (slug, tag) = slug.rsplit_once('.')?;
            let language = self.config.language_tagged(tag)?;
            self.exactly(self.find(collection, slug)?, language)
        };
        self.find(collection, slug).or_else(in_language)
    }

    /// Whether there is an entry with this name, or an unreadable file may hold it.
    pub(crate) fn may_exist(&self, collection: CollectionId, slug: &str) -> bool {
        let named = |unread: &Unread| {
            unread.collection == collection && unread.slug.as_deref().is_none_or(|own| own == slug)
        };
        self.find(collection, slug).is_some() || self.absent.unread.iter().any(named)
    }

    /// The entries whose files cannot be read.
    pub(crate) fn unread(&self) -> &[Unread] {
        &self.absent.unread
    }

    /// The prose of files of which no more than that can be read.
    pub(super) fn prose_of_unread(&self) -> impl Iterator<Item = (&SourcePath, &Prose)> {
        let unread = self.absent.unread.iter();
        unread.filter_map(|one| Some((&one.path, &**one.prose.as_ref()?)))
    }

    /// The parent of an entry, that of its parent, and so on: the first has none.
    #[must_use]
    pub fn ancestors(&self, id: EntryId) -> Vec<EntryId> {
        let mut ancestors = Vec::new();
        let mut seen = HashSet::from([id]);
        let mut next = self.entry(id).parent;
        while let Some(parent) = next.filter(|one| seen.insert(*one)) {
            ancestors.push(parent);
            next = self.entry(parent).parent;
        }
        ancestors.reverse();
        ancestors
    }

    /// Why an entry of the site would not be published, if somebody had not asked for all.
    #[must_use]
    pub fn absence(&self, entry: &Entry) -> Option<Absence> {
        entry.document.schedule.absence(self.today)
    }

    /// The files of all entries that are not published, or would not be if somebody had not asked for all, and why.
    #[must_use]
    pub fn unpublished(&self) -> Vec<(SourcePath, Absence)> {
        let absent = self.absent.unpublished.iter();
        let absent = absent.map(|(document, why)| (document.path.clone(), *why));
        let here = self.entries.iter();
        let here = here.filter(|entry| !entry.document.is_stand_in());
        let here = here.filter_map(|entry| {
            let why = self.absence(entry)?;
            Some((entry.document.path.clone(), why))
        });
        let mut all: Vec<_> = absent.chain(here).collect();
        all.sort_by(|(one, _), (other, _)| one.cmp(other));
        all
    }

    /// The entry that this file holds.
    #[must_use]
    pub fn at(&self, path: &SourcePath) -> Option<EntryId> {
        self.by_path.get(path).copied()
    }

    /// The entry whose page shows this one: itself, or the entry that it is an anchor of.
    #[must_use]
    pub fn seen_on(&self, id: EntryId) -> Option<EntryId> {
        let entry = self.entry(id);
        if entry.page.is_some() {
            Some(id)
        } else {
            entry.shown_on
        }
    }
}

/// One reference to an entry, seen from that entry.
#[derive(Debug, Clone)]
pub struct BackReference {
    /// The entry that refers.
    pub entry: EntryId,
    /// The innermost record that holds the reference.
    pub via: Option<(RecordId, Arc<Vec<Value>>)>,
}

/// Entries that have a file but are not part of the site.
#[derive(Debug)]
pub(super) struct Absent {
    /// Those that are not published, and why.
    pub(super) unpublished: Vec<(Arc<Document>, Absence)>,
    pub(super) unread: Vec<Unread>,
}

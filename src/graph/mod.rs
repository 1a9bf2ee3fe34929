//! Documents become a [`Site`]: every reference looked up, every back-reference derived, every quotation
//! held against its paragraph, every entry ordered and addressed. Sees all documents at once, and no disk.

mod address;
mod backrefs;
mod order;
mod provenance;
mod references;

use std::collections::HashMap;
use std::sync::Arc;

pub use backrefs::BackReference;
pub use provenance::{Paragraph, Provenance};

use crate::config::Config;
use crate::content::Reference;
use crate::content::{Document, Unread};
use crate::diagnostic::{Checked, Diagnostic, Span};
use crate::path::{SourcePath, UrlPath};
use crate::schema::{Collection, CollectionId};

/// An entry, as an index into [`Site::entries`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId(pub usize);

/// A whole site, linked.
#[derive(Debug)]
pub struct Site {
    /// What `site.toml` says.
    pub config: Arc<Config>,
    /// All entries, collection by collection in declared order, each in its own order.
    pub entries: Vec<Entry>,
    /// Where citations stand.
    pub provenance: Provenance,
    absent: Absent,
    by_name: Vec<HashMap<Arc<str>, EntryId>>,
    by_path: HashMap<SourcePath, EntryId>,
    by_collection: Vec<Vec<EntryId>>,
}

/// A document in its place in the site.
#[derive(Debug)]
pub struct Entry {
    /// `collection/slug`.
    pub name: String,
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
    /// The entry that lists this one's collection.
    pub parent: Option<EntryId>,
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

    /// The entries of a collection, in order.
    #[must_use]
    pub fn of(&self, collection: CollectionId) -> &[EntryId] {
        &self.by_collection[collection.0]
    }

    /// The declaration of an entry's collection.
    #[must_use]
    pub fn collection(&self, entry: &Entry) -> &Collection {
        self.config.schema.collection(entry.document.collection)
    }

    /// The title of an entry: the field that its collection names, or its slug.
    #[must_use]
    pub fn title<'a>(&'a self, entry: &'a Entry) -> &'a str {
        let collection = self.collection(entry);
        let position = collection.field(&collection.title.value);
        match position.and_then(|position| entry.document.fields.get(position)) {
            Some(crate::content::Value::String(title)) => title,
            _ => &entry.document.slug,
        }
    }

    /// The entry with this slug.
    #[must_use]
    pub fn find(&self, collection: CollectionId, slug: &str) -> Option<EntryId> {
        self.by_name[collection.0].get(slug).copied()
    }

    /// The entry that a reference names.
    #[must_use]
    pub fn resolve(&self, reference: &Reference) -> Option<EntryId> {
        self.find(reference.collection, &reference.slug)
    }

    /// The entry with this name, `collection/slug`.
    #[must_use]
    pub fn named(&self, name: &str) -> Option<EntryId> {
        let (collection, slug) = name.split_once('/')?;
        self.find(self.config.schema.collection_named(collection)?, slug)
    }

    /// Whether an entry by this name may stand in a file that cannot be read.
    fn may_exist(&self, collection: CollectionId, slug: &str) -> bool {
        let named = |unread: &Unread| unread.collection == collection && &*unread.slug == slug;
        self.absent.unread.iter().any(named)
    }

    /// The entry that this file holds.
    #[must_use]
    pub fn at(&self, path: &SourcePath) -> Option<EntryId> {
        self.by_path.get(path).copied()
    }

    /// The entry on whose page an entry is seen: itself, or the one it is shown on.
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

/// What there is to link.
#[derive(Debug, Default, Clone)]
pub struct Documents {
    /// The entries.
    pub read: Vec<Arc<Document>>,
    /// The entries whose files cannot be read; what they would have said is unknown, not missing.
    pub unread: Vec<Unread>,
}

impl From<Vec<Arc<Document>>> for Documents {
    fn from(read: Vec<Arc<Document>>) -> Self {
        let unread = Vec::new();
        Self { read, unread }
    }
}

/// Entries that exist and yet are not in the site.
#[derive(Debug)]
struct Absent {
    drafts: Vec<Arc<Document>>,
    unread: Vec<Unread>,
}

/// Links documents into a site. Drafts are left out unless `drafts` is set.
#[must_use]
pub fn link(config: &Arc<Config>, documents: impl Into<Documents>, drafts: bool) -> Checked<Site> {
    let mut diagnostics = Vec::new();
    let documents = documents.into();
    let (read, left_out): (Vec<_>, Vec<_>) = (documents.read.into_iter().enumerate())
        .partition(|(_, document)| drafts || !document.draft);
    let absent = Absent {
        drafts: left_out.into_iter().map(|(_, draft)| draft).collect(),
        unread: documents.unread,
    };
    let read = unique(read, config, &mut diagnostics);
    let mut site = arrange(config, read, absent);
    references::check(&site, &mut diagnostics);
    address::assign(&mut site, &mut diagnostics);
    backrefs::derive(&mut site, &mut diagnostics);
    order::connect(&mut site, &mut diagnostics);
    site.provenance = provenance::read(&site, &mut diagnostics);
    references::count(&site, &mut diagnostics);
    Checked::new(site, diagnostics)
}

/// A document, and its place among those that are linked.
type Placed = (usize, Arc<Document>);

/// Documents with a name of their own; of two with one name, the first by path stays.
fn unique(
    documents: Vec<Placed>,
    config: &Config,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Placed> {
    let mut first: HashMap<(CollectionId, Arc<str>), SourcePath> = HashMap::new();
    let mut kept = Vec::with_capacity(documents.len());
    for (position, document) in documents {
        let name = (document.collection, document.slug.clone());
        if let Some(other) = first.get(&name) {
            let collection = &config.schema.collection(document.collection).name;
            let message = format!("two entries are called `{collection}/{}`", document.slug);
            let diagnostic = Diagnostic::error("E202", message)
                .at(Span::new(&document.path, document.slug_range.clone()))
                .note(format!("the other is {other}"))
                .hint("give one of them another slug");
            diagnostics.push(diagnostic);
        } else {
            first.insert(name, document.path.clone());
            kept.push((position, document));
        }
    }
    kept
}

/// Entries in their final order, so that their ids never change again.
fn arrange(config: &Arc<Config>, mut documents: Vec<Placed>, absent: Absent) -> Site {
    order::sort(&mut documents, config);
    let schema = &config.schema;
    let mut site = Site {
        config: config.clone(),
        entries: Vec::with_capacity(documents.len()),
        provenance: Provenance::default(),
        absent,
        by_name: vec![HashMap::new(); schema.collections.len()],
        by_path: HashMap::with_capacity(documents.len()),
        by_collection: vec![Vec::new(); schema.collections.len()],
    };
    for (position, document) in documents {
        let id = EntryId(site.entries.len());
        site.by_name[document.collection.0].insert(document.slug.clone(), id);
        site.by_path.insert(document.path.clone(), id);
        site.by_collection[document.collection.0].push(id);
        let collection = schema.collection(document.collection);
        site.entries.push(Entry {
            name: format!("{}/{}", collection.name, document.slug),
            page: None,
            url: None,
            shown_on: None,
            backrefs: Vec::new(),
            parent: None,
            prev: None,
            next: None,
            document,
            position,
        });
    }
    site
}

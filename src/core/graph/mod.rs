//! Documents become a [`Site`]: every reference looked up, every back-reference derived, every quotation
//! held against its paragraph, every entry ordered and addressed. Sees all documents at once, and no disk.
//!
//! `order` sorts entries before they get ids, so that ids never change; `references` looks up
//! names; `address` says where each entry is found; `backrefs` follows declared paths backwards;
//! `related` finds what has references in common;
//! `provenance` compares every quotation with its paragraph; `withheld` then takes out of the site
//! what may not be republished; `directive` says how browsers find the quoted words.

mod address;
mod archives;
mod backrefs;
mod directive;
mod entry_id;
mod labels;
mod listing;
mod order;
mod paginate;
mod paragraphs;
mod pattern;
mod provenance;
mod references;
mod related;
mod site;
mod stand_in;
mod tags;
mod translations;
mod versions;
mod withheld;

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

pub use entry_id::EntryId;
use entry_id::NOWHERE;
pub use listing::Listing;
pub use paragraphs::{Paragraph, Provenance};
pub use provenance::find;
pub use references::mentions_of;
pub use site::{BackReference, Entry, Site};

use crate::arabic::Date;
use crate::config::Config;
use crate::content::{Document, Unread};
use crate::diagnostic::{Checked, Diagnostic, Span};
use crate::locale::{Text, text};
use crate::path::SourcePath;
use crate::schema::{CollectionId, LanguageId};
use crate::source::History;
use order::Placed;
use site::Absent;

/// The input of [`link`].
#[derive(Debug, Default, Clone)]
pub struct Documents {
    /// The entries.
    pub read: Vec<Arc<Document>>,
    /// The entries whose files cannot be read. References to them are not reported as dangling.
    pub unread: Vec<Unread>,
}

impl From<Vec<Arc<Document>>> for Documents {
    fn from(read: Vec<Arc<Document>>) -> Self {
        let unread = Vec::new();
        Self { read, unread }
    }
}

/// Which entries a site has.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Included {
    /// Also those that are not published: drafts, what is scheduled for later, and what has expired.
    pub drafts: bool,
    /// The day on which the site is built. Without one, nothing is scheduled and nothing expires.
    pub today: Option<Date>,
    /// When their files were last changed, if the site asks for it.
    pub history: Option<Arc<History>>,
}

/// Links documents into a site.
#[must_use]
pub fn link(
    config: &Arc<Config>,
    documents: impl Into<Documents>,
    included: Included,
) -> Checked<Site> {
    let mut diagnostics = Vec::new();
    let documents = documents.into();
    let mut absent = Absent {
        unpublished: Vec::new(),
        unread: documents.unread,
    };
    let mut read = Vec::with_capacity(documents.read.len());
    for (position, document) in documents.read.into_iter().enumerate() {
        match document.schedule.absence(included.today) {
            Some(why) if !included.drafts => absent.unpublished.push((document, why)),
            _ => read.push((position, document)),
        }
    }
    let read = unique(read, config, &mut absent, &mut diagnostics);
    let mut read = translations::join(read, &mut absent, config, &mut diagnostics);
    let words = tags::gather(&mut read, config, &mut diagnostics);
    stand_in::fill(&mut read, config);
    archives::gather(&mut read, config);
    let mut site = arrange(config, read, absent);
    site.today = included.today;
    site.history = included.history;
    site.name_tags(words);
    let broken = references::check(&site, &mut diagnostics);
    address::assign(&mut site, &mut diagnostics);
    site.provenance = provenance::read(&site, &mut diagnostics);
    withheld::withhold(&mut site);
    backrefs::derive(&mut site, &mut diagnostics);
    order::connect(&mut site, &mut diagnostics);
    related::find(&mut site);
    paginate::find(&mut site, &mut diagnostics);
    translations::check(&site, &mut diagnostics);
    references::count(&site, &broken, &mut diagnostics);
    Checked::new(site, diagnostics)
}

/// The documents without duplicates: of two with the same name, the first by path is kept.
fn unique(
    documents: Vec<Placed>,
    config: &Config,
    absent: &mut Absent,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Placed> {
    let mut first: HashMap<(CollectionId, Arc<str>), SourcePath> = HashMap::new();
    let mut kept = Vec::with_capacity(documents.len());
    for (position, document) in documents {
        if document.language != LanguageId::OWN {
            // Two translations may well be called alike.
            kept.push((position, document));
            continue;
        }
        let name = (document.collection, document.slug.clone());
        if let Some(other) = first.get(&name) {
            let collection = &config.schema.collection(document.collection).name;
            let name = format!("{collection}/{}", document.slug);
            let message = text!("entry-twice", name);
            let diagnostic = Diagnostic::error("E202", message)
                .at(Span::new(&document.path, document.slug_range.clone()))
                .note(text!("entry-twice-note", path = other.as_str()))
                .hint(twice_hint(&document.path, other, config));
            diagnostics.push(diagnostic);
            absent.unread.push(Unread::of(&document, config));
        } else {
            first.insert(name, document.path.clone());
            kept.push((position, document));
        }
    }
    kept
}

/// What to do about two files of one name: where one says the language of the site in it, `x.ar.md` beside `x.md`, they are two
/// versions of one text.
fn twice_hint(one: &SourcePath, other: &SourcePath, config: &Config) -> Text {
    fn plain<'a>(path: &'a SourcePath, config: &Config) -> &'a str {
        let whole = path.as_str();
        let whole = whole.rsplit_once('.').map_or(whole, |(name, _)| name);
        let parts = whole.rsplit_once('.');
        let own = parts.filter(|(_, tag)| config.language_tagged(tag) == Some(LanguageId::OWN));
        own.map_or(whole, |(name, _)| name)
    }
    if plain(one, config) == plain(other, config) {
        let tag = config.language.tag().to_owned();
        text!("entry-twice-in-own-hint", tag)
    } else {
        text!("entry-twice-hint")
    }
}

/// Puts the entries into their final order, which fixes their ids: first those in the language of the site, last those that
/// stand in for translations, so that none of them comes before its original.
fn arrange(config: &Arc<Config>, documents: Vec<Placed>, absent: Absent) -> Site {
    let schema = &config.schema;
    let mut site = Site {
        config: config.clone(),
        entries: Vec::with_capacity(documents.len()),
        provenance: Provenance::default(),
        listings: BTreeMap::new(),
        today: None,
        history: None,
        absent,
        by_name: vec![HashMap::new(); schema.collections.len()],
        by_words: HashMap::new(),
        by_path: HashMap::with_capacity(documents.len()),
        by_collection: vec![Vec::new(); schema.collections.len()],
        versions: HashMap::new(),
        lists: Vec::new(),
    };
    let is_stand_in = |(_, document): &Placed| document.is_stand_in();
    let (stand_ins, written): (Vec<Placed>, _) = documents.into_iter().partition(is_stand_in);
    for mut others in [written, stand_ins] {
        for language in config.languages() {
            let is_of = |(_, document): &Placed| document.language == language;
            let (mut documents, rest): (Vec<Placed>, _) = others.into_iter().partition(is_of);
            others = rest;
            order::sort(&mut documents, config, language);
            for (position, document) in documents {
                place(&mut site, position, document);
            }
        }
    }
    site.lists = translations::lists(&site);
    site
}

/// Gives a document its id.
fn place(site: &mut Site, position: usize, document: Arc<Document>) {
    let id = EntryId(site.entries.len());
    let (collection, language) = (document.collection, document.language);
    let by_name = &mut site.by_name[collection.0];
    let canonical = *by_name.entry(document.key.clone()).or_insert(id);
    let mut name = format!(
        "{}/{}",
        site.config.schema.collection(collection).name,
        document.key
    );
    if canonical == id {
        site.by_collection[collection.0].push(id);
    } else {
        name = format!(
            "{name}.{}",
            site.config.in_language(language).language.tag()
        );
        let languages = site.config.other_languages.len() + 1;
        let original = site.entries[canonical.0].document.language;
        let versions = site.versions.entry(canonical).or_insert_with(|| {
            let mut versions = vec![None; languages];
            versions[original.0] = Some(canonical);
            versions
        });
        versions[language.0] = Some(id);
    }
    if position != NOWHERE && !document.is_row() && !document.is_stand_in() {
        site.by_path.insert(document.path.clone(), id);
    }
    site.entries.push(Entry {
        name,
        canonical,
        page: None,
        url: None,
        shown_on: None,
        backrefs: Vec::new(),
        parent: None,
        children: Vec::new(),
        related: Vec::new(),
        prev: None,
        next: None,
        document,
        position,
    });
}

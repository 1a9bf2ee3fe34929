//! Where a value is missing that pages would show: in the entries that were reported, or which files cannot be read; and the
//! templates that cannot make any. What is made of none of these is made all the same, so that one run reports every problem.
//!
//! An entry whose file cannot be read is as one that is not published: a list without it is a list. But a reference to it,
//! or its name in site.toml, leads nowhere.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::calls::Called;
use super::templates::Templates;
use crate::config;
use crate::content;
use crate::diagnostic::{Diagnostic, Span};
use crate::graph::{EntryId, Site};
use crate::markdown::LinkTarget;
use crate::path::SourcePath;
use crate::schema::{Address as Addresses, CollectionId};
use crate::source::{Snapshot, Source, load};

/// A template that does not exist, by which nothing is made.
const WITHOUT_TEMPLATE: &str = "E403";

/// Problems with which pages lack an address, or stand at another.
const OF_ADDRESSES: [&str; 4] = ["E202", "E206", "E207", "E218"];

/// Where values are missing.
#[derive(Debug)]
pub struct Holes {
    /// Whether any page may lack something.
    is_anywhere: bool,
    /// Whether it is not known at which addresses pages are.
    hides_addresses: bool,
    /// The entries whose fields lack a value.
    fields: BTreeSet<EntryId>,
    /// The entries whose prose does.
    bodies: BTreeSet<EntryId>,
    /// How the addresses of entries begin whose files cannot be read.
    unknown: Vec<String>,
    /// The templates by which nothing is made: those that are made of one in which something is wrong.
    templates: BTreeSet<String>,
}

impl Holes {
    /// Those that these problems leave, if they leave any.
    #[must_use]
    pub fn left_by(
        reported: &[Diagnostic],
        site: &Site,
        (templates, called): (&Templates, &Called),
        snapshot: &Snapshot,
    ) -> Option<Self> {
        let left: Vec<&Diagnostic> = reported.iter().filter(|one| one.leaves_a_hole()).collect();
        if left.is_empty() {
            return None;
        }
        let mut in_file: BTreeMap<&SourcePath, Vec<EntryId>> = BTreeMap::new();
        for id in site.ids() {
            let path = &site.entry(id).document.path;
            in_file.entry(path).or_default().push(id);
        }
        for ids in in_file.values_mut() {
            ids.sort_by_key(|id| site.entry(*id).document.place.start);
        }
        let hides_addresses = left.iter().any(|one| OF_ADDRESSES.contains(&one.code));
        let mut holes = Self {
            is_anywhere: hides_addresses || is_hub_unread(site, snapshot),
            hides_addresses,
            fields: BTreeSet::new(),
            bodies: called.unmade.clone(),
            unknown: unknown(site),
            templates: BTreeSet::new(),
        };
        // The files of which nothing is made: templates, and data that they load.
        let mut broken: BTreeSet<&str> = BTreeSet::new();
        let mut data: BTreeSet<&str> = BTreeSet::new();
        // Of each file with thousands of problems, its body is looked for once.
        let mut bodies: BTreeMap<&SourcePath, Option<Range<usize>>> = BTreeMap::new();
        for problem in left {
            let span = problem.span.as_ref();
            let Some(span) = span.filter(|_| problem.message.id() != Some("template-unsaid"))
            else {
                holes.is_anywhere = true;
                break;
            };
            let is_template = |name| templates.has(name);
            let is_made = if span.path.below(load::DATA).is_some() {
                data.insert(span.path.as_str());
                false
            } else if span.path.below(load::TEMPLATES).is_some_and(is_template) {
                broken.insert(span.path.as_str());
                false
            } else {
                true
            };
            if is_of_entries(span, site, &in_file) && problem.code != WITHOUT_TEMPLATE {
                let body = || snapshot.get(&span.path).and_then(content::body);
                let body = bodies.entry(&span.path).or_insert_with(body);
                let ids = in_file.get(&span.path).map_or(&[][..], Vec::as_slice);
                for id in at(span, ids, site) {
                    holes.enter(*id, span, site, body.as_ref());
                }
            } else {
                holes.is_anywhere |=
                    is_made && problem.code != WITHOUT_TEMPLATE && !is_of_looks(&span.path);
            }
        }
        let is_broken = |name: &str, source: &Source| {
            let mut paths = data.iter();
            templates.leaves_out(name)
                || broken.contains(source.path().as_str())
                || paths.any(|path| source.text().contains(path))
        };
        let hit = templates.made_of_any(is_broken).into_iter();
        holes.templates = hit.map(str::to_owned).collect();
        // A translation has what it does not say itself from its original.
        let of_original = |id: &EntryId| holes.fields.contains(&site.entry(*id).canonical);
        let translated: Vec<EntryId> = site.ids().filter(of_original).collect();
        holes.fields.extend(translated);
        Some(holes)
    }

    fn enter(&mut self, id: EntryId, span: &Span, site: &Site, body: Option<&Range<usize>>) {
        let entry = site.entry(id);
        // What is cited of a source may stand on any page.
        self.is_anywhere |= site.collection(entry).source.is_some();
        let is_in_body = body.is_some_and(|body| body.contains(&span.range.start));
        if is_in_body {
            self.bodies.insert(id);
        } else {
            self.fields.insert(id);
        }
    }

    /// Whether any page may lack something.
    #[must_use]
    pub fn are_anywhere(&self) -> bool {
        self.is_anywhere
    }

    /// Whether it is not known at which addresses pages are.
    pub(super) fn hide_addresses(&self) -> bool {
        self.hides_addresses
    }

    /// Whether nothing is made by a template for what is wrong with it.
    pub(super) fn are_in_template(&self, name: &str) -> bool {
        self.templates.contains(name)
    }

    pub(super) fn are_in_fields_of(&self, id: EntryId) -> bool {
        self.fields.contains(&id)
    }

    pub(super) fn are_in_body_of(&self, id: EntryId) -> bool {
        self.bodies.contains(&id)
    }

    /// Whether an address of the site may lead nowhere because of them.
    pub(super) fn may_hide(&self, address: &str, site: &Site) -> bool {
        // What names an entry or a paragraph has been checked with the references.
        let is_named = || LinkTarget::parse(address, &site.config.schema).is_some();
        let path = address.split(['#', '?']).next().unwrap_or_default();
        let name = path.rsplit_once('/').map_or(path, |(_, name)| name);
        // A file may be missing for the same reason as the pages.
        let is_page = name
            .rsplit_once('.')
            .is_none_or(|(_, extension)| ["html", "md"].contains(&extension));
        let may_be = |prefix: &String| path.starts_with(prefix.as_str());
        !is_page || self.unknown.iter().any(may_be) || is_named()
    }

    /// Whether there are entries whose addresses are not known.
    pub(super) fn have_addresses(&self) -> bool {
        !self.unknown.is_empty()
    }
}

/// The entries of a file, in their order there, that have a place in it: all of them, or the row that it is in. They are found as
/// in a dictionary, since a file of thousands of rows may have as many problems.
fn at<'a>(span: &Span, ids: &'a [EntryId], site: &Site) -> &'a [EntryId] {
    let place = |id: &EntryId| &site.entry(*id).document.place;
    let is_row = |id: &EntryId| site.entry(*id).document.is_row();
    if !ids.first().is_some_and(is_row) || span.is_whole_file() {
        return ids;
    }
    let start = ids.partition_point(|id| place(id).end <= span.range.start);
    let end = ids.partition_point(|id| place(id).start <= span.range.start);
    &ids[start..end]
}

/// Whether a file is a style sheet or a script: pages name it, and are what they are whatever it says.
fn is_of_looks(path: &SourcePath) -> bool {
    let extensions = ["css", "js", "mjs"];
    let is_one = || {
        extensions
            .iter()
            .any(|extension| path.has_extension(extension))
    };
    path.below(load::ASSETS).is_some() && is_one()
}

/// Whether a place is in a file of entries, rather than in one on which all of the site may hang.
fn is_of_entries(span: &Span, site: &Site, in_file: &BTreeMap<&SourcePath, Vec<EntryId>>) -> bool {
    let mut unread = site.unread().iter();
    span.path.below(load::CONTENT).is_some()
        || in_file.contains_key(&span.path)
        || unread.any(|one| one.path == span.path)
}

/// Whether a file cannot be read that others hang on without a reference in theirs: a source, or what site.toml names.
fn is_hub_unread(site: &Site, snapshot: &Snapshot) -> bool {
    let settings = [config::path(), config::theme_path()];
    let settings = settings.iter().filter_map(|path| snapshot.get(path));
    let settings: Vec<&str> = settings.map(Source::text).collect();
    site.unread().iter().any(|unread| {
        let collection = site.config.schema.collection(unread.collection);
        let slug = unread.slug.as_deref().unwrap_or_default();
        let name = format!("{}/{slug}", collection.name);
        collection.source.is_some() || settings.iter().any(|text| text.contains(&name))
    })
}

/// How the addresses of entries begin whose files cannot be read.
fn unknown(site: &Site) -> Vec<String> {
    let config = &site.config;
    let start = |id: CollectionId| match &config.schema.collection(id).address {
        Addresses::Pattern(pattern) => pattern.value.split('{').next(),
        Addresses::Anchor(_) | Addresses::None => None,
    };
    // Each of them may be in any language.
    let folders = config.languages().map(|language| {
        let prefix = config.in_language(language).prefix;
        prefix.map_or("", |prefix| prefix.as_str().trim_end_matches('/'))
    });
    let unread = site.unread().iter();
    let starts: BTreeSet<&str> = unread.filter_map(|one| start(one.collection)).collect();
    let in_each = folders.map(|folder| starts.iter().map(move |start| format!("{folder}{start}")));
    in_each.flatten().collect()
}

//! Every reference leads to an entry, and every collection and back-reference has the size it should.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::site::{Entry, Site};
use crate::content::{Absence, Document, Value};
use crate::diagnostic::{Diagnostic, Span};
use crate::locale::{Text, text};
use crate::markdown::{LinkTarget, Mentions};
use crate::path::SourcePath;
use crate::schema::{CollectionId, Expected, Guesses, nearest, suggestion};

/// Reports references, in fields and in prose, that lead to no entry. Hands out the collections that fields refer to in vain.
pub(super) fn check(site: &Site, diagnostics: &mut Vec<Diagnostic>) -> BTreeSet<CollectionId> {
    let found = site.entries.par_iter().map(|entry| of_entry(site, entry));
    let mut found: Vec<Astray<'_>> = found.flatten_iter().collect();
    for (path, prose) in site.prose_of_unread() {
        found.extend(links(site, path, &prose.mentions));
    }
    let mut told = Told::default();
    for (document, why) in found.first().map_or(&[][..], |_| &site.absent.unpublished) {
        let name = (document.collection, &*document.slug);
        told.unpublished.entry(name).or_insert((document, *why));
    }
    let problems = found.iter().map(|one| told.problem(site, one));
    diagnostics.extend(problems);
    let in_fields = found.iter().filter(|one| !one.is_in_prose);
    in_fields.map(|one| one.collection).collect()
}

/// A reference that leads to no entry.
struct Astray<'s> {
    collection: CollectionId,
    slug: &'s str,
    is_in_prose: bool,
    span: Span,
}

/// What has been told of names without an entry. Thousands of files may have one in common, or each its own.
#[derive(Default)]
struct Told<'s> {
    unpublished: BTreeMap<(CollectionId, &'s str), (&'s Document, Absence)>,
    problems: BTreeMap<(CollectionId, &'s str, bool), Diagnostic>,
    guesses: Guesses,
}

impl<'s> Told<'s> {
    fn problem(&mut self, site: &Site, astray: &Astray<'s>) -> Diagnostic {
        let (collection, slug) = (astray.collection, astray.slug);
        let name = (collection, slug, astray.is_in_prose);
        let Self {
            unpublished,
            problems,
            guesses,
        } = self;
        let problem = problems.entry(name).or_insert_with(|| {
            let problem = without_entry(site, collection, slug);
            if let Some((document, why)) = unpublished.get(&(collection, slug)) {
                return not_published(problem, document, *why);
            }
            let others = if astray.is_in_prose {
                site.config.schema.ids().collect()
            } else {
                Vec::new()
            };
            problem.hint(if guesses.allow(site.entries.len()) {
                meant(site, collection, slug, &others)
            } else {
                unnamed(site, collection)
            })
        });
        problem.clone().at(astray.span.clone())
    }
}

fn of_entry<'s>(site: &'s Site, entry: &'s Entry) -> Vec<Astray<'s>> {
    let mut astray = Vec::new();
    let path = &entry.document.path;
    for field in entry.document.own_fields(site.collection(entry)) {
        field.walk(&mut |value| {
            // A tag is there because it is named.
            if let Value::Reference(reference) = value
                && !reference.is_tag
                && !site.may_exist(reference.collection, &reference.slug)
            {
                astray.push(Astray {
                    collection: reference.collection,
                    slug: &reference.slug,
                    is_in_prose: false,
                    span: Span::new(path, reference.range.clone()),
                });
            }
        });
    }
    for mentions in mentions_of(site, entry) {
        astray.extend(links(site, path, mentions));
    }
    astray
}

/// The links in the prose of a file that lead to no entry.
fn links<'s>(
    site: &Site,
    path: &SourcePath,
    mentions: &'s Mentions,
) -> impl Iterator<Item = Astray<'s>> {
    mentions.links.iter().filter_map(|link| match &link.target {
        LinkTarget::Entry {
            collection, slug, ..
        } if !site.may_exist(*collection, slug) => Some(Astray {
            collection: *collection,
            slug,
            is_in_prose: true,
            span: Span::new(path, link.range.clone()),
        }),
        _ => None,
    })
}

/// The mentions in all prose of an entry: in its body and in the fields that hold Markdown.
#[must_use]
pub fn mentions_of<'a>(site: &'a Site, entry: &'a Entry) -> Vec<&'a Mentions> {
    if entry.document.is_stand_in() {
        // The original has said it.
        return Vec::new();
    }
    let mut all = vec![&entry.document.mentions];
    for field in entry.document.own_fields(site.collection(entry)) {
        field.walk(&mut |value| {
            if let Value::Markdown(prose) = value {
                all.push(&prose.mentions);
            }
        });
    }
    all
}

/// The problem of a reference that leads to no entry. It may be meant for one of the same slug in one of `others`.
pub(super) fn dangling(
    site: &Site,
    collection: CollectionId,
    slug: &str,
    others: &[CollectionId],
    guesses: &mut Guesses,
) -> Diagnostic {
    let problem = without_entry(site, collection, slug);
    let is_meant = |(document, _): &&(Arc<Document>, Absence)| {
        document.collection == collection && &*document.slug == slug
    };
    match site.absent.unpublished.iter().find(is_meant) {
        Some((document, why)) => not_published(problem, document, *why),
        None if guesses.allow(site.entries.len()) => {
            problem.hint(meant(site, collection, slug, others))
        }
        None => problem.hint(unnamed(site, collection)),
    }
}

fn without_entry(site: &Site, collection: CollectionId, slug: &str) -> Diagnostic {
    let name = &site.config.schema.collection(collection).name;
    Diagnostic::error("E201", text!("entry-none", name = format!("{name}/{slug}")))
}

/// The problem of a reference to an entry that is not published.
fn not_published(problem: Diagnostic, document: &Document, why: Absence) -> Diagnostic {
    let path = document.path.as_str();
    let (note, hint) = match why {
        Absence::Draft => (text!("entry-draft-note", path), text!("entry-draft-hint")),
        Absence::Scheduled(day) => (
            text!("entry-scheduled-note", path, day = day.to_string()),
            text!("entry-scheduled-hint"),
        ),
        Absence::Expired(day) => (
            text!("entry-expired-note", path, day = day.to_string()),
            text!("entry-expired-hint"),
        ),
    };
    problem.note(note).hint(hint)
}

/// What a name without an entry may be meant for. All entries are looked at.
fn meant(site: &Site, collection: CollectionId, slug: &str, others: &[CollectionId]) -> Text {
    let name = &site.config.schema.collection(collection).name;
    let bare = without_ending(slug);
    if bare != slug && site.find(collection, bare).is_some() {
        return text!("did-you-mean", name = format!("{name}/{bare}"));
    }
    let mut others = others.iter();
    if let Some(other) = others.find(|other| site.find(**other, slug).is_some()) {
        let other = &site.config.schema.collection(*other).name;
        let (written, meant) = (format!("{name}/{slug}"), format!("{other}/{slug}"));
        return suggestion(&written, &meant);
    }
    if let Some((entry, tag)) = called_so_elsewhere(site, collection, slug) {
        let name = &*entry.name;
        return text!("entry-by-translated-slug-hint", tag, name);
    }
    let entries = site.of(collection).iter().map(|id| site.entry(*id));
    let mut titled = entries.clone().filter(|entry| site.title(entry) == slug);
    if let (Some(entry), None) = (titled.next(), titled.next()) {
        return text!("entry-by-title-hint", name = &*entry.name);
    }
    let slugs = entries.map(|entry| &*entry.document.slug);
    match nearest(slug, slugs) {
        Some(near) => {
            let (written, near) = (format!("{name}/{slug}"), format!("{name}/{near}"));
            suggestion(&written, &near)
        }
        None => unnamed(site, collection),
    }
}

/// The slug without what belongs to the name of a file, or to an address.
fn without_ending(slug: &str) -> &str {
    let bare = slug.trim_end_matches('/');
    let endings = [".md", ".toml", ".html"];
    let bare = endings
        .iter()
        .find_map(|end| bare.strip_suffix(end))
        .unwrap_or(bare);
    bare.strip_suffix("/index").unwrap_or(bare)
}

fn unnamed(site: &Site, collection: CollectionId) -> Text {
    let collection = site.config.schema.collection(collection).name.clone();
    text!("entry-none-hint", collection)
}

/// The entry that has a slug in another language than the site's, and that language.
fn called_so_elsewhere<'s>(
    site: &'s Site,
    collection: CollectionId,
    slug: &str,
) -> Option<(&'s Entry, &'s str)> {
    let config = &site.config;
    let entries = site.of(collection).iter();
    let mut versions = entries.flat_map(|id| {
        let languages = config.languages();
        languages.filter_map(|language| Some((site.entry(site.written(*id, language)?), language)))
    });
    let (entry, language) = versions.find(|(entry, _)| &*entry.document.slug == slug)?;
    let original = site.entry(entry.canonical);
    Some((original, config.in_language(language).language.tag()))
}

/// The problem of a collection that has not as many entries as it should, in all or in a language.
fn miscounted(site: &Site, id: CollectionId, expect: &Expected) -> Option<Diagnostic> {
    let entries = site.of(id).iter();
    let (found, tag) = match &expect.language {
        None => (entries.count(), None),
        Some(tag) => {
            let language = site.config.language_tagged(&tag.value)?;
            let written = entries.filter(|id| site.written(**id, language).is_some());
            (written.count(), Some(&*tag.value))
        }
    };
    if usize::try_from(expect.count.value) == Ok(found) {
        return None;
    }
    let name = site.config.schema.collection(id).name.clone();
    let expected = expect.count.value;
    let (message, hint) = match tag {
        None => (
            text!("entries-miscounted", name, expected, found),
            text!("entries-miscounted-hint"),
        ),
        Some(tag) => (
            text!("entries-miscounted-in", name, tag, expected, found),
            text!("entries-miscounted-in-hint"),
        ),
    };
    let problem = Diagnostic::error("E203", message).at(expect.count.span.clone());
    Some(problem.hint(hint))
}

/// Reports collections and back-references whose number of entries is not the expected one. Where a reference to one of
/// the `broken` collections leads nowhere, which has been reported, one too few is no other mistake.
pub(super) fn count(
    site: &Site,
    broken: &BTreeSet<CollectionId>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let schema = &site.config.schema;
    for id in schema.ids() {
        let collection = schema.collection(id);
        if !site.absent.unread.is_empty() {
            // Some files could not be read, so the counts would be wrong.
            return;
        }
        for expect in &collection.expect {
            diagnostics.extend(miscounted(site, id, expect));
        }
        for (position, backref) in collection.backrefs.iter().enumerate() {
            let Some(expect) = &backref.expect else {
                continue;
            };
            let Some(field) = collection.field(&expect.value) else {
                let of = collection.name.clone();
                let message = text!("field-none", of, name = &expect.value);
                let hint = text!("use-count-hint");
                let problem = Diagnostic::error("E102", message)
                    .at(expect.span.clone())
                    .hint(hint);
                diagnostics.push(problem);
                continue;
            };
            let mut paths = backref.from.iter();
            let goes_through_others = paths.any(|path| path.value.split('.').count() > 2);
            let may_lack = broken.contains(&id) || goes_through_others && !broken.is_empty();
            for id in site.of(id) {
                let entry = site.entry(*id);
                let found = entry.backrefs.get(position).map_or(0, Vec::len);
                let expected = entry.document.fields.get(field);
                if let Some(Value::Int(expected)) = expected
                    && usize::try_from(*expected) != Ok(found)
                    && !(may_lack && usize::try_from(*expected).is_ok_and(|most| found < most))
                {
                    let (name, list) = (entry.name.clone(), backref.name.clone());
                    let expected = *expected;
                    let message = text!("backrefs-miscounted", name, list, expected, found);
                    let problem = Diagnostic::error("E203", message)
                        .at(entry.document.span())
                        .note(text!("backrefs-miscounted-note", field = &expect.value))
                        .hint(text!("backrefs-miscounted-hint"));
                    diagnostics.push(problem);
                }
            }
        }
    }
}

//! Every reference leads to an entry, and every collection and back-reference has the size it should.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use super::site::{Entry, Site};
use crate::content::{Absence, Document, Value};
use crate::diagnostic::{Diagnostic, Span};
use crate::locale::text;
use crate::markdown::{LinkTarget, Mentions};
use crate::path::SourcePath;
use crate::schema::{CollectionId, Expected, nearest, suggestion};

/// Reports references, in fields and in prose, that lead to no entry. Hands out the collections that fields refer to in vain.
pub(super) fn check(site: &Site, diagnostics: &mut Vec<Diagnostic>) -> BTreeSet<CollectionId> {
    let found = site.entries.par_iter().map(|entry| of_entry(site, entry));
    let mut broken = BTreeSet::new();
    for (problems, collections) in found.collect::<Vec<_>>() {
        diagnostics.extend(problems);
        broken.extend(collections);
    }
    for (path, prose) in site.prose_of_unread() {
        links(site, path, &prose.mentions, diagnostics);
    }
    broken
}

fn of_entry(site: &Site, entry: &Entry) -> (Vec<Diagnostic>, Vec<CollectionId>) {
    let mut problems = Vec::new();
    let mut broken = Vec::new();
    let path = &entry.document.path;
    for field in entry.document.own_fields(site.collection(entry)) {
        field.walk(&mut |value| {
            // A tag is there because it is named.
            if let Value::Reference(reference) = value
                && !reference.is_tag
                && !site.may_exist(reference.collection, &reference.slug)
            {
                let problem = dangling(site, reference.collection, &reference.slug, &[]);
                problems.push(problem.at(Span::new(path, reference.range.clone())));
                broken.push(reference.collection);
            }
        });
    }
    for mentions in mentions_of(site, entry) {
        links(site, path, mentions, &mut problems);
    }
    (problems, broken)
}

/// Reports links in the prose of a file that lead to no entry.
fn links(site: &Site, path: &SourcePath, mentions: &Mentions, problems: &mut Vec<Diagnostic>) {
    let anywhere: Vec<_> = site.config.schema.ids().collect();
    for link in &mentions.links {
        if let LinkTarget::Entry {
            collection, slug, ..
        } = &link.target
            && !site.may_exist(*collection, slug)
        {
            let problem = dangling(site, *collection, slug, &anywhere);
            problems.push(problem.at(Span::new(path, link.range.clone())));
        }
    }
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
) -> Diagnostic {
    let name = &site.config.schema.collection(collection).name;
    let problem = Diagnostic::error("E201", text!("entry-none", name = format!("{name}/{slug}")));
    let is_meant = |(document, _): &&(Arc<Document>, Absence)| {
        document.collection == collection && &*document.slug == slug
    };
    if let Some((document, why)) = site.absent.unpublished.iter().find(is_meant) {
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
        return problem.note(note).hint(hint);
    }
    let mut others = others.iter();
    if let Some(other) = others.find(|other| site.find(**other, slug).is_some()) {
        let other = &site.config.schema.collection(*other).name;
        let (written, meant) = (format!("{name}/{slug}"), format!("{other}/{slug}"));
        return problem.hint(suggestion(&written, &meant));
    }
    if let Some((entry, tag)) = called_so_elsewhere(site, collection, slug) {
        let name = &*entry.name;
        return problem.hint(text!("entry-by-translated-slug-hint", tag, name));
    }
    let entries = site.of(collection).iter().map(|id| site.entry(*id));
    let mut titled = entries.clone().filter(|entry| site.title(entry) == slug);
    if let (Some(entry), None) = (titled.next(), titled.next()) {
        let hint = text!("entry-by-title-hint", name = &*entry.name);
        return problem.hint(hint);
    }
    let slugs = entries.map(|entry| &*entry.document.slug);
    match nearest(slug, slugs) {
        Some(near) => {
            let (written, near) = (format!("{name}/{slug}"), format!("{name}/{near}"));
            problem.hint(suggestion(&written, &near))
        }
        None => problem.hint(text!("entry-none-hint", collection = name.clone())),
    }
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

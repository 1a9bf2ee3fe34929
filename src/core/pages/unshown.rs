//! Texts that nobody would read: the body of an entry whose template leaves `page.content` out, and which no list shows.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::context::BodyField;
use super::templates::names::Names;
use crate::content;
use crate::diagnostic::{Diagnostic, Span};
use crate::graph::{Entry, Site};
use crate::locale::text;
use crate::markdown::Body;
use crate::schema::CollectionId;
use crate::source::{Snapshot, load};

/// What leaves a body out.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Cause<'a> {
    /// The template of its page.
    Template(&'a str),
    /// Every template: it has no page of its own, and no list of its collection shows it.
    Lists(CollectionId),
}

/// One warning for each template or collection. `bodies` are those of the documents, in the order in which they were linked.
pub(crate) fn unshown(
    site: &Site,
    bodies: &[Arc<Body>],
    names: &Names,
    snapshot: &Snapshot,
) -> Vec<Diagnostic> {
    let mut left_out: BTreeMap<Cause<'_>, Vec<&Entry>> = BTreeMap::new();
    let written = site.ids().map(|id| site.entry(id));
    for entry in written.filter(|entry| !entry.document.is_stand_in()) {
        let body = bodies.get(entry.position);
        if body.is_some_and(|body| !body.html.trim().is_empty())
            && let Some(cause) = cause(site, names, entry)
        {
            left_out.entry(cause).or_default().push(entry);
        }
    }
    let left_out = left_out.into_iter();
    left_out
        .map(|(cause, entries)| {
            let more = entries.len() - 1;
            let problem = match cause {
                Cause::Template(name) => {
                    let template = format!("{}/{name}", load::TEMPLATES);
                    Diagnostic::warning("W229", text!("body-unshown", template = &*template))
                        .hint(text!("body-unshown-hint", template))
                }
                Cause::Lists(id) => {
                    let collection = &*site.config.schema.collection(id).name;
                    Diagnostic::warning("W229", text!("body-unlisted", collection))
                        .hint(text!("body-unlisted-hint", collection))
                }
            };
            let problem = problem.at(start(entries[0], snapshot));
            if more == 0 {
                return problem;
            }
            problem.note(text!("body-unshown-note", more))
        })
        .collect()
}

/// What leaves the body of an entry out, if anything does.
fn cause<'a>(site: &'a Site, names: &Names, entry: &'a Entry) -> Option<Cause<'a>> {
    let collection = site.collection(entry);
    let id = entry.document.collection;
    let is_listed = names
        .asked
        .values()
        .any(|asked| asked.asks(id, &BodyField::READ));
    if is_listed {
        return None;
    }
    if entry.page.is_none() {
        return collection.feed.is_none().then_some(Cause::Lists(id));
    }
    let own = entry.document.template.as_ref();
    let template = own.or(collection.template.as_ref())?;
    let shows = names.shows_body(&template.value);
    // Under that name it has a field.
    let is_hidden = collection.field(BodyField::Content.name()).is_some();
    let is_read = names.asked.contains_key(&template.value);
    (is_read && !shows && !is_hidden).then_some(Cause::Template(&template.value))
}

/// The first line of a body.
fn start(entry: &Entry, snapshot: &Snapshot) -> Span {
    let path = &entry.document.path;
    let line = snapshot.get(path).and_then(|source| {
        let body = content::body(source)?;
        let text = &source.text()[body.clone()];
        let line = text.trim_start();
        let start = body.start + text.len() - line.len();
        let length = line.lines().next()?.trim_end().len();
        Some(start..start + length)
    });
    line.map_or_else(|| Span::from(path), |range| Span::new(path, range))
}

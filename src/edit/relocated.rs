//! An entry's file under another name: the file itself, what lies in its folder, and its slug where that is written.

use super::name::EntryName;
use crate::content::slug_of_file;
use crate::diagnostic::Diagnostic;
use crate::graph::{Entry, Site};
use crate::locale::text;
use crate::path::SourcePath;
use crate::source::{Snapshot, Source, load, quoted};

/// The files of an entry, each with the one that takes its place when the entry is called `to`.
pub(super) fn relocated(
    snapshot: &Snapshot,
    site: &Site,
    entry: &Entry,
    to: &EntryName,
) -> Result<Vec<(Source, Source)>, Diagnostic> {
    let document = &entry.document;
    let old = &document.path;
    let collection = to.collection_for_new(&site.config.schema)?;
    let is_named = slug_of_file(old, site.collection(entry)) == *document.slug;
    let (folder, file) = old.as_str().rsplit_once('/').unwrap_or_default();
    let is_bundle = old.stem() == "index";
    // The folder that holds the file or, with an `index.md`, the folder that is the entry.
    let holder = match folder.rsplit_once('/') {
        Some((holder, _)) if is_bundle => holder,
        _ => folder,
    };
    let declared = site.config.schema.collection(collection);
    let (sections, slug) = to.slug.rsplit_once('/').unwrap_or(("", &to.slug));
    let holder = if declared.nested {
        let all = [load::CONTENT, &declared.folder, sections];
        all.into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join("/")
    } else if collection == document.collection {
        holder.to_owned()
    } else {
        format!("{}/{}", load::CONTENT, declared.folder)
    };
    let name = if is_bundle {
        let (_, last) = folder.rsplit_once('/').unwrap_or_default();
        if is_named { slug } else { last }.to_owned()
    } else if is_named {
        let extension = old.extension().unwrap_or("md");
        format!("{slug}.{extension}")
    } else {
        file.to_owned()
    };
    let new_path = |path: &SourcePath| {
        let below = match path.below(folder) {
            Some(below) if is_bundle => format!("/{below}"),
            _ => String::new(),
        };
        SourcePath::new(&format!("{holder}/{name}{below}"))
    };
    let is_below = |other: &&Entry| {
        let path = &other.document.path;
        is_bundle && path != old && path.below(folder).is_some()
    };
    if let Some(other) = site.entries.iter().find(is_below) {
        let message = text!(
            "section-not-empty",
            name = &*entry.name,
            other = &*other.name
        );
        return Err(Diagnostic::error("E202", message).hint(text!("section-not-empty-hint")));
    }
    let mut pairs = Vec::new();
    let belongs = |source: &&Source| {
        source.path() == old || is_bundle && source.path().below(folder).is_some()
    };
    for source in snapshot.iter().filter(belongs) {
        let path = new_path(source.path());
        if path != *source.path() && snapshot.get(&path).is_some() {
            let message = text!("file-there-already", path = path.as_str());
            return Err(Diagnostic::error("E202", message).hint(text!("entry-there-hint")));
        }
        let mut moved = source.moved_to(path.clone());
        if source.path() == old && !document.slug_range.is_empty() {
            let mut text = source.text().to_owned();
            text.replace_range(document.slug_range.clone(), &quoted(slug));
            moved = Source::new(path, text.into_bytes());
        }
        pairs.push((source.clone(), moved));
    }
    Ok(pairs)
}

//! An entry's files under another name, in all its languages: each file itself, what lies in its folder, and its slug where
//! that is written.

use super::name::EntryName;
use crate::content::slug_of_file;
use crate::diagnostic::Diagnostic;
use crate::graph::{Entry, Site};
use crate::locale::text;
use crate::path::SourcePath;
use crate::schema::CollectionId;
use crate::source::{Snapshot, Source, load, quoted};

/// The files of an entry, each with the one that takes its place when the entry is called `to`.
pub(super) fn relocated(
    snapshot: &Snapshot,
    site: &Site,
    entry: &Entry,
    to: &EntryName,
) -> Result<Vec<(Source, Source)>, Diagnostic> {
    let collection = to.collection_for_new(&site.config.schema)?;
    let (_, slug) = to.slug.rsplit_once('/').unwrap_or(("", &to.slug));
    let versions = site.versions(entry.canonical);
    let versions = versions.into_iter().map(|id| site.entry(id));
    let versions: Vec<&Entry> = versions.filter(|one| site.has_file(one)).collect();
    let mut pairs: Vec<(Source, Source)> = Vec::new();
    for version in &versions {
        let document = &version.document;
        let old = &document.path;
        if pairs.iter().any(|(moved, _)| moved.path() == old) {
            // It lies in the folder of another.
            continue;
        }
        let folder = own_folder(site, version);
        let new = moved_path(site, version, entry, (collection, to));
        let (new_folder, _) = new.as_str().rsplit_once('/').unwrap_or_default();
        let new_path = |path: &SourcePath| match folder.and_then(|folder| path.below(folder)) {
            Some(below) if path != old => SourcePath::new(&format!("{new_folder}/{below}")),
            _ => new.clone(),
        };
        let is_below = |other: &&Entry| {
            let is_version = versions.iter().any(|one| std::ptr::eq(*one, *other));
            !is_version && folder.is_some_and(|folder| other.document.path.below(folder).is_some())
        };
        if let Some(other) = site.entries.iter().find(is_below) {
            let message = text!(
                "section-not-empty",
                name = &*entry.name,
                other = &*other.name
            );
            return Err(Diagnostic::error("E202", message).hint(text!("section-not-empty-hint")));
        }
        for source in files(snapshot, site, version) {
            let path = new_path(source.path());
            if path != *source.path() && snapshot.get(&path).is_some() {
                let message = text!("file-there-already", path = path.as_str());
                return Err(Diagnostic::error("E202", message).hint(text!("entry-there-hint")));
            }
            let mut moved = source.moved_to(path.clone());
            // A translation with a slug of its own keeps it.
            let has_name = std::ptr::eq(*version, entry) && !document.slug_range.is_empty();
            if source.path() == old && has_name {
                let mut text = source.text().to_owned();
                text.replace_range(document.slug_range.clone(), &quoted(slug));
                moved = Source::new(path, text.into_bytes());
            }
            pairs.push((source.clone(), moved));
        }
    }
    Ok(pairs)
}

/// The files of one version of an entry: its own, and what lies in its folder where it has one.
pub(super) fn files<'a>(
    snapshot: &'a Snapshot,
    site: &Site,
    version: &'a Entry,
) -> impl Iterator<Item = &'a Source> {
    let folder = own_folder(site, version);
    let belongs = move |source: &&Source| {
        *source.path() == version.document.path
            || folder.is_some_and(|folder| source.path().below(folder).is_some())
    };
    snapshot.iter().filter(belongs)
}

/// The path of a version without what says its language.
fn neutral(site: &Site, version: &Entry) -> SourcePath {
    let path = &version.document.path;
    let neutral = site.config.language_of_path(path);
    neutral.map_or_else(|| path.clone(), |(_, neutral)| neutral)
}

/// The folder that is a version of an entry: that of an `index.md`.
fn own_folder<'a>(site: &Site, version: &'a Entry) -> Option<&'a str> {
    let (folder, _) = version.document.path.as_str().rsplit_once('/')?;
    (neutral(site, version).stem() == "index").then_some(folder)
}

/// Where the file of a version of an entry is when the entry is called `to`.
fn moved_path(
    site: &Site,
    version: &Entry,
    entry: &Entry,
    (collection, to): (CollectionId, &EntryName),
) -> SourcePath {
    let document = &version.document;
    let neutral = neutral(site, version);
    let translation = document.translation.as_ref();
    let names_it = translation.is_none_or(|one| one.of.is_none());
    let is_named =
        names_it && slug_of_file(&neutral, site.collection(entry)) == *entry.document.slug;
    let (folder, file) = neutral.as_str().rsplit_once('/').unwrap_or_default();
    let is_bundle = neutral.stem() == "index";
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
        format!("{}/{file}", if is_named { slug } else { last })
    } else if is_named {
        let extension = neutral.extension().unwrap_or("md");
        format!("{slug}.{extension}")
    } else {
        file.to_owned()
    };
    in_its_language(site, version, &neutral, &format!("{holder}/{name}"))
}

/// A path with what said the language of a version in its own: in the name of the file, or as the first folder.
fn in_its_language(site: &Site, version: &Entry, neutral: &SourcePath, path: &str) -> SourcePath {
    let old = &version.document.path;
    let language = site.config.in_language(version.document.language);
    let tag = language.language.tag();
    let name = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
    let localized = if old == neutral {
        path.to_owned()
    } else if name(old.as_str()) == name(neutral.as_str()) {
        let below = path.strip_prefix(load::CONTENT).unwrap_or(path);
        format!("{}/{tag}{below}", load::CONTENT)
    } else {
        let (stem, extension) = path.rsplit_once('.').unwrap_or((path, "md"));
        format!("{stem}.{tag}.{extension}")
    };
    SourcePath::new(&localized)
}

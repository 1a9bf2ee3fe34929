//! Entries and templates that are looked for and not found, where one mistake explains it: a file that is called otherwise, a
//! folder that belongs to no collection. It is said once, with what leads there.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use crate::config::Config;
use crate::content::Unread;
use crate::diagnostic::{Diagnostic, Span};
use crate::graph::Site;
use crate::locale::{Argument, Text, text};
use crate::path::SourcePath;
use crate::schema::CollectionId;
use crate::source::excerpt::Excerpt;
use crate::source::{Snapshot, Source, load};

/// How many places a note names.
const PLACES: usize = 4;

/// How often one name is misspelt in the same way. What more references name was called so, and is called otherwise now.
const SLIPS: usize = 2;

/// What a message says by its first argument.
fn first_word(problem: &Diagnostic) -> Option<&str> {
    match problem.message.arguments().first() {
        Some((_, Argument::Words(words))) => Some(words),
        _ => None,
    }
}

fn is(problem: &Diagnostic, id: &str) -> bool {
    problem.message.id() == Some(id)
}

/// Whether a problem is that the folder of entries is called otherwise, or is none.
fn is_of_content(problem: &Diagnostic) -> bool {
    let is_misnamed = is(problem, "folder-misnamed");
    let mut right = problem.message.arguments().iter();
    let right = right.rfind(|(name, _)| *name == if is_misnamed { "right" } else { "path" });
    (is_misnamed || is(problem, "file-as-folder"))
        && matches!(right, Some((_, Argument::Words(words))) if words == load::CONTENT)
}

/// The problem of a site without entries, unless it has been said where they are.
pub(super) fn no_entries(snapshot: &Snapshot) -> Option<Diagnostic> {
    if snapshot.problems().iter().any(is_of_content) {
        return None;
    }
    let message = text!("entries-none", folder = format!("{}/", load::CONTENT));
    Some(Diagnostic::error("E103", message).hint(text!("entries-none-hint")))
}

/// Whether somebody wrote another name than he meant: each place is a mistake of its own.
fn is_misspelt(problem: &Diagnostic) -> bool {
    let hint = problem.hint.as_ref().and_then(Text::id);
    hint.is_some_and(|id| id.starts_with("did-you-mean"))
}

/// Says once of each entry that is not there that references lead to it, and of what file it may be.
pub(super) fn say_once(
    diagnostics: &mut Vec<Diagnostic>,
    snapshot: &Snapshot,
    config: &Config,
    each_reference: bool,
) {
    if each_reference {
        return;
    }
    let mut by_name: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, problem) in diagnostics.iter().enumerate() {
        if let Some(name) = first_word(problem).filter(|_| is(problem, "entry-none")) {
            by_name.entry(name.to_owned()).or_default().push(index);
        }
    }
    let of_no_entry = diagnostics.iter().enumerate().rev();
    let of_no_entry = of_no_entry.filter(|(_, one)| one.code == "W208");
    let of_no_entry =
        of_no_entry.filter_map(|(at, one)| Some((one.span.as_ref()?.path.clone(), at)));
    let of_no_entry: BTreeMap<SourcePath, usize> = of_no_entry.collect();
    let folders = named_as_files(diagnostics);
    let mut dropped = BTreeSet::new();
    for (name, mut found) in by_name {
        let Some((collection, slug)) = name.split_once('/') else {
            continue;
        };
        let Some(id) = config.schema.collection_named(collection) else {
            continue;
        };
        let folder = &config.schema.collection(id).folder;
        let place = format!("{}/{folder}/{slug}", load::CONTENT);
        if folders.contains(&place) {
            // That a folder stands in its place has been said.
            dropped.extend(found);
            continue;
        }
        let stray = stray(snapshot, &place);
        if stray.is_none() && found.len() <= SLIPS {
            found.retain(|index| !is_misspelt(&diagnostics[*index]));
        }
        let key = |index: &usize| {
            let span = diagnostics[*index].span.as_ref();
            span.map(|span| (span.path.clone(), span.range.start))
        };
        found.sort_by_key(key);
        let Some((first, others)) = found.split_first() else {
            continue;
        };
        let places = others.iter().take(PLACES);
        let places = places.filter_map(|index| place_of(&diagnostics[*index], snapshot));
        let places: Vec<String> = places.collect();
        if !others.is_empty() {
            let count = others.len();
            diagnostics[*first]
                .notes
                .push(text!("entry-none-others", count, places));
        }
        dropped.extend(others.iter().copied());
        if let Some(stray) = stray {
            dropped.extend(of_no_entry.get(stray));
            let problem = &mut diagnostics[*first];
            let path = stray.as_str();
            problem.notes.insert(0, text!("entry-misnamed", path));
            let right = format!("{place}.md");
            problem.hint = Some(text!("entry-misnamed-hint", right));
        }
    }
    let have_one_address =
        |one: &Diagnostic| is(one, "addresses-same") || is(one, "addresses-shared");
    if diagnostics.iter().any(have_one_address) {
        // Each of them but the first would be told to be in the way of another.
        let in_the_way = diagnostics.iter().enumerate();
        let in_the_way = in_the_way.filter(|(_, one)| one.code == "E206");
        dropped.extend(in_the_way.map(|(index, _)| index));
    }
    let mut index = 0;
    diagnostics.retain(|_| {
        index += 1;
        !dropped.contains(&(index - 1))
    });
}

/// What would be the places of entries, had somebody not made folders there.
fn named_as_files(diagnostics: &[Diagnostic]) -> BTreeSet<String> {
    let folders = diagnostics.iter().filter(|one| is(one, "folder-as-entry"));
    let stems = folders.filter_map(|one| Some(first_word(one)?.rsplit_once('.')?.0.to_owned()));
    stems.collect()
}

/// The file in the place of an entry that is none by what its name ends in.
fn stray<'a>(snapshot: &'a Snapshot, place: &str) -> Option<&'a SourcePath> {
    let of_that_stem = format!("{place}.");
    let mut others = snapshot.starting_with(&of_that_stem).map(Source::path);
    others.find(|path| !load::ENTRIES.iter().any(|end| path.has_extension(end)))
}

/// A place as people name it: file and line.
fn place_of(problem: &Diagnostic, snapshot: &Snapshot) -> Option<String> {
    let span = problem.span.as_ref()?;
    let line = Excerpt::find(span, snapshot)?.line;
    Some(format!("`{}:{line}`", span.path))
}

/// Says once of each folder that it belongs to no collection. A collection without files may be what is in it: its entries
/// are not known.
pub(super) fn homeless(
    diagnostics: &mut Vec<Diagnostic>,
    snapshot: &Snapshot,
    config: &Config,
) -> Vec<Unread> {
    let folder_of = |one: &Diagnostic| {
        let path = one
            .span
            .as_ref()
            .filter(|_| one.code == "E108")?
            .path
            .below(load::CONTENT)?;
        Some(path.split_once('/')?.0.to_owned())
    };
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for folder in diagnostics.iter().filter_map(folder_of) {
        *counts.entry(folder).or_default() += 1;
    }
    if counts.is_empty() {
        return Vec::new();
    }
    let is_empty = |id: &CollectionId| {
        let collection = config.schema.collection(*id);
        let folder = format!("{}/{}", load::CONTENT, collection.folder);
        collection.rows.is_none() && snapshot.below(&folder).next().is_none()
    };
    let lost: Vec<CollectionId> = config.schema.ids().filter(is_empty).collect();
    let mut told = BTreeSet::new();
    diagnostics.retain(|one| folder_of(one).is_none_or(|folder| told.insert(folder)));
    for problem in &mut *diagnostics {
        let Some(folder) = folder_of(problem) else {
            continue;
        };
        let count = counts[&folder] - 1;
        if count > 0 {
            problem
                .notes
                .push(text!("collection-of-no-folder-others", count));
        }
        if let [only] = lost[..] {
            let collection = config.schema.collection(only);
            let (name, right) = (
                collection.name.clone(),
                format!("{}/{}", load::CONTENT, collection.folder),
            );
            problem.hint = Some(text!("collection-lost-hint", right, name, folder));
        }
    }
    let unread = lost.into_iter().map(|collection| Unread {
        collection,
        slug: None,
        path: SourcePath::new(load::CONTENT),
        prose: None,
    });
    unread.collect()
}

/// Leaves out that a file belongs to no entry, where a link to it has been told with what to do.
pub(super) fn files(diagnostics: &mut Vec<Diagnostic>) {
    let places = diagnostics.iter().filter_map(|one| {
        let hint = one.hint.as_ref()?;
        let mut arguments = hint.arguments().iter();
        let (_, place) = arguments.find(|(name, _)| *name == "place")?;
        match place {
            Argument::Words(words) if hint.id() == Some("file-needs-folder-hint") => {
                let (folder, name) = words.rsplit_once('/')?;
                Some(format!("{}/{name}", folder.rsplit_once('/')?.0))
            }
            _ => None,
        }
    });
    let places: BTreeSet<String> = places.collect();
    diagnostics.retain(|one| {
        let path = one.span.as_ref().filter(|_| one.code == "W208");
        path.is_none_or(|span| !places.contains(span.path.as_str()))
    });
}

/// Says once that there are no templates at all, and nothing of those in whose place a folder stands.
pub(super) fn templates(diagnostics: &mut Vec<Diagnostic>, snapshot: &Snapshot) {
    let folders = diagnostics
        .iter()
        .filter(|one| is(one, "folder-as-template"));
    let folders = folders.filter_map(|one| {
        let below = first_word(one)?.strip_prefix(load::TEMPLATES)?;
        Some(below.trim_start_matches('/').to_owned())
    });
    let folders: BTreeSet<String> = folders.collect();
    let templates = snapshot.below(load::TEMPLATES);
    let mut templates = templates.filter(|source| source.path().below(load::ASSETS).is_none());
    let is_none = templates.next().is_none();
    if is_none {
        // Neither are there components.
        diagnostics.retain(|one| !is(one, "component-none"));
    }
    let is_told = |one: &Diagnostic| is(one, "folder-misnamed") || is(one, "file-as-folder");
    let mut has_been_said = diagnostics.iter().any(is_told);
    diagnostics.retain_mut(|one| {
        if one.code != "E403" {
            return true;
        }
        if !is_none {
            return first_word(one).is_none_or(|name| !folders.contains(name));
        }
        let folder = format!("{}/", load::TEMPLATES);
        one.message = text!("templates-none", folder);
        one.hint = Some(text!("templates-none-hint"));
        one.span = None;
        !std::mem::replace(&mut has_been_said, true)
    });
}

/// Leaves out that a block does not end whose component is not there.
pub(super) fn blocks(diagnostics: &mut Vec<Diagnostic>) {
    let unknown = diagnostics.iter().filter(|one| is(one, "component-none"));
    let unknown: HashSet<Span> = unknown.filter_map(|one| one.span.clone()).collect();
    let begins_there = |one: &Diagnostic| one.span.as_ref().is_some_and(|it| unknown.contains(it));
    diagnostics.retain(|one| !is(one, "block-unclosed") || !begins_there(one));
}

/// Leaves out that paragraphs are not there where the file of a source has a mistake that may be why, and that they have other
/// words where two have one number.
pub(super) fn paragraphs(diagnostics: &mut Vec<Diagnostic>, site: &Site) {
    let is_in_source = |one: &&Diagnostic| {
        let entry = one.span.as_ref().and_then(|span| site.at(&span.path));
        one.leaves_a_hole()
            && entry.is_some_and(|id| site.collection(site.entry(id)).source.is_some())
    };
    let faulty: BTreeSet<&str> = diagnostics
        .iter()
        .filter(is_in_source)
        .map(|one| one.code)
        .collect();
    let consequences: &[&str] = if faulty.contains("E202") {
        &["paragraph-none", "quotation-altered"]
    } else if faulty
        .iter()
        .any(|code| ["E102", "E103", "E104", "E105"].contains(code))
    {
        &["paragraph-none"]
    } else {
        return;
    };
    diagnostics.retain(|one| !consequences.iter().any(|id| is(one, id)));
}

/// Says of a table that is not there where it is, and nothing of its belonging to no entry.
pub(super) fn tables(diagnostics: &mut Vec<Diagnostic>) {
    let name = |path: &str| path.rsplit('/').next().unwrap_or(path).to_owned();
    let stray = diagnostics.iter().filter(|one| one.code == "W208");
    let stray = stray.filter_map(|one| one.span.as_ref());
    let stray: BTreeMap<String, String> = stray
        .map(|span| (name(span.path.as_str()), span.path.to_string()))
        .collect();
    let mut moved = BTreeSet::new();
    for problem in diagnostics.iter_mut().filter(|one| is(one, "rows-missing")) {
        let Some(right) = first_word(problem).map(str::to_owned) else {
            continue;
        };
        if let Some(path) = stray.get(&name(&right)) {
            moved.insert(path.clone());
            problem.hint = Some(text!("rows-out-of-place-hint", path, right));
        }
    }
    diagnostics.retain(|one| {
        let span = one.span.as_ref().filter(|_| one.code == "W208");
        span.is_none_or(|span| !moved.contains(span.path.as_str()))
    });
}

//! Drafts that quote a source, and what a person decides about them: that one is right, called otherwise, the same as another, or
//! nothing. Each is a change of a few lines of files.

use std::collections::{BTreeMap, BTreeSet};

use super::change::{Change, Refused, new_errors, pipeline, refuse_holes, replaced};
use super::entry_text::{EntryText, Quoted};
use super::moved::{find, linked, missing};
use super::name::EntryName;
use super::named::{citations, references};
use crate::content::Citation;
use crate::content::fix::Changes;
use crate::diagnostic::Diagnostic;
use crate::graph::{Entry, EntryId, Site, find as find_words};
use crate::locale::text;
use crate::path::SourcePath;
use crate::schema::{Field, Kind};
use crate::source::{Snapshot, Source};

/// A draft that stands on words of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreviewed {
    /// `collection/slug`.
    pub name: String,
    /// What it is called.
    pub title: String,
    /// The source of its first quotation.
    pub source: EntryId,
    /// The paragraph of it; the title of the source is 0 by custom.
    pub paragraph: i64,
    /// The words that it quotes there.
    pub quote: Vec<String>,
    /// How many quotations it has.
    pub quotations: usize,
}

impl Unreviewed {
    /// The paragraph of its first quotation.
    #[must_use]
    pub fn place(&self) -> (EntryId, i64) {
        (self.source, self.paragraph)
    }
}

/// What is decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// All drafts, those of a collection, or one are right. So is what they refer to.
    Accept(String),
    /// An entry is called otherwise.
    Rename(EntryName, String),
    /// The first entry is the second: its quotations go there.
    Merge(EntryName, EntryName),
    /// An entry goes, or all drafts of a collection that quote a source, and leave the lists that name them.
    Drop(String),
}

/// The drafts of a site that quote a source, by paragraph, and in a paragraph as its words stand.
#[must_use]
pub fn unreviewed(site: &Site) -> Vec<Unreviewed> {
    let drafts = site
        .entries
        .iter()
        .filter(|entry| entry.document.schedule.draft);
    let title = site.config.schema.source().and_then(|(_, role)| role.title);
    let mut all: Vec<(usize, Unreviewed)> = drafts
        .filter_map(|entry| {
            // Where the text has it, and only else in the title.
            let all = citations(site, entry);
            let is_text = |one: &&&Citation| Some(one.paragraph) != title;
            let citation = *all.iter().find(is_text).or(all.first())?;
            let quote: Vec<String> = citation
                .quote
                .iter()
                .map(|(words, _)| words.to_string())
                .collect();
            let paragraph = citation.paragraph;
            let source = site.provenance.source(citation.source.as_deref())?;
            let text = paragraph_text(site, (source, paragraph));
            let at = quote
                .first()
                .and_then(|quote| find_words(quote, text?, 0))
                .map_or(0, |found| found.start);
            let (name, title) = (entry.name.clone(), site.title(entry).to_owned());
            Some((
                at,
                Unreviewed {
                    name,
                    title,
                    source,
                    paragraph,
                    quote,
                    quotations: all.len(),
                },
            ))
        })
        .collect();
    all.sort_by(|(at, one), (other_at, other)| {
        let (one, other) = (
            (one.place(), at, &one.name),
            (other.place(), other_at, &other.name),
        );
        one.cmp(&other)
    });
    all.into_iter().map(|(_, one)| one).collect()
}

/// How many drafts are shown for review at once.
pub const MOST: usize = 200;

/// Of many drafts, as many as somebody can review, in the order of the article: those that quote it most. The others come when
/// these are decided.
#[must_use]
pub fn foremost(all: Vec<Unreviewed>, most: usize) -> Vec<Unreviewed> {
    let mut order: Vec<usize> = (0..all.len()).collect();
    order.sort_by_key(|at| std::cmp::Reverse(all[*at].quotations));
    order.truncate(most);
    let shown: BTreeSet<usize> = order.into_iter().collect();
    let all = all.into_iter().enumerate();
    all.filter_map(|(at, one)| shown.contains(&at).then_some(one))
        .collect()
}

/// A paragraph with the words between ⟦ and ⟧ that drafts quote from it; of words in each other, the outer ones.
#[must_use]
pub fn marked(site: &Site, all: &[Unreviewed], place: (EntryId, i64)) -> String {
    let mut words = paragraph_text(site, place).unwrap_or_default().to_owned();
    for (start, end) in marks(&words, all, place).into_iter().rev() {
        words.insert(end, '⟧');
        words.insert(start, '⟦');
    }
    words
}

/// Where the words stand in a paragraph that drafts quote from it; of words in each other, the outer ones.
pub(super) fn marks(words: &str, all: &[Unreviewed], place: (EntryId, i64)) -> Vec<(usize, usize)> {
    let quotes = all
        .iter()
        .filter(|one| one.place() == place)
        .flat_map(|one| &one.quote);
    let marks = quotes.filter_map(|quote| find_words(quote, words, 0).map(|at| (at.start, at.end)));
    let mut marks: Vec<(usize, usize)> = marks.collect();
    marks.sort_by_key(|(start, end)| (*start, std::cmp::Reverse(*end)));
    let mut reach = 0;
    marks.retain(|(start, end)| {
        let is_free = *start >= reach;
        reach = reach.max(*end);
        is_free
    });
    marks
}

/// What a paragraph of a source says.
fn paragraph_text(site: &Site, place: (EntryId, i64)) -> Option<&str> {
    let paragraph = site.provenance.paragraphs.get(&place)?;
    Some(paragraph.words())
}

/// The site once a choice is made, with how many entries it changed as `references`.
///
/// # Errors
/// Why the site would not be as whole as it is.
pub fn reviewed(snapshot: &Snapshot, choice: &Choice) -> Result<Change, Refused> {
    let site = linked(snapshot)?;
    let mut work = Work {
        snapshot,
        site: &site,
        edited: BTreeMap::new(),
        removed: BTreeSet::new(),
    };
    let done = match choice {
        Choice::Accept(what) => work.accept(what),
        Choice::Rename(name, title) => work.rename(name, title),
        Choice::Merge(from, into) => work.merge(from, into),
        Choice::Drop(what) => work.drop(what),
    };
    done.map_err(|problem| Refused::new(vec![problem], snapshot))?;
    // A site whose own menu names the page of such a list keeps it.
    let mut listed = work.clone();
    let listed = listed.unlist().then(|| listed.finish());
    listed
        .and_then(Result::ok)
        .map_or_else(|| work.finish(), Ok)
}

/// Files as they will be.
#[derive(Clone)]
pub(super) struct Work<'a> {
    snapshot: &'a Snapshot,
    pub(super) site: &'a Site,
    edited: BTreeMap<SourcePath, EntryText>,
    pub(super) removed: BTreeSet<SourcePath>,
}

impl<'a> Work<'a> {
    fn entry(&self, name: &EntryName) -> Result<&'a Entry, Diagnostic> {
        let entry = find(self.site, name)?;
        entry.ok_or_else(|| missing(self.site, name))
    }

    pub(super) fn text(&mut self, path: &SourcePath) -> &mut EntryText {
        let source = self.snapshot.get(path).cloned();
        let source = source.unwrap_or_else(|| Source::new(path.clone(), Vec::new()));
        self.edited
            .entry(path.clone())
            .or_insert_with(|| EntryText::of(&source))
    }

    /// The entry of an id, or those of a collection.
    fn named(&self, what: &str) -> Result<Vec<&'a Entry>, Diagnostic> {
        if let Ok(name) = what.parse::<EntryName>() {
            return Ok(vec![self.entry(&name)?]);
        }
        let name = EntryName {
            collection: what.to_owned(),
            slug: String::new(),
        };
        let collection = name.collection(&self.site.config.schema)?;
        let entries = self.site.entries.iter();
        let entries = entries.filter(|entry| !entry.document.is_stand_in());
        Ok(entries
            .filter(|entry| entry.document.collection == collection)
            .collect())
    }

    /// Of a collection, what is accepted stays.
    fn drop(&mut self, what: &str) -> Result<(), Diagnostic> {
        let mut gone = self.named(what)?;
        if what.parse::<EntryName>().is_err() {
            gone.retain(|entry| {
                entry.document.schedule.draft && !citations(self.site, entry).is_empty()
            });
        }
        self.leave(&gone, None);
        Ok(())
    }

    fn accept(&mut self, what: &str) -> Result<(), Diagnostic> {
        let mut open: Vec<&Entry> = if what == "all" {
            let entries = self.site.entries.iter();
            entries
                .filter(|entry| !entry.document.is_stand_in())
                .filter(|entry| !citations(self.site, entry).is_empty())
                .collect()
        } else {
            self.named(what)?
        };
        let mut seen = BTreeSet::new();
        while let Some(entry) = open.pop() {
            if !seen.insert(&entry.name) || !entry.document.schedule.draft {
                continue;
            }
            self.text(&entry.document.path).remove_key("draft");
            // What is published refers to nothing that is not.
            let named = references(self.site, entry).into_iter();
            open.extend(
                named
                    .filter_map(|reference| self.site.resolve(reference, entry.document.language))
                    .map(|id| self.site.entry(id)),
            );
        }
        Ok(())
    }

    fn rename(&mut self, name: &EntryName, title: &str) -> Result<(), Diagnostic> {
        let entry = self.entry(name)?;
        let quoted = citations(self.site, entry)
            .into_iter()
            .flat_map(|citation| &citation.quote);
        let is_quoted = quoted.into_iter().any(|(words, _)| words.contains(title));
        let text = self.text(&entry.document.path);
        text.set("title", title);
        if text.has("name_source") {
            text.set(
                "name_source",
                if is_quoted { "article" } else { "editorial" },
            );
        }
        Ok(())
    }

    fn merge(&mut self, from: &EntryName, into: &EntryName) -> Result<(), Diagnostic> {
        let (entry, other) = (self.entry(from)?, self.entry(into)?);
        let declared = self.site.collection(other);
        // The list of other places where the words of an entry stand.
        let is_list = |field: &&Field| matches!(&field.field_type.kind, Kind::List(item) if matches!(**item, Kind::Cite));
        let list = declared.fields.iter().find(is_list);
        let list = list.filter(|_| entry.document.collection == other.document.collection);
        let Some(list) = list.filter(|_| entry.name != other.name) else {
            let (from, into) = (from.to_string(), into.to_string());
            return Err(
                Diagnostic::error("E105", text!("review-unmergeable", from, into))
                    .hint(text!("review-unmergeable-hint")),
            );
        };
        let known: Vec<_> = citations(self.site, other)
            .into_iter()
            .map(quoted)
            .collect();
        let new = citations(self.site, entry).into_iter().map(quoted);
        let new: Vec<_> = new.filter(|one| !known.contains(one)).collect();
        // References are known by their bytes, so that they go first.
        self.leave(&[entry], Some(other));
        self.text(&other.document.path)
            .add_citations(&list.name, &new);
        Ok(())
    }

    /// Removes entries. Lists that name them name another instead, or nothing.
    fn leave(&mut self, gone: &[&Entry], other: Option<&Entry>) {
        let names: BTreeSet<&str> = gone.iter().map(|entry| &*entry.name).collect();
        for referring in self
            .site
            .entries
            .iter()
            .filter(|one| !names.contains(&*one.name))
        {
            let named = references(self.site, referring);
            let resolved = named.iter().map(|reference| {
                self.site
                    .resolve(reference, referring.document.language)
                    .map(|id| &self.site.entry(id).name)
            });
            let has_other = other
                .is_some_and(|other| resolved.clone().flatten().any(|name| *name == other.name));
            let mut ranges: Vec<_> = named
                .iter()
                .zip(resolved)
                .filter(|(_, name)| name.is_some_and(|name| names.contains(&**name)))
                .map(|(reference, _)| reference.range.clone())
                .collect();
            ranges.sort_by_key(|range| std::cmp::Reverse(range.start));
            for range in ranges {
                let name = other.filter(|_| !has_other).map(|other| other.name.clone());
                self.text(&referring.document.path)
                    .replace_item(range, name.as_deref());
            }
        }
        let paths = gone.iter().map(|entry| entry.document.path.clone());
        self.removed.extend(paths);
    }

    fn finish(self) -> Result<Change, Refused> {
        let snapshot = self.snapshot;
        let edited = self
            .edited
            .into_iter()
            .filter(|(path, _)| !self.removed.contains(path));
        let edited = edited.filter_map(|(path, text)| {
            let before = snapshot.get(&path)?.clone();
            let after = text.into_source();
            (before.text() != after.text()).then_some((before, after))
        });
        let edited: Vec<(Source, Source)> = edited.collect();
        let removed: Vec<Source> = self
            .removed
            .iter()
            .filter_map(|path| snapshot.get(path))
            .cloned()
            .collect();
        let after = replaced(snapshot, &edited);
        let is_kept = |source: &&Source| !self.removed.contains(source.path());
        let after = after.with_files(after.iter().filter(is_kept).cloned());
        let mut pipeline = pipeline();
        let before = pipeline.run(snapshot);
        refuse_holes(&before, snapshot)?;
        let build = pipeline.run(&after);
        let (left, problems): (Vec<_>, Vec<_>) = new_errors(&before, &build)
            .into_iter()
            .partition(|problem| problem.code == "E203");
        if !problems.is_empty() {
            return Err(Refused::new(problems, &after));
        }
        let references = edited.len() + removed.len();
        Ok(Change {
            changes: Changes {
                edited,
                removed,
                ..Changes::default()
            },
            after,
            references,
            redirects: Vec::new(),
            left,
        })
    }
}

fn quoted(citation: &Citation) -> Quoted {
    let source = citation.source.as_ref().map(ToString::to_string);
    let words = citation.quote.iter().map(|(words, _)| words.to_string());
    (source, citation.paragraph, words.collect())
}

//! The files of a site that is made of an article: the source with its paragraphs, an entry for each proposal, which is a draft
//! until somebody has reviewed it, and the pages that list them. Whatever the entries quote is held against the article before they are
//! written.

mod entries;

use std::collections::{BTreeMap, BTreeSet};

use super::starters::{File, Kind};
use crate::article::{Article, Kind as Proposed, Proposal, propose};
use crate::diagnostic::{Code, Diagnostic, Scope};
use crate::locale::Language;
use crate::path::SourcePath;
use crate::pipeline::{Options, Pipeline};
use crate::source::load::theme;
use crate::source::{Snapshot, Source, quoted};
use entries::Entries;

macro_rules! files {
    ($($path:literal),* $(,)?) => {
        &[$(($path, include_str!(concat!("theme/", $path)))),*]
    };
}

/// The files that are the same for every article but for its title. All others are of the theme that the program carries.
const FILES: &[(&str, &str)] = files![
    "content/pages/about.md",
    "content/pages/accords.md",
    "content/pages/bodies.md",
    "content/pages/booklet.md",
    "content/pages/figures.md",
    "content/pages/home.md",
    "content/pages/not-found.md",
    "content/pages/places.md",
    "content/pages/search.md",
    "content/pages/topics.md",
    "site.toml",
];

/// What is taken from the site that `new` writes otherwise.
const SHARED: &str = ".gitignore";

/// The most words of the article's title in that of the site.
const BRAND: usize = 6;

/// The codes that are silenced, by file.
type Silenced = BTreeMap<String, BTreeSet<&'static str>>;

/// A site made of an article.
pub(super) struct Made {
    /// Its files: where each goes, and what it holds.
    pub(super) files: Vec<(String, Vec<u8>)>,
    /// What it proposes.
    pub(super) proposals: Vec<Proposal>,
    /// What a build of it would complain of.
    pub(super) problems: Vec<Diagnostic>,
    /// The files as a build sees them.
    pub(super) snapshot: Snapshot,
}

/// Makes a site of an article. `tag` is the language of its pages, `language` that of remarks in its files.
pub(super) fn made(article: &Article, tag: &str, language: Language) -> Made {
    let proposals = propose(article);
    let entries = Entries {
        article,
        proposals: &proposals,
        language,
    };
    // What the second build shares with the first, and that is nearly all, is not made again.
    let mut pipeline = Pipeline::new(Options {
        drafts: true,
        ..Options::default()
    });
    let mut files = |silenced: &Silenced| {
        let mut files = common(article, &proposals, tag);
        files.extend(entries.all(silenced));
        let snapshot = snapshot(&files);
        let problems = pipeline.run(&snapshot).diagnostics;
        (files, snapshot, problems)
    };
    let (.., problems) = files(&Silenced::new());
    let (files, snapshot, problems) = files(&silenced(&problems));
    Made {
        files,
        proposals,
        problems,
        snapshot,
    }
}

/// The rules of typography that the article breaks, by the file in which its words stand: it is quoted as it is.
fn silenced(problems: &[Diagnostic]) -> Silenced {
    let known = Code::silenced_in(Scope::Page);
    let mut silenced = Silenced::new();
    for problem in problems {
        if let Some(span) = problem
            .span
            .as_ref()
            .filter(|_| known.contains(&problem.code))
        {
            let path = span.path.as_str().to_owned();
            silenced.entry(path).or_default().insert(problem.code);
        }
    }
    silenced
}

/// What a page lists, by its file. A page that would list nothing is not made, and the menu does not name it.
const LISTS: [(&str, &[Proposed]); 5] = [
    ("content/pages/accords.md", &[Proposed::Accord]),
    ("content/pages/bodies.md", &[Proposed::Body]),
    (
        "content/pages/figures.md",
        &[
            Proposed::Date,
            Proposed::Figure,
            Proposed::Quotation,
            Proposed::Person,
        ],
    ),
    ("content/pages/places.md", &[Proposed::Place]),
    ("content/pages/topics.md", &[Proposed::Topic]),
];

/// The page that the home page speaks of, and where its words begin.
const FIGURES: &str = "content/pages/figures.md";
const HOME: &str = "content/pages/home.md";
const BODY: &str = "\n\n";

fn common(article: &Article, proposals: &[Proposal], tag: &str) -> Vec<(String, Vec<u8>)> {
    let title = &article.title;
    let words: Vec<&str> = title.split(' ').collect();
    let brand = match words.get(..BRAND) {
        Some(first) if words.len() > BRAND => format!("ملف: {}…", first.join(" ")),
        _ => format!("ملف: {title}"),
    };
    let description =
        format!("ما أورده مقال واحد، وكل معلومة معها رقم الفقرة التي وردت فيها: {title}");
    let lists_something = |path: &str| {
        let kinds = LISTS.iter().find(|(list, _)| *list == path);
        kinds.is_none_or(|(_, kinds)| proposals.iter().any(|one| kinds.contains(&one.kind)))
    };
    let has_figures = lists_something(FIGURES);
    let filled = |path: &str, text: &str| {
        let text = match text.split_once(BODY) {
            Some((fields, _)) if path == HOME && !has_figures => fields,
            _ => text,
        };
        let title = if path == "site.toml" { &brand } else { title };
        text.replace("@TITLE@", &quoted(title))
            .replace("@DESCRIPTION@", &quoted(&description))
            .replace("@LANGUAGE@", &quoted(tag))
    };
    let own = FILES
        .iter()
        .filter(|(path, _)| lists_something(path))
        .map(|(path, text)| ((*path).to_owned(), filled(path, text).into_bytes()));
    let shared: Vec<File> = Kind::default().files();
    let shared = shared.into_iter().filter(|(path, _)| *path == SHARED);
    own.chain(shared.map(|(path, bytes)| (path.to_owned(), bytes.to_vec())))
        .collect()
}

/// The files over the theme, as a build sees them.
fn snapshot(files: &[(String, Vec<u8>)]) -> Snapshot {
    let sources = files
        .iter()
        .map(|(path, bytes)| Source::new(SourcePath::new(path), bytes.clone()));
    theme::complete(sources.collect())
}

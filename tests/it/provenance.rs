//! The build proves what it prints: one altered letter in any quotation of the repository's own site breaks it, with the
//! file and the line.

use std::ops::Range;
use std::sync::Arc;

use rayon::prelude::*;
use warraq::config::Config;
use warraq::content::{self, Document};
use warraq::diagnostic::Diagnostic;
use warraq::graph;
use warraq::path::SourcePath;

use crate::site::{Files, source};

/// How many quoted segments the site has at the least.
const SEGMENTS: usize = 219;

/// The entries of a site, read; one of them can be replaced before they are linked.
pub(crate) struct Entries {
    config: Arc<Config>,
    documents: Vec<Arc<Document>>,
}

impl Entries {
    pub(crate) fn read(files: &Files) -> Self {
        let config = Config::of_site(&files.snapshot(), None).unwrap();
        let config = config.value.unwrap();
        let documents = files.entries().map(|(path, text)| {
            let document = content::parse(&source(path, text.as_bytes()), &config);
            assert_eq!(document.diagnostics, [], "{path} has problems");
            document.value.unwrap().document
        });
        Self {
            documents: documents.collect(),
            config: Arc::new(config),
        }
    }

    /// What is wrong with the site when the entry at `path` reads so.
    pub(crate) fn problems_with(&self, path: &str, text: &str) -> Vec<Diagnostic> {
        let mut problems = Vec::new();
        let altered = content::parse(&source(path, text.as_bytes()), &self.config);
        let altered = altered.collect(&mut problems).unwrap().document;
        let mut documents = self.documents.clone();
        let place = documents
            .iter()
            .position(|document| document.path == altered.path);
        documents[place.unwrap()] = altered;
        graph::link(&self.config, documents, graph::Included::default()).collect(&mut problems);
        problems
    }
}

/// A quoted segment: the words between « and », or one string of a `quote = [ … ]`.
pub(crate) struct Segment<'a> {
    pub(crate) path: &'a str,
    /// The text of its file.
    pub(crate) text: &'a str,
    /// The bytes of the words.
    pub(crate) words: Range<usize>,
}

/// All quoted segments of a site's entries, found by their marks and by nothing that the program does.
pub(crate) fn segments(files: &Files) -> Vec<Segment<'_>> {
    let mut found = Vec::new();
    for (path, text) in files.entries() {
        let lists = between(text, 0..text.len(), "quote = [", "]");
        let strings = lists.flat_map(|list| between(text, list, "\"", "\""));
        let prose = between(text, 0..text.len(), "«", "»");
        let all = strings.chain(prose);
        found.extend(all.map(|words| Segment { path, text, words }));
    }
    found
}

/// The parts of `within` that stand between an opening and a closing mark.
fn between<'a>(
    text: &'a str,
    within: Range<usize>,
    open: &'a str,
    close: &'a str,
) -> impl Iterator<Item = Range<usize>> {
    let mut at = within.start;
    std::iter::from_fn(move || {
        let start = at + text[at..within.end].find(open)? + open.len();
        let end = start + text[start..within.end].find(close)?;
        at = end + close.len();
        Some(start..end)
    })
}

impl Segment<'_> {
    pub(crate) fn words(&self) -> &str {
        &self.text[self.words.clone()]
    }

    /// The text of the file with something else in place of a part of it.
    pub(crate) fn with(&self, part: Range<usize>, other: &str) -> String {
        format!(
            "{}{other}{}",
            &self.text[..part.start],
            &self.text[part.end..]
        )
    }

    /// The text of the file with the `n`th letter of the segment, counted round, altered.
    pub(crate) fn with_letter_altered(&self, n: usize) -> String {
        let letters = self
            .words()
            .char_indices()
            .filter(|(_, c)| c.is_alphanumeric());
        let letters: Vec<_> = letters.collect();
        let (at, letter) = letters[n % letters.len()];
        let at = self.words.start + at;
        let other = if letter == 'ظ' { "ق" } else { "ظ" };
        self.with(at..at + letter.len_utf8(), other)
    }
}

fn line_of(text: &str, byte: usize) -> usize {
    text[..byte].matches('\n').count() + 1
}

#[test]
fn every_altered_letter_breaks_the_build_where_it_stands() {
    let files = Files::dossier();
    let entries = Entries::read(&files);
    let segments = segments(&files);
    assert!(
        segments.len() >= SEGMENTS,
        "only {} segments",
        segments.len()
    );

    segments.par_iter().enumerate().for_each(|(n, segment)| {
        let line = line_of(segment.text, segment.words.start);
        // Not the same letter of each: now near its beginning, now near its end.
        let altered = segment.with_letter_altered(n * 7);
        let problems = entries.problems_with(segment.path, &altered);
        let path = SourcePath::new(segment.path);
        let found = problems.iter().any(|problem| {
            let span = problem.span.as_ref();
            let is_there = span.is_some_and(|span| {
                span.path == path && line_of(&altered, span.range.start) == line
            });
            problem.code == "E301" && is_there
        });
        assert!(found, "«{}», {path}:{line}: {problems:#?}", segment.words());
    });
}

#[test]
fn the_site_as_it_stands_has_no_problems() {
    let files = Files::dossier();
    let entries = Entries::read(&files);
    let article = "content/source/article.toml";
    assert_eq!(entries.problems_with(article, files.text(article)), []);
}

#[test]
fn a_letter_altered_in_the_article_breaks_whatever_quotes_it() {
    let files = Files::dossier();
    let entries = Entries::read(&files);
    let article = "content/source/article.toml";
    let altered = files
        .text(article)
        .replace("اجتماعات مكثفة", "اجتماعات كثيفة");
    let problems = entries.problems_with(article, &altered);
    assert!(!problems.is_empty());
    assert!(
        problems.iter().all(|problem| problem.code == "E301"),
        "{problems:#?}"
    );
}

//! The files of a site as they were at one moment: path → bytes, text already UTF-8 and NFC.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use icu::normalizer::ComposingNormalizerBorrowed;
use rayon::prelude::*;

use super::history::History;
use super::kinds::is_text;
use super::lines::Lines;
use super::load::LargeFile;
use super::nfc::surely_nfc;
use crate::diagnostic::{Diagnostic, Span};
use crate::digest::Digest;
use crate::locale::text;
use crate::path::SourcePath;

/// Every file of a site, by path. Sources are shared, so a clone copies no file.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Snapshot {
    files: BTreeMap<SourcePath, Source>,
    problems: Vec<Diagnostic>,
    history: Option<Arc<History>>,
}

impl Snapshot {
    /// The file with this path.
    #[must_use]
    pub fn get(&self, path: &SourcePath) -> Option<&Source> {
        self.files.get(path)
    }

    /// All files, by path.
    pub fn iter(&self) -> impl Iterator<Item = &Source> {
        self.files.values()
    }

    /// What of the site could not be read.
    #[must_use]
    pub fn problems(&self) -> &[Diagnostic] {
        &self.problems
    }

    /// The same files, and what could not be read besides.
    #[must_use]
    pub fn with_problems(mut self, problems: Vec<Diagnostic>) -> Self {
        self.problems = problems;
        self
    }

    /// When its files were last changed, if the site asks for it.
    #[must_use]
    pub fn history(&self) -> Option<&Arc<History>> {
        self.history.as_ref()
    }

    /// Other files in the place of these. What else is known of the site stays as it is.
    #[must_use]
    pub fn with_files(&self, files: impl Iterator<Item = Source>) -> Self {
        Self {
            files: files.map(|file| (file.path().clone(), file)).collect(),
            ..self.clone()
        }
    }

    /// The same files, which were last changed on these days.
    #[must_use]
    pub fn with_history(mut self, history: Option<Arc<History>>) -> Self {
        self.history = history;
        self
    }

    /// The digest of all files, as they were written. What could not be read is no part of it.
    #[must_use]
    pub fn digest(&self) -> Digest {
        let files: Vec<_> = self.files.values().collect();
        let digests = files
            .par_iter()
            .map(|file| (file.path().as_str(), file.digest()));
        let history = self.history.as_ref().map(|history| history.lines());
        Digest::of_value(&(digests.collect::<Vec<_>>(), history))
    }

    /// The files below a folder of the root, by path.
    pub fn below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = &'a Source> {
        let near = self.starting_with(folder);
        near.filter(move |source| source.path().below(folder).is_some())
    }

    /// The files whose paths begin like this, by path.
    pub(crate) fn starting_with(&self, start: &str) -> impl Iterator<Item = &Source> {
        let from_there = self.files.range(SourcePath::new(start)..);
        let near = from_there.take_while(move |(path, _)| path.as_str().starts_with(start));
        near.map(|(_, source)| source)
    }

    /// Adds a file, or replaces the one with its path.
    pub fn insert(&mut self, source: Source) {
        self.files.insert(source.path().clone(), source);
    }

    /// The files that are in one of two snapshots only, or not the same in both.
    #[must_use]
    pub fn differences(&self, other: &Self) -> BTreeSet<SourcePath> {
        let unlike = |one: &Self, other: &Self| -> Vec<SourcePath> {
            let differs = |source: &&Source| other.get(source.path()) != Some(*source);
            let sources = one.iter().filter(differs);
            sources.map(|source| source.path().clone()).collect()
        };
        let mut paths = BTreeSet::from_iter(unlike(self, other));
        paths.extend(unlike(other, self));
        paths
    }
}

impl FromIterator<Source> for Snapshot {
    fn from_iter<I: IntoIterator<Item = Source>>(sources: I) -> Self {
        Self::default().with_files(sources.into_iter())
    }
}

/// One file. A clone is a pointer.
#[derive(Debug, Clone)]
pub struct Source(Arc<File>);

#[derive(Debug)]
struct File {
    path: SourcePath,
    content: Content,
    /// The text as the file has it, where that is not in NFC.
    decomposed: Option<String>,
    /// The lines of the text as the file has it, once somebody has asked.
    lines: OnceLock<Lines>,
}

impl PartialEq for File {
    fn eq(&self, other: &Self) -> bool {
        (&self.path, &self.content, &self.decomposed)
            == (&other.path, &other.content, &other.decomposed)
    }
}

impl Eq for File {}

impl PartialEq for Source {
    /// Sources that share their insides are not looked at.
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.0 == other.0
    }
}

impl Eq for Source {}

#[derive(Debug, PartialEq, Eq)]
enum Content {
    Text(String),
    /// Text by its name, but not UTF-8: what can be read of it, and where it fails.
    Broken {
        lossy: String,
        valid_up_to: usize,
        /// Whether it begins as UTF-16 does, with its byte order mark.
        is_utf16: bool,
    },
    Bytes(Vec<u8>),
    /// Nobody looks into it.
    OnDisk(LargeFile),
}

impl Source {
    /// A file with these bytes. Text is normalised to NFC and loses a byte order mark.
    #[must_use]
    pub fn new(path: SourcePath, bytes: Vec<u8>) -> Self {
        let (content, decomposed) = if is_text(&path) {
            text(bytes)
        } else {
            (Content::Bytes(bytes), None)
        };
        Self(Arc::new(File {
            path,
            content,
            decomposed,
            lines: OnceLock::new(),
        }))
    }

    /// A file that is on the disk only.
    pub(super) fn large(path: SourcePath, file: LargeFile) -> Self {
        Self(Arc::new(File {
            path,
            content: Content::OnDisk(file),
            decomposed: None,
            lines: OnceLock::new(),
        }))
    }

    /// The same file at another path.
    #[must_use]
    pub fn moved_to(&self, path: SourcePath) -> Self {
        match &self.0.content {
            Content::OnDisk(file) => Self::large(path, file.clone()),
            Content::Bytes(bytes) => Self::new(path, bytes.clone()),
            Content::Text(_) | Content::Broken { .. } => {
                Self::new(path, self.written().as_bytes().to_vec())
            }
        }
    }

    /// Where the file is.
    #[must_use]
    pub fn path(&self) -> &SourcePath {
        &self.0.path
    }

    /// The text, when the file is one; as much as can be read when it is not UTF-8.
    #[must_use]
    pub fn text(&self) -> &str {
        match &self.0.content {
            Content::Text(text) | Content::Broken { lossy: text, .. } => text,
            Content::Bytes(_) | Content::OnDisk(_) => "",
        }
    }

    /// The text as the file has it, which need not be in NFC. A byte order mark is no part of it.
    #[must_use]
    pub fn written(&self) -> &str {
        self.0.decomposed.as_deref().unwrap_or(self.text())
    }

    /// The byte of [`written`](Self::written) for a byte of the text, which is a character boundary.
    #[must_use]
    pub fn written_at(&self, byte: usize) -> usize {
        let Some(written) = &self.0.decomposed else {
            return byte;
        };
        // Lines stay lines in NFC.
        let before = &self.text()[..byte];
        let in_line = before.len() - before.rfind('\n').map_or(0, |at| at + 1);
        let lines = before.matches('\n').count();
        let start = self.lines().start(lines).unwrap_or(written.len());
        let line = written[start..].split('\n').next().unwrap_or_default();
        let nfc = ComposingNormalizerBorrowed::new_nfc();
        let ends = line.char_indices().map(|(at, c)| at + c.len_utf8());
        let ends: Vec<usize> = ends.collect();
        // More text is never less in NFC.
        let within = ends.partition_point(|end| nfc.normalize(&line[..*end]).len() <= in_line);
        start + within.checked_sub(1).map_or(0, |last| ends[last])
    }

    /// The lines of the text as the file has it.
    pub(super) fn lines(&self) -> &Lines {
        self.0.lines.get_or_init(|| Lines::of(self.written()))
    }

    /// The bytes that are in memory: of a file that is on the disk only, none.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        match &self.0.content {
            Content::Text(text) | Content::Broken { lossy: text, .. } => text.as_bytes(),
            Content::Bytes(bytes) => bytes,
            Content::OnDisk(_) => &[],
        }
    }

    /// The file, if it is on the disk only: neither text nor a font, and large.
    #[must_use]
    pub fn on_disk(&self) -> Option<&LargeFile> {
        match &self.0.content {
            Content::OnDisk(file) => Some(file),
            Content::Text(_) | Content::Broken { .. } | Content::Bytes(_) => None,
        }
    }

    /// The digest of what the file has.
    pub(crate) fn digest(&self) -> Digest {
        match &self.0.content {
            Content::OnDisk(file) => file.digest(),
            Content::Bytes(bytes) => Digest::of(bytes),
            Content::Text(_) | Content::Broken { .. } => Digest::of(self.written().as_bytes()),
        }
    }

    /// The problem of a text file that is not UTF-8.
    #[must_use]
    pub fn problem(&self) -> Option<Diagnostic> {
        let Content::Broken {
            lossy,
            valid_up_to,
            is_utf16,
        } = &self.0.content
        else {
            return None;
        };
        if *is_utf16 {
            let problem = Diagnostic::error("E106", text!("utf16")).at(&self.0.path);
            return Some(problem.hint(text!("utf16-hint")));
        }
        let bad = *valid_up_to..valid_up_to + char::REPLACEMENT_CHARACTER.len_utf8();
        debug_assert!(lossy.get(bad.clone()).is_some());
        Some(
            Diagnostic::error("E106", text!("not-utf8"))
                .at(Span::new(&self.0.path, bad))
                .hint(text!("not-utf8-hint")),
        )
    }
}

/// Text in NFC, and as it was where it was in another form.
fn text(bytes: Vec<u8>) -> (Content, Option<String>) {
    let mut text = match super::utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let broken = Content::Broken {
                valid_up_to: error.utf8_error().valid_up_to(),
                lossy: String::from_utf8_lossy(error.as_bytes()).into_owned(),
                is_utf16: [[0xFF, 0xFE], [0xFE, 0xFF]]
                    .iter()
                    .any(|mark| error.as_bytes().starts_with(mark)),
            };
            return (broken, None);
        }
    };
    if let Some(rest) = text.strip_prefix('\u{FEFF}') {
        text = rest.to_owned();
    }
    if !surely_nfc(&text) {
        let nfc = ComposingNormalizerBorrowed::new_nfc();
        if !nfc.is_normalized(&text) {
            return (Content::Text(nfc.normalize(&text).into_owned()), Some(text));
        }
    }
    (Content::Text(text), None)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(bytes: &[u8]) -> Source {
        Source::new(SourcePath::new("a.md"), bytes.to_vec())
    }

    #[test]
    fn text_is_composed_and_loses_its_byte_order_mark() {
        let decomposed = "\u{FEFF}\u{627}\u{653}سيا";
        assert_eq!(source(decomposed.as_bytes()).text(), "آسيا");
    }

    #[test]
    fn a_place_is_found_in_a_file_that_is_not_in_nfc() {
        let source = source("آ\n\u{627}\u{653}سيا e\u{301}t".as_bytes());
        assert_eq!(source.text(), "آ\nآسيا ét");
        for (found, word) in [
            ("آسيا", "\u{627}\u{653}سيا"),
            ("سيا", "سيا"),
            ("ét", "e\u{301}t"),
            ("t", "t"),
        ] {
            let start = source.text().rfind(found).unwrap();
            let end = start + found.len();
            let written = source.written_at(start)..source.written_at(end);
            assert_eq!(&source.written()[written], word);
        }
    }

    #[test]
    fn bytes_that_are_not_utf_8_are_reported_where_they_stand() {
        let problem = source(b"ab\xE3cd").problem().unwrap();
        assert_eq!(problem.span.unwrap().range, 2..5);
    }
}

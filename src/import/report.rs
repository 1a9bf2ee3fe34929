//! What became of every file of the old site, for people to read: `IMPORT.md`.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::locale::{Language, Text, text};

/// What became of the files of a site.
#[derive(Debug, Default)]
pub struct Report {
    /// How many pages the new site was given.
    pub pages: usize,
    /// Where each file went.
    moved: BTreeMap<String, String>,
    /// Files that are not in the new site, and why.
    left: BTreeMap<String, Text>,
    /// Places that somebody should look at: file, line, and what is there.
    places: Vec<(String, usize, Text)>,
    notes: Vec<Text>,
}

impl Report {
    pub(super) fn moved(&mut self, old: &str, new: &str) {
        self.moved.insert(old.to_owned(), new.to_owned());
    }

    /// Says why a file is not in the new site.
    pub fn left(&mut self, old: &str, why: Text) {
        self.left.insert(old.to_owned(), why);
    }

    /// Says why a file did not stay in the new site.
    pub(super) fn taken_out(&mut self, new: &str, why: Text) {
        let old = self.moved.iter().find(|(_, to)| *to == new);
        if let Some(old) = old.map(|(old, _)| old.clone()) {
            self.moved.remove(&old);
            self.left.insert(old, why);
        }
    }

    pub(super) fn place(&mut self, file: &str, line: usize, what: Text) {
        self.places.push((file.to_owned(), line, what));
    }

    /// Names a key of front matter, and what it says, that is not in the new site.
    pub(super) fn lost(&mut self, file: &str, key: &str, value: &toml::Value) {
        let what = value.to_string();
        self.place(file, 1, text!("import-key", key, what));
    }

    pub(super) fn note(&mut self, note: Text) {
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }

    /// Where a file of the old site is now.
    #[must_use]
    pub fn new_path(&self, old: &str) -> Option<&str> {
        self.moved.get(old).map(String::as_str)
    }

    /// Whether the report says what became of a file.
    #[must_use]
    pub fn names(&self, old: &str) -> bool {
        self.moved.contains_key(old) || self.left.contains_key(old)
    }

    /// How many files are not in the new site.
    #[must_use]
    pub fn left_out(&self) -> usize {
        self.left.len()
    }

    /// How many places somebody should look at.
    #[must_use]
    pub fn open_places(&self) -> usize {
        self.places.len()
    }

    /// The places, with what is to be done at several of them said once.
    fn by_what_to_do(&self, say: impl Fn(Text) -> String) -> Vec<String> {
        let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (position, (_, _, what)) in self.places.iter().enumerate() {
            groups.entry(say(what.clone())).or_default().push(position);
        }
        let mut groups: Vec<_> = groups.into_iter().collect();
        groups.sort_by_key(|(_, positions)| positions[0]);
        let lines = groups.into_iter().map(|(what, positions)| {
            let places = positions.iter().map(|at| &self.places[*at]);
            let places = places.map(|(file, line, _)| format!("`{file}:{line}`"));
            let places: Vec<String> = places.collect();
            match &places[..] {
                [place] => format!("{place}: {what}"),
                _ => format!("{what}: {}\n  - {}", places.len(), places.join("\n  - ")),
            }
        });
        lines.collect()
    }

    /// The report as Markdown.
    #[must_use]
    pub fn written(&self, language: Language) -> String {
        let mut out = String::new();
        // Around what is quoted stand marks for terminals, which an editor does not need.
        let say = |text: Text| text.say(language).replace(['\u{2068}', '\u{2069}'], "");
        let head = text!(
            "import-report",
            pages = self.pages,
            moved = self.moved.len(),
            left = self.left.len(),
            places = self.places.len()
        );
        _ = writeln!(out, "# {}\n\n{}", say(text!("import-title")), say(head));
        let mut section = |title: Text, lines: Vec<String>| {
            if !lines.is_empty() {
                _ = writeln!(out, "\n## {}\n", say(title));
                for line in &lines {
                    _ = writeln!(out, "- {line}");
                }
            }
        };
        let notes = self.notes.iter().map(|note| say(note.clone())).collect();
        section(text!("import-notes"), notes);
        section(text!("import-places"), self.by_what_to_do(say));
        let left = self.left.iter();
        let left = left.map(|(file, why)| format!("`{file}`: {}", say(why.clone())));
        section(text!("import-left"), left.collect());
        let moved = self.moved.iter();
        let moved = moved.map(|(old, new)| format!("`{old}` → `{new}`"));
        section(text!("import-moved"), moved.collect());
        out
    }
}

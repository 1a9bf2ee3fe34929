//! `warraq check --fix`: the safe fixes, round after round until none is left, then written, or
//! shown.

use std::path::Path;

use super::report::Report;
use crate::content::fix::{changed_lines, fixed, write};
use crate::diagnostic::Diagnostic;
use crate::locale::{Text, text};
use crate::pipeline::{Build, Options, Pipeline};
use crate::source::{Snapshot, Source};

/// A fix may bring another mistake to light: a space after the comma that is Arabic now.
const ROUNDS: usize = 8;

/// A site as it is once its mistakes are fixed.
pub(super) struct Fixed {
    /// All its files.
    pub(super) snapshot: Snapshot,
    /// What is still to be said of it.
    pub(super) build: Build,
    /// The files that changed: as they were, as they are.
    changed: Vec<(Source, Source)>,
    count: usize,
}

/// Applies every safe fix, in memory. Each round renders only what the fixes of the one before
/// changed.
pub(super) fn fix(snapshot: &Snapshot, options: Options) -> Fixed {
    let mut pipeline = Pipeline::new(options);
    let mut now = snapshot.clone();
    let mut build = pipeline.run(&now);
    let mut count = 0;
    for _ in 0..ROUNDS {
        let (sources, fixes) = fixed(&now, &build.diagnostics);
        if sources.is_empty() {
            break;
        }
        count += fixes;
        let others = now
            .iter()
            .filter(|source| sources.iter().all(|new| new.path() != source.path()));
        now = others.chain(&sources).cloned().collect();
        build = pipeline.run(&now);
    }
    let paths = snapshot.differences(&now).into_iter();
    let changed =
        paths.filter_map(|path| Some((snapshot.get(&path)?.clone(), now.get(&path)?.clone())));
    Fixed {
        changed: changed.collect(),
        snapshot: now,
        build,
        count,
    }
}

impl Fixed {
    /// Prints each line that changes, as it is and as it will be.
    pub(super) fn show(&self, report: &mut Report) {
        for (before, after) in &self.changed {
            for line in changed_lines(before, after) {
                report.change(before.path(), &line);
            }
        }
    }

    /// Writes the files that changed. What could not be written is told.
    pub(super) fn write(&self, root: &Path) -> Vec<Diagnostic> {
        let written = self
            .changed
            .iter()
            .map(|(before, after)| write(root, before, after));
        written.filter_map(Result::err).collect()
    }

    /// `3 mistakes in 2 files`.
    pub(super) fn summary(&self) -> Text {
        let mistakes = text!("mistakes", count = self.count);
        let files = text!("files", count = self.changed.len());
        text!("mistakes-in-files", mistakes, files)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::path::SourcePath;

    #[test]
    fn a_round_renders_only_what_fixes_changed() {
        let page = |slug: &str, text: &str| {
            let text = format!("+++\ntitle = \"{slug}\"\n+++\n{text}\n");
            (format!("content/texts/{slug}.md"), text)
        };
        let config = "[site]\ntitle = \"a\"\nbase_url = \"https://a.example/\"\nlanguage = \"ar\"\n\
            [collections.texts]\ntemplate = \"page.html\"\nurl = \"/{slug}/\"\n[collections.texts.fields]\ntitle = \"string\"\n";
        let template = "<html lang=\"ar\" dir=\"rtl\"><title>t</title>{{ page.content }}</html>";
        let files = [
            page("one", "كتاب,ورق"),
            page("two", "كتاب"),
            page("three", "ورق"),
            ("site.toml".to_owned(), config.to_owned()),
            ("templates/page.html".to_owned(), template.to_owned()),
        ];
        let source =
            |(path, text): (String, String)| Source::new(SourcePath::new(&path), text.into_bytes());
        let snapshot: Snapshot = files.into_iter().map(source).collect();
        let fixed = fix(&snapshot, Options::default());
        assert_eq!(fixed.changed.len(), 1, "{:?}", fixed.build.diagnostics);
        let problems = &fixed.build.diagnostics;
        assert_eq!(
            (fixed.build.pages, fixed.build.rendered),
            (3, 1),
            "{problems:?}"
        );
    }
}

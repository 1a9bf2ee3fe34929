//! The safe fixes of a state: what a tab may ask to be written. Each applies to the bytes that it was made for, or not at all:
//! it is named by a digest of them, and the edge that writes compares them with the file once more.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Mutex;
use std::sync::PoisonError;

use crate::content::fix::{fixed, write};
use crate::diagnostic::Diagnostic;
use crate::digest::Digest;
use crate::locale::{Text, text};
use crate::source::{Snapshot, Source};

/// The safe fixes, by name.
#[derive(Debug, Default)]
pub(super) struct Fixes {
    by_id: BTreeMap<String, Diagnostic>,
    /// The files that they are for.
    sources: Snapshot,
}

/// What became of a wish to fix something.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// What was written.
    Written(Text),
    /// The fix is for bytes that are no longer there.
    Outdated(Text),
    /// Why it could not be written.
    Failed(Text),
}

/// The name of a problem's safe fix.
pub(super) fn id(diagnostic: &Diagnostic, snapshot: &Snapshot) -> Option<String> {
    let fix = diagnostic.fix.as_ref().filter(|fix| fix.is_safe)?;
    let source = snapshot.get(&diagnostic.span.as_ref()?.path)?;
    let bytes = Digest::of(source.written().as_bytes());
    let (path, range, new) = (source.path(), &fix.range, &fix.replacement);
    let all = format!("{path}\0{bytes}\0{}\0{}\0{new}", range.start, range.end);
    Some(format!("{:.32}", Digest::of(all.as_bytes())))
}

impl Fixes {
    pub(super) fn of(diagnostics: &[Diagnostic], snapshot: &Snapshot) -> Self {
        let named = diagnostics.iter().filter_map(|diagnostic| {
            let id = id(diagnostic, snapshot)?;
            Some((id, diagnostic.clone()))
        });
        let by_id: BTreeMap<_, _> = named.collect();
        let paths = by_id.values().filter_map(|one| one.span.as_ref());
        let mut sources: Vec<&Source> = paths.filter_map(|span| snapshot.get(&span.path)).collect();
        sources.sort_by_key(|source| source.path());
        sources.dedup_by_key(|source| source.path());
        Self {
            by_id,
            sources: sources.into_iter().cloned().collect(),
        }
    }

    /// The name of all together, and how many there are, where there are several.
    pub(super) fn all(&self) -> Option<(String, usize)> {
        let ids: Vec<_> = self.by_id.keys().map(String::as_str).collect();
        let all = Digest::of(ids.join("\n").as_bytes());
        (ids.len() > 1).then(|| (format!("{all:.32}"), ids.len()))
    }

    /// Writes the fix of this name, or all of them, into the files below a folder.
    pub(super) fn apply(&self, id: &str, root: &Path) -> Outcome {
        /// Of two that fix one file at once, the second would overwrite what the first wrote.
        static WRITING: Mutex<()> = Mutex::new(());
        let is_all = self.all().is_some_and(|(all, _)| all == id);
        let chosen = self.by_id.iter().filter(|(one, _)| is_all || *one == id);
        let chosen: Vec<_> = chosen.map(|(_, diagnostic)| diagnostic.clone()).collect();
        if chosen.is_empty() {
            return Outcome::Outdated(text!("fix-outdated"));
        }
        let (sources, count) = fixed(&self.sources, &chosen);
        let _writing = WRITING.lock().unwrap_or_else(PoisonError::into_inner);
        let mut files = 0_usize;
        let mut refused = None;
        for after in &sources {
            let Some(before) = self.sources.get(after.path()) else {
                continue;
            };
            match write(root, before, after) {
                Ok(()) => files += 1,
                Err(problem) => refused = Some(problem),
            }
        }
        match refused {
            None => {
                let mistakes = text!("mistakes", count);
                let files = text!("files", count = files);
                let mistakes = text!("mistakes-in-files", mistakes, files);
                Outcome::Written(text!("fixed", mistakes))
            }
            Some(problem) if problem.is_error() => Outcome::Failed(problem.message),
            Some(problem) => Outcome::Outdated(problem.message),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Fix, Span};
    use crate::path::SourcePath;

    const PATH: &str = "content/a.md";

    /// A problem at these bytes of a file, and what to write there.
    fn problem(range: std::ops::Range<usize>, new: &str, is_safe: bool) -> Diagnostic {
        let fix = Fix {
            range: range.clone(),
            replacement: new.to_owned(),
            is_safe,
        };
        let span = Span::new(&SourcePath::new(PATH), range);
        Diagnostic::warning("W711", Text::verbatim("wrong"))
            .at(span)
            .fix(fix)
    }

    fn snapshot(text: &str) -> Snapshot {
        [Source::new(SourcePath::new(PATH), text.as_bytes().to_vec())]
            .into_iter()
            .collect()
    }

    #[test]
    fn only_safe_fixes_have_a_name() {
        let snapshot = snapshot("a,b,c\n");
        let unsafe_one = problem(0..1, "x", false);
        let problems = [
            problem(1..2, ";", true),
            unsafe_one,
            problem(3..4, ";", true),
        ];
        let named = problems.each_ref().map(|one| id(one, &snapshot).is_some());
        assert_eq!(named, [true, false, true]);
        assert_eq!(Fixes::of(&problems, &snapshot).all().unwrap().1, 2);
        assert_eq!(Fixes::of(&problems[..2], &snapshot).all(), None);
    }

    #[test]
    fn a_fix_of_other_bytes_has_another_name() {
        let named = |text: &str, problem: Diagnostic| id(&problem, &snapshot(text)).unwrap();
        let one = named("a,b", problem(1..2, ";", true));
        assert_eq!(one, named("a,b", problem(1..2, ";", true)));
        for other in [
            named("a,b.", problem(1..2, ";", true)),
            named("a,b", problem(0..2, ";", true)),
            named("a,b", problem(1..3, ";", true)),
            named("a,b", problem(1..2, "،", true)),
        ] {
            assert_ne!(one, other);
        }
    }
}

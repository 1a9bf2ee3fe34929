//! The fixes that diagnostics bring, applied to sources: what a file will say, line by line, before anything is written.

mod changes;
mod disk;
mod journal;
mod lines;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

pub use changes::{Changes, apply};
pub use disk::{create, write};
pub use journal::{pending, recover};

use crate::diagnostic::{Diagnostic, Fix};
use crate::path::SourcePath;
use crate::source::{Snapshot, Source};

/// The files of `snapshot` as they are once every safe fix has been applied. Of two that overlap, the second waits for the
/// next round.
#[must_use]
pub fn fixed(snapshot: &Snapshot, diagnostics: &[Diagnostic]) -> (Vec<Source>, usize) {
    let mut fixes: BTreeMap<&SourcePath, Vec<&Fix>> = BTreeMap::new();
    for diagnostic in diagnostics {
        let fix = diagnostic.fix.as_ref().filter(|fix| fix.is_safe);
        if let (Some(span), Some(fix)) = (&diagnostic.span, fix) {
            fixes.entry(&span.path).or_default().push(fix);
        }
    }
    let mut count = 0;
    let sources = fixes.into_iter().filter_map(|(path, mut fixes)| {
        let source = snapshot.get(path)?;
        fixes.sort_by_key(|fix| fix.range.start);
        let mut text = String::with_capacity(source.text().len());
        let mut done = 0;
        for fix in fixes {
            let between = source.text().get(done..fix.range.start);
            if let Some(between) = between.filter(|_| source.text().is_char_boundary(fix.range.end))
            {
                text.push_str(between);
                text.push_str(&fix.replacement);
                done = fix.range.end;
                count += 1;
            }
        }
        text.push_str(source.text().get(done..)?);
        Some(Source::new(path.clone(), text.into_bytes()))
    });
    (sources.collect(), count)
}

/// A line that is changed.
#[derive(Debug, PartialEq, Eq)]
pub struct ChangedLine<'a> {
    /// From 1, in the file as it will be.
    pub number: usize,
    /// As it is; none where it is new.
    pub before: Option<&'a str>,
    /// As it will be.
    pub after: &'a str,
}

/// The lines that differ.
#[must_use]
pub fn changed_lines<'a>(before: &'a Source, after: &'a Source) -> Vec<ChangedLine<'a>> {
    let old: Vec<&str> = before.text().lines().collect();
    let new: Vec<&str> = after.text().lines().collect();
    let lines = lines::aligned(&old, &new).into_iter().enumerate();
    let lines = lines.map(|(at, (was, after))| ChangedLine {
        number: at + 1,
        before: was.map(|was| old[was]),
        after,
    });
    lines
        .filter(|line| line.before != Some(line.after))
        .collect()
}

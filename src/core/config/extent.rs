//! How much of site.toml is known where its TOML is broken: what cannot be read is missing, and what follows from that alone is no
//! problem of its own.

use std::ops::Range;

use super::table::File;
use crate::diagnostic::Diagnostic;
use crate::source::{BrokenStatement, hide_secrets};

/// The tables without which nobody can say what an entry is.
const SCHEMA: [&str; 3] = ["collections", "records", "tags"];

/// What is known of a site.toml.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Extent {
    /// What an entry is may not be known.
    WithoutSchema,
    /// What an entry is, but not all that templates may name.
    WithoutNames,
    /// All of it.
    Whole,
}

impl Extent {
    /// Of a file with these statements in it that cannot be read.
    pub(super) fn of(text: &str, broken: &[BrokenStatement]) -> Self {
        let heads = Heads::of(text);
        let each = unreadable(broken).map(|range| match heads.table_around(text, range.start) {
            Some(table) if !SCHEMA.contains(&table) => Self::WithoutNames,
            _ => Self::WithoutSchema,
        });
        each.min().unwrap_or(Self::Whole)
    }

    /// Of a file whose schema has errors, or none.
    pub(super) fn of_schema(has_errors: bool) -> Self {
        if has_errors {
            Self::WithoutSchema
        } else {
            Self::Whole
        }
    }

    /// Leaves out what was found after the first `told` problems, if it may follow from what is missing.
    pub(super) fn leave_out_consequences(self, file: &mut File<'_>, told: usize) {
        if self == Self::Whole {
            return;
        }
        let found = file.diagnostics.split_off(told);
        let unknown = [Some("key-unknown"), Some("key-unknown-in-table")];
        // Where a head is missing, what stands below it seems to belong to another table.
        let is_own = |one: &Diagnostic| {
            let is_misspelt = || unknown.contains(&one.message.id());
            self == Self::WithoutNames
                && one.code != "E103"
                && (one.code != "E102" || is_misspelt())
        };
        let own = found.into_iter().filter(is_own);
        file.diagnostics.extend(own);
    }
}

impl File<'_> {
    /// What is wrong with the file, without its secrets.
    pub(super) fn told(self) -> Vec<Diagnostic> {
        hide_secrets(self.path, self.text, self.diagnostics)
    }
}

/// The text with spaces for what cannot be read, so that all else is in its place and can be.
pub(super) fn readable(text: &str, broken: &[BrokenStatement]) -> String {
    let mut readable = String::with_capacity(text.len());
    let mut at = 0;
    for range in unreadable(broken) {
        let start = range.start.max(at);
        readable.push_str(&text[at..start]);
        at = range.end.max(at);
        let blanks = text[start..at].bytes();
        readable.extend(blanks.map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
    }
    readable + &text[at..]
}

/// Where nothing can be read. The statements between are known, too.
fn unreadable(broken: &[BrokenStatement]) -> impl Iterator<Item = &Range<usize>> {
    let ranges = broken.iter().map(|one| &one.range);
    ranges.filter(|range| !range.is_empty())
}

/// The lines that are heads of tables, by where they begin.
struct Heads(Vec<usize>);

impl Heads {
    fn of(text: &str) -> Self {
        let mut end = 0;
        let starts = text.split_inclusive('\n').map(|line| {
            let start = end;
            end += line.len();
            (start, line)
        });
        let heads = starts.filter(|(_, line)| is_head(line));
        Self(heads.map(|(start, _)| start).collect())
    }

    /// The first name of the table that a place is in. None where it is in none, or its head may be what is broken.
    fn table_around<'t>(&self, text: &'t str, at: usize) -> Option<&'t str> {
        let Self(starts) = self;
        let above = starts.partition_point(|start| *start < at);
        let head = &text[*starts.get(above.checked_sub(1)?)?..at];
        let line = text[at..].lines().next().unwrap_or_default();
        if is_head(line) {
            return None;
        }
        let head = head.lines().next().unwrap_or_default();
        let name = head.trim().trim_start_matches('[').trim_start();
        name.split(['.', ']'])
            .next()
            .map(|name| name.trim().trim_matches(['"', '\'']))
    }
}

fn is_head(line: &str) -> bool {
    line.trim_start().starts_with('[')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_told_by_the_table_it_stands_in() {
        let text = "[site]\ntitle = «a»\n[collections.a.fields]\nb = «int»\n[[menus.main]]\nref = «a»\n[plurals\n";
        for (broken, extent) in [
            (&["title"][..], Extent::WithoutNames),
            (&["ref"], Extent::WithoutNames),
            (&["b = "], Extent::WithoutSchema),
            (&["title", "b = "], Extent::WithoutSchema),
            (&["[plurals"], Extent::WithoutSchema),
            (&["[site]"], Extent::WithoutSchema),
            (&[], Extent::Whole),
        ] {
            let broken = broken.iter().map(|part| {
                let start = text.find(part).unwrap();
                let (range, key) = (start..start + part.len(), String::new());
                BrokenStatement { range, key }
            });
            assert_eq!(Extent::of(text, &broken.collect::<Vec<_>>()), extent);
        }
    }
}

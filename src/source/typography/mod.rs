//! Checks the texts of one file against the rules of typography. Each problem has its place in the file and, where it is
//! safe, a fix.

mod wording;

use std::ops::Range;

use super::fences::Fences;
use super::place::{Notation, SourceRange, TextPlace};
use crate::arabic::typography::{Finding, Judged, Typography};
use crate::diagnostic::{Diagnostic, Fix, Span};
use crate::path::SourcePath;

/// A text that is to be judged.
#[derive(Clone, Copy)]
pub(crate) struct Passage<'a> {
    pub(crate) path: &'a SourcePath,
    pub(crate) text: &'a str,
    /// The bytes of it that are passed over.
    pub(crate) opaque: &'a [Range<usize>],
}

/// What has been found in the texts of one file.
#[derive(Default)]
pub(crate) struct Judgement {
    found: Vec<Diagnostic>,
    /// Numbers in Latin digits. They are reported only if the file also uses the digits of its language.
    latin_numbers: Vec<Diagnostic>,
    has_own_digits: bool,
    /// The first mark of each style of quotation marks.
    quotation_marks: [Option<Range<usize>>; 3],
    pub(crate) fences: Fences,
}

impl Judgement {
    /// Judges a text. `written` tells where its bytes stand in the file.
    pub(crate) fn add(
        &mut self,
        typography: &Typography,
        passage: Passage<'_>,
        written: impl Fn(&Range<usize>) -> SourceRange,
    ) {
        let Judged {
            findings,
            latin_numbers,
            has_own_digits,
            quotation_marks,
        } = typography.judge(passage.text, passage.opaque);
        let told = |finding: Finding| tell(&finding, passage, &written(&finding.range));
        self.found.extend(findings.into_iter().filter_map(told));
        let numbers = latin_numbers.into_iter().filter_map(told);
        self.latin_numbers.extend(numbers);
        self.has_own_digits |= has_own_digits;
        for (known, mark) in self.quotation_marks.iter_mut().zip(quotation_marks) {
            let mark = mark.map(|mark| written(&mark).range);
            *known = known.take().or(mark);
        }
    }

    /// Judges the value of a field, or of a key of site.toml.
    pub(crate) fn add_value(
        &mut self,
        typography: &Typography,
        path: &SourcePath,
        text: &str,
        place: &TextPlace,
    ) {
        let passage = Passage {
            path,
            text,
            opaque: &[],
        };
        self.add(typography, passage, |range| SourceRange {
            range: place.of(range.clone()),
            notation: place.notation(),
        });
    }

    /// Adds what was found in another text of the same file.
    pub(crate) fn append(&mut self, mut other: Self) {
        self.found.append(&mut other.found);
        self.latin_numbers.append(&mut other.latin_numbers);
        self.has_own_digits |= other.has_own_digits;
        for (known, mark) in self.quotation_marks.iter_mut().zip(other.quotation_marks) {
            *known = known.take().or(mark);
        }
        self.fences.append(other.fences);
    }

    /// All problems except those of the rules in `silenced`.
    pub(crate) fn into_diagnostics(self, path: &SourcePath, silenced: &[&str]) -> Vec<Diagnostic> {
        let mut found = self.found;
        if self.has_own_digits {
            found.extend(self.latin_numbers);
        }
        found.extend(two_styles(path, self.quotation_marks));
        let mut fences = self.fences;
        found.retain(|problem| !fences.silence(problem) && !silenced.contains(&problem.code));
        found.extend(fences.into_diagnostics(path));
        found
    }
}

/// A finding at its place in the file. What only looks like one because the file breaks the line there, or has markup
/// there, is none.
fn tell(finding: &Finding, passage: Passage<'_>, written: &SourceRange) -> Option<Diagnostic> {
    if written.notation == Notation::Interrupted && wording::needs_the_source(finding, passage.text)
    {
        return None;
    }
    let problem = wording::problem(finding, passage.text);
    let problem = problem.at(Span::new(passage.path, written.range.clone()));
    Some(match written.notation {
        Notation::Verbatim => problem.fix(Fix {
            range: written.range.clone(),
            replacement: finding.replacement.text.clone(),
            is_safe: finding.replacement.is_safe,
        }),
        Notation::Escaped | Notation::Interrupted => problem,
    })
}

/// Reports the second style of quotation marks of a file.
fn two_styles(path: &SourcePath, marks: [Option<Range<usize>>; 3]) -> Option<Diagnostic> {
    let mut marks: Vec<_> = marks.into_iter().zip(["«", "“", "\""]).collect();
    marks.retain(|(range, _)| range.is_some());
    marks.sort_by_key(|(range, _)| range.as_ref().map(|range| range.start));
    let [(_, first), (Some(range), second), ..] = marks.as_slice() else {
        return None;
    };
    let message = format!("two styles of quotation marks in one file: `{first}` and `{second}`");
    let hint =
        "quote between « and » throughout, and write words that are no quotation bold or plain";
    let problem = Diagnostic::warning("W710", message).hint(hint);
    Some(problem.at(Span::new(path, range.clone())))
}

//! Checks the texts of one file against the rules of typography. Each problem has its place in the file and, where it is
//! safe, a fix.

mod wording;

use std::ops::Range;

use super::fences::Fences;
use super::map::{Notation, SourceMap, SourceRange};
use super::place::TextPlace;
use crate::arabic::typography::{Finding, Judged, LineStart, Typography};
use crate::diagnostic::{Diagnostic, Fix, Span};
use crate::locale::text;
use crate::path::SourcePath;

/// A text that is to be judged.
#[derive(Clone, Copy)]
pub(crate) struct Passage<'a> {
    pub(crate) path: &'a SourcePath,
    pub text: &'a str,
    /// The bytes of it that are passed over.
    pub(crate) opaque: &'a [Range<usize>],
    /// Where lines begin in it whose ends before it are spaces there.
    pub(crate) lines: &'a [LineStart],
    pub(crate) written: Written<'a>,
}

/// Where a text is written: in its file, or in a text of the file from which a map leads to it.
#[derive(Clone, Copy)]
pub(crate) struct Written<'a> {
    /// The map, and where in its text the passage begins.
    pub(crate) map: Option<(&'a SourceMap, usize)>,
    pub(crate) place: &'a TextPlace,
}

impl Written<'_> {
    /// Where bytes of the text stand in the file, and how.
    pub(crate) fn of(&self, range: Range<usize>) -> SourceRange {
        let Some((map, start)) = self.map else {
            return self.place.written(range);
        };
        let inner = map.of(range.start + start..range.end + start);
        let outer = self.place.written(inner.range);
        SourceRange {
            range: outer.range,
            notation: inner.notation.max(outer.notation),
        }
    }

    /// The bytes of the file to replace in order to replace just these of the text.
    fn edit(&self, range: Range<usize>) -> Option<Range<usize>> {
        match self.map {
            Some((map, start)) => self
                .place
                .edit(map.edit(range.start + start..range.end + start)?),
            None => self.place.edit(range),
        }
    }
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
    /// The bytes of the file that are blocks of code.
    pub(crate) code: Vec<Range<usize>>,
}

impl Judgement {
    /// Adds a problem that a page may silence.
    pub(crate) fn push(&mut self, problem: Diagnostic) {
        self.found.push(problem);
    }

    /// Adds what is wrong with invisible controls, which a page may silence as well.
    pub(crate) fn add_controls(&mut self, mut problems: Vec<Diagnostic>, may_fix: bool) {
        let fixes = problems
            .iter_mut()
            .filter_map(|problem| problem.fix.as_mut());
        fixes.for_each(|fix| fix.is_safe &= may_fix);
        self.found.append(&mut problems);
    }

    /// Judges a text.
    pub(crate) fn add(&mut self, typography: &Typography, passage: Passage<'_>) {
        let Judged {
            findings,
            latin_numbers,
            has_own_digits,
            quotation_marks,
        } = typography.judge(passage.text, passage.opaque, passage.lines);
        let told = |finding: Finding| tell(&finding, passage);
        self.found.extend(findings.into_iter().filter_map(told));
        let numbers = latin_numbers.into_iter().filter_map(told);
        self.latin_numbers.extend(numbers);
        self.has_own_digits |= has_own_digits;
        for (known, mark) in self.quotation_marks.iter_mut().zip(quotation_marks) {
            let mark = mark.map(|mark| passage.written.of(mark).range);
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
        let written = Written { map: None, place };
        let passage = Passage {
            path,
            text,
            opaque: &[],
            lines: &[],
            written,
        };
        self.add(typography, passage);
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
        self.code.append(&mut other.code);
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
fn tell(finding: &Finding, passage: Passage<'_>) -> Option<Diagnostic> {
    let written = passage.written.of(finding.range.clone());
    if written.notation == Notation::Interrupted && wording::needs_the_source(finding, passage.text)
    {
        return None;
    }
    let problem = wording::problem(finding, passage.text);
    let problem = problem.at(Span::new(passage.path, written.range.clone()));
    let replacement = &finding.replacement;
    let edit = match written.notation {
        Notation::Verbatim => Some((written.range, &*replacement.text)),
        // Only what changes: the rest keeps its escapes.
        Notation::Escaped => {
            let (range, text) = change(passage.text, finding.range.clone(), &replacement.text);
            passage.written.edit(range).zip(Some(text))
        }
        // It might break the markup.
        Notation::Interrupted => None,
    };
    Some(match edit {
        Some((range, text)) => problem.fix(Fix {
            range,
            replacement: text.to_owned(),
            is_safe: replacement.is_safe,
        }),
        None => problem,
    })
}

/// What of a range has to change, and into what, so that it says `into`.
fn change<'a>(text: &str, range: Range<usize>, into: &'a str) -> (Range<usize>, &'a str) {
    let common = |pairs: &mut dyn Iterator<Item = (char, char)>| -> usize {
        let same = pairs.take_while(|(one, other)| one == other);
        same.map(|(c, _)| c.len_utf8()).sum()
    };
    let from = &text[range.clone()];
    let start = common(&mut from.chars().zip(into.chars()));
    let (rest, changed) = (&from[start..], &into[start..]);
    let end = common(&mut rest.chars().rev().zip(changed.chars().rev()));
    (
        range.start + start..range.end - end,
        &changed[..changed.len() - end],
    )
}

/// Reports the second style of quotation marks of a file.
fn two_styles(path: &SourcePath, marks: [Option<Range<usize>>; 3]) -> Option<Diagnostic> {
    let mut marks: Vec<_> = marks.into_iter().zip(["«", "“", "\""]).collect();
    marks.retain(|(range, _)| range.is_some());
    marks.sort_by_key(|(range, _)| range.as_ref().map(|range| range.start));
    let [(_, first), (Some(range), second), ..] = marks.as_slice() else {
        return None;
    };
    let message = text!("two-styles", first = *first, second = *second);
    let problem = Diagnostic::warning("W710", message).hint(text!("two-styles-hint"));
    Some(problem.at(Span::new(path, range.clone())))
}

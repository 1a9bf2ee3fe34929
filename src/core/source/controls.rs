//! Invisible controls that were pasted into a file: those that turn round what stands after them, and the codes of teletypes,
//! which no HTML and no CSV may hold. Each is reported at its place. warraq isolates by itself, so nobody needs them.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::map::{Notation, SourceRange};
use super::place::TextPlace;
use super::reference::reference;
use super::snapshot::Source;
use crate::arabic::bidi::{Fault, faulty_controls};
use crate::diagnostic::{Diagnostic, Fix, Span};
use crate::locale::text;
use crate::path::SourcePath;

/// The kinds of file in which references stand for characters wherever they are written.
const WITH_REFERENCES: [&str; 3] = ["html", "svg", "xml"];

/// What is wrong with the controls in a file of which no part is code.
pub(crate) fn problems(source: &Source) -> Vec<Diagnostic> {
    let text = source.text();
    let [mut problems, _] = problems_beside_code(source, &[]);
    let extension = source.path().extension().unwrap_or_default();
    if WITH_REFERENCES.contains(&extension) {
        let references = text.match_indices("&#").filter_map(|(at, _)| {
            let meant = reference(&text[at..]).filter(|meant| is_code(*meant))?;
            let end = at + text[at..].find(';')? + 1;
            let span = Span::new(source.path(), at..end);
            Some(problem(&meant.to_string(), None, span))
        });
        problems.extend(references);
    }
    problems
}

/// What is wrong with the controls in a file, outside of the bytes in `code`, and in them. In a comment at the end of a line
/// of code a control may end with its line, as people write Arabic comments.
pub(crate) fn problems_beside_code(source: &Source, code: &[Range<usize>]) -> [Vec<Diagnostic>; 2] {
    let text = source.text();
    let mut found = [Vec::new(), Vec::new()];
    let mut faults: Vec<_> = faulty(text).collect();
    faults.sort_by_key(|(range, _)| range.start);
    let mut quoted = Quoted::in_text(text);
    for (range, fault) in faults {
        let is_code = code.iter().any(|code| code.contains(&range.start));
        if is_code && fault == Some(Fault::Unclosed) && ends_with_comment(text, &range) {
            continue;
        }
        let mut problem = problem(
            &text[range.clone()],
            fault,
            Span::new(source.path(), range.clone()),
        );
        problem = problem.fix(Fix {
            is_safe: !is_code && !quoted.is_around(range.start),
            range,
            replacement: String::new(),
        });
        found[usize::from(is_code)].push(problem);
    }
    found
}

/// Whether a control stands in a comment that goes on to the end of its line, and nothing behind it could end the comment
/// or a string: then it turns nothing round but the comment (CVE-2021-42574).
fn ends_with_comment(text: &str, control: &Range<usize>) -> bool {
    let line = text[..control.start].rfind('\n').map_or(0, |at| at + 1);
    let before = &text[line..control.start];
    let rest = text[control.end..].lines().next().unwrap_or_default();
    let is_mark = |at: usize, mark: &str| {
        let apart = before[..at].trim_end_matches(['/', '#', '-', ';', '%']);
        let behind = &before[at + mark.len()..];
        (apart.is_empty() || apart.ends_with(char::is_whitespace))
            && !behind.contains(['"', '\'', '`'])
    };
    let marks = ["//", "#", "--", ";", "%"].into_iter();
    let mut marks = marks.filter_map(|mark| Some((before.rfind(mark)?, mark)));
    let mut quotes = ['"', '\''].into_iter();
    let is_open = quotes.all(|quote| before.matches(quote).count().is_multiple_of(2));
    is_open
        && marks.any(|(at, mark)| is_mark(at, mark))
        && !rest.contains(['"', '\'', '`'])
        && !rest.contains("*/")
}

/// Which bytes of a text have words between « and », or of a field `quote`, around them: those must stay as they are, letter
/// for letter. It is asked about one byte after the other, and reads the text once.
struct Quoted<'t> {
    text: &'t str,
    read: usize,
    /// Where the line begins, what was opened before in the paragraph, and whether the line has said `quote`.
    line: usize,
    is_open: bool,
    has_key: bool,
}

impl<'t> Quoted<'t> {
    fn in_text(text: &'t str) -> Self {
        Self {
            text,
            read: 0,
            line: 0,
            is_open: false,
            has_key: false,
        }
    }

    /// Whether they are around this byte, which is not before the last one that was asked about.
    fn is_around(&mut self, at: usize) -> bool {
        const KEY: &str = "quote";
        let from = self.read;
        for (offset, c) in self.text[from..at].char_indices() {
            let here = from + offset;
            match c {
                '\n' => {
                    // An empty line ends a paragraph.
                    self.is_open &= here != self.line;
                    (self.line, self.has_key) = (here + 1, false);
                }
                '«' | '»' => self.is_open = c == '«',
                'e' => self.has_key |= self.text[self.line..=here].ends_with(KEY),
                _ => {}
            }
        }
        self.read = at;
        self.is_open || self.has_key
    }
}

/// What is wrong with the controls of a text that do not stand in the file as they are, but as an escape or a
/// reference.
pub(crate) fn written_otherwise<'a>(
    text: &'a str,
    path: &'a SourcePath,
    written: impl Fn(Range<usize>) -> SourceRange + 'a,
) -> impl Iterator<Item = Diagnostic> + 'a {
    faulty(text).filter_map(move |(range, fault)| {
        let written = written(range.clone());
        let is_as_it_is = written.notation == Notation::Verbatim;
        let span = Span::new(path, written.range);
        (!is_as_it_is).then(|| problem(&text[range], fault, span))
    })
}

/// What is wrong with the references to U+0000 in some bytes of Markdown: what is read of them is U+FFFD.
pub(crate) fn references_to_nothing(
    markdown: &str,
    range: Range<usize>,
    at: impl Fn(Range<usize>) -> Span,
) -> Vec<Diagnostic> {
    let written = markdown.get(range.clone()).unwrap_or_default();
    let found = written.match_indices("&#").filter_map(|(at, _)| {
        let (number, _) = written[at + 2..].split_once(';')?;
        let digits = number.trim_start_matches(['x', 'X']);
        let is_nothing = !digits.is_empty() && digits.bytes().all(|digit| digit == b'0');
        let start = range.start + at;
        is_nothing.then(|| start..start + "&#;".len() + number.len())
    });
    found.map(|range| problem("\0", None, at(range))).collect()
}

/// What is wrong with the controls that the values of a table have as escapes (`\u202E`). `offset` is where in `file` its
/// notation begins.
pub(crate) fn escaped(
    path: &SourcePath,
    table: &DeTable<'_>,
    file: &str,
    offset: usize,
) -> Vec<Diagnostic> {
    let values = table.values();
    let problems = values.flat_map(|value| escaped_in(path, value, file, offset));
    problems.collect()
}

/// The same of one value.
pub(crate) fn escaped_in(
    path: &SourcePath,
    value: &toml::Spanned<DeValue<'_>>,
    file: &str,
    offset: usize,
) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    walk(value, &mut |text, range| {
        let range = range.start + offset..range.end + offset;
        let place = TextPlace::of_value(text, range, file);
        let written = |part| place.written(part);
        problems.extend(written_otherwise(text, path, written));
    });
    problems
}

/// Hands out the strings of a value, each with its bytes.
fn walk(value: &toml::Spanned<DeValue<'_>>, each: &mut impl FnMut(&str, Range<usize>)) {
    match value.get_ref() {
        DeValue::String(text) => each(text, value.span()),
        DeValue::Array(items) => items.iter().for_each(|item| walk(item, each)),
        DeValue::Table(table) => table.values().for_each(|value| walk(value, each)),
        _ => {}
    }
}

/// The faulty controls of a text, with what they do to its order where they do something.
fn faulty(text: &str) -> impl Iterator<Item = (Range<usize>, Option<Fault>)> {
    let faults = faulty_controls(text).into_iter();
    let faults = faults.map(|(range, fault)| (range, Some(fault)));
    let coded = if may_hold_codes(text.as_bytes()) {
        text
    } else {
        ""
    };
    let codes = coded.char_indices().filter(|(_, c)| is_code(*c));
    let codes = codes.map(|(at, c)| (at..at + c.len_utf8(), None));
    faults.chain(codes)
}

/// A quick no for text without control codes. Without a branch, which is many bytes at once.
fn may_hold_codes(text: &[u8]) -> bool {
    let is_code = |byte: u8| matches!(byte, 0..=8 | 11 | 12 | 14..=31 | 0x7F);
    let is_of_two = |pair: (u8, u8)| matches!(pair, (0xC2, 0x80..=0x9F));
    let pairs = text.iter().zip(text.iter().skip(1));
    text.last().is_some_and(|byte| is_code(*byte))
        | pairs.fold(false, |any, (first, next)| {
            any | is_code(*first) | is_of_two((*first, *next))
        })
}

/// Whether a character is a control code (Unicode, `Cc`) that no text needs: all but tabs and the ends of lines.
fn is_code(c: char) -> bool {
    c.is_control() && !matches!(c, '\t' | '\n' | '\r')
}

fn problem(control: &str, fault: Option<Fault>, span: Span) -> Diagnostic {
    let code = control.chars().next().map_or(0, u32::from);
    let name = format!("U+{code:04X}");
    let Some(fault) = fault else {
        return Diagnostic::error("E110", text!("control-code", name))
            .at(span)
            .hint(text!("control-code-hint"));
    };
    let message = match fault {
        Fault::Overrides => text!("control-overrides", name),
        Fault::Unclosed => text!("control-unclosed", name),
        Fault::Unopened => text!("control-unopened", name),
    };
    Diagnostic::error("E109", message)
        .at(span)
        .hint(text!("control-hint"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Whether anything is wrong with a file that is all code.
    fn is_wrong(code: &str) -> bool {
        let source = Source::new(SourcePath::new("a.md"), code.as_bytes().to_vec());
        let whole = 0..code.len();
        let [prose, found] = problems_beside_code(&source, std::slice::from_ref(&whole));
        assert!(prose.is_empty());
        !found.is_empty()
    }

    /// What [`Quoted`] says, by reading all before each byte.
    fn is_quoted(text: &str, at: usize) -> bool {
        let before = &text[..at];
        let paragraph = before.rfind("\n\n").map_or(0, |at| at + 2);
        let line = before.rfind('\n').map_or(0, |at| at + 1);
        let before = &before[paragraph..];
        before.rfind('«') > before.rfind('»') || text[line..at].contains("quote")
    }

    proptest! {
        #[test]
        fn quotations_are_known_by_reading_once(text in "(«|»|\n|\n\n|quote|quo|te|ب|\u{202B}){0,12}") {
            let mut quoted = Quoted::in_text(&text);
            for (at, _) in text.char_indices() {
                prop_assert_eq!(quoted.is_around(at), is_quoted(&text, at), "{:?} at {}", text, at);
            }
        }
    }

    proptest! {
        #[test]
        fn the_quick_no_is_right(text in "([ا-ي]|[ -~]|[\\x00-\\x1F\\x7F-\u{9F}]|«|»|é|\u{200F}){0,4}") {
            prop_assert_eq!(may_hold_codes(text.as_bytes()), text.contains(is_code));
        }
    }

    #[test]
    fn arabic_comments_are_fine_and_trojan_sources_are_not() {
        for (code, expected) in [
            ("f(); // \u{202B}يعرض\n", false),
            ("# \u{2067}تعليق f(x)\nf()\n", false),
            ("x = 1 -- شرح \u{202B}هنا", false),
            ("s = \"\u{202B}نص\u{202C}\"\n", false),
            ("s = \"\u{202B}نص\"\n", true),
            (
                "/* \u{202E} } \u{2066}if (isAdmin)\u{2069} \u{2066} begin admins only */",
                true,
            ),
            ("/* \u{202B} } if (isAdmin) begin admins only */", true),
            (
                "if (level != \"user\u{202E} \u{2066}// Check if admin\u{2069} \u{2066}\") {",
                true,
            ),
            ("''' Subtract funds then \u{2067}''' ;return", true),
            ("s = \" # \u{2067}\" ;return", true),
            ("s = \"// \u{2067}x", true),
            ("url = http://a/\u{2067}b", true),
            ("f(); // \u{202E}يعرض", true),
        ] {
            assert_eq!(is_wrong(code), expected, "{code}");
        }
    }
}

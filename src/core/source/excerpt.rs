//! A span becomes line, column and an excerpt of the line. The terminal and the preview's panel both use it.

use std::borrow::Cow;
use std::ops::Range;

use serde_json::{Value as Json, json};

use super::load::CONFIG;
use super::snapshot::Snapshot;
use super::toml::is_structure;
use crate::diagnostic::{Diagnostic, Fix, Span, without_passwords, without_values};
use crate::locale::{Argument, Language, Text};
use crate::path::SourcePath;

/// How many characters of a long line are shown on either side of the span.
const AROUND: usize = 60;

/// A span, as lines and columns, and the line in which it begins.
#[derive(Debug)]
pub struct Excerpt<'a> {
    /// The line of its beginning, from 1.
    pub line: usize,
    /// The column of its beginning, in characters, from 1.
    pub column: usize,
    /// The line of its end, from 1.
    pub end_line: usize,
    /// The column of its end, in characters, from 1.
    pub end_column: usize,
    /// The line in which it begins. Secrets in site.toml are stars.
    pub text: Cow<'a, str>,
    /// The bytes of `text` that are meant.
    range: Range<usize>,
}

impl<'a> Excerpt<'a> {
    /// The place of a span, in the file as it is written. `None` when the file is not part of the site, or is meant as a
    /// whole.
    #[must_use]
    pub fn find(span: &Span, snapshot: &'a Snapshot) -> Option<Self> {
        let source = snapshot.get(&span.path).filter(|_| !span.is_whole_file())?;
        let start = floor(source.text(), span.range.start);
        let end = floor(source.text(), span.range.end).max(start);
        let whole = source.written();
        let (start, end) = (source.written_at(start), source.written_at(end));
        let lines = source.lines();
        let (line_number, line_start) = lines.line(start);
        let line_end = lines
            .start(line_number + 1)
            .map_or(whole.len(), |next| next - 1);
        let text = whole[line_start..line_end].trim_end_matches('\r');
        let text = match span.path.as_str() {
            CONFIG => shown(text, line_start, lines.secrets(whole)),
            _ => Cow::Borrowed(text),
        };
        let (line, column) = lines.position(whole, start);
        let (end_line, end_column) = lines.position(whole, end);
        let range = (start - line_start).min(text.len())..(end - line_start).min(text.len());
        Some(Self {
            line,
            column,
            end_line,
            end_column,
            text,
            range,
        })
    }

    /// The line, or the middle of a long one, in three parts: before the span, the span, after it.
    #[must_use]
    pub fn parts(&self) -> [String; 3] {
        self.parts_within(AROUND)
    }

    fn parts_within(&self, around: usize) -> [String; 3] {
        let before = &self.text[..self.range.start];
        let meant = &self.text[self.range.clone()];
        let after = &self.text[self.range.end..];
        let shown = before.char_indices().rev().take(around);
        let skipped = shown.last().map_or(before.len(), |(at, _)| at);
        let shown_before = before[skipped..].to_owned();
        let shown_after: String = after.chars().take(around).collect();
        let head = if skipped > 0 { "…" } else { "" };
        let tail = if shown_after.len() < after.len() {
            "…"
        } else {
            ""
        };
        [
            format!("{head}{}", shown_before.trim_start()),
            without_middle(meant, around),
            format!("{shown_after}{tail}"),
        ]
        .map(visible)
    }
}

/// A line of site.toml, which begins at a byte of it, with stars in the place of what is not shown.
fn shown<'a>(line: &'a str, start: usize, secrets: &[Range<usize>]) -> Cow<'a, str> {
    let first = secrets.partition_point(|range| range.end <= start);
    let here = secrets[first..].iter();
    let here = here.take_while(|range| range.start < start + line.len());
    let mut shown = String::new();
    let mut done = 0;
    for range in here {
        let from = range.start.saturating_sub(start).max(done);
        let to = (range.end - start).min(line.len()).max(from);
        shown.push_str(&line[done..from]);
        let starred = line[from..to].chars().map(|c| {
            if is_structure(c) {
                c.to_string()
            } else {
                "*".repeat(c.len_utf8())
            }
        });
        shown.extend(starred);
        done = to;
    }
    if done == 0 {
        return without_values(line);
    }
    shown.push_str(&line[done..]);
    without_values(&shown).into_owned().into()
}

/// The beginning and the end of what is meant, if that is much longer than what is shown around it.
fn without_middle(meant: &str, around: usize) -> String {
    let most = 5 * around;
    let Some((end, _)) = meant.char_indices().nth(most) else {
        return meant.to_owned();
    };
    let last = meant.char_indices().rev().nth(around);
    let last = last.map_or(end, |(at, _)| at.max(end));
    format!("{}…{}", &meant[..end], &meant[last..])
}

/// How long a line may be that programs are given whole, in bytes.
const WHOLE: usize = 4096;

impl Excerpt<'_> {
    /// The line, or the middle of one that is too long to be told with each of its problems.
    fn text_for_programs(&self) -> String {
        if self.text.len() <= WHOLE {
            return self.text.to_string();
        }
        let [before, meant, after] = self.parts_within(WHOLE / 8);
        let meant: String = meant.chars().take(WHOLE / 4).collect();
        format!("{before}{meant}{after}")
    }
}

/// A diagnostic as a program reads it: in words, and as the id and arguments of what they say.
#[must_use]
pub fn json(diagnostic: &Diagnostic, snapshot: &Snapshot, language: Language) -> Json {
    // The isolates that a catalogue puts around its arguments are for those who show the words; programs search in them.
    let say = |text: &Text| {
        let said = without_passwords(&text.say(language)).into_owned();
        said.replace(['\u{2068}', '\u{2069}'], "")
    };
    let notes = diagnostic.notes.iter().map(say);
    let mut json = json!({
        "severity": diagnostic.severity.name(),
        "code": diagnostic.code,
        "message": say(&diagnostic.message),
        "notes": notes.collect::<Vec<_>>(),
        "hint": diagnostic.hint.as_ref().map(say),
    });
    if let Some(id) = diagnostic.message.id() {
        json["id"] = json!(id);
        let arguments = diagnostic.message.arguments().iter();
        let said = |argument: &Argument| without_passwords(&argument.say(language)).into_owned();
        json["arguments"] = arguments
            .map(|(name, argument)| (name.to_string(), said(argument)))
            .collect();
    }
    if let Some(span) = &diagnostic.span {
        json["file"] = json!(span.path);
        if let Some(excerpt) = Excerpt::find(span, snapshot) {
            json["line"] = json!(excerpt.line);
            json["column"] = json!(excerpt.column);
            json["end_line"] = json!(excerpt.end_line);
            json["end_column"] = json!(excerpt.end_column);
            json["text"] = json!(excerpt.text_for_programs());
        }
        if let Some(fix) = &diagnostic.fix {
            json["fix"] = fix_json(fix, &span.path, snapshot);
        }
    }
    json
}

/// What a program may write in the place of a mistake.
fn fix_json(fix: &Fix, path: &SourcePath, snapshot: &Snapshot) -> Json {
    let mut json = json!({ "replacement": fix.replacement, "safe": fix.is_safe });
    if let Some(excerpt) = Excerpt::find(&Span::new(path, fix.range.clone()), snapshot) {
        json["line"] = json!(excerpt.line);
        json["column"] = json!(excerpt.column);
        json["end_line"] = json!(excerpt.end_line);
        json["end_column"] = json!(excerpt.end_column);
    }
    json
}

/// The text with its invisible controls written out: they would turn round what shows it.
fn visible(text: String) -> String {
    let is_control = |c| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    if !text.contains(is_control) {
        return text;
    }
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if is_control(c) {
            shown.push_str(&format!("‹U+{:04X}›", u32::from(c)));
        } else {
            shown.push(c);
        }
    }
    shown
}

/// The nearest character boundary at or before a byte.
fn floor(text: &str, byte: usize) -> usize {
    let mut at = byte.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::snapshot::Source;

    #[test]
    fn a_place_is_counted_in_characters_and_a_long_line_is_cut() {
        let path = SourcePath::new("a.md");
        let long = "س".repeat(100);
        let text = format!("أول\n{long} خطأ {long}\n");
        let start = text.find("خطأ").unwrap();
        let snapshot = Snapshot::from_iter([Source::new(path.clone(), text.into_bytes())]);
        let span = Span::new(&path, start..start + "خطأ".len());
        let excerpt = Excerpt::find(&span, &snapshot).unwrap();
        assert_eq!((excerpt.line, excerpt.column), (2, 102));
        assert_eq!((excerpt.end_line, excerpt.end_column), (2, 105));
        let short = "س".repeat(AROUND - 1);
        let parts = [format!("…{short} "), "خطأ".to_owned(), format!(" {short}…")];
        assert_eq!(excerpt.parts(), parts);
    }

    #[test]
    fn a_span_that_cuts_a_letter_or_leaves_the_file_is_brought_back() {
        let path = SourcePath::new("a.md");
        let snapshot = Snapshot::from_iter([Source::new(path.clone(), "سطر".into())]);
        let excerpt = Excerpt::find(&Span::new(&path, 3..99), &snapshot).unwrap();
        assert_eq!((excerpt.column, excerpt.end_column), (2, 4));
        assert_eq!(excerpt.parts(), ["س", "طر", ""]);
    }

    #[test]
    fn of_what_is_meant_at_length_its_two_ends_are_shown() {
        let meant = format!("أول{}آخر", "س".repeat(100_000));
        let shown = without_middle(&meant, AROUND);
        assert!(
            shown.starts_with("أولس") && shown.ends_with("سآخر"),
            "{shown}"
        );
        assert_eq!(shown.chars().count(), 6 * AROUND + 2);
        let short = "س".repeat(5 * AROUND);
        assert_eq!(without_middle(&short, AROUND), short);
    }
}

//! Splits a file into TOML and prose. `+++` lines fence the front matter of a Markdown file;
//! a `.toml` file is front matter throughout.

use std::ops::Range;

use toml::Spanned as Located;
use toml::de::DeTable;

use crate::diagnostic::{Diagnostic, Span};
use crate::path::SourcePath;

/// The two halves of a file, as bytes of its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Halves {
    pub(super) front_matter: Range<usize>,
    pub(super) body: Range<usize>,
}

const FENCE: &str = "+++";

pub(super) fn split(path: &SourcePath, text: &str) -> Result<Halves, Diagnostic> {
    if path.extension() == Some("toml") {
        return Ok(Halves {
            front_matter: 0..text.len(),
            body: text.len()..text.len(),
        });
    }
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().unwrap_or_default();
    if first.trim_end() != FENCE {
        return Err(Diagnostic::error("E107", "the file has no front matter")
            .at(Span::new(path, 0..first.trim_end().len()))
            .hint("begin it with a line of +++, the fields, and another line of +++"));
    }
    let start = first.len();
    let mut end = start;
    for line in lines {
        if line.trim_end() == FENCE {
            return Ok(Halves {
                front_matter: start..end,
                body: end + line.len()..text.len(),
            });
        }
        end += line.len();
    }
    Err(Diagnostic::error("E107", "the front matter is not closed")
        .at(Span::new(path, 0..FENCE.len()))
        .hint("put a line of +++ after the last field"))
}

/// Parses TOML, as much as can be understood of it; `offset` is where in the file it begins.
pub(crate) fn parse_toml<'a>(
    path: &SourcePath,
    toml: &'a str,
    offset: usize,
) -> (Located<DeTable<'a>>, Vec<Diagnostic>) {
    let (table, errors) = DeTable::parse_recoverable(toml);
    let diagnostics = errors.into_iter().map(|error| {
        let range = error.span().unwrap_or(0..0);
        let is_date = toml
            .get(range.clone())
            .is_some_and(|text| looks_like_a_date(toml, text, range.start));
        let (code, hint) = if is_date {
            (
                "E105",
                "write a day that is in the calendar, as in 2025-11-24",
            )
        } else {
            (
                "E101",
                "mend the TOML; strings stand between quotation marks, lists between [ and ]",
            )
        };
        Diagnostic::error(code, format!("broken TOML: {}", error.message()))
            .at(Span::new(path, range.start + offset..range.end + offset))
            .hint(hint)
    });
    let diagnostics = diagnostics.collect();
    (table, diagnostics)
}

/// Whether the bytes at fault are (part of) a date: four digits and a hyphen.
fn looks_like_a_date(toml: &str, text: &str, start: usize) -> bool {
    let line_start = toml[..start].rfind('\n').map_or(0, |newline| newline + 1);
    let value = toml[line_start..start + text.len()].rsplit('=').next();
    value.is_some_and(|value| {
        let digits = value.trim().bytes().take_while(u8::is_ascii_digit).count();
        digits == 4 && value.trim().as_bytes().get(4) == Some(&b'-')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fences_may_end_in_spaces_or_carriage_returns() {
        let text = "+++ \r\na = 1\r\n+++\r\nنص";
        let halves = split(&SourcePath::new("a.md"), text).unwrap();
        assert_eq!(&text[halves.front_matter], "a = 1\r\n");
        assert_eq!(&text[halves.body], "نص");
    }

    #[test]
    fn an_unclosed_fence_is_an_error() {
        assert!(split(&SourcePath::new("a.md"), "+++\na = 1\n").is_err());
    }
}

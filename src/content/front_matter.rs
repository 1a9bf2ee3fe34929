//! Splits a file into TOML and prose. `+++` lines fence the front matter of a Markdown file;
//! a `.toml` file is front matter throughout.

use std::ops::Range;

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
    if path.has_extension("toml") {
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

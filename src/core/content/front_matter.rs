//! Splits a file into TOML and prose. `+++` lines fence the front matter of a Markdown file;
//! a `.toml` file is front matter throughout.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Span};
use crate::locale::text;
use crate::path::SourcePath;
use crate::source::Source;

/// The two halves of a file, as bytes of its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Halves {
    pub(super) front_matter: Range<usize>,
    pub(super) body: Range<usize>,
}

const FENCE: &str = "+++";

/// Within how many lines a fence is looked for that something stands before.
const LATE: usize = 10;

/// The front matter of an entry's file, as bytes of its text.
#[must_use]
pub fn front_matter(source: &Source) -> Option<Range<usize>> {
    let halves = split(source.path(), source.text()).ok()?;
    Some(halves.front_matter)
}

/// The prose of an entry's file, as bytes of its text.
pub(crate) fn body(source: &Source) -> Option<Range<usize>> {
    let halves = split(source.path(), source.text()).ok()?;
    Some(halves.body)
}

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
        return Err(without_fence(path, text));
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
    Err(unclosed(path, text))
}

/// What a file begins with instead of its front matter.
fn without_fence(path: &SourcePath, text: &str) -> Diagnostic {
    let line = text.lines().find(|line| !line.trim().is_empty());
    let line = line.unwrap_or_default();
    if line.trim_end().contains('\r') {
        return Diagnostic::error("E107", text!("line-ends"))
            .at(path)
            .hint(text!("line-ends-hint"));
    }
    let start = text.find(line).unwrap_or_default();
    let (message, hint) = match line.trim() {
        "" => (text!("front-matter-none"), text!("front-matter-none-hint")),
        // Empty lines, or spaces, before the fence.
        FENCE => (text!("front-matter-late"), text!("front-matter-late-hint")),
        "---" => (text!("front-matter-yaml"), text!("front-matter-yaml-hint")),
        line if ["{", ";;;"].contains(&line) || line.starts_with('{') && line.contains('"') => {
            (text!("front-matter-other"), text!("front-matter-yaml-hint"))
        }
        line if is_like_a_fence(line) => {
            let message = text!("front-matter-fence", line);
            (message, text!("front-matter-fence-hint"))
        }
        line if is_field(line) && text.lines().any(|line| line.trim() == FENCE) => {
            let hint = text!("front-matter-unopened-hint");
            (text!("front-matter-unopened"), hint)
        }
        _ if text.lines().take(LATE).any(|line| line.trim() == FENCE) => {
            (text!("front-matter-late"), text!("front-matter-late-hint"))
        }
        _ => (text!("front-matter-none"), text!("front-matter-none-hint")),
    };
    let end = start + line.trim_end().len();
    Diagnostic::error("E107", message)
        .at(Span::new(path, start..end))
        .hint(hint)
}

/// The front matter goes on to the end of the file: told where somebody meant to end it, if that can be seen.
fn unclosed(path: &SourcePath, text: &str) -> Diagnostic {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim();
        if start > 0 && (words == "---" || is_like_a_fence(words)) {
            let span = Span::new(path, start..start + line.trim_end().len());
            return Diagnostic::error("E107", text!("front-matter-fence", line = words))
                .at(span)
                .hint(text!("front-matter-fence-hint"));
        }
        start += line.len();
    }
    Diagnostic::error("E107", text!("front-matter-open"))
        .at(Span::new(path, 0..FENCE.len()))
        .hint(text!("front-matter-open-hint"))
}

/// Whether a line was meant as a fence: plus signs too few or too many, with spaces between them, or of another script.
fn is_like_a_fence(line: &str) -> bool {
    let is_plus = |c: char| matches!(c, '+' | '＋' | '﹢' | ' ' | '\u{A0}') || is_invisible(c);
    let plus = line.chars().filter(|c| matches!(c, '+' | '＋' | '﹢'));
    plus.count() >= 2 && line.chars().all(is_plus)
}

/// Whether a line gives a field its value.
fn is_field(line: &str) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
    let key = line.split_once('=').map(|(key, _)| key.trim());
    key.is_some_and(|key| !key.is_empty() && key.chars().all(is_part))
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{FEFF}' | '\u{061C}')
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

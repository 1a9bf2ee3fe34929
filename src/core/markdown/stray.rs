//! Addresses of ours that `CommonMark` left in the text, because a bracket is missing or a space is one too many:
//! `[النسخ] (ref:terms/copying)`. What was meant is read from the Markdown around them.

use std::ops::Range;

use super::reader::ProseReader;
use super::signs::has_any;
use super::target::LinkTarget;
use crate::diagnostic::{Diagnostic, Fix, Span};
use crate::locale::text;
use crate::schema::Schema;

const SCHEMES: [&str; 2] = ["ref:", "cite:"];

/// An address in the text, by bytes of the Markdown.
struct Stray {
    range: Range<usize>,
    address: String,
    /// What stands for the link, and how it is written.
    link: Option<(Range<usize>, String)>,
}

impl ProseReader<'_> {
    /// Reports what was meant to be a link in a text that is not one. The text is the block's last.
    pub(super) fn report_strays(&mut self, range: &Range<usize>) {
        for stray in strays(self.markdown, range) {
            if stray.address.starts_with("cite:") {
                // The quotations before it were meant to be cited; reporting them as uncited would repeat the problem.
                self.block.scan(self.place);
                self.block.pending.clear();
            }
            let target = LinkTarget::parse(&stray.address, self.schema);
            let link = stray.link.filter(|_| matches!(target, Some(Ok(_))));
            let hint = if let Some((_, link)) = &link {
                text!("stray-link-mend", link)
            } else {
                let address = example(&stray.address, self.schema);
                text!("stray-link-hint", address)
            };
            let message = text!("stray-link", address = stray.address);
            let span = Span::new(self.path, self.place.of(stray.range));
            let mut problem = Diagnostic::error("E219", message).at(span).hint(hint);
            if let Some((range, replacement)) = link
                && let Some(range) = self.place.edit(range)
            {
                problem = problem.fix(Fix {
                    range,
                    replacement,
                    is_safe: false,
                });
            }
            self.diagnostics.push(problem);
        }
    }
}

/// The address if it can be read, else one that could.
fn example<'a>(address: &'a str, schema: &Schema) -> &'a str {
    match LinkTarget::parse(address, schema) {
        Some(Ok(_)) => address,
        _ if address.starts_with("cite:") => "cite:p4",
        _ => "ref:collection/slug",
    }
}

/// Whether a text may hold such an address. Most hold none.
pub(super) fn may_be_in(text: &str) -> bool {
    has_any(text, b":") && SCHEMES.iter().any(|scheme| text.contains(scheme))
}

fn strays(markdown: &str, range: &Range<usize>) -> Vec<Stray> {
    let text = markdown.get(range.clone()).unwrap_or_default();
    let found = SCHEMES.iter().flat_map(|scheme| {
        let starts = text.match_indices(scheme);
        starts.filter_map(|(at, _)| stray(markdown, range.start + at, scheme))
    });
    found.collect()
}

/// The address that begins here. A word with a colon behind it is none: something has to follow at once, or brackets
/// have to stand before it as before the address of a link.
fn stray(markdown: &str, start: usize, scheme: &str) -> Option<Stray> {
    let (before, after) = (&markdown[..start], &markdown[start + scheme.len()..]);
    // A part of a word, or of the address of another site.
    let is_inside = |c: char| c.is_ascii_alphanumeric() || "/?&=#:.-_@%+~".contains(c);
    if before.ends_with(is_inside) {
        return None;
    }
    let opened = before.trim_end_matches(is_between);
    let between = &before[opened.len()..];
    let openers = between.matches(['(', '[', '<']).count();
    let words = words(opened).filter(|words| words.ends_with(']') || between.contains('['));
    let name = after.trim_start_matches(' ');
    let is_end = |c: char| c.is_whitespace() || "()[]<>«»\"`".contains(c);
    let name = &name[..name.find(is_end).unwrap_or(name.len())];
    let name = name.trim_end_matches(|c: char| !c.is_alphanumeric());
    let is_apart = after.starts_with(char::is_whitespace);
    if (words.is_none() || openers == 0) && (is_apart || name.is_empty()) {
        return None;
    }
    let end = start + scheme.len() + after.find(name)? + name.len();
    let address = format!("{scheme}{name}");
    let link = words.map(|words| {
        let mut rest = &markdown[end..];
        for _ in 0..openers {
            let closed = rest.trim_start_matches(' ').strip_prefix([')', ']', '>']);
            rest = closed.unwrap_or(rest);
        }
        // A footnote within a link's words is a link in a link, which Markdown does not know.
        let (inner, notes) = without_notes(&words[1..words.len() - 1]);
        let link = format!("[{}]({address}){notes}", inner.trim());
        (
            opened.len() - words.len()..markdown.len() - rest.len(),
            link,
        )
    });
    Some(Stray {
        range: start..end,
        address,
        link,
    })
}

/// What may stand between a link's words and its address.
fn is_between(c: char) -> bool {
    c.is_whitespace() || "([<\u{200E}\u{200F}".contains(c)
}

/// Words without the references to footnotes in them, and those references.
fn without_notes(words: &str) -> (String, String) {
    let (mut text, mut notes, mut rest) = (String::new(), String::new(), words);
    while let Some((before, label)) = rest.split_once("[^")
        && let Some((label, behind)) = label.split_once(']')
    {
        text.push_str(before);
        notes.push_str("[^");
        notes.push_str(label);
        notes.push(']');
        rest = behind;
    }
    (text + rest, notes)
}

/// The words between brackets that a text ends with, brackets included.
fn words(text: &str) -> Option<&str> {
    let brackets = match text.chars().next_back()? {
        ']' => ['[', ']'],
        ')' => ['(', ')'],
        _ => return None,
    };
    let mut depth = 0_usize;
    let (start, _) = text.rmatch_indices(brackets).find(|(_, bracket)| {
        if *bracket == "]" || *bracket == ")" {
            depth += 1;
        } else {
            depth -= 1;
        }
        depth == 0
    })?;
    let words = &text[start..];
    let inner = &words[1..words.len() - 1];
    (!inner.trim().is_empty() && !inner.contains("\n\n")).then_some(words)
}

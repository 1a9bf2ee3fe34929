//! Comments in prose that are meant for the rules of typography. They are allowed where HTML is not, and are not
//! published.

use std::ops::Range;

use crate::source::{COMMENT, Fences};

/// Whether HTML is such a comment.
pub(super) fn is_one(html: &str) -> bool {
    inside(html).is_some_and(|inside| inside.trim_start().starts_with(COMMENT))
}

/// Notes what such a comment says, at its place in the file.
pub(super) fn note(html: &str, range: Range<usize>, fences: &mut Fences) {
    let start = range.start;
    let end = start + html.trim_end().len().min(range.len());
    fences.note(inside(html).unwrap_or_default(), start..end);
}

fn inside(html: &str) -> Option<&str> {
    html.trim().strip_prefix("<!--")?.strip_suffix("-->")
}

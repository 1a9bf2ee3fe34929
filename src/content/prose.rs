//! Prose that has been read: its HTML, and what the rest of the site needs to know of it.

use std::ops::Range;
use std::sync::Arc;

use super::target::LinkTarget;

/// Rendered Markdown. Links to entries and paragraphs still stand in its HTML as `ref:…` and `cite:…`;
/// they become addresses when the page they are on is finished.
#[derive(Debug, Clone, Default)]
pub struct Prose {
    /// The HTML.
    pub html: String,
    /// The headings, in reading order.
    pub headings: Vec<Heading>,
    /// The links to entries and paragraphs.
    pub links: Vec<Link>,
    /// The words between « and ».
    pub quotations: Vec<Quotation>,
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// Its id, unique in its document.
    pub id: String,
    /// Its text, without markup.
    pub title: String,
    /// 1 to 6.
    pub level: u8,
}

/// A link to a part of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// What it leads to.
    pub target: LinkTarget,
    /// The bytes of the file that make it.
    pub range: Range<usize>,
}

/// Words between « and ».
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotation {
    /// The words, white space folded.
    pub text: String,
    /// The bytes of the file they stand in, marks included.
    pub range: Range<usize>,
    /// The paragraph that the next citation in the block names: source and number.
    pub cited: Option<(Option<Arc<str>>, i64)>,
}

//! Parsed prose in two halves: the HTML for its own page, and what the rest of the site needs to know. Linking
//! uses only the second.

use std::ops::Range;
use std::sync::Arc;

use super::calls::{Call, NearCall};
use super::notes;
use super::target::LinkTarget;

/// Markdown that has been read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Prose {
    /// What a page shows.
    pub body: Body,
    /// What the site needs to know.
    pub mentions: Mentions,
}

/// Rendered Markdown. Links to entries and paragraphs still stand in its HTML as `ref:…` and `cite:…`;
/// they become addresses when the page they are on is finished.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Body {
    /// The HTML.
    pub html: String,
    /// The headings, in reading order.
    pub headings: Vec<Heading>,
    /// The calls of components, which stand in the HTML as elements of ours until they are made.
    pub calls: Vec<Call>,
    /// What is nearly a call, and text unless the site has a component of that name.
    pub near_calls: Vec<NearCall>,
}

impl Body {
    /// The text alone, without footnotes.
    #[must_use]
    pub fn plain_text(&self) -> String {
        crate::html::plain_text(&notes::without(&self.html))
    }
}

/// What prose says of other parts of the site.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mentions {
    /// The links to entries and paragraphs.
    pub links: Vec<Link>,
    /// The words between « and ».
    pub quotations: Vec<Quotation>,
}

impl Mentions {
    /// Whether both are equal except for positions in the file.
    #[must_use]
    pub fn say_the_same(&self, other: &Self) -> bool {
        let links = self.links.iter().map(|link| &link.target);
        let quotations = self.quotations.iter().map(|one| (&one.text, &one.cited));
        links.eq(other.links.iter().map(|link| &link.target))
            && quotations.eq(other.quotations.iter().map(|one| (&one.text, &one.cited)))
    }
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

impl Heading {
    /// The text of a heading's HTML.
    pub(crate) fn title_of(html: &str) -> String {
        crate::html::plain_text(&notes::without_references(html))
    }
}

/// A link to a part of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// What it leads to.
    pub target: LinkTarget,
    /// The bytes of the file that make it.
    pub range: Range<usize>,
    /// The bytes of the file that say what it leads to, in it or in the definition that it names, where they can be replaced.
    pub address: Option<Range<usize>>,
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

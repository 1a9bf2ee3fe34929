//! A page, before it is rendered: an address, a template, and what is shown there.

use crate::graph::EntryId;
use crate::path::{SourcePath, UrlPath};

/// The template of pages that lead on.
pub(in crate::pages) const REDIRECT_TEMPLATE: &str = "redirect.html";

/// A page of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Where it is.
    pub address: UrlPath,
    /// The template that it is rendered with.
    pub template: String,
    /// What it shows.
    pub subject: Subject,
    /// The file that it is made from, or that asks for it: problems on the page are told there.
    pub source: SourcePath,
}

/// What a page shows. `pages::context` says for each what its template sees as `page`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Subject {
    /// An entry.
    Entry(EntryId),
    /// The way to another page: the redirect at this position in the plan.
    Redirect(usize),
}

impl Page {
    /// The entry that it shows.
    #[must_use]
    pub fn entry(&self) -> Option<EntryId> {
        match self.subject {
            Subject::Entry(id) => Some(id),
            Subject::Redirect(_) => None,
        }
    }
}

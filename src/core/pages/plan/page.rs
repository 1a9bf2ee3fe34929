//! A page, before it is rendered: an address, a template, and what is shown there.

use crate::graph::EntryId;
use crate::path::{SourcePath, UrlPath};
use crate::schema::LanguageId;

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
    /// The language that it is in.
    pub language: LanguageId,
}

/// What a page shows. `pages::context` says for each what its template sees as `page`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Subject {
    /// An entry.
    Entry(EntryId),
    /// An entry with a part of the list that it shows.
    Pager(Pager),
    /// The way to another page: the redirect at this position in the plan.
    Redirect(usize),
}

/// One of the pages over which a list is spread.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Pager {
    /// The entry that shows the list.
    pub host: EntryId,
    /// Which of its pages this is, counted from 1. The first is the entry's own.
    pub number: usize,
}

impl Page {
    /// The entry that it shows.
    #[must_use]
    pub fn entry(&self) -> Option<EntryId> {
        match self.subject {
            Subject::Entry(id) => Some(id),
            Subject::Pager(pager) => Some(pager.host),
            Subject::Redirect(_) => None,
        }
    }

    /// The part of a list that it shows.
    #[must_use]
    pub fn pager(&self) -> Option<Pager> {
        match self.subject {
            Subject::Pager(pager) => Some(pager),
            Subject::Entry(_) | Subject::Redirect(_) => None,
        }
    }
}

//! A list that is spread over several pages: what is on each, and where each is.

use super::entry_id::EntryId;
use crate::locale::Text;
use crate::path::UrlPath;
use crate::schema::{CollectionId, Pagination};

/// A list that takes several pages: the one of the entry that shows it, and more.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Listing {
    /// The collections that its entries are of.
    pub collections: Vec<CollectionId>,
    /// All its entries, in order.
    pub entries: Vec<EntryId>,
    /// How it is spread.
    pub pagination: Pagination,
    /// Where its first page is, that of the entry.
    pub first: UrlPath,
}

impl Listing {
    /// How many pages it takes: one, if it is empty.
    #[must_use]
    pub fn pages(&self) -> usize {
        self.entries.len().div_ceil(self.pagination.by).max(1)
    }

    /// The entries on the page with this number, counted from 1.
    #[must_use]
    pub fn on_page(&self, number: usize) -> &[EntryId] {
        let mut pages = self.entries.chunks(self.pagination.by);
        pages.nth(number - 1).unwrap_or_default()
    }

    /// The folder of all its pages but the first.
    #[must_use]
    pub fn base(&self) -> String {
        let first = self.first.as_str();
        let folder = first.trim_end_matches(".html").trim_end_matches('/');
        format!("{folder}/{}/", self.pagination.path)
    }

    /// The address of the page with this number.
    ///
    /// # Errors
    /// Why it cannot be published.
    pub fn address(&self, number: usize) -> Result<UrlPath, Text> {
        if number == 1 {
            return Ok(self.first.clone());
        }
        UrlPath::new(&format!("{}{number}/", self.base()))
    }
}

//! How a list is spread over several pages.

use super::spanned::Spanned;
use crate::diagnostic::Span;

/// `paginate` of a collection or of tags.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Pagination {
    /// How many entries a page shows.
    pub by: usize,
    /// What stands in the addresses of all pages but the first, before their numbers: `page`.
    pub path: String,
    /// The back-reference of which the page of each entry shows a part; else it is the collection's own list, on the page
    /// of its index.
    pub list: Option<Spanned<String>>,
    /// Whether the sitemap lists all pages, not the first alone.
    pub in_sitemap: bool,
    /// Whether search finds all pages, not the first alone.
    pub in_search: bool,
    /// Where it is declared.
    pub span: Span,
}

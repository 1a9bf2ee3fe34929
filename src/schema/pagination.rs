//! How a list is spread over several pages.

use crate::diagnostic::Span;

/// `paginate` of a collection.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Pagination {
    /// How many entries a page shows.
    pub by: usize,
    /// What stands in the addresses of all pages but the first, before their numbers: `page`.
    pub path: String,
    /// Whether the sitemap lists all pages, not the first alone.
    pub in_sitemap: bool,
    /// Whether search finds all pages, not the first alone.
    pub in_search: bool,
    /// Where it is declared.
    pub span: Span,
}

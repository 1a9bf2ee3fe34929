//! What a site was made with, and its files as values.

use std::collections::BTreeMap;

/// Files by their paths, with `/` between components.
pub type Files = BTreeMap<String, Vec<u8>>;

/// What a site was made with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Generator {
    /// Hugo.
    Hugo,
    /// Zola.
    Zola,
    /// Jekyll.
    Jekyll,
    /// None: a folder of Markdown.
    Markdown,
}

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

impl Generator {
    /// What its makers call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Hugo => "Hugo",
            Self::Zola => "Zola",
            Self::Jekyll => "Jekyll",
            Self::Markdown => "Markdown",
        }
    }
}

/// What texts are called.
const TEXTS: [&str; 4] = ["md", "mdx", "markdown", "html"];

/// Whether a file is called as texts are.
pub(super) fn is_text(path: &str) -> bool {
    let extension = path.rsplit_once('.').map(|(_, end)| end);
    extension.is_some_and(|end| TEXTS.contains(&end.to_ascii_lowercase().as_str()))
}

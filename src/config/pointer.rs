//! What a string of `site.toml` points to: an entry, an address of the site, another site.

use super::table::File;
use crate::path::UrlPath;
use crate::schema::Spanned;

/// A string that points somewhere.
#[derive(Debug, Clone)]
pub struct Pointer {
    /// The string, as it is written.
    pub text: Spanned<String>,
    /// What it is.
    pub kind: PointerKind,
}

/// What a pointer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PointerKind {
    /// The id of an entry.
    Entry,
    /// An address from the root of the site, which may name a place on its page.
    Address,
    /// The URL of another site's page.
    Url,
}

impl Pointer {
    /// Reads a string. An address that cannot be one is reported, with `hint`.
    pub(super) fn read(file: &mut File<'_>, text: Spanned<String>, hint: &str) -> Option<Self> {
        let value = &text.value;
        let kind = if value.starts_with('/') {
            PointerKind::Address
        } else if value.starts_with("https://") || value.starts_with("http://") {
            PointerKind::Url
        } else {
            PointerKind::Entry
        };
        let address = value.split('#').next().unwrap_or_default();
        if kind == PointerKind::Address
            && let Err(problem) = UrlPath::new(address)
        {
            file.error("E207", problem, text.span, hint);
            return None;
        }
        Some(Self { text, kind })
    }
}

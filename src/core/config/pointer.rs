//! What a string of `site.toml` points to: an entry, an address of the site, another site.

use super::table::File;
use crate::arabic::nfc;
use crate::locale::Text;
use crate::path::{UrlPath, decode};
use crate::schema::Spanned;

/// A string that points somewhere.
#[derive(Debug, Clone)]
pub struct Pointer {
    /// The string; an address is not percent-encoded.
    pub text: Spanned<String>,
    /// What it is.
    pub kind: PointerKind,
}

/// What a pointer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
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
    pub(super) fn read(file: &mut File<'_>, text: Spanned<String>, hint: &Text) -> Option<Self> {
        let value = &text.value;
        let kind = if value.starts_with('/') {
            PointerKind::Address
        } else if value.starts_with("https://") || value.starts_with("http://") {
            PointerKind::Url
        } else {
            PointerKind::Entry
        };
        if kind != PointerKind::Address {
            return Some(Self { text, kind });
        }
        // The address may be written percent-encoded, as browsers show it.
        let (address, fragment) = match value.split_once('#') {
            Some((address, fragment)) => (address, Some(fragment)),
            None => (value.as_str(), None),
        };
        let address = match UrlPath::new(address) {
            Ok(address) => address,
            Err(problem) => {
                file.error("E207", problem, text.span, hint.clone());
                return None;
            }
        };
        let value = match fragment {
            Some(fragment) => format!("{address}#{}", nfc(&decode(fragment))),
            None => address.to_string(),
        };
        let span = text.span;
        Some(Self {
            text: Spanned { value, span },
            kind,
        })
    }
}

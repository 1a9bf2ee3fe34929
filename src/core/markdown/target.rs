//! The two addresses of our own that links may have: `ref:books/bukhala#copies` and `cite:p4`.
//! Says what they name; whether it exists is for `graph` to find out.

use std::sync::Arc;

use crate::arabic::nfc;
use crate::locale::{Text, text};
use crate::path::decode;
use crate::schema::{CollectionId, Schema, nearest, suggestion};
use crate::source::latin_digits;

/// What a link of ours leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum LinkTarget {
    /// `ref:collection/slug#fragment`.
    Entry {
        /// The collection, which exists.
        collection: CollectionId,
        /// The slug, not yet looked up.
        slug: Arc<str>,
        /// The id of an element on the entry's page.
        fragment: Option<String>,
    },
    /// `cite:p4`, or `cite:source/p4`.
    Paragraph {
        /// The slug of the source, when the link names one.
        source: Option<Arc<str>>,
        /// The paragraph's number.
        number: i64,
    },
}

/// An address of ours that cannot be read.
#[derive(Debug)]
pub struct Unreadable {
    pub(crate) code: &'static str,
    pub message: Text,
    pub(crate) hint: Text,
}

impl LinkTarget {
    /// Reads an address; `None` when it is not one of ours.
    #[must_use]
    pub fn parse(address: &str, schema: &Schema) -> Option<Result<Self, Unreadable>> {
        match address.split_once(':')? {
            ("ref", name) => Some(entry(address, name, schema)),
            ("cite", name) => Some(paragraph(address, name)),
            _ => None,
        }
    }
}

fn entry(address: &str, name: &str, schema: &Schema) -> Result<LinkTarget, Unreadable> {
    let unreadable = |message, hint| Unreadable {
        code: "E201",
        message,
        hint,
    };
    let name = decode(name);
    let name = nfc(&name);
    let (name, fragment) = match name.split_once('#') {
        Some((name, fragment)) => (name, Some(fragment.to_owned())),
        None => (&*name, None),
    };
    let Some((collection, slug)) = name.split_once('/') else {
        let paragraph = name.strip_prefix('p').and_then(|n| n.parse::<u32>().ok());
        let parts = name.split_once('\\');
        let hint = match parts {
            Some((collection, slug)) => suggestion(address, &format!("ref:{collection}/{slug}")),
            None if paragraph.is_some() => text!("write-instead", words = format!("cite:{name}")),
            None => text!("write-ref-hint"),
        };
        return Err(unreadable(text!("address-names-no-entry", address), hint));
    };
    let Some(id) = schema.collection_named(collection) else {
        let bare = name.trim_matches('/');
        let bare = bare.strip_prefix("content/").unwrap_or(bare);
        let without = bare.split_once('/').filter(|_| bare != name);
        let without = without.filter(|(start, _)| schema.collection_named(start).is_some());
        let hint = match nearest(collection, schema.names()) {
            _ if without.is_some() => suggestion(address, &format!("ref:{bare}")),
            Some(near) => suggestion(
                &format!("ref:{collection}/{slug}"),
                &format!("ref:{near}/{slug}"),
            ),
            None => schema.names_hint(),
        };
        let message = if collection.is_empty() {
            text!("address-names-no-entry", address)
        } else {
            text!("collection-none", name = collection)
        };
        return Err(unreadable(message, hint));
    };
    Ok(LinkTarget::Entry {
        collection: id,
        slug: slug.into(),
        fragment,
    })
}

fn paragraph(address: &str, name: &str) -> Result<LinkTarget, Unreadable> {
    let (source, paragraph) = match name.rsplit_once('/') {
        Some((source, paragraph)) => (Some(source.into()), paragraph),
        None => (None, name),
    };
    let number = paragraph.strip_prefix('p').and_then(|n| n.parse().ok());
    let number = number.ok_or_else(|| Unreadable {
        code: "E302",
        message: text!("address-names-no-paragraph", address),
        hint: match meant(paragraph) {
            Some(number) => {
                let source = source
                    .as_ref()
                    .map(|source: &Arc<str>| format!("{source}/"));
                let right = format!("cite:{}p{number}", source.unwrap_or_default());
                text!("write-instead", words = right)
            }
            None => text!("write-cite-hint"),
        },
    })?;
    Ok(LinkTarget::Paragraph { source, number })
}

/// The paragraph that is meant, in whatever digits: the first, where several are named.
fn meant(paragraph: &str) -> Option<i64> {
    let number = latin_digits(paragraph);
    let number = number.trim_start_matches(|c: char| !c.is_ascii_digit());
    let end = number.find(|c: char| !c.is_ascii_digit());
    let number = number[..end.unwrap_or(number.len())].parse().ok();
    number.filter(|number| *number > 0)
}

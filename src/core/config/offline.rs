//! `[offline]`: which pages can be read without a network.

use super::table::{File, Table};
use super::{Pointer, PointerKind};
use crate::diagnostic::Span;
use crate::locale::{Text, text};
use crate::schema::Spanned;

/// `[offline]`.
#[derive(Debug)]
#[non_exhaustive]
pub struct Offline {
    /// Where it is asked for.
    pub span: Span,
    /// The page that is shown instead of one that is not cached.
    pub page: Option<Pointer>,
    /// The pages that are cached from the start, besides those that a reader has visited.
    pub keep: Vec<Pointer>,
    /// How many pages are kept at most.
    pub limit: i64,
}

/// The default of `limit`.
const LIMIT: i64 = 60;

/// The maximum of `limit`: browsers may evict sites that use much storage.
const MOST: i64 = 1000;

fn hint() -> Text {
    text!("offline-page-hint")
}

impl Offline {
    pub(super) fn read(file: &mut File<'_>, mut table: Table<'_>) -> Self {
        let page = table.string(file, "page");
        let page = page.and_then(|text| of_the_site(file, text));
        let says = table.get("keep").is_some();
        let mut keep = table.strings(file, "keep");
        let span = file.span(table.range());
        if !says {
            keep.push(Spanned {
                value: "/".to_owned(),
                span: span.clone(),
            });
        }
        let keep = keep.into_iter();
        let keep = keep.filter_map(|text| of_the_site(file, text)).collect();
        let limit = table.number(file, "limit", 1..=MOST, |limit| {
            let hint = text!("number-between-hint", least = 1_i64, most = MOST);
            (text!("offline-limit-wrong", number = limit), hint)
        });
        table.finish(file);
        Self {
            span,
            page,
            keep,
            limit: limit.unwrap_or(LIMIT),
        }
    }

    /// All pointers, the fallback page last.
    pub(crate) fn named(&self) -> impl Iterator<Item = &Pointer> {
        self.keep.iter().chain(&self.page)
    }
}

fn of_the_site(file: &mut File<'_>, text: Spanned<String>) -> Option<Pointer> {
    let pointer = Pointer::read(file, text, &hint())?;
    if pointer.kind == PointerKind::Url {
        let message = text!("address-of-another-site", address = &pointer.text.value);
        file.error("E105", message, pointer.text.span, hint());
        return None;
    }
    Some(pointer)
}

//! `[redirects]`: addresses of pages that are gone, and where their readers are led.

use super::table::{File, Table};
use crate::path::UrlPath;
use crate::schema::Spanned;

/// `"/old/" = "target"`.
#[derive(Debug)]
pub struct Redirect {
    /// The address that leads on.
    pub from: Spanned<UrlPath>,
    /// Where it leads, as it is written.
    pub target: Spanned<String>,
    /// What `target` is.
    pub kind: RedirectKind,
}

/// What a redirect leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RedirectKind {
    /// The entry with this id.
    Entry,
    /// An address from the root of the site, which may name a place on its page.
    Address,
    /// The URL of another site's page.
    Url,
}

const HINT: &str =
    "write \"/old/address/\" = \"collection/slug\", or \"/an/address/\", or \"https://…\"";

pub(super) fn read(file: &mut File<'_>, table: &Table<'_>) -> Vec<Redirect> {
    let mut redirects = Vec::new();
    for (name, value) in table.named() {
        let from = UrlPath::of_page(&name.value);
        if let Err(problem) = &from {
            file.error("E207", problem, name.span.clone(), HINT);
        }
        let span = file.span(value.span());
        let Some(text) = value.get_ref().as_str() else {
            let message = format!("`{}` leads to no string", name.value);
            file.error("E104", message, span, HINT);
            continue;
        };
        let kind = kind(text);
        if kind == RedirectKind::Address
            && let Err(problem) = UrlPath::new(text.split('#').next().unwrap_or_default())
        {
            file.error("E207", problem, span, HINT);
            continue;
        }
        redirects.extend(from.ok().map(|from| Redirect {
            from: Spanned {
                value: from,
                span: name.span,
            },
            target: Spanned {
                value: text.to_owned(),
                span,
            },
            kind,
        }));
    }
    redirects
}

fn kind(target: &str) -> RedirectKind {
    if target.starts_with('/') {
        RedirectKind::Address
    } else if target.starts_with("https://") || target.starts_with("http://") {
        RedirectKind::Url
    } else {
        RedirectKind::Entry
    }
}

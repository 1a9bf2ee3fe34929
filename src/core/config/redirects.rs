//! `[redirects]`: addresses of pages that are gone, and where they lead now.

use super::Pointer;
use super::table::{File, Table};
use crate::locale::{Text, text};
use crate::path::UrlPath;
use crate::schema::Spanned;

/// `"/old/" = "target"`.
#[derive(Debug)]
pub struct Redirect {
    /// The address that leads on.
    pub from: Spanned<UrlPath>,
    /// Where it leads.
    pub target: Pointer,
}

fn hint() -> Text {
    text!("redirect-hint")
}

pub(super) fn read(file: &mut File<'_>, table: &Table<'_>) -> Vec<Redirect> {
    let mut redirects = Vec::new();
    for (name, value) in table.named(file) {
        let from = UrlPath::of_page(&name.value);
        if let Err(problem) = &from {
            file.error("E207", problem.clone(), name.span.clone(), hint());
        }
        let span = file.span(value.span());
        let Some(text) = value.get_ref().as_str() else {
            let message = text!("redirect-to-no-string", address = name.value);
            file.error("E104", message, span, hint());
            continue;
        };
        let text = Spanned {
            value: text.to_owned(),
            span,
        };
        if let (Some(target), Ok(from)) = (Pointer::read(file, text, &hint()), from) {
            let from = Spanned {
                value: from,
                span: name.span,
            };
            redirects.push(Redirect { from, target });
        }
    }
    redirects
}

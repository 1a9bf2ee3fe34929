//! `[markdown]`: what prose may hold, and how code in it is shown.

use std::sync::Arc;

use super::table::{File, Table};
use crate::highlight;

/// How prose is read.
pub(super) struct Markdown {
    pub(super) raw_html: bool,
    pub(super) code: highlight::Rules,
}

impl Markdown {
    pub(super) fn read(file: &mut File<'_>, root: &mut Table<'_>) -> Self {
        let mut markdown = Self {
            raw_html: false,
            code: highlight::Rules {
                highlights: true,
                plain: Arc::default(),
            },
        };
        if let Some(mut table) = root.table(file, "markdown") {
            markdown.raw_html = table.flag(file, "html");
            let highlights = table.bool(file, "highlighting");
            markdown.code.highlights = highlights.is_none_or(|flag| flag.value);
            let plain = table.strings(file, "plain_languages").into_iter();
            markdown.code.plain = Arc::new(plain.map(|name| name.value).collect());
            table.finish(file);
        }
        markdown
    }
}

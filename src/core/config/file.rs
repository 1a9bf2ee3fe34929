//! The file that is read: where its places are, and what was found in it.

use std::collections::BTreeSet;
use std::ops::Range;

use super::theme::Theme;
use crate::diagnostic::{Diagnostic, Span};
use crate::locale::Text;
use crate::path::SourcePath;
use crate::source::Source;

/// The file that the tables belong to.
pub(super) struct File<'a> {
    pub(super) path: &'a SourcePath,
    pub(super) text: &'a str,
    /// What its templates declare.
    pub(super) theme: Option<Theme<'a>>,
    pub(super) diagnostics: Vec<Diagnostic>,
    /// The names of fields whose declaration cannot be read, and has been reported.
    pub(super) unread: BTreeSet<String>,
    /// How many types of fields were reported, and are known all the same.
    pub(super) guessed: usize,
}

impl<'a> File<'a> {
    pub(super) fn new(
        source: &'a Source,
        theme: Option<Theme<'a>>,
        diagnostics: Vec<Diagnostic>,
    ) -> Self {
        Self {
            path: source.path(),
            text: source.text(),
            theme,
            diagnostics,
            unread: BTreeSet::new(),
            guessed: 0,
        }
    }

    pub(super) fn span(&self, range: Range<usize>) -> Span {
        let declared = self.theme.and_then(|theme| theme.span(&range));
        declared.unwrap_or_else(|| Span::new(self.path, range))
    }

    /// The text of the file that a place is in.
    pub(super) fn text_of(&self, span: &Span) -> &str {
        let theme = self.theme.filter(|theme| *theme.path == span.path);
        theme.map_or(self.text, |theme| theme.text)
    }

    pub(super) fn error(&mut self, code: &'static str, message: Text, span: Span, hint: Text) {
        let diagnostic = Diagnostic::error(code, message).at(span).hint(hint);
        self.diagnostics.push(diagnostic);
    }
}

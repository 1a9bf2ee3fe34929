//! Who makes the calls of one file.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Span};
use crate::graph::Site;
use crate::locale::Text;
use crate::pages::templates::Templates;
use crate::pages::templates::names::Names;
use crate::path::SourcePath;
use crate::schema::LanguageId;

/// Who makes the calls of one file.
pub(super) struct Caller<'a> {
    pub(super) site: &'a Site,
    pub(super) templates: &'a Templates,
    pub(super) names: &'a Names,
    pub(super) language: LanguageId,
    pub(super) path: &'a SourcePath,
}

impl Caller<'_> {
    pub(super) fn problem(
        &self,
        code: &'static str,
        range: Range<usize>,
        message: Text,
        hint: Text,
    ) -> Diagnostic {
        let span = Span::new(self.path, range);
        Diagnostic::error(code, message).at(span).hint(hint)
    }
}

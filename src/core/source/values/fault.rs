//! What may be wrong with data in any notation, and how deep it may be.

use std::ops::Range;

use toml::Spanned as Located;
use toml::de::{DeString, DeTable, DeValue};

use crate::diagnostic::{Diagnostic, Span};
use crate::locale::{Text, text};
use crate::path::SourcePath;

/// How deep values may be in each other.
pub(super) const DEPTH: usize = 64;

/// What is wrong with a text, and where in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where it is, in bytes of the text.
    pub(crate) range: Range<usize>,
    /// What is wrong.
    pub message: Text,
    /// What to do.
    pub(crate) hint: Text,
}

impl Fault {
    pub(super) fn new(range: Range<usize>, message: Text, hint: Text) -> Self {
        Self {
            range,
            message,
            hint,
        }
    }

    /// The fault as a problem of a file, in which the text begins at byte `offset`.
    pub(crate) fn told(self, path: &SourcePath, offset: usize) -> Diagnostic {
        let range = self.range.start + offset..self.range.end + offset;
        Diagnostic::error("E113", self.message)
            .at(Span::new(path, range))
            .hint(self.hint)
    }
}

/// Puts a value under a key, unless the key has one.
pub(super) fn insert<'a>(
    table: &mut DeTable<'a>,
    key: Located<DeString<'a>>,
    value: Located<DeValue<'a>>,
) -> Result<(), Fault> {
    if table.contains_key(key.get_ref().as_ref()) {
        let message = text!("toml-twice", key = key.get_ref().as_ref());
        return Err(Fault::new(key.span(), message, text!("toml-twice-hint")));
    }
    table.insert(key, value);
    Ok(())
}

pub(super) fn too_deep(at: usize) -> Fault {
    let message = text!("values-deep", most = DEPTH);
    Fault::new(at..at + 1, message, text!("values-deep-hint"))
}

pub(super) fn null_in_list(range: Range<usize>) -> Fault {
    Fault::new(range, text!("values-null"), text!("values-null-hint"))
}

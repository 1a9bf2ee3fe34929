//! A value together with its place in `site.toml`.

use crate::diagnostic::Span;

/// A value and the place in `site.toml` that it was read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Its place.
    pub span: Span,
}

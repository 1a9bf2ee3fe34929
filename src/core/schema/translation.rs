//! How the entries of a collection are in several languages.

use super::spanned::Spanned;

/// How many entries of a collection there must be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected {
    /// The tag of the language in which they must be; in whichever without one.
    pub language: Option<Spanned<String>>,
    /// Their number.
    pub count: Spanned<i64>,
}

/// What site.toml says of it.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Translations {
    /// The fields of which each language has a value of its own, if it says which.
    pub fields: Option<Vec<Spanned<String>>>,
    /// What stands where a translation is missing.
    pub fallback: Fallback,
    /// Whether one that is missing is a problem.
    pub missing: Missing,
}

/// What lists in a language have in place of an entry that is not in that language.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Fallback {
    /// The entry in the language in which it is, and the way to its page.
    #[default]
    Link,
    /// The same under the address that the translation would have, on a page in that language.
    Show,
    /// Nothing.
    Hide,
}

/// Whether a translation that is missing is a problem.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Missing {
    /// It is none.
    #[default]
    Allowed,
    /// It is told.
    Warning,
    /// Nothing is published.
    Error,
}

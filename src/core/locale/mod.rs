//! What warraq says to people, in each of its languages.
//!
//! A [`Text`] is an id and named arguments; `text!` makes one. The words stand in a catalogue, one file a language, in
//! [Fluent's syntax](https://projectfluent.org/fluent/guide/) (`en.ftl`, `ar.ftl`). Nothing is formatted until somebody reads it, in
//! the language that they read. Tests hold the catalogues against each other, against the code, and the Arabic against the
//! rules of typography.

mod catalogue;
mod language;
mod system;
mod text;

pub use crate::text;
pub use catalogue::find;
pub use language::Language;
pub use text::{Argument, Text};

#[cfg(test)]
mod tests;

//! A finished page to what the index holds of it: its title, its places and the words of each. `page` finds what of it
//! is read, `reader` reads that; `term` knows the words.

mod page;
mod reader;
mod term;
#[cfg(test)]
mod tests;
mod text;
mod value;

pub(crate) use page::PageReader;
pub(super) use term::Term;
pub use value::Extract;
pub(super) use value::{Field, Hit};

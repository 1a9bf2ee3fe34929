//! A finished page to what the index holds of it: its title, its places and the words of each. `page` finds what of it
//! is read, `reader` reads that.

mod page;
mod reader;
#[cfg(test)]
mod tests;
mod text;
mod value;

pub(crate) use page::PageReader;
pub use value::Extract;
pub(super) use value::{Field, Hit};

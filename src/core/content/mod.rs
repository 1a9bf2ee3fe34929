//! Files of `content/` to documents: front matter becomes typed values, the body prose.
//! A document knows its own file and nothing of any other.

mod data;
mod document;
pub mod fix;
mod front_matter;
mod keys;
mod meant;
mod reader;
mod refused;
mod row_keys;
mod rows;
mod schedule;
mod standard;
mod translation;
mod value;
mod wording;

pub use data::parse_data;
pub use document::{Document, Parsed, Unread, parse};
pub(crate) use front_matter::body;
pub use front_matter::front_matter;
pub use rows::{ParsedRows, parse_rows};
pub use schedule::{Absence, Schedule};
pub use standard::slug_of_file;
pub use translation::Translation;
pub(crate) use translation::is_within;
pub use value::{Citation, Picture, Reference, SortKey, Value, ValueView};
pub(crate) use wording::trace_wording;

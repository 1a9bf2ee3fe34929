//! From bytes to documents: reading files, splitting front matter from prose, understanding Markdown.
//! A document knows its own file and nothing of any other.

pub(crate) mod controls;
mod document;
pub mod excerpt;
mod front_matter;
pub(crate) use front_matter::parse_toml;
pub mod load;
pub(crate) mod markdown;
pub mod mend;
mod prose;
mod reference;
mod source;
mod target;
pub(crate) mod typography;

pub use document::{Document, Parsed, Unread, parse};
pub use prose::{Body, Heading, Link, Mentions, Prose, Quotation};
pub(crate) use reference::reference;
pub use source::{Snapshot, Source};
pub use target::LinkTarget;

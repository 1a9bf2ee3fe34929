//! The files of a site, before anybody knows what they mean: how they are read from the disk, where in them a text
//! stands, what no file may hold, and which rules a file passes over.

pub(crate) mod controls;
pub mod excerpt;
mod fences;
mod history;
mod kinds;
mod lines;
pub mod load;
mod map;
mod part;
mod place;
mod reference;
pub(crate) mod silence;
mod snapshot;
pub mod told;
mod toml;
pub(crate) mod typography;
pub(crate) mod values;

pub(crate) use self::toml::{
    BrokenStatement, Toml, integer, latin_digits, parse_toml, quoted, unquoted,
};
pub(crate) use fences::{COMMENT, Fences};
pub use history::History;
pub(crate) use map::{Notation, Reading, SourceMap, SourceRange};
pub(crate) use place::TextPlace;
pub(crate) use reference::reference;
pub use snapshot::{Snapshot, Source};

//! The files of a site, before anybody knows what they mean: how they are read from the disk, where in them a text
//! stands, what no file may hold, and which rules a file passes over.

pub mod controls;
pub mod excerpt;
mod fences;
mod history;
mod kinds;
mod lines;
pub mod load;
mod map;
mod nfc;
mod part;
mod place;
mod reference;
pub mod silence;
mod snapshot;
pub mod told;
mod toml;
pub mod typography;
mod utf8;
pub mod values;
mod word;

pub(crate) use self::toml::{BrokenStatement, Toml, hide_secrets};
pub(crate) use self::toml::{day_in_words, is_odd_space, latin_digits, name_of, unquoted};
pub use self::toml::{integer, parse_toml, quoted};
pub(crate) use fences::{COMMENT, Fences};
pub use history::History;
pub(crate) use map::Reading;
pub(crate) use map::{Notation, SourceMap, SourceRange};
pub(crate) use place::TextPlace;
pub(crate) use reference::reference;
pub use snapshot::{Snapshot, Source};
pub(crate) use utf8::utf8;
pub(crate) use word::first_word;

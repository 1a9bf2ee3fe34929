//! Code to HTML in which keywords, strings, comments and the like have classes, and the style sheet that colours these. The
//! classes are ours and few, so that a site can give them colours of its own.

mod block;
mod elsewhere;
mod info;
mod pieces;
mod sheet;
#[cfg(feature = "highlighting")]
mod syntaxes;
#[cfg(not(feature = "highlighting"))]
#[path = "without_syntaxes.rs"]
mod syntaxes;

pub(crate) use block::Rules;
pub(crate) use block::block;
pub use elsewhere::{Translated, settings, translated};
pub(crate) use info::SETTINGS;
pub(crate) use info::{Fault, Info};
pub(crate) use sheet::{NAME as SHEET, sheet};
pub(crate) use syntaxes::is_known;
pub(crate) use syntaxes::names;

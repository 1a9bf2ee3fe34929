//! HTML as it is read everywhere in warraq: tags with their attributes, the attributes that hold addresses, character
//! references. Knows the language, no page and no site.

mod address;
mod tag;
mod text;

pub(crate) use address::{Addresses, each_address};
pub(crate) use tag::{Attribute, Tag, VOID, end_of_raw_text, tags};
pub(crate) use text::{decode, plain_text};

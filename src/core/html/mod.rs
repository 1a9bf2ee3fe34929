//! HTML as it is read everywhere in warraq: tokens, tags with their attributes, the attributes that hold addresses,
//! character references. Knows the language as its standard describes it (<https://html.spec.whatwg.org/>), no page and
//! no site.

mod address;
mod element;
mod escape;
mod foreign;
mod raw_text;
mod reference;
mod scan;
mod tag;
#[cfg(test)]
mod tests;
mod text;
mod token;

pub(crate) use address::each_address;
pub(crate) use address::{Addresses, addresses};
pub(crate) use element::Element;
pub(crate) use escape::escape_into;
pub use escape::{escape, escape_value};
pub(crate) use reference::reference;
pub(crate) use reference::unknown_reference;
pub use reference::{decode, decode_value};
pub(crate) use tag::Attribute;
pub use tag::Tag;
pub(crate) use text::plain_text;
pub use text::title;
pub(crate) use token::each_tag;
pub use token::{Token, Tokens};

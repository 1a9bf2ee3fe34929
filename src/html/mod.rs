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

pub(crate) use address::{Addresses, addresses, each_address};
pub(crate) use element::Element;
pub(crate) use escape::{escape, escape_into, escape_value};
pub(crate) use reference::{decode, decode_value, reference, unknown_reference};
pub(crate) use tag::{Attribute, Tag};
pub(crate) use text::{plain_text, title};
pub(crate) use token::{Token, Tokens, each_tag};

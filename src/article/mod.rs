//! A newspaper article to what a dossier is made of: its title and numbered paragraphs ([`read`]), and proposals for entries,
//! each with the words of the article that it stands on ([`propose`]). By rules and word lists alone: the same article gives
//! the same proposals. Pure, and knows no site.

mod accords;
mod bodies;
mod company;
mod dates;
mod figures;
mod gather;
mod lexicon;
mod people;
mod places;
mod proposal;
mod quotations;
mod read;
mod reading;
mod slug;
mod text;
mod topics;
mod towns;
mod words;

pub use gather::propose;
pub use proposal::{Kind, Mention, Proposal};
pub use read::{Format, read};
pub(crate) use slug::slug;
pub use text::{Article, Paragraph};

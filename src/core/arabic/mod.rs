//! What the language of a text decides: its direction, plural forms, dates, numbers, ordinals, lists,
//! quotation marks, dictionary order and heading ids. A [`Language`] is built once per tag and asked from then on.
//! A leaf: values in, text out. It knows no site and no diagnostic, and reads nothing; the facts are CLDR's,
//! compiled into `icu`. No bidi control is ever added to what a language writes: isolation is [`bidi`]'s affair.

mod alphabet;
pub mod bidi;
mod cardinal;
mod collate;
mod date;
mod differ;
mod direction;
mod endonym;
mod heading;
mod invisible;
mod language;
mod list;
mod name;
mod number;
mod open_graph;
mod ordinal;
mod plural;
mod quotation;
pub mod search;
pub mod typography;

pub use cardinal::Case;
pub use date::{Date, DateStyle, NoDate, RangeStyle};
pub use differ::{Difference, first_difference, is_easily_missed, look_alike};
pub use direction::{Direction, is_all_arabic};
pub use heading::heading_id;
pub use invisible::{bare, nfc};
pub use language::{Language, Unusable};
pub use list::Conjunction;
pub use name::{name_key, name_key_without_hamza};
pub use number::{Grouping, Number, NumberStyle, Sign};
pub use open_graph::open_graph_locale;
pub use ordinal::Gender;
pub use plural::Category;
pub use quotation::Marks;

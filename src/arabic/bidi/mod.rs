//! A text to the left-to-right runs in it that have to be isolated, so that what stands around them cannot
//! turn them round: Latin words, URLs, phone numbers, dates such as 2025-11-24, signed numbers.
//! What right-to-left text leaves as it is (`2025`, `12.500`, `24/11/2025`) and ranges (`24–27`, which read
//! from right to left as their sentence does) are not.

mod controls;
mod html;
mod inline;
mod phrase;
mod plain;
mod run;
mod runs;
mod shown;
mod simulation;
mod stretch;
mod table;
mod tag;
mod token;
mod trim;
mod whole;

pub use controls::{Fault, faulty_controls};
pub use html::{END, Isolation};
pub use inline::{Change, Mark, Part, marks};
pub use plain::isolate_in_plain_text;
pub use run::{Run, pieces};
pub use runs::runs;
pub use shown::{Misplaced, misplaced};
pub use simulation::{Seen, visual_order};
pub use table::Script;
pub use tag::Tag;

use super::direction::Direction;
use table::Class;

/// The direction of a text by its first letter; left to right where it has none.
#[must_use]
pub fn direction(text: &str) -> Direction {
    let strong = text.chars().find_map(|c| match Class::of(c) {
        Class::Rtl => Some(Direction::Rtl),
        Class::Letter(_) => Some(Direction::Ltr),
        _ => None,
    });
    strong.unwrap_or(Direction::Ltr)
}

#[cfg(test)]
mod tests;

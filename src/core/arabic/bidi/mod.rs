//! A text to the runs in it of the other direction that have to be isolated, so that what stands around them cannot
//! turn them round. On a page that runs from right to left, which most of this is about, these are Latin words, URLs, phone numbers, dates such as 2025-11-24, signed numbers.
//! What right-to-left text leaves as it is (`2025`, `12.500`, `24/11/2025`) and ranges (`24–27`, which read
//! from right to left as their sentence does) are not.
//!
//! On a page that runs from left to right they are right-to-left words, and `foreign` finds them; nothing is isolated
//! in its own direction.
//!
//! How a line is isolated: `runs` cuts a text at its right-to-left letters (`table`), splits what
//! is left into tokens (`token`, `phrase`), decides which belong together (`stretch`) and which
//! punctuation belongs to the sentence around them (`trim`). Names of two scripts are found before (`mixed`). `inline` does this for a block with
//! markup: it finds runs in the text of the whole block and wraps the markup inside them. A run
//! that begins or ends in the middle of an element gets control characters, since no element can
//! hold it. What has a direction or a language of its own is left alone, so that nothing is
//! isolated twice.
//!
//! Two forms of text: HTML with elements (`html`: prose that has been rendered, and the filter `bidi`), and plain text
//! with control characters (`plain`, the filter `bidi_text`). `shown` simulates
//! a line with the Unicode Bidirectional Algorithm as it is and as it should be; `check` runs it
//! over every published page.

mod code;
mod controls;
mod foreign;
mod html;
mod inline;
mod left_alone;
mod mixed;
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

pub use code::{direction, direction_of_code, direction_of_most};
pub use controls::{Fault, faulty_controls};
pub use html::{END, Isolation};
pub use inline::Part;
pub use plain::isolate_in_plain_text;
pub use run::{Run, pieces};
pub use runs::{runs, runs_in};
pub use shown::Misplaced;
pub(crate) use shown::Suspects;
pub use simulation::{Seen, visual_order};
pub use table::Script;
pub(crate) use tag::direction_of_page;
pub(crate) use tag::part;

#[cfg(test)]
mod tests;

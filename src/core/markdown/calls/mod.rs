//! Calls of the site's components in prose: blocks between lines of colons, and `:name[text]{key=value}` within a line. Their
//! bodies are read like all prose; what a component makes of them is for later, because templates are not known here. In the
//! HTML an element of ours stands for each call.

mod arguments;
mod block;
mod call;
mod inline;
mod lines;
mod near;
mod open;
#[cfg(test)]
mod tests;

pub(super) use arguments::arguments;
pub(crate) use call::ELEMENT;
pub use call::{Argument, Call, NearCall, Written};
pub(super) use lines::{Line, lines};
pub(super) use open::{Blocks, Inline};

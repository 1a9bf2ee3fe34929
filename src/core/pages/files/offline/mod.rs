//! A site that readers can keep: a service worker at its root, and the script of every page that starts it. People read both
//! in `browser/`, and that is what is published.

mod claim;
mod script;
mod worker;

pub(super) use claim::claim;
pub(in crate::pages) use script::script_address;

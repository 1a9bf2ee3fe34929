//! A site that readers can keep: a service worker at its root, and the script of every page that starts it. People read both
//! in `browser/`, and that is what is published.

mod plan;
mod worker;

pub use plan::Offline;
pub(super) use plan::claim;
pub(super) use worker::{register, script, worker};

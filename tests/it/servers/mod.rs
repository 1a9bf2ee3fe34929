//! Real servers for the tests: each on a free port of this machine, with a folder of its own, and ended when the test ends.
//! `tests/run` installs the programs; one that is missing or does not come up fails the test that needs it.

mod daemon;
mod line;
mod port;
mod proxy;
mod repository;
mod shell;
pub(crate) mod store;
mod tests;

pub(crate) use daemon::script;
pub(crate) use line::Line;
pub(crate) use proxy::{Proxy, Request, Verdict};
pub(crate) use repository::Repository;
pub(crate) use shell::Shell;
pub(crate) use store::Store;

//! Commands that work on single entries, called by their ids: `books/kalila`.

mod add;
mod mv;
mod review;
mod rm;
mod show;

pub(super) use add::{Arguments as AddArguments, run as add};
pub(super) use mv::{Arguments as MvArguments, run as mv};
pub(super) use review::{Arguments as ReviewArguments, run as review};
pub(super) use rm::{Arguments as RmArguments, run as rm};
pub(super) use show::repair;

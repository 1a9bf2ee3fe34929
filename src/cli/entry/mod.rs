//! Commands that work on single entries, called by their ids: `books/kalila`.

mod add;
mod name;

pub(super) use add::{Arguments as AddArguments, run as add};

//! What a command is to change in a site's own files, as a value: an entry that is added, moved or removed. Pure: files come as a
//! [`Snapshot`](crate::source::Snapshot), and `content::fix` writes what comes of it.

mod draft;

pub use draft::{Draft, draft};

//! What a command is to change in a site's own files, as a value: an entry that is added, moved, removed or reviewed. Pure: files come as a
//! [`Snapshot`](crate::source::Snapshot), and `content::fix` writes what comes of it.

mod added;
mod aligned;
mod change;
mod draft;
mod edition;
mod entry_text;
mod logged;
mod moved;
mod name;
mod named;
mod redirect;
mod references;
mod relocated;
mod removed;
mod renamed;
mod review;
mod sheet;
mod statements;
mod tables;
mod unlisted;
mod updated;

pub use added::added;
pub use change::{Change, Refused};
pub use draft::{Draft, draft};
pub use moved::moved;
pub use name::EntryName;
pub use removed::removed;
pub use renamed::{is_dangling, offer_mv};
pub use review::{Choice, MOST, Unreviewed, foremost, marked, reviewed, unreviewed};
pub use sheet::{Found, Piece, Sheet, sheets};
pub use updated::{Lost, Updated, updated};

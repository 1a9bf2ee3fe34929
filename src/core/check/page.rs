//! A page that is checked.

use crate::output::Bytes;
use crate::path::OutputPath;

/// A page as text.
#[derive(Clone, Copy)]
pub(super) struct Page<'a> {
    pub(super) path: &'a OutputPath,
    pub(super) bytes: &'a Bytes,
    pub(super) html: &'a str,
}

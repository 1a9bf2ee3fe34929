//! What the last publish tells of bytes that are made late: their sizes, so that budgets are kept without making them.

use std::collections::HashMap;
use std::path::Path;

use blake3::Hash;

use super::place::last_manifest;
use crate::output::Bytes;

/// The sizes of files that the last publish to a folder made, by the digest of what they are made of.
#[derive(Debug, Clone, Default)]
pub struct Earlier(HashMap<Hash, usize>);

impl Earlier {
    /// Reads what the last publish to `folder` left; nothing where there was none or it cannot be read, since all of it
    /// can be found out anew.
    #[must_use]
    pub fn at(folder: &Path) -> Self {
        let files = last_manifest(folder).unwrap_or_default().files;
        let records = files.into_values().flatten();
        let sizes = records.filter_map(|record| {
            let size = usize::try_from(record.stamp.size).ok()?;
            Some((record.made_of?, size))
        });
        Self(sizes.collect())
    }

    /// How many bytes these are. Makes them only if nothing is known of them.
    #[must_use]
    pub fn size(&self, bytes: &Bytes) -> usize {
        let known = bytes.input_digest().and_then(|of| self.0.get(&of));
        known.copied().unwrap_or_else(|| bytes.len())
    }
}

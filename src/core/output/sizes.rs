//! The sizes of lazy bytes that an earlier build made, so that budgets are checked without making
//! them again.

use std::collections::HashMap;

use super::Bytes;
use crate::digest::Digest;

/// Sizes in bytes, by the digest of the recipe.
#[derive(Debug, Clone, Default)]
pub struct KnownSizes(HashMap<Digest, u64>);

impl KnownSizes {
    /// The size of these bytes. Makes them only if their size is not known.
    #[must_use]
    pub fn size(&self, bytes: &Bytes) -> u64 {
        let known = bytes.recipe_digest().and_then(|digest| self.0.get(&digest));
        known.copied().unwrap_or_else(|| bytes.size())
    }
}

impl FromIterator<(Digest, u64)> for KnownSizes {
    fn from_iter<I: IntoIterator<Item = (Digest, u64)>>(sizes: I) -> Self {
        Self(sizes.into_iter().collect())
    }
}

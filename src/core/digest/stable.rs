//! Values to the bytes of which their digests are made.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::sync::Arc;

use super::Digest;

impl Digest {
    /// The digest of a value.
    #[must_use]
    pub fn of_value(value: &(impl StableHash + ?Sized)) -> Self {
        let mut hasher = StableHasher::default();
        hasher.write(value);
        hasher.digest()
    }
}

/// Collects values for a digest of them all.
///
/// Every value begins with its kind, and what varies in length with its length, so that no two sequences of
/// values are written alike: `["ab"]` is another list than `["a", "b"]`. Large values stand in it by their
/// digests.
#[derive(Debug, Clone, Default)]
pub struct StableHasher(pub(super) Vec<u8>);

impl StableHasher {
    /// Adds a value.
    pub fn write(&mut self, value: &(impl StableHash + ?Sized)) {
        value.stable_hash(self);
    }

    /// Adds a text.
    pub fn text(&mut self, text: &str) {
        self.length(b't', text.len());
        self.0.extend_from_slice(text.as_bytes());
    }

    /// Adds bytes.
    pub fn bytes(&mut self, bytes: &[u8]) {
        self.length(b'b', bytes.len());
        self.0.extend_from_slice(bytes);
    }

    /// Adds a number.
    pub fn number(&mut self, number: i64) {
        self.0.push(b'n');
        self.0.extend_from_slice(&number.to_le_bytes());
    }

    /// Adds a list of this many values. They come next; or came just before, wherever all lists of a digest are
    /// written like that.
    pub fn list(&mut self, length: usize) {
        self.length(b'l', length);
    }

    /// Adds a value by its digest.
    pub fn part(&mut self, digest: Digest) {
        self.0.push(b'p');
        self.0.extend_from_slice(&digest.0);
    }

    /// Adds that a value is not there.
    pub fn absent(&mut self) {
        self.0.push(b'-');
    }

    /// The digest of all that was added.
    #[must_use]
    pub fn digest(&self) -> Digest {
        Digest::of(&self.0)
    }

    fn length(&mut self, kind: u8, length: usize) {
        self.0.push(kind);
        self.0.extend_from_slice(&(length as u64).to_le_bytes());
    }
}

/// A value that has a digest. Unlike [`std::hash::Hash`], it is hashed alike by every version of the compiler,
/// and no two values of one type are written alike.
pub trait StableHash {
    /// Adds the value to what is hashed.
    fn stable_hash(&self, hasher: &mut StableHasher);
}

impl StableHash for str {
    fn stable_hash(&self, hasher: &mut StableHasher) {
        hasher.text(self);
    }
}

impl StableHash for String {
    fn stable_hash(&self, hasher: &mut StableHasher) {
        hasher.text(self);
    }
}

impl StableHash for Digest {
    fn stable_hash(&self, hasher: &mut StableHasher) {
        hasher.part(*self);
    }
}

macro_rules! numbers {
    ($($number:ty),*) => {$(
        impl StableHash for $number {
            fn stable_hash(&self, hasher: &mut StableHasher) {
                hasher.number((*self).into());
            }
        }
    )*};
}

numbers!(bool, u16, u32, i64);

impl StableHash for usize {
    fn stable_hash(&self, hasher: &mut StableHasher) {
        hasher.number((*self as u64).cast_signed());
    }
}

impl<T: StableHash + ?Sized> StableHash for &T {
    fn stable_hash(&self, hasher: &mut StableHasher) {
        hasher.write(&**self);
    }
}

impl<T: StableHash + ?Sized> StableHash for Box<T> {
    fn stable_hash(&self, hasher: &mut StableHasher) {
        hasher.write(&**self);
    }
}

impl<T: StableHash + ?Sized> StableHash for Arc<T> {
    fn stable_hash(&self, hasher: &mut StableHasher) {
        hasher.write(&**self);
    }
}

impl<T: StableHash> StableHash for Option<T> {
    fn stable_hash(&self, hasher: &mut StableHasher) {
        match self {
            Some(value) => hasher.write(&[value]),
            None => hasher.absent(),
        }
    }
}

impl<T: StableHash> StableHash for [T] {
    fn stable_hash(&self, hasher: &mut StableHasher) {
        hasher.list(self.len());
        for item in self {
            hasher.write(item);
        }
    }
}

impl<T: StableHash, const N: usize> StableHash for [T; N] {
    fn stable_hash(&self, hasher: &mut StableHasher) {
        hasher.write(&self[..]);
    }
}

impl<T: StableHash> StableHash for Vec<T> {
    fn stable_hash(&self, hasher: &mut StableHasher) {
        hasher.write(&self[..]);
    }
}

impl<K: StableHash, V: StableHash> StableHash for BTreeMap<K, V> {
    fn stable_hash(&self, hasher: &mut StableHasher) {
        hasher.list(self.len());
        for entry in self {
            hasher.write(&entry);
        }
    }
}

impl<T: StableHash> StableHash for RangeInclusive<T> {
    fn stable_hash(&self, hasher: &mut StableHasher) {
        hasher.write(&(self.start(), self.end()));
    }
}

macro_rules! tuples {
    ($(($($name:ident),*)),*) => {$(
        impl<$($name: StableHash),*> StableHash for ($($name,)*) {
            fn stable_hash(&self, hasher: &mut StableHasher) {
                #[expect(non_snake_case, reason = "a value is called by its type")]
                let ($($name,)*) = self;
                $(hasher.write($name);)*
            }
        }
    )*};
}

tuples!(
    (A, B),
    (A, B, C),
    (A, B, C, D),
    (A, B, C, D, E),
    (A, B, C, D, E, F)
);

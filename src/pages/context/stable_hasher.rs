//! What something is made of, written down to be told apart from other things: what has the same trace is the
//! same. Parts may stand in it by their digests.

/// A digest of everything that a value is made of.
pub(in crate::pages) type Digest = blake3::Hash;

/// The record. Each entry begins with its kind, and what varies in length with its length, so that no two
/// records read alike.
#[derive(Debug, Clone, Default)]
pub(in crate::pages) struct StableHasher(Vec<u8>);

impl StableHasher {
    pub(in crate::pages) fn text(&mut self, text: &str) {
        self.count(b't', text.len());
        self.0.extend_from_slice(text.as_bytes());
    }

    pub(in crate::pages) fn number(&mut self, number: i64) {
        self.0.push(b'n');
        self.0.extend_from_slice(&number.to_le_bytes());
    }

    /// A list or a map of this many of what was written down before.
    pub(in crate::pages) fn list(&mut self, length: usize) {
        self.count(b'l', length);
    }

    pub(in crate::pages) fn part(&mut self, digest: Digest) {
        self.0.push(b'p');
        self.0.extend_from_slice(digest.as_bytes());
    }

    pub(in crate::pages) fn absent(&mut self) {
        self.0.push(b'-');
    }

    pub(in crate::pages) fn digest(&self) -> Digest {
        blake3::hash(&self.0)
    }

    fn count(&mut self, kind: u8, count: usize) {
        self.0.push(kind);
        self.0.extend_from_slice(&(count as u64).to_le_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn digest(write: impl FnOnce(&mut StableHasher)) -> Digest {
        let mut trace = StableHasher::default();
        write(&mut trace);
        trace.digest()
    }

    #[test]
    fn records_that_could_run_together_do_not() {
        let records = [
            digest(|_| {}),
            digest(StableHasher::absent),
            digest(|trace| trace.text("")),
            digest(|trace| trace.text("أب")),
            digest(|trace| {
                trace.text("أ");
                trace.text("ب");
            }),
            digest(|trace| trace.list(0)),
            digest(|trace| trace.number(0)),
            digest(|trace| trace.part(digest(|_| {}))),
        ];
        let distinct: std::collections::HashSet<_> = records.iter().map(Digest::to_hex).collect();
        assert_eq!(distinct.len(), records.len());
    }
}

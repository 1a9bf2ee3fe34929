//! What a template value is made of, written down while it is made: two values with the same trace are the
//! same. A value's parts stand in it by their digests, so a trace is as short as the value is shallow.

use std::collections::BTreeMap;

use tera::Value as TeraValue;
use tera::value::Key;

/// A digest of everything that a value is made of.
pub(in crate::pages) type Digest = blake3::Hash;

/// A finished value.
#[derive(Debug, Clone)]
pub(in crate::pages) struct Part {
    pub(in crate::pages) value: TeraValue,
    pub(in crate::pages) digest: Digest,
}

/// The record. Each entry begins with its kind, and what varies in length with its length, so that no two
/// records read alike.
#[derive(Debug, Clone, Default)]
pub(in crate::pages) struct Trace(Vec<u8>);

impl Trace {
    pub(in crate::pages) fn text(&mut self, text: &str) {
        self.count(b't', text.len());
        self.0.extend_from_slice(text.as_bytes());
    }

    pub(in crate::pages) fn number(&mut self, number: i64) {
        self.0.push(b'n');
        self.0.extend_from_slice(&number.to_le_bytes());
    }

    /// Opens a list of this many items.
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

    /// Adds all of another record.
    pub(super) fn append(&mut self, other: &Self) {
        self.0.extend_from_slice(&other.0);
    }

    pub(in crate::pages) fn digest(&self) -> Digest {
        blake3::hash(&self.0)
    }

    fn count(&mut self, kind: u8, count: usize) {
        self.0.push(kind);
        self.0.extend_from_slice(&(count as u64).to_le_bytes());
    }
}

/// The fields of a map before it becomes a value. Making one hashes every key, so that is done once.
#[derive(Clone, Default)]
pub(super) struct Fields {
    fields: Vec<(Key<'static>, TeraValue)>,
    pub(super) trace: Trace,
}

impl Fields {
    /// Adds a value that has been traced.
    pub(super) fn insert(&mut self, key: Key<'static>, value: TeraValue) {
        self.fields.push((key, value));
    }

    pub(super) fn text(&mut self, key: &'static str, text: Option<&str>) {
        match text {
            Some(text) => self.trace.text(text),
            None => self.trace.absent(),
        }
        self.insert(Key::Str(key), text.into());
    }

    pub(super) fn texts(&mut self, key: &'static str, texts: Vec<&str>) {
        self.trace.list(texts.len());
        for text in &texts {
            self.trace.text(text);
        }
        let texts: Vec<TeraValue> = texts.into_iter().map(TeraValue::from).collect();
        self.insert(Key::Str(key), texts.into());
    }

    pub(super) fn part(&mut self, key: &'static str, part: Option<&Part>) {
        let value = trace_part(part, &mut self.trace);
        self.insert(Key::Str(key), value);
    }

    pub(super) fn digest(&self) -> Digest {
        self.trace.digest()
    }
}

/// Traces a value that has been made before.
pub(super) fn trace_part(part: Option<&Part>, trace: &mut Trace) -> TeraValue {
    match part {
        Some(part) => trace.part(part.digest),
        None => trace.absent(),
    }
    part.map(|part| part.value.clone()).into()
}

impl From<Fields> for TeraValue {
    fn from(fields: Fields) -> Self {
        BTreeMap::from_iter(fields.fields).into()
    }
}

impl From<Fields> for Part {
    fn from(fields: Fields) -> Self {
        Self {
            digest: fields.digest(),
            value: fields.into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn digest(write: impl FnOnce(&mut Trace)) -> Digest {
        let mut trace = Trace::default();
        write(&mut trace);
        trace.digest()
    }

    #[test]
    fn records_that_could_run_together_do_not() {
        let records = [
            digest(|_| {}),
            digest(Trace::absent),
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

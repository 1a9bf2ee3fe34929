//! The two ways in which a context is read: into values for templates, or into a digest of all that those values
//! would be made of. There is one description of what a template sees, and both follow it, so they cannot part.

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::Value as TeraValue;
use tera::value::Key;

use super::{Level, Values};
use crate::digest::{Digest, StableHasher};
use crate::graph::EntryId;

/// What comes of describing a value, and of describing a map field by field.
pub(super) trait Reading {
    type Value;
    type Map: Default;

    fn absent(&mut self) -> Self::Value;
    fn text(&mut self, text: &str) -> Self::Value;
    /// Text that is HTML already.
    fn html(&mut self, html: &str) -> Self::Value;
    fn number(&mut self, number: i64) -> Self::Value;
    fn truth(&mut self, truth: bool) -> Self::Value;
    fn list(&mut self, items: Vec<Self::Value>) -> Self::Value;
    fn map(&mut self, map: Self::Map) -> Self::Value;
    /// Adds a field that site.toml names.
    fn field(&mut self, map: &mut Self::Map, name: &Arc<str>, value: Self::Value);
    /// Adds a field that every site has.
    fn fixed(&mut self, map: &mut Self::Map, name: &'static str, value: Self::Value);
    /// Another entry, as the level below has it.
    fn entry(&mut self, id: EntryId) -> Self::Value;
    /// What every level begins with.
    fn stub(&mut self, id: EntryId) -> Self::Map;

    fn optional_text(&mut self, text: Option<&str>) -> Self::Value {
        match text {
            Some(text) => self.text(text),
            None => self.absent(),
        }
    }

    fn optional_entry(&mut self, id: Option<EntryId>) -> Self::Value {
        match id {
            Some(id) => self.entry(id),
            None => self.absent(),
        }
    }

    fn texts<'a>(&mut self, texts: impl IntoIterator<Item = &'a str>) -> Self::Value {
        let texts = texts.into_iter().map(|text| self.text(text)).collect();
        self.list(texts)
    }
}

/// The fields of a map before it becomes a value. Making one hashes every key, so that is done once.
pub(super) type Fields = Vec<(Key<'static>, TeraValue)>;

/// Reads values for templates.
pub(super) struct ForTemplates<'a> {
    pub(super) values: &'a Values,
    pub(super) below: Option<Level>,
}

impl Reading for ForTemplates<'_> {
    type Value = TeraValue;
    type Map = Fields;

    fn absent(&mut self) -> TeraValue {
        TeraValue::none()
    }

    fn text(&mut self, text: &str) -> TeraValue {
        text.into()
    }

    fn html(&mut self, html: &str) -> TeraValue {
        TeraValue::safe_string(html)
    }

    fn number(&mut self, number: i64) -> TeraValue {
        number.into()
    }

    fn truth(&mut self, truth: bool) -> TeraValue {
        truth.into()
    }

    fn list(&mut self, items: Vec<TeraValue>) -> TeraValue {
        items.into()
    }

    fn map(&mut self, map: Fields) -> TeraValue {
        BTreeMap::from_iter(map).into()
    }

    fn field(&mut self, map: &mut Fields, name: &Arc<str>, value: TeraValue) {
        map.push((Key::String(name.clone()), value));
    }

    fn fixed(&mut self, map: &mut Fields, name: &'static str, value: TeraValue) {
        map.push((Key::Str(name), value));
    }

    fn entry(&mut self, id: EntryId) -> TeraValue {
        let below = self.below.map(|level| self.values.entry(level, id));
        below.into()
    }

    fn stub(&mut self, id: EntryId) -> Fields {
        self.values.stub(id).clone()
    }
}

/// Reads a digest. What a list or a map holds is written down before it, and its size with it: so no two records
/// read alike.
pub(super) struct ForDigest<'a> {
    pub(super) trace: StableHasher,
    pub(super) stubs: &'a [Digest],
    pub(super) below: &'a [Digest],
}

impl Reading for ForDigest<'_> {
    type Value = ();
    /// How many fields there are.
    type Map = usize;

    fn absent(&mut self) {
        self.trace.absent();
    }

    fn text(&mut self, text: &str) {
        self.trace.text(text);
    }

    fn html(&mut self, html: &str) {
        self.trace.text(html);
    }

    fn number(&mut self, number: i64) {
        self.trace.number(number);
    }

    fn truth(&mut self, truth: bool) {
        self.trace.number(truth.into());
    }

    fn list(&mut self, items: Vec<()>) {
        self.trace.list(items.len());
    }

    fn map(&mut self, fields: usize) {
        self.trace.list(fields);
    }

    fn field(&mut self, fields: &mut usize, _: &Arc<str>, (): ()) {
        // The name is in site.toml, and a page is rendered anew whenever that changes.
        *fields += 1;
    }

    fn fixed(&mut self, fields: &mut usize, _: &'static str, (): ()) {
        *fields += 1;
    }

    fn entry(&mut self, id: EntryId) {
        self.trace.part(self.below[id.0]);
    }

    fn stub(&mut self, id: EntryId) -> usize {
        self.trace.part(self.stubs[id.0]);
        1
    }
}

//! The shapes of what site.toml declares: fields, back-references, `[extra]`.

use std::collections::BTreeSet;
use std::sync::Arc;

use tera::Value as TeraValue;

use super::value_shape::{Depth, Shape};
use crate::schema::{Backref, Field, Kind, RecordId, Schema, Structure};

/// What is known of every entry that is named.
pub(super) const STUB: [&str; 8] = [
    "id",
    "collection",
    "slug",
    "title",
    "url",
    "permalink",
    "language",
    "direction",
];

/// A value whose references tell as much as `below`.
pub(super) fn of_kind(schema: &Schema, kind: &Kind, below: Depth) -> Shape {
    match kind.structure() {
        Structure::Plain => Shape::Plain,
        Structure::Citation => {
            let against = Shape::list(citation(Shape::list(Shape::nothing())));
            citation(against)
        }
        Structure::Picture(crops) => {
            let crops = crops.iter().map(|crop| &**crop);
            Shape::plain_map(crops.chain(["url", "alt"]))
        }
        Structure::Entry(ids) => Shape::one_of(ids.iter().map(|id| Shape::Entry(*id, below))),
        Structure::List(item) => Shape::list(of_kind(schema, item, below)),
        Structure::Record(id) => of_record(schema, id, below),
    }
}

/// Quoted words, and what other sources say `against` them.
fn citation(against: Shape) -> Shape {
    let plain = [
        "p",
        "text",
        "url",
        "directive",
        "label",
        "long_label",
        "translation",
    ];
    let source = STUB.into_iter().chain(["name"]);
    let source = Shape::map(source.map(|name| (name, Shape::Plain)));
    let quote = Shape::list(Shape::Plain);
    let plain = plain.into_iter().map(|name| (name, Shape::Plain));
    Shape::map(plain.chain([("quote", quote), ("source", source), ("against", against)]))
}

fn of_record(schema: &Schema, id: RecordId, below: Depth) -> Shape {
    let fields = schema.record(id).fields.iter();
    let fields = fields.map(|field| (&*field.name, of_kind(schema, &field.field_type.kind, below)));
    Shape::map(fields)
}

/// An item of a back-reference: the entry at the beginning of a path, and the record that holds the reference.
pub(super) fn reference(schema: &Schema, backref: &Backref, below: Depth) -> Shape {
    let mut entries = BTreeSet::new();
    let mut records = BTreeSet::new();
    for path in &backref.from {
        let mut steps = path.value.split('.').peekable();
        let start = steps.next().and_then(|name| schema.collection_named(name));
        let Some(start) = start else { continue };
        entries.insert(Shape::Entry(start, below));
        let mut fields: &[Field] = &schema.collection(start).fields;
        let mut record = None;
        while let Some(step) = steps.next() {
            let field = fields.iter().find(|field| *field.name == *step);
            match field.map(|field| field.field_type.kind.item().structure()) {
                Some(Structure::Record(id)) => {
                    fields = &schema.record(id).fields;
                    record = Some(id);
                }
                // A record holds the reference only where the path leads through no other entry.
                Some(Structure::Entry(_)) if steps.peek().is_none() => records.extend(record),
                _ => break,
            }
        }
    }
    let via = records.into_iter().map(|id| of_record(schema, id, below));
    Shape::map([
        ("entry", Shape::one_of(entries)),
        ("via", Shape::one_of(via)),
    ])
}

/// An entry that has a tag.
pub(super) fn tagged(schema: &Schema, backref: &Backref, below: Depth) -> Shape {
    let names = backref
        .from
        .iter()
        .filter_map(|path| path.value.split('.').next());
    let ids = names.filter_map(|name| schema.collection_named(name));
    Shape::one_of(ids.map(|id| Shape::Entry(id, below)))
}

/// A value of site.toml or of a file of data, which is there already.
pub(super) fn of_value(value: &TeraValue) -> Shape {
    if value.is_none() {
        Shape::nothing()
    } else if let Some(map) = value.as_map() {
        let fields = map.iter();
        let fields =
            fields.map(|(key, value)| (key.as_value().to_string().into(), of_value(value)));
        Shape::Map(Arc::new(fields.collect()))
    } else if let Some(items) = value.as_array() {
        Shape::list(Shape::one_of(items.iter().map(of_value)))
    } else {
        Shape::Plain
    }
}

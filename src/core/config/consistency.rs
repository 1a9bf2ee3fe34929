//! Consistency of the whole schema: duplicate names, unknown fields, records that contain themselves.

use std::collections::{BTreeMap, BTreeSet};

use super::names::{expect_field, unknown_field};
use super::table::File;
use super::{archives, declared, feeds, pagination};
use crate::locale::text;
use crate::schema::{
    Address, Collection, Field, FieldUse, Kind, RESERVED_FIELDS, RecordId, STANDARD_KEYS, Schema,
    Spanned, Structure, TRANSLATION_KEYS, UPDATED,
};

pub(super) fn check(file: &mut File<'_>, schema: &Schema) {
    let before = file.diagnostics.len();
    for (position, record) in schema.records.iter().enumerate() {
        if let Some(field) = record
            .fields
            .iter()
            .find(|field| reaches(schema, field, RecordId(position)))
        {
            let message = text!("record-in-itself", name = record.name.clone());
            let hint = text!("record-in-itself-hint");
            file.error("E105", message, field.span.clone(), hint);
        }
    }
    if file.diagnostics.len() == before {
        check_sizes(file, schema);
    }
    let mut source: Option<&Collection> = None;
    for (position, collection) in schema.collections.iter().enumerate() {
        check_names(file, schema, collection);
        check_mentions(file, collection);
        check_source(file, schema, collection);
        archives::check(file, schema, collection);
        feeds::check(file, schema, collection);
        declared::check_pattern(file, collection);
        pagination::check(file, &schema.collections, position);
        let twin = schema.collections[..position]
            .iter()
            .find(|other| other.folder == collection.folder && other.name != collection.name);
        if let Some(twin) = twin {
            let name = collection.name.clone();
            let message = text!("folder-shared", name, other = twin.name.clone());
            let hint = text!("folder-shared-hint");
            file.error("E105", message, collection.span.clone(), hint);
        }
        if collection.source.is_some() {
            if let Some(first) = source {
                let name = collection.name.clone();
                let message = text!("two-sources", name, other = first.name.clone());
                let hint = text!("two-sources-hint");
                file.error("E105", message, collection.span.clone(), hint);
            }
            source = source.or(Some(collection));
        }
    }
}

/// Whether a field contains a record, directly or through other records.
fn reaches(schema: &Schema, field: &Field, record: RecordId) -> bool {
    let mut seen = BTreeSet::new();
    let mut fields = vec![field];
    while let Some(field) = fields.pop() {
        let Some(id) = record_of(field) else {
            continue;
        };
        if id == record {
            return true;
        }
        if seen.insert(id.0) {
            fields.extend(&schema.record(id).fields);
        }
    }
    false
}

/// The record that a field holds, or a list of it.
fn record_of(field: &Field) -> Option<RecordId> {
    match field.field_type.kind.item().structure() {
        Structure::Record(id) => Some(id),
        Structure::Plain
        | Structure::Citation
        | Structure::Picture(_)
        | Structure::Entry(_)
        | Structure::List(_) => None,
    }
}

/// How many fields an entry may have with those of its records, and how deep these may be in each other: templates and
/// editors are told all of them, one by one.
const FIELDS: u64 = 10_000;
const DEPTH: usize = 32;

/// Reports the first field whose records have too many fields, or are too deep in each other. No record contains itself.
fn check_sizes(file: &mut File<'_>, schema: &Schema) {
    let mut known = BTreeMap::new();
    let records = schema.records.iter().map(|record| &record.fields);
    let collections = schema.collections.iter().map(|one| &one.fields);
    let mut fields = records.chain(collections).flatten();
    let too_large = fields.find(|field| {
        let size = record_of(field).map(|id| size(schema, id, 0, &mut known));
        size.is_some_and(|size| size.is_none_or(|size| size.fields > FIELDS))
    });
    if let Some(field) = too_large {
        let name = field.name.clone();
        let message = text!("field-too-large", name, most = FIELDS, depth = DEPTH);
        let hint = text!("field-too-large-hint");
        file.error("E105", message, field.span.clone(), hint);
    }
}

#[derive(Clone, Copy)]
struct Size {
    fields: u64,
    depth: usize,
}

/// The size of a record that stands in so many others; none where it is too deep.
fn size(
    schema: &Schema,
    id: RecordId,
    depth: usize,
    known: &mut BTreeMap<usize, Size>,
) -> Option<Size> {
    if let Some(size) = known.get(&id.0) {
        return Some(*size).filter(|size| depth + size.depth <= DEPTH);
    }
    if depth > DEPTH {
        return None;
    }
    let mut whole = Size {
        fields: 0,
        depth: 0,
    };
    for field in &schema.record(id).fields {
        whole.fields = whole.fields.saturating_add(1);
        if let Some(inner) = record_of(field) {
            let inner = size(schema, inner, depth + 1, known)?;
            whole.fields = whole.fields.saturating_add(inner.fields);
            whole.depth = whole.depth.max(inner.depth + 1);
        }
    }
    known.insert(id.0, whole);
    Some(whole)
}

/// What templates find on entries besides, where the site has several languages.
const OF_LANGUAGES: [&str; 3] = ["direction", "translations", "alternates"];

/// Reports fields and back-references with a duplicate or a reserved name.
fn check_names(file: &mut File<'_>, schema: &Schema, collection: &Collection) {
    let mut seen: Vec<&str> = Vec::new();
    let fields = collection.fields.iter().map(|f| (&*f.name, &f.span));
    let backrefs = collection.backrefs.iter().map(|b| (&*b.name, &b.span));
    for (name, span) in fields.chain(backrefs) {
        let of_languages = || TRANSLATION_KEYS.contains(&name) || OF_LANGUAGES.contains(&name);
        if RESERVED_FIELDS.contains(&name)
            || STANDARD_KEYS.contains(&name) && name != UPDATED
            || schema.is_multilingual && of_languages()
            || collection.related.is_some() && name == "related"
        {
            let message = text!("field-reserved", name);
            let hint = text!("field-reserved-hint");
            file.error("E105", message, span.clone(), hint);
        } else if seen.contains(&name) {
            let message = text!("field-and-backref", name);
            let hint = text!("field-and-backref-hint");
            file.error("E105", message, span.clone(), hint);
        }
        seen.push(name);
    }
}

/// Reports keys that name an unknown field or one of the wrong kind.
fn check_mentions(file: &mut File<'_>, collection: &Collection) {
    // A collection whose title is not declared shows slugs; only a title that is asked for must exist.
    let asked_for = collection.title.span != collection.span;
    if asked_for || collection.field(&collection.title.value).is_some() {
        expect_field(file, collection, &collection.title, FieldUse::Title);
    }
    for key in &collection.order {
        expect_field(file, collection, &key.field, FieldUse::Order);
    }
    if let Some(field) = &collection.siblings {
        expect_field(file, collection, field, FieldUse::Siblings);
    }
    if let Some(field) = collection.rows.iter().find_map(|rows| rows.slug.as_ref()) {
        expect_field(file, collection, field, FieldUse::Slug);
    }
    if let Address::Anchor(field) = &collection.address {
        expect_field(file, collection, field, FieldUse::Anchor);
    }
    for field in collection.translations.fields.iter().flatten() {
        if collection.field(&field.value).is_none() {
            let (name, span) = (&field.value, &field.span);
            unknown_field(file, &collection.name, &collection.fields, name, span);
        }
    }
    for expect in collection
        .backrefs
        .iter()
        .filter_map(|backref| backref.expect.as_ref())
    {
        expect_field(file, collection, expect, FieldUse::Count);
    }
}

/// The paragraphs of a source are a list of records with a number and a text.
fn check_source(file: &mut File<'_>, schema: &Schema, collection: &Collection) {
    let Some(role) = &collection.source else {
        return;
    };
    let Some(position) = collection.field(&role.paragraphs.value) else {
        let (name, span) = (&role.paragraphs.value, &role.paragraphs.span);
        return unknown_field(file, &collection.name, &collection.fields, name, span);
    };
    if let Some(named) = &role.name {
        let field = collection.field(&named.value);
        match field.map(|field| &collection.fields[field].field_type.kind) {
            None => {
                let fields = &collection.fields;
                unknown_field(file, &collection.name, fields, &named.value, &named.span);
            }
            Some(Kind::String) => {}
            Some(_) => wrong_kind(file, named, &Kind::String),
        }
    }
    let kind = &collection.fields[position].field_type.kind;
    let (Kind::List(_), Structure::Record(record)) = (kind, kind.item().structure()) else {
        let hint = text!("field-without-paragraphs-hint");
        let message = text!("field-without-paragraphs", name = &role.paragraphs.value);
        return file.error("E105", message, role.paragraphs.span.clone(), hint);
    };
    let record = schema.record(record);
    for (named, expected) in [(&role.number, Kind::Int), (&role.text, Kind::String)] {
        match record.fields.iter().find(|f| *f.name == *named.value) {
            None => unknown_field(
                file,
                &record.name,
                &record.fields,
                &named.value,
                &named.span,
            ),
            Some(field) if field.field_type.kind != expected => wrong_kind(file, named, &expected),
            Some(_) => {}
        }
    }
}

fn wrong_kind(file: &mut File<'_>, named: &Spanned<String>, expected: &Kind) {
    let (name, expected) = (&named.value, expected.text());
    let message = text!("field-of-another-kind", name, expected);
    let hint = text!("field-of-another-kind-hint");
    file.error("E105", message, named.span.clone(), hint);
}

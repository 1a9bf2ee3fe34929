//! Consistency of the whole schema: duplicate names, unknown fields, records that contain themselves.

use super::feeds;
use super::names::{expect_field, unknown_field};
use super::table::File;
use crate::schema::{
    Address, Collection, Field, FieldUse, Kind, RESERVED_FIELDS, RecordId, STANDARD_KEYS, Schema,
    Structure,
};

pub(super) fn check(file: &mut File<'_>, schema: &Schema) {
    for (position, record) in schema.records.iter().enumerate() {
        if let Some(field) = record
            .fields
            .iter()
            .find(|f| reaches(schema, f, RecordId(position), 0))
        {
            let message = format!("the record `{}` contains itself", record.name);
            let hint = "use a reference to an entry instead";
            file.error("E105", message, field.span.clone(), hint);
        }
    }
    let mut source: Option<&Collection> = None;
    for (position, collection) in schema.collections.iter().enumerate() {
        check_names(file, collection);
        check_mentions(file, collection);
        check_source(file, schema, collection);
        feeds::check(file, collection);
        let twin = schema.collections[..position]
            .iter()
            .find(|other| other.folder == collection.folder);
        if let Some(twin) = twin {
            let message = format!("`{}` and `{}` share a folder", twin.name, collection.name);
            let hint = "give one of them another `folder`";
            file.error("E105", message, collection.span.clone(), hint);
        }
        if collection.source.is_some() {
            if let Some(first) = source {
                let message = format!(
                    "both `{}` and `{}` are sources",
                    first.name, collection.name
                );
                let hint = "one collection holds the sources; it may have several entries";
                file.error("E105", message, collection.span.clone(), hint);
            }
            source = source.or(Some(collection));
        }
    }
}

/// Whether a field contains a record, directly or through other records.
fn reaches(schema: &Schema, field: &Field, record: RecordId, depth: usize) -> bool {
    match field.field_type.kind.item().structure() {
        Structure::Record(id) if id == record => true,
        Structure::Record(id) => {
            let mut fields = schema.record(id).fields.iter();
            depth < schema.records.len()
                && fields.any(|field| reaches(schema, field, record, depth + 1))
        }
        Structure::Plain | Structure::Citation | Structure::Entry(_) | Structure::List(_) => false,
    }
}

/// Reports fields and back-references with a duplicate or a reserved name.
fn check_names(file: &mut File<'_>, collection: &Collection) {
    let mut seen: Vec<&str> = Vec::new();
    let fields = collection.fields.iter().map(|f| (&*f.name, &f.span));
    let backrefs = collection.backrefs.iter().map(|b| (&*b.name, &b.span));
    for (name, span) in fields.chain(backrefs) {
        if RESERVED_FIELDS.contains(&name) || STANDARD_KEYS.contains(&name) {
            let message = format!("a field cannot be called `{name}`");
            let hint = "every entry has something by that name; choose another";
            file.error("E105", message, span.clone(), hint);
        } else if seen.contains(&name) {
            let message = format!("`{name}` is both a field and a back-reference");
            file.error(
                "E105",
                message,
                span.clone(),
                "give one of them another name",
            );
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
    if let Address::Anchor(field) = &collection.address {
        expect_field(file, collection, field, FieldUse::Anchor);
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
    let kind = &collection.fields[position].field_type.kind;
    let (Kind::List(_), Structure::Record(record)) = (kind, kind.item().structure()) else {
        let hint = "declare it as a list of records, each with a number and a text";
        let message = format!("the field `{}` holds no paragraphs", role.paragraphs.value);
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
            Some(field) if field.field_type.kind != expected => {
                let message = format!("the field `{}` should hold {expected}", named.value);
                file.error(
                    "E105",
                    message,
                    named.span.clone(),
                    "declare it so in [records]",
                );
            }
            Some(_) => {}
        }
    }
}

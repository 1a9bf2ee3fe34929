//! `[tags.…]`: collections whose entries need no file. Each entry that some field of type `tag` names is one.

use super::declared::{address, backrefs, fields, order_key};
use super::table::{File, Table};
use super::{feeds, languages, pagination};
use crate::locale::text;
use crate::schema::{
    Address, Backref, Collection, CollectionId, Fallback, Field, FieldType, Kind, Names, RecordId,
    Schema, Spanned, Structure,
};

/// The field with the words that a tag is called by, and the one with others that mean it.
const TITLE: &str = "title";
const ALIASES: &str = "aliases";

/// What templates find on every tag besides.
const COUNT: &str = "count";

pub(super) fn read(
    file: &mut File<'_>,
    name: Spanned<String>,
    mut table: Table<'_>,
    names: &Names<'_>,
) -> Collection {
    let here = |value: &str| Spanned {
        value: value.to_owned(),
        span: name.span.clone(),
    };
    let folder = table.text(file, "folder");
    let address = match table.get("url") {
        Some(_) => address(file, &mut table),
        None => Address::Pattern(here(&format!("/{}/{{slug}}/", name.value))),
    };
    let template = table.string(file, "template");
    if template.is_none() && matches!(address, Address::Pattern(_)) {
        table.missing(file, "template", text!("tags-template-hint"));
    }
    let index = table.string(file, "index");
    let paginate = pagination::read(file, &mut table, Some(Collection::TAGGED));
    let mut order: Vec<_> = table
        .strings(file, "order")
        .into_iter()
        .map(order_key)
        .collect();
    if order.is_empty() {
        order.push(order_key(here(TITLE)));
    }
    let feed = table
        .table(file, "feed")
        .and_then(|table| feeds::read(file, table, &address, true));
    let translations = languages::translations(file, &mut table, Fallback::Hide);
    let declared = table.get("fields").map(|value| fields(file, value, names));
    let backrefs = table
        .table(file, "backrefs")
        .map(|table| backrefs(file, &table));
    table.finish(file);

    let declared = declared.unwrap_or_default();
    for field in &declared {
        check(file, field);
    }
    let own = [
        (TITLE, Kind::String, false),
        (ALIASES, Kind::List(Box::new(Kind::String)), true),
    ];
    let own = own.map(|(field, kind, optional)| Field {
        name: field.into(),
        field_type: FieldType { kind, optional },
        span: name.span.clone(),
        remark: None,
    });
    Collection {
        folder: folder.unwrap_or_else(|| name.value.clone()),
        title: here(TITLE),
        name: name.value.into(),
        span: name.span,
        address,
        template,
        index,
        paginate,
        related: None,
        order,
        siblings: None,
        expect: Vec::new(),
        nested: false,
        is_tags: true,
        archive: None,
        fields: own.into_iter().chain(declared).collect(),
        backrefs: backrefs.unwrap_or_default(),
        rows: None,
        source: None,
        feed,
        translations,
    }
}

/// Reports a field that every tag has anyway, and one that a tag without a file could not have.
fn check(file: &mut File<'_>, field: &Field) {
    let name = &*field.name;
    let span = field.span.clone();
    if [TITLE, ALIASES, COUNT, Collection::TAGGED].contains(&name) {
        let message = text!("tags-field-taken", name);
        let hint = text!("tags-field-taken-hint");
        file.error("E105", message, span, hint);
    } else if !field.field_type.optional {
        let hint = text!("tags-field-required-hint");
        file.error("E105", text!("tags-field-required", name), span, hint);
    }
}

/// Tells tags where they are given: in every field of their type, in records as well.
pub(super) fn connect(schema: &mut Schema) {
    let tags: Vec<_> = schema
        .ids()
        .filter(|id| schema.collection(*id).is_tags)
        .collect();
    for id in tags {
        let mut from = Vec::new();
        for collection in &schema.collections {
            let mut seen = Vec::new();
            paths(
                schema,
                &collection.fields,
                &collection.name,
                id,
                (&mut seen, &mut from),
            );
        }
        let collection = &mut schema.collections[id.0];
        let tagged = Backref {
            name: Collection::TAGGED.into(),
            span: collection.span.clone(),
            from,
            expect: None,
        };
        collection.backrefs.insert(0, tagged);
    }
}

/// The paths to all fields that hold such a tag. A record that is being looked into is not looked into again: one that
/// contains itself is an error of its own.
fn paths(
    schema: &Schema,
    fields: &[Field],
    way: &str,
    tags: CollectionId,
    (seen, found): (&mut Vec<RecordId>, &mut Vec<Spanned<String>>),
) {
    for field in fields {
        let path = format!("{way}.{}", field.name);
        match (
            field.field_type.kind.item(),
            field.field_type.kind.item().structure(),
        ) {
            (Kind::Tag(of), _) if *of == tags => found.push(Spanned {
                value: path,
                span: field.span.clone(),
            }),
            (_, Structure::Record(id)) if !seen.contains(&id) => {
                seen.push(id);
                paths(
                    schema,
                    &schema.record(id).fields,
                    &path,
                    tags,
                    (seen, found),
                );
                seen.pop();
            }
            _ => {}
        }
    }
}

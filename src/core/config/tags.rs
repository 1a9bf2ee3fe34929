//! `[tags.…]`: collections whose entries need no file. Each entry that some field of type `tag` names is one.

use std::collections::BTreeMap;

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
    let mut given: BTreeMap<usize, Vec<Spanned<String>>> = BTreeMap::new();
    for collection in &schema.collections {
        let mut seen = Vec::new();
        let way = &*collection.name;
        paths(schema, &collection.fields, way, (&mut seen, &mut given));
    }
    let tags = schema.collections.iter_mut().enumerate();
    for (id, collection) in tags.filter(|(_, collection)| collection.is_tags) {
        let tagged = Backref {
            name: Collection::TAGGED.into(),
            span: collection.span.clone(),
            from: given.remove(&id).unwrap_or_default(),
            expect: None,
        };
        collection.backrefs.insert(0, tagged);
    }
}

/// The paths to all fields that hold tags, by what these are. A record that is being looked into is not looked into again: one
/// that contains itself is an error of its own.
fn paths(
    schema: &Schema,
    fields: &[Field],
    way: &str,
    (seen, found): (
        &mut Vec<RecordId>,
        &mut BTreeMap<usize, Vec<Spanned<String>>>,
    ),
) {
    for field in fields {
        let item = field.field_type.kind.item();
        match (item, item.structure()) {
            (Kind::Tag(CollectionId(id)), _) => found.entry(*id).or_default().push(Spanned {
                value: format!("{way}.{}", field.name),
                span: field.span.clone(),
            }),
            (_, Structure::Record(id)) if !seen.contains(&id) => {
                seen.push(id);
                let path = format!("{way}.{}", field.name);
                paths(schema, &schema.record(id).fields, &path, (seen, found));
                seen.pop();
            }
            _ => {}
        }
    }
}

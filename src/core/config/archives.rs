//! `[archives.…]`: collections whose entries are years or months, made of the days of others.

use super::declared::{address, order_key};
use super::names::{expect_field, known_collection};
use super::table::{File, Table};
use super::{feeds, pagination};
use crate::locale::text;
use crate::schema::{
    Address, Archive, Backref, Collection, Fallback, Field, FieldType, FieldUse, Kind, Period,
    Schema, Spanned, Translations,
};

pub(super) fn read(file: &mut File<'_>, name: Spanned<String>, mut table: Table<'_>) -> Collection {
    let here = |value: &str| Spanned {
        value: value.to_owned(),
        span: name.span.clone(),
    };
    let from = table.strings(file, "from");
    if from.is_empty() {
        table.missing(file, "from", text!("archive-from-hint", path = "news.date"));
    }
    let by = table.string(file, "by");
    let period = match by.as_ref().map(|by| by.value.as_str()) {
        None | Some("month") => Period::Month,
        Some("year") => Period::Year,
        Some(other) => {
            let span = by.as_ref().map_or(&name.span, |by| &by.span).clone();
            let message = text!("archive-by-unknown", name = other);
            file.error("E105", message, span, text!("archive-by-unknown-hint"));
            Period::Month
        }
    };
    let address = match (table.get("url"), period) {
        (Some(_), _) => address(file, &mut table),
        (None, Period::Year) => Address::Pattern(here(&format!("/{}/{{year}}/", name.value))),
        (None, Period::Month) => {
            Address::Pattern(here(&format!("/{}/{{year}}/{{month}}/", name.value)))
        }
    };
    let template = table.string(file, "template");
    if template.is_none() && matches!(address, Address::Pattern(_)) {
        table.missing(file, "template", text!("archive-template-hint"));
    }
    let index = table.string(file, "index");
    let paginate = pagination::read(file, &mut table, Some(Collection::TAGGED));
    let order = table.strings(file, "order").into_iter().map(order_key);
    let mut order: Vec<_> = order.collect();
    if order.is_empty() {
        order.push(order_key(here(&format!("-{}", Archive::DATE))));
    }
    let feed = table.table(file, "feed");
    let feed = feed.and_then(|feed| feeds::read(file, feed, &address, true));
    table.finish(file);
    let fields = [
        (Archive::TITLE, Kind::String),
        (Archive::YEAR, Kind::String),
        (Archive::MONTH, Kind::String),
        (Archive::DATE, Kind::Date),
    ];
    let fields = fields.map(|(field, kind)| Field {
        name: field.into(),
        field_type: FieldType {
            kind,
            optional: true,
        },
        span: name.span.clone(),
        remark: None,
    });
    let listed = Backref {
        name: Collection::TAGGED.into(),
        span: name.span.clone(),
        from,
        expect: None,
    };
    Collection {
        folder: name.value.clone(),
        title: here(Archive::TITLE),
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
        is_tags: false,
        archive: Some(Archive { period }),
        fields: fields.into(),
        backrefs: vec![listed],
        rows: None,
        source: None,
        feed,
        translations: Translations {
            fallback: Fallback::Hide,
            ..Translations::default()
        },
    }
}

/// The field that holds a day and is called so, or else the first that holds one.
fn day_of(schema: &Schema, name: &str) -> String {
    let days = schema
        .collections
        .iter()
        .filter(|one| one.archive.is_none());
    let mut days = days.flat_map(|one| {
        let days = one
            .fields
            .iter()
            .filter(|field| field.field_type.kind.serves(FieldUse::Period));
        days.map(move |field| (one, &*field.name))
    });
    let found = days
        .clone()
        .find(|(_, field)| *field == name)
        .or_else(|| days.next());
    found.map_or_else(
        || "news.date".to_owned(),
        |(of, field)| format!("{}.{field}", of.name),
    )
}

/// Reports paths that lead to no day.
pub(super) fn check(file: &mut File<'_>, schema: &Schema, collection: &Collection) {
    if collection.archive.is_none() {
        return;
    }
    for path in collection.backrefs.iter().flat_map(|listed| &listed.from) {
        let named = |value: &str| Spanned {
            value: value.to_owned(),
            span: path.span.clone(),
        };
        let Some((of, field)) = path.value.split_once('.') else {
            let message = text!("archive-path-wrong", path = &path.value);
            file.error(
                "E105",
                message,
                path.span.clone(),
                text!("archive-from-hint", path = day_of(schema, &path.value)),
            );
            continue;
        };
        if let Some(id) = known_collection(file, &named(of), schema) {
            let of = schema.collection(id);
            expect_field(file, of, &named(field), FieldUse::Period);
        }
    }
}

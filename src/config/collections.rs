//! `[records]` and `[collections.…]` become the [`Schema`].

use toml::Spanned as Located;
use toml::de::DeValue;

use super::table::{File, Table};
use super::{consistency, feeds, pagination};
use crate::locale::{Text, text};
use crate::path::UrlPath;
use crate::schema::{
    Address, Backref, Collection, Field, FieldType, Names, OrderKey, RESERVED_COLLECTIONS, Record,
    Republish, Schema, SourceRole, Spanned,
};

pub(super) fn read(
    file: &mut File<'_>,
    records: Option<Table<'_>>,
    collections: Option<Table<'_>>,
) -> Schema {
    let records = records.map(|table| table.named()).unwrap_or_default();
    let collections = collections
        .map(|table| table.named_tables(file))
        .unwrap_or_default();
    let record_names: Vec<_> = records.iter().map(|(name, _)| name.value.clone()).collect();
    let collection_names: Vec<_> = collections
        .iter()
        .map(|(name, _)| name.value.clone())
        .collect();
    let names = Names {
        collections: &collection_names,
        records: &record_names,
    };
    let mut schema = Schema::default();
    for (name, value) in &records {
        let fields = fields(file, value, &names);
        schema.records.push(Record {
            name: name.value.as_str().into(),
            fields,
        });
    }
    for (name, table) in collections {
        if RESERVED_COLLECTIONS.contains(&name.value.as_str()) {
            let message = text!("collection-reserved", name = &name.value);
            let hint = text!("collection-reserved-hint");
            file.error("E105", message, name.span.clone(), hint);
        }
        let collection = collection(file, name, table, &names);
        schema.collections.push(collection);
    }
    consistency::check(file, &schema);
    schema
}

/// The fields of a record or a collection, in the order in which they are declared.
fn fields(file: &mut File<'_>, value: &Located<DeValue<'_>>, names: &Names<'_>) -> Vec<Field> {
    let Some(table) = value.get_ref().as_table() else {
        let hint = text!("fields-not-a-table-hint");
        let message = text!("fields-not-a-table");
        file.error("E104", message, file.span(value.span()), hint);
        return Vec::new();
    };
    let mut fields = Vec::new();
    for (name, value) in Table::new("", table, value.span()).named() {
        let span = file.span(value.span());
        let Some(text) = value.get_ref().as_str() else {
            let hint = text!("type-not-a-string-hint");
            file.error("E104", text!("type-not-a-string"), span, hint);
            continue;
        };
        match FieldType::parse(text, names) {
            Ok(field_type) => fields.push(Field {
                name: name.value.into(),
                field_type,
                span: name.span,
            }),
            Err((message, hint)) => {
                let hint = hint.unwrap_or_else(|| text!("types-listed-hint"));
                file.error("E105", message, span, hint);
            }
        }
    }
    fields
}

fn collection(
    file: &mut File<'_>,
    name: Spanned<String>,
    mut table: Table<'_>,
    names: &Names<'_>,
) -> Collection {
    let folder = table.text(file, "folder");
    let address = address(file, &mut table);
    let template = table.string(file, "template");
    let title = table.string(file, "title").unwrap_or_else(|| Spanned {
        value: "title".to_owned(),
        span: name.span.clone(),
    });
    let index = table.string(file, "index");
    let paginate = pagination::read(file, &mut table);
    let order = table
        .strings(file, "order")
        .into_iter()
        .map(order_key)
        .collect();
    let siblings = table.string(file, "siblings");
    let expect = table.int(file, "expect");
    let source = table
        .table(file, "source")
        .map(|table| source_role(file, table));
    let feed = table
        .table(file, "feed")
        .and_then(|table| feeds::read(file, table, &address));
    let declared = table.get("fields").map(|value| fields(file, value, names));
    let backrefs = table
        .table(file, "backrefs")
        .map(|table| backrefs(file, &table));
    table.finish(file);

    Collection {
        folder: folder.unwrap_or_else(|| name.value.clone()),
        name: name.value.into(),
        span: name.span,
        address,
        template,
        title,
        index,
        paginate,
        order,
        siblings,
        expect,
        fields: declared.unwrap_or_default(),
        backrefs: backrefs.unwrap_or_default(),
        source,
        feed,
    }
}

fn address(file: &mut File<'_>, table: &mut Table<'_>) -> Address {
    let anchor = table.string(file, "anchor");
    let is_false = table
        .get("url")
        .is_some_and(|url| url.get_ref().as_bool() == Some(false));
    let pattern = if is_false {
        None
    } else {
        table.string(file, "url")
    };
    match (pattern, anchor) {
        (Some(pattern), None) => {
            let filled = pattern.value.replace("{slug}", "a");
            let problem = match filled.find('{') {
                Some(_) => Some(text!("placeholder-unknown", pattern = &pattern.value)),
                None => UrlPath::new(&filled).err().map(Text::from),
            };
            if let Some(problem) = problem {
                let hint = text!("placeholder-unknown-hint");
                file.error("E207", problem, pattern.span.clone(), hint);
            }
            Address::Pattern(pattern)
        }
        (None, Some(anchor)) => Address::Anchor(anchor),
        (None, None) if is_false => Address::None,
        (None, None) => {
            table.missing(file, "url", text!("collection-url-hint"));
            Address::None
        }
        (Some(_), Some(anchor)) => {
            let hint = text!("url-and-anchor-hint");
            file.error("E105", text!("url-and-anchor"), anchor.span, hint);
            Address::None
        }
    }
}

fn order_key(key: Spanned<String>) -> OrderKey {
    let descending = key.value.starts_with('-');
    let field = Spanned {
        value: key.value.trim_start_matches('-').to_owned(),
        span: key.span,
    };
    OrderKey { field, descending }
}

fn backrefs(file: &mut File<'_>, table: &Table<'_>) -> Vec<Backref> {
    let mut backrefs = Vec::new();
    for (name, mut table) in table.named_tables(file) {
        let from = table.strings(file, "from");
        if from.is_empty() {
            table.missing(file, "from", text!("backref-from-hint"));
        }
        let expect = table.string(file, "expect");
        table.finish(file);
        backrefs.push(Backref {
            name: name.value.into(),
            span: name.span,
            from,
            expect,
        });
    }
    backrefs
}

fn source_role(file: &mut File<'_>, mut table: Table<'_>) -> SourceRole {
    let span = file.span(table.range());
    let mut name = |file: &mut File<'_>, key: &'static str| {
        table.string(file, key).unwrap_or_else(|| Spanned {
            value: key.to_owned(),
            span: span.clone(),
        })
    };
    let (paragraphs, number, text) = (
        name(file, "paragraphs"),
        name(file, "number"),
        name(file, "text"),
    );
    let title = table.int(file, "title").map(|number| number.value);
    let label = table.text(file, "label");
    let long_label = table.text(file, "long_label");
    let title_label = table.text(file, "title_label");
    let republish = match table.string(file, "republish") {
        Some(how) if how.value == "excerpts" => Republish::Excerpts,
        Some(how) if how.value != "full" => {
            let message = text!("republish-unknown", name = &how.value);
            file.error("E105", message, how.span, text!("republish-unknown-hint"));
            Republish::Full
        }
        _ => Republish::Full,
    };
    table.finish(file);
    let label = label.unwrap_or_else(|| "{n}".to_owned());
    SourceRole {
        paragraphs,
        number,
        text,
        title,
        long_label: long_label.unwrap_or_else(|| label.clone()),
        title_label: title_label.unwrap_or_else(|| label.clone()),
        label,
        republish,
    }
}

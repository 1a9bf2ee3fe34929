//! `[records]`, `[collections.…]`, `[tags.…]` and `[archives.…]` become the [`Schema`].

use std::cell::RefCell;

use super::declared::{address, backrefs, fields, order_key};
use super::table::{File, Table};
use super::{archives, consistency, expected, feeds, languages, pagination, source_labels, tags};
use crate::locale::text;
use crate::path::SourcePath;
use crate::schema::{
    Collection, Fallback, Names, RESERVED_COLLECTIONS, Record, Republish, RowFile, Schema,
    SourceRole, Spanned,
};
use crate::source::load;
use crate::source::values::Format;

/// The most related entries that a page may know of.
const MOST_RELATED: i64 = 50;

pub(super) fn read(file: &mut File<'_>, root: &mut Table<'_>) -> Schema {
    let records = root.table(file, "records");
    let collections = root.table(file, "collections");
    let tags = root.table(file, "tags");
    let archives = root.table(file, "archives");
    let records = records.map(|table| table.named(file)).unwrap_or_default();
    let collections = collections
        .map(|table| table.named_tables(file))
        .unwrap_or_default();
    let tags = tags
        .map(|table| table.named_tables(file))
        .unwrap_or_default();
    let archives = archives
        .map(|table| table.named_tables(file))
        .unwrap_or_default();
    let record_names: Vec<_> = records.iter().map(|(name, _)| name.value.clone()).collect();
    let named = |tables: &[(Spanned<String>, Table<'_>)]| -> Vec<String> {
        tables.iter().map(|(name, _)| name.value.clone()).collect()
    };
    let tag_names = named(&tags);
    let collection_names = [named(&collections), tag_names.clone(), named(&archives)].concat();
    let crop_names = super::pictures::crop_names(root);
    let names = Names {
        collections: &collection_names,
        records: &record_names,
        tags: &tag_names,
        crops: &crop_names,
        guesses: RefCell::default(),
    };
    let mut schema = Schema {
        is_multilingual: root.get("languages").is_some(),
        ..Schema::default()
    };
    for (name, value) in &records {
        let fields = fields(file, value, &names);
        schema.records.push(Record {
            name: name.value.as_str().into(),
            fields,
        });
    }
    let collections = collections
        .into_iter()
        .map(|one| (one, Declares::Collection));
    let tags = tags.into_iter().map(|one| (one, Declares::Tags));
    let archives = archives.into_iter().map(|one| (one, Declares::Archive));
    for ((name, table), declares) in collections.chain(tags).chain(archives) {
        if RESERVED_COLLECTIONS.contains(&name.value.as_str()) {
            let message = text!("collection-reserved", name = &name.value);
            let hint = text!("collection-reserved-hint");
            file.error("E105", message, name.span.clone(), hint);
        }
        if declares != Declares::Collection && schema.collection_named(&name.value).is_some() {
            let message = text!("tags-and-collection", name = &name.value);
            let hint = text!("tags-and-collection-hint");
            file.error("E105", message, name.span.clone(), hint);
        }
        let collection = match declares {
            Declares::Collection => collection(file, name, table, &names),
            Declares::Tags => tags::read(file, name, table, &names),
            Declares::Archive => archives::read(file, name, table),
        };
        schema.collections.push(collection);
    }
    tags::connect(&mut schema);
    consistency::check(file, &schema);
    schema
}

/// What a table declares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Declares {
    Collection,
    Tags,
    Archive,
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
    let paginate = pagination::read(file, &mut table, None);
    let order = table
        .strings(file, "order")
        .into_iter()
        .map(order_key)
        .collect();
    let siblings = table.string(file, "siblings");
    let nested = table.flag(file, "nested");
    let too_many = |number: i64| {
        let hint = text!("number-between-hint", least = 1_i64, most = MOST_RELATED);
        (text!("related-number-wrong", number), hint)
    };
    let related = table.number(file, "related", 1..=MOST_RELATED, too_many);
    let expect = expected::read(file, &mut table);
    let is_file = table
        .get("source")
        .is_some_and(|one| one.get_ref().is_str());
    let rows = rows(file, &mut table, is_file);
    let source = Some(()).filter(|()| !is_file);
    let source = source.and_then(|()| table.table(file, "source"));
    let source = source.map(|table| source_role(file, table));
    let feed = table
        .table(file, "feed")
        .and_then(|table| feeds::read(file, table, &address, false));
    let translations = languages::translations(file, &mut table, Fallback::Link);
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
        related,
        expect,
        nested,
        is_tags: false,
        archive: None,
        fields: declared.unwrap_or_default(),
        backrefs: backrefs.unwrap_or_default(),
        rows,
        source,
        feed,
        translations,
    }
}

/// The file whose rows are entries, if `source` names one.
fn rows(file: &mut File<'_>, table: &mut Table<'_>, is_file: bool) -> Option<RowFile> {
    if !is_file {
        return None;
    }
    let named = table.string(file, "source")?;
    let slug = table.string(file, "slug");
    let lists = table.string(file, "lists");
    if let Some(lists) = lists.as_ref().filter(|lists| lists.value.trim().is_empty()) {
        let hint = text!("lists-empty-hint");
        file.error("E105", text!("lists-empty"), lists.span.clone(), hint);
    }
    let lists = lists.map(|lists| lists.value.trim().to_owned());
    let lists = lists.filter(|lists| !lists.is_empty());
    let path = SourcePath::new(&named.value);
    let is_below = path.below(load::DATA).is_some_and(|rest| !rest.is_empty());
    let is_plain = !named
        .value
        .split('/')
        .any(|part| ["", ".", ".."].contains(&part));
    if !is_below || !is_plain || Format::of(&named.value).is_none() {
        let message = text!("rows-elsewhere", name = &named.value);
        let hint = text!("rows-elsewhere-hint", folder = load::DATA);
        file.error("E105", message, named.span, hint);
        return None;
    }
    if let Some(nested) = table
        .get("nested")
        .filter(|one| one.get_ref().as_bool() == Some(true))
    {
        let span = file.span(nested.span());
        let hint = text!("rows-nested-hint");
        file.error("E105", text!("rows-nested"), span, hint);
    }
    Some(RowFile {
        path,
        span: named.span,
        slug,
        lists: lists.unwrap_or_else(|| "|".to_owned()),
    })
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
    let (main, name) = (table.string(file, "main"), table.string(file, "name"));
    let labels = source_labels::read(file, &mut table);
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
    SourceRole {
        paragraphs,
        number,
        text,
        title,
        main,
        name,
        labels,
        republish,
    }
}

//! What was meant by a field of an entry that its collection does not declare: a key of another generator's, a heading that
//! elsewhere holds such fields, or a field that is still to be declared.

use toml::de::{DeTable, DeValue};

use crate::diagnostic::Diagnostic;
use crate::locale::{Argument, Text, text};
use crate::schema::{Collection, Kind};

/// Keys of Zola, Hugo, Jekyll, Docusaurus and others, and those that every entry may have here.
const ELSEWHERE: [(&[&str], &str); 8] = [
    (&["aliases", "redirect", "redirects"], "redirect_from"),
    (&["layout", "view"], "template"),
    (
        &["last_modified_at", "last_update", "lastmod", "modified"],
        "updated",
    ),
    (&["publishDate", "publish_date"], "publish"),
    (&["expiryDate", "expiry_date", "unpublishDate"], "expires"),
    (&["path", "permalink"], "url"),
    (&["in_search_index"], "search"),
    (&["isDraft", "is_draft"], "draft"),
];

type IsKind = fn(&Kind) -> bool;

/// Keys that elsewhere hold values of a kind, for a collection that declares one field of it.
const BY_KIND: [(&[&str], IsKind); 4] = [
    (
        &["categories", "category", "labels", "tags", "taxonomies"],
        is_of_tags,
    ),
    (
        &["created", "date", "day", "pubDate", "published_at"],
        |kind| matches!(kind, Kind::Date),
    ),
    (
        &[
            "nav_order",
            "order",
            "position",
            "sidebar_position",
            "weight",
        ],
        |kind| matches!(kind, Kind::Int),
    ),
    (&["cover", "hero", "image", "photo", "thumbnail"], |kind| {
        matches!(kind, Kind::Image(_))
    }),
];

/// What is the opposite of a draft elsewhere.
const PUBLISHED: &str = "published";

/// Headings below which others write fields of their own.
const HOLDERS: [&str; 4] = ["extra", "metadata", "params", "taxonomies"];

/// Says of fields that the collection does not declare what to do with them. `start`: where the table begins in the file.
pub(super) fn undeclared(
    problems: &mut [Diagnostic],
    table: &DeTable<'_>,
    start: usize,
    collection: &Collection,
) {
    for problem in problems {
        let (Some("field-unknown"), Some(span)) = (problem.message.id(), &problem.span) else {
            continue;
        };
        let [(_, Argument::Words(name)), ..] = problem.message.arguments() else {
            continue;
        };
        let own = table.get_key_value(name.as_str());
        let own = own.filter(|(key, _)| start + key.span().start == span.range.start);
        let hint_id = problem.hint.as_ref().and_then(Text::id);
        let Some((_, value)) = own.filter(|_| hint_id == Some("fields-hint") || name == PUBLISHED)
        else {
            continue;
        };
        problem.hint = Some(hint(name, value.get_ref(), collection));
    }
}

fn hint(key: &str, value: &DeValue<'_>, collection: &Collection) -> Text {
    let has = |names: &&[&str]| names.contains(&key);
    if let Some((_, name)) = ELSEWHERE.iter().find(|(names, _)| has(names)) {
        return text!("did-you-mean", name = *name);
    }
    if value.as_table().is_some() && HOLDERS.contains(&key) {
        return text!(
            "field-holder-hint",
            heading = format!("[{key}]"),
            of = &*collection.name
        );
    }
    if let Some((_, is_it)) = BY_KIND.iter().find(|(names, _)| has(names)) {
        let mut fields = collection
            .fields
            .iter()
            .filter(|field| is_it(&field.field_type.kind));
        if let (Some(field), None) = (fields.next(), fields.next()) {
            return text!("did-you-mean", name = &*field.name);
        }
    }
    if key == PUBLISHED {
        let is_draft = value.as_bool() == Some(false);
        let line = text!("write-instead", words = "draft = true");
        return if is_draft { line } else { text!("remove-it") };
    }
    if ["lang", "language", "locale"].contains(&key) {
        return text!("language-by-name-hint");
    }
    let names: Vec<String> = collection
        .fields
        .iter()
        .map(|field| field.name.to_string())
        .collect();
    match type_of(value) {
        Some(kind) => text!(
            "fields-or-declare-hint",
            names,
            of = &*collection.name,
            declaration = format!("{key} = \"{kind}?\"")
        ),
        None => text!("fields-hint", names),
    }
}

/// The type that a field with such a value has.
fn type_of(value: &DeValue<'_>) -> Option<&'static str> {
    Some(match value {
        DeValue::String(_) => "string",
        DeValue::Integer(_) => "int",
        DeValue::Boolean(_) => "bool",
        DeValue::Datetime(_) => "date",
        DeValue::Array(items) if items.iter().all(|item| item.get_ref().is_str()) => "list(string)",
        DeValue::Array(_) | DeValue::Float(_) | DeValue::Table(_) => return None,
    })
}

fn is_of_tags(kind: &Kind) -> bool {
    match kind {
        Kind::Tag(_) => true,
        Kind::List(item) => is_of_tags(item),
        _ => false,
    }
}

//! What collections and tags declare alike: fields, addresses, order, back-references.

use toml::Spanned as Located;
use toml::de::DeValue;

use super::remarks::remark;
use super::table::{File, Table};
use crate::locale::{Argument, Text, text};
use crate::path::UrlPath;
use crate::schema::{
    Address, Backref, Collection, Field, FieldType, LIKENED, Names, OrderKey, Part, Spanned,
    did_you_mean, parts,
};

/// The fields of a record or a collection, in the order in which they are declared.
pub(super) fn fields(
    file: &mut File<'_>,
    value: &Located<DeValue<'_>>,
    names: &Names<'_>,
) -> Vec<Field> {
    let Some(table) = value.get_ref().as_table() else {
        let hint = text!("fields-not-a-table-hint");
        let message = text!("fields-not-a-table");
        file.error("E104", message, file.span(value.span()), hint);
        return Vec::new();
    };
    let mut fields = Vec::new();
    for (name, value) in Table::new("", table, value.span()).named(file) {
        let span = file.span(value.span());
        let Some(text) = value.get_ref().as_str() else {
            let hint = text!("type-not-a-string-hint");
            file.error("E104", text!("type-not-a-string"), span, hint);
            file.unread.insert(name.value);
            continue;
        };
        match FieldType::parse(text, names) {
            Ok(field_type) => {
                let remark = remark(file.text_of(&span), &name.span.range, span.range.end);
                fields.push(Field {
                    name: name.value.into(),
                    field_type,
                    span: name.span,
                    remark: remark.map(Into::into),
                });
            }
            Err((message, hint)) => {
                let meant = hint.as_ref().and_then(|hint| meant(text, &message, hint));
                let hint = hint.unwrap_or_else(|| text!("types-listed-hint"));
                file.error("E105", message, span, hint);
                let Some(text) = meant else {
                    file.unread.insert(name.value);
                    continue;
                };
                // Entries are held against what is surely meant.
                if let Ok(field_type) = FieldType::parse(&text, names) {
                    file.guessed += 1;
                    fields.push(Field {
                        name: name.value.into(),
                        field_type,
                        span: name.span,
                        remark: None,
                    });
                }
            }
        }
    }
    fields
}

/// A type as it was meant, where a name in it is a slip of one.
fn meant(text: &str, message: &Text, hint: &Text) -> Option<String> {
    let first = |text: &Text| match text.arguments().first() {
        Some((_, Argument::Words(words))) => Some(words.clone()),
        _ => None,
    };
    let is_slip = hint.id() == Some("did-you-mean");
    let (written, right) = (first(message)?, first(hint)?);
    (is_slip && text.contains(&written)).then(|| text.replacen(&written, &right, 1))
}

pub(super) fn address(file: &mut File<'_>, table: &mut Table<'_>) -> Address {
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
            let filled = parts(&pattern.value).into_iter().map(|part| match part {
                Part::Text(text) => text,
                Part::Placeholder(_) => "a",
            });
            let written = &pattern.value;
            let colons: Vec<_> = written.split('/').map(unbraced).collect();
            let braced = colons.join("/");
            if !written.starts_with('/') || braced != *written {
                let message = if written.starts_with('/') {
                    text!("placeholder-braces", pattern = written)
                } else {
                    text!("address-without-slash", address = written)
                };
                let right = format!("/{}", braced.trim_start_matches('/'));
                let hint = text!("write-instead", words = right);
                file.error("E207", message, pattern.span.clone(), hint);
            } else if let Err(problem) = UrlPath::new(&filled.collect::<String>()) {
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

/// A part of a pattern as it is written here, where other programs write `:slug`.
fn unbraced(part: &str) -> String {
    let name = part
        .strip_prefix([':', '$'])
        .filter(|name| !name.is_empty());
    name.map_or_else(|| part.to_owned(), |name| format!("{{{name}}}"))
}

pub(super) fn order_key(key: Spanned<String>) -> OrderKey {
    let descending = key.value.starts_with('-');
    let field = Spanned {
        value: key.value.trim_start_matches('-').to_owned(),
        span: key.span,
    };
    OrderKey { field, descending }
}

pub(super) fn backrefs(file: &mut File<'_>, table: &Table<'_>) -> Vec<Backref> {
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

/// Reports names in the pattern of addresses that stand for nothing.
pub(super) fn check_pattern(file: &mut File<'_>, collection: &Collection) {
    let Address::Pattern(pattern) = &collection.address else {
        return;
    };
    let known = collection.placeholders();
    let parts = parts(&pattern.value).into_iter();
    let unknown = parts.filter_map(|part| match part {
        Part::Placeholder(name) if known.iter().all(|known| known != name) => Some(name),
        _ => None,
    });
    // Each is told with the pattern, which is as long as there are many.
    for name in unknown.take(LIKENED) {
        if let Some(open) = name.strip_prefix('{') {
            let end = open.find(|c: char| !c.is_alphanumeric() && !"_.".contains(c));
            let (open, behind) = open.split_at(end.unwrap_or(open.len()));
            let before = pattern.value.strip_suffix(name).unwrap_or_default();
            let right = format!("{before}{{{open}}}{behind}");
            let message = text!("placeholder-open", pattern = &pattern.value);
            let hint = text!("write-instead", words = right);
            file.error("E207", message, pattern.span.clone(), hint);
            continue;
        }
        let near = did_you_mean(name, known.iter().map(String::as_str));
        let braced = known.iter().map(|name| format!("{{{name}}}"));
        let names: Vec<String> = braced.collect();
        let hint = near.unwrap_or_else(|| text!("placeholder-names-hint", names));
        let message = text!("placeholder-unknown", pattern = &pattern.value, name);
        file.error("E207", message, pattern.span.clone(), hint);
    }
}

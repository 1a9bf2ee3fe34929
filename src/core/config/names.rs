//! Looks up names of collections and fields in `site.toml`, and reports unknown ones.

use super::table::File;
use crate::diagnostic::{Diagnostic, Span};
use crate::locale::{Argument, text};
use crate::schema::{Collection, CollectionId, Field, FieldUse, Schema, Spanned, did_you_mean};

/// The collection with this name; an unknown one is reported.
pub(super) fn known_collection(
    file: &mut File<'_>,
    name: &Spanned<String>,
    schema: &Schema,
) -> Option<CollectionId> {
    let id = schema.collection_named(&name.value);
    if id.is_none() {
        let hint = did_you_mean(&name.value, schema.names()).unwrap_or_else(|| schema.names_hint());
        let message = text!("collection-none", name = &name.value);
        file.error("E102", message, name.span.clone(), hint);
    }
    id
}

/// Reports an unknown field, or one whose kind is not fit for the purpose.
pub(super) fn expect_field(
    file: &mut File<'_>,
    collection: &Collection,
    named: &Spanned<String>,
    purpose: FieldUse,
) {
    match collection.field(&named.value) {
        None => unknown_field(
            file,
            &collection.name,
            &collection.fields,
            &named.value,
            &named.span,
        ),
        Some(position) if !collection.fields[position].field_type.kind.serves(purpose) => {
            let message = text!("field-unfit", name = &named.value);
            file.error("E105", message, named.span.clone(), purpose.hint());
        }
        Some(_) => {}
    }
}

pub(super) fn unknown_field(
    file: &mut File<'_>,
    of: &str,
    fields: &[Field],
    name: &str,
    span: &Span,
) {
    let is_misspelt = |one: &Diagnostic| {
        let hint = one.hint.as_ref();
        let arguments = hint.map_or(&[][..], |hint| hint.arguments());
        one.code == "E102"
            && arguments.iter().any(
                |(_, argument)| matches!(argument, Argument::Words(words) if words == "fields"),
            )
    };
    // Where the key of the fields is misspelt, none of them is known.
    let are_unknown = fields.is_empty() && file.diagnostics.iter().any(is_misspelt);
    if file.unread.contains(name) || are_unknown {
        return;
    }
    let names: Vec<&str> = fields.iter().map(|f| &*f.name).collect();
    if let Some((first, order)) = name.split_once(' ')
        && names.contains(&first)
    {
        // As databases and other programs write it.
        let is_down = order.trim().eq_ignore_ascii_case("desc");
        let right = format!("{}{first}", if is_down { "-" } else { "" });
        let hint = text!("did-you-mean", name = right);
        return file.error("E102", text!("field-none", of, name), span.clone(), hint);
    }
    let backwards = name.strip_suffix('-').filter(|field| names.contains(field));
    let backwards = backwards.map(|field| text!("write-instead", words = format!("-{field}")));
    let near = || did_you_mean(name, names.iter().copied());
    let hint = backwards.or_else(near).unwrap_or_else(|| {
        text!(
            "fields-hint",
            names = names.iter().map(ToString::to_string).collect::<Vec<_>>()
        )
    });
    let message = text!("field-none", of, name);
    file.error("E102", message, span.clone(), hint);
}

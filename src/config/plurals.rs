//! `[plurals]`: messages with a number, in every form that the language needs.

use std::collections::BTreeMap;

use super::table::{File, Table};
use crate::arabic::{Category, Language};
use crate::locale::text;
use crate::schema::{Spanned, did_you_mean};

pub(super) fn read(
    file: &mut File<'_>,
    table: &Table<'_>,
    language: &Language,
) -> BTreeMap<String, BTreeMap<Category, String>> {
    let needed = language.categories();
    let mut plurals = BTreeMap::new();
    for (name, value) in table.named() {
        let mut forms = BTreeMap::new();
        let table = value.get_ref().as_table();
        for (form, text) in table
            .map(|t| Table::new("", t, 0..0).named())
            .unwrap_or_default()
        {
            let category = Category::from_name(&form.value).filter(|c| needed.contains(c));
            if let (Some(category), Some(text)) = (category, text.get_ref().as_str()) {
                forms.insert(category, text.to_owned());
            } else {
                let message = format!(
                    "`{}` is not a plural form of {}",
                    form.value,
                    language.tag()
                );
                file.error("E102", message, form.span, forms_hint(&needed));
            }
        }
        let missing: Vec<_> = needed.iter().filter(|c| !forms.contains_key(*c)).collect();
        if !missing.is_empty() {
            let missing: Vec<_> = missing.iter().map(|c| c.name()).collect();
            let message = format!("the plural `{}` lacks {}", name.value, missing.join(", "));
            file.error("E103", message, name.span, forms_hint(&needed));
        }
        plurals.insert(name.value, forms);
    }
    plurals
}

/// Reports the names that are not declared as plurals.
pub(super) fn check_named<'a>(
    file: &mut File<'_>,
    plurals: &BTreeMap<String, BTreeMap<Category, String>>,
    names: impl Iterator<Item = &'a Spanned<String>>,
) {
    for name in names.filter(|name| !plurals.contains_key(&name.value)) {
        let hint = did_you_mean(&name.value, plurals.keys().map(String::as_str))
            .unwrap_or_else(|| text!("plural-none-hint"));
        let message = format!("there is no plural `{}`", name.value);
        file.error("E102", message, name.span.clone(), hint);
    }
}

fn forms_hint(needed: &[Category]) -> String {
    let names: Vec<_> = needed.iter().map(|c| c.name()).collect();
    format!(
        "the language has the forms {}; write {{n}} where the number goes",
        names.join(", ")
    )
}

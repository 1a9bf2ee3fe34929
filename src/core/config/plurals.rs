//! `[plurals]`: messages with a number, in every form that the language needs.

use std::collections::BTreeMap;

use toml::Spanned as Located;
use toml::de::DeValue;

use super::table::{File, Table};
use crate::arabic::{Category, Language};
use crate::locale::{Text, text};
use crate::schema::{Part, parts};
use crate::schema::{Spanned, did_you_mean, nearest, suggestion};

/// A text for each form of a number.
pub(super) type Forms = BTreeMap<Category, String>;

pub(super) fn read(
    file: &mut File<'_>,
    table: &Table<'_>,
    language: &Language,
) -> BTreeMap<String, Forms> {
    let mut plurals = BTreeMap::new();
    for (name, value) in table.named(file) {
        let table = value.get_ref().as_table();
        let forms = table
            .map(|table| Table::new("", table, 0..0).named(file))
            .unwrap_or_default();
        for (_, text) in &forms {
            check_places(file, text);
        }
        let forms = read_forms(file, &name, forms, language);
        plurals.insert(name.value, forms);
    }
    plurals
}

/// Reports what stands between braces and is not the number.
fn check_places(file: &mut File<'_>, text: &Located<DeValue<'_>>) {
    for part in parts(text.get_ref().as_str().unwrap_or_default()) {
        if let Part::Placeholder(name) = part
            && name != "n"
        {
            let message = text!("plural-place-unknown", name = format!("{{{name}}}"));
            let hint = text!("write-instead", words = "{n}");
            let place = text.span();
            let written = file.text.get(place.clone()).unwrap_or_default();
            let place = match written.find(&format!("{{{name}}}")) {
                Some(at) => place.start + at..place.start + at + name.len() + 2,
                None => place,
            };
            file.error("E105", message, file.span(place), hint);
        }
    }
}

/// The forms of one text, held against those that the language needs.
pub(super) fn read_forms(
    file: &mut File<'_>,
    name: &Spanned<String>,
    written: Vec<(Spanned<String>, &Located<DeValue<'_>>)>,
    language: &Language,
) -> Forms {
    let needed = language.categories();
    let mut forms = BTreeMap::new();
    let mut misspelt = Vec::new();
    let has = |category: &Category| {
        written
            .iter()
            .any(|(form, _)| form.value == category.name())
    };
    let lacking: Vec<&str> = needed
        .iter()
        .filter(|one| !has(one))
        .map(|one| one.name())
        .collect();
    let is_needed = |form: &str| needed.iter().any(|one| one.name() == form);
    let surplus = written
        .iter()
        .filter(|(form, _)| !is_needed(&form.value))
        .count();
    for (form, text) in written {
        let category = Category::from_name(&form.value).filter(|c| needed.contains(c));
        if let (Some(category), Some(text)) = (category, text.get_ref().as_str()) {
            forms.insert(category, text.to_owned());
        } else {
            let tag = language.tag();
            let near = nearest(&form.value, needed.iter().map(|form| form.name()));
            // One form of another language stands for the one that is missing.
            let near = match lacking[..] {
                [only] if near.is_none() && surplus == 1 => Some(only),
                _ => near,
            };
            misspelt.extend(near);
            let hint =
                near.map_or_else(|| forms_hint(&needed), |near| suggestion(&form.value, near));
            let message = text!("plural-form-unknown", name = form.value, language = tag);
            file.error("E102", message, form.span, hint);
        }
    }
    let missing = needed.iter().filter(|c| !forms.contains_key(*c));
    // A form that is misspelt has been reported.
    let missing = missing.filter(|c| !misspelt.contains(&c.name()));
    let missing: Vec<_> = missing.collect();
    if !missing.is_empty() {
        let missing: Vec<String> = missing.iter().map(|c| c.name().to_owned()).collect();
        let message = text!("plural-forms-missing", name = &name.value, missing);
        file.error("E103", message, name.span.clone(), forms_hint(&needed));
    }
    forms
}

/// Reports the names that are not declared as plurals.
pub(super) fn check_named<'a>(
    file: &mut File<'_>,
    plurals: &BTreeMap<String, Forms>,
    names: impl Iterator<Item = &'a Spanned<String>>,
) {
    for name in names.filter(|name| !plurals.contains_key(&name.value)) {
        let hint = did_you_mean(&name.value, plurals.keys().map(String::as_str))
            .unwrap_or_else(|| text!("plural-none-hint"));
        let message = text!("plural-none", name = &name.value);
        file.error("E102", message, name.span.clone(), hint);
    }
}

fn forms_hint(needed: &[Category]) -> Text {
    let names: Vec<String> = needed.iter().map(|c| c.name().to_owned()).collect();
    text!("plural-forms-hint", names)
}

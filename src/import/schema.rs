//! A schema for all front matter: the fields of each collection, with the type that fits every value.

use std::collections::{BTreeMap, BTreeSet};

use toml::Value;

use super::fields;
use super::old::Old;
use super::page::{Page, ROOT};
use super::report::Report;
use super::types::{Type, of};
use crate::locale::text;

/// The collections of the new site.
#[derive(Debug, Default)]
pub(super) struct Schema {
    pub(super) collections: Vec<Collection>,
    /// The kinds of tags that texts have.
    pub(super) tags: Vec<String>,
}

impl Schema {
    /// The folder of a kind of tags: another than that of a section of its name.
    pub(super) fn folder_of_tags(&self, tags: &str) -> String {
        let is_taken = self.collections.iter().any(|one| one.folder == tags);
        format!("{tags}{}", if is_taken { "-tags" } else { "" })
    }
}

/// A collection, with its fields.
#[derive(Debug)]
pub(super) struct Collection {
    pub(super) name: String,
    pub(super) folder: String,
    pub(super) pattern: String,
    pub(super) fields: Vec<Field>,
    /// The fields that its entries are ordered by.
    pub(super) order: Vec<&'static str>,
    /// The fields that each language has for itself, where there are several.
    pub(super) translated: Vec<String>,
}

/// A field of a collection.
#[derive(Debug)]
pub(super) struct Field {
    pub(super) name: String,
    pub(super) kind: Type,
    pub(super) is_optional: bool,
    /// The collection whose entries its values may name.
    pub(super) may_refer: Option<String>,
}

/// The fields that templates show, whatever texts say.
const SHOWN: [(&str, Type); 3] = [
    ("title", Type::String),
    ("description", Type::String),
    ("date", Type::Date),
];

/// Gives every page its fields, and infers what they are.
pub(super) fn infer(old: &Old, pages: &mut [Page], report: &mut Report) -> Schema {
    let mut schema = Schema::default();
    for page in pages.iter_mut() {
        fields::flatten(page);
    }
    let names = fields::Names::of(old, pages);
    for page in pages.iter_mut() {
        fields::fill(old, &names, page, report);
    }
    let slugs: BTreeMap<String, String> = pages
        .iter()
        .filter(|page| page.source.is_some())
        .filter_map(|page| {
            Some((
                page.id.rsplit_once('/')?.1.to_owned(),
                page.collection.clone(),
            ))
        })
        .collect();
    schema.tags = of_tags(pages, report);
    let names: BTreeSet<String> = pages
        .iter()
        .filter(|page| !page.is_tag)
        .map(|page| page.collection.clone())
        .collect();
    for name in names {
        let own: Vec<&Page> = pages
            .iter()
            .filter(|page| page.collection == name)
            .collect();
        let mut keys: BTreeSet<&str> = own
            .iter()
            .flat_map(|page| page.fields.keys())
            .map(String::as_str)
            .collect();
        let shown = SHOWN.map(|(key, _)| key);
        keys.retain(|key| !shown.contains(key));
        let mut fields = Vec::new();
        for key in shown.into_iter().chain(keys) {
            let values: Vec<&Value> = own.iter().filter_map(|page| page.fields.get(key)).collect();
            let fixed = SHOWN.iter().find(|(shown, _)| *shown == key);
            let kind = match fixed {
                Some((_, kind)) => kind.clone(),
                None if old.taxonomies.iter().any(|tags| tags.name == key) => {
                    if !schema.tags.contains(&key.to_owned()) {
                        schema.tags.push(key.to_owned());
                    }
                    Type::List(Box::new(Type::Tag(key.to_owned())))
                }
                None => of(&values),
            };
            let is_optional = key != "title" && (fixed.is_some() || values.len() < own.len());
            let is_name = |value: &Value| value.as_str().and_then(|word| slugs.get(word));
            let refers = values.first().and_then(|value| is_name(value));
            let refers = refers.filter(|_| {
                values.len() > 1 && values.iter().all(|value| is_name(value) == refers)
            });
            fields.push(Field {
                name: key.to_owned(),
                kind,
                is_optional,
                may_refer: refers.cloned(),
            });
        }
        let (folder, pattern) = place(old, &own, &name);
        let translated = translated(&own, &fields);
        let order = ordered(&own, &fields, report);
        schema.collections.push(Collection {
            name,
            folder,
            pattern,
            fields,
            order,
            translated,
        });
    }
    // A list of tags that nothing has would show nothing.
    for page in pages.iter_mut() {
        let list = page.front.get("list_of").and_then(Value::as_str);
        if list.is_some_and(|list| !schema.tags.iter().any(|tags| tags == list)) {
            page.template = None;
        }
    }
    schema
}

/// The kinds of tags that have texts. A tag has a title, a text and an address; what else was said of it is told.
fn of_tags(pages: &mut [Page], report: &mut Report) -> Vec<String> {
    let mut kinds = Vec::new();
    for page in pages.iter_mut().filter(|page| page.is_tag) {
        let lost: Vec<String> = page
            .fields
            .keys()
            .filter(|key| *key != "title")
            .cloned()
            .collect();
        for key in lost {
            let value = page
                .fields
                .remove(&key)
                .map(|value| value.to_string())
                .unwrap_or_default();
            let file = page.source.clone().unwrap_or_default();
            report.place(&file, 1, text!("import-key", key, what = value));
        }
        page.template = None;
        if !kinds.contains(&page.collection) {
            kinds.push(page.collection.clone());
        }
    }
    kinds
}

/// What a collection is ordered by: what its outermost section says, or else weights and days. A section within that says
/// otherwise is told.
fn ordered(pages: &[&Page], fields: &[Field], report: &mut Report) -> Vec<&'static str> {
    let has = |name: &str, kind: &Type| {
        let mut fields = fields.iter();
        fields.any(|field| field.name == name && field.kind == *kind)
    };
    // Hugo and Zola, Docusaurus, themes of Jekyll.
    let mut weights = ["weight", "sidebar_position", "nav_order"].into_iter();
    let weight = weights.find(|name| has(name, &Type::Int));
    let order = |by: &str| match by {
        "weight" => weight.map(|weight| vec![weight, "-date"]),
        "date" => Some(vec!["-date"]),
        "update_date" => has("updated", &Type::Date).then(|| vec!["-updated", "-date"]),
        "title" | "title_bytes" => Some(vec!["title"]),
        _ => None,
    };
    let says = |page: &&Page| {
        let by = page.sort_by.as_deref()?;
        Some((page.source.clone()?, by.to_owned(), page.folders.len()))
    };
    let mut said: Vec<(String, String, usize)> = pages.iter().filter_map(says).collect();
    said.sort_by_key(|(_, _, depth)| *depth);
    let own = said.iter().find_map(|(_, by, _)| order(by));
    let own = own.or_else(|| order("weight"));
    let own = own.unwrap_or_else(|| vec!["-date"]);
    for (file, by, _) in said {
        if order(&by).as_ref() != Some(&own) {
            report.lost(&file, "sort_by", &Value::String(by));
        }
    }
    own
}

/// The fields that hold words, and those that say something else in one language than in another.
fn translated(pages: &[&Page], fields: &[Field]) -> Vec<String> {
    let originals: BTreeMap<&str, &Page> = originals(pages.iter().copied());
    let versions = || pages.iter().filter(|page| page.language.is_some());
    if versions().next().is_none() {
        return Vec::new();
    }
    let is_words = |kind: &Type| match kind {
        Type::String => true,
        Type::List(item) => **item == Type::String,
        _ => false,
    };
    let differs = |name: &String| {
        versions().any(|page| {
            let original = originals.get(page.id.as_str());
            let own = page.fields.get(name);
            own.is_some() && original.is_some_and(|original| original.fields.get(name) != own)
        })
    };
    let fields = fields.iter();
    let fields = fields.filter(|field| is_words(&field.kind) || differs(&field.name));
    fields.map(|field| field.name.clone()).collect()
}

/// The texts in the site's own language, by what references call them.
pub(super) fn originals<'a>(pages: impl Iterator<Item = &'a Page>) -> BTreeMap<&'a str, &'a Page> {
    let own = pages.filter(|page| page.language.is_none());
    own.map(|page| (page.id.as_str(), page)).collect()
}

/// The folder of a collection, and where most of its pages are.
fn place(old: &Old, pages: &[&Page], name: &str) -> (String, String) {
    if name == ROOT {
        return (ROOT.to_owned(), format!("{}/{{slug}}/", old.own_prefix));
    }
    let folder = pages
        .iter()
        .find_map(|page| page.folders.first())
        .cloned()
        .unwrap_or_default();
    let pattern = match old
        .permalinks
        .iter()
        .find(|(section, _)| *section == folder)
    {
        Some((_, pattern))
            if pages
                .iter()
                .all(|page| page.is_section || page.fields.contains_key("date")) =>
        {
            let mut new = format!("/{}/", pattern.trim_matches('/'));
            for (token, placeholder) in [
                (":year", "{date.year}"),
                (":month", "{date.month}"),
                (":day", "{date.day}"),
                (":slugorfilename", "{slug}"),
                (":slugorcontentbasename", "{slug}"),
                (":slug", "{slug}"),
                (":title", "{slug}"),
                (":filename", "{slug}"),
                (":contentbasename", "{slug}"),
                (":section", &folder),
            ] {
                new = new.replace(&format!("/{token}/"), &format!("/{placeholder}/"));
            }
            Some(new).filter(|new| !new.contains(':') && new.contains("{slug}"))
        }
        _ => None,
    };
    let prefix = super::address::name(old, &folder);
    let pattern = pattern.unwrap_or_else(|| format!("/{prefix}/{{folder}}/{{slug}}/"));
    let pattern = format!("{}{pattern}", old.own_prefix);
    (folder, pattern)
}

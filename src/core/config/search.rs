//! `[search]`: what the index holds besides the words of the pages, how results are grouped, and what the
//! field says.

use std::collections::BTreeMap;
use std::ops::Range;

use super::names::known_collection;
use super::table::{File, Table};
use crate::arabic::Language;
use crate::diagnostic::Span;
use crate::locale::text;
use crate::schema::{CollectionId, FieldUse, Schema, Spanned, did_you_mean};

/// `[search]`.
#[derive(Debug)]
#[non_exhaustive]
pub struct Search {
    /// Where site.toml switches it on.
    pub span: Span,
    /// The fields that hold other names of an entry.
    pub aliases: Vec<Spanned<String>>,
    /// Words of the site with their synonyms.
    pub synonyms: Vec<(Spanned<String>, Vec<String>)>,
    /// The groups of results; collections in none of them are not searched.
    pub groups: Vec<SearchGroup>,
    /// The name of the plural that counts all results.
    pub plural: Option<Spanned<String>>,
    /// The texts of the search field, by purpose.
    pub texts: BTreeMap<&'static str, String>,
}

/// Results that are listed under one heading.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct SearchGroup {
    /// The heading; empty where there is one group only.
    pub label: String,
    /// The name of the plural that counts them.
    pub plural: Option<Spanned<String>>,
    /// The collections whose pages belong to it.
    pub collections: Vec<CollectionId>,
}

/// What the texts are for.
pub(super) const TEXTS: [&str; 6] = ["none", "advice", "index", "corrected", "all", "more"];

/// The languages in which there are default texts, each with them in the order of [`TEXTS`]. The script fills in `{query}`,
/// `{corrected}` and `{n}`.
const DEFAULTS: [(&str, [&str; 6]); 3] = [
    (
        "ar",
        [
            "لا نتائج للبحث عن {query}.",
            "قد تفيد كلمة أقصر، أو اسم آخر للشيء نفسه.",
            "الفهرس الأبجدي",
            "لا نتائج للبحث عن {query}. هذه نتائج {corrected}.",
            "كل النتائج: {n}",
            "المزيد: {n}",
        ],
    ),
    (
        "fr",
        [
            "Aucun résultat pour {query}.",
            "Un mot plus court aide parfois, ou un autre nom de la même chose.",
            "Index alphabétique",
            "Aucun résultat pour {query}. Voici ceux de {corrected}.",
            "Tous les résultats\u{a0}: {n}",
            "Autres résultats\u{a0}: {n}",
        ],
    ),
    (
        "en",
        [
            "No results for {query}.",
            "A shorter word may help, or another name of the same thing.",
            "Alphabetical index",
            "No results for {query}. These are for {corrected}.",
            "All results: {n}",
            "More: {n}",
        ],
    ),
];

impl Search {
    pub(super) fn read(file: &mut File<'_>, mut table: Table<'_>, schema: &Schema) -> Self {
        let span = file.span(table.range());
        let aliases = table.strings(file, "aliases");
        for alias in &aliases {
            check_alias(file, alias, schema);
        }
        let synonyms = table.table(file, "synonyms");
        let synonyms = synonyms.map(|table| read_synonyms(file, &table));
        let groups = table.tables(file, "groups");
        let groups = groups.into_iter();
        let groups = groups.filter_map(|table| SearchGroup::read(file, table, schema));
        let mut groups: Vec<_> = groups.collect();
        check_groups(file, &groups, &table, schema);
        if groups.is_empty() {
            groups.push(SearchGroup {
                label: String::new(),
                plural: None,
                collections: schema.ids().collect(),
            });
        }
        let plural = table.string(file, "plural");
        let texts = table.table(file, "texts");
        let texts = texts.map(|table| own_texts(file, table));
        table.finish(file);
        Self {
            span,
            aliases,
            synonyms: synonyms.unwrap_or_default(),
            groups,
            plural,
            texts: texts.unwrap_or_default(),
        }
    }

    /// Fills in the default texts of the language. Where it has none, missing texts are reported.
    pub(super) fn complete(
        &mut self,
        file: &mut File<'_>,
        language: &Language,
        (table, range): (&str, Range<usize>),
    ) {
        let mut defaults = DEFAULTS.iter();
        if let Some((_, texts)) = defaults.find(|(tag, _)| *tag == language.subtag()) {
            for (name, text) in TEXTS.into_iter().zip(texts) {
                self.texts.entry(name).or_insert((*text).to_owned());
            }
            return;
        }
        let lacking = TEXTS.iter().filter(|name| !self.texts.contains_key(*name));
        let names: Vec<_> = lacking.map(|name| (*name).to_owned()).collect();
        if !names.is_empty() {
            let message = text!("search-texts-missing", names);
            let hint = text!("search-texts-missing-hint", table);
            file.error("E103", message, file.span(range), hint);
        }
    }

    /// The group of a collection's pages, if they are searched.
    #[must_use]
    pub fn group_of(&self, collection: CollectionId) -> Option<usize> {
        let mut groups = self.groups.iter();
        groups.position(|group| group.collections.contains(&collection))
    }

    /// The names of plurals that are used.
    pub(super) fn plurals(&self) -> impl Iterator<Item = &Spanned<String>> {
        let of_groups = self.groups.iter().filter_map(|group| group.plural.as_ref());
        of_groups.chain(&self.plural)
    }
}

impl SearchGroup {
    fn read(file: &mut File<'_>, mut table: Table<'_>, schema: &Schema) -> Option<Self> {
        let label = table.required(file, "label", text!("search-label-hint"));
        let plural = table.string(file, "plural");
        let named = table.strings(file, "collections");
        let collections = named
            .iter()
            .filter_map(|name| known_collection(file, name, schema));
        let collections = collections.collect();
        if named.is_empty() {
            table.missing(file, "collections", text!("search-collections-hint"));
        }
        table.finish(file);
        Some(Self {
            label: label?.value,
            plural,
            collections,
        })
    }
}

/// Reports an alias that is not a text field of any collection.
fn check_alias(file: &mut File<'_>, alias: &Spanned<String>, schema: &Schema) {
    let fields = || schema.collections.iter().flat_map(|c| &c.fields);
    let mut named = fields().filter(|field| *field.name == *alias.value);
    match named.next() {
        None => {
            let message = text!("field-nowhere", name = &alias.value);
            let hint = did_you_mean(&alias.value, fields().map(|field| &*field.name))
                .unwrap_or_else(|| text!("field-nowhere-hint"));
            file.error("E102", message, alias.span.clone(), hint);
        }
        Some(first) => {
            let odd = std::iter::once(first).chain(named);
            if odd
                .into_iter()
                .any(|field| !field.field_type.kind.serves(FieldUse::Alias))
            {
                let message = text!("alias-without-names", name = &alias.value);
                file.error("E105", message, alias.span.clone(), FieldUse::Alias.hint());
            }
        }
    }
}

/// Reports collections that are in two groups.
fn check_groups(file: &mut File<'_>, groups: &[SearchGroup], table: &Table<'_>, schema: &Schema) {
    for id in schema.ids() {
        let claims = groups
            .iter()
            .filter(|group| group.collections.contains(&id));
        let labels: Vec<_> = claims.map(|group| &*group.label).collect();
        if let [first, second, ..] = labels[..] {
            let name = schema.collection(id).name.clone();
            let message = text!("search-groups-share", name);
            let hint = text!("search-groups-share-hint", first, second);
            file.error("E105", message, file.span(table.range()), hint);
        }
    }
}

pub(super) fn read_synonyms(
    file: &mut File<'_>,
    table: &Table<'_>,
) -> Vec<(Spanned<String>, Vec<String>)> {
    let mut synonyms = Vec::new();
    for (own, value) in table.named(file) {
        let items = value.get_ref().as_array().into_iter().flatten();
        let texts: Option<Vec<_>> = items
            .map(|item| item.get_ref().as_str().map(str::to_owned))
            .collect();
        match texts {
            Some(texts) if !texts.is_empty() => synonyms.push((own, texts)),
            _ => {
                let message = text!("synonyms-wrong", name = own.value);
                let span = file.span(value.span());
                file.error("E104", message, span, text!("synonyms-wrong-hint"));
            }
        }
    }
    synonyms
}

pub(super) fn own_texts(
    file: &mut File<'_>,
    mut table: Table<'_>,
) -> BTreeMap<&'static str, String> {
    let texts = TEXTS.iter().filter_map(|name| {
        let text = table.string(file, name)?;
        Some((*name, text.value))
    });
    let texts = texts.collect();
    table.finish(file);
    texts
}

//! Values that name something else: an entry, or words of a paragraph.

use std::ops::Range;
use std::sync::Arc;

use toml::Spanned as Located;
use toml::de::{DeTable, DeValue};

use super::FieldReader;
use crate::arabic;
use crate::content::value::{Citation, Reference, Value};
use crate::locale::text;
use crate::schema::{CollectionId, Kind, did_you_mean};

/// The keys of a citation. One of what is said against another has all but the first.
const KEYS: [&str; 5] = ["against", "p", "quote", "source", "translation"];

impl FieldReader<'_> {
    pub(super) fn reference(
        &mut self,
        allowed: &[CollectionId],
        text: &str,
        range: Range<usize>,
    ) -> Value {
        let schema = self.schema;
        let names = || allowed.iter().map(|id| &*schema.collection(*id).name);
        let (collection, slug) = match (text.split_once('/'), allowed) {
            (Some((name, _)), [only])
                if schema.collection(*only).nested && schema.collection_named(name).is_none() =>
            {
                (*only, text)
            }
            (Some((name, slug)), _) => {
                let named = schema.collection_named(name);
                let Some(id) = named.filter(|id| allowed.contains(id)) else {
                    let collections: Vec<_> = names().map(str::to_owned).collect();
                    let hint = match self.guesses.nearest(name, names()) {
                        Some(near) => text!("did-you-mean", name = format!("{near}/{slug}")),
                        None => text!("refers-to-hint", collections = collections.clone()),
                    };
                    let message = text!("not-an-entry-of", name = text, collections);
                    self.report("E105", message, range, hint);
                    return Value::Null;
                };
                (id, slug)
            }
            (None, [only]) => (*only, text),
            (None, _) => {
                let names: Vec<_> = names().map(|name| format!("`{name}/{text}`")).collect();
                let message = text!("collection-unnamed", name = text);
                self.report("E105", message, range, text!("write-one-of", names));
                return Value::Null;
            }
        };
        Value::Reference(Reference {
            collection,
            slug: slug.into(),
            is_tag: false,
            range: self.shift(range),
        })
    }

    /// A tag, by words: which one they mean is known when all entries are.
    pub(super) fn tag(&mut self, tags: CollectionId, words: &str, range: Range<usize>) -> Value {
        self.judge(words, range.clone());
        if arabic::name_key(words).is_empty() || !words.chars().any(char::is_alphanumeric) {
            let hint = text!("tag-wordless-hint");
            self.report("E105", text!("tag-wordless", words), range, hint);
            return Value::Null;
        }
        Value::Reference(Reference {
            collection: tags,
            slug: words.trim().into(),
            is_tag: true,
            range: self.shift(range),
        })
    }

    pub(super) fn citation(&mut self, table: &DeTable<'_>, range: Range<usize>) -> Value {
        let was_verbatim = std::mem::replace(&mut self.is_verbatim, true);
        let citation = self.quoted(table, range, &KEYS);
        self.is_verbatim = was_verbatim;
        citation.map_or(Value::Null, |citation| Value::Citation(Arc::new(citation)))
    }

    /// A string.
    fn word(&mut self, value: &Located<DeValue<'_>>) -> Option<Arc<str>> {
        let Value::String(text) = self.read(&Kind::String, value) else {
            return None;
        };
        Some(text)
    }

    /// What other sources say otherwise: a table, or a list of them.
    fn against(&mut self, value: &Located<DeValue<'_>>) -> Vec<Citation> {
        let items: Vec<_> = match value.get_ref() {
            DeValue::Array(items) => items.iter().collect(),
            _ => vec![value],
        };
        let read = items.into_iter().filter_map(|item| {
            let Some(table) = item.get_ref().as_table() else {
                self.mistyped(&Kind::Cite, item);
                return None;
            };
            self.quoted(table, item.span(), &KEYS[1..])
        });
        read.collect()
    }

    fn quoted(
        &mut self,
        table: &DeTable<'_>,
        range: Range<usize>,
        keys: &[&str],
    ) -> Option<Citation> {
        let problems = self.diagnostics.len();
        for key in table.keys() {
            if !keys.contains(&&**key.get_ref()) {
                let message = text!("citation-key-unknown", name = key.get_ref().as_ref());
                let name: &str = key.get_ref();
                let hint = did_you_mean(name, keys.iter().copied())
                    .unwrap_or_else(|| text!("citation-keys-hint"));
                self.report("E102", message, key.span(), hint);
            }
        }
        let paragraph = match table.get("p") {
            Some(value) => self.read(&Kind::Int, value),
            None => Value::Null,
        };
        // A single string is a list of one.
        let quote: Vec<_> = match table.get("quote") {
            Some(value) => match value.get_ref() {
                DeValue::Array(items) => items.iter().collect(),
                _ => vec![value],
            },
            None => Vec::new(),
        };
        let quote: Vec<_> = quote
            .into_iter()
            .filter_map(|item| Some((self.word(item)?, self.shift(item.span()))))
            .collect();
        let named = table.get("source");
        let source = named.and_then(|value| self.word(value));
        // These are words of the entry's author, not of the source.
        self.is_verbatim = false;
        let translation = table.get("translation");
        let translation = translation.and_then(|value| self.word(value));
        self.is_verbatim = true;
        let against = table.get("against").filter(|_| keys == KEYS);
        let against = against.map_or_else(Vec::new, |value| self.against(value));
        let at = table.get("p").map_or(range.clone(), Located::span);
        let (Value::Int(paragraph), false) = (paragraph, quote.is_empty()) else {
            if self.diagnostics.len() == problems {
                let message = text!("citation-incomplete");
                let hint = text!("citation-incomplete-hint");
                self.report("E103", message, range, hint);
            }
            return None;
        };
        Some(Citation {
            source,
            source_range: self.shift(named.map_or(at.clone(), Located::span)),
            paragraph,
            range: self.shift(at),
            quote,
            translation,
            against,
        })
    }
}

//! The declared fields as JSON Schema (draft 2020-12): what an editor completes, explains and refuses.

use std::borrow::Cow;

use serde_json::{Map, Value as Json, json};

use super::{Collection, CollectionId, Field, Kind, Schema, UPDATED};
use crate::locale::{Language, Text, text};

/// What the schemas are made of.
pub struct Fields<'a> {
    /// The declared types.
    pub schema: &'a Schema,
    /// The slugs of a collection's entries.
    pub slugs: &'a dyn Fn(CollectionId) -> Vec<String>,
    /// The language of what is said of keys that every entry may have.
    pub language: Language,
}

impl Fields<'_> {
    /// A schema for the front matter of each collection, by the collection's name.
    #[must_use]
    pub fn all(&self) -> Map<String, Json> {
        let collections = self.schema.ids().map(|id| {
            let name = self.schema.collection(id).name.to_string();
            (name, self.collection(id))
        });
        collections.collect()
    }

    /// A schema for the front matter of one collection.
    #[must_use]
    pub fn collection(&self, id: CollectionId) -> Json {
        let collection: &Collection = self.schema.collection(id);
        let mut object = self.object(&collection.fields);
        if self.schema.is_multilingual
            && let Some(required) = object["required"].as_array_mut()
        {
            // A translation leaves them to its original.
            let shared = |field: &&Field| !collection.is_translated(field);
            let shared: Vec<_> = collection.fields.iter().filter(shared).collect();
            required.retain(|name| !shared.iter().any(|field| name == &*field.name));
        }
        if let Some(properties) = object["properties"].as_object_mut() {
            let string = || json!({ "type": "string" });
            let truth = || json!({ "type": "boolean" });
            let day = || json!({ "type": "string", "format": "date" });
            let address = json!({ "type": "string", "pattern": "^/([^#?%]*(/|\\.html))?$" });
            let addresses = json!({ "type": "array", "items": address });
            let rule = json!({
                "type": "object",
                "properties": { "rule": string(), "reason": string() },
                "required": ["rule", "reason"],
                "additionalProperties": false,
            });
            let standard = [
                ("slug", string(), text!("key-slug")),
                ("url", string(), text!("key-url")),
                ("template", string(), text!("key-template")),
                ("draft", truth(), text!("key-draft")),
                ("sitemap", truth(), text!("key-sitemap")),
                ("search", truth(), text!("key-search")),
                ("publish", day(), text!("key-publish")),
                ("expires", day(), text!("key-expires")),
                (UPDATED, day(), text!("key-updated")),
                (
                    "redirect_from",
                    json!({ "anyOf": [address, addresses] }),
                    text!("key-redirect-from"),
                ),
                (
                    "silence",
                    json!({ "type": "array", "items": rule }),
                    text!("key-silence"),
                ),
            ];
            let of_translations = [
                ("language", string(), text!("key-language")),
                ("translation_of", string(), text!("key-translation-of")),
                ("translated_from", string(), text!("key-translated-from")),
            ];
            let is_multilingual = self.schema.is_multilingual;
            let of_translations = of_translations.into_iter().filter(|_| is_multilingual);
            for (key, mut schema, description) in standard.into_iter().chain(of_translations) {
                schema["description"] = self.words(&description).into();
                properties.entry(key).or_insert(schema);
            }
        }
        object["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
        object["title"] = json!(collection.name);
        object
    }

    fn words(&self, text: &Text) -> String {
        let words: Cow<'_, str> = text.say(self.language);
        words.replace(['\u{2068}', '\u{2069}'], "")
    }

    fn object(&self, fields: &[Field]) -> Json {
        let properties = fields.iter().map(|field| {
            let mut schema = self.kind(&field.field_type.kind);
            if let Some(remark) = &field.remark {
                schema["description"] = json!(remark);
            }
            (field.name.to_string(), schema)
        });
        let required = fields
            .iter()
            .filter(|field| !field.field_type.optional)
            .map(|field| field.name.to_string());
        json!({
            "type": "object",
            "properties": properties.collect::<Map<_, _>>(),
            "required": required.collect::<Vec<_>>(),
            "additionalProperties": false,
        })
    }

    fn kind(&self, of: &Kind) -> Json {
        match of {
            Kind::String | Kind::Markdown => json!({ "type": "string" }),
            Kind::Int => json!({ "type": "integer" }),
            Kind::Bool => json!({ "type": "boolean" }),
            Kind::Date => json!({ "type": "string", "format": "date" }),
            Kind::Url => json!({ "type": "string", "format": "uri", "pattern": "^https?://" }),
            Kind::Slug => json!({ "type": "string", "pattern": "^[^\\s/]+$" }),
            Kind::Enum(choices) => json!({ "enum": choices }),
            Kind::Tag(_) => json!({ "type": "string", "minLength": 1 }),
            Kind::Ref(collections) => self.reference(collections),
            Kind::Cite => {
                let words = json!({ "type": "string" });
                let mut source = words.clone();
                if let Some((id, _)) = self.schema.source() {
                    let slugs = (self.slugs)(id);
                    if !slugs.is_empty() {
                        source["enum"] = json!(slugs);
                    }
                }
                let mut citation = json!({
                    "type": "object",
                    "properties": {
                        "p": { "type": "integer" },
                        "quote": { "anyOf": [words, { "type": "array", "items": words, "minItems": 1 }] },
                        "source": source,
                        "translation": words,
                    },
                    "required": ["p", "quote"],
                    "additionalProperties": false,
                });
                let other = citation.clone();
                citation["properties"]["against"] =
                    json!({ "anyOf": [other, { "type": "array", "items": other }] });
                citation
            }
            Kind::Image(_) => {
                let file = json!({ "type": "string", "pattern": "^[^/]" });
                let part = json!({ "type": "number", "minimum": 0, "maximum": 1 });
                json!({
                    "anyOf": [file, {
                        "type": "object",
                        "properties": {
                            "file": file,
                            "focus": { "type": "array", "items": part, "minItems": 2, "maxItems": 2 },
                            "alt": { "type": "string" },
                        },
                        "required": ["file"],
                        "additionalProperties": false,
                    }],
                })
            }
            Kind::List(inner) => json!({ "type": "array", "items": self.kind(inner) }),
            Kind::Record(id) => self.object(&self.schema.record(*id).fields),
        }
    }

    /// The entries that there are. Where there is none yet, what an entry would be called.
    fn reference(&self, collections: &[CollectionId]) -> Json {
        let name = |id: &CollectionId| self.schema.collection(*id).name.to_string();
        let names = collections.iter().map(name).collect::<Vec<_>>().join("|");
        let is_one = collections.len() == 1;
        let pattern = if is_one {
            format!("^({names}/)?[^/]+$")
        } else {
            format!("^({names})/[^/]+$")
        };
        let mut entries = Vec::new();
        let mut ids = Vec::new();
        for id in collections {
            for slug in (self.slugs)(*id) {
                ids.push(format!("{}/{slug}", name(id)));
                entries.push(slug);
            }
        }
        entries.truncate(if is_one { entries.len() } else { 0 });
        entries.append(&mut ids);
        let mut schema = json!({ "type": "string", "pattern": pattern });
        if !entries.is_empty() {
            schema["enum"] = json!(entries);
        }
        schema
    }
}

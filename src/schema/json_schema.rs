//! The declared fields as JSON Schema (draft 2020-12).

use serde_json::{Map, Value as Json, json};

use super::{Collection, CollectionId, Field, Kind, Schema};

/// A schema for the front matter of each collection, by the collection's name.
pub(crate) fn all(schema: &Schema) -> Json {
    let collections = schema.ids().map(|id| {
        let name = schema.collection(id).name.to_string();
        (name, collection(schema, id))
    });
    collections.collect::<Map<_, _>>().into()
}

/// A schema for the front matter of one collection.
pub(crate) fn collection(schema: &Schema, id: CollectionId) -> Json {
    let collection: &Collection = schema.collection(id);
    let mut object = object(schema, &collection.fields);
    if let Some(properties) = object["properties"].as_object_mut() {
        for key in ["slug", "url", "template"] {
            properties.insert(key.to_owned(), json!({ "type": "string" }));
        }
        for key in ["draft", "sitemap", "search"] {
            properties.insert(key.to_owned(), json!({ "type": "boolean" }));
        }
        for key in ["publish", "expires"] {
            properties.insert(
                key.to_owned(),
                json!({ "type": "string", "format": "date" }),
            );
        }
        let address = json!({ "type": "string", "pattern": "^/([^#?%]*(/|\\.html))?$" });
        let addresses = json!({ "type": "array", "items": address });
        properties.insert("redirect_from".to_owned(), addresses);
        let text = json!({ "type": "string" });
        let rule = json!({
            "type": "object",
            "properties": { "rule": text, "reason": text },
            "required": ["rule", "reason"],
            "additionalProperties": false,
        });
        let silence = json!({ "type": "array", "items": rule });
        properties.insert("silence".to_owned(), silence);
    }
    object["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    object["title"] = json!(collection.name);
    object
}

fn object(schema: &Schema, fields: &[Field]) -> Json {
    let properties = fields
        .iter()
        .map(|f| (f.name.to_string(), kind(schema, &f.field_type.kind)));
    let required = fields
        .iter()
        .filter(|f| !f.field_type.optional)
        .map(|f| f.name.to_string());
    json!({
        "type": "object",
        "properties": properties.collect::<Map<_, _>>(),
        "required": required.collect::<Vec<_>>(),
        "additionalProperties": false,
    })
}

fn kind(schema: &Schema, of: &Kind) -> Json {
    match of {
        Kind::String | Kind::Markdown => json!({ "type": "string" }),
        Kind::Int => json!({ "type": "integer" }),
        Kind::Bool => json!({ "type": "boolean" }),
        Kind::Date => json!({ "type": "string", "format": "date" }),
        Kind::Url => json!({ "type": "string", "format": "uri", "pattern": "^https?://" }),
        Kind::Slug => json!({ "type": "string", "pattern": "^[^\\s/]+$" }),
        Kind::Enum(choices) => json!({ "enum": choices }),
        Kind::Tag(_) => json!({ "type": "string", "minLength": 1 }),
        Kind::Ref(collections) => {
            let names = collections.iter().map(|id| &*schema.collection(*id).name);
            let names = names.collect::<Vec<_>>().join("|");
            let pattern = match collections.as_slice() {
                [_] => format!("^({names}/)?[^/]+$"),
                _ => format!("^({names})/[^/]+$"),
            };
            json!({ "type": "string", "pattern": pattern })
        }
        Kind::Cite => json!({
            "type": "object",
            "properties": {
                "p": { "type": "integer" },
                "quote": { "type": "array", "items": { "type": "string" }, "minItems": 1 },
                "source": { "type": "string" },
            },
            "required": ["p", "quote"],
            "additionalProperties": false,
        }),
        Kind::List(inner) => json!({ "type": "array", "items": kind(schema, inner) }),
        Kind::Record(id) => object(schema, &schema.record(*id).fields),
    }
}

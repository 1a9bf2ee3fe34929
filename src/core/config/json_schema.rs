//! `site.toml` itself as JSON Schema (draft 2020-12), for editors. A test holds the tables below against what is read.

use serde_json::{Map, Value as Json, json};

use super::key_docs;
use super::search::TEXTS;
use crate::arabic::Gender;

/// The tables of site.toml with their keys, separated by spaces. `key` is a string, `key*` one or a list of them, `key:int` and
/// `key:bool` what they say, `key=a|b` one of these words, `key:table` such a table, `key:[table]` a list of them and
/// `key:{table}` any number, by name. A key that ends with `!` has to be there.
const TABLES: [(&str, &str); 47] = [
    (
        "site.toml",
        "site:site! content:content markdown:markdown records:{fields} collections:{collection} tags:{tags} archives:{archive} menus:{menu} languages:{language} \
         redirects:{string} plurals:{plural} texts:{phrase} theme:theme exports:[export] fonts:fonts forbid:[forbid] cards:cards icons:icons pictures:pictures \
         search:search offline:offline check:check limits:limits headers:[headers] deploy:{deploy} extra:any",
    ),
    (
        "site",
        "title! description author base_url! language! prefix latin links=file|clean",
    ),
    (
        "language",
        "title description prefix name menus:{menu} plurals:{plural} texts:{phrase} source:language-source search:language-search extra:any",
    ),
    (
        "language-source",
        "label! long_label title_label named:source-named",
    ),
    ("source-named", "label long_label title_label"),
    ("language-search", "groups* synonyms:{list} texts:texts"),
    ("content", "follow* updated=git"),
    ("markdown", "highlighting:bool html:bool plain_languages*"),
    (
        "collection",
        "folder url:address anchor template title index paginate:pages order* siblings nested:bool related:int expect:expected fields:fields \
         backrefs:{backref} source:rows slug lists feed:feed translate* fallback=link|show|hide missing=allowed|warning|error",
    ),
    (
        "tags",
        "folder url:address template! index paginate:pages order* feed:feed fields:fields backrefs:{backref} \
         translate* fallback=link|show|hide missing=allowed|warning|error",
    ),
    (
        "archive",
        "from*! by=year|month url:address template! index paginate:pages order* feed:feed",
    ),
    ("pagination", "by:int! list path sitemap:bool search:bool"),
    ("backref", "from*! expect"),
    (
        "source",
        "paragraphs number text title:int label long_label title_label main name named:source-named republish=full|excerpts",
    ),
    ("feed", "date! title updated summary author limit:int path"),
    ("menu-item", "label! ref url"),
    ("plural", "zero one two few many other"),
    (
        "export",
        "path! collections* rows* columns:[column] raw:bool",
    ),
    ("column", "name value!"),
    ("fonts", "families:{family}! characters"),
    ("family", "family! licence! faces:[face]! fallback*"),
    (
        "face",
        "file! weight:int style=normal|italic characters* preload:bool",
    ),
    ("forbid", "text*! allow* language reason"),
    ("cards", "template!"),
    ("icons", "source! background theme"),
    (
        "pictures",
        "widths:[int] sizes quality:int megapixels:int dominant_color:bool crops:{string}",
    ),
    (
        "search",
        "aliases* plural groups:[group] synonyms:{list} texts:texts",
    ),
    ("group", "label! plural collections*!"),
    ("offline", "page keep* limit:int"),
    (
        "check",
        "inline:bool third_party* budgets:budgets external:external presentation_forms terms:[term] hamza:hamza \
         silence:[rule]",
    ),
    (
        "budgets",
        "html:int css:int fonts:int scripts:int first_view:int",
    ),
    ("external", "skip* timeout:int keep:int"),
    ("term", "write! instead_of*! reason"),
    ("hamza", "builtin:bool words:{string} allow*"),
    ("rule", "rule! reason!"),
    ("limits", "entry:int page:int seconds:int memory:int"),
    ("headers", "for! values:{string}!"),
    (
        "deploy",
        "to=s3|rsync|git|fs! base_url host=plain|netlify|cloudflare|github precompressed* encoding=br|gzip grace_days:int \
         endpoint bucket region prefix path_style:bool profile machine folder ssh* keep:int remote branch path",
    ),
    ("theme", "name=dossier! accent paper motif dark:dark"),
    ("dark", "accent paper"),
    // What is no table of named keys.
    ("fields", ""),
    ("menu", ""),
    ("texts", ""),
    ("phrase", ""),
    ("pages", ""),
    ("rows", ""),
    ("expected", ""),
];

/// The schema of `site.toml`.
#[must_use]
pub fn json_schema() -> Json {
    let mut definitions = Map::new();
    let mut root = Json::Null;
    for (name, keys) in TABLES {
        let schema = match name {
            "fields" => json!({ "type": "object", "additionalProperties": text() }),
            "texts" => table(name, &TEXTS.join(" ")),
            "phrase" => {
                let words = json!({ "anyOf": [text(), reference("plural")] });
                let genders = Gender::ALL.map(|gender| (gender.name().to_owned(), words.clone()));
                let genders = json!({
                    "type": "object",
                    "properties": Map::from_iter(genders),
                    "additionalProperties": false,
                });
                json!({ "anyOf": [text(), reference("plural"), genders] })
            }
            "menu" => json!({ "type": "array", "items": reference("menu-item") }),
            "pages" => {
                json!({ "anyOf": [{ "type": "integer", "minimum": 1 }, reference("pagination")] })
            }
            "expected" => {
                let count = json!({ "type": "integer", "minimum": 0 });
                let each = json!({ "type": "object", "additionalProperties": count });
                json!({ "anyOf": [count, each] })
            }
            "rows" => json!({ "anyOf": [text(), reference("source")] }),
            _ => table(name, keys),
        };
        if name == "site.toml" {
            root = schema;
        } else {
            definitions.insert(name.to_owned(), schema);
        }
    }
    root["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    root["title"] = json!("site.toml");
    root["$defs"] = definitions.into();
    root
}

fn table(table: &str, keys: &str) -> Json {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for written in keys.split_whitespace() {
        let key = written.trim_end_matches('!');
        let name = key.split([':', '=', '*']).next().unwrap_or_default();
        if key != written {
            required.push(name);
        }
        let mut value = value(&key[name.len()..]);
        if let Some(words) = key_docs::of(table, name) {
            value["description"] = json!(words);
        }
        properties.insert(name.to_owned(), value);
    }
    json!({
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

/// What stands behind the name of a key.
fn value(kind: &str) -> Json {
    if let Some(words) = kind.strip_prefix('=') {
        let words: Vec<&str> = words.split('|').collect();
        return json!({ "enum": words });
    }
    match kind.trim_start_matches(':') {
        "" => text(),
        "*" => texts(),
        "any" => json!({ "type": "object" }),
        "address" => json!({ "anyOf": [text(), { "const": false }] }),
        kind => match (kind.strip_prefix('['), kind.strip_prefix('{')) {
            (Some(item), _) => json!({ "type": "array", "items": named(item) }),
            (_, Some(item)) => json!({ "type": "object", "additionalProperties": named(item) }),
            _ => named(kind),
        },
    }
}

fn named(kind: &str) -> Json {
    match kind.trim_end_matches([']', '}']) {
        "string" => text(),
        "list" => json!({ "type": "array", "items": text() }),
        "int" => json!({ "type": "integer" }),
        "bool" => json!({ "type": "boolean" }),
        table => reference(table),
    }
}

fn text() -> Json {
    json!({ "type": "string" })
}

fn texts() -> Json {
    json!({ "anyOf": [text(), { "type": "array", "items": text() }] })
}

fn reference(table: &str) -> Json {
    json!({ "$ref": format!("#/$defs/{table}") })
}

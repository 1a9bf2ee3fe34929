//! A new entry: a file with the declared fields, open to be filled. It can be read as it is, so that a site with it stays whole.

use crate::arabic::Date;
use crate::graph::Site;
use crate::locale::{Language, Text, text};
use crate::path::SourcePath;
use crate::schema::{CollectionId, Field, Kind, Schema};
use crate::source::{Source, load};

/// The isolates of a text's arguments. In a file they would be letters that nobody sees.
const ISOLATES: [char; 2] = ['\u{2068}', '\u{2069}'];

/// What an entry is made with.
#[derive(Debug, Clone, Copy)]
pub struct Draft<'a> {
    /// The collection it belongs to.
    pub collection: CollectionId,
    /// Its name in the collection.
    pub slug: &'a str,
    /// The day that stands in fields of days.
    pub today: Date,
    /// The language of its comments.
    pub language: Language,
}

/// The file of a new entry. It is like the others of its collection: TOML alone, where all of them are.
#[must_use]
pub fn draft(site: &Site, draft: Draft<'_>) -> Source {
    let Draft {
        collection, slug, ..
    } = draft;
    let schema = &site.config.schema;
    let declared = schema.collection(collection);
    let folder = format!("{}/{}", load::CONTENT, declared.folder);
    let entries = site.of(collection).iter();
    let mut paths = entries.map(|id| &site.entry(*id).document.path);
    let has_prose = site.of(collection).is_empty() || paths.any(|path| path.has_extension("md"));
    let writer = Writer { schema, draft };
    let remark = writer.words(&text!("draft-remark"));
    let mut text = format!("draft = true # {remark}\n");
    for field in &declared.fields {
        writer.field(field, &mut text);
    }
    let (extension, text) = if has_prose {
        ("md", format!("+++\n{text}+++\n\n"))
    } else {
        ("toml", text)
    };
    let path = SourcePath::new(&format!("{folder}/{slug}.{extension}"));
    Source::new(path, text.into_bytes())
}

struct Writer<'a> {
    schema: &'a Schema,
    draft: Draft<'a>,
}

impl Writer<'_> {
    fn words(&self, text: &Text) -> String {
        text.say(self.draft.language).replace(ISOLATES, "")
    }

    /// A field on a line, below what site.toml says of it. One that may be absent is commented out.
    fn field(&self, field: &Field, text: &mut String) {
        for line in field.remark.iter().flat_map(|remark| remark.lines()) {
            text.push_str(&format!("# {line}\n"));
        }
        let kind = &field.field_type.kind;
        let mark = if field.field_type.optional { "# " } else { "" };
        let value = self.value(kind);
        let kind = self.words(&self.kind(kind));
        text.push_str(&format!("{mark}{} = {value} # {kind}\n", field.name));
    }

    /// What a field takes, in words.
    fn kind(&self, kind: &Kind) -> Text {
        match kind {
            Kind::Ref(collections) => {
                let names = collections
                    .iter()
                    .map(|id| &self.schema.collection(*id).name);
                let names: Vec<_> = names.map(ToString::to_string).collect();
                match collections.as_slice() {
                    [_] => text!("kind-slug-of", names),
                    _ => text!("kind-entry-of", names),
                }
            }
            Kind::List(item) => text!("kind-list-of", kind = self.kind(item)),
            Kind::Record(_) => text!("kind-table-such-as", example = self.value(kind)),
            other => other.text(),
        }
    }

    /// A value that can be read as this kind, and says as little as can be.
    fn value(&self, kind: &Kind) -> String {
        match kind {
            Kind::String | Kind::Markdown | Kind::Image(_) => "\"\"".to_owned(),
            Kind::Int => "0".to_owned(),
            Kind::Bool => "false".to_owned(),
            Kind::Date => self.draft.today.to_string(),
            Kind::Url => "\"https://\"".to_owned(),
            Kind::Slug => quoted(self.draft.slug),
            Kind::Enum(choices) => quoted(choices.first().map_or("", |choice| choice)),
            Kind::Ref(collections) => match collections.as_slice() {
                [first, _, ..] => quoted(&format!("{}/", self.schema.collection(*first).name)),
                _ => "\"\"".to_owned(),
            },
            // Tags are words, of which there has to be one.
            Kind::Tag(tags) => quoted(&self.schema.collection(*tags).name),
            Kind::Cite => "{ p = 0, quote = [\"\"] }".to_owned(),
            Kind::List(_) => "[]".to_owned(),
            Kind::Record(id) => {
                let fields = self.schema.record(*id).fields.iter();
                let required = fields.filter(|field| !field.field_type.optional);
                let fields = required.map(|field| {
                    let value = self.value(&field.field_type.kind);
                    format!("{} = {value}", field.name)
                });
                match fields.collect::<Vec<_>>().join(", ") {
                    fields if fields.is_empty() => "{}".to_owned(),
                    fields => format!("{{ {fields} }}"),
                }
            }
        }
    }
}

fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}

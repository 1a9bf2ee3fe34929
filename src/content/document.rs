//! One file of `content/` becomes one document: typed fields, prose, and its address.

use std::ops::Range;
use std::sync::Arc;

use toml::de::{DeTable, DeValue};

use super::front_matter;
use super::reader::{FieldReader, read_fields};
use super::value::Value;
use crate::arabic;
use crate::config::Config;
use crate::diagnostic::{Checked, Diagnostic, Span};
use crate::markdown::{self, Body, Mentions};
use crate::path::{SourcePath, UrlPath};
use crate::schema::{CollectionId, STANDARD_KEYS, Spanned, is_slug};
use crate::source::typography::Judgement;
use crate::source::{Source, TextPlace, controls, load, parse_toml, silence};

/// What one file of `content/` holds.
#[derive(Debug, Clone)]
pub struct Parsed {
    /// What the site needs to know of it.
    pub document: Arc<Document>,
    /// What its own page shows besides.
    pub body: Arc<Body>,
}

/// An entry as its file gives it, without the text of its body: that is seen on its own page and nowhere
/// else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The file.
    pub path: SourcePath,
    /// The collection it belongs to.
    pub collection: CollectionId,
    /// Its name within the collection.
    pub slug: Arc<str>,
    /// Where the slug is given; the whole file when it is the file's name.
    pub slug_range: Range<usize>,
    /// An address of its own instead of the collection's pattern.
    pub url: Option<Spanned<String>>,
    /// The addresses that its page had before, which lead on to it.
    pub redirect_from: Vec<Spanned<UrlPath>>,
    /// A template of its own instead of the collection's.
    pub template: Option<Spanned<String>>,
    /// Whether it is built only with `--drafts`.
    pub draft: bool,
    /// Whether the sitemap lists it.
    pub in_sitemap: bool,
    /// Whether search finds its page.
    pub in_search: bool,
    /// The values of the declared fields, in declared order.
    pub fields: Vec<Value>,
    /// What the body says of other parts of the site.
    pub mentions: Mentions,
}

impl Document {
    /// Whether both are equal for the rest of the site; positions within the body may differ.
    #[must_use]
    pub fn says_the_same(&self, other: &Self) -> bool {
        let Self {
            path,
            collection,
            slug,
            slug_range,
            url,
            redirect_from,
            template,
            draft,
            in_sitemap,
            in_search,
            fields,
            mentions,
        } = self;
        (path, collection, slug, slug_range)
            == (
                &other.path,
                &other.collection,
                &other.slug,
                &other.slug_range,
            )
            && (url, redirect_from) == (&other.url, &other.redirect_from)
            && (template, draft) == (&other.template, &other.draft)
            && (in_sitemap, in_search) == (&other.in_sitemap, &other.in_search)
            && *fields == other.fields
            && mentions.say_the_same(&other.mentions)
    }
}

/// An entry whose file cannot be read: known by name, so that references to it are not reported as well.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    /// The collection it belongs to.
    pub collection: CollectionId,
    /// The slug that its file's name gives it.
    pub slug: Arc<str>,
}

/// Reads one file of `content/` that is an entry by its extension.
#[must_use]
pub fn parse(source: &Source, config: &Config) -> Checked<Result<Parsed, Option<Unread>>> {
    let checked = read(source, config);
    Checked::new(
        checked.value.ok_or_else(|| {
            Some(Unread {
                collection: collection_of(source.path(), config)?,
                slug: name_of(source.path()).into(),
            })
        }),
        checked.diagnostics,
    )
}

fn read(source: &Source, config: &Config) -> Checked<Option<Parsed>> {
    let path = source.path();
    if let Some(problem) = source.problem() {
        return Checked::new(None, vec![problem]);
    }
    let Some(collection) = collection_of(path, config) else {
        let folders = config.schema.collections.iter().map(|c| c.folder.as_str());
        let folders = folders.collect::<Vec<_>>().join(", ");
        let problem = Diagnostic::error("E108", "the file is in no collection's folder")
            .at(path)
            .hint(format!(
                "move it to one of the folders {folders} below {}, or declare a collection in site.toml",
                load::CONTENT
            ));
        return Checked::new(None, vec![problem]);
    };
    let text = source.text();
    let mut diagnostics = controls::problems(source);
    let halves = match front_matter::split(path, text) {
        Ok(halves) => halves,
        Err(problem) => {
            diagnostics.push(problem);
            return Checked::new(None, diagnostics);
        }
    };
    let toml = &text[halves.front_matter.clone()];
    let (table, broken) = parse_toml(path, toml, halves.front_matter.start);
    let is_broken = !broken.is_empty();
    diagnostics.extend(broken);
    if is_broken {
        // Fields that TOML could not parse would be reported again as missing.
        return Checked::new(None, diagnostics);
    }
    let table = table.into_inner();
    let verbatim = verbatim(collection, config);
    let mut file = FieldReader {
        schema: &config.schema,
        rules: &config.prose,
        path,
        text,
        offset: halves.front_matter.start,
        verbatim: &verbatim,
        is_verbatim: false,
        diagnostics: Vec::new(),
        judgement: Judgement::default(),
    };
    let declared = &config.schema.collection(collection).fields;
    let fields = read_fields(&mut file, &table, declared, &STANDARD_KEYS, 0..0);
    let standard = Standard::read(&mut file, &table);
    diagnostics.append(&mut file.diagnostics);
    let mut judgement = file.judgement;

    let body = &text[halves.body.clone()];
    let place = TextPlace::Exact(halves.body.start);
    let (schema, rules) = (&config.schema, &config.prose);
    let prose = markdown::parse(body, path, &place, schema, rules, &mut judgement);
    let prose = prose.collect(&mut diagnostics);
    let silenced = [standard.silenced.as_slice(), &config.silenced].concat();
    diagnostics.extend(judgement.into_diagnostics(path, &silenced));
    let document = Document {
        collection,
        slug: standard.slug.0,
        slug_range: standard.slug.1,
        url: standard.url,
        redirect_from: standard.redirect_from,
        template: standard.template,
        draft: standard.draft,
        in_sitemap: standard.in_sitemap,
        in_search: standard.in_search,
        fields,
        mentions: prose.mentions,
        path: path.clone(),
    };
    let parsed = Parsed {
        document: Arc::new(document),
        body: Arc::new(prose.body),
    };
    Checked::new(Some(parsed), diagnostics)
}

/// The collection in whose folder a file lies; of nested folders the innermost.
pub(crate) fn collection_of(path: &SourcePath, config: &Config) -> Option<CollectionId> {
    let below = path.below(load::CONTENT)?;
    config
        .schema
        .ids()
        .filter(|id| {
            let folder = &config.schema.collection(*id).folder;
            below
                .strip_prefix(folder.as_str())
                .is_some_and(|rest| rest.starts_with('/'))
        })
        .max_by_key(|id| config.schema.collection(*id).folder.len())
}

/// What slugs are made of, for hints.
const SLUGS: &str =
    "lower-case letters and digits with single hyphens between them, and no vowel signs";

/// The fields that citations quote. Their text must stay letter for letter, so typography is not checked in them.
fn verbatim(collection: CollectionId, config: &Config) -> Vec<&str> {
    let collection = config.schema.collection(collection);
    let Some(role) = &collection.source else {
        return Vec::new();
    };
    let title = role.title.map(|_| &*collection.title.value);
    [&*role.paragraphs.value].into_iter().chain(title).collect()
}

/// The keys that every entry may carry.
struct Standard {
    slug: (Arc<str>, Range<usize>),
    url: Option<Spanned<String>>,
    redirect_from: Vec<Spanned<UrlPath>>,
    template: Option<Spanned<String>>,
    draft: bool,
    in_sitemap: bool,
    in_search: bool,
    /// The rules that the page silences.
    silenced: Vec<&'static str>,
}

impl Standard {
    fn read(file: &mut FieldReader<'_>, table: &DeTable<'_>) -> Self {
        let written = string(file, table, "slug");
        let slug = written
            .as_ref()
            .map_or(name_of(file.path), |slug| &slug.value);
        let slug: Arc<str> = slug.into();
        if !is_slug(&slug) {
            let near = arabic::heading_id(&slug);
            let (range, hint) = match table.get("slug") {
                Some(value) => (value.span(), format!("write slug = \"{near}\": {SLUGS}")),
                None => (
                    0..0,
                    format!("rename the file to `{near}`, or write slug = \"…\" in it: {SLUGS}"),
                ),
            };
            file.report("E105", format!("`{slug}` is not a slug"), range, hint);
        }
        let slug = (slug, written.map_or(0..0, |slug| slug.span.range));
        Self {
            slug,
            url: string(file, table, "url"),
            redirect_from: redirect_from(file, table),
            template: string(file, table, "template"),
            draft: flag(file, table, "draft").unwrap_or(false),
            in_sitemap: flag(file, table, "sitemap").unwrap_or(true),
            in_search: flag(file, table, "search").unwrap_or(true),
            silenced: silenced(file, table),
        }
    }
}

/// A file's name, or its folder's when it is `index.md`.
fn name_of(path: &SourcePath) -> &str {
    match path.stem() {
        "index" => path.as_str().rsplit('/').nth(1).unwrap_or_default(),
        stem => stem,
    }
}

fn string(
    file: &mut FieldReader<'_>,
    table: &DeTable<'_>,
    key: &'static str,
) -> Option<Spanned<String>> {
    let value = table.get(key)?;
    let DeValue::String(text) = value.get_ref() else {
        let hint = format!("write {key} = \"…\"");
        file.report(
            "E104",
            format!("`{key}` is not a string"),
            value.span(),
            hint,
        );
        return None;
    };
    let range = value.span().start + file.offset..value.span().end + file.offset;
    Some(Spanned {
        value: text.clone().into_owned(),
        span: Span::new(file.path, range),
    })
}

/// The former addresses. An invalid one is reported and does not affect the others.
fn redirect_from(file: &mut FieldReader<'_>, table: &DeTable<'_>) -> Vec<Spanned<UrlPath>> {
    const HINT: &str =
        "write redirect_from = [\"/old/address/\"]: addresses that the page had before";
    let Some(value) = table.get("redirect_from") else {
        return Vec::new();
    };
    let Some(items) = value.get_ref().as_array() else {
        let message = "`redirect_from` is not a list of addresses".to_owned();
        file.report("E104", message, value.span(), HINT.to_owned());
        return Vec::new();
    };
    let mut addresses = Vec::new();
    for item in items {
        let (code, problem) = match item.get_ref().as_str().map(UrlPath::of_page) {
            Some(Ok(address)) => {
                let range = item.span().start + file.offset..item.span().end + file.offset;
                let span = Span::new(file.path, range);
                addresses.push(Spanned {
                    value: address,
                    span,
                });
                continue;
            }
            Some(Err(problem)) => ("E207", problem),
            None => (
                "E104",
                "an item of `redirect_from` is not a string".to_owned(),
            ),
        };
        file.report(code, problem, item.span(), HINT.to_owned());
    }
    addresses
}

fn silenced(file: &mut FieldReader<'_>, table: &DeTable<'_>) -> Vec<&'static str> {
    let Some(value) = table.get("silence") else {
        return Vec::new();
    };
    let report = |message, range, hint| file.report("E716", message, range, hint);
    silence::read(value, &silence::RULES, report)
}

fn flag(file: &mut FieldReader<'_>, table: &DeTable<'_>, key: &'static str) -> Option<bool> {
    let value = table.get(key)?;
    let truth = value.get_ref().as_bool();
    if truth.is_none() {
        let hint = format!("write {key} = true or {key} = false");
        let message = format!("`{key}` is neither true nor false");
        file.report("E104", message, value.span(), hint);
    }
    truth
}

//! Files in other languages than the site's are joined with those that they translate: they share the fields that site.toml
//! does not give each language, the address, and whatever else they do not say themselves.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use super::EntryId;
use super::order::{self, Placed};
use super::site::{Absent, Site};
use crate::config::Config;
use crate::content::{Document, Value, is_within, slug_of_file};
use crate::diagnostic::{Diagnostic, Fix, Span};
use crate::locale::text;
use crate::schema::{CollectionId, LanguageId, Missing, Spanned};
use crate::source::load;

/// The entries so far, by their slugs and by the names of their files.
#[derive(Default)]
struct Known {
    by_slug: HashMap<(CollectionId, Arc<str>), Arc<Document>>,
    by_file: HashMap<(CollectionId, String), Arc<Document>>,
}

impl Known {
    fn note(&mut self, document: &Arc<Document>, config: &Config) {
        let collection = document.collection;
        // The file of a row has the name of all its rows.
        if !document.is_row() {
            let neutral = config.language_of_path(&document.path);
            let path = neutral.as_ref().map_or(&document.path, |(_, path)| path);
            let file = slug_of_file(path, config.schema.collection(collection));
            self.by_file.insert((collection, file), document.clone());
        }
        let slug = document.key.clone();
        self.by_slug.insert((collection, slug), document.clone());
    }

    /// What a file translates: what it names, or the file of the same name, or the entry of that slug.
    fn original(&self, document: &Document) -> Option<&Arc<Document>> {
        let (collection, key) = (document.collection, &document.key);
        let is_named = document
            .translation
            .as_ref()
            .is_some_and(|one| one.of.is_some());
        let by_file = self.by_file.get(&(collection, key.to_string()));
        let by_slug = || self.by_slug.get(&(collection, key.clone()));
        by_file.filter(|_| !is_named).or_else(by_slug)
    }

    /// The slugs in a collection of what is not among these, in order.
    fn others(
        &self,
        collection: CollectionId,
        names: &HashSet<(CollectionId, Arc<str>)>,
    ) -> Vec<&str> {
        let all = self.by_slug.keys();
        let others = all.filter(|name| name.0 == collection && !names.contains(*name));
        let mut others: Vec<&str> = others.map(|(_, slug)| &**slug).collect();
        others.sort_unstable();
        others
    }
}

/// So many entries are named of which a file may be the translation.
const NAMED: usize = 3;

/// Joins the files in other languages with those that they translate. Those whose original is not published are not either.
pub(super) fn join(
    documents: Vec<Placed>,
    absent: &mut Absent,
    config: &Config,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Placed> {
    if config.other_languages.is_empty() {
        return documents;
    }
    let mut by_language: BTreeMap<LanguageId, Vec<Placed>> = BTreeMap::new();
    for placed in documents {
        by_language
            .entry(placed.1.language)
            .or_default()
            .push(placed);
    }
    let mut joined = by_language.remove(&LanguageId::OWN).unwrap_or_default();
    let mut known = Known::default();
    for (_, document) in &joined {
        known.note(document, config);
    }
    let mut unpublished = Known::default();
    for (document, _) in &absent.unpublished {
        unpublished.note(document, config);
    }
    for documents in by_language.into_values() {
        let names = documents.iter();
        let names = names.map(|(_, one)| (one.collection, one.key.clone()));
        let names: HashSet<_> = names.collect();
        let mut first: HashMap<(CollectionId, Arc<str>), Arc<Document>> = HashMap::new();
        for (position, document) in documents {
            let original = known.original(&document);
            if original.is_none()
                && let Some(hidden) = unpublished.original(&document)
            {
                let why = absent
                    .unpublished
                    .iter()
                    .find(|(one, _)| one.path == hidden.path);
                if let Some((_, why)) = why {
                    let why = *why;
                    absent.unpublished.push((document, why));
                    continue;
                }
            }
            let before = diagnostics.len();
            let document = if let Some(original) = original {
                translated(&document, original, config, diagnostics)
            } else {
                let open = || known.others(document.collection, &names);
                alone(&document, absent, config, &open, diagnostics)
            };
            let name = (document.collection, document.key.clone());
            if original.is_none()
                && let Some(other) = known.by_slug.get(&name)
            {
                // What it lacks it would have from what it is to translate.
                diagnostics.truncate(before);
                diagnostics.push(called_like(&document, other, config));
                continue;
            }
            if let Some(other) = first.get(&name) {
                let collection = &config.schema.collection(document.collection).name;
                let tag = config.in_language(document.language).language.tag();
                let name = format!("{collection}/{}", document.key);
                let problem = Diagnostic::error("E202", text!("translated-twice", name, tag))
                    .at(&document.path)
                    .note(text!("entry-twice-note", path = other.path.as_str()))
                    .hint(text!("translated-twice-hint"));
                diagnostics.push(problem);
                continue;
            }
            first.insert(name, document.clone());
            joined.push((position, document));
        }
        // What has no original is what further languages may translate.
        for document in first.values().filter(|one| !is_joined(one)) {
            known.note(document, config);
        }
    }
    joined
}

fn is_joined(document: &Document) -> bool {
    document
        .translation
        .as_ref()
        .is_some_and(|one| one.is_joined)
}

/// A file with what it shares with its original.
fn translated(
    document: &Document,
    original: &Document,
    config: &Config,
    diagnostics: &mut Vec<Diagnostic>,
) -> Arc<Document> {
    let collection = config.schema.collection(document.collection);
    let mut joined = Document::clone(document);
    let mut translation = document.translation.as_deref().cloned().unwrap_or_default();
    for (position, range, statement) in &translation.given {
        let field = &collection.fields[*position];
        let is_wrong = translation.moot.iter().any(|one| is_within(one, range));
        let same =
            !is_wrong && says_the_same(&document.fields[*position], &original.fields[*position]);
        let message = text!("field-shared", name = field.name.clone());
        let hint = text!(
            "field-shared-hint",
            name = field.name.clone(),
            path = original.path.as_str()
        );
        let problem = Diagnostic::error("E230", message)
            .at(Span::new(&document.path, range.clone()))
            .hint(hint);
        diagnostics.push(match statement {
            Some(range) if same => problem.fix(Fix {
                range: range.clone(),
                replacement: String::new(),
                is_safe: true,
            }),
            _ => problem,
        });
    }
    for (position, field) in collection.fields.iter().enumerate() {
        if !collection.is_translated(field) {
            joined.fields[position] = original.fields[position].clone();
        }
    }
    if !translation.has_slug {
        joined.slug = original.slug.clone();
        joined.slug_range = 0..0;
    }
    translation.is_joined = true;
    joined.translation = Some(Arc::new(translation));
    joined.key = original.key.clone();
    joined.template = document
        .template
        .clone()
        .or_else(|| original.template.clone());
    joined.in_sitemap &= original.in_sitemap;
    joined.in_search &= original.in_search;
    if document.url.is_none() {
        joined.url = url_in(document.language, original, config);
    }
    Arc::new(joined)
}

/// The address that a document says to have, as it is in another language.
pub(super) fn url_in(
    language: LanguageId,
    original: &Document,
    config: &Config,
) -> Option<Spanned<String>> {
    let url = original.url.as_ref()?;
    let prefix = config.in_language(language).prefix;
    let prefix = prefix.map_or("", |prefix| prefix.as_str().trim_end_matches('/'));
    // Its own language has none in its address, or another.
    let old = config.in_language(original.language).prefix;
    let old = old.map_or("", |old| old.as_str().trim_end_matches('/'));
    let rest = url.value.strip_prefix(old).unwrap_or(&url.value);
    Some(Spanned {
        value: format!("{prefix}{rest}"),
        span: url.span.clone(),
    })
}

/// A file that translates nothing: it has to say everything itself. `open`: the slugs of what nothing translates.
fn alone<'k>(
    document: &Arc<Document>,
    absent: &Absent,
    config: &Config,
    open: &dyn Fn() -> Vec<&'k str>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Arc<Document> {
    let collection = config.schema.collection(document.collection);
    let unread = absent.unread.iter();
    let mut unread = unread.filter(|one| one.collection == document.collection);
    if unread.any(|one| one.slug.as_ref().is_none_or(|slug| *slug == document.key)) {
        // Its original could not be read, which has been reported.
        return document.clone();
    }
    let Some(translation) = &document.translation else {
        return document.clone();
    };
    if let Some(of) = &translation.of {
        let name = format!("{}/{}", collection.name, of.value);
        let problem = Diagnostic::error("E201", text!("entry-none", name))
            .at(of.span.clone())
            .hint(text!("translation-of-hint"));
        diagnostics.push(problem);
        return document.clone();
    }
    diagnostics.extend(translation.moot.iter().cloned());
    for position in &translation.lacking {
        let field = &collection.fields[*position];
        let (name, kind) = (field.name.clone(), field.field_type.kind.text());
        let message = text!("field-missing", name = name.clone());
        let names = open();
        let hint = if names.is_empty() || names.len() > NAMED {
            text!("field-missing-original-hint", name, kind)
        } else {
            let names = names.iter();
            let names = names.map(|slug| format!("`translation_of = \"{slug}\"`"));
            let names: Vec<_> = names.collect();
            text!("field-missing-untranslated-hint", name, kind, names)
        };
        let problem = Diagnostic::error("E103", message)
            .at(&document.path)
            .hint(hint);
        diagnostics.push(problem);
    }
    let mut alone = Document::clone(document);
    alone.key = alone.slug.clone();
    Arc::new(alone)
}

/// The problem of a file that translates nothing, and has the slug of an entry in another language.
fn called_like(document: &Document, other: &Document, config: &Config) -> Diagnostic {
    let collection = &config.schema.collection(document.collection).name;
    let slug = &*document.key;
    let message = text!("entry-twice", name = format!("{collection}/{slug}"));
    Diagnostic::error("E202", message)
        .at(Span::new(&document.path, document.slug_range.clone()))
        .note(text!("entry-twice-note", path = other.path.as_str()))
        .hint(text!("translated-slug-taken-hint", slug))
}

/// Whether two values are equal wherever they stand.
fn says_the_same(one: &Value, other: &Value) -> bool {
    let all = |one: &[Value], other: &[Value]| {
        let mut pairs = one.iter().zip(other);
        one.len() == other.len() && pairs.all(|(one, other)| says_the_same(one, other))
    };
    match (one, other) {
        (Value::List(one), Value::List(other)) => all(one, other),
        (Value::Record(kind, one), Value::Record(other_kind, other)) => {
            kind == other_kind && all(one, other)
        }
        (Value::Reference(one), Value::Reference(other)) => {
            (one.collection, &one.slug) == (other.collection, &other.slug)
        }
        (one, other) => one == other,
    }
}

/// What each language lists of each collection, in the order of that language.
pub(super) fn lists(site: &Site) -> Vec<Vec<Vec<EntryId>>> {
    let config = &site.config;
    let of = |language: LanguageId, id: CollectionId| {
        let collection = config.schema.collection(id);
        let entries = site.of(id).iter();
        let entries = entries.filter_map(|entry| site.listed_as(*entry, language));
        let mut entries: Vec<EntryId> = entries.collect();
        if !collection.nested {
            let placed = entries.iter();
            let placed = placed.map(|id| (id.0, site.entry(*id).document.clone()));
            let mut placed: Vec<Placed> = placed.collect();
            order::sort(&mut placed, config, language);
            entries = placed.into_iter().map(|(id, _)| EntryId(id)).collect();
        }
        entries
    };
    if config.other_languages.is_empty() {
        return Vec::new();
    }
    let languages = config.languages();
    let lists = languages.map(|language| {
        let ids = config.schema.ids();
        ids.map(|id| of(language, id)).collect()
    });
    lists.collect()
}

/// Reports what is not translated where site.toml asks for it.
pub(super) fn check(site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    let config = &site.config;
    for id in config.schema.ids() {
        let collection = config.schema.collection(id);
        let missing = collection.translations.missing;
        if missing == Missing::Allowed || config.other_languages.is_empty() {
            continue;
        }
        for canonical in site.of(id) {
            let entry = site.entry(*canonical);
            let missed = config.languages();
            let missed = missed.filter(|one| site.written(*canonical, *one).is_none());
            let (tags, paths): (Vec<_>, Vec<_>) = missed
                .map(|language| {
                    let tag = config.in_language(language).language.tag();
                    (format!("`{tag}`"), file_in(site, *canonical, language))
                })
                .unzip();
            if tags.is_empty() {
                continue;
            }
            let message = text!("translation-missing", name = &*entry.name, tags);
            let hint = text!("translation-missing-hint", paths);
            let problem = match missing {
                Missing::Error => Diagnostic::error("E231", message),
                _ => Diagnostic::warning("W232", message),
            };
            diagnostics.push(problem.at(&entry.document.path).hint(hint));
        }
    }
}

/// The file in which the translation of an entry would be, beside the entry's own.
fn file_in(site: &Site, id: EntryId, language: LanguageId) -> String {
    let entry = site.entry(id);
    let path = &entry.document.path;
    let tag = site.config.in_language(language).language.tag();
    if entry.document.is_row() {
        // A row has no file of its own, and its translation has one.
        let folder = &site.collection(entry).folder;
        let key = &entry.document.key;
        return format!("{}/{folder}/{key}.{tag}.md", load::CONTENT);
    }
    let neutral = site.config.language_of_path(path);
    let path = neutral.as_ref().map_or(path, |(_, path)| path);
    let (stem, extension) = path
        .as_str()
        .rsplit_once('.')
        .unwrap_or((path.as_str(), "md"));
    // A file whose key says another language may have the name already.
    if language == LanguageId::OWN && site.at(path).is_none() {
        return path.to_string();
    }
    format!("{stem}.{tag}.{extension}")
}

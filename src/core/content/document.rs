//! One file of `content/` becomes one document: typed fields, prose, and its address.

use std::ops::Range;
use std::sync::Arc;

use toml::de::DeTable;

use super::front_matter;
use super::keys;
use super::meant;
use super::reader::{FieldReader, Notation, read_fields};
use super::refused;
use super::schedule::Schedule;
use super::standard::{Standard, check_slug, collection_of, is_draft, slug_of, slug_of_file};
use super::translation::{self, Translation};
use super::value::Value;
use crate::arabic::Date;
use crate::config::Config;
use crate::diagnostic::{Checked, Diagnostic, Span};
use crate::locale::text;
use crate::markdown::{self, Body, Mentions, Prose, TextIds};
use crate::path::{SourcePath, UrlPath};
use crate::schema::{Collection, CollectionId, Field, Guesses, LanguageId, Spanned};
use crate::source::typography::Judgement;
use crate::source::{Source, TextPlace, controls, load};

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
#[non_exhaustive]
pub struct Document {
    /// The file.
    pub path: SourcePath,
    /// Its place in the file, where others stand in the same one; else nothing, which means all of the file.
    pub place: Range<usize>,
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
    /// When it is published.
    pub schedule: Schedule,
    /// When it was last changed, where no declared field says it.
    pub updated: Option<Date>,
    /// Whether the sitemap lists it.
    pub in_sitemap: bool,
    /// Whether search finds its page.
    pub in_search: bool,
    /// The rules that are not held against its page.
    pub silenced: Vec<&'static str>,
    /// The values of the declared fields, in declared order.
    pub fields: Vec<Value>,
    /// What the body says of other parts of the site.
    pub mentions: Mentions,
    /// The language that it is in.
    pub language: LanguageId,
    /// The slug by which all languages know the entry that it is or translates.
    pub key: Arc<str>,
    /// What it says as a translation, where it is in another language than the site.
    pub translation: Option<Arc<Translation>>,
}

impl Document {
    /// An entry without a file of its own, called by what another file says in `slug_range`.
    #[must_use]
    pub fn without_file(
        path: SourcePath,
        collection: CollectionId,
        slug: Arc<str>,
        slug_range: Range<usize>,
        fields: Vec<Value>,
    ) -> Self {
        Self {
            path,
            place: 0..0,
            collection,
            slug_range,
            url: None,
            redirect_from: Vec::new(),
            template: None,
            schedule: Schedule::default(),
            updated: None,
            in_sitemap: true,
            in_search: true,
            silenced: Vec::new(),
            fields,
            mentions: Mentions::default(),
            language: LanguageId::OWN,
            key: slug.clone(),
            translation: None,
            slug,
        }
    }

    /// Where it stands: in its file, or in that of all rows.
    #[must_use]
    pub fn span(&self) -> Span {
        Span::new(&self.path, self.place.clone())
    }

    /// Whether it is one row of a file, rather than a file of its own.
    #[must_use]
    pub fn is_row(&self) -> bool {
        !self.place.is_empty()
    }

    /// Whether it is what is shown in place of a translation that is missing: it has no file of its own, and its words are
    /// in the language of the original.
    #[must_use]
    pub fn is_stand_in(&self) -> bool {
        let translation = self.translation.as_ref();
        translation.is_some_and(|one| one.is_stand_in)
    }

    /// Whether the value of a field stands in its own file.
    #[must_use]
    pub fn is_own(&self, field: &Field, collection: &Collection) -> bool {
        let translation = self.translation.as_ref();
        let shares = translation.is_some_and(|one| one.is_joined);
        !self.is_stand_in() && (!shares || collection.is_translated(field))
    }

    /// The values that stand in its own file: places of others are of the file that it translates.
    pub fn own_fields<'a>(&'a self, collection: &'a Collection) -> impl Iterator<Item = &'a Value> {
        let fields = collection.fields.iter().zip(&self.fields);
        let own = fields.filter(|(field, _)| self.is_own(field, collection));
        own.map(|(_, value)| value)
    }

    /// Whether both are equal for the rest of the site; positions within the body may differ.
    #[must_use]
    pub fn says_the_same(&self, other: &Self) -> bool {
        let Self {
            path,
            place,
            collection,
            slug,
            slug_range,
            url,
            redirect_from,
            template,
            schedule,
            updated,
            in_sitemap,
            in_search,
            silenced,
            fields,
            mentions,
            language,
            key,
            translation,
        } = self;
        (path, place, collection, slug, slug_range)
            == (
                &other.path,
                &other.place,
                &other.collection,
                &other.slug,
                &other.slug_range,
            )
            && (url, redirect_from) == (&other.url, &other.redirect_from)
            && (template, schedule) == (&other.template, &other.schedule)
            && *updated == other.updated
            && (in_sitemap, in_search) == (&other.in_sitemap, &other.in_search)
            && *silenced == other.silenced
            && *fields == other.fields
            && (language, key, translation) == (&other.language, &other.key, &other.translation)
            && mentions.say_the_same(&other.mentions)
    }
}

/// An entry whose file cannot be read: known by name, so that references to it are not reported as well, and by what of its
/// prose can be checked all the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    /// The collection it belongs to.
    pub collection: CollectionId,
    /// The slug that its file's name gives it; none where it may be any, of a file with many.
    pub slug: Option<Arc<str>>,
    /// The file.
    pub path: SourcePath,
    /// Its prose, where only the front matter is broken.
    pub prose: Option<Arc<Prose>>,
}

impl Unread {
    /// An entry that cannot have the name that it gives itself: others may refer to it by that of its file.
    #[must_use]
    pub fn of(document: &Document, config: &Config) -> Self {
        let declared = config.schema.collection(document.collection);
        let slug = document.place.is_empty();
        let slug = slug.then(|| slug_of_file(&document.path, declared).into());
        Self {
            collection: document.collection,
            slug,
            path: document.path.clone(),
            prose: None,
        }
    }
}

/// Reads one file of `content/` that is an entry by its extension.
#[must_use]
pub fn parse(source: &Source, config: &Config) -> Checked<Result<Parsed, Option<Unread>>> {
    let checked = read(source, config);
    Checked::new(
        checked.value.map_err(|prose| {
            let neutral = config.language_of_path(source.path());
            let path = neutral.as_ref().map_or(source.path(), |(_, path)| path);
            let collection = collection_of(path, config)?;
            let declared = config.schema.collection(collection);
            Some(Unread {
                collection,
                slug: Some(slug_of_file(path, declared).into()),
                path: source.path().clone(),
                prose: prose.map(Arc::new),
            })
        }),
        checked.diagnostics,
    )
}

/// The problem of a file that lies in no folder of a collection.
fn of_no_collection(path: &SourcePath, config: &Config) -> Diagnostic {
    let folders = config.schema.collections.iter();
    let folders: Vec<_> = folders
        .map(|collection| format!("`{}/{}/`", load::CONTENT, collection.folder))
        .collect();
    Diagnostic::error("E108", text!("collection-of-no-folder"))
        .at(path)
        .hint(text!("collection-of-no-folder-hint", folders))
}

/// What a file is, or its prose, if that can be told.
fn read(source: &Source, config: &Config) -> Checked<Result<Parsed, Option<Prose>>> {
    let path = source.path();
    if let Some(problem) = refused::problem(source, config) {
        return Checked::new(Err(None), vec![problem]);
    }
    // What the file would be called in the language of the site.
    let said_by_path = config.language_of_path(path);
    let neutral = said_by_path.as_ref().map_or(path, |(_, path)| path);
    let Some(collection) = collection_of(neutral, config) else {
        return Checked::new(Err(None), vec![of_no_collection(path, config)]);
    };
    let text = source.text();
    let halves = match front_matter::split(path, text) {
        Ok(halves) => halves,
        Err(problem) => {
            let problems = controls::problems(source).into_iter();
            return Checked::new(Err(None), problems.chain([problem]).collect());
        }
    };
    let start = halves.front_matter.start;
    let toml = &text[halves.front_matter.clone()];
    let declared_as = config.schema.collection(collection);
    let parsed = keys::parse(path, toml, (text, start), declared_as);
    let mut diagnostics = parsed.diagnostics;
    let (broken, table) = (parsed.broken, parsed.table.into_inner());
    let said = said_by_path.as_ref().map(|(language, _)| *language);
    let language =
        translation::language(config, (path, start), &table, said).collect(&mut diagnostics);
    let (schema, rules) = (&config.schema, config.in_language(language).prose);
    diagnostics.extend(controls::escaped(path, &table, text, start));
    // The body is the first to give ids: it is shown for sure, and links lead to its headings.
    let body = &text[halves.body.clone()];
    let place = TextPlace::Exact(halves.body.start);
    let mut ids = TextIds::default();
    let mut of_body = Judgement::default();
    let prose = markdown::parse(body, path, &place, schema, rules, &mut of_body, &mut ids);
    let verbatim = verbatim(collection, config);
    let slug = slug_of(neutral, &table, declared_as);
    ids.enter_fields(format!("{}/{slug}", declared_as.name));
    let mut file = FieldReader {
        schema,
        rules,
        path,
        text,
        offset: start,
        verbatim: &verbatim,
        is_verbatim: false,
        is_draft: is_draft(&table),
        broken: &broken,
        diagnostics: Vec::new(),
        guesses: Guesses::default(),
        judgement: Judgement::default(),
        ids,
        notation: Notation::Typed,
    };
    let (expected, besides) = translation::expected(schema, declared_as, language);
    let fields = read_fields(&mut file, &table, &expected, &besides, 0..0);
    meant::undeclared(&mut file.diagnostics, &table, start, declared_as);
    keys::above_headings(&mut file.diagnostics, (text, start), declared_as);
    if language == LanguageId::OWN {
        translation::misnamed(&mut file.diagnostics, path, config);
    }
    let standard = Standard::read(&mut file, &table, declared_as);
    check_slug(&mut file, &table, neutral, declared_as, &slug);
    let slug_range = range_of_slug(&file, &table);
    let of_translation = (language != LanguageId::OWN)
        .then(|| translation::read(&mut file, &table, neutral, declared_as));
    let (translation, key) = of_translation.unzip();
    let slug: Arc<str> = slug.into();
    diagnostics.append(&mut file.diagnostics);
    let mut judgement = file.judgement;
    judgement.append(of_body);
    let prose = prose.collect(&mut diagnostics);
    let silenced = [standard.silenced.as_slice(), &config.silenced].concat();
    let [controls, in_code] = controls::problems_beside_code(source, &judgement.code);
    diagnostics.extend(in_code);
    // The words of a source stay as they are.
    judgement.add_controls(controls, verbatim.is_empty());
    diagnostics.extend(judgement.into_diagnostics(path, &silenced));
    if !broken.is_empty() || diagnostics.iter().any(is_of_slug) {
        // All that can be known of its fields has been said.
        return Checked::new(Err(Some(prose)), diagnostics);
    }
    let document = Document {
        place: 0..0,
        collection,
        key: key.unwrap_or_else(|| slug.clone()),
        slug,
        slug_range,
        url: standard.url,
        redirect_from: standard.redirect_from,
        template: standard.template,
        schedule: standard.schedule,
        updated: standard.updated,
        in_sitemap: standard.in_sitemap,
        in_search: standard.in_search,
        silenced: standard.silenced,
        fields,
        mentions: prose.mentions,
        path: path.clone(),
        language,
        translation,
    };
    let (document, body) = (Arc::new(document), Arc::new(prose.body));
    Checked::new(Ok(Parsed { document, body }), diagnostics)
}

/// Where the front matter gives the slug, if it does.
fn range_of_slug(file: &FieldReader<'_>, table: &DeTable<'_>) -> Range<usize> {
    let slug = table.get("slug").filter(|slug| slug.get_ref().is_str());
    slug.map_or(0..0, |slug| file.shift(slug.span()))
}

/// Whether a problem is that the slug can be none which the front matter gives.
fn is_of_slug(problem: &Diagnostic) -> bool {
    let is_written = |span: &Span| !span.is_whole_file();
    problem.message.id() == Some("slug-bad") && problem.span.as_ref().is_some_and(is_written)
}

/// The fields that citations quote. Their text must stay letter for letter, so typography is not checked in them.
fn verbatim(collection: CollectionId, config: &Config) -> Vec<&str> {
    let collection = config.schema.collection(collection);
    let Some(role) = &collection.source else {
        return Vec::new();
    };
    let title = role.title.map(|_| &*collection.title.value);
    [&*role.paragraphs.value].into_iter().chain(title).collect()
}

//! `[languages.…]`: what the site says in languages besides its own, and how its collections are translated.

use std::collections::{BTreeMap, BTreeSet};

use toml::Spanned as Located;
use toml::de::DeValue;

use super::check::Check;
use super::extra;
use super::markdown::Markdown;
use super::menus::{self, MenuItem};
use super::phrases::Phrases;
use super::search::{self, Search};
use super::site::{language_of, prefix_of};
use super::table::{File, Table};
use super::{plurals, source_labels};
use crate::arabic::bidi::Isolation;
use crate::arabic::{Category, Direction, Language};
use crate::diagnostic::Span;
use crate::locale::text;
use crate::markdown::{ProseRules, Wording};
use crate::path::UrlPath;
use crate::schema::{Fallback, Missing, SourceLabels, Spanned, Translations};

/// The plural messages of a language, by name.
pub(super) type Plurals = BTreeMap<String, BTreeMap<Category, String>>;
/// The menus of a language, by name.
pub(super) type Menus = BTreeMap<String, Vec<MenuItem>>;

/// A language besides the site's own, and what the site says in it.
#[derive(Debug)]
#[non_exhaustive]
pub struct SiteLanguage {
    /// The language.
    pub language: Language,
    /// What readers of it call it.
    pub name: String,
    /// The site's name.
    pub title: String,
    /// One sentence about it.
    pub description: String,
    /// What the addresses of its pages begin with: `/fr/`.
    pub prefix: UrlPath,
    /// Menus by name.
    pub menus: Menus,
    /// Plural messages by name.
    pub plurals: Plurals,
    /// The texts of templates.
    pub phrases: Phrases,
    /// How it is searched, if it should be.
    pub search: Option<Search>,
    /// How paragraphs of sources are called.
    pub source: Option<SourceLabels>,
    /// What only templates read.
    pub(crate) extra: tera::Value,
    /// How prose is read.
    pub(crate) prose: ProseRules,
}

/// The site as it is in one of its languages.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct InLanguage<'a> {
    /// The language.
    pub language: &'a Language,
    /// What readers of it call it.
    pub name: &'a str,
    /// The site's name.
    pub title: &'a str,
    /// One sentence about it.
    pub description: &'a str,
    /// What the addresses of its pages begin with, if they begin alike.
    pub prefix: Option<&'a UrlPath>,
    /// Menus by name.
    pub menus: &'a Menus,
    /// Plural messages by name.
    pub plurals: &'a Plurals,
    /// The texts of templates.
    pub phrases: &'a Phrases,
    /// How paragraphs of sources are called, if it says so.
    pub source: Option<&'a SourceLabels>,
    /// What only templates read.
    pub(crate) extra: &'a tera::Value,
    /// How prose is read.
    pub(crate) prose: &'a ProseRules,
}

impl InLanguage<'_> {
    /// A text for a place where no markup can stand: isolated by marks, where the language asks for it.
    pub(crate) fn isolated(&self, text: &str) -> String {
        let isolation = self.prose.isolation.as_ref();
        let isolated = isolation.map(|isolation| isolation.plain_text(text).into_owned());
        isolated.unwrap_or_else(|| text.to_owned())
    }
}

/// What the languages of the site are compared with.
pub(super) struct OfSite<'a> {
    pub(super) language: &'a Language,
    pub(super) prefix: Option<&'a Spanned<UrlPath>>,
    pub(super) title: &'a str,
    pub(super) description: &'a str,
    pub(super) latin: &'a str,
    pub(super) markdown: &'a Markdown,
    pub(super) menus: &'a Menus,
    pub(super) plurals: &'a Plurals,
    pub(super) phrases: &'a Phrases,
    pub(super) check: &'a Check,
    pub(super) search: Option<&'a Search>,
    pub(super) extra: Option<&'a Located<DeValue<'a>>>,
}

/// Reads `[languages]`.
pub(super) fn read(
    file: &mut File<'_>,
    table: Option<Table<'_>>,
    site: &OfSite<'_>,
) -> Vec<SiteLanguage> {
    let mut languages: Vec<SiteLanguage> = Vec::new();
    let own = site.prefix.iter();
    let mut prefixes: BTreeSet<_> = own.map(|own| own.value.as_str().to_owned()).collect();
    let mut names = BTreeSet::from([site.language.endonym().to_owned()]);
    let tables = table.map(|table| table.named_tables(file));
    for (tag, table) in tables.unwrap_or_default() {
        let span = tag.span.clone();
        let Some(language) = language_of(file, tag) else {
            continue;
        };
        let mut others = languages.iter().map(|one| one.language.tag());
        if language.tag() == site.language.tag() || others.any(|one| one == language.tag()) {
            let message = text!("language-twice", tag = language.tag());
            file.error("E105", message, span, text!("language-twice-hint"));
            continue;
        }
        let read = one(file, table, language, site);
        if !prefixes.insert(read.prefix.as_str().to_owned()) {
            let message = text!("language-prefix-twice", prefix = read.prefix.as_str());
            file.error("E105", message, span.clone(), text!("language-prefix-hint"));
        }
        if !names.insert(read.name.clone()) {
            let message = text!("language-name-twice", name = &*read.name);
            let tag = read.language.tag();
            let hint = text!("language-name-twice-hint", name = &*read.name, tag);
            file.error("E105", message, span, hint);
        }
        languages.push(read);
    }
    languages
}

fn one(
    file: &mut File<'_>,
    mut table: Table<'_>,
    language: Language,
    site: &OfSite<'_>,
) -> SiteLanguage {
    let name = language.endonym().to_owned();
    let title = said(file, &mut table, "title", site.title);
    let description = said(file, &mut table, "description", site.description);
    let name = said(file, &mut table, "name", &name);
    let prefix = prefix(file, &mut table, &language);
    let span = file.span(table.range());
    let menus = table.table(file, "menus");
    let menus = menus.map(|table| menus::read(file, &table));
    let menus = menus.unwrap_or_default();
    let plurals = table.table(file, "plurals");
    let plurals = plurals.map(|table| plurals::read(file, &table, &language));
    let plurals = plurals.unwrap_or_default();
    let texts = table.table(file, "texts");
    let texts = texts.map(|table| table.entries());
    let mut phrases = Phrases::default();
    phrases.say(file, texts, &language);
    if let Some(texts) = texts {
        site.phrases.check_other(file, &phrases, texts);
    }
    let source = table.table(file, "source");
    let source = source.and_then(|table| labels(file, table));
    let search = table.table(file, "search");
    let search = search.and_then(|table| search_in(file, table, &language, site.search));
    let extra_name = format!("languages.{}.extra", language.tag());
    let extra = extra::in_language(file, site.extra, table.get("extra"), &extra_name);
    table.finish(file);
    let names = [
        ("menus", keys(site.menus), keys(&menus)),
        ("plurals", keys(site.plurals), keys(&plurals)),
        (
            "texts",
            site.phrases.keys_besides(&phrases),
            phrases.keys_besides(site.phrases),
        ),
    ];
    for (table, own, other) in names {
        same_names(file, table, (&own, &other), &language, &span);
    }
    let foreign = match (language.direction(), site.language.direction()) {
        (Direction::Rtl, _) => site.latin,
        (Direction::Ltr, Direction::Rtl) => site.language.tag(),
        (Direction::Ltr, Direction::Ltr) => "ar",
    };
    SiteLanguage {
        name,
        title,
        description,
        prefix,
        menus,
        plurals,
        phrases,
        search,
        source,
        extra,
        prose: ProseRules {
            typography: site.check.typography(&language).into(),
            raw_html: site.markdown.raw_html,
            code: site.markdown.code.clone(),
            wording: Wording::of(&language),
            isolation: Some(Isolation::new(language.direction(), foreign)),
        },
        language,
    }
}

/// What a key says, which is not nothing, or what stands in its place.
fn said(file: &mut File<'_>, table: &mut Table<'_>, key: &'static str, otherwise: &str) -> String {
    let written = table.string(file, key);
    let (empty, said) = match written {
        Some(written) if written.value.trim().is_empty() => (Some(written.span), None),
        written => (None, written.map(|written| written.value)),
    };
    if let Some(span) = empty {
        let hint = text!("language-words-empty-hint", otherwise);
        file.error("E105", text!("key-empty", key), span, hint);
    }
    said.unwrap_or_else(|| otherwise.to_owned())
}

/// `[languages.….source]`: how paragraphs of sources are called in a language.
fn labels(file: &mut File<'_>, mut table: Table<'_>) -> Option<SourceLabels> {
    let label = table.required(file, "label", text!("language-source-hint"));
    let labels = source_labels::read(file, &mut table);
    table.finish(file);
    label.map(|_| labels)
}

/// `[languages.….search]`: the words of the search in a language. What is searched and how it is grouped is said once.
fn search_in(
    file: &mut File<'_>,
    mut table: Table<'_>,
    language: &Language,
    site: Option<&Search>,
) -> Option<Search> {
    let range = table.range();
    let groups = table.strings(file, "groups");
    let synonyms = table.table(file, "synonyms");
    let synonyms = synonyms.map(|table| search::read_synonyms(file, &table));
    let texts = table.table(file, "texts");
    let texts = texts.map(|table| search::own_texts(file, table));
    table.finish(file);
    let span = file.span(range.clone());
    let Some(site) = site else {
        let message = text!("language-search-alone");
        file.error("E103", message, span, text!("language-search-alone-hint"));
        return None;
    };
    let labelled = site.groups.iter().filter(|group| !group.label.is_empty());
    let labels: Vec<String> = labelled.map(|group| group.label.clone()).collect();
    if groups.len() != labels.len() {
        let message = text!("language-groups-missing", groups = labels);
        let hint = text!("language-groups-missing-hint");
        file.error("E103", message, span.clone(), hint);
    }
    let mut search = Search {
        span,
        aliases: site.aliases.clone(),
        synonyms: synonyms.unwrap_or_default(),
        groups: site.groups.clone(),
        plural: site.plural.clone(),
        texts: texts.unwrap_or_default(),
    };
    let labels = groups.into_iter().map(|label| label.value);
    for (group, label) in search.groups.iter_mut().zip(labels) {
        group.label = label;
    }
    let table = format!("languages.{}.search.texts", language.tag());
    search.complete(file, language, (&table, range));
    Some(search)
}

/// What the addresses of a language begin with: a folder.
fn prefix(file: &mut File<'_>, table: &mut Table<'_>, language: &Language) -> UrlPath {
    let default = || {
        let address = format!("/{}/", language.tag().to_lowercase());
        UrlPath::new(&address).expect("a language tag is a path")
    };
    let written = table.string(file, "prefix");
    let read = written.and_then(|written| prefix_of(file, written));
    read.map_or_else(default, |prefix| prefix.value)
}

/// Templates name menus and plurals, whatever the language: what the site has in its own it has in every other.
fn same_names(
    file: &mut File<'_>,
    table: &str,
    (own, other): (&[&str], &[&str]),
    language: &Language,
    span: &Span,
) {
    let here = format!("languages.{}.{table}", language.tag());
    let besides = |one: &[&str], other: &[&str]| -> Vec<String> {
        let names = one.iter().filter(|name| !other.contains(name));
        names.map(|name| format!("`{name}`")).collect()
    };
    let missing = besides(own, other);
    if !missing.is_empty() {
        let message = text!("language-lacks", table = &*here, names = missing);
        let hint = text!("language-lacks-hint", table = &*here);
        file.error("E103", message, span.clone(), hint);
    }
    let surplus = besides(other, own);
    if !surplus.is_empty() {
        let message = text!("language-has-more", table = &*here, names = surplus);
        let hint = text!("language-has-more-hint", table);
        file.error("E105", message, span.clone(), hint);
    }
}

fn keys<T>(of: &BTreeMap<String, T>) -> Vec<&str> {
    of.keys().map(String::as_str).collect()
}

/// What the keys `translate`, `fallback` and `missing` of a collection say.
pub(super) fn translations(
    file: &mut File<'_>,
    table: &mut Table<'_>,
    fallback: Fallback,
) -> Translations {
    let is_said = table.get("translate").is_some();
    let fields = table.strings(file, "translate");
    let mut read = Translations {
        fields: is_said.then_some(fields),
        fallback,
        missing: Missing::Allowed,
    };
    if let Some(word) = table.string(file, "fallback") {
        read.fallback = match &*word.value {
            "link" => Fallback::Link,
            "show" => Fallback::Show,
            "hide" => Fallback::Hide,
            _ => {
                let words = ["link", "show", "hide"];
                wrong_word(file, "fallback", &word, &words).unwrap_or(fallback)
            }
        };
    }
    if let Some(word) = table.string(file, "missing") {
        read.missing = match &*word.value {
            "allowed" => Missing::Allowed,
            "warning" => Missing::Warning,
            "error" => Missing::Error,
            _ => {
                let words = ["allowed", "warning", "error"];
                wrong_word(file, "missing", &word, &words).unwrap_or_default()
            }
        };
    }
    read
}

/// Reports a word that is none of those that a key takes.
fn wrong_word<T>(
    file: &mut File<'_>,
    key: &'static str,
    word: &Spanned<String>,
    words: &[&str],
) -> Option<T> {
    let message = text!("key-no-such-word", key, word = &word.value);
    let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    let hint = text!("write-one-of", names = words);
    file.error("E105", message, word.span.clone(), hint);
    None
}

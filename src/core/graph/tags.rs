//! Tags that entries give by words become entries, with a file or without. Words that differ in vowel signs, tatweel, hamza or
//! the article mean one tag: the one that a file declares, else the one that is written most often, and then it is said.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;
use std::sync::Arc;

use super::entry_id::NOWHERE;
use super::order::Placed;
use super::site::WordsOf;
use crate::arabic::{heading_id, name_key, name_key_without_hamza};
use crate::config::Config;
use crate::content::{Document, Value};
use crate::diagnostic::{Diagnostic, Span};
use crate::locale::{Text, text};
use crate::path::SourcePath;
use crate::schema::{Collection, CollectionId, LanguageId};

/// The letters in which a hamza is left out by who writes none, and is not taken for the same.
const HAMZAS: [char; 3] = ['ؤ', 'ئ', 'ء'];

/// The slug of each tag, by the words that entries give.
pub(super) type Words = BTreeMap<WordsOf, Arc<str>>;

/// Adds the tags that have no file, and tells the slugs of all.
pub(super) fn gather(
    documents: &mut Vec<Placed>,
    config: &Config,
    diagnostics: &mut Vec<Diagnostic>,
) -> Words {
    let schema = &config.schema;
    let mut words = Words::new();
    for id in schema.ids().filter(|id| schema.collection(*id).is_tags) {
        for language in config.languages() {
            let mut spellings = spellings(documents, (id, language), config);
            // What the language shares with the site's own means the tag that it means there.
            spellings.retain(|spelling| {
                !words.contains_key(&(id, LanguageId::OWN, spelling.words.clone()))
            });
            let collection = schema.collection(id);
            let gathering = Gathering {
                id,
                language,
                collection,
                declared: Declared::read(documents, (id, language), collection, diagnostics),
            };
            let Gathered { slugs, made } = gathering.assign(&spellings, diagnostics);
            let slugs = slugs.into_iter();
            words.extend(slugs.map(|(words, slug)| ((id, language, words), slug)));
            documents.extend(made.into_iter().map(|made| (NOWHERE, Arc::new(made))));
        }
    }
    words
}

/// One way in which entries write a tag.
struct Spelling {
    words: Arc<str>,
    count: usize,
    /// Where it is written first.
    path: SourcePath,
    range: Range<usize>,
}

/// All ways in which entries write tags, in the order of the files.
fn spellings(
    documents: &[Placed],
    (id, language): (CollectionId, LanguageId),
    config: &Config,
) -> Vec<Spelling> {
    let mut all: Vec<Spelling> = Vec::new();
    let mut known: HashMap<Arc<str>, usize> = HashMap::new();
    let documents = documents.iter().map(|(_, document)| document);
    for document in documents.filter(|document| document.language == language) {
        for field in document.own_fields(config.schema.collection(document.collection)) {
            field.walk(&mut |value| {
                let Value::Reference(reference) = value else {
                    return;
                };
                if !reference.is_tag || reference.collection != id {
                    return;
                }
                let at = *known.entry(reference.slug.clone()).or_insert_with(|| {
                    all.push(Spelling {
                        words: reference.slug.clone(),
                        count: 0,
                        path: document.path.clone(),
                        range: reference.range.clone(),
                    });
                    all.len() - 1
                });
                all[at].count += 1;
            });
        }
    }
    all
}

/// The tags that have a file.
#[derive(Default)]
struct Declared {
    by_words: HashMap<Arc<str>, Arc<str>>,
    by_key: HashMap<String, BTreeSet<Arc<str>>>,
    slugs: BTreeMap<Arc<str>, SourcePath>,
}

impl Declared {
    fn read(
        documents: &[Placed],
        (id, language): (CollectionId, LanguageId),
        collection: &Collection,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let mut declared = Self::default();
        let own = documents.iter().map(|(_, document)| document);
        let is_of = |one: &&Arc<Document>| (one.collection, one.language) == (id, language);
        for document in own.filter(is_of) {
            let slug = &document.key;
            declared.slugs.insert(slug.clone(), document.path.clone());
            for words in names(document, collection) {
                let key = declared.by_key.entry(name_key(&words)).or_default();
                key.insert(slug.clone());
                let twin = declared.by_words.insert(words.clone(), slug.clone());
                if let Some(twin) = twin.filter(|twin| twin != slug) {
                    let message = text!("tag-twice", words = &*words);
                    let problem = Diagnostic::error("E202", message)
                        .at(Span::new(&document.path, document.slug_range.clone()))
                        .note(text!(
                            "entry-twice-note",
                            path = declared.slugs[&twin].as_str()
                        ))
                        .hint(text!("tag-twice-hint"));
                    diagnostics.push(problem);
                }
            }
        }
        declared
    }
}

/// What a tag with a file is called: its title, and its other names.
fn names(document: &Document, collection: &Collection) -> Vec<Arc<str>> {
    let mut names = Vec::new();
    for field in [&*collection.title.value, "aliases"] {
        let value = collection.field(field);
        if let Some(value) = value.and_then(|field| document.fields.get(field)) {
            value.walk(&mut |value| {
                if let Value::String(name) = value {
                    names.push(name.trim().into());
                }
            });
        }
    }
    names
}

/// What comes of all spellings.
struct Gathered {
    /// Of each spelling.
    slugs: Vec<(Arc<str>, Arc<str>)>,
    /// The tags that have no file.
    made: Vec<Document>,
}

struct Gathering<'a> {
    id: CollectionId,
    language: LanguageId,
    collection: &'a Collection,
    declared: Declared,
}

impl Gathering<'_> {
    /// Says which tag each spelling means, and makes those that have no file.
    fn assign(&self, spellings: &[Spelling], diagnostics: &mut Vec<Diagnostic>) -> Gathered {
        let mut slugs = Vec::new();
        let mut undeclared: BTreeMap<String, Vec<&Spelling>> = BTreeMap::new();
        for spelling in spellings {
            let key = name_key(&spelling.words);
            let exact = self.declared.by_words.get(&spelling.words);
            let alike = self.declared.by_key.get(&key);
            match (exact, alike) {
                (Some(slug), _) => slugs.push((spelling.words.clone(), slug.clone())),
                (None, Some(alike)) => {
                    if alike.len() > 1 {
                        diagnostics.push(ambiguous(spelling, alike));
                    }
                    slugs.extend(
                        alike
                            .first()
                            .map(|slug| (spelling.words.clone(), slug.clone())),
                    );
                }
                (None, None) => undeclared.entry(key).or_default().push(spelling),
            }
        }
        let mut taken = self.declared.slugs.clone();
        let mut made = Vec::new();
        // In the order of the files, so that of two with one slug the first keeps it.
        let mut groups: Vec<_> = undeclared.into_values().collect();
        groups.sort_by(|one, other| {
            let first = |group: &[&Spelling]| (group[0].path.clone(), group[0].range.start);
            first(one).cmp(&first(other))
        });
        self.warn_of_left_out(&groups, diagnostics);
        for group in groups {
            let Some(tag) = self.make(&group, diagnostics) else {
                continue;
            };
            let given = group
                .iter()
                .map(|one| (one.words.clone(), tag.slug.clone()));
            slugs.extend(given);
            let Some(other) = taken.insert(tag.slug.clone(), tag.path.clone()) else {
                made.push(tag);
                continue;
            };
            let message = text!("tag-slug-twice", slug = &*tag.slug);
            let problem = Diagnostic::error("E202", message)
                .at(Span::new(&tag.path, tag.slug_range.clone()))
                .note(text!("tag-slug-twice-note", path = other.as_str()))
                .hint(text!("tag-slug-twice-hint", folder = self.folder()));
            diagnostics.push(problem);
        }
        Gathered { slugs, made }
    }

    /// Warns of tags that are others only because a hamza was left out: «موتمر» beside «مؤتمر».
    fn warn_of_left_out(&self, groups: &[Vec<&Spelling>], diagnostics: &mut Vec<Diagnostic>) {
        let declared: BTreeSet<&Arc<str>> = self.declared.by_words.keys().collect();
        let written = groups.iter().flatten().map(|one| &one.words);
        let with_hamza = written
            .chain(declared)
            .filter(|words| words.contains(HAMZAS));
        let with_hamza = with_hamza.map(|words| (name_key_without_hamza(words), words));
        let right: BTreeMap<String, &Arc<str>> = with_hamza.collect();
        if right.is_empty() {
            return;
        }
        for spelling in groups.iter().map(|group| group[0]) {
            let words = &*spelling.words;
            let key = name_key_without_hamza(words);
            if let Some(tag) = right.get(&key).filter(|_| !words.contains(HAMZAS)) {
                let message = text!("tag-without-hamza", words, tag = &***tag);
                let hint = text!("tag-otherwise-hint", tag = &***tag, folder = self.folder());
                let problem = Diagnostic::warning("W228", message)
                    .at(Span::new(&spelling.path, spelling.range.clone()));
                diagnostics.push(problem.hint(hint));
            }
        }
    }

    /// Where the files of the tags are.
    fn folder(&self) -> String {
        format!("content/{}/", self.collection.folder)
    }

    /// A tag without a file, by the spelling that is written most often.
    fn make(&self, group: &[&Spelling], diagnostics: &mut Vec<Diagnostic>) -> Option<Document> {
        let best = group.iter().min_by(|one, other| {
            let by_count = other.count.cmp(&one.count);
            by_count.then_with(|| one.words.cmp(&other.words))
        })?;
        for other in group.iter().filter(|other| other.words != best.words) {
            let message = text!("tag-otherwise", words = &*other.words, tag = &*best.words);
            let problem = Diagnostic::warning("W228", message)
                .at(Span::new(&other.path, other.range.clone()))
                .note(text!(
                    "tag-otherwise-note",
                    tag = &*best.words,
                    path = best.path.as_str()
                ))
                .hint(text!(
                    "tag-otherwise-hint",
                    tag = &*best.words,
                    folder = self.folder()
                ));
            diagnostics.push(problem);
        }
        let fields = self.collection.fields.iter().map(|field| {
            if *field.name == *self.collection.title.value {
                Value::String(best.words.clone())
            } else {
                Value::Null
            }
        });
        let slug = heading_id(&best.words).into();
        let (path, range, fields) = (best.path.clone(), best.range.clone(), fields.collect());
        let mut tag = Document::without_file(path, self.id, slug, range, fields);
        tag.language = self.language;
        Some(tag)
    }
}

/// Words that may mean several tags with a file.
fn ambiguous(spelling: &Spelling, tags: &BTreeSet<Arc<str>>) -> Diagnostic {
    let tags = tags.iter().map(|slug| Text::verbatim(format!("`{slug}`")));
    let tags = tags.reduce(|one, other| text!("either", one, other));
    let tags = tags.unwrap_or_else(|| Text::verbatim(""));
    let message = text!("tag-ambiguous", words = &*spelling.words, tags);
    Diagnostic::error("E105", message)
        .at(Span::new(&spelling.path, spelling.range.clone()))
        .hint(text!("tag-ambiguous-hint"))
}

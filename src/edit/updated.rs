//! A source in a corrected edition: its paragraphs are compared with those there were, and citations that still stand get the
//! numbers that their paragraphs have now.

use std::collections::BTreeMap;
use std::ops::Range;

use super::aligned::aligned;
use super::change::{Refused, new_errors, pipeline, refuse_holes, replaced};
use super::entry_text::EntryText;
use super::moved::linked;
use super::standing::standing;
use crate::article::Article;
use crate::content::fix::Changes;
use crate::content::{Citation, Value};
use crate::diagnostic::Diagnostic;
use crate::graph::{Entry, Site};
use crate::locale::text;
use crate::path::SourcePath;
use crate::schema::{Kind, SourceRole};
use crate::source::{Snapshot, Source, quoted};

/// A site whose source is replaced.
#[derive(Debug)]
pub struct Updated {
    /// What is to be written.
    pub changes: Changes,
    /// The site as it will be.
    pub after: Snapshot,
    /// How many paragraphs are as they were, say something else, are new, and are gone.
    pub paragraphs: [usize; 4],
    /// How many citations get another number.
    pub renumbered: usize,
    /// The citations that stand no more.
    pub lost: Vec<Lost>,
    /// What a build says of them.
    pub problems: Vec<Diagnostic>,
}

/// A citation whose words are in no paragraph of the new edition, or in several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lost {
    /// The entry that quotes them.
    pub name: String,
    /// The paragraph that they stood in.
    pub paragraph: i64,
    /// The words.
    pub quote: String,
}

/// The only source of a site, with what is said of it.
struct Edition<'a> {
    site: &'a Site,
    entry: &'a Entry,
    role: &'a SourceRole,
    old: Vec<(i64, String)>,
}

impl<'a> Edition<'a> {
    fn of(site: &'a Site) -> Result<Self, Diagnostic> {
        let none = || {
            Diagnostic::error("E201", text!("source-to-update-none"))
                .hint(text!("source-to-update-none-hint"))
        };
        let (collection, role) = site.config.schema.source().ok_or_else(none)?;
        let [only] = site.of(collection) else {
            return Err(none());
        };
        let entry = site.entry(*only);
        let declared = site.config.schema.collection(collection);
        let field = declared.field(&role.paragraphs.value);
        let Some(Value::List(paragraphs)) =
            field.and_then(|field| entry.document.fields.get(field))
        else {
            return Err(none());
        };
        let old = paragraphs.iter().filter_map(|paragraph| {
            let Value::Record(record, values) = paragraph else {
                return None;
            };
            let fields = &site.config.schema.record(*record).fields;
            let value =
                |name: &str| values.get(fields.iter().position(|field| *field.name == *name)?);
            match (value(&role.number.value)?, value(&role.text.value)?) {
                (Value::Int(n), Value::String(text)) => Some((*n, text.to_string())),
                _ => None,
            }
        });
        Ok(Self {
            site,
            entry,
            role,
            old: old.collect(),
        })
    }

    /// The fields that a paragraph has besides its number and text, of those that an article fills.
    fn has(&self, name: &str) -> bool {
        self.site.config.schema.ids().any(|id| {
            let declared = self.site.config.schema.collection(id);
            let field = declared
                .field(&self.role.paragraphs.value)
                .map(|field| &declared.fields[field]);
            let record = field.and_then(|field| match &field.field_type.kind {
                Kind::List(item) => match **item {
                    Kind::Record(record) => Some(record),
                    _ => None,
                },
                _ => None,
            });
            record.is_some_and(|record| {
                self.site
                    .config
                    .schema
                    .record(record)
                    .fields
                    .iter()
                    .any(|field| *field.name == *name)
            })
        })
    }

    fn tables(&self, article: &Article) -> String {
        let (number, text, list) = (
            &self.role.number.value,
            &self.role.text.value,
            &self.role.paragraphs.value,
        );
        let (has_heading, has_sentences) = (self.has("heading"), self.has("sentences"));
        let tables = article.paragraphs.iter().map(|paragraph| {
            let mut table = format!("[[{list}]]\n{number} = {}\n", paragraph.n);
            if let Some(heading) = paragraph.heading.as_ref().filter(|_| has_heading) {
                table.push_str(&format!("heading = {}\n", quoted(heading)));
            }
            table.push_str(&format!("{text} = {}\n", quoted(&paragraph.text)));
            if has_sentences {
                let sentences: Vec<String> = paragraph
                    .sentences
                    .iter()
                    .map(|sentence| format!("  {},\n", quoted(sentence)))
                    .collect();
                table.push_str(&format!("sentences = [\n{}]\n", sentences.concat()));
            }
            table + "\n"
        });
        tables.collect()
    }
}

/// Replaces the only source of a site by a new edition.
///
/// # Errors
/// Why the site cannot be seen whole, or has no source, or would have errors other than those of lost citations.
pub fn updated(snapshot: &Snapshot, article: &Article) -> Result<Updated, Refused> {
    let site = linked(snapshot)?;
    let refuse = |problem: Diagnostic| Refused::new(vec![problem], snapshot);
    let edition = Edition::of(&site).map_err(refuse)?;
    let old: Vec<&str> = edition.old.iter().map(|(_, text)| text.as_str()).collect();
    let new: Vec<&str> = article
        .paragraphs
        .iter()
        .map(|one| one.text.as_str())
        .collect();
    let pairs = aligned(&old, &new);
    let numbers: BTreeMap<i64, usize> = pairs
        .iter()
        .map(|(old, new)| (edition.old[*old].0, *new))
        .collect();

    let mut edits: BTreeMap<SourcePath, Vec<(Range<usize>, String)>> = BTreeMap::new();
    let (mut renumbered, mut lost) = (0, Vec::new());
    for entry in &site.entries {
        let path = &entry.document.path;
        for citation in citations(entry) {
            match place(citation, &numbers, &edition, article) {
                Some(number) if number == citation.paragraph => {}
                Some(number) => {
                    renumbered += 1;
                    edits
                        .entry(path.clone())
                        .or_default()
                        .push((citation.range.clone(), number.to_string()));
                }
                None => {
                    let quote: Vec<&str> =
                        citation.quote.iter().map(|(words, _)| &**words).collect();
                    lost.push(Lost {
                        name: entry.name.clone(),
                        paragraph: citation.paragraph,
                        quote: quote.join(" … "),
                    });
                }
            }
        }
        // In prose, a link names the paragraph: `cite:p4`.
        let text = snapshot
            .get(path)
            .filter(|_| path.has_extension("md"))
            .map_or("", Source::text);
        for (range, number) in links(text) {
            if let Some(new) = numbers
                .get(&number)
                .and_then(|new| i64::try_from(*new + 1).ok())
                .filter(|new| *new != number)
            {
                renumbered += 1;
                edits
                    .entry(path.clone())
                    .or_default()
                    .push((range, new.to_string()));
            }
        }
    }
    let source = edition.entry.document.path.clone();
    edits.entry(source.clone()).or_default();
    let edited = edits.into_iter().filter_map(|(path, mut edits)| {
        let before = snapshot.get(&path)?;
        let mut text = before.text().to_owned();
        edits.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
        for (range, number) in edits {
            text.replace_range(range, &number);
        }
        let mut text = EntryText::of(&text);
        if path == source {
            text.set("title", &article.title);
            text.replace_tables(&edition.role.paragraphs.value, &edition.tables(article));
        }
        let after = Source::new(path, text.into_bytes());
        (before.text() != after.text()).then(|| (before.clone(), after))
    });
    let edited: Vec<(Source, Source)> = edited.collect();
    let after = replaced(snapshot, &edited);
    let mut pipeline = pipeline();
    let before = pipeline.run(snapshot);
    refuse_holes(&before, snapshot)?;
    let problems = new_errors(&before, &pipeline.run(&after));
    if lost.is_empty() && !problems.is_empty() {
        return Err(Refused::new(problems, &after));
    }
    let paragraphs = counts(&pairs, &old, &new);
    Ok(Updated {
        changes: Changes {
            edited,
            ..Changes::default()
        },
        after,
        paragraphs,
        renumbered,
        lost,
        problems,
    })
}

/// How many paragraphs are as they were, say something else, are new, and are gone.
fn counts(pairs: &[(usize, usize)], old: &[&str], new: &[&str]) -> [usize; 4] {
    let same = pairs.iter().filter(|(at, to)| old[*at] == new[*to]).count();
    let paired = pairs.len();
    [same, paired - same, new.len() - paired, old.len() - paired]
}

fn citations(entry: &Entry) -> Vec<&Citation> {
    let mut all = Vec::new();
    for field in &entry.document.fields {
        field.walk(&mut |value| {
            if let Value::Citation(citation) = value {
                all.push(&**citation);
            }
        });
    }
    all
}

/// Where the words of a citation stand now: in the paragraph that theirs became, else in the only one that has them.
fn place(
    citation: &Citation,
    numbers: &BTreeMap<i64, usize>,
    edition: &Edition<'_>,
    article: &Article,
) -> Option<i64> {
    let stands = |text: &str| {
        let mut from = 0;
        citation.quote.iter().all(|(words, _)| {
            let found = standing(text, words, from);
            from = found.map_or(0, |at| at + words.len());
            found.is_some()
        })
    };
    if edition.role.title == Some(citation.paragraph) && stands(&article.title) {
        return Some(citation.paragraph);
    }
    let became = numbers
        .get(&citation.paragraph)
        .and_then(|at| article.paragraphs.get(*at));
    if let Some(paragraph) = became.filter(|paragraph| stands(&paragraph.text)) {
        return i64::try_from(paragraph.n).ok();
    }
    let mut all = article
        .paragraphs
        .iter()
        .filter(|paragraph| stands(&paragraph.text));
    let only = all.next().filter(|_| all.next().is_none())?;
    i64::try_from(only.n).ok()
}

/// The numbers of paragraphs that links of a text name, with their bytes.
fn links(text: &str) -> Vec<(Range<usize>, i64)> {
    let links = text.match_indices("(cite:").filter_map(|(at, link)| {
        let start = at + link.len();
        let rest = &text[start..];
        let name = &rest[..rest.find(')')?];
        let number = name.rsplit('/').next()?.strip_prefix('p')?;
        let from = start + name.len() - number.len();
        Some((from..from + number.len(), number.parse().ok()?))
    });
    links.collect()
}

//! A source in a corrected edition: its paragraphs are compared with those there were, and citations that still stand get the
//! numbers that their paragraphs have now.

use std::collections::BTreeMap;
use std::ops::Range;

use super::aligned::aligned;
use super::change::{Refused, new_errors, pipeline, refuse_holes, replaced};
use super::edition::{Edition, stand};
use super::entry_text::EntryText;
use super::logged::{is_counted_by, logged};
use super::moved::linked;
use super::named::citations;
use super::references::addresses;
use crate::arabic::Date;
use crate::article::Article;
use crate::content::fix::Changes;
use crate::diagnostic::Diagnostic;
use crate::graph::{Entry, Site, mentions_of};
use crate::locale::Argument;
use crate::markdown::{LinkTarget, Mentions};
use crate::path::SourcePath;
use crate::source::{Snapshot, Source, load};

/// A site whose source is replaced.
#[derive(Debug)]
pub struct Updated {
    /// What is to be written.
    pub changes: Changes,
    /// The entry of the change log that is to be added.
    pub logged: Option<Source>,
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

/// A citation whose words are in no paragraph of the new edition, or in several; or a link to a paragraph that is gone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lost {
    /// The entry that quotes them.
    pub name: String,
    /// The file in which it stands.
    pub path: SourcePath,
    /// The paragraph that they stood in.
    pub paragraph: i64,
    /// The words; none of a link.
    pub quote: Vec<String>,
}

impl Lost {
    /// Whether a problem of the new site is that this stands no more.
    fn is_told_by(&self, problem: &Diagnostic) -> bool {
        if let ("E205", Some((_, Argument::Words(address)))) =
            (problem.code, problem.message.arguments().first())
        {
            let paragraph = address
                .strip_prefix("cite:")
                .and_then(|name| name.rsplit('/').next());
            return paragraph == Some(format!("p{}", self.paragraph).as_str());
        }
        let is_in_file = problem
            .span
            .as_ref()
            .is_some_and(|span| span.path == self.path);
        is_in_file
            && match (problem.code, problem.message.arguments().first()) {
                ("E301", Some((_, Argument::Words(words)))) => self.quote.contains(words),
                ("E302", Some((_, Argument::Number(number)))) => {
                    u64::try_from(self.paragraph) == Ok(*number)
                }
                _ => false,
            }
    }
}

/// What is to be written into the files, found entry by entry.
struct Work<'a> {
    site: &'a Site,
    snapshot: &'a Snapshot,
    edition: &'a Edition<'a>,
    article: &'a Article,
    /// The position of the new paragraph, by the number of the old one.
    numbers: BTreeMap<i64, usize>,
    /// Numbers by the bytes that say them.
    edits: BTreeMap<SourcePath, BTreeMap<usize, (Range<usize>, i64)>>,
    lost: Vec<Lost>,
}

impl Work<'_> {
    fn entry(&mut self, entry: &Entry) {
        let path = &entry.document.path;
        for citation in citations(self.site, entry) {
            if !self.is_meant(citation.source.as_deref()) {
                continue;
            }
            let words: Vec<&str> = citation.quote.iter().map(|(words, _)| &**words).collect();
            let (number, range) = (citation.paragraph, &citation.range);
            let new = self
                .edition
                .place(&words, number, &self.numbers, self.article);
            if !new.is_some_and(|new| self.renumber(path, range, number, new)) {
                self.lose(entry, number, &words);
            }
        }
        for mentions in mentions_of(self.site, entry) {
            self.mentions(entry, mentions);
        }
    }

    /// Links of prose name a paragraph as a whole: `cite:p4`.
    fn mentions(&mut self, entry: &Entry, mentions: &Mentions) {
        let path = &entry.document.path;
        for link in &mentions.links {
            let LinkTarget::Paragraph { source, number } = &link.target else {
                continue;
            };
            let number = *number;
            if !self.is_meant(source.as_deref()) || self.edition.is_title(number) {
                continue;
            }
            let new = self.became(number).map(|(new, _)| new);
            let is_done = new.is_some_and(|new| {
                let range = link.address.as_ref().and_then(|address| {
                    let text = self.snapshot.get(path)?.text().get(address.clone())?;
                    let digits = text.rfind('p')? + 1;
                    let is_number = text[digits..].parse() == Ok(number);
                    is_number.then_some(address.start + digits..address.end)
                });
                new == number || range.is_some_and(|range| self.renumber(path, &range, number, new))
            });
            if !is_done {
                self.lose(entry, number, &[]);
            }
        }
        for quotation in &mentions.quotations {
            let Some((source, number)) = &quotation.cited else {
                continue;
            };
            if !self.is_meant(source.as_deref()) {
                continue;
            }
            let number = *number;
            let words = [quotation.text.as_str()];
            let stands = match self.became(number) {
                _ if self.edition.is_title(number) => stand(&words, &self.article.title),
                became => became.is_some_and(|(_, text)| stand(&words, text)),
            };
            if !stands {
                self.lose(entry, number, &words);
            }
        }
    }

    /// Links of templates name a paragraph as a whole, too: `href="cite:p4"`.
    fn template(&mut self, template: &Source) {
        for (range, address) in addresses(template.text(), "cite:") {
            let Some(Ok(LinkTarget::Paragraph { source, number })) =
                LinkTarget::parse(&format!("cite:{address}"), &self.site.config.schema)
            else {
                continue;
            };
            let is_plain = address.ends_with(&format!("p{number}"));
            if !is_plain || !self.is_meant(source.as_deref()) || self.edition.is_title(number) {
                continue;
            }
            let digits = range.end - number.to_string().len()..range.end;
            let new = self.became(number).map(|(new, _)| new);
            let is_done =
                new.is_some_and(|new| self.renumber(template.path(), &digits, number, new));
            if !is_done {
                self.lost.push(Lost {
                    name: template.path().to_string(),
                    path: template.path().clone(),
                    paragraph: number,
                    quote: Vec::new(),
                });
            }
        }
    }

    /// Whether a citation is of the source that is updated.
    fn is_meant(&self, named: Option<&str>) -> bool {
        self.site.provenance.source(named) == Some(self.edition.id)
    }

    /// The number and the text of what a paragraph is now.
    fn became(&self, number: i64) -> Option<(i64, &str)> {
        let at = self.numbers.get(&number)?;
        let paragraph = self.article.paragraphs.get(*at)?;
        Some((i64::try_from(paragraph.n).ok()?, &paragraph.text))
    }

    /// Has a number written anew. What is named in several places may be written in one: it has only one number.
    fn renumber(&mut self, path: &SourcePath, range: &Range<usize>, old: i64, new: i64) -> bool {
        let edits = self.edits.entry(path.clone()).or_default();
        let edit = edits
            .entry(range.start)
            .or_insert_with(|| (range.clone(), new));
        debug_assert!(edit.0 == *range, "{old}");
        edit.1 == new
    }

    fn lose(&mut self, entry: &Entry, paragraph: i64, words: &[&str]) {
        self.lost.push(Lost {
            name: entry.name.clone(),
            path: entry.document.path.clone(),
            paragraph,
            quote: words.iter().map(|words| (*words).to_owned()).collect(),
        });
    }
}

/// Replaces a source of a site by a new edition, which the change log tells of `today`. It is the only one, if no slug is `named`.
///
/// # Errors
/// Why the site cannot be seen whole, or has no such source, or would have errors other than those of lost citations.
pub fn updated(
    snapshot: &Snapshot,
    article: &Article,
    named: Option<&str>,
    today: Date,
) -> Result<Updated, Refused> {
    let site = linked(snapshot)?;
    let refuse = |problem: Diagnostic| Refused::new(vec![problem], snapshot);
    let edition = Edition::of(&site, named).map_err(refuse)?;
    let old: Vec<&str> = edition.old.iter().map(|(_, text)| *text).collect();
    let new = article.paragraphs.iter().map(|one| one.text.as_str());
    let new: Vec<&str> = new.collect();
    let pairs = aligned(&old, &new);
    let numbers = pairs.iter().map(|(old, new)| (edition.old[*old].0, *new));
    let mut work = Work {
        site: &site,
        snapshot,
        edition: &edition,
        article,
        numbers: numbers.collect(),
        edits: BTreeMap::new(),
        lost: Vec::new(),
    };
    let entries = site.entries.iter();
    for entry in entries.filter(|entry| !entry.document.is_stand_in()) {
        work.entry(entry);
    }
    for template in snapshot.below(load::TEMPLATES) {
        work.template(template);
    }
    let Work {
        mut edits, lost, ..
    } = work;
    let source = &edition.entry.document.path;
    edits.entry(source.clone()).or_default();
    let mut renumbered = 0;
    let edited = edits.into_iter().filter_map(|(path, edits)| {
        let before = snapshot.get(&path)?;
        let mut text = before.text().to_owned();
        for (range, number) in edits.into_values().rev() {
            let number = number.to_string();
            renumbered += usize::from(text[range.clone()] != number);
            text.replace_range(range, &number);
        }
        let mut text = EntryText::of(&Source::new(path, text.into_bytes()));
        if text.source().path() == source {
            edition.write(&mut text, article, &pairs);
        }
        let after = text.into_source();
        (before.text() != after.text()).then(|| (before.clone(), after))
    });
    let edited: Vec<(Source, Source)> = edited.collect();
    let paragraphs = counts(&pairs, &old, &new);
    let logged = logged(&site, today, paragraphs);
    let files = replaced(snapshot, &edited);
    let after = files.with_files(files.iter().chain(&logged).cloned());
    let mut pipeline = pipeline();
    let before = pipeline.run(snapshot);
    refuse_holes(&before, snapshot)?;
    let problems = new_errors(&before, &pipeline.run(&after));
    // Only what is told of what stands no more is left to a person.
    let is_left = |problem: &Diagnostic| {
        is_counted_by(problem) || lost.iter().any(|lost| lost.is_told_by(problem))
    };
    let (problems, others): (Vec<_>, Vec<_>) = problems.into_iter().partition(is_left);
    if !others.is_empty() {
        return Err(Refused::new(others, &after));
    }
    Ok(Updated {
        changes: Changes {
            edited,
            ..Changes::default()
        },
        logged,
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

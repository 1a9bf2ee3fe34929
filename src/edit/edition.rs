//! A source of a site, as it is and as a new edition has it.

use std::collections::BTreeMap;

use super::entry_text::EntryText;
use super::tables::{self, Table};
use crate::article::{Article, Paragraph};
use crate::diagnostic::Diagnostic;
use crate::graph::{Entry, EntryId, Site, find};
use crate::locale::text;
use crate::schema::{Collection, CollectionId, Kind, SourceRole};
use crate::source::quoted;

/// What is declared of the sources of a site.
pub(super) struct Form<'a> {
    site: &'a Site,
    pub(super) id: CollectionId,
    pub(super) collection: &'a Collection,
    pub(super) role: &'a SourceRole,
}

/// A source of a site, with what is said of it.
pub(super) struct Edition<'a> {
    form: Form<'a>,
    pub(super) id: EntryId,
    pub(super) entry: &'a Entry,
    /// Its paragraphs.
    pub(super) old: Vec<(i64, &'a str)>,
}

impl<'a> Form<'a> {
    pub(super) fn of(site: &'a Site) -> Result<Self, Diagnostic> {
        let none = || {
            Diagnostic::error("E201", text!("source-to-update-none"))
                .hint(text!("source-to-update-none-hint"))
        };
        let (id, role) = site.config.schema.source().ok_or_else(none)?;
        Ok(Self {
            site,
            id,
            collection: site.config.schema.collection(id),
            role,
        })
    }
}

impl<'a> Edition<'a> {
    /// The source of this slug, or the only one.
    pub(super) fn of(site: &'a Site, named: Option<&str>) -> Result<Self, Diagnostic> {
        let form = Form::of(site)?;
        let all = site.of(form.id);
        let slug = |id: &EntryId| site.entry(*id).document.slug.to_string();
        let found = match (named, all) {
            (Some(named), _) => all.iter().find(|id| slug(id) == named),
            (None, [only]) => Some(only),
            (None, _) => None,
        };
        let Some(id) = found.copied() else {
            let names: Vec<String> = all.iter().map(slug).collect();
            let message = match named {
                Some(name) => text!("source-none", name),
                None => text!("source-to-update-unnamed"),
            };
            return Err(Diagnostic::error("E201", message)
                .hint(text!("source-to-update-unnamed-hint", names)));
        };
        let (entry, role) = (site.entry(id), form.role);
        if entry.document.is_row() {
            let problem = Diagnostic::error("E105", text!("row-edited", name = &*entry.name));
            return Err(problem
                .at(entry.document.span())
                .hint(text!("row-edited-hint")));
        }
        let all = site.provenance.paragraphs.iter();
        let old = all.filter(|((source, number), _)| *source == id && role.title != Some(*number));
        Ok(Self {
            form,
            id,
            entry,
            old: old
                .map(|((_, number), paragraph)| (*number, paragraph.words()))
                .collect(),
        })
    }

    /// Whether a number is not of a paragraph but of the title.
    pub(super) fn is_title(&self, number: i64) -> bool {
        self.form.role.title == Some(number)
    }

    /// Where words of a paragraph stand in the new edition: in the paragraph that theirs became, else in the only one that
    /// has them.
    pub(super) fn place(
        &self,
        words: &[&str],
        number: i64,
        numbers: &BTreeMap<i64, usize>,
        article: &Article,
    ) -> Option<i64> {
        if self.is_title(number) && stand(words, &article.title) {
            return Some(number);
        }
        let became = numbers
            .get(&number)
            .and_then(|at| article.paragraphs.get(*at));
        if let Some(paragraph) = became.filter(|paragraph| stand(words, &paragraph.text)) {
            return i64::try_from(paragraph.n).ok();
        }
        let mut all = article
            .paragraphs
            .iter()
            .filter(|paragraph| stand(words, &paragraph.text));
        let only = all.next().filter(|_| all.next().is_none())?;
        i64::try_from(only.n).ok()
    }

    /// Writes the new edition into the source's file. `pairs` are positions of old paragraphs with those of new ones.
    pub(super) fn write(&self, text: &mut EntryText, article: &Article, pairs: &[(usize, usize)]) {
        self.form.write(text, article, &self.old, pairs);
    }
}

impl Form<'_> {
    /// Writes an article into the file of a source. What a person has written besides into one of its `before` goes with it.
    pub(super) fn write(
        &self,
        text: &mut EntryText,
        article: &Article,
        before: &[(i64, &str)],
        pairs: &[(usize, usize)],
    ) {
        if !article.title.is_empty() {
            text.set(&self.collection.title.value, &article.title);
        }
        let name = &self.role.paragraphs.value;
        let there = tables::of(text, name);
        let old: BTreeMap<usize, usize> = pairs.iter().map(|(old, new)| (*new, *old)).collect();
        let tables = article
            .paragraphs
            .iter()
            .enumerate()
            .map(|(at, paragraph)| {
                let old = old.get(&at).map(|old| before[*old]);
                let table = old.and_then(|(number, words)| {
                    let is_it =
                        |table: &&Table| table.integer(&self.role.number.value) == Some(number);
                    Some((there.iter().find(is_it)?.clone(), words == paragraph.text))
                });
                let (mut table, is_same) = table.unwrap_or_else(|| (Table::new(name), false));
                self.fill(&mut table, paragraph, is_same);
                table
            });
        let tables: Vec<Table> = tables.collect();
        tables::replace(text, name, &tables);
    }

    fn fill(&self, table: &mut Table, paragraph: &Paragraph, is_same: bool) {
        let (number, text) = (&self.role.number.value, &self.role.text.value);
        table.set(number, Some(&paragraph.n.to_string()), "");
        if self.has("heading") {
            let heading = paragraph.heading.as_deref().map(quoted);
            table.set("heading", heading.as_deref(), number);
        }
        if is_same {
            return;
        }
        let behind = if paragraph.heading.is_some() && self.has("heading") {
            "heading"
        } else {
            number
        };
        table.set(text, Some(&quoted(&paragraph.text)), behind);
        if self.has("sentences") {
            let lines = paragraph.sentences.iter().map(|sentence| quoted(sentence));
            let list = match lines.collect::<Vec<_>>().as_slice() {
                [one] => format!("[{one}]"),
                all => format!("[\n  {},\n]", all.join(",\n  ")),
            };
            table.set("sentences", Some(&list), text);
        }
    }

    /// Whether a paragraph has a field besides its number and text, of those that an article fills.
    fn has(&self, name: &str) -> bool {
        let field = self.collection.field(&self.role.paragraphs.value);
        let field = field.map(|field| &self.collection.fields[field].field_type.kind);
        let Some(Kind::List(item)) = field else {
            return false;
        };
        let Kind::Record(record) = **item else {
            return false;
        };
        let fields = &self.site.config.schema.record(record).fields;
        fields.iter().any(|field| *field.name == *name)
    }
}

/// Whether words stand in a text, each behind the last.
pub(super) fn stand(words: &[&str], text: &str) -> bool {
    let mut from = 0;
    words.iter().all(|words| {
        let found = find(words, text, from);
        from = found.as_ref().map_or(from, |found| found.end);
        found.is_some()
    })
}

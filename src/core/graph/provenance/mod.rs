//! The build proves what it prints: every quotation stands, letter for letter, in the paragraph it cites.

mod altered;
mod words;

pub(super) use words::PROCLITIC;
pub use words::find;

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use super::entry_id::EntryId;
use super::paragraphs::{Paragraph, Provenance};
use super::references::mentions_of;
use super::site::Site;
use crate::config::is_of_theme;
use crate::content::{Citation, Value};
use crate::diagnostic::{Diagnostic, Span};
use crate::locale::text;
use crate::markdown::{LinkTarget, Mentions};
use crate::path::SourcePath;
use crate::schema::{CollectionId, SourceRole};

/// Reads the sources' paragraphs and checks every citation and quotation of the site against them.
pub(super) fn read(site: &Site, diagnostics: &mut Vec<Diagnostic>) -> Provenance {
    let Some((collection, role)) = site.config.schema.source() else {
        refuse_citations(site, diagnostics);
        return Provenance::default();
    };
    let mut provenance = Provenance::default();
    for id in site.of(collection) {
        let slug = site.entry(*id).document.slug.clone();
        provenance.sources.insert(slug, *id);
        for (number, text) in paragraphs(site, *id, collection, role, diagnostics) {
            let paragraph = Paragraph {
                text,
                cited_by: BTreeSet::new(),
                quoted: Vec::new(),
            };
            provenance.paragraphs.insert((*id, number), paragraph);
        }
    }
    provenance.main = main(site, role, &provenance, diagnostics);
    let mut check = Check {
        site,
        provenance,
        diagnostics,
    };
    for id in site.ids() {
        check.entry(id);
    }
    for (path, prose) in site.prose_of_unread() {
        check.mentions(Citing { path, page: None }, &prose.mentions);
    }
    check.provenance
}

/// The source that is meant where none is named. A theme may name one that a site has not.
fn main(
    site: &Site,
    role: &SourceRole,
    provenance: &Provenance,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<EntryId> {
    let named = role.main.as_ref()?;
    let main = provenance.source(Some(&named.value));
    if main.is_none() && !is_of_theme(&named.span) && site.absent.unread.is_empty() {
        let problem = Diagnostic::error("E302", text!("source-none", name = &named.value));
        diagnostics.push(
            problem
                .at(named.span.clone())
                .hint(text!("source-none-hint")),
        );
    }
    main
}

/// The numbered texts of one source: its paragraphs, and its title under the number declared for it.
fn paragraphs(
    site: &Site,
    id: EntryId,
    collection: CollectionId,
    role: &SourceRole,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<(i64, Arc<str>)> {
    let schema = &site.config.schema;
    let entry = site.entry(id);
    let mut found = Vec::new();
    if let Some(number) = role.title {
        found.push((number, site.title(entry).into()));
    }
    let position = schema.collection(collection).field(&role.paragraphs.value);
    let Some(Value::List(items)) = position.and_then(|at| entry.document.fields.get(at)) else {
        let message = text!("source-without-list", name = &role.paragraphs.value);
        let hint = text!("source-without-list-hint");
        diagnostics.push(
            Diagnostic::error("E103", message)
                .at(entry.document.span())
                .hint(hint),
        );
        return found;
    };
    for item in items {
        let Value::Record(record, values) = item else {
            continue;
        };
        let fields = &schema.record(*record).fields;
        let value = |name: &str| {
            let position = fields.iter().position(|f| &*f.name == name)?;
            values.get(position)
        };
        if let (Some(Value::Int(number)), Some(Value::String(text))) =
            (value(&role.number.value), value(&role.text.value))
        {
            if found.iter().any(|(other, _)| other == number) {
                let message = text!("paragraph-twice", number = *number);
                let hint = text!("paragraph-twice-hint");
                diagnostics.push(
                    Diagnostic::error("E202", message)
                        .at(entry.document.span())
                        .hint(hint),
                );
            }
            found.push((*number, text.clone()));
        }
    }
    found
}

/// Reports every citation of a site that declares no source.
fn refuse_citations(site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    for entry in &site.entries {
        let links = mentions_of(site, entry)
            .into_iter()
            .flat_map(|one| &one.links);
        let mut ranges: Vec<_> = links
            .filter(|link| matches!(link.target, LinkTarget::Paragraph { .. }))
            .map(|link| link.range.clone())
            .collect();
        for field in entry.document.own_fields(site.collection(entry)) {
            field.walk(&mut |value| {
                if let Value::Citation(citation) = value {
                    let all = citation.with_those_against();
                    ranges.extend(all.map(|citation| citation.range.clone()));
                }
            });
        }
        for range in ranges {
            let problem = Diagnostic::error("E302", text!("source-none-at-all"))
                .at(Span::new(&entry.document.path, range))
                .hint(text!("source-none-at-all-hint"));
            diagnostics.push(problem);
        }
    }
}

struct Check<'a> {
    site: &'a Site,
    provenance: Provenance,
    diagnostics: &'a mut Vec<Diagnostic>,
}

/// Where something is cited.
#[derive(Clone, Copy)]
struct Citing<'a> {
    path: &'a SourcePath,
    /// The entry on whose page it is read.
    page: Option<EntryId>,
}

impl Citing<'_> {
    fn span(self, range: &Range<usize>) -> Span {
        Span::new(self.path, range.clone())
    }
}

impl Check<'_> {
    fn entry(&mut self, id: EntryId) {
        let site = self.site;
        let entry = site.entry(id);
        let citing = Citing {
            path: &entry.document.path,
            page: site.seen_on(id),
        };
        let mut citations = Vec::new();
        for field in entry.document.own_fields(site.collection(entry)) {
            field.walk(&mut |value| {
                if let Value::Citation(citation) = value {
                    citations.push(citation.clone());
                }
            });
        }
        for citation in citations {
            for citation in citation.with_those_against() {
                self.citation(citing, citation);
            }
            self.against(citing, &citation);
        }
        for mentions in mentions_of(site, entry) {
            self.mentions(citing, mentions);
        }
    }

    fn mentions(&mut self, citing: Citing<'_>, mentions: &Mentions) {
        for link in &mentions.links {
            if let LinkTarget::Paragraph { source, number } = &link.target {
                self.paragraph(citing, source.as_deref(), *number, &link.range);
            }
        }
        for quotation in &mentions.quotations {
            let Some((source, number)) = &quotation.cited else {
                self.uncited(citing, &quotation.text, &quotation.range);
                continue;
            };
            // A paragraph that does not exist has been reported with its link.
            if let Some(source) = self.provenance.source(source.as_deref())
                && self.provenance.paragraphs.contains_key(&(source, *number))
            {
                let key = (source, *number);
                self.segment(citing, key, &quotation.text, &quotation.range, 0);
            }
        }
    }

    fn citation(&mut self, citing: Citing<'_>, citation: &Citation) {
        let source = citation.source.as_deref();
        if source.is_some() && self.provenance.source(source).is_none() {
            self.no_source(citing, source, &citation.source_range);
            return;
        }
        let Some(key) = self.paragraph(citing, source, citation.paragraph, &citation.range) else {
            return;
        };
        let mut from = 0;
        for (segment, range) in &citation.quote {
            match self.segment(citing, key, segment, range, from) {
                Some(end) => from = end,
                None => return,
            }
        }
    }

    /// What is said against a source is said by others, each of which says it once.
    fn against(&mut self, citing: Citing<'_>, citation: &Citation) {
        let mut seen = BTreeSet::new();
        for one in citation.with_those_against() {
            let Some(source) = self.provenance.source(one.source.as_deref()) else {
                continue;
            };
            if !seen.insert(source) {
                let name = &*self.site.entry(source).document.slug;
                let message = text!("source-against-itself", name);
                let problem = Diagnostic::error("E105", message).at(citing.span(&one.source_range));
                let hint = text!("source-against-itself-hint");
                self.diagnostics.push(problem.hint(hint));
            }
        }
    }

    /// Reports a source that is not there.
    fn no_source(&mut self, citing: Citing<'_>, source: Option<&str>, range: &Range<usize>) {
        if !self.site.absent.unread.is_empty() {
            // The source may be among the files that cannot be read, which have been reported.
            return;
        }
        let (message, hint) = match source {
            Some(slug) => (text!("source-none", name = slug), text!("source-none-hint")),
            None => (text!("source-unnamed"), text!("source-unnamed-hint")),
        };
        let problem = Diagnostic::error("E302", message).at(citing.span(range));
        self.diagnostics.push(problem.hint(hint));
    }

    /// Looks up a cited paragraph and records which page cites it.
    fn paragraph(
        &mut self,
        citing: Citing<'_>,
        source: Option<&str>,
        number: i64,
        range: &Range<usize>,
    ) -> Option<(EntryId, i64)> {
        let Some(cited) = self.provenance.source(source) else {
            self.no_source(citing, source, range);
            return None;
        };
        let key = (cited, number);
        let Some(paragraph) = self.provenance.paragraphs.get_mut(&key) else {
            let numbers = self
                .provenance
                .paragraphs
                .keys()
                .filter(|(source, _)| *source == cited);
            let numbers: Vec<_> = numbers.map(|(_, number)| number.to_string()).collect();
            let message = text!("paragraph-none", number);
            let hint = text!("paragraph-none-hint", numbers);
            let mut problem = Diagnostic::error("E302", message).at(citing.span(range));
            if let Some(slug) = self.provenance.told(cited) {
                problem = problem.note(text!("source-meant-note", name = slug));
            }
            self.diagnostics.push(problem.hint(hint));
            return None;
        };
        if let Some(page) = citing.page.filter(|page| *page != cited) {
            paragraph.cited_by.insert(page);
        }
        Some(key)
    }

    /// Where the words end in the paragraph, from byte `from` on; words that do not stand there are reported.
    fn segment(
        &mut self,
        citing: Citing<'_>,
        key: (EntryId, i64),
        words: &str,
        range: &Range<usize>,
        from: usize,
    ) -> Option<usize> {
        let paragraph = self.provenance.paragraphs.get_mut(&key)?;
        if let Some(found) = words::find(words, &paragraph.text, from) {
            let end = found.end;
            paragraph.quote(found);
            return Some(end);
        }
        let number = key.1;
        let problem = Diagnostic::error("E301", text!("quotation-altered", words, number))
            .at(citing.span(range));
        let problem = altered::explain(problem, &self.provenance, key, words);
        self.diagnostics.push(problem);
        None
    }

    /// A link to the paragraph in which words stand, else to any: how one is written.
    fn link_to(&self, words: &str) -> String {
        let stands = |paragraph: &&(EntryId, i64)| {
            let text = &self.provenance.paragraphs[*paragraph].text;
            words::find(words, text, 0).is_some()
        };
        let mut paragraphs = self.provenance.paragraphs.keys();
        let found = paragraphs.clone().find(stands);
        let found = found.or_else(|| paragraphs.find(|(_, number)| *number > 0));
        let (source, number) = found.map_or((None, 1), |(source, number)| (Some(source), *number));
        let slugs = self.provenance.sources.iter();
        let slug = slugs.clone().find(|(_, id)| Some(*id) == source);
        match slug.filter(|_| slugs.len() > 1) {
            Some((slug, _)) => format!("([الفقرة {number}](cite:{slug}/p{number}))"),
            None => format!("([الفقرة {number}](cite:p{number}))"),
        }
    }

    fn uncited(&mut self, citing: Citing<'_>, words: &str, range: &Range<usize>) {
        let problem = Diagnostic::error("E303", text!("quotation-uncited", words))
            .at(citing.span(range))
            .hint(text!("quotation-uncited-hint", link = self.link_to(words)));
        self.diagnostics.push(problem);
    }
}

//! The state of the parser: the text of the current block, open links and headings, and the problems found.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use pulldown_cmark::Event;

use super::block::{Block, Unjudged};
use super::calls::{Blocks, Inline};
use super::columns::Columns;
use super::ids::TextIds;
use super::lints::{self, Lint};
use super::medium::Medium;
use super::prose::Prose;
use super::rules::ProseRules;
use crate::arabic::bare;
use crate::diagnostic::{Diagnostic, Span};
use crate::locale::{Text, text};
use crate::path::SourcePath;
use crate::schema::Schema;
use crate::source::typography::{Judgement, Passage, Written};
use crate::source::{Notation, SourceRange, TextPlace, controls, latin_digits};

/// The prose that is being read, as far as it has been.
pub(super) struct ProseReader<'a> {
    pub(super) markdown: &'a str,
    pub(super) path: &'a SourcePath,
    pub(super) place: &'a TextPlace,
    pub(super) schema: &'a Schema,
    pub(super) rules: &'a ProseRules,
    pub(super) prose: Prose,
    pub(super) diagnostics: Vec<Diagnostic>,
    pub(super) events: Vec<Event<'a>>,
    pub(super) block: Block,
    pub(super) heading: Option<OpenHeading>,
    /// The event of each heading, and whether it still needs an id.
    pub(super) headings: Vec<(usize, bool)>,
    pub(super) link: Option<OpenLink>,
    /// The definition that the last link names, in which its address stands.
    pub(super) definition: Option<Range<usize>>,
    pub(super) image: Option<OpenImage>,
    pub(super) medium: Option<Medium>,
    /// The block of HTML that is being read.
    pub(super) html: Block,
    pub(super) refused: Option<Refused>,
    pub(super) columns: Columns,
    /// The labels of the footnotes, and where they stand.
    pub(super) notes: Vec<(String, Range<usize>)>,
    /// The labels that are referred to without a footnote.
    pub(super) missing_notes: Vec<(String, Range<usize>)>,
    /// Whether components may be called.
    pub(super) calls_components: bool,
    pub(super) blocks: Blocks,
    pub(super) inline: Inline,
    pub(super) ids: &'a mut TextIds,
    pub(super) judgement: Judgement,
}

/// A heading that is being read.
pub(super) struct OpenHeading {
    pub(super) event: usize,
    pub(super) text_start: usize,
}

/// A link that is being read.
pub(super) struct OpenLink {
    pub(super) event: usize,
    pub(super) text_start: usize,
    pub(super) paragraph: Option<(i64, bool)>,
    /// The quotations that it is the citation of, among those of the prose.
    pub(super) quoted: Range<usize>,
    pub(super) range: Range<usize>,
    /// Whether the mentions have it as their last link.
    pub(super) is_mentioned: bool,
    /// Where what it is made of ends, of which its address is no part.
    pub(super) inner_end: usize,
    /// The definition that it names.
    pub(super) definition: Option<Range<usize>>,
}

/// A picture that is being read.
pub(super) struct OpenImage {
    pub(super) event: usize,
    /// Its address and its title, as they are written.
    pub(super) address: String,
    pub(super) title: String,
    pub(super) text_start: usize,
    pub(super) range: Range<usize>,
}

/// HTML that has been refused, so that what belongs to it is not refused again.
pub(super) struct Refused {
    /// Which of the reader's diagnostics says so.
    pub(super) diagnostic: usize,
    pub(super) end: usize,
    /// The element that it opens, and how many of its name are open.
    pub(super) element: String,
    pub(super) open: usize,
}

impl ProseReader<'_> {
    /// Ends the block. Quotations without a citation are kept as uncited.
    pub(super) fn close_block(&mut self) {
        self.end_open_calls(0);
        self.judge_block();
        self.block.scan(self.place);
        if let Some(range) = self.block.unclosed() {
            let lint = match self.schema.source() {
                Some(_) => lints::UNCLOSED_QUOTATION,
                None => lints::UNCLOSED_MARK,
            };
            self.warn(lint, range);
        }
        self.prose
            .mentions
            .quotations
            .append(&mut self.block.pending);
        self.block = Block::default();
    }

    /// Checks the new part of the block against the rules of typography.
    pub(super) fn judge_block(&mut self) {
        let Some(Unjudged {
            start,
            opaque,
            lines,
        }) = self.block.unjudged()
        else {
            return;
        };
        let passage = Passage {
            path: self.path,
            text: &self.block.text[start..],
            opaque: &opaque,
            lines: &lines,
            written: Written {
                map: Some((&self.block.map, start)),
                place: self.place,
            },
        };
        self.judgement.add(&self.rules.typography, passage);
    }

    pub(super) fn warn(&mut self, lint: Lint, range: Range<usize>) {
        let span = Span::new(self.path, self.place.of(range));
        self.diagnostics.push(lint.at(span));
    }

    pub(super) fn warn_with(&mut self, lint: Lint, range: Range<usize>, note: Text) {
        let span = Span::new(self.path, self.place.of(range));
        self.diagnostics.push(lint.at(span).note(note));
    }

    /// Reports control characters that a text has and its Markdown, where it is written with references, has not.
    pub(super) fn refuse_written_controls(&mut self, text: &str, range: Range<usize>) {
        let source = self.markdown.get(range.clone()).unwrap_or_default();
        let place = self.place.of(range);
        let written = |part: Range<usize>| SourceRange {
            range: place.clone(),
            notation: if source.contains(&text[part]) {
                Notation::Verbatim
            } else {
                Notation::Escaped
            },
        };
        let problems = controls::written_otherwise(text, self.path, written);
        self.diagnostics.extend(problems);
    }

    /// Reports footnotes that are missing, and those that nothing refers to.
    pub(super) fn report_notes(&mut self, referred_to: &BTreeSet<String>) {
        let missing = std::mem::take(&mut self.missing_notes);
        let mut alike = BTreeMap::new();
        if !missing.is_empty() {
            for (note, _) in &self.notes {
                alike.entry(bare(note)).or_insert_with(|| note.clone());
            }
        }
        let mut meant = BTreeSet::new();
        for (label, range) in missing {
            if let Some(near) = alike.get(&bare(&label)) {
                meant.insert(near.clone());
            }
            let latin = latin_digits(&label);
            if let Some((near, _)) = self
                .notes
                .iter()
                .find(|(note, _)| label != *note && latin == latin_digits(note))
            {
                // That there are digits of two sets is said by itself.
                meant.insert(near.clone());
                continue;
            }
            let near = alike.get(&bare(&label));
            let note = match near {
                Some(near) => text!("note-spelt-otherwise", name = near),
                None => text!("note-none", name = label),
            };
            self.warn_with(lints::MISSING_NOTE, range, note);
            if let (Some(near), Some(last)) = (near, self.diagnostics.last_mut()) {
                last.hint = Some(text!("write-instead", words = format!("[^{near}]")));
            }
        }
        let mut seen = BTreeSet::new();
        for (label, range) in std::mem::take(&mut self.notes) {
            let written = self.markdown.get(range.clone()).unwrap_or_default();
            let end = written.find("]:").map_or(written.len(), |at| at + 2);
            let place = range.start..range.start + end;
            if !seen.insert(label.clone()) {
                self.warn(lints::SECOND_NOTE, place);
            } else if !referred_to.contains(&label) && !meant.contains(&label) {
                self.warn(lints::UNUSED_NOTE, place);
            }
        }
    }

    /// Text for a place where no markup can stand.
    pub(super) fn plain<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let isolation = self.rules.isolation.as_ref();
        isolation.map_or(Cow::Borrowed(text), |isolation| isolation.plain_text(text))
    }

    pub(super) fn report(
        &mut self,
        code: &'static str,
        message: Text,
        range: Range<usize>,
        hint: Text,
    ) {
        let span = Span::new(self.path, self.place.of(range));
        let diagnostic = Diagnostic::error(code, message).at(span).hint(hint);
        self.diagnostics.push(diagnostic);
    }
}

//! The state of the parser: the text of the current block, open links and headings, and the problems found.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::Event;

use super::block::Block;
use super::columns::Columns;
use super::ids::Ids;
use super::lints::{self, Lint};
use super::prose::Prose;
use super::rules::ProseRules;
use crate::arabic::bidi::isolate_in_plain_text;
use crate::diagnostic::{Diagnostic, Span};
use crate::path::SourcePath;
use crate::schema::Schema;
use crate::source::TextPlace;
use crate::source::typography::{Judgement, Passage};

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
    pub(super) link: Option<OpenLink>,
    pub(super) image: Option<OpenImage>,
    pub(super) columns: Columns,
    pub(super) ids: Ids,
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
    pub(super) paragraph: Option<i64>,
    pub(super) range: Range<usize>,
}

/// A picture that is being read.
pub(super) struct OpenImage {
    pub(super) event: usize,
    pub(super) text_start: usize,
    pub(super) range: Range<usize>,
}

impl ProseReader<'_> {
    /// Ends the block. Quotations without a citation are kept as uncited.
    pub(super) fn close_block(&mut self) {
        self.judge_block();
        self.block.scan(self.place);
        if let Some(range) = self.block.unclosed() {
            self.warn(lints::UNCLOSED_QUOTATION, range);
        }
        self.prose
            .mentions
            .quotations
            .append(&mut self.block.pending);
        self.block = Block::default();
    }

    /// Checks the new part of the block against the rules of typography.
    pub(super) fn judge_block(&mut self) {
        let Some((start, opaque)) = self.block.unjudged() else {
            return;
        };
        let (block, place, markdown) = (&self.block, self.place, self.markdown);
        let passage = Passage {
            path: self.path,
            text: &block.text[start..],
            opaque: &opaque,
        };
        let written = |range: &Range<usize>| {
            block.written(range.start + start..range.end + start, markdown, place)
        };
        self.judgement.add(&self.rules.typography, passage, written);
    }

    pub(super) fn warn(&mut self, lint: Lint, range: Range<usize>) {
        let span = Span::new(self.path, self.place.of(range));
        self.diagnostics.push(lint.at(span));
    }

    /// Text for a place where no markup can stand.
    pub(super) fn plain<'t>(&self, text: &'t str) -> Cow<'t, str> {
        match self.rules.isolation {
            Some(_) => isolate_in_plain_text(text),
            None => Cow::Borrowed(text),
        }
    }

    pub(super) fn report(
        &mut self,
        code: &'static str,
        message: impl Into<String>,
        range: Range<usize>,
        hint: impl Into<String>,
    ) {
        let span = Span::new(self.path, self.place.of(range));
        let diagnostic = Diagnostic::error(code, message).at(span).hint(hint);
        self.diagnostics.push(diagnostic);
    }
}

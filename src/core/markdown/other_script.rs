//! Paragraphs that are all Arabic on a page in a language of other letters: copied, and never translated.

use std::ops::Range;

use super::lints;
use super::reader::ProseReader;
use crate::arabic::is_all_arabic;
use crate::diagnostic::Span;

impl ProseReader<'_> {
    /// Warns, on a site in several languages, of a paragraph that is all Arabic where the language is not, unless it is marked
    /// as a quotation or as words in another language. A single word may be a name.
    pub(super) fn warn_of_other_script(&mut self, range: Range<usize>) {
        let text = &self.block.text;
        let is_meant = !self.schema.is_multilingual
            || self.rules.typography.is_arabic_script()
            || text.split_whitespace().nth(1).is_none()
            || text.contains('«')
            || self.block.has_opaque()
            || !is_all_arabic(text)
            || self.markdown[range.clone()].contains('<')
            || self.blocks.quotes > 0;
        if !is_meant {
            let span = Span::new(self.path, self.place.of(range));
            self.judgement.push(lints::OTHER_SCRIPT.at(span));
        }
    }
}

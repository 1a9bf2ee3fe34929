//! Lines that were meant as headings and are text: a space is missing behind their signs, or is another than the ordinary one.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::reader::ProseReader;
use crate::locale::text;

/// How many words a line has at most that is taken for a heading by one sign.
const WORDS: usize = 8;

impl ProseReader<'_> {
    /// Warns of a heading in the line with which a text begins. Whether it is one.
    pub(super) fn warn_of_unspaced_heading(&mut self, written: &str, range: &Range<usize>) -> bool {
        if !written.starts_with('#') {
            return false;
        }
        let begins_paragraph = matches!(self.events.last(), Some(Event::Start(Tag::Paragraph)));
        let rest = self.markdown.get(range.start..).unwrap_or_default();
        let (line, behind) = rest.split_once('\n').unwrap_or((rest, ""));
        let line = line.trim_end();
        // Tags stand at the end of a text.
        let may_head = begins_paragraph && !behind.trim().is_empty();
        let Some(right) = heading(line, may_head) else {
            return false;
        };
        let hint = text!("heading-without-space-hint", words = right);
        let message = text!("heading-without-space");
        self.warn_meant(range.start..range.start + line.len(), message, hint);
        true
    }
}

/// A heading as it should be written. `may_head`: whether the line begins a paragraph and has something below it.
fn heading(line: &str, may_head: bool) -> Option<String> {
    let words = line.trim_start_matches('#');
    let signs = line.len() - words.len();
    let title = words.trim_start();
    let is_spaced = words.len() > title.len();
    let is_heading = match signs {
        1 => is_spaced || may_head && !is_tagged(title),
        2..=6 => true,
        _ => false,
    };
    // The heading of the first level is the title of the page.
    let level = signs.max(2);
    (is_heading && title.starts_with(char::is_alphabetic))
        .then(|| format!("{} {title}", "#".repeat(level)))
}

/// Whether a line behind one sign is a tag of a network, others with it, or a sentence that begins with one.
fn is_tagged(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let is_of_several_words = words.next().is_some_and(|word| word.contains('_'));
    let is_sentence = line.ends_with(['.', '،', '؛', ':', '!', '…']) || words.count() >= WORDS;
    is_of_several_words || is_sentence || line.contains('#')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_told_from_tags() {
        for (line, right) in [
            ("#مقدمة", "## مقدمة"),
            ("#كيف تختار حبرا؟", "## كيف تختار حبرا؟"),
            ("##عنوان **مهم**", "## عنوان **مهم**"),
            ("###عنوان", "### عنوان"),
            ("#\u{A0}عنوان", "## عنوان"),
            ("#مراكش #المغرب", ""),
            ("#كتب_قديمة", ""),
            ("#مراكش مدينة جميلة.", ""),
            (
                "#مراكش مدينة في جنوب المغرب تعرف بالمدينة الحمراء منذ قرون",
                "",
            ),
            ("#1 في القائمة", ""),
            ("#######عنوان", ""),
        ] {
            assert_eq!(heading(line, true).unwrap_or_default(), right, "{line}");
        }
        assert_eq!(heading("#مراكش", false), None);
    }
}

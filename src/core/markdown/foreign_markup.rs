//! Markup that other programs read and this one would print, and markup of our own that is not closed or does not fit: what
//! was meant is lost without a word otherwise.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::dialects::markdown_for;
use super::lints;
use super::reader::ProseReader;
use crate::locale::{Text, text};
use crate::schema::nearest;

impl ProseReader<'_> {
    /// Warns of a fence that nothing closes. `range` is that of the block.
    pub(super) fn warn_of_open_fence(&mut self, range: Range<usize>) {
        let block = self.markdown.get(range.clone()).unwrap_or_default();
        let mut lines = block.lines();
        let first = lines.next().unwrap_or_default();
        let sign = first.chars().next().unwrap_or_default();
        let length = first.chars().take_while(|c| *c == sign).count();
        let closes = |line: &str| {
            let line = line.trim_start_matches(|c: char| c == '>' || c.is_whitespace());
            let line = line.trim_end();
            line.chars().count() >= length && line.chars().all(|c| c == sign)
        };
        if !lines.next_back().is_some_and(closes) {
            self.warn(lints::OPEN_FENCE, range.start..range.start + first.len());
        }
    }

    /// Warns of a paragraph that was meant as a table: a line of it looks like the one under the heads, or two stand
    /// between bars as rows do.
    pub(super) fn warn_of_unread_table(&mut self, range: Range<usize>) {
        let block = self.markdown.get(range.clone()).unwrap_or_default();
        if !block.contains('|') {
            return;
        }
        let lines: Vec<&str> = block.lines().collect();
        let inner = |line: &str| -> String {
            let line = line.trim_start_matches(|c: char| c == '>' || c.is_whitespace());
            line.trim_end().to_owned()
        };
        let is_under_heads = |line: &str| {
            let line = inner(line);
            line.contains('-') && line.contains('|') && line.chars().all(|c| " \t:|-".contains(c))
        };
        let start_of = |at: usize| {
            let before: usize = lines[..at].iter().map(|line| line.len() + 1).sum();
            range.start + before
        };
        for (at, pair) in lines.windows(2).enumerate() {
            let [heads, under] = pair else { continue };
            if heads.contains('|') && is_under_heads(under) {
                let start = start_of(at + 1);
                let count = |line: &str| {
                    let line = inner(line);
                    let line = line.trim_matches('|');
                    line.split('|').count() - line.matches("\\|").count()
                };
                self.warn_with(
                    lints::UNREAD_TABLE,
                    start..start + under.len(),
                    text!("columns-differ", above = count(heads), here = count(under)),
                );
                return;
            }
        }
        let is_row = |line: &str| {
            let line = inner(line);
            line.starts_with('|') && line.ends_with('|') && line.matches('|').count() > 2
        };
        let mut rows = lines
            .windows(2)
            .map(|pair| pair.iter().all(|line| is_row(line)));
        if let Some(at) = rows.position(|are_rows| are_rows) {
            let start = start_of(at);
            self.warn(lints::HEADLESS_TABLE, start..start + lines[at].len());
        }
    }

    /// Warns of what another program would have read. The text is not in a code block; `written` is what of it is not escaped.
    pub(super) fn warn_of_foreign_markup(&mut self, written: &str, range: &Range<usize>) {
        let begins_line = self.begins_line();
        let follows_link = matches!(
            self.events.last(),
            Some(Event::End(TagEnd::Link | TagEnd::Image))
        );
        let begins_quote = matches!(
            self.events.as_slice(),
            [
                ..,
                Event::Start(Tag::BlockQuote(_)),
                Event::Start(Tag::Paragraph)
            ]
        );
        let mut place = Surroundings {
            begins_line,
            follows_link,
            begins_quote,
        };
        // `<figure>` of `{{<figure>}}` is HTML to the parser.
        let rest = self.markdown.get(range.end..).unwrap_or_default();
        if written.ends_with("{{")
            && rest.starts_with('<')
            && let Some(end) = rest.lines().next().and_then(|line| line.find("}}"))
        {
            self.warn(lints::FOREIGN_MARKUP, range.end - 2..range.end + end + 2);
        }
        if begins_line && self.warn_of_unspaced_heading(written, range) {
            return;
        }
        let mut pairs = Pairs::FOREIGN.map(|(open, close)| Pairs::of(written, open, close));
        let mut from = 0;
        loop {
            let found = pairs.iter_mut().filter_map(|pairs| pairs.next(from));
            let found = found.min_by_key(|found| found.start);
            let Some(found) = found.or_else(|| markup_of_line(written, &place)) else {
                break;
            };
            let (start, length) = (range.start + found.start, found.len());
            let words = &written[found.clone()];
            if let Some(kind) = alert(words).filter(|_| place.begins_quote) {
                let hint = text!("write-instead", words = format!("[!{kind}]"));
                let message = text!("alert-unknown", words);
                self.warn_meant(start..start + length, message, hint);
            } else if words.starts_with(":::") {
                // Whatever ends it ends no block.
                self.blocks.owed += 1;
                let message = text!("foreign-markup");
                let hint = text!("foreign-block-hint");
                self.warn_meant(start..start + length, message, hint);
            } else if let Some(right) = markdown_for(words, written[..found.start].ends_with('!')) {
                let message = text!("foreign-markup");
                let hint = text!("foreign-markup-meant-hint", words = right);
                self.warn_meant(start..start + length, message, hint);
            } else {
                self.warn(lints::FOREIGN_MARKUP, start..start + length);
            }
            from = found.end;
            place = Surroundings::default();
        }
    }

    /// Whether what comes next begins a line of prose.
    pub(super) fn begins_line(&self) -> bool {
        matches!(
            self.events.last(),
            Some(
                Event::SoftBreak
                    | Event::HardBreak
                    | Event::Start(Tag::Paragraph | Tag::Item | Tag::DefinitionListTitle)
            )
        )
    }

    /// Warns of markup of another program of which can be said what it was meant as.
    pub(super) fn warn_meant(&mut self, range: Range<usize>, message: Text, hint: Text) {
        self.warn(lints::FOREIGN_MARKUP, range);
        if let Some(last) = self.diagnostics.last_mut() {
            last.message = message;
            last.hint = Some(hint);
        }
    }

    /// Notes the references in a text to footnotes that are not there: the parser leaves them as they stand.
    pub(super) fn note_missing_notes(&mut self, written: &str, range: &Range<usize>) {
        for (at, _) in written.match_indices("[^") {
            let label = &written[at + 2..];
            let Some(length) = label.find([']', '[', '\n']) else {
                break;
            };
            if !label[length..].starts_with(']') {
                continue;
            }
            let label = &label[..length];
            // `[^a-z]` is a class of letters.
            let is_class = matches!(label.chars().nth(1), Some('-')) || label.contains('\\');
            let is_label = label.chars().any(char::is_alphanumeric);
            if is_label && !is_class {
                let start = range.start + at;
                let range = start..start + label.len() + "[^]".len();
                self.missing_notes.push((label.to_owned(), range));
            }
        }
    }
}

/// Where a text stands.
#[derive(Default)]
struct Surroundings {
    begins_line: bool,
    follows_link: bool,
    begins_quote: bool,
}

/// Signs in a text that open and close markup of another program in one line, found in one pass however many there are.
struct Pairs<'t> {
    text: &'t str,
    open: &'static str,
    close: &'static str,
    /// Where to look on.
    from: usize,
    /// The end of the line that was looked at last.
    line_end: usize,
    /// The sign that closes there what opens before it.
    closing: Option<Closing>,
    /// The next pair, until it is passed.
    found: Option<Range<usize>>,
}

/// A sign that closes.
#[derive(Clone, Copy)]
struct Closing {
    start: usize,
    /// The last letter before it, and the last sign that no name of a page has.
    letter: Option<usize>,
    not_of_page: Option<usize>,
}

impl<'t> Pairs<'t> {
    const FOREIGN: [(&'static str, &'static str); 4] =
        [("{{", "}}"), ("{%", "%}"), ("[[", "]]"), ("^[", "]")];

    fn of(text: &'t str, open: &'static str, close: &'static str) -> Self {
        Self {
            text,
            open,
            close,
            from: 0,
            line_end: 0,
            closing: None,
            found: None,
        }
    }

    /// The first pair that begins at `from`, which never goes back, or behind it.
    fn next(&mut self, from: usize) -> Option<Range<usize>> {
        if self.found.as_ref().is_none_or(|found| found.start < from) {
            self.from = self.from.max(from);
            self.found = self.find();
        }
        self.found.clone()
    }

    fn find(&mut self) -> Option<Range<usize>> {
        loop {
            let rest = self.text.get(self.from..).unwrap_or_default();
            let Some(at) = rest.find(self.open) else {
                self.from = self.text.len();
                return None;
            };
            let at = self.from + at;
            let inside = at + self.open.len();
            self.from = inside;
            if at >= self.line_end {
                let line = self.text[at..].find('\n');
                self.line_end = line.map_or(self.text.len(), |length| at + length);
                self.closing = None;
            }
            if self.closing.is_none_or(|closing| closing.start < inside) {
                self.closing = self.closing(inside);
            }
            let Some(closing) = self.closing else {
                self.from = self.line_end;
                continue;
            };
            let is_inside = |place: Option<usize>| place.is_some_and(|place| place >= inside);
            if is_inside(closing.letter) && (self.open != "[[" || !is_inside(closing.not_of_page)) {
                return Some(at..closing.start + self.close.len());
            }
        }
    }

    fn closing(&self, inside: usize) -> Option<Closing> {
        let line = self.text.get(inside..self.line_end)?;
        let before = &line[..line.find(self.close)?];
        let last = |place: Option<usize>| place.map(|at| inside + at);
        Some(Closing {
            start: inside + before.len(),
            letter: last(before.rfind(char::is_alphabetic)),
            not_of_page: last(before.rfind(['[', ',', '"'])),
        })
    }
}

/// What stands for markup of another program because of where the text stands.
fn markup_of_line(text: &str, place: &Surroundings) -> Option<Range<usize>> {
    let line = text.lines().next().unwrap_or_default();
    let attributes = ["{:", "{.", "{#", "{width", "{height", "{target"];
    let has_attributes = attributes.iter().any(|open| line.starts_with(open));
    if let Some(end) = line.find('}').filter(|_| has_attributes)
        && (place.follows_link || place.begins_line)
    {
        return Some(0..end + 1);
    }
    let at_start = place.begins_line.then_some(line)?;
    let is = |words: &&str| line.trim().eq_ignore_ascii_case(words);
    let is_toc = ["[toc]", "[[toc]]", "[[_toc_]]"].iter().any(is);
    let is_fence = at_start.starts_with(":::") || is_admonition(at_start);
    let is_alert = place.begins_quote && line.starts_with("[!") && line.contains(']');
    (is_toc || is_fence || is_alert).then(|| 0..line.trim_end().len())
}

/// The kind of alert that is meant, of what stands where one begins.
fn alert(text: &str) -> Option<&'static str> {
    let name = text.strip_prefix("[!")?.split(']').next()?.to_uppercase();
    nearest(&name, ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"])
}

/// `!!! note`, `??? tip "…"`
fn is_admonition(line: &str) -> bool {
    let kind = line.strip_prefix("!!! ").or(line.strip_prefix("??? "));
    kind.is_some_and(|kind| kind.starts_with(|c: char| c.is_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What each kind of pair finds in a text, one after the other.
    fn found(text: &str) -> Vec<&str> {
        let pairs = Pairs::FOREIGN.map(|(open, close)| Pairs::of(text, open, close));
        let found = pairs.into_iter().flat_map(|mut pairs| {
            let mut from = 0;
            std::iter::from_fn(move || {
                let found = pairs.next(from)?;
                from = found.end;
                Some(&text[found])
            })
        });
        found.collect()
    }

    #[test]
    fn pairs_are_found_in_their_line_where_they_hold_words() {
        for (text, expected) in [
            ("أ {{ a }} ب {{ b }}", &["{{ a }}", "{{ b }}"][..]),
            ("{{ {{ a }} }}", &["{{ {{ a }}"]),
            ("{{ 1 }} {{ a\\n }}", &["{{ a\\n }}"]),
            ("{{ a\n}} {% b %}", &["{% b %}"]),
            ("{{}} {{ 1 {{ }} {% %} ^[1] ^[b]", &["^[b]"]),
            ("[[a, b]] [[c]] [[[d]] [[e|f]]", &["[[c]]", "[[e|f]]"]),
            ("[[]] [[ [[", &[]),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    /// Where the time for each is that of what follows it, this does not end today.
    #[test]
    fn signs_without_number_take_no_more_than_their_length() {
        for (unit, end, count) in [
            ("{{ ", "", 0),
            ("[[a", "", 0),
            ("{% 1 ", "%}", 0),
            ("[[", "a]]", 1),
            ("^[", "]", 0),
            ("{% a %}", "", 500_000),
        ] {
            let text = unit.repeat(500_000) + end;
            assert_eq!(found(&text).len(), count, "{unit}");
        }
    }
}

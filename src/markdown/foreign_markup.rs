//! Markup that other programs read and this one would print, and markup of our own that is not closed or does not fit: what
//! was meant is lost without a word otherwise.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

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

    /// Warns of what another program would have read. The text is not in a code block.
    pub(super) fn warn_of_foreign_markup(&mut self, range: &Range<usize>) {
        let written = self.markdown.get(range.clone()).unwrap_or_default();
        if !written.contains(['{', '[', ':', '#']) && !is_admonition(written) {
            return;
        }
        let begins_line = matches!(
            self.events.last(),
            Some(
                Event::SoftBreak
                    | Event::HardBreak
                    | Event::Start(Tag::Paragraph | Tag::Item | Tag::DefinitionListTitle)
            )
        );
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
        let line = rest.lines().next().unwrap_or_default();
        if let Some(end) = line.find("}}").filter(|_| rest.starts_with('<'))
            && written.ends_with("{{")
        {
            self.warn(lints::FOREIGN_MARKUP, range.end - 2..range.end + end + 2);
        }
        if begins_line && let Some(right) = heading(written) {
            let line = written.lines().next().unwrap_or_default().trim_end();
            let hint = text!("write-instead", words = right);
            let message = text!("heading-without-space");
            return self.warn_meant(range.start..range.start + line.len(), message, hint);
        }
        let mut from = 0;
        while let Some((at, length)) = foreign(&written[from..], &place) {
            let start = range.start + from + at;
            let words = &written[from + at..from + at + length];
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
            } else {
                self.warn(lints::FOREIGN_MARKUP, start..start + length);
            }
            from += at + length;
            place = Surroundings::default();
        }
    }

    /// Warns of markup of another program of which can be said what it was meant as.
    fn warn_meant(&mut self, range: Range<usize>, message: Text, hint: Text) {
        self.warn(lints::FOREIGN_MARKUP, range);
        if let Some(last) = self.diagnostics.last_mut() {
            last.message = message;
            last.hint = Some(hint);
        }
    }

    /// Notes the references in a text to footnotes that are not there: the parser leaves them as they stand.
    pub(super) fn note_missing_notes(&mut self, range: &Range<usize>) {
        let written = self.markdown.get(range.clone()).unwrap_or_default();
        for (at, _) in written.match_indices("[^") {
            let label = &written[at + 2..];
            let Some(length) = label.find(']') else { break };
            let label = &label[..length];
            // `[^a-z]` is a class of letters.
            let is_class = matches!(label.chars().nth(1), Some('-')) || label.contains('\\');
            let is_label = label.chars().any(char::is_alphanumeric) && !label.contains(['[', '\n']);
            if is_label && !is_class && !is_escaped(written, at) {
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

fn is_escaped(text: &str, at: usize) -> bool {
    text[..at].ends_with('\\')
}

/// The first markup of another program in a text: where it begins, and how long it is.
fn foreign(text: &str, place: &Surroundings) -> Option<(usize, usize)> {
    let between = |open: &str, close: &str| {
        let mut found = text.match_indices(open).map(|(at, _)| at);
        found.find_map(|at| {
            let line = text[at..].lines().next().unwrap_or_default();
            let end = line[open.len()..].find(close)?;
            let inside = &line[open.len()..open.len() + end];
            let is_meant = inside.chars().any(char::is_alphabetic) && !is_escaped(text, at);
            is_meant.then_some((at, open.len() + end + close.len(), inside))
        })
    };
    let whole = |(at, length, _): (usize, usize, &str)| (at, length);
    let is_page = |(_, _, inside): &(usize, usize, &str)| !inside.contains(['[', ',', '"']);
    let found = [
        between("{{", "}}"),
        between("{%", "%}"),
        between("[[", "]]").filter(is_page),
        between("^[", "]"),
    ];
    let first = found.into_iter().flatten().min_by_key(|(at, ..)| *at);
    if let Some(found) = first {
        return Some(whole(found));
    }
    let line = text.lines().next().unwrap_or_default();
    let attributes = ["{:", "{.", "{#", "{width", "{height", "{target"];
    let has_attributes = attributes.iter().any(|open| line.starts_with(open));
    if let Some(end) = line.find('}').filter(|_| has_attributes)
        && (place.follows_link || place.begins_line)
    {
        return Some((0, end + 1));
    }
    let at_start = place.begins_line.then_some(line)?;
    let is_toc = ["[toc]", "[[toc]]", "[[_toc_]]"].contains(&&*line.trim().to_lowercase());
    let is_fence = at_start.starts_with(":::") || is_admonition(at_start);
    let is_alert = place.begins_quote && line.starts_with("[!") && line.contains(']');
    if is_toc || is_fence || is_alert {
        return Some((0, line.trim_end().len()));
    }
    None
}

/// A heading as it should be written, where a space is missing behind its signs, or is another than the ordinary one.
fn heading(text: &str) -> Option<String> {
    let line = text.lines().next()?.trim_end();
    let words = line.trim_start_matches('#');
    let level = line.len() - words.len();
    let title = words.trim_start();
    let odd = words.len() > title.len();
    let begins_word = title.starts_with(char::is_alphabetic);
    // One sign before a word is a tag of a network.
    let is_heading = (2..=6).contains(&level) || level == 1 && odd;
    (is_heading && begins_word).then(|| format!("{} {title}", &line[..level]))
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

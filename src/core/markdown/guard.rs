//! A colon that begins a line and has no space after it is no definition: `:-)`, `:::note`. The parser takes it for one, so
//! it is given another character there, as long and as meaningless, and what comes of that is the colon again. A line that
//! begins or ends a block of a component is given to it as a rule of the same length, which ends what stands before it.

use std::borrow::Cow;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, Parser, Tag};

use super::calls::Line;
use super::options::options;

/// Signs that mean nothing in Markdown where a colon stands.
const STAND_INS: [char; 8] = [';', '%', ',', '?', '/', '$', '@', '\u{1}'];

/// A text as the parser is given it.
pub(super) struct Guarded<'a> {
    pub(super) text: Cow<'a, str>,
    stand_in: Option<char>,
}

impl<'a> Guarded<'a> {
    /// Guards a text. Of these lines, those stay where the parser sees a rule; elsewhere, as in code and in a paragraph that is
    /// indented further on, what looks like one is text.
    pub(super) fn new(written: &'a str, lines: &mut Vec<Line>) -> Self {
        loop {
            let guarded = Self::with(written, lines);
            if lines.is_empty() {
                return guarded;
            }
            let events = Parser::new_ext(&guarded.text, options()).into_offset_iter();
            let rules: Vec<_> = events
                .filter(|(event, _)| *event == Event::Rule)
                .map(|(_, range)| range)
                .collect();
            let mut rules = rules.into_iter().peekable();
            let before = lines.len();
            lines.retain(|line| {
                while rules.next_if(|rule| rule.end <= line.start).is_some() {}
                rules.peek().is_some_and(|rule| rule.contains(&line.start))
            });
            if lines.len() == before {
                return guarded;
            }
        }
    }

    fn with(written: &'a str, lines: &[Line]) -> Self {
        let text = with_rules(written, lines);
        let (text, stand_in) = match text {
            Cow::Borrowed(text) => Self::without_colons(text),
            Cow::Owned(text) => {
                let (guarded, stand_in) = Self::without_colons(&text);
                (Cow::Owned(guarded.into_owned()), stand_in)
            }
        };
        Self { text, stand_in }
    }

    fn without_colons(text: &str) -> (Cow<'_, str>, Option<char>) {
        let colons: Vec<_> = text.match_indices(':').map(|(at, _)| at).collect();
        let colons = colons.into_iter().filter(|at| is_no_definition(text, *at));
        let colons: Vec<_> = colons.collect();
        let stand_in = STAND_INS.into_iter().find(|sign| !text.contains(*sign));
        let stand_in = stand_in.filter(|_| !colons.is_empty());
        let text = match stand_in {
            None => Cow::Borrowed(text),
            Some(sign) => {
                let mut guarded = String::with_capacity(text.len());
                let mut copied = 0;
                for at in colons {
                    guarded.push_str(&text[copied..at]);
                    guarded.push(sign);
                    copied = at + 1;
                }
                Cow::Owned(guarded + &text[copied..])
            }
        };
        (text, stand_in)
    }

    /// The event as it is without the guard.
    pub(super) fn restored<'e>(&self, event: Event<'e>) -> Event<'e> {
        let Some(sign) = self.stand_in else {
            return event;
        };
        let colons = |text: CowStr<'e>| -> CowStr<'e> {
            if text.contains(sign) {
                text.replace(sign, ":").into()
            } else {
                text
            }
        };
        match event {
            Event::Text(text) => Event::Text(colons(text)),
            Event::Code(text) => Event::Code(colons(text)),
            Event::Html(text) => Event::Html(colons(text)),
            Event::InlineHtml(text) => Event::InlineHtml(colons(text)),
            Event::FootnoteReference(label) => Event::FootnoteReference(colons(label)),
            Event::Start(tag) => Event::Start(match tag {
                Tag::Link {
                    link_type,
                    dest_url,
                    title,
                    id,
                } => Tag::Link {
                    link_type,
                    dest_url: colons(dest_url),
                    title: colons(title),
                    id: colons(id),
                },
                Tag::Image {
                    link_type,
                    dest_url,
                    title,
                    id,
                } => Tag::Image {
                    link_type,
                    dest_url: colons(dest_url),
                    title: colons(title),
                    id: colons(id),
                },
                Tag::CodeBlock(CodeBlockKind::Fenced(info)) => {
                    Tag::CodeBlock(CodeBlockKind::Fenced(colons(info)))
                }
                Tag::FootnoteDefinition(label) => Tag::FootnoteDefinition(colons(label)),
                tag => tag,
            }),
            event => event,
        }
    }
}

/// A text with rules for the lines of blocks.
fn with_rules<'a>(text: &'a str, lines: &[Line]) -> Cow<'a, str> {
    if lines.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut ruled = String::with_capacity(text.len());
    let mut copied = 0;
    for line in lines {
        ruled.push_str(&text[copied..line.start]);
        // Not asterisks, of which a list may begin, nor hyphens, under which a text is a heading.
        ruled.push_str("___");
        ruled.extend(std::iter::repeat_n(' ', line.end - line.start - 3));
        copied = line.end;
    }
    Cow::Owned(ruled + &text[copied..])
}

/// Whether a colon stands where a definition would begin, and no space after it. In the row under a table's head, colons align
/// columns.
fn is_no_definition(text: &str, at: usize) -> bool {
    if text[at + 1..].starts_with([' ', '\t']) {
        return false;
    }
    let is_of_container = |c: char| c.is_ascii_digit() || " \t>*+-.)".contains(c);
    // Only as far as need be: a line may have as many colons as it has letters.
    let before = text[..at].trim_end_matches(is_of_container);
    if !before.is_empty() && !before.ends_with('\n') {
        return false;
    }
    let start = before.len();
    let line = text[start..].lines().next().unwrap_or_default();
    let aligns = line.contains('-') && line.chars().all(|c| " \t>:|-".contains(c));
    !aligns
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colon_is_judged_by_what_stands_before_it_on_its_line() {
        for (text, expected) in [
            (":x", true),
            ("نص\n:x", true),
            ("نص\n> 1. :x", true),
            (": x", false),
            ("نص:x", false),
            ("نص\n- a:x", false),
            ("|:-|", false),
            (":-|-", false),
        ] {
            let at = text.find(':').unwrap();
            assert_eq!(is_no_definition(text, at), expected, "{text}");
        }
        // For each of them the whole line was looked through.
        let line = "أ:ب".repeat(1_000_000);
        let judged = line.match_indices(':').map(|(at, _)| at);
        assert_eq!(judged.filter(|at| is_no_definition(&line, *at)).count(), 0);
    }
}

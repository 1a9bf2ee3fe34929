//! The events of right-to-left prose to the same events with its left-to-right runs in `<bdi>`, and with code
//! that runs from left to right. Nothing is isolated in code, pictures and elements with a direction of
//! their own.

use pulldown_cmark::{CodeBlockKind, CowStr, Event, Tag, TagEnd};

use crate::arabic::bidi;
use crate::arabic::bidi::{Change, Isolation, Mark, Part, marks};

use super::escape::escape;

/// Isolates the runs of all blocks.
pub(super) fn isolate<'a>(events: Vec<Event<'a>>, isolation: &Isolation) -> Vec<Event<'a>> {
    let marks = {
        let mut reader = Reader::default();
        let parts: Vec<Part<'_>> = events.iter().map(|event| reader.part(event)).collect();
        marks(&parts)
    };
    let mut marks = marks.into_iter().peekable();
    let mut isolated = Vec::with_capacity(events.len() + marks.len() + 2);
    for (at, event) in events.into_iter().enumerate() {
        let mut here = Vec::new();
        while let Some(mark) = marks.next_if(|mark| mark.part == at) {
            here.push(mark);
        }
        match event {
            Event::Text(text) if !here.is_empty() => cut(&text, &here, isolation, &mut isolated),
            event => {
                let (before, after): (Vec<&Mark>, Vec<&Mark>) =
                    here.iter().partition(|mark| mark.change != Change::End);
                isolated.extend(before.into_iter().map(|mark| change(*mark, isolation)));
                isolated.push(left_to_right(event));
                isolated.extend(after.into_iter().map(|mark| change(*mark, isolation)));
            }
        }
    }
    isolated
}

/// Text, cut at its marks.
fn cut<'a>(text: &str, marks: &[Mark], isolation: &Isolation, into: &mut Vec<Event<'a>>) {
    let push = |piece: &str, into: &mut Vec<Event<'a>>| {
        if !piece.is_empty() {
            into.push(Event::Text(piece.to_owned().into()));
        }
    };
    let mut done = 0;
    for mark in marks {
        push(&text[done..mark.byte], into);
        into.push(change(*mark, isolation));
        done = mark.byte;
    }
    push(&text[done..], into);
}

fn change<'a>(mark: Mark, isolation: &Isolation) -> Event<'a> {
    Event::InlineHtml(isolation.change(mark).into())
}

/// Code runs from left to right, unless it begins with a right-to-left letter or, as a block, says `rtl`.
fn left_to_right(event: Event<'_>) -> Event<'_> {
    match event {
        Event::Code(code) => {
            let direction = bidi::direction(&code);
            let code = escape(&code);
            let html = format!("<code dir=\"{}\">{code}</code>", direction.name());
            Event::InlineHtml(html.into())
        }
        Event::Start(Tag::CodeBlock(kind)) => {
            let info = match kind {
                CodeBlockKind::Fenced(info) => info,
                CodeBlockKind::Indented => CowStr::Borrowed(""),
            };
            let mut words = info.split_whitespace();
            let direction = if words.clone().any(|word| word == "rtl") {
                "rtl"
            } else {
                "ltr"
            };
            let class = match words.next().filter(|word| *word != "rtl") {
                Some(language) => format!(" class=\"language-{}\"", escape(language)),
                None => String::new(),
            };
            Event::Html(format!("<pre dir=\"{direction}\"><code{class}>").into())
        }
        event => event,
    }
}

/// Tells what each event is to isolation.
#[derive(Default)]
struct Reader {
    /// What is left alone, while it lasts.
    left_alone: Option<LeftAlone>,
}

enum LeftAlone {
    Picture,
    CodeBlock,
    /// An element, as HTML that an editor wrote or as a foreign phrase, and how many of its name are open.
    Element(String, usize),
}

impl Reader {
    fn part<'b>(&mut self, event: &'b Event<'_>) -> Part<'b> {
        let own = part(event);
        if let Some(left_alone) = &mut self.left_alone {
            // An element that is never closed ends with its block.
            let is_over = own == Part::Edge && matches!(left_alone, LeftAlone::Element(..));
            if left_alone.ends_with(event) || is_over {
                self.left_alone = None;
            }
            return if is_over { own } else { Part::Object };
        }
        self.left_alone = match event {
            Event::Start(Tag::Image { .. }) => Some(LeftAlone::Picture),
            Event::Start(Tag::CodeBlock(_)) => Some(LeftAlone::CodeBlock),
            Event::InlineHtml(html) => {
                let tag = bidi::Tag::first(html);
                let is_left_alone = tag.is_left_alone();
                is_left_alone.then(|| LeftAlone::Element(tag.name().to_owned(), 1))
            }
            _ => None,
        };
        match self.left_alone {
            Some(LeftAlone::Element(..)) => Part::Object,
            _ => own,
        }
    }
}

impl LeftAlone {
    fn ends_with(&mut self, event: &Event<'_>) -> bool {
        match (self, event) {
            (Self::Picture, Event::End(end)) => *end == TagEnd::Image,
            (Self::CodeBlock, Event::End(end)) => *end == TagEnd::CodeBlock,
            (Self::Element(name, open), Event::InlineHtml(html)) => {
                let tag = bidi::Tag::first(html);
                match (tag.name() == name, tag.closes()) {
                    (true, true) => *open -= 1,
                    (true, false) => *open += 1,
                    _ => {}
                }
                *open == 0
            }
            _ => false,
        }
    }
}

fn part<'b>(event: &'b Event<'_>) -> Part<'b> {
    match event {
        Event::Text(text) => Part::Text(text),
        Event::SoftBreak => Part::Text("\n"),
        Event::InlineHtml(html) => bidi::Tag::first(html).part(),
        Event::Start(tag) => match tag {
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } => Part::Open,
            Tag::Image { .. } => Part::Object,
            _ => Part::Edge,
        },
        Event::End(tag) => match tag {
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link => Part::Close,
            _ => Part::Edge,
        },
        Event::Html(_) | Event::Rule => Part::Edge,
        _ => Part::Object,
    }
}

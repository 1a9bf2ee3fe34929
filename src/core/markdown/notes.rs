//! Footnotes, as GitHub and Pandoc publish them: numbered in the order of their first references, and collected at the end
//! of their text, each with a way back to every reference. Notes that nothing refers to are not published.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::mem::take;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::ids::TextIds;
use super::wording::Wording;
use crate::html::escape_value;

/// What a reference begins with. Its number is no word of the text.
const REFERENCE: &str = "<sup dir=\"auto\" data-search=\"off\">";
const END: &str = "</sup>";

/// What the list of notes begins with.
pub(super) const LIST: &str = "<section class=\"footnotes\" role=";

/// What it ends with.
pub(super) const CLOSING: &str = "</ol>\n</section>\n";

/// The beginning of the list of notes.
pub(super) fn opening(wording: Wording) -> String {
    let class = wording.counter_style();
    let class = class.map_or_else(String::new, |class| format!(" class=\"{class}\""));
    let name = wording.notes();
    format!("{LIST}\"doc-endnotes\" aria-label=\"{name}\">\n<ol{class}>\n")
}

/// HTML without its footnotes and the references to them.
pub(super) fn without(html: &str) -> Cow<'_, str> {
    let Some((text, _)) = html.split_once(LIST) else {
        return html.into();
    };
    without_references(text).into()
}

/// A part of a body without its references to footnotes.
pub(super) fn without_references(html: &str) -> String {
    let mut parts = html.split(REFERENCE);
    let first = parts.next().unwrap_or_default().to_owned();
    let behind = parts.map(|part| part.split_once(END).map_or("", |(_, behind)| behind));
    behind.fold(first, |text, behind| text + behind)
}

/// The footnotes of one text.
pub(super) struct Notes<'a> {
    /// What each note says, by its label.
    texts: BTreeMap<String, Vec<Event<'a>>>,
    /// The labels that are referred to, in the order of their numbers.
    order: Vec<String>,
    /// How often a label has been referred to, by number.
    references: Vec<usize>,
    /// What ids begin with that no other text of a page gives.
    namespace: String,
    first: usize,
    wording: Wording,
}

/// A label as it is compared: case and width of white space make no difference.
pub(super) fn key(label: &str) -> String {
    let words: Vec<_> = label.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

/// Numbers and collects the notes. The answer holds the labels that are referred to as well.
pub(super) fn collect<'a>(
    events: Vec<Event<'a>>,
    ids: &mut TextIds,
    wording: Wording,
) -> (Vec<Event<'a>>, BTreeSet<String>) {
    let (text, texts) = split(events);
    let (namespace, first) = ids.notes();
    let mut notes = Notes {
        texts,
        order: Vec::new(),
        references: Vec::new(),
        namespace,
        first,
        wording,
    };
    let mut events = notes.with_references(text);
    // A note may be the first to refer to another.
    let mut written = Vec::new();
    while let Some(label) = notes.order.get(written.len()) {
        let text = notes.texts.remove(label).unwrap_or_default();
        let text = notes.with_references(text);
        written.push(text);
    }
    ids.give_notes(written.len());
    if !written.is_empty() {
        notes.push_list(written, &mut events);
    }
    (events, notes.order.into_iter().collect())
}

/// The text without its notes, and the notes. Of two with one label the first counts.
fn split(events: Vec<Event<'_>>) -> (Vec<Event<'_>>, BTreeMap<String, Vec<Event<'_>>>) {
    let mut notes = BTreeMap::new();
    let mut outer = Vec::new();
    let mut text = Vec::new();
    for event in events {
        match event {
            Event::Start(Tag::FootnoteDefinition(label)) => {
                outer.push((key(&label), take(&mut text)));
            }
            Event::End(TagEnd::FootnoteDefinition) => {
                if let Some((label, around)) = outer.pop() {
                    let note = std::mem::replace(&mut text, around);
                    notes.entry(label).or_insert(note);
                }
            }
            event => text.push(event),
        }
    }
    (text, notes)
}

impl<'a> Notes<'a> {
    /// The events, with links to notes for the references.
    fn with_references(&mut self, events: Vec<Event<'a>>) -> Vec<Event<'a>> {
        let events = events.into_iter().map(|event| match event {
            Event::FootnoteReference(label) => Event::InlineHtml(self.reference(&label).into()),
            event => event,
        });
        events.collect()
    }

    fn reference(&mut self, label: &str) -> String {
        let label = key(label);
        let position = self.order.iter().position(|one| *one == label);
        let position = position.unwrap_or_else(|| {
            self.order.push(label);
            self.references.push(0);
            self.order.len() - 1
        });
        self.references[position] += 1;
        let note = escape_value(&self.id(position));
        let id = escape_value(&self.reference_id(position, self.references[position]));
        let number = self.wording.number(position + 1);
        // It follows the word before it, whichever way that runs.
        format!(
            "{REFERENCE}<a class=\"footnote-ref\" id=\"{id}\" href=\"#{note}\" role=\"doc-noteref\">{number}</a>{END}"
        )
    }

    fn id(&self, position: usize) -> String {
        format!("fn:{}{}", self.namespace, self.first + position)
    }

    fn reference_id(&self, position: usize, which: usize) -> String {
        let id = format!("fnref:{}{}", self.namespace, self.first + position);
        match which {
            1 => id,
            which => format!("{id}-{which}"),
        }
    }

    fn push_list(&self, notes: Vec<Vec<Event<'a>>>, events: &mut Vec<Event<'a>>) {
        events.push(Event::Html(opening(self.wording).into()));
        for (position, mut note) in notes.into_iter().enumerate() {
            let open = format!("<li id=\"{}\">\n", escape_value(&self.id(position)));
            events.push(Event::Html(open.into()));
            let end = note.pop_if(|last| *last == Event::End(TagEnd::Paragraph));
            events.append(&mut note);
            let back = self.ways_back(position);
            match end {
                Some(end) => {
                    events.push(Event::InlineHtml(format!(" {back}").into()));
                    events.push(end);
                }
                None => events.push(Event::Html(format!("<p>{back}</p>\n").into())),
            }
            events.push(Event::Html("</li>\n".into()));
        }
        events.push(Event::Html(CLOSING.into()));
    }

    /// A link for each reference to a note.
    fn ways_back(&self, position: usize) -> String {
        let references = self.references[position];
        let links = (1..=references).map(|which| {
            let several = (references > 1).then_some(which);
            let (shown, name) = self.wording.back(position + 1, several);
            let id = escape_value(&self.reference_id(position, which));
            format!(
                "<a class=\"footnote-back\" data-search=\"off\" href=\"#{id}\" role=\"doc-backlink\" aria-label=\"{name}\">{shown}</a>"
            )
        });
        links.collect::<Vec<_>>().join(" ")
    }
}

//! Films and sound, which are written as pictures are, and figures: what stands alone in its paragraph and has a title has that
//! for its caption.

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

use super::calls::{Argument, Written, arguments};
use super::medium::Played;
use super::reader::ProseReader;
use crate::html::escape;

/// Whether the text behind a picture marks it as one that is there for its looks only, and has nothing to be read out.
pub(super) fn is_decorative(behind: &str) -> bool {
    let is_mark = |one: &Argument| {
        one.name == "decorative" && matches!(&one.value, Written::Word(value) if value == "true")
    };
    let read = behind.starts_with('{').then(|| arguments(behind)).flatten();
    read.is_some_and(|read| {
        read.faults.is_empty() && matches!(&read.all[..], [one] if is_mark(one))
    })
}

impl ProseReader<'_> {
    /// Puts a film or sound in the place of the picture that it is written as.
    pub(super) fn push_played(&mut self, event: usize, played: &Played) {
        self.events.truncate(event);
        self.events
            .push(Event::InlineHtml(played.html(None).into()));
    }

    /// Reads what stands in braces behind a picture, `{decorative}`, or behind a film, `{poster=shop.jpg}`. How much of the
    /// text that is.
    pub(super) fn read_attributes(&mut self, text: &str) -> usize {
        let Some(medium) = self.medium.as_ref().filter(|_| text.starts_with('{')) else {
            return 0;
        };
        if medium.is_decorative {
            let is_behind = matches!(self.events.last(), Some(Event::End(TagEnd::Image)));
            let read = arguments(text).filter(|_| is_behind);
            return read.map_or(0, |read| read.length);
        }
        let is_behind = medium.event + 1 == self.events.len();
        let played = medium.played.as_ref();
        let Some(played) = played.filter(|played| is_behind && played.has_poster()) else {
            return 0;
        };
        let Some(read) = arguments(text) else {
            return 0;
        };
        match &read.all[..] {
            [poster] if poster.name == "poster" && read.faults.is_empty() => {
                let (Written::Quoted(address) | Written::Word(address)) = &poster.value;
                let html = played.html(Some(address));
                self.events.pop();
                self.events.push(Event::InlineHtml(html.into()));
                read.length
            }
            _ => 0,
        }
    }

    /// Makes a figure of a paragraph that is one picture, film or sound with a title. Whether it was one.
    pub(super) fn close_figure(&mut self) -> bool {
        let Some(medium) = self.medium.take() else {
            return false;
        };
        let at = medium.event.min(self.events.len());
        let (before, alone) = self.events.split_at_mut(at);
        let [.., begin @ Event::Start(Tag::Paragraph)] = before else {
            return false;
        };
        let is_alone = match (&alone, &medium.played) {
            ([Event::InlineHtml(_)], Some(_)) => true,
            (
                [
                    Event::Start(Tag::Image { .. }),
                    between @ ..,
                    Event::End(TagEnd::Image),
                ],
                None,
            ) => {
                matches!(between, [] | [Event::Text(_)])
            }
            _ => false,
        };
        let caption = medium.title.trim();
        if !is_alone || caption.is_empty() {
            return false;
        }
        *begin = Event::Html("<figure>\n".into());
        if let Some(Event::Start(Tag::Image { title, .. })) = alone.first_mut() {
            *title = CowStr::Borrowed("");
        }
        let html = format!(
            "\n<figcaption>{}</figcaption>\n</figure>\n",
            escape(caption)
        );
        self.events.push(Event::Html(html.into()));
        self.close_block();
        let written = self.markdown.get(medium.range.clone()).unwrap_or_default();
        if let Some(at) = written.rfind(caption) {
            self.block.push_written(caption, medium.range.start + at);
            self.close_block();
        }
        true
    }
}

//! Calls within a line: `:name[text]{key=value}`. What begins like one has to end in its block.

use std::ops::Range;

use pulldown_cmark::Event;

use super::call::{VALUES, closing, may_begin, name, opening};
use super::open::OpenInline;
use crate::locale::text;
use crate::markdown::reader::ProseReader;
use crate::source::{Notation, SourceMap};

/// A sign that matters.
enum Sign {
    Open(Range<usize>),
    Bracket,
    Close,
}

impl ProseReader<'_> {
    /// Whether a text may begin or end a call.
    pub(in crate::markdown) fn may_call(&self, text: &str) -> bool {
        let is_allowed = self.calls_components && self.image.is_none() && !self.is_in_code_block();
        is_allowed && (text.contains('[') || !self.inline.open.is_empty())
    }

    /// Whether what is read stands in a call.
    pub(in crate::markdown) fn is_in_call(&self) -> bool {
        !self.inline.open.is_empty() || !self.blocks.open.is_empty()
    }

    /// Reads a text in which calls begin or end.
    pub(in crate::markdown) fn text_with_calls(&mut self, text: &str, map: &SourceMap) {
        let (mut done, mut from) = (0, 0);
        while let Some((at, sign)) = self.sign(text, map, from) {
            from = at + 1;
            match sign {
                Sign::Open(name) => {
                    self.words(text, map, done..at);
                    if let Some(end) = self.value(text, map, &name) {
                        done = end;
                        from = end;
                        continue;
                    }
                    self.inline.open.push(OpenInline {
                        event: self.events.len(),
                        at: self.block.text.len(),
                        name: text[name.clone()].to_owned(),
                        start: map.of(at..at + 1).range.start,
                        depth: self.blocks.depth,
                        brackets: 0,
                    });
                    // Takes the place of the call that is told when it ends.
                    self.events.push(Event::Text("".into()));
                    done = name.end + 1;
                    from = done;
                }
                Sign::Bracket => {
                    if let Some(open) = self.inline.at(self.blocks.depth) {
                        open.brackets += 1;
                    }
                }
                Sign::Close => {
                    let Some(open) = self.inline.at(self.blocks.depth) else {
                        continue;
                    };
                    if open.brackets > 0 {
                        open.brackets -= 1;
                    } else if let Some(open) = self.inline.open.pop() {
                        self.words(text, map, done..at);
                        let end = map.of(at..at + 1).range.end;
                        let number = self.prose.body.calls.len();
                        let place = open.start..open.start + open.name.len() + 1;
                        let behind = arguments_behind(text, map, at + 1);
                        let length = self.call(&open.name, end, behind, place, true);
                        self.events[open.event] = opening(number, true);
                        self.events.push(closing(true));
                        done = at + 1 + length;
                        from = done;
                    }
                }
            }
        }
        self.words(text, map, done..text.len());
    }

    /// Reads a value of the site, whose name stands at `name` and behind it what it is of. Where it ends, if it is one.
    fn value(&mut self, text: &str, map: &SourceMap, name: &Range<usize>) -> Option<usize> {
        let called = VALUES.into_iter().find(|one| *one == &text[name.clone()])?;
        let start = name.end + 1;
        let end = start + text[start..].find(']')?;
        let subject = text[start..end].trim();
        let place = map.of(name.start - 1..end + 1).range;
        let number = self.prose.body.calls.len();
        let behind = arguments_behind(text, map, end + 1);
        let length = self.call(called, place.end, behind, place.clone(), true);
        self.prose.body.calls[number].subject = Some(subject.to_owned());
        self.events.push(opening(number, true));
        self.events.push(closing(true));
        self.block.push_value(place);
        Some(end + 1 + length)
    }

    /// Refuses values of the site and calls of components in a text that is no prose, such as that of a picture: they would
    /// stand there as they are written. `range` is where the text is.
    pub(in crate::markdown) fn refuse_calls(&mut self, text: &str, range: &Range<usize>) {
        let colons = text
            .match_indices(':')
            .filter(|(at, _)| may_begin(text, *at));
        let mut colons = colons.filter(|_| self.calls_components);
        let call = colons.find_map(|(at, _)| {
            let called = name(&text[at + 1..])?;
            let argument = text[at + 1 + called.len()..].strip_prefix('[')?;
            let length = 1 + called.len() + 1 + argument.find(']')? + 1;
            Some((called, &text[at..at + length]))
        });
        let Some((called, call)) = call else {
            return;
        };
        let written = self.markdown.get(range.clone()).unwrap_or_default();
        let place = written.rfind(call).map_or_else(
            || range.clone(),
            |at| range.start + at..range.start + at + call.len(),
        );
        let (code, message) = if VALUES.contains(&called) {
            ("E238", text!("value-out-of-prose"))
        } else {
            ("E236", text!("call-out-of-prose", name = called))
        };
        self.report(code, message, place, text!("value-out-of-prose-hint"));
    }

    /// Reports what began like a call so deep or deeper and did not end. It is shown as text.
    pub(in crate::markdown) fn end_open_calls(&mut self, depth: usize) {
        while let Some(open) = self.inline.open.pop_if(|open| open.depth >= depth) {
            let text = format!(":{}[", open.name);
            let range = open.start..open.start + text.len();
            let message = text!("call-unclosed", call = text.as_str());
            self.report("E237", message, range, text!("call-unclosed-hint"));
            if let Some(event) = self.events.get_mut(open.event) {
                *event = Event::Text(text.clone().into());
            }
            self.block.let_be(open.at, text);
        }
    }

    /// The next sign from a byte on.
    fn sign(&self, text: &str, map: &SourceMap, from: usize) -> Option<(usize, Sign)> {
        let is_meant = |at: usize| map.of(at..at + 1).notation == Notation::Verbatim;
        let is_inside = !self.inline.open.is_empty();
        let signs = text.get(from..)?.match_indices([':', '[', ']']);
        let mut signs = signs.map(|(at, sign)| (from + at, sign));
        signs.find_map(|(at, sign)| {
            let sign = match sign {
                ":" => {
                    let name = name(&text[at + 1..]).filter(|_| may_begin(text, at))?;
                    let end = at + 1 + name.len();
                    text[end..]
                        .starts_with('[')
                        .then_some(Sign::Open(at + 1..end))
                }
                "[" => is_inside.then_some(Sign::Bracket),
                _ => is_inside.then_some(Sign::Close),
            };
            sign.filter(|_| is_meant(at)).map(|sign| (at, sign))
        })
    }
}

/// The text behind a call, if arguments begin it: a brace that is escaped is text.
fn arguments_behind<'a>(text: &'a str, map: &SourceMap, at: usize) -> &'a str {
    let behind = text[at..].starts_with('{').then_some(at);
    let behind = behind.filter(|at| map.of(*at..at + 1).notation == Notation::Verbatim);
    behind.map_or("", |at| &text[at..])
}

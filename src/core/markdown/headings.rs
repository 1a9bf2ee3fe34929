//! Headings: their titles, and the ids that lead to them.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Tag};

use super::lints;
use super::prose::Heading;
use super::reader::{OpenHeading, ProseReader};
use crate::arabic;
use crate::diagnostic::{Diagnostic, Fix, Span};
use crate::locale::text;

impl<'a> ProseReader<'a> {
    pub(super) fn open_heading(&mut self, tag: Tag<'a>, level: HeadingLevel, range: Range<usize>) {
        self.close_block();
        if level == HeadingLevel::H1 {
            self.warn(lints::FIRST_LEVEL_HEADING, range);
        }
        self.heading = Some(OpenHeading {
            event: self.events.len(),
            text_start: 0,
        });
        self.events.push(Event::Start(tag));
    }

    pub(super) fn close_heading(&mut self, level: HeadingLevel, range: Range<usize>) {
        let Some(open) = self.heading.take() else {
            return;
        };
        self.mark_last_phrase(open.event, range.end);
        let title = self.block.known(open.text_start).trim().to_owned();
        self.warn_of_skipped_level(level as u8, &range);
        self.warn_of_underline(&range);
        let Some(Event::Start(Tag::Heading { id, .. })) = self.events.get(open.event) else {
            return;
        };
        let written = id.as_ref().map(ToString::to_string);
        let id = match written {
            Some(id) => match self.ids.reserve(&id, &title) {
                Ok(()) => id,
                Err(other) => {
                    self.clash(&id, &other, range);
                    String::new()
                }
            },
            None => String::new(),
        };
        self.headings.push((open.event, id.is_empty()));
        self.prose.body.headings.push(Heading {
            id,
            title,
            level: level as u8,
        });
    }

    /// Warns of a heading that stands two levels or more below the one before it. The first may have any level: what stands
    /// above it is the template's.
    fn warn_of_skipped_level(&mut self, level: u8, range: &Range<usize>) {
        let Some(above) = self.prose.body.headings.last().map(|last| last.level) else {
            return;
        };
        if level <= above + 1 {
            return;
        }
        let written = self.markdown.get(range.clone()).unwrap_or_default();
        let signs = written.len() - written.trim_start_matches('#').len();
        let line = written.lines().next().unwrap_or_default().trim_end();
        let right = format!("{}{}", "#".repeat(usize::from(above) + 1), &line[signs..]);
        let span = Span::new(
            self.path,
            self.place.of(range.start..range.start + line.len()),
        );
        let message = text!(
            "heading-skips",
            level = usize::from(level),
            above = usize::from(above)
        );
        let problem = Diagnostic::warning("W240", message).at(span);
        let problem = match signs {
            0 => problem,
            _ => problem.hint(text!("write-instead", words = right)),
        };
        self.diagnostics.push(problem);
    }

    /// Warns of hyphens that make a heading of the text above them: most who write them want a line across the page.
    fn warn_of_underline(&mut self, range: &Range<usize>) {
        let written = self.markdown.get(range.clone()).unwrap_or_default();
        let written = written.trim_end();
        let above = written.trim_end_matches('-');
        if above.len() == written.len() || written.starts_with('#') {
            return;
        }
        // Who draws a line as long as the words above it means a heading.
        let signs = written.len() - above.len();
        let words = above.trim().chars().count();
        if signs > "---".len() && signs.abs_diff(words) <= 2 {
            return;
        }
        let place = |at: usize| self.place.of(at..range.start + written.len());
        let at = range.start + above.len();
        let range = place(at);
        let problem = Diagnostic::warning("W241", text!("heading-underlined"))
            .at(Span::new(self.path, range.clone()))
            .hint(text!("heading-underlined-hint"));
        let problem = if above.ends_with('\n') {
            problem.fix(Fix {
                range: range.start..range.start,
                replacement: "\n".to_owned(),
                is_safe: false,
            })
        } else {
            problem
        };
        self.diagnostics.push(problem);
    }

    /// Gives ids to the headings that have none yet, once those written by hand are known.
    pub(super) fn name_headings(&mut self) {
        let headings = self.headings.iter().zip(&mut self.prose.body.headings);
        for ((event, is_nameless), heading) in headings {
            let Some(Event::Start(Tag::Heading { id, .. })) = self.events.get_mut(*event) else {
                continue;
            };
            if *is_nameless {
                let wanted = match id {
                    Some(id) => id.to_string(),
                    None => arabic::heading_id(&heading.title),
                };
                heading.id = self.ids.number(&wanted, &heading.title);
            }
            *id = Some(heading.id.clone().into());
        }
    }

    fn clash(&mut self, id: &str, other: &str, range: Range<usize>) {
        let span = Span::new(self.path, self.place.of(range));
        let problem = Diagnostic::error("E209", text!("heading-id-twice", id))
            .at(span)
            .note(text!("heading-id-twice-note", heading = other))
            .hint(text!("heading-id-twice-hint"));
        self.diagnostics.push(problem);
    }
}

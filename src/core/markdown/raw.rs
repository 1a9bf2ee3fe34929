//! HTML in prose. Comments are allowed everywhere and not published; those that are meant for the rules of typography are
//! noted. All other HTML needs the site's permission.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::mark::{self, MORE};
use super::reader::{ProseReader, Refused};
use crate::html::{Token, Tokens, each_tag};
use crate::locale::text;
use crate::source::COMMENT;

/// The comment that HTML begins with.
enum Comment {
    /// So many bytes.
    Closed(usize),
    /// Nothing closes it.
    Open,
}

fn comment(html: &str) -> Option<Comment> {
    html.strip_prefix("<!--")?;
    // `<!-->` is whole.
    let end = html[2..].find("-->").map(|at| 2 + at + "-->".len());
    Some(end.map_or(Comment::Open, Comment::Closed))
}

impl<'a> ProseReader<'a> {
    /// A block of HTML, now that all of it is known.
    pub(super) fn close_html_block(&mut self, end: usize) {
        let block = std::mem::take(&mut self.html);
        let mut rest = block.text.as_str();
        loop {
            let at = block.text.len() - rest.trim_start().len();
            let length = match comment(&block.text[at..]) {
                Some(Comment::Closed(length)) => length,
                Some(Comment::Open) => {
                    let start = block.origin(at);
                    let hint = text!("comment-open-hint");
                    let range = start..start + "<!--".len();
                    return self.report("E211", text!("comment-open"), range, hint);
                }
                None => break,
            };
            let start = block.origin(at);
            let comment = &block.text[at..at + length];
            self.note_comment(comment, start..block.origin(at + length - 1) + 1);
            if self.ends_summary(comment) {
                self.events.push(Event::Html(format!("{MORE}\n").into()));
            }
            rest = &block.text[at + length..];
        }
        if rest.trim().is_empty() {
            return;
        }
        let at = block.text.len() - rest.trim_start().len();
        let range = block.origin(at)..end;
        let rest = rest.to_owned();
        if !rest.contains('<') {
            // Text behind a comment is a block of HTML to the parser, and a paragraph to its author.
            self.events.push(Event::Start(Tag::Paragraph));
            let (text, map) = block.without_references(at..at + rest.trim().len());
            self.text(text.into(), &map);
            self.close_block();
            self.events.push(Event::End(TagEnd::Paragraph));
            return;
        }
        self.html(&rest, range, |html| Event::Html(html.into()));
    }

    /// Reports what begins as a comment does in a text: nothing closes it in its paragraph, so that it would be printed.
    pub(super) fn refuse_open_comment(&mut self, written: &str, range: &Range<usize>) {
        if let Some(at) = written.find("<!--") {
            let start = range.start + at;
            let hint = text!("comment-open-hint");
            let range = start..start + "<!--".len();
            self.report("E211", text!("comment-open"), range, hint);
        }
    }

    /// HTML inside a line.
    pub(super) fn inline_html(&mut self, html: &str, range: Range<usize>) {
        if comment(html).is_some() {
            self.note_comment(html, range);
            if self.ends_summary(html) {
                self.events.push(Event::InlineHtml(MORE.into()));
            }
        } else {
            if is_line_break(html) {
                self.block.push_line_end(range.clone(), true);
            }
            self.html(html, range, |html| Event::InlineHtml(html.into()));
        }
    }

    /// Whether the summary of the body ends with this comment.
    fn ends_summary(&mut self, comment: &str) -> bool {
        mark::is_mark(comment) && self.ids.give_mark()
    }

    fn note_comment(&mut self, comment: &str, range: Range<usize>) {
        let inside = comment.trim_start_matches("<!--").trim_end_matches("-->");
        if inside.trim_start().starts_with(COMMENT) {
            let range = self.place.of(range);
            self.judgement.fences.note(inside, range);
        }
    }

    fn html(&mut self, html: &str, range: Range<usize>, event: impl Fn(String) -> Event<'a>) {
        if self.rules.raw_html {
            self.refuse_written_controls(&crate::html::decode(html), range);
            self.events.push(event(html.to_owned()));
        } else {
            self.refuse_html(html, range);
        }
    }

    /// Reports HTML, once for an element and for what stands close together.
    fn refuse_html(&mut self, html: &str, range: Range<usize>) {
        if let Some(mut refused) = self.refused.take() {
            let between = self.markdown.get(refused.end..range.start);
            let follows = between.is_some_and(|between| between.trim().is_empty());
            let is_inside = refused.open > 0;
            refused.open = open_after(html, &refused.element, refused.open);
            if (follows && is_block(html)) || is_inside {
                refused.end = range.end;
                let end = self.place.of(range).end;
                let diagnostic = &mut self.diagnostics[refused.diagnostic];
                if let Some(span) = &mut diagnostic.span {
                    span.range.end = end;
                }
                self.refused = Some(refused);
                return;
            }
        }
        let (element, is_closed) = match Tokens::of(html).read() {
            Some(Token::Start(tag) | Token::End(tag)) => {
                let is_closed = tag.is_void() || tag.may_stay_open();
                (tag.name.to_owned(), is_closed)
            }
            _ => (String::new(), true),
        };
        let open = if is_closed {
            0
        } else {
            open_after(html, &element, 0)
        };
        self.refused = Some(Refused {
            diagnostic: self.diagnostics.len(),
            end: range.end,
            element,
            open,
        });
        self.report(
            "E211",
            text!("html-in-prose"),
            range,
            text!("html-in-prose-hint"),
        );
    }
}

/// Whether HTML is lines of their own, and not a part of one.
fn is_block(html: &str) -> bool {
    html.ends_with('\n')
}

/// How many elements of this name are open after `html`, if so many were before.
fn open_after(html: &str, name: &str, mut open: usize) -> usize {
    let mut tokens = Tokens::of(html);
    while let Some(token) = tokens.read() {
        match token {
            Token::Start(tag) if tag.is(name) => open += 1,
            Token::End(tag) if tag.is(name) => open = open.saturating_sub(1),
            _ => {}
        }
    }
    open
}

/// Whether some HTML is `<br>`.
fn is_line_break(html: &str) -> bool {
    let mut is_break = false;
    each_tag(html, |tag| is_break |= tag.is("br"));
    is_break
}

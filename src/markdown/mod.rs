//! `CommonMark` to HTML and what the site needs to know of it, in one pass over the events.
//! Links to entries and paragraphs are read here and looked up later; nothing outside the text is consulted.

mod block;
mod columns;
mod escape;
mod fence;
mod foreign;
mod ids;
mod isolate;
mod links;
mod lints;
mod prose;
mod reader;
mod rules;
mod stray;
mod target;
mod text;

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use block::Block;
use columns::Columns;
use ids::Ids;
use reader::{OpenHeading, ProseReader};

pub use prose::{Body, Heading, Link, Mentions, Prose, Quotation};
pub(crate) use rules::ProseRules;
pub use target::LinkTarget;

use crate::arabic;
use crate::diagnostic::{Checked, Diagnostic, Span};
use crate::html::each_address;
use crate::path::SourcePath;
use crate::schema::Schema;
use crate::source::TextPlace;
use crate::source::typography::Judgement;

/// Reads `text` as the body of an entry; what is against the rules of typography is added to `judgement`.
pub(crate) fn parse(
    text: &str,
    path: &SourcePath,
    place: &TextPlace,
    schema: &Schema,
    rules: &ProseRules,
    judgement: &mut Judgement,
) -> Checked<Prose> {
    let reader = ProseReader {
        markdown: text,
        path,
        place,
        schema,
        rules,
        prose: Prose::default(),
        diagnostics: Vec::new(),
        events: Vec::new(),
        block: Block::default(),
        heading: None,
        link: None,
        image: None,
        columns: Columns::default(),
        ids: Ids::default(),
        judgement: Judgement::default(),
    };
    reader.read(judgement)
}

/// [`parse`] for a field's value: inline where it is one paragraph.
pub(crate) fn parse_value(
    text: &str,
    path: &SourcePath,
    place: &TextPlace,
    schema: &Schema,
    rules: &ProseRules,
    judgement: &mut Judgement,
) -> Checked<Prose> {
    let mut checked = parse(text, path, place, schema, rules, judgement);
    let html = checked.value.body.html.trim_end();
    let inner = html
        .strip_prefix("<p>")
        .and_then(|html| html.strip_suffix("</p>"))
        .filter(|inner| !inner.contains("<p>"));
    if let Some(inner) = inner {
        checked.value.body.html = inner.to_owned();
    }
    checked
}

/// Hands out the address of every link and picture of a text, as it is meant, with the bytes that name it; those of raw HTML
/// as well. Front matter may stand before the text.
pub(crate) fn each_link(text: &str, mut each: impl FnMut(&str, Range<usize>)) {
    let with_front_matter = options() | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
    for (event, range) in Parser::new_ext(text, with_front_matter).into_offset_iter() {
        match event {
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                // The last that says it: a link's words may say it as well. A definition elsewhere is not in the link.
                let written = text[range.clone()].rfind(&*dest_url);
                let written = written.map(|at| range.start + at..range.start + at + dest_url.len());
                each(&dest_url, written.unwrap_or(range));
            }
            Event::Html(html) | Event::InlineHtml(html) => {
                each_address(&html, |address, place| {
                    each(address, range.start + place.start..range.start + place.end);
                });
            }
            _ => {}
        }
    }
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_GFM
}

impl<'a> ProseReader<'a> {
    fn read(mut self, judgement: &mut Judgement) -> Checked<Prose> {
        let text = self.markdown;
        // Prose grows by an eighth or so on its way to HTML, and a page around it by another: the page is
        // written where its body stood.
        self.prose.body.html.reserve(text.len() + text.len() / 4);
        let parser = pulldown_cmark::TextMergeWithOffset::new(
            Parser::new_ext(text, options()).into_offset_iter(),
        );
        for (event, range) in parser {
            self.event(event, range);
        }
        self.close_block();
        let isolation = self.rules.isolation.as_ref();
        isolate::render(self.events, isolation, &mut self.prose.body.html);
        self.prose.body.headings.shrink_to_fit();
        self.prose.mentions.links.shrink_to_fit();
        judgement.append(self.judgement);
        Checked::new(self.prose, self.diagnostics)
    }

    fn event(&mut self, event: Event<'a>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(end) => self.end(end, range),
            Event::Text(text) => {
                let may_hold_links = stray::may_be_in(&text) && !self.is_in_code_block();
                self.text(text, &range);
                if may_hold_links {
                    self.report_strays(&range);
                }
            }
            Event::Code(text) => {
                // Code quotes nothing.
                self.block
                    .push_opaque(&text.replace(['«', '»'], " "), range.start);
                self.events.push(Event::Code(text));
            }
            Event::TaskListMarker(done) => {
                // pulldown-cmark's checkbox has no accessible name; screen readers announce these characters.
                let mark = if done { "☑ " } else { "☐ " };
                self.events.push(Event::Text(mark.into()));
            }
            Event::SoftBreak | Event::HardBreak => {
                self.block.push(" ", range.start);
                self.events.push(event);
            }
            Event::Html(html) | Event::InlineHtml(html) if fence::is_one(&html) => {
                let range = self.place.of(range);
                fence::note(&html, range, &mut self.judgement.fences);
            }
            Event::Html(_) | Event::InlineHtml(_) if !self.rules.raw_html => {
                if !matches!(&event, Event::Html(html) if html.trim().is_empty()) {
                    self.report(
                        "E211",
                        "HTML in prose",
                        range,
                        "write Markdown, or allow HTML with `html = true` under [markdown] in site.toml",
                    );
                }
            }
            other => self.events.push(other),
        }
    }

    fn start(&mut self, tag: Tag<'a>, range: Range<usize>) {
        match tag {
            Tag::Heading { level, .. } => {
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
            Tag::Link {
                link_type,
                dest_url,
                title,
                id,
            } => self.open_link(link_type, dest_url, &title, id, range),
            Tag::Image { .. } => self.open_image(tag, range),
            Tag::Table(alignments) => {
                self.close_block();
                self.events.push(self.columns.open_table(alignments));
            }
            Tag::TableHead | Tag::TableRow => {
                self.close_block();
                self.columns.open_row(&tag);
                self.events.push(Event::Start(tag));
            }
            Tag::TableCell => self.events.push(self.columns.open_cell()),
            // The blocks that end another block's text; inline markup does not.
            Tag::Paragraph
            | Tag::Item
            | Tag::BlockQuote(_)
            | Tag::List(_)
            | Tag::CodeBlock(_)
            | Tag::HtmlBlock
            | Tag::FootnoteDefinition(_)
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition => {
                self.close_block();
                self.events.push(Event::Start(tag));
            }
            other => self.events.push(Event::Start(other)),
        }
    }

    fn end(&mut self, end: TagEnd, range: Range<usize>) {
        match end {
            TagEnd::Heading(level) => self.close_heading(level, range),
            TagEnd::Link => self.close_link(),
            TagEnd::Image => self.close_image(),
            TagEnd::CodeBlock => self.block = Block::default(),
            TagEnd::TableCell => {
                self.judge_block();
                self.block.push_edge();
            }
            _ => {}
        }
        self.events.push(Event::End(end));
    }

    fn close_heading(&mut self, level: HeadingLevel, range: Range<usize>) {
        let Some(open) = self.heading.take() else {
            return;
        };
        self.mark_last_phrase(open.event, range.end);
        let title = self.block.text[open.text_start..].trim().to_owned();
        let Some(Event::Start(Tag::Heading { id, .. })) = self.events.get_mut(open.event) else {
            return;
        };
        let wanted = match id {
            Some(id) => id.to_string(),
            None => arabic::heading_id(&title),
        };
        let given = self.ids.give(wanted.clone(), &title);
        let (unique, clashes_with) = match given {
            Ok(id) => (id, None),
            Err((other, free)) => (free, Some(other)),
        };
        *id = Some(unique.clone().into());
        if let Some(other) = clashes_with {
            self.clash(&wanted, &other, range);
        }
        self.prose.body.headings.push(Heading {
            id: unique,
            title,
            level: level as u8,
        });
    }

    fn clash(&mut self, id: &str, other: &str, range: Range<usize>) {
        let span = Span::new(self.path, self.place.of(range));
        let problem = Diagnostic::error("E209", format!("two headings have the id `{id}`"))
            .at(span)
            .note(format!("the other is `{other}`"))
            .hint("give one of them an id of its own, behind its words: `{#name}`");
        self.diagnostics.push(problem);
    }
}

#[cfg(test)]
mod tests;

//! `CommonMark` to HTML and what the site needs to know of it, in one pass over the events.
//! Links to entries and paragraphs are read here and looked up later; nothing outside the text is consulted.

mod block;
mod columns;
mod ids;
mod place;
mod slips;

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, html};

use block::Block;
use columns::Columns;
use ids::Ids;
pub(crate) use place::Place;
use slips::Slip;

use super::prose::{Heading, Link, Prose};
use super::target::LinkTarget;
use crate::arabic;
use crate::diagnostic::{Checked, Diagnostic, Span};
use crate::path::SourcePath;
use crate::schema::Schema;

/// How prose is read, by `[markdown]` in site.toml.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct ProseRules {
    /// Whether HTML may stand in prose.
    pub(crate) raw_html: bool,
}

/// Reads `text` as the body of an entry.
pub(crate) fn parse(
    text: &str,
    path: &SourcePath,
    place: &Place,
    schema: &Schema,
    rules: ProseRules,
) -> Checked<Prose> {
    let reader = ProseReader {
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
    };
    reader.read(text)
}

/// [`parse`] for a field's value: inline where it is one paragraph.
pub(crate) fn parse_value(
    text: &str,
    path: &SourcePath,
    place: &Place,
    schema: &Schema,
    rules: ProseRules,
) -> Checked<Prose> {
    let mut checked = parse(text, path, place, schema, rules);
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

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_GFM
}

struct ProseReader<'a> {
    path: &'a SourcePath,
    place: &'a Place,
    schema: &'a Schema,
    rules: ProseRules,
    prose: Prose,
    diagnostics: Vec<Diagnostic>,
    events: Vec<Event<'a>>,
    block: Block,
    heading: Option<OpenHeading>,
    link: Option<OpenLink>,
    image: Option<OpenImage>,
    columns: Columns,
    ids: Ids,
}

struct OpenHeading {
    event: usize,
    text_start: usize,
}

struct OpenLink {
    event: usize,
    text_start: usize,
    paragraph: Option<i64>,
    range: Range<usize>,
}

struct OpenImage {
    text_start: usize,
    range: Range<usize>,
}

impl<'a> ProseReader<'a> {
    fn read(mut self, text: &'a str) -> Checked<Prose> {
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
        html::push_html(&mut self.prose.body.html, self.events.into_iter());
        self.prose.body.headings.shrink_to_fit();
        self.prose.mentions.links.shrink_to_fit();
        Checked::new(self.prose, self.diagnostics)
    }

    fn event(&mut self, event: Event<'a>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(end) => self.end(end),
            Event::Text(text) => {
                self.block.push(&text, range.start);
                self.warn_of_literal_markup(&text, &range);
                self.events.push(Event::Text(text));
            }
            Event::Code(text) => {
                // Code quotes nothing.
                self.block.push(&text.replace(['«', '»'], " "), range.start);
                self.events.push(Event::Code(text));
            }
            Event::TaskListMarker(done) => {
                // The library's checkbox has no name for those who hear the page; these characters have.
                let mark = if done { "☑ " } else { "☐ " };
                self.events.push(Event::Text(mark.into()));
            }
            Event::SoftBreak | Event::HardBreak => {
                self.block.push(" ", range.start);
                self.events.push(event);
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
                    self.warn(slips::FIRST_LEVEL_HEADING, range);
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
            } => self.open_link(link_type, dest_url, title, id, range),
            Tag::Image { .. } => {
                self.image = Some(OpenImage {
                    text_start: self.block.text.len(),
                    range,
                });
                self.events.push(Event::Start(tag));
            }
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

    fn end(&mut self, end: TagEnd) {
        match end {
            TagEnd::Heading(level) => self.close_heading(level),
            TagEnd::Link => self.close_link(),
            TagEnd::Image => self.close_image(),
            TagEnd::CodeBlock => self.block = Block::default(),
            TagEnd::TableCell => self.block.push(" ", 0),
            _ => {}
        }
        self.events.push(Event::End(end));
    }

    fn close_heading(&mut self, level: HeadingLevel) {
        let Some(open) = self.heading.take() else {
            return;
        };
        let title = self.block.text[open.text_start..].trim().to_owned();
        let Some(Event::Start(Tag::Heading { id, .. })) = self.events.get_mut(open.event) else {
            return;
        };
        let wanted = match id {
            Some(id) => id.to_string(),
            None => arabic::heading_id(&title),
        };
        let unique = self.ids.unique(wanted);
        *id = Some(unique.clone().into());
        self.prose.body.headings.push(Heading {
            id: unique,
            title,
            level: level as u8,
        });
    }

    fn open_link(
        &mut self,
        link_type: LinkType,
        dest_url: CowStr<'a>,
        title: CowStr<'a>,
        id: CowStr<'a>,
        range: Range<usize>,
    ) {
        let mut paragraph = None;
        let target = LinkTarget::parse(&dest_url, self.schema);
        let target = target.and_then(|target| {
            target
                .map_err(|bad| {
                    // A citation was meant; what it was meant for need not be reported too.
                    self.block.scan(self.place);
                    self.block.pending.clear();
                    self.report(bad.code, bad.message, range.clone(), bad.hint);
                })
                .ok()
        });
        if let Some(target) = target {
            if let LinkTarget::Paragraph { source, number } = &target {
                self.block.scan(self.place);
                paragraph = Some(*number);
                for mut quotation in self.block.pending.drain(..) {
                    quotation.cited = Some((source.clone(), *number));
                    self.prose.mentions.quotations.push(quotation);
                }
            }
            self.prose.mentions.links.push(Link {
                target,
                range: self.place.of(range.clone()),
            });
        }
        self.link = Some(OpenLink {
            event: self.events.len(),
            text_start: self.block.text.len(),
            paragraph,
            range,
        });
        self.events.push(Event::Start(Tag::Link {
            link_type,
            dest_url,
            title,
            id,
        }));
    }

    fn close_link(&mut self) {
        let Some(open) = self.link.take() else { return };
        let text = self.block.text[open.text_start..].trim();
        if text.is_empty() && !matches!(self.events.last(), Some(Event::End(TagEnd::Image))) {
            let hint = "put words between [ and ]: a reader hears them as the name of the link";
            self.report("E212", "a link without a text", open.range, hint);
            return;
        }
        let Some((number, role)) = open
            .paragraph
            .and_then(|n| Some((n, self.schema.source()?.1)))
        else {
            return;
        };
        // The visible words must be part of the name that is heard (WCAG 2.2, 2.5.3).
        let name = role.long_label_of(number);
        let label = if name != text && name.contains(text) {
            format!(" aria-label=\"{}\"", escape(&name))
        } else {
            String::new()
        };
        if let Some(Event::Start(Tag::Link { dest_url, .. })) = self.events.get(open.event) {
            let html = format!("<a class=\"cite\" href=\"{}\"{label}>", escape(dest_url));
            self.events[open.event] = Event::InlineHtml(html.into());
        }
    }

    fn close_image(&mut self) {
        let Some(open) = self.image.take() else {
            return;
        };
        if self.block.text[open.text_start..].trim().is_empty() {
            self.warn(slips::IMAGE_WITHOUT_DESCRIPTION, open.range);
        }
    }

    /// Ends the block: quotations that no citation followed are kept as such.
    fn close_block(&mut self) {
        self.block.scan(self.place);
        if let Some(range) = self.block.unclosed() {
            self.warn(slips::UNCLOSED_QUOTATION, range);
        }
        self.prose
            .mentions
            .quotations
            .append(&mut self.block.pending);
        self.block = Block::default();
    }

    /// Emphasis that `CommonMark` does not see because a letter touches it: `**كتاب:**نص`.
    fn warn_of_literal_markup(&mut self, text: &str, range: &Range<usize>) {
        let in_code = matches!(self.events.last(), Some(Event::Start(Tag::CodeBlock(_))));
        let as_written = range.len() == text.len() && !in_code;
        // One asterisk is quicker to look for than two, and most text has none.
        if let Some(at) = text
            .find('*')
            .and_then(|_| text.find("**"))
            .filter(|_| as_written)
        {
            let at = range.start + at;
            self.warn(slips::LITERAL_ASTERISKS, at..at + 2);
        }
    }

    fn warn(&mut self, slip: Slip, range: Range<usize>) {
        let span = Span::new(self.path, self.place.of(range));
        self.diagnostics.push(slip.at(span));
    }

    fn report(
        &mut self,
        code: &'static str,
        message: impl Into<String>,
        range: Range<usize>,
        hint: impl Into<String>,
    ) {
        let span = Span::new(self.path, self.place.of(range));
        let diagnostic = Diagnostic::error(code, message).at(span).hint(hint);
        self.diagnostics.push(diagnostic);
    }
}

/// Text for an attribute between double quotation marks.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
}

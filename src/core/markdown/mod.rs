//! `CommonMark` to HTML and what the site needs to know of it, in one pass over the events.
//! Links to entries and paragraphs are read here and looked up later; nothing outside the text is consulted.

mod block;
mod calls;
mod code;
mod columns;
mod dialects;
mod foreign;
mod foreign_markup;
mod gather;
mod guard;
mod headings;
mod ids;
mod isolate;
mod links;
mod lints;
mod list_marks;
mod mark;
mod media;
mod medium;
mod notes;
mod open_markup;
mod options;
mod other_script;
mod prose;
mod raw;
mod reader;
mod rules;
mod signs;
mod spaced;
mod stray;
mod summary;
mod target;
mod text;
mod unspaced;
mod wording;

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use block::Block;
use calls::{Blocks, Inline};
use columns::Columns;
use guard::Guarded;
use options::options;
use reader::ProseReader;
use signs::{has_any, without_escaped};
use text::Merged;

pub(crate) use calls::ELEMENT as CALL;
pub use calls::{Argument, Call, NearCall, Written};
pub(crate) use gather::{PLACE, gather};
pub(crate) use ids::TextIds;
pub(crate) use mark::MORE;
pub use prose::{Body, Heading, Link, Mentions, Prose, Quotation};
pub(crate) use rules::ProseRules;
pub use target::LinkTarget;
pub(crate) use wording::Wording;

pub use crate::highlight::{
    Translated as Fence, settings as fence_settings, translated as translated_fence,
};

use crate::diagnostic::Checked;
use crate::html::each_address;
use crate::path::SourcePath;
use crate::schema::Schema;
use crate::source::TextPlace;
use crate::source::typography::Judgement;

/// Reads `text` as the body of an entry; what is against the rules of typography is added to `judgement`, and the ids that
/// its HTML gives to `ids`.
pub(crate) fn parse(
    text: &str,
    path: &SourcePath,
    place: &TextPlace,
    schema: &Schema,
    rules: &ProseRules,
    judgement: &mut Judgement,
    ids: &mut TextIds,
) -> Checked<Prose> {
    read(text, (path, place), schema, rules, (judgement, ids), true)
}

/// Reads a text; `calls` says whether components may be called in it.
fn read(
    text: &str,
    (path, place): (&SourcePath, &TextPlace),
    schema: &Schema,
    rules: &ProseRules,
    (judgement, ids): (&mut Judgement, &mut TextIds),
    calls_components: bool,
) -> Checked<Prose> {
    if mark::has_mark(text) {
        ids.keep_mark();
    }
    let lines = calls_components.then(|| calls::lines(text));
    let mut lines = lines.unwrap_or_default();
    let guarded = Guarded::new(text, &mut lines);
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
        headings: Vec::new(),
        link: None,
        definition: None,
        image: None,
        medium: None,
        html: Block::default(),
        refused: None,
        columns: Columns::default(),
        notes: Vec::new(),
        missing_notes: Vec::new(),
        calls_components,
        blocks: Blocks::new(lines),
        inline: Inline::default(),
        ids,
        judgement: Judgement::default(),
    };
    reader.read(&guarded, judgement)
}

/// [`parse`] for a field's value: inline where it is one paragraph.
pub(crate) fn parse_value(
    text: &str,
    path: &SourcePath,
    place: &TextPlace,
    schema: &Schema,
    rules: &ProseRules,
    judgement: &mut Judgement,
    ids: &mut TextIds,
) -> Checked<Prose> {
    let mut checked = read(text, (path, place), schema, rules, (judgement, ids), false);
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
/// as well. The last is where the whole link stands, if it is one of Markdown. Front matter may stand before the text.
pub fn each_link(text: &str, mut each: impl FnMut(&str, Range<usize>, Option<Range<usize>>)) {
    let with_front_matter = options() | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
    // The lines of a block of HTML, of which a tag may take several, and where each begins here and in the text.
    let (mut html, mut lines) = (String::new(), Vec::new());
    for (event, range) in Parser::new_ext(text, with_front_matter).into_offset_iter() {
        match &event {
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                // The last that says it: a link's words may say it as well. A definition elsewhere is not in the link.
                let written = text[range.clone()].rfind(&**dest_url);
                let written = written.map(|at| range.start + at..range.start + at + dest_url.len());
                each(dest_url, written.unwrap_or(range.clone()), Some(range));
            }
            Event::Html(line) | Event::InlineHtml(line) => {
                lines.push((html.len(), range.start));
                html.push_str(line);
            }
            _ => {}
        }
        if !matches!(event, Event::Html(_)) && !lines.is_empty() {
            each_address(&html, |address, place| {
                let line = lines.iter().rfind(|(start, _)| *start <= place.start);
                let (start, source) = line.copied().unwrap_or_default();
                let start = source + place.start - start;
                each(address, start..start + place.len(), None);
            });
            html.clear();
            lines.clear();
        }
    }
}

impl<'a> ProseReader<'a> {
    fn read(mut self, guarded: &'a Guarded<'a>, judgement: &mut Judgement) -> Checked<Prose> {
        let text = self.markdown;
        // Prose grows by an eighth or so on its way to HTML, and a page around it by another: the page is
        // written where its body stood.
        self.prose.body.html.reserve(text.len() + text.len() / 4);
        let mut merged = Merged::default();
        let mut events = Parser::new_ext(&guarded.text, options()).into_offset_iter();
        while let Some((event, range)) = events.next() {
            if let Event::Start(Tag::Link { id, .. }) = &event {
                let definition = events.reference_definitions().get(id);
                self.definition = definition.map(|definition| definition.span.clone());
            } else if event != Event::End(TagEnd::Link)
                && let Some(link) = &mut self.link
            {
                link.inner_end = range.end;
            }
            match guarded.restored(event) {
                Event::Text(piece) => merged.push(piece, range, self.markdown),
                event => {
                    self.merged(&mut merged);
                    self.event(event, range);
                }
            }
        }
        self.merged(&mut merged);
        self.end_open_blocks();
        self.close_block();
        self.name_headings();
        let events = std::mem::take(&mut self.events);
        let (events, referred_to) = notes::collect(events, self.ids, self.rules.wording);
        self.report_notes(&referred_to);
        let isolation = self.rules.isolation.as_ref();
        isolate::render(events, isolation, &mut self.prose.body.html);
        self.prose.body.headings.shrink_to_fit();
        self.prose.mentions.links.shrink_to_fit();
        judgement.append(self.judgement);
        Checked::new(self.prose, self.diagnostics)
    }

    fn merged(&mut self, merged: &mut Merged<'a>) {
        let Some((text, map)) = merged.take() else {
            return;
        };
        let range = map.of(0..map.len()).range;
        let is_prose = !self.is_in_code_block();
        let may_hold_links = is_prose && stray::may_be_in(&text);
        let written = self.markdown.get(range.clone()).unwrap_or_default();
        if is_prose && has_any(written, b"{[:#<!?") {
            let unescaped = without_escaped(self.markdown, &range);
            self.warn_of_foreign_markup(&unescaped, &range);
            self.refuse_open_comment(&unescaped, &range);
            self.note_missing_notes(&unescaped, &range);
            self.report_spaced_addresses(&unescaped, &range);
            self.note_near_calls(&text, &map);
        }
        if is_prose && self.begins_line() {
            self.warn_of_list_marks(&range);
        }
        if is_prose && has_any(written, b"=+|$\\*") {
            let unescaped = without_escaped(self.markdown, &range);
            self.warn_of_dialects(&unescaped, &range);
        }
        self.text(text, &map);
        if may_hold_links {
            self.report_strays(&range);
        }
    }

    fn event(&mut self, event: Event<'a>, range: Range<usize>) {
        match event {
            Event::Start(tag) => {
                self.blocks.depth += 1;
                self.blocks.quotes += usize::from(matches!(tag, Tag::BlockQuote(_)));
                self.start(tag, range);
            }
            Event::End(end) => {
                self.end_open_blocks();
                self.end_open_calls(self.blocks.depth);
                self.blocks.depth -= 1;
                self.blocks.quotes -= usize::from(matches!(end, TagEnd::BlockQuote(_)));
                self.end(end, range);
            }
            Event::Rule if self.read_line_of_block(&range) => {}
            Event::Code(text) => {
                // Code quotes nothing.
                let quoted = text.replace(['«', '»'], "  ");
                let map = text::code_map(&text, self.markdown, &range);
                self.block.push_opaque(&quoted, &map, 0..quoted.len());
                self.events.push(Event::Code(text));
            }
            Event::TaskListMarker(is_done) => {
                let checked = if is_done { " checked" } else { "" };
                let name = self.rules.wording.task(is_done);
                let html =
                    format!("<input type=\"checkbox\" disabled{checked} aria-label=\"{name}\"> ");
                self.events.push(Event::InlineHtml(html.into()));
            }
            Event::SoftBreak | Event::HardBreak => {
                let is_forced = event == Event::HardBreak;
                self.block.push_line_end(range, is_forced);
                self.events.push(event);
            }
            Event::Html(html) => self.html.push_written(&html, range.start),
            Event::InlineHtml(html) => self.inline_html(&html, range),
            other => self.events.push(other),
        }
    }

    fn start(&mut self, tag: Tag<'a>, range: Range<usize>) {
        match tag {
            Tag::Heading { level, .. } => self.open_heading(tag, level, range),
            Tag::Link {
                link_type,
                dest_url,
                title,
                id,
            } => self.open_link(link_type, dest_url, &title, id, range),
            Tag::Image { .. } => self.open_image(tag, range),
            Tag::Table(alignments) => {
                self.close_block();
                let [around, table] = self.columns.open_table(alignments, self.events.len());
                self.events.push(around);
                self.events.push(table);
            }
            Tag::TableHead | Tag::TableRow => {
                self.close_block();
                self.columns.open_row(&tag);
                self.events.push(Event::Start(tag));
            }
            Tag::TableCell => {
                let cell = self.columns.open_cell(self.block.text.len());
                self.events.push(cell);
            }
            Tag::BlockQuote(Some(kind)) => {
                self.close_block();
                let title = self.rules.wording.alert(kind);
                let html = format!(
                    "<div class=\"markdown-alert markdown-alert-{}\" role=\"note\">\n\
                    <p class=\"markdown-alert-title\">{title}</p>\n",
                    wording::alert_class(kind)
                );
                self.events.push(Event::Html(html.into()));
            }
            Tag::FootnoteDefinition(ref label) => {
                self.close_block();
                self.notes.push((notes::key(label), range));
                self.events.push(Event::Start(tag));
            }
            // The blocks that end another block's text; inline markup does not.
            Tag::Paragraph
            | Tag::Item
            | Tag::BlockQuote(None)
            | Tag::List(_)
            | Tag::CodeBlock(_)
            | Tag::HtmlBlock
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition => {
                self.close_block();
                if let Tag::CodeBlock(CodeBlockKind::Fenced(_)) = tag {
                    self.warn_of_open_fence(range);
                }
                self.events.push(Event::Start(tag));
            }
            other => self.events.push(Event::Start(other)),
        }
    }

    fn end(&mut self, end: TagEnd, range: Range<usize>) {
        match end {
            TagEnd::Heading(level) => self.close_heading(level, range),
            TagEnd::Link => self.close_link(),
            TagEnd::Image if self.close_image() => return,
            TagEnd::CodeBlock => {
                self.close_code_block(&range);
                self.judgement.code.push(self.place.of(range));
                self.block = Block::default();
                return;
            }
            TagEnd::HtmlBlock => self.close_html_block(range.end),
            TagEnd::Paragraph => {
                self.warn_of_other_script(range.clone());
                self.warn_of_unread_table(range);
                if self.close_figure() {
                    return;
                }
            }
            TagEnd::TableCell => {
                self.columns.close_cell(&self.block);
                self.judge_block();
                self.block.push_edge();
            }
            TagEnd::TableHead => {
                let name = self.columns.name(self.rules.wording);
                let around = columns::around(&self.plain(&name));
                self.events[self.columns.around] = around;
            }
            TagEnd::Table => {
                self.events.push(Event::End(end));
                self.events.push(Event::Html("</div>\n".into()));
                return;
            }
            TagEnd::BlockQuote(Some(_)) => {
                self.events.push(Event::Html("</div>\n".into()));
                return;
            }
            _ => {}
        }
        self.events.push(Event::End(end));
    }
}

#[cfg(test)]
mod tests;

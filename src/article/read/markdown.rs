//! Markdown to pieces of text: what a reader sees, without marks.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::html;
use crate::article::text::Block;

#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    /// The text of the piece that is being read.
    seen: String,
    /// The HTML that stands as a block of its own.
    html: String,
    is_hidden: bool,
}

impl Reader {
    /// Ends the piece that is being read.
    fn end(&mut self) {
        let text = std::mem::take(&mut self.seen);
        self.blocks.push(Block::Line(text));
    }
}

pub(super) fn blocks(text: &str) -> Vec<Block> {
    let options = Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH;
    let mut reader = Reader::default();
    for event in Parser::new_ext(text, options) {
        match event {
            Event::Start(Tag::MetadataBlock(_) | Tag::Image { .. }) => reader.is_hidden = true,
            Event::End(TagEnd::MetadataBlock(_) | TagEnd::Image) => reader.is_hidden = false,
            Event::Text(text) | Event::Code(text) if !reader.is_hidden => {
                reader.seen.push_str(&text);
            }
            Event::SoftBreak | Event::HardBreak => reader.seen.push(' '),
            // Marks of HTML among words: a line break parts them.
            Event::InlineHtml(html) if html.to_ascii_lowercase().starts_with("<br") => {
                reader.seen.push(' ');
            }
            Event::Html(html) => reader.html.push_str(&html),
            Event::End(TagEnd::HtmlBlock) => {
                let html = std::mem::take(&mut reader.html);
                reader.blocks.extend(html::part(&html));
            }
            Event::End(TagEnd::Heading(level)) => {
                let text = std::mem::take(&mut reader.seen);
                reader.blocks.push(match level {
                    HeadingLevel::H1 => Block::Title(text),
                    _ => Block::Heading(text),
                });
            }
            Event::Start(tag) if !is_inline(&tag) => reader.end(),
            Event::End(
                TagEnd::Paragraph | TagEnd::Item | TagEnd::CodeBlock | TagEnd::TableCell,
            ) => reader.end(),
            _ => {}
        }
    }
    reader.blocks.retain(Block::is_something);
    reader.blocks
}

/// Whether what is marked is a part of its piece, and no other one.
fn is_inline(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Link { .. }
            | Tag::Image { .. }
    )
}

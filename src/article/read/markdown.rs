//! Markdown to pieces of text: what a reader sees, without marks.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::article::text::Block;

pub(super) fn blocks(text: &str) -> Vec<Block> {
    let options = Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut blocks = Vec::new();
    let mut seen = String::new();
    let mut is_hidden = false;
    let mut level = None;
    for event in Parser::new_ext(text, options) {
        match event {
            Event::Start(Tag::MetadataBlock(_) | Tag::Image { .. } | Tag::HtmlBlock) => {
                is_hidden = true;
            }
            Event::End(TagEnd::MetadataBlock(_) | TagEnd::Image | TagEnd::HtmlBlock) => {
                is_hidden = false;
            }
            Event::Start(Tag::Heading { level: at, .. }) => level = Some(at),
            Event::Text(text) | Event::Code(text) if !is_hidden => seen.push_str(&text),
            Event::SoftBreak | Event::HardBreak => seen.push(' '),
            Event::End(TagEnd::Heading(_)) => {
                let text = std::mem::take(&mut seen);
                blocks.push(match level.take() {
                    Some(HeadingLevel::H1) => Block::Title(text),
                    _ => Block::Heading(text),
                });
            }
            Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::CodeBlock) => {
                blocks.push(Block::Line(std::mem::take(&mut seen)));
            }
            _ => {}
        }
    }
    blocks.retain(Block::is_something);
    blocks
}

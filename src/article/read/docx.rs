//! A document of Word to pieces of text: `word/document.xml` out of the archive, and the paragraphs in it. Only what that takes
//! of ZIP (APPNOTE 6.3) is read: the central directory, and files that are stored or deflated.

use std::io::Read;

use flate2::read::DeflateDecoder;
use resvg::usvg::roxmltree::{Document, Node, ParsingOptions};

use crate::article::text::Block;
use crate::diagnostic::Diagnostic;
use crate::locale::text;

/// The text of a document.
const DOCUMENT: &[u8] = b"word/document.xml";

/// The most bytes that it may have: archives of some bytes unpack to millions.
const LARGEST: u64 = 32 << 20;

/// The most elements.
const NODES: u32 = 1_000_000;

pub(super) fn blocks(name: &str, bytes: &[u8]) -> Result<Vec<Block>, Diagnostic> {
    let broken = || {
        let problem = Diagnostic::error("E500", text!("article-docx", name));
        problem.hint(text!("article-docx-hint"))
    };
    let xml = unpacked(bytes).ok_or_else(broken)?;
    let xml = str::from_utf8(&xml).map_err(|_| broken())?;
    let options = ParsingOptions {
        nodes_limit: NODES,
        ..ParsingOptions::default()
    };
    let document = Document::parse_with_options(xml, options).map_err(|_| broken())?;
    let paragraphs = paragraphs(document.root()).into_iter();
    Ok(paragraphs.map(block).filter(Block::is_something).collect())
}

/// The paragraphs below a node in their order; those of a text box come behind the one that holds it.
fn paragraphs<'a, 'input>(root: Node<'a, 'input>) -> Vec<Node<'a, 'input>> {
    walk(root, |_| true)
        .into_iter()
        .filter(|node| is(node, "p"))
        .collect()
}

/// The nodes below a node in their order, but for what is said twice: where text was that has been moved, and what takes the
/// place of a drawing that a program cannot show. `enters` says into which others to go.
fn walk<'a, 'input>(
    root: Node<'a, 'input>,
    enters: impl Fn(&Node<'a, 'input>) -> bool,
) -> Vec<Node<'a, 'input>> {
    let mut nodes = Vec::new();
    let mut open = vec![root];
    while let Some(node) = open.pop() {
        nodes.push(node);
        if node == root || enters(&node) {
            let from = open.len();
            let is_twice = |node: &Node<'_, '_>| is(node, "Fallback") || is(node, "moveFrom");
            open.extend(node.children().filter(|node| !is_twice(node)));
            open[from..].reverse();
        }
    }
    nodes
}

/// Names of elements are compared without their namespaces, of which Word has two generations.
fn is(node: &Node<'_, '_>, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name
}

fn block(paragraph: Node<'_, '_>) -> Block {
    let mut text = String::new();
    // Paragraphs in it are told by themselves.
    let nodes = walk(paragraph, |node| !is(node, "p"));
    for node in &nodes {
        // What was deleted is in `delText`.
        if is(node, "t") {
            text.push_str(node.text().unwrap_or_default());
        } else if ["br", "tab", "cr"].iter().any(|name| is(node, name)) {
            text.push(' ');
        } else if is(node, "noBreakHyphen") {
            text.push('-');
        }
    }
    let style = nodes.iter().find(|node| is(node, "pStyle"));
    let style = style.and_then(|style| {
        style
            .attributes()
            .find(|attribute| attribute.name() == "val")
    });
    let style = style.map_or(String::new(), |style| style.value().to_lowercase());
    if style == "title" || style == "heading1" || style == "1" {
        Block::Title(text)
    } else if style.starts_with("heading") {
        Block::Heading(text)
    } else {
        Block::Line(text)
    }
}

/// The document of an archive. `None` where it is none.
fn unpacked(archive: &[u8]) -> Option<Vec<u8>> {
    let number = |at: usize, length: usize| {
        let bytes = archive.get(at..at.checked_add(length)?)?;
        Some(
            bytes
                .iter()
                .rev()
                .fold(0, |number, byte| number << 8 | usize::from(*byte)),
        )
    };
    // The record at the end lies in the last 64 KiB: behind it, only a comment.
    let from = archive.len().saturating_sub(22 + 65_535);
    let end = archive
        .get(from..)?
        .windows(4)
        .rposition(|four| four == b"PK\x05\x06")?
        + from;
    let (count, mut at) = (number(end + 10, 2)?, number(end + 16, 4)?);
    for _ in 0..count {
        if archive.get(at..at + 4)? != b"PK\x01\x02" {
            return None;
        }
        let (name, extra, comment) = (
            number(at + 28, 2)?,
            number(at + 30, 2)?,
            number(at + 32, 2)?,
        );
        let next = at + 46 + name + extra + comment;
        if archive.get(at + 46..at + 46 + name)? != DOCUMENT {
            at = next;
            continue;
        }
        let (method, packed, local) = (
            number(at + 10, 2)?,
            number(at + 20, 4)?,
            number(at + 42, 4)?,
        );
        let start = local + 30 + number(local + 26, 2)? + number(local + 28, 2)?;
        let packed = archive.get(start..start.checked_add(packed)?)?;
        return match method {
            0 => Some(packed.to_vec()),
            8 => inflated(packed),
            _ => None,
        };
    }
    None
}

fn inflated(packed: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let read = DeflateDecoder::new(packed)
        .take(LARGEST + 1)
        .read_to_end(&mut bytes);
    read.ok()?;
    u64::try_from(bytes.len())
        .ok()
        .filter(|size| *size <= LARGEST)?;
    Some(bytes)
}

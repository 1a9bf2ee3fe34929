//! The bytes of a file to an [`Article`], by its format. Whatever the bytes are, nothing panics, and what is read is bounded.

mod beside;
mod docx;
mod encoding;
mod html;
mod markdown;

use super::text::{Article, Block};
use crate::diagnostic::Diagnostic;
use crate::locale::text;

/// The largest file, and the most pieces of text, that an article may have.
const LARGEST: usize = 8 << 20;
const MOST: usize = 2_000;

/// How an article is written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Lines.
    Text,
    /// Markdown.
    Markdown,
    /// A web page.
    Html,
    /// A document of Word.
    Docx,
}

impl Format {
    /// The format that a file's name tells.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        let (_, extension) = name.rsplit_once('.')?;
        match extension.to_ascii_lowercase().as_str() {
            "txt" | "text" => Some(Self::Text),
            "md" | "markdown" => Some(Self::Markdown),
            "html" | "htm" | "xhtml" => Some(Self::Html),
            "docx" => Some(Self::Docx),
            _ => None,
        }
    }
}

/// Reads an article. `name` is what the file is called, for its format and for messages.
///
/// # Errors
/// What is wrong with the file, and what to do.
pub fn read(name: &str, bytes: &[u8]) -> Result<Article, Diagnostic> {
    let format = Format::of(name).ok_or_else(|| {
        let problem = Diagnostic::error("E500", text!("article-format", name));
        problem.hint(text!("article-format-hint"))
    })?;
    if bytes.len() > LARGEST {
        return Err(too_large(name));
    }
    let mut left_out = 0;
    let blocks = match format {
        Format::Text => lines(encoding::decoded(name, bytes)?),
        Format::Markdown => markdown::blocks(encoding::decoded(name, bytes)?),
        Format::Html => {
            let (blocks, count) = html::blocks(encoding::decoded(name, bytes)?);
            left_out = count;
            blocks
        }
        Format::Docx => docx::blocks(name, bytes)?,
    };
    if blocks.len() > MOST {
        return Err(too_large(name));
    }
    let mut article = Article::of(blocks);
    article.left_out = left_out;
    if article.paragraphs.is_empty() {
        let problem = Diagnostic::error("E500", text!("article-empty", name));
        return Err(problem.hint(text!("article-empty-hint")));
    }
    Ok(article)
}

fn too_large(name: &str) -> Diagnostic {
    let limit = LARGEST >> 20;
    Diagnostic::error("E112", text!("article-too-large", name, limit, most = MOST))
        .hint(text!("article-too-large-hint"))
}

fn lines(text: &str) -> Vec<Block> {
    let lines = text.split(['\n', '\r', '\u{2028}', '\u{2029}', '\u{85}']);
    lines
        .map(|line| Block::Line(line.to_owned()))
        .filter(Block::is_something)
        .collect()
}

#[cfg(test)]
mod tests;

//! The text of a template to lexemes, each with its bytes. Follows the engine's own rules for templates that the
//! engine accepts; of anything else it gives what it can read, and ends there.

use std::ops::Range;

/// A piece of a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lexeme<'a> {
    /// What is printed as it stands.
    Text,
    /// `{{` or `{%`.
    Open(Tag),
    /// `}}` or `%}`.
    Close,
    /// A name or a keyword.
    Word(&'a str),
    /// What stands between two quotation marks, escapes and all.
    Quoted(&'a str),
    Number,
    /// An operator or a bracket.
    Sign(&'a str),
}

/// The two places of expressions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tag {
    Print,
    Statement,
}

impl Tag {
    fn end(self) -> &'static str {
        match self {
            Self::Print => "}}",
            Self::Statement => "%}",
        }
    }
}

const LONG_SIGNS: [&str; 10] = ["...", "//", "**", "==", "!=", ">=", "<=", "</", "?.", "?["];
const SIGNS: &str = "+-*/%!.,:~|=><()[]{}@";

/// The lexemes of a template.
pub(super) fn lexemes(text: &str) -> Vec<(Lexeme<'_>, Range<usize>)> {
    let mut lexer = Lexer {
        text,
        at: 0,
        found: Vec::new(),
        last_raw_end: text.rfind("endraw").unwrap_or_default(),
    };
    while lexer.at < text.len() && lexer.step().is_some() {}
    lexer.found
}

struct Lexer<'a> {
    text: &'a str,
    at: usize,
    found: Vec<(Lexeme<'a>, Range<usize>)>,
    /// Where the last raw block can end: what begins behind it has no end, which is not looked for.
    last_raw_end: usize,
}

impl<'a> Lexer<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    /// Adds a lexeme of this many bytes.
    fn push(&mut self, lexeme: Lexeme<'a>, length: usize) {
        let end = self.at + length;
        self.found.push((lexeme, self.at..end));
        self.at = end;
    }

    /// Reads text, a comment or a tag. `None` where nothing more can be read.
    fn step(&mut self) -> Option<()> {
        let rest = self.rest();
        if rest.starts_with("{#") {
            self.at += rest.find("#}")? + 2;
        } else if rest.starts_with("{{") {
            self.tag(Tag::Print)?;
        } else if rest.starts_with("{%") {
            let raw = (self.at < self.last_raw_end).then(|| raw(rest)).flatten();
            match raw {
                Some((body, end)) => {
                    self.at += body.start;
                    self.push(Lexeme::Text, body.len());
                    self.at += end - body.end;
                }
                None => self.tag(Tag::Statement)?,
            }
        } else {
            let braces = rest.match_indices('{').map(|(at, _)| at);
            let mut begins = braces.filter(|at| rest[at + 1..].starts_with(['{', '%', '#']));
            let end = begins.next();
            self.push(Lexeme::Text, end.unwrap_or(rest.len()));
        }
        Some(())
    }

    fn tag(&mut self, tag: Tag) -> Option<()> {
        let trims = self.rest()[2..].starts_with('-');
        self.push(Lexeme::Open(tag), 2 + usize::from(trims));
        loop {
            let rest = self.rest();
            self.at += rest.len() - rest.trim_ascii_start().len();
            let rest = self.rest();
            let end = rest.strip_prefix('-').unwrap_or(rest);
            if end.starts_with(tag.end()) {
                self.push(Lexeme::Close, rest.len() - end.len() + 2);
                return Some(());
            }
            let (lexeme, length) = inside(rest)?;
            self.push(lexeme, length);
        }
    }
}

/// The next lexeme inside a tag.
fn inside(rest: &str) -> Option<(Lexeme<'_>, usize)> {
    if let Some(sign) = LONG_SIGNS.iter().find(|sign| rest.starts_with(**sign)) {
        return Some((Lexeme::Sign(sign), sign.len()));
    }
    let first = rest.chars().next()?;
    if SIGNS.contains(first) {
        return Some((Lexeme::Sign(&rest[..1]), 1));
    }
    if matches!(first, '"' | '\'' | '`') {
        let mut is_escaped = false;
        let length = rest[1..].find(|c| {
            let ends = c == first && !is_escaped;
            is_escaped = c == '\\' && !is_escaped;
            ends
        })?;
        return Some((Lexeme::Quoted(&rest[1..=length]), length + 2));
    }
    let length_of = |is_part: fn(char) -> bool| rest.find(|c| !is_part(c)).unwrap_or(rest.len());
    if first.is_ascii_digit() {
        let whole = length_of(|c| c.is_ascii_digit());
        let fraction = rest[whole..].strip_prefix('.').map_or(0, |digits| {
            let end = digits.find(|c: char| !c.is_ascii_digit());
            1 + end.unwrap_or(digits.len())
        });
        return Some((Lexeme::Number, whole + fraction));
    }
    let length = length_of(|c| c == '_' || c.is_ascii_alphanumeric());
    (length > 0).then(|| (Lexeme::Word(&rest[..length]), length))
}

/// What stands in a raw block that begins here, and where the block ends.
fn raw(text: &str) -> Option<(Range<usize>, usize)> {
    let start = text.len() - keyword(text, "raw")?.len();
    let mut from = start;
    loop {
        let end = from + text[from..].find("{%")?;
        if let Some(after) = keyword(&text[end..], "endraw") {
            return Some((start..end, text.len() - after.len()));
        }
        from = end + 2;
    }
}

/// What follows a tag that is this word alone.
fn keyword<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let text = text.strip_prefix("{%")?;
    let text = text.strip_prefix('-').unwrap_or(text).trim_ascii_start();
    let text = text.strip_prefix(word)?.trim_ascii_start();
    text.strip_prefix('-').unwrap_or(text).strip_prefix("%}")
}

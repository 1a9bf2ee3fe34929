//! A template as a row of pieces: what is printed as it stands, and the tags between.

use std::ops::Range;

use super::expression::Cursor;
use super::lexer::{Lexeme, Tag, lexemes};
use super::tree::Expression;

/// A stretch of a template. Between two of them there is nothing, or a comment.
#[derive(Debug)]
pub(in crate::pages::templates) struct Piece<'a> {
    pub(in crate::pages::templates) kind: PieceKind<'a>,
    pub(in crate::pages::templates) range: Range<usize>,
    /// What is printed here as well.
    pub(in crate::pages::templates) brings: Vec<Body<'a>>,
}

/// Nodes that stand in one place of the templates and are printed in another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::pages::templates) enum Body<'a> {
    Component(&'a str),
    Block(&'a str),
}

#[derive(Debug)]
pub(in crate::pages::templates) enum PieceKind<'a> {
    Text,
    /// `{{ … }}`, with what it prints and where that is written.
    Print(Expression<'a>, Range<usize>),
    /// `{% component name(…) %}` or `{% block name %}`.
    Open(Body<'a>),
    /// The end of either.
    End,
    /// `{% set name = … ~ … %}`, with where the value is written.
    Join(Range<usize>),
    /// `{% set name %}`, with where a filter of what comes may be written.
    Capture(usize),
    /// `{% … %}` of any other sort.
    Statement,
}

/// The pieces of a template, as far as it can be read.
pub(in crate::pages::templates) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let lexemes = lexemes(text);
    let mut pieces = Vec::new();
    let mut at = 0;
    let mut depth = 0_usize;
    let mut has_parent = false;
    while let Some((lexeme, start)) = lexemes.get(at) {
        at += 1;
        let Lexeme::Open(tag) = lexeme else {
            pieces.extend((*lexeme == Lexeme::Text).then(|| Piece {
                kind: PieceKind::Text,
                range: start.clone(),
                brings: Vec::new(),
            }));
            continue;
        };
        let length = lexemes[at..]
            .iter()
            .position(|(one, _)| *one == Lexeme::Close);
        let Some(length) = length else { break };
        let (inner, end) = (&lexemes[at..at + length], &lexemes[at + length].1);
        at += length + 1;
        let calls = (0..inner.len()).filter(|at| inner[*at].0 == Lexeme::Sign("<"));
        let calls = calls.map(|at| Body::Component(dotted_name(text, &inner[at + 1..])));
        let mut brings: Vec<Body<'_>> = calls.collect();
        let kind = match (tag, inner) {
            (Tag::Print, _) => {
                let mut cursor = Cursor {
                    lexemes: inner,
                    at: 0,
                    depth: 0,
                };
                let printed = cursor.expression(0).unwrap_or(Expression::Unknown);
                PieceKind::Print(printed, start.end..end.start)
            }
            (Tag::Statement, [(Lexeme::Word("component"), _), name @ ..]) => {
                depth += 1;
                PieceKind::Open(Body::Component(dotted_name(text, name)))
            }
            (Tag::Statement, [(Lexeme::Word("block"), _), name @ ..]) => {
                let block = Body::Block(dotted_name(text, name));
                // What a template fills of its parent is printed there.
                brings.extend((depth > 0 || !has_parent).then_some(block));
                depth += 1;
                PieceKind::Open(block)
            }
            (Tag::Statement, [(Lexeme::Word("endcomponent" | "endblock"), _), ..]) => {
                depth = depth.saturating_sub(1);
                PieceKind::End
            }
            (Tag::Statement, [(Lexeme::Word("set" | "set_global"), _), set @ ..]) => {
                let mut set = set.iter();
                match set.find(|(lexeme, _)| *lexeme == Lexeme::Sign("=")) {
                    None => PieceKind::Capture(end.start),
                    Some((_, sign)) if set.any(|(lexeme, _)| *lexeme == Lexeme::Sign("~")) => {
                        PieceKind::Join(sign.end..end.start)
                    }
                    Some(_) => PieceKind::Statement,
                }
            }
            (Tag::Statement, _) => {
                has_parent |= matches!(inner, [(Lexeme::Word("extends"), _), ..]);
                PieceKind::Statement
            }
        };
        pieces.push(Piece {
            kind,
            range: start.start..end.end,
            brings,
        });
    }
    pieces
}

/// The name of a component that these lexemes begin with.
fn dotted_name<'a>(text: &'a str, lexemes: &[(Lexeme<'_>, Range<usize>)]) -> &'a str {
    let is_part = |(lexeme, _): &&(Lexeme<'_>, Range<usize>)| {
        matches!(lexeme, Lexeme::Word(_) | Lexeme::Sign("."))
    };
    let name = lexemes
        .iter()
        .take_while(is_part)
        .scan(None, |end, (_, range)| {
            // Names of arguments stand apart.
            let touches = end.is_none_or(|end| end == range.start);
            *end = Some(range.end);
            touches.then(|| range.clone())
        });
    let ends = name.reduce(|first, last| first.start..last.end);
    &text[ends.unwrap_or_default()]
}

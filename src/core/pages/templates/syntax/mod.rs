//! A template as a tree with places. The engine keeps its own to itself, so templates that it has accepted are read
//! once more; what this reader does not know becomes [`Expression::Unknown`] and is passed over.

mod expression;
mod lexer;
mod pieces;
mod statement;
#[cfg(test)]
mod tests;
mod tree;

pub(super) use pieces::{Body, Piece, PieceKind, pieces};
pub(super) use tree::{
    Argument, Call, ComponentCall, Comprehension, Expression, Name, Node, Spreadable, Tree,
};

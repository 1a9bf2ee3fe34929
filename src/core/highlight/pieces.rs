//! The pieces of a line of code, each of one class, to HTML. Arabic in a comment or a string is isolated there: signs around it
//! belong to the code, and two strings in Arabic would otherwise change places.

use crate::arabic::bidi::direction_of_most;
use crate::html::escape_into;

/// What a piece of code is to a reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    Attribute,
    Comment,
    Constant,
    Deleted,
    Emphasis,
    Function,
    Heading,
    Inserted,
    Keyword,
    Number,
    String,
    Strong,
    Tag,
    Type,
}

impl Class {
    /// All of them, with the names of their classes.
    pub(super) const ALL: [(Self, &str); 14] = [
        (Self::Attribute, "tok-attribute"),
        (Self::Comment, "tok-comment"),
        (Self::Constant, "tok-constant"),
        (Self::Deleted, "tok-deleted"),
        (Self::Emphasis, "tok-emphasis"),
        (Self::Function, "tok-function"),
        (Self::Heading, "tok-heading"),
        (Self::Inserted, "tok-inserted"),
        (Self::Keyword, "tok-keyword"),
        (Self::Number, "tok-number"),
        (Self::String, "tok-string"),
        (Self::Strong, "tok-strong"),
        (Self::Tag, "tok-tag"),
        (Self::Type, "tok-type"),
    ];

    fn name(self) -> &'static str {
        let mut all = Self::ALL.iter();
        all.find(|(class, _)| *class == self)
            .map_or("", |(_, name)| name)
    }
}

/// A part of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece<'a> {
    pub(super) text: &'a str,
    pub(super) class: Option<Class>,
    /// Whether it is a sign that opens or closes a comment or a string.
    pub(super) is_mark: bool,
}

/// The HTML of a line.
pub(super) fn html(pieces: &[Piece<'_>], into: &mut String) {
    for of_one_class in pieces.chunk_by(|a, b| a.class == b.class) {
        let class = of_one_class[0].class;
        let is_blank = of_one_class
            .iter()
            .all(|piece| piece.text.trim().is_empty());
        let class = class.filter(|_| !is_blank);
        if let Some(class) = class {
            into.push_str(&format!("<span class=\"{}\">", class.name()));
        }
        let is_words = matches!(class, Some(Class::Comment | Class::String));
        for alike in of_one_class.chunk_by(|a, b| a.is_mark == b.is_mark) {
            let text: String = alike.iter().map(|piece| piece.text).collect();
            if is_words && !alike[0].is_mark {
                isolated(&text, into);
            } else {
                escape_into(&text, into);
            }
        }
        if class.is_some() {
            into.push_str("</span>");
        }
    }
}

fn isolated(text: &str, into: &mut String) {
    let Some(direction) = direction_of_most(text) else {
        return escape_into(text, into);
    };
    let words = text.trim();
    let (before, rest) = text.split_at(text.len() - text.trim_start().len());
    escape_into(before, into);
    into.push_str(&format!("<bdi dir=\"{}\">", direction.name()));
    escape_into(words, into);
    into.push_str("</bdi>");
    escape_into(&rest[words.len()..], into);
}

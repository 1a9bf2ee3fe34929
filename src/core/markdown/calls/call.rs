//! What a call is, and the element that stands for it.

use std::ops::Range;

use pulldown_cmark::Event;

/// A call of a component.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// The name of the component, or of a kind of value.
    pub name: String,
    /// What a value is of: `countries` of `:count[countries]`. A component has a body instead.
    pub subject: Option<String>,
    /// The bytes of the file that name it, with its arguments.
    pub range: Range<usize>,
    /// What it is given besides its body.
    pub arguments: Vec<Argument>,
    /// Whether it stands within a line.
    pub is_inline: bool,
}

/// An argument of a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Argument {
    /// Its name.
    pub name: String,
    /// Its value, as it is written.
    pub value: Written,
    /// The bytes of the file that make it.
    pub range: Range<usize>,
}

/// A value as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Written {
    /// Between quotation marks: a text.
    Quoted(String),
    /// A word: a number, a truth, or a text.
    Word(String),
}

/// What is nearly a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NearCall {
    /// The name of the component, or of a kind of value.
    pub name: String,
    /// How a call begins.
    pub right: String,
    /// The bytes of the file that would have to be otherwise.
    pub range: Range<usize>,
}

impl NearCall {
    /// Whether it names a kind of value of the site.
    #[must_use]
    pub fn is_of_value(&self) -> bool {
        VALUES.contains(&self.name.as_str())
    }
}

/// The kinds of values of the site that stand in a text; no component in prose is called so.
pub(super) const VALUES: [&str; 3] = ["count", "date", "title"];

/// The element that stands for a call, until the call is made.
pub(crate) const ELEMENT: &str = "warraq-call";

/// What begins the element of a call.
pub(super) fn opening<'a>(number: usize, is_inline: bool) -> Event<'a> {
    let tag = format!("<{ELEMENT} n=\"{number}\">");
    if is_inline {
        Event::InlineHtml(tag.into())
    } else {
        Event::Html(format!("{tag}\n").into())
    }
}

/// What ends the element of a call.
pub(super) fn closing<'a>(is_inline: bool) -> Event<'a> {
    if is_inline {
        Event::InlineHtml(format!("</{ELEMENT}>").into())
    } else {
        Event::Html(format!("</{ELEMENT}>\n").into())
    }
}

/// Whether a letter may stand in a name.
fn is_of_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

/// The name with which a text begins, if it begins with one.
pub(super) fn name(text: &str) -> Option<&str> {
    let end = text.find(|c| !is_of_name(c)).unwrap_or(text.len());
    let name = &text[..end];
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        .then_some(name)
}

/// Whether a call or a value may begin with the colon at this byte of a text.
pub(super) fn may_begin(text: &str, at: usize) -> bool {
    !text[..at].ends_with(|c: char| c.is_ascii_alphanumeric() || c == ':')
}

//! A token of HTML to what it is to isolation.

use super::inline::Part;
use crate::arabic::Direction;
use crate::html::{Tag, Token};

/// The elements that lie within a line and have no direction of their own.
const INLINE: [&str; 21] = [
    "a", "abbr", "b", "cite", "data", "del", "dfn", "em", "i", "ins", "label", "mark", "q", "s",
    "small", "span", "strong", "sub", "sup", "time", "u",
];

/// The elements that are left alone with all that stands in them.
const LEFT_ALONE: [&str; 15] = [
    "bdi", "bdo", "code", "kbd", "math", "pre", "samp", "script", "select", "style", "svg",
    "template", "textarea", "title", "var",
];

/// What a token is.
pub(crate) fn part<'a>(token: &Token<'_, 'a>) -> Part<'a> {
    match token {
        Token::Text(text) => Part::Text(text),
        Token::Raw(_) | Token::Other(_) => Part::Object,
        Token::Start(tag) | Token::End(tag) if is_object(tag) => Part::Object,
        Token::Start(tag) | Token::End(tag) if !tag.is_one_of(&INLINE) => Part::Edge,
        Token::Start(_) => Part::Open,
        Token::End(_) => Part::Close,
    }
}

/// Whether it stands in its line like a character.
fn is_object(tag: &Tag<'_, '_>) -> bool {
    tag.is_one_of(&["br", "hr", "img", "input", "source", "wbr"])
}

/// Whether all of the element that a tag begins is left alone.
pub(super) fn is_left_alone(tag: &Tag<'_, '_>, base: Direction) -> bool {
    !tag.is_void() && (tag.is_one_of(&LEFT_ALONE) || has_its_own(tag, base))
}

/// Whether it has a direction or a language of its own. A block that runs as the page does is like those around it.
fn has_its_own(tag: &Tag<'_, '_>, base: Direction) -> bool {
    match tag.value("dir") {
        Some(direction) if direction.eq_ignore_ascii_case(base.name()) => tag.is_one_of(&INLINE),
        Some(_) => true,
        None => tag.value("lang").is_some(),
    }
}

/// The direction that the element of a page says its lines have, or else that of its language.
pub(crate) fn direction_of_page(html: &Tag<'_, '_>) -> Option<Direction> {
    let is_named = |direction: &Direction| html.says("dir", direction.name());
    let said = [Direction::Ltr, Direction::Rtl].into_iter().find(is_named);
    said.or_else(|| Direction::of_tag(html.value("lang")?))
}

/// Whether a tag begins the number of a footnote, which stands behind the word that it belongs to and is no part of it.
pub(super) fn is_note_reference(tag: &Tag<'_, '_>) -> bool {
    let class = tag.value("class").unwrap_or_default();
    tag.is("sup") && class.starts_with("footnote-")
}

/// The control that does what a tag does, where that isolates what stands in its element.
pub(super) fn isolating(tag: &Tag<'_, '_>) -> Option<char> {
    match tag.value("dir") {
        Some(direction) if direction.eq_ignore_ascii_case("ltr") => Some('\u{2066}'),
        Some(direction) if direction.eq_ignore_ascii_case("rtl") => Some('\u{2067}'),
        Some(_) => Some('\u{2068}'),
        None => tag.is_one_of(&["bdi", "bdo"]).then_some('\u{2068}'),
    }
}

//! What a tag says in the way of other programs or editors: spaces that nobody sees, choices between `?` and `:`, filters that are
//! called as functions, components with other brackets.

use std::ops::Range;

use super::mistake::Mistake;
use super::tag::Tag;
use crate::locale::{Text, text};
use crate::pages::templates::names::{Called, nearest_of};
use crate::schema::did_you_mean;
use crate::source::{is_odd_space, name_of};

/// The fields of `loop`.
const OF_LOOP: [&str; 5] = ["index", "index0", "first", "last", "length"];

/// What can be seen to be spelt otherwise in a tag, of which the engine says `reason`. `bare` is its inside without its strings.
pub(super) fn otherwise(tag: &Tag<'_>, bare: &str, reason: &str) -> Option<Mistake> {
    invisible(tag, bare)
        .or_else(|| choice(tag, bare))
        .or_else(|| of_loop(tag, reason))
        .or_else(|| called_filter(tag, bare))
        .or_else(|| component(tag, bare, reason))
}

/// A space that is none to the engine, or a character without a width.
fn invisible(tag: &Tag<'_>, bare: &str) -> Option<Mistake> {
    let (at, c) = bare.char_indices().find(|(_, c)| is_odd_space(*c))?;
    let right = if c.is_whitespace() { " " } else { "" };
    let message = text!("template-invisible", name = name_of(c));
    Some(said(tag, at..at + c.len_utf8(), message, right))
}

/// `a ? b : c`.
fn choice(tag: &Tag<'_>, bare: &str) -> Option<Mistake> {
    let mark = bare.find('?')?;
    let colon = mark + bare[mark..].find(':')?;
    let within = inner(tag, bare);
    let part = |range: Range<usize>| tag.inside.get(range).map(str::trim);
    let condition = part(within.start..mark)?;
    let [yes, no] = [part(mark + 1..colon)?, part(colon + 1..within.end)?];
    let right = format!("{yes} if {condition} else {no}");
    let message = text!("template-foreign", found = "? :");
    (!tag.is_statement).then(|| said(tag, within, message, &right))
}

/// A field that the counter of a loop has not.
fn of_loop(tag: &Tag<'_>, reason: &str) -> Option<Mistake> {
    let (_, name) = reason.split_once("invalid field of `loop`: ")?;
    let (name, _) = name.split_once('.')?;
    let all = || text!("there-are", names = OF_LOOP.map(str::to_owned).to_vec());
    Some(Mistake {
        range: tag.place(name),
        message: text!("path-field-unknown", of = "loop", name),
        hint: did_you_mean(name, OF_LOOP).unwrap_or_else(all),
    })
}

/// `bidi(page.title)`.
fn called_filter(tag: &Tag<'_>, bare: &str) -> Option<Mistake> {
    let within = inner(tag, bare);
    let whole = &bare[within.clone()];
    let (name, rest) = whole.split_once('(')?;
    let value = rest.strip_suffix(')')?;
    let is_simple = !value.is_empty() && !value.contains(['(', ')', ',', '=']);
    let is_filter = nearest_of(Called::Filter, name) == Some(name);
    (is_simple && is_filter).then(|| {
        let start = within.start + name.len() + 1;
        let value = tag.inside[start..start + value.len()].trim();
        let message = text!("template-filter-called", name);
        said(tag, within, message, &format!("{value} | {name}"))
    })
}

/// An argument of a component without braces, and one without a body in a tag of statements.
fn component(tag: &Tag<'_>, bare: &str, reason: &str) -> Option<Mistake> {
    if !inner(tag, bare).is_empty() && !bare[inner(tag, bare)].starts_with('<') {
        return None;
    }
    if reason.starts_with("Expected \"string\" or {expression}") {
        let is_part = |c: char| c.is_ascii_alphanumeric() || "_.".contains(c);
        let mut values = bare.match_indices('=').map(|(at, _)| at + 1);
        let start = values.find(|at| bare[*at..].starts_with(is_part))?;
        let length = bare[start..].find(|c| !is_part(c));
        let range = start..length.map_or(bare.len(), |length| start + length);
        let right = format!("{{{}}}", &bare[range.clone()]);
        return Some(said(tag, range, text!("template-argument-bare"), &right));
    }
    let is_closed = reason.starts_with("Found `/`") && bare.trim_end().ends_with("/>");
    (tag.is_statement && is_closed).then(|| {
        let inside = tag.inside.trim();
        Mistake {
            range: tag.range.clone(),
            message: text!("template-component-closed"),
            hint: text!("write-instead", words = format!("{{{{ {inside} }}}}")),
        }
    })
}

/// The inside without what holds white space off.
fn inner(tag: &Tag<'_>, bare: &str) -> Range<usize> {
    let is_edge = |c: char| c == '-' || c.is_whitespace();
    let start = tag.inside.len() - bare.trim_start_matches(is_edge).len();
    let end = bare.trim_end_matches(is_edge).len();
    start..end.max(start)
}

fn said(tag: &Tag<'_>, range: Range<usize>, message: Text, right: &str) -> Mistake {
    Mistake {
        range: tag.start + range.start..tag.start + range.end,
        message,
        hint: match right {
            "" => text!("remove-it"),
            words => text!("write-instead", words),
        },
    }
}

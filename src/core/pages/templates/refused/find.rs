//! What is wrong with a template that the engine refuses, in the words of who writes templates. The engine says where it
//! stopped and what it expected there; what was meant can be seen in the text: a tag that is never closed, another
//! engine's words, other quotation marks.

use std::ops::Range;

use super::inside::in_one_tag;
use super::mistake::Mistake;
use super::tag::{Tag, first_line, tags};
use super::unread::unread;
use crate::locale::text;

/// Tags around a body, and what closes them.
const BODIES: [(&str, &str); 7] = [
    ("if", "endif"),
    ("for", "endfor"),
    ("block", "endblock"),
    ("component", "endcomponent"),
    ("filter", "endfilter"),
    ("set", "endset"),
    ("raw", "endraw"),
];

/// What is wrong with a template, of which the engine says `reason` at `at`.
pub(super) fn mistake(template: &str, at: Range<usize>, reason: &str) -> Mistake {
    let tags = match tags(template) {
        Ok(tags) => tags,
        Err(mistake) => return mistake,
    };
    let around = tags.iter().rev().find(|tag| tag.range.start <= at.start);
    let in_tag = around.filter(|tag| at.start < tag.range.end);
    if let Some(mistake) = in_tag.and_then(|tag| spaced_end(tag, &tags)) {
        return mistake;
    }
    if let Some(mistake) = in_tag.and_then(|tag| in_one_tag(template, tag, reason)) {
        return mistake;
    }
    if let Some(mistake) = unbalanced(template, &tags) {
        return mistake;
    }
    if reason.starts_with("This content would be ignored") {
        let range = at.start..at.start + first_line(&template[at.clone()]).len();
        let message = text!("template-outside-blocks");
        let hint = text!("template-outside-blocks-hint");
        return Mistake {
            range,
            message,
            hint,
        };
    }
    if let Some(name) = reason.strip_prefix("Template already contains a ")
        && let Some((_, name)) = name.split_once('`')
    {
        let name = name.trim_end_matches('`');
        return Mistake {
            range: at,
            message: text!("template-name-twice", name),
            hint: text!("template-name-twice-hint"),
        };
    }
    unread(template, at, reason)
}

/// `{% end for %}`, and `{% end %}` as others close every body.
fn spaced_end(tag: &Tag<'_>, tags: &[Tag<'_>]) -> Option<Mistake> {
    if !tag.is_statement || tag.word() != "end" {
        return None;
    }
    let found = tag.place("end");
    let behind = tag.inside[found.end - tag.start..].trim_end_matches(['-', ' ']);
    let body = behind.trim();
    let open = open_bodies(tags.iter().take_while(|other| other.start < tag.start));
    let right = match BODIES.iter().find(|(begin, _)| *begin == body) {
        Some((_, end)) => end,
        None => closing(open.last()?.word()),
    };
    let words = format!("end{behind}");
    Some(Mistake {
        range: found.start..found.start + words.trim_end().len(),
        message: text!("template-foreign", found = words.trim_end()),
        hint: text!("write-instead", words = right),
    })
}

/// Whether a tag begins a body.
fn begins_body(tag: &Tag<'_>) -> bool {
    let word = tag.word();
    // `{% set x = 1 %}` has no body.
    BODIES.iter().any(|(begin, _)| *begin == word) && (word != "set" || !tag.inside.contains('='))
}

/// The bodies that are open behind these tags, if each closes what it should.
fn open_bodies<'t, 'a>(tags: impl Iterator<Item = &'t Tag<'a>>) -> Vec<&'t Tag<'a>> {
    let mut open: Vec<&Tag<'a>> = Vec::new();
    for tag in tags.filter(|tag| tag.is_statement) {
        if begins_body(tag) {
            open.push(tag);
        } else if open
            .last()
            .is_some_and(|last| closing(last.word()) == tag.word())
        {
            open.pop();
        }
    }
    open
}

/// Whether all bodies are closed, each by its own end, where one tag is left out.
fn is_balanced_without(tags: &[Tag<'_>], left_out: &Tag<'_>) -> bool {
    let others = || tags.iter().filter(|tag| tag.start != left_out.start);
    let ends =
        others().filter(|tag| tag.is_statement && BODIES.iter().any(|(_, end)| *end == tag.word()));
    let begins = others().filter(|tag| tag.is_statement && begins_body(tag));
    open_bodies(others()).is_empty() && ends.count() == begins.count()
}

/// Bodies that are not closed, or closed and not opened.
fn unbalanced(template: &str, tags: &[Tag<'_>]) -> Option<Mistake> {
    let mut open: Vec<&Tag<'_>> = Vec::new();
    let statements = tags.iter().filter(|tag| tag.is_statement);
    for tag in statements {
        let word = tag.word();
        if BODIES.iter().any(|(begin, _)| *begin == word) {
            if begins_body(tag) {
                open.push(tag);
            }
        } else if let Some((begin, _)) = BODIES.iter().find(|(_, end)| *end == word) {
            match open.last() {
                Some(last) if last.word() == *begin => _ = open.pop(),
                Some(last) if open.iter().any(|tag| tag.word() == *begin) => {
                    return Some(left_open(template, last));
                }
                Some(last) if word != closing(last.word()) && !is_balanced_without(tags, tag) => {
                    let right = closing(last.word());
                    return Some(Mistake {
                        range: tag.place(word),
                        message: text!(
                            "template-other-end",
                            word,
                            open = last.word(),
                            line = line(template, last)
                        ),
                        hint: text!("write-instead", words = right),
                    });
                }
                _ => {
                    return Some(Mistake {
                        range: tag.range.clone(),
                        message: text!("template-end-alone", word, begin = *begin),
                        hint: text!("remove-it"),
                    });
                }
            }
        }
    }
    open.last().map(|tag| left_open(template, tag))
}

fn left_open(template: &str, tag: &Tag<'_>) -> Mistake {
    let close = closing(tag.word());
    let words = template[tag.range.clone()].trim();
    Mistake {
        range: tag.range.clone(),
        message: text!("template-body-open", tag = first_line(words)),
        hint: text!("template-body-open-hint", close),
    }
}

/// What closes a body that begins with this word.
fn closing(word: &str) -> &'static str {
    let found = BODIES.iter().find(|(begin, _)| *begin == word);
    found.map_or("endblock", |(_, end)| end)
}

fn line(template: &str, tag: &Tag<'_>) -> String {
    let before = &template[..tag.range.start];
    (before.matches('\n').count() + 1).to_string()
}

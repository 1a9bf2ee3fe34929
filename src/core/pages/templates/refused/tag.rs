//! The tags of a template that the engine refuses, and those that are not closed.

use std::ops::Range;

use super::mistake::Mistake;
use crate::locale::text;

/// One `{{ … }}` or `{% … %}`.
#[derive(Debug)]
pub(super) struct Tag<'a> {
    pub(super) range: Range<usize>,
    /// What stands between its braces.
    pub(super) inside: &'a str,
    /// Where that begins.
    pub(super) start: usize,
    pub(super) is_statement: bool,
}

impl Tag<'_> {
    /// The first word of a statement.
    pub(super) fn word(&self) -> &str {
        let words = self.inside.trim_start_matches(['-', ' ', '\n', '\t', '\r']);
        let end = words.find(|c: char| !c.is_alphanumeric() && c != '_');
        &words[..end.unwrap_or(words.len())]
    }

    pub(super) fn place(&self, part: &str) -> Range<usize> {
        let at = self
            .inside
            .find(part)
            .map_or(self.range.start, |at| self.start + at);
        at..at + part.len()
    }
}

/// All tags, or what is wrong with the first that is not closed as it was opened.
pub(super) fn tags(template: &str) -> Result<Vec<Tag<'_>>, Mistake> {
    let mut tags = Vec::new();
    let mut at = 0;
    let last_raw_end = template.rfind("endraw").unwrap_or_default();
    while let Some(open) = template[at..].find('{').map(|found| at + found) {
        let rest = &template[open..];
        let (is_statement, close) = match rest.as_bytes().get(1) {
            Some(b'{') => (false, "}}"),
            Some(b'%') => (true, "%}"),
            Some(b'#') => {
                let Some(length) = rest.find("#}") else {
                    return Err(unclosed(open, "{#", "#}"));
                };
                at = open + length + 2;
                continue;
            }
            _ => {
                at = open + 1;
                continue;
            }
        };
        let inside = &rest[2..];
        let end = end_of(inside, open + 2)?;
        match end {
            Some((length, found)) if found == close => {
                let tag = Tag {
                    range: open..open + length + 4,
                    inside: &inside[..length],
                    start: open + 2,
                    is_statement,
                };
                at = tag.range.end;
                if at < last_raw_end && tag.is_statement && tag.word() == "raw" {
                    let rest = &template[at..];
                    at += rest
                        .find("endraw")
                        .map_or(0, |end| rest[..end].rfind("{%").unwrap_or(end));
                }
                tags.push(tag);
            }
            Some((length, found)) => {
                let range = open + 2 + length..open + 4 + length;
                let (open, found) = (&rest[..2], found);
                return Err(Mistake {
                    range,
                    message: text!("template-other-close", open, found, close),
                    hint: text!("write-instead", words = close),
                });
            }
            None => {
                let within = value_in_braces(inside, open + 2);
                return Err(within.unwrap_or_else(|| unclosed(open, &rest[..2], close)));
            }
        }
    }
    Ok(tags)
}

/// `{{ <card entry={{page}} /> }}`: a value inside of a tag that has braces as if it were a tag of its own.
fn value_in_braces(inside: &str, start: usize) -> Option<Mistake> {
    let at = inside.find("{{")?;
    let before = inside[..at].trim_end();
    if before.contains(['\n', '}']) || !before.ends_with(['=', '(', ',', '|', '~', '+', '[']) {
        return None;
    }
    let length = inside[at..].find("}}")? + 2;
    let value = inside[at + 2..at + length - 2].trim();
    let is_component = before.trim_start().starts_with('<');
    let right = if is_component {
        format!("{{{value}}}")
    } else {
        value.to_owned()
    };
    Some(Mistake {
        range: start + at..start + at + length,
        message: text!("template-braces-inside"),
        hint: text!("write-instead", words = right),
    })
}

fn unclosed(open: usize, mark: &str, close: &str) -> Mistake {
    Mistake {
        range: open..open + mark.len(),
        message: text!("template-tag-open", mark),
        hint: text!("template-tag-open-hint", close),
    }
}

/// Where the inside of a tag ends, and with which of the two marks. Strings are passed over. `None` where another tag
/// begins before it ends, or nothing ends it.
fn end_of(inside: &str, start: usize) -> Result<Option<(usize, &'static str)>, Mistake> {
    let mut characters = inside.char_indices();
    while let Some((at, c)) = characters.next() {
        let rest = &inside[at..];
        match c {
            '"' | '\'' | '`' => {
                let close = rest[1..].find(c);
                // Where the tag seems to end before it, the quotation mark belongs to something behind the tag.
                let is_open = close.is_none_or(|close| {
                    let string = &rest[..=close];
                    string.contains('\n') && ["}}", "%}"].iter().any(|mark| string.contains(mark))
                });
                if is_open {
                    let end = ["}}", "%}"].iter().filter_map(|mark| rest.find(mark)).min();
                    let words = first_line(&rest[..end.unwrap_or(rest.len())]).trim_end();
                    let mark = c.to_string();
                    return Err(Mistake {
                        range: start + at..start + at + words.len(),
                        message: text!("template-string-open", mark = mark.as_str()),
                        hint: text!("template-string-open-hint", mark),
                    });
                }
                for _ in 0..inside[at + 1..at + 2 + close.unwrap_or(0)].chars().count() {
                    characters.next();
                }
            }
            _ if rest.starts_with("}}") => {
                // `{{ {a: 1}}}` ends with the last two of them.
                let more = rest[2..].bytes().take_while(|byte| *byte == b'}').count();
                return Ok(Some((at + more, "}}")));
            }
            _ if rest.starts_with("%}") => return Ok(Some((at, "%}"))),
            _ if rest.starts_with("{{") || rest.starts_with("{%") => return Ok(None),
            _ => {}
        }
    }
    Ok(None)
}

/// The first line of a text that may have several.
pub(super) fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}

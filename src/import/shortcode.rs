//! Shortcodes of Hugo and Zola in prose: those that Markdown can say become Markdown; others stay visible, as code.

use std::ops::Range;

use super::generator::Generator;

/// A call in a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Shortcode<'a> {
    pub(super) range: Range<usize>,
    pub(super) name: &'a str,
    /// What stands between its name and its end.
    arguments: &'a str,
    pub(super) is_closing: bool,
    /// Whether it is no call, but shows how one is written.
    pub(super) is_escaped: bool,
}

/// The first shortcode of a text from byte `from` on.
pub(super) fn next(text: &str, from: usize, generator: Generator) -> Option<Shortcode<'_>> {
    let mut from = from;
    loop {
        let at = from + text.get(from..)?.find('{')?;
        if let Some(found) = at_brace(text, at, generator) {
            return Some(found);
        }
        from = at + 1;
    }
}

fn at_brace(text: &str, at: usize, generator: Generator) -> Option<Shortcode<'_>> {
    let rest = &text[at..];
    let marks: &[(&str, &str)] = match generator {
        Generator::Hugo => &[("{{<", ">}}"), ("{{%", "%}}")],
        Generator::Zola => &[("{{", "}}"), ("{%", "%}")],
        Generator::Markdown => return None,
    };
    let (open, close) = marks.iter().find(|(open, _)| rest.starts_with(open))?;
    let end = rest.find(close)?;
    let inside = &rest[open.len()..end];
    let range = at..at + end + close.len();
    let trimmed = inside.trim();
    let is_escaped = trimmed.starts_with("/*");
    let inner = trimmed
        .trim_start_matches("/*")
        .trim_end_matches("*/")
        .trim();
    let (name, arguments) = if generator == Generator::Zola {
        match inner.split_once('(') {
            Some((name, rest)) => (name.trim(), rest.trim().trim_end_matches(')')),
            None if inner == "end" && *open == "{%" => ("end", ""),
            None => return None,
        }
    } else {
        let inner = inner.trim_start_matches('/').trim_end_matches('/').trim();
        inner.split_once(char::is_whitespace).unwrap_or((inner, ""))
    };
    let is_name = !name.is_empty()
        && name
            .chars()
            .all(|c| c.is_alphanumeric() || "-_./".contains(c));
    is_name.then_some(Shortcode {
        range,
        name,
        arguments,
        is_closing: inner.starts_with('/') || name == "end",
        is_escaped,
    })
}

impl Shortcode<'_> {
    /// The arguments, those by name first found by it, the others by their place.
    pub(super) fn argument(&self, name: &str, place: usize) -> Option<String> {
        let mut rest = self.arguments.trim();
        let mut position = 0;
        while !rest.is_empty() {
            let key_end = rest
                .find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '-'))
                .unwrap_or(rest.len());
            let behind = rest[key_end..].trim_start();
            let (key, value) = match behind.strip_prefix('=') {
                Some(value) if key_end > 0 => (Some(&rest[..key_end]), value.trim_start()),
                _ => (None, rest),
            };
            let (value, left) = word(value);
            let is_meant = if let Some(key) = key {
                key == name
            } else {
                position += 1;
                position - 1 == place
            };
            if is_meant {
                return Some(value);
            }
            let left = left.trim_start_matches([' ', ',', '\n', '\t']);
            if left.len() == rest.len() {
                return None;
            }
            rest = left;
        }
        None
    }

    /// The shortcode as Markdown, if that can say it.
    pub(super) fn markdown(&self) -> Option<String> {
        let line = |text: String| text.replace('\n', " ").replace(['[', ']'], "");
        let video = |host: &str, place| {
            let id = self.argument("id", place)?;
            let id: String = id
                .chars()
                .filter(|c| c.is_ascii_alphanumeric() || "-_".contains(*c))
                .collect();
            Some(format!("[{host}{id}](https://{host}{id})"))
        };
        match self.name {
            "figure" | "img" | "image" if !self.is_closing => {
                let source = self.argument("src", 0)?;
                let caption = self
                    .argument("caption", usize::MAX)
                    .or_else(|| self.argument("title", usize::MAX));
                let alt = self
                    .argument("alt", usize::MAX)
                    .or_else(|| caption.clone())
                    .unwrap_or_default();
                let title = caption
                    .map(|one| format!(" \"{}\"", line(one).replace('"', "'")))
                    .unwrap_or_default();
                let source = source.replace(' ', "%20");
                Some(format!("![{}]({source}{title})", line(alt)))
            }
            "youtube" => video("www.youtube.com/watch?v=", 0),
            "vimeo" => video("vimeo.com/", 0),
            "highlight" if self.is_closing => Some("```".to_owned()),
            "highlight" => Some(format!(
                "```{}",
                self.argument("lang", 0).unwrap_or_default()
            )),
            _ => None,
        }
    }

    /// The shortcode as code, in which it does nothing.
    pub(super) fn visible(&self, text: &str) -> String {
        let words: Vec<&str> = text[self.range.clone()].split_whitespace().collect();
        let words = words.join(" ");
        let fence = if words.contains('`') { "``" } else { "`" };
        format!("{fence}{words}{fence}")
    }

    /// How the shortcode is written of which this shows how it is written.
    pub(super) fn unescaped(&self, text: &str) -> String {
        text[self.range.clone()]
            .replacen("/*", "", 1)
            .replacen("*/", "", 1)
    }
}

/// A word or a text between quotation marks, and what follows.
fn word(text: &str) -> (String, &str) {
    for mark in ['"', '\'', '`'] {
        if let Some(inside) = text.strip_prefix(mark) {
            let end = inside
                .match_indices(mark)
                .find(|(at, _)| !inside[..*at].ends_with('\\'));
            let end = end.map_or(inside.len(), |(at, _)| at);
            let left = inside.get(end + 1..).unwrap_or_default();
            return (
                inside[..end].replace(&format!("\\{mark}"), &mark.to_string()),
                left,
            );
        }
    }
    let end = text.find([' ', ',', '\n', '\t']).unwrap_or(text.len());
    (text[..end].to_owned(), &text[end..])
}

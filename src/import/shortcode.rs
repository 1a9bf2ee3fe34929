//! Shortcodes of Hugo and Zola, and tags of Jekyll, in prose: those that Markdown can say become Markdown; others stay visible, as code.

use std::ops::Range;

use super::generator::Generator;
use crate::markdown;

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
        Generator::Zola | Generator::Jekyll => &[("{{", "}}"), ("{%", "%}")],
        Generator::Markdown => return None,
    };
    let (open, close) = marks.iter().find(|(open, _)| rest.starts_with(open))?;
    let end = rest.find(close)?;
    let inside = &rest[open.len()..end];
    let range = at..at + end + close.len();
    let mut trimmed = inside.trim();
    if generator == Generator::Jekyll {
        // `{%-` takes away the space before it.
        trimmed = trimmed.trim_matches('-').trim();
    }
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
    } else if let Some((value, filter)) = inner
        .split_once('|')
        .filter(|_| generator == Generator::Jekyll)
    {
        (filter.trim(), value.trim())
    } else {
        let inner = inner.trim_start_matches('/').trim_end_matches('/').trim();
        inner.split_once(char::is_whitespace).unwrap_or((inner, ""))
    };
    let is_name = !name.is_empty()
        && name
            .chars()
            .all(|c| c.is_alphanumeric() || "-_./".contains(c));
    let ended = name
        .strip_prefix("end")
        .filter(|_| generator == Generator::Jekyll);
    is_name.then_some(Shortcode {
        range,
        name: ended.unwrap_or(name),
        arguments,
        is_closing: inner.starts_with('/') || name == "end" || ended.is_some(),
        is_escaped,
    })
}

/// Arguments that say how something looks or is played, which the new site decides for all.
const OF_LOOKS: &str = "class width height align style loading target rel autoplay controls loop mute muted allow allowfullscreen";

impl Shortcode<'_> {
    /// The arguments: their names, where they have one, and values.
    fn arguments(&self) -> Vec<(Option<&str>, String)> {
        let mut all = Vec::new();
        let mut rest = self.arguments.trim();
        while !rest.is_empty() {
            let is_of_name = |c: char| c.is_alphanumeric() || c == '_' || c == '-';
            let key_end = rest.find(|c| !is_of_name(c)).unwrap_or(rest.len());
            let behind = rest[key_end..].trim_start();
            let (key, value) = match behind.strip_prefix('=') {
                Some(value) if key_end > 0 => (Some(&rest[..key_end]), value.trim_start()),
                _ => (None, rest),
            };
            let (value, left) = word(value);
            all.push((key, value));
            rest = left.trim_start_matches([' ', ',', '\n', '\t']);
        }
        all
    }

    /// The argument of a name, or else the one that has none at a place among such.
    pub(super) fn argument(&self, name: &str, place: usize) -> Option<String> {
        let all = self.arguments();
        let named = all.iter().find(|(key, _)| *key == Some(name));
        let mut unnamed = all.iter().filter(|(key, _)| key.is_none());
        let found = named.or_else(|| unnamed.nth(place));
        found.map(|(_, value)| value.clone())
    }

    /// The arguments besides those of these names and the first few without one; nothing if some of them say more than how
    /// something looks.
    fn besides(&self, names: &[&str], places: usize) -> Option<Vec<String>> {
        let mut position = 0;
        let mut left = Vec::new();
        for (key, value) in self.arguments() {
            match key {
                Some(key) if names.contains(&key) => {}
                Some(key) => {
                    let plain = key.to_ascii_lowercase();
                    OF_LOOKS.split(' ').find(|one| *one == plain)?;
                    left.push(format!("{key}=\"{value}\""));
                }
                None if position < places => position += 1,
                None => return None,
            }
        }
        Some(left)
    }

    /// The shortcode as Markdown, if that can say it, and which arguments do not matter any more.
    pub(super) fn markdown(&self) -> Option<(String, Vec<String>)> {
        match self.name {
            "figure" | "img" | "image" if !self.is_closing => self.figure(),
            "youtube" => self.video("www.youtube.com/watch?v="),
            "vimeo" => self.video("vimeo.com/"),
            _ => None,
        }
    }

    fn figure(&self) -> Option<(String, Vec<String>)> {
        let left = self.besides(&["src", "alt", "caption", "title", "link"], 1)?;
        let address = |written: String| {
            let written = written.replace(' ', "%20");
            written.replace('(', "%28").replace(')', "%29")
        };
        let words = |text: &str, marks: &[char]| {
            let mut out = String::new();
            for c in text
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
                .chars()
            {
                if c == '\\' || marks.contains(&c) {
                    out.push('\\');
                }
                out.push(c);
            }
            out
        };
        let source = address(self.argument("src", 0)?);
        let named = |name| self.argument(name, usize::MAX);
        let caption = match (named("caption"), named("title")) {
            (Some(caption), Some(title)) if caption != title => return None,
            (caption, title) => caption.or(title),
        };
        // A caption is words alone.
        let has_markup = |words: &String| words.contains("](") || words.contains('<');
        if caption.as_ref().is_some_and(has_markup) {
            return None;
        }
        let alt = named("alt").or_else(|| caption.clone()).unwrap_or_default();
        let title = caption.map(|one| format!(" \"{}\"", words(&one, &['"'])));
        let title = title.unwrap_or_default();
        let picture = format!("![{}]({source}{title})", words(&alt, &['[', ']']));
        Some(match named("link") {
            Some(link) => (format!("[{picture}]({})", address(link)), left),
            None => (picture, left),
        })
    }

    fn video(&self, host: &str) -> Option<(String, Vec<String>)> {
        let left = self.besides(&["id", "title"], 1)?;
        let id = self.argument("id", 0)?;
        let is_id = |c: char| c.is_ascii_alphanumeric() || "-_".contains(c);
        let address = format!("{host}{id}");
        let title = self.argument("title", usize::MAX);
        let words = title.unwrap_or_else(|| address.clone());
        let words = words.replace(['[', ']'], "");
        id.chars()
            .all(is_id)
            .then(|| (format!("[{words}](https://{address})"), left))
    }

    /// What stands behind the fence of the code that this begins, and which arguments do not matter any more.
    pub(super) fn of_code(&self) -> (String, Vec<String>) {
        let mut info = self.argument("lang", 0).unwrap_or_default();
        info.retain(|c| !c.is_whitespace() && c != '`' && c != ',');
        let (mut parts, mut left) = (String::new(), Vec::new());
        for (position, (key, value)) in self.arguments().into_iter().enumerate() {
            if key == Some("lang") || position == 0 && key.is_none() {
                continue;
            }
            let is_list = ["options", "opts"].into_iter().any(|one| key == Some(one));
            let text = match key.filter(|_| !is_list) {
                Some(key) => format!("{key}=\"{value}\""),
                None => value,
            };
            let (ours, others) = markdown::fence_settings(&text);
            parts += &ours;
            left.extend(others);
        }
        if info.is_empty() && !parts.is_empty() {
            info.push_str("text");
        }
        (info + &parts, left)
    }

    /// The shortcode as code, in which it does nothing.
    pub(super) fn visible(&self, text: &str) -> String {
        let words: Vec<&str> = text[self.range.clone()].split_whitespace().collect();
        let words = words.join(" ");
        let fence = fence(&words, 1);
        format!("{fence}{words}{fence}")
    }

    /// How the shortcode is written of which this shows how it is written.
    pub(super) fn unescaped(&self, text: &str) -> String {
        text[self.range.clone()]
            .replacen("/*", "", 1)
            .replacen("*/", "", 1)
    }
}

/// A fence for code: longer than any in it.
pub(super) fn fence(code: &str, least: usize) -> String {
    let runs = code.split(|c| c != '`').map(str::len);
    "`".repeat(runs.max().map_or(0, |most| most + 1).max(least))
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

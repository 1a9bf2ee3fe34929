//! What stands behind the fence of a code block as other generators write it, in our words: `{linenos=table,hl_lines=[1,"3-4"]}` of
//! Hugo, `{1,3-4} title="a.rs" showLineNumbers` of Docusaurus, `{.rust .numberLines}` of Pandoc.

use super::info::{SETTINGS, words};

/// A line in our words.
#[derive(Debug, PartialEq, Eq)]
pub struct Translated {
    /// What stands behind the fence.
    pub line: String,
    /// The settings for which we have no word.
    pub left: Vec<String>,
}

/// The line of a fence in our words, if it is written in others.
pub fn translated(line: &str) -> Option<Translated> {
    let line = line.trim();
    let is_end = |c: char| c.is_whitespace() || matches!(c, ',' | '{');
    let (language, rest) = line.split_at(line.find(is_end).unwrap_or(line.len()));
    let (inside, outside) = braces(rest);
    let is_of_others = |word: &str| {
        let key = word.split('=').next().unwrap_or_default();
        ["title", "filename", "showLineNumbers"].contains(&key)
    };
    let is_ours = inside.is_none() && !words(&outside).iter().any(|word| is_of_others(word.text));
    if is_ours || language.contains('=') {
        return None;
    }
    let inside = inside.unwrap_or_default().trim_start();
    let class = inside.strip_prefix('.').filter(|_| language.is_empty());
    let (language, inside) = match class {
        Some(class) => class.split_at(class.find(char::is_whitespace).unwrap_or(class.len())),
        None => (language, inside),
    };
    let (settings, left) = settings(&format!("{inside} {outside}"));
    let language = match language {
        "" if !settings.is_empty() => "text",
        language => language,
    };
    let line = format!("{language}{settings}");
    Some(Translated { line, left })
}

/// What stands between braces, and what around them.
fn braces(rest: &str) -> (Option<&str>, String) {
    let begins = |at: &usize| rest[..*at].ends_with(char::is_whitespace) || *at == 0;
    let open = rest.match_indices('{').map(|(at, _)| at).find(begins);
    let close = rest.rfind('}');
    match (open, close) {
        (Some(open), Some(close)) if open < close => {
            let outside = format!("{} {}", &rest[..open], &rest[close + 1..]);
            (Some(&rest[open + 1..close]), outside)
        }
        _ => (None, rest.to_owned()),
    }
}

/// Settings as they stand behind a language, and those that there are not: `linenos=table,hl_lines=[1,"3-4"]`.
#[must_use]
pub fn settings(text: &str) -> (String, Vec<String>) {
    let mut ours: Vec<(&str, String)> = Vec::new();
    let mut left = Vec::new();
    for word in words(text) {
        let (key, value) = word.text.split_once('=').unwrap_or(("", word.text));
        let value = value.replace(['"', '\'', '[', ']'], "");
        let value = value.trim();
        let mut numbers = value.split([' ', ',']).filter(|number| !number.is_empty());
        let are_numbers = !value.is_empty()
            && numbers.all(|number| number.chars().all(|c| c.is_ascii_digit() || c == '-'));
        let value = value.replace(',', " ");
        match (key.to_ascii_lowercase().as_str(), value.as_str()) {
            // A list of lines goes on.
            ("", _) if are_numbers => match ours.last_mut() {
                Some((key, lines)) if key.ends_with("_lines") => {
                    *lines = format!("{lines} {value}");
                }
                _ => ours.push(("hl_lines", value)),
            },
            ("linenos", "false") => {}
            ("linenos", _) | ("", "linenos" | "showLineNumbers" | ".numberLines") => {
                ours.push(("linenos", String::new()));
            }
            ("title" | "filename" | "name", _) => ours.push(("name", value)),
            (key, _) if are_numbers => match SETTINGS.iter().find(|name| **name == key) {
                Some(name) => ours.push((name, value)),
                None => left.push(word.text.replace('"', "")),
            },
            ("", "rtl") => ours.push(("rtl", String::new())),
            _ => left.push(word.text.replace('"', "")),
        }
    }
    let written = ours.into_iter().map(|(key, value)| {
        let is_text = key == "name" && value.contains(char::is_whitespace);
        match value.as_str() {
            "" => format!(",{key}"),
            value if is_text => format!(",{key}=\"{value}\""),
            value => format!(",{key}={value}"),
        }
    });
    (written.collect(), left)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_of_other_generators_are_read_in_our_words() {
        for (line, ours, left) in [
            (
                "go {linenos=table,hl_lines=[1,\"3-4\"],linenostart=199}",
                "go,linenos,hl_lines=1 3-4,linenostart=199",
                "",
            ),
            (
                "go {hl_lines=[3, 6] style=emacs}",
                "go,hl_lines=3 6",
                "style=emacs",
            ),
            (
                "js {1,3-4} title=\"src/a.js\" showLineNumbers",
                "js,hl_lines=1 3-4,name=src/a.js,linenos",
                "",
            ),
            (
                "jsx title=\"ملف الإعداد\" {2}",
                "jsx,hl_lines=2,name=\"ملف الإعداد\"",
                "",
            ),
            ("ts{5}", "ts,hl_lines=5", ""),
            ("{.rust .numberLines}", "rust,linenos", ""),
            ("{linenos=false}", "", ""),
            ("rust title=a.rs", "rust,name=a.rs", ""),
            ("js {1} live", "js,hl_lines=1", "live"),
        ] {
            let found = translated(line).unwrap();
            assert_eq!(
                (found.line.as_str(), found.left.join(" ").as_str()),
                (ours, left),
                "{line}"
            );
        }
        for line in [
            "",
            "rust",
            "rust,linenos,hl_lines=3 8-9,name=src/{a}.rs",
            "name=ملف",
            "rust {",
        ] {
            assert_eq!(translated(line), None, "{line}");
        }
    }
}

//! Headings of a text whose page has a title: that is the one of the first level, so the others begin with the second.

use std::ops::Range;

use super::notation;
use crate::arabic::heading_id;

/// The heading that a text begins with, of whatever level.
pub(super) fn first(text: &str) -> Option<&str> {
    let (_, words) = heading(text.lines().next().unwrap_or_default())?;
    let (words, _) = with_id(words);
    (!words.is_empty()).then_some(words)
}

/// What links to the heading that says the title have behind `#`, if a text begins with it.
pub(super) fn title_id(title: &str, text: &str) -> Option<String> {
    let mut lines = text.lines();
    let line = lines.find(|line| !line.trim().is_empty() && !notation::is_module(line))?;
    let (words, id) = with_id(heading(line)?.1);
    (words == title).then(|| id.map_or_else(|| heading_id(words), str::to_owned))
}

/// The text without a first heading that says the title again, and with the other headings a level lower where one is of the first.
/// What is in `code` is left as it is.
pub(super) fn below(title: &str, text: &str, code: &[Range<usize>]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut lines = Vec::new();
    let mut at = 0;
    let mut is_begun = false;
    for line in text.split_inclusive('\n') {
        let is_code = code.iter().any(|block| block.contains(&at));
        at += line.len();
        let found = heading(line.trim_end()).filter(|_| !is_code);
        let is_title = !is_begun && found.is_some_and(|(_, words)| with_id(words).0 == title);
        is_begun |= !line.trim().is_empty() && !notation::is_module(line);
        if is_title {
            // Lines are counted from the beginning of the file.
            lines.push(("\n", None));
        } else {
            lines.push((line, found.map(|(level, _)| level)));
        }
    }
    let is_lower = lines.iter().any(|(_, level)| *level == Some(1));
    for (line, level) in lines {
        if is_lower && level.is_some_and(|level| level < 6) {
            out.push('#');
        }
        out.push_str(line);
    }
    out
}

/// The level and the words of a heading. One with a space before its signs is left alone: it may be in a list.
fn heading(line: &str) -> Option<(usize, &str)> {
    let words = line.trim_start_matches('#');
    let level = line.len() - words.len();
    let is_heading = (1..=6).contains(&level) && words.starts_with([' ', '\t']);
    is_heading.then(|| (level, words.trim().trim_end_matches('#').trim()))
}

/// The words of a heading, and the id that stands behind them: `عنوان {#id}`.
fn with_id(words: &str) -> (&str, Option<&str>) {
    let attributes = words
        .strip_suffix('}')
        .and_then(|rest| rest.rsplit_once("{#"));
    match attributes {
        Some((words, id)) if !id.contains(['{', '}']) => {
            (words.trim_end(), id.split_whitespace().next())
        }
        _ => (words, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_title_is_the_one_heading_of_the_first_level() {
        for (text, lower) in [
            ("# عنوان\n\nنص\n", "\n\nنص\n"),
            ("\n# عنوان #\n## قسم\n", "\n\n## قسم\n"),
            ("# عنوان {#title}\n## قسم {#part}\n", "\n## قسم {#part}\n"),
            (
                "# آخر\n## قسم\n###### سادس\n",
                "## آخر\n### قسم\n###### سادس\n",
            ),
            ("## قسم\n#وسم\n", "## قسم\n#وسم\n"),
            ("نص\n\n# عنوان\n", "نص\n\n## عنوان\n"),
            ("# عنوان\n# ثان\n", "\n## ثان\n"),
            (
                "import A from './a'\n\n# عنوان\n",
                "import A from './a'\n\n\n",
            ),
        ] {
            assert_eq!(below("عنوان", text, &[]), lower, "{text}");
        }
        let code = "```sh\n# شرح\n```\n";
        assert_eq!(
            below("عنوان", code, std::slice::from_ref(&(0..code.len()))),
            code
        );
    }

    #[test]
    fn a_text_begins_with_a_heading_of_any_level() {
        for text in [
            "## عنوان ##\nنص",
            "# عنوان {#title}",
            "# عنوان{#title .wide} #",
        ] {
            assert_eq!(first(text), Some("عنوان"), "{text}");
        }
        for text in ["نص\n## عنوان", "#\n", "#وسم", ""] {
            assert_eq!(first(text), None, "{text}");
        }
    }

    #[test]
    fn links_to_the_title_have_its_id_or_its_words() {
        for (text, id) in [
            ("\n# عنوان أول {#title}\n", Some("title")),
            ("# عنوان أول\nنص", Some("عنوان-أول")),
            ("# عنوان آخر\n", None),
            ("نص\n# عنوان أول\n", None),
            ("", None),
        ] {
            assert_eq!(title_id("عنوان أول", text).as_deref(), id, "{text}");
        }
    }
}

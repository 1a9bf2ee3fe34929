//! Signs of other dialects of Markdown that this one would print: `==…==`, `++…++`, `||…||`, formulas between `$`, `*[…]:`,
//! and lines that are commands to another program.

use std::ops::Range;

use super::lints;
use super::reader::ProseReader;

/// Signs around words.
const AROUND: [&str; 5] = ["==", "++", "||", "$$", "$"];

/// Lines that another program reads.
const LINES: [&str; 4] = ["\\newpage", "\\pagebreak", "${toc}", "$$"];

impl ProseReader<'_> {
    /// Warns of such signs in a text, which is not in a code block.
    pub(super) fn warn_of_dialects(&mut self, written: &str, range: &Range<usize>) {
        let line = written.lines().next().unwrap_or_default();
        let is_abbreviation = line.starts_with("*[") && line.contains("]:");
        if self.begins_line() && (is_abbreviation || LINES.contains(&line.trim())) {
            self.warn(
                lints::FOREIGN_MARKUP,
                range.start..range.start + line.trim_end().len(),
            );
            return;
        }
        for found in around(written) {
            self.warn(
                lints::FOREIGN_MARKUP,
                range.start + found.start..range.start + found.end,
            );
        }
    }
}

/// Where words stand between two of the same signs, in a line.
fn around(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for sign in AROUND.into_iter().filter(|sign| text.contains(sign)) {
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let mut open: Option<usize> = None;
            for (at, _) in line.match_indices(sign) {
                let is_double = line[..at].ends_with('$') || line[at + 1..].starts_with('$');
                if sign == "$" && is_double {
                    continue;
                }
                open = match open {
                    Some(from) if is_around(sign, &line[from + sign.len()..at]) => {
                        found.push(start + from..start + at + sign.len());
                        None
                    }
                    _ => Some(at),
                };
            }
            start += line.len();
        }
    }
    found
}

/// Whether what stands between two signs is marked by them: an amount of money is no formula.
fn is_around(sign: &str, inside: &str) -> bool {
    let is_tight =
        !inside.starts_with(char::is_whitespace) && !inside.ends_with(char::is_whitespace);
    let is_formula = !sign.starts_with('$') || inside.contains(['\\', '^', '_', '{', '=']);
    is_tight && is_formula && inside.contains(char::is_alphanumeric)
}

/// What is written in Markdown for a tag of another program: its name tells what it is for. `is_picture`: behind `!`.
pub(super) fn markdown_for(tag: &str, is_picture: bool) -> Option<&'static str> {
    const LINK: &str = "[…](ref:collection/slug)";
    const PICTURE: &str = "![…](file.jpg)";
    if let Some(page) = tag.strip_prefix("[[") {
        let is_toc = page.to_lowercase().trim_matches(['_', ']']) == "toc";
        return (!is_toc).then_some(if is_picture { PICTURE } else { LINK });
    }
    let name = tag.trim_start_matches(['{', '%', '<', '-', ' ']);
    let end = name.find(|c: char| !c.is_ascii_alphanumeric() && !"_.-".contains(c));
    match &name[..end.unwrap_or(name.len())] {
        "get_url" | "link" | "post_url" | "ref" | "relref" | "site.baseurl" | "site.url"
        | "url" => Some(LINK),
        "figure" | "image" | "img" | "picture" => Some(PICTURE),
        "gist" | "tweet" | "vimeo" | "youtube" => Some("[…](https://…)"),
        "codeblock" | "highlight" => Some("```"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_told_from_operators_and_money() {
        for (text, expected) in [
            ("نص ==مهم== و==آخر==", &["==مهم==", "==آخر=="][..]),
            ("نص ++مضاف++ و||سر||", &["++مضاف++", "||سر||"]),
            ("المعادلة $x^2 + y^2$ و$$a_1$$", &["$$a_1$$", "$x^2 + y^2$"]),
            ("ثمنه $5 أو $6", &[]),
            ("a == b و c == d", &[]),
            ("C++ وJava و C++", &[]),
            ("== عنوان ==", &[]),
            ("$", &[]),
        ] {
            let found: Vec<&str> = around(text).into_iter().map(|place| &text[place]).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    /// Where the time for each is that of what follows it, this does not end today.
    #[test]
    fn signs_without_number_take_no_more_than_their_length() {
        for unit in ["==", "== ", "$ ", "||a "] {
            assert!(around(&unit.repeat(200_000)).len() <= 200_000);
        }
    }

    #[test]
    fn tags_are_told_as_what_they_are_for() {
        for (tag, right) in [
            ("{{< ref \"a.md\" >}}", Some("[…](ref:collection/slug)")),
            ("{{% relref a %}}", Some("[…](ref:collection/slug)")),
            ("{{ site.baseurl }}", Some("[…](ref:collection/slug)")),
            ("[[باب النسخ]]", Some("[…](ref:collection/slug)")),
            ("[[toc]]", None),
            ("[[_TOC_]]", None),
            ("{{< figure src=\"a.png\" >}}", Some("![…](file.jpg)")),
            ("{%- highlight ruby -%}", Some("```")),
            ("{{ youtube(id=\"a\") }}", Some("[…](https://…)")),
            ("{{ page.title }}", None),
        ] {
            assert_eq!(markdown_for(tag, false), right, "{tag}");
        }
        assert_eq!(markdown_for("[[a.png]]", true), Some("![…](file.jpg)"));
    }
}

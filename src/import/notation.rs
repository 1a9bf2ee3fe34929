//! What texts say in the notation of Docusaurus, `VitePress` and kramdown, and Markdown has other words for, or none: blocks between `:::tip`
//! and `:::`, modules of MDX, lists of attributes on a line of their own.

use std::collections::BTreeMap;

use super::report::Report;
use crate::locale::text;

/// The kinds of blocks, by the alert that says the same.
const KINDS: [(&str, &[&str]); 5] = [
    ("NOTE", &["note", "info", "abstract", "details"]),
    ("TIP", &["tip", "hint", "success"]),
    ("IMPORTANT", &["important"]),
    ("WARNING", &["warning", "caution", "attention"]),
    ("CAUTION", &["danger", "error"]),
];

/// The line that a block begins with.
#[derive(Debug, PartialEq, Eq)]
struct Opening<'a> {
    colons: usize,
    alert: &'static str,
    title: &'a str,
}

/// A text in Markdown, of which `number` is the first line in its file.
pub(super) fn rewritten(text: &str, file: &str, number: usize, report: &mut Report) -> String {
    let lines: Vec<&str> = text.split('\n').collect();
    let last = last_ends(&lines);
    let mut out: Vec<String> = Vec::with_capacity(lines.len());
    let mut open: Vec<usize> = Vec::new();
    let mut fence: Option<&str> = None;
    let mut element: Option<&str> = None;
    for (at, line) in lines.iter().enumerate() {
        let words = line.trim();
        let quoted = "> ".repeat(open.len());
        let marks = words.len() - words.trim_start_matches(['`', '~']).len();
        if let Some(mark) = fence {
            let is_end = words.starts_with(mark) && marks == words.len();
            fence = fence.filter(|_| !is_end);
        } else if let Some(end) = element.or_else(|| raw(words)) {
            element = Some(end).filter(|end| !words.contains(end));
        } else if marks > 2 {
            fence = Some(&words[..marks]);
        } else if let Some(opening) = opening(words)
            && last.get(&opening.colons).is_some_and(|end| *end > at)
        {
            out.push(format!("{quoted}> [!{}]", opening.alert));
            if !opening.title.is_empty() {
                out.push(format!("{quoted}> **{}**\n{quoted}>", opening.title));
            }
            open.push(opening.colons);
            continue;
        } else if open.last() == colons(words).as_ref() && !open.is_empty() {
            open.pop();
            out.push("> ".repeat(open.len()).trim_end().to_owned());
            continue;
        } else if is_module(line) || is_attributes(words) {
            report.place(file, number + at, text!("import-left-out", words));
            out.push(String::new());
            continue;
        }
        out.push(format!("{quoted}{line}").trim_end_matches(' ').to_owned() + trailing(line));
    }
    out.join("\n")
}

/// Two spaces at the end of a line break it.
fn trailing(line: &str) -> &str {
    let end = line.trim_end_matches(' ').len();
    if end == 0 { "" } else { &line[end..] }
}

/// How the element ends that a line begins, if what is in it is no prose.
fn raw(words: &str) -> Option<&'static str> {
    let elements = [("<script", "</script>"), ("<style", "</style>")];
    let begun = elements.iter().find(|(begin, _)| words.starts_with(begin));
    begun.map(|(_, end)| *end)
}

/// The colons of a line that is nothing else: three or more.
fn colons(words: &str) -> Option<usize> {
    let is_all = words.len() > 2 && words.bytes().all(|byte| byte == b':');
    is_all.then_some(words.len())
}

/// `:::tip`, `:::tip عنوان`, `::: tip`, `:::tip[عنوان]`
fn opening(words: &str) -> Option<Opening<'_>> {
    let rest = words.trim_start_matches(':');
    let colons = words.len() - rest.len();
    let rest = rest.trim_start();
    let end = rest.find(|c: char| !c.is_ascii_alphabetic());
    let (kind, title) = rest.split_at(end.unwrap_or(rest.len()));
    let is_of_kind = |kinds: &[&str]| kinds.contains(&kind.to_ascii_lowercase().as_str());
    let (alert, _) = KINDS.iter().find(|(_, kinds)| is_of_kind(kinds))?;
    let title = title.trim();
    let title = title
        .strip_prefix('[')
        .and_then(|title| title.strip_suffix(']'))
        .unwrap_or(title);
    let is_title = !title.starts_with('{');
    (colons > 2).then_some(Opening {
        colons,
        alert,
        title: if is_title { title } else { "" },
    })
}

/// The last line of so many colons, which ends a block that began with as many. Blocks in a block have fewer, or end before it does.
fn last_ends(lines: &[&str]) -> BTreeMap<usize, usize> {
    let ends = lines.iter().enumerate();
    ends.filter_map(|(at, line)| Some((colons(line.trim())?, at)))
        .collect()
}

/// `import Tabs from '@theme/Tabs';`, `export const x = 1;`
pub(super) fn is_module(line: &str) -> bool {
    let rest = line.trim_end().trim_end_matches(';');
    let is_quoted = rest.ends_with(['\'', '"']);
    let is_import = is_quoted
        && line
            .strip_prefix("import ")
            .is_some_and(|rest| rest.contains(" from ") || rest.starts_with(['\'', '"']));
    // What goes on in the next line is left as it is.
    let count = |signs: [char; 3]| line.matches(signs).count();
    let is_whole = count(['{', '(', '[']) == count(['}', ')', ']']);
    let exported = line.strip_prefix("export ");
    let is_export = exported.is_some_and(|rest| {
        let kinds = ["const ", "default ", "function "];
        kinds.iter().any(|kind| rest.starts_with(kind))
    });
    is_import || is_export && is_whole
}

/// `{: .lead #first}`, `{:toc}`
fn is_attributes(words: &str) -> bool {
    words.starts_with("{:") && words.ends_with('}') && !words[2..words.len() - 1].contains('}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_others_say_is_said_in_markdown_or_left_out_and_told() {
        for (text, expected, told) in [
            (
                ":::tip عنوان\nنص\n:::\nبعده",
                "> [!TIP]\n> **عنوان**\n>\n> نص\n\nبعده",
                0,
            ),
            (
                "::: danger\n- بند\n\n  نص\n:::",
                "> [!CAUTION]\n> - بند\n>\n>   نص\n",
                0,
            ),
            (
                "::::info[أ]\n:::note\nنص\n:::\n::::",
                "> [!NOTE]\n> **أ**\n>\n> > [!NOTE]\n> > نص\n>\n",
                0,
            ),
            (
                ":::tip\n```md\n:::\n```\n:::",
                "> [!TIP]\n> ```md\n> :::\n> ```\n",
                0,
            ),
            (":::tip لا نهاية\nنص", ":::tip لا نهاية\nنص", 0),
            (":::يمين\nنص\n:::", ":::يمين\nنص\n:::", 0),
            (
                "import A from '@theme/A';\n\nنص  \nبعده",
                "\n\nنص  \nبعده",
                1,
            ),
            ("export const x = 1;\n{: .lead}\n{:toc}", "\n\n", 3),
            (
                "```js\nimport A from 'a';\n{: .x}\n```",
                "```js\nimport A from 'a';\n{: .x}\n```",
                0,
            ),
            (
                "<script setup>\nimport A from 'a'\n</script>\nexport default {",
                "<script setup>\nimport A from 'a'\n</script>\nexport default {",
                0,
            ),
            (
                "import the goods from here",
                "import the goods from here",
                0,
            ),
        ] {
            let mut report = Report::default();
            assert_eq!(rewritten(text, "a.md", 1, &mut report), expected, "{text}");
            let report = report.written(crate::locale::Language::English);
            assert_eq!(report.matches("`a.md:").count(), told, "{report}");
        }
    }
}

//! The prose of a page: shortcodes, links between texts, marks that other generators know.

use std::ops::Range;

use super::generator::Generator;
use super::headings;
use super::jekyll;
use super::links::Targets;
use super::notation;
use super::page::Page;
use super::report::Report;
use super::shortcode::{self, Shortcode};
use crate::locale::{Text, text};
use crate::markdown;

/// What names a text, and becomes the address of it.
const REFERENCES: [&str; 4] = ["ref", "relref", "link", "post_url"];

/// Rewrites the body of a page.
pub(super) fn convert(targets: &Targets, page: &mut Page, report: &mut Report) {
    page.body = with_settings(targets.generator, page, report);
    let code = fences(&page.body, &blocks(&page.body, targets.generator));
    let title = page.fields.get("title").and_then(toml::Value::as_str);
    page.body = headings::below(title.unwrap_or_default(), &page.body, &code);
    let body = without_shortcodes(targets, page, report);
    let body = match targets.generator {
        Generator::Hugo | Generator::Zola => body,
        Generator::Jekyll | Generator::Markdown => {
            let file = page.source.as_deref().unwrap_or_default();
            notation::rewritten(&body, file, page.line, report)
        }
    };
    page.body = with_links(targets, page, &body);
}

/// The text with what stands behind its fences in our words: `go {linenos=table}`.
fn with_settings(generator: Generator, page: &Page, report: &mut Report) -> String {
    let text = &page.body;
    let file = page.source.as_deref().unwrap_or_default();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for fence in fences(text, &blocks(text, generator)) {
        let line = text[fence.clone()].lines().next().unwrap_or_default();
        let info = line.trim_start_matches([' ', '\t', '`', '~']);
        let Some(ours) = markdown::translated_fence(info) else {
            continue;
        };
        let start = fence.start + line.len() - info.len();
        out.push_str(&text[at..start]);
        out.push_str(&ours.line);
        at = start + info.len();
        if !ours.left.is_empty() {
            let number = page.line + text[..start].matches('\n').count();
            report.place(file, number, text!("import-fence", arguments = ours.left));
        }
    }
    out.push_str(&text[at..]);
    out
}

fn without_shortcodes(targets: &Targets, page: &Page, report: &mut Report) -> String {
    let text = &page.body;
    let file = page.source.as_deref().unwrap_or_default();
    let blocks = blocks(text, targets.generator);
    let fences = fences(text, &blocks);
    let in_fence = |at: usize| fences.iter().any(|code| code.contains(&at));
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(found) = shortcode::next(text, at, targets.generator) {
        let Shortcode { range, name, .. } = &found;
        out.push_str(&text[at..range.start]);
        at = range.end;
        let line = &text[..range.start];
        let line = &line[line.rfind('\n').map_or(0, |at| at + 1)..];
        let block = blocks.iter().find(|block| block.contains(&range.start));
        let block = block.filter(|block| !in_fence(block.start));
        let inside = block.filter(|block| block.start != range.start && block.end != range.end);
        let is_code = inside.is_some()
            || in_fence(range.start)
            || block.is_none() && line.matches('`').count() % 2 == 1;
        let number = page.line + text[..range.start].matches('\n').count();
        if found.is_escaped {
            let shown = found.unescaped(text);
            out.push_str(&if is_code { shown } else { format!("`{shown}`") });
            continue;
        }
        if targets.generator != Generator::Hugo && is_code {
            out.push_str(&text[range.clone()]);
            continue;
        }
        let name = (*name).to_owned();
        if let Some(block) = block.filter(|_| inside.is_none()) {
            let left = fenced(text, block, &found, &mut out);
            if block.start == range.start {
                report.place(file, number, done(name, left));
            }
            continue;
        }
        if targets.generator == Generator::Jekyll
            && let Some(words) = jekyll::printed(&found)
        {
            out.push_str(&words);
            continue;
        }
        if REFERENCES.contains(&name.as_str()) {
            let path = found.argument("path", 0).unwrap_or_default();
            let path = match name.as_str() {
                "link" => path.trim_start_matches('_').to_owned(),
                "post_url" => format!("posts/{path}"),
                _ => path,
            };
            match targets.file(page, &path) {
                Some(link) if is_code || is_address(line) => out.push_str(&link),
                // The old generator printed the address, which nobody could follow.
                Some(link) => {
                    let words = path.replace(['[', ']', '\\', '`', '*', '_', '<'], "");
                    out.push_str(&format!("[{words}]({link})"));
                }
                None => {
                    report.place(file, number, text!("import-link", address = path.as_str()));
                    out.push_str(&path);
                }
            }
            continue;
        }
        if let Some((markdown, left)) = found.markdown().filter(|_| !is_code) {
            report.place(file, number, done(name, left));
            out.push_str(&markdown);
            continue;
        }
        report.place(file, number, text!("import-shortcode", name));
        if is_code {
            out.push_str(&text[range.clone()]);
        } else {
            out.push_str(&found.visible(text));
        }
    }
    out.push_str(&text[at..]);
    out.replace("<!--more-->", "<!-- more -->")
}

/// Whether what stands behind a part of a line is where a link leads: in Markdown, in a definition of one, in HTML.
fn is_address(before: &str) -> bool {
    let before = before.trim_end();
    let is_definition = before.trim_start().starts_with('[') && before.ends_with("]:");
    is_definition || before.ends_with(['<', '"', '\'', '=']) || before.ends_with("](")
}

fn done(name: String, left: Vec<String>) -> Text {
    if left.is_empty() {
        text!("import-shortcode-done", name)
    } else {
        text!("import-shortcode-part", name, arguments = left)
    }
}

/// Writes a fence for a shortcode that begins or ends a block of code, on a line of its own. Gives the arguments that do not
/// matter any more.
fn fenced(
    text: &str,
    block: &Range<usize>,
    found: &Shortcode<'_>,
    out: &mut String,
) -> Vec<String> {
    let begin = &text[..block.start];
    let begin = &begin[begin.rfind('\n').map_or(0, |at| at + 1)..];
    // In a quotation and in an item of a list every line of the code stands as far in as the first.
    let is_indent = |c: char| c == '>' || c == ' ' || c == '\t';
    let item = begin.trim_start().strip_prefix(['-', '*', '+']);
    let is_item = item.is_some_and(|rest| rest.trim().is_empty());
    let indent: String = if begin.chars().all(is_indent) {
        begin.to_owned()
    } else {
        begin.chars().take_while(|_| is_item).map(|_| ' ').collect()
    };
    let fence = shortcode::fence(&text[block.clone()], 3);
    let new_line = |out: &mut String| {
        let line = out.rfind('\n').map_or(0, |at| at + 1);
        if !out[line..].trim_matches(is_indent).is_empty() {
            out.push('\n');
            out.push_str(&indent);
        }
    };
    let (info, left) = found.of_code();
    let begins = block.start == found.range.start;
    if !begins || !is_item {
        new_line(out);
    }
    out.push_str(&fence);
    if begins {
        out.push_str(&info);
    }
    let rest = text[found.range.end..].lines().next().unwrap_or_default();
    if !rest.trim().is_empty() {
        out.push('\n');
        out.push_str(&indent);
    }
    left
}

/// The parts of a text that shortcodes mark as code, with these.
fn blocks(text: &str, generator: Generator) -> Vec<Range<usize>> {
    let mut blocks = Vec::new();
    let mut open: Option<usize> = None;
    let mut at = 0;
    while let Some(found) = shortcode::next(text, at, generator) {
        at = found.range.end;
        if found.name == "highlight" && !found.is_escaped {
            match open {
                Some(start) if found.is_closing => {
                    blocks.push(start..found.range.end);
                    open = None;
                }
                None if !found.is_closing => open = Some(found.range.start),
                _ => {}
            }
        }
    }
    blocks
}

/// The blocks of code in a text that stand between fences, outside of those that shortcodes mark.
fn fences(text: &str, marked: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut blocks = Vec::new();
    let mut open: Option<(usize, &str)> = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        if marked
            .iter()
            .any(|one| one.start < start && start < one.end)
        {
            continue;
        }
        let words = line.trim();
        let mark = ["```", "~~~"]
            .into_iter()
            .find(|mark| words.starts_with(mark));
        match (open, mark) {
            (None, Some(mark)) => open = Some((start, mark)),
            (Some((start, begun)), Some(mark))
                if begun == mark && words.trim_matches(['`', '~']).is_empty() =>
            {
                blocks.push(start..at);
                open = None;
            }
            _ => {}
        }
    }
    blocks.extend(open.map(|(start, _)| start..text.len()));
    blocks
}

/// The text with links to other texts by their ids.
fn with_links(targets: &Targets, page: &Page, text: &str) -> String {
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    markdown::each_link(text, |address, range, _| {
        let is_written = text
            .get(range.clone())
            .is_some_and(|written| written == address);
        if let Some(link) = targets.link(page, address).filter(|_| is_written) {
            edits.push((range, link));
        }
    });
    edits.sort_by_key(|(range, _)| range.start);
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for (range, link) in edits {
        if range.start >= at {
            out.push_str(&text[at..range.start]);
            out.push_str(&link);
            at = range.end;
        }
    }
    out.push_str(&text[at..]);
    out
}

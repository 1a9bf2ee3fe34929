//! The prose of a page: shortcodes, links between texts, marks that other generators know.

use std::ops::Range;

use super::generator::Generator;
use super::links::Targets;
use super::page::Page;
use super::report::Report;
use super::shortcode::{self, Shortcode};
use crate::locale::text;
use crate::markdown;

/// Rewrites the body of a page.
pub(super) fn convert(targets: &Targets, page: &mut Page, report: &mut Report) {
    let body = without_shortcodes(targets, page, report);
    page.body = with_links(targets, page, &body);
}

fn without_shortcodes(targets: &Targets, page: &Page, report: &mut Report) -> String {
    let text = &page.body;
    let file = page.source.as_deref().unwrap_or_default();
    let code = fences(text);
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(found) = shortcode::next(text, at, targets.generator) {
        let Shortcode { range, name, .. } = &found;
        out.push_str(&text[at..range.start]);
        at = range.end;
        let in_fence = code.iter().any(|code| code.contains(&range.start));
        let line = &text[..range.start];
        let line = &line[line.rfind('\n').map_or(0, |at| at + 1)..];
        let is_code = in_fence || line.matches('`').count() % 2 == 1;
        let number = page.line + text[..range.start].matches('\n').count();
        if found.is_escaped {
            let shown = found.unescaped(text);
            out.push_str(&if is_code { shown } else { format!("`{shown}`") });
            continue;
        }
        if targets.generator == Generator::Zola && is_code {
            out.push_str(&text[range.clone()]);
            continue;
        }
        let name = (*name).to_owned();
        if ["ref", "relref"].contains(&name.as_str()) {
            let path = found.argument("path", 0).unwrap_or_default();
            let link = targets.file(page, &path).unwrap_or_else(|| {
                report.place(file, number, text!("import-link", address = path.as_str()));
                path.clone()
            });
            out.push_str(&link);
            continue;
        }
        if let Some(markdown) = found.markdown().filter(|_| !is_code) {
            report.place(file, number, text!("import-shortcode-done", name));
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

/// The blocks of code in a text.
fn fences(text: &str) -> Vec<Range<usize>> {
    let mut blocks = Vec::new();
    let mut open: Option<(usize, &str)> = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim();
        let mark = ["```", "~~~"]
            .into_iter()
            .find(|mark| words.starts_with(mark));
        match (open, mark) {
            (None, Some(mark)) => open = Some((at, mark)),
            (Some((start, begun)), Some(mark))
                if begun == mark && words.trim_matches(['`', '~']).is_empty() =>
            {
                blocks.push(start..at + line.len());
                open = None;
            }
            _ => {}
        }
        at += line.len();
    }
    blocks.extend(open.map(|(start, _)| start..text.len()));
    blocks
}

/// The text with links to other texts by their ids.
fn with_links(targets: &Targets, page: &Page, text: &str) -> String {
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    markdown::each_link(text, |address, range| {
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

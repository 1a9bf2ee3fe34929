//! Builds the new site and takes out what would stop it: a broken link becomes its words and its address, and a page that can not
//! be published as it is becomes a draft. Each is named in the report.

use std::collections::BTreeMap;
use std::ops::Range;

use super::generator::Files;
use super::report::Report;
use super::shortcode::fence;
use crate::diagnostic::Diagnostic;
use crate::locale::text;
use crate::markdown;
use crate::path::SourcePath;
use crate::pipeline::{Options, Pipeline};
use crate::source::{Snapshot, Source};

/// How often the site is built: taking out one page may break links to it.
const ROUNDS: usize = 16;

/// The settings of the new site.
const SITE: &str = "site.toml";

pub(super) fn mend(files: &mut Files, report: &mut Report) {
    let mut pipeline = Pipeline::new(Options::default());
    let sources = files
        .iter()
        .map(|(path, bytes)| Source::new(SourcePath::new(path), bytes.clone()));
    let mut snapshot: Snapshot = sources.collect();
    // Sources are called by other names than files where these are not in NFC.
    let keys = files.keys().map(|key| (SourcePath::new(key), key.clone()));
    let keys: BTreeMap<SourcePath, String> = keys.collect();
    for round in 0..ROUNDS {
        let build = pipeline.run(&snapshot);
        let mut by_file: BTreeMap<SourcePath, Vec<Diagnostic>> = BTreeMap::new();
        for problem in build.diagnostics.iter().filter(|one| one.is_error()) {
            if let Some(span) = &problem.span {
                let of_file = by_file.entry(span.path.clone()).or_default();
                of_file.push(problem.clone());
            }
        }
        let mut is_changed = false;
        for (path, problems) in by_file {
            let is_text = path.below("content").is_some() && path.has_extension("md");
            let (Some(source), Some(key)) = (snapshot.get(&path), keys.get(&path)) else {
                continue;
            };
            let is_last = round + 2 >= ROUNDS;
            let old = source.text();
            let is_style = path.has_extension("css");
            let is_asset = path.below("templates/assets").is_some();
            // Of another file, that a page has its address, for instance.
            let is_broken = |one: &&Diagnostic| {
                if is_style {
                    one.code == "E405"
                } else {
                    is_asset
                }
            };
            let broken = problems.iter().find(is_broken);
            if let Some(problem) = broken {
                // Nobody can say what is meant.
                let reason = problem.message.clone();
                let why = if is_style {
                    text!("import-css-broken", reason)
                } else {
                    text!("import-asset-refused", reason)
                };
                report.taken_out(key, why);
                files.remove(key);
                let others = snapshot.iter().filter(|source| *source.path() != path);
                snapshot = others.cloned().collect();
                is_changed = true;
                continue;
            }
            let mended = if is_text {
                mended(old, path.as_str(), problems, is_last, report)
            } else if path.has_extension("css") {
                without_files(old, path.as_str(), &problems, report)
            } else if path.as_str() == SITE {
                without_drafts(old, &problems, report)
            } else {
                None
            };
            if let Some(text) = mended {
                is_changed = true;
                snapshot.insert(Source::new(path, text.clone().into_bytes()));
                files.insert(key.clone(), text.into_bytes());
            }
        }
        if !is_changed {
            if build.output.is_none() {
                report.note(text!("import-unfinished"));
            }
            return;
        }
    }
    report.note(text!("import-unfinished"));
}

/// The text of an entry without its problems, as far as one round can know.
fn mended(
    text: &str,
    path: &str,
    problems: Vec<Diagnostic>,
    is_last: bool,
    report: &mut Report,
) -> Option<String> {
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    let mut images = Vec::new();
    let mut why_draft = None;
    for problem in problems {
        let span = problem
            .span
            .as_ref()
            .map_or(0..0, |span| span.range.clone());
        let line = text[..span.start.min(text.len())].matches('\n').count() + 1;
        if let Some(fix) = problem.fix.as_ref().filter(|_| !is_last) {
            edits.push((fix.range.clone(), fix.replacement.clone()));
            continue;
        }
        let is_link = ["E201", "E204", "E205", "E212", "E219", "E407"].contains(&problem.code);
        let links = Some(&span).filter(|_| is_link && !is_last);
        let links = links.map(|span| without_links(text, span, problem.code));
        if let Some(links) = links.filter(|links| !links.is_empty()) {
            for (range, replacement) in links {
                let line = text[..range.start].matches('\n').count() + 1;
                let reason = problem.message.clone();
                report.place(path, line, text!("import-link-broken", reason));
                edits.push((range, replacement));
            }
            continue;
        }
        let is_call = ["E236", "E237", "E238"].contains(&problem.code) && !is_last;
        if let Some(at) = colons(text, &span).filter(|_| is_call) {
            let edit = (at..at, "\\".to_owned());
            // A block that is no component may be found to have no end as well.
            if !edits.contains(&edit) {
                report.place(path, line, text!("import-call-text"));
                edits.push(edit);
            }
            continue;
        }
        if let Some(edit) = decorated(text, &span).filter(|_| problem.code == "E213") {
            images.push((line, edit));
            continue;
        }
        report.place(
            path,
            line,
            text!(
                "import-drafted",
                code = problem.code,
                reason = problem.message.clone()
            ),
        );
        why_draft = Some(problem.code);
    }
    let mut out = text.to_owned();
    if why_draft.is_some() {
        if text.contains("\ndraft = true\n") {
            return as_code(text, path, report);
        }
        return Some(text.replacen("+++\n", "+++\ndraft = true\n", 1));
    }
    for (line, (range, mark)) in images {
        // Of one that is not there, words are left.
        let is_there =
            |(edit, _): &(Range<usize>, _)| !(edit.start..=edit.end).contains(&range.start);
        if edits.iter().all(is_there) {
            report.place(path, line, text!("import-image"));
            edits.push((range, mark));
        }
    }
    edits.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
    let mut end = usize::MAX;
    for (range, replacement) in edits {
        if range.end <= end && out.get(range.clone()).is_some() {
            end = range.start;
            out.replace_range(range, &replacement);
        }
    }
    (out != text).then_some(out)
}

/// A style sheet that asks for nothing in place of files that there are not.
fn without_files(
    text: &str,
    path: &str,
    problems: &[Diagnostic],
    report: &mut Report,
) -> Option<String> {
    let mut out = text.to_owned();
    let missing = problems.iter().filter(|one| one.code == "E404");
    for problem in missing.rev() {
        let Some(span) = &problem.span else { continue };
        let line = text.get(..span.range.start)?.matches('\n').count() + 1;
        let reason = problem.message.clone();
        report.place(path, line, text!("import-file-missing", reason));
        out.replace_range(span.range.clone(), "data:,");
    }
    (out != text).then_some(out)
}

/// The settings without what names pages that have become drafts: an item of a menu, or the key of a table. They are as we
/// write them: a key a line, and an empty line before each table.
fn without_drafts(text: &str, problems: &[Diagnostic], report: &mut Report) -> Option<String> {
    let named = problems.iter().filter(|one| one.code == "E201");
    let mut named: Vec<_> = named
        .filter_map(|one| Some((one.span.as_ref()?.range.start, one)))
        .collect();
    named.sort_by_key(|(start, _)| std::cmp::Reverse(*start));
    let mut out = text.to_owned();
    for (start, problem) in named {
        let line = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let end = text[start..]
            .find('\n')
            .map_or(text.len(), |at| start + at + 1);
        let table = text[..line].rfind("\n[").map_or(0, |at| at + 1);
        let is_item = text[table..].starts_with("[[");
        let range = if is_item {
            table
                ..text[line..]
                    .find("\n[")
                    .map_or(text.len(), |at| line + at + 1)
        } else {
            line..end
        };
        let number = text[..line].matches('\n').count() + 1;
        report.place(
            SITE,
            number,
            text!("import-draft-unnamed", reason = problem.message.clone()),
        );
        out.replace_range(range, "");
    }
    (out != text).then_some(out)
}

/// The text of a draft that still stops the build: its body is shown as it is, and nothing in it can be wrong.
fn as_code(text: &str, path: &str, report: &mut Report) -> Option<String> {
    let (_, rest) = text.split_once("+++\n")?;
    let (front, body) = rest.split_once("\n+++\n")?;
    let body = body.trim_matches('\n');
    let fence = fence(body, 3);
    if body.is_empty() || body.starts_with("```") && body.ends_with("```") {
        return None;
    }
    report.place(path, 1, text!("import-as-code"));
    Some(format!(
        "+++\n{front}\n+++\n\n{fence}text\n{body}\n{fence}\n"
    ))
}

/// Where the colons begin of what was taken for the call of a component that ends at a place or goes on there.
fn colons(text: &str, span: &Range<usize>) -> Option<usize> {
    let is_there = text.get(span.start..)?.starts_with(':');
    let before = &text[..span.start + usize::from(is_there)];
    let line = before.rfind('\n').map_or(0, |at| at + 1);
    let colon = line + before[line..].rfind(':')?;
    let start = before[..colon].trim_end_matches(':').len();
    (!before[..start].ends_with('\\')).then_some(start)
}

/// The mark of a picture at a place that it is decorative, as it was without a description.
fn decorated(text: &str, span: &Range<usize>) -> Option<(Range<usize>, String)> {
    let written = text.get(span.clone())?;
    if written.starts_with("![") {
        return Some((span.end..span.end, "{decorative}".to_owned()));
    }
    let tag = written.get(.."<img".len())?;
    let behind = span.start + tag.len();
    let edit = (behind..behind, " alt=\"\"".to_owned());
    tag.eq_ignore_ascii_case("<img").then_some(edit)
}

/// A link of a text: its address, where that is written, and where the whole link is, if it is one of Markdown.
type Link = (String, Range<usize>, Option<Range<usize>>);

/// What the link at a place is to be instead, and all others of its address where the problem is that.
fn without_links(text: &str, span: &Range<usize>, code: &str) -> Vec<(Range<usize>, String)> {
    let (mut found, mut around) = (None, None);
    let mut links: Vec<Link> = Vec::new();
    markdown::each_link(text, |address, range, whole| {
        let overlaps = |range: &Range<usize>| {
            range.start < span.end.max(span.start + 1)
                && span.start < range.end.max(range.start + 1)
        };
        if overlaps(&range) && found.is_none() {
            found = Some(links.len());
        } else if whole.as_ref().is_some_and(overlaps) {
            // Of a link without an address, which could be told apart; the last is the innermost.
            around = Some(links.len());
        }
        links.push((address.to_owned(), range, whole));
    });
    let Some(found) = found.or(around) else {
        return Vec::new();
    };
    // The first of several is named alone.
    let are_alike = ["E201", "E204", "E205"].contains(&code);
    let address = &links[found].0;
    let all = links.iter().enumerate();
    let all = all.filter(|(at, link)| *at == found || are_alike && link.0 == *address);
    all.filter_map(|(_, link)| without_link(text, link))
        .collect()
}

/// What a link is to be instead: of `[words](address)` the words, and the address as code.
fn without_link(text: &str, (address, range, whole): &Link) -> Option<(Range<usize>, String)> {
    let Some(whole) = whole else {
        // An attribute of HTML: it stays, under a name that says nothing to browsers.
        let before = &text[..range.start];
        let tag = before.rfind('<')?;
        let name = ["href=", "src=", "srcset=", "poster=", "action=", "data="]
            .iter()
            .filter_map(|name| before[tag..].rfind(name))
            .max()?;
        let at = tag + name;
        return Some((at..at, "data-old-".to_owned()));
    };
    let address = address.replace('`', "");
    let words = words(&text[whole.clone()]);
    let replacement = match (words.trim(), address.trim()) {
        (words, "") => words.to_owned(),
        ("", address) => format!("`{address}`"),
        (words, address) => format!("{words} (`{address}`)"),
    };
    Some((whole.clone(), replacement))
}

/// The words of a link or a picture, as they are written: what stands between its first bracket and the one that closes it.
fn words(link: &str) -> &str {
    let inside = link.trim_start_matches('!');
    let Some(inside) = inside.strip_prefix('[') else {
        return "";
    };
    let mut depth = 1;
    let mut is_escaped = false;
    let end = inside.find(|c| {
        depth += match c {
            _ if is_escaped => 0,
            '[' => 1,
            ']' => -1,
            _ => 0,
        };
        is_escaped = c == '\\' && !is_escaped;
        depth == 0
    });
    end.map_or("", |end| &inside[..end])
}

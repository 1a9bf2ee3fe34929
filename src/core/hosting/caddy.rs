//! A site becomes a block of a Caddyfile. No two directives set the same header for one file, since Caddy sorts them as it
//! sees fit, and what differs from file to file is said of files that are there, so that no error is kept like a file.

use std::collections::BTreeMap;

use super::answers::Headers;
use super::places::{Place, Spread};
use super::served::{NOT_FOUND, Served, around_fingerprint};
use crate::config::{Config, Target};
use crate::output::Output;
use crate::pages::Plan;
use crate::path::encode;

/// The block of a Caddyfile for a site that was built for this target.
#[must_use]
pub fn caddy(output: &Output, plan: &Plan, config: &Config, target: &Target) -> String {
    let site = Served::new(output, plan, config, target);
    let mut text = String::from("# Made by warraq of site.toml. A block of a Caddyfile.\n\n");
    text.push_str(&format!(
        "{} {{\n\troot * {}\n",
        site.host,
        quoted(&site.folder)
    ));
    let mut lines = headers(&site);
    lines.extend(kinds(&site));
    for (from, to) in &site.redirects {
        lines.push(format!("redir {} {} 301", quoted(from), quoted(to)));
    }
    // What warraq writes down for itself, where a target has no other place for it.
    let mut server = "file_server {\n\thide .warraq\n".to_owned();
    if !target.precompressed.is_empty() {
        let names = target.precompressed.iter().map(|encoding| encoding.name());
        let names: Vec<_> = names.collect();
        server.push_str(&format!("\tprecompressed {}\n", names.join(" ")));
    }
    lines.push(server + "}");
    let is_below = site.base != "/";
    if is_below {
        let without_slash = quoted(site.base.trim_end_matches('/'));
        let to = quoted(&encode(&site.base));
        text.push_str(&format!("\n\tredir {without_slash} {to} 301\n"));
        text.push_str(&format!(
            "\thandle_path {} {{\n",
            quoted(&format!("{}*", site.base))
        ));
    }
    let indent = if is_below { "\t\t" } else { "\t" };
    for line in lines.iter().flat_map(|line| line.lines()) {
        text.push_str(&format!("{indent}{line}\n"));
    }
    if is_below {
        text.push_str("\t}\n");
    }
    match &site.not_found[..] {
        [] => {}
        [(folder, headers)] if folder.is_empty() => {
            let page = not_found(folder, headers, "\t\t");
            text.push_str(&format!("\n\thandle_errors 404 {{\n{page}\t}}\n"));
        }
        several => {
            text.push_str("\n\thandle_errors 404 {\n");
            // Of those that match, the first is taken.
            for (folder, headers) in several.iter().rev() {
                let path = quoted(&format!("{}{folder}*", site.base));
                let page = not_found(folder, headers, "\t\t\t");
                text.push_str(&format!("\t\thandle {path} {{\n{page}\t\t}}\n"));
            }
            text.push_str("\t}\n");
        }
    }
    text + "}\n"
}

/// What is answered with the page of a folder for addresses where nothing is.
fn not_found(folder: &str, headers: &Headers, indent: &str) -> String {
    let mut text = format!("{indent}header {{\n");
    for (name, value) in headers {
        text.push_str(&format!("{indent}\t{name} {}\n", quoted(value)));
    }
    let page = match folder {
        "" => format!("/{NOT_FOUND}"),
        _ => quoted(&format!("/{folder}{NOT_FOUND}")),
    };
    text + &format!("{indent}}}\n{indent}rewrite * {page}\n{indent}file_server\n")
}

/// Headers that all answers have, then those that some files have.
fn headers(site: &Served) -> Vec<String> {
    let mut lines = vec!["header {".to_owned()];
    let (varied, same): (Vec<_>, Vec<_>) = site
        .headers
        .iter()
        .partition(|spread| !spread.exceptions.is_empty());
    for spread in same {
        let value = spread.usual.iter().map(|value| quoted(value));
        lines.extend(value.map(|value| format!("\t{} {value}", spread.name)));
    }
    lines.push("}".to_owned());
    for spread in varied {
        lines.extend(varied_header(spread));
    }
    lines
}

fn varied_header(spread: &Spread) -> Vec<String> {
    let mut by_value: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let mut all = Vec::new();
    for (place, value) in &spread.exceptions {
        let paths = match place {
            Place::Folder(folder) => vec![format!("/{folder}*")],
            Place::File(path) => match around_fingerprint(path.as_str()) {
                Some((before, after)) => vec![format!("/{before}*{after}")],
                None => Served::addresses(path),
            },
        };
        let paths: Vec<_> = paths.iter().map(|path| quoted(path)).collect();
        all.extend(paths.clone());
        let Some(value) = value else { continue };
        by_value.entry(value).or_default().extend(paths);
    }
    let name = spread.name.to_lowercase();
    let exceptions = by_value
        .into_iter()
        .enumerate()
        .map(|(at, (value, paths))| {
            let matcher = format!("@{name}-{}", at + 1);
            rule(
                &matcher,
                &format!("path {}", paths.join(" ")),
                &spread.name,
                value,
            )
        });
    let usual = spread.usual.iter().map(|value| {
        let others = format!("not path {}", all.join(" "));
        rule(&format!("@{name}"), &others, &spread.name, value)
    });
    usual.chain(exceptions).collect()
}

/// What Caddy may not know of kinds: it has those of the system it runs on.
fn kinds(site: &Served) -> Vec<String> {
    let mut lines = Vec::new();
    for (extension, kind) in &site.kinds.by_extension {
        let others = site.kinds.by_file.keys();
        let others = others.filter(|path| {
            path.extension()
                .is_some_and(|other| other.to_lowercase() == *extension)
        });
        let others: Vec<_> = others.map(|path| quoted(&format!("/{path}"))).collect();
        let mut paths = format!("path *.{extension}");
        if !others.is_empty() {
            paths.push_str(&format!("\n\tnot path {}", others.join(" ")));
        }
        lines.push(rule(
            &format!("@type-{extension}"),
            &paths,
            "Content-Type",
            kind,
        ));
    }
    for (at, (path, kind)) in site.kinds.by_file.iter().enumerate() {
        let path = format!("path {}", quoted(&format!("/{path}")));
        lines.push(rule(
            &format!("@type-of-file-{}", at + 1),
            &path,
            "Content-Type",
            kind,
        ));
    }
    lines
}

fn rule(matcher: &str, paths: &str, name: &str, value: &str) -> String {
    format!(
        "{matcher} {{\n\t{paths}\n\tfile\n}}\nheader {matcher} {name} {}",
        quoted(value)
    )
}

/// A text as one word, in which nothing stands for something else.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\\\"").replace('{', "\\{"))
}

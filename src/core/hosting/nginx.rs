//! A site becomes a configuration of nginx, for its `http` block. nginx drops the `add_header` of a block wherever an inner
//! one has its own; so all of them stand in one place, and what differs from file to file is looked up by `map`.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use super::kinds::UNKNOWN;
use super::places::{Place, Spread};
use super::served::{FINGERPRINT, NOT_FOUND, Served, around_fingerprint};
use crate::config::{Config, Encoding, Target};
use crate::output::Output;
use crate::pages::Plan;
use crate::path::encode;

/// The configuration of nginx for a site that was built for this target.
#[must_use]
pub fn nginx(output: &Output, plan: &Plan, config: &Config, target: &Target) -> String {
    let site = Served::new(output, plan, config, target);
    let mut text =
        String::from("# Made by warraq of site.toml. Include it in the http block of nginx.\n\n");
    for spread in site
        .headers
        .iter()
        .filter(|spread| !spread.exceptions.is_empty())
    {
        text.push_str(&map(spread, &site.base));
    }
    let base = site.base.as_str();
    text.push_str("server {\n    listen 80;\n    listen [::]:80;\n");
    text.push_str(&format!(
        "    server_name {};\n    absolute_redirect off;\n\n",
        site.host
    ));
    if let Some(without_slash) = base.strip_suffix('/').filter(|base| !base.is_empty()) {
        let to = leading(&encode(base));
        text.push_str(&format!(
            "    location = {} {{ return 301 {to}; }}\n\n",
            quoted(without_slash)
        ));
    }
    text.push_str(&format!("    location {} {{\n", quoted(base)));
    for line in location(&site, &target.precompressed) {
        let indent = if line.is_empty() { "" } else { "        " };
        text.push_str(&format!("{indent}{line}\n"));
    }
    text.push_str("    }\n}\n");
    if text.contains(DOLLAR) {
        // nginx has no other way to write this sign where it looks for variables.
        text.push_str("\ngeo $warraq_dollar { default \"$\"; }\n");
    }
    text
}

/// The variable that stands for `$`.
const DOLLAR: &str = "${warraq_dollar}";

/// One header by the file that is served, which `$uri` is once nginx has found it.
fn map(spread: &Spread, base: &str) -> String {
    let mut text = format!("map $uri {} {{\n", variable(&spread.name));
    let usual = spread.usual.as_deref().unwrap_or_default();
    text.push_str(&format!("    default {};\n", literal(usual)));
    for (place, value) in &spread.exceptions {
        let pattern = match place {
            Place::Folder(folder) => expression(&format!("{base}{folder}")),
            Place::File(path) => {
                let file = format!("{base}{path}");
                let file = match around_fingerprint(&file) {
                    Some((before, after)) => {
                        let (before, after) = (expression(before), expression(after));
                        format!("{before}[0-9a-f]{{{FINGERPRINT}}}{after}")
                    }
                    None => expression(&file),
                };
                format!("{file}$")
            }
        };
        let value = literal(value.as_deref().unwrap_or_default());
        text.push_str(&format!("    \"~^{pattern}\" {value};\n"));
    }
    text + "}\n\n"
}

/// What holds below the address of the site.
fn location(site: &Served, precompressed: &[Encoding]) -> Vec<String> {
    let base = &site.base;
    let mut lines = vec![match base.as_str() {
        "/" => format!("root {};", literal(&site.folder)),
        _ => format!("alias {};", literal(&format!("{}/", site.folder))),
    }];
    lines.push("index index.html;".to_owned());
    let folders = site.not_found.iter().map(|(folder, _)| folder.as_str());
    let (whole, languages): (Vec<&str>, Vec<&str>) = folders.partition(|one| one.is_empty());
    let errors = |folder: &str| {
        let page = literal(&format!("{base}{folder}{NOT_FOUND}"));
        // A folder without a page is nothing to read.
        [
            format!("error_page 404 {page};"),
            format!("error_page 403 =404 {page};"),
        ]
    };
    lines.extend(whole.iter().flat_map(|folder| errors(folder)));
    lines.push(String::new());
    lines.extend(types(site));
    for encoding in precompressed {
        lines.push(match encoding {
            Encoding::Brotli => "brotli_static on;".to_owned(),
            Encoding::Gzip => "gzip_static on;".to_owned(),
        });
    }
    if !precompressed.is_empty() {
        lines.push("gzip_vary on;".to_owned());
    }
    lines.push(String::new());
    for spread in &site.headers {
        let value = match &spread.usual {
            Some(value) if spread.exceptions.is_empty() => literal(value),
            _ => variable(&spread.name),
        };
        // Without a page of the site, an error is told under the address that was asked for: nobody should keep it for a year.
        let is_kept = spread.name.eq_ignore_ascii_case("cache-control") && whole.is_empty();
        let always = if is_kept { "" } else { " always" };
        lines.push(format!("add_header {} {value}{always};", spread.name));
    }
    // What warraq writes down for itself, where a target has no other place for it.
    let state = quoted(&format!("{base}.warraq/"));
    let mut locations = vec![format!("location ^~ {state} {{ return 404; }}")];
    for folder in languages {
        let address = quoted(&format!("{base}{folder}"));
        let [missing, refused] = errors(folder);
        locations.push(format!("location {address} {{ {missing} {refused} }}"));
    }
    for (path, kind) in &site.kinds.by_file {
        let address = quoted(&format!("{base}{path}"));
        let kind = without_charset(kind);
        locations.push(format!(
            "location = {address} {{ types {{ }} default_type {kind}; }}"
        ));
    }
    for (from, to) in &site.redirects {
        let from = quoted(&format!("{}{from}", base.trim_end_matches('/')));
        let to = leading(to);
        locations.push(format!("location = {from} {{ return 301 {to}; }}"));
    }
    lines.push(String::new());
    lines.extend(locations);
    lines
}

fn types(site: &Served) -> Vec<String> {
    let mut types: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (extension, kind) in &site.kinds.by_extension {
        types
            .entry(without_charset(kind))
            .or_default()
            .push(extension);
    }
    let mut lines = vec!["types {".to_owned()];
    let of =
        |(kind, extensions): (&&str, &Vec<&str>)| format!("    {kind} {};", extensions.join(" "));
    lines.extend(types.iter().map(of));
    lines.push("}".to_owned());
    lines.push(format!("default_type {UNKNOWN};"));
    lines.push("charset utf-8;".to_owned());
    let kinds = site
        .kinds
        .by_extension
        .values()
        .chain(site.kinds.by_file.values());
    let texts = kinds.filter(|kind| kind.contains("charset"));
    let texts: BTreeSet<_> = texts.map(|kind| without_charset(kind)).collect();
    // nginx adds text/html itself, and warns of hearing it twice.
    let texts: Vec<_> = texts
        .into_iter()
        .filter(|kind| *kind != "text/html")
        .collect();
    if !texts.is_empty() {
        lines.push(format!("charset_types {};", texts.join(" ")));
    }
    lines
}

fn without_charset(kind: &str) -> &str {
    kind.split(';').next().unwrap_or_default()
}

/// `$warraq_cache_control`.
fn variable(name: &str) -> String {
    let characters = name.chars().map(|c| match c {
        c if c.is_ascii_alphanumeric() => c.to_ascii_lowercase().to_string(),
        '-' => "_".to_owned(),
        other => format!("_{:x}", u32::from(other)),
    });
    format!("$warraq_{}", characters.collect::<String>())
}

/// A text where nginx looks for variables.
fn literal(text: &str) -> String {
    quoted(text).replace('$', DOLLAR)
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// An address to lead to. nginx would look for a variable in it, and its sign means the same percent-encoded.
fn leading(address: &str) -> String {
    quoted(&address.replace('$', "%24"))
}

/// A path as a regular expression that matches it alone.
fn expression(path: &str) -> String {
    let characters = path.chars().map(|c| match c {
        '.' | '+' | '(' | ')' | '[' | ']' | '{' | '}' | '^' | '$' => format!("\\{c}"),
        other => other.to_string(),
    });
    characters.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_that_nginx_reads_are_written_so_that_it_does_not() {
        assert_eq!(literal("a\"$b\\"), "\"a\\\"${warraq_dollar}b\\\\\"");
        assert_eq!(expression("/a.b (1)/"), "/a\\.b \\(1\\)/");
        assert_eq!(variable("X-Robots-Tag"), "$warraq_x_robots_tag");
        assert_ne!(variable("X-A"), variable("X_A"));
    }
}

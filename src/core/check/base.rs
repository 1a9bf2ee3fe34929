//! Tags that lead elsewhere than the page says: `<base href>`, which gives every relative address of its page another
//! meaning, those that are written and those that links have been made to; `<meta http-equiv="refresh">`, which takes readers
//! to another site unasked.

use super::elsewhere::host;
use super::place::{Sources, Tags};
use super::reading::Reading;
use crate::diagnostic::Diagnostic;
use crate::locale::text;
use crate::pages::Role;
use crate::path::OutputPath;

/// The pages with one, each with its problem.
pub(super) fn check(
    readings: &[Reading<'_>],
    sources: Sources<'_>,
) -> Vec<(OutputPath, Diagnostic)> {
    let mut places = Tags::new(sources);
    let own = host(&sources.site.config.base_url).unwrap_or_default();
    let mut found = Vec::new();
    for reading in readings {
        let (page, resources) = (&reading.page, &reading.resources);
        for tag in &resources.bases {
            let mut problem = Diagnostic::error("E225", text!("base-element"))
                .note(text!("found-on-page", page = page.path.url().to_string()))
                .hint(text!("base-element-hint"));
            problem.span = places.of(tag, "<base".len(), page.path);
            found.push((page.path.clone(), problem));
        }
        let planned = sources.plan.files.get(page.path);
        if planned.is_some_and(|planned| planned.role == Role::Redirect) {
            // site.toml or an entry says where it leads.
            continue;
        }
        for (tag, target) in &resources.refreshes {
            if !leaves(target, own) {
                continue;
            }
            let message = text!("refresh-leads-off", address = target.to_string());
            let mut problem = Diagnostic::error("E226", message)
                .note(text!("found-on-page", page = page.path.url().to_string()))
                .hint(text!("refresh-leads-off-hint"));
            problem.span = places.of(tag, "<meta".len(), page.path);
            found.push((page.path.clone(), problem));
        }
    }
    found
}

/// Whether an address leads to another site. Browsers take `\\` for `/`, and pass over tabs and ends of lines.
fn leaves(address: &str, own: &str) -> bool {
    let read = address.chars().filter(|c| !matches!(c, '\t' | '\n' | '\r'));
    let read: String = read.map(|c| if c == '\\' { '/' } else { c }).collect();
    let scheme = read.split_once(':').map(|(scheme, _)| scheme);
    let is_scheme = |text: &str| {
        let mut characters = text.chars();
        characters.next().is_some_and(|c| c.is_ascii_alphabetic())
            && characters.all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
    };
    match host(&read) {
        Some(host) => !host.eq_ignore_ascii_case(own),
        None => scheme.is_some_and(is_scheme),
    }
}

#[cfg(test)]
mod tests {
    use super::leaves;

    #[test]
    fn an_address_leaves_by_its_host_or_its_scheme() {
        for away in [
            "https://evil.example/",
            "//evil.example",
            "\\\\evil.example",
            "/\\evil.example",
            "ht\ntps://evil.example",
            "ftp://a.example/",
            "mailto:a@b",
            "https:evil.example",
        ] {
            assert!(leaves(away, "a.example"), "{away}");
        }
        for own in ["/a/", "../b/", "", "https://A.example/b", "?a:b", "a/b:c"] {
            assert!(!leaves(own, "a.example"), "{own}");
        }
    }
}

//! Single braces where nothing reads them, which would be printed as they stand: arguments of components in plain HTML,
//! `title={page.title}`, and values that two braces would fill in.

use super::syntax::{PieceKind, pieces};
use crate::diagnostic::{Diagnostic, Span};
use crate::locale::text;
use crate::source::Source;

/// What of a template is printed as it stands, and looks like an argument.
pub(super) fn problems(source: &Source, components: &[&str]) -> Vec<Diagnostic> {
    let text = source.text();
    let mut found = Vec::new();
    // The element whose attributes are being read.
    let mut element: Option<&str> = None;
    for piece in pieces(text) {
        if !matches!(piece.kind, PieceKind::Text) {
            continue;
        }
        let end = piece.range.end;
        let mut at = piece.range.start;
        while at < end {
            let rest = &text[at..end];
            let c = rest.chars().next().unwrap_or_default();
            let Some(name) = element else {
                // Behind a sign of equality it may be shown as an argument is written.
                let inside = single(rest).filter(|_| !text[..at].ends_with('='));
                if let Some(inside) = inside {
                    let range = at..at + inside.len() + 2;
                    let message = text!("braces-single", written = &text[range.clone()]);
                    let hint = text!("write", words = format!("{{{{ {} }}}}", inside.trim()));
                    let problem = Diagnostic::error("E401", message).hint(hint);
                    found.push(problem.at(Span::new(source.path(), range.clone())));
                    at = range.end;
                    continue;
                }
                if let Some((length, right)) = embedded(rest) {
                    let message = text!("template-foreign", found = &rest[..length]);
                    let hint = text!("write-instead", words = right);
                    let span = Span::new(source.path(), at..at + length);
                    found.push(Diagnostic::error("E401", message).at(span).hint(hint));
                    at += length;
                    continue;
                }
                let name = rest
                    .strip_prefix('<')
                    .map(name_of)
                    .filter(|name| !name.is_empty());
                at += name.map_or(c.len_utf8(), |name| 1 + name.len());
                element = name;
                continue;
            };
            let value = attribute(rest);
            match c {
                '>' => element = None,
                '"' | '\'' => {
                    at += rest[1..].find(c).map_or(rest.len(), |length| length + 2);
                    continue;
                }
                _ if c.is_whitespace() && value.is_some() => {
                    let (attribute, value, length) = value.unwrap_or_default();
                    let range = at + 1..at + 1 + length;
                    let written = &text[range.clone()];
                    let hint = if components.contains(&name) {
                        text!("component-bare-hint", name)
                    } else {
                        let words = format!("{attribute}=\"{{{{ {} }}}}\"", value.trim());
                        text!("write", words)
                    };
                    let problem = Diagnostic::error("E401", text!("braces-printed", written));
                    found.push(problem.at(Span::new(source.path(), range)).hint(hint));
                    at += 1 + length;
                    continue;
                }
                _ => {}
            }
            at += c.len_utf8();
        }
    }
    found
}

/// What stands between single braces and names a field of the page or the site: `{ page.title | bidi }`.
fn single(text: &str) -> Option<&str> {
    let inside = text.strip_prefix('{')?;
    let inside = &inside[..inside.find(['}', '{', '\n'])?];
    let is_closed = text[1 + inside.len()..].starts_with('}');
    let (root, field) = inside.trim_start().split_once('.')?;
    let is_value = ["page", "site", "paginator"].contains(&root)
        && field.starts_with(|c: char| c.is_ascii_alphabetic())
        && !inside.contains([';', ':']);
    (is_closed && is_value).then_some(inside)
}

/// `<%= page.title %>`, as other engines write a tag: how long it is, and what it is here.
fn embedded(text: &str) -> Option<(usize, String)> {
    let inside = text.strip_prefix("<%")?;
    let inside = &inside[..inside.find("%>")?];
    let value = inside.strip_prefix(['=', '-']);
    let right = match value {
        Some(value) => format!("{{{{ {} }}}}", value.trim()),
        None => format!("{{% {} %}}", inside.trim()),
    };
    Some((inside.len() + 4, right))
}

fn name_of(text: &str) -> &str {
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    let end = text.find(|c| !is_name(c)).unwrap_or(text.len());
    &text[..end]
}

/// After a space, an attribute whose value is a name between single braces: both, and how long it is altogether.
fn attribute(text: &str) -> Option<(&str, &str, usize)> {
    let text = text.get(1..)?;
    let name = name_of(text);
    let value = text[name.len()..].strip_prefix("={")?;
    let (value, _) = value.split_once('}')?;
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | ' ');
    let is_value = !value.trim().is_empty() && value.chars().all(is_name);
    (!name.is_empty() && is_value).then(|| (name, value, name.len() + value.len() + 3))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::path::SourcePath;

    fn found(text: &str) -> Vec<(String, String)> {
        let source = Source::new(SourcePath::new("a.html"), text.as_bytes().to_vec());
        let found = problems(&source, &["head"]).into_iter().map(|one| {
            let hint = one.hint.map(|hint| hint.to_string());
            (
                text[one.span.unwrap().range].to_owned(),
                hint.unwrap_or_default(),
            )
        });
        found.collect()
    }

    #[test]
    fn arguments_outside_of_tags_are_told() {
        let plain = found("<p class=\"a\" title={page.title}>{{ <b c={page.d} /> }}</p>");
        let hint = "write `title=\"{{ page.title }}\"`".to_owned();
        assert_eq!(plain, [("title={page.title}".to_owned(), hint)]);
        let component = found("<head title={ page.title } class={a}>");
        assert_eq!(component.len(), 2);
        assert!(component[0].1.contains("{% <head …> %}"), "{component:?}");
    }

    #[test]
    fn single_braces_around_a_field_are_told() {
        let hint = "write `{{ page.title | bidi }}`".to_owned();
        let written = "{ page.title | bidi }";
        let page = format!("<h1>{written}</h1>");
        assert_eq!(found(&page), [(written.to_owned(), hint)]);
    }

    #[test]
    fn tags_of_other_engines_are_told() {
        let printed = found("<h1><%= page.title %></h1><% if a %>");
        let right = ["write `{{ page.title }}`", "write `{% if a %}`"].map(str::to_owned);
        let written = ["<%= page.title %>", "<% if a %>"].map(str::to_owned);
        assert!(printed.iter().map(|one| &one.0).eq(&written));
        assert!(printed.iter().map(|one| &one.1).eq(&right));
    }

    #[test]
    fn other_braces_are_left_alone() {
        for text in [
            "{% <head title={page.title}> %}{% </head> %}",
            "<p>title={page.title}</p>",
            "<p data-rule=\" a={b} \">a={b}</p>",
            "<a href=\"{{ page.url }}\" data-x='{\"a\": 1}'>x</a>",
            "<pre>@misc{a, title={b}}</pre>",
            "<p x={}>",
            "<p>{page} {site.} {other.title} {{ page.title }}</p>",
            "<style>site.a { color: red } p {page.x: y}</style>",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}

//! The style sheets mirror by themselves and leave Arabic letters joined: no physical sides, no letter-spacing, no
//! justified lines, no slanted letters.

use crate::site::{Files, repository};

/// `property: value`, and the selector or at-rule that it stands under.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Declaration {
    rule: String,
    property: String,
    value: String,
}

/// The declarations of a style sheet. Comments and the insides of strings are left out.
fn declarations(css: &str) -> Vec<Declaration> {
    let mut found = Vec::new();
    let mut rules: Vec<String> = Vec::new();
    let mut part = String::new();
    let css = without_comments_and_strings(css);
    for c in css.chars() {
        match c {
            '{' => rules.push(std::mem::take(&mut part).trim().to_owned()),
            ';' | '}' => {
                if let (Some((property, value)), Some(rule)) = (part.split_once(':'), rules.last())
                {
                    found.push(Declaration {
                        rule: rule.clone(),
                        property: property.trim().to_lowercase(),
                        value: value.trim().to_lowercase(),
                    });
                }
                part.clear();
                if c == '}' {
                    rules.pop();
                }
            }
            c => part.push(c),
        }
    }
    found
}

fn without_comments_and_strings(css: &str) -> String {
    let mut kept = String::new();
    let mut rest = css;
    while let Some(at) = rest.find(['"', '\'', '/']) {
        kept.push_str(&rest[..at]);
        let end = match &rest[at..] {
            comment if comment.starts_with("/*") => "*/",
            slash if slash.starts_with('/') => {
                kept.push('/');
                rest = &rest[at + 1..];
                continue;
            }
            string => &string[..1],
        };
        let inside = &rest[at + end.len()..];
        rest = inside
            .find(end)
            .map_or("", |close| &inside[close + end.len()..]);
    }
    kept + rest
}

/// Why a declaration has no place in a right-to-left theme.
fn objection(declaration: &Declaration) -> Option<&'static str> {
    let Declaration {
        rule,
        property,
        value,
    } = declaration;
    let names_a_side = |text: &str| {
        let mut words = text.split(|c: char| !c.is_ascii_alphabetic());
        words.any(|word| matches!(word, "left" | "right"))
    };
    // The plan of tiles is drawn from west to east in every language; only it turns the direction.
    let is_plan = rule.starts_with(".tiles") || rule.starts_with(".names");
    match (property.as_str(), value.as_str()) {
        ("text-align" | "text-align-last", value) if value.contains("justify") => Some("justified"),
        ("letter-spacing", _) => Some("letters apart"),
        ("font-style", "italic" | "oblique") => Some("slanted"),
        ("font", value) if value.contains("italic") || value.contains("oblique") => Some("slanted"),
        ("direction", _) if !is_plan => Some("a direction of its own"),
        (property, _) if names_a_side(property) => Some("a physical side"),
        ("text-align" | "float" | "clear" | "caption-side", value) if names_a_side(value) => {
            Some("a physical side")
        }
        _ => None,
    }
}

/// The style sheets of the theme and of a new site.
fn sheets() -> Vec<(String, String)> {
    let mut sheets = Vec::new();
    for folder in ["templates/assets", "src/cli/starter"] {
        let files = Files::below(&repository().join(folder));
        let css = files.texts(&["css"]);
        sheets.extend(css.map(|(path, text)| (format!("{folder}/{path}"), text.to_owned())));
    }
    assert!(sheets.len() > 2);
    sheets
}

#[test]
fn no_declaration_is_against_the_direction_or_the_script() {
    let mut objections = Vec::new();
    for (path, css) in sheets() {
        let declarations = declarations(&css);
        let is_comment = |css: &str| {
            let rest = css.trim().strip_prefix("/*");
            rest.is_some_and(|rest| rest.find("*/") == Some(rest.len() - 2))
        };
        assert!(
            css.contains("@import") || !declarations.is_empty() || is_comment(&css),
            "{path} is empty"
        );
        let found = declarations
            .iter()
            .filter_map(|one| Some((objection(one)?, one.clone())));
        objections.extend(found.map(|(why, declaration)| (path.clone(), why, declaration)));
    }
    assert!(objections.is_empty(), "{objections:#?}");
}

#[test]
fn what_is_against_them_is_seen() {
    let objects_to = |css: &str| {
        let found = declarations(css);
        assert!(!found.is_empty(), "{css} is not understood");
        found
            .iter()
            .any(|declaration| objection(declaration).is_some())
    };
    for css in [
        "p { margin-left: 1px }",
        "a{border-top-right-radius:2px}",
        "@media print { p { color: red; right: 0; } }",
        "p { text-align: Left; }",
        "p { text-align: justify }",
        "img { float: right }",
        "h1 { letter-spacing: .02em }",
        "em { font-style: italic }",
        "em { font: italic 1rem/2 serif }",
        "p { direction: ltr }",
        "p { /* } */ left: 0 }",
    ] {
        assert!(objects_to(css), "{css}");
    }
    for css in [
        "p { margin-inline-start: 1px }",
        ".tiles { direction: ltr; }",
        "a::after { content: \"left: 0; }\" }",
        "p { /* left: 0 */ color: red }",
        "p { text-align: start; background: url(right.svg) }",
    ] {
        assert!(!objects_to(css), "{css}");
    }
}

#[test]
fn templates_have_no_styles_of_their_own() {
    let files = Files::below(&repository().join("templates"));
    for (path, html) in files.texts(&["html"]) {
        for attribute in [
            " style=",
            " align=",
            " bgcolor=",
            "<font",
            "<center",
            "<i>",
            "<em>",
        ] {
            assert!(!html.contains(attribute), "{attribute} in {path}");
        }
    }
}

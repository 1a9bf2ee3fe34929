//! The HTML of responses: a page of the site with our script, or a page of our own.

use serde_json::Value as Json;

use super::browser::SCRIPT;
use super::page_state::PageState;
use crate::html::{Token, Tokens};

/// The page for unknown addresses, for sites that have none.
pub(super) const NOT_FOUND: &str = "<!doctype html>
<html lang=\"ar\" dir=\"rtl\">
<head>
<meta charset=\"utf-8\">
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">
<meta name=\"color-scheme\" content=\"light dark\">
<title>لا صفحة هنا</title>
</head>
<body>
<main>
<h1>لا صفحة هنا</h1>
<p>ليس في الموقع صفحة بهذا العنوان. <a href=\"/\">أول صفحة</a></p>
</main>
</body>
</html>
";

/// The page for every address while there is no site. With scripts, the panel shows the problems.
pub(super) fn unbuilt(problems: &[Json]) -> String {
    let mut list = String::new();
    for problem in problems {
        list.push_str(&format!(
            "<pre dir=\"auto\">{}</pre>\n",
            escaped(&plain(problem))
        ));
    }
    format!(
        "<!doctype html>
<html lang=\"ar\" dir=\"rtl\">
<head>
<meta charset=\"utf-8\">
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">
<meta name=\"color-scheme\" content=\"light dark\">
<title>لم يُبنَ الموقع</title>
</head>
<body>
<main>
<h1>لم يُبنَ الموقع</h1>
<p>ستظهر الصفحة هنا حين تُصلَح أخطاؤه.</p>
<noscript>
{list}</noscript>
</main>
</body>
</html>
"
    )
}

/// Inserts the script of the preview into a page, with the state of the page.
pub(super) fn with_script(html: &[u8], page_state: &PageState) -> Vec<u8> {
    let tag =
        format!("<script type=\"module\" src=\"{SCRIPT}\" data-state=\"{page_state}\"></script>");
    let at = std::str::from_utf8(html).map_or(0, place_for_script);
    let mut out = Vec::with_capacity(html.len() + tag.len());
    out.extend_from_slice(&html[..at]);
    out.extend_from_slice(tag.as_bytes());
    out.extend_from_slice(&html[at..]);
    out
}

/// Before `</head>`; in a page without one, at its beginning, though never before its doctype.
fn place_for_script(html: &str) -> usize {
    let mut beginning = 0;
    let mut tokens = Tokens::of(html);
    loop {
        let at = tokens.at();
        match tokens.read() {
            Some(Token::End(tag)) if tag.is("head") => return at,
            Some(token) if is_doctype(token.text()) => beginning = at + token.text().len(),
            Some(_) => {}
            None => return beginning,
        }
    }
}

/// A problem as plain text.
fn plain(problem: &Json) -> String {
    let word = |key: &str| problem[key].as_str().unwrap_or_default();
    let mut text = format!(
        "{}[{}]: {}",
        word("severity"),
        word("code"),
        word("message")
    );
    if let Some(file) = problem["file"].as_str() {
        text.push_str(&format!("\n{file}"));
        if let (Some(line), Some(column)) = (problem["line"].as_u64(), problem["column"].as_u64()) {
            text.push_str(&format!(":{line}:{column}\n{}", word("text")));
        }
    }
    if let Some(hint) = problem["hint"].as_str() {
        text.push_str(&format!("\nhint: {hint}"));
    }
    text
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// Whether a token is a doctype.
fn is_doctype(token: &str) -> bool {
    const START: &str = "<!doctype";
    let start = token.get(..START.len());
    start.is_some_and(|start| start.eq_ignore_ascii_case(START)) && token.ends_with('>')
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn with_script_in(html: &str) -> String {
        let html = with_script(html.as_bytes(), &PageState::Gone);
        let html = String::from_utf8(html).unwrap();
        let tag =
            "<script type=\"module\" src=\"/.warraq/preview.js\" data-state=\"gone\"></script>";
        assert_eq!(html.matches(tag).count(), 1, "{html}");
        html.replace(tag, "☞")
    }

    #[test]
    fn the_script_stands_in_the_head_and_never_before_the_doctype() {
        assert_eq!(with_script_in("<head></HEAD><p>ا"), "<head>☞</HEAD><p>ا");
        assert_eq!(
            with_script_in("\n<!DOCTYPE html>\n<p>ا"),
            "\n<!DOCTYPE html>☞\n<p>ا"
        );
        assert_eq!(with_script_in("<p>ا"), "☞<p>ا");
        assert_eq!(with_script_in("<!doctype"), "☞<!doctype");
        assert_eq!(with_script_in(""), "☞");
        assert_eq!(
            with_script_in("<script>'</head>'</script></head ><p>"),
            "<script>'</head>'</script>☞</head ><p>"
        );
    }

    #[test]
    fn problems_are_shown_as_text() {
        let problem = json!({ "severity": "error", "code": "E101", "message": "<b> & `ا`", "file": "a.md", "line": 2, "column": 3, "text": "<i>", "hint": "fix it" });
        let page = unbuilt(&[problem]);
        assert!(page.contains(
            "<pre dir=\"auto\">error[E101]: &lt;b> &amp; `ا`\na.md:2:3\n&lt;i>\nhint: fix it</pre>"
        ));
    }
}

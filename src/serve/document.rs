//! The HTML of responses: a page of the site with our script, or a page of our own.

use super::browser::{EXPLAIN, SCRIPT};
use super::page_state::PageState;
use super::problems::{Item, Problems};
use crate::html::{Token, Tokens, escape};
use crate::locale::{Language, Text, text};

/// The page for unknown addresses, for sites that have none.
pub(super) fn not_found(language: Language) -> String {
    let say = |text: Text| escape(&text.say(language));
    let (title, first) = (say(text!("no-page-here")), say(text!("first-page")));
    let sentence = say(text!("no-page-at-address"));
    let body = format!("<p>{sentence} <a href=\"/\">{first}</a></p>\n");
    page(language, &title, &body)
}

/// The page for every address while there is no site. With scripts, the panel shows the problems.
pub(super) fn unbuilt(problems: &Problems, language: Language) -> String {
    let say = |text: Text| escape(&text.say(language));
    let mut list: String = problems
        .items
        .iter()
        .map(|one| plain(one, language))
        .collect();
    if let Some(more) = &problems.more {
        list.push_str(&format!("<p>{}</p>\n", escape(more)));
    }
    let soon = say(text!("shown-when-mended"));
    let body = format!("<p>{soon}</p>\n<noscript>\n{list}</noscript>\n");
    page(language, &say(text!("not-built")), &body)
}

/// A page of our own, of parts that are HTML.
pub(super) fn page(language: Language, title: &str, body: &str) -> String {
    format!(
        "<!doctype html>
<html lang=\"{}\" dir=\"{}\">
<head>
<meta charset=\"utf-8\">
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">
<meta name=\"color-scheme\" content=\"light dark\">
<title>{title}</title>
<link rel=\"stylesheet\" href=\"/.warraq/own.css\">
</head>
<body>
<main>
<h1>{title}</h1>
{body}</main>
</body>
</html>
",
        language.tag(),
        language.direction()
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

/// A problem as the terminal tells it, for browsers without scripts. Its code leads to what explains it.
fn plain(problem: &Item, language: Language) -> String {
    let code = problem.code;
    let label = escape(&problem.label);
    let head = format!("{label}[<a dir=\"ltr\" href=\"{EXPLAIN}{code}\">{code}</a>]");
    let mut text = format!(": {}", problem.message);
    if let Some(place) = &problem.place {
        text.push_str(&format!("\n{place}"));
    }
    if let Some(line) = problem.excerpt.as_ref().map(|parts| parts.concat()) {
        text.push_str(&format!("\n{line}"));
    }
    let notes = problem.notes.iter().map(|note| (text!("note"), note));
    let hint = problem.hint.iter().map(|hint| (text!("hint"), hint));
    for (label, words) in notes.chain(hint) {
        text.push_str(&format!("\n{}: {words}", label.say(language)));
    }
    format!("<pre dir=\"auto\">{head}{}</pre>\n", escape(&text))
}

/// Whether a token is a doctype.
fn is_doctype(token: &str) -> bool {
    const START: &str = "<!doctype";
    let start = token.get(..START.len());
    start.is_some_and(|start| start.eq_ignore_ascii_case(START)) && token.ends_with('>')
}

#[cfg(test)]
mod tests {

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
        let item = Item {
            severity: "error",
            label: "error".to_owned(),
            code: "E101",
            message: "<b> & `ا`".to_owned(),
            notes: vec!["a fact".to_owned(), "another".to_owned()],
            hint: Some("fix it".to_owned()),
            place: Some("a.md:2:3".to_owned()),
            editor: None,
            fix: None,
            excerpt: Some(["<i>", "x", ""].map(str::to_owned)),
        };
        let problems = Problems {
            items: vec![item],
            more: Some("and 2 more".to_owned()),
            ..Problems::default()
        };
        let page = unbuilt(&problems, Language::English);
        let told = "<pre dir=\"auto\">error[<a dir=\"ltr\" href=\"/.warraq/explain/E101\">E101</a>]: &lt;b&gt; &amp; `ا`\na.md:2:3\n&lt;i&gt;x\n\
            note: a fact\nnote: another\nhint: fix it</pre>\n<p>and 2 more</p>";
        assert!(page.contains(told), "{page}");
        assert!(page.contains("<html lang=\"en\" dir=\"ltr\">"));
        let page = unbuilt(&problems, Language::Arabic);
        assert!(page.contains("<html lang=\"ar\" dir=\"rtl\">"));
        assert!(page.contains("ملاحظة: a fact") && page.contains("الإصلاح: fix it"));
    }
}

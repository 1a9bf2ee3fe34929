//! A code block to its HTML: the code with classes, its lines where they are numbered or marked, and its title.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::info::Info;
use super::pieces::{self, Piece};
use super::syntaxes;
use crate::html::{escape_into, escape_value};

/// Code beyond this is shown without colours: it is more than anybody reads, and takes long.
const MOST_BYTES: usize = 64 * 1024;

/// So many letters of code fit beside each other, with numbers before them, where there is the least space.
const NARROW: usize = 30;

/// What the site says of its code blocks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Rules {
    /// Whether code gets classes.
    pub(crate) highlights: bool,
    /// Languages that are shown without colours, on purpose.
    pub(crate) plain: Arc<BTreeSet<String>>,
}

impl Rules {
    /// Whether code of this language is to be coloured.
    pub(crate) fn highlight(&self, language: &str) -> bool {
        let is_plain = PLAIN.contains(&language) || self.plain.contains(language);
        self.highlights && !is_plain
    }
}

/// What authors call text without a language.
const PLAIN: [&str; 6] = ["none", "output", "plain", "plaintext", "text", "txt"];

/// The HTML of a block of code.
pub(crate) fn block(code: &str, info: &Info, rules: &Rules) -> String {
    let mut html = String::with_capacity(2 * code.len() + 64);
    if let Some(name) = &info.name {
        html.push_str("<figure class=\"code\">\n<figcaption>");
        escape_into(name, &mut html);
        html.push_str("</figcaption>\n");
    }
    let direction = if info.is_rtl { "rtl" } else { "ltr" };
    let focus = if may_scroll(code) {
        " tabindex=\"0\""
    } else {
        ""
    };
    html.push_str(&format!("<pre dir=\"{direction}\"{focus}><code"));
    if let Some(language) = &info.language {
        html.push_str(" class=\"language-");
        html.push_str(&escape_value(language));
        html.push('"');
    }
    html.push('>');
    let language = info.language.as_deref();
    let language = language.filter(|language| rules.highlight(language));
    let coloured = language.filter(|_| code.len() <= MOST_BYTES);
    let coloured = coloured.and_then(|language| syntaxes::lines(code, language));
    match coloured {
        Some(lines) => push_lines(&lines, info, &mut html),
        None if info.marks_lines() => {
            let piece = |text| Piece {
                text,
                class: None,
                is_mark: false,
            };
            let lines = code.split_inclusive('\n').map(|line| vec![piece(line)]);
            push_lines(&lines.collect::<Vec<_>>(), info, &mut html);
        }
        None => escape_into(code, &mut html),
    }
    html.push_str("</code></pre>\n");
    if info.name.is_some() {
        html.push_str("</figure>\n");
    }
    html
}

/// Whether a line of code may be wider than a narrow screen: what scrolls has to be reached by keyboard.
fn may_scroll(code: &str) -> bool {
    let mut lines = code.lines();
    lines.any(|line| line.chars().nth(NARROW).is_some())
}

fn push_lines(lines: &[Vec<Piece<'_>>], info: &Info, html: &mut String) {
    for (at, line) in lines.iter().enumerate() {
        if !info.marks_lines() {
            pieces::html(line, html);
            continue;
        }
        let number = at + 1;
        html.push_str("<span class=\"line");
        for (lines, class) in [
            (&info.highlighted, " line-highlighted"),
            (&info.added, " line-added"),
            (&info.removed, " line-removed"),
        ] {
            if lines.iter().any(|lines| lines.contains(&number)) {
                html.push_str(class);
            }
        }
        html.push('"');
        if let Some(first) = info.numbered_from {
            html.push_str(&format!(" data-line=\"{}\"", first.saturating_add(at)));
        }
        html.push('>');
        pieces::html(line, html);
        html.push_str("</span>");
    }
}

#[cfg(all(test, feature = "highlighting"))]
mod tests {
    use super::*;

    fn shown(info: &str, code: &str) -> String {
        let rules = Rules {
            highlights: true,
            plain: Arc::new(BTreeSet::from(["mermaid".to_owned()])),
        };
        block(code, &Info::read(info), &rules)
    }

    #[test]
    fn what_code_is_made_of_has_classes() {
        for (info, code, expected) in [
            (
                "rust",
                "fn f() {}\n",
                "<span class=\"tok-keyword\">fn</span> <span class=\"tok-function\">f</span>() {}\n",
            ),
            (
                "python",
                "x = 12 # a<b\n",
                "x = <span class=\"tok-number\">12</span> <span class=\"tok-comment\"># a&lt;b</span>\n",
            ),
            (
                "json",
                "{\"a\": true}\n",
                "{<span class=\"tok-string\">\"a\"</span>: <span class=\"tok-constant\">true</span>}\n",
            ),
            (
                "html",
                "<b id=\"x\">\n",
                "&lt;<span class=\"tok-tag\">b</span> <span class=\"tok-attribute\">id</span>=<span class=\"tok-string\">\"x\"</span>&gt;\n",
            ),
            (
                "diff",
                "-a\n+b\n",
                "<span class=\"tok-deleted\">-a</span>\n<span class=\"tok-inserted\">+b</span>\n",
            ),
            ("text", "fn f() {}\n", "fn f() {}\n"),
            ("mermaid", "a --> b\n", "a --&gt; b\n"),
            ("no-such", "fn f() {}\n", "fn f() {}\n"),
        ] {
            let html = format!(
                "<pre dir=\"ltr\"><code class=\"language-{info}\">{expected}</code></pre>\n"
            );
            assert_eq!(shown(info, code), html, "{info}");
        }
    }

    #[test]
    fn arabic_in_comments_and_strings_is_isolated_and_the_signs_around_it_are_not() {
        for (info, code, expected) in [
            (
                "rust",
                "// طباعة (x)\n",
                "<span class=\"tok-comment\">// <bdi dir=\"rtl\">طباعة (x)</bdi></span>\n",
            ),
            (
                "c",
                "/* شرح. */\n",
                "<span class=\"tok-comment\">/* <bdi dir=\"rtl\">شرح.</bdi> */</span>\n",
            ),
            (
                "python",
                "f(\"مرحبا\", \"عالم!\")\n",
                "<span class=\"tok-function\">f</span>(<span class=\"tok-string\">\"<bdi dir=\"rtl\">مرحبا</bdi>\"</span>, <span class=\"tok-string\">\"<bdi dir=\"rtl\">عالم!</bdi>\"</span>)\n",
            ),
            (
                "python",
                "# the word نعم is here\n",
                "<span class=\"tok-comment\"># <bdi dir=\"ltr\">the word نعم is here</bdi></span>\n",
            ),
        ] {
            let html = format!(
                "<pre dir=\"ltr\"><code class=\"language-{info}\">{expected}</code></pre>\n"
            );
            assert_eq!(shown(info, code), html, "{code}");
        }
    }

    #[test]
    fn lines_are_numbered_and_marked_and_blocks_have_titles() {
        let html = shown(
            "text,linenostart=9,hl_lines=2,add_lines=1,del_lines=2,name=a<b.txt",
            "a\n<\n",
        );
        let expected = "<figure class=\"code\">\n<figcaption>a&lt;b.txt</figcaption>\n\
            <pre dir=\"ltr\"><code class=\"language-text\">\
            <span class=\"line line-added\" data-line=\"9\">a\n</span>\
            <span class=\"line line-highlighted line-removed\" data-line=\"10\">&lt;\n</span>\
            </code></pre>\n</figure>\n";
        assert_eq!(html, expected);
        assert!(shown("rtl", "أ\n").starts_with("<pre dir=\"rtl\"><code>أ"));
    }

    #[test]
    fn code_that_is_too_long_for_colours_is_shown_all_the_same() {
        let line = format!("let x = {};\n", "1 + ".repeat(1000));
        let many = "let x = 1;\n".repeat(6000);
        for code in [line, many] {
            let html = shown("rust", &code);
            assert!(html.contains(&*code) && !html.contains("tok-"));
        }
    }

    proptest::proptest! {
        #[test]
        fn code_is_shown_whole_whatever_it_is(code in "[ -~\\n«»ء-ي\"'/*#\\\\]{0,200}", language in 0_usize..8) {
            let language = ["rust", "python", "js", "html", "sh", "c", "yaml", "css"][language];
            for info in [language.to_owned(), format!("{language},linenos")] {
                let html = shown(&info, &code);
                let text = crate::html::plain_text(&html);
                let bare = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
                proptest::prop_assert_eq!(bare(&text), bare(&code));
            }
        }
    }
}

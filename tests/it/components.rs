//! Components and values of the site in prose: what they become, and what is said of those that cannot be.

use crate::markdown::{between, said_of_site, with_body};
use crate::site::Files;

const PARTS: &str = r#"
{%- component note(title: string, level: integer = 1, open: bool = false) -%}
<aside class="note l{{ level }}{% if open %} open{% endif %}"><p>{{ title | bidi }}</p>
{{ body }}</aside>
{%- endcomponent note -%}
{%- component key(name = "") -%}<kbd{% if name %} title="{{ name }}"{% endif %}>{{ body }}</kbd>{%- endcomponent key -%}
{%- component rule() -%}<hr class="rule">{%- endcomponent rule -%}
{%- component here(@page) -%}{{ page.title }}{{ body }}{%- endcomponent here -%}
{%- component filled() -%}{% if not body | striptags | trim %}{{ throw(message="لا نص") }}{% endif %}<b>{{ body | striptags }}</b>{%- endcomponent filled -%}
{%- component around() -%}{% <inside> %}{{ body }}{% </inside> %}{%- endcomponent around -%}
{%- component inside() -%}<i>{{ body }}</i>{%- endcomponent inside -%}
{%- component lead(to = none) -%}<a href="{{ to }}">{{ body }}</a>{%- endcomponent lead -%}
{%- component many(items: array) -%}{{ items | length }}{{ body }}{%- endcomponent many -%}
"#;

pub(crate) fn site(markdown: &str) -> Files {
    with_body(markdown).with("templates/parts.html", PARTS)
}

fn rendered(markdown: &str) -> String {
    let built = site(markdown).built();
    let page = built.text("authors/jahiz/index.html");
    let body = between(page, "<p class=\"mentioned\">", "</main>");
    let (_, body) = body[0].split_once("</p>").unwrap();
    body.trim().to_owned()
}

#[test]
fn components_are_called_in_blocks_and_within_a_line() {
    for (markdown, expected) in [
        (
            "قبله\n::: note {title=\"انتبه Linux\" level=2 open}\nنص **غليظ** Word\n:::\nبعده",
            "<p>قبله</p>\n<aside class=\"note l2 open\"><p>انتبه <bdi dir=\"ltr\" lang=\"en\">Linux</bdi></p>\n\
             <p>نص <strong>غليظ</strong> <bdi dir=\"ltr\" lang=\"en\">Word</bdi></p>\n</aside>\n<p>بعده</p>",
        ),
        (
            ":::: note {title=أ}\n::: note {title=ب}\n- بند\n:::\nنص\n::::",
            "<aside class=\"note l1\"><p>أ</p>\n<aside class=\"note l1\"><p>ب</p>\n<ul>\n<li>بند</li>\n</ul>\n</aside>\n\
             <p>نص</p>\n</aside>",
        ),
        (
            "- بند\n  ::: note {title=أ}\n  نص\n  :::\n- آخر",
            "<ul>\n<li>بند<aside class=\"note l1\"><p>أ</p>\nنص</aside>\n</li>\n<li>آخر</li>\n</ul>",
        ),
        ("::: rule\n:::", "<hr class=\"rule\">"),
        (
            "و:key[د **ه** *و]*]\\{س} :key[x]{}",
            "<p>و<kbd>د <strong>ه</strong> <em>و]</em></kbd>{س} <kbd><bdi dir=\"ltr\" lang=\"en\">x</bdi></kbd></p>",
        ),
        ("::: filled\nأ\n:::", "<b>أ</b>"),
        ("::: filled\n---\nأ\n:::", "<b>أ</b>"),
        (":around[أ]", "<p><i>أ</i></p>"),
        (
            "اضغط :key[Ctrl+**C**]{name=\"نسخ\"} ثم :key[[x] :key[y]]، و:key[ه](/books/aghani/)",
            "<p>اضغط <kbd title=\"نسخ\"><bdi dir=\"ltr\" lang=\"en\">Ctrl+<strong>C</strong></bdi></kbd> ثم \
             <kbd>[<bdi dir=\"ltr\" lang=\"en\">x</bdi>] <kbd><bdi dir=\"ltr\" lang=\"en\">y</bdi></kbd></kbd>، \
             و:<bdi dir=\"ltr\" lang=\"en\">key</bdi><a href=\"../../books/aghani/index.html\">ه</a></p>",
        ),
    ] {
        assert_eq!(rendered(markdown), expected, "{markdown}");
    }
}

#[test]
fn what_only_looks_like_a_call_is_text() {
    let html = rendered(
        "الساعة 10:30، و\\:key[x] و:نص[x] و`:key[x]` و\\:key[x و: key[x] :key 1\n\n\\:: note\n\n:: نص\n\n:gone (x)\n\n    ::: note\n\n```\n::: note {title=أ}\n:::\n```",
    );
    let html = html.replace("<bdi dir=\"ltr\" lang=\"en\">", "");
    let expected = "<p>الساعة 10:30، و:key[x] و:نص[x] و<code dir=\"ltr\">:key[x]</code> و:key[x و: key[x] :key 1</p>\n\
        <p>:: note</p>\n<p>:: نص</p>\n<p>:gone (x)</p>\n\
        <pre dir=\"ltr\"><code>::: note\n</code></pre>\n<pre dir=\"ltr\"><code>::: note {title=أ}\n:::\n</code></pre>";
    assert_eq!(html.replace("</bdi>", ""), expected);
}

#[test]
fn what_looks_like_a_block_and_goes_on_with_a_paragraph_is_text_and_told() {
    let site = site("نص\n    ::: note {title=\"ع\"}\n\n- نص\n      :::\n  `س\n      ::: note`");
    let build = site.run();
    let codes = build.diagnostics.iter().map(|problem| problem.code);
    assert_eq!(codes.collect::<Vec<_>>(), ["W224", "W224"]);
    let built = Files::from(build);
    let html = built.text("authors/jahiz/index.html");
    for text in [
        "<p>نص\n::: <bdi dir=\"ltr\" lang=\"en\">note {title</bdi>=\"ع\"}</p>",
        "<li>نص\n:::\n<code dir=\"rtl\">س ::: note</code></li>",
    ] {
        assert!(html.contains(text), "{html}");
    }
}

#[test]
fn links_citations_and_footnotes_in_a_component_are_those_of_the_text() {
    let html =
        rendered("::: note {title=أ}\nعن [الحيوان](ref:books/hayawan)[^1].\n\n[^1]: حاشية.\n:::");
    assert!(
        html.contains("<a href=\"../../books/hayawan/index.html\">الحيوان</a>"),
        "{html}"
    );
    let (aside, notes) = html.split_once("</aside>").unwrap();
    assert!(
        aside.contains("role=\"doc-noteref\"") && notes.contains("حاشية."),
        "{html}"
    );
    let said = said_of_site(&site(
        "::: note {title=أ}\n[س](ref:books/none) و«كلام» هنا\n:::",
    ));
    let codes: Vec<_> = said.iter().map(|(code, _)| *code).collect();
    assert_eq!(codes, ["E201", "E303"]);
}

/// Texts, the code of what is said of them, what it is said of, and a part of the hint.
const WRONG: &[(&str, &str, &str, &str)] = &[
    (
        "::: nota {title=أ}\nنص\n:::",
        "E236",
        "::: nota {title=أ}",
        "did you mean `note`?",
    ),
    (
        "::: gone\nنص",
        "E236",
        "::: gone",
        "declare it in a template",
    ),
    ("نص :kay[x]", "E236", ":kay", "did you mean `key`?"),
    (
        "::: note\nنص\n:::",
        "E236",
        "::: note",
        "write title=\"…\" between braces behind the name",
    ),
    (
        "::: note {titel=أ title=ب}\nنص\n:::",
        "E236",
        "titel=أ",
        "did you mean `title`?",
    ),
    (
        "::: note {title=أ level=\"2\"}\nنص\n:::",
        "E236",
        "level=\"2\"",
        "write level=2 between",
    ),
    (
        "::: note {title=أ open=نعم}\nنص\n:::",
        "E236",
        "open=نعم",
        "write open=true between",
    ),
    ("::: rule {a=1}\n:::", "E236", "a=1", "take it out"),
    (
        "::: note {title=«أ ب»}\nنص\n:::",
        "E236",
        "title=«أ ب»",
        "write title=\"أ ب\"",
    ),
    (
        "::: note {title: \"أ\"}\nنص\n:::",
        "E236",
        "title: \"أ\"",
        "write title=\"أ\"",
    ),
    (
        "::: note {title=\"أ\"، level=2}\nنص\n:::",
        "E236",
        "،",
        "remove it",
    ),
    (
        "::: note {title=أ title=ب}\nنص\n:::",
        "E236",
        "title=ب",
        "remove it",
    ),
    ("::: note {title=\"أ\"\nنص\n:::", "E236", "{", "put }"),
    (
        "::: rule\nنص\n:::",
        "E236",
        "::: rule",
        "write {{ body }} in the component",
    ),
    ("::: here\nنص\n:::", "E236", "::: here", "take @page out"),
    (
        "::: many {items=1}\nنص\n:::",
        "E236",
        "items=1",
        "cannot give items",
    ),
    (
        "::: note {title=أ .big}\nنص\n:::",
        "E236",
        ".big",
        "write arguments as name",
    ),
    (
        "::: note {title=أ}\nنص",
        "E237",
        "::: note {title=أ}",
        "write ::: on a line",
    ),
    (
        "- ::: note {title=أ}\n  نص\n\n:::",
        "E237",
        "::: note {title=أ}",
        "write ::: on a line",
    ),
    ("نص\n\n:::", "E237", ":::", "take the line out"),
    (
        ":count[boks]",
        "E238",
        ":count[boks]",
        "did you mean `books`?",
    ),
    (
        ":count[books]{plurl=book}",
        "E238",
        "plurl=book",
        "did you mean `plural`?",
    ),
    (
        ":count[books]{where=\"autor=jahiz\"}",
        "E238",
        "where=\"autor=jahiz\"",
        "did you mean `author`?",
    ),
    (
        ":count[books]{words gender=f}",
        "E238",
        "gender=f",
        "masculine, feminine",
    ),
    (
        ":count[books]{gender=feminine}",
        "E238",
        "gender=feminine",
        "write words before gender",
    ),
    (":count[books]{words=no}", "E238", "words=no", "true, false"),
    (
        ":count[books]{where=\"author=jahz\"}",
        "E238",
        "where=\"author=jahz\"",
        "did you mean `jahiz`?",
    ),
    (
        ":count[books]{where=\"pages=many\"}",
        "E238",
        "where=\"pages=many\"",
        "a whole number",
    ),
    (
        ":count[books]{where=\"printed=2025\"}",
        "E238",
        "where=\"printed=2025\"",
        "a day such as",
    ),
    (
        ":count[books]{where=\"note=x\"}",
        "E238",
        "where=\"note=x\"",
        "name a field that",
    ),
    (
        ":count[pages]{where=\"mentions=x\"}",
        "E238",
        "where=\"mentions=x\"",
        "name a field that",
    ),
    (
        ":count[books] ![صورة :count[books]](https://a.example/a.svg)",
        "E238",
        ":count[books]",
        "into the prose around",
    ),
    (
        "[رابط](https://a.example/ \"فيه :title[books/aghani]\")",
        "E238",
        ":title[books/aghani]",
        "into the prose around",
    ),
    (
        "![صورة :aside[مرئية]](https://a.example/a.svg)",
        "E236",
        ":aside[مرئية]",
        "into the prose around",
    ),
    (":lead[نص]", "E409", "to", ""),
    (
        ":title[books/aghni]",
        "E238",
        ":title[books/aghni]",
        "did you mean `books/aghani`?",
    ),
    (
        ":date[books/aghani.pages]",
        "E238",
        ":date[books/aghani.pages]",
        "a field that holds a day",
    ),
];

#[test]
fn wrong_calls_are_told_where_they_stand_and_hints_say_what_to_write() {
    assert_told(WRONG);
}

/// Makes sure that texts are told as they should be.
pub(crate) fn assert_told(texts: &[(&str, &str, &str, &str)]) {
    for (markdown, code, marked, hint) in texts {
        let site = site(markdown);
        let build = site.run();
        let mut problems = build.diagnostics.iter();
        let problem = problems.find(|one| one.code == *code).unwrap();
        let span = problem.span.as_ref().unwrap();
        let text = site.text(span.path.as_str());
        assert_eq!(
            (problem.code, &text[span.range.clone()]),
            (*code, *marked),
            "{markdown}"
        );
        let said = problem.hint.as_ref().unwrap().to_string();
        let said = said.replace(['\u{2068}', '\u{2069}', '`'], "");
        assert!(said.contains(&hint.replace('`', "")), "{markdown}: {said}");
    }
}

#[test]
fn values_of_the_site_stand_in_prose() {
    for (markdown, expected) in [
        (":count[books]", "4"),
        (":count[books]{plural=book}", "4 كتب"),
        (":count[books]{plural=book words}", "أربعة كتب"),
        (
            ":count[books]{where=\"author=jahiz\" plural=book}",
            "كتابان",
        ),
        (":count[books]{words gender=feminine}", "أربع"),
        (":count[books]{words=false}", "4"),
        (":count[books]{where=\"pages=12500\"}", "1"),
        (":title[books/aghani]", "الأغاني"),
    ] {
        let built = site(&format!("في الرف {markdown} هنا.")).built();
        let page = built.text("authors/jahiz/index.html");
        assert!(
            page.contains(&format!("في الرف {expected} هنا.")),
            "{markdown}: {page}"
        );
    }
}

#[test]
fn headings_and_the_names_of_tables_have_what_calls_come_to() {
    let site = site(
        "## لدينا :count[books] في الملف[^1]\n\n::: note {title=أ}\n### :key[Ctrl] و`x`\n:::\n\n\
         | عدد :count[books] هنا | ب |\n|---|---|\n| ج | د |\n\n[^1]: حاشية.",
    );
    let toc = "{% for heading in page.toc %}[{{ heading.title }}|{{ heading.id }}]{% endfor %}<p class=\"count\">";
    let site = site.replace("templates/author.html", "<p class=\"count\">", toc);
    let built = site.built();
    let html = built.text("authors/jahiz/index.html");
    for expected in [
        "[لدينا 4 في الملف|لدينا-في-الملف]",
        "[Ctrl وx|ctrl-وx]",
        "<h2 id=\"لدينا-في-الملف\">لدينا 4 في الملف",
        "aria-label=\"جدول: عدد هنا، ب\"",
    ] {
        assert!(html.contains(expected), "{expected}: {html}");
    }
}

#[test]
fn what_cannot_be_read_is_no_value_that_is_not_there() {
    let site = site(":title[books/aghani] :count[books]{where=\"author=isfahani\"}");
    let site = site.replace("content/books/aghani.md", "pages = 12500", "pages = 12500x");
    let site = site.replace("content/authors/isfahani.md", "wrote = ", "wrote = x");
    let codes = site.run().diagnostics;
    let codes: Vec<_> = codes.iter().map(|problem| problem.code).collect();
    assert!(!codes.is_empty() && !codes.contains(&"E238"), "{codes:?}");
}

//! Citations lead browsers to the very words (WICG, URL Fragment Text Directives), and an address with a directive is
//! looked up like any other.

use crate::site::Files;
use warraq::path::decode;

/// The address of the one link on the page of a book that stands before `behind`.
fn address(site: &Files, behind: &str) -> String {
    let html = site.text("books/aghani/index.html");
    let before = html.split_once(behind).unwrap().0;
    let (_, address) = before.rsplit_once("href=\"").unwrap();
    let address = address.split_once('"').unwrap().0;
    address.replace("&amp;", "&")
}

/// Where a citation in a field, printed by a template, and one in prose lead; both are from one paragraph.
fn citations(paragraph: &str, quote: &[&str]) -> [String; 2] {
    let toml = |text: &str| format!("{text:?}");
    let quotes: Vec<_> = quote.iter().map(|words| toml(words)).collect();
    let said: Vec<_> = quote.iter().map(|words| format!("«{words}»")).collect();
    let site = Files::good()
        .and(
            "content/source/article.toml",
            &format!("\n[[paragraphs]]\nn = 9\ntext = {}\n", toml(paragraph)),
        )
        .replace(
            "content/books/aghani.md",
            "pages = 12500\n+++\n",
            &format!(
                "pages = 12500\nsaid = {{ p = 9, quote = [{}] }}\n+++\n\n{} ([الفقرة التاسعة](cite:p9)).\n",
                quotes.join(", "),
                said.join(" و"),
            ),
        )
        .replace("templates/book.html", "{{ page.said.url }}", "{{ page.said.url }}{{ page.said.directive }}")
        .built();
    [
        address(&site, ">الفقرة 9</a>"),
        address(&site, ">الفقرة التاسعة</a>"),
    ]
}

#[test]
fn a_citation_leads_to_the_words_as_they_are_printed() {
    let long = "واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة";
    let cases: [(&str, &[&str], &str); 8] = [
        // Few words might stand elsewhere: those around them tell the place, with the signs between.
        (
            "قال الوراق: النسخ أول العمل",
            &["النسخ"],
            "text=الوراق:-,النسخ,-أول العمل",
        ),
        ("النسخ أول العمل", &["النسخ"], "text=النسخ,-أول العمل"),
        ("أول العمل النسخ.", &["النسخ"], "text=العمل-,النسخ"),
        // Browsers look for whole words, so that the joined conjunction is one of theirs.
        (
            "الورق والحبر، وهما كل شيء",
            &["الحبر"],
            "text=الورق-,والحبر,-، وهما كل",
        ),
        // Of many words the ends are enough.
        (
            long,
            &["واحد اثنان ثلاثة أربعة خمسة"],
            "text=واحد اثنان ثلاثة أربعة خمسة",
        ),
        (
            long,
            &[long],
            "text=واحد اثنان ثلاثة أربعة,سبعة ثمانية تسعة عشرة",
        ),
        // Parts that a quotation leaves words out between, each by itself, and the same word at its second place.
        (
            "النسخ والتجليد ثم النسخ",
            &["التجليد", "النسخ"],
            "text=النسخ-,والتجليد,-ثم النسخ&text=ثم-,النسخ",
        ),
        // What parts a directive is a sign like others in words.
        (
            "في الكتاب a-b, c&d #e كما هو",
            &["a-b, c&d #e"],
            "text=الكتاب-,a%2Db%2C c%26d %23e,-كما هو",
        ),
    ];
    for (paragraph, quote, expected) in cases {
        for found in citations(paragraph, quote) {
            let (place, directive) = found.split_once(":~:").unwrap();
            assert_eq!(place, "../../source/index.html#p9");
            assert!(
                directive.is_ascii() && !directive.contains(' '),
                "{directive}"
            );
            // Decoded but for the signs that would part it.
            let kept = ["%2D", "%2C", "%26", "%23"];
            let marked = kept
                .iter()
                .enumerate()
                .fold(directive.to_owned(), |text, (n, code)| {
                    text.replace(code, &format!("%25{}", &kept[n][1..]))
                });
            assert_eq!(decode(&marked), expected, "{paragraph} {quote:?}");
        }
    }
}

/// The words around a quotation are no part of it: of a source that publishes what is quoted, they stay where they are.
#[test]
fn no_word_beside_a_quotation_is_told_of_a_source_that_publishes_excerpts() {
    let site = Files::good()
        .replace(
            "site.toml",
            "title = 0\n",
            "title = 0\nrepublish = \"excerpts\"\n",
        )
        .replace(
            "content/books/aghani.md",
            "pages = 12500",
            "said = { p = 3, quote = [\"صغير لا\"] }",
        )
        .replace(
            "templates/book.html",
            "{{ page.said.url }}",
            "{{ page.said.url }}{{ page.said.directive }}",
        )
        .built();
    let found = address(&site, ">الفقرة 3</a>");
    assert_eq!(decode(&found), "../../source/index.html#p3:~:text=صغير لا");
    for (path, text) in site.texts(&["html", "json", "xml"]) {
        assert!(!decode(text).contains("عنوان له"), "{path}");
    }
}

/// In templates and in prose, of an entry, a path and a place on the same page.
#[test]
fn an_address_with_a_directive_is_looked_up_and_keeps_it() {
    let of = |template: &str, prose: &str| {
        let here = "<p id=\"here\"><a href=\"#here:~:text=هنا%2C\">1</a> <a href=\"/source/#p1:~:text=على الرف\">2</a>";
        Files::good()
            .replace(
                "templates/book.html",
                "{% block main %}",
                &format!("{{% block main %}}\n{here}{template}</p>"),
            )
            .replace(
                "content/books/aghani.md",
                "12500\n+++\n",
                &format!("12500\n+++\n\n[نص](ref:source/article#p2:~:text=a){prose}\n"),
            )
    };
    let site = of("", "").built();
    let text = "%D8%B9%D9%84%D9%89%20%D8%A7%D9%84%D8%B1%D9%81";
    assert_eq!(
        address(&site, ">1</a>"),
        "#here:~:text=%D9%87%D9%86%D8%A7%2C"
    );
    assert_eq!(
        address(&site, ">2</a>"),
        format!("../../source/index.html#p1:~:text={text}")
    );
    assert_eq!(
        address(&site, ">نص</a>"),
        "../../source/index.html#p2:~:text=a"
    );

    // The place is looked for as before, and told without what only browsers read.
    for (template, prose, place) in [
        (
            "<a href=\"/source/#p8:~:text=على\">8</a>",
            "",
            "/source/#p8",
        ),
        (
            "",
            " [ثامنة](ref:source/article#p8:~:text=a)",
            "ref:source/article#p8",
        ),
    ] {
        let problems = of(template, prose).run().diagnostics;
        assert!(!problems.is_empty(), "{place} is on no page");
        for problem in problems {
            let said = format!("{problem:?}");
            assert!(said.contains(place) && !said.contains(":~:"), "{said}");
        }
    }
}

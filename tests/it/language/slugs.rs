//! Slugs and headings in Arabic: one spelling each, encoded wherever they are part of a URL, and never two of one name.

use crate::site::Files;

/// The good site with a book, an author and headings that are named in Arabic.
fn arabic_site() -> Files {
    let book = "+++\ntitle = \"طوق الحمامة\"\nauthor = \"ابن-حزم\"\n+++\n\n## بابُ الوَفاء\n\nعد إلى [الوفاء](#باب-الوفاء).\n";
    let author = "+++\nslug = \"ابن-حزم\"\ntitle = \"ابن حزم\"\nwrote = 1\n+++\n\n[كتابه](ref:books/طوق-الحمامة#باب-الوفاء)\n";
    let templates = Files::good();
    let templates = templates
        .replace(
            "templates/page.html",
            "</head>",
            "<link rel=\"canonical\" href=\"{{ page.permalink }}\"><meta property=\"og:url\" content=\"{{ page.permalink }}\"><script type=\"application/ld+json\">{{ {\"url\": page.permalink} | json }}</script></head>",
        );
    templates
        .replace("site.toml", "expect = 4", "expect = 5")
        .and(
            "site.toml",
            "\n[[exports]]\npath = \"/data/books.csv\"\nrows = \"books\"\ncolumns = [{ value = \"slug\" }, { name = \"url\", value = \"permalink\" }]\n",
        )
        .with("content/books/طوق-الحمامة.md", book)
        .with("content/authors/ibn-hazm.md", author)
        .and(
            "content/pages/home.md",
            "\n\n[الباب](</books/طوق-الحمامة/#باب-الوفاء>) و[المؤلف](ref:authors/ابن-حزم)\n",
        )
}

/// `طوق-الحمامة` and `باب-الوفاء`, in UTF-8 as RFC 3986 encodes it.
const BOOK: &str = "%D8%B7%D9%88%D9%82-%D8%A7%D9%84%D8%AD%D9%85%D8%A7%D9%85%D8%A9";
const CHAPTER: &str = "%D8%A8%D8%A7%D8%A8-%D8%A7%D9%84%D9%88%D9%81%D8%A7%D8%A1";

/// The values of an attribute on a page.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let mark = format!(" {attribute}=\"");
    let found = html.split(&mark).skip(1);
    found.map(|rest| rest.split('"').next().unwrap()).collect()
}

#[test]
fn arabic_names_are_encoded_wherever_they_are_part_of_a_url() {
    let site = arabic_site().built();
    let page = site.text("books/طوق-الحمامة/index.html");
    let absolute = format!("https://shelf.example/books/{BOOK}/");
    assert!(
        values(page, "href").contains(&absolute.as_str()),
        "canonical"
    );
    assert!(
        values(page, "content").contains(&absolute.as_str()),
        "og:url"
    );
    assert!(
        page.contains(&format!("{{\"url\":\"{absolute}\"}}")),
        "JSON-LD"
    );
    assert!(values(page, "id").contains(&"باب-الوفاء"), "ids are text");
    let fragment = format!("#{CHAPTER}");
    assert!(values(page, "href").contains(&fragment.as_str()));

    let deep = format!("../../books/{BOOK}/index.html#{CHAPTER}");
    let author = site.text("authors/ابن-حزم/index.html");
    assert!(values(author, "href").contains(&deep.as_str()));
    let home = format!("books/{BOOK}/index.html#{CHAPTER}");
    assert!(values(site.text("index.html"), "href").contains(&home.as_str()));

    let sitemap = format!("<loc>{absolute}</loc>");
    assert!(site.text("sitemap.xml").contains(&sitemap));
    let exported = format!("طوق-الحمامة,{absolute}");
    assert!(site.text("data/books.csv").contains(&exported), "exports");

    for (path, html) in site.texts(&["html"]) {
        let addresses = ["href", "src"].map(|name| values(html, name)).concat();
        let bare = addresses.iter().find(|address| !address.is_ascii());
        assert_eq!(bare, None, "on {path}");
    }
}

#[test]
fn a_name_has_one_spelling() {
    for (slug, right) in [
        ("ابنُ-حزم", "ابن-حزم"),
        ("ابـن-حزم", "ابن-حزم"),
        ("ابن حزم", "ابن-حزم"),
        ("Ibn-Hazm", "ibn-hazm"),
        ("ibn--hazm", "ibn-hazm"),
    ] {
        let author = format!("+++\nslug = \"{slug}\"\ntitle = \"ابن حزم\"\nwrote = 0\n+++\n");
        let site = Files::good().with("content/authors/ibn-hazm.md", author);
        let build = site.run();
        let [problem] = &build.diagnostics[..] else {
            panic!("{slug}: {:#?}", build.diagnostics);
        };
        assert_eq!(problem.code, "E105", "{slug}");
        let hint = problem.hint.as_ref().unwrap().to_string();
        assert!(
            hint.contains(&format!("slug = \"{right}\"")),
            "{slug}: {hint}"
        );
    }
}

#[test]
fn slugs_that_differ_in_their_unicode_form_are_one() {
    // آ as one character, and as alif and madda.
    let author = |slug: &str| format!("+++\nslug = \"{slug}\"\ntitle = \"آمنة\"\nwrote = 0\n+++\n");
    let build = Files::good()
        .with("content/authors/a.md", author("\u{622}منة"))
        .with("content/authors/b.md", author("\u{627}\u{653}منة"))
        .run();
    let codes: Vec<_> = build.diagnostics.iter().map(|one| one.code).collect();
    assert_eq!(codes, ["E202"], "{:#?}", build.diagnostics);
}

#[test]
fn addresses_that_differ_in_vowel_signs_are_too_alike() {
    let page = |url: &str| format!("+++\ntitle = \"صفحة\"\nurl = \"{url}\"\n+++\n");
    let build = Files::good()
        .with("content/pages/a.md", page("/كتاب/"))
        .with("content/pages/b.md", page("/كِتاب/"))
        .run();
    let codes: Vec<_> = build.diagnostics.iter().map(|one| one.code).collect();
    assert_eq!(codes, ["E206"], "{:#?}", build.diagnostics);
}

//! What pages show of the bodies of other entries: summaries and whole texts, where their templates ask for them.

use warraq::pipeline::{Options, Pipeline};

use crate::site::Files;

const MARKED: &str = "\n\n## مدخل\n\nأول الكلام عن C++[^ا]، انظر [المدخل](#مدخل) و[الرسم](رسم.svg).\n\n<!-- more -->\n\n\
    ## بقية\n\nوبقيته[^ا] في [البقية](#بقية).\n\n[^ا]: حاشية من [المدخل](#مدخل).\n";

/// The good site, a book with a summary of its own, and the index that shows what is between the tags.
fn shelf(list: &str) -> Files {
    let book = Files::good().text("content/books/aghani.md").to_owned();
    Files::good()
        .without("content/books/aghani.md")
        .with("content/books/aghani/index.md", book + MARKED)
        .with(
            "content/books/aghani/رسم.svg",
            "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        )
        .replace("content/pages/home.md", "url =", "template = \"list.html\"\nurl =")
        .with(
            "templates/list.html",
            format!("{{% extends \"page.html\" %}}{{% block main %}}<ul>{{% for book in books %}}<li>{list}</li>{{% endfor %}}</ul>{{% endblock %}}"),
        )
}

/// As addresses have it.
fn encoded(word: &str) -> String {
    let bytes = word.bytes();
    bytes.fold(String::new(), |text, byte| format!("{text}%{byte:02X}"))
}

/// A page, its addresses as they are read.
fn page(site: &Files, path: &str) -> String {
    let html = site.text(path);
    let addresses = ["مدخل", "بقية", "رسم"].map(|word| (encoded(word), word));
    let decoded = |html: String, (encoded, word): (String, &str)| html.replace(&encoded, word);
    addresses.into_iter().fold(html.to_owned(), decoded)
}

/// The item of the first book.
fn item(site: &Files) -> String {
    let home = page(site, "index.html");
    let item = home.split_once("<li>").unwrap().1;
    item.split_once("</li><li>").unwrap().0.to_owned()
}

#[test]
fn a_summary_ends_at_its_mark_and_leads_where_it_leads_on_its_own_page() {
    let site = shelf("{{ book.summary or \"-\" }}{% if loop.first %}<a href=\"{{ book.url }}#continue-reading\">البقية</a>{% endif %}").built();
    assert_eq!(
        item(&site),
        "<h2>مدخل</h2>\n<p>أول الكلام عن <bdi dir=\"ltr\" lang=\"en\">C++</bdi>، انظر \
         <a href=\"books/aghani/index.html#مدخل\">المدخل</a> و<a href=\"books/aghani/رسم.svg\">الرسم</a>.</p>\
         <a href=\"books/aghani/index.html#continue-reading\">البقية</a>"
    );
    let own = site.text("books/aghani/index.html");
    assert!(
        own.contains("<span id=\"continue-reading\"></span>"),
        "{own}"
    );
    // Of one without a mark, the first paragraph; of one without a text, nothing.
    let home = site.text("index.html");
    assert!(home.contains("<li><p>أول ما يذكره المقال"), "{home}");
    assert!(home.contains("<li>-</li>"), "{home}");
}

#[test]
fn a_whole_text_keeps_its_footnotes_and_gives_no_id_twice() {
    let site = shelf("{{ book.content }}{{ book.word_count }}/{{ book.reading_time }}").built();
    let item = item(&site);
    for part in [
        "<h2>بقية</h2>",
        "<a href=\"books/aghani/index.html#بقية\">",
        "href=\"#fn:books/aghani:1\"",
        "id=\"fnref:books/aghani:1-2\"",
        "<li id=\"fn:books/aghani:1\">",
        "12/1",
    ] {
        assert!(item.contains(part), "{part} in {item}");
    }
    assert!(!item.contains("continue-reading"), "{item}");
}

#[test]
fn a_page_shows_its_own_summary() {
    let site = shelf("")
        .replace(
            "templates/page.html",
            "<link rel=\"canonical\"",
            "<meta name=\"description\" content=\"{{ (page.summary or \"\") | striptags | bidi_text }}\"><link rel=\"canonical\"",
        )
        .built();
    let own = site.text("books/aghani/index.html");
    assert!(
        own.contains("content=\"مدخل\nأول الكلام عن \u{2066}C++\u{2069}، انظر"),
        "{own}"
    );
}

#[test]
fn a_field_of_that_name_is_what_is_declared() {
    let site = shelf("{{ book.summary }}")
        .replace(
            "site.toml",
            "note = \"markdown?\"",
            "note = \"markdown?\"\nsummary = \"string?\"",
        )
        .replace(
            "content/books/aghani/index.md",
            "pages =",
            "summary = \"بالحقل\"\npages =",
        )
        .built();
    assert_eq!(item(&site), "بالحقل");
}

#[test]
fn a_broken_link_is_one_error_where_it_is_written() {
    for list in ["", "{{ book.summary }}", "{{ book.content }}"] {
        let broken = "[غائب](غائب.svg) و[آخر](/gone/) و[ثالث](#لا-مكان).";
        let site = shelf(list).replace(
            "content/books/aghani/index.md",
            "أول الكلام",
            &format!("{broken} أول الكلام"),
        );
        let build = site.run();
        let places = build.diagnostics.iter().filter_map(|problem| {
            let span = problem.span.as_ref()?;
            let source = site.text(span.path.as_str());
            Some((problem.code, source[span.range.clone()].to_owned()))
        });
        let expected = [
            ("E205", "غائب.svg"),
            ("E205", "/gone/"),
            ("E204", "#لا-مكان"),
        ];
        let expected = expected.map(|(code, address)| (code, address.to_owned()));
        assert_eq!(
            places.collect::<Vec<_>>(),
            expected,
            "{:#?}",
            build.diagnostics
        );
    }
}

#[test]
fn a_feed_has_it_as_plain_text() {
    let feed = "[collections.books.feed]\ndate = \"printed\"\nsummary = \"summary\"\n";
    let site = Files::good()
        .replace(
            "site.toml",
            "[collections.books.fields]",
            &format!("{feed}[collections.books.fields]"),
        )
        .and(
            "content/books/kalila.md",
            "\nأوله C++.\n\n<!-- more -->\n\nآخره.\n",
        )
        .built();
    let atom = site.text("books/feed.atom");
    assert!(
        atom.contains("<summary>أوله \u{2066}C++\u{2069}.</summary>"),
        "{atom}"
    );
}

#[test]
fn an_entry_without_a_page_keeps_its_places() {
    let note = "+++\ntitle = \"أ\"\n+++\n\n## مدخل\n\nإلى [المدخل](#مدخل) و[الرأس](/).\n";
    let notes =
        "\n[collections.notes]\nurl = false\n[collections.notes.fields]\ntitle = \"string\"\n";
    let site = Files::good()
        .and("site.toml", notes)
        .with("content/notes/a.md", note)
        .with("content/notes/b.md", note.replace("\"أ\"", "\"ب\""))
        .replace(
            "templates/page.html",
            "<main>",
            "<main>{% for note in notes %}{{ note.content }}{% endfor %}",
        )
        .built();
    let home = page(&site, "index.html");
    for place in ["notes/a:مدخل", "notes/b:مدخل"] {
        assert!(
            home.contains(&format!("<h2 id=\"{place}\">مدخل</h2>")),
            "{home}"
        );
        assert!(
            home.contains(&format!("<a href=\"#{place}\">المدخل</a>")),
            "{home}"
        );
    }
}

/// How many pages an edit renders, after another edit.
#[test]
fn only_those_who_show_a_text_hang_on_it() {
    let mut site = shelf("{{ book.summary }}");
    let file = "content/books/aghani/index.md";
    let mut pipeline = Pipeline::new(Options::default());
    let all = pipeline.run(&site.snapshot());
    assert!(
        all.output.is_some() && all.rendered == all.pages,
        "{:#?}",
        all.diagnostics
    );
    for (from, to, rendered) in [
        // Its own page, and the one that shows it.
        ("أول الكلام", "بدء الكلام", 2),
        ("وبقيته", "وآخره", 1),
        ("<!-- more -->\n", "", 2),
        ("وآخره", "وبقيته", 1),
    ] {
        site = site.replace(file, from, to);
        let build = pipeline.run(&site.snapshot());
        assert_eq!(build.rendered, rendered, "{to}");
        assert_eq!(site.run().output, build.output);
    }
}

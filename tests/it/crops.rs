//! Pictures that entries name in their fields, cut out around what is to be seen of them.

use warraq::pipeline::{Options, Pipeline};

use crate::site::Files;

/// A photograph of 16 by 8 pixels.
const PHOTO: &[u8] = include_bytes!("../../src/core/raster/tests/plain.jpg");

const INDEX: &str = "content/books/kalila/index.md";

/// A book with a cover that its page and the list of books show in two shapes.
fn covered() -> Files {
    let good = Files::good();
    let text = good.text("content/books/kalila.md").to_owned();
    let text = text.replacen(
        "title =",
        "cover = { file = \"the sea.jpg\", focus = [0.25, 0.5], alt = \"بحر\" }\ntitle =",
        1,
    );
    let shown = "{% block main %}{% if page.cover %}<img src=\"{{ page.cover.square }}\" alt=\"{{ page.cover.alt }}\"><img src=\"{{ page.cover.url }}\" alt=\"\">{% endif %}";
    let listed = "<main>{% for book in books %}{% if book.cover %}<img src=\"{{ book.cover.wide }}\" alt=\"{{ book.cover.alt }}\">{% endif %}{% endfor %}";
    good.replace("site.toml", "note = \"markdown?\"", "note = \"markdown?\"\ncover = \"image(wide|square)?\"")
        .and(
            "site.toml",
            "\n[pictures]\nwidths = [4, 40]\n[pictures.crops]\nwide = \"4:1\"\nsquare = \"1:1\"\nunused = \"2:3\"\n\n\
             [[exports]]\npath = \"/books.csv\"\nrows = \"books\"\ncolumns = [{ value = \"cover\" }]\n\n\
             [[exports]]\npath = \"/books.json\"\ncollections = [\"books\"]\n",
        )
        .without("content/books/kalila.md")
        .with(INDEX, text)
        .with("content/books/kalila/the sea.jpg", PHOTO)
        .replace("templates/book.html", "{% block main %}", shown)
        .replace("templates/page.html", "<main>", listed)
}

/// Text without fingerprints.
fn plain(text: &str) -> String {
    let parts = text.split('.');
    let is_print = |part: &&str| part.len() == 8 && part.chars().all(|c| c.is_ascii_hexdigit());
    parts
        .filter(|part| !is_print(part))
        .collect::<Vec<_>>()
        .join(".")
}

#[test]
fn templates_ask_for_a_shape_and_pages_show_it_in_all_widths() {
    let built = covered().built();
    let page = plain(built.text("books/kalila/index.html"));
    let square = "<img src=\"the%20sea.square-250-500.webp\" alt=\"بحر\" width=\"8\" height=\"8\" loading=\"lazy\" \
        srcset=\"the%20sea.square-250-500.4.webp 4w, the%20sea.square-250-500.webp 8w\" sizes=\"100vw\">";
    assert!(page.contains(square), "{page}");
    assert!(page.contains("<img src=\"the%20sea.jpg\" alt=\"\" width=\"16\" height=\"8\""));
    let home = plain(built.text("index.html"));
    let wide = "<img src=\"books/kalila/the%20sea.wide-250-500.webp\" alt=\"بحر\" width=\"16\" height=\"4\"";
    assert!(home.contains(wide), "{home}");
    assert_eq!(
        built.paths().filter(|path| path.contains("unused")).count(),
        0
    );
    let address = "https://shelf.example/books/kalila/the%20sea.jpg";
    assert!(built.text("books.csv").contains(address));
    assert!(built.text("books.json").contains(address));
}

#[test]
fn another_focus_or_picture_is_another_address_after_every_edit() {
    let mut pipeline = Pipeline::new(Options::default());
    let middle = covered().replace(INDEX, "focus = [0.25, 0.5]", "focus = [0.5, 0.50]");
    let moved = covered().replace(INDEX, "[0.25, 0.5]", "[1, 0]");
    let other = covered()
        .replace(INDEX, "the sea.jpg", "other.jpg")
        .with("content/books/kalila/other.jpg", PHOTO);
    let shaped = covered().replace("site.toml", "4:1", "3:1");
    for (files, name) in [
        (covered(), "the sea.square-250-500.webp"),
        (middle, "the sea.square.webp"),
        (moved, "the sea.square-1000-0.webp"),
        (other, "other.square-250-500.webp"),
        (shaped, "the sea.square-250-500.webp"),
    ] {
        let kept = pipeline.run(&files.snapshot());
        assert_eq!(
            (&kept.diagnostics[..], &kept.output),
            (&[][..], &files.run().output)
        );
        let built = Files::from(kept);
        assert!(built.has(&format!("books/kalila/{name}")), "{name}");
    }
}

#[test]
fn what_cannot_be_cut_or_shown_is_said_where_it_is_written() {
    let gif = [&b"GIF89a\x01\0\x01\0\x80\0\0"[..], &[0; 20]].concat();
    let written = "cover = { file = \"the sea.jpg\", focus = [0.25, 0.5], alt = \"بحر\" }";
    let said = |files: &Files| {
        let build = files.run();
        let problems = build.diagnostics.iter().map(|one| {
            let place = one
                .span
                .as_ref()
                .map(|span| files.text(span.path.as_str())[span.range.clone()].to_owned());
            (one.code, place.unwrap_or_default())
        });
        problems.collect::<Vec<_>>()
    };
    for (cover, expected) in [
        ("cover = 3", &[("E104", "3")][..]),
        (
            "cover = \"../../sea.jpg\"",
            &[("E105", "\"../../sea.jpg\"")],
        ),
        (
            "cover = \"https://other.example/sea.jpg\"",
            &[("E105", "\"https://other.example/sea.jpg\"")],
        ),
        ("cover = \"\"", &[("E105", "\"\"")]),
        ("cover = \"river.jpg\"", &[("E239", "\"river.jpg\"")]),
        ("cover = \"notes.pdf\"", &[("E239", "\"notes.pdf\"")]),
        ("cover = \"line.svg\"", &[("E239", "\"line.svg\"")]),
        ("cover = \"old.gif\"", &[("E239", "\"old.gif\"")]),
        (
            "cover = { file = \"the sea.jpg\", focus = 0.5 }",
            &[("E105", "0.5")],
        ),
        (
            "cover = { file = \"the sea.jpg\", focus = [0.5] }",
            &[("E105", "[0.5]")],
        ),
        (
            "cover = { file = \"the sea.jpg\", focus = [0.5, 1.01] }",
            &[("E105", "[0.5, 1.01]")],
        ),
        (
            "cover = { file = \"the sea.jpg\", focus = [0.5, nan] }",
            &[("E105", "[0.5, nan]")],
        ),
        (
            "cover = { file = \"the sea.jpg\", title = \"بحر\" }",
            &[("E102", "title")],
        ),
        (
            "cover = { alt = \"بحر\" }",
            &[("E103", "{ alt = \"بحر\" }")],
        ),
    ] {
        let files = covered()
            .replace(INDEX, written, cover)
            .with("content/books/kalila/old.gif", gif.clone())
            .with("content/books/kalila/notes.pdf", "%PDF")
            .with(
                "content/books/kalila/line.svg",
                "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
            );
        let expected: Vec<_> = expected
            .iter()
            .map(|(code, place)| (*code, (*place).to_owned()))
            .collect();
        assert_eq!(said(&files), expected, "{cover}");
    }
    for (from, to, expected) in [
        ("\"4:1\"", "\"4x1\"", ("E105", "\"4x1\"")),
        ("\"4:1\"", "\"0:1\"", ("E105", "\"0:1\"")),
        ("\"4:1\"", "\"101:1\"", ("E105", "\"101:1\"")),
        ("\"4:1\"", "4.1", ("E105", "4.1")),
        ("unused =", "url =", ("E105", "url")),
        ("unused =", "a-b =", ("E105", "a-b")),
        (
            "image(wide|square)?",
            "image(wide|squere)?",
            ("E105", "\"image(wide|squere)?\""),
        ),
    ] {
        let files = covered().replace("site.toml", from, to);
        assert_eq!(
            said(&files)[..1],
            [(expected.0, expected.1.to_owned())],
            "{to}"
        );
    }
    let template = covered().replace("templates/book.html", "cover.square", "cover.squere");
    assert_eq!(said(&template)[0].0, "E408");
}

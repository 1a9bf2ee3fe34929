//! Pictures of pixels, from a file beside an entry to what pages show and readers load.

use warraq::pipeline::{Options, Pipeline};

use crate::site::{Files, complained, said};

/// A photograph of 16 by 8 pixels.
const PHOTO: &[u8] = include_bytes!("../../src/core/raster/tests/plain.jpg");

/// Where it was taken.
const SECRET: &[u8] = b"33.57 N 7.58 W";

/// A book with a photograph that its text shows twice, and its template once.
fn illustrated() -> Files {
    let good = Files::good();
    let text = good.text("content/books/kalila.md").to_owned();
    let comment = [&[0xFF, 0xFE, 0, 16][..], SECRET].concat();
    let photo = [&PHOTO[..2], &comment, &PHOTO[2..]].concat();
    let shown = "{% block main %}<img sizes=\"20px\" src=\"/books/kalila/a%20photo.jpg\" alt=\"\" width=8 />";
    good.and(
        "site.toml",
        "\n[pictures]\nwidths = [4, 8, 40]\nsizes = \"50vw\"\n",
    )
    .without("content/books/kalila.md")
    .with(
        "content/books/kalila/index.md",
        text + "\n![غلاف](<a photo.jpg>)\n\n![ظهر](<a photo.jpg>)\n",
    )
    .with("content/books/kalila/a photo.jpg", photo)
    .replace("templates/book.html", "{% block main %}", shown)
}

/// The tags of a kind on a page.
fn tags<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let start = format!("<{name} ");
    let starts = html.match_indices(&start).map(|(at, _)| at);
    let tags = starts.map(|at| &html[at..=at + html[at..].find('>').unwrap()]);
    tags.collect()
}

/// Names without their fingerprints.
fn plain(text: &str) -> String {
    let mut parts: Vec<&str> = text.split('.').collect();
    parts.retain(|part| part.len() != 8 || !part.chars().all(|c| c.is_ascii_hexdigit()));
    parts.join(".")
}

#[test]
fn images_say_the_colour_there_is_most_of_if_it_is_asked_for() {
    let asked = illustrated().replace(
        "site.toml",
        "[pictures]",
        "[pictures]\ndominant_color = true",
    );
    let own = "alt=\"\" data-color=\"red\" width=8";
    let built = asked
        .clone()
        .replace("templates/book.html", "alt=\"\" width=8", own)
        .built();
    let page = built.text("books/kalila/index.html");
    let of = |tag: &str| {
        tag.split("data-color=")
            .nth(1)
            .map(|rest| rest[..6].to_owned())
    };
    let colours: Vec<_> = tags(page, "img").into_iter().map(of).collect();
    assert_eq!(
        colours,
        ["\"red\" ", "\"#dcdc", "\"#dcdc"].map(|colour| Some(colour.to_owned()))
    );
    // What is remembered of it is what would be found.
    let options = Options::default();
    let (first, again) = (asked.built_with(&options), asked.built_with(&options));
    assert_eq!(
        first.text("books/kalila/index.html"),
        again.text("books/kalila/index.html")
    );
    assert!(options.colours.text().is_some());
}

#[test]
fn images_say_their_size_and_their_copies_wherever_they_are_written() {
    let built = illustrated().built();
    let page = built.text("books/kalila/index.html");
    let images: Vec<_> = tags(page, "img").into_iter().map(plain).collect();
    assert_eq!(
        images,
        [
            "<img src=\"a%20photo.jpg\" alt=\"\" width=8 height=\"4\">",
            "<img src=\"a%20photo.jpg\" alt=\"غلاف\" width=\"16\" height=\"8\" loading=\"lazy\">",
            "<img src=\"a%20photo.jpg\" alt=\"ظهر\" width=\"16\" height=\"8\" loading=\"lazy\">",
        ]
    );
    let copies = "srcset=\"a%20photo.4.webp 4w, a%20photo.8.webp 8w, a%20photo.16.webp 16w\"";
    let sources: Vec<_> = tags(page, "source").into_iter().map(plain).collect();
    let of = |sizes| format!("<source type=\"image/webp\" {copies} sizes=\"{sizes}\">");
    assert_eq!(sources, [of("20px"), of("50vw"), of("50vw")]);
    assert_eq!(
        page.matches("<picture>").count(),
        page.matches("</picture>").count()
    );

    let mut files: Vec<_> = built
        .paths()
        .filter(|path| path.contains("photo"))
        .collect();
    files.sort_unstable();
    let names: Vec<_> = files.iter().map(|path| plain(path)).collect();
    let expected = ["16.webp", "4.webp", "8.webp", "jpg"];
    assert_eq!(
        names,
        expected.map(|end| format!("books/kalila/a photo.{end}"))
    );
    for path in files {
        let bytes = built.bytes(path);
        assert!(
            !bytes.windows(SECRET.len()).any(|part| part == SECRET),
            "{path}"
        );
        assert!(
            bytes.starts_with(b"RIFF") || bytes.starts_with(&[0xFF, 0xD8]),
            "{path}"
        );
    }
}

#[test]
fn a_large_photograph_has_no_shorter_way_out() {
    let comment = [&[0xFF, 0xFE, 0, 16][..], SECRET].concat();
    let table = PHOTO.windows(2).position(|pair| pair == [0xFF, 0xC4]);
    let table = table.unwrap();
    // Nothing is said before the size of the picture; behind its end is a film of the moment.
    let film = [&vec![7; 70_000][..], SECRET].concat();
    let photo = [&PHOTO[..table], &comment, &PHOTO[table..], &film].concat();
    let name = |end: &str| format!("content/books/kalila/large.{end}");
    let ends = ["jpg", "jpeg", "jfif", "JPE"];
    let site = ends.iter().fold(illustrated(), |site, end| {
        site.with(&name(end), photo.clone())
    });
    let site = site.on_disk();
    // Those of the same name have copies of their own.
    assert_eq!(complained(&site.build().success()), "");
    for end in ends {
        let path = format!("public/books/kalila/large.{end}");
        let bytes = std::fs::read(site.path(&path)).unwrap();
        assert!(
            bytes.starts_with(&PHOTO[..20]) && bytes.len() < 2 * PHOTO.len(),
            "{end}"
        );
        assert!(
            !bytes.windows(SECRET.len()).any(|part| part == SECRET),
            "{end}"
        );
    }
}

/// The header of a WebP file of this size, which is enough to know what it is.
fn webp(width: u32, height: u32) -> Vec<u8> {
    let size = (width - 1) | (height - 1) << 14;
    let chunk = [&b"VP8L\x0A\0\0\0\x2F"[..], &size.to_le_bytes(), &[0; 5]].concat();
    let length = u32::try_from(chunk.len() + 4).unwrap().to_le_bytes();
    [b"RIFF", &length, &b"WEBP"[..], &chunk].concat()
}

#[test]
fn a_webp_stands_for_its_own_largest_copy_from_every_page() {
    let site = illustrated()
        .with("content/books/kalila/one two.webp", webp(16, 8))
        .and(
            "content/books/kalila/index.md",
            "\n![قريبة](<one two.webp>)\n",
        )
        .and(
            "content/books/aghani.md",
            "\n![بعيدة](</books/kalila/one two.webp>)\n",
        );
    let built = site.built();
    for (page, way) in [
        ("books/kalila/index.html", ""),
        ("books/aghani/index.html", "../kalila/"),
    ] {
        let images = tags(built.text(page), "img");
        let own: Vec<_> = images.iter().filter(|tag| tag.contains("webp")).collect();
        let candidates = [4, 8].map(|width| format!("{way}one%20two.{width}.webp {width}w, "));
        let candidates = format!("srcset=\"{}{way}one%20two.webp 16w\"", candidates.concat());
        assert!(
            own.len() == 1 && plain(own[0]).contains(&candidates),
            "{own:?}"
        );
    }
}

#[test]
fn whatever_was_looked_at_before_pictures_are_what_they_are() {
    let path = "content/books/kalila/one.webp";
    let small = illustrated().with(path, webp(16, 8));
    let large = illustrated().with(path, webp(2000, 1000));
    let strict = |files: &Files| files.clone().and("site.toml", "megapixels = 1\n");
    let broken = illustrated().with(path, &webp(16, 8)[..24]);
    let none = small.clone().replace("site.toml", "[pictures]", "[extra]");
    let mut pipeline = Pipeline::new(Options::default());
    for (files, problems) in [
        (strict(&large), 1),
        (large.clone(), 0),
        (strict(&large), 1),
        (strict(&small), 0),
        (broken, 1),
        (none, 0),
        (large, 0),
    ] {
        let (kept, clean) = (pipeline.run(&files.snapshot()), files.run());
        assert_eq!(kept.diagnostics, clean.diagnostics);
        assert_eq!(kept.output, clean.output);
        assert_eq!(clean.diagnostics.len(), problems, "{:?}", clean.diagnostics);
    }
}

#[test]
fn an_authors_own_choice_stands() {
    let own = "{% block main %}<picture><source srcset=\"/books/kalila/a%20photo.jpg\" media=\"print\">\
        <img src=\"/books/kalila/a%20photo.jpg\" alt=\"\" height=\"4\"></picture>\
        <img srcset=\"/books/kalila/a%20photo.jpg 2x\" src=\"/books/kalila/a%20photo.jpg\" alt=\"\" loading=\"eager\">";
    let site = illustrated().replace("templates/book.html", "{% block main %}", own);
    let built = site.built();
    let page = built.text("books/kalila/index.html");
    let images: Vec<_> = tags(page, "img");
    assert_eq!(
        images[..2],
        [
            "<img src=\"a%20photo.jpg\" alt=\"\" height=\"4\" width=\"8\">",
            "<img srcset=\"a%20photo.jpg 2x\" src=\"a%20photo.jpg\" alt=\"\" loading=\"eager\" width=\"16\" height=\"8\">",
        ]
    );
}

#[test]
fn copies_are_made_once_and_again_when_the_picture_changes() {
    let site = illustrated().on_disk();
    let copies = |site: &crate::site::Site| {
        let files = Files::below(&site.path("public/books/kalila"));
        let copies = files
            .paths()
            .filter(|path| path.rsplit_once('.').is_some_and(|(_, end)| end == "webp"));
        copies.map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(complained(&site.build().success()), "");
    let first = copies(&site);
    assert_eq!(first.len(), 3);
    site.write(
        "templates/page.html",
        format!("{}<!-- -->", illustrated().text("templates/page.html")),
    );
    let again = site.build().success();
    assert!(said(&again).contains(" 0 "), "{}", said(&again));
    assert_eq!(copies(&site), first);
    let wider = illustrated().text("site.toml").replace("[4, 8, 40]", "[6]");
    site.write("site.toml", &wider);
    site.build().success();
    assert!(
        copies(&site)
            .iter()
            .any(|path| plain(path) == "a photo.6.webp")
    );
}

//! What appears piece by piece can be followed: a feed in two formats that say the same, newest first and whole, with addresses that hold
//! wherever it is read.

use resvg::usvg::roxmltree::{Document, Node};
use serde_json::Value as Json;
use warraq::media_type::MediaType;
use warraq::pages::Role;
use warraq::path::OutputPath;
use warraq::pipeline::{Options, Pipeline};

use crate::site::Files;

/// The good site with letters, some of one day, one without a day, one a draft.
fn letters() -> Files {
    let settings = "\n[collections.letters]\nurl = \"/letters/{slug}/\"\ntemplate = \"page.html\"\norder = \"title\"\n\
        [collections.letters.fields]\ntitle = \"string\"\nday = \"date?\"\nmended = \"date?\"\nabout = \"markdown?\"\n\
        writers = \"list(ref(authors))?\"\n\
        [collections.letters.feed]\ndate = \"day\"\nupdated = \"mended\"\nsummary = \"about\"\nauthor = \"writers\"\n";
    let letter = |name: &str, fields: &str, body: &str| {
        let path = format!("content/letters/{name}.md");
        (path, format!("+++\n{fields}\n+++\n\n{body}\n"))
    };
    let letters = [
        letter("b", "title = \"باء\"\nday = 2025-03-02", "رسالة."),
        letter(
            "a",
            "title = \"ألف\"\nday = 2025-03-02\nmended = 2025-03-05",
            "رسالة.",
        ),
        letter(
            "new/index",
            "title = \"Wikidata & <كتب>\"\nday = 2025-03-04\nabout = \"عن **كتاب** & غيره\"\nwriters = [\"jahiz\", \"isfahani\"]",
            "انظر [الحيوان](ref:books/hayawan)، و[الفقرة 2](cite:p2)، و[موضعا](#موضع) و[غيره](https://other.example/?a=1&b=2).\n\n## موضع\n\n![ورقة](ورقة.svg)",
        ),
        letter("old", "title = \"قديمة\"\nday = 1999-12-31", "رسالة."),
        letter("undated", "title = \"بلا يوم\"", "رسالة."),
        letter(
            "draft",
            "title = \"مسودة\"\nday = 2025-03-09\ndraft = true",
            "رسالة.",
        ),
    ];
    let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
    let site = Files::good()
        .and("site.toml", settings)
        .with("content/letters/new/ورقة.svg", drawing);
    letters
        .into_iter()
        .fold(site, |site, (path, text)| site.with(&path, text))
}

fn child<'a>(of: Node<'a, 'a>, name: &str) -> Option<&'a str> {
    let mut children = of.children();
    children.find(|node| node.has_tag_name(name))?.text()
}

fn json(text: &str) -> Json {
    serde_json::from_str(text).unwrap()
}

/// What a reader makes of both formats, which have to agree: for each post its id, title, day and day of its last change.
fn posts(site: &Files, folder: &str) -> Vec<[String; 4]> {
    let xml = Document::parse(site.text(&format!("{folder}feed.atom"))).unwrap();
    let of_atom = |entry: Node<'_, '_>| {
        let fields = ["id", "title", "published", "updated"];
        fields.map(|name| child(entry, name).unwrap().to_owned())
    };
    let entries = xml.root_element().children();
    let entries = entries.filter(|node| node.has_tag_name("entry"));
    let of_atom: Vec<_> = entries.map(of_atom).collect();

    let feed = json(site.text(&format!("{folder}feed.json")));
    let of_json = feed["items"].as_array().unwrap().iter().map(|item| {
        let published = &item["date_published"];
        let modified = item.get("date_modified").unwrap_or(published);
        [&item["id"], &item["title"], published, modified]
            .map(|value| value.as_str().unwrap().to_owned())
    });
    assert_eq!(of_json.collect::<Vec<_>>(), of_atom);
    of_atom
}

#[test]
fn posts_come_newest_first_and_without_those_that_have_no_day() {
    let site = letters().built();
    let ids: Vec<_> = posts(&site, "letters/")
        .into_iter()
        .map(|[id, ..]| id)
        .collect();
    let at = |slug: &str| format!("https://shelf.example/letters/{slug}/");
    assert_eq!(ids, ["new", "a", "b", "old"].map(at));
    let [_, title, published, updated] = &posts(&site, "letters/")[1];
    assert_eq!(
        [title, published, updated],
        ["ألف", "2025-03-02T12:00:00Z", "2025-03-05T12:00:00Z"]
    );

    let xml = Document::parse(site.text("letters/feed.atom")).unwrap();
    assert_eq!(
        child(xml.root_element(), "updated"),
        Some("2025-03-05T12:00:00Z")
    );
    let short = letters().replace(
        "site.toml",
        "summary = \"about\"",
        "summary = \"about\"\nlimit = 2",
    );
    assert_eq!(posts(&short.built(), "letters/").len(), 2);
    let drafts = Options {
        drafts: true,
        ..Options::default()
    };
    assert_eq!(
        posts(&letters().built_with(&drafts), "letters/")[0][1],
        "مسودة"
    );
}

#[test]
fn a_post_is_whole_and_its_links_hold_anywhere() {
    let below = Options {
        base_url: Some("https://shelf.example/below/".to_owned()),
        ..Options::default()
    };
    let site = letters().built_with(&below);
    let feed = json(site.text("letters/feed.json"));
    let html = feed["items"][0]["content_html"].as_str().unwrap();
    let xml = Document::parse(site.text("letters/feed.atom")).unwrap();
    let entry = xml
        .descendants()
        .find(|node| node.has_tag_name("entry"))
        .unwrap();
    assert_eq!(child(entry, "content"), Some(html));

    assert!(html.starts_with("<div lang=\"ar-MA\" dir=\"rtl\"><p>") && html.ends_with("</div>"));
    let addresses = html.split("=\"https://").skip(1);
    let addresses: Vec<_> = addresses
        .map(|rest| rest.split('"').next().unwrap())
        .collect();
    let expected = [
        "shelf.example/below/books/hayawan/",
        "shelf.example/below/source/#p2",
        "shelf.example/below/letters/new/#%D9%85%D9%88%D8%B6%D8%B9",
        "other.example/?a=1&amp;b=2",
        "shelf.example/below/letters/new/%D9%88%D8%B1%D9%82%D8%A9.svg",
    ];
    assert_eq!(addresses, expected);
    assert!(
        !html.contains("href=\"#") && !html.contains("ref:"),
        "{html}"
    );
}

#[test]
fn both_formats_have_what_they_must() {
    let starter = Files::starter("dossier");
    for (site, folder) in [(letters().built(), "letters/"), (starter.built(), "news/")] {
        let text = site.text(&format!("{folder}feed.atom"));
        let xml = Document::parse(text).unwrap();
        let feed = xml.root_element();
        assert_eq!(
            feed.tag_name().namespace(),
            Some("http://www.w3.org/2005/Atom")
        );
        let language = feed.attribute(("http://www.w3.org/XML/1998/namespace", "lang"));
        assert_eq!(language, Some("ar-MA"));
        // RFC 4287, sections 4.1.1 and 4.1.2.
        let posts = feed.children().filter(|node| node.has_tag_name("entry"));
        for node in std::iter::once(feed).chain(posts) {
            for name in ["id", "title", "updated"] {
                let found = node.children().filter(|child| child.has_tag_name(name));
                assert_eq!(found.count(), 1, "{name}");
            }
        }
        let links = feed.children().filter(|node| node.has_tag_name("link"));
        let links: Vec<_> = links
            .map(|link| (link.attribute("rel"), link.attribute("href")))
            .collect();
        assert_eq!(links[0], (Some("self"), child(feed, "id")));
        assert_eq!(links[1].0, Some("alternate"));

        // https://www.jsonfeed.org/version/1.1/
        let feed = json(site.text(&format!("{folder}feed.json")));
        assert_eq!(feed["version"], "https://jsonfeed.org/version/1.1");
        assert!(feed["title"].is_string() && feed["items"].is_array());
        for item in feed["items"].as_array().unwrap() {
            assert!(item["id"].is_string() && item["content_html"].is_string());
        }
    }
}

#[test]
fn texts_are_plain_and_keep_their_order() {
    let site = letters().built();
    let feed = json(site.text("letters/feed.json"));
    assert_eq!(
        feed["items"][0]["title"],
        "\u{200F}\u{2066}Wikidata\u{2069} & <كتب>"
    );
    assert_eq!(feed["items"][0]["summary"], "عن كتاب & غيره");
    assert_eq!(
        posts(&site, "letters/")[0][1],
        "\u{200F}\u{2066}Wikidata\u{2069} & <كتب>"
    );
}

#[test]
fn a_feed_says_who_wrote_it() {
    let authors = |site: &Files| {
        let feed = json(site.text("letters/feed.json"));
        let of_posts = feed["items"].as_array().unwrap().iter();
        let of_posts = of_posts.filter_map(|item| item.get("authors")).cloned();
        let all: Vec<Json> = std::iter::once(feed["authors"].clone())
            .chain(of_posts)
            .collect();
        let names = all
            .iter()
            .flat_map(|authors| authors.as_array().unwrap().clone());
        let names: Vec<String> = names
            .map(|author| author["name"].as_str().unwrap().to_owned())
            .collect();
        let xml = Document::parse(site.text("letters/feed.atom")).unwrap();
        let of_atom = xml.descendants().filter(|node| node.has_tag_name("author"));
        let of_atom: Vec<String> = of_atom
            .map(|author| child(author, "name").unwrap().to_owned())
            .collect();
        assert_eq!(of_atom, names);
        names
    };
    assert_eq!(
        authors(&letters().built()),
        ["رف الكتب", "الجاحظ", "الأصفهاني"]
    );
    let named = letters().replace(
        "site.toml",
        "language =",
        "author = \"أهل الرف\"\nlanguage =",
    );
    assert_eq!(authors(&named.built())[0], "أهل الرف");
}

#[test]
fn pages_and_hosts_are_told_of_feeds() {
    let links = "{% for feed in site.feeds %}<link rel=\"alternate\" type=\"{{ feed.type }}\" title=\"{{ feed.title }}\" href=\"{{ feed.url }}\">{% endfor %}</head>";
    let site = letters()
        .replace("templates/page.html", "</head>", links)
        .replace(
            "site.toml",
            "author = \"writers\"",
            "author = \"writers\"\ntitle = \"الرسائل\"\npath = \"/الرسائل\"",
        );
    let build = site.run();
    let plan = build.plan.clone().unwrap();
    let built = Files::from(build);
    let html = built.text("books/kalila/index.html");
    let link = "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"الرسائل\" href=\"../../%D8%A7%D9%84%D8%B1%D8%B3%D8%A7%D8%A6%D9%84.atom\">";
    assert!(html.contains(link), "{html}");
    for name in ["الرسائل.atom", "الرسائل.json"] {
        assert_eq!(plan.role(&OutputPath::new(name).unwrap()), Role::Listing);
    }
    assert!(
        !Files::good()
            .built()
            .paths()
            .any(|path| path.contains("feed."))
    );
}

#[test]
fn a_feed_without_posts_is_still_one() {
    let empty = ["a", "b", "new/index", "old"].iter();
    let empty = empty.fold(letters(), |site, name| {
        site.without(&format!("content/letters/{name}.md"))
    });
    let site = empty.without("content/letters/new/ورقة.svg").built();
    assert_eq!(posts(&site, "letters/"), Vec::<[String; 4]>::new());
    let xml = Document::parse(site.text("letters/feed.atom")).unwrap();
    assert_eq!(
        child(xml.root_element(), "updated"),
        Some("1970-01-01T00:00:00Z")
    );
}

#[test]
fn a_feed_follows_what_its_posts_say_and_where_their_links_lead() {
    let mut pipeline = Pipeline::new(Options::default());
    let first = letters();
    let body = first.clone().and("content/letters/old.md", "وتتمة.\n");
    let moved = body.clone().replace(
        "content/books/hayawan.md",
        "title =",
        "slug = \"animals\"\ntitle =",
    );
    let moved = moved
        .texts(&["md"])
        .filter(|(_, text)| text.contains("books/hayawan"))
        .map(|(path, text)| {
            (
                path.to_owned(),
                text.replace("books/hayawan", "books/animals"),
            )
        })
        .fold(moved.clone(), |site, (path, text)| site.with(&path, text));
    // One address is that of a folder, then that of a file, and no entry says another word.
    let folder = first
        .clone()
        .and("content/letters/new/index.md", "[ملحق](x)\n");
    let file = folder.clone().with("content/letters/new/x", "");
    let folder = folder.with("content/letters/new/x/index.html", "");
    for site in [&first, &body, &moved, &folder, &file, &first] {
        let built = Files::from(pipeline.run(&site.snapshot()));
        assert_eq!(built, site.built());
    }
    assert!(body.built().text("letters/feed.atom").contains("وتتمة"));
    assert!(
        moved
            .built()
            .text("letters/feed.atom")
            .contains("/books/animals/")
    );
}

/// A feed of another name was answered with the type of all files that end as it does.
#[test]
fn a_feed_is_called_a_feed_whatever_its_name() {
    for (path, export) in [
        ("/news/rss", "/news/feed.json"),
        ("/letters/مستجدات", "/a.json"),
    ] {
        let site = letters()
            .and("site.toml", &format!("path = \"{path}\"\n\n[[exports]]\npath = \"{export}\"\ncollections = [\"books\"]\n"))
            .run();
        let plan = site.plan.unwrap();
        for (address, expected) in [
            (format!("{path}.json"), MediaType::JSON_FEED),
            (format!("{path}.atom"), MediaType::ATOM),
            (export.to_owned(), MediaType::JSON),
            ("/index.html".to_owned(), MediaType::HTML),
        ] {
            let path = OutputPath::new(&address[1..]).unwrap();
            assert!(plan.files.contains_key(&path), "{address}");
            assert_eq!(plan.media_type(&path), expected, "{address}");
        }
    }
}

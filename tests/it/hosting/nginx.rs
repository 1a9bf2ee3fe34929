//! nginx itself, told what warraq tells it, over a release in a folder: what readers are answered is what the rules say.

mod server;

use warraq::config::{Destination, Encoding, Host, Target};
use warraq::hosting;
use warraq::path::{decode, encode};

use super::{Shelf, style_sheet};
use crate::languages::with_pages_for_nothing;
use crate::site::Files;
use server::{Answer, Server};

/// A shelf that nginx serves, and the release that it was given.
struct Served {
    server: Server,
    release: hosting::Release,
    /// The path below which it is served, without the last slash.
    base: String,
}

impl Served {
    fn of(shelf: &Shelf) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let target = Target {
            destination: Destination::Folder {
                path: folder.path().join("site").to_str().unwrap().to_owned(),
            },
            precompressed: vec![Encoding::Brotli, Encoding::Gzip],
            ..super::target(Host::Plain)
        };
        let release = shelf.release(&target);
        for (path, file) in &release.files {
            let path = folder.path().join("site").join(path.as_str());
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, file.bytes.as_slice().unwrap()).unwrap();
        }
        let build = &shelf.build;
        let config = build.config.as_ref().unwrap();
        let output = build.output.as_ref().unwrap();
        let configuration = hosting::nginx(output, &shelf.plan(), config, &target);
        Self {
            server: Server::start(folder, &configuration),
            release,
            base: decode(build.base_path.trim_end_matches('/')).into_owned(),
        }
    }

    fn get(&self, address: &str) -> Answer {
        self.asked(address, &[])
    }

    fn asked(&self, address: &str, headers: &[(&str, &str)]) -> Answer {
        let address = encode(&format!("{}{address}", self.base)).into_owned();
        self.server.get(&address, headers)
    }

    /// The headers that the rules give a file.
    fn told(&self, path: &str) -> Vec<(String, String)> {
        let headers = &super::file(&self.release, path).headers;
        let told = headers.iter();
        told.map(|(name, value)| (name.to_lowercase(), value.clone()))
            .collect()
    }

    fn assert_told(&self, answer: &Answer, path: &str, at: &str) {
        for (name, value) in self.told(path) {
            assert_eq!(answer.header(&name), Some(&*value), "{name} at {at}");
        }
        let known = self
            .release
            .files
            .values()
            .flat_map(|file| file.headers.keys());
        for name in known.map(|name| name.to_lowercase()) {
            let is_told = self.told(path).iter().any(|(told, _)| *told == name);
            assert!(is_told || answer.header(&name).is_none(), "{name} at {at}");
        }
    }
}

/// A site with whatever is hard to say to a server: letters, signs, files of one ending and two kinds, headers of one folder.
fn varied() -> Files {
    let more = "\n[[exports]]\npath = \"/data/books.json\"\ncollections = [\"books\"]\n\
        [[exports]]\npath = \"/data/feed.json\"\ncollections = [\"books\"]\n\
        [[headers]]\nfor = \"/data/*\"\nvalues = { Access-Control-Allow-Origin = \"*\", Referrer-Policy = \"\" }\n\
        [[headers]]\nfor = \"everything\"\nvalues = { X-Note = 'a \"$b\" \\c; #d' }\n\
        [[headers]]\nfor = \"/books/طوق-الحمامة/*\"\nvalues = { X-Robots-Tag = \"no $index\" }\n";
    let book = "+++\ntitle = \"طوق الحمامة\"\nslug = \"طوق-الحمامة\"\nauthor = \"jahiz\"\n+++\n";
    let text = "\n\nتجمع الكراريس وتخاط ثم تجلد وتوضع على الرف.".repeat(30);
    Files::good()
        .with("content/books/tawq/index.md", book)
        .with("content/books/tawq/plan $1 (a+b).png", "png")
        .replace("content/authors/jahiz.md", "wrote = 2", "wrote = 3")
        .replace("site.toml", "expect = 4", "expect = 5")
        .and("content/books/bukhala.md", &text)
        .and("site.toml", more)
}

fn shelf(base_url: Option<&str>) -> Shelf {
    Shelf::at(&varied(), base_url)
        .leading("/كتاب قديم/", "/books/طوق-الحمامة/#فصل")
        .leading("/a$b.html", "https://shelf.example.net/?q=$1&r=ج")
}

fn assert_every_file_is_answered_as_told(served: &Served) {
    let mut seen = 0;
    for (path, file) in &served.release.files {
        let path = path.as_str();
        if file.headers.contains_key("Content-Encoding") {
            continue;
        }
        let address = path.strip_suffix("index.html").unwrap_or(path);
        for address in [format!("/{path}"), format!("/{address}")] {
            let answer = served.get(&address);
            assert_eq!(answer.status, 200, "{address}");
            assert!(Some(&*answer.body) == file.bytes.as_slice(), "{address}");
            served.assert_told(&answer, path, &address);
        }
        seen += 1;
    }
    assert!(seen > 10);
}

#[test]
fn every_file_is_answered_as_the_rules_say() {
    let served = Served::of(&shelf(None));
    assert_every_file_is_answered_as_told(&served);
    let kind = |address| {
        served
            .get(address)
            .header("content-type")
            .map(str::to_owned)
    };
    assert_eq!(kind("/").as_deref(), Some("text/html; charset=utf-8"));
    assert_eq!(
        kind("/data/books.json").as_deref(),
        Some("application/json")
    );
    assert_eq!(
        kind("/data/feed.json").as_deref(),
        Some("application/json"),
        "an export that is called as feeds are"
    );
    let sheet = style_sheet(&served.release);
    let sheet = served.get(&format!("/{sheet}"));
    assert_eq!(
        sheet.header("content-type"),
        Some("text/css; charset=utf-8")
    );
    assert_eq!(
        sheet.header("cache-control"),
        Some("public, max-age=31536000, immutable")
    );
}

#[test]
fn so_it_is_below_a_folder() {
    let served = Served::of(&shelf(Some("https://shelf.example/ملف/")));
    assert_eq!(served.base, "/ملف");
    assert_every_file_is_answered_as_told(&served);
    let missing = served.get("/nothing/");
    assert_eq!(missing.status, 404);
    served.assert_told(&missing, "404.html", "/nothing/");
    let base = "/%D9%85%D9%84%D9%81/";
    assert_eq!(served.get("").leads_to(), Some((301, base)));
    let book = format!(
        "{base}books/%D8%B7%D9%88%D9%82-%D8%A7%D9%84%D8%AD%D9%85%D8%A7%D9%85%D8%A9/#%D9%81%D8%B5%D9%84"
    );
    assert_eq!(served.get("/كتاب قديم/").leads_to(), Some((301, &*book)));
    assert_eq!(
        served.server.get("/books/bukhala/", &[]).status,
        404,
        "another site's"
    );
}

#[test]
fn codings_are_negotiated() {
    let served = Served::of(&shelf(None));
    let page = "/books/bukhala/";
    let plain = served.get(page);
    for (accepted, coding, ending) in [
        ("gzip, deflate, br", Some("br"), ".br"),
        ("gzip", Some("gzip"), ".gz"),
        ("identity", None, ""),
    ] {
        let answer = served.asked(page, &[("Accept-Encoding", accepted)]);
        assert_eq!(answer.status, 200);
        assert_eq!(answer.header("content-encoding"), coding, "{accepted}");
        assert_eq!(answer.header("vary"), Some("Accept-Encoding"), "{accepted}");
        let stored = format!("books/bukhala/index.html{ending}");
        let stored = super::file(&served.release, &stored);
        assert!(Some(&*answer.body) == stored.bytes.as_slice());
        for name in [
            "content-type",
            "content-security-policy",
            "cache-control",
            "content-language",
        ] {
            assert_eq!(answer.header(name), plain.header(name), "{accepted}");
        }
    }
    let font = served
        .release
        .files
        .keys()
        .find(|path| path.as_str().ends_with("woff2"));
    let font = served.asked(&format!("/{}", font.unwrap()), &[("Accept-Encoding", "br")]);
    assert_eq!((font.status, font.header("content-encoding")), (200, None));
    assert_eq!(font.header("content-type"), Some("font/woff2"));
}

#[test]
fn where_nothing_is_the_sites_page_says_so() {
    let served = Served::of(&shelf(None));
    let page = super::file(&served.release, "404.html");
    let page = page.bytes.as_slice().unwrap().to_vec();
    // The second is like a file that is kept for a year, the third a folder without a page.
    for address in [
        "/nothing",
        "/assets/site.00000000.css",
        "/assets/",
        "/لا شيء/",
    ] {
        let answer = served.get(address);
        assert_eq!(answer.status, 404, "{address}");
        assert!(answer.body == page, "{address}");
        served.assert_told(&answer, "404.html", address);
    }
    let refused = served.server.ask("POST", "/", &[]);
    assert_eq!(refused.status, 405);
    assert_eq!(refused.header("x-content-type-options"), Some("nosniff"));
}

#[test]
fn in_the_folder_of_a_language_it_says_so_in_that() {
    for base in [None, Some("https://shelf.example/ملف/")] {
        let served = Served::of(&Shelf::at(&with_pages_for_nothing(), base));
        for (address, path) in [
            ("/nothing/", "404.html"),
            ("/fr-x/", "404.html"),
            ("/fr/nothing", "fr/404.html"),
            ("/fr/books/", "fr/404.html"),
            ("/fr/books/nothing/", "fr/404.html"),
        ] {
            let answer = served.get(address);
            let page = super::file(&served.release, path);
            assert_eq!(answer.status, 404, "{address}");
            assert!(Some(&*answer.body) == page.bytes.as_slice(), "{address}");
            served.assert_told(&answer, path, address);
        }
        assert_eq!(served.get("/fr/books/bukhala/").status, 200);
    }
}

#[test]
fn without_a_page_for_it_nobody_keeps_an_error() {
    let files = varied().without("content/pages/not-found.md");
    let served = Served::of(&Shelf::of(&files));
    let answer = served.get("/assets/site.00000000.css");
    assert_eq!(answer.status, 404);
    assert_eq!(answer.header("cache-control"), None);
    assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
}

#[test]
fn addresses_lead_on() {
    let served = Served::of(&shelf(None));
    let book =
        "/books/%D8%B7%D9%88%D9%82-%D8%A7%D9%84%D8%AD%D9%85%D8%A7%D9%85%D8%A9/#%D9%81%D8%B5%D9%84";
    for address in ["/كتاب قديم/", "/كتاب قديم/index.html"] {
        let answer = served.get(address);
        assert_eq!(answer.leads_to(), Some((301, book)), "{address}");
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
    }
    let away = "https://shelf.example.net/?q=%241&r=%D8%AC";
    assert_eq!(served.get("/a$b.html").leads_to(), Some((301, away)));
    let slash = served.get("/books/bukhala");
    assert_eq!(slash.leads_to(), Some((301, "/books/bukhala/")));
}

#[test]
fn what_a_reader_has_is_not_sent_again() {
    let served = Served::of(&shelf(None));
    let page = served.get("/");
    let again = served.asked("/", &[("If-None-Match", page.header("etag").unwrap())]);
    assert_eq!((again.status, again.body.len()), (304, 0));
    assert_eq!(again.header("cache-control"), page.header("cache-control"));
}

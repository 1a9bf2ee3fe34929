//! What hosts are given: every file of a release with its headers, and the files that kinds of host want besides.

mod documents;
mod nginx;
mod rules;

use warraq::config::{Destination, Encoding, Host, Target};
use warraq::diagnostic::Checked;
use warraq::hosting::{self, HostedFile, Release};
use warraq::pages::{Plan, Redirect};
use warraq::path::{OutputPath, UrlPath};
use warraq::pipeline::{self, Build, Options};

use crate::site::Files;

/// A target that is a folder.
pub(crate) fn target(host: Host) -> Target {
    Target {
        destination: Destination::Folder {
            path: "/srv/shelf".to_owned(),
        },
        base_url: None,
        host,
        precompressed: Vec::new(),
        encoding: None,
        grace_days: 0,
    }
}

/// A site and what is planned of it, addresses that lead on included.
pub(crate) struct Shelf {
    pub(crate) build: Build,
    redirects: Vec<Redirect>,
}

impl Shelf {
    pub(crate) fn of(files: &Files) -> Self {
        Self::at(files, None)
    }

    fn at(files: &Files, base_url: Option<&str>) -> Self {
        let options = Options {
            base_url: base_url.map(str::to_owned),
            ..Options::default()
        };
        let build = pipeline::run(&files.snapshot(), &options);
        assert_eq!(build.diagnostics, [], "the site has problems");
        Self {
            build,
            redirects: Vec::new(),
        }
    }

    fn leading(mut self, from: &str, to: &str) -> Self {
        self.redirects.push(Redirect {
            from: UrlPath::new(from).unwrap(),
            to: to.to_owned(),
        });
        self
    }

    pub(crate) fn plan(&self) -> Plan {
        Plan {
            files: self.build.plan.as_ref().unwrap().files.clone(),
            redirects: self.redirects.clone(),
            ..Plan::default()
        }
    }

    fn checked(&self, target: &Target) -> Checked<Release> {
        let output = self.build.output.as_ref().unwrap();
        let config = self.build.config.as_ref().unwrap();
        Release::new(output, &self.plan(), config, target)
    }

    pub(crate) fn release(&self, target: &Target) -> Release {
        let release = self.checked(target);
        assert_eq!(release.diagnostics, []);
        release.value
    }
}

pub(crate) fn file<'a>(release: &'a Release, path: &str) -> &'a HostedFile {
    let found = release.files.get(path);
    found.unwrap_or_else(|| panic!("there is no {path} in {:#?}", release.files.keys()))
}

fn header<'a>(release: &'a Release, path: &str, name: &str) -> Option<&'a str> {
    file(release, path).headers.get(name).map(String::as_str)
}

/// The published name of the style sheet.
fn style_sheet(release: &Release) -> String {
    let mut paths = release.files.keys();
    let sheet = paths.find(|path| path.extension() == Some("css"));
    sheet.unwrap().to_string()
}

/// Whatever a file is called, each kind of file is told as what it is, by every host and by the preview, which asks the plan.
#[test]
fn a_file_is_told_as_what_it_is_whatever_its_name() {
    let exports = "\n[[exports]]\npath = \"/data/facts\"\ncollections = [\"books\"]\n
[[exports]]\npath = \"/data/rows.v2\"\nrows = \"books\"\ncolumns = [{ name = \"عنوان\", value = \"title\" }]\n
[[exports]]\npath = \"/data/rows.txt\"\nrows = \"books\"\ncolumns = [{ name = \"عنوان\", value = \"title\" }]\n";
    let book = "+++\ntitle = \"طوق الحمامة\"\nauthor = \"jahiz\"\nredirect_from = [\"/old.html\", \"/old.v1/\"]\n+++\n";
    let files = Files::good()
        .and("site.toml", exports)
        .replace("site.toml", "expect = 4", "expect = 5")
        .replace("content/authors/jahiz.md", "wrote = 2", "wrote = 3")
        .with("content/books/tawq/index.md", book)
        .with("content/books/tawq/notes", "words")
        .with("content/books/tawq/صورة.png", "png")
        .with("templates/assets/root/CNAME", "example.org");
    let shelf = Shelf::of(&files);
    let release = shelf.release(&target(Host::Plain));
    let nginx = {
        let (output, config) = (shelf.build.output.as_ref(), shelf.build.config.as_ref());
        let target = target(Host::Plain);
        hosting::nginx(output.unwrap(), &shelf.plan(), config.unwrap(), &target)
    };
    for (path, expected) in [
        ("index.html", "text/html; charset=utf-8"),
        ("old.html", "text/html; charset=utf-8"),
        ("old.v1/index.html", "text/html; charset=utf-8"),
        ("data/facts", "application/json"),
        ("data/rows.v2", "text/csv; charset=utf-8"),
        ("data/rows.txt", "text/plain; charset=utf-8"),
        ("books/tawq/notes", "application/octet-stream"),
        ("books/tawq/صورة.png", "image/png"),
        ("CNAME", "text/plain; charset=utf-8"),
        ("sitemap.xml", "text/xml; charset=utf-8"),
    ] {
        let told = header(&release, path, "Content-Type");
        assert_eq!(told, Some(expected), "{path}");
        let planned = shelf.plan().media_type(&OutputPath::new(path).unwrap());
        assert_eq!(planned.content_type(), expected, "{path}");
    }
    for line in [
        "text/csv v2;",
        "location = \"/data/facts\" { types { } default_type application/json; }",
    ] {
        assert!(nginx.contains(line), "{line} in {nginx}");
    }
}

#[test]
fn every_file_has_the_headers_of_the_rules() {
    let release = Shelf::of(&Files::good()).release(&target(Host::Plain));
    let of = |path: &str, name: &str| header(&release, path, name).map(str::to_owned);
    let sheet = style_sheet(&release);
    for path in release.files.keys() {
        let path = path.as_str();
        assert_eq!(
            of(path, "X-Content-Type-Options").as_deref(),
            Some("nosniff"),
            "{path}"
        );
        let policy = of(path, "Content-Security-Policy").unwrap();
        assert!(policy.starts_with("default-src 'none'; "), "{path}");
        assert!(
            !policy.contains("unsafe") && !policy.contains("http"),
            "{path}"
        );
        assert!(of(path, "Content-Type").is_some() && of(path, "Referrer-Policy").is_some());
        assert_eq!(of(path, "Content-Encoding"), None);
    }
    let page = "books/bukhala/index.html";
    assert_eq!(
        of(page, "Content-Type").as_deref(),
        Some("text/html; charset=utf-8")
    );
    assert_eq!(of(page, "Content-Language").as_deref(), Some("ar-MA"));
    assert_eq!(
        of(page, "Cache-Control").as_deref(),
        Some("public, max-age=0, must-revalidate")
    );
    assert_eq!(of(&sheet, "Content-Language"), None);
    assert_eq!(
        of(&sheet, "Cache-Control").as_deref(),
        Some("public, max-age=31536000, immutable")
    );
    assert_eq!(
        of("sitemap.xml", "Cache-Control").as_deref(),
        Some("public, max-age=0, must-revalidate")
    );
}

#[test]
fn of_two_rules_the_later_wins_by_name_and_an_empty_value_takes_away() {
    let rules = "\n[[headers]]\nfor = \"pages\"\nvalues = { cache-control = \"no-cache\", Server-Timing = \"a\" }\n\
        [[headers]]\nfor = \"/books/*\"\nvalues = { REFERRER-POLICY = \"\", server-timing = \"b\" }\n\
        [[headers]]\nfor = \"/books/bukhala/\"\nvalues = { Referrer-Policy = \"no-referrer\" }\n";
    let release = Shelf::of(&Files::good().and("site.toml", rules)).release(&target(Host::Plain));
    let of = |path: &str, name: &str| header(&release, path, name).map(str::to_owned);
    let (home, book, other) = (
        "index.html",
        "books/bukhala/index.html",
        "books/aghani/index.html",
    );
    assert_eq!(of(home, "Cache-Control").as_deref(), Some("no-cache"));
    assert_eq!(of(home, "Server-Timing").as_deref(), Some("a"));
    assert_eq!(
        of(home, "Referrer-Policy").as_deref(),
        Some("strict-origin-when-cross-origin")
    );
    assert_eq!(of(other, "Referrer-Policy"), None);
    assert_eq!(of(book, "Referrer-Policy").as_deref(), Some("no-referrer"));
    assert_eq!(of(book, "Server-Timing").as_deref(), Some("b"));
    let names = file(&release, book).headers.keys();
    let spellings = names.filter(|name| name.eq_ignore_ascii_case("cache-control"));
    assert_eq!(spellings.count(), 1);
}

/// The good site with a page that is worth packing.
fn long() -> Files {
    let text = "\n\nتجمع الكراريس وتخاط ثم تجلد وتوضع على الرف.".repeat(30);
    Files::good().and("content/books/bukhala.md", &text)
}

#[test]
fn siblings_are_smaller_than_what_they_stand_for() {
    let target = Target {
        precompressed: vec![Encoding::Brotli, Encoding::Gzip],
        ..target(Host::Plain)
    };
    let shelf = Shelf::of(&long());
    let release = shelf.release(&target);
    let page = file(&release, "books/bukhala/index.html");
    for (ending, coding) in [("br", "br"), ("gz", "gzip")] {
        let sibling = file(&release, &format!("books/bukhala/index.html.{ending}"));
        assert!(sibling.bytes.size() * 2 < page.bytes.size());
        assert_eq!(sibling.headers["Content-Encoding"], coding);
        assert_eq!(sibling.headers["Content-Type"], "text/html; charset=utf-8");
        assert_eq!(sibling.role, page.role);
    }
    let mut siblings = 0;
    for (path, sibling) in &release.files {
        let Some(original) = path.as_str().strip_suffix(".br") else {
            continue;
        };
        assert!(
            sibling.bytes.size() < file(&release, original).bytes.size(),
            "{path}"
        );
        siblings += 1;
    }
    assert!(siblings > 0);
    assert!(
        !release
            .files
            .keys()
            .any(|path| path.as_str().contains("woff2."))
    );
    assert!(!release.files.contains_key("robots.txt.br"), "a few bytes");
    assert!(!release.files.values().any(|file| file.bytes.is_empty()));
}

#[test]
fn what_is_stored_encoded_says_so() {
    let target = Target {
        encoding: Some(Encoding::Gzip),
        ..target(Host::Plain)
    };
    let release = Shelf::of(&long()).release(&target);
    let page = file(&release, "books/bukhala/index.html");
    assert_eq!(page.headers["Content-Encoding"], "gzip");
    assert!(page.bytes.as_slice().unwrap().starts_with(&[0x1f, 0x8b]));
    let robots = file(&release, "robots.txt");
    assert_eq!(robots.headers.get("Content-Encoding"), None);
    assert!(robots.bytes.as_text().unwrap().starts_with("User-agent"));
    let fonts = release
        .files
        .iter()
        .filter(|(path, _)| path.as_str().ends_with("woff2"));
    assert!(fonts.clone().count() > 0);
    for (path, font) in fonts {
        assert_eq!(font.headers.get("Content-Encoding"), None, "{path}");
    }
}

#[test]
fn the_same_site_is_given_as_the_same_bytes_without_encoding_it() {
    let target = Target {
        precompressed: vec![Encoding::Brotli],
        ..target(Host::Plain)
    };
    let releases = [(); 2].map(|()| Shelf::of(&long()).release(&target));
    let [one, other] = &releases;
    for (path, file) in &one.files {
        assert!(file.bytes == other.files[path].bytes, "{path}");
    }
    let page = &file(one, "books/bukhala/index.html.br").bytes;
    assert_eq!(format!("{page:?}"), "Bytes(not made yet)");
}

#[test]
fn a_sibling_that_the_site_brings_itself_stays() {
    let target = Target {
        precompressed: vec![Encoding::Brotli],
        ..target(Host::Plain)
    };
    let text = Files::good().text("content/books/kalila.md").to_owned();
    let files = Files::good()
        .without("content/books/kalila.md")
        .with("content/books/kalila/index.md", text)
        .with(
            "content/books/kalila/plan.svg",
            format!("<svg>{}</svg>", "<g/>".repeat(300)),
        )
        .with("content/books/kalila/plan.svg.br", "packed elsewhere");
    let release = Shelf::of(&files).release(&target);
    let sibling = file(&release, "books/kalila/plan.svg.br");
    assert_eq!(sibling.bytes.as_text(), Some("packed elsewhere"));
    assert_eq!(sibling.headers.get("Content-Encoding"), None);
}

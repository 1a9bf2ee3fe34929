//! Sites of other generators become sites of warraq's: every page where it was, and no file forgotten.

mod hugo;
mod jekyll;
mod languages;
mod mended;
mod notation;
mod whole;
mod zola;

use warraq::import::{Files as Old, Generator, Imported, import};
use warraq::path::SourcePath;
use warraq::pipeline::{self, Options};
use warraq::source::{Snapshot, Source};

use crate::site::{Files, complained, repository, said};

/// The files of a new site, as `warraq import` gives them.
fn starter() -> Old {
    let folder = repository().join("src/cli/starter");
    let mut all = Old::new();
    for kind in ["shared", "dossier"] {
        let files = Files::below(&folder.join(kind));
        all.extend(
            files
                .paths()
                .map(|path| (path.to_owned(), files.bytes(path).to_vec())),
        );
    }
    all
}

/// The site after the import, built, and what became of it.
fn imported(generator: Generator, old: &Old) -> (Files, Imported) {
    let imported = import(generator, old.clone(), &starter());
    let files = imported.files.iter();
    let sources = files.map(|(path, bytes)| Source::new(SourcePath::new(path), bytes.clone()));
    let snapshot: Snapshot = sources.collect();
    let build = pipeline::run(&snapshot, &Options::default());
    let errors: Vec<_> = build
        .diagnostics
        .iter()
        .filter(|one| one.is_error())
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
    (Files::from(build), imported)
}

/// Every file of the old site is in the new one, or the report says why not.
fn assert_nothing_is_forgotten(old: &Old, imported: &Imported) {
    for path in old.keys() {
        assert!(imported.report.names(path), "{path} is forgotten");
        if let Some(new) = imported.report.new_path(path) {
            assert!(imported.files.contains_key(new), "{path} is not at {new}");
        }
    }
}

#[derive(Default)]
struct Site {
    files: Old,
    /// Where each page was.
    addresses: Vec<(String, String)>,
}

impl Site {
    fn file(&mut self, path: &str, text: &str) {
        self.files.insert(path.to_owned(), text.as_bytes().to_vec());
    }

    fn page(&mut self, path: &str, address: &str, text: &str) {
        self.file(path, text);
        self.addresses.push((path.to_owned(), address.to_owned()));
    }

    /// Imports, builds, and holds every page against its old address.
    fn assert_moves(&self, generator: Generator, redirects: &[&str]) -> (Files, Imported) {
        let (built, imported) = imported(generator, &self.files);
        assert_nothing_is_forgotten(&self.files, &imported);
        let addresses = self.addresses.iter().map(|(_, address)| address.as_str());
        for address in addresses.chain(redirects.iter().copied()) {
            let file = format!(
                "{}{}",
                &address[1..],
                if address.ends_with('/') {
                    "index.html"
                } else {
                    ""
                }
            );
            assert!(
                built.paths().any(|path| path == file),
                "nothing is at {address}"
            );
        }
        (built, imported)
    }
}

#[test]
fn a_folder_of_markdown_becomes_a_site() {
    let mut site = Site::default();
    site.page(
        "README.md",
        "/",
        "# الكتاب\n\nانظر [الفصل](one/first.md) و[سواه](gone.md).\n\n```rust\nfn\n```\n",
    );
    site.page("one/README.md", "/one/", "# الجزء\n");
    site.page(
        "one/first.md",
        "/one/first/",
        "\n# الفصل الأول #\n\nنص [العودة](../README.md).\n\n![](/one/pic.svg)\n\n![شكل](/one/pic.svg)\n\n![](/none.svg)\n",
    );
    site.page("One.md", "/one-2/", "نص\n");
    site.addresses.pop();
    site.file(
        "one/pic.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>",
    );
    site.page(
        "one/two/deep.md",
        "/one/two/deep/",
        "![شكل](a%20b.svg) [ملف](../pic.svg) [جدول](c/d.csv)\n",
    );
    for file in ["one/two/a b.svg", "one/two/c/d.csv", "top/e.svg"] {
        site.file(
            file,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>",
        );
    }
    site.page(
        "one/named-otherwise.md",
        "/one/named-otherwise/",
        "\n## فصل بلا عنوان\n\nنص\n\n# جزء\n",
    );
    site.file(".gitignore", "x");
    let (built, imported) = site.assert_moves(Generator::Markdown, &["/one/pic.svg", "/top/e.svg"]);
    let page = built.text("one/two/deep/index.html");
    for link in ["../a%20b.svg", "../../pic.svg", "../c/d.csv"] {
        assert!(page.contains(link), "{link}\n{page}");
    }
    let page = built.text("one/first/index.html");
    let is_shown = |alt: &str| page.contains(&format!("pic.svg\" alt=\"{alt}\">"));
    let is_whole = page.contains("<h1>الفصل الأول</h1>") && is_shown("") && is_shown("شكل");
    assert!(is_whole && !page.contains('{'), "{page}");
    let page = built.text("one/named-otherwise/index.html");
    let headings = ["<h1>فصل بلا عنوان</h1>", ">جزء</h2>"];
    assert!(headings.iter().all(|one| page.contains(one)), "{page}");
    let report = imported.report.written(warraq::locale::Language::English);
    assert_eq!(
        report.matches("marked as decorative").count(),
        1,
        "{report}"
    );
    let home = built.text("index.html");
    assert!(
        home.contains("\"one/first/\"") && home.contains(">gone.md</code>"),
        "{home}"
    );
    // Each folder is a section of the home page, under the title of its own text.
    assert!(
        home.contains("<h2><a href=\"one/\">الجزء</a></h2>"),
        "{home}"
    );
    let written = |path: &str| String::from_utf8(imported.files[path].clone()).unwrap();
    let style = written("templates/assets/css/site.css");
    assert!(written("site.toml").contains("title = \"الكتاب\"\n"));
    assert!(style.starts_with("@import \"warraq:code\";\n"), "{style}");
}

#[test]
fn the_command_writes_the_site_and_the_report_and_nothing_over_another() {
    let old = Files::default();
    let old = hugo::site()
        .files
        .into_iter()
        .fold(old, |files, (path, bytes)| files.with(&path, bytes));
    let place = old.on_disk();
    let run = place.run(&["import", "hugo", ".", "new"]).success();
    assert!(
        said(&run).contains("IMPORT.md names what became of every file"),
        "{}",
        said(&run)
    );
    let built = place.run(&["--root", "new", "build"]).success();
    assert!(complained(&built).is_empty() || !complained(&built).contains("error["));
    let elsewhere = place.run(&["import", "zola", "layouts", "other"]).code(1);
    let told = complained(&elsewhere);
    assert!(
        told.contains("no site of") && told.contains("Zola"),
        "{told}"
    );
    assert!(!place.path("other").exists());
    let again = place.run(&["import", "hugo", ".", "new"]).code(1);
    assert!(
        complained(&again).contains("E500"),
        "{}",
        complained(&again)
    );
    assert!(place.path("new/IMPORT.md").exists());
}

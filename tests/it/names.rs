//! Names of files, entries and addresses: in any form of Unicode, with any letters, encoded or not.

use std::fs;

use crate::site::{Files, complained, said};

/// آ as two characters, as macOS and some archives name files.
const DECOMPOSED: &str = "\u{627}\u{653}ثار";
const COMPOSED: &str = "آثار";

fn page(title: &str, body: &str) -> String {
    format!("+++\ntitle = \"{title}\"\n+++\n{body}\n")
}

fn codes(site: &Files) -> Vec<&'static str> {
    let build = site.run();
    build
        .diagnostics
        .iter()
        .map(|problem| problem.code)
        .collect()
}

#[test]
fn names_in_nfd_are_reached_by_everything_that_names_them_in_nfc() {
    let site = Files::good()
        .with(
            &format!("content/pages/{DECOMPOSED}/index.md"),
            page("آثار", &format!("![رسم]({COMPOSED}.svg)")).replace("\n+++\n!", "\ntemplate = \"آثار.html\"\n+++\n!"),
        )
        .with(&format!("content/pages/{DECOMPOSED}/{DECOMPOSED}.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
        .with(
            "content/pages/links.md",
            page("روابط", &format!(
                "[إليها](ref:pages/{COMPOSED}) [وإليها](/{COMPOSED}/) [وإليها](/%D8%A7%D9%93%D8%AB%D8%A7%D8%B1/)"
            )),
        )
        .with(
            &format!("templates/{DECOMPOSED}.html"),
            format!("{{% extends \"page.html\" %}}{{% block main %}}<img alt=\"رسم\" src=\"{{{{ asset(path=\"{COMPOSED}.png\") }}}}\">{{% endblock %}}"),
        )
        .with(&format!("templates/assets/{DECOMPOSED}.png"), "x");
    let built = site.on_disk();
    built.build().success();
    let published = built.published();
    assert!(
        published
            .paths()
            .any(|path| path == format!("{COMPOSED}/index.html"))
    );
    assert!(
        published
            .paths()
            .any(|path| path == format!("{COMPOSED}/{COMPOSED}.svg"))
    );
    let links = published.text("links/index.html");
    assert_eq!(
        links
            .matches("../%D8%A2%D8%AB%D8%A7%D8%B1/index.html")
            .count(),
        3,
        "{links}"
    );
}

#[test]
fn two_files_that_are_one_in_nfc_are_told_and_none_is_dropped_in_silence() {
    let site = Files::good()
        .with(&format!("content/pages/{COMPOSED}.md"), page("أولى", ""))
        .on_disk();
    site.write(&format!("content/pages/{DECOMPOSED}.md"), page("ثانية", ""));
    let run = site.check().failure();
    let said = complained(&run);
    assert!(
        said.contains("error[E202]: two files have the name"),
        "{said}"
    );
    assert!(
        said.contains("U+0622") && said.contains("U+0627 U+0653"),
        "{said}"
    );
}

#[test]
fn a_fix_finds_the_file_whose_name_is_in_nfd() {
    let site = Files::good().on_disk();
    let path = format!("content/pages/{DECOMPOSED}.md");
    site.write(&path, page("صفحة", "نص, ونص."));
    site.run(&["check", "--fix"]);
    assert!(
        fs::read_to_string(site.path(&path))
            .unwrap()
            .contains("نص، ونص.")
    );
    assert!(!site.path(&format!("content/pages/{COMPOSED}.md")).exists());
}

#[test]
fn a_file_name_that_is_no_slug_gives_one_and_no_error() {
    let site = Files::good()
        .with("content/pages/CSS colors.md", page("ألوان", ""))
        .with(
            "content/pages/مقدمة حول الترجمة.md",
            page("مقدمة", "[إليها](ref:pages/css-colors)"),
        )
        .with("content/pages/مُقَدِّمة_v1.2.md", page("أخرى", ""))
        .with("content/pages/b.MD", page("باء", ""))
        .with(
            "content/pages/By Hand.md",
            page("يد", "").replace("\n+++\n", "\nslug = \"hand\"\n+++\n"),
        )
        .built();
    for path in ["css-colors", "مقدمة-حول-الترجمة", "مقدمة-v1-2", "b", "hand"] {
        let path = format!("{path}/index.html");
        assert!(site.paths().any(|one| one == path), "{path}");
    }
    let twice = Files::good()
        .with("content/pages/Shelf A.md", page("رف", ""))
        .with("content/pages/shelf-a.md", page("رف آخر", ""));
    assert_eq!(codes(&twice), ["E202"]);
    assert_eq!(
        codes(&Files::good().with("content/pages/!!.md", page("رف", ""))),
        ["E105"]
    );
}

#[cfg(unix)]
#[test]
fn what_cannot_be_read_is_told_beside_all_other_problems_and_not_instead_of_them() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;

    let site = Files::good()
        .and(
            "content/authors/jahiz.md",
            "\n[لا](/nowhere)\n\n<b>غليظ</b>\n",
        )
        .on_disk();
    symlink("nowhere.md", site.path("content/pages/dangling.md")).unwrap();
    let name = OsStr::from_bytes(b"content/pages/\xC7.md");
    fs::write(site.path("").join(name), "x").unwrap();
    let run = site.check().failure();
    let said = complained(&run);
    assert!(
        said.contains("dangling.md cannot be read: it is a symbolic link to nowhere.md"),
        "{said}"
    );
    assert!(said.contains("is not UTF-8"), "{said}");
    assert!(
        said.contains("error[E211]") && said.contains("error[E205]"),
        "{said}"
    );
    assert_eq!(said.matches("error[").count(), 4, "{said}");
}

#[test]
fn a_site_without_entries_is_an_error_and_does_not_empty_the_published_folder() {
    let site = Files::good().on_disk();
    site.build().success();
    let before = site.published();
    for (name, expected) in [
        ("old", "there is no entry in content/"),
        ("contents", "rename it to `content`"),
        ("Content", "rename it to `content`"),
    ] {
        fs::rename(site.path("content"), site.path(name)).unwrap();
        let run = site.build().failure();
        let said = complained(&run);
        assert!(said.contains(expected), "{said}");
        assert_eq!(said.matches("error[").count(), 1, "{said}");
        fs::rename(site.path(name), site.path("content")).unwrap();
    }
    fs::rename(site.path("content"), site.path("old")).unwrap();
    fs::create_dir(site.path("content")).unwrap();
    site.build().failure();
    assert_eq!(site.published(), before);
}

#[test]
fn a_command_below_the_site_finds_it_and_says_which() {
    let site = Files::good().on_disk();
    let folder = site.path("content/pages");
    let run = crate::site::warraq()
        .current_dir(&folder)
        .arg("check")
        .assert()
        .success();
    let root = fs::canonicalize(site.path("")).unwrap();
    assert!(
        complained(&run).contains(&format!("the site is in {}", root.display())),
        "{}",
        complained(&run)
    );
    assert!(said(&run).contains("no errors"));
    let run = crate::site::warraq()
        .current_dir(&folder)
        .args(["check", "--root", "."])
        .assert()
        .failure();
    assert!(complained(&run).contains("E100"));
}

#[test]
fn addresses_that_are_written_encoded_are_not_encoded_twice() {
    let site = Files::good()
        .with("content/pages/صفحة.md", page("صفحة", "## قسم"))
        .replace("site.toml", "https://shelf.example/", "https://مثال.إختبار/رف/")
        .and(
            "site.toml",
            "\n[[menus.main]]\nlabel = \"قسم\"\nurl = \"/%D8%B5%D9%81%D8%AD%D8%A9/#%D9%82%D8%B3%D9%85\"\n\
            [redirects]\n\"/%D9%82%D8%AF%D9%8A%D9%85/\" = \"/%D8%B5%D9%81%D8%AD%D8%A9/#%D9%82%D8%B3%D9%85\"\n",
        )
        .replace(
            "templates/page.html",
            "<main>",
            "<main data-at=\"{{ \"/%D8%B5%D9%81%D8%AD%D8%A9/\" | absolute }}\">",
        )
        .with("templates/redirect.html", "<html lang=\"ar-MA\" dir=\"rtl\"><a href=\"{{ page.target.url }}\" data-at=\"{{ page.permalink }}\">إليها</a></html>");
    let build = site.run();
    assert_eq!(build.diagnostics, []);
    let built = Files::from(build);
    let base = "https://xn--mgbh0fb.xn--kgbechtv/%D8%B1%D9%81/";
    for (path, bytes) in built.iter() {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains("%25"), "{path}: {text}");
        assert!(!text.contains("مثال.إختبار"), "{path}: {text}");
    }
    assert!(
        built
            .text("sitemap.xml")
            .contains(&format!("<loc>{base}%D8%B5%D9%81%D8%AD%D8%A9/</loc>"))
    );
    let home = built.text("index.html");
    assert!(
        home.contains(&format!("data-at=\"{base}%D8%B5%D9%81%D8%AD%D8%A9/\"")),
        "{home}"
    );
    assert!(built.paths().any(|path| path == "قديم/index.html"));
}

#[test]
fn a_single_string_is_a_list_of_one() {
    let site = Files::good();
    let home = site.text("content/pages/home.md").to_owned();
    let one = home.replacen("+++\n", "+++\nredirect_from = \"/old/\"\n", 1);
    let built = site.clone().with("content/pages/home.md", one).run();
    assert_eq!(
        built
            .diagnostics
            .iter()
            .filter(|p| p.code != "E403")
            .count(),
        0,
        "{:?}",
        built.diagnostics
    );
    let cited = Files::good().entries().find_map(|(path, text)| {
        let (before, after) = text.split_once("quote = [\"")?;
        let (quote, after) = after.split_once("\"]")?;
        let single = !quote.contains('"');
        single.then(|| {
            (
                path.to_owned(),
                format!("{before}quote = \"{quote}\"{after}"),
            )
        })
    });
    let (path, text) = cited.unwrap();
    assert_eq!(codes(&site.with(&path, text)), [""; 0]);
}

#[test]
fn a_page_that_is_a_text_file_is_not_judged_as_html() {
    let site = Files::good()
        .with(
            "content/pages/humans.md",
            page("أهل الرف", "").replace(
                "\n+++\n",
                "\nurl = \"/humans.txt\"\ntemplate = \"humans.html\"\n+++\n",
            ),
        )
        .with(
            "templates/humans.html",
            "/* TEAM */\n\n  a < b  <!-- kept -->\n",
        );
    let built = site.run();
    assert_eq!(built.diagnostics, []);
    assert_eq!(
        Files::from(built).text("humans.txt"),
        "/* TEAM */\n\n  a < b  <!-- kept -->\n"
    );
}

#[test]
fn names_that_no_file_system_takes_are_refused() {
    // A folder with such files could not be checked out everywhere.
    let build = Files::good()
        .with("templates/assets/con.css", "")
        .with(
            "content/books/mizan/index.md",
            "+++\ntitle = \"الميزان\"\nauthor = \"jahiz\"\n+++\n",
        )
        .with("content/books/mizan/page:1.png", "")
        .run();
    let refused = build
        .diagnostics
        .iter()
        .filter(|problem| problem.code == "E207");
    let refused: Vec<_> = refused.map(|problem| problem.message.to_string()).collect();
    assert_eq!(refused.len(), 2, "{refused:#?}");
    assert!(refused[0].contains("page:1.png` cannot be published: ':' is not allowed"));
    assert!(refused[1].contains("is a device name on Windows"));
}

#[test]
fn a_pattern_makes_addresses_of_any_field() {
    let settings = |url: &str| {
        format!(
            "\n[collections.letters]\nurl = \"{url}\"\ntemplate = \"page.html\"\nfolder = \"post/letters\"\n\
             [collections.letters.fields]\ntitle = \"string\"\nday = \"date\"\nnumber = \"int\"\nby = \"ref(authors)\"\nkind = \"string\"\n"
        )
    };
    let letter = "+++\ntitle = \"رسالة\"\nday = 2025-03-04\nnumber = 7\nby = \"jahiz\"\nkind = \"الأدب العربي!\"\n+++\n";
    for (url, path, expected) in [
        (
            "/{day.year}/{day.month}/{day.day}/{slug}/",
            "a.md",
            "2025/03/04/a/index.html",
        ),
        (
            "/{folder}/{slug}/",
            "كتب أولى/Two/a.md",
            "كتب-أولى/two/a/index.html",
        ),
        ("/{folder}/{slug}/", "a.md", "a/index.html"),
        ("/x/{folder}/{slug}.html", "one/a/index.md", "x/one/a.html"),
        (
            "/{by.slug}/{number}-{slug}/",
            "a.md",
            "jahiz/7-a/index.html",
        ),
        ("/{kind}/{slug}/", "a.md", "الأدب-العربي/a/index.html"),
    ] {
        let site = Files::good()
            .and("site.toml", &settings(url))
            .with(&format!("content/post/letters/{path}"), letter)
            .built();
        assert!(site.paths().any(|path| path == expected), "{url} {path}");
    }
}

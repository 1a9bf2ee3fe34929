//! The preview as an editor meets it: what it serves while files change, what it says of it, and what it leaves behind.

mod facts;
mod fixes;
mod hostile;
mod language;
pub(crate) mod preview;
mod requests;
mod review;
mod tab;

use crate::site::{Files, Site, complained};
pub(crate) use preview::Preview;

const BOOK: &str = "content/books/kalila.md";
const BROKEN: &str = "+++\ntitle =\n+++\n";

/// Everything that is served, held against a build of the same files.
fn assert_served_as_built(preview: &Preview) {
    let built = Files::below_site(&preview.site).built();
    for (path, bytes) in built.iter() {
        let served = preview.get(&format!("/{path}"));
        assert_eq!(served.status, 200, "{path}");
        assert!(served.as_published() == **bytes, "{path} is not as built");
    }
}

// ------------------------------------------------------------------ edits

#[test]
fn every_edit_is_served_as_a_build_would_write_it() {
    let preview = Preview::of(&Files::good());
    assert_served_as_built(&preview);

    let book = Files::good().text(BOOK).to_owned();
    preview.site.write(BOOK, format!("{book}\nسطر جديد.\n"));
    preview.until_shown("/books/kalila/", "سطر جديد");
    assert_served_as_built(&preview);

    let renamed = book.replace("كليلة ودمنة", "كتاب كليلة");
    preview.site.write(BOOK, renamed);
    preview.until_shown("/authors/ibn-al-muqaffa/", "كتاب كليلة");
    assert_served_as_built(&preview);

    let sheet = "templates/assets/site.css";
    preview.site.write(sheet, "h1 { color: teal }");
    preview.until("the sheet has another name", || {
        let page = preview.get("/").text().to_owned();
        let (_, rest) = page.split_once("<link rel=\"stylesheet\" href=\"").unwrap();
        let (name, _) = rest.split_once('"').unwrap();
        preview.get(&format!("/{name}")).text().contains("teal")
    });
    assert_served_as_built(&preview);
    preview.until("it says what changed", || {
        let line = format!("{BOOK}: ");
        preview.said().matches(&line).count() == 2 && preview.said().contains(sheet)
    });
}

#[test]
fn an_error_keeps_the_last_good_page_and_says_so() {
    let preview = Preview::of(&Files::good());
    let good = preview.get("/books/kalila/").body;
    preview.site.write(BOOK, BROKEN);
    let line = format!("{BOOK}: not built; what was there before is shown; ");
    let place = format!("  {BOOK}:2:1\n");
    // On two streams, which need not arrive in the order in which they are written.
    preview.until("the error is said, with its place", || {
        let said = preview.said();
        let wanted = [&*line, "error[E101]: ", &*place];
        wanted.iter().all(|words| said.contains(words))
    });
    let served = preview.get("/books/kalila/");
    assert_eq!((served.status, &served.body), (200, &good));

    let mended = Files::good().text(BOOK).replace("كليلة ودمنة", "كليلة");
    preview.site.write(BOOK, mended);
    preview.until_shown("/books/kalila/", "<h1>كليلة</h1>");
    assert_served_as_built(&preview);
}

#[test]
fn a_deleted_page_is_not_found_and_lists_lose_it() {
    let files = Files::good()
        .replace("site.toml", "expect = 4\n", "")
        .with(
            "content/books/new.md",
            "+++\ntitle = \"الجديد\"\nauthor = \"isfahani\"\n+++\n",
        )
        .replace("content/authors/isfahani.md", "wrote = 1", "wrote = 2");
    let preview = Preview::of(&files);
    assert!(preview.get("/authors/isfahani/").text().contains("الجديد"));
    preview.site.remove("content/books/new.md");
    let author = files
        .text("content/authors/isfahani.md")
        .replace("= 2", "= 1");
    preview.site.write("content/authors/isfahani.md", author);
    preview.until("the page is gone", || {
        preview.get("/books/new/").status == 404
    });
    assert!(!preview.get("/authors/isfahani/").text().contains("الجديد"));
    assert_served_as_built(&preview);
}

#[test]
fn a_site_that_cannot_be_read_for_a_while_stays() {
    let preview = Preview::of(&Files::good());
    preview.site.remove("site.toml");
    preview.until("the problem is said", || {
        preview.said().contains("error[E100]")
    });
    assert_eq!(preview.get("/").status, 200);
    preview
        .site
        .write("site.toml", Files::good().bytes("site.toml"));
    preview.until("all is well again", || {
        preview.said().contains("the same files again: ")
    });
    assert_served_as_built(&preview);
}

#[test]
fn a_site_that_never_was_built_shows_its_problems_until_they_are_mended() {
    let preview = Preview::of(&Files::good().with(BOOK, BROKEN));
    for address in ["/", "/books/kalila/", "/anything.css"] {
        let reply = preview.get(address);
        assert_eq!(reply.status, 500, "{address}");
        assert!(reply.text().contains(">E101</a>]"), "{}", reply.text());
        assert!(reply.text().contains(BOOK));
    }
    preview.site.write(BOOK, Files::good().bytes(BOOK));
    preview.until("it comes alive", || preview.get("/").status == 200);
    assert_served_as_built(&preview);
}

#[test]
fn drafts_are_served_when_asked_for() {
    let draft = "+++\ntitle = \"مسودة\"\ndraft = true\n+++\n";
    let files = Files::good().with("content/pages/plan.md", draft);
    assert_eq!(Preview::of(&files).get("/plan/").status, 404);
    let preview = Preview::start(files.on_disk(), &["-p", "0", "--drafts"]);
    assert_eq!(preview.get("/plan/").status, 200);
}

// ------------------------------------------------------- beginning, ending

#[test]
fn a_folder_without_a_site_is_not_served() {
    let run = Files::default().on_disk().run(&["serve", "-p", "0"]);
    let run = run.code(1);
    assert!(complained(&run).starts_with("error[E100]: there is no site.toml in ."));
}

#[test]
fn a_port_that_is_asked_for_and_taken_is_an_error() {
    let first = Preview::of(&Files::good());
    let (_, port) = first.host.rsplit_once(':').unwrap();
    let run = Files::good().on_disk().run(&["serve", "-p", port]).code(1);
    let problem = format!("error[E600]: port {port} of 127.0.0.1 is taken\n");
    assert!(
        complained(&run).starts_with(&problem),
        "{}",
        complained(&run)
    );
}

#[test]
fn without_a_port_the_next_free_one_is_taken_and_named() {
    // Whether this succeeds or not, the port is taken afterwards.
    let _taken = std::net::TcpListener::bind("127.0.0.1:1111");
    let preview = Preview::start(Files::good().on_disk(), &[]);
    let (_, port) = preview.host.rsplit_once(':').unwrap();
    let line = format!("port 1111 is taken; using {port}\n");
    assert!(preview.said().contains(&line), "{}", preview.said());
    assert_eq!(preview.get("/").status, 200);
}

#[test]
fn it_is_said_when_others_can_see_the_site() {
    let words = "everyone who can reach this machine can see it at http://";
    let preview = Preview::of(&Files::good());
    assert!(!preview.said().contains(words));
    let arguments = ["-p", "0", "-i", "0.0.0.0"];
    let preview = Preview::start(Files::good().on_disk(), &arguments);
    assert!(preview.said().contains(words), "{}", preview.said());
    let is_code = |c| matches!(c, '█' | '▀' | '▄');
    assert!(!preview.said().contains(is_code), "a code is for terminals");
    assert!(preview.host.starts_with("127.0.0.1:"));
    assert_eq!(preview.get("/").status, 200);
}

#[cfg(unix)]
#[test]
fn a_browser_is_opened_when_asked_for() {
    use std::os::unix::fs::PermissionsExt;

    let site = Files::good().on_disk();
    let (program, opened) = (site.path("bin/xdg-open"), site.path("opened"));
    let script = format!("#!/bin/sh\necho \"$1\" > {}\n", opened.display());
    site.write("bin/xdg-open", script);
    std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o755)).unwrap();
    let path = format!("{}:/bin:/usr/bin", site.path("bin").display());
    let preview = Preview::start_with(site, &["-p", "0", "-O"], &[("PATH", &path)]);
    let address = format!("http://{}/\n", preview.host);
    preview.until("a browser was opened", || {
        std::fs::read_to_string(&opened).is_ok_and(|text| text == address)
    });
}

#[test]
fn an_editor_without_a_place_for_the_path_is_refused() {
    let site = Files::good().on_disk();
    site.run(&["serve", "--editor", "ed://"]).code(2);
}

#[cfg(unix)]
#[test]
fn it_ends_at_once_with_0_and_leaves_nothing_behind() {
    let everything = |site: &Site| Files::below(&site.path(""));
    for signal in ["-INT", "-TERM"] {
        let site = Files::good().with("public/mine.html", "mine").on_disk();
        let before = everything(&site);
        let mut preview = Preview::start(site, &["-p", "0"]);
        preview.get("/");
        // A tab that is connected does not hold it up.
        let tab = std::net::TcpStream::connect(&preview.host).unwrap();
        assert_eq!(preview.end_with(signal).code(), Some(0), "{signal}");
        assert_eq!(everything(&preview.site), before);
        drop(tab);
    }
}

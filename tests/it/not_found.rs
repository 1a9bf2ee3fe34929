//! The pages for addresses where nothing is: one of the site, and one in the folder of each language.

use warraq::config::Host;
use warraq::hosting;

use crate::hosting::{Shelf, file, target};
use crate::languages::with_pages_for_nothing;
use crate::serve::preview::Preview;
use crate::site::Files;

#[test]
fn each_language_has_its_own_in_its_folder_whose_links_lead_from_anywhere() {
    for (base, expected) in [
        ("https://shelf.example/", "/"),
        ("https://shelf.example/deep/", "/deep/"),
    ] {
        let search = "\n[search]\n[[search.groups]]\nlabel = \"الكل\"\ncollections = [\"pages\", \"books\"]\n\
            [languages.fr.search]\ngroups = [\"Tout\"]\n\
            texts = { none = \"{query}\", advice = \"a\", index = \"a\", corrected = \"{word}\", all = \"a\", more = \"a\" }\n";
        let site = with_pages_for_nothing().replace("site.toml", "https://shelf.example/", base);
        let page = site.built();
        let page = page.text("fr/404.html");
        let link = format!("<a href=\"{expected}fr/books/kalila-et-dimna/\">Kalîla</a>");
        assert!(page.contains(&link), "{page}");
        assert!(page.contains("<html lang=\"fr\" dir=\"ltr\">"), "{page}");
        assert!(!page.contains("=\"../"), "{page}");
        let site = site.and("site.toml", search).run();
        assert_eq!(
            site.diagnostics.iter().filter(|one| one.is_error()).count(),
            0,
            "{:?}",
            site.diagnostics
        );
        let site = Files::from(site);
        assert!(!site.text("sitemap.xml").contains("404"));
        let index = site
            .iter()
            .filter(|(path, _)| path.starts_with("search-index"));
        let index = index.map(|(_, bytes)| String::from_utf8_lossy(bytes));
        let index = index.collect::<Vec<_>>().concat();
        assert!(
            index.contains("kalila-et-dimna") && !index.contains("404"),
            "{index}"
        );
    }
}

#[test]
fn the_preview_answers_with_the_next_around_an_address() {
    for (base, below) in [
        ("https://shelf.example/", ""),
        ("https://shelf.example/deep/", "/deep"),
    ] {
        let files = with_pages_for_nothing().replace("site.toml", "https://shelf.example/", base);
        let preview = Preview::of(&files);
        for (address, title) in [
            ("/nothing/", "لا صفحة هنا"),
            ("/fr", "لا صفحة هنا"),
            ("/fr-x/nothing", "لا صفحة هنا"),
            ("/fr/nothing", "Page introuvable"),
            ("/fr/books/nothing/", "Page introuvable"),
            ("/fr/books/nothing/deeper.html", "Page introuvable"),
        ] {
            let reply = preview.get(&format!("{below}{address}"));
            if address == "/fr" {
                assert_eq!(reply.header("location"), format!("{below}/fr/"));
                continue;
            }
            assert_eq!(reply.status, 404, "{address}");
            assert!(
                reply.text().contains(&format!("<title>{title}")),
                "{address}: {}",
                reply.text()
            );
        }
    }
}

#[test]
fn hosts_are_told_of_each() {
    let shelf = Shelf::of(&with_pages_for_nothing());
    let netlify = shelf.release(&target(Host::Netlify));
    let redirects = file(&netlify, "_redirects").bytes.as_slice().unwrap();
    assert_eq!(
        std::str::from_utf8(redirects).unwrap(),
        "/fr/* /fr/404.html 404\n"
    );
    // It finds the next one by itself.
    let cloudflare = shelf.release(&target(Host::Cloudflare));
    assert!(!cloudflare.files.contains_key("_redirects"));

    let (output, config) = (
        shelf.build.output.as_ref().unwrap(),
        shelf.build.config.as_ref().unwrap(),
    );
    let caddy = hosting::caddy(output, &shelf.plan(), config, &target(Host::Plain));
    let (_, errors) = caddy.split_once("handle_errors 404 {\n").unwrap();
    let [french, arabic] = ["handle \"/fr/*\" {", "handle \"/*\" {"].map(|block| {
        let (_, block) = errors
            .split_once(block)
            .unwrap_or_else(|| panic!("{block}: {errors}"));
        block.split_once("file_server").unwrap().0
    });
    assert!(
        french.contains("Content-Language \"fr\"") && french.contains("rewrite * \"/fr/404.html\""),
        "{french}"
    );
    assert!(
        arabic.contains("Content-Language \"ar-MA\"") && arabic.contains("rewrite * /404.html"),
        "{arabic}"
    );
    assert!(errors.find("/fr/*") < errors.find("\"/*\""));
}

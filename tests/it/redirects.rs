//! Addresses that lead on: each has a page that works anywhere, and is nowhere listed.

use warraq::pages::{Redirect, Role};
use warraq::path::{OutputPath, UrlPath};
use warraq::pipeline::Options;

use crate::site::Files;

const KALILA: &str = "content/books/kalila.md";
const SETTINGS: &str = "\n[redirects]\n\
    \"/القديم/الحيوان.html\" = \"books/hayawan\"\n\
    \"/shelf/\" = \"/#main\"\n\
    \"/text/\" = \"/source\"\n\
    \"/moved/away/\" = \"https://other.example/كتاب?a=1&b=2\"\n";

/// The good site, with an address of each kind.
fn moved() -> Files {
    Files::good()
        .replace(
            KALILA,
            "title = ",
            "redirect_from = [\"/kalila/\", \"/old/deep/kalila/\"]\ntitle = ",
        )
        .replace("templates/page.html", "<main>", "<main id=\"main\">")
        .and("site.toml", SETTINGS)
}

/// What the refresh of a page leads to, and what its link does.
fn leads(site: &Files, page: &str) -> (String, String) {
    let html = site.text(page);
    let after = |start: &str| {
        let at = html
            .find(start)
            .unwrap_or_else(|| panic!("{start} in {html}"));
        let rest = &html[at + start.len()..];
        rest[..rest.find('"').unwrap()].to_owned()
    };
    (after("content=\"0; url="), after("<p><a href=\""))
}

#[test]
fn every_redirect_has_a_page_that_leads_on_from_anywhere() {
    let site = moved().built();
    for (page, to) in [
        ("kalila/index.html", "../books/kalila/index.html"),
        (
            "old/deep/kalila/index.html",
            "../../../books/kalila/index.html",
        ),
        ("القديم/الحيوان.html", "../books/hayawan/index.html"),
        ("shelf/index.html", "../index.html#main"),
        ("text/index.html", "../source/index.html"),
        (
            "moved/away/index.html",
            "https://other.example/كتاب?a=1&amp;b=2",
        ),
    ] {
        assert_eq!(leads(&site, page), (to.to_owned(), to.to_owned()), "{page}");
    }
    let html = site.text("kalila/index.html");
    assert!(html.contains("<html lang=\"ar-MA\" dir=\"rtl\">"));
    assert!(html.contains("<link rel=\"canonical\" href=\"https://shelf.example/books/kalila/\">"));
    assert!(html.contains(">كليلة ودمنة</a>"), "{html}");
    assert!(!html.contains("<script"));

    let clean = moved().replace("site.toml", "language =", "links = \"clean\"\nlanguage =");
    let clean = clean.built_with(&Options {
        base_url: Some("https://shelf.example/below/".to_owned()),
        ..Options::default()
    });
    let to = "../books/kalila/".to_owned();
    assert_eq!(leads(&clean, "kalila/index.html"), (to.clone(), to));
    let html = clean.text("kalila/index.html");
    assert!(html.contains("href=\"https://shelf.example/below/books/kalila/\""));
}

#[test]
fn hosts_are_told_where_each_leads() {
    let build = moved().run();
    let plan = build.plan.unwrap();
    let redirect = |from: &str, to: &str| Redirect {
        from: UrlPath::new(from).unwrap(),
        to: to.to_owned(),
    };
    let expected = [
        redirect("/kalila/", "/books/kalila/"),
        redirect("/moved/away/", "https://other.example/كتاب?a=1&b=2"),
        redirect("/old/deep/kalila/", "/books/kalila/"),
        redirect("/shelf/", "/#main"),
        redirect("/text/", "/source/"),
        redirect("/القديم/الحيوان.html", "/books/hayawan/"),
    ];
    assert_eq!(plan.redirects, expected);
    for redirect in &plan.redirects {
        assert_eq!(plan.role(&redirect.from.output()), Role::Redirect);
    }
    let page = OutputPath::new("books/kalila/index.html").unwrap();
    assert_eq!(plan.role(&page), Role::Page);
    assert_eq!(build.pages, Files::good().run().pages, "they are no pages");
    let mut outbound: Vec<_> = build.outbound.iter().map(|link| &*link.address).collect();
    outbound.dedup();
    assert_eq!(outbound, ["https://other.example/كتاب?a=1&b=2"]);
}

#[test]
fn they_are_listed_nowhere() {
    let card = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1200\" height=\"630\"/>";
    let pictures = |site: Files| {
        let site = site.with("templates/card.svg", card);
        site.and(
            "site.toml",
            "\n[cards]\ntemplate = \"card.svg\"\n[search]\n",
        )
    };
    let (with, without) = (pictures(moved()).built(), pictures(Files::good()).built());
    assert_eq!(with.text("sitemap.xml"), without.text("sitemap.xml"));
    let of = |site: &Files| -> Vec<String> {
        let paths = site.paths().map(str::to_owned);
        paths
            .filter(|path| path.rsplit('.').next() != Some("html"))
            .collect()
    };
    assert_eq!(of(&with), of(&without));
    let index = with.text("search-index/index.js");
    assert!(
        index.contains("books/kalila/") && !index.contains("old/deep"),
        "{index}"
    );
}

#[test]
fn drafts_lead_nowhere() {
    let draft = moved().replace(KALILA, "title = ", "draft = true\ntitle = ");
    let build = draft.run();
    let named =
        |problem: &warraq::diagnostic::Diagnostic| problem.message.to_string().contains("/kalila/");
    assert!(
        !build.diagnostics.iter().any(named),
        "{:#?}",
        build.diagnostics
    );
}

#[test]
fn their_pages_are_held_against_every_rule() {
    let site = moved()
        .replace(
            "templates/redirect.html",
            " dir=\"{{ site.direction }}\"",
            "",
        )
        .replace(
            "templates/redirect.html",
            "<p>",
            "<p>هاتف +212 522-123 <a href=\"/nowhere/\">ممنوع</a>",
        )
        .and("site.toml", "\n[[forbid]]\ntext = \"ممنوع\"\n");
    let build = site.run();
    let mut codes: Vec<_> = build.diagnostics.iter().map(|one| one.code).collect();
    codes.dedup();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(
        codes,
        ["E205", "E304", "E305", "E715"],
        "{:#?}",
        build.diagnostics
    );
}

#[test]
fn a_site_without_their_template_is_told_so_once() {
    let build = moved().without("templates/redirect.html").run();
    let [problem] = &build.diagnostics[..] else {
        panic!("{:#?}", build.diagnostics);
    };
    assert_eq!(problem.code, "E403");
    assert_eq!(
        problem.message.to_string(),
        "there is no template `redirect.html`"
    );
    assert_eq!(problem.span.as_ref().unwrap().path.as_str(), KALILA);
    Files::good().without("templates/redirect.html").built();
}

#[test]
fn what_leads_on_from_the_folder_of_a_language_is_in_that_language() {
    let site = crate::languages::bilingual()
        .replace(
            KALILA,
            "title = ",
            "redirect_from = [\"/fr/autrefois/\", \"/kalila/\"]\ntitle = ",
        )
        .and(
            "site.toml",
            "\n[redirects]\n\"/fr/vieux/\" = \"books/kalila\"\n\"/fr/animaux/\" = \"books/hayawan\"\n\"/shelf/\" = \"/fr/\"\n",
        )
        .built();
    for (page, language) in [
        ("fr/autrefois/index.html", "lang=\"fr\" dir=\"ltr\""),
        ("fr/vieux/index.html", "lang=\"fr\" dir=\"ltr\""),
        ("fr/animaux/index.html", "lang=\"fr\" dir=\"ltr\""),
        ("kalila/index.html", "lang=\"ar-MA\" dir=\"rtl\""),
        ("shelf/index.html", "lang=\"ar-MA\" dir=\"rtl\""),
    ] {
        let html = site.text(page);
        assert!(
            html.contains(&format!("<html {language}>")),
            "{page}: {html}"
        );
    }
    // A reference leads to the version in the language, or else to the original.
    for (page, to) in [
        ("fr/vieux/index.html", "../books/kalila-et-dimna/index.html"),
        ("fr/animaux/index.html", "../../books/hayawan/index.html"),
    ] {
        assert_eq!(leads(&site, page).0, to, "{page}");
    }
}

//! A site of which every language has a folder, the first as well.

use warraq::config::Host;
use warraq::hosting;

use crate::languages::{bilingual, with_pages_for_nothing};
use crate::serve::preview::Preview;
use crate::site::Files;

/// The good site in two languages, each in its folder.
fn in_folders() -> Files {
    with_pages_for_nothing()
        .replace(
            "site.toml",
            "language = \"ar-MA\"\n",
            "language = \"ar-MA\"\nprefix = \"/ar/\"\n",
        )
        .replace("content/pages/home.md", "url = \"/\"", "url = \"/ar/\"")
}

#[test]
fn every_page_is_in_the_folder_of_its_language_and_the_root_leads_on() {
    let site = in_folders().built();
    let home = site.text("ar/index.html");
    for says in [
        "<link rel=\"canonical\" href=\"https://shelf.example/ar/\">",
        "hreflang=\"ar-MA\" href=\"https://shelf.example/ar/\"",
        "hreflang=\"x-default\" href=\"https://shelf.example/ar/\"",
        "hreflang=\"fr\" href=\"https://shelf.example/fr/\"",
        "href=\"books/feed.atom\"",
        "<p><a href=\"index.html\">pages/home</a></p>",
    ] {
        assert!(home.contains(says), "{says}\n{home}");
    }
    let page = site.text("fr/books/kalila-et-dimna/index.html");
    assert!(
        page.contains(
            "<a href=\"../../../ar/books/hayawan/index.html\" hreflang=\"ar-MA\">Animaux</a>"
        ),
        "{page}"
    );
    let root = site.text("index.html");
    assert!(root.contains("content=\"0; url=ar/index.html\""), "{root}");
    assert!(root.contains("<html lang=\"ar-MA\" dir=\"rtl\">"), "{root}");
    // Hosts ask for this one at the root.
    let nothing = site.text("404.html");
    assert!(nothing.contains("<html lang=\"ar-MA\""), "{nothing}");
    assert!(site.has("fr/404.html") && !site.has("ar/404.html"));
    let sitemap = site.text("sitemap.xml");
    assert!(sitemap.contains("<loc>https://shelf.example/ar/books/kalila/</loc>"));
    assert!(
        !sitemap.contains("<loc>https://shelf.example/</loc>"),
        "{sitemap}"
    );
    for (path, _) in site.texts(&["html"]) {
        let is_below = path.starts_with("ar/") || path.starts_with("fr/");
        assert!(
            is_below || ["index.html", "404.html"].contains(&path),
            "{path}"
        );
    }
}

#[test]
fn hosts_and_the_preview_lead_on_from_the_root() {
    let build = in_folders().run();
    let (plan, config) = (build.plan.unwrap(), build.config.unwrap());
    let redirects = hosting::redirects(&plan, &config, Host::Netlify);
    assert!(redirects.starts_with("/ /ar/ 301!\n"), "{redirects}");
    let preview = Preview::of(&in_folders());
    for (address, title) in [
        ("/nothing/", "لا صفحة هنا"),
        ("/ar/nothing/", "لا صفحة هنا"),
        ("/fr/nothing/", "Page introuvable"),
    ] {
        let reply = preview.get(address);
        assert_eq!(reply.status, 404, "{address}");
        let text = reply.text();
        assert!(
            text.contains(&format!("<title>{title}")),
            "{address}: {text}"
        );
    }
}

#[test]
fn what_stands_at_the_root_stays_and_a_home_has_to_be_in_the_folder() {
    let choice = "+++\ntitle = \"اللغات\"\nurl = \"/\"\n+++\n\n[العربية](ref:pages/home)\n";
    let site = in_folders().with("content/pages/choice.md", choice).built();
    let root = site.text("index.html");
    assert!(
        root.contains("<a href=\"ar/index.html\">العربية</a>"),
        "{root}"
    );
    let told = |site: Files| {
        let told = site.run().diagnostics.into_iter();
        let told = told.filter(|one| one.code != "E206");
        let told = told.map(|one| {
            let span = one.span.unwrap();
            let hint = one.hint.unwrap().to_string();
            (
                one.code,
                site.text("site.toml")[span.range].to_owned(),
                hint,
            )
        });
        told.collect::<Vec<_>>()
    };
    let homeless = in_folders().replace("content/pages/home.md", "url = \"/ar/\"", "url = \"/\"");
    let hint = "write `url = \"/ar/\"` into the front matter of its home page";
    assert_eq!(
        told(homeless),
        [("E205", "\"/ar/\"".to_owned(), hint.to_owned())]
    );
    let twice = in_folders().replace("site.toml", "\"/ar/\"", "\"/fr/\"");
    assert!(told(twice).iter().any(|(code, ..)| *code == "E105"));
    for wrong in ["ar", "/", "/ar", "ar/"] {
        let site = in_folders().replace("site.toml", "\"/ar/\"", &format!("\"{wrong}\""));
        let told = told(site);
        let (code, words, _) = &told[0];
        assert_eq!((*code, words), ("E105", &format!("\"{wrong}\"")), "{wrong}");
        // That nothing begins with it is no other mistake.
        assert!(told.len() == 1 || wrong == "/", "{wrong}: {told:?}");
    }
}

#[test]
fn entries_are_counted_in_each_language() {
    let told = |counts: &str| {
        let site = with_pages_for_nothing().replace(
            "site.toml",
            "expect = 4",
            &format!("expect = {counts}"),
        );
        let told = site.run().diagnostics.into_iter();
        let told = told.map(|one| {
            let range = one.span.unwrap().range;
            (one.code, site.text("site.toml")[range].to_owned())
        });
        told.collect::<Vec<_>>()
    };
    assert_eq!(told("{ ar-MA = 4, fr = 2 }"), []);
    assert_eq!(told("{ fr = 3 }"), [("E203", "3".to_owned())]);
    assert_eq!(
        told("{ fr = 1, ar-MA = 5 }"),
        [("E203", "1".to_owned()), ("E203", "5".to_owned())]
    );
    assert_eq!(told("{ en = 3 }"), [("E105", "en".to_owned())]);
    assert_eq!(told("{ fr = \"zwei\" }"), [("E104", "\"zwei\"".to_owned())]);
    // What is shown in place of a translation is none.
    assert_eq!(told("{ fr = 2 }\nfallback = \"show\""), []);
    assert_eq!(
        told("{ fr = 4 }\nfallback = \"show\""),
        [("E203", "4".to_owned())]
    );
}

#[test]
fn a_language_without_a_home_page_has_that_of_the_site() {
    let site = bilingual().without("content/pages/home.fr.md").built();
    let page = site.text("fr/books/kalila-et-dimna/index.html");
    let home = "<p><a href=\"../../../index.html\" hreflang=\"ar-MA\">books/kalila</a></p>";
    assert!(page.contains(home), "{page}");
}

#[test]
fn tags_are_told_to_be_tags_and_as_they_are_written() {
    let told = |site: Files| {
        let [problem] = &site.run().diagnostics[..] else {
            panic!("{:?}", site.run().diagnostics);
        };
        let span = problem.span.clone().unwrap();
        let words = site.text(span.path.as_str())[span.range].to_owned();
        let hint = problem.hint.as_ref().unwrap().to_string();
        (problem.code, span.path.to_string(), words, hint)
    };
    let locale = bilingual().and("site.toml", "\n[languages.pt_BR]\n");
    let hint = "did you mean `pt-BR`?".to_owned();
    let expected = ("E105", "site.toml".to_owned(), "pt_BR".to_owned(), hint);
    assert_eq!(told(locale), expected);
    let theme = bilingual().with("templates/theme.toml", "language = 1\n");
    let (code, path, words, _) = told(theme);
    assert_eq!(
        (code, &*path, &*words),
        ("E104", "templates/theme.toml", "language")
    );
}

//! Originals that are shown on pages in another language, where their translations are missing.

use std::collections::BTreeSet;

use crate::languages::bilingual;
use crate::site::Files;

/// The good site in French as well, where books that are not translated are shown as they are.
fn shown() -> Files {
    let notice = "{% if page.fallback %}{% set it = page.fallback %}<p class=\"notice\"><a href=\"{{ it.url }}\" lang=\"{{ it.language }}\" \
        dir=\"{{ it.direction }}\">{{ it.name }}</a> <bdi dir=\"ltr\">{{ it.collection }} {{ it.id }} {{ it.slug }} {{ it.permalink }}</bdi></p>{% endif %}\
        <p class=\"of\">{{ page.language }} {{ page.direction }}</p><main>";
    bilingual()
        .replace(
            "site.toml",
            "[collections.books]\n",
            "[collections.books]\nfallback = \"show\"\n",
        )
        .replace("templates/page.html", "<main>", notice)
        .and(
            "content/books/hayawan.md",
            "\nانظر [كليلة](ref:books/kalila).\n",
        )
        .replace(
            "content/books/hayawan.md",
            "title = ",
            "note = \"كتاب كبير، و(Animals) ترجمة عنوانه.\"\ntitle = ",
        )
}

#[test]
fn what_is_not_translated_is_shown_at_the_address_of_the_translation() {
    let site = shown().built();
    let page = site.text("fr/books/hayawan/index.html");
    for says in [
        // The frame is French, and so is what is made of values.
        "<html lang=\"fr\" dir=\"ltr\">",
        "<title>\u{200E}\u{2067}الحيوان\u{2069}, Le rayon</title>",
        "<p>4 livres</p>",
        "\u{A0}: Tous les livres\" href=\"../feed.atom\"",
        // The text says what it is, and leads on to French pages.
        "<div lang=\"ar-MA\" dir=\"rtl\">\n<p>",
        "انظر <a href=\"../kalila-et-dimna/index.html\">كليلة</a>",
        "<h1><bdi dir=\"rtl\" lang=\"ar-MA\">الحيوان</bdi></h1>",
        "<p class=\"of\">ar-MA rtl</p>",
        "<p class=\"note\"><bdi lang=\"ar-MA\" dir=\"rtl\">كتاب كبير، و",
        // It is the original to whoever asks for one address.
        "<link rel=\"canonical\" href=\"https://shelf.example/books/hayawan/\">",
        "<p class=\"notice\"><a href=\"../../../books/hayawan/index.html\" hreflang=\"ar-MA\" lang=\"ar-MA\" dir=\"rtl\">العربية</a> \
         <bdi dir=\"ltr\">books books/hayawan hayawan https://shelf.example/books/hayawan/</bdi></p>",
        // Whoever chooses a language stays with the text.
        "<a href=\"../../../books/hayawan/index.html\" hreflang=\"ar-MA\" lang=\"ar-MA\" dir=\"rtl\">العربية</a>\
         <a href=\"index.html\" lang=\"fr\" dir=\"ltr\" aria-current=\"true\">Français</a>",
        "<a rel=\"prev\"",
    ] {
        assert!(page.contains(says), "{says}\n{page}");
    }
    assert!(
        !page.contains("<link rel=\"alternate\" hreflang="),
        "{page}"
    );
    // What French pages refer to is there, and what they list.
    let other = site.text("fr/books/kalila-et-dimna/index.html");
    assert!(
        other.contains("<a href=\"../hayawan/index.html\" hreflang=\"ar-MA\">Animaux</a>"),
        "{other}"
    );
    let home = site.text("fr/index.html");
    assert!(
        home.contains(
            "<li lang=\"ar-MA\"><bdi dir=\"rtl\" lang=\"ar-MA\">الحيوان</bdi>: books/hayawan"
        ),
        "{home}"
    );
    assert!(!site.text("sitemap.xml").contains("fr/books/hayawan"));
    assert!(!site.text("fr/books/feed.atom").contains("الحيوان"));
    let translated = site.text("fr/books/kalila-et-dimna/index.html");
    for page in [translated, site.text("books/hayawan/index.html")] {
        assert!(!page.contains("class=\"notice\""), "{page}");
    }
}

#[test]
fn a_search_finds_no_original_on_a_page_in_another_language() {
    let search = "\n[search]\n[[search.groups]]\nlabel = \"الكل\"\ncollections = [\"books\", \"pages\"]\n\
        [languages.fr.search]\ngroups = [\"Tout\"]\n\
        texts = { none = \"Rien : {query}\", advice = \"Cherchez\", index = \"Plan\", corrected = \"{query}\", all = \"Tout\", more = \"Plus\" }\n";
    let site = shown().and("site.toml", search).built();
    let index = |folder: &str| {
        let files = site.iter().filter(|(path, _)| path.starts_with(folder));
        let files = files.map(|(_, bytes)| String::from_utf8_lossy(bytes));
        files.collect::<Vec<_>>().concat()
    };
    let (own, french) = (index("search-index/"), index("search-index-fr/"));
    assert!(own.contains("books/hayawan"), "{own}");
    assert!(french.contains("fr/books/kalila-et-dimna"), "{french}");
    assert!(!french.contains("hayawan"), "{french}");
}

#[test]
fn what_is_only_there_in_another_language_is_shown_in_that_of_the_site() {
    let alone = "+++\ntitle = \"Les Chants\"\nauthor = \"jahiz\"\n+++\n\nUn livre de [Kalîla](ref:books/kalila).\n";
    let site = shown()
        .with("content/books/chants.fr.md", alone)
        .replace("site.toml", "expect = 4", "expect = 5")
        .replace("content/authors/jahiz.md", "wrote = 2", "wrote = 3")
        .built();
    let page = site.text("books/chants/index.html");
    for says in [
        "<html lang=\"ar-MA\" dir=\"rtl\">",
        "<div lang=\"fr\" dir=\"ltr\">\n<p>Un livre de <a href=\"../kalila/index.html\">",
        "<link rel=\"canonical\" href=\"https://shelf.example/fr/books/chants/\">",
    ] {
        assert!(page.contains(says), "{says}\n{page}");
    }
}

#[test]
fn nothing_is_told_twice_of_what_is_shown_twice_and_it_is_missing_all_the_same() {
    let linked = shown().replace("site.toml", "fallback = \"show\"", "fallback = \"link\"");
    let told = |site: &Files| {
        let told = site.run().diagnostics.into_iter();
        let told = told.map(|one| (one.code, format!("{:?}", one.span)));
        told.collect::<Vec<_>>()
    };
    let path = "content/books/hayawan.md";
    for text in [
        "[لا شيء](/nothing/)",
        "[لا شيء](ref:books/nothing)",
        "[لا شيء](#nothing)",
        "يقول «ما ليس فيه» ([الفقرة 1](cite:p1)).",
        "كلام «بلا مصدر».",
        "::: nothing\nنص.\n:::",
    ] {
        let with = |site: Files| told(&site.and(path, &format!("\n{text}\n")));
        let (once, again) = (with(linked.clone()), with(shown()));
        assert_eq!(again, once, "{text}");
        assert_eq!(once.len(), 1, "{text}: {once:?}");
    }
    let keys = [
        "url = \"no\"",
        "redirect_from = [\"/books/kalila/\"]",
        "template = \"none.html\"",
        "author = \"nobody\"",
    ];
    for key in keys {
        let with = |site: Files| told(&site.replace(path, "title = ", &format!("{key}\ntitle = ")));
        let (once, again) = (with(linked.clone()), with(shown()));
        assert!(!once.is_empty(), "{key}");
        assert_eq!(again, once, "{key}");
    }
    let site = shown().replace(
        "site.toml",
        "fallback = \"show\"",
        "fallback = \"show\"\nmissing = \"warning\"",
    );
    let missing: BTreeSet<_> = told(&site).into_iter().collect();
    let codes: Vec<_> = missing.iter().map(|(code, _)| *code).collect();
    assert_eq!(codes, ["W232", "W232"], "{missing:?}");
}

#[test]
fn the_starter_tells_readers_that_a_text_is_not_translated() {
    let site = Files::starter("association")
        .replace("site.toml", "fallback = \"link\"", "fallback = \"show\"")
        .built();
    let page = site.text("fr/news/donation/index.html");
    for says in [
        "<html lang=\"fr\" dir=\"ltr\">",
        "<p class=\"note\">Cette page n’est pas encore traduite.",
        "<a href=\"../../../news/donation/index.html\" hreflang=\"ar-MA\" lang=\"ar-MA\" dir=\"rtl\">العربية</a></p>",
        "24 novembre 2025",
    ] {
        assert!(page.contains(says), "{says}\n{page}");
    }
    let list = site.text("fr/news/index.html");
    let link = "<a href=\"donation/index.html\" hreflang=\"ar-MA\" lang=\"ar-MA\" dir=\"rtl\">شكرا";
    assert!(list.contains(link), "{list}");
}

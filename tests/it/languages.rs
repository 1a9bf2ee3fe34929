//! Several languages on one site: what each page says of itself and of its versions, where each is, and what lists and
//! references have where a translation is missing.

use std::collections::{BTreeMap, BTreeSet};

use warraq::path::OutputPath;

use crate::site::Files;

/// What a template says of the page and the site in its language.
const SAYS: &str = "<title>{{ page.title | bidi_text }}, {{ site.title }}</title>\n\
    {% for one in page.alternates %}<link rel=\"alternate\" hreflang=\"{{ one.hreflang }}\" href=\"{{ one.permalink }}\">\n{% endfor %}\
    {% for feed in site.feeds %}<link rel=\"alternate\" type=\"{{ feed.type }}\" title=\"{{ feed.title }}\" href=\"{{ feed.url }}\">\n{% endfor %}";

/// The good site, in French as well: two of its four books, and the page of all.
pub(crate) fn bilingual() -> Files {
    let config = "\n[languages.fr]\ntitle = \"Le rayon\"\ndescription = \"Des livres.\"\n\
        plurals.book = { one = \"{n} livre\", many = \"{n} de livres\", other = \"{n} livres\" }\n\
        [[languages.fr.menus.main]]\nlabel = \"Le rayon\"\nref = \"pages/home\"\n";
    let menu = "<nav>{% for one in page.translations %}<a href=\"{{ one.url }}\" lang=\"{{ one.language }}\" \
        dir=\"{{ one.direction }}\"{% if one.current %} aria-current=\"true\"{% endif %}>{{ one.name }}</a>{% endfor %}</nav>\
        <ol>{% for book in books %}<li lang=\"{{ book.language }}\">{{ book.title | bidi }}: {{ book.id }}, {{ book.slug }}</li>{% endfor %}</ol>\
        <p>{{ books | length | plural(of=\"book\") }}</p><p><a href=\"{{ site.home }}\">{{ page.id }}</a></p>";
    Files::good()
        .and("site.toml", config)
        .replace("site.toml", "order = \"title\"\nsiblings = \"author\"", "order = \"title\"\nfeed = { date = \"printed\" }")
        .replace("templates/page.html", "<title>{{ page.title | bidi_text }}</title>\n", SAYS)
        .replace("templates/page.html", "<main>", &format!("{menu}<main>"))
        .with(
            "content/books/kalila.fr.md",
            "+++\ntitle = \"Kalîla et Dimna\"\nslug = \"kalila-et-dimna\"\n+++\n\nÀ côté des [Avares](ref:books/bukhala) et des [Animaux](ref:books/hayawan).\n",
        )
        .with(
            "content/fr/books/bukhala.md",
            "+++\ntitle = \"Les Avares\"\n+++\n\nVoir [Kalîla](ref:books/kalila).\n",
        )
        .with(
            "content/pages/home.fr.md",
            "+++\ntitle = \"Tous les livres\"\n+++\n\nVoici [Kalîla](ref:books/kalila).\n",
        )
}

/// The same, with a page for what does not exist in each language.
pub(crate) fn with_pages_for_nothing() -> Files {
    let french = "+++\ntitle = \"Page introuvable\"\n+++\n\nVoici [Kalîla](ref:books/kalila).\n";
    bilingual().with("content/pages/not-found.fr.md", french)
}

/// The lines of a page that hold a text.
fn lines<'a>(site: &'a Files, path: &str, holds: &str) -> Vec<&'a str> {
    let lines = site.text(path).lines();
    lines.filter(|line| line.contains(holds)).collect()
}

#[test]
fn a_page_is_in_its_language_with_everything_on_it() {
    let site = bilingual().built();
    let page = site.text("fr/books/kalila-et-dimna/index.html");
    for says in [
        "<html lang=\"fr\" dir=\"ltr\">",
        "<title>Kalîla et Dimna, Le rayon</title>",
        "<link rel=\"canonical\" href=\"https://shelf.example/fr/books/kalila-et-dimna/\">",
        // Shared with the original: who wrote it, of whom there is no French version, and when it was printed.
        "<p class=\"author\"><a href=\"../../../authors/ibn-al-muqaffa/index.html\" hreflang=\"ar-MA\"><bdi dir=\"rtl\" lang=\"ar-MA\">ابن المقفع</bdi></a></p>",
        "<p class=\"printed\">1 janvier 1816</p>",
        // In French where it is, and else as it is.
        "À côté des <a href=\"../bukhala/index.html\">Avares</a> et des <a href=\"../../../books/hayawan/index.html\" hreflang=\"ar-MA\">Animaux</a>.",
        "<a href=\"../../index.html\">Le rayon</a>",
        "<a href=\"../../index.html\">books/kalila</a>",
        "<p>4 livres</p>",
        "title=\"Le rayon\u{A0}: Tous les livres\" href=\"../feed.atom\"",
    ] {
        let page = page.replace("1er janvier", "1 janvier");
        assert!(page.contains(says), "{says}\n{page}");
    }
    assert!(
        !page.contains("<bdi dir=\"ltr\""),
        "nothing is isolated in its own direction"
    );
    let feed = site.text("fr/books/feed.atom");
    assert!(feed.contains("xml:lang=\"fr\"") && feed.contains("Kalîla et Dimna"));
    assert!(!feed.contains("كليلة"));
    assert!(!site.text("books/feed.atom").contains("Kalîla"));
}

#[test]
fn lists_have_what_is_not_translated_as_site_toml_says_in_the_order_of_the_language() {
    let list = |site: &Files, path| {
        let line = lines(site, path, "<ol>")[0];
        let isolate = "<bdi dir=\"rtl\" lang=\"ar-MA\">";
        let line = line.replace(isolate, "").replace("</bdi>", "");
        let items = line.split("<li lang=\"").skip(1);
        let items = items.map(|item| item.split("</li>").next().unwrap().replace("\">", " "));
        items.collect::<Vec<_>>()
    };
    let linked = bilingual().built();
    let arabic = [
        "ar-MA الأغاني: books/aghani, aghani",
        "ar-MA البخلاء: books/bukhala, bukhala",
        "ar-MA الحيوان: books/hayawan, hayawan",
        "ar-MA كليلة ودمنة: books/kalila, kalila",
    ];
    assert_eq!(list(&linked, "index.html"), arabic);
    let french = [
        "fr Kalîla et Dimna: books/kalila, kalila-et-dimna",
        "fr Les Avares: books/bukhala, bukhala",
    ];
    let mixed = [&french[..], &[arabic[0], arabic[2]]].concat();
    assert_eq!(list(&linked, "fr/index.html"), mixed);
    let hide = "[collections.books]\nfallback = \"hide\"";
    let hidden = bilingual()
        .replace("site.toml", "[collections.books]", hide)
        .built();
    assert_eq!(list(&hidden, "index.html"), arabic);
    assert_eq!(list(&hidden, "fr/index.html"), french);
    // A reference leads to the original all the same.
    let page = hidden.text("fr/books/kalila-et-dimna/index.html");
    assert!(page.contains("href=\"../../../books/hayawan/index.html\""));
}

#[test]
fn a_menu_says_in_which_language_each_of_its_pages_is() {
    let more = "[[languages.fr.menus.main]]\nlabel = \"Animaux\"\nref = \"books/hayawan\"\n\
        [[languages.fr.menus.main]]\nlabel = \"Ailleurs\"\nurl = \"https://example.org/\"\n";
    let item = "{{ item.label }}: {{ item.language or \"none\" }};";
    let site = bilingual().and("site.toml", more).replace(
        "templates/page.html",
        "<main>",
        &format!(
            "<p class=\"menu\">{{% for item in site.menus.main %}}{item}{{% endfor %}}</p><main>"
        ),
    );
    let site = site.built();
    let french = lines(&site, "fr/index.html", "class=\"menu\"")[0];
    let expected = "<p class=\"menu\">Le rayon: fr;Animaux: ar-MA;Ailleurs: none;</p>";
    assert!(french.contains(expected), "{french}");
    let arabic = lines(&site, "index.html", "class=\"menu\"")[0];
    assert!(arabic.contains("الرف: ar-MA;</p>"), "{arabic}");
}

#[test]
fn a_site_in_one_language_says_so_of_no_other() {
    let site = Files::good().replace("templates/page.html", "<main>", "{% for one in page.translations %}{{ one.url }}{% endfor %}{% for one in page.alternates %}{{ one.hreflang }}{% endfor %}<main>");
    assert_eq!(
        site.built().text("index.html"),
        Files::good().built().text("index.html")
    );
    assert!(!Files::good().built().text("sitemap.xml").contains("xhtml"));
}

#[test]
fn the_language_is_said_by_name_by_folder_or_by_a_key() {
    let text = "+++\ntitle = \"Les Avares\"\nKEYS+++\n";
    let elsewhere = bilingual().without("content/fr/books/bukhala.md");
    for (path, keys) in [
        ("content/books/bukhala.fr.md", ""),
        ("content/fr/books/bukhala.md", ""),
        (
            "content/books/avares.fr.md",
            "translation_of = \"bukhala\"\nslug = \"bukhala\"\n",
        ),
        (
            "content/books/avares.md",
            "language = \"fr\"\ntranslation_of = \"bukhala\"\nslug = \"bukhala\"\n",
        ),
        ("content/books/bukhala/index.fr.md", ""),
        ("content/fr/books/bukhala/index.md", ""),
    ] {
        let site = elsewhere
            .clone()
            .with(path, text.replace("KEYS", keys))
            .built();
        let alternates = lines(&site, "fr/books/bukhala/index.html", "alternate\" hreflang");
        assert_eq!(alternates.len(), 3, "{path}");
    }
}

#[test]
fn what_no_language_translates_stands_for_itself() {
    let alone = "+++\ntitle = \"Mentions légales\"\n+++\n\nVoir [le rayon](ref:pages/home).\n";
    let site = bilingual().with("content/pages/legal.fr.md", alone);
    let site = site.with(
        "content/pages/about.md",
        "+++\ntitle = \"عن الرف\"\n+++\n\nانظر [الشروط](ref:pages/legal).\n",
    );
    let site = site.built();
    assert!(
        site.text("fr/legal/index.html")
            .contains("<a href=\"../index.html\">le rayon</a>")
    );
    assert!(
        site.text("about/index.html")
            .contains("<a href=\"../fr/legal/index.html\" hreflang=\"fr\">الشروط</a>")
    );
    assert!(lines(&site, "fr/legal/index.html", "alternate\" hreflang").is_empty());
}

#[test]
fn what_is_in_no_sitemap_is_in_no_set_of_alternates() {
    let page = |language: &str, keys: &str| {
        let text =
            format!("+++\ntitle = \"{language}\"\n{keys}+++\n\n| a | b |\n|---|---|\n| 1 | 2 |\n");
        (format!("content/pages/lost.{language}"), text)
    };
    let (original, text) = page("md", "sitemap = false\n");
    let (french, translated) = page("fr.md", "");
    let site = bilingual()
        .with(&original, text)
        .with(&french, translated)
        .built();
    for path in ["lost/index.html", "fr/lost/index.html"] {
        assert!(
            lines(&site, path, "alternate\" hreflang").is_empty(),
            "{path}"
        );
    }
    let page = site.text("fr/lost/index.html");
    assert!(
        page.contains("aria-label=\"Tableau\u{a0}: a, b\""),
        "{page}"
    );
}

#[test]
fn a_citation_has_its_name_and_its_translation_in_the_language_of_the_page() {
    let said = "said = { p = 2, quote = [\"كليلة ودمنة\"], translation = \"Kalîla et Dimna\" }\n";
    let site = bilingual()
        .replace(
            "site.toml",
            "[languages.fr]\n",
            "[languages.fr]\nsource = { label = \"paragraphe {n}\" }\n",
        )
        .replace(
            "site.toml",
            "[collections.books]\n",
            "[collections.books]\ntranslate = [\"title\", \"said\", \"note\"]\n",
        )
        .replace(
            "content/books/kalila.fr.md",
            "slug =",
            &format!("{said}slug ="),
        )
        .replace(
            "templates/book.html",
            "{{ page.said.label | bidi }}",
            "{{ page.said.label | bidi }} {{ page.said.translation }}",
        );
    let proven = site.built();
    let page = proven.text("fr/books/kalila-et-dimna/index.html");
    assert!(
        page.contains("«<bdi dir=\"rtl\" lang=\"ar-MA\">كليلة ودمنة</bdi>»"),
        "{page}"
    );
    assert!(page.contains(">paragraphe 2 Kalîla et Dimna</a>"), "{page}");
    let altered = site
        .replace("content/books/kalila.fr.md", "كليلة ودمنة", "كليلة ودمنات")
        .run();
    assert_eq!(
        altered
            .diagnostics
            .iter()
            .map(|one| one.code)
            .collect::<Vec<_>>(),
        ["E301"]
    );
}

#[test]
fn a_translation_of_a_draft_is_not_published_either() {
    let draft = bilingual().replace(
        "content/books/kalila.md",
        "title = ",
        "draft = true\ntitle = ",
    );
    let draft = draft.replace("site.toml", "expect = 4", "expect = 3");
    let codes = |site: &Files| {
        let problems = site.run().diagnostics;
        problems.iter().map(|one| one.code).collect::<BTreeSet<_>>()
    };
    // What refers to either is told.
    assert_eq!(codes(&draft), BTreeSet::from(["E201", "E203"]));
}

/// What search engines are told: for each page the versions it names, by language.
fn told(
    site: &Files,
    of: impl Fn(&str) -> Vec<(String, String)>,
) -> BTreeMap<String, BTreeMap<String, String>> {
    let pages = site.texts(&["html"]).map(|(path, html)| {
        let address = OutputPath::new(path).unwrap().url();
        let told = of(html);
        let own = told.iter().cloned().collect::<BTreeMap<_, _>>();
        assert_eq!(own.len(), told.len(), "{path} names a language twice");
        (format!("https://many.example{address}"), own)
    });
    pages.collect()
}

/// The values of two attributes that follow each other.
fn pairs(text: &str) -> Vec<(String, String)> {
    let pairs = text.split("hreflang=\"").skip(1).map(|rest| {
        let (language, rest) = rest.split_once("\" href=\"").unwrap();
        (
            language.to_owned(),
            rest.split('"').next().unwrap().to_owned(),
        )
    });
    pairs.collect()
}

#[test]
fn the_versions_of_a_page_name_each_other_whatever_is_missing() {
    for fallback in ["link", "show"] {
        holds_with(fallback);
    }
}

fn holds_with(fallback: &str) {
    const TAGS: [&str; 4] = ["ar", "fr", "en", "zgh"];
    let mut site = Files::default()
        .with(
            "site.toml",
            format!("[site]\ntitle = \"كثير\"\nbase_url = \"https://many.example/\"\nlanguage = \"ar\"\n\
             [languages.fr]\n[languages.en]\nprefix = \"/english/\"\n[languages.zgh]\n\
             [collections.posts]\nfallback = \"{fallback}\"\nurl = \"/{{slug}}/\"\ntemplate = \"page.html\"\norder = \"n\"\nindex = \"posts/e0\"\npaginate = 30\n\
             [collections.posts.fields]\ntitle = \"string\"\nn = \"int\"\n"),
        )
        .with(
            "templates/page.html",
            "<html lang=\"{{ site.language }}\" dir=\"{{ site.direction }}\"><title>{{ page.title }} {{ page.url }}</title>\
             {% for one in page.alternates %}<link rel=\"alternate\" hreflang=\"{{ one.hreflang }}\" href=\"{{ one.permalink }}\">{% endfor %}\
             </html>",
        );
    // Every one of the sixteen sets of languages, again and again; own slugs, and translations of what the site does not have.
    let mut expected: BTreeMap<usize, BTreeSet<&str>> = BTreeMap::new();
    for n in 0..256_usize {
        let set = if n == 0 { 15 } else { n % 16 };
        let mut has_original = false;
        for (bit, tag) in TAGS.iter().enumerate() {
            if set & (1 << bit) == 0 {
                continue;
            }
            let number = if has_original {
                String::new()
            } else {
                format!("n = {n}\n")
            };
            let slug = if n % 5 == 1 && bit == 2 {
                format!("slug = \"own-{n}\"\n")
            } else {
                String::new()
            };
            has_original = true;
            let suffix = if bit == 0 {
                String::new()
            } else {
                format!(".{tag}")
            };
            let entry = format!("+++\ntitle = \"t\"\n{number}{slug}+++\n");
            site = site.with(&format!("content/posts/e{n}{suffix}.md"), entry);
            expected.entry(n).or_default().insert(tag);
        }
    }
    let site = site.built();
    let pages = told(&site, pairs);
    for (address, versions) in &pages {
        if versions.is_empty() {
            continue;
        }
        assert!(
            versions.values().any(|one| one == address),
            "{address} does not name itself"
        );
        let first = TAGS.iter().find_map(|tag| versions.get(*tag));
        assert_eq!(versions.get("x-default"), first, "{address}");
        for version in versions.values() {
            assert_eq!(&pages[version], versions, "{address} and {version}");
        }
    }
    let sets = pages.values().filter(|versions| !versions.is_empty());
    let several = expected.values().filter(|tags| tags.len() > 1);
    assert_eq!(sets.count(), several.map(BTreeSet::len).sum::<usize>());
    // Each is there in every language, where it is shown in place of what is missing.
    let all = site
        .texts(&["html"])
        .filter(|(path, _)| path.ends_with("index.html"));
    let written: usize = expected.values().map(BTreeSet::len).sum();
    let shown = expected.len() * TAGS.len();
    assert_eq!(
        all.filter(|(path, _)| !path.contains("/page/")).count(),
        if fallback == "show" { shown } else { written }
    );
    // The sitemap says the same.
    for url in site.text("sitemap.xml").split("<url><loc>").skip(1) {
        let address = url.split('<').next().unwrap();
        let versions = pairs(url).into_iter().collect::<BTreeMap<_, _>>();
        assert_eq!(pages.get(address), Some(&versions), "{address}");
    }
}

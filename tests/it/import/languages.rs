//! Sites in several languages, in each way in which the generators have them: every text at its old address, and versions of
//! one text are versions of one entry.

use warraq::import::Generator;

use super::Site;

/// How a site of the generators has its languages.
struct Kind {
    generator: Generator,
    settings: &'static [(&'static str, &'static str)],
    /// Where a text is, by its path without `.md`, and whether it is French.
    file: fn(&str, bool) -> String,
    /// What addresses in Arabic begin with.
    own: &'static str,
}

const KINDS: [Kind; 6] = [
    // By the ends of names.
    Kind {
        generator: Generator::Hugo,
        settings: &[(
            "hugo.toml",
            "baseURL = \"https://example.org/\"\ndefaultContentLanguage = \"ar\"\n[languages.ar]\ntitle = \"دفتر\"\nlanguageCode = \"ar-MA\"\n[[languages.ar.menus.main]]\nname = \"رسائل\"\nurl = \"/posts/\"\n\
            [languages.fr]\ntitle = \"Carnet\"\nlanguageName = \"Français\"\n[[languages.fr.menus.main]]\nname = \"Lettres\"\nurl = \"/posts/\"\n[languages.en]\ndisabled = true\n",
        )],
        file: |name, is_french| format!("content/{name}{}.md", if is_french { ".fr" } else { "" }),
        own: "",
    },
    // The site's own language is in a folder, too.
    Kind {
        generator: Generator::Hugo,
        settings: &[(
            "hugo.yaml",
            "baseURL: https://example.org/\ndefaultContentLanguage: ar\ndefaultContentLanguageInSubdir: true\nlanguages:\n  ar: {title: دفتر, weight: 1}\n  fr: {title: Carnet, weight: 2}\nmenu:\n  main:\n  - {name: رسائل, url: /ar/posts/}\n",
        )],
        file: |name, is_french| {
            format!("content/{name}.{}.md", if is_french { "fr" } else { "ar" })
        },
        own: "/ar",
    },
    // A folder for each.
    Kind {
        generator: Generator::Hugo,
        settings: &[(
            "config/_default/hugo.toml",
            "baseURL = \"https://example.org/\"\ndefaultContentLanguage = \"ar\"\n[languages.ar]\ntitle = \"دفتر\"\ncontentDir = \"content/ar\"\n[languages.fr]\ntitle = \"Carnet\"\ncontentDir = \"content/fr\"\n",
        )],
        file: |name, is_french| {
            format!("content/{}/{name}.md", if is_french { "fr" } else { "ar" })
        },
        own: "",
    },
    // A file of settings for each as well.
    Kind {
        generator: Generator::Hugo,
        settings: &[
            (
                "config/_default/hugo.toml",
                "baseURL = \"https://example.org/\"\ndefaultContentLanguage = \"ar\"\n",
            ),
            (
                "config/_default/languages.ar.toml",
                "title = \"دفتر\"\ncontentDir = \"content/ar\"\n",
            ),
            (
                "config/_default/languages.fr.toml",
                "title = \"Carnet\"\ncontentDir = \"content/fr\"\n",
            ),
            (
                "config/_default/menus.fr.toml",
                "[[main]]\nname = \"Lettres\"\nurl = \"/posts/\"\n",
            ),
        ],
        file: |name, is_french| {
            format!("content/{}/{name}.md", if is_french { "fr" } else { "ar" })
        },
        own: "",
    },
    // A folder in that of the site's own.
    Kind {
        generator: Generator::Hugo,
        settings: &[(
            "config.json",
            "{\"baseURL\": \"https://example.org/\", \"defaultContentLanguage\": \"ar\", \"title\": \"دفتر\", \"languages\": {\"ar\": {}, \"fr\": {\"title\": \"Carnet\", \"contentDir\": \"content/french\"}}}",
        )],
        file: |name, is_french| {
            format!(
                "content/{}{name}.md",
                if is_french { "french/" } else { "" }
            )
        },
        own: "",
    },
    Kind {
        generator: Generator::Zola,
        settings: &[(
            "config.toml",
            "base_url = \"https://example.org\"\ndefault_language = \"ar\"\ntitle = \"دفتر\"\ntaxonomies = [{name = \"tags\"}]\n[slugify]\npaths = \"safe\"\n[languages.fr]\ntitle = \"Carnet\"\ntaxonomies = [{name = \"tags\"}]\n",
        )],
        file: |name, is_french| format!("content/{name}{}.md", if is_french { ".fr" } else { "" }),
        own: "",
    },
];

fn text(kind: &Kind, title: &str, more: &str, tags: &str) -> String {
    let tags = match kind.generator {
        _ if tags.is_empty() => String::new(),
        Generator::Zola => format!("[taxonomies]\ntags = {tags}\n"),
        _ => format!("tags = {tags}\n"),
    };
    format!("+++\ntitle = \"{title}\"\n{more}{tags}+++\n\n{title}.\n")
}

fn site(kind: &Kind) -> Site {
    let mut site = Site::default();
    for (path, text) in kind.settings {
        site.file(path, text);
    }
    for (name, address, arabic, french) in [
        ("_index", "/", Some("الرئيسية"), Some("Accueil")),
        ("posts/_index", "/posts/", Some("رسائل"), Some("Lettres")),
        (
            "posts/one",
            "/posts/one/",
            Some("الأولى"),
            Some("La première"),
        ),
        (
            "posts/two/index",
            "/posts/two/",
            Some("الثانية"),
            Some("La deuxième"),
        ),
        ("posts/three", "/posts/three/", Some("الثالثة"), None),
        ("posts/quatre", "/posts/quatre/", None, Some("La quatrième")),
        ("about", "/about/", Some("عنا"), Some("À propos")),
    ] {
        let is_post = name.starts_with("posts/") && !name.ends_with("_index");
        let (date, day) = if is_post {
            (
                "date = 2025-01-02\nweight = 3\n",
                "date = 2025-01-09\nweight = 3\n",
            )
        } else {
            ("", "")
        };
        if let Some(title) = arabic {
            let tags = if is_post { "[\"نسخ\"]" } else { "" };
            let text = text(kind, title, &format!("description = \"وصف\"\n{date}"), tags);
            site.page(
                &(kind.file)(name, false),
                &format!("{}{address}", kind.own),
                &text,
            );
        }
        if let Some(title) = french {
            let tags = if is_post { "[\"copie\"]" } else { "" };
            let text = text(kind, title, day, tags);
            site.page(&(kind.file)(name, true), &format!("/fr{address}"), &text);
        }
    }
    site
}

#[test]
fn every_text_is_where_it_was_and_knows_its_versions() {
    for (number, kind) in KINDS.iter().enumerate() {
        let (built, imported) = site(kind).assert_moves(kind.generator, &[]);
        let settings = String::from_utf8_lossy(&imported.files["site.toml"]).into_owned();
        assert!(
            settings.contains("[languages.fr]\ntitle = \"Carnet\""),
            "{number}: {settings}"
        );
        assert!(
            !settings.contains("[languages.en]") && !settings.contains("[languages.ar]"),
            "{settings}"
        );
        let own = kind.own.trim_start_matches('/');
        let own = if own.is_empty() {
            String::new()
        } else {
            format!("{own}/")
        };
        for (arabic, french) in [
            (format!("{own}index.html"), "fr/index.html"),
            (format!("{own}posts/index.html"), "fr/posts/index.html"),
            (
                format!("{own}posts/one/index.html"),
                "fr/posts/one/index.html",
            ),
            (
                format!("{own}posts/two/index.html"),
                "fr/posts/two/index.html",
            ),
            (format!("{own}about/index.html"), "fr/about/index.html"),
        ] {
            let address = |path: &str| {
                format!(
                    "https://example.org/{}",
                    path.trim_end_matches("index.html")
                )
            };
            for page in [arabic.as_str(), french] {
                let html = built.text(page);
                for other in [arabic.as_str(), french] {
                    let link = format!("href=\"{}\"", address(other));
                    assert!(
                        html.matches(&link).count() > 0,
                        "{number}: {page} does not name {other}\n{html}"
                    );
                }
            }
        }
        let french = built.text("fr/posts/one/index.html");
        assert!(
            french.contains("lang=\"fr\"") && french.contains("La première"),
            "{french}"
        );
        assert!(
            built.text("fr/posts/index.html").contains("2025"),
            "{number}"
        );
        // What a language says otherwise is its own.
        let entry = imported
            .report
            .new_path(&(kind.file)("posts/one", true))
            .unwrap();
        let entry = String::from_utf8_lossy(&imported.files[entry]).into_owned();
        assert!(
            entry.contains("2025-01-09") && entry.contains("copie"),
            "{number}: {entry}"
        );
        assert!(!entry.contains("weight"), "{number}: {entry}");
        if number == 0 {
            assert!(
                settings.contains("[[languages.fr.menus.main]]\nlabel = \"Lettres\""),
                "{settings}"
            );
            assert!(
                settings.contains("name = \"Français\"")
                    && settings.contains("language = \"ar-MA\"")
            );
        }
        if !kind.own.is_empty() {
            assert!(built.has("index.html"), "the root leads to the home page");
        }
    }
}

#[test]
fn a_language_that_has_one_text_has_a_home_page_and_a_section_for_it() {
    let kind = &KINDS[0];
    let mut site = Site::default();
    for (path, text) in kind.settings {
        site.file(path, text);
    }
    site.page(
        "content/رسائل/one.md",
        "/رسائل/one/",
        "+++\ntitle = \"الأولى\"\n+++\n",
    );
    site.page(
        "content/رسائل/Two.fr.md",
        "/fr/رسائل/two/",
        "+++\ntitle = \"La deuxième\"\n+++\n",
    );
    let (built, _) = site.assert_moves(kind.generator, &["/fr/", "/fr/رسائل/"]);
    assert!(built.text("fr/index.html").contains("Carnet"));
}

#[test]
fn what_a_language_that_is_off_says_is_kept_and_not_published() {
    let kind = &KINDS[0];
    let mut site = site(kind);
    site.file(
        "content/posts/one.en.md",
        &text(kind, "The first", "draft = true\n", ""),
    );
    site.file(
        "content/posts/two/index.en.md",
        &text(kind, "The second", "", ""),
    );
    let (built, imported) = site.assert_moves(kind.generator, &[]);
    assert!(!built.paths().any(|path| path.starts_with("en/")));
    for (old, words) in [
        ("content/posts/one.en.md", "The first."),
        ("content/posts/two/index.en.md", "The second."),
    ] {
        let new = imported.report.new_path(old).unwrap();
        let text = String::from_utf8_lossy(&imported.files[new]).into_owned();
        assert!(
            text.contains(words) && text.matches("draft = true").count() == 1,
            "{text}"
        );
    }
}

//! How languages are named in site.toml and in names of files, and what `check` counts of tags, years and months in each.

use crate::languages::{bilingual, with_pages_for_nothing};
use crate::site::Files;

/// The rows of a collection: the language, and how many entries are complete and missing.
fn rows(site: &Files, collection: &str) -> Vec<(String, usize, usize)> {
    let build = site.run();
    let rows = build.translated.iter();
    let rows = rows.filter(|row| row.collection == collection);
    rows.map(|row| (row.language.clone(), row.complete, row.missing))
        .collect()
}

fn row(language: &str, complete: usize, missing: usize) -> (String, usize, usize) {
    (language.to_owned(), complete, missing)
}

#[test]
fn a_tag_is_missing_where_entries_name_it_and_years_never_are() {
    let shared = bilingual()
        .replace("site.toml", "said = \"cite?\"", "said = \"cite?\"\ntags = \"list(tag)?\"")
        .and(
            "site.toml",
            "\n[tags.topics]\ntemplate = \"page.html\"\n[archives.years]\nfrom = \"books.printed\"\nby = \"year\"\ntemplate = \"page.html\"\n",
        )
        .replace("content/books/kalila.md", "title = ", "tags = [\"حيوان\", \"حكمة\"]\ntitle = ")
        .replace("content/books/hayawan.md", "title = ", "tags = [\"نثر\"]\ntitle = ")
        .with("content/topics/animals.md", "+++\ntitle = \"حيوان\"\n+++\n")
        .with("content/topics/animals.fr.md", "+++\ntitle = \"Animaux\"\n+++\n");
    // The French book has both of its tags, one of which nobody says in French; that of the other book nobody asks for.
    assert_eq!(
        rows(&shared, "topics"),
        [row("ar-MA", 3, 0), row("fr", 1, 1)]
    );
    let years = rows(&shared, "years");
    assert!(years[0].1 > 0 && years[1].1 > 0, "{years:?}");
    assert!(years.iter().all(|(.., missing)| *missing == 0), "{years:?}");
    // Where each language has words of its own, none lacks those of the other.
    let own = shared
        .replace(
            "site.toml",
            "[collections.books]",
            "[collections.books]\ntranslate = [\"title\", \"tags\"]",
        )
        .replace(
            "content/books/kalila.fr.md",
            "slug = ",
            "tags = [\"sagesse\"]\nslug = ",
        );
    assert_eq!(rows(&own, "topics"), [row("ar-MA", 3, 0), row("fr", 2, 0)]);
}

#[test]
fn tags_of_languages_are_the_same_in_capital_and_small_letters() {
    let site = bilingual();
    let french = site.built();
    for (from, to) in [
        ("content/books/kalila.fr.md", "content/books/kalila.FR.md"),
        ("content/fr/books/bukhala.md", "content/Fr/books/bukhala.md"),
    ] {
        let text = site.text(from).to_owned();
        let renamed = site.clone().with(to, text).without(from).built();
        let page = "fr/books/bukhala/index.html";
        assert_eq!(renamed.text(page), french.text(page), "{to}");
        assert_eq!(renamed.paths().count(), french.paths().count(), "{to}");
    }
}

#[test]
fn nobody_is_to_look_for_the_page_that_says_that_nothing_is_there() {
    let site = with_pages_for_nothing();
    let found = site.replace("content/pages/not-found.md", "sitemap = false\n", "");
    let found = found.built();
    assert!(!found.text("sitemap.xml").contains("404"));
    assert!(!found.text("fr/404.html").contains("hreflang=\"x-default\""));
}

/// Latin words on the Arabic pages of a French site are French, unless site.toml says otherwise.
#[test]
fn latin_words_are_in_the_language_of_a_site_in_latin_letters() {
    for (own, latin, expected) in [
        ("fr", "", "fr"),
        ("fr-MA", "", "fr-MA"),
        ("fr", "latin = \"en\"\n", "en"),
        ("zgh", "", "en"),
    ] {
        let site = Files::default()
            .with(
                "site.toml",
                format!(
                    "[site]\ntitle = \"T\"\nbase_url = \"https://latin.example/\"\nlanguage = \"{own}\"\n{latin}\
                     [languages.ar]\n[collections.notes]\nurl = \"/{{slug}}/\"\ntemplate = \"note.html\"\n\
                     [collections.notes.fields]\ntitle = \"string\"\n"
                ),
            )
            .with("templates/note.html", "<!doctype html><html lang=\"{{ site.language }}\" dir=\"{{ site.direction }}\"><head><meta charset=\"utf-8\"><title>{{ page.title }}</title></head><body>{{ page.content }}</body></html>\n")
            .with("content/notes/a.ar.md", "+++\ntitle = \"ورقة\"\n+++\n\nمن شركة Renault هنا.\n");
        let built = site.built();
        let isolated = format!("<bdi dir=\"ltr\" lang=\"{expected}\">Renault</bdi>");
        assert!(
            built.text("ar/a/index.html").contains(&isolated),
            "{own}: {}",
            built.text("ar/a/index.html")
        );
    }
}

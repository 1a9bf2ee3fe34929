//! How languages are named in site.toml and in names of files, what is said of slips in them, and what `check` counts of tags,
//! years and months in each.

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

/// `fr` is enough for `fr-MA`, where no other language of the site begins so.
#[test]
fn the_first_part_of_a_tag_is_enough_where_it_says_which() {
    let moroccan = |site: Files| {
        site.replace(
            "site.toml",
            "[languages.fr]",
            "[languages.fr-MA]\nprefix = \"/fr/\"",
        )
        .replace(
            "site.toml",
            "[[languages.fr.menus.main]]",
            "[[languages.fr-MA.menus.main]]",
        )
    };
    let built = moroccan(bilingual()).built();
    let page = built.text("fr/books/bukhala/index.html");
    assert!(page.contains("<html lang=\"fr-MA\" dir=\"ltr\">"), "{page}");
    assert!(
        built
            .text("fr/books/kalila-et-dimna/index.html")
            .contains("Kalîla")
    );

    let also = "\n[languages.fr-CA]\nplurals.book = { one = \"{n} livre\", many = \"{n} de livres\", other = \"{n} livres\" }\n\
        [[languages.fr-CA.menus.main]]\nlabel = \"Le rayon\"\nref = \"pages/home\"\n";
    let both = moroccan(bilingual()).and("site.toml", also).run();
    let said = both.diagnostics.iter().map(|one| one.message.to_string());
    let said: Vec<_> = said.filter(|one| one.contains("`fr`")).collect();
    assert_eq!(
        said.len(),
        3,
        "each file that says so: {:?}",
        both.diagnostics
    );
}

/// The hints of a build that are about a file.
fn hints(site: &Files, path: &str) -> String {
    let build = site.run();
    let about = build.diagnostics.iter().filter(|one| {
        let span = one.span.as_ref();
        span.is_some_and(|span| span.path.as_str() == path)
    });
    let hints = about.filter_map(|one| one.hint.as_ref().map(ToString::to_string));
    hints.collect::<Vec<_>>().join("\n")
}

/// Neither a text twice, at `/books/kalila.ar-MA/`, nor a language to declare.
#[test]
fn files_of_a_site_with_one_language_need_no_tag() {
    let entry = Files::good().text("content/books/kalila.md").to_owned();
    for path in [
        "content/books/kalila.ar.md",
        "content/books/kalila.ar-MA.md",
        "content/books/kalila.AR.md",
        "content/ar/books/kalila.md",
        "content/ar-MA/books/kalila.md",
    ] {
        let site = Files::good().with(path, entry.clone());
        let hints = hints(&site, path);
        assert!(hints.contains("content/books/kalila.md"), "{path}: {hints}");
    }
    // What is in another kind of Arabic is none of the site's.
    let path = "content/books/kalila.ar-EG.md";
    let hints = hints(&Files::good().with(path, entry), path);
    assert!(hints.contains("[languages.ar-EG]"), "{hints}");
}

#[test]
fn slips_of_who_translates_are_told_with_what_was_meant() {
    let french = bilingual();
    let renamed = french.text("content/books/kalila.fr.md").to_owned();
    let linked = |words: &str| {
        let text = format!("+++\ntitle = \"Tous les livres\"\n+++\n\n{words}\n");
        bilingual().with("content/pages/home.fr.md", text)
    };
    let home = "content/pages/home.fr.md";
    for (site, path, meant) in [
        (
            french
                .clone()
                .without("content/books/kalila.fr.md")
                .with("content/books/kalile.fr.md", renamed.clone()),
            "content/books/kalile.fr.md",
            "translation_of = \"kalila\"",
        ),
        (
            french.with("content/es/books/kalila.md", renamed),
            "content/es/books/kalila.md",
            "[languages.es]",
        ),
        (
            bilingual().with(
                "content/books/bukhala-fr.md",
                "+++\ntitle = \"Les Avares\"\n+++\n",
            ),
            "content/books/bukhala-fr.md",
            "call the file content/books/bukhala.fr.md",
        ),
        (
            linked("Voir [Kalîla](ref:books/kalila-et-dimna)."),
            home,
            "that is its slug in `fr`: write the name of the entry, `books/kalila`",
        ),
        (
            linked("Voir [Kalîla](../books/kalila.fr.md)."),
            home,
            "write ref:books/kalila:",
        ),
    ] {
        let hints = hints(&site, path);
        assert!(hints.contains(meant), "{path}: {hints}");
    }
}

#[test]
fn a_language_is_called_as_its_readers_call_it() {
    let names = "<main>{% for book in books %}<b lang=\"{{ book.language }}\" dir=\"{{ book.direction }}\">\
        {{ book.language | language_name }}</b>{% endfor %}";
    let site = bilingual().replace("templates/page.html", "<main>", names);
    let named = site.clone().replace(
        "site.toml",
        "[languages.fr]",
        "[languages.fr]\nname = \"Langue de Molière\"",
    );
    for (site, french) in [(site, "Français"), (named, "Langue de Molière")] {
        let page = site.built().text("fr/index.html").to_owned();
        assert!(page.contains("dir=\"rtl\">العربية</b>"), "{page}");
        assert!(
            page.contains(&format!("dir=\"ltr\">{french}</b>")),
            "{page}"
        );
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

#[test]
fn two_files_in_the_language_of_the_site_are_told_to_be_one_text() {
    let path = "content/books/aghani.md";
    let text = bilingual().text(path).to_owned();
    for (second, hint) in [
        ("content/books/aghani.ar.md", "entry-twice-in-own-hint"),
        ("content/books/aghani.ar-MA.md", "entry-twice-in-own-hint"),
        ("content/books/more/aghani.md", "entry-twice-hint"),
    ] {
        let told = bilingual().with(second, &*text).run().diagnostics;
        let twice = told.iter().find(|one| one.code == "E202");
        let hint_of = twice.and_then(|one| one.hint.as_ref()?.id());
        assert_eq!(hint_of, Some(hint), "{second}: {told:?}");
    }
    // A language of three letters that the site does not have is one all the same.
    let other = "content/books/aghani.zgh.md";
    let told = bilingual().with(other, &*text).run().diagnostics;
    let [told] = &told[..] else {
        panic!("{told:?}")
    };
    let place = told.span.as_ref().unwrap().path.as_str();
    assert_eq!((told.code, place), ("E105", other));
}

//! Files in other languages and what they translate: what joins them, what they share, and what is said of them.

use std::collections::BTreeSet;

use warraq::pipeline::Build;

use crate::languages::bilingual;
use crate::site::Files;

/// What the title of a page is made of.
const SAYS_TITLE: &str = "<title>{{ page.title | bidi_text }}, {{ site.title }}</title>";

/// The codes of a build, each with the file that it is about.
fn told(build: &Build) -> Vec<(&'static str, String)> {
    let told = build.diagnostics.iter().map(|one| {
        let span = one.span.as_ref().unwrap();
        (one.code, span.path.to_string())
    });
    told.collect()
}

#[test]
fn a_fix_takes_a_shared_field_away_as_a_whole_or_there_is_none() {
    let original = "content/places/fes.md";
    let translation = "content/places/fes.fr.md";
    let site = bilingual()
        .replace(
            "site.toml",
            "[records]\n",
            "[records]\nspot = { x = \"int\", y = \"int?\", of = \"ref(books)?\" }\n",
        )
        .and(
            "site.toml",
            "\n[collections.places]\nurl = \"/places/{slug}/\"\ntemplate = \"page.html\"\n\
             [collections.places.fields]\ntitle = \"string\"\nn = \"int?\"\nns = \"list(int)?\"\nspot = \"spot?\"\nspots = \"list(spot)?\"\n",
        );
    let said = "title = \"فاس\"\nn = 1\nns = [1, 2]\nspot = { x = 1, y = 2 }\nspots = [{ x = 1, of = \"kalila\" }]\n";
    let site = site.with(original, format!("+++\n{said}+++\n"));
    let mut fixed = 0;
    for form in [
        "n = 1",
        "n=1 # un",
        "\"n\" = 1",
        "'n' = 1",
        "  n  =  1  ",
        "ns = [1, 2]",
        "ns = [\n  1,\n  2, # deux\n]",
        "spot = { x = 1, y = 2 }",
        "spot = { x = 1, y = 2 } # ici\r",
        "spot.x = 1\nspot.y = 2",
        "spot . x = 1\nspot.\"y\" = 2",
        "[spot]\nx = 1\ny = 2",
        "[ spot ] # ici\nx = 1\n\ny = 2",
        "spots = [{ x = 1, of = \"kalila\" }]",
        "spots = [\n{ x = 1, of = \"kalila\" },\n]",
        "[[spots]]\nx = 1\nof = \"kalila\"",
        "[[\"spots\"]]\nof = \"kalila\"\nx = 1",
    ] {
        let text = format!("+++\ntitle = \"Fès\"\n{form}\n+++\n\nUne ville.\n");
        let build = site.clone().with(translation, &*text).run();
        let [problem] = &build.diagnostics[..] else {
            panic!("{form}: {:?}", build.diagnostics);
        };
        assert_eq!(problem.code, "E230", "{form}");
        let Some(fix) = &problem.fix else {
            assert!(form.contains("spot"), "{form}");
            continue;
        };
        let mut text = text;
        text.replace_range(fix.range.clone(), &fix.replacement);
        let expected = "+++\ntitle = \"Fès\"\n+++\n\nUne ville.\n";
        assert_eq!(text, expected, "{form}");
        let build = site.clone().with(translation, &*text).run();
        assert_eq!(build.diagnostics, [], "{form}");
        fixed += 1;
    }
    assert_eq!(fixed, 11);
    // What it says otherwise is for its author to look at; that it could not be read besides is no second problem.
    for other in [
        "n = 2",
        "n = \"un\"",
        "ns = 1",
        "ns = [\"un\"]",
        "spot = { x = \"un\" }",
        "[[spots]]\nz = 1",
    ] {
        let other = format!("+++\ntitle = \"Fès\"\n{other}\n+++\n");
        let build = site.clone().with(translation, &*other).run();
        assert_eq!(told(&build), [("E230", translation.to_owned())], "{other}");
        assert!(build.diagnostics[0].fix.is_none(), "{other}");
    }
    // Of a file that translates nothing it is the problem.
    let alone = "content/places/sale.fr.md";
    let wrong = "+++\ntitle = \"Salé\"\nn = \"un\"\n+++\n";
    let build = site.with(alone, wrong).run();
    assert_eq!(told(&build), [("E104", alone.to_owned())]);
}

/// A collection of rows, which files may translate.
fn towns() -> Files {
    bilingual()
        .and(
            "site.toml",
            "\n[collections.towns]\nsource = \"data/towns.csv\"\nurl = \"/towns/{slug}/\"\ntemplate = \"page.html\"\n\
             [collections.towns.fields]\ntitle = \"string\"\npeople = \"int\"\n",
        )
        .with("data/towns.csv", "slug,title,people\nfes,فاس,12\noujda,وجدة,9\n")
}

#[test]
fn a_row_is_translated_by_its_slug_and_not_by_the_name_of_its_file() {
    let french = "+++\ntitle = \"Oujda\"\n+++\n";
    let site = towns().with("content/towns/oujda.fr.md", french).built();
    let page = site.text("fr/towns/oujda/index.html");
    assert!(page.contains("hreflang=\"ar-MA\""), "{page}");
    let build = towns().with("content/towns/towns.fr.md", french).run();
    let path = "content/towns/towns.fr.md".to_owned();
    assert_eq!(told(&build), [("E103", path)]);
}

#[test]
fn the_translation_of_a_row_is_a_file_of_its_own() {
    let missing = "source = \"data/towns.csv\"\nmissing = \"warning\"";
    let site = towns().replace("site.toml", "source = \"data/towns.csv\"", missing);
    let hint = |site: &Files| {
        let hints = site.run().diagnostics.into_iter();
        hints
            .map(|one| (one.code, one.hint.unwrap().to_string()))
            .collect::<Vec<_>>()
    };
    let write = |slug: &str| ("W232", format!("write content/towns/{slug}.fr.md"));
    let hints = hint(&site);
    assert_eq!(hints, [write("fes"), write("oujda")]);
    let french = "+++\ntitle = \"Fès\"\n+++\n";
    let site = site.with("content/towns/fes.fr.md", french);
    assert_eq!(hint(&site), [write("oujda")]);
}

#[test]
fn what_translates_nothing_takes_the_slug_of_nothing_else() {
    let new = "+++\ntitle = \"Autre\"\nauthor = \"jahiz\"\nslug = \"SLUG\"\n+++\n";
    let codes = |site: &Files| told(&site.run());
    for (slug, path) in [
        ("aghani", "content/books/autre.fr.md"),
        ("bukhala", "content/fr/books/autre.md"),
    ] {
        // Whether there is a true translation of that or none, it is this file that is at fault.
        let site = bilingual().with(path, new.replace("SLUG", slug));
        assert_eq!(codes(&site), [("E202", path.to_owned())], "{slug}");
        let named = format!("translation_of = \"{slug}\"\n");
        let site = bilingual().without("content/fr/books/bukhala.md").with(
            path,
            new.replace("author = \"jahiz\"\n", &named)
                .replace("SLUG", slug),
        );
        assert_eq!(codes(&site), [], "{slug}: as the hint says");
    }
    let lacking = "+++\ntitle = \"Autre\"\nslug = \"aghani\"\n+++\n";
    let site = bilingual().with("content/books/autre.fr.md", lacking);
    assert_eq!(
        codes(&site),
        [("E202", "content/books/autre.fr.md".to_owned())]
    );
    // Nor of what is there in a third language.
    let same = "+++\ntitle = \"Autre\"\nslug = \"same\"\n+++\n";
    let site = bilingual()
        .replace("site.toml", "[languages.fr]\n", "[languages.en]\ntitle = \"Shelf\"\ndescription = \"Books.\"\nplurals.book = { one = \"a\", other = \"b\" }\nmenus.main = []\n[languages.fr]\n")
        .with("content/pages/autre.fr.md", same)
        .with("content/pages/other.en.md", same);
    let told = codes(&site);
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!(told[0].0, "E202");
}

#[test]
fn a_translation_is_as_old_as_the_words_of_its_original() {
    let field = "said = \"cite?\"\nparts = \"list(part)?\"\nwhole = \"part?\"";
    let site = towns()
        .replace(
            "site.toml",
            "[records]\n",
            "[records]\npart = { name = \"string\", n = \"int\" }\n",
        )
        .replace("site.toml", "said = \"cite?\"", field)
        .replace(
            "site.toml",
            "[collections.books]\n",
            "[collections.books]\ntranslate = [\"title\", \"note\", \"parts\", \"whole\"]\n",
        )
        .replace(
            "content/books/kalila.md",
            "\n+++\n",
            "\nwhole.name = \"كتاب\"\nwhole.n = 1\n[[parts]]\nname = \"باب الأسد\"\nn = 1\n+++\n",
        )
        .with(
            "content/towns/oujda.fr.md",
            "+++\ntitle = \"Oujda\"\ntranslated_from = \"\"\n+++\n",
        )
        .replace(
            "content/books/kalila.fr.md",
            "slug =",
            "translated_from = \"\"\nslug =",
        );
    let mut fresh = site.clone();
    for one in site.run().diagnostics {
        assert_eq!(one.code, "W233");
        let span = one.span.unwrap();
        let mut text = fresh.text(span.path.as_str()).to_owned();
        let fix = one.fix.unwrap();
        text.replace_range(fix.range, &fix.replacement);
        fresh = fresh.with(span.path.as_str(), text);
    }
    assert_eq!(told(&fresh.run()), []);
    let (book, row) = ("content/books/kalila.md", "data/towns.csv");
    let (its_translation, rows_translation) =
        ("content/books/kalila.fr.md", "content/towns/oujda.fr.md");
    for (path, from, to, stale) in [
        (book, "كليلة ودمنة\"", "كليلة\"", Some(its_translation)),
        (book, "باب الأسد", "باب الثور", Some(its_translation)),
        (
            book,
            "name = \"كتاب\"",
            "name = \"سفر\"",
            Some(its_translation),
        ),
        (book, "مكانه", "موضعه", Some(its_translation)),
        (book, "+++\n", "+++\n\n", None),
        (book, "[[parts]]\nname", "[[parts]] # باب\n  name", None),
        (book, "1816", "1817", None),
        (row, "وجدة", "أنجاد", Some(rows_translation)),
        (row, "فاس", "فاس البالي", None),
        (row, ",9", ",10", None),
    ] {
        let stale: Vec<_> = stale
            .iter()
            .map(|path| ("W233", (*path).to_owned()))
            .collect();
        let changed = fresh.clone().replace(path, from, to);
        assert_eq!(told(&changed.run()), stale, "{from}");
    }
}

#[test]
fn the_file_that_is_to_be_written_is_not_there_yet() {
    let missing = "[collections.pages]\nmissing = \"warning\"";
    let by_key = "+++\nlanguage = \"fr\"\ntitle = \"Contes\"\n+++\n";
    let site = bilingual()
        .replace("site.toml", "[collections.pages]", missing)
        .with("content/pages/contes.md", by_key);
    let mut hints = Vec::new();
    for one in site.run().diagnostics {
        assert_eq!(one.code, "W232");
        hints.push(one.hint.unwrap().to_string());
    }
    for (language, path) in [
        ("ar-MA", "content/pages/contes.ar-MA.md"),
        ("fr", "content/pages/not-found.fr.md"),
    ] {
        assert!(
            hints.iter().any(|hint| hint.contains(path)),
            "{language}: {hints:?}"
        );
    }
    for hint in &hints {
        let path = hint.split(' ').next_back().unwrap();
        assert!(!site.has(path), "{hint}");
    }
    let written = site.with(
        "content/pages/contes.ar-MA.md",
        "+++\ntitle = \"حكايات\"\n+++\n",
    );
    let left = written.run().diagnostics;
    assert!(
        left.iter()
            .all(|one| !one.hint.as_ref().unwrap().to_string().contains("contes")),
        "{left:?}"
    );
}

#[test]
fn links_to_what_cannot_be_read_are_not_held_against_their_authors() {
    let site = bilingual()
        .replace("content/books/kalila.fr.md", "title = \"", "title = «")
        .and(
            "content/fr/books/bukhala.md",
            "\n[Kalîla](/fr/books/kalila-et-dimna/) [rien](/fr/rien/)\n",
        )
        .and(
            "content/books/aghani.md",
            "\n[كليلة](/fr/books/kalila-et-dimna/)\n",
        );
    let mut told = told(&site.run());
    told.sort();
    let expected = [
        ("E101", "content/books/kalila.fr.md"),
        ("E205", "content/fr/books/bukhala.md"),
    ];
    assert_eq!(told, expected.map(|(code, path)| (code, path.to_owned())));
}

#[test]
fn what_is_forbidden_in_a_language_is_allowed_in_others() {
    let site = bilingual().replace(
        "content/fr/books/bukhala.md",
        "+++\ntitle",
        "+++\nurl = \"/avares/\"\ntitle",
    );
    let told = |language: &str| -> BTreeSet<String> {
        let rule = format!("\n[[forbid]]\ntext = \"title\"\n{language}\n");
        let told = site.clone().and("site.toml", &rule).run().diagnostics;
        let told = told.into_iter().filter(|one| one.code == "E304");
        told.map(|one| one.page.unwrap().to_string()).collect()
    };
    let french = told("language = \"fr\"");
    let arabic = told("language = \"ar-MA\"");
    for page in ["/fr/", "/fr/books/kalila-et-dimna/", "/avares/"] {
        assert!(french.contains(page), "{page}: {french:?}");
    }
    for page in ["/", "/books/kalila/"] {
        assert!(arabic.contains(page), "{page}: {arabic:?}");
    }
    assert!(french.is_disjoint(&arabic), "{french:?}, {arabic:?}");
    assert!(french.contains("/fr/books/feed.atom"), "{french:?}");
    // Feeds have no file of their own: those of both languages are one problem, told at one place.
    let both = french.union(&arabic).filter(|path| path.ends_with('/'));
    let everywhere = told("");
    assert!(both.into_iter().all(|path| everywhere.contains(path)));
    for (written, offered) in [("fre", "`fr`"), ("zgh", "`\"ar-MA\"`, `\"fr\"`")] {
        let rule = format!("\n[[forbid]]\ntext = \"x\"\nlanguage = \"{written}\"\n");
        let told = site.clone().and("site.toml", &rule).run().diagnostics;
        let [told] = &told[..] else {
            panic!("{told:?}")
        };
        let hint = told.hint.as_ref().unwrap().to_string();
        assert_eq!(told.code, "E105");
        assert!(hint.contains(offered), "{hint}");
    }
}

#[test]
fn an_entry_that_several_languages_lack_is_told_once() {
    let english = "[languages.en]\ntitle = \"Shelf\"\ndescription = \"Books.\"\nplurals.book = { one = \"a\", other = \"b\" }\nmenus.main = []\n[languages.fr]\n";
    let site = bilingual()
        .replace("site.toml", "[languages.fr]\n", english)
        .replace(
            "site.toml",
            "[collections.books]\n",
            "[collections.books]\nmissing = \"error\"\npaginate = 2\n",
        )
        .replace(
            "templates/page.html",
            SAYS_TITLE,
            "<title>{{ site.title }}</title>",
        );
    let build = site.run();
    let missing = build.diagnostics.iter().filter(|one| one.code == "E231");
    let missing: Vec<_> = missing
        .map(|one| {
            let hint = one.hint.as_ref().unwrap().to_string();
            (one.span.as_ref().unwrap().path.to_string(), hint)
        })
        .collect();
    let both = |slug: &str| {
        let path = format!("content/books/{slug}");
        (
            format!("{path}.md"),
            format!("write {path}.en.md, {path}.fr.md"),
        )
    };
    let one = |slug: &str| {
        let path = format!("content/books/{slug}");
        (format!("{path}.md"), format!("write {path}.en.md"))
    };
    assert_eq!(
        missing,
        [
            both("aghani"),
            one("bukhala"),
            both("hayawan"),
            one("kalila")
        ]
    );
    // And so is a template that calls the pages of a list alike in all languages.
    let alike = site.replace("site.toml", "missing = \"error\"\n", "").run();
    assert_eq!(told(&alike), [("W227", "templates/page.html".to_owned())]);
}

//! The theme over which a site may be made: a dossier of another subject in `tests/dossiers/`, which has nothing of its own
//! but site.toml and content; and that the theme knows nothing of the dossier whose templates it is.

use std::collections::BTreeSet;

use warraq::source::load::theme::{self, motif};

use crate::site::{Files, complained, repository, said};

fn economy() -> Files {
    Files::below(&repository().join("tests/dossiers/economy"))
}

#[test]
fn a_dossier_of_another_subject_needs_no_templates() {
    let site = economy().on_disk();
    let run = site.build().success();
    assert_eq!(complained(&run), "");
    let pages = site.published();
    for (page, expected) in [
        // Without a contact, a region or a code; at an address that the site has chosen.
        ("markets/agadir/index.html", "<p class=\"kicker\">سوق</p>"),
        ("markets/agadir/index.html", "أسواق أكادير وتارودانت"),
        // Without a kind.
        ("organisations/export-office/index.html", "منظمة أو هيئة"),
        // Without an agency, a subject, a country.
        ("agreements/supply/index.html", "«عقد توريد مع مصانع قادس»"),
        ("agreements/supply/index.html", "لا يذكر المقال مدتها."),
        // Cited by a document alone, and in no context of the page of topics.
        ("topics/packaging/index.html", "«التعبئة والنقل البحري»"),
        ("topics/index.html", "<th scope=\"col\">في المقال</th>"),
        ("index.html", "الأسواق التي ذكرها المقال"),
        ("index.html", "<dd>4</dd>"),
    ] {
        assert!(
            pages.text(page).contains(expected),
            "{expected} is not in {page}"
        );
    }
    for (path, page) in pages.texts(&["html"]) {
        for empty in [
            "<dt></dt>",
            "<dd></dd>",
            "<h2></h2>",
            "<ul></ul>",
            "<ul class=\"chips\"></ul>",
            "class=\"tiles\"",
        ] {
            let page = page.replace('\n', "");
            assert!(!page.contains(empty), "{empty} in {path}");
        }
    }
    // A part of the theme that the site has no entries for has no page, and no item of a menu.
    assert!(!pages.text("index.html").contains("المناطق"));
}

/// Whether the blocks that hold nothing but a source's words have these attributes, or none, on pages below a folder.
fn blocks_of_words_have(attributes: &str, pages: &Files, is_there: impl Fn(&str) -> bool) {
    let mut blocks = 0;
    for (path, page) in pages.texts(&["html"]).filter(|(path, _)| is_there(path)) {
        for kind in ["<blockquote", "<p class=\"text\"", "<ol class=\"notes\""] {
            for (at, _) in page.match_indices(kind) {
                let tag = page[at + kind.len()..].split_once('>').unwrap().0;
                assert_eq!(tag, attributes, "{kind} in {path}");
                blocks += 1;
            }
        }
    }
    assert!(blocks > 0, "{attributes}");
}

#[test]
fn the_theme_speaks_the_languages_of_the_site() {
    let summary = "+++\ntitle = \"Les prix de l’huile\"\ntemplate = \"summary.html\"\ndescription = \"Un résumé.\"\n\
        [[parts]]\nheading = \"Ce qui est dit\"\nstatements = [{ text = \"Les prix ont monté.\", said = { p = 1, quote = [\"الزيتون\"], \
        translation = \"l’huile\" } }]\n+++\n";
    let languages = "[languages.fr-MA]\ntitle = \"Dossier de l’huile\"\ntexts.skip = \"Au texte\"\n\
        extra.imprint.editor = \"La rédaction\"\n[languages.en]\ntitle = \"The oil dossier\"\n\
        [extra.imprint]\neditor = \"هيئة التحرير\"\n\
        [collections.countries]";
    let site = economy()
        .replace("site.toml", "[collections.countries]", languages)
        .with("content/pages/home.fr-MA.md", summary)
        .with(
            "content/countries/cadiz.fr-MA.md",
            "+++\ntitle = \"Cadix\"\ndescription = \"Un port.\"\n+++\n",
        )
        .on_disk();
    let run = site.build().success();
    assert_eq!(complained(&run), "");
    let pages = site.published();
    let french = pages.text("fr-ma/index.html");
    for expected in [
        "<html lang=\"fr-MA\" dir=\"ltr\">",
        ">Au texte</a>",
        "<b>Traduction\u{a0}:</b> l’huile",
        "aria-label=\"paragraphe 1 de l’article\"",
        "La rédaction, Les prix de l’huile, dans Dossier de l’huile",
        "langid = {french}",
    ] {
        assert!(french.contains(expected), "{expected} is not in {french}");
    }
    let arabic = pages.text("index.html");
    assert!(arabic.contains("هيئة التحرير، "), "{arabic}");
    assert!(pages.has("fr-ma/markets/cadiz/index.html"));
    let is_french = |path: &str| path.starts_with("fr-ma/");
    blocks_of_words_have(" lang=\"ar\" dir=\"rtl\"", &pages, is_french);
    blocks_of_words_have("", &pages, |path| !is_french(path));
    assert!(arabic.contains("hreflang=\"fr-MA\" lang=\"fr-MA\" dir=\"ltr\">Français</a>"));
}

/// The longest parts of a text in Arabic letters, spaces and marks between them included.
fn arabic_in(text: &str) -> Vec<&str> {
    let is_letter = |c: char| matches!(c, '\u{621}'..='\u{64A}');
    let parts = text.split(|c: char| !is_letter(c) && !" ،.".contains(c));
    let parts = parts.map(|part| part.trim_matches(|c: char| !is_letter(c)));
    parts.filter(|part| !part.is_empty()).collect()
}

#[test]
fn the_theme_speaks_the_language_of_a_site_of_which_it_is_the_only_one() {
    let site = Files::below(&repository().join("tests/dossiers/huile"));
    let article = site.text("content/source/article.toml").to_owned();
    let site = site.on_disk();
    let run = site.build().success();
    assert_eq!(complained(&run), "");
    let pages = site.published();
    for (page, expected) in [
        ("index.html", "<html lang=\"fr-MA\" dir=\"ltr\">"),
        ("index.html", ">Lieux</a>"),
        ("countries/agadir/index.html", "paragraphe 1"),
        (
            "agreements/supply/index.html",
            "L’article n’indique pas sa durée.",
        ),
        ("index.html", "defer data-quotation=\"Copier la citation\">"),
        ("index.html", "data-copy=\"Copier\""),
        ("index.html", "data-copy=\"Copier BibTeX\""),
        ("search-index/index.js", "Aucun résultat pour {query}."),
        ("search-index/index.js", "\"Pages du dossier\""),
    ] {
        assert!(
            pages.text(page).contains(expected),
            "{expected} is not in {page}"
        );
    }
    let mut quoted = 0;
    // The search's scripts know how Arabic is written; what they say is in texts.
    let texts = pages.texts(&["html", "svg", "atom", "json", "xml", "txt", "js"]);
    for (path, text) in texts.filter(|(path, _)| !path.starts_with("search-index/")) {
        for words in arabic_in(text) {
            assert!(article.contains(words), "{words} in {path}");
            quoted += 1;
        }
    }
    assert!(quoted > 50, "{quoted}");
    // The article says that it is in Arabic, its entry is in French as all of the site.
    blocks_of_words_have(" lang=\"ar\" dir=\"rtl\"", &pages, |_| true);
}

#[test]
fn a_theme_says_in_its_own_language_what_it_says_in_others() {
    let arabic = "\n[languages.ar]\ntitle = \"ملف الزيت\"\ntexts.skip = \"إلى النص\"\n";
    let site = Files::below(&repository().join("tests/dossiers/huile"))
        .and("site.toml", arabic)
        .with(
            "content/pages/home.ar.md",
            "+++\ntitle = \"الزيت\"\ndescription = \"ملخص.\"\n+++\n",
        )
        .on_disk();
    let run = site.build().success();
    assert_eq!(complained(&run), "");
    let pages = site.published();
    let home = pages.text("ar/index.html");
    for expected in [
        "<html lang=\"ar\" dir=\"rtl\">",
        ">إلى النص</a>",
        ">الأماكن</a>",
    ] {
        assert!(home.contains(expected), "{expected} is not in {home}");
    }
    assert!(pages.text("index.html").contains(">Lieux</a>"));
}

#[test]
fn files_of_a_site_come_before_those_of_its_theme() {
    let site = economy().on_disk();
    let run = site.run(&["theme", "eject", "country.html"]).success();
    assert!(
        said(&run).starts_with("templates/country.html\n"),
        "{}",
        said(&run)
    );
    let country = Files::below_site(&site)
        .text("templates/country.html")
        .to_owned();
    assert_eq!(country, Files::dossier().text("templates/country.html"));
    let listed = site.run(&["theme", "list"]).success();
    let own: Vec<_> = said(&listed)
        .lines()
        .filter(|line| line.starts_with('*'))
        .collect();
    assert_eq!(own, ["* country.html"]);
    // It is not copied over what may have been edited.
    site.run(&["theme", "eject", "country.html"]).code(1);
    site.write(
        "templates/country.html",
        country.replace("{% block main %}", "{% block main %}<p>لنا</p>"),
    );
    site.build().success();
    assert!(
        site.published()
            .text("markets/cadiz/index.html")
            .contains("<p>لنا</p>")
    );
    // A component is called by its name.
    let run = site.run(&["theme", "eject", "agreement_card"]).success();
    assert!(said(&run).starts_with("templates/components/lists.html\n"));
    let run = site.run(&["theme", "eject", "agreement_crad"]).code(1);
    assert!(
        complained(&run).contains("agreement_card"),
        "{}",
        complained(&run)
    );
}

#[test]
fn a_theme_that_is_none_is_one_problem() {
    let site = economy()
        .replace("site.toml", "\"dossier\"", "\"dosier\"")
        .on_disk();
    let run = site.check().code(1);
    let told: Vec<_> = complained(&run)
        .lines()
        .filter(|line| line.starts_with("error"))
        .collect();
    assert_eq!(told, ["error[E102]: there is no theme `dosier`"]);
    assert!(complained(&run).contains("did you mean `dossier`?"));
}

/// The names in the dossier of this repository, which are its subject: what its entries are called, but for topics and pages,
/// whose words are common ones.
#[test]
fn the_theme_names_nothing_that_is_in_the_dossier_alone() {
    let dossier = Files::dossier();
    let mut names = BTreeSet::new();
    for (path, text) in dossier.entries() {
        if ["countries", "organisations", "regions", "event"]
            .iter()
            .any(|folder| path.starts_with(&format!("content/{folder}/")))
        {
            let title = text
                .lines()
                .find_map(|line| line.strip_prefix("title = \""));
            names.extend(title.map(|title| title.trim_end_matches('"').to_owned()));
        }
    }
    names.extend(["ملف مراكش", "مراكش", "الأنتربول", "المغرب", "المغربي"].map(str::to_owned));
    assert!(names.len() > 50, "{names:?}");
    let templates = dossier.texts(&["html", "svg", "toml"]);
    for (path, text) in templates.filter(|(path, _)| path.starts_with("templates/")) {
        let words: BTreeSet<&str> = text.split(|c: char| !c.is_alphabetic()).collect();
        for name in &names {
            let is_there = if name.contains(' ') {
                text.contains(name.as_str())
            } else {
                words.contains(name.as_str())
            };
            assert!(!is_there, "{path} names {name}");
        }
        // All that is said is under [texts]: what is left are commas, quotation marks and the word that joins.
        let letters = text
            .chars()
            .any(|c| ('\u{621}'..'\u{64B}').contains(&c) && c != 'و');
        assert!(
            path == "templates/theme.toml" || !letters,
            "{path} says something itself"
        );
    }
}

#[test]
fn colours_are_chosen_in_site_toml_and_have_to_be_legible() {
    let coloured = |lines: &str| {
        let named = "name = \"dossier\"\n";
        economy().replace("site.toml", named, &format!("{named}{lines}\n"))
    };
    let site = coloured("accent = \"#8a1c3c\"").on_disk();
    site.build().success();
    let published = site.published();
    let sheets: Vec<_> = published
        .texts(&["css"])
        .map(|(_, css)| css.to_owned())
        .collect();
    assert!(
        sheets.iter().any(|css| css.contains("--green:#8a1c3c")),
        "the accent is in no style sheet"
    );
    for (lines, is_of) in [
        ("accent = \"#7fcba4\"", "the accent #7fcba4"),
        ("paper = \"#808080\"", "on the paper #808080"),
        (
            "accent = \"#0b5a3c\"\npaper = \"#16140f\"",
            "on the paper #16140f",
        ),
        ("[theme.dark]\naccent = \"#0b5a3c\"", "the accent #0b5a3c"),
        ("[theme.dark]\npaper = \"#faf6ee\"", "on the paper #faf6ee"),
    ] {
        let told = coloured(lines).on_disk().check().code(1);
        let told = complained(&told);
        assert!(told.contains(is_of), "{told}");
        // What is offered will do.
        let (_, offered) = told.split_once("hint: write #").unwrap();
        let wrong = is_of.rsplit(' ').next().unwrap();
        let mended = lines.replace(wrong, &format!("#{}", &offered[..6]));
        coloured(&mended).on_disk().check().success();
    }
    let told = coloured("accent = \"green\"").on_disk().check().code(1);
    assert!(complained(&told).contains("error[E105]"));
}

#[test]
fn a_motif_takes_the_place_of_the_star_wherever_it_is_drawn() {
    let drawn = |motif: &str| {
        let named = "name = \"dossier\"\n";
        economy().replace("site.toml", named, &format!("{named}motif = {motif:?}\n"))
    };
    let lozenge = "M50 4L96 50L50 96L4 50Z";
    let site = drawn(lozenge).on_disk();
    site.build().success();
    let published = site.published();
    for (path, text) in published.texts(&["html", "svg"]) {
        assert!(!text.contains(motif::STAR), "{path} has the star");
        assert!(
            !text.contains("class=\"star\"") || text.contains(lozenge),
            "{path}"
        );
    }
    let with_it = |extension: &str| {
        let mut texts = published.texts(&["html", "svg"]);
        texts.any(|(path, text)| path.ends_with(extension) && text.contains(lozenge))
    };
    assert!(with_it("index.html") && with_it("favicon.svg"));
    for path in motif::FILES {
        let mut files = theme::files(theme::DOSSIER).unwrap().iter();
        let (_, bytes) = files.find(|(name, _)| *name == path).unwrap();
        assert!(
            str::from_utf8(bytes).unwrap().contains(motif::STAR),
            "{path}"
        );
    }
    for (path, wrong) in [
        ("M0 0\"/><script>", "here begins what is no path of SVG"),
        ("M0 0L99", "breaks off"),
        ("M0 0L160 9", "at 160 9"),
        ("M0 0L9 9", "9 of 100"),
    ] {
        let told = drawn(path).on_disk().check().code(1);
        let told = complained(&told);
        assert!(
            told.contains("error[E105]") && told.contains(wrong),
            "{told}"
        );
        // What is offered is what the first site has.
        assert!(told.contains(&format!(", such as \"{lozenge}\"")), "{told}");
    }
}

//! The examples of `docs/diagnostics.md`: in the site that `warraq new` makes, the first has the code that it explains, and
//! the second has not.

use std::collections::BTreeSet;

use warraq::diagnostic::{CODES, Code, Example, Explanation};
use warraq::locale::Language;
use warraq::pipeline::{CheckLevel, Options, Pipeline};

use crate::site::{Files, complained, said};

/// What happens to folders, hosts and networks, or takes a font or a list that the example only names. The cases of
/// `diagnostics` and of what it says stands elsewhere hold that these codes are found.
const NOT_TRIED: &str = "E100 E106 E111 W114 W228 E413 E415 E420 E423 E430 E500 E501 E502 E503 E504 W505 W506 W507 E600 E601 W602 W603 \
    W604 W718 W801 W802 W803 W804 E810 E811 E900 E901 E902 E903 E904 E905 E906 E907 E908 E909 E910";

/// What has cards, fonts and scripts, which the starter has not.
const OF_THE_DOSSIER: [&str; 8] = [
    "E410", "E411", "E412", "E421", "E422", "E424", "W425", "W433",
];

const THEME: &str = "templates/theme.toml";

/// The site in which an example is tried, with what it takes for granted.
fn site(code: &str) -> Files {
    if code == "E421" {
        // The dossier has its fonts from its theme.
        let dossier = Files::dossier();
        let theme = dossier.text(THEME);
        let start = theme.find("[fonts.families.ui]").unwrap();
        let end = theme[start..].find("\n# ---").unwrap() + start;
        let family = theme[start..end].to_owned();
        return dossier
            .replace(THEME, &family, "")
            .and("site.toml", &family);
    }
    if OF_THE_DOSSIER.contains(&code) {
        return Files::dossier();
    }
    let starter = Files::starter("dossier");
    let config = |more: &str| starter.clone().and("site.toml", more);
    match code {
        "E112" => {
            let about = starter.text("content/pages/about.md").to_owned();
            starter.with("content/pages/atlas.md", about + &"كلمة ".repeat(350_000))
        }
        "E113" => config(
            "\n[collections.places]\nsource = \"data/places.csv\"\nurl = false\n[collections.places.fields]\ntitle = \"string\"\npeople = \"int\"\n",
        )
        .with("data/places.csv", "title;people\nفاس;12\nمراكش;9\n"),
        "W227" => starter.replace(
            "site.toml",
            "index = \"pages/news\"",
            "index = \"pages/news\"\npaginate = 1",
        ),
        "E304" => config("\n[[forbid]]\ntext = \"نوفمبر\"\n"),
        "E409" => starter.replace(
            "site.toml",
            "said = \"cite\"",
            "said = \"cite\"\nwebsite = \"url?\"",
        ),
        "E239" => {
            let about = starter.text("content/pages/about.md").to_owned();
            starter
                .replace("site.toml", "[collections.pages.fields]", "[collections.pages.fields]\nphoto = \"image?\"")
                .without("content/pages/about.md")
                .with("content/pages/about/index.md", about)
                .with("content/pages/about/shop.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
        }
        "E230" | "E231" | "W232" | "W233" | "W242" => in_french(starter, code),
        "W416" => config("\n[search]\nplural = \"page\"\n"),
        "W720" | "W721" | "W722" => starter.replace("site.toml", "\"ar-MA\"", "\"fr\""),
        "W723" => starter.replace("site.toml", "\"ar-MA\"", "\"zgh\""),
        "W712" => config("\n[[check.terms]]\nwrite = \"نونبر\"\ninstead_of = [\"نوفمبر\"]\n"),
        _ => starter,
    }
}

/// The starter with its terms in French, too, which have to be there.
fn in_french(starter: Files, code: &str) -> Files {
    let missing = if code == "W232" { "warning" } else { "error" };
    let terms = "[collections.terms]\n";
    let mut site = starter
        .replace("site.toml", terms, &format!("{terms}missing = \"{missing}\"\n"))
        .and(
            "site.toml",
            "\n[languages.fr]\ntitle = \"Carnet\"\nmenus.main = []\n\
             plurals.term = { one = \"{n} terme\", many = \"{n} de termes\", other = \"{n} termes\" }\n\
             plurals.page = { one = \"{n} page\", many = \"{n} de pages\", other = \"{n} pages\" }\n",
        );
    for term in ["copying", "binding", "collation"] {
        let entry = "+++\ntitle = \"La copie\"\ndescription = \"Un terme.\"\ndraft = false\n# translated_from\n+++\n";
        site = site.with(&format!("content/terms/{term}.fr.md"), entry);
    }
    site
}

/// The line before which an example stands, where it cannot stand at the end.
fn line_after(code: &str) -> Option<&'static str> {
    match code {
        "E202" => Some("order = 3"),
        "E206" | "E207" | "E239" => Some("title = \"عن الملف\""),
        "E409" => Some("<h2>في النص</h2>"),
        _ => None,
    }
}

/// The site with one of both parts of an example.
fn with(site: Files, code: &str, example: &Example, part: &str) -> Files {
    let Some(file) = example.file else {
        return with_files(site, example, part);
    };
    let text = site.text(file);
    for stands in [example.after, example.before] {
        if text.contains(stands) {
            return site.replace(file, stands, part);
        }
    }
    match line_after(code) {
        Some(line) => site.replace(file, line, &format!("{part}\n{line}")),
        None => site.and(file, &format!("\n{part}\n")),
    }
}

/// The same of an example that lists files: those of the second part are those of the first, in another place.
fn with_files(mut site: Files, example: &Example, part: &str) -> Files {
    for (from, to) in example.before.lines().zip(part.lines()) {
        let content = if site.paths().any(|path| path == from) {
            let content = site.bytes(from).to_vec();
            site.remove(from);
            content
        } else if from.starts_with("content/") && !from.contains("photo") {
            site.bytes("content/pages/about.md").to_vec()
        } else {
            b"p { margin: 0 }".to_vec()
        };
        site = site.with(to, content);
    }
    site
}

fn pages() -> impl Iterator<Item = (&'static Code, Example)> {
    CODES.iter().map(|code| {
        let page = Explanation::of(code, Language::English).unwrap();
        (code, page.example)
    })
}

#[test]
fn the_first_part_of_an_example_has_its_code_and_the_second_has_not() {
    // Examples differ from the sites in little, so that most of what was made for one can be used for the next.
    let [mut starter, mut dossier] = [(); 2].map(|()| Pipeline::new(Options::default()));
    let mut weighed = Pipeline::new(Options {
        level: CheckLevel::Full,
        ..Options::default()
    });
    let mut wrong = Vec::new();
    for (code, example) in pages() {
        let code = code.code;
        if NOT_TRIED.contains(code) {
            continue;
        }
        let pipeline = match code {
            "W434" => &mut weighed,
            _ if OF_THE_DOSSIER.contains(&code) => &mut dossier,
            _ => &mut starter,
        };
        let [before, after] = [example.before, example.after].map(|part| {
            let build = pipeline.run(&with(site(code), code, &example, part).snapshot());
            let codes = build.diagnostics.iter().map(|one| one.code);
            codes.collect::<BTreeSet<_>>()
        });
        if !before.contains(code) || after.contains(code) {
            wrong.push(format!("{code}: {before:?}, then {after:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_code_is_explained_in_both_languages_by_any_spelling() {
    let nowhere = Files::default().on_disk();
    let english = nowhere.run(&["explain", "e301"]).success();
    assert!(
        said(&english)
            .starts_with("E301\nThe quoted words are not in the paragraph, letter for letter")
    );
    assert!(said(&english).contains("before, in `content/pages/home.md`:\n"));
    let arabic = nowhere.run(&["explain", "E301", "--lang", "ar"]).success();
    assert!(said(&arabic).starts_with("E301\nالكلمات المقتبسة ليست في الفقرة المذكورة، حرفا حرفا"));
    for (_, example) in pages().filter(|(code, _)| code.code == "E301") {
        for run in [&english, &arabic] {
            assert!(said(run).contains(example.before) && said(run).contains(example.after));
        }
    }
}

#[test]
fn all_codes_are_listed_with_their_titles() {
    let run = Files::default().on_disk().run(&["explain"]).success();
    let listed: Vec<&str> = said(&run).lines().map(|line| &line[..4]).collect();
    let codes: Vec<&str> = CODES.iter().map(|code| code.code).collect();
    assert_eq!(listed, codes);
}

#[test]
fn a_code_that_there_is_not_is_wrong_usage_and_the_nearest_is_named() {
    let nowhere = Files::default().on_disk();
    for (written, meant) in [
        ("E310", "`E301`"),
        ("w301", "`E301`"),
        ("E01", "`E101`"),
        ("E999", "`E909`"),
    ] {
        let run = nowhere.run(&["explain", written]).code(2);
        let told = complained(&run);
        assert!(
            told.contains(&format!("`{written}`")) && told.contains(meant),
            "{told}"
        );
    }
    let run = nowhere.run(&["explain", "quotations"]).code(2);
    assert!(complained(&run).contains("`warraq explain` lists all codes"));
}

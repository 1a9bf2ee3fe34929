//! What search publishes: an index of every page, and for the script that asks it the same words by the same forms.

use std::collections::BTreeSet;
use std::io::Write;
use std::process::{Command, Stdio};
use std::thread;

use serde_json::{Value, json};
use warraq::arabic::search::{Forms, broken_plurals, fold, stems, without_article, words};
use warraq::pipeline::{CheckLevel, Options, run};

use crate::languages::bilingual;
use crate::site::{Files, repository, said};

/// What a script in `tests/search` makes of values.
fn in_javascript(script: &str, language: &str, values: &[Value]) -> Vec<Value> {
    let mut node = Command::new("node")
        .arg(repository().join("tests/search").join(script))
        .arg(language)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("node, which tests/run installs");
    let mut input = node.stdin.take().unwrap();
    let lines = values.iter().map(|value| format!("{value}\n"));
    let lines: String = lines.collect();
    let writer = thread::spawn(move || input.write_all(lines.as_bytes()));
    let output = node.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    assert!(output.status.success());
    let answers = String::from_utf8(output.stdout).unwrap();
    let answers = answers.lines().map(serde_json::from_str);
    answers.map(Result::unwrap).collect()
}

/// The same as `forms.mjs` says.
fn in_rust(language: &str, text: &str) -> Value {
    let folded = fold(text);
    let Forms { readings, stems } = Forms::of_language(language, &folded);
    let found: Vec<_> = words(text).map(|(_, word)| json!([word, true])).collect();
    json!([found, folded, readings, stems, without_article(&folded)])
}

/// Blocks of Unicode: Arabic, all eight; Latin with its extensions, accents, spaces and controls.
const BLOCKS: [(u32, u32); 11] = [
    (0x600, 0x6FF),
    (0x750, 0x77F),
    (0x870, 0x8FF),
    (0xFB50, 0xFDFF),
    (0xFE70, 0xFEFF),
    (0x1_0E60, 0x1_0E7F),
    (0x1_0EC0, 0x1_0EFF),
    (0x1_EE00, 0x1_EEFF),
    (0x20, 0x24F),
    (0x300, 0x36F),
    (0x2000, 0x206F),
];

/// Words of other scripts, some of which change when they are folded.
const OTHERS: [&str; 8] = [
    "Norvège ÉTÉ",
    "ΣΊΣΥΦΟΣ ὈΔΥΣΣΕΎΣ",
    "İstanbul",
    "ﬃ",
    "x\u{301}ؤ",
    "שָׁלוֹם",
    "नमस्ते",
    "日本語",
];

/// Every character of the blocks, alone and in words; the words of the dossier as they stand and with affixes; its lines;
/// the plurals.
fn texts() -> BTreeSet<String> {
    let mut texts: BTreeSet<String> = OTHERS.map(str::to_owned).into();
    for c in BLOCKS.iter().flat_map(|(first, last)| *first..=*last) {
        let c = char::from_u32(c).unwrap();
        texts.extend([c.to_string(), format!("ب{c}ت"), format!("وال{c}كتاب{c}ها")]);
    }
    let dossier = Files::dossier();
    for path in dossier.paths().filter(|path| path.starts_with("content/")) {
        let text = String::from_utf8(dossier.bytes(path).to_vec()).unwrap();
        texts.extend(text.lines().map(str::to_owned));
        for (_, word) in words(&text) {
            let affixes = [
                ("", ""),
                ("وبال", ""),
                ("لل", "تها"),
                ("ف", "ين"),
                ("", "اتها"),
                ("ك", "ا"),
            ];
            texts.extend(affixes.map(|(prefix, suffix)| format!("{prefix}{word}{suffix}")));
        }
    }
    for (singular, plural) in broken_plurals() {
        texts.extend([singular, plural]);
    }
    texts
}

#[test]
fn the_script_makes_the_same_of_words_as_the_index() {
    let texts = texts();
    assert!(texts.len() > 10_000, "{}", texts.len());
    let values: Vec<Value> = texts.iter().map(|text| json!(text)).collect();
    for language in ["", "fr", "en"] {
        compare(
            language,
            &texts,
            &in_javascript("forms.mjs", language, &values),
        );
    }
}

fn compare<'a>(language: &str, texts: &'a BTreeSet<String>, answers: &[Value]) {
    assert_eq!(answers.len(), texts.len());
    let in_rust = |text: &'a String| (text, in_rust(language, text));
    let both = texts.iter().map(in_rust).zip(answers);
    let differ = both.filter(|((_, rust), script)| rust != *script);
    let differ = differ.map(|((text, rust), script)| format!("{text:?}: {rust}, but {script}"));
    let differ: Vec<_> = differ.collect();
    let some = differ[..differ.len().min(20)].join("\n");
    assert!(
        differ.is_empty(),
        "{} of {} differ:\n{some}",
        differ.len(),
        texts.len()
    );
    println!(
        "{} texts, and the same forms of all their words",
        texts.len()
    );
}

/// The words of the English manual, and of each the forms that French and English endings would make of it.
#[test]
fn the_script_makes_the_same_stems_as_the_index() {
    const ENDINGS: &str = "s es ies sses xes ches shes zes ss us is ied ing ed e eaux aux eux oux trice euse elle enne onne \
        ette ive iere issant aient ait ant ez er ee ées œ";
    let manual = repository().join("docs");
    let mut words_known: BTreeSet<String> = [
        "œuvre",
        "Cæsar",
        "ⵜⴰⵎⴰⵣⵉⵖⵜ",
        "كتاب",
        "2025",
        "été",
        "running",
        "",
        "ß",
        "ﬁn",
    ]
    .map(fold)
    .into();
    for name in ["writing.md", "diagnostics.md", "templates.md"] {
        let text = std::fs::read_to_string(manual.join(name)).unwrap();
        words_known.extend(words(&text).map(|(_, word)| fold(word)));
    }
    let bases: Vec<String> = words_known.iter().take(600).cloned().collect();
    for ending in ENDINGS.split_whitespace() {
        words_known.extend(bases.iter().map(|base| format!("{base}{}", fold(ending))));
    }
    let both = |word: &String| ["fr", "en", "zgh"].map(|language| (language, word.clone()));
    let asked: Vec<(&str, String)> = words_known.iter().flat_map(both).collect();
    assert!(asked.len() > 20_000, "{}", asked.len());
    let values: Vec<Value> = asked.iter().map(|pair| json!(pair)).collect();
    let answers = in_javascript("stems.mjs", "", &values);
    for ((language, word), script) in asked.iter().zip(&answers) {
        assert_eq!(&json!(stems(language, word)), script, "{language} {word}");
    }
}

// ------------------------------------------------------------- the index

const INDEX: &str = "search-index/index.js";

/// What the index holds, as the script is given it.
fn index_of(site: &Files) -> Value {
    let built = site.built();
    let call = String::from_utf8(built.bytes(INDEX).to_vec()).unwrap();
    let (_, content) = call.split_once(",{").unwrap();
    let content = format!("{{{}", content.trim_end().strip_suffix(')').unwrap());
    serde_json::from_str(&content).unwrap()
}

/// The addresses of the pages that are in it.
fn pages_of(index: &Value) -> Vec<&str> {
    let pages = index["pages"].as_array().unwrap().iter();
    pages.map(|page| page[0].as_str().unwrap()).collect()
}

#[test]
fn an_index_has_every_page_in_the_order_of_its_groups() {
    let index = index_of(&Files::searched());
    let pages = pages_of(&index);
    assert_eq!(index["sizes"], json!([4, 5]));
    assert!(
        pages[..4].iter().all(|page| page.starts_with("books/")),
        "{pages:?}"
    );
    assert!(!pages.contains(&"404.html"));
    assert_eq!(index["groups"][0][0], "الكتب");
    assert_eq!(index["groups"][0][1]["two"], "كتابان");
    assert!(index["names"].as_str().unwrap().contains("al jahiz=الجاحظ"));
    assert!(index["texts"]["none"].as_str().unwrap().contains("{query}"));
    assert!(
        index["particles"]
            .as_str()
            .unwrap()
            .split(' ')
            .any(|word| word == "في")
    );
}

/// Each index names the others, in the order of site.toml, and the script knows the stems of all: it may ask each of them.
#[test]
fn each_language_is_asked_on_the_pages_of_the_others() {
    let texts =
        "none = \"?\", advice = \"?\", index = \"?\", corrected = \"?\", all = \"?\", more = \"?\"";
    let many = [
        ("fr", "one = \"{n}\", many = \"{n}\", "),
        ("en", "one = \"{n}\", "),
        ("zgh", ""),
    ];
    let languages = many.map(|(tag, many)| {
        format!(
            "\n[languages.{tag}]\nplurals.book = {{ {many}other = \"{{n}}\" }}\nmenus.main = []\n\
             search = {{ groups = [\"1\", \"2\"], texts = {{ {texts} }} }}\n"
        )
    });
    let site = Files::searched().and("site.toml", &languages.concat());
    let french = "+++\ntitle = \"Accords\"\n+++\n\nL’accord.\n";
    let site = ["fr", "en", "zgh"].iter().fold(site, |site, tag| {
        site.with(&format!("content/books/kalila.{tag}.md"), french)
    });
    let built = site.built();
    let folders = ["", "-fr", "-en", "-zgh"].map(|tag| format!("search-index{tag}"));
    let text = |folder: &str, name: &str| {
        let mut paths = built.paths();
        let path = paths.find(|path| path.starts_with(&format!("{folder}/{name}")));
        built.text(path.unwrap()).to_owned()
    };
    let named = ["العربية", "Français", "English", "ⵜⴰⵎⴰⵣⵉⵖⵜ"];
    for (number, folder) in folders.iter().enumerate() {
        assert!(text(folder, "client.").contains("issant>ir"), "{folder}");
        let others = (0..4).filter(|other| *other != number);
        let others = others.map(|other| {
            let direction = if other == 0 { "rtl" } else { "ltr" };
            json!([folders[other], named[other], direction])
        });
        let written = format!("\"others\":{}", others.collect::<Value>());
        assert!(text(folder, "index.js").contains(&written), "{written}");
    }
    let alone = index_of(&Files::searched());
    assert_eq!(alone["others"], Value::Null);
}

#[test]
fn a_page_that_does_not_want_to_be_found_is_not() {
    let site =
        Files::searched().replace("content/books/kalila.md", "+++\n", "+++\nsearch = false\n");
    let index = index_of(&site);
    assert_eq!(index["sizes"], json!([3, 5]));
    assert!(!pages_of(&index).iter().any(|page| page.contains("kalila")));
}

#[test]
fn a_site_without_search_publishes_nothing_of_it() {
    let built = Files::good().built();
    assert!(!built.paths().any(|path| path.starts_with("search-index/")));
}

#[test]
fn a_field_in_another_language_has_to_be_told_its_words() {
    let persian =
        Files::searched().replace("site.toml", "language = \"ar-MA\"", "language = \"fa\"");
    let lacks = |files: Files| {
        let problems = files.run().diagnostics;
        let told = problems.iter().filter(|problem| {
            problem
                .message
                .to_string()
                .contains("the search field has no words")
        });
        told.count()
    };
    assert_eq!(lacks(persian), 1);
    assert_eq!(lacks(Files::searched()), 0);
}

#[test]
fn the_words_that_a_field_lacks_are_written_where_the_hint_says() {
    let spanish = bilingual()
        .replace("site.toml", "languages.fr", "languages.es")
        .and("site.toml", "\n[search]\n\n[languages.es.search]\n");
    let persian = Files::good().replace("site.toml", "\"ar-MA\"", "\"fa\"");
    for (site, table) in [
        (spanish, "languages.es.search.texts"),
        (persian.and("site.toml", "\n[search]\n"), "search.texts"),
    ] {
        let lacking = |site: Files| {
            let told = site.run().diagnostics.into_iter();
            let mut told = told.filter(|one| one.message.to_string().contains("no words for"));
            told.next().map(|one| one.hint.unwrap().to_string())
        };
        let hint = lacking(site.clone()).unwrap();
        assert!(hint.contains(&format!("[{table}]")), "{hint}");
        let names = ["none", "advice", "index", "corrected", "all", "more"];
        let words = names.map(|name| format!("{name} = \"…\"\n")).concat();
        let more = format!("\n[{table}]\n{words}");
        assert_eq!(lacking(site.and("site.toml", &more)), None);
    }
}

#[test]
fn what_is_offered_where_no_page_loads_the_search_works_in_languages_without_one() {
    let checked = |site: &Files| {
        let options = Options {
            level: CheckLevel::Full,
            ..Options::default()
        };
        run(&site.snapshot(), &options).diagnostics
    };
    let script = "<script src=\"{{ site.search.script }}\" defer></script>";
    let site = bilingual().and("site.toml", "\n[search]\n");
    let site = site.replace("templates/page.html", script, "");
    let told = checked(&site);
    let unused = told.iter().find(|one| one.code == "W416").unwrap();
    let hint = unused.hint.as_ref().unwrap().to_string();
    let hint = hint.replace(['\u{2068}', '\u{2069}'], "");
    let (_, markup) = hint.split_once("put ").unwrap();
    let (markup, _) = markup.split_once(" into").unwrap();
    let site = site.replace("templates/page.html", "<main>", &format!("{markup}<main>"));
    let problems = checked(&site);
    assert!(problems.is_empty(), "{problems:?}");
}

#[test]
fn an_index_is_left_alone_until_its_words_change() {
    let site = Files::searched().on_disk();
    site.build().success();
    let before = site.published();
    assert!(said(&site.build().success()).contains("files: 0 written"));
    let path = "content/books/kalila.md";
    let entry = Files::below_site(&site).text(path).to_owned();
    site.write(path, format!("{entry}\nكلمة جديدة.\n"));
    site.build().success();
    let after = site.published();
    let changed = after
        .paths()
        .filter(|path| after.bytes(path) != before.bytes(path));
    let changed: Vec<_> = changed.collect();
    assert!(
        changed.contains(&INDEX) && changed.contains(&"books/kalila/index.html"),
        "{changed:?}"
    );
}

//! One slip in site.toml hides nothing that can be known without it, and is not followed by what it causes.

use warraq::pipeline::{Options, Pipeline};

use crate::site::{Files, complained};

fn starter() -> Files {
    Files::starter("dossier")
}

/// The codes that are reported, with their files.
fn reported(files: &Files) -> Vec<(&'static str, String)> {
    let found = files.run().diagnostics.into_iter().map(|one| {
        let file = one.span.map(|span| span.path.to_string());
        (one.code, file.unwrap_or_default())
    });
    found.collect()
}

/// Slips that can be told whatever site.toml says, and some that cannot.
fn with_slips(files: Files) -> Files {
    let quotation = "«يبدأ العمل بالنسخ»";
    files
        .replace("content/terms/copying.md", quotation, "«يبدا العمل بالنسخ»")
        .replace("content/terms/binding.md", "order = 3", "order = ٣")
        .replace(
            "content/terms/collation.md",
            "[\"copying\"]",
            "[\"copyin\"]",
        )
        .replace("content/pages/about.md", "\n## أين تجد", "\n# أين تجد")
        .replace("templates/term.html", "| bidi }}</h1>", "| bidii }}</h1>")
        .replace("templates/assets/css/site.css", "h1, h2", "h1، h2")
}

const SCHEMA_OR_NOT: [(&str, &str); 4] = [
    ("E101", "content/terms/binding.md"),
    ("E401", "templates/term.html"),
    ("E405", "templates/assets/css/site.css"),
    ("W215", "content/pages/about.md"),
];

#[test]
fn a_slip_outside_of_the_schema_leaves_entries_and_references_checked() {
    for (slip, is_at) in [
        ("title = \"دفتر الوراق\"", "title = «دفتر الوراق»"),
        ("base_url = \"https", "base_ulr = \"https"),
        ("order = \"int\"", "order = \"itn\""),
        (
            "label = \"النص\"\nref = \"source/notice\"",
            "label = \"النص\"\nref = source/notice",
        ),
    ] {
        let files = with_slips(starter()).replace("site.toml", slip, is_at);
        let found = reported(&files);
        let told = |code, file: &str| found.contains(&(code, file.to_owned()));
        for (code, file) in SCHEMA_OR_NOT {
            assert!(told(code, file), "{is_at}: {code} {found:?}");
        }
        assert!(told("E301", "content/terms/copying.md"), "{found:?}");
        assert!(told("E201", "content/terms/collation.md"), "{found:?}");
        assert_eq!(
            found.iter().filter(|(_, file)| file == "site.toml").count(),
            1,
            "{found:?}"
        );
        assert_eq!(found.len(), 7, "{found:?}");
    }
}

#[test]
fn a_slip_in_the_schema_leaves_the_rest_of_each_file_checked() {
    for (slip, is_at) in [
        ("order = \"int\"", "order = \"رقم\""),
        ("said = \"cite\"", "said = «cite»"),
        ("[collections.terms]", "[collections.terms"),
    ] {
        let files = with_slips(starter()).replace("site.toml", slip, is_at);
        let found = reported(&files);
        for (code, file) in SCHEMA_OR_NOT {
            assert!(
                found.contains(&(code, file.to_owned())),
                "{is_at}: {code} {found:?}"
            );
        }
        assert_eq!(found.len(), 5, "{is_at}: {found:?}");
    }
}

/// Every string of site.toml between the quotation marks of Arabic, one at a time: that is one error, and the only one.
#[test]
fn nothing_is_said_of_what_a_slip_causes() {
    let starter = starter();
    let config = starter.text("site.toml").to_owned();
    let mut tried = 0;
    for (at, line) in config.lines().enumerate() {
        let Some((key, value)) = line.split_once(" = \"") else {
            continue;
        };
        if line.starts_with('#') {
            continue;
        }
        let value = value.replacen('"', "»", 1);
        let broken = format!("{key} = «{value}");
        let lines = config.lines().enumerate();
        let lines = lines.map(|(other, line)| if other == at { &*broken } else { line });
        let text = lines.collect::<Vec<_>>().join("\n");
        let found = reported(&starter.clone().with("site.toml", text));
        assert_eq!(found, [("E101", "site.toml".to_owned())], "{broken}");
        tried += 1;
    }
    assert!(tried > 30);
}

#[test]
fn broken_front_matter_leaves_prose_checked() {
    let home = "يحيل إلى [لا شيء](/nowhere/) و[الملف](../terms/nothing.md).\n";
    let terms = "\nانظر [مصطلحا](ref:terms/bindin) و[صفحة](/news/gone/)، «بكلمات ليست فيه» ([الفقرة 1](cite:p1)).\n";
    let files = starter()
        .and("content/pages/about.md", home)
        .and("content/terms/copying.md", terms)
        .replace("content/terms/copying.md", "title = \"", "title = «");
    let mut found = reported(&files);
    found.sort();
    let expected = [
        ("E101", "content/terms/copying.md"),
        ("E201", "content/terms/copying.md"),
        ("E205", "content/pages/about.md"),
        ("E205", "content/pages/about.md"),
        ("E205", "content/terms/copying.md"),
        ("E301", "content/terms/copying.md"),
    ];
    assert_eq!(found, expected.map(|(code, file)| (code, file.to_owned())));
}

/// Every string of every entry between the quotation marks of Arabic, one at a time: references to the entry, its address and
/// its number are not reported as well.
#[test]
fn nothing_is_said_of_what_broken_front_matter_causes() {
    let starter = starter();
    let mut tried = 0;
    let mut pipeline = Pipeline::new(Options::default());
    for path in starter.paths().filter(|path| path.starts_with("content/")) {
        let text = starter.text(path);
        let keys = text.match_indices(" = \"").map(|(at, _)| at + 3);
        for at in keys {
            let mut broken = text.to_owned();
            broken.replace_range(at..=at, "«");
            let found = pipeline.run(&starter.clone().with(path, broken).snapshot());
            let found: Vec<_> = found.diagnostics.iter().map(|one| one.code).collect();
            assert_eq!(found, ["E101"], "{path}: {:?}", text[at..].lines().next());
            tried += 1;
        }
    }
    assert!(tried > 20, "{tried}");
}

#[test]
fn what_was_not_checked_is_said_once() {
    let slip = |from: &str, to: &str| starter().replace("site.toml", from, to).on_disk();
    let run = slip("title = \"دفتر", "title = دفتر").check().code(1);
    let told = complained(&run);
    assert_eq!(
        told.matches("the names in templates and the finished pages")
            .count(),
        1,
        "{told}"
    );
    assert_eq!(told.matches("the pages were not made").count(), 1, "{told}");
    let run = slip("order = \"int\"", "order = \"رقم\"").check().code(1);
    let told = complained(&run);
    assert_eq!(
        told.matches("fields, references, quotations and pages")
            .count(),
        1,
        "{told}"
    );
    let whole = starter()
        .and("content/pages/about.md", "\n# عنوان\n")
        .on_disk();
    assert!(!complained(&whole.check().success()).contains("were not made"));
}

#[test]
fn programs_get_words_without_isolates() {
    let broken = starter()
        .replace("site.toml", "title = \"دفتر", "title = دفتر")
        .on_disk();
    let run = broken
        .run(&["check", "--lang", "ar", "--message-format", "json"])
        .code(1);
    let told = crate::site::said(&run);
    assert!(
        told.contains("\"code\":\"E101\"") && told.contains("دفتر"),
        "{told}"
    );
    assert!(!told.contains(['\u{2068}', '\u{2069}']), "{told}");
}

// ---------------------------------------------------------- what is missing in an entry

/// What leaves a value out that the page of the entry would show.
const HOLES: [(&str, &str, &str); 13] = [
    (
        "content/news/opening.md",
        "title = \"افتتاح",
        "titel = \"افتتاح",
    ),
    (
        "content/news/opening.md",
        "date = 2025-11-24",
        "date = 2025-13-24",
    ),
    (
        "content/news/opening.md",
        "date = 2025-11-24",
        "date = \"أمس\"",
    ),
    ("content/news/opening.md", "+++\ntitle", "---\ntitle"),
    (
        "content/news/opening.md",
        "ref:terms/copying",
        "ref:terms/copyin",
    ),
    (
        "content/terms/binding.md",
        "\"collation\"]",
        "\"collatio\"]",
    ),
    ("content/terms/binding.md", "p = 3", "p = 30"),
    // The pages of other templates are what they are.
    ("templates/term.html", "{% endblock %}", "{% endblok %}"),
    ("templates/term.html", "\"base.html\"", "\"bas.html\""),
    (
        "templates/components.html",
        "c.text | bidi }",
        "c.text | bidii }",
    ),
    ("templates/news.html", "<h1>", "<h1>{{ news }}"),
    ("site.toml", "\"term.html\"", "\"trem.html\""),
    ("templates/assets/css/site.css", "h1, h2", "h1، h2"),
];

/// What is wrong on a page that has nothing of any of these.
const BESIDE: [(&str, &str, &str); 5] = [
    (
        "content/pages/about.md",
        "ref:terms/copying",
        "ref:pages/about#nowhere",
    ),
    ("content/pages/about.md", "ref:terms/copying", "/nowhere/"),
    (
        "templates/page.html",
        "<h1>",
        "<h1 id=\"a\">{{ page.parent.title }}",
    ),
    ("templates/page.html", "</h1>", "</h2>"),
    (
        "templates/page.html",
        "<h1>",
        "<a href=\"/nowhere/\">x</a><h1>",
    ),
];

#[test]
fn pages_beside_an_entry_that_lacks_something_are_checked_and_nothing_follows_from_it() {
    let edited = |files: Files, (path, from, to): (&str, &str, &str)| {
        let one_more = files.text(path).contains(from);
        assert!(one_more, "{from} in {path}");
        files.replace(path, from, to)
    };
    for hole in HOLES {
        let alone = reported(&edited(starter(), hole));
        assert_eq!(alone.len(), 1, "{hole:?}: {alone:?}");
        for problem in BESIDE {
            let expected = reported(&edited(starter(), problem));
            assert_eq!(expected.len(), 1, "{problem:?}: {expected:?}");
            let found = reported(&edited(edited(starter(), problem), hole));
            let mut both = [expected, alone.clone()].concat();
            both.sort_by(|one, other| (&one.1, one.0).cmp(&(&other.1, other.0)));
            let mut sorted = found;
            sorted.sort_by(|one, other| (&one.1, one.0).cmp(&(&other.1, other.0)));
            assert_eq!(sorted, both, "{hole:?} beside {problem:?}");
        }
    }
}

// ---------------------------------------------------------------- templates

#[test]
fn what_is_wrong_in_one_template_is_told_once_and_of_all_that_are_wrong() {
    let gone = "{% block main %}{% endblock %}";
    for (slips, expected) in [
        // A block that many templates fill is lost in the one that they extend.
        (
            &[(
                "templates/base.html",
                "{% block main %}",
                "{% block mian %}",
            )][..],
            &[("E401", "templates/base.html")][..],
        ),
        (
            &[("templates/base.html", gone, "")],
            &[("E401", "templates/base.html")],
        ),
        // What only the engine knows is told beside what cannot be parsed.
        (
            &[
                ("templates/term.html", "{% endblock %}", "{% endblok %}"),
                ("templates/news.html", "| date }}", "| dtae }}"),
                ("templates/home.html", "\"base.html\"", "\"bas.html\""),
                ("templates/page.html", "\"base.html\"", "\"baes.html\""),
            ],
            &[
                ("E401", "templates/home.html"),
                ("E401", "templates/news.html"),
                ("E401", "templates/page.html"),
                ("E401", "templates/term.html"),
            ],
        ),
    ] {
        let edited = slips.iter().fold(starter(), |files, (path, from, to)| {
            assert!(files.text(path).contains(from), "{from} in {path}");
            files.replace(path, from, to)
        });
        let expected = expected
            .iter()
            .map(|(code, file)| (*code, (*file).to_owned()));
        assert_eq!(reported(&edited), expected.collect::<Vec<_>>());
    }
}

#[test]
fn a_template_that_is_not_text_has_nothing_wrong_besides() {
    let units = "{{".encode_utf16().flat_map(u16::to_le_bytes);
    let base: Vec<u8> = [0xFF, 0xFE].into_iter().chain(units).collect();
    let found = reported(&starter().with("templates/base.html", base));
    assert_eq!(found, [("E106", "templates/base.html".to_owned())]);
}

/// A component that prose calls, in a template of its own.
fn with_component(files: Files) -> Files {
    let note = "{% component note() %}<aside id=\"n\">{{ body | striptags }}</aside>{% endcomponent note %}";
    files
        .with("templates/parts.html", note)
        .and("content/pages/about.md", "\n::: note\nنص\n:::\n")
        .replace(
            "content/news/opening.md",
            "ref:source/notice",
            "ref:pages/about#n",
        )
}

#[test]
fn prose_that_calls_a_component_which_cannot_be_read_is_left_out_and_no_more() {
    assert_eq!(reported(&with_component(starter())), []);
    for to in ["{{ body | stripptags }}", "{{ body", "{% boody %}"] {
        let broken =
            with_component(starter()).replace("templates/parts.html", "{{ body | striptags }}", to);
        let beside = broken.replace("content/pages/home.md", "ref:source/notice", "/nowhere/");
        let expected = [
            ("E205", "content/pages/home.md"),
            ("E401", "templates/parts.html"),
        ];
        let expected = expected.map(|(code, file)| (code, file.to_owned()));
        assert_eq!(reported(&beside), expected, "{to}");
    }
}

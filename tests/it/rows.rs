//! Files whose rows are entries: CSV, JSON, TOML and YAML, by the types of front matter.

use proptest::prelude::*;
use proptest::sample::select;
use warraq::pipeline::{self, Options, Pipeline};

use crate::site::Files;

const FIELDS: &str = "
title = \"name\"
url = \"/places/{slug}/\"
template = \"place.html\"
order = \"people\"
[collections.places.fields]
name = \"string\"
people = \"int\"
founded = \"date?\"
open = \"bool?\"
kind = \"enum(مدينة|قرية)?\"
also = \"list(string)?\"
writer = \"ref(authors)?\"
note = \"markdown?\"
said = \"cite?\"
";

const PLACE: &str = "{% extends \"page.html\" %}{% block main %}<dl dir=\"ltr\"><dt>{{ page.name }} {{ page.people }}{% if page.founded %} {{ page.founded }}{% endif %}{% if page.open %} open{% endif %} {{ page.kind or '-' }}</dt>{% for one in page.also or [] %}<dd>{{ one }}</dd>{% endfor %}{% if page.writer %}<dd>{{ page.writer.title }}</dd>{% endif %}{% if page.note %}<dd>{{ page.note | safe }}</dd>{% endif %}{% if page.said %}<dd>{{ page.said.p }}</dd>{% endif %}</dl>{% endblock %}";

/// The good site with a file of places.
fn places(name: &str, text: &str, more: &str) -> Files {
    let settings = format!("\n[collections.places]\nsource = \"data/{name}\"\n{more}{FIELDS}");
    Files::good()
        .and("site.toml", &settings)
        .with("templates/place.html", PLACE)
        .with(&format!("data/{name}"), text)
}

const CSV: &str = "slug;name;people;founded;open;kind;also;writer;note;said.p;said.quote\r\n\
    fas;فاس;1200000;0808-01-04;TRUE;مدينة;المدينة | العتيقة;jahiz;\"فيها **جامع**؛ قديم\";1;على الرف\r\n\
    kech;\"مراكش \"\"الحمراء\"\"\";928850;;false;;;;;;\r\n";

const JSON: &str = r#"[
  {"slug": "fas", "name": "فاس", "people": 1200000, "founded": "0808-01-04", "open": true, "kind": "مدينة",
   "also": ["المدينة", "العتيقة"], "writer": "jahiz", "note": "فيها **جامع**؛ قديم", "said": {"p": 1, "quote": "على الرف"}},
  {"slug": "kech", "name": "مراكش \"الحمراء\"", "people": 928850, "founded": null, "open": false}
]"#;

const YAML: &str = "- slug: fas\n  name: فاس\n  people: 1200000\n  founded: 0808-01-04\n  open: true\n  kind: مدينة\n  also: [المدينة, العتيقة]\n  writer: jahiz\n  note: فيها **جامع**؛ قديم\n  said:\n    p: 1\n    quote: على الرف\n- slug: kech\n  name: مراكش \"الحمراء\"\n  people: 928850\n  open: false\n";

const TOML: &str = "[[places]]\nslug = \"fas\"\nname = \"فاس\"\npeople = 1_200_000\nfounded = 0808-01-04\nopen = true\nkind = \"مدينة\"\nalso = [\"المدينة\", \"العتيقة\"]\nwriter = \"jahiz\"\nnote = \"فيها **جامع**؛ قديم\"\nsaid = { p = 1, quote = \"على الرف\" }\n[[places]]\nslug = \"kech\"\nname = 'مراكش \"الحمراء\"'\npeople = 928850\nopen = false\n";

#[test]
fn every_notation_gives_the_same_pages() {
    let expected = places("p.csv", CSV, "").built();
    let page = expected.text("places/fas/index.html");
    for part in [
        "<dt>فاس 1200000 0808-01-04 open مدينة</dt><dd>المدينة</dd><dd>العتيقة</dd>",
        "فيها <strong>جامع</strong>؛ قديم</dd><dd>1</dd>",
    ] {
        assert!(page.contains(part), "{page}");
    }
    let second = expected.text("places/kech/index.html");
    assert!(second.contains("928850 -</dt></dl>"), "{second}");
    for (name, text) in [("p.json", JSON), ("p.yaml", YAML), ("p.toml", TOML)] {
        let built = places(name, text, "").built();
        for page in [
            "places/fas/index.html",
            "places/kech/index.html",
            "sitemap.xml",
        ] {
            assert_eq!(built.text(page), expected.text(page), "{name}");
        }
    }
    let with_mark = places("p.csv", &format!("\u{FEFF}{CSV}"), "").built();
    assert_eq!(with_mark, expected);
}

#[test]
fn a_row_is_called_by_its_slug_a_declared_field_its_key_or_its_title() {
    for (name, text, more, slug) in [
        ("a.csv", "name,people\nCasa Blanca,1\n", "", "casa-blanca"),
        (
            "a.csv",
            "name,people\nCasa,12\n",
            "slug = \"people\"\n",
            "12",
        ),
        (
            "a.csv",
            "name,people,slug\nCasa,12,dar\n",
            "slug = \"people\"\n",
            "dar",
        ),
        (
            "a.json",
            r#"{"DAR": {"name": "Casa", "people": 1}}"#,
            "",
            "dar",
        ),
        ("a.yaml", "الدَّار:\n  name: Casa\n  people: 1\n", "", "الدار"),
        ("a.toml", "[dar]\nname = \"Casa\"\npeople = 1\n", "", "dar"),
    ] {
        let built = places(name, text, more).built();
        let page = format!("places/{slug}/index.html");
        assert!(built.paths().any(|path| path == page), "{text}");
    }
}

/// What is said of a site: codes with lines and columns, and what stands there.
fn said(files: &Files) -> Vec<String> {
    let build = pipeline::run(&files.snapshot(), &Options::default());
    let told = build.diagnostics.iter().map(|one| {
        let span = one.span.as_ref().unwrap();
        let text = files.text(span.path.as_str());
        let text = text.trim_start_matches('\u{FEFF}');
        let line = text[..span.range.start].matches('\n').count() + 1;
        let words = &text[span.range.clone()];
        format!("{} {} {line} {words}", one.code, span.path)
    });
    told.collect()
}

#[test]
fn a_mistake_is_told_in_its_cell_and_once() {
    let head = "name,people,founded,open,kind,also,writer\n";
    for (row, expected) in [
        ("فاس,١٢,,,,,", "E104 data/p.csv 2 ١٢"),
        ("فاس,\"1,200\",,,,,", "E104 data/p.csv 2 \"1,200\""),
        ("فاس,12,24/11/2025,,,,", "E104 data/p.csv 2 24/11/2025"),
        ("فاس,12,,نعم,,,", "E104 data/p.csv 2 نعم"),
        ("فاس,12,,,بلدة,,", "E105 data/p.csv 2 بلدة"),
        ("فاس,12,,,,,nobody", "E201 data/p.csv 2 nobody"),
        ("فاس,,,,,,", "E103 data/p.csv 2 فاس,,,,,,"),
        ("فاس,12", "E113 data/p.csv 2 فاس,12"),
        ("فاس,12,,,,\"a | b", "E113 data/p.csv 2 \"a | b"),
        ("فاس,1,,,,,\nفاس,2,,,,,", "E202 data/p.csv 3 فاس"),
    ] {
        let files = places("p.csv", &format!("{head}{row}\n"), "");
        assert_eq!(said(&files), [expected], "{row}");
    }
    let unknown = places("p.csv", "name,people,nmae\nفاس,1,x\nمراكش,2,y\n", "");
    assert_eq!(said(&unknown), ["E102 data/p.csv 1 nmae"]);
    let json = places(
        "p.json",
        "[{\"name\": \"فاس\",\n \"people\": \"1\", \"founded\": \"24/11/2025\"}]",
        "",
    );
    assert_eq!(
        said(&json),
        [
            "E104 data/p.json 2 \"1\"",
            "E104 data/p.json 2 \"24/11/2025\""
        ]
    );
    let yaml = places("p.yaml", "- name: 12\n  people: ١\n", "");
    assert_eq!(
        said(&yaml),
        ["E104 data/p.yaml 1 12", "E104 data/p.yaml 2 ١"]
    );
}

/// Controls that turn round what follows, and codes that no page may hold, in every way of writing them: told once each.
#[test]
fn no_notation_smuggles_controls_by_its_escapes() {
    for (name, text, expected) in [
        (
            "p.json",
            "[{\"name\": \"فاس \\/ \\u202E\", \"people\": 1, \"also\": [\"\\u0007\"]}]",
            vec!["E109 data/p.json 1 \\u202E", "E110 data/p.json 1 \\u0007"],
        ),
        (
            "p.json",
            "[{\"name\": \"فاس \u{202E}\", \"people\": 1}]",
            vec!["E109 data/p.json 1 \u{202E}"],
        ),
        (
            "p.yaml",
            "- name: \"فاس \\u202E\"\n  people: 1\n  also: [\"ب\\a\"]\n",
            vec!["E109 data/p.yaml 1 \\u202E", "E110 data/p.yaml 3 \\a"],
        ),
        (
            "p.yaml",
            "- name: فاس\n  people: 1\n  note: >\n    كلام \u{202E}\n    آخر\n",
            vec!["E109 data/p.yaml 4 \u{202E}"],
        ),
        (
            "p.toml",
            "[[places]]\nname = \"فاس \\u202E\"\npeople = 1\n",
            vec!["E109 data/p.toml 2 \\u202E"],
        ),
    ] {
        assert_eq!(said(&places(name, text, "")), expected, "{text}");
    }
}

#[test]
fn a_number_that_is_only_toml_s_is_written_in_digits() {
    for (name, text) in [
        ("p.json", "[{\"name\": \"فاس\", \"people\": \"1_000\"}]"),
        ("p.yaml", "- name: فاس\n  people: 1_000\n"),
    ] {
        let files = places(name, text, "");
        let build = pipeline::run(&files.snapshot(), &Options::default());
        let fix = build.diagnostics[0].fix.clone().unwrap();
        let mut fixed = text.to_owned();
        fixed.replace_range(fix.range, &fix.replacement);
        assert!(fixed.contains("1000"), "{fixed}");
        places(name, &fixed, "").built();
    }
}

#[test]
fn a_column_and_a_part_of_it_are_told_in_the_header_alone() {
    let text = "name,people,said,said.p\nفاس,1,قول,1\nمراكش,1,,1\n";
    assert_eq!(said(&places("p.csv", text, "")), ["E113 data/p.csv 1 said"]);
}

#[test]
fn what_a_fix_writes_is_right_in_every_notation() {
    for (name, text) in [
        ("p.csv", "name;people;founded\nفاس;١٢;24/11/2025\n"),
        (
            "p.json",
            "[{\"name\": \"فاس\", \"people\": \"١٢\", \"founded\": \"24/11/2025\"}]",
        ),
        (
            "p.yaml",
            "- name: فاس\n  people: '١٢'\n  founded: 24/11/2025\n",
        ),
    ] {
        let files = places(name, text, "");
        let build = pipeline::run(&files.snapshot(), &Options::default());
        assert_eq!(build.diagnostics.len(), 2, "{name}");
        let mut fixed = text.to_owned();
        for problem in build.diagnostics.iter().rev() {
            let fix = problem.fix.as_ref().unwrap();
            fixed.replace_range(fix.range.clone(), &fix.replacement);
        }
        places(name, &fixed, "").built();
    }
}

#[test]
fn a_file_that_cannot_be_read_is_the_only_thing_that_is_told() {
    let link = (
        "content/pages/more.md",
        "+++\ntitle = \"صفحة\"\n+++\n\n[فاس](ref:places/fas)\n",
    );
    for (name, text, code) in [
        ("p.json", "[{\"slug\": \"fas\"", "E113"),
        ("p.yaml", "- slug: \"fas\n", "E113"),
        ("p.toml", "[[places]]\nslug = fas\n", "E101"),
        ("p.json", "[1]", "E113"),
        ("p.json", "12", "E113"),
    ] {
        let files = places(name, text, "").with(link.0, link.1);
        let build = pipeline::run(&files.snapshot(), &Options::default());
        let codes: Vec<_> = build.diagnostics.iter().map(|one| one.code).collect();
        assert_eq!(codes, [code], "{text}");
    }
    let mut gone = places("p.json", "[]", "").with(link.0, link.1);
    gone.remove("data/p.json");
    assert_eq!(said(&gone), ["E103 site.toml 75 \"data/p.json\""]);
    // Excel's CSV of old, in the encoding of Windows.
    let windows =
        places("p.csv", "", "").with("data/p.csv", b"name,people\n\xDD\xC7\xD3,1\n".as_slice());
    let build = pipeline::run(&windows.snapshot(), &Options::default());
    let problem = &build.diagnostics[0];
    assert_eq!((problem.code, problem.notes.len()), ("E106", 1));
}

/// Rows that may stand in a file.
const ROWS: [&str; 6] = [
    "fas,فاس,3,jahiz",
    "fas,فاس,4,jahiz",
    "kech,مراكش,1,isfahani",
    "sla,سلا,2,",
    "sla,\"سلا, القديمة\",2,nobody",
    "bad,row",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn a_build_after_edits_of_rows_is_a_clean_build(
        edits in proptest::collection::vec(proptest::collection::vec(select(ROWS.to_vec()), 0..5), 1..5),
    ) {
        let mut pipeline = Pipeline::new(Options::default());
        for rows in edits {
            let text = format!("slug,name,people,writer\n{}\n", rows.join("\n"));
            let files = places("p.csv", &text, "");
            let after = pipeline.run(&files.snapshot());
            let clean = pipeline::run(&files.snapshot(), &Options::default());
            prop_assert_eq!(&after.diagnostics, &clean.diagnostics);
            prop_assert_eq!(after.output.is_some(), clean.output.is_some());
            if clean.output.is_some() {
                prop_assert_eq!(Files::from(after), Files::from(clean));
            }
        }
    }
}

//! Broken TOML as people write it: what is said of it, and that what it says is a fix.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::*;
use crate::locale::Language;

/// The places and messages, and the text with every fix that is offered.
fn read(toml: &str) -> (Vec<String>, String) {
    let read = parse_toml(&SourcePath::new("a.toml"), toml, 0);
    let told = read.diagnostics.iter().map(|problem| {
        let range = problem.span.as_ref().unwrap().range.clone();
        format!("{} | {}", &toml[range], problem.message)
    });
    let told = told.collect();
    let mut fixes: Vec<_> = read
        .diagnostics
        .iter()
        .filter_map(|problem| problem.fix.as_ref())
        .collect();
    fixes.sort_by_key(|fix| std::cmp::Reverse(fix.range.start));
    let mut fixed = toml.to_owned();
    for fix in fixes {
        fixed.replace_range(fix.range.clone(), &fix.replacement);
    }
    (told, fixed)
}

/// What is written, what is at fault, and what it becomes where every fix is applied.
const MISTAKES: [(&str, &str, &str); 54] = [
    // Quotation marks.
    ("title = «كينيا»", "«كينيا»", "title = \"كينيا\""),
    ("title = «كينيا\"", "«كينيا\"", "title = \"كينيا\""),
    ("title = كينيا\"", "كينيا\"", "title = \"كينيا\""),
    ("title = “كينيا”", "“كينيا”", "title = \"كينيا\""),
    ("title = ”كينيا“", "”كينيا“", "title = \"كينيا\""),
    ("title = „كينيا“", "„كينيا“", "title = \"كينيا\""),
    ("title = ‘كينيا’", "‘كينيا’", "title = \"كينيا\""),
    ("title = “كينيا\"", "“كينيا\"", "title = \"كينيا\""),
    (
        "title = «قال \"نعم\"»",
        "«قال \"نعم\"»",
        "title = \"قال \\\"نعم\\\"\"",
    ),
    ("tags = [«أ», «ب»]", "«أ»", "tags = [\"أ\", \"ب\"]"),
    ("title = \"النسخ", "\"النسخ", "title = \"النسخ\""),
    ("title = 'النسخ", "'النسخ", "title = 'النسخ'"),
    (
        "title = \"قال \"نعم\" له\"",
        "\"قال \"نعم\" له\"",
        "title = \"قال \\\"نعم\\\" له\"",
    ),
    ("path = \"C:\\Windows\"", "\\W", "path = \"C:\\\\Windows\""),
    ("title = كينيا", "كينيا", "title = \"كينيا\""),
    (
        "title = كينيا والمغرب # بلدان",
        "كينيا والمغرب",
        "title = \"كينيا والمغرب\" # بلدان",
    ),
    ("kind = noun", "noun", "kind = \"noun\""),
    ("tags = [noun, verb]", "noun", "tags = [\"noun\", \"verb\"]"),
    // Commas and brackets.
    (
        "tags = [\"a\"، \"b\"، \"c\"]",
        "،",
        "tags = [\"a\", \"b\", \"c\"]",
    ),
    ("tags = [\"a\"; \"b\"]", ";", "tags = [\"a\", \"b\"]"),
    ("tags = [\"a\" \"b\"]", "\"", "tags = [\"a\", \"b\"]"),
    (
        "tags = [\n  \"a\"\n  \"b\",\n]",
        "\"",
        "tags = [\n  \"a\",\n  \"b\",\n]",
    ),
    (
        "said = { p = 2 quote = [\"x\"] }",
        "2",
        "said = { p = 2, quote = [\"x\"] }",
    ),
    (
        "said = { p = 2، quote = [\"x\"] }",
        "،",
        "said = { p = 2, quote = [\"x\"] }",
    ),
    ("said = { p: 2 }", "p:", "said = { p = 2 }"),
    (
        "tags = (\"a\", \"b\")",
        "(\"a\", \"b\")",
        "tags = [\"a\", \"b\"]",
    ),
    ("{{menus.main}}", "{{menus.main}}", "[[menus.main]]"),
    ("(menus)", "(menus)", "[menus]"),
    ("title = \"a\",", ",", "title = \"a\""),
    ("title = \"a\"،", "،", "title = \"a\""),
    ("order = 4;", ";", "order = 4"),
    ("[menus", "[menus", "[menus]"),
    ("[[menus.main]", "[[menus.main]", "[[menus.main]]"),
    // Numbers, dates, truth.
    ("order = ٤", "٤", "order = 4"),
    ("orders = [١، ٢]", "١", "orders = [1, 2]"),
    ("date = ٢٠٢٥-١١-٢٤", "٢٠٢٥-١١-٢٤", "date = 2025-11-24"),
    ("date = 24/11/2025", "24/11/2025", "date = 2025-11-24"),
    ("date = 2025/11/24", "2025/11/24", "date = 2025-11-24"),
    ("date = 2025-1-4", "2025-1-4", "date = 2025-01-04"),
    ("order = 013", "013", "order = 13"),
    ("size = 1,200", "1,200", "size = 1200"),
    ("date = 2025–11–24", "2025–11–24", "date = 2025-11-24"),
    ("order = −5", "−5", "order = -5"),
    ("draft = True", "True", "draft = true"),
    ("draft = نعم", "نعم", "draft = true"),
    // Characters that nobody sees.
    ("title\u{A0}= \"a\"", "\u{A0}", "title= \"a\""),
    ("title =\u{A0}\"a\"", "\u{A0}", "title = \"a\""),
    ("\u{200F}title = \"a\"", "\u{200F}", "title = \"a\""),
    // Of other formats.
    ("title: \"a\"", "title:", "title = \"a\""),
    ("title ＝ \"a\"", "＝", "title = \"a\""),
    (
        "title = \"أول\nوثان\nوثالث\"",
        "\"أول\nوثان\nوثالث\"",
        "title = \"أول وثان وثالث\"",
    ),
    (
        "[[a.b]]\nx = 1\n[a.b]\nx = 2\n[[a.b]]\nx = 3",
        "[a.b]",
        "[[a.b]]\nx = 1\n[[a.b]]\nx = 2\n[[a.b]]\nx = 3",
    ),
    ("title \"a\"", "title", "title = \"a\""),
    ("// ملاحظة", "// ملاحظة", "# ملاحظة"),
];

#[test]
fn a_mistake_is_told_at_its_place_and_its_fix_is_right() {
    for (written, at, right) in MISTAKES {
        let around = |line: &str| format!("first = 1\n{line}\nlast = \"آخر\"\n");
        let (told, fixed) = read(&around(written));
        assert!(!told.is_empty(), "{written}: nothing is said");
        assert!(
            told[0].starts_with(&format!("{at} |")),
            "{written}: {told:?}"
        );
        assert_eq!(
            fixed.trim_end_matches(' '),
            around(right),
            "{written}: {told:?}"
        );
        assert!(DeTable::parse(&fixed).is_ok(), "{written}: {fixed}");
    }
}

#[test]
fn one_mistake_is_one_problem() {
    for (written, at, _) in MISTAKES {
        let several = ["[«أ»", "[noun", "\"a\"، \"b\"، ", "[١، "];
        let is_several = several.iter().any(|part| written.contains(part));
        let (told, _) = read(&format!("first = 1\n{written}\nlast = 2\n"));
        assert!(is_several || told.len() == 1, "{written} ({at}): {told:#?}");
    }
}

/// What cannot be fixed by a program, and how its report begins.
const TOLD: [(&str, &str); 10] = [
    ("tags = [\"a\", \"b\"\nnext = 1", "[ | `[` is never closed"),
    ("tags = [\n  \"a\",\n", "[ | `[` is never closed"),
    ("title =", "title = | `title` has no value"),
    ("title = # لا شيء", "title = | `title` has no value"),
    ("نص بلا مفتاح", "نص بلا مفتاح | `نص بلا مفتاح` is no line"),
    ("عنوان = \"a\"", "عنوان | `عنوان` is no key"),
    ("date = 2025-02-30", "2025-02-30 | `2025-02-30` is no day"),
    ("author = null", "null | `null`: there is no empty value"),
    (
        "[a]\nx = 1\ny = 2\n[b]\nx = 1\n[a]\nx = 3\ny = 4",
        "[a] | the heading `[a]` stands in this file twice",
    ),
    ("a = 1\na = 2", "a | the key `a` stands here twice"),
];

#[test]
fn what_no_program_can_fix_is_told_once_in_words_of_ours() {
    for (written, expected) in TOLD {
        let (told, _) = read(&format!("first = 1\n{written}\n"));
        assert_eq!(told.len(), 1, "{written}: {told:#?}");
        assert!(told[0].starts_with(expected), "{written}: {told:?}");
        assert!(!told[0].contains("broken TOML"), "{told:?}");
    }
}

#[test]
fn every_mistake_of_a_file_is_told_and_what_is_sound_is_read() {
    let toml = "title = «أ»\norder = 2\ndate = ٢٠٢٥-١١-٢٤\ntags = [\"a\" \"b\"]\nkind = \"c\"\n";
    let read = parse_toml(&SourcePath::new("a.toml"), toml, 0);
    assert_eq!(read.diagnostics.len(), 3, "{:#?}", read.diagnostics);
    let unread = read.broken.iter().filter(|broken| !broken.range.is_empty());
    let keys: Vec<_> = unread.map(|broken| broken.key.as_str()).collect();
    assert_eq!(keys, ["title", "date", "tags"]);
    let order = toml.find("order").unwrap();
    assert!(
        read.broken
            .iter()
            .all(|broken| !broken.range.contains(&order))
    );
    assert!(read.table.get_ref().contains_key("order"));
}

#[test]
fn a_problem_can_be_said_in_arabic() {
    let read = parse_toml(&SourcePath::new("a.toml"), "order = ٤\n", 0);
    let message = read.diagnostics[0].message.say(Language::Arabic);
    assert!(message.contains("من 0 إلى 9"), "{message}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    /// Pieces of what people write, in any order: the readers get to the end, and every place is one of the text.
    #[test]
    fn no_text_makes_it_stumble(pieces in vec(select(&PIECES[..]), 0..12)) {
        let toml = pieces.concat();
        for problem in parse_toml(&SourcePath::new("a.toml"), &toml, 0).diagnostics {
            prop_assert!(toml.get(problem.span.unwrap().range).is_some());
            prop_assert!(problem.fix.is_none_or(|fix| toml.get(fix.range).is_some()));
        }
    }
}

const PIECES: [&str; 30] = [
    "=",
    ":",
    "[",
    "]",
    "{",
    "}",
    "،",
    "؛",
    ",",
    "«",
    "»",
    "“",
    "\"",
    "'",
    "\"\"\"",
    "\\",
    "#",
    "//",
    "\n",
    " ",
    "\u{A0}",
    "\u{200F}",
    "٤",
    "كينيا",
    "title",
    "true",
    "2025-1-4",
    "\r\n",
    "‘",
    "[[",
];

#[test]
fn nothing_is_told_of_what_a_secret_is() {
    for (broken, key) in [
        ("token = \"hush", "token"),
        ("password: hush", "password"),
        ("AWS_SECRET_ACCESS_KEY=hush", "AWS_SECRET_ACCESS_KEY"),
        ("api_key = hush hush", "api_key"),
        ("\"secret\" = 'hush", "\"secret\""),
    ] {
        let toml = format!("[deploy.a]\n{broken}\nto = \"fs\"\n");
        let read = parse_toml(&SourcePath::new("site.toml"), &toml, 0);
        let found = &read.diagnostics[..];
        assert_eq!(found.len(), 1, "{broken}");
        let told = format!("{} {:?}", found[0].message, found[0].hint);
        assert!(!told.contains("hush") && found[0].fix.is_none(), "{told}");
        assert_eq!(&toml[found[0].span.as_ref().unwrap().range.clone()], key);
    }
}

/// TOML in which nothing is seen to be wrong until its reader says so, the words at fault, and what is said of them.
#[rustfmt::skip]
const UNREAD: [(&str, &str, &str); 13] = [
    ("a = 1\na.b = 2\n", "a", "`a` has a value already, and cannot be a table as well"),
    ("a = [1,, 2]\n", ",", "a comma stands here without a value before it"),
    ("a = { , b = 1 }\n", ",", "a comma stands here without a value before it"),
    ("a = \"\\u12\"\n", "\\u12", "`\\u12` names no character"),
    ("a = \"\\ud800\"\n", "\\ud800", "`\\ud800` names no character"),
    ("a = \"\"\"\n\\qb\"\"\"\n", "\\q", "`\\q` is no escape: a backslash in a string is written twice"),
    ("a = \"b\u{7}\"\n", "\u{7}", "an invisible character (U+0007) stands here; TOML knows ordinary spaces only"),
    ("a = 1 # b\u{7}\n", "\u{7}", "an invisible character (U+0007) stands here; TOML knows ordinary spaces only"),
    ("[a\"]\n", "\"", "a key is missing here, or is written as no key is"),
    ("= 1\n", "", "a key is missing here, or is written as no key is"),
    ("a' = 1\n", "'", "a key is missing here, or is written as no key is"),
    ("\"\"\"a\"\"\" = 1\n", "\"\"\"a\"\"\"", "a key is missing here, or is written as no key is"),
    ("\"a\"b = 1\n", "", "a value belongs behind a key and `=`"),
];

#[test]
fn what_only_the_reader_knows_is_said_in_our_words() {
    for (toml, place, message) in UNREAD {
        let problems = super::parse_toml(&SourcePath::new("a.md"), toml, 0).diagnostics;
        let [problem] = &problems[..] else {
            panic!("{toml}: {problems:?}");
        };
        let range = problem.span.as_ref().unwrap().range.clone();
        let found = (&toml[range], problem.message.to_string());
        assert_eq!(found, (place, message.to_owned()), "{toml}");
    }
    let deep = format!("a = {}1{}", "[".repeat(300), "]".repeat(300));
    let problems = super::parse_toml(&SourcePath::new("a.md"), &deep, 0).diagnostics;
    assert_eq!(problems[0].message.id(), Some("toml-deep"));
}

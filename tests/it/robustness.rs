//! No bytes make the program panic: not any at all, not the pieces of its own syntaxes in any order, and not its own site
//! with a few bytes flipped, missing or too many.

use std::cell::RefCell;
use std::sync::LazyLock;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use warraq::config::Config;
use warraq::pipeline::{Options, Pipeline};

use crate::site::{Files, source};

static GOOD: LazyLock<Files> = LazyLock::new(Files::good);
static DOSSIER: LazyLock<Files> = LazyLock::new(Files::dossier);

/// A file of each kind that is read.
const KINDS: [&str; 8] = [
    "site.toml",
    "content/books/bukhala.md",
    "content/source/article.toml",
    "content/pages/new.toml",
    "content/new",
    "templates/page.html",
    "templates/assets/site.css",
    "templates/assets/root/new.svg",
];

/// What the syntaxes are made of: TOML, Markdown, templates, CSS, and letters that are easily cut in two.
#[rustfmt::skip]
const PIECES: [&str; 96] = [
    "+++\n", "\n", "\n\n", "\r\n", " ", "    ", "\t", "\u{FEFF}", "\0", "\\", "\"", "\"\"\"", "'", "'''", "=", ".", ",", "#",
    "[", "]", "[[", "]]", "{", "}", "{{", "}}", "{%", "%}", "{#", "#}", "-", "|", "<", ">", "</", "/>", "&", "&amp;", ";", ":",
    "(", ")", "](", "![", "*", "**", "_", "`", "```\n", "~~", "|-|-|\n", "1. ", "- ", "## ", "> ", "[^1]", "<!--", "-->", "«", "»",
    "title", "slug", "url", "draft", "said", "paragraphs", "p", "quote", "mentions", "book", "jahiz", "true", "none", "1", "-1", "2025-02-30",
    "99999999999999999999", "0x", "1e999", "ref:", "cite:", "p1", "books/bukhala", "../", "/", "http://", "كتاب", "البخلاء", "آ", "آ", "ّ", "٣",
    "\u{202E}", "👳🏽\u{200D}♂️", "@import", "url(",
];

fn soup() -> impl Strategy<Value = Vec<u8>> {
    vec(select(&PIECES[..]), 0..60).prop_map(|pieces| pieces.concat().into_bytes())
}

/// A change to one place of a file.
#[derive(Debug, Clone)]
enum Edit {
    Flip(u8),
    Delete(usize),
    Insert(&'static str),
    /// A piece of the file itself, once more.
    Repeat(Index, usize),
}

fn edits() -> impl Strategy<Value = Vec<(Index, Edit)>> {
    let edit = prop_oneof![
        (0..8_u8).prop_map(|bit| Edit::Flip(1 << bit)),
        (1..40_usize).prop_map(Edit::Delete),
        select(&PIECES[..]).prop_map(Edit::Insert),
        (any::<Index>(), 1..200_usize).prop_map(|(from, length)| Edit::Repeat(from, length)),
    ];
    vec((any::<Index>(), edit), 1..6)
}

fn edited(bytes: &[u8], edits: &[(Index, Edit)]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for (place, edit) in edits {
        let at = place.index(bytes.len() + 1);
        let up_to = |from: usize, length: usize| (from + length).min(bytes.len());
        match edit {
            Edit::Flip(bit) => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= bit;
                }
            }
            Edit::Delete(length) => drop(bytes.drain(at..up_to(at, *length))),
            Edit::Insert(piece) => drop(bytes.splice(at..at, piece.bytes())),
            Edit::Repeat(from, length) => {
                let from = from.index(bytes.len() + 1);
                let piece = bytes[from..up_to(from, *length)].to_vec();
                drop(bytes.splice(at..at, piece));
            }
        }
    }
    bytes
}

/// A file of the dossier, by whether its path is of the kind that is wanted.
fn file_of_dossier(is_wanted: fn(&str) -> bool) -> impl Strategy<Value = &'static str> {
    let paths: Vec<&str> = DOSSIER.paths().filter(|path| is_wanted(path)).collect();
    select(paths)
}

thread_local! {
    /// The dossier in a pipeline that has run, so that each edit costs no more than what it touches. A run that panics leaves none.
    static PIPELINE: RefCell<Option<Pipeline>> = const { RefCell::new(None) };
}

fn run_dossier(path: &str, edits: &[(Index, Edit)]) {
    let mut pipeline = PIPELINE.take().unwrap_or_else(|| {
        let mut pipeline = Pipeline::new(Options::default());
        pipeline.run(&DOSSIER.snapshot());
        pipeline
    });
    let bytes = edited(DOSSIER.bytes(path), edits);
    pipeline.run(&DOSSIER.clone().with(path, bytes).snapshot());
    PIPELINE.set(Some(pipeline));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_bytes_in_any_file(path in select(&KINDS[..]), bytes in vec(any::<u8>(), 0..300)) {
        GOOD.clone().with(path, bytes).run();
    }

    #[test]
    fn any_syntax_in_any_file(path in select(&KINDS[..]), text in soup()) {
        GOOD.clone().with(path, text).run();
    }

    #[test]
    fn any_syntax_among_good_text(path in select(&KINDS[1..]), text in soup(), at in any::<Index>()) {
        let mut bytes = GOOD.iter().find(|(known, _)| *known == path).map_or_else(Vec::new, |(_, bytes)| bytes.to_vec());
        let at = at.index(bytes.len() + 1);
        bytes.splice(at..at, text);
        GOOD.clone().with(path, bytes).run();
    }

    #[test]
    fn the_dossiers_configuration_with_a_few_bytes_wrong(edits in edits()) {
        let bytes = edited(DOSSIER.bytes("site.toml"), &edits);
        let _ = Config::parse(&source("site.toml", &bytes), None);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn the_dossiers_entries_with_a_few_bytes_wrong(
        path in file_of_dossier(|path| path.starts_with("content/")),
        edits in edits(),
    ) {
        run_dossier(path, &edits);
    }

    #[test]
    fn the_dossiers_templates_and_configuration_with_a_few_bytes_wrong(
        path in file_of_dossier(|path| !path.starts_with("content/")),
        edits in edits(),
    ) {
        run_dossier(path, &edits);
    }
}

#[test]
fn no_nesting_is_deep_enough_to_bring_the_program_down() {
    let deep = |piece: &str| piece.repeat(20_000);
    let entry = |body: &str| format!("+++\ntitle = \"عمق\"\n+++\n\n{}", deep(body));
    // A stack that overflows ends the process, so each is a process of its own.
    for (path, text) in [
        ("site.toml", format!("a = {}", deep("["))),
        ("content/pages/new.toml", format!("a = {}", deep("{a="))),
        ("content/pages/new.toml", format!("{}a = 1", deep("a."))),
        ("content/pages/new.md", entry("> ")),
        ("content/pages/new.md", entry("[")),
        ("content/pages/new.md", entry("*a ")),
        ("content/pages/new.md", entry("«")),
        ("templates/book.html", format!("{{{{ {}", deep("("))),
        ("templates/book.html", deep("{% if page %}")),
        (
            "templates/book.html",
            format!("{{{{ page{} }}}}", deep(" | first")),
        ),
        ("templates/assets/site.css", deep("a{")),
        (
            "templates/assets/site.css",
            format!("{}{}", "a{".repeat(300), "}".repeat(300)),
        ),
        (
            "templates/assets/site.css",
            format!("a{{width:calc({}", deep("(")),
        ),
        ("templates/assets/site.css", format!("a{}", deep(":is(b"))),
    ] {
        let run = GOOD.clone().with(path, text.as_str()).on_disk().check();
        let ended = run.get_output().status;
        let start: String = text.chars().take(30).collect();
        assert!(
            matches!(ended.code(), Some(0 | 1)),
            "{path}, {start}: {ended}"
        );
    }
}

#[test]
fn long_chains_and_deep_types_exhaust_no_stack() {
    let mut included = GOOD.clone();
    for n in 0..500 {
        let text = format!("{{% include \"x{}.html\" %}}", n + 1);
        included = included.with(&format!("templates/x{n}.html"), text);
    }
    let included = included
        .with("templates/x500.html", "نص")
        .and("templates/page.html", "{% include \"x0.html\" %}");
    let listed = format!(
        "wrote = \"{}int{}\"",
        "list(".repeat(5000),
        ")".repeat(5000)
    );
    let listed = GOOD
        .clone()
        .replace("site.toml", "wrote = \"int\"", &listed);
    let branches = format!(
        "{{% if false %}}{}{{% endif %}}",
        "{% elif false %}".repeat(5000)
    );
    let branches = GOOD.clone().and("templates/page.html", &branches);
    for files in [included, listed, branches] {
        let ended = files.on_disk().check().get_output().status;
        assert!(matches!(ended.code(), Some(0 | 1)), "{ended}");
    }
}

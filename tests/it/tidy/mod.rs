//! The house rules that no compiler knows: who may touch the disk, how long a file is, what the program
//! must not know, and that documents and code name the same things.

mod features;
mod imports;
mod modules;
mod texts;

use std::collections::BTreeSet;
use std::fs;

use warraq::diagnostic::{CODES, Code, Scope};

use crate::site::{Files, repository};
use crate::sources::{self, SourceFile, is_code};

/// Modules of the standard library that reach outside the program, and the files that may name them.
const EDGES: [(&str, &[&str]); 7] = [
    (
        "fs",
        &[
            "source/load/",
            "content/fix/",
            "publish/",
            "cli/import.rs",
            "cli/init.rs",
            "cli/man.rs",
            "cli/new.rs",
            "cli/source.rs",
            "cli/theme.rs",
            "deploy/",
            "external/cache.rs",
            "pipeline/watchdog.rs",
            "serve/watch/folder.rs",
        ],
    ),
    (
        "io",
        &[
            "source/load/",
            "content/fix/",
            "publish/",
            "cli/",
            "deploy/",
            "external/cache.rs",
            "external/http.rs",
            "article/read/docx.rs",
            "digest/mod.rs",
            "hosting/encoded.rs",
            "locale/system.rs",
            "pages/templates/bounded.rs",
            "serve/connection.rs",
            "serve/mod.rs",
            "serve/file.rs",
            "serve/listen.rs",
            "serve/watch/cause.rs",
        ],
    ),
    (
        "time",
        &[
            "cli/",
            "config/limits.rs",
            "content/fix/",
            "deploy/",
            "external/",
            "pipeline/watchdog.rs",
            "publish/",
            "source/load/",
            "serve/connection.rs",
            "serve/slow.rs",
            "serve/preview.rs",
            "serve/rebuild.rs",
            "serve/watch/",
        ],
    ),
    (
        "thread",
        &[
            "content/fix/",
            "cli/",
            "deploy/",
            "external/scheduler.rs",
            "pipeline/watchdog.rs",
            "serve/mod.rs",
            "serve/slow.rs",
            "serve/watch/polling.rs",
        ],
    ),
    (
        "process",
        &["cli/", "deploy/", "main.rs", "source/load/history.rs"],
    ),
    (
        "net",
        &["serve/connection.rs", "serve/guard.rs", "serve/listen.rs"],
    ),
    (
        "env",
        &["cli/mod.rs", "cli/today.rs", "deploy/", "publish/layout.rs"],
    ),
];

/// Words of the dossier, which the program has never heard of.
const DOSSIER: [&str; 6] = [
    "countr",
    "region",
    "agreement",
    "marrakech",
    "morocc",
    "interpol",
];

/// Files that speak of the regions of object stores, as all who speak S3 do.
const S3: [&str; 3] = ["config/deploy.rs", "deploy/s3/", "config/keys.rs"];

/// The longest that a file may be, in lines.
const LONGEST: usize = 400;

/// Every line of the program with `path:line`, for messages.
fn lines(file: &SourceFile) -> impl Iterator<Item = (String, &str)> {
    let numbered = file.program();
    numbered.map(|(number, line)| (format!("src/{}:{number}", file.path), line))
}

#[test]
fn only_the_edges_reach_outside() {
    for file in sources::all() {
        for (place, line) in lines(&file) {
            assert!(
                !line.contains("std::{"),
                "{place}: one import a line, so that this test can read it"
            );
            for (module, allowed) in EDGES {
                let is_allowed = allowed.iter().any(|start| file.path.starts_with(start));
                assert!(
                    is_allowed || !line.contains(&format!("std::{module}")),
                    "{place} names std::{module}"
                );
            }
            assert!(
                file.room() == "external"
                    || file.path.starts_with("deploy/s3/")
                    || !line.contains("ureq"),
                "{place} asks the network"
            );
            for print in ["println!", "print!(", "eprint!(", "dbg!", "anstream::"] {
                assert!(
                    file.room() == "cli" || !line.contains(print),
                    "{place} prints"
                );
            }
        }
    }
}

/// What a page is made of is in the snapshot: a large file is opened only by those who send it on.
#[test]
fn only_the_edges_open_large_files() {
    let edges = ["source/load/", "publish/", "deploy/", "serve/file.rs"];
    let opening = ["open_whole(", "open_part(", "copy_to("];
    for file in sources::all() {
        let is_edge = edges.iter().any(|start| file.path.starts_with(start));
        for (place, line) in lines(&file) {
            let opens = opening.iter().any(|call| line.contains(call));
            assert!(is_edge || !opens, "{place} opens a file of the site");
        }
    }
}

#[test]
fn one_module_knows_the_hash_function() {
    for file in sources::all() {
        let is_named = file.text.contains("blake3");
        assert_eq!(is_named, file.path == "digest/mod.rs", "{}", file.path);
    }
}

#[test]
fn nothing_is_unwrapped() {
    for file in sources::all() {
        for (place, line) in lines(&file) {
            assert!(!line.contains(".unwrap()"), "{place}");
        }
    }
}

#[test]
fn the_program_knows_nothing_of_the_dossier() {
    for file in sources::all() {
        for (place, line) in lines(&file) {
            let mut line = line.to_lowercase();
            if S3.iter().any(|start| file.path.starts_with(start)) {
                line = line.replace("region", "");
            }
            let word = DOSSIER.iter().find(|word| line.contains(*word));
            assert_eq!(word, None, "{place}: {line}");
        }
    }
}

#[test]
fn files_are_short_and_say_what_they_are_for() {
    let tests = Files::below(&repository().join("tests/it"));
    let tests = tests.texts(&["rs"]);
    let tests = tests.map(|(path, text)| (format!("tests/it/{path}"), text.to_owned()));
    let program = sources::all()
        .into_iter()
        .map(|file| (format!("src/{}", file.path), file.text));
    let untidy = program
        .chain(tests)
        .filter_map(|(path, text)| match text.lines().count() {
            lines if lines > LONGEST => Some(format!("{path} has {lines} lines")),
            _ if !text.starts_with("//! ") => Some(format!("{path} does not say what it is for")),
            _ => None,
        });
    let untidy: Vec<_> = untidy.collect();
    assert!(untidy.is_empty(), "{untidy:#?}");
}

/// The words between ` and ` of a document.
fn quoted(document: &str) -> (String, BTreeSet<String>) {
    let text = fs::read_to_string(repository().join(document))
        .unwrap_or_else(|error| panic!("{document}: {error}"));
    let words = text.split('`').skip(1).step_by(2);
    let words = words.map(str::to_owned).collect();
    (text, words)
}

#[test]
fn every_code_is_used_listed_and_documented_and_no_other() {
    let (text, _) = quoted("docs/diagnostics.md");
    let words = text.split(|c: char| !c.is_ascii_alphanumeric());
    let documented: BTreeSet<String> = words
        .filter(|word| is_code(word))
        .map(str::to_owned)
        .collect();
    assert_eq!(documented, sources::codes());
    let listed = CODES.iter().map(|code| code.code.to_owned());
    assert_eq!(listed.collect::<BTreeSet<_>>(), documented);
    assert!(CODES.is_sorted_by_key(|code| &code.code[1..]));
}

#[test]
fn codes_are_documented_under_their_titles() {
    let (text, _) = quoted("docs/diagnostics.md");
    for code in CODES {
        let (_, section) = text.split_once(&format!("\n### {}\n", code.code)).unwrap();
        let (section, _) = section.split_once("\n### ").unwrap_or((section, ""));
        let words: Vec<&str> = section.split_whitespace().collect();
        let section = words.join(" ");
        let title = format!("**{}", code.title);
        assert!(section.starts_with(&title), "{}: {section}", code.code);
    }
}

/// `docs/checks.md` marks the rules whose findings `--fix` mends; a page may silence all rules there but the last.
#[test]
fn rules_of_typography_are_documented_with_what_the_table_says() {
    let (text, _) = quoted("docs/checks.md");
    let rows = text.lines().filter_map(|line| line.strip_prefix("| "));
    let rows: Vec<(&str, &str)> = rows
        .filter_map(|row| row.split_once(" |"))
        .filter(|(code, _)| is_code(code))
        .collect();
    let documented: BTreeSet<&str> = rows.iter().map(|(code, _)| *code).collect();
    let silenced = Code::silenced_in(Scope::Site);
    assert_eq!(documented, silenced.into_iter().collect::<BTreeSet<_>>());
    for (code, row) in rows {
        let is_marked = row.contains("**fix**");
        let has_fix = Code::find(code).unwrap().has_fix;
        assert!(has_fix || !is_marked, "{code}");
    }
}

#[test]
fn every_filter_and_function_is_documented() {
    let (text, _) = quoted("docs/templates.md");
    let files = sources::all();
    let filters = files
        .iter()
        .filter(|file| file.path.starts_with("pages/filters/"));
    let registered = filters.flat_map(|file| {
        let registrations = file.text.split("tera.register_").skip(1);
        registrations.map(|rest| rest.split('"').nth(1).unwrap())
    });
    let registered: Vec<_> = registered.collect();
    assert!(registered.len() > 10, "{registered:?}");
    for name in registered {
        let is_named = [
            format!("`{name}`"),
            format!("`{name}("),
            format!("`{name}("),
        ];
        assert!(
            is_named.iter().any(|named| text.contains(named)),
            "docs/templates.md lacks {name}"
        );
    }
}

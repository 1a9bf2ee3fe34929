//! `mistakes.tsv`: mistakes planted in paragraphs, tables, headings, list items and titles. Exactly those are found.

use std::collections::BTreeMap;

use warraq::diagnostic::Diagnostic;

use crate::site::{Files, repository};
use crate::sources::is_code;

/// A text and the mistakes in it.
pub(super) struct Planted {
    /// The path of its entry.
    pub(super) path: String,
    /// The entry.
    pub(super) file: String,
    /// Each mistake: its rule and its bytes in the entry.
    mistakes: Vec<(String, std::ops::Range<usize>)>,
}

/// All of them.
pub(super) fn planted() -> Vec<Planted> {
    let table = repository().join("tests/it/typography/mistakes.tsv");
    let table = std::fs::read_to_string(table).unwrap();
    let rows = table.lines().filter(|line| !line.starts_with('#'));
    rows.enumerate()
        .map(|(number, row)| plant(number, row))
        .collect()
}

fn plant(number: usize, row: &str) -> Planted {
    let [place, codes, text] = row.split('\t').collect::<Vec<_>>()[..] else {
        panic!("{row}");
    };
    let marked = match place {
        "body" => format!("+++\ntitle = \"ورقة\"\n+++\n\nسطر قبله.\n\n{text}\n"),
        "table" => {
            format!("+++\ntitle = \"ورقة\"\n+++\n\n| عمود | {text} |\n|---|---|\n| أول | ثان |\n")
        }
        "heading" => format!("+++\ntitle = \"ورقة\"\n+++\n\n## {text}\n\nنص بعده.\n"),
        "item" => format!("+++\ntitle = \"ورقة\"\n+++\n\n- بند\n- {text}\n"),
        "title" => format!("+++\ntitle = \"{text}\"\n+++\n\nنص.\n"),
        other => panic!("{other}"),
    };
    let mut file = String::new();
    let mut ranges = Vec::new();
    for part in marked.split('⟧') {
        let (before, mistake) = part.split_once('⟦').unwrap_or((part, ""));
        file.push_str(before);
        if !mistake.is_empty() {
            ranges.push(file.len()..file.len() + mistake.len());
            file.push_str(mistake);
        }
    }
    let codes: Vec<_> = codes.split(' ').map(str::to_owned).collect();
    assert!(
        codes.len() == ranges.len() && codes.iter().all(|code| is_code(code)),
        "{row}"
    );
    Planted {
        path: format!("content/pages/mistake-{number}.md"),
        file,
        mistakes: codes.into_iter().zip(ranges).collect(),
    }
}

/// The good site with every text of the table as a page.
pub(super) fn site() -> Files {
    let site = Files::good().and("site.toml", super::CHECK);
    planted()
        .iter()
        .fold(site, |site, one| site.with(&one.path, one.file.clone()))
}

fn shown(diagnostic: &Diagnostic) -> (String, std::ops::Range<usize>) {
    let range = diagnostic.span.as_ref().unwrap().range.clone();
    (diagnostic.code.to_owned(), range)
}

#[test]
fn exactly_the_planted_mistakes_are_found() {
    let planted = planted();
    let mistakes: Vec<_> = planted.iter().flat_map(|one| &one.mistakes).collect();
    assert!(mistakes.len() >= 150, "{}", mistakes.len());
    let mut rules: BTreeMap<&str, usize> = BTreeMap::new();
    for (code, _) in &mistakes {
        *rules.entry(code).or_default() += 1;
    }
    assert_eq!(rules.len(), 13);
    assert!(rules.values().all(|count| *count >= 5), "{rules:?}");

    let build = site().run();
    let mut found: BTreeMap<String, Vec<_>> = BTreeMap::new();
    for diagnostic in &build.diagnostics {
        let path = diagnostic.span.as_ref().unwrap().path.to_string();
        found.entry(path).or_default().push(shown(diagnostic));
    }
    let mut wrong = Vec::new();
    for one in &planted {
        let found = found.remove(&one.path).unwrap_or_default();
        if found != one.mistakes {
            wrong.push(format!(
                "{}\nexpected {:?}\nfound    {found:?}",
                one.file, one.mistakes
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn another_language_has_other_mistakes() {
    let in_language = |tag: &str| {
        let site = site().replace(
            "site.toml",
            "language = \"ar-MA\"",
            &format!("language = \"{tag}\""),
        );
        let mut codes: Vec<_> = site
            .run()
            .diagnostics
            .iter()
            .map(|found| found.code)
            .collect();
        codes.sort_unstable();
        codes.dedup();
        codes.retain(|code| ["E7", "W7"].contains(&&code[..2]));
        codes.join(" ")
    };
    assert_eq!(in_language("he"), "W712");
    // In Persian ک and ی are right, and و stands alone.
    assert_eq!(
        in_language("fa"),
        "E701 E703 E704 W705 W706 W707 W708 W709 W712 W719"
    );
}

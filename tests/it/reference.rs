//! The same verdicts as `tests/reference/check.py`, which was written apart from the program and in another language: on
//! every entry of the site as it stands, and on entries that have been tampered with.

use std::collections::BTreeSet;
use std::fs;
use std::ops::Range;

use toml::{Table, Value};

use crate::provenance::{Entries, Segment, segments};
use crate::site::{Files, repository};

/// Collections whose entries `facts.json` knows; links to others are no concern of `check.py`.
const KNOWN: [&str; 5] = [
    "regions",
    "countries",
    "organisations",
    "agreements",
    "topics",
];

/// How many segments each alteration is tried on.
const TRIES: usize = 8;

/// A way to tamper with a quotation or its citation; `None` where it cannot be done.
type Alteration = fn(&Segment<'_>) -> Option<String>;

const ALTERATIONS: [(&str, Alteration); 9] = [
    ("a letter is another", |segment| {
        Some(segment.with_letter_altered(5))
    }),
    ("the first letter is missing", |segment| {
        let first = segment.words().chars().next()?;
        Some(segment.reading(&segment.words()[first.len_utf8()..]))
    }),
    ("the last word is missing", |segment| {
        let (rest, _) = segment.words().rsplit_once(' ')?;
        Some(segment.reading(rest))
    }),
    ("the first word is missing", |segment| {
        let (_, rest) = segment.words().split_once(' ')?;
        Some(segment.reading(rest))
    }),
    ("a و is joined to it", |segment| {
        Some(segment.reading(&format!("و{}", segment.words())))
    }),
    ("a vowel is marked", |segment| {
        Some(segment.reading(&format!("{}َ", segment.words())))
    }),
    ("its words are in another order", |segment| {
        let (first, rest) = segment.words().split_once(' ')?;
        Some(segment.reading(&format!("{rest} {first}")))
    }),
    ("another paragraph is cited", |segment| {
        let number = segment.cited()?;
        let next: usize = segment.text[number.clone()].parse::<usize>().ok()? % 13 + 1;
        Some(segment.with(number, &next.to_string()))
    }),
    ("no such paragraph is cited", |segment| {
        // In prose this brings check.py down.
        let number = segment.cited().filter(|_| !segment.is_prose())?;
        Some(segment.with(number, "14"))
    }),
];

impl Segment<'_> {
    /// The text of the file with other words in the segment's place.
    fn reading(&self, words: &str) -> String {
        self.with(self.words.clone(), words)
    }

    fn is_prose(&self) -> bool {
        self.text[..self.words.start].ends_with('«')
    }

    /// Where the number of the cited paragraph stands: behind a quotation in prose, ahead of one in a field.
    pub(crate) fn cited(&self) -> Option<Range<usize>> {
        let start = if self.is_prose() {
            let mark = "](cite:p";
            self.words.end + self.text[self.words.end..].find(mark)? + mark.len()
        } else {
            let mark = "p = ";
            self.text[..self.words.start].rfind(mark)? + mark.len()
        };
        let digits = self.text[start..].bytes().take_while(u8::is_ascii_digit);
        Some(start..start + digits.count())
    }
}

#[test]
fn verdicts_are_those_of_the_reference() {
    let files = Files::dossier();
    let entries = Entries::read(&files);
    let mut texts: Vec<(String, &str, String)> = files
        .entries()
        .map(|(path, text)| (path.to_owned(), path, text.to_owned()))
        .collect();
    let segments = segments(&files);
    for (position, (what, alter)) in ALTERATIONS.iter().enumerate() {
        // Steps that have no factor in common with the number of segments would visit all of them.
        let order =
            (0..segments.len()).map(|n| &segments[(n * 61 + position * 17) % segments.len()]);
        let altered = order.filter_map(|segment| Some((segment, alter(segment)?)));
        texts.extend(altered.take(TRIES).map(|(segment, text)| {
            let name = format!("{}, «{}»: {what}", segment.path, segment.words());
            (name, segment.path, text)
        }));
    }

    let refused = refused_by_reference(texts.iter().map(|(_, path, text)| (*path, &**text)));
    for (n, (name, path, text)) in texts.iter().enumerate() {
        let problems = entries.problems_with(path, text);
        assert_eq!(
            refused.contains(&n),
            !problems.is_empty(),
            "{name}: {problems:#?}"
        );
    }
    let good = texts.len() - refused.len();
    let unaltered = texts.len() - ALTERATIONS.len() * TRIES;
    assert!(!refused.is_empty(), "nothing was refused");
    assert!(
        good > unaltered,
        "every alteration was refused: none of them tells what may be left off"
    );
}

/// The texts, by position, in which `check.py` finds something wrong.
fn refused_by_reference<'a>(texts: impl Iterator<Item = (&'a str, &'a str)>) -> BTreeSet<usize> {
    let folder = tempfile::tempdir().unwrap();
    let reference = repository().join("tests/reference");
    for file in ["facts.json", "article.txt"] {
        fs::copy(reference.join(file), folder.path().join(file)).unwrap();
    }
    let sample = folder.path().join("sample");
    fs::create_dir(&sample).unwrap();
    for (n, (path, text)) in texts.enumerate() {
        fs::write(sample.join(format!("{n}.md")), as_sample(path, text)).unwrap();
    }
    let run = std::process::Command::new("python3")
        .arg(reference.join("check.py"))
        .arg(folder.path())
        .env("PYTHONUTF8", "1")
        .output()
        .expect("python3 is needed for this test");
    let (said, complained) = (
        String::from_utf8(run.stdout).unwrap(),
        String::from_utf8(run.stderr).unwrap(),
    );
    assert_eq!(complained, "");
    // The first line counts what was seen; then comes `12.md.attested: …` for each problem, or `OK`.
    let problems = said.lines().skip(1).filter(|line| *line != "OK");
    let refused = problems.map(|problem| {
        let (file, _) = problem
            .split_once(".md")
            .unwrap_or_else(|| panic!("{problem}"));
        file.parse().unwrap()
    });
    refused.collect()
}

/// An entry as `check.py` reads one: a Markdown file, its slug among the fields, all of its Markdown in the body.
fn as_sample(path: &str, text: &str) -> String {
    let (front_matter, body) = match text.strip_prefix("+++\n") {
        Some(text) => text.split_once("+++\n").unwrap(),
        None => (text, ""),
    };
    let fields: Table = front_matter.parse().unwrap();
    let mut sample = String::from("+++\n");
    if !fields.contains_key("slug") {
        let name = path.rsplit('/').next().unwrap();
        let slug = name.split('.').next().unwrap();
        sample.push_str(&format!("slug = \"{slug}\"\n"));
    }
    sample.push_str(front_matter);
    sample.push_str("\n+++\n");
    sample.push_str(body);
    markdown(&Value::Table(fields), &mut |text| {
        sample.push_str("\n\n");
        sample.push_str(text);
    });
    without_unknown_links(&sample)
}

/// Hands out the strings that have links in them.
fn markdown(value: &Value, give: &mut impl FnMut(&str)) {
    match value {
        Value::String(text) if text.contains("](") => give(text),
        Value::Array(items) => items.iter().for_each(|item| markdown(item, give)),
        Value::Table(fields) => fields.values().for_each(|value| markdown(value, give)),
        _ => {}
    }
}

fn without_unknown_links(text: &str) -> String {
    let mut parts = text.split("](ref:");
    let mut kept = parts.next().unwrap().to_owned();
    for part in parts {
        let collection = part.split('/').next().unwrap();
        kept.push_str(if KNOWN.contains(&collection) {
            "](ref:"
        } else {
            "](/"
        });
        kept.push_str(part);
    }
    kept
}

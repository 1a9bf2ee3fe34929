//! What search publishes: an index of every page, and for the script that asks it the same words by the same forms.

use std::collections::BTreeSet;
use std::io::Write;
use std::process::{Command, Stdio};
use std::thread;

use serde_json::{Value, json};
use warraq::arabic::search::{Forms, broken_plurals, fold, without_article, words};

use crate::site::{Files, repository};

/// What the script makes of texts.
fn in_javascript(texts: &BTreeSet<String>) -> Vec<Value> {
    let mut node = Command::new("node")
        .arg(repository().join("tests/search/forms.mjs"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("node, which tests/run installs");
    let mut input = node.stdin.take().unwrap();
    let lines = texts.iter().map(|text| format!("{}\n", json!(text)));
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
fn in_rust(text: &str) -> Value {
    let folded = fold(text);
    let Forms { readings, stems } = Forms::of(&folded);
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
    let answers = in_javascript(&texts);
    assert_eq!(answers.len(), texts.len());
    let both = texts.iter().map(|text| (text, in_rust(text))).zip(&answers);
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

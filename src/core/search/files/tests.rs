//! Small and large indexes of pages that nobody wrote.

use std::collections::HashSet;
use std::sync::Arc;

use super::Settings;
use super::part::{Bridges, Part, cut};
use crate::arabic::search::{Forms, without_article};
use crate::output::Bytes;
use crate::path::OutputPath;
use crate::search::Extract;
use crate::search::index::{self, Page};

/// Pages of words that nobody wrote, with and without affixes.
fn pages(number: usize) -> Vec<Page> {
    let page = |n: usize| {
        let word = |at: usize| {
            let letters = ['ب', 'م', 'و', 'ت', 'ك', 'ل', 'س', 'ح', 'ا', 'ن'];
            let digits = (n * 7 + at * 13).to_string();
            let root: String = digits
                .bytes()
                .map(|byte| letters[usize::from(byte - b'0')])
                .collect();
            ["", "ال", "و", "وال"][at % 4].to_owned() + &root + ["", "ات", "ها"][at % 3]
        };
        let words: Vec<_> = (0..200).map(word).collect();
        let html = format!(
            "<main><h1>صفحة {n}</h1><p id=\"p\">{}</p></main>",
            words.join(" ")
        );
        Page {
            extract: Arc::new(Extract::of(&html)),
            address: format!("{n}/"),
            group: 0,
            aliases: Vec::new(),
            labels: Vec::new(),
        }
    };
    (0..number).map(page).collect()
}

fn settings() -> Settings {
    Settings {
        language: "ar-MA".to_owned(),
        synonyms: vec![("صفحة".to_owned(), vec!["ورقة".to_owned()])],
        groups: vec![(String::new(), None)],
        ..Settings::default()
    }
}

fn files(settings: Settings, pages: Vec<Page>) -> Vec<(OutputPath, Bytes)> {
    super::files(crate::search::FOLDER, settings, pages)
}

fn names(files: &[(OutputPath, Bytes)]) -> Vec<&str> {
    let names = files.iter().map(|(path, _)| path.as_str());
    names
        .map(|name| name.rsplit('/').next().unwrap_or_default())
        .collect()
}

#[test]
fn a_small_index_is_one_file_and_a_large_one_is_cut() {
    assert_eq!(names(&files(settings(), pages(20))), ["index.js"]);
    let large = files(settings(), pages(300));
    assert_eq!(names(&large)[..3], ["index.js", "pages-0.js", "pages-1.js"]);
    assert!(names(&large).contains(&"words-3.js"));
}

#[test]
fn what_is_made_stands_for_what_it_is_made_of() {
    let (once, again) = (files(settings(), pages(3)), files(settings(), pages(3)));
    assert_eq!(once[0].1.input_digest(), again[0].1.input_digest());
    assert_eq!(once[0].1.as_slice(), again[0].1.as_slice());
    let named = |change: fn(&mut Page)| {
        let mut pages = pages(3);
        change(&mut pages[1]);
        files(settings(), pages)[0].1.input_digest()
    };
    let others = [
        named(|page| page.address = "x".to_owned()),
        named(|page| page.aliases.push("x".to_owned())),
        named(|page| page.labels.push("x".to_owned())),
        named(|page| page.extract = Arc::new(Extract::of("<main>x</main>"))),
        files(Settings::default(), pages(3))[0].1.input_digest(),
        files(settings(), pages(2))[0].1.input_digest(),
    ];
    for (at, other) in others.iter().enumerate() {
        assert_ne!(*other, once[0].1.input_digest(), "{at}");
        assert_eq!(others.iter().filter(|one| *one == other).count(), 1, "{at}");
    }
}

/// The words of a part, as the script reads them.
fn words_of(part: &Part) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let starts: Vec<usize> = part
        .words
        .match_indices(|c: char| c.is_ascii_uppercase())
        .map(|(at, _)| at)
        .collect();
    let ends = starts.iter().copied().skip(1).chain([part.words.len()]);
    for (start, end) in starts.iter().zip(ends) {
        let shared = usize::from(part.words.as_bytes()[*start] - b'A');
        let before: String = words
            .last()
            .map(|word| word.chars().take(shared).collect())
            .unwrap_or_default();
        words.push(before + &part.words[start + 1..end]);
    }
    words
}

#[test]
fn every_word_is_in_every_part_where_a_form_of_it_is_looked_for() {
    let pages = pages(60);
    let none = vec![Vec::new(); pages.len()];
    let words = index::collect(&pages, &none, &HashSet::new());
    let bridges = Bridges {
        plurals: vec![("بتكوين".to_owned(), "مسحات".to_owned())],
        names: vec![("وبتول".to_owned(), "x".to_owned())],
    };
    let (bounds, parts) = cut(&words, &bridges, "ar", 7);
    assert_eq!((bounds.len(), parts.len()), (6, 7));
    assert!(bounds.is_sorted());
    let place =
        |form: &str| bounds.partition_point(|bound| bound.as_str() <= without_article(form));
    let held: Vec<HashSet<String>> = parts
        .iter()
        .map(|part| words_of(part).into_iter().collect())
        .collect();
    for word in &words {
        for form in Forms::of(word.text).all() {
            assert!(
                held[place(form)].contains(word.text),
                "{} by {form}",
                word.text
            );
        }
    }
    let all: usize = held.iter().map(HashSet::len).sum();
    assert!(all < words.len() * 3, "{all} for {}", words.len());
    let sizes: Vec<usize> = parts
        .iter()
        .map(|part| part.words.len() + part.postings.len())
        .collect();
    assert!(
        sizes.iter().max() < sizes.iter().min().map(|least| least * 3).as_ref(),
        "{sizes:?}"
    );
    for part in &parts {
        assert_eq!(words_of(part).len(), part.postings.split(' ').count());
    }
    for (singular, plural) in &bridges.plurals {
        for word in [singular, plural] {
            assert!(
                parts[place(word)].plurals.contains(singular.as_str()),
                "{word}"
            );
        }
    }
    for form in Forms::of("وبتول").all() {
        assert!(parts[place(form)].names.contains("وبتول"), "{form}");
    }
}

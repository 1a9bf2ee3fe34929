//! What a reader sees, by the tables `order.tsv` and, of pages that run from left to right, `order-ltr.tsv`: a text, the order it would be shown in, and the order
//! it is shown in. Arabic words stand as numbers there, in the order in which
//! they are read: ① is the first.

use proptest::prelude::*;
use warraq::arabic::bidi::{pieces, runs};

use crate::site::repository;

use super::{rendered, rendered_in_french};
use unicode_bidi::Level;

use super::visual::{in_line, legible, order, with_controls};

#[test]
fn every_text_is_shown_in_the_order_it_is_read_in() {
    is_shown_in_order("order.tsv", Level::rtl(), 70, rendered);
}

#[test]
fn so_is_every_text_of_a_page_that_runs_from_left_to_right() {
    is_shown_in_order("order-ltr.tsv", Level::ltr(), 30, rendered_in_french);
}

fn is_shown_in_order(table: &str, level: Level, least: usize, rendered: fn(&str) -> String) {
    let table = repository().join("tests/it/bidi").join(table);
    let table = std::fs::read_to_string(table).unwrap();
    let rows: Vec<Vec<&str>> = table
        .lines()
        .skip(1)
        .map(|row| row.split('\t').collect())
        .collect();
    assert!(rows.len() > least, "{}", rows.len());
    // One page for all: a paragraph each.
    let texts: Vec<&str> = rows.iter().map(|row| row[0]).collect();
    let html = rendered(&texts.join("\n\n"));
    let blocks: Vec<&str> = html
        .split("<p>")
        .skip(1)
        .map(|block| block.split("</p>").next().unwrap())
        .collect();
    assert_eq!(blocks.len(), rows.len());
    let mut shown = String::from("text\tplain\tisolated\n");
    for (text, block) in texts.iter().zip(blocks) {
        let isolated = with_controls(block);
        let plain: String = isolated
            .chars()
            .filter(|c| !matches!(c, '\u{2066}'..='\u{2069}'))
            .collect();
        shown.push_str(&format!(
            "{text}\t{}\t{}\n",
            legible(&plain, level),
            legible(&isolated, level)
        ));
    }
    assert_eq!(shown, table);
}

/// Arabic and what may stand in it.
fn mixed() -> impl Strategy<Value = String> {
    const PARTS: [&str; 30] = [
        "الأمن",
        "و",
        "هنا",
        " ",
        " ",
        " ",
        "Interpol",
        "New York",
        "C++",
        ".NET",
        "+212 5 37",
        "2025-11-24",
        "24",
        "3,5",
        "24–27",
        "50%",
        "-5",
        "(",
        ")",
        "«",
        "»",
        "، ",
        ". ",
        ": ",
        "\"",
        "https://example.org/?a=b",
        "E = mc²",
        "[1]",
        "#a",
        "٣",
    ];
    proptest::collection::vec(proptest::sample::select(&PARTS[..]), 1..12)
        .prop_map(|parts| parts.concat())
}

proptest! {
    /// Whatever stands around it, and each to the left of the one before it.
    #[test]
    fn a_run_is_seen_as_it_is_written(text in mixed()) {
        let runs = runs(&text);
        let isolated: String = pieces(&text, &runs)
            .map(|(piece, run)| match run {
                Some(_) => format!("\u{2066}{piece}\u{2069}"),
                None => piece.to_owned(),
            })
            .collect();
        let shown = order(&isolated);
        let mut rest = &*shown;
        // The first is the rightmost.
        for run in &runs {
            // A name of two scripts has words in it that are read from the right.
            let run = &*in_line(&text[run.range.clone()], Level::ltr());
            let at = rest.rfind(run);
            prop_assert!(at.is_some(), "{run} in {shown}");
            rest = &rest[..at.unwrap()];
        }
    }

    #[test]
    fn a_number_that_is_no_run_is_seen_as_it_is_written(before in "[أ-ي ]{0,4}", number in "[0-9]{1,4}([.,:/][0-9]{1,3}){0,2}", after in "[أ-ي ]{0,4}") {
        let text = format!("{before}{number}{after}");
        prop_assert_eq!(runs(&text), []);
        prop_assert!(order(&text).contains(&number));
    }
}

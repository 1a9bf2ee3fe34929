//! What a reader sees, by the table `order.tsv`: a text, the order it would be shown in, and the order
//! it is shown in. Arabic words stand as numbers there, in the order in which
//! they are read: ① is the first.

use crate::site::repository;

use super::rendered;
use super::visual::{legible, with_controls};

#[test]
fn every_text_is_shown_in_the_order_it_is_read_in() {
    let table = repository().join("tests/it/bidi/order.tsv");
    let table = std::fs::read_to_string(table).unwrap();
    let rows: Vec<Vec<&str>> = table
        .lines()
        .skip(1)
        .map(|row| row.split('\t').collect())
        .collect();
    assert!(rows.len() > 70, "{}", rows.len());
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
            legible(&plain),
            legible(&isolated)
        ));
    }
    assert_eq!(shown, table);
}

//! Towns that are in no table: a word behind «مدينة», «إقليم» or «جماعة», as newspapers introduce a place that readers may not know.

use std::collections::BTreeSet;

use super::company::FIRST;
use super::lexicon::{is, is_relative, is_word};
use super::places::Found;
use super::words::{Reading, Word, is_definite, without_particles};

/// Adds the towns of a paragraph to the places that were found.
pub(super) fn add_towns(words: &[Word<'_>], all: &mut Vec<Found>) {
    let taken: BTreeSet<usize> = all.iter().flat_map(|found| found.from..found.to).collect();
    for at in 1..words.len() {
        let before = words[at - 1].readings();
        let is_town = before.iter().any(|reading| is("towns", &reading.rest));
        if !is_town || taken.contains(&at) || !words[at].is_adjacent() {
            continue;
        }
        let is_district = before.iter().any(|reading| is("districts", &reading.rest));
        let word = &words[at];
        let second = words
            .get(at + 1)
            .filter(|next| next.is_adjacent() && !taken.contains(&(at + 1)));
        let is_compound = FIRST.contains(&word.folded.as_str());
        // What ends in ة or ي behind «مدينة» may be an adjective.
        let is_name = word.folded.chars().count() > 2
            && !word.folded.ends_with('ه')
            && !is_relative(&word.folded)
            && !is("stops", &word.folded)
            && !is("stops", &format!("ال{}", word.folded))
            && !is_word("particles", word)
            && !word.is_number()
            // «في عشرين مدينة وتشرك المقاولات» goes on.
            && !word.is_joined();
        let to = match second {
            Some(next) if is_compound && !is_word("particles", next) => at + 2,
            _ if !is_compound && is_name && (is_district || !is_definite(&word.folded)) => at + 1,
            _ => continue,
        };
        let reading = Reading {
            particles: "",
            rest: word.folded.clone(),
        };
        let mut name = without_particles(word.text, &reading);
        if to > at + 1 {
            name = format!("{name} {}", words[at + 1].text);
        }
        all.push(Found {
            from: at,
            to,
            place: None,
            name: Some(name),
        });
    }
}

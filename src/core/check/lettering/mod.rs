//! Every word of every page is set as a browser will set it, with the fonts and with the parts of them that are
//! published: no letter may be another, stand elsewhere, or come from another font than the site's.

mod text;
mod word;

use std::collections::BTreeSet;
use std::sync::Arc;

use foldhash::{HashMap, HashSet};
use rayon::prelude::*;

use self::word::{Fault, Setting};
use super::place::Sources;
use crate::diagnostic::Diagnostic;
use crate::fonts::{Fonts, Webfonts};
use crate::locale::text;
use crate::output::{Bytes, KnownSizes};
use crate::parallel::FILES_AT_A_TIME;
use crate::path::OutputPath;

/// What pages are set in.
#[derive(Clone, Copy)]
pub struct Lettering<'a> {
    /// The fonts of the site.
    pub fonts: &'a Fonts,
    /// What is published of them.
    pub webfonts: &'a Arc<Webfonts>,
    /// The sizes of what was published before.
    pub known_sizes: &'a KnownSizes,
}

/// The files with such words, each with its problem. Words in `known` have been set before; those that are found to be
/// right are added.
pub(super) fn check(
    files: &[(&OutputPath, &Bytes)],
    sources: Sources<'_>,
    lettering: Lettering<'_>,
    known: &mut HashSet<Box<str>>,
) -> Vec<(OutputPath, Diagnostic)> {
    if lettering.webfonts.fonts.is_empty() {
        return Vec::new();
    }
    let setting = Setting {
        fonts: lettering.fonts,
        webfonts: lettering.webfonts,
        language: sources.site.config.language.tag(),
    };
    let words: Vec<&str> = distinct(files, known).into_iter().collect();
    let words = words.into_par_iter().with_max_len(FILES_AT_A_TIME);
    let judged: Vec<_> = words.map(|word| (word, setting.faults(word))).collect();
    let mut faulty = HashMap::default();
    for (word, faults) in judged {
        if faults.is_empty() {
            known.insert(word.into());
        } else {
            faulty.insert(word, faults);
        }
    }
    if faulty.is_empty() {
        return Vec::new();
    }
    blame(files, sources, &faulty)
}

/// The words of all files, each once, but for those that are known.
fn distinct<'a>(
    files: &[(&'a OutputPath, &'a Bytes)],
    known: &HashSet<Box<str>>,
) -> HashSet<&'a str> {
    let files = files.par_iter().with_max_len(FILES_AT_A_TIME);
    // Headers and footers come on every page as they are: a piece that was seen is not cut into words again.
    let found = files.fold(
        || (HashSet::default(), HashSet::default()),
        |(mut seen, mut words), (path, bytes)| {
            pieces(path, bytes, |piece| {
                if seen.insert(piece) {
                    let new = piece.split_ascii_whitespace();
                    words.extend(new.filter(|word| !known.contains(*word)));
                }
            });
            (seen, words)
        },
    );
    let found = found.map(|(_, words): (HashSet<&str>, HashSet<&str>)| words);
    found.reduce(HashSet::default, |mut one, mut other| {
        if one.len() < other.len() {
            std::mem::swap(&mut one, &mut other);
        }
        one.extend(other);
        one
    })
}

/// The characters of a file that are set in the site's fonts.
pub(super) fn characters(path: &OutputPath, bytes: &Bytes) -> BTreeSet<char> {
    let mut characters = BTreeSet::new();
    pieces(path, bytes, |piece| characters.extend(piece.chars()));
    characters
}

/// The pieces of text of a file that are set in the site's fonts.
fn pieces<'a>(path: &OutputPath, bytes: &'a Bytes, each: impl FnMut(&'a str)) {
    let text = || bytes.as_text().unwrap_or_default();
    match path.extension() {
        Some("html") => text::pieces(text(), each),
        Some("css") => text::generated(text(), each),
        _ => {}
    }
}

/// Every file with a faulty word, with what is wrong with it: a fault once a file.
fn blame(
    files: &[(&OutputPath, &Bytes)],
    sources: Sources<'_>,
    faulty: &HashMap<&str, Vec<Fault>>,
) -> Vec<(OutputPath, Diagnostic)> {
    let found = files.par_iter().flat_map_iter(|(path, bytes)| {
        let mut faults: Vec<&Fault> = Vec::new();
        pieces(path, bytes, |piece| {
            let words = piece.split_ascii_whitespace();
            let of_words = words.filter_map(|word| faulty.get(word)).flatten();
            for fault in of_words {
                if !faults.contains(&fault) {
                    faults.push(fault);
                }
            }
        });
        let problems = faults
            .into_iter()
            .map(|fault| problem(fault, path, sources));
        problems
            .map(|problem| ((*path).clone(), problem))
            .collect::<Vec<_>>()
    });
    found.collect()
}

fn problem(fault: &Fault, path: &OutputPath, sources: Sources<'_>) -> Diagnostic {
    let code = |character: char| format!("U+{:04X}", u32::from(character));
    let (text, problem) = match fault {
        Fault::Missing(character) => {
            let code = code(*character);
            let character = character.to_string();
            let message = text!("character-without-font", character = &character, code);
            let hint = text!("character-without-font-hint");
            (character, Diagnostic::error("E422", message).hint(hint))
        }
        Fault::Unforeseen(character) => {
            let code = code(*character);
            let character = character.to_string();
            let message = text!("character-unforeseen", character = &character, code);
            let hint = text!("character-unforeseen-hint");
            (character, Diagnostic::error("E424", message).hint(hint))
        }
        Fault::Unread(name) => {
            let message = text!("character-reference-unknown", name);
            let hint = text!("character-reference-unknown-hint");
            (name.clone(), Diagnostic::error("E424", message).hint(hint))
        }
        Fault::Misshapen { letters, font } => {
            let message = text!("letters-misshapen", letters, font);
            let hint = text!("letters-misshapen-hint");
            let problem = Diagnostic::error("E423", message).hint(hint);
            (letters.clone(), problem)
        }
    };
    let problem = problem.on(path.url());
    match sources.place_of_words(&text, path) {
        Some(place) => problem.at(place),
        None => problem,
    }
}

//! All paragraphs of a site's sources, with what was found in them: what a page for reviewing shows.

use std::collections::BTreeMap;

use super::review::{MOST, Unreviewed, foremost, marks, unreviewed};
use crate::graph::{EntryId, Paragraph, Site};
use crate::schema::LanguageId;

/// A paragraph, and the drafts whose first quotation stands in it.
#[derive(Debug)]
pub struct Sheet {
    /// What the source is called, where it has a name.
    pub source: Option<String>,
    /// The paragraph's number.
    pub number: i64,
    /// Whether it is the title of the source.
    pub is_title: bool,
    /// Its words.
    pub pieces: Vec<Piece>,
    /// The drafts.
    pub drafts: Vec<Unreviewed>,
}

/// Some words of a paragraph.
#[derive(Debug, PartialEq, Eq)]
pub struct Piece {
    /// The words.
    pub words: String,
    /// What was found there.
    pub found: Found,
}

/// What was found in some words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// Nothing.
    Nothing,
    /// Some page quotes them.
    Quoted,
    /// A draft has its first quotation there.
    Proposed,
}

/// The paragraphs of all sources, in their order, with the drafts that are reviewed first.
#[must_use]
pub fn sheets(site: &Site) -> Vec<Sheet> {
    let Some((collection, role)) = site.config.schema.source() else {
        return Vec::new();
    };
    let mut drafts: BTreeMap<(EntryId, i64), Vec<Unreviewed>> = BTreeMap::new();
    for one in foremost(unreviewed(site), MOST) {
        drafts.entry(one.place()).or_default().push(one);
    }
    let mut sheets = Vec::new();
    for source in site.of(collection) {
        let name = site.source_name(*source, LanguageId::OWN);
        let all = (*source, i64::MIN)..=(*source, i64::MAX);
        for (place, paragraph) in site.provenance.paragraphs.range(all) {
            let drafts = drafts.remove(place).unwrap_or_default();
            sheets.push(Sheet {
                source: name.map(str::to_owned),
                number: place.1,
                is_title: role.title == Some(place.1),
                pieces: pieces(paragraph, &drafts, *place),
                drafts,
            });
        }
    }
    sheets
}

fn pieces(paragraph: &Paragraph, drafts: &[Unreviewed], place: (EntryId, i64)) -> Vec<Piece> {
    let words = paragraph.words();
    let proposed = marks(words, drafts, place);
    let quoted = paragraph
        .quoted
        .iter()
        .map(|range| (range.start, range.end));
    let quoted: Vec<(usize, usize)> = quoted.collect();
    let ends = proposed
        .iter()
        .chain(&quoted)
        .flat_map(|(start, end)| [*start, *end]);
    let mut ends: Vec<usize> = ends.chain([0, words.len()]).collect();
    ends.sort_unstable();
    ends.dedup();
    let mut pieces: Vec<Piece> = Vec::new();
    for pair in ends.windows(2) {
        let is_in = |ranges: &[(usize, usize)]| {
            let mut ranges = ranges.iter();
            ranges.any(|(start, end)| *start <= pair[0] && pair[1] <= *end)
        };
        let found = if is_in(&proposed) {
            Found::Proposed
        } else if is_in(&quoted) {
            Found::Quoted
        } else {
            Found::Nothing
        };
        pieces.push(Piece {
            words: words[pair[0]..pair[1]].to_owned(),
            found,
        });
    }
    pieces
}

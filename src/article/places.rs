//! Names of places in a paragraph: by a table of names as newspapers write them, with the particles that are joined to them;
//! by adjectives made of them («الشرطة النرويجية»); and by the company they keep, where a list of places has one more.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::lexicon::{is, is_relative, is_word, rows};
use super::words::{Reading, Word, bare, is_definite, without_particles};
use crate::arabic::search::fold;

/// A place of the table.
#[derive(Debug)]
pub(super) struct Place {
    /// Its name in addresses.
    pub(super) slug: &'static str,
    /// A country, a city or an area.
    pub(super) kind: &'static str,
    /// Its first name.
    pub(super) name: &'static str,
}

/// One that a paragraph speaks of: words `from` to `to`.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) from: usize,
    pub(super) to: usize,
    /// None of the table, where it is one by its company.
    pub(super) place: Option<&'static Place>,
    /// As the paragraph spells it, without particles; none where it has the adjective only.
    pub(super) name: Option<String>,
}

/// A name of the table: the words behind the first, the place, and whether a word of the language is written alike.
struct Name {
    others: Vec<String>,
    place: &'static Place,
    is_ambiguous: bool,
}

struct Table {
    /// By the first word of the name.
    names: BTreeMap<String, Vec<Name>>,
    /// By the stem of the adjective.
    adjectives: BTreeMap<String, &'static Place>,
    of_koreas: [Option<&'static Place>; 2],
}

static PLACES: LazyLock<Vec<(Place, &'static str, &'static str)>> = LazyLock::new(|| {
    let rows = rows(include_str!("places.tsv"));
    let rows = rows.filter_map(|row| {
        let mut cells = row.split('\t');
        let (slug, kind, names) = (cells.next()?, cells.next()?, cells.next()?);
        let name = names.split(['|', '!']).next()?;
        Some((
            Place { slug, kind, name },
            names,
            cells.next().unwrap_or_default(),
        ))
    });
    rows.collect()
});

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table {
        names: BTreeMap::new(),
        adjectives: BTreeMap::new(),
        of_koreas: [None, None],
    };
    for (place, names, stems) in PLACES.iter() {
        for name in names.split('|') {
            let is_ambiguous = name.ends_with('!');
            let words: Vec<String> = name.trim_end_matches('!').split(' ').map(fold).collect();
            table.add(&words, place, is_ambiguous);
            // «الشيلي» beside «شيلي».
            if !["city", "area"].contains(&place.kind)
                && words.len() == 1
                && !is_ambiguous
                && !is_definite(&words[0])
                && words[0] != "قطر"
            {
                table.add(&[format!("ال{}", words[0])], place, false);
            }
        }
        for stem in stems.split('|').filter(|stem| !stem.is_empty()) {
            table.adjectives.entry(fold(stem)).or_insert(place);
        }
        match place.slug {
            "south-korea" => table.of_koreas[0] = Some(place),
            "north-korea" => table.of_koreas[1] = Some(place),
            _ => {}
        }
    }
    for names in table.names.values_mut() {
        names.sort_by_key(|name| std::cmp::Reverse(name.others.len()));
    }
    table
});

impl Table {
    fn add(&mut self, words: &[String], place: &'static Place, is_ambiguous: bool) {
        if let Some((first, others)) = words.split_first() {
            let others = others.to_vec();
            self.names.entry(first.clone()).or_default().push(Name {
                others,
                place,
                is_ambiguous,
            });
        }
    }
}

/// The places of a paragraph in their order.
pub(super) fn places(words: &[Word<'_>]) -> Vec<Found> {
    let sure = named(words, &BTreeSet::new());
    let starts = sure.iter().map(|found| found.from).collect();
    let named = named(words, &starts);
    let mut all = named;
    add_company(words, &mut all);
    add_adjectives(words, &mut all);
    all.sort_by_key(|found| found.from);
    all
}

/// Places by their names. Of ambiguous ones, those that the words around them show to be meant; `known` are words at which a
/// place begins.
fn named(words: &[Word<'_>], known: &BTreeSet<usize>) -> Vec<Found> {
    let mut all: Vec<Found> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let found = at_word(words, at, known, all.last());
        at = found.as_ref().map_or(at + 1, |found| found.to);
        all.extend(found);
    }
    all
}

fn at_word(
    words: &[Word<'_>],
    at: usize,
    known: &BTreeSet<usize>,
    before: Option<&Found>,
) -> Option<Found> {
    for reading in words[at].readings() {
        for name in TABLE.names.get(&reading.rest).into_iter().flatten() {
            let to = at + 1 + name.others.len();
            let others = words.get(at + 1..to);
            let is_whole = others.is_some_and(|words| {
                words
                    .iter()
                    .zip(&name.others)
                    .all(|(word, other)| word.folded == *other && word.is_adjacent())
            });
            if !is_whole || reading.particles == "س" || is_refused(words, at, to, &reading) {
                continue;
            }
            let is_neighbour = before.is_some_and(|before| before.to == at && words[at].is_near())
                || words
                    .get(to)
                    .is_some_and(|next| known.contains(&to) && next.is_joined() && next.is_near());
            if name.is_ambiguous && !is_neighbour && !is_shown(words, at, to, &reading) {
                continue;
            }
            return Some(Found {
                from: at,
                to,
                place: Some(name.place),
                name: Some(spelling(words, at, to, &reading)),
            });
        }
    }
    None
}

/// A name as the paragraph writes it.
fn spelling(words: &[Word<'_>], from: usize, to: usize, reading: &Reading) -> String {
    let mut name = without_particles(words[from].text, reading);
    for word in &words[from + 1..to] {
        name.push(' ');
        name.push_str(word.text);
    }
    name
}

/// Whether the words around say that no place is meant: «صلاة المغرب», «الرباط الصليبي», «مسقط رأسه».
fn is_refused(words: &[Word<'_>], from: usize, to: usize, reading: &Reading) -> bool {
    let before = from.checked_sub(1).map(|at| &words[at]);
    let is_behind = before.is_some_and(|word| {
        words[from].is_adjacent() && reading.particles.is_empty() && is_word("no-place-after", word)
    });
    let next = words.get(to).filter(|next| next.is_adjacent());
    let is_ahead = next.is_some_and(|next| {
        let bare = next.folded.trim_end_matches(['ه', 'ا']);
        is("no-place-before", &next.folded)
            || is("no-place-before", bare)
            || words[from].folded.ends_with("قطر") && next.is_number()
    });
    is_behind || is_ahead
}

/// Whether the words around an ambiguous name show that the place is meant. «الاتفاقيات الجديدة» are new, «ميناء الداخلة» and
/// «المولود بالجديدة» name a town: an adjective has the article only where its noun has it.
fn is_shown(words: &[Word<'_>], from: usize, to: usize, reading: &Reading) -> bool {
    let next = words.get(to).filter(|next| next.is_adjacent());
    let before = from
        .checked_sub(1)
        .map(|at| &words[at])
        .filter(|_| words[from].is_adjacent());
    let is_free = reading.particles.is_empty();
    if before.is_some_and(|word| {
        is_free
            && word
                .readings()
                .iter()
                .any(|reading| is("intro", &reading.rest))
    }) {
        return true;
    }
    let has_adjective = next.is_some_and(|next| is_definite(&next.folded));
    let is_joined = ["ب", "وب", "فب"].contains(&reading.particles);
    let is_led = before.is_some_and(|word| is_free && is_word("preposition", word));
    if !is_definite(&reading.rest) {
        return is_joined || is_led;
    }
    let is_of_noun = before.is_some_and(|word| {
        let noun = word
            .readings()
            .into_iter()
            .any(|reading| is_definite(&reading.rest));
        let has_suffix = ["ه", "ها", "هم", "هما", "نا"]
            .iter()
            .any(|suffix| word.text.ends_with(suffix));
        is_free
            && !noun
            && !has_suffix
            && !is_word("particles", word)
            && !is_word("no-place-after", word)
            && !is_relative(&word.folded)
    });
    !has_adjective && (is_joined || is_led || is_of_noun)
}

/// How many places make a list of which the last item is one, too.
const LIST: usize = 3;

/// A word that stands in a list between places is one, and so is the last of a list of at least four.
fn add_company(words: &[Word<'_>], all: &mut Vec<Found>) {
    let starts: BTreeMap<usize, usize> = all.iter().map(|found| (found.from, found.to)).collect();
    let ends: BTreeMap<usize, usize> = all.iter().map(|found| (found.to, found.from)).collect();
    let mut more = Vec::new();
    for (at, word) in words.iter().enumerate().skip(1) {
        let is_item = word.is_joined()
            && word.is_near()
            && ends.contains_key(&at)
            && !starts.contains_key(&at);
        if !is_item
            || word.unjoined().chars().count() < 4
            || is_word("particles", word)
            || is("others", word.unjoined())
        {
            continue;
        }
        // One word, or two: «وكوستا ريكا».
        let followed = [at + 1, at + 2].into_iter().find(|to| {
            let next = words.get(*to).filter(|_| starts.contains_key(to));
            let between = words.get(at + 1).filter(|_| *to == at + 2);
            next.is_some_and(|next| next.is_joined() && next.is_near())
                && between.is_none_or(|word| {
                    word.is_adjacent() && !is_definite(&word.folded) && !word.is_joined()
                })
        });
        let run = run_before(words, &ends, at);
        let is_last = words.get(at + 1).is_none_or(|next| !next.is_adjacent());
        let to = followed.or(Some(at + 1).filter(|_| run >= LIST && is_last));
        let shape = word.unjoined();
        let is_plain = ["ها", "هم", "ون", "ين", "ات", "يه", "يا"]
            .iter()
            .any(|end| shape.ends_with(end))
            && followed.is_none();
        if let Some(to) = to.filter(|_| run >= 2 && !is_plain) {
            let reading = Reading {
                particles: "و",
                rest: shape.to_owned(),
            };
            more.push(Found {
                from: at,
                to,
                place: None,
                name: Some(spelling(words, at, to, &reading)),
            });
        }
    }
    all.extend(more);
    all.sort_by_key(|found| found.from);
}

/// How many places stand one after the other in a list that ends before a word, up to as many as make a list. `ends` says
/// where each begins, by where it ends.
fn run_before(words: &[Word<'_>], ends: &BTreeMap<usize, usize>, at: usize) -> usize {
    let (mut end, mut run) = (at, 0);
    while let Some(from) = ends.get(&end).filter(|_| run < LIST) {
        run += 1;
        end = *from;
        if !words[end].is_joined() || !words[end].is_near() {
            break;
        }
    }
    run
}

/// Places that are spoken of by their adjective.
fn add_adjectives(words: &[Word<'_>], all: &mut Vec<Found>) {
    let taken: BTreeSet<usize> = all.iter().flat_map(|found| found.from..found.to).collect();
    // Where the words begin that «و» joins to each other.
    let mut behind = 0;
    for (at, word) in words.iter().enumerate() {
        if !word.is_joined() || !word.is_near() {
            behind = at;
        }
        let is_taken = at == 0 || taken.contains(&at) || word.text.ends_with('ى');
        if is_taken || is_of_no_place(words, behind) {
            continue;
        }
        let Some(place) = adjective(words, at) else {
            continue;
        };
        all.push(Found {
            from: at,
            to: at + 1,
            place: Some(place),
            name: None,
        });
    }
}

fn adjective(words: &[Word<'_>], at: usize) -> Option<&'static Place> {
    const ENDS: [&str; 8] = ["يتين", "يين", "يون", "يات", "يان", "ية", "يه", "ي"];
    let word = &words[at];
    let readings = [word.folded.as_str(), word.unjoined()];
    for rest in readings {
        let stem = bare(rest);
        let Some(stem) = ENDS.iter().find_map(|end| stem.strip_suffix(end)) else {
            continue;
        };
        let Some(place) = TABLE.adjectives.get(stem) else {
            continue;
        };
        // «تركي بن فيصل» is somebody's name.
        let next = words.get(at + 1).filter(|next| next.is_adjacent());
        let is_person = !is_definite(rest)
            && next.is_some_and(|next| ["بن", "ال", "ابن"].contains(&next.folded.as_str()));
        if is_person || !is_definite(rest) && !word.is_adjacent() {
            continue;
        }
        if place.slug == "south-korea"
            && next.is_some_and(|next| next.folded.starts_with("الشمالي"))
        {
            return TABLE.of_koreas[1];
        }
        return Some(place);
    }
    None
}

/// A language, a currency, an ocean: «باللغتين العربية والفرنسية», «الدولار الأمريكي». The adjectives begin at a word.
fn is_of_no_place(words: &[Word<'_>], behind: usize) -> bool {
    let noun = behind.checked_sub(1).map(|at| &words[at]);
    noun.is_some_and(|noun| {
        words[behind].is_adjacent()
            && noun
                .readings()
                .iter()
                .any(|reading| is("no-place-after", &reading.rest))
    })
}

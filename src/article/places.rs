//! Names of places in a paragraph: by a table of names as newspapers write them, with the particles that are joined to them;
//! and by adjectives made of them («الشرطة النرويجية»).

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

const DOUBLED: char = '\u{651}';

/// Whether a word of the language is written like a name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Doubt {
    None,
    /// The words around it tell.
    Some,
    /// One so common that only «مدينة» or another place beside it tells.
    Much,
}

/// A name of the table: the words behind the first, and the place.
struct Name {
    others: Vec<String>,
    place: &'static Place,
    doubt: Doubt,
    /// Whether it is told by a doubled letter: «عمّان», beside «عمان».
    is_doubled: bool,
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
        let stem = cells.clone().next().unwrap_or_default();
        let name = own_name(names, stem)?;
        Some((
            Place { slug, kind, name },
            names,
            cells.next().unwrap_or_default(),
        ))
    });
    rows.collect()
});

/// The name that a place goes by where a paragraph has its adjective only: the one that the adjective is made of («بريطانيا» of
/// «البريطانية»), or the first.
fn own_name(names: &'static str, stem: &str) -> Option<&'static str> {
    let mut all = names.split('|').map(|name| name.trim_end_matches('!'));
    let first = all.clone().next()?;
    let start: String = bare(stem).chars().take(3).collect();
    let made_of = |name: &&str| !stem.is_empty() && bare(name).starts_with(&start);
    Some(all.find(made_of).unwrap_or(first))
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table {
        names: BTreeMap::new(),
        adjectives: BTreeMap::new(),
        of_koreas: [None, None],
    };
    for (place, names, stems) in PLACES.iter() {
        for name in names.split('|') {
            let doubt = match name.len() - name.trim_end_matches('!').len() {
                0 => Doubt::None,
                1 => Doubt::Some,
                _ => Doubt::Much,
            };
            let words: Vec<String> = name.trim_end_matches('!').split(' ').map(fold).collect();
            table.add(&words, place, doubt, name.contains(DOUBLED));
            // «الشيلي» beside «شيلي».
            if !["city", "area"].contains(&place.kind)
                && words.len() == 1
                && doubt == Doubt::None
                && !is_definite(&words[0])
                && !is_relative(&words[0])
                && words[0] != "قطر"
            {
                table.add(&[format!("ال{}", words[0])], place, Doubt::None, false);
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
    fn add(&mut self, words: &[String], place: &'static Place, doubt: Doubt, is_doubled: bool) {
        if let Some((first, others)) = words.split_first() {
            let others = others.to_vec();
            self.names.entry(first.clone()).or_default().push(Name {
                others,
                place,
                doubt,
                is_doubled,
            });
        }
    }
}

/// The places that a paragraph names, in their order.
pub(super) fn places(words: &[Word<'_>]) -> Vec<Found> {
    let sure = named(words, &BTreeSet::new(), false);
    let mut known: BTreeSet<usize> = sure.iter().map(|found| found.from).collect();
    known.extend(companions(words));
    named(words, &known, false)
}

/// Where ambiguous names begin that vouch for each other, since «و» joins three or more of them: «معان والمفرق والريشة».
fn companions(words: &[Word<'_>]) -> Vec<usize> {
    const ENOUGH: usize = 3;
    let all = named(words, &BTreeSet::new(), true);
    let goes_on = |one: &Found, other: &Found| {
        one.to == other.from && words[other.from].is_joined() && words[other.from].is_adjacent()
    };
    let runs = all.chunk_by(goes_on).filter(|run| run.len() >= ENOUGH);
    runs.flatten().map(|found| found.from).collect()
}

/// Places by their names. Of ambiguous ones, those that the words around them show to be meant; `known` are words at which a
/// place begins. With `any`, all that may be places.
fn named(words: &[Word<'_>], known: &BTreeSet<usize>, any: bool) -> Vec<Found> {
    let mut all: Vec<Found> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let found = at_word(words, at, known, all.last(), any);
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
    any: bool,
) -> Option<Found> {
    let is_doubled = words[at].text.contains(DOUBLED);
    let is_listed =
        words[at].is_adjacent() && before.is_some_and(|before| before.to == at && before.from < at);
    for reading in words[at].readings() {
        // «الرياض وجدة» are two: of «وجدة», «و» would be written twice.
        let is_whole = reading.particles.is_empty() && is_listed;
        let other = words[at].folded.strip_prefix('و').filter(|_| is_whole);
        if other.is_some_and(|rest| TABLE.names.contains_key(rest)) {
            continue;
        }
        let names = TABLE.names.get(&reading.rest).into_iter().flatten();
        let (same, others): (Vec<&Name>, Vec<&Name>) =
            names.partition(|name| name.is_doubled == is_doubled);
        for name in same.into_iter().chain(others) {
            let to = at + 1 + name.others.len();
            let others = words.get(at + 1..to);
            let is_whole = others.is_some_and(|words| {
                words
                    .iter()
                    .zip(&name.others)
                    .all(|(word, other)| word.folded == *other && word.is_adjacent())
            });
            // «نابلس الشرقية» is the east of it, «نابلس والشرقية» are two.
            let is_of_other = is_listed
                && reading.particles.is_empty()
                && is_definite(&reading.rest)
                && is_relative(&reading.rest)
                && name.doubt != Doubt::None;
            if !is_whole
                || is_of_other
                || reading.particles == "س"
                || is_refused(words, at, to, &reading)
            {
                continue;
            }
            // «نابلس الشرقية والخليل»
            let goes_on = |before: &Found| {
                let is_of_other = before.to + 1 == at
                    && words[before.to].is_adjacent()
                    && is_definite(&words[before.to].folded)
                    && is_relative(&words[before.to].folded)
                    && words[at].is_joined();
                before.to == at || is_of_other
            };
            let is_neighbour = before.is_some_and(|before| goes_on(before) && words[at].is_near())
                || words
                    .get(to)
                    .is_some_and(|next| known.contains(&to) && next.is_joined() && next.is_near());
            let is_shown = match name.doubt {
                Doubt::None => true,
                Doubt::Some => {
                    is_introduced(words, at, &reading) || is_shown(words, at, to, &reading)
                }
                Doubt::Much => is_introduced(words, at, &reading),
            };
            if !(any || is_neighbour || is_shown || known.contains(&at)) {
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
pub(super) fn spelling(words: &[Word<'_>], from: usize, to: usize, reading: &Reading) -> String {
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

/// Whether the word before a name says that it is one of a place: «مدينة», «ميناء».
fn is_introduced(words: &[Word<'_>], from: usize, reading: &Reading) -> bool {
    let before = from.checked_sub(1).map(|at| &words[at]);
    before.is_some_and(|word| {
        // «المدينة الجديدة» is new.
        let is_described = is_definite(&reading.rest) && reading.rest.ends_with('ه');
        let is_intro =
            |one: &Reading| is("intro", &one.rest) && !(is_described && is_definite(&one.rest));
        words[from].is_adjacent()
            && reading.particles.is_empty()
            && word.readings().iter().any(is_intro)
    })
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

/// Places that are spoken of by their adjective.
pub(super) fn add_adjectives(words: &[Word<'_>], all: &mut Vec<Found>) {
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

/// Whether a word is the first of a name in the table.
pub(super) fn is_name(folded: &str) -> bool {
    TABLE.names.contains_key(folded)
}

/// Whether a word is an adjective of a place: «الجزائري».
pub(super) fn is_of_place(words: &[Word<'_>], at: usize) -> bool {
    adjective(words, at).is_some()
}

fn adjective(words: &[Word<'_>], at: usize) -> Option<&'static Place> {
    const ENDS: [&str; 8] = ["يتين", "يين", "يون", "يات", "يان", "ية", "يه", "ي"];
    let word = &words[at];
    let readings = [word.folded.as_str(), word.unjoined()];
    for rest in readings {
        // «وألمانية» has no article.
        let stems = [bare(rest), rest].into_iter();
        let mut stems = stems.filter_map(|stem| ENDS.iter().find_map(|end| stem.strip_suffix(end)));
        let Some(place) = stems.find_map(|stem| TABLE.adjectives.get(stem)) else {
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

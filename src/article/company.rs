//! Places by the company they keep: a word that «و» joins to a list of places is one, too, and so are all that follow «ولايات» or
//! «مدن» where one of them is known.

use std::collections::BTreeMap;

use super::bodies;
use super::lexicon::{is, is_relative, is_word};
use super::places::{Found, spelling};
use super::words::{Reading, Word, bare, is_definite};

/// What a name of two words begins with.
pub(super) const FIRST: [&str; 27] = [
    "اولاد",
    "سيدي",
    "مولاي",
    "ايت",
    "بني",
    "بن",
    "عين",
    "سوق",
    "دار",
    "واد",
    "وادي",
    "لاله",
    "تل",
    "خان",
    "برج",
    "فم",
    "غور",
    "بئر",
    "كفر",
    "دير",
    "راس",
    "ام",
    "بيت",
    "باب",
    "حمام",
    "ذراع",
    "حاسي",
];

/// How many known places make a list by themselves, and how many one that a preposition or «مدن» opens.
const LIST: usize = 3;
const LED: usize = 2;

/// An item of a list: words `from` to `to`.
struct Item {
    from: usize,
    to: usize,
    /// Whether it is one of the table.
    is_found: bool,
    /// Whether it shows that the list is one of places.
    is_known: bool,
}

/// Adds the places that lists of places have besides.
pub(super) fn add_company(words: &[Word<'_>], all: &mut Vec<Found>) {
    let known: BTreeMap<usize, usize> = all.iter().map(|found| (found.from, found.to)).collect();
    let mut at = 0;
    while at < words.len() {
        let is_headed = is_headed(words, at);
        let is_led = at > 0 && words[at].is_adjacent() && is_word("preposition", &words[at - 1]);
        if !is_headed && !is_led && !known.contains_key(&at) {
            at += 1;
            continue;
        }
        let items = list(words, at, is_headed, &known);
        for item in believed(words, &items, is_headed) {
            let first = &words[item.from];
            let is_first = item.from == at && !first.is_joined();
            let reading = Reading {
                particles: if is_first { "" } else { "و" },
                rest: if is_first {
                    first.folded.clone()
                } else {
                    first.unjoined().to_owned()
                },
            };
            all.push(Found {
                from: item.from,
                to: item.to,
                place: None,
                name: Some(spelling(words, item.from, item.to, &reading)),
            });
        }
        at = items.last().map_or(at + 1, |last| last.to.max(at + 1));
    }
    all.sort_by_key(|found| found.from);
}

/// Whether a list of places begins at a word: «ولايات», «بموانئ».
fn is_headed(words: &[Word<'_>], at: usize) -> bool {
    let before = at.checked_sub(1).map(|at| words[at].readings());
    words[at].is_adjacent()
        && before.is_some_and(|readings| readings.iter().any(|one| is("areas", &one.rest)))
}

/// Whether the word before a list is one of divisions of a country.
fn is_of_divisions(words: &[Word<'_>], at: usize) -> bool {
    let readings = words[at - 1].readings();
    readings.iter().any(|one| is("divisions", &one.rest))
}

/// The items that «و» joins to each other from a word on.
fn list(
    words: &[Word<'_>],
    start: usize,
    is_headed: bool,
    known: &BTreeMap<usize, usize>,
) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    let mut at = start;
    while let Some(word) = words.get(at) {
        let is_first = items.is_empty();
        if !(is_first || word.is_joined() && word.is_near()) {
            break;
        }
        let to = known.get(&at).copied();
        let end = to.or_else(|| unknown(words, at, is_first, is_headed, known));
        let Some(end) = end else { break };
        items.push(Item {
            from: at,
            to: end,
            is_found: to.is_some(),
            // «بجماعات تاكزيرت وفم العنصر»: a name by its first word says that all are.
            is_known: to.is_some() || is_headed && end == at + 2 && is_compound(word),
        });
        at = end;
    }
    items
}

/// Where an item ends that is in no table, if it may be the name of a place.
fn unknown(
    words: &[Word<'_>],
    at: usize,
    is_first: bool,
    is_headed: bool,
    known: &BTreeMap<usize, usize>,
) -> Option<usize> {
    let word = &words[at];
    let shape = if is_first {
        word.folded.as_str()
    } else {
        word.unjoined()
    };
    let is_refused = is_word("particles", word)
        || is("others", shape)
        || is("stops", shape)
        || is("plain", shape)
        || bodies::is_head(shape)
        || shape.chars().count() < if is_headed { 3 } else { 4 } && !is_compound(word)
        || word.is_number()
        || is_future(shape);
    let next = words.get(at + 1).filter(|next| next.is_adjacent());
    // «وتتواصل من»
    let is_verb = !is_first
        && is_present(shape)
        && next.is_some_and(|next| is_word("preposition", next) || is_word("particles", next));
    if is_refused || is_verb {
        return None;
    }
    if is_compound(word) {
        let is_name = next.is_some_and(|next| !is_word("particles", next) && !next.is_joined());
        return is_name.then_some(at + 2);
    }
    // «وكوستا ريكا»: two words before one that is known.
    let is_pair = !is_first
        && next.is_some_and(|next| !is_definite(&next.folded) && !next.is_joined())
        && known.contains_key(&(at + 2))
        && words
            .get(at + 2)
            .is_some_and(|behind| behind.is_joined() && behind.is_near());
    if is_pair {
        return Some(at + 2);
    }
    let ends: &[&str] = if is_headed {
        &["ها", "هم", "ون", "ين", "ات"]
    } else {
        &["ها", "هم", "ون", "ين", "ات", "يه", "يا"]
    };
    let is_joined = words
        .get(at + 1)
        .is_some_and(|next| next.is_joined() && next.is_near());
    let is_plain = (is_headed || !is_joined) && ends.iter().any(|end| shape.ends_with(end));
    (!is_plain).then_some(at + 1)
}

/// Whether a word is the first of a name of two.
fn is_compound(word: &Word<'_>) -> bool {
    let rest = word.folded.strip_prefix('و').unwrap_or_default();
    FIRST.contains(&word.folded.as_str()) || FIRST.contains(&rest)
}

/// Whether a word is a verb of what will be: «ستقام», «سيمر».
fn is_future(shape: &str) -> bool {
    ["ست", "سي", "سن"]
        .iter()
        .any(|start| shape.starts_with(start))
        && shape.chars().count() > 4
}

/// Whether a word may be a verb of what is: «تتواصل», «يمتد», and not «تازة» or «تيزنيت».
fn is_present(shape: &str) -> bool {
    shape.starts_with(['ت', 'ي'])
        && !["تا", "تي", "تو", "يا"]
            .iter()
            .any(|start| shape.starts_with(start))
}

/// The items of a list that are places though no table has them.
fn believed<'a>(words: &[Word<'_>], items: &'a [Item], is_headed: bool) -> Vec<&'a Item> {
    let Some(start) = items.first() else {
        return Vec::new();
    };
    let count = items.iter().filter(|item| item.is_known).count();
    let is_led = start
        .from
        .checked_sub(1)
        .is_some_and(|before| is_word("preposition", &words[before]))
        || words[start.from].folded.starts_with(['ب', 'ل']);
    let enough = if is_headed {
        1
    } else if is_led {
        LED
    } else {
        LIST
    };
    // «معتمديات كسرى وبرقو والروحية»: of divisions, names are listed.
    if is_headed && count == 0 && items.len() > 1 && is_of_divisions(words, start.from) {
        let is_name = |item: &&Item| {
            let shape = words[item.from].unjoined();
            // «أقاليم الجنوب والشرق», «بلديات كبرى وصغرى», «أقاليم جنوبية وشمالية»
            words[item.from].is_adjacent()
                && !is("preposition", bare(shape))
                && !is("unnaming", shape)
                && (is_definite(shape) || !is_relative(shape))
        };
        let names: Vec<&Item> = items.iter().take_while(is_name).collect();
        return if names.len() > 1 { names } else { Vec::new() };
    }
    // Of twice as many that are not known as are known, at most.
    if count < enough || !is_headed && items.len() > 3 * count {
        return Vec::new();
    }
    // What stands behind the last known one is believed where the list ends with it, and not a phrase that goes on.
    let last_known = items.iter().rposition(|item| item.is_known).unwrap_or(0);
    let is_ended = items.last().is_some_and(|last| {
        let next = words.get(last.to);
        next.is_none_or(|next| !next.is_adjacent() || is_word("particles", next))
    });
    // «…وبغداد ونينوى، وأقيمت»: a comma where there was none begins a clause.
    let is_same = items.len() < 3 || {
        let gaps = items[items.len() - 2..]
            .iter()
            .map(|item| words[item.from].is_adjacent());
        let gaps: Vec<bool> = gaps.collect();
        gaps[0] == gaps[1]
    };
    let upto = if is_ended && is_same {
        items.len()
    } else {
        last_known + 1
    };
    items[..upto].iter().filter(|item| !item.is_found).collect()
}

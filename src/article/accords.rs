//! Agreements in a paragraph: اتفاق, اتفاقية, مذكرة تفاهم, بروتوكول, بيان مشترك, with the parties behind «مع» or «بين». One that is
//! only spoken of again («الاتفاقية»), or of which there are several («مذكرات التفاهم»), is none.

use std::collections::BTreeMap;
use std::ops::Range;

use super::lexicon::{is, is_relative, is_word};
use super::signers;
use super::words::{Word, bare, is_definite, without_particles};

/// An agreement: words `from` to `to`.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) from: usize,
    pub(super) to: usize,
    /// What it is called: «مذكرة تفاهم».
    pub(super) kind: &'static str,
    /// The words that name each party.
    pub(super) parties: Vec<Range<usize>>,
    /// The words that say what it is about.
    pub(super) subject: Option<Range<usize>>,
}

/// Ways to begin, in one spelling, each with the kind. A word may have the article.
const HEADS: [(&str, &str, &str); 13] = [
    ("مذكره", "تفاهم", "مذكرة تفاهم"),
    ("مذكره", "التفاهم", "مذكرة تفاهم"),
    ("مذكره", "تعاون", "مذكرة تعاون"),
    ("بيان", "مشترك", "بيان مشترك"),
    ("بيانا", "مشتركا", "بيان مشترك"),
    ("البيان", "المشترك", "بيان مشترك"),
    ("اعلان", "مشترك", "إعلان مشترك"),
    ("اعلان", "نوايا", "إعلان نوايا"),
    ("اعلانا", "مشتركا", "إعلان مشترك"),
    ("عقد", "شراكه", "عقد شراكة"),
    ("بلاغ", "مشترك", "بلاغ مشترك"),
    ("خطاب", "نوايا", "خطاب نوايا"),
    ("مذكرتي", "تفاهم", "مذكرة تفاهم"),
];

const SINGLE: [(&str, &str); 8] = [
    ("اتفاق", "اتفاق"),
    ("اتفاقا", "اتفاق"),
    ("اتفاقيه", "اتفاقية"),
    ("بروتوكول", "بروتوكول"),
    ("بروتوكولا", "بروتوكول"),
    ("معاهده", "معاهدة"),
    // Every contract is one, and only those that say who made them are told of.
    ("عقد", CONTRACT),
    ("عقدا", CONTRACT),
];

const CONTRACT: &str = "عقد";

/// How many words may stand between the head and the parties.
const FARTHEST: usize = 7;

/// The longest subject, in words.
const LONGEST: usize = 60;

/// What opens the subject.
const SUBJECTS: [&str; 9] = [
    "بشان",
    "حول",
    "بخصوص",
    "تهم",
    "يهم",
    "تتعلق",
    "يتعلق",
    "تروم",
    "يروم",
];

/// The agreements of a paragraph. `named` are the bodies and places in it.
pub(super) fn accords(words: &[Word<'_>], named: &[Range<usize>]) -> Vec<Found> {
    // Of what begins at a word, the longest.
    let mut ends: BTreeMap<usize, usize> = BTreeMap::new();
    for range in named {
        let end = ends.entry(range.start).or_default();
        *end = range.end.max(*end);
    }
    let mut all: Vec<Found> = Vec::new();
    for at in 0..words.len() {
        if all.last().is_some_and(|last| at < last.to) {
            continue;
        }
        all.extend(at_word(words, at, &ends));
    }
    all
}

fn head(words: &[Word<'_>], at: usize) -> Option<(usize, &'static str, bool)> {
    for reading in words[at].readings() {
        let is_defined = is_definite(&reading.rest);
        let bare = if is_defined {
            &reading.rest["ال".len()..]
        } else {
            &reading.rest
        };
        let next = words.get(at + 1).filter(|word| word.is_adjacent());
        if let Some(next) = next {
            let pair = HEADS.iter().find(|(first, second, _)| {
                (*first == reading.rest || *first == bare) && *second == next.folded
            });
            if let Some((_, second, kind)) = pair {
                return Some((at + 2, kind, is_definite(second)));
            }
        }
        if let Some((_, kind)) = SINGLE.iter().find(|(word, _)| *word == bare) {
            return Some((at + 1, kind, is_defined));
        }
    }
    None
}

/// What an agreement is called: its words without the particles that are joined to the first («لاتفاق ثقافي»).
pub(super) fn name(first: &Word<'_>, quote: &str) -> String {
    let is_head = |rest: &str| {
        let rest = bare(rest);
        SINGLE.iter().any(|(word, _)| *word == rest)
            || HEADS
                .iter()
                .any(|(word, ..)| *word == rest || bare(word) == rest)
    };
    let readings = first.readings();
    let reading = readings.iter().find(|one| is_head(&one.rest));
    let others = quote.split_once(' ').map(|(_, others)| others);
    match (reading, others) {
        (Some(reading), Some(others)) => {
            format!("{} {others}", without_particles(first.text, reading))
        }
        _ => quote.to_owned(),
    }
}

fn at_word(words: &[Word<'_>], from: usize, named: &BTreeMap<usize, usize>) -> Option<Found> {
    let (behind, kind, is_defined) = head(words, from)?;
    let before = from
        .checked_sub(1)
        .map(|at| &words[at])
        .filter(|_| words[from].is_adjacent());
    // «تم الاتفاق مع الوزارة على» is an act, «هذا الاتفاق» one that was spoken of.
    if before.is_some_and(|word| {
        ["تم", "يتم", "جري", "هذا", "هذه", "تلك", "ذلك", "وتم"].contains(&word.folded.as_str())
    }) && is_defined
    {
        return None;
    }
    let said = signers::of_clause(words, behind, named);
    let said = said.map(|(to, parties)| (to, parties, true));
    let parties_of = || parties(words, behind, named);
    if said.is_none()
        && kind == CONTRACT
        && (is_defined || !is_signed(words, from) || parties_of().is_none())
    {
        return None;
    }
    let (mut to, mut parties, is_all) = match said.or_else(parties_of) {
        Some((to, parties, is_all)) => (to, parties, is_all),
        None => (
            specified(words, from, behind, is_defined, named)?,
            Vec::new(),
            false,
        ),
    };
    if !is_all {
        // Whoever signs it is the other party.
        let signers = signers::before(words, from, named);
        let others = std::mem::replace(&mut parties, signers);
        parties.extend(others);
    }
    if let Some(year) = words
        .get(to + 1)
        .filter(|_| ["لسنه", "سنه", "لعام", "عام"].contains(&words[to].folded.as_str()))
    {
        to += if year.is_number() && words[to].is_adjacent() {
            2
        } else {
            0
        };
    }
    Some(Found {
        from,
        to,
        kind,
        parties,
        subject: subject(words, to),
    })
}

/// The parties behind «مع» or «بين», where the last ends, and whether they are all: behind «بين».
fn parties(
    words: &[Word<'_>],
    behind: usize,
    named: &BTreeMap<usize, usize>,
) -> Option<(usize, Vec<Range<usize>>, bool)> {
    let reach = words.iter().enumerate().skip(behind).take(FARTHEST);
    let mut reach =
        reach.take_while(|(at, word)| *at == behind && word.is_adjacent() || word.is_adjacent());
    let (with, word) = reach.find(|(_, word)| ["مع", "بين"].contains(&word.folded.as_str()))?;
    let is_between = word.folded == "بين";
    let mut parties: Vec<Range<usize>> = Vec::new();
    let mut at = with + 1;
    while let Some(word) = words.get(at) {
        let is_next = parties.is_empty() && word.is_adjacent()
            || !parties.is_empty() && word.is_joined() && word.is_near();
        if !is_next {
            break;
        }
        // «جماعة تيسة»
        let town = named
            .get(&(at + 1))
            .filter(|_| is("towns", word.unjoined()));
        let end = match named.get(&at).or(town) {
            Some(end) => *end,
            // One that is in no list: words with the article, up to three.
            None if parties.is_empty() => {
                let is_part = |(offset, word): &(usize, &Word<'_>)| {
                    is_definite(&word.folded)
                        && (*offset == 0 || word.is_adjacent())
                        && !is("stops", &word.folded)
                };
                // «مجموعة سيمنز للطاقة» has no article.
                let noun = usize::from(
                    !is_definite(&word.folded)
                        && !is_word("particles", word)
                        && !is("generic-parties", &word.folded),
                );
                let count = words
                    .iter()
                    .skip(at + noun)
                    .take(3)
                    .enumerate()
                    .take_while(is_part)
                    .count();
                if count == 0 || is("generic-parties", &word.folded) {
                    break;
                }
                at + noun + count
            }
            None => break,
        };
        parties.push(at..end);
        at = end;
        if !is_between
            && !words
                .get(at)
                .is_some_and(|word| word.is_joined() && named.contains_key(&at))
        {
            break;
        }
    }
    let last = parties.last()?.end;
    Some((last, parties, is_between))
}

/// Where the words end that say which agreement it is, without parties: «اتفاقية لاهاي», «بروتوكول تعاون» where it is signed.
fn specified(
    words: &[Word<'_>],
    from: usize,
    behind: usize,
    is_defined: bool,
    named: &BTreeMap<usize, usize>,
) -> Option<usize> {
    let next = words.get(behind).filter(|word| word.is_adjacent());
    let is_pair = behind == from + 2;
    if let Some(end) = next.and_then(|_| named.get(&behind)) {
        let is_particle =
            words[behind].readings()[0].rest != words[behind].folded || words[behind].is_joined();
        if !is_defined && !is_pair && !is_particle {
            return Some(*end);
        }
    }
    if let Some(end) = told_of(words, behind, is_defined) {
        return Some(end);
    }
    if let Some(end) = treaty(words, behind).filter(|_| is_defined) {
        return Some(end);
    }
    // One that is new is signed, somewhere in the sentence before or just behind.
    if is_defined || !is_signed(words, from) {
        return None;
    }
    // «مذكرة تفاهم رباعية»
    if is_pair && next.is_some_and(|next| is_relative(&next.folded) && !is_definite(&next.folded)) {
        return Some(behind + 1);
    }
    if is_pair || next.is_some_and(|next| SUBJECTS.contains(&next.folded.as_str())) {
        return Some(behind);
    }
    let next = next.filter(|next| !is_word("particles", next) && !is("stops", &next.folded))?;
    if next.folded.starts_with('ل') {
        // «اتفاق لوقف إطلاق النار», «اتفاق للتبادل التجاري»
        let most = if next.folded.starts_with("لل") {
            2
        } else {
            3
        };
        return subject(words, behind).map(|range| range.end.min(behind + most));
    }
    let is_plain = !is_definite(&next.folded)
        || words
            .get(behind + 1)
            .is_none_or(|word| !is_definite(&word.folded));
    let to = behind + 1;
    Some(if is_plain { to } else { to + 1 })
}

/// Whether the sentence speaks of signing, before an agreement is named or just behind.
fn is_signed(words: &[Word<'_>], from: usize) -> bool {
    let start = signers::sentence(words, from);
    let around = words[start..].iter().take(from - start + 8);
    around.into_iter().any(|word| is("signing", &word.folded))
}

/// Where the words end that tell which agreement it is before it is said that it was made: «البروتوكول الصحي المغاربي الموقع بطرابلس»,
/// «اتفاقية حماية التراث الثقافي التي اعتمدتها».
fn told_of(words: &[Word<'_>], behind: usize, is_defined: bool) -> Option<usize> {
    const MOST: usize = 6;
    let is_part = |word: &Word<'_>| {
        word.is_adjacent()
            && (!is_word("particles", word) || ["غير", "في"].contains(&word.folded.as_str()))
            && !is("signing", &word.folded)
    };
    let count = words.iter().skip(behind).take(MOST);
    let count = count
        .take_while(|word| is_part(word) && !is("signed", &word.folded))
        .count();
    let end = behind + count;
    let next = words
        .get(end)
        .filter(|word| word.is_adjacent() && count > 0)?;
    let is_all_defined = words[behind..end]
        .iter()
        .all(|word| is_definite(&word.folded));
    if is("signed", &next.folded) {
        return (is_all_defined || !is_defined).then_some(end);
    }
    let is_relative = ["التي", "الذي"].contains(&next.folded.as_str());
    let is_made = words
        .get(end + 1)
        .is_some_and(|verb| is("adopted", &verb.folded));
    (is_relative && is_made).then_some(end)
}

/// «الاتفاقية الدولية لمكافحة تعاطي المنشطات في مجال الرياضة»: of states, and about something.
fn treaty(words: &[Word<'_>], behind: usize) -> Option<usize> {
    const MOST: usize = 6;
    let is_treaty = words
        .get(behind)
        .is_some_and(|word| word.is_adjacent() && is("of-states", &word.folded));
    let purpose = words.get(behind + 1).filter(|_| is_treaty)?;
    let is_purpose = purpose.is_adjacent()
        && purpose.folded.starts_with('ل')
        && purpose.folded.chars().count() > 3;
    let rest = words.iter().skip(behind + 2).take(MOST);
    let is_part =
        |word: &&Word<'_>| word.is_adjacent() && !is_word("particles", word) && !word.is_joined();
    let end = behind + 2 + rest.take_while(is_part).count();
    let field = words
        .get(end)
        .zip(words.get(end + 1))
        .zip(words.get(end + 2));
    let is_field = field.is_some_and(|((one, two), three)| {
        one.folded == "في" && two.folded == "مجال" && is_definite(&three.folded)
    });
    is_purpose.then_some(if is_field { end + 3 } else { end })
}

/// What is agreed on: behind «بشأن» or ل, to the end of the clause.
fn subject(words: &[Word<'_>], to: usize) -> Option<Range<usize>> {
    // A relative «، تهم …» may follow behind a comma.
    let next = words.get(to).filter(|word| word.is_near())?;
    let is_purpose =
        next.folded.starts_with('ل') && next.folded.chars().count() > 3 && next.is_adjacent();
    let is_about = SUBJECTS.contains(&next.folded.as_str());
    let is_field = next.folded == "في"
        && words
            .get(to + 1)
            .is_some_and(|word| is("fields", &word.folded));
    if !(is_purpose || is_about || is_field) {
        return None;
    }
    let end = words
        .iter()
        .enumerate()
        .skip(to + 1)
        .take(LONGEST)
        .find(|(_, word)| !word.is_adjacent());
    let longest = words.len().min(to + LONGEST);
    Some(to..end.map_or(longest, |(at, _)| at))
}

//! Who signs an agreement, where its sentence says so besides «مع» and «بين»: the subject of the verb before it («وقعت الوزارة مع
//! البنك اتفاقية»), or of a clause behind it («عقد أبرمه المجلس مع الشركة»).

use std::collections::BTreeMap;
use std::ops::Range;

use super::head::is_head;
use crate::article::bodies;
use crate::article::lexicon::{is, is_word};
use crate::article::words::{Word, is_definite};

/// How many words before an agreement its verb may stand.
const FARTHEST: usize = 60;

/// How many words a clause takes from its head to its verb, and from there to «مع».
const CLAUSE: usize = 4;
const REACH: usize = 12;

/// What opens a clause that has a subject of its own.
const THAT: [&str; 3] = ["ان", "وان", "بان"];

/// The names at which parties begin, each with the word behind it.
type Names = BTreeMap<usize, usize>;

/// Where the sentence begins in which a word stands, as far as it matters.
pub(super) fn sentence(words: &[Word<'_>], at: usize) -> usize {
    let near = at.saturating_sub(FARTHEST);
    let ends = |word: &Word<'_>| word.gap.contains(['.', '؟', '!', '؛', '…']);
    (near + 1..=at)
        .rev()
        .find(|at| ends(&words[*at]))
        .unwrap_or(near)
}

/// Those who sign in the sentence of an agreement, before it is named.
pub(super) fn before(words: &[Word<'_>], head: usize, named: &Names) -> Vec<Range<usize>> {
    let start = sentence(words, head);
    let sentence = Sentence {
        words,
        start,
        named,
    };
    if let Some(verb) = sentence.acceded(head) {
        return sentence.states(verb, head);
    }
    let is_verb = |word: &Word<'_>| is_word("signs", word) || is_word("joins", word);
    let verb = (start..head).rev().find(|at| is_verb(&words[*at]));
    let Some(verb) = verb else { return Vec::new() };
    if is_word("joins", &words[verb]) {
        return sentence.joined_before(verb, head);
    }
    let mut parties = sentence.subject_behind(verb, head);
    // «مع» behind another agreement says with whom that one is made.
    let other = (verb + 1..head).find(|at| is_head(words, *at));
    let reach = other.unwrap_or(head);
    // «الجامعة … ووقعت مع الدار والمكتبة اتفاقا», «وقعت في 22 فبراير مع تركيا اتفاقية»
    let with = (verb + 1..reach.min(verb + REACH)).find(|at| words[*at].folded == "مع");
    if let Some(with) = with.filter(|_| parties.is_empty()) {
        parties = sentence.subject(verb, head);
        parties.extend(chain(words, with + 1, head, named));
        return parties;
    }
    let Some(last) = parties.last() else {
        return sentence.subject(verb, head);
    };
    // «الهيئة مع البنك اتفاقية», «الاتحاد، الذي يوجد مقره بالرياض، والمجموعة اتفاقا»
    let mut at = last.end;
    while at < head {
        let is_with = at < reach && words[at].folded == "مع";
        let is_late =
            words[at].is_joined() && !words[at].is_adjacent() && named.get(&at) == Some(&head);
        let more = if is_with {
            chain(words, at + 1, head, named)
        } else if is_late {
            chain(words, at, head, named)
        } else {
            Vec::new()
        };
        at = more.last().map_or(at + 1, |last| last.end);
        parties.extend(more);
    }
    parties
}

/// The parties of a clause behind an agreement, and where the last ends: «أبرمته السعودية مع عمان».
pub(super) fn of_clause(
    words: &[Word<'_>],
    behind: usize,
    named: &Names,
) -> Option<(usize, Vec<Range<usize>>)> {
    let near = words.iter().enumerate().skip(behind).take(CLAUSE);
    let mut near = near.take_while(|(_, word)| word.is_adjacent());
    let is_one = |(at, word): &(usize, &Word<'_>)| {
        let next = words.get(at + 1).filter(|word| word.is_adjacent());
        is("signed-by", &word.folded)
            || is("joins", &word.folded)
            || is("granted", &word.folded) && next.is_some_and(|next| next.folded == "من")
    };
    let (verb, word) = near.find(is_one)?;
    if is("joins", &word.folded) {
        return joined(words, verb + 1, named);
    }
    let verb = verb + usize::from(is("granted", &word.folded));
    let mut parties = chain(words, verb + 1, words.len(), named);
    let from = parties.last()?.end;
    let reach = words.iter().enumerate().skip(from).take(REACH);
    let with = reach
        .take_while(|(_, word)| word.is_near())
        .find(|(_, word)| word.folded == "مع");
    if let Some((with, _)) = with {
        parties.extend(chain(words, with + 1, words.len(), named));
    }
    Some((parties.last()?.end, parties))
}

/// The states of a clause behind an agreement: «التي صادقت عليها مصر», «الذي انضم إليه لبنان».
pub(super) fn of_relative(words: &[Word<'_>], to: usize, named: &Names) -> Vec<Range<usize>> {
    let is_at = |at: usize, is_right: &dyn Fn(&Word<'_>) -> bool| {
        words
            .get(at)
            .is_some_and(|word| word.is_adjacent() && is_right(word))
    };
    let is_relative = is_at(to, &|word| ["التي", "الذي"].contains(&word.folded.as_str()))
        && is_at(to + 1, &|word| is("accedes", &word.folded))
        && is_at(to + 2, &|word| is("thereto", &word.folded));
    let mut states = if is_relative {
        chain(words, to + 3, words.len(), named)
    } else {
        Vec::new()
    };
    states.retain(|one| !bodies::is_head(words[one.start].unjoined()));
    states
}

/// The subjects of the clause that a statement opens: «في بيان مشترك، أسفت المجموعة والتحالف».
pub(super) fn of_opened(words: &[Word<'_>], to: usize, named: &Names) -> Vec<Range<usize>> {
    let is_open = words.get(to).is_some_and(|verb| verb.gap.trim() == "،");
    if is_open {
        chain(words, to + 1, words.len(), named)
    } else {
        Vec::new()
    }
}

/// Those whom «تجمع» and «تربط» join: «الباطرونا بمكتب التكوين المهني».
fn joined(words: &[Word<'_>], from: usize, named: &Names) -> Option<(usize, Vec<Range<usize>>)> {
    let reach = words.iter().enumerate().skip(from).take(REACH);
    let mut reach = reach.take_while(|(_, word)| word.is_adjacent());
    let is_other = |at: usize| words[at].folded.starts_with('ب') && named.contains_key(&at);
    let (other, _) = reach.find(|(at, _)| is_other(*at))?;
    let first = named.get(&from).map(|end| from..*end);
    let mut parties: Vec<Range<usize>> = first.into_iter().collect();
    parties.extend(chain(words, other, words.len(), named));
    Some((parties.last()?.end, parties))
}

/// The names that «و» joins to each other from a word on.
fn chain(words: &[Word<'_>], from: usize, limit: usize, named: &Names) -> Vec<Range<usize>> {
    let mut parties = Vec::new();
    let mut at = from;
    while let Some(end) = name_at(words, at, named).filter(|end| *end <= limit) {
        let word = &words[at];
        let is_near = word.is_near() || [")", ")،", "»", "»،"].contains(&word.gap.trim());
        let is_next = parties.is_empty() || word.is_joined() && is_near;
        if !is_next {
            break;
        }
        parties.push(at..end);
        at = behind_brackets(words, end);
    }
    parties
}

/// Where the name ends that begins at a word: «سلطنة عمان» begins with what it is.
fn name_at(words: &[Word<'_>], at: usize, named: &Names) -> Option<usize> {
    let is_realm = words
        .get(at)
        .is_some_and(|word| is("realms", word.unjoined()))
        && words.get(at + 1).is_some_and(Word::is_adjacent);
    let realm = named.get(&(at + 1)).filter(|_| is_realm);
    named
        .get(&at)
        .or(realm)
        .or_else(|| of_office(words, at, named))
        .copied()
}

/// «وقع رئيس سلطة المياه», «مع مدير مكتب الوكالة»: somebody signs for the body that their office is of.
fn of_office<'n>(words: &[Word<'_>], at: usize, named: &'n Names) -> Option<&'n usize> {
    const MOST: usize = 3;
    words.get(at).filter(|word| is_word("offices", word))?;
    let near = words.iter().enumerate().skip(at + 1).take(MOST);
    let mut near = near.take_while(|(_, word)| word.is_adjacent() && !word.is_joined());
    let body =
        |(at, word): (usize, &Word<'_>)| named.get(&at).filter(|_| bodies::is_head(&word.folded));
    near.find_map(body)
}

/// The word behind a short name in brackets: «الوكالة الألمانية للتعاون الدولي (GIZ)».
fn behind_brackets(words: &[Word<'_>], at: usize) -> usize {
    const MOST: usize = 3;
    let is_open = words.get(at).is_some_and(|word| word.gap.trim() == "(");
    let rest = words.iter().enumerate().skip(at + 1).take(MOST);
    let mut rest = rest.filter(|(_, word)| is_open && word.gap.starts_with(')'));
    rest.next().map_or(at, |(at, _)| at)
}

/// A sentence as it is read for its subject.
struct Sentence<'w, 'a> {
    words: &'w [Word<'a>],
    start: usize,
    named: &'w Names,
}

impl Sentence<'_, '_> {
    /// The verb of «انضمت تونس إلى», «صادق لبنان على», «تعد موريتانيا طرفا في», where an agreement is named behind it.
    fn acceded(&self, head: usize) -> Option<usize> {
        let link = head.checked_sub(1).filter(|link| *link > self.start)?;
        let is_link = |of: &[&str]| of.contains(&self.words[link].folded.as_str());
        if is_link(&["في"]) && is("member", &self.words[link - 1].folded) {
            return Some(link - 1);
        }
        let near = self.start.max(head.saturating_sub(REACH))..link;
        let verb = near.rev().find(|at| is_word("accedes", &self.words[*at]))?;
        is_link(&["الي", "علي"]).then_some(verb)
    }

    /// The states that accede: a parliament that ratifies is no party.
    fn states(&self, verb: usize, head: usize) -> Vec<Range<usize>> {
        let mut subject = self.subject(verb, head);
        let is_joining = self.words[head - 1].folded != "علي";
        subject.retain(|one| is_joining || !bodies::is_head(self.words[one.start].unjoined()));
        subject
    }

    /// Who does what a verb says: behind it, before it, or, where it goes on with «و» or «ثم», the subject of the verb before.
    fn subject(&self, verb: usize, limit: usize) -> Vec<Range<usize>> {
        let behind = self.subject_behind(verb, limit);
        if !behind.is_empty() {
            return behind;
        }
        let before = self.subject_before(verb);
        if !before.is_empty() {
            return before;
        }
        let is_next = verb > self.start
            && ["ثم", "كما", "فيما", "وقد"].contains(&self.words[verb - 1].folded.as_str());
        // «ووقع» goes on, «وقع» begins with its own letter.
        let is_own = |list| is(list, &self.words[verb].folded);
        if !is_next && (is_own("signs") || is_own("accedes") || is_own("joins")) {
            return Vec::new();
        }
        let is_verb = |word: &Word<'_>| is_word("signs", word) || is_word("accedes", word);
        let other = (self.start..verb)
            .rev()
            .find(|at| is_verb(&self.words[*at]));
        let subject = other.map_or(Vec::new(), |other| self.subject(other, verb));
        if !subject.is_empty() {
            return subject;
        }
        // The name behind the first verb of the sentence, «كانت» before it or not; «قال الوزير إن» is of another.
        let first = self.named.range(self.start..verb).next();
        let is_of_clause = |to: usize| {
            let mut between = self.words[to..verb].iter();
            between.any(|word| THAT.contains(&word.folded.as_str()))
        };
        let first = first.filter(|(from, to)| **from <= self.start + 2 && !is_of_clause(**to));
        first.map(|(from, to)| *from..*to).into_iter().collect()
    }

    /// The subject behind its verb: names that «و» joins, or a body that was named before.
    fn subject_behind(&self, verb: usize, limit: usize) -> Vec<Range<usize>> {
        let mut parties = chain(self.words, verb + 1, limit, self.named);
        if !parties.is_empty() || !is_generic(self.words, verb + 1) {
            return parties;
        }
        parties.push(verb + 1..verb + 2);
        if self.words.get(verb + 2).is_some_and(Word::is_joined) {
            parties.extend(chain(self.words, verb + 2, limit, self.named));
        }
        parties
    }

    /// The subjects that stand before their verb: «كان المغرب والاتحاد الأوروبي قد وقعا», «كان الاتحاد قد أبرم».
    fn subject_before(&self, verb: usize) -> Vec<Range<usize>> {
        let is_particle =
            verb > self.start && ["قد", "ان"].contains(&self.words[verb - 1].folded.as_str());
        let mut end = verb - usize::from(is_particle);
        // «أن الحكومة وقعت»
        let is_led = end > self.start + 1 && THAT.contains(&self.words[end - 2].folded.as_str());
        let mut parties = Vec::new();
        if (is_particle || is_led) && end > self.start && is_generic(self.words, end - 1) {
            parties.push(end - 1..end);
            return parties;
        }
        let before = |end: usize| {
            self.named
                .range(self.start..end)
                .rev()
                .find(|(_, to)| **to == end)
        };
        while let Some((from, _)) = before(end) {
            parties.insert(0, *from..end);
            end = *from;
            if !self.words[end].is_joined() {
                break;
            }
        }
        parties
    }

    /// «تربط الجزائر بالبرازيل اتفاقية», «وتربطها بالسنغال اتفاقية»: whom a verb joins before the agreement is named.
    fn joined_before(&self, verb: usize, head: usize) -> Vec<Range<usize>> {
        let is_theirs = self.words[verb].folded.ends_with("ها");
        let mut parties = if is_theirs {
            self.subject(verb, verb + 1)
        } else {
            chain(self.words, verb + 1, head, self.named)
        };
        let other = (verb + 1..head)
            .find(|at| self.words[*at].folded.starts_with('ب') && self.named.contains_key(at));
        parties.extend(other.map_or(Vec::new(), |other| {
            chain(self.words, other, head, self.named)
        }));
        parties
    }
}

/// A body that was named before: «الوزارة».
fn is_generic(words: &[Word<'_>], at: usize) -> bool {
    words.get(at).is_some_and(|word| {
        word.is_adjacent() && is_definite(&word.folded) && bodies::is_head(&word.folded)
    })
}

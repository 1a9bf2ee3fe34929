//! The words that agreements begin with.

use crate::article::words::{Word, bare, is_definite, without_particles};

/// How an agreement begins.
pub(super) struct Head {
    /// The word behind it.
    pub(super) behind: usize,
    /// What it is called: «مذكرة تفاهم».
    pub(super) kind: &'static str,
    /// Whether it has the article.
    pub(super) is_defined: bool,
    pub(super) count: Count,
    /// Whether it is a word for other things as well, which only a name makes one: «إعلان».
    pub(super) is_open: bool,
}

/// Of how many agreements a head speaks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Count {
    One,
    /// In a construct with what tells them apart: «اتفاقيتي مكافحة التصحر ورامسار».
    Two,
    /// The plural, which only names and parties make one of.
    Many,
}

/// Heads of two words, in one spelling, each with the kind. The first may have the article.
const PAIRS: [(&str, &str, &str); 20] = [
    ("مذكره", "تفاهم", "مذكرة تفاهم"),
    ("مذكره", "التفاهم", "مذكرة تفاهم"),
    ("مذكره", "تعاون", "مذكرة تعاون"),
    ("مذكره", "التعاون", "مذكرة تعاون"),
    ("بيان", "مشترك", "بيان مشترك"),
    ("بيانا", "مشتركا", "بيان مشترك"),
    ("البيان", "المشترك", "بيان مشترك"),
    ("اعلان", "مشترك", "إعلان مشترك"),
    ("اعلان", "نوايا", "إعلان نوايا"),
    ("اعلانا", "مشتركا", "إعلان مشترك"),
    ("عقد", "شراكه", "عقد شراكة"),
    ("بلاغ", "مشترك", "بلاغ مشترك"),
    ("خطاب", "نوايا", "خطاب نوايا"),
    ("محضر", "اتفاق", "محضر اتفاق"),
    ("مذكرتي", "تفاهم", "مذكرة تفاهم"),
    ("مذكرتا", "تفاهم", "مذكرة تفاهم"),
    ("مذكرتي", "تعاون", "مذكرة تعاون"),
    ("مذكرات", "تفاهم", "مذكرة تفاهم"),
    ("مذكرات", "التفاهم", "مذكرة تفاهم"),
    ("مذكرات", "تعاون", "مذكرة تعاون"),
];

const SINGLE: [(&str, &str); 28] = [
    ("اتفاق", "اتفاق"),
    ("اتفاقا", "اتفاق"),
    ("اتفاقي", "اتفاق"),
    ("اتفاقين", "اتفاق"),
    ("اتفاقات", "اتفاق"),
    ("اتفاقيه", "اتفاقية"),
    ("اتفاقيتي", "اتفاقية"),
    ("اتفاقيتا", "اتفاقية"),
    ("اتفاقيتين", "اتفاقية"),
    ("اتفاقيات", "اتفاقية"),
    ("بروتوكول", "بروتوكول"),
    ("بروتوكولا", "بروتوكول"),
    ("بروتوكولي", "بروتوكول"),
    ("بروتوكولين", "بروتوكول"),
    ("بروتوكولات", "بروتوكول"),
    ("معاهده", "معاهدة"),
    ("معاهدتي", "معاهدة"),
    ("معاهدات", "معاهدة"),
    ("ميثاق", "ميثاق"),
    ("ميثاقا", "ميثاق"),
    ("اعلان", DECLARATION),
    ("تفاهم", UNDERSTANDING),
    // Every contract is one, and only those that say who made them are told of.
    ("عقد", CONTRACT),
    ("عقدا", CONTRACT),
    ("عقدي", CONTRACT),
    ("عقدين", CONTRACT),
    ("عقود", CONTRACT),
    ("عقودا", CONTRACT),
];

pub(super) const CONTRACT: &str = "عقد";
const DECLARATION: &str = "إعلان";
const UNDERSTANDING: &str = "تفاهم";

/// The head that begins at a word.
pub(super) fn head(words: &[Word<'_>], at: usize) -> Option<Head> {
    for reading in words[at].readings() {
        let is_defined = is_definite(&reading.rest);
        let bare = bare(&reading.rest);
        let count = if bare.ends_with("ات") {
            Count::Many
        } else {
            Count::One
        };
        let next = words.get(at + 1).filter(|word| word.is_adjacent());
        if let Some(next) = next {
            let pair = PAIRS.iter().find(|(first, second, _)| {
                (*first == reading.rest || *first == bare) && *second == next.folded
            });
            if let Some((_, second, kind)) = pair {
                return Some(Head {
                    behind: at + 2,
                    kind,
                    is_defined: is_definite(second),
                    count,
                    is_open: false,
                });
            }
        }
        if let Some((_, kind)) = SINGLE.iter().find(|(word, _)| *word == bare) {
            return Some(Head {
                behind: at + 1,
                kind,
                is_defined,
                count: if !is_defined && bare.ends_with('ي') {
                    Count::Two
                } else {
                    count
                },
                is_open: [DECLARATION, UNDERSTANDING].contains(kind),
            });
        }
    }
    None
}

/// Whether an agreement is called by a word: «الاتفاق».
pub(in crate::article) fn is_called(word: &Word<'_>) -> bool {
    let rest = bare(&word.folded);
    SINGLE.iter().any(|(name, _)| *name == rest)
}

/// Whether an agreement begins at a word that is no word for other things as well.
pub(super) fn is_head(words: &[Word<'_>], at: usize) -> bool {
    head(words, at).is_some_and(|head| !head.is_open)
}

/// What an agreement is called: its words without the particles that are joined to the first («لاتفاق ثقافي»).
pub(in crate::article) fn name(first: &Word<'_>, quote: &str) -> String {
    let is_head = |rest: &str| {
        let rest = bare(rest);
        SINGLE.iter().any(|(word, _)| *word == rest)
            || PAIRS
                .iter()
                .any(|(word, ..)| *word == rest || bare(word) == rest)
    };
    let readings = first.readings();
    let reading = readings.iter().find(|one| is_head(&one.rest));
    let Some(reading) = reading else {
        return quote.to_owned();
    };
    let first = without_particles(first.text, reading);
    match quote.split_once(' ') {
        Some((_, others)) => format!("{first} {others}"),
        None => first,
    }
}

//! A paragraph as it is read for people, and what a word may be by its shape: an office, a part of a name, whom something is said to.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::article::lexicon::{is, is_word};
use crate::article::words::Word;
use crate::article::{accords, bodies};

/// Somebody: words `from` to `to`.
#[derive(Debug, Clone)]
pub(in crate::article) struct Found {
    pub(in crate::article) from: usize,
    pub(in crate::article) to: usize,
    /// The words that say what they are.
    pub(in crate::article) role: Option<Range<usize>>,
}

/// How many words an office takes, and a name besides «بن» and the like.
pub(super) const OFFICE: usize = 16;
pub(super) const NAME: usize = 4;

/// What joins the words of a name.
pub(super) const JOINTS: [&str; 16] = [
    "بن", "ابن", "بنت", "ابو", "ابي", "ال", "عبد", "ولد", "ام", "دي", "فان", "بو", "دا", "دو",
    "فون", "ديل",
];

/// A paragraph as it is read for people.
pub(super) struct Text<'w, 'a> {
    pub(super) words: &'w [Word<'a>],
    /// The words of names of bodies and of places.
    pub(super) taken: &'w BTreeSet<usize>,
    /// The words behind which a name of a body or a place ends.
    pub(super) ends: &'w BTreeSet<usize>,
}

impl<'a> Text<'_, 'a> {
    pub(super) fn word(&self, at: usize) -> Option<&Word<'a>> {
        self.words.get(at)
    }

    /// Whether a word follows the one before it, also in brackets or behind them: «لمنظمة الدول المصدرة للبترول (أوبك) هيثم الغيص».
    pub(super) fn goes_on(&self, at: usize) -> bool {
        let is_gap =
            |at: usize, gap: &str| self.word(at).is_some_and(|word| word.gap.trim() == gap);
        let closes = |from: usize, mark| (from..from + 5).any(|at| is_gap(at, mark));
        let opens = |to: usize, mark| (to.saturating_sub(5)..to).any(|at| is_gap(at, mark));
        self.word(at).is_some_and(Word::is_adjacent)
            || [("(", ")"), ("«", "»"), ("\"", "\"")]
                .into_iter()
                .any(|(open, close)| {
                    is_gap(at, open) && closes(at + 1, close)
                        || is_gap(at, close) && opens(at, open)
                })
    }
}

/// Whether «و» is joined to a title or an office, and not its first letter.
pub(in crate::article) fn is_joined(word: &Word<'_>) -> bool {
    let is_one = |rest: &str| is("offices", rest) || is("titles", rest);
    word.is_joined() && !is_one(&word.folded) && is_one(word.unjoined())
}

pub(super) fn is_office(word: &Word<'_>) -> bool {
    is_word("offices", word)
}

/// Whom something is said to: «لوكالة الأنباء».
pub(super) fn is_listener(word: &Word<'_>) -> bool {
    let readings = word.readings();
    let mut to = readings.iter().filter(|one| one.particles == "ل");
    to.any(|one| {
        !word.folded.starts_with("لل") && bodies::is_head(&one.rest) || is("media", &one.rest)
    })
}

/// Whether a word is of another language by its long vowels. «أليساندرو» begins with its own letters, not with the article.
pub(super) fn is_foreign_name(word: &Word<'_>) -> bool {
    let own = word.folded.strip_prefix('ا');
    let own = own.filter(|_| word.text.starts_with(['أ', 'إ', 'آ']));
    bodies::is_foreign(own.unwrap_or(&word.folded))
}

/// Whether a word may be one of a name, by its shape.
pub(super) fn is_part(word: &Word<'_>) -> bool {
    let rest = word.folded.as_str();
    let letters = rest.chars().count();
    let is_plural = letters > 5
        && ["ين", "ون", "ات"].iter().any(|end| rest.ends_with(end))
        && rest != "العابدين"
        && !is("given", rest);
    let is_object = letters > 3 && (word.text.ends_with('ا') && word.text.ends_with("اً"))
        || ["ها", "هم", "هما"]
            .iter()
            .any(|end| letters > 4 && rest.ends_with(end));
    let lists = [
        "stops",
        "verbs-of-speech",
        "signing",
        "purposes",
        "actions",
        "fields",
        "manners",
    ];
    // «بوبكر بإقليم الرحامنة», «الشركة بمدينة كيري»
    let is_where = word.readings().iter().any(|one| {
        one.particles.ends_with('ب') && ["intro", "towns"].iter().any(|list| is(list, &one.rest))
    });
    letters > 1
        && !is_where
        && !accords::is_called(word)
        && !word.is_number()
        && !is_plural
        && !is_object
        // «مهند الحاج علي»
        && (!is_word("particles", word) || word.text == "علي")
        && (is("given", rest) || !lists.iter().any(|list| is(list, rest)))
}

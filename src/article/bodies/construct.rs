//! A head of a name and how far the construct goes that it heads.

use std::collections::BTreeMap;

use super::heads::{HEADS, Head};
use super::shape::{is_adjective, is_foreign, is_head, is_loose, is_own_name, is_participle};
use crate::article::lexicon::{is, is_relative, is_word};
use crate::article::words::{Reading, Word, bare, is_definite};

/// The longest name, in words.
const LONGEST: usize = 14;

/// A head and where its construct has been read to.
pub(super) struct Construct<'w, 'a> {
    pub(super) words: &'w [Word<'a>],
    pub(super) places: &'w Places,
    pub(super) head: &'static Head,
    /// The head without particles.
    pub(super) word: String,
    /// The word behind what has been read.
    pub(super) at: usize,
    pub(super) from: usize,
    pub(super) has_tail: bool,
    pub(super) adjectives: usize,
}

/// The words at which a place begins.
pub(in crate::article) type Places = BTreeMap<usize, Span>;

/// A place in a paragraph.
#[derive(Debug, Clone, Copy)]
pub(in crate::article) struct Span {
    /// The word behind it.
    pub(in crate::article) to: usize,
    /// Whether no particle is joined to it.
    pub(in crate::article) is_bare: bool,
}

impl<'w, 'a> Construct<'w, 'a> {
    pub(super) fn of(
        words: &'w [Word<'a>],
        at: usize,
        reading: &Reading,
        places: &'w Places,
    ) -> Option<Self> {
        // A plural of unnamed ones, or a verb, is none; nor is what «س» is before.
        if reading.particles == "س" {
            return None;
        }
        let head = HEADS.get(bare(&reading.rest))?;
        let word = reading.rest.clone();
        // «الجريمة المنظمة» is organised: an adjective behind a noun that has the article, too.
        let before = at
            .checked_sub(1)
            .map(|at| &words[at])
            .filter(|_| words[at].is_adjacent());
        let is_adjective = before.is_some_and(|word| {
            word.readings().iter().any(|one| is_definite(&one.rest)) && !is("stops", &word.folded)
        });
        if is_definite(&word) && reading.particles.is_empty() && is_adjective {
            return None;
        }
        Some(Self {
            words,
            places,
            head,
            word,
            at: at + 1,
            from: at,
            has_tail: false,
            adjectives: 0,
        })
    }

    /// The word behind the name, where it is one.
    pub(super) fn end(mut self) -> Option<usize> {
        if let Some(end) = self.marked() {
            return Some(end);
        }
        let is_one = self.head.only.is_empty()
            || self.head.acts && self.is_acting()
            || self
                .next()
                .is_some_and(|next| self.head.only.contains(&next.folded));
        let is_before_place =
            self.places.get(&self.at).is_some_and(|place| place.is_bare) && self.next().is_some();
        if self.head.placed && !is_before_place || self.head.placeless && is_before_place {
            return None;
        }
        let is_name = if is_definite(&self.word) {
            // «المجموعة العمومية للتلفزيون»: what follows with ل makes a name of any head.
            self.definite() && (is_one || self.has_tail)
        } else {
            is_one && (self.construct() || self.own_name()) || !is_one && self.firm()
        };
        if !is_name {
            return None;
        }
        self.charge();
        self.place();
        Some(self.at)
    }

    pub(super) fn next(&self) -> Option<&'w Word<'a>> {
        let is_longest = self.at - self.from >= LONGEST;
        self.words
            .get(self.at)
            .filter(|word| word.is_adjacent() && !is_longest)
    }

    /// «وقعت ولاية وهران»: an area that signs or speaks is the body that runs it.
    fn is_acting(&self) -> bool {
        let before = self
            .from
            .checked_sub(1)
            .map(|at| self.words[at].folded.as_str());
        before.is_some_and(|verb| is("signs", verb) || is("verbs-of-speech", verb))
    }

    /// المديرية العامة للأمن الوطني
    fn definite(&mut self) -> bool {
        let is_feminine = self.word.ends_with('ه');
        let mut is_plain = true;
        while let Some(next) = self.next() {
            let rest = next.folded.as_str();
            let agrees = rest.ends_with('ه') == is_feminine
                || rest == "العليا"
                || rest == "الكبري"
                || self.word == "القوات";
            if is_definite(rest) && !is("stops", rest) && agrees && is_adjective(rest) {
                is_plain &= is("plain", rest) || is_participle(rest);
                self.adjectives += 1;
                self.at += 1;
            } else if self.adjectives < 3
                && is_definite(rest)
                && !is("stops", rest)
                && self.is_before_part()
            {
                // «المكتب الشريف للفوسفاط»: whatever it is, a part with ل follows it.
                is_plain = false;
                self.adjectives += 1;
                self.at += 1;
            } else if self.adjectives > 0
                && next.is_joined()
                && is_relative(next.unjoined())
                && is_definite(next.unjoined())
                && !is("ordinals", next.unjoined())
                && !is_head(next)
            {
                self.at += 1;
            } else {
                break;
            }
        }
        // الجمعية العامة is a meeting of a body.
        let is_meeting = self.word == "الجمعيه"
            && self
                .words
                .get(self.from + 1)
                .is_some_and(|next| next.folded == "العامه");
        if is_meeting || self.adjectives == 0 {
            return false;
        }
        self.person();
        self.parts(!self.head.law);
        !(self.head.vague && is_plain && self.adjectives < 2 && !self.has_tail)
    }

    /// وزارة الصحة والحماية الاجتماعية
    fn construct(&mut self) -> bool {
        let Some(next) = self.next() else {
            return false;
        };
        if self.person() {
            self.adjectives(false);
            self.parts(!self.head.law);
            return true;
        }
        let is_noun = |at: usize, word: &Word<'_>| {
            is_definite(&word.folded) && !is("stops", &word.folded)
                || self.places.get(&at).is_some_and(|place| place.is_bare)
        };
        if is_noun(self.at, next) && !is("particles", &next.folded) {
            let place = self.places.get(&self.at);
            self.at = place.map_or(self.at + 1, |place| place.to);
        } else {
            // Up to two nouns without the article before one that has it: مجلس وزراء الداخلية.
            let mut at = self.at;
            while let Some(word) = self
                .words
                .get(at)
                .filter(|word| at - self.at < 3 && word.is_adjacent() && !is_noun(at, word))
            {
                // «اتحاد غرف دول مجلس التعاون»: a third one where those before are members.
                let is_of_members = at - self.at < 2
                    || self.words[self.at..at]
                        .iter()
                        .all(|one| is("members", &one.folded));
                // «متحف رقمي لمخطوطات الجزيرة» describes one that has no name.
                let end = if self.word.ends_with('ه') {
                    "يه"
                } else {
                    "ي"
                };
                let is_adjective =
                    at == self.at && is_relative(&word.folded) && word.folded.ends_with(end);
                if !is_of_members
                    || is_word("particles", word)
                    || is_adjective
                    || at > self.at && word.folded.starts_with('ل')
                    || is("stops", &word.folded)
                    || word.is_number()
                    || word.folded.chars().count() < 3
                    || is_head(word) && at > self.at && !is("members", &self.words[self.at].folded)
                {
                    return false;
                }
                at += 1;
            }
            let last = self.words.get(at).filter(|_| at > self.at);
            let is_led = last.is_some_and(|word| word.is_adjacent() && is_noun(at, word));
            if !is_led || self.words[self.at].folded.ends_with('ا') {
                return false;
            }
            self.at = self.places.get(&at).map_or(at + 1, |place| place.to);
        }
        // «بنك أبوظبي الأول»
        let is_place = self.places.values().any(|place| place.to == self.at);
        if is_place && self.next().is_some_and(|next| is("ordinals", &next.folded)) {
            self.at += 1;
        }
        self.adjectives(true);
        self.parts(!self.head.law && self.word != "بنك");
        true
    }

    /// «مجموعة سيمنز للطاقة»: a name that is no word of the language, and what follows with ل.
    fn firm(&mut self) -> bool {
        let is_name = self.head.named
            && self.next().is_some_and(|next| {
                is_own_name(next) && (is_foreign(&next.folded) || is("firms", &next.folded))
            });
        if is_name {
            self.at += 1;
            self.of_what();
        }
        is_name
    }

    /// «للأدوية», «للطاقة» behind a name of its own.
    fn of_what(&mut self) {
        let is_part = self.next().is_some_and(|next| {
            let rest = next.folded.strip_prefix("لل");
            rest.is_some_and(|rest| {
                let whole = format!("ال{rest}");
                !is("stops", &whole) && !is("others", &whole)
            })
        });
        self.at += usize::from(is_part);
    }

    /// شركة كوسومار, منظمة هيومن رايتس ووتش
    fn own_name(&mut self) -> bool {
        let is_name = self.next().is_some_and(|next| {
            is_own_name(next) && (self.head.named || self.head.vague && is_foreign(&next.folded))
        });
        self.at += usize::from(is_name);
        // More words are of the name where a clause or a particle ends them.
        let most = self.at + 2;
        let is_more = |word: &&Word<'_>| {
            word.is_adjacent() && is_loose(word) && !is_head(word) && !word.is_number()
        };
        let more = self
            .words
            .iter()
            .skip(self.at)
            .take(2)
            .take_while(is_more)
            .count();
        let to = self.at + if is_name { more } else { 0 };
        let is_ended = self.words.get(to).is_none_or(|next| {
            !next.is_adjacent() || is_word("particles", next) || next.folded.starts_with('ب')
        });
        if is_ended && to <= most {
            self.at = to;
        }
        if is_name {
            self.of_what();
        }
        is_name
    }

    /// شركة «أكوا باور»
    fn marked(&self) -> Option<usize> {
        let opens =
            |gap: &str| gap.trim_start().starts_with(['«', '“', '"']) && gap.starts_with(' ');
        let first = self.words.get(self.at).filter(|word| opens(word.gap))?;
        if is_definite(&self.word) || !self.head.only.is_empty() || first.is_number() {
            return None;
        }
        let closes = |word: &Word<'_>| word.gap.starts_with(['»', '”', '"']);
        let behind = self.words.iter().enumerate().skip(self.at + 1).take(5);
        // The mark that closes stands before the next word; where the paragraph ends, it is not seen.
        let mut behind = behind.take_while(|(_, word)| word.is_adjacent() || closes(word));
        let end = behind.find(|(_, word)| closes(word));
        end.map(|(at, _)| at)
    }

    /// Adjectives behind a noun of the name.
    pub(super) fn adjectives(&mut self, any: bool) {
        let mut count = 0;
        while let Some(next) = self.next().filter(|_| count < 3) {
            let rest = next.folded.as_str();
            let before = &self.words[self.at - 1].folded;
            let is_feminine =
                rest.ends_with('ه') && (before.ends_with('ه') || before.ends_with("ات"));
            // «الجديدة والمستجدة» are two kinds, «الجديدة» alone is an age.
            let is_pair = is("adjectives-of-age", rest)
                && self.words.get(self.at + 1).is_some_and(|pair| {
                    pair.is_joined() && is_definite(pair.unjoined()) && pair.folded.ends_with('ه')
                });
            let fits = is_adjective(rest)
                && (is_relative(rest) || is("adjectives", rest) || any && is_feminine);
            // «المال العام», and not «الصحة العام الماضي»; «الفنانين المحترفين»
            let is_public = rest == "العام"
                && !self
                    .words
                    .get(self.at + 1)
                    .is_some_and(|word| is("stops", &word.folded));
            let is_plural = rest.ends_with("ين") && before.ends_with("ين");
            // «غير المباشرة»
            let is_negated = rest == "غير"
                && self
                    .words
                    .get(self.at + 1)
                    .is_some_and(|word| is_definite(&word.folded));
            if is_negated {
                self.at += 2;
                count += 1;
            } else if is_definite(rest)
                && (!is("stops", rest) && (fits || is_public || is_plural)
                    || is_pair && rest.ends_with('ه'))
            {
                self.at += 1;
                count += 1;
            } else {
                break;
            }
        }
    }

    /// جامعة محمد الخامس, المركز الاستشفائي الجامعي ابن سينا
    fn person(&mut self) -> bool {
        let starts = self
            .next()
            .is_some_and(|next| self.head.person && is("persons", &next.folded));
        if !starts {
            return false;
        }
        self.at += 1;
        let is_name =
            |word: &&Word<'_>| is("persons", &word.folded) || is("ordinals", &word.folded);
        let more = self.next().filter(is_name);
        let second = self.words[self.at - 1].folded.as_str();
        // «ابن سينا», «القاضي عياض»: the name goes on whatever it is.
        let is_compound = [
            "ابن",
            "القاضي",
            "عبد",
            "مولاي",
            "سيدي",
            "لاله",
            "الامير",
            "الملك",
            "الشيخ",
            "السلطان",
            "الامام",
        ]
        .contains(&second);
        if more.is_some()
            || is_compound && self.next().is_some_and(|word| !is_word("particles", word))
        {
            self.at += 1;
        }
        if self.next().is_some_and(|next| is("ordinals", &next.folded)) {
            self.at += 1;
        }
        true
    }
}

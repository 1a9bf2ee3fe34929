//! A head of a name and how far the construct goes that it heads.

use std::collections::BTreeMap;

use super::heads::{HEADS, Head};
use super::shape::{is_abstract, is_adjective, is_foreign, is_head, is_own_name, is_participle};
use crate::article::lexicon::{is, is_relative, is_word};
use crate::article::places::is_of_place;
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
        let is_like_adjective = is_relative(&word) || is("plain", &word) || is_participle(&word);
        if is_definite(&word) && reading.particles.is_empty() && is_adjective && is_like_adjective {
            return None;
        }
        // «مكتبه» is his office, and no library.
        let is_his =
            words[at].text.ends_with('ه') && HEADS.contains_key(bare(&word).trim_end_matches('ه'));
        if word.ends_with('ه') && is_his {
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
            || self.head.run && self.is_run()
            || self
                .next()
                .is_some_and(|next| self.head.only.contains(&next.folded));
        // «مجلس إدارة النادي», «قوات الاتحاد الأفريقي», «مكتب الوكالة» are of a body that has a name.
        let is_of_body = self.next().is_some_and(|next| {
            self.word == "مجلس" && is("boards", &next.folded)
                || self.word == "مكتب" && is_definite(&next.folded) && is_head(next)
                || self.word == "حركه" && is("traffic", &next.folded)
                || self.word == "قوات" && is_definite(&next.folded) && is_head(next)
        });
        if is_of_body {
            return None;
        }
        let is_before_place =
            self.places.get(&self.at).is_some_and(|place| place.is_bare) && self.next().is_some();
        if self.head.held && !(self.is_national() && is_definite(&self.word)) {
            return None;
        }
        // «البرنامج التنفيذي» is of an agreement; «اتفاقية تجمع الجهة بالوزارة» joins.
        let before = self
            .from
            .checked_sub(1)
            .map(|at| self.words[at].folded.as_str());
        let joins = self.places.contains_key(&self.at)
            || before.is_some_and(|word| word == "التي" || word.ends_with("اتفاقيه"));
        let is_plan = self.next().is_some_and(|next| next.folded == "التنفيذي");
        let is_other = self.word == "البرنامج" && is_plan || self.word == "تجمع" && joins;
        if is_other {
            return None;
        }
        if self.head.placed && !is_before_place
            || self.head.placeless && is_before_place && self.is_area_alone()
        {
            return None;
        }
        let is_name = if is_definite(&self.word) {
            // «المجموعة العمومية للتلفزيون»: what follows with ل makes a name of any head.
            let is_name = self.definite() && (is_one || self.has_tail);
            !self.has_tail && self.marked_behind() || is_name
        } else if is_one {
            self.construct() || self.own_name()
        } else {
            self.firm() || self.head.long && self.long()
        };
        if !is_name {
            return None;
        }
        self.charge();
        self.sake();
        self.place();
        Some(self.at)
    }

    pub(super) fn next(&self) -> Option<&'w Word<'a>> {
        let is_longest = self.at - self.from >= LONGEST;
        self.words
            .get(self.at)
            .filter(|word| word.is_adjacent() && !is_longest)
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
                || ["القوات", "الخطوط", "السكك"].contains(&self.word.as_str());
            if is_head(next) && !is_relative(rest) && !is("plain", rest) {
                break;
            }
            let is_last = self.adjectives > 0 && !is_feminine && self.is_last(rest);
            if is_definite(rest) && !is("stops", rest) && agrees && (is_adjective(rest) || is_last)
            {
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
                .is_some_and(|next| ["العامه", "العموميه"].contains(&next.folded.as_str()));
        if is_meeting || self.adjectives == 0 {
            return false;
        }
        self.person();
        // «الشركة الفرنسية أكسيريال», and «الشركة الفرنسية» is one that was named.
        if self.word == "الشركه" && self.adjectives == 1 && is_of_place(self.words, self.at - 1)
        {
            let is_own = self
                .next()
                .is_some_and(|next| is_own_name(next) && is_foreign(&next.folded));
            self.at += usize::from(is_own);
            if is_own {
                return true;
            }
            is_plain = true;
        }
        self.parts(!self.head.law);
        !(self.head.vague && is_plain && self.adjectives < 2 && !self.has_tail)
    }

    /// وزارة الصحة والحماية الاجتماعية
    pub(super) fn construct(&mut self) -> bool {
        let Some(next) = self.next() else {
            return false;
        };
        // «جماعة إجرامية منظمة وتبييض الأموال»: a list goes on.
        let rest = next.unjoined();
        if next.is_joined() && (is_definite(rest) || is_abstract(rest) || is_head(next)) {
            return false;
        }
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
            self.dashed();
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
                let is_adjective = at == self.at
                    && is_relative(&word.folded)
                    && word.folded.ends_with(end)
                    && !["actions", "causes", "members"]
                        .iter()
                        .any(|list| is(list, &word.folded));
                // «مختبر لفحص العدائين» says what for.
                let is_for = !self.head.named
                    && at == self.at
                    && word.folded.starts_with('ل')
                    && !is("with-lam", &word.folded);
                if !is_of_members
                    || is_for
                    || at > self.at && is("given", &word.folded)
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
            self.dashed();
        }
        // «بنك أبوظبي الأول»
        let is_place = self.places.values().any(|place| place.to == self.at);
        if is_place && self.next().is_some_and(|next| is("ordinals", &next.folded)) {
            self.at += 1;
        }
        self.adjectives(true);
        // «رابطة الدوري الإسباني لتطوير الحكام»: what is of a country needs no purpose to be told.
        let is_national = is_of_place(self.words, self.at - 1)
            && self.next().is_some_and(|next| !is("affairs", &next.folded));
        self.parts(!self.head.law && self.word != "بنك" && !is_national);
        true
    }

    /// Adjectives behind a noun of the name.
    pub(super) fn adjectives(&mut self, any: bool) {
        let mut count = 0;
        while let Some(next) = self.next().filter(|_| count < 3) {
            let rest = next.folded.as_str();
            let before = &self.words[self.at - 1].folded;
            // «نادي السد القطري الجزائري يوسف بلايلي»
            let behind = self.words.get(self.at + 1);
            let is_somebody = is("given", rest) && !is("words-as-names", rest)
                || is_of_place(self.words, self.at)
                    && is_of_place(self.words, self.at - 1)
                    && behind.is_some_and(|name| name.is_adjacent() && is("given", &name.folded));
            if is_head(next) && !is_relative(rest) && !is("plain", rest) || is_somebody {
                break;
            }
            // «الدول المصدرة للبترول»
            let is_exporting = any
                && is_definite(rest)
                && is_participle(rest)
                && rest.ends_with('ه')
                && !is("stops", rest)
                && self.is_before_part();
            if is_exporting {
                self.at += 2;
                return;
            }
            let is_feminine =
                rest.ends_with('ه') && (before.ends_with('ه') || before.ends_with("ات"));
            // «الجديدة والمستجدة» are two kinds, «الجديدة» alone is an age.
            let is_pair = is("adjectives-of-age", rest)
                && self.words.get(self.at + 1).is_some_and(|pair| {
                    pair.is_joined() && is_definite(pair.unjoined()) && pair.folded.ends_with('ه')
                });
            // «المجتمعات العمرانية الجديدة»: behind another adjective of a plural.
            let is_of_plural = is("adjectives-of-age", rest)
                && is_relative(before)
                && before.ends_with('ه')
                && self.words[self.at - 2].folded.ends_with("ات");
            let fits = is_adjective(rest)
                && (is_relative(rest) || is("adjectives", rest) || any && is_feminine);
            // «المال العام», and not «الصحة العام الماضي»; «الفنانين المحترفين»
            let is_public = rest == "العام"
                && !self
                    .words
                    .get(self.at + 1)
                    .is_some_and(|word| is("stops", &word.folded));
            let is_plural = rest.ends_with("ين") && before.ends_with("ين");
            let is_last = any && !before.ends_with('ه') && self.is_last(rest);
            // «غير المباشرة»
            let is_negated = rest == "غير"
                && self
                    .words
                    .get(self.at + 1)
                    .is_some_and(|word| is_definite(&word.folded));
            // «الخاصة ب» belongs to what follows.
            let is_special = ["الخاص", "الخاصه"].contains(&rest)
                && any
                && self
                    .words
                    .get(self.at + 1)
                    .is_none_or(|word| !word.folded.starts_with('ب'));
            if is_special {
                self.at += 1;
                count += 1;
                continue;
            }
            if is_negated {
                self.at += 2;
                count += 1;
            } else if is_definite(rest)
                && (!is("stops", rest) && (fits || is_public || is_plural || is_last)
                    || (is_pair || is_of_plural) && rest.ends_with('ه'))
            {
                self.at += 1;
                count += 1;
            } else {
                break;
            }
        }
    }
}

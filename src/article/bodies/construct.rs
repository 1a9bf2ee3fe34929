//! A head of a name and how far the construct goes that it heads.

use std::collections::BTreeMap;

use super::heads::{HEADS, Head};
use super::shape::{is_adjective, is_adjective_of_time, is_area, is_head, is_own_name};
use crate::article::lexicon::{is, is_relative, is_word};
use crate::article::words::{Reading, Word, bare, is_definite};

/// The longest name, in words.
const LONGEST: usize = 14;

/// A head and where its construct has been read to.
pub(super) struct Construct<'w, 'a> {
    words: &'w [Word<'a>],
    places: &'w BTreeMap<usize, usize>,
    head: &'static Head,
    /// The head without particles.
    word: String,
    /// The word behind what has been read.
    at: usize,
    from: usize,
    has_tail: bool,
    adjectives: usize,
}

impl<'w, 'a> Construct<'w, 'a> {
    pub(super) fn of(
        words: &'w [Word<'a>],
        at: usize,
        reading: &Reading,
        places: &'w BTreeMap<usize, usize>,
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
        if !self.head.only.is_empty() {
            let next = self.next()?;
            let is_one = self.head.only.contains(&next.folded);
            is_one.then_some(())?;
        }
        let is_name = if is_definite(&self.word) {
            self.definite()
        } else {
            self.construct() || self.own_name()
        };
        if !is_name {
            return None;
        }
        self.place();
        Some(self.at)
    }

    fn next(&self) -> Option<&'w Word<'a>> {
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
                || self.word == "القوات";
            if is_definite(rest) && !is("stops", rest) && agrees && is_adjective(rest) {
                is_plain &= is("plain", rest);
                self.adjectives += 1;
                self.at += 1;
            } else if self.adjectives == 0
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

    /// Whether a part that is joined with ل stands behind the next word.
    fn is_before_part(&self) -> bool {
        let part = self.words.get(self.at + 1);
        part.is_some_and(|word| word.is_adjacent() && word.folded.starts_with("لل"))
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
                || self.places.contains_key(&at)
                    && word.readings()[0].rest == word.folded
                    && !word.is_joined()
        };
        if is_noun(self.at, next) && !is("particles", &next.folded) {
            let end = self.places.get(&self.at).copied();
            self.at = end.unwrap_or(self.at + 1);
        } else {
            // Up to two nouns without the article before one that has it: مجلس وزراء الداخلية.
            let mut at = self.at;
            while let Some(word) = self
                .words
                .get(at)
                .filter(|word| at - self.at < 2 && word.is_adjacent() && !is_noun(at, word))
            {
                if is_word("particles", word)
                    || is("stops", &word.folded)
                    || word.is_number()
                    || word.folded.chars().count() < 3
                    || is_head(word) && at > self.at
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
            self.at = at + 1;
        }
        self.adjectives(true);
        self.parts(!self.head.law && self.word != "بنك");
        true
    }

    /// شركة كوسومار
    fn own_name(&mut self) -> bool {
        let is_name = self.head.named && self.next().is_some_and(is_own_name);
        self.at += usize::from(is_name);
        is_name
    }

    /// Adjectives behind a noun of the name.
    fn adjectives(&mut self, any: bool) {
        let mut count = 0;
        while let Some(next) = self.next().filter(|_| count < 3) {
            let rest = next.folded.as_str();
            let before = &self.words[self.at - 1].folded;
            let is_feminine =
                rest.ends_with('ه') && (before.ends_with('ه') || before.ends_with("ات"));
            let fits = is_adjective(rest)
                && (is_relative(rest) || is("adjectives", rest) || any && is_feminine);
            if is_definite(rest) && !is("stops", rest) && fits {
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

    /// What is joined to a name with ل and with و.
    fn parts(&mut self, takes_purpose: bool) {
        self.joined();
        if takes_purpose && self.purpose() {
            self.has_tail = true;
            self.adjectives(true);
            self.joined();
        }
    }

    /// للأمن الوطني, لكرة القدم, لحقوق الإنسان
    fn purpose(&mut self) -> bool {
        let Some(next) = self.next() else {
            return false;
        };
        let Some(rest) = next
            .folded
            .strip_prefix('ل')
            .filter(|rest| rest.chars().count() > 2)
        else {
            return false;
        };
        if rest.starts_with('ل') {
            let whole = format!("ا{rest}");
            if is("stops", &whole) || is("others", &whole) || is_adjective_of_time(&whole) {
                return false;
            }
            self.at += 1;
            return true;
        }
        // «الشرطة الوطنية لتعزيز التعاون» says what for, «الوكالة الوطنية لتنمية الاستثمارات» what of.
        let is_first = is_definite(&self.word) && self.adjectives > 0;
        if is("purposes", rest)
            && !(is_first && self.head.vague && rest != "بحث" && rest != "مناقشه")
            || is("particles", rest)
        {
            return false;
        }
        let mut at = self.at + 1;
        while self.words.get(at).is_some_and(|word| {
            at - self.at < 3
                && word.is_adjacent()
                && !is_definite(&word.folded)
                && !self.places.contains_key(&at)
                && !is_word("particles", word)
        }) {
            at += 1;
        }
        let is_led = self.words.get(at).is_some_and(|word| {
            word.is_adjacent()
                && (is_definite(&word.folded) && !is("stops", &word.folded)
                    || self.places.contains_key(&at) && !word.is_joined())
        });
        if is_led && at - self.at < 3 {
            self.at = at + 1;
        }
        is_led && self.at == at + 1
    }

    /// «للوقاية من الرشوة»
    fn against(&mut self) {
        let before = self.words[self.at - 1].folded.as_str();
        let is_open = ["الوقايه", "وقايه", "الحد", "الحمايه"]
            .iter()
            .any(|word| before.ends_with(word));
        let is_led = self.next().is_some_and(|next| next.folded == "من")
            && self
                .words
                .get(self.at + 1)
                .is_some_and(|word| word.is_adjacent() && is_definite(&word.folded));
        if is_open && is_led {
            self.at += 2;
        }
    }

    /// والحماية الاجتماعية, وإعادة الإدماج
    fn joined(&mut self) {
        self.against();
        while let Some(next) = self.next().filter(|next| next.is_joined()) {
            let rest = next.unjoined();
            let before = &self.words[self.at - 1].folded;
            let is_pair = is_relative(rest) && is_relative(before) && is_definite(rest);
            let is_people = ["ين", "ون"].iter().any(|end| rest.ends_with(end));
            let is_part = self.head.multi || self.has_tail;
            if is_head(next)
                || is("others", rest)
                || is("stops", rest)
                || self.places.contains_key(&self.at)
            {
                return;
            }
            if is_definite(rest) && (is_pair || is_part && !is_people) {
                self.at += 1;
                self.adjectives(true);
                self.against();
                continue;
            }
            let is_action = [
                "اعاده",
                "اصلاح",
                "اعداد",
                "انعاش",
                "تنميه",
                "حمايه",
                "سياسه",
                "شؤون",
                "تحديث",
                "مراقبه",
                "محاربه",
            ]
            .contains(&rest);
            let is_led = self
                .words
                .get(self.at + 1)
                .is_some_and(|word| word.is_adjacent() && is_definite(&word.folded));
            if !(is_part && is_action && is_led) {
                return;
            }
            self.at += 2;
            self.adjectives(true);
        }
    }

    /// بأكادير, بجهة الشرق
    fn place(&mut self) {
        let Some(next) = self
            .next()
            .filter(|next| self.head.local && next.folded.starts_with('ب'))
        else {
            return;
        };
        if let Some(end) = self.places.get(&self.at) {
            self.at = *end;
            return;
        }
        let is_led = self.words.get(self.at + 1).is_some_and(|word| {
            word.is_adjacent()
                && (is_definite(&word.folded) || self.places.contains_key(&(self.at + 1)))
        });
        if is_area(next) && is_led {
            self.at += 2;
        }
    }
}

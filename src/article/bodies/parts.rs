//! What is joined to the name of a body: parts with ل («للأمن الوطني») and with و («والحماية الاجتماعية»), and the place that it is of.

use super::construct::Construct;
use super::heads::HEADS;
use super::shape::{is_abstract, is_adjective_of_time, is_area, is_head};
use crate::article::lexicon::{is, is_relative, is_word};
use crate::article::words::{Word, bare, is_definite};

/// What heads a body of its own, and never is a part of another's name.
const HEADS_OF_ONE: [&str; 6] = ["مجلس", "بنك", "مركز", "معهد", "حزب", "اتحاد"];

impl Construct<'_, '_> {
    /// Whether a part that is joined with ل stands behind the next word.
    pub(super) fn is_before_part(&self) -> bool {
        let part = self.words.get(self.at + 1);
        part.is_some_and(|word| word.is_adjacent() && word.folded.starts_with("لل"))
    }

    /// What is joined to a name with ل and with و.
    pub(super) fn parts(&mut self, takes_purpose: bool) {
        self.joined();
        if takes_purpose && self.purpose() {
            self.has_tail = true;
            self.adjectives(true);
            self.joined();
            self.last_purpose();
        }
    }

    /// «للأمم المتحدة لشؤون اللاجئين», «والماء الصالح للشرب»: a second part with ل, where only that says what it does.
    fn last_purpose(&mut self) {
        let Some(next) = self.next() else { return };
        let of = self
            .words
            .get(self.at + 1)
            .filter(|word| word.is_adjacent());
        if is("affairs", &next.folded) && of.is_some_and(|of| is_definite(&of.folded)) {
            self.at += 2;
            self.adjectives(true);
            self.joined();
        } else if let Some(place) = self.places.get(&self.at).filter(|place| !place.is_bare)
            && next.folded.starts_with('ل')
        {
            // «للاستثمار الفلاحي لتادلة»
            self.at = place.to;
        } else if next.folded == "لجهه"
            && let Some(area) = self
                .places
                .get(&(self.at + 1))
                .filter(|place| place.is_bare)
        {
            self.at = area.to;
        } else if next.folded.starts_with("لل") && self.is_raised() {
            self.at += 1;
            self.joined();
        } else if self.words[self.at - 1].folded == "الصالح" && next.folded == "للشرب" {
            self.at += 1;
        }
    }

    /// «للنهوض بالأعمال الاجتماعية للتربية والتكوين»
    fn is_raised(&self) -> bool {
        let words = &self.words[self.from..self.at];
        words.iter().any(|word| word.folded == "للنهوض")
    }

    /// للأمن الوطني, لكرة القدم, لحقوق الإنسان
    fn purpose(&mut self) -> bool {
        let Some(next) = self.next() else {
            return false;
        };
        // «الوكالة الحضرية لتازة», «وكالة الحوض المائي لأم الربيع»
        let place = self.places.get(&self.at).filter(|place| !place.is_bare);
        let is_of_area = is_definite(&self.word) || is_relative(&self.words[self.at - 1].folded);
        if let Some(place) = place.filter(|_| is_of_area)
            && next.folded.starts_with('ل')
            && !next.folded.starts_with("لل")
        {
            self.at = place.to;
            return true;
        }
        let Some(rest) = next
            .folded
            .strip_prefix('ل')
            .filter(|rest| rest.chars().count() > 2)
        else {
            return false;
        };
        // «نائب رئيس مجلس الوزراء للتنمية»
        if self.words[self.at - 1].folded == "الوزراء" {
            return false;
        }
        if rest.starts_with('ل') {
            let whole = format!("ا{rest}");
            // «للمملكة المغربية», and not «للسلطات»
            let is_realm = whole == "المملكه" && self.word.starts_with("الخز");
            let is_described = is_realm
                || self.words.get(self.at + 1).is_some_and(|word| {
                    word.is_adjacent() && is_definite(&word.folded) && is_relative(&word.folded)
                });
            if is("stops", &whole)
                || is("others", &whole) && !is_described
                || is_adjective_of_time(&whole)
            {
                return false;
            }
            self.at += 1;
            return true;
        }
        // «الشرطة الوطنية لتعزيز التعاون» says what for, «الوكالة الوطنية لتنمية الاستثمارات» what of.
        let is_first = is_definite(&self.word) && self.adjectives > 0;
        // What a society is for belongs to its name: «جمعية الأرض والإنسان لدعم التنمية».
        let is_cause = self.head.cause && is("causes", rest);
        if is("purposes", rest)
            && !is_cause
            && !(is_first && self.head.vague && rest != "بحث" && rest != "مناقشه")
            || is("particles", rest)
        {
            return false;
        }
        let mut at = self.at + 1;
        while self.words.get(at).is_some_and(|word| {
            at - self.at < 4
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
        if is_led && at - self.at < 4 {
            self.at = at + 1;
        }
        is_led && self.at == at + 1
    }

    /// والحماية الاجتماعية, وإعادة الإدماج
    pub(super) fn joined(&mut self) {
        self.against();
        while let Some(next) = self.next().filter(|next| next.is_joined()) {
            let rest = next.unjoined();
            let before = &self.words[self.at - 1].folded;
            let is_pair = is_relative(rest) && is_relative(before) && is_definite(rest);
            // «والعاملين», and not «والفنون», «والتكوين» or «والتلفزيون».
            let is_people = ["ين", "ون"].iter().any(|end| rest.ends_with(end))
                && (rest.chars().count() > 7 || rest.starts_with("الم"))
                && !is_abstract(rest)
                && !HEADS.contains_key(bare(rest));
            let is_part = self.head.multi || self.has_tail || self.is_of_two(rest);
            if self.is_parallel(rest) {
                self.at += 1;
                self.adjectives(true);
                continue;
            }
            if is_head(next)
                || is("ordinals", rest)
                || self.is_another(rest)
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
            // «المخدرات وإدمانها»
            let is_theirs = rest.ends_with("تها")
                || rest.ends_with("ها") && is_abstract(rest.trim_end_matches("ها"));
            if self.has_tail && is_theirs {
                self.at += 1;
                continue;
            }
            // «وزارة الاتصالات وتقنية المعلومات»
            let is_of_state = self.head.law && is_abstract(rest) && !rest.starts_with('م');
            let is_action = is_of_state || is("actions", rest) || is("causes", rest);
            // «وإعادة الإدماج», «وضمان جودة التعليم»
            let words = self.words.iter().skip(self.at + 1).take(2);
            let is_plain = |word: &&Word<'_>| word.is_adjacent() && !is_definite(&word.folded);
            let count = words.take_while(is_plain).count();
            let is_led = self
                .words
                .get(self.at + 1 + count)
                .is_some_and(|word| word.is_adjacent() && is_definite(&word.folded));
            if !(is_part && is_action && is_led && count < 2) {
                return;
            }
            self.at += 2 + count;
            self.adjectives(true);
        }
    }

    /// «مجلس السلم والأمن الأفريقي», «تحالف الشبكات والمنظمات الوطنية»: two nouns of one kind, with an adjective that is of both.
    fn is_parallel(&self, rest: &str) -> bool {
        let before = self.words[self.at - 1].folded.as_str();
        let adjective = self
            .words
            .get(self.at + 1)
            .filter(|word| word.is_adjacent());
        let is_described =
            adjective.is_some_and(|word| is_definite(&word.folded) && is_relative(&word.folded));
        let is_plural = before.ends_with("ات") && rest.ends_with("ات");
        let is_thing = |word: &str| {
            is_definite(word)
                && !is_relative(word)
                && !["ين", "ون"].iter().any(|end| word.ends_with(end))
                && !is("people", word)
                && !is("others", word)
        };
        let is_singular =
            is_thing(before) && is_thing(rest) && !rest.ends_with("ات") && !rest.ends_with('ه');
        let is_first = !is_definite(&self.word) && self.at == self.from + 2;
        let is_place = self.places.contains_key(&self.at)
            || self.places.values().any(|place| place.to == self.at);
        let is_head = HEADS_OF_ONE.contains(&bare(rest));
        let is_trade = is("people", before) && is("people", rest);
        let is_alike = is_plural || is_singular || is_trade;
        is_first && is_described && !is_place && !is_head && is_alike
    }

    /// «منظمة الأغذية والزراعة», «مجلس الإنماء والإعمار»: two things, not people and not a place, of which the second is an
    /// abstract noun.
    fn is_of_two(&self, rest: &str) -> bool {
        let before = &self.words[self.at - 1];
        let is_first = self.at == self.from + 2 && !is_definite(&self.word);
        let is_people = ["ين", "ون"].iter().any(|end| before.folded.ends_with(end))
            || is("people", &before.folded);
        let is_place = self.places.values().any(|place| place.to == self.at);
        is_first && !is_people && !is_place && is_abstract(rest)
    }

    /// «والاتحادية الجزائرية لألعاب القوى» is a body by itself: a noun with an adjective and a part of its own.
    fn is_another(&self, rest: &str) -> bool {
        let is_led = |at: usize, is_right: &dyn Fn(&str) -> bool| {
            let word = self.words.get(at).filter(|word| word.is_adjacent());
            word.is_some_and(|word| is_right(&word.folded))
        };
        is_definite(rest)
            && is_led(self.at + 1, &|word| is_definite(word) && is_relative(word))
            && is_led(self.at + 2, &|word| {
                word.starts_with('ل') && !is("years", word)
            })
    }

    /// «كتابة الدولة المكلفة بالصيد البحري»: what a part of the government is in charge of.
    pub(super) fn charge(&mut self) {
        let is_charged = self.head.law
            && self
                .next()
                .is_some_and(|next| ["المكلفه", "المكلف"].contains(&next.folded.as_str()))
            && self
                .words
                .get(self.at + 1)
                .is_some_and(|word| word.is_adjacent() && word.folded.starts_with("بال"));
        if is_charged {
            self.at += 2;
            self.has_tail = true;
            self.adjectives(true);
            self.joined();
        }
    }

    /// «الوكالة الإيطالية للتعاون من أجل التنمية», and not «اجتمعت اللجنة الوطنية من أجل المصادقة على»: what a body is for.
    pub(super) fn sake(&mut self) {
        let is_at = |at: usize, word: &str| {
            let found = self.words.get(at).filter(|found| found.is_adjacent());
            found.is_some_and(|found| found.folded == word)
        };
        let is_cause = |at: usize| {
            let found = self.words.get(at).filter(|found| found.is_adjacent());
            found.is_some_and(|found| is_definite(&found.folded) && !is("others", &found.folded))
        };
        let is_named = is_definite(&self.word) && self.at > self.from + 1;
        let is_for_a_cause = self.head.vague
            && is_named
            && is_at(self.at, "من")
            && is_at(self.at + 1, "اجل")
            && is_cause(self.at + 2);
        if !is_for_a_cause {
            return;
        }
        let end = self.at + 3;
        let is_action = ["علي", "مع", "في", "حول", "بشان", "الي"]
            .iter()
            .any(|link| is_at(end, link));
        if !is_action {
            self.at = end;
            self.has_tail = true;
            self.adjectives(true);
        }
    }

    /// «بني ملال-خنيفرة»
    pub(super) fn dashed(&mut self) {
        let is_dashed = self
            .words
            .get(self.at)
            .is_some_and(|word| ["-", "–"].contains(&word.gap));
        if is_dashed && let Some(place) = self.places.get(&self.at) {
            self.at = place.to;
        }
    }

    /// بأكادير, بجهة الشرق
    pub(super) fn place(&mut self) {
        // «سفارة الكويت في مانيلا»
        let place = self
            .places
            .get(&(self.at + 1))
            .filter(|place| place.is_bare);
        if let Some(place) = place
            && self.head.seated
            && self.next().is_some_and(|next| next.folded == "في")
        {
            self.at = place.to;
            return;
        }
        // «الجامعة الأميركية في بيروت»: by its country alone, it would be one of several.
        if let Some(place) = place
            && ["الجامعه", "المعهد", "المدرسه", "المستشفي"].contains(&self.word.as_str())
            && !is("plain", &self.words[self.at - 1].folded)
            && self.at == self.from + 2
            && is_relative(&self.words[self.at - 1].folded)
            && self.next().is_some_and(|next| next.folded == "في")
        {
            self.at = place.to;
            return;
        }
        let Some(next) = self
            .next()
            .filter(|next| self.head.local && next.folded.starts_with('ب'))
        else {
            return;
        };
        if let Some(place) = self.places.get(&self.at) {
            self.at = place.to;
            self.dashed();
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

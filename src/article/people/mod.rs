//! People that a paragraph names, where it says who they are: behind a title («الدكتورة هيفاء المقرن»), behind an office that is followed
//! by what was said («وزير العدل عادل نصار إن»), before an office («محمد العربي، رئيس الجمعية»). No list of names is needed, since
//! Arabic shows where an office ends: a word without the article behind one that has it is in apposition.

mod given;
mod shape;

use std::collections::BTreeSet;

use super::bodies;
use super::lexicon::{is, is_word};
use super::words::{Word, is_definite};
pub(super) use given::is_joined_given;
pub(super) use shape::{Found, is_joined};
use shape::{JOINTS, NAME, OFFICE, Text, is_foreign_name, is_listener, is_office, is_part};

/// What opens the words that were said.
const SAID: [&str; 8] = ["ان", "بان", "انه", "انها", "بانه", "بانها", "قوله", "قولها"];

/// The people of a paragraph in their order. `taken` are the words of bodies and places, `ends` the words behind them.
pub(super) fn people(
    words: &[Word<'_>],
    taken: &BTreeSet<usize>,
    ends: &BTreeSet<usize>,
) -> Vec<Found> {
    let text = Text { words, taken, ends };
    let mut all: Vec<Found> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let found = text
            .titled(at)
            .or_else(|| text.in_office(at, all.last().is_some_and(|last| last.to == at)))
            .or_else(|| text.before_office(at))
            .or_else(|| text.by_given_name(at))
            .or_else(|| text.by_name_alone(at, all.last().is_some_and(|last| last.to == at)));
        let found = found.filter(|found| all.last().is_none_or(|last| last.to <= found.from));
        at += 1;
        all.extend(found);
    }
    all
}

impl Text<'_, '_> {
    fn is_after_speech(&self, at: usize) -> bool {
        let verb = at.checked_sub(1).map(|at| &self.words[at]);
        verb.is_some_and(|verb| is("verbs-of-speech", &verb.folded) && self.words[at].is_adjacent())
    }

    /// «الدكتورة هيفاء المقرن», «المخرج الكوري بونغ جون هو»
    fn titled(&self, at: usize) -> Option<Found> {
        let title = self.word(at)?;
        let is_title = title.readings().iter().any(|one| is("titles", &one.rest));
        // «معالي الدكتور» is two titles, and the second tells where the name begins.
        let is_first = self
            .word(at + 1)
            .is_some_and(|next| next.is_adjacent() && is("titles", &next.folded));
        if !is_title || is_first || self.taken.contains(&at) {
            return None;
        }
        let adjectives = self.words.iter().skip(at + 1).take(3);
        let is_adjective = |word: &&Word<'_>| {
            word.is_adjacent() && is_definite(&word.folded) && !is("given", &word.folded)
        };
        let from = at + 1 + adjectives.take_while(is_adjective).count();
        if from > at + 3 || self.taken.contains(&at) && self.taken.contains(&from) {
            return None;
        }
        let is_given = is("given", &self.words.get(from)?.folded);
        // «جوليا قصار دور سعدون»: what stands behind a name that is one by its first word does not belong to it.
        let to = if is_given {
            // «مدينة الملك فهد الرياضية»
            self.given_name(from).filter(|_| !self.is_borne(at))
        } else {
            self.name(from).filter(|to| self.is_closed(*to))
        };
        // «والقاضي بسجنه ثلاث سنوات» rules.
        let is_verdict = self.words[from].folded.starts_with('ب') && !is_given && from == at + 1;
        let to = to.filter(|_| !is_verdict)?;
        // «وزير الطاقة، وسعادة السفير» are two.
        let start = Some(at).filter(|_| !is_joined(title));
        let start = start.and_then(|at| self.office_before(at)).unwrap_or(at);
        let role =
            (from > at + 1 || start < at).then_some(start..if start < at { at } else { from });
        Some(Found { from, to, role })
    }

    /// The office that stands right before a title: «مديرة المتحف الدكتورة».
    fn office_before(&self, at: usize) -> Option<usize> {
        let near = at.saturating_sub(OFFICE);
        for start in (near..at).rev() {
            if is_office(&self.words[start]) {
                return Some(start);
            }
            let word = &self.words[start + 1];
            let is_open = !(word.is_adjacent() || start + 1 == at && word.gap.trim() == "،");
            if is_open || is_word("particles", &self.words[start]) && !self.taken.contains(&start) {
                return None;
            }
        }
        None
    }

    /// `is_next` says that somebody else is named right before: «وزير العدل عادل نصار ووزير الصحة ركان ناصر الدين،».
    ///
    /// «وزير العدل عادل نصار إن», «محافظ بنك المغرب، عبد اللطيف الجواهري، إن»
    fn in_office(&self, at: usize, is_next: bool) -> Option<Found> {
        let office = self.word(at)?;
        let is_speaker = self.is_after_speech(at) && is_definite(&office.folded);
        if !is_office(office) && !is_speaker {
            return None;
        }
        let mut from = at + 1;
        let is_apposed = loop {
            let word = self.word(from).filter(|_| from - at < OFFICE)?;
            let before = &self.words[from - 1];
            let is_whole = is_definite(before.unjoined())
                || self.ends.contains(&from)
                || is_theirs(before) && !word.folded.starts_with(['ب', 'ل'])
                || before.folded.starts_with("لل")
                || before.folded.starts_with("بال");
            let is_apposed = word.gap.trim() == "،";
            let is_whole = is_whole || [")", "»", "\""].contains(&word.gap.trim());
            if !(self.goes_on(from) || is_apposed && is_whole) {
                return None;
            }
            // «رئيس البلدية المنذر بن رمضان»: a given name with the article.
            // Before another, whatever it means: «المختار أحمد».
            let is_followed = self
                .word(from + 1)
                .is_some_and(|next| next.is_adjacent() && is("given", &next.folded));
            let is_given =
                is("given", &word.folded) && (!is("words-as-names", &word.folded) || is_followed);
            if is_given && is_definite(&word.folded) && !self.taken.contains(&from) {
                return None;
            }
            // «، وطالبت» goes on with a verb, «وأعضاء» with somebody else.
            let is_more = word.is_joined() && !is("given", &word.folded);
            let is_first = !self.taken.contains(&from) && is_whole && !is_more;
            if is_first && self.name(from).is_some() {
                break is_apposed;
            }
            let is_link = ["في", "من", "باسم", "عن", "لدي"].contains(&word.folded.as_str());
            let is_clause = is_word("particles", word) && !is_link && !self.taken.contains(&from);
            if is_apposed || is_clause || is("verbs-of-speech", &word.folded) {
                return None;
            }
            from += 1;
        };
        let foreign = self.foreign_name(from);
        let to = foreign.or_else(|| self.name(from))?;
        // «أعلن الوزير تنظيم حملة» names an action.
        let is_action =
            bodies::is_abstract(&self.words[from].folded) && !self.words[from].text.ends_with('ة');
        let is_foreign = self.words[from..to].iter().any(is_foreign_name);
        let plain = at.checked_sub(1).map(|at| &self.words[at].folded);
        let is_said = plain.is_some_and(|verb| is("says-that", verb));
        // «رئيس الجامعة محمد بلماحي ورئيس الاتحاد دافيد لابارتيان اتفاقية»
        let is_listed = is_next && (self.is_comma_behind(to) || is_foreign && to == from + 2);
        // «ويحذر الباحث في المعهد رشيد السعيدي من»
        let is_warning = plain.is_some_and(|verb| is("warns", verb))
            && self
                .word(to)
                .is_some_and(|next| ["من", "الي"].contains(&next.folded.as_str()));
        // «نايلة دو فريج»
        let is_joint = JOINTS.contains(&self.words[from + 1].folded.as_str());
        let is_joined = is_joint && to == from + 3 && !is("given", &self.words[from].folded);
        let ends = self.is_said_behind(to)
            || is_joined
            || foreign.is_some()
            || is_warning
            || !is_action
                && (self.is_office_behind(to)
                    || is_listed
                    || self.is_comma_behind(to) && (is_apposed || is_said || is_foreign)
                    || self.is_end(to) && is_foreign);
        let role = Some(at..from);
        ends.then_some(Found { from, to, role })
    }

    /// Where a name of two words ends that are of another language, right behind the name of what an office is of: «سفير إيطاليا أليساندرو
    /// بروناس اتفاقية».
    fn foreign_name(&self, from: usize) -> Option<usize> {
        let is_one = |at: usize| {
            let word = self.word(at).filter(|word| word.is_adjacent());
            word.is_some_and(|word| {
                is_foreign_name(word) && is_part(word) && !word.text.ends_with('ة')
            })
        };
        let is_name = self.ends.contains(&from) && is_one(from) && is_one(from + 1);
        (is_name && !is_one(from + 2)).then_some(from + 2)
    }

    /// «محمد العربي، رئيس الجمعية»
    fn before_office(&self, from: usize) -> Option<Found> {
        if !self.is_after_speech(from) || is_office(self.word(from)?) {
            return None;
        }
        let to = self.name(from)?;
        let office = self.word(to).filter(|word| word.gap.trim() == "،")?;
        let is_one = is_office(office) || is("titles", &office.folded);
        let rest = self.words.iter().skip(to + 1).take(OFFICE);
        let count = rest.take_while(|word| word.is_adjacent()).count();
        let role = Some(to..to + 1 + count);
        is_one.then_some(Found { from, to, role })
    }

    /// Where a name ends that begins at a word: two words or more, of which the first has no article.
    fn name(&self, from: usize) -> Option<usize> {
        let first = self.word(from)?;
        let is_name = (!is_definite(&first.folded) || is_foreign_name(first))
            && first.folded != "باسم"
            && !["لل", "بال", "وال", "فال"]
                .iter()
                .any(|start| first.folded.starts_with(start))
            && is_part(first)
            && !is_office(first)
            && !bodies::is_head(&first.folded);
        // «المدير العام لإيني كلاوديو ديسكالزي»: what a given name follows begins none.
        let is_led = first.folded.starts_with('ل')
            && !is("given", &first.folded)
            && self
                .word(from + 1)
                .is_some_and(|next| is("given", &next.folded));
        if !is_name
            || is_led
            || self.taken.contains(&from) && !JOINTS.contains(&first.folded.as_str())
        {
            return None;
        }
        let is_joint = |word: &Word<'_>| JOINTS.contains(&word.folded.as_str());
        let mut to = from + 1;
        let mut count = usize::from(!is_joint(first));
        while let Some(word) = self
            .word(to)
            .filter(|word| word.is_adjacent() && count < NAME)
        {
            let is_behind_joint = is_joint(&self.words[to - 1]);
            // «ياسين المهدي وليد أن»
            let is_last = self
                .word(to + 1)
                .is_some_and(|next| SAID.contains(&next.folded.as_str()));
            let is_led = ["بال", "لل", "كال"]
                .iter()
                .any(|start| word.folded.starts_with(start));
            // «تيغيست ألمازا بلقب الماراثون»
            let is_apart = count > 1
                && word.folded.starts_with(['ب', 'ل'])
                && !is("given", &word.folded)
                && !is_behind_joint
                && !is_joint(word);
            if is_apart {
                break;
            }
            let is_more = is_joint(word)
                || is_behind_joint
                || is_part(word)
                    && (!word.is_joined() || is_last)
                    && !is_led
                    && !is_office(word)
                    && !is_listener(word);
            if !is_more {
                break;
            }
            count +=
                usize::from(!is_joint(word) && !is_behind_joint || is_behind_joint && count == 0);
            to += 1;
        }
        let last = &self.words[to - 1];
        // «تراجعا طفيفا»
        let is_long = first.folded.chars().count() > 4;
        let is_accusative =
            is_long && first.text.ends_with('ا') && self.words[from + 1].text.ends_with('ا');
        (to > from + 1 && !is_joint(last) && !is_accusative).then_some(to)
    }

    /// Whether no noun follows that would make the words before it something else than a name.
    fn is_closed(&self, at: usize) -> bool {
        self.word(at).is_none_or(|word| {
            !word.is_adjacent()
                || word.is_joined()
                || is_office(word)
                || is_word("particles", word)
                || is("verbs-of-speech", &word.folded)
                || is("manners", &word.folded)
                || word.folded.starts_with(['ب', 'ل'])
                || is_listener(word)
        })
    }

    fn is_said_behind(&self, at: usize) -> bool {
        let Some(word) = self.word(at) else {
            return false;
        };
        let is_that = |word: &Word<'_>| SAID.contains(&word.folded.as_str());
        let is_from = word.folded == "من" && self.word(at + 1).is_some_and(is_that);
        is_that(word)
            || is_from
            || is("manners", &word.folded)
            || is_listener(word)
            || word.gap.contains([':', '«', '"'])
    }

    fn is_office_behind(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| {
            word.is_joined() && word.is_near() && is("offices", word.unjoined())
        })
    }

    fn is_comma_behind(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| word.gap.contains('،'))
    }

    fn is_end(&self, at: usize) -> bool {
        self.word(at)
            .is_none_or(|word| word.gap.contains(['.', '؟', '!']))
    }
}

/// Whether somebody is spoken of by the end of a word: «باسمه», «وزيرها».
fn is_theirs(word: &Word<'_>) -> bool {
    ["ه", "ها", "هم"].iter().any(|end| word.text.ends_with(end))
}

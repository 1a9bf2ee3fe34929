//! People behind an office by the first word of their name, which is in the list of given names: where nothing else says that a name
//! begins.

use super::shape::{Found, JOINTS, OFFICE, Text, is_listener, is_office, is_part};
use crate::article::bodies;
use crate::article::lexicon::{is, is_word};
use crate::article::words::is_definite;

impl Text<'_, '_> {
    /// «وزير الشباب والرياضة الصادق المورالي», «رئيسها محمد الغلوسي»: an office, what it is of, and a name that begins as names do.
    pub(super) fn by_given_name(&self, at: usize) -> Option<Found> {
        if !self.word(at).is_some_and(is_office) {
            return None;
        }
        let mut from = at + 1;
        loop {
            let word = self.word(from).filter(|_| from - at < OFFICE)?;
            // «نائب الرئيس ووزير الخارجية أيمن الصفدي» is one office, «الجامعة علي، ووزير» two.
            if !word.is_adjacent() {
                return None;
            }
            let is_taken = self.taken.contains(&from) && self.taken.contains(&(from + 1));
            if is("given", &word.folded) && !is_taken {
                break;
            }
            let is_link = ["في", "من", "باسم", "لدي"].contains(&word.folded.as_str());
            let is_clause = is_word("particles", word) && !is_link && !self.taken.contains(&from);
            let is_titled = is("titles", &word.folded) && !self.taken.contains(&from);
            if is_clause || is_titled || is("verbs-of-speech", &word.folded) {
                return None;
            }
            from += 1;
        }
        // «جامعة محمد الخامس» is a name as well.
        let is_of_name = self
            .word(from - 1)
            .is_some_and(|word| !is_definite(word.unjoined()) && bodies::is_head(word.unjoined()));
        let to = self.given_name(from).filter(|_| !is_of_name)?;
        // The office that is nearest says it.
        let nearest = (at + 1..from).rev().find(|at| is_office(&self.words[*at]));
        let is_whole = nearest.is_none_or(|nearest| self.words[nearest].is_joined());
        let role = Some(at..from);
        is_whole.then_some(Found { from, to, role })
    }

    /// Where a name ends that begins with a given name: a second word, and a third that is one of a name by its shape.
    pub(super) fn given_name(&self, from: usize) -> Option<usize> {
        let is_joint = |at: usize| {
            self.word(at)
                .is_some_and(|word| JOINTS.contains(&word.folded.as_str()))
        };
        let is_more = |at: usize| {
            self.word(at).is_some_and(|word| {
                word.is_adjacent()
                    && (is_part(word) || is_joint(at))
                    && !word.is_joined()
                    && !is_office(word)
                    && !is_listener(word)
                    && !word.folded.starts_with("لل")
                    && !word.folded.starts_with("بال")
            })
        };
        let mut to = from + 1;
        if is_joint(to) {
            to += 1;
        }
        if !is_more(to) {
            return None;
        }
        to += 1;
        while to < from + 5 && is_more(to) {
            let word = &self.words[to];
            let is_behind = is_joint(to - 1) || is("given", &self.words[to - 1].folded);
            if !(is_joint(to) || is_behind || is_definite(&word.folded)) {
                break;
            }
            to += 1;
        }
        (!is_joint(to - 1)).then_some(to)
    }
}

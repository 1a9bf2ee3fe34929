//! What the words around a head say of it: whether it acts, who runs it, and whether it is an area or an adjective.

use super::construct::Construct;
use crate::article::lexicon::{is, is_word};
use crate::article::places::is_of_place;
use crate::article::words::is_definite;

impl Construct<'_, '_> {
    /// «وقعت ولاية وهران»: an area that signs or speaks is the body that runs it.
    pub(super) fn is_acting(&self) -> bool {
        let before = self
            .from
            .checked_sub(1)
            .map(|at| self.words[at].folded.as_str());
        before.is_some_and(|verb| is("signs", verb) || is("verbs-of-speech", verb) && verb != "عبر")
    }

    /// «مركز دراو», and not «مركز القاهرة للدراسات» or «مركز دبي المالي العالمي».
    pub(super) fn is_area_alone(&self) -> bool {
        let end = self.places.get(&self.at).map_or(self.at, |place| place.to);
        let behind = self.words.get(end).filter(|word| word.is_adjacent());
        behind.is_none_or(|word| !is_definite(&word.folded) && !word.folded.starts_with("لل"))
    }

    /// «أعلنت الخارجية المصرية», and not «وزيرة الخارجية الألمانية»
    pub(super) fn is_national(&self) -> bool {
        let before = self.from.checked_sub(1).map(|at| &self.words[at]);
        let is_free = before.is_none_or(|word| {
            !self.words[self.from].is_adjacent()
                || is("verbs-of-speech", &word.folded)
                || is_word("particles", word)
        });
        is_free
            && self.next().is_some_and(|next| next.folded.ends_with('ه'))
            && is_of_place(self.words, self.at)
    }

    /// «مديرة إدارة الأرصاد الجوية»
    pub(super) fn is_run(&self) -> bool {
        let before = self.from.checked_sub(1).map(|at| &self.words[at]);
        let is_plain = !is_definite(&self.word) && self.words[self.from].is_adjacent();
        before.is_some_and(|word| is_plain && is_word("offices", word))
    }
}

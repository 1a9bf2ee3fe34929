//! The words of all pages, each kept once and with a number. A site says few words many times: of the hundreds on a page perhaps
//! five are new. So each is folded where it is first met, and known by how it is written from then on.

use std::cell::RefCell;
use std::sync::{LazyLock, Mutex, PoisonError};

use foldhash::HashMap;

use crate::arabic::search::fold;

/// A word, folded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::search) struct Term {
    /// A number that no other word has, from 0 on. Who comes first is first: nothing that is published goes by it.
    pub(in crate::search) number: u32,
    pub(in crate::search) text: &'static str,
}

/// All terms there are. A process meets as many as its sites have words, and keeps them.
#[derive(Default)]
struct Terms {
    numbers: HashMap<&'static str, u32>,
    texts: Vec<&'static str>,
}

static TERMS: LazyLock<Mutex<Terms>> = LazyLock::new(Mutex::default);

thread_local! {
    /// What this thread has met, as it is written; none for what nothing is left of.
    static MET: RefCell<HashMap<Box<str>, Option<Term>>> = RefCell::default();
}

impl Term {
    /// The term for a word of a page, unless it is made of nothing but marks.
    pub(in crate::search) fn of(written: &str) -> Option<Self> {
        MET.with_borrow_mut(|met| {
            if let Some(term) = met.get(written) {
                return *term;
            }
            let folded = fold(written);
            let term = (!folded.is_empty()).then(|| Self::known(folded));
            met.insert(written.into(), term);
            term
        })
    }

    fn known(folded: String) -> Self {
        let mut terms = TERMS.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((text, number)) = terms.numbers.get_key_value(&*folded) {
            let (text, number) = (*text, *number);
            return Self { number, text };
        }
        let text: &'static str = folded.leak();
        let number = u32::try_from(terms.texts.len()).unwrap_or(u32::MAX);
        terms.texts.push(text);
        terms.numbers.insert(text, number);
        Self { number, text }
    }

    /// The texts of all terms met so far, by their numbers.
    pub(in crate::search) fn texts() -> Vec<&'static str> {
        let terms = TERMS.lock().unwrap_or_else(PoisonError::into_inner);
        terms.texts.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_a_word_are_one_term_in_every_thread() {
        let here = Term::of("الأُمّة").unwrap();
        let there = std::thread::spawn(|| Term::of("الامة")).join().unwrap();
        assert_eq!((here.text, Some(here)), ("الامه", there));
        assert_eq!(Term::texts()[here.number as usize], "الامه");
        assert_ne!(Term::of("أمة").unwrap().number, here.number);
        assert_eq!(Term::of("\u{64E}"), None);
    }
}

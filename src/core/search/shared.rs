//! Texts that stand on several pages: a quotation, a note below every table. Whoever looks for their words wants one
//! of these pages, not all of them.

use std::collections::HashMap;

use super::extract::{Extract, Hit};
use crate::digest::Digest;

/// On how many pages a text says nothing of any of them.
const SEVERAL: usize = 5;

/// To which page each text belongs that several share: the first that does not quote it, or else the first.
pub(super) struct Shared(HashMap<Digest, usize>);

impl Shared {
    /// Of pages, in their order.
    pub(super) fn of<'a>(pages: impl Iterator<Item = &'a Extract>) -> Self {
        // Of each text how many pages have it, which had it last, and the first with whether it quotes it.
        let mut found: HashMap<Digest, (usize, usize, (bool, usize))> = HashMap::new();
        for (number, page) in pages.enumerate() {
            for passage in &page.passages {
                let place = (passage.is_quoted, number);
                let (count, last, first) =
                    found.entry(passage.digest).or_insert((1, number, place));
                *count += usize::from(*last != number);
                *last = number;
                *first = place.min(*first);
            }
        }
        let several = found
            .into_iter()
            .filter(|(_, (count, ..))| *count >= SEVERAL);
        Self(
            several
                .map(|(digest, (.., (_, page)))| (digest, page))
                .collect(),
        )
    }

    /// Whether a word counts that was found on a page.
    pub(super) fn counts(&self, number: usize, page: &Extract, hit: &Hit) -> bool {
        let passage = hit.passage.and_then(|passage| {
            let at = usize::try_from(passage.get() - 1).ok()?;
            page.passages.get(at)
        });
        let owner = passage.and_then(|passage| self.0.get(&passage.digest));
        owner.is_none_or(|owner| *owner == number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::extract::Term;

    const TEXT: &str = "عقد المجلس اجتماعه السنوي في المدينة يوم السبت";

    /// On which of some pages a word counts.
    fn counting(pages: &[String], word: &str) -> Vec<usize> {
        let read = |page: &String| Extract::of(&format!("<main><h1>صفحة</h1>{page}</main>"));
        let pages: Vec<_> = pages.iter().map(read).collect();
        let shared = Shared::of(pages.iter());
        let counts = |(number, page): (usize, &Extract)| {
            let mut hits = page.hits.iter();
            let is_found = hits.any(|hit| {
                Term::of(word).is_some_and(|term| term.number == hit.term)
                    && shared.counts(number, page, hit)
            });
            is_found.then_some(number)
        };
        pages.iter().enumerate().filter_map(counts).collect()
    }

    #[test]
    fn a_text_of_several_pages_counts_once_and_not_for_each() {
        let mut pages = vec![format!("<p>{TEXT}</p>"); SEVERAL - 1];
        assert_eq!(counting(&pages, "المجلس"), [0, 1, 2, 3]);
        pages.push(pages[0].clone());
        assert_eq!(counting(&pages, "المجلس"), [0]);
        // A word that a page has outside of it as well is its own.
        pages[2] += "<p>اجتمع المجلس أمس</p>";
        assert_eq!(counting(&pages, "المجلس"), [0, 2]);
        assert_eq!(counting(&pages, "السنوي"), [0]);
    }

    #[test]
    fn names_and_titles_that_pages_have_in_common_count_for_each() {
        let named = vec![
            "<p>الجمعية العامة للكتاب في المدينة</p>".to_owned();
            SEVERAL
        ];
        assert_eq!(counting(&named, "للكتاب").len(), SEVERAL);
        let titled = vec![format!("<h2>{TEXT}</h2>"); SEVERAL];
        assert_eq!(counting(&titled, "المجلس").len(), SEVERAL);
    }

    #[test]
    fn a_text_belongs_to_the_page_that_does_not_quote_it() {
        let mut pages = vec![format!("<blockquote><p>{TEXT}</p></blockquote>"); SEVERAL];
        assert_eq!(counting(&pages, "المجلس"), [0]);
        pages[3] = format!("<p>{TEXT}</p>");
        assert_eq!(counting(&pages, "المجلس"), [3]);
    }
}

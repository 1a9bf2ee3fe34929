//! Whom the words name that an agreement binds, among the proposals there are.

use std::ops::Range;

use super::List;
use crate::arabic::name_key;
use crate::arabic::search::fold;
use crate::article::proposal::{Kind, Proposal};
use crate::article::reading::Reading;
use crate::article::words::bare;

impl List {
    /// The bodies and places that words name: bodies, and where there is none, places.
    pub(super) fn named_in(&self, reading: &Reading<'_>, range: &Range<usize>) -> Vec<usize> {
        // Both are in the order of their words.
        let from = reading
            .bodies
            .partition_point(|found| found.from < range.start);
        let bodies = reading.bodies[from..].iter();
        let bodies = bodies.take_while(|found| found.from < range.end);
        let bodies: Vec<usize> = bodies
            .filter_map(|found| {
                self.by_key
                    .get(&(Kind::Body, name_key(&found.name)))
                    .copied()
            })
            .collect();
        if !bodies.is_empty() {
            return bodies;
        }
        let from = reading
            .places
            .partition_point(|found| found.from < range.start);
        let places = reading.places[from..].iter();
        let places = places.take_while(|found| found.from < range.end);
        places
            .filter_map(|found| {
                self.by_key
                    .get(&(Kind::Place, found.place?.slug.to_owned()))
                    .copied()
            })
            .collect()
    }

    /// The body that a head with the article speaks of again («الوزارة»): the one that the article is about, since its title or
    /// its first paragraph names it, or the last that was named by it.
    pub(super) fn spoken_of(&self, reading: &Reading<'_>, range: &Range<usize>) -> Option<usize> {
        let head = bare(&reading.words.get(range.start)?.folded);
        let is_it = |one: &Proposal| {
            one.kind == Kind::Body
                && name_key(&one.name)
                    .split(' ')
                    .next()
                    .is_some_and(|first| fold(first) == head)
        };
        let last = |one: &Proposal| {
            let before = one.mentions.iter().map(|mention| mention.paragraph);
            before.filter(|n| *n <= reading.n).max()
        };
        let is_subject = |one: &Proposal| one.mentions.iter().any(|mention| mention.paragraph == 1);
        let all = self.all.iter().enumerate().filter(|(_, one)| is_it(one));
        all.filter_map(|(at, one)| Some((is_subject(one), last(one)?, at)))
            .max()
            .map(|(_, _, at)| at)
    }
}

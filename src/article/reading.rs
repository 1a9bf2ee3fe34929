//! A paragraph with all names in it, and its words as quotations.

use std::ops::Range;

use super::proposal::Mention;
use super::words::{Word, words};
use super::{bodies, company, dates, people, places, towns};

/// A paragraph as it is read.
pub(super) struct Reading<'a> {
    pub(super) n: usize,
    pub(super) text: &'a str,
    pub(super) words: Vec<Word<'a>>,
    pub(super) places: Vec<places::Found>,
    pub(super) bodies: Vec<bodies::Found>,
    pub(super) dates: Vec<dates::Found>,
    pub(super) people: Vec<people::Found>,
}

impl<'a> Reading<'a> {
    pub(super) fn of(n: usize, text: &'a str) -> Self {
        let words = words(text);
        let mut places = places::places(&words);
        company::add_company(&words, &mut places);
        places::add_adjectives(&words, &mut places);
        towns::add_towns(&words, &mut places);
        places.sort_by_key(|found| found.from);
        let starts = places
            .iter()
            .filter_map(|found| {
                let name = found.name.as_deref()?;
                let first = name.split(' ').next()?;
                let is_bare = words[found.from].text == first;
                let to = found.to;
                Some((found.from, bodies::Span { to, is_bare }))
            })
            .collect();
        let bodies = bodies::bodies(&words, &starts);
        let dates = dates::dates(&words);
        let ranges = || {
            let places = places.iter().map(|found| found.from..found.to);
            places.chain(bodies.iter().map(|found| found.from..found.to))
        };
        let of_places = places.iter().filter(|found| found.name.is_some());
        let taken = bodies.iter().map(|found| found.from..found.to);
        let taken = taken.chain(of_places.map(|found| found.from..found.to));
        let ends = ranges().map(|range| range.end).collect();
        let people = people::people(&words, &taken.flatten().collect(), &ends);
        // «زكية الدريوش» is no town.
        places.retain(|place| {
            let is_name = |person: &people::Found| person.from < place.to && place.from < person.to;
            !people.iter().any(is_name)
        });
        Self {
            n,
            text,
            words,
            places,
            bodies,
            dates,
            people,
        }
    }

    /// The words from one to another, without «و» in front: a quotation may leave that out, and nothing else.
    pub(super) fn mention(&self, range: Range<usize>, is_joined: bool) -> Mention {
        let (first, last) = (&self.words[range.start], &self.words[range.end - 1]);
        let start = first.range.start
            + if is_joined && first.text.starts_with('و') {
                'و'.len_utf8()
            } else {
                0
            };
        let mut quote = self
            .text
            .get(start..last.range.end)
            .unwrap_or_default()
            .to_owned();
        // A name in quotation marks is quoted with both.
        let next = self
            .text
            .get(last.range.end..)
            .and_then(|rest| rest.chars().next());
        let opens = quote.matches('«').count() > quote.matches('»').count();
        let is_odd = quote.matches('"').count() % 2 == 1;
        let is_bracketed = quote.matches('(').count() > quote.matches(')').count();
        let is_closed =
            |c: &char| opens && *c == '»' || is_odd && *c == '"' || is_bracketed && *c == ')';
        if let Some(mark) = next.filter(is_closed) {
            quote.push(mark);
        }
        Mention {
            paragraph: self.n,
            quote,
        }
    }

    /// The words behind particles that are joined to the first of a range, if «و» is all of them.
    pub(super) fn of_name(&self, range: Range<usize>, name: &str) -> Mention {
        let first = self.words[range.start].text;
        let start = name.split(' ').next().unwrap_or_default();
        let is_joined = first.strip_prefix('و').is_some_and(|rest| {
            rest == start
                || rest.strip_prefix('ب').is_some_and(|rest| rest == start)
                || rest.starts_with("لل")
                || rest.strip_prefix('ل').is_some_and(|rest| rest == start)
        });
        self.mention(range, is_joined)
    }
}

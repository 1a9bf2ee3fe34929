//! Who wrote an address that leads nowhere: the page's own file, a template, or somebody in between. A file is read once,
//! however many of its links are broken.

use std::collections::HashMap;
use std::ops::Range;

use super::rendering::Inputs;
use crate::config;
use crate::diagnostic::{Diagnostic, Span};
use crate::html::each_address;
use crate::locale::text;
use crate::markdown::each_link;
use crate::path::{SourcePath, UrlPath, decode};
use crate::schema::Guesses;
use crate::source::{Source, load};

/// The addresses that files have, of those that somebody has looked in.
pub(super) struct Blame<'a> {
    inputs: Inputs<'a>,
    files: HashMap<&'a SourcePath, Addresses<'a>>,
    /// Where addresses stand that are neither in the page's own file nor in a template: thousands of pages may have one in common.
    elsewhere: HashMap<String, Option<(Span, String)>>,
    searches: Guesses,
    /// What they may be meant as, and for how many that is asked.
    pub(super) near: HashMap<String, Option<&'a str>>,
    pub(super) guesses: Guesses,
}

impl<'a> Blame<'a> {
    pub(super) fn new(inputs: Inputs<'a>) -> Self {
        Self {
            inputs,
            files: HashMap::new(),
            elsewhere: HashMap::new(),
            searches: Guesses::default(),
            near: HashMap::new(),
            guesses: Guesses::default(),
        }
    }

    /// Adds to a problem where the address is written that it is about. `problem` says it of the address as it is written
    /// there.
    pub(super) fn place(
        &mut self,
        own: &SourcePath,
        written: &str,
        problem: impl Fn(&str) -> Diagnostic,
    ) -> Diagnostic {
        let snapshot = self.inputs.snapshot;
        let is_template = |source: &&Source| source.path().extension() == Some("html");
        let templates = snapshot.below(load::TEMPLATES).filter(is_template);
        let config = snapshot.get(&config::path());
        let files = snapshot.get(own).into_iter().chain(templates).chain(config);
        let mut places = files.filter_map(|source| {
            let path = source.path();
            let addresses = self.files.entry(path);
            let addresses = addresses.or_insert_with(|| Addresses::of(source));
            Some(Span::new(path, addresses.find(written)?))
        });
        let found = places.next().map(|span| (span, written.to_owned()));
        drop(places);
        match found.or_else(|| self.elsewhere(written)) {
            Some((span, written)) if span.path != *own => problem(&written)
                .at(span)
                .note(text!("on-the-page-of", path = own.as_str())),
            Some((span, written)) => problem(&written).at(span),
            None => problem(written).at(own),
        }
    }

    /// The place in the body of another entry, which is looked for once; and not for thousands of addresses in thousands of
    /// bodies: those that a template puts together are in none.
    fn elsewhere(&mut self, address: &str) -> Option<(Span, String)> {
        if let Some(known) = self.elsewhere.get(address) {
            return known.clone();
        }
        let is_searched = self.searches.allow(self.inputs.site.entries.len());
        let found = is_searched.then(|| self.in_body_of_another(address));
        let found = found.flatten();
        self.elsewhere.insert(address.to_owned(), found.clone());
        found
    }

    /// Where an address stands in the body of an entry that other pages show as well, and how: there it may have been
    /// relative.
    fn in_body_of_another(&mut self, address: &str) -> Option<(Span, String)> {
        let inputs = self.inputs;
        inputs.site.entries.iter().find_map(|entry| {
            let page = entry.page.as_ref().map_or("", UrlPath::as_str);
            let folder = page.rsplit_once('/').map_or("", |(folder, _)| folder);
            let in_folder = address.strip_prefix(folder);
            let in_folder = in_folder.and_then(|path| path.strip_prefix('/'));
            let on_page = address.strip_prefix(page);
            let on_page = on_page.filter(|rest| rest.starts_with('#') && !page.is_empty());
            let source = inputs.snapshot.get(&entry.document.path)?;
            let path = source.path();
            let addresses = self.files.entry(path);
            let addresses = addresses.or_insert_with(|| Addresses::of(source));
            let forms = [Some(address), in_folder, on_page].into_iter().flatten();
            forms.into_iter().find_map(|form| {
                let range = addresses.find(form)?;
                Some((Span::new(path, range), form.to_owned()))
            })
        })
    }
}

/// Where a file has addresses, each at its first place.
struct Addresses<'a> {
    text: &'a str,
    /// As the target of a link of its Markdown, or in an attribute that holds addresses.
    linked: HashMap<String, Range<usize>>,
    /// As a whole string between marks.
    quoted: HashMap<&'a str, Range<usize>>,
}

/// How long an address may be, in bytes, that is found between marks.
const LONGEST: usize = 2048;

/// What stands round a string, so that it is no part of a longer one.
const MARKS: [(char, char); 6] = [
    ('"', '"'),
    ('\'', '\''),
    ('(', ')'),
    ('(', ' '),
    ('<', '>'),
    ('=', '}'),
];

impl<'a> Addresses<'a> {
    fn of(source: &'a Source) -> Self {
        let text = source.text();
        let mut linked = HashMap::new();
        let mut note = |written: &str, range: Range<usize>| {
            linked.entry(decode(written).into_owned()).or_insert(range);
        };
        if source.path().has_extension("md") {
            each_link(text, |written, range, _| note(written, range));
        } else if source.path().has_extension("html") {
            each_address(text, &mut note);
        }
        Self {
            text,
            linked,
            quoted: quoted(text),
        }
    }

    fn find(&self, address: &str) -> Option<Range<usize>> {
        let known = self
            .linked
            .get(address)
            .or_else(|| self.linked.get(&*decode(address)))
            .or_else(|| self.quoted.get(address));
        if known.is_some() || !address.contains(['"', '\'', ')', ' ', '>']) {
            return known.cloned();
        }
        // With a mark in it, it was taken for its beginning.
        let places = self.text.match_indices(address);
        let mut places = places.map(|(at, _)| at..at + address.len());
        places.find(|place| {
            let before = self.text[..place.start].chars().next_back();
            let after = self.text[place.end..].chars().next();
            let mut marks = MARKS.into_iter();
            marks.any(|(open, close)| (before, after) == (Some(open), Some(close)))
        })
    }
}

/// The strings between marks, up to the first that may close them.
fn quoted(text: &str) -> HashMap<&str, Range<usize>> {
    let mut strings = HashMap::new();
    for (open, close) in MARKS {
        let mut closes = text.match_indices(close).map(|(at, _)| at).peekable();
        for (at, _) in text.match_indices(open) {
            let start = at + open.len_utf8();
            while closes.next_if(|close| *close < start).is_some() {}
            let Some(end) = closes.peek() else { break };
            if end - start > LONGEST {
                continue;
            }
            let string = strings.entry(&text[start..*end]);
            let first = string.or_insert(start..*end);
            if start < first.start {
                *first = start..*end;
            }
        }
    }
    strings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_found_between_marks_and_at_their_first_place() {
        let text = "a = \"/x/\" b = '/y/' (/z/) (/w/ title) </v/> \"/x/\" \"it's\" \"\" /u/";
        let path = SourcePath::new("site.toml");
        let source = Source::new(path, text.as_bytes().to_vec());
        let addresses = Addresses::of(&source);
        for (address, expected) in [
            ("/x/", Some(5)),
            ("/y/", Some(15)),
            ("/z/", Some(21)),
            ("/w/", Some(27)),
            ("/v/", Some(39)),
            ("it's", Some(51)),
            ("", Some(58)),
            ("/u/", None),
            ("x", None),
        ] {
            let found = addresses.find(address).map(|range| range.start);
            assert_eq!(found, expected, "{address}");
            if let Some(start) = found {
                assert!(text[start..].starts_with(address));
            }
        }
    }
}

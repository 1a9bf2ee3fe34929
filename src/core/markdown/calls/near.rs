//! What is nearly a call, such as `:: note` and `:key(x)`. It is text, unless the site has a component of that name, which is
//! for later to see.

use std::ops::Range;

use super::arguments::arguments;
use super::call::{NearCall, may_begin, name};
use crate::markdown::reader::ProseReader;
use crate::source::{Notation, SourceMap};

impl ProseReader<'_> {
    /// Notes what is nearly a call in a text.
    pub(in crate::markdown) fn note_near_calls(&mut self, text: &str, map: &SourceMap) {
        if !self.calls_components {
            return;
        }
        let found = text.match_indices(':').filter_map(|(at, _)| {
            let is_meant = may_begin(text, at) && map.of(at..at + 1).notation == Notation::Verbatim;
            let (right, length) = is_meant.then(|| near(&text[at..])).flatten()?;
            let range = map.of(at..at + length).range;
            // A line of a block stands alone.
            let is_of_block = right.starts_with(":::");
            (!is_of_block || self.is_a_line(&range)).then_some((right, range))
        });
        let found: Vec<_> = found.collect();
        for (right, range) in found {
            let called = right.trim_start_matches([':', ' ']);
            self.prose.body.near_calls.push(NearCall {
                name: name(called).unwrap_or_default().to_owned(),
                right,
                range: self.place.of(range),
            });
        }
    }

    /// Whether a part of the Markdown is all there is in a line, within lists and quotations.
    fn is_a_line(&self, range: &Range<usize>) -> bool {
        let before = self.markdown[..range.start].rsplit('\n').next();
        let behind = self.markdown[range.end..].lines().next();
        let is_of_container = |c: char| c.is_ascii_digit() || " \t>*+-.)".contains(c);
        before.is_none_or(|before| before.chars().all(is_of_container))
            && behind.is_none_or(|behind| behind.trim().is_empty())
    }
}

/// What a text that begins with a colon begins with instead of a call: how that would begin, and the length of what stands there.
fn near(text: &str) -> Option<(String, usize)> {
    let bare = text.trim_start_matches(':');
    let colons = text.len() - bare.len();
    let name = name(bare.trim_start_matches(' '))?;
    let blanks = bare.len() - bare.trim_start_matches(' ').len();
    let end = colons + blanks + name.len();
    let behind = &text[end..];
    let is_bracket = |behind: &str| behind.starts_with('[');
    match (colons, blanks) {
        (2, 0) if is_bracket(behind) => Some((format!(":{name}["), end + 1)),
        (1, 0) if behind.starts_with(['(', '{']) => Some((format!(":{name}[…]"), end + 1)),
        (1, 0) if behind.starts_with(' ') && is_bracket(behind.trim_start()) => {
            let blanks = behind.len() - behind.trim_start().len();
            Some((format!(":{name}["), end + blanks + 1))
        }
        (2, _) => {
            let line = behind.trim();
            let is_whole =
                line.is_empty() || arguments(line).is_some_and(|read| read.length == line.len());
            is_whole.then(|| (format!("::: {name}"), text.trim_end().len()))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_nearly_a_call_is_told_from_text() {
        for (text, right, found) in [
            (":: note", "::: note", ":: note"),
            ("::note {a=1}", "::: note", "::note {a=1}"),
            ("::key[س]", ":key[", "::key["),
            (":key (س)", "", ""),
            (":key(س)", ":key[…]", ":key("),
            (":key{a=1}", ":key[…]", ":key{"),
            (":key  [س]", ":key[", ":key  ["),
            (":key[س]", "", ""),
            (": key[س]", "", ""),
            (":key", "", ""),
            (":: نص", "", ""),
            (":: note نص", "", ""),
            (":::key", "", ""),
        ] {
            let near = near(text).map(|(right, length)| (right, &text[..length]));
            let expected = (!right.is_empty()).then(|| (right.to_owned(), found));
            assert_eq!(near, expected, "{text}");
        }
    }
}

//! Custom properties that `var(…)` names and nothing declares: one that differs by a slip from one that is declared is a mistake.
//! Others may be set by a script under a name that it puts together, and are left alone, as is what says what else to take.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::fault::Fault;
use crate::locale::text;
use crate::schema::nearest;

/// A name of a custom property in a text.
struct Named<'a> {
    range: Range<usize>,
    name: &'a str,
    /// Whether `var(…)` asks for its value, and says nothing else to take.
    is_asked: bool,
}

/// The custom properties that a text declares, or names in another way than to ask for their value.
pub(super) fn declared(text: &str) -> impl Iterator<Item = &str> {
    named(text).filter(|one| !one.is_asked).map(|one| one.name)
}

/// How many names that nothing declares are held against those that are declared, each by its letters. What is beyond is told
/// when these are mended.
const LIKENED: usize = 100;

/// What a sheet asks for in vain, and was meant to be one of those that are declared.
pub(super) fn faults(css: &str, declared: &BTreeSet<&str>) -> Vec<Fault> {
    let asked = named(css).filter(|one| one.is_asked && !declared.contains(one.name));
    let mut known: BTreeMap<&str, Option<&str>> = BTreeMap::new();
    let slips = asked.filter_map(|one| {
        let is_likened = known.len() < LIKENED || known.contains_key(one.name);
        let near = *known.entry(one.name).or_insert_with(|| {
            if !is_likened {
                return None;
            }
            let most = if one.name.len() < 9 { 1 } else { 2 };
            let near = nearest(one.name, declared.iter().copied())?;
            (strsim::damerau_levenshtein(one.name, near) <= most).then_some(near)
        });
        near.map(|near| {
            let reason = text!("css-variable-undeclared", name = one.name);
            Fault::new(one.range, reason, text!("did-you-mean", name = near))
        })
    });
    slips.collect()
}

fn named(text: &str) -> impl Iterator<Item = Named<'_>> {
    let is_name = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    let mut comment = comment_from(text, 0);
    text.match_indices("--").filter_map(move |(at, _)| {
        while comment.end <= at && !comment.is_empty() {
            comment = comment_from(text, comment.end);
        }
        let before = &text[..at];
        if before.ends_with(is_name) || comment.contains(&at) {
            return None;
        }
        let end = text[at..].find(|c| !is_name(c)).map(|end| at + end);
        let range = at..end.unwrap_or(text.len());
        let behind = text[range.end..].trim_start();
        let is_asked = before.trim_end().ends_with("var(") && behind.starts_with(')');
        let name = &text[range.clone()];
        (name.len() > 2).then_some(Named {
            range,
            name,
            is_asked,
        })
    })
}

/// The first comment from a byte on; nothing, at the end of the text, where there is none.
fn comment_from(text: &str, from: usize) -> Range<usize> {
    let start = text[from..].find("/*").map_or(text.len(), |at| from + at);
    let close = text[start..].find("*/");
    start..close.map_or(text.len(), |close| start + close + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_told_from_what_is_declared_or_set_elsewhere() {
        let css = "/**/ :root { --link: #123; --ink-soft: #456 }\n/* a */ /* var(--lnik) */ a { color: var(--lnik); \
                   background: var( --ink-sotf ); border-color: var(--lnk, red); outline-color: var(--link); fill: var(--tint) } /* var(--lnik)";
        let declared: BTreeSet<&str> = declared(css).collect();
        let faults = faults(css, &declared);
        let found: Vec<_> = faults.iter().map(|one| &css[one.range.clone()]).collect();
        assert_eq!(found, ["--lnik", "--ink-sotf"]);
        assert_eq!(faults[0].hint, text!("did-you-mean", name = "--link"));
    }

    #[test]
    fn of_thousands_of_names_a_bounded_number_is_likened() {
        let rule = |n| format!("a {{ --name-{n}-a: 1; top: var(--name-{n}-b) }}\n");
        let css = (0..5000).map(rule).collect::<Vec<_>>().concat();
        let declared: BTreeSet<&str> = declared(&css).collect();
        assert_eq!(declared.len(), 5000);
        assert_eq!(faults(&css, &declared).len(), LIKENED);
    }
}

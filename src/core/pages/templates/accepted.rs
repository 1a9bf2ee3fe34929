//! Which templates the engine reads: all of them, or those that are made of none in which something is wrong.

use std::collections::{BTreeMap, BTreeSet};

use tera::{Tera, TeraResult};

use super::attributes::Prints;
use super::refused::{in_lines, problems};
use crate::diagnostic::{Checked, Diagnostic};
use crate::source::{Source, load};

/// How often the engine is given what is left. What it finds only where nothing is wrong any more in the way of it is told in the
/// next round; each round reads all templates.
const ROUNDS: usize = 4;

/// An engine with templates.
pub(super) struct Accepted<'a> {
    pub(super) engine: Tera,
    pub(super) prints: Prints,
    pub(super) sources: Vec<(&'a str, &'a Source)>,
}

/// Gives a new engine as many of the templates as it accepts, and says what is wrong with the others, beside what is `known`
/// to be. `made_of` are the templates that each is made of, itself among them, and `limit` is how many bytes may be printed.
pub(super) fn accept<'a>(
    new: impl Fn() -> Tera,
    sources: &[(&'a str, &'a Source)],
    known: Vec<Diagnostic>,
    made_of: &BTreeMap<String, Vec<String>>,
    limit: usize,
) -> Checked<Accepted<'a>> {
    let mut left = sources.to_vec();
    let leave_out = |found: &[Diagnostic], left: &mut Vec<(&str, &Source)>| {
        let spans = found.iter().filter_map(|one| one.span.as_ref());
        let broken = spans.filter_map(|span| span.path.below(load::TEMPLATES));
        let broken: BTreeSet<&str> = broken.collect();
        let is_broken = |part: &String| broken.contains(part.as_str());
        left.retain(|(name, _)| !made_of[*name].iter().any(is_broken));
    };
    leave_out(&known, &mut left);
    let mut diagnostics = known;
    for _ in 0..ROUNDS {
        let mut engine = new();
        let error = match read(&mut engine, &left, limit) {
            Ok(prints) => {
                let accepted = Accepted {
                    engine,
                    prints,
                    sources: left,
                };
                return Checked::new(accepted, diagnostics);
            }
            Err(error) => error,
        };
        let found = problems(&error, &left, sources);
        let before = left.len();
        leave_out(&found, &mut left);
        let is_placed = left.len() < before;
        diagnostics.extend(found);
        if !is_placed {
            break;
        }
    }
    let none = Accepted {
        engine: new(),
        prints: Prints::default(),
        sources: Vec::new(),
    };
    Checked::new(none, diagnostics)
}

fn read(engine: &mut Tera, sources: &[(&str, &Source)], limit: usize) -> TeraResult<Prints> {
    let texts = sources.iter();
    let texts = texts.map(|(name, source)| (*name, in_lines(source.text())));
    let texts: Vec<_> = texts.collect();
    let texts = texts.iter().map(|(name, text)| (*name, &**text));
    engine.add_raw_templates(texts.clone())?;
    Prints::watch(engine, limit, texts)
}

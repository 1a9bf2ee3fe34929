//! All entries, parsed in parallel, in the order of their paths; those whose files are as they were, not again.

use std::sync::Arc;

use rayon::prelude::*;

use crate::config::Config;
use crate::content::{self, Body, Parsed, Source, Unread};
use crate::diagnostic::Checked;
use crate::graph::Documents;
use crate::memo::ByPointer;

/// What one file came to.
type Answer = Checked<Result<Parsed, Option<Unread>>>;

/// The entries of the last run, in the order of their paths.
#[derive(Default)]
pub(super) struct Entries {
    config: Option<ByPointer<Config>>,
    read: Vec<(Source, Answer)>,
}

impl Entries {
    /// What was read in the last run, where it still holds.
    fn of(&self, config: &Arc<Config>) -> &[(Source, Answer)] {
        if self.config == Some(ByPointer::new(config)) {
            &self.read
        } else {
            &[]
        }
    }
}

/// Reads files that come in the order of their paths. With `last`, this run is kept for the next.
pub(super) fn parse(
    sources: Vec<Source>,
    config: &Arc<Config>,
    last: Option<&mut Entries>,
) -> Checked<(Documents, Vec<Arc<Body>>)> {
    let Some(last) = last else {
        let answers = sources
            .into_par_iter()
            .map(|source| content::parse(&source, config));
        return sort_out(answers.collect::<Vec<_>>());
    };
    let known = last.of(config);
    let mut position = 0;
    let known_at = |source: &Source| {
        let before = known[position..].iter();
        let before = before.take_while(|(known, _)| known.path() < source.path());
        position += before.count();
        let (same, answer) = known.get(position)?;
        (same == source).then_some(answer)
    };
    let known: Vec<Option<&Answer>> = sources.iter().map(known_at).collect();
    let read = sources.into_par_iter().zip(known).map(|(source, known)| {
        let answer = known.cloned();
        let answer = answer.unwrap_or_else(|| content::parse(&source, config));
        (source, answer)
    });
    let read: Vec<(Source, Answer)> = read.collect();
    let answers = read.iter().map(|(_, answer)| answer.clone()).collect();
    *last = Entries {
        config: Some(ByPointer::new(config)),
        read,
    };
    sort_out(answers)
}

/// What can be linked and what cannot, with the bodies of the former in the same order.
fn sort_out(answers: Vec<Answer>) -> Checked<(Documents, Vec<Arc<Body>>)> {
    let mut diagnostics = Vec::new();
    let mut documents = Documents::default();
    let mut bodies = Vec::with_capacity(answers.len());
    for answer in answers {
        match answer.collect(&mut diagnostics) {
            Ok(parsed) => {
                documents.read.push(parsed.document);
                bodies.push(parsed.body);
            }
            Err(unread) => documents.unread.extend(unread),
        }
    }
    Checked::new((documents, bodies), diagnostics)
}

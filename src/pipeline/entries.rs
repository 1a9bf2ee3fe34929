//! All entries, parsed in parallel, in the order of their paths; those whose files are as they were, not again.

use std::sync::Arc;

use rayon::prelude::*;

use crate::config::Config;
use crate::content::{self, Parsed, Unread};
use crate::diagnostic::Checked;
use crate::graph::Documents;
use crate::markdown::Body;
use crate::memo::ByPointer;
use crate::source::Source;

/// What one file came to.
type Answer = Checked<Result<Parsed, Option<Unread>>>;

/// The entries of the last run, in the order of their paths.
#[derive(Default)]
pub(super) struct Entries {
    config: Option<ByPointer<Config>>,
    read: Vec<(Source, Answer)>,
}

/// Reads files that come in the order of their paths. With `last`, this run is kept for the next.
pub(super) fn parse(
    sources: Vec<Source>,
    config: &Arc<Config>,
    last: Option<&mut Entries>,
) -> Checked<(Documents, Vec<Arc<Body>>)> {
    let Some(last) = last else {
        let answers = sources.into_par_iter();
        let answers = answers.map(|source| content::parse(&source, config));
        return sort_out(answers.collect::<Vec<_>>());
    };
    let config_now = Some(ByPointer::new(config));
    if last.config != config_now {
        *last = Entries::default();
    }
    let mut known = last.read.drain(..).peekable();
    let known_at = |source: Source| {
        while known
            .next_if(|(known, _)| known.path() < source.path())
            .is_some()
        {}
        let answer = known.next_if(|(known, _)| *known == source);
        (source, answer.map(|(_, answer)| answer))
    };
    let sources: Vec<_> = sources.into_iter().map(known_at).collect();
    drop(known);
    let read = sources.into_par_iter().map(|(source, known)| {
        let answer = known.unwrap_or_else(|| content::parse(&source, config));
        (source, answer)
    });
    *last = Entries {
        config: config_now,
        read: read.collect(),
    };
    sort_out(last.read.iter().map(|(_, answer)| answer.clone()))
}

/// What can be linked and what cannot, with the bodies of the former in the same order.
fn sort_out(answers: impl IntoIterator<Item = Answer>) -> Checked<(Documents, Vec<Arc<Body>>)> {
    let mut diagnostics = Vec::new();
    let mut documents = Documents::default();
    let mut bodies = Vec::new();
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

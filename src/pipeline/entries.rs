//! All entries, parsed in parallel, in the order of their paths; those whose files are as they were, not again.

use std::sync::Arc;

use rayon::prelude::*;

use crate::config::Config;
use crate::content::{self, Parsed, Unread};
use crate::diagnostic::Checked;
use crate::graph::Documents;
use crate::markdown::Body;
use crate::memo::{ByPointer, MemoBySource};
use crate::source::Source;

/// What one file came to.
type Answer = Checked<Result<Parsed, Option<Unread>>>;

/// The entries of the last run.
#[derive(Default)]
pub(super) struct Entries {
    config: Option<ByPointer<Config>>,
    read: MemoBySource<Answer>,
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
        *last = Entries {
            config: config_now,
            ..Entries::default()
        };
    }
    let sources = sources.into_iter();
    let answers = last
        .read
        .get_or_compute(sources, |source| content::parse(source, config));
    sort_out(answers.cloned())
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

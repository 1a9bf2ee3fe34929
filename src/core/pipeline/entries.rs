//! All entries, parsed in parallel, in the order of their paths; those whose files are as they were, not again.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use crate::config::Config;
use crate::content::{self, Parsed, ParsedRows, Unread};
use crate::diagnostic::{Checked, Diagnostic};
use crate::graph::Documents;
use crate::locale::text;
use crate::markdown::Body;
use crate::memo::{ByPointer, MemoBySource};
use crate::parallel::FILES_AT_A_TIME;
use crate::path::SourcePath;
use crate::schema::{nearest, suggestion};
use crate::source::{Snapshot, Source, load};

/// What one file came to.
type Answer = Checked<Result<Parsed, Option<Unread>>>;

/// The entries of the last run.
#[derive(Default)]
pub(super) struct Entries {
    config: Option<ByPointer<Config>>,
    read: MemoBySource<Answer>,
    rows: MemoBySource<Checked<ParsedRows>>,
}

/// Reads files that come in the order of their paths: those that are entries, and those whose rows are. With `last`, this run
/// is kept for the next.
pub(super) fn parse(
    sources: Vec<Source>,
    tables: Vec<Source>,
    config: &Arc<Config>,
    last: Option<&mut Entries>,
) -> Checked<(Documents, Vec<Arc<Body>>)> {
    let Some(last) = last else {
        let answers = sources.into_par_iter().with_max_len(FILES_AT_A_TIME);
        let answers = answers.map(|source| content::parse(&source, config));
        let rows = tables.into_par_iter();
        let rows = rows.map(|source| content::parse_rows(&source, config));
        return sort_out(answers.collect::<Vec<_>>(), rows.collect::<Vec<_>>());
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
    let tables = tables.into_iter();
    let rows = last
        .rows
        .get_or_compute(tables, |source| content::parse_rows(source, config));
    sort_out(answers.cloned(), rows.cloned())
}

/// What can be linked and what cannot, with the bodies of the former in the same order.
fn sort_out(
    answers: impl IntoIterator<Item = Answer>,
    rows: impl IntoIterator<Item = Checked<ParsedRows>>,
) -> Checked<(Documents, Vec<Arc<Body>>)> {
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
    for answer in rows {
        let ParsedRows { parsed, unread } = answer.collect(&mut diagnostics);
        for row in parsed {
            documents.read.push(row.document);
            bodies.push(row.body);
        }
        documents.unread.extend(unread);
    }
    Checked::new((documents, bodies), diagnostics)
}

/// The files whose rows are entries, in the order of their paths.
pub(super) fn tables(config: &Config, snapshot: &Snapshot) -> Vec<Source> {
    let collections = config.schema.collections.iter();
    let files = collections.filter_map(|one| one.rows.as_ref());
    let files: BTreeSet<&SourcePath> = files.map(|rows| &rows.path).collect();
    let there = files.into_iter().filter_map(|path| snapshot.get(path));
    there.cloned().collect()
}

/// Reports files that should have rows and are not there. References to their entries are not reported as well.
pub(super) fn missing(config: &Config, snapshot: &Snapshot) -> Checked<Vec<Unread>> {
    let mut diagnostics = Vec::new();
    let mut unread = Vec::new();
    for id in config.schema.ids() {
        let rows = config.schema.collection(id).rows.as_ref();
        let Some(rows) = rows.filter(|rows| snapshot.get(&rows.path).is_none()) else {
            continue;
        };
        let path = rows.path.as_str();
        let there = snapshot
            .below(load::DATA)
            .map(|source| source.path().as_str());
        let hint = match nearest(path, there) {
            Some(near) => suggestion(path, near),
            None => text!("rows-missing-hint"),
        };
        let problem = Diagnostic::error("E103", text!("rows-missing", path));
        diagnostics.push(problem.at(rows.span.clone()).hint(hint));
        unread.push(Unread {
            collection: id,
            slug: None,
            path: rows.path.clone(),
            prose: None,
        });
    }
    Checked::new(unread, diagnostics)
}

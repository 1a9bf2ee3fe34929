//! `warraq add books/kalila`: a new entry, to be filled.

use std::path::Path;
use std::process::ExitCode;

use clap::Args;

use crate::cli::outcome::{MessageFormat, PUBLIC};
use crate::cli::reading::read;
use crate::cli::report::Report;
use crate::cli::today;
use crate::content::fix::create;
use crate::diagnostic::Diagnostic;
use crate::edit::{self, Draft, EntryName};
use crate::graph::Site;
use crate::locale::{Language, text};
use crate::pipeline;
use crate::source::{Snapshot, Source};

#[derive(Debug, Args)]
#[command(after_help = "Example: warraq add books/kalila")]
pub(in crate::cli) struct Arguments {
    #[arg(value_name = "ID")]
    name: EntryName,
}

pub(in crate::cli) fn run(root: &Path, arguments: &Arguments, language: Language) -> ExitCode {
    let mut report = Report::new(MessageFormat::Human.in_language(language));
    let snapshot = match read(root, &root.join(PUBLIC)) {
        Ok(snapshot) => snapshot,
        Err(problem) => return report.fail(&problem),
    };
    let linked = pipeline::link(&snapshot);
    let Some(site) = linked.value else {
        report.problems(&linked.diagnostics, &snapshot);
        return report.exit(false);
    };
    let added = new_entry(&site, &snapshot, &arguments.name, language);
    let added = added.and_then(|entry| create(root, &entry).map(|()| entry));
    match added {
        Ok(entry) => {
            report.summary(&text!("entry-added", path = entry.path().as_str()));
            report.exit(true)
        }
        Err(problem) => report.fail(&problem),
    }
}

fn new_entry(
    site: &Site,
    snapshot: &Snapshot,
    name: &EntryName,
    language: Language,
) -> Result<Source, Diagnostic> {
    let collection = name.collection_for_new(&site.config.schema)?;
    let slug = name.slug.as_str();
    let there = site.find(collection, slug).map(|id| site.entry(id));
    // A tag is there as soon as it is named, and has a file when somebody writes one.
    let there = there.filter(|entry| !site.is_made(entry));
    let draft = Draft {
        collection,
        slug,
        today: today::of_clock(),
        language,
    };
    let entry = edit::draft(site, draft);
    let there = there.map(|entry| &entry.document.path);
    let there = there.or_else(|| snapshot.get(entry.path()).map(Source::path));
    match there {
        None => Ok(entry),
        Some(path) => {
            let message = text!("entry-there", name = name.to_string(), path = path.as_str());
            Err(Diagnostic::error("E202", message).hint(text!("entry-there-hint")))
        }
    }
}

//! `warraq schema`: the declared fields as JSON Schema, so that an editor completes and checks
//! front matter.

use std::path::Path;
use std::process::ExitCode;

use clap::Args;

use super::outcome::{MessageFormat, PUBLIC};
use super::reading::read;
use super::report::Report;
use crate::config::{self, Config};
use crate::diagnostic::Diagnostic;
use crate::locale::{Language, text};
use crate::schema::json_schema;

#[derive(Debug, Args)]
#[command(after_help = "Example: warraq schema books > books.schema.json")]
pub(super) struct Arguments {
    /// One collection; all of them, by name, when left out
    collection: Option<String>,
}

pub(super) fn run(root: &Path, arguments: &Arguments, language: Language) -> ExitCode {
    let mut report = Report::new(MessageFormat::Human.in_language(language));
    let snapshot = match read(root, &root.join(PUBLIC)) {
        Ok(snapshot) => snapshot,
        Err(problem) => return report.fail(&problem),
    };
    let Some(source) = snapshot.get(&config::path()) else {
        return report.exit(false);
    };
    let checked = Config::parse(source, None);
    report.problems(&checked.diagnostics, &snapshot);
    let Some(config) = checked.value.filter(|_| checked.diagnostics.is_empty()) else {
        return report.exit(false);
    };
    let schema = match &arguments.collection {
        None => json_schema::all(&config.schema),
        Some(name) => match config.schema.collection_named(name) {
            Some(id) => json_schema::collection(&config.schema, id),
            None => return report.fail(&unknown(name, &config)),
        },
    };
    report.data(&format!("{schema:#}"));
    report.exit(true)
}

fn unknown(name: &str, config: &Config) -> Diagnostic {
    Diagnostic::error("E102", text!("collection-none", name)).hint(config.schema.names_hint())
}

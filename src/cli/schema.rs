//! `warraq schema`: the declared fields, and site.toml, as JSON Schema, so that an editor completes, explains and checks them.

use std::path::Path;
use std::process::ExitCode;

use clap::Args;

use super::outcome::{MessageFormat, PUBLIC};
use super::reading::read;
use super::report::Report;
use crate::config::{self, Config};
use crate::diagnostic::Diagnostic;
use crate::locale::{Language, text};
use crate::pipeline;
use crate::schema::json_schema::Fields;
use crate::source::load::CONFIG;

#[derive(Debug, Args)]
#[command(after_help = "Example: warraq schema books > books.schema.json")]
pub(super) struct Arguments {
    collection: Option<String>,
}

pub(super) fn run(root: &Path, arguments: &Arguments, language: Language) -> ExitCode {
    let mut report = Report::new(MessageFormat::Human.in_language(language));
    let asked = arguments.collection.as_deref();
    if asked == Some(CONFIG) {
        // It is the same for every site, and for one that is not there yet.
        report.data(&format!("{:#}", config::json_schema()));
        return report.exit(true);
    }
    let snapshot = match read(root, &root.join(PUBLIC)) {
        Ok(snapshot) => snapshot,
        Err(problem) => return report.fail(&problem),
    };
    let Some(checked) = Config::of_site(&snapshot, None) else {
        return report.exit(false);
    };
    report.problems(&checked.diagnostics, &snapshot);
    let Some(config) = checked.value.filter(|_| checked.diagnostics.is_empty()) else {
        return report.exit(false);
    };
    let site = pipeline::link(&snapshot).value;
    let slugs = |id| {
        let site = site.as_deref();
        let entries = site
            .into_iter()
            .flat_map(|site| site.of(id).iter().map(|id| site.entry(*id)));
        let slugs = entries.map(|entry| entry.document.slug.to_string());
        slugs.collect::<Vec<_>>()
    };
    let fields = Fields {
        schema: &config.schema,
        slugs: &slugs,
        language,
    };
    let schema = match asked {
        None => {
            let mut all = fields.all();
            all.insert(CONFIG.to_owned(), config::json_schema());
            all.into()
        }
        Some(name) => match config.schema.collection_named(name) {
            Some(id) => fields.collection(id),
            None => return report.fail(&unknown(name, &config)),
        },
    };
    report.data(&format!("{schema:#}"));
    report.exit(true)
}

fn unknown(name: &str, config: &Config) -> Diagnostic {
    Diagnostic::error("E102", text!("collection-none", name)).hint(config.schema.names_hint())
}

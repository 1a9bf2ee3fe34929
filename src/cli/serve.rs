//! `warraq serve`: the preview, and what it says on the terminal.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};

use clap::Args;

use super::outcome::MessageFormat;
use super::report::Report;
use crate::path::SourcePath;
use crate::serve::{Event, Listener, Port, Preview, Rebuilt, serve};
use crate::source::Snapshot;
use crate::source::load::{CONFIG, CONTENT, TEMPLATES};

/// The port of a preview that is not told another.
const PORT: u16 = 1111;

/// How many changed files are named.
const NAMED: usize = 3;

#[derive(Debug, Args)]
#[command(after_help = "Example: warraq serve --open")]
pub(super) struct Arguments {
    /// The port to listen at, 0 for any free one [default: 1111, or the next free one]
    #[arg(short, long)]
    port: Option<u16>,
    /// The address to listen at: 0.0.0.0 lets other machines see the site
    #[arg(short, long, value_name = "ADDRESS", default_value = "127.0.0.1")]
    interface: String,
    /// Opens the site in a browser
    #[arg(short = 'O', long)]
    open: bool,
    /// Includes entries marked `draft = true`
    #[arg(long)]
    drafts: bool,
    /// The address that opens a place in your editor, or `none`
    #[arg(
        long,
        value_name = "URL",
        value_parser = editor,
        default_value = "vscode://file/{path}:{line}:{column}"
    )]
    editor: Editor,
    /// How problems are printed
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    message_format: MessageFormat,
}

/// The editor's address, unless none is wanted.
#[derive(Debug, Clone)]
struct Editor(Option<String>);

fn editor(value: &str) -> Result<Editor, String> {
    match value {
        "none" => Ok(Editor(None)),
        url if url.contains("{path}") => Ok(Editor(Some(url.to_owned()))),
        _ => Err("it lacks {path}, where the file's name goes".to_owned()),
    }
}

pub(super) fn run(root: &Path, arguments: Arguments) -> ExitCode {
    let format = arguments.message_format;
    let port = match arguments.port {
        Some(port) => Port::Exactly(port),
        None => Port::From(PORT),
    };
    let listener = match Listener::open(&arguments.interface, port) {
        Ok(listener) => listener,
        Err(problem) => return Report::new(format).fail(&problem),
    };
    let preview = Preview {
        root: root.to_owned(),
        drafts: arguments.drafts,
        editor: arguments.editor.0,
    };
    let greeting = greeting(root, &listener);
    let address = arguments.open.then(|| listener.address());
    let mut report = Report::new(format);
    report.progress("building");
    let report = Arc::new(Mutex::new(report));
    let reporting = report.clone();
    let served = serve(preview, listener, move |event| {
        let mut report = reporting.lock().unwrap_or_else(PoisonError::into_inner);
        match event {
            Event::Built(rebuilt) => {
                report.problems(rebuilt.diagnostics, rebuilt.snapshot);
                report.summary(&line(&rebuilt));
            }
            Event::Unreadable(problem) => {
                report.problems(std::slice::from_ref(problem), &Snapshot::default());
                report.outcome("not built; what was there before is shown");
            }
            Event::Warning(warning) => {
                report.problems(std::slice::from_ref(warning), &Snapshot::default());
            }
            Event::Ready => {
                for line in &greeting {
                    report.summary(line);
                }
                if let Some(address) = &address
                    && let Err(error) = open::that_detached(address)
                {
                    report.outcome(&format!("no browser could be opened: {error}"));
                }
            }
        }
    });
    let mut report = report.lock().unwrap_or_else(PoisonError::into_inner);
    match served {
        Ok(()) => report.exit(true),
        Err(problem) => report.fail(&problem),
    }
}

/// Where the site is to be seen, by whom, and what is watched.
fn greeting(root: &Path, listener: &Listener) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(taken) = listener.taken {
        lines.push(format!("port {taken} is taken; using {}", listener.port()));
    }
    lines.push(format!("serving {}", listener.address()));
    if let Some(address) = listener.visible_to_others() {
        lines.push(format!(
            "everyone who can reach this machine can see it at {address}"
        ));
    }
    let root = root.display();
    lines.push(format!(
        "watching {CONFIG}, {CONTENT} and {TEMPLATES} in {root}; Ctrl-C ends it"
    ));
    lines
}

/// A build in a line.
fn line(rebuilt: &Rebuilt<'_>) -> String {
    let Rebuilt {
        pages, rendered, ..
    } = rebuilt;
    let result = match (&rebuilt.changed, rebuilt.is_served) {
        (None, false) => "not built; every address shows the problems".to_owned(),
        (Some(_), false) => "not built; what was there before is shown".to_owned(),
        (None, true) => format!("{pages} pages"),
        (Some(_), true) => format!("{rendered} of {pages} pages rendered"),
    };
    let milliseconds = rebuilt.took.as_millis();
    match &rebuilt.changed {
        None => format!("{result}; {milliseconds} ms"),
        Some(changed) => format!("{}: {result}; {milliseconds} ms", names(changed)),
    }
}

/// The first few changed files, and how many more there are.
fn names(changed: &BTreeSet<SourcePath>) -> String {
    let named: Vec<_> = changed.iter().take(NAMED).map(SourcePath::as_str).collect();
    match changed.len() {
        0 => "the same files again".to_owned(),
        n if n <= NAMED => named.join(", "),
        n => format!("{} and {} more", named.join(", "), n - NAMED),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_files_are_counted() {
        let names = |n: usize| {
            let paths = (0..n).map(|n| SourcePath::new(&format!("{n}.md")));
            super::names(&paths.collect())
        };
        assert_eq!(names(0), "the same files again");
        assert_eq!(names(1), "0.md");
        assert_eq!(names(3), "0.md, 1.md, 2.md");
        assert_eq!(names(15), "0.md, 1.md, 10.md and 12 more");
    }

    #[test]
    fn an_editor_is_an_address_with_a_path_in_it_or_none() {
        assert!(editor("none").unwrap().0.is_none());
        assert_eq!(editor("ed://{path}").unwrap().0.unwrap(), "ed://{path}");
        assert!(editor("ed://").is_err());
    }
}

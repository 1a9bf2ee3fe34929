//! `warraq serve`: the preview, and what it says on the terminal.

use std::collections::BTreeSet;
use std::io::IsTerminal;
use std::path::Path;
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};

use clap::Args;

use super::outcome::{MessageFormat, PUBLIC, milliseconds};
use super::qr;
use super::report::Report;
use super::style::Style;
use super::today;
use crate::arabic::Date;
use crate::locale::{Argument, Language, Text, text};
use crate::path::SourcePath;
use crate::publish;
use crate::serve::{Event, Listener, Port, Preview, Rebuilt, serve};
use crate::source::Snapshot;
use crate::source::load::{CONFIG, CONTENT, KnownDigests, TEMPLATES};

/// The port of a preview that is not told another.
const PORT: u16 = 1111;

/// How many changed files are named.
const NAMED: usize = 3;

#[derive(Debug, Args)]
#[command(after_help = "Example: warraq serve --open")]
pub(super) struct Arguments {
    #[arg(short, long, value_parser = port)]
    port: Option<u16>,
    #[arg(short, long, value_name = "ADDRESS", default_value = "127.0.0.1")]
    interface: String,
    #[arg(short = 'O', long)]
    open: bool,
    #[arg(long)]
    drafts: bool,
    #[arg(long, value_name = "DATE", value_parser = today::day)]
    today: Option<Date>,
    #[arg(
        long,
        value_name = "URL",
        value_parser = editor,
        default_value = "vscode://file/{path}:{line}:{column}"
    )]
    editor: Editor,
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    message_format: MessageFormat,
}

/// The editor's address, unless none is wanted.
#[derive(Debug, Clone)]
struct Editor(Option<String>);

fn port(value: &str) -> Result<u16, Text> {
    value
        .parse()
        .map_err(|_| text!("usage-port", most = u16::MAX.to_string()))
}

fn editor(value: &str) -> Result<Editor, Text> {
    match value {
        "none" => Ok(Editor(None)),
        url if url.contains("{path}") => Ok(Editor(Some(url.to_owned()))),
        _ => Err(text!("usage-editor")),
    }
}

/// `asked` is the language that was asked for in so many words; the panel in the page speaks the site's otherwise.
pub(super) fn run(
    root: &Path,
    arguments: Arguments,
    language: Language,
    asked: Option<Language>,
) -> ExitCode {
    let voice = arguments.message_format.in_language(language);
    let today = match today::today(arguments.today) {
        Ok(today) => today,
        Err(problem) => return Report::new(voice).fail(&problem),
    };
    let port = match arguments.port {
        Some(port) => Port::Exactly(port),
        None => Port::From(PORT),
    };
    let listener = match Listener::open(&arguments.interface, port) {
        Ok(listener) => listener,
        Err(problem) => return Report::new(voice).fail(&problem),
    };
    let folder = root.join(PUBLIC);
    let mut known = publish::known_digests(&folder);
    let colours = publish::known_colours(&folder);
    let preview = Preview {
        root: root.to_owned(),
        digests: known.clone(),
        colours: colours.clone(),
        drafts: arguments.drafts,
        today: Some(today),
        editor: arguments.editor.0,
        language: asked,
    };
    let greeting = greeting(root, &listener);
    let visible = listener.visible_to_others();
    let is_for_people = arguments.message_format == MessageFormat::Human;
    let is_on_a_terminal = is_for_people && std::io::stdout().is_terminal();
    let address = arguments.open.then(|| listener.address());
    let mut report = Report::new(voice);
    report.progress(&text!("stage-building"));
    let report = Arc::new(Mutex::new(report));
    let reporting = report.clone();
    let served = serve(preview, listener, move |event| {
        let mut report = reporting.lock().unwrap_or_else(PoisonError::into_inner);
        match event {
            Event::Built(rebuilt) => {
                publish::remember_digests(&folder, rebuilt.snapshot, &known);
                known = KnownDigests::of(rebuilt.snapshot);
                publish::remember_colours(&folder, &colours);
                report.problems(rebuilt.diagnostics, rebuilt.snapshot);
                report.summary(&line(&rebuilt));
            }
            Event::Unreadable(problem) => {
                report.problems(std::slice::from_ref(problem), &Snapshot::default());
                report.outcome(&text!("not-built-old-shown"));
            }
            Event::Warning(warning) => {
                report.problems(std::slice::from_ref(warning), &Snapshot::default());
            }
            Event::Ready => {
                for line in &greeting {
                    report.summary(line);
                }
                if let Some(address) = visible.as_deref().filter(|_| is_on_a_terminal) {
                    let style = Style::of(&std::io::stdout());
                    if let Some(code) = qr::code(address, style) {
                        report.summary(&text!("scan-it"));
                        report.data(&code);
                    }
                }
                if let Some(address) = &address
                    && let Err(error) = open::that_detached(address)
                {
                    report.outcome(&text!("no-browser", error = error.to_string()));
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
fn greeting(root: &Path, listener: &Listener) -> Vec<Text> {
    let mut lines = Vec::new();
    if let Some(taken) = listener.taken {
        lines.push(text!(
            "port-taken",
            taken = taken.to_string(),
            port = listener.port().to_string()
        ));
    }
    lines.push(text!("serving", address = listener.address()));
    if let Some(address) = listener.visible_to_others() {
        lines.push(text!("visible-to-others", address = address.as_str()));
    }
    lines.push(text!(
        "watching",
        config = CONFIG,
        content = CONTENT,
        templates = TEMPLATES,
        folder = root.display().to_string()
    ));
    lines
}

/// A build in a line.
fn line(rebuilt: &Rebuilt<'_>) -> Text {
    let &Rebuilt {
        pages, rendered, ..
    } = rebuilt;
    let result = match (&rebuilt.changed, rebuilt.is_served) {
        (None, false) => text!("not-built-problems-shown"),
        (Some(_), false) => text!("not-built-old-shown"),
        (None, true) => text!("pages", count = pages),
        (Some(_), true) => text!("rendered", rendered, pages),
    };
    let milliseconds = milliseconds(rebuilt.took);
    match &rebuilt.changed {
        None => text!("built", result, milliseconds),
        Some(changed) => text!("rebuilt", changed = names(changed), result, milliseconds),
    }
}

/// The first few changed files, and how many more there are.
fn names(changed: &BTreeSet<SourcePath>) -> Argument {
    let named = changed.iter().take(NAMED);
    let named: Vec<_> = named.map(ToString::to_string).collect();
    match changed.len() {
        0 => text!("same-files").into(),
        n if n <= NAMED => named.into(),
        n => text!("files-and-more", files = named, count = n - NAMED).into(),
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
                .say(Language::English)
                .into_owned()
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

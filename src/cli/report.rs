//! How problems and outcomes are printed: for people on a terminal, or as JSON for programs.
//!
//! A terminal shifts carets under Arabic, so the place is marked inside the line itself: underlined where
//! the terminal can, between ⟦ and ⟧ otherwise. Lines and words of the site stand isolated (U+2068 … U+2069),
//! so that their direction does not disturb the message.
#![expect(
    clippy::disallowed_methods,
    reason = "progress is shown after a second"
)]

use std::io::{IsTerminal, Write};
use std::ops::Range;
use std::process::ExitCode;
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use anstream::{AutoStream, ColorChoice};
use serde_json::{Value as Json, json};

use super::{MessageFormat, exit};
use crate::content::Snapshot;
use crate::diagnostic::{Diagnostic, Severity, Span};

const ISOLATE: char = '\u{2068}';
const END_ISOLATE: char = '\u{2069}';

/// How many characters of a long line are shown on either side of the marked place.
const AROUND: usize = 60;

/// How long a command may take before it shows what it is doing.
const PATIENCE: Duration = Duration::from_secs(1);

/// The voice of one command.
pub(super) struct Report {
    format: MessageFormat,
    started: Instant,
    progress: Option<Progress>,
}

impl Report {
    pub(super) fn new(format: MessageFormat) -> Self {
        Self {
            format,
            started: Instant::now(),
            progress: None,
        }
    }

    /// Says what is being done, on a terminal, once it has taken more than a second.
    pub(super) fn progress(&mut self, doing: &'static str) {
        self.progress = None;
        if self.format == MessageFormat::Human && std::io::stderr().is_terminal() {
            self.progress = Some(Progress::start(
                doing,
                PATIENCE.saturating_sub(self.started.elapsed()),
            ));
        }
    }

    /// Prints problems, and how many there are.
    pub(super) fn problems(&mut self, diagnostics: &[Diagnostic], snapshot: &Snapshot) {
        self.progress = None;
        match self.format {
            MessageFormat::Human => {
                let mut stderr = anstream::stderr().lock();
                let style = Style::of_stderr();
                for diagnostic in diagnostics {
                    // Nothing can be done about a standard error that cannot be written to.
                    _ = writeln!(stderr, "{}", human(diagnostic, snapshot, style));
                }
                if !diagnostics.is_empty() {
                    _ = writeln!(stderr, "{}", count(diagnostics));
                }
            }
            MessageFormat::Json => {
                for diagnostic in diagnostics {
                    self.data(&json_of(diagnostic, snapshot).to_string());
                }
            }
        }
    }

    /// Prints the one problem that ends a command, and gives its exit code.
    pub(super) fn fail(&mut self, problem: &Diagnostic) -> ExitCode {
        self.problems(std::slice::from_ref(problem), &Snapshot::default());
        exit(false)
    }

    /// Prints how it ended, after problems.
    pub(super) fn outcome(&mut self, text: &str) {
        self.progress = None;
        if self.format == MessageFormat::Human {
            _ = writeln!(anstream::stderr(), "{text}");
        }
    }

    /// Prints how it ended, when it ended well.
    pub(super) fn summary(&mut self, text: &str) {
        self.progress = None;
        match self.format {
            MessageFormat::Human => self.data(text),
            MessageFormat::Json => self.data(&json!({ "summary": text }).to_string()),
        }
    }

    /// Prints what a command was asked for.
    pub(super) fn data(&mut self, text: &str) {
        self.progress = None;
        _ = writeln!(anstream::stdout(), "{text}");
    }
}

/// A line on the terminal that appears when work takes long and goes when it is done.
struct Progress {
    done: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Progress {
    /// Shows `doing` unless it is done within `patience`.
    fn start(doing: &'static str, patience: Duration) -> Self {
        let (done, wait) = mpsc::channel::<()>();
        let thread = thread::spawn(move || {
            if wait.recv_timeout(patience) == Err(RecvTimeoutError::Timeout) {
                _ = write!(std::io::stderr(), "{doing} …");
                _ = wait.recv();
                _ = write!(std::io::stderr(), "\r\u{1B}[K");
            }
        });
        Self {
            done: Some(done),
            thread: Some(thread),
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        drop(self.done.take());
        if let Some(thread) = self.thread.take() {
            _ = thread.join();
        }
    }
}

/// What a stream can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    Coloured,
    Plain,
}

impl Style {
    fn of_stderr() -> Self {
        match AutoStream::choice(&std::io::stderr()) {
            ColorChoice::Never => Self::Plain,
            _ => Self::Coloured,
        }
    }

    fn paint(self, code: &str, text: &str) -> String {
        match self {
            Self::Coloured => format!("\u{1B}[{code}m{text}\u{1B}[0m"),
            Self::Plain => text.to_owned(),
        }
    }

    fn mark(self, text: &str) -> String {
        match self {
            Self::Coloured => format!("\u{1B}[1;4m{text}\u{1B}[0m"),
            Self::Plain => format!("⟦{text}⟧"),
        }
    }
}

fn count(diagnostics: &[Diagnostic]) -> String {
    let of = |severity| {
        diagnostics
            .iter()
            .filter(|d| d.severity == severity)
            .count()
    };
    let say = |n: usize, name: &str| match n {
        1 => format!("1 {name}"),
        n => format!("{n} {name}s"),
    };
    match (of(Severity::Error), of(Severity::Warning)) {
        (errors, 0) => say(errors, "error"),
        (0, warnings) => say(warnings, "warning"),
        (errors, warnings) => format!("{}, {}", say(errors, "error"), say(warnings, "warning")),
    }
}

/// A diagnostic as a person reads it.
fn human(diagnostic: &Diagnostic, snapshot: &Snapshot, style: Style) -> String {
    let colour = match diagnostic.severity {
        Severity::Error => "1;31",
        Severity::Warning => "1;33",
    };
    let head = format!("{}[{}]", diagnostic.severity.name(), diagnostic.code);
    let mut text = format!(
        "{}: {}\n",
        style.paint(colour, &head),
        isolated(&diagnostic.message)
    );
    if let Some(span) = &diagnostic.span {
        match Place::find(span, snapshot) {
            Some(place) => {
                let position = format!("{}:{}:{}", span.path, place.line, place.column);
                text.push_str(&format!("  {}\n", style.paint("36", &position)));
                if !place.text.trim().is_empty() {
                    text.push_str(&format!("    {}\n", place.marked(style)));
                }
            }
            None => text.push_str(&format!("  {}\n", style.paint("36", span.path.as_str()))),
        }
    }
    for note in &diagnostic.notes {
        text.push_str(&format!("  note: {}\n", isolated(note)));
    }
    if let Some(hint) = &diagnostic.hint {
        text.push_str(&format!(
            "  {}: {}\n",
            style.paint("32", "hint"),
            isolated(hint)
        ));
    }
    text
}

/// A message with the words that it quotes between ` and ` isolated where they are right to left.
fn isolated(message: &str) -> String {
    let mut parts = message.split('`');
    let mut text = parts.next().unwrap_or_default().to_owned();
    let mut inside = true;
    for part in parts {
        let is_rtl = inside && part.chars().any(|c| matches!(c, '\u{590}'..='\u{8FF}'));
        if is_rtl {
            text.push_str(&format!("`{ISOLATE}{part}{END_ISOLATE}"));
        } else {
            text.push('`');
            text.push_str(part);
        }
        inside = !inside;
    }
    text
}

/// A span, as lines and columns.
struct Place<'a> {
    /// From 1.
    line: usize,
    /// In characters, from 1.
    column: usize,
    end_line: usize,
    end_column: usize,
    /// The line in which it begins.
    text: &'a str,
    /// The bytes of `text` that are meant.
    range: Range<usize>,
}

impl<'a> Place<'a> {
    fn find(span: &Span, snapshot: &'a Snapshot) -> Option<Self> {
        let whole = snapshot.get(&span.path)?.text();
        let start = floor(whole, span.range.start);
        let end = floor(whole, span.range.end).max(start);
        let line_start = whole[..start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = whole[start..]
            .find('\n')
            .map_or(whole.len(), |at| start + at);
        let text = whole[line_start..line_end].trim_end_matches('\r');
        let (line, column) = position(whole, start);
        let (end_line, end_column) = position(whole, end);
        let range = (start - line_start).min(text.len())..(end - line_start).min(text.len());
        Some(Self {
            line,
            column,
            end_line,
            end_column,
            text,
            range,
        })
    }

    /// The line, or the middle of a long one, with the place marked and all of it isolated.
    fn marked(&self, style: Style) -> String {
        let before = &self.text[..self.range.start];
        let meant = &self.text[self.range.clone()];
        let after = &self.text[self.range.end..];
        let skipped = before.chars().count().saturating_sub(AROUND);
        let shown_before: String = before.chars().skip(skipped).collect();
        let shown_after: String = after.chars().take(AROUND).collect();
        let head = if skipped > 0 { "…" } else { "" };
        let tail = if shown_after.len() < after.len() {
            "…"
        } else {
            ""
        };
        let meant = if meant.is_empty() {
            String::new()
        } else {
            style.mark(meant)
        };
        let line = format!(
            "{head}{}{meant}{shown_after}{tail}",
            shown_before.trim_start()
        );
        format!("{ISOLATE}{}{END_ISOLATE}", line.trim_end())
    }
}

/// The nearest character boundary at or before a byte.
fn floor(text: &str, byte: usize) -> usize {
    let mut at = byte.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Line and column of a byte, both from 1, the column in characters.
fn position(text: &str, byte: usize) -> (usize, usize) {
    let before = &text[..byte];
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    let line = before.matches('\n').count() + 1;
    (line, before[line_start..].chars().count() + 1)
}

/// A diagnostic as a program reads it.
fn json_of(diagnostic: &Diagnostic, snapshot: &Snapshot) -> Json {
    let mut json = json!({
        "severity": diagnostic.severity.name(),
        "code": diagnostic.code,
        "message": diagnostic.message,
        "notes": diagnostic.notes,
        "hint": diagnostic.hint,
    });
    if let Some(span) = &diagnostic.span {
        json["file"] = json!(span.path);
        if let Some(place) = Place::find(span, snapshot) {
            json["line"] = json!(place.line);
            json["column"] = json!(place.column);
            json["end_line"] = json!(place.end_line);
            json["end_column"] = json!(place.end_column);
            json["text"] = json!(place.text);
        }
    }
    json
}

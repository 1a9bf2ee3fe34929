//! How problems and outcomes are printed: for people on a terminal, or as JSON for programs.
//!
//! A terminal shifts carets under Arabic, so the place is marked inside the line itself: underlined
//! where the terminal can, between ⟦ and ⟧ otherwise. Lines and words of the site stand isolated
//! (U+2068 … U+2069), so that their direction does not disturb the message.
#![expect(
    clippy::disallowed_methods,
    reason = "progress is shown after a second"
)]

use std::borrow::Cow;
use std::io::{IsTerminal, Write};
use std::process::ExitCode;
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use serde_json::json;

use super::outcome::{MessageFormat, Voice, exit};
use super::printable;
use super::style::{END_ISOLATE, ISOLATE, Style, inline, isolated};
use crate::content::fix::ChangedLine;
use crate::diagnostic::{Code, Diagnostic, Explanation, Severity};
use crate::locale::{Language, Text, text};
use crate::path::SourcePath;
use crate::pipeline::Build;
use crate::source::Snapshot;
use crate::source::excerpt::{self, Excerpt};
use crate::source::told::{by_code, count, fixable, told};

/// How long a command may take before it shows what it is doing.
const PATIENCE: Duration = Duration::from_secs(1);

/// The voice of one command.
pub(super) struct Report {
    format: MessageFormat,
    language: Language,
    started: Instant,
    progress: Option<Progress>,
    /// Whether something that should stand on standard output does not.
    is_cut_short: bool,
    /// Whether it has said how to read more about a problem.
    has_told_of_more: bool,
}

impl Report {
    pub(super) fn new(Voice { format, language }: Voice) -> Self {
        Self {
            format,
            language,
            started: Instant::now(),
            progress: None,
            is_cut_short: false,
            has_told_of_more: false,
        }
    }

    /// Says what is being done, on a terminal, once it has taken more than a second.
    pub(super) fn progress(&mut self, doing: &Text) {
        self.progress = None;
        if self.format == MessageFormat::Human && std::io::stderr().is_terminal() {
            self.progress = Some(Progress::start(
                doing.say(self.language).into_owned(),
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
                let style = Style::of(&std::io::stderr());
                let language = self.language;
                for (diagnostic, more) in told(diagnostics) {
                    let mut text = human(diagnostic, snapshot, style, language);
                    if let Some(more) = more {
                        text.push_str(&note(&more, language));
                    }
                    // Nothing can be done about a standard error that cannot be written to.
                    _ = writeln!(stderr, "{text}");
                }
                for line in ending(diagnostics, language) {
                    _ = writeln!(stderr, "{line}");
                }
                let first = diagnostics.iter().find(|problem| problem.is_error());
                if let Some(first) = first.or(diagnostics.first())
                    && !self.has_told_of_more
                    && std::io::stderr().is_terminal()
                {
                    self.has_told_of_more = true;
                    let more = text!("explain-more", code = first.code);
                    _ = writeln!(stderr, "{}", shown(&more, language));
                }
            }
            MessageFormat::Json => {
                for diagnostic in diagnostics {
                    self.data(&excerpt::json(diagnostic, snapshot, self.language).to_string());
                }
            }
        }
    }

    /// Says, after the problems of a build that did not come so far, that there may be more.
    pub(super) fn unchecked(&self, build: &Build) {
        let is_complete = build.pages > 0 && build.left_out == 0;
        let is_cut_short = build.plan.is_none() && build.errors() > 0 && !is_complete;
        if is_cut_short && self.format == MessageFormat::Human {
            let text = unchecked(build);
            _ = writeln!(anstream::stderr(), "{}", text.say(self.language));
        }
    }

    /// Prints the one problem that ends a command, and gives its exit code.
    pub(super) fn fail(&mut self, problem: &Diagnostic) -> ExitCode {
        self.problems(std::slice::from_ref(problem), &Snapshot::default());
        self.exit(false)
    }

    /// Prints how it ended, after problems.
    pub(super) fn outcome(&mut self, text: &Text) {
        self.progress = None;
        if self.format == MessageFormat::Human {
            _ = writeln!(
                anstream::stderr(),
                "{}",
                printable::text(&text.say(self.language))
            );
        }
    }

    /// Prints a line of a table, for people.
    pub(super) fn row(&mut self, text: &Text) {
        self.progress = None;
        if self.format == MessageFormat::Human {
            self.data(&printable::text(&text.say(self.language)));
        }
    }

    /// Prints how it ended, when it ended well.
    pub(super) fn summary(&mut self, text: &Text) {
        self.progress = None;
        let text = text.say(self.language);
        match self.format {
            MessageFormat::Human => self.data(&printable::text(&text)),
            MessageFormat::Json => self.data(&json!({ "summary": text }).to_string()),
        }
    }

    /// Prints a line of a file that changes, as it is and as it will be.
    pub(super) fn change(&mut self, path: &SourcePath, line: &ChangedLine<'_>) {
        let ChangedLine {
            number,
            before,
            after,
        } = line;
        if self.format == MessageFormat::Json {
            let change = json!({ "file": path, "line": number, "before": before, "after": after });
            return self.data(&change.to_string());
        }
        let style = Style::of(&std::io::stdout());
        let path = printable::line(path.as_str());
        let place = style.paint("36", &format!("{path}:{number}"));
        let line = |text| format!("{ISOLATE}{}{END_ISOLATE}", printable::line(text));
        let before = before.map_or_else(String::new, |before| {
            format!("\n  {}", style.paint("31", &format!("- {}", line(before))))
        });
        let after = style.paint("32", &format!("+ {}", line(after)));
        self.data(&format!("{place}{before}\n  {after}"));
    }

    /// Prints what a command was asked for.
    pub(super) fn data(&mut self, text: &str) {
        self.progress = None;
        let mut stdout = anstream::stdout();
        let written = writeln!(stdout, "{text}").and_then(|()| stdout.flush());
        if let (Err(error), false) = (written, self.is_cut_short) {
            self.is_cut_short = true;
            let message = text!("standard-output-unwritable", error = error.to_string());
            let problem = Diagnostic::error("E500", message);
            let style = Style::of(&std::io::stderr());
            _ = writeln!(
                anstream::stderr(),
                "{}",
                human(&problem, &Snapshot::default(), style, self.language)
            );
        }
    }

    /// The exit code of a command that went well or not.
    pub(super) fn exit(&self, good: bool) -> ExitCode {
        exit(good && !self.is_cut_short)
    }
}

/// A line on the terminal that appears when work takes long and goes when it is done.
struct Progress {
    done: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Progress {
    /// Shows `doing` unless it is done within `patience`.
    fn start(doing: String, patience: Duration) -> Self {
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

/// From how many problems on they are counted by their codes as well: more than anybody scrolls through.
const MANY: usize = 30;

/// The lines after problems: how many there are, of which codes if they are many, and how many a command mends.
fn ending(diagnostics: &[Diagnostic], language: Language) -> Vec<String> {
    if diagnostics.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![count(diagnostics).say(language).into_owned()];
    let codes = by_code(diagnostics);
    if diagnostics.len() >= MANY && codes.len() > 1 {
        let width = codes[0].1.to_string().len();
        lines.extend(codes.iter().map(|(code, count)| {
            let page = Code::find(code).and_then(|code| Explanation::of(code, language));
            let title = page.map_or_else(String::new, |page| inline(&page.title, language));
            format!("  {code}  {count:>width$}  {title}")
        }));
    }
    let count = fixable(diagnostics);
    if count > 0 {
        lines.push(shown(&text!("fixable", count), language));
    }
    lines
}

/// A diagnostic as a person reads it.
fn human(diagnostic: &Diagnostic, snapshot: &Snapshot, style: Style, language: Language) -> String {
    let colour = match diagnostic.severity {
        Severity::Error => "1;31",
        Severity::Warning => "1;33",
    };
    let severity = diagnostic.severity.text();
    let head = format!("{}[{}]", severity.say(language), diagnostic.code);
    let mut text = format!(
        "{}: {}\n",
        style.paint(colour, &head),
        shown(&diagnostic.message, language)
    );
    if let Some(span) = &diagnostic.span {
        let path = printable::line(span.path.as_str());
        match Excerpt::find(span, snapshot) {
            Some(excerpt) => {
                let position = format!("{path}:{}:{}", excerpt.line, excerpt.column);
                text.push_str(&format!("  {}\n", style.paint("36", &position)));
                if !excerpt.text.trim().is_empty() {
                    text.push_str(&format!("    {}\n", marked(&excerpt, style)));
                }
            }
            None => text.push_str(&format!("  {}\n", style.paint("36", &path))),
        }
    }
    for note in &diagnostic.notes {
        text.push_str(&self::note(note, language));
    }
    if let Some(hint) = &diagnostic.hint {
        text.push_str(&format!(
            "  {}: {}\n",
            style.paint("32", &text!("hint").say(language)),
            shown(hint, language)
        ));
    }
    text
}

/// The line of a place, or the middle of a long one, with what is meant marked and all of it
/// isolated.
fn marked(excerpt: &Excerpt<'_>, style: Style) -> String {
    let [before, meant, after] = excerpt
        .parts()
        .map(|part| printable::text(&part).into_owned());
    let line = format!("{before}{}{after}", style.mark(&meant));
    format!("{ISOLATE}{}{END_ISOLATE}", line.trim_end())
}

/// A further fact, as a line of its own.
fn note(note: &Text, language: Language) -> String {
    let label = text!("note");
    format!("  {}: {}\n", label.say(language), shown(note, language))
}

/// A text for a terminal: without orders to it, without secrets, and with what it quotes isolated.
fn shown(text: &Text, language: Language) -> String {
    isolated(&printable::text(&shortened(&text.say(language))), language)
}

/// How many characters of each end of a text are shown that quotes more than anybody reads.
const END: usize = 1000;

fn shortened(text: &str) -> Cow<'_, str> {
    let (first, last) = (
        text.char_indices().nth(END),
        text.char_indices().nth_back(END),
    );
    match (first, last) {
        (Some((first, _)), Some((last, _))) if text.len() > 8 * END && first < last => {
            Cow::Owned(format!("{}…{}", &text[..first], &text[last..]))
        }
        _ => Cow::Borrowed(text),
    }
}

/// What was not looked at in a build that did not come so far as to make pages.
fn unchecked(build: &Build) -> Text {
    /// Of these, links are not looked up: pages lack an address, or stand at another.
    const OF_ADDRESSES: [&str; 4] = ["E202", "E206", "E207", "E218"];
    /// Of these, nothing is known of entries.
    const OF_ALL: [&str; 3] = ["entries-none", "folder-misnamed", "file-as-folder"];
    let is_of_all = |one: &Diagnostic| {
        let mut texts = one.notes.iter().chain([&one.message]).filter_map(Text::id);
        texts.any(|id| id.starts_with("unchecked-") || OF_ALL.contains(&id))
            || OF_ADDRESSES.contains(&one.code)
    };
    if build.pages > 0 {
        text!("pages-left-out", count = build.left_out)
    } else if build.config.is_none() || build.diagnostics.iter().any(is_of_all) {
        text!("links-unchecked")
    } else if build.diagnostics.iter().any(|one| one.code == "E401") {
        text!("names-unchecked")
    } else {
        text!("pages-unchecked")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Fix;

    #[test]
    fn many_problems_are_counted_by_their_codes_and_by_what_a_command_fixes() {
        let problem = |code, is_safe| {
            let fix = Fix {
                range: 0..1,
                replacement: String::new(),
                is_safe,
            };
            Diagnostic::warning(code, Text::verbatim("x")).fix(fix)
        };
        let few = [problem("W707", true), problem("W241", false)];
        let lines = ending(&few, Language::English);
        assert_eq!(lines.len(), 2, "{lines:?}");
        assert!(lines[0] == "2 warnings" && lines[1].contains("fixes one of them"));
        let many = [vec![few[1].clone(); 3], vec![few[0].clone(); MANY]].concat();
        for language in [Language::English, Language::Arabic] {
            let lines = ending(&many, language);
            let [_, first, second, last] = &lines[..] else {
                panic!("{lines:?}")
            };
            assert!(first.starts_with("  W707  30  "), "{first}");
            assert!(second.starts_with("  W241   3  "), "{second}");
            assert!(last.contains("30"), "{last}");
        }
        assert_eq!(ending(&[], Language::English), [""; 0]);
    }

    #[test]
    fn of_a_text_at_length_its_two_ends_are_shown() {
        let long = format!("أول{}آخر", "س".repeat(10 * END));
        let shown = shortened(&long);
        assert!(shown.starts_with("أولس") && shown.ends_with("سآخر"));
        let kept = shown.chars().filter(|c| *c != '…').count();
        assert!((2 * END..=2 * END + 1).contains(&kept), "{kept}");
        assert_eq!(shown.matches('…').count(), 1);
        for short in ["س".repeat(4 * END), "s".repeat(8 * END), String::new()] {
            assert_eq!(shortened(&short), short);
        }
    }
}

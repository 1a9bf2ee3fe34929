//! The one error type: what is wrong with a site, where, and how to fix it.
//! A diagnostic is data; how it looks on a terminal or as JSON is `cli::report`'s affair.

mod codes;
mod explanation;
mod secrets;
mod stored;

use std::error::Error;
use std::fmt;
use std::ops::Range;

pub use codes::{CODES, Code, Scope};
pub use explanation::{Example, Explanation};
pub(crate) use secrets::is_secret;
pub use secrets::{secret_parts, without_passwords, without_values};

use serde::{Deserialize, Serialize};

use crate::locale::{Text, text};
use crate::path::{SourcePath, UrlPath};

/// How bad it is. Errors stop a build before anything is published; warnings travel with the output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The site cannot be published like this.
    Error,
    /// Worth fixing, but the site can be published.
    Warning,
}

impl Severity {
    /// The letter that its codes begin with.
    fn letter(self) -> char {
        match self {
            Self::Error => 'E',
            Self::Warning => 'W',
        }
    }

    /// The name, as reports print it.
    #[must_use]
    pub fn text(self) -> Text {
        match self {
            Self::Error => text!("error"),
            Self::Warning => text!("warning"),
        }
    }

    /// The lower-case name, as programs read it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// A place in a source file: byte offsets into its text after normalisation to NFC.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Span {
    /// The file.
    pub path: SourcePath,
    /// The bytes meant. An empty range points between two characters.
    pub range: Range<usize>,
}

impl Span {
    /// A span over `range` of `path`.
    #[must_use]
    pub fn new(path: &SourcePath, range: Range<usize>) -> Self {
        Self {
            path: path.clone(),
            range,
        }
    }

    /// Whether no place in the file is meant, but all of it.
    #[must_use]
    pub fn is_whole_file(&self) -> bool {
        self.range == (0..0)
    }
}

impl From<&SourcePath> for Span {
    /// The file as a whole, and no place in it.
    fn from(path: &SourcePath) -> Self {
        Self::new(path, 0..0)
    }
}

/// What a program may write to fix a problem.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Fix {
    /// The bytes to replace, of the file that the problem is in.
    pub range: Range<usize>,
    /// What to write instead.
    pub replacement: String,
    /// Whether nothing else can be meant, so that it may be written without being looked at.
    pub is_safe: bool,
}

/// One problem.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Diagnostic {
    /// Error or warning.
    pub severity: Severity,
    /// Stable code, `E` or `W` and three digits; `docs/diagnostics.md` lists them.
    pub code: &'static str,
    /// What is wrong, in one sentence without a full stop.
    pub message: Text,
    /// Where. `None` for problems that no single place causes.
    pub span: Option<Span>,
    /// The address of the page that shows it, where it was found on one.
    pub page: Option<UrlPath>,
    /// Further facts, one sentence each.
    pub notes: Vec<Text>,
    /// What to do about it.
    pub hint: Option<Text>,
    /// What a program may write.
    pub fix: Option<Fix>,
}

impl Diagnostic {
    /// An error with this code and message.
    #[must_use]
    pub fn error(code: &'static str, message: Text) -> Self {
        Self::new(Severity::Error, code, message)
    }

    /// A warning with this code and message.
    #[must_use]
    pub fn warning(code: &'static str, message: Text) -> Self {
        Self::new(Severity::Warning, code, message)
    }

    fn new(severity: Severity, code: &'static str, message: Text) -> Self {
        debug_assert!(
            Code::find(code).is_some() && code.starts_with(severity.letter()),
            "{code} is no code of this severity"
        );
        Self {
            severity,
            code,
            message,
            span: None,
            page: None,
            notes: Vec::new(),
            hint: None,
            fix: None,
        }
    }

    /// Adds the place.
    #[must_use]
    pub fn at(mut self, span: impl Into<Span>) -> Self {
        self.span = Some(span.into());
        self
    }

    /// Adds the page that it was found on.
    #[must_use]
    pub fn on(mut self, page: UrlPath) -> Self {
        self.notes
            .push(text!("found-on-page", page = page.to_string()));
        self.page = Some(page);
        self
    }

    /// Adds a further fact.
    #[must_use]
    pub fn note(mut self, note: Text) -> Self {
        self.notes.push(note);
        self
    }

    /// Adds what to do about it.
    #[must_use]
    pub fn hint(mut self, hint: Text) -> Self {
        self.hint = Some(hint);
        self
    }

    /// Adds what a program may write.
    #[must_use]
    pub fn fix(mut self, fix: Fix) -> Self {
        self.fix = Some(fix);
        self
    }

    /// Whether a page that shows what this is about may lack a value, so that rendering it would only report more of the same.
    #[must_use]
    pub fn leaves_a_hole(&self) -> bool {
        Code::find(self.code).is_none_or(|code| !code.lets_render)
    }

    /// Whether this stops a build.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// Problems by place, then by code and message. One that returns on many pages, because a template
    /// brings it there, is told once and counted.
    #[must_use]
    pub fn in_order(mut diagnostics: Vec<Self>) -> Vec<Self> {
        diagnostics.sort_by_cached_key(|one| {
            let place = one.span.as_ref();
            let place = place.map(|span| (span.path.clone(), span.range.start, span.range.end));
            (place.is_none(), place, one.code, one.message.to_string())
        });
        let mut ordered: Vec<Self> = Vec::new();
        let mut repeats = 0;
        for diagnostic in diagnostics {
            match ordered.last_mut() {
                Some(last) if last.is_repeated_by(&diagnostic) => repeats += 1,
                last => {
                    count_repeats(last, repeats);
                    repeats = 0;
                    ordered.push(diagnostic);
                }
            }
        }
        count_repeats(ordered.last_mut(), repeats);
        ordered
    }

    /// Whether the other says the same of the same place, though perhaps of another page.
    fn is_repeated_by(&self, other: &Self) -> bool {
        let is_same = self.message == other.message
            // What a template stumbles over or writes twice is in the template, whatever value a page has there.
            || ["E402", "E209"].contains(&self.code)
                && self.message.id().is_some()
                && self.message.id() == other.message.id();
        // Of what a page says there, more may be known than of what another does.
        let place = |one: &Self| {
            let span = one.span.as_ref();
            span.map(|span| (span.path.clone(), span.range.start))
        };
        self.span.is_some() && self.code == other.code && is_same && place(self) == place(other)
    }
}

impl fmt::Display for Diagnostic {
    /// One line: the file, the code and the message. Lines and columns take the text of the file.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(span) = &self.span {
            write!(f, "{}: ", span.path)?;
        }
        write!(
            f,
            "{}[{}]: {}",
            self.severity.name(),
            self.code,
            self.message
        )
    }
}

impl Error for Diagnostic {}

fn count_repeats(diagnostic: Option<&mut Diagnostic>, repeats: usize) {
    if let Some(diagnostic) = diagnostic.filter(|_| repeats > 0) {
        diagnostic.notes.push(text!("repeats", count = repeats));
    }
}

/// A value together with what was noticed while making it. Stages return this rather than `Result`,
/// so that one run reports every problem.
#[derive(Debug, Clone)]
pub struct Checked<T> {
    /// The value, as good as it could be made.
    pub value: T,
    /// What was noticed.
    pub diagnostics: Vec<Diagnostic>,
}

impl<T> Checked<T> {
    /// A value with these diagnostics.
    pub fn new(value: T, diagnostics: Vec<Diagnostic>) -> Self {
        Self { value, diagnostics }
    }

    /// The same diagnostics with what `make` makes of the value.
    pub fn map<U>(self, make: impl FnOnce(T) -> U) -> Checked<U> {
        Checked::new(make(self.value), self.diagnostics)
    }

    /// Moves the diagnostics to `sink` and returns the value.
    pub fn collect(self, sink: &mut Vec<Diagnostic>) -> T {
        sink.extend(self.diagnostics);
        self.value
    }
}

//! A problem as it is stored between two runs of the program.

use std::ops::Range;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Code, Diagnostic, Fix, Severity, Span};
use crate::locale::Text;
use crate::path::{SourcePath, UrlPath};

#[derive(Serialize, Deserialize)]
struct Stored {
    code: String,
    message: Text,
    place: Option<(String, Range<usize>)>,
    page: Option<String>,
    notes: Vec<Text>,
    hint: Option<Text>,
    fix: Option<Fix>,
}

impl Serialize for Diagnostic {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Stored::from(self.clone()).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Diagnostic {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let stored = Stored::deserialize(deserializer)?;
        Self::try_from(stored).map_err(D::Error::custom)
    }
}

impl From<Diagnostic> for Stored {
    fn from(problem: Diagnostic) -> Self {
        let place = problem.span;
        Self {
            code: problem.code.to_owned(),
            message: problem.message,
            place: place.map(|span| (span.path.to_string(), span.range)),
            page: problem.page.map(|page| page.to_string()),
            notes: problem.notes,
            hint: problem.hint,
            fix: problem.fix,
        }
    }
}

impl TryFrom<Stored> for Diagnostic {
    /// The name of what does not exist in this version.
    type Error = &'static str;

    fn try_from(stored: Stored) -> Result<Self, &'static str> {
        let code = Code::find(&stored.code).map(|code| code.code);
        let code = code.ok_or("code")?;
        let page = stored.page.map(|page| UrlPath::new(&page));
        let severities = [Severity::Error, Severity::Warning];
        let severity = severities
            .into_iter()
            .find(|one| code.starts_with(one.letter()));
        Ok(Self {
            severity: severity.unwrap_or(Severity::Error),
            code,
            message: stored.message,
            span: stored
                .place
                .map(|(path, range)| Span::new(&SourcePath::new(&path), range)),
            page: page.transpose().map_err(|_| "page")?,
            notes: stored.notes,
            hint: stored.hint,
            fix: stored.fix,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::text;

    #[test]
    fn a_problem_is_read_as_it_was_stored() {
        let path = SourcePath::new("content/كتب/أول.md");
        let reference = Diagnostic::error("E201", text!("entry-none", id = "terms/copyng"))
            .at(Span::new(&path, 3..7))
            .note(text!("did-you-mean", name = "terms/copying"))
            .hint(Text::verbatim("as it is"));
        let latin = Diagnostic::warning("W224", text!("error"));
        let fix = Fix {
            range: 1..2,
            replacement: "،".to_owned(),
            is_safe: true,
        };
        let latin = Diagnostic {
            page: UrlPath::new("/a/").ok(),
            fix: Some(fix),
            ..latin
        };
        for problem in [reference, latin] {
            let stored = serde_json::to_string(&problem).unwrap();
            assert_eq!(
                serde_json::from_str::<Diagnostic>(&stored).unwrap(),
                problem
            );
            for other in [
                stored.replace(problem.code, "E999"),
                stored
                    .replace("entry-none", "none")
                    .replace("\"error\"", "\"none\""),
            ] {
                assert!(
                    serde_json::from_str::<Diagnostic>(&other).is_err(),
                    "{other}"
                );
            }
        }
    }
}

//! Statements that are no TOML at all: an object of JSON, an item of a list of YAML, what git leaves where two have changed one
//! line.

use super::cause::Cause;
use super::scan::Scanner;
use crate::locale::text;

/// How the lines begin between which git puts two versions.
const CONFLICT: [&str; 2] = ["<<<<<<< ", ">>>>>>> "];

impl Scanner<'_> {
    /// Passes over a statement of another kind, which is told. Whether there is one.
    pub(super) fn is_foreign(&mut self) -> bool {
        self.conflict() || self.object()
    }

    fn conflict(&mut self) -> bool {
        let [begin, end] = CONFLICT;
        let line = self.line().trim_end();
        if !line.starts_with(begin) {
            return false;
        }
        let Some(last) = self.rest().find(&format!("\n{end}")) else {
            return false;
        };
        let range = self.at..self.at + line.len();
        let hint = text!("toml-conflict-hint", begin = begin.trim(), end = end.trim());
        self.causes
            .push(Cause::told(range, text!("toml-conflict"), hint));
        self.at += last + 1;
        self.at += self.line().len();
        true
    }

    fn object(&mut self) -> bool {
        let rest = self.rest();
        let inside = rest.strip_prefix('{').unwrap_or_default().trim_start();
        let key = inside.strip_prefix('"').and_then(|key| key.split_once('"'));
        let Some((key, _)) = key.filter(|(_, rest)| rest.trim_start().starts_with(':')) else {
            return false;
        };
        let hint = text!("toml-json-hint", example = format!("{key} = …"));
        let range = self.at..self.at + 1;
        self.causes
            .push(Cause::told(range, text!("toml-json"), hint));
        self.at = self.text.len();
        true
    }

    /// Passes over the mark of an item before a key, which is told.
    pub(super) fn item(&mut self) {
        let line = self.line();
        let is_item = line.starts_with("- ") || line.starts_with("* ") || line.starts_with("• ");
        if is_item && line.contains('=') {
            let mark = line.chars().next().map_or(0, char::len_utf8);
            let spaces = line[mark..].len() - line[mark..].trim_start().len();
            let range = self.at..self.at + mark + spaces;
            self.at = range.end;
            let message = text!("toml-item", mark = line[..mark].to_owned());
            self.causes.push(Cause::replaced(range, message, "", true));
        }
    }
}

//! The problems of a site as a tab is told them: in one language, with links into the editor, and never so many that a tab
//! would choke on them.

use serde::Serialize;
use serde_json::json;

use super::editor::Editor;
use super::fixes;
use crate::diagnostic::{Diagnostic, without_passwords};
use crate::locale::{Language, Text, text};
use crate::source::Snapshot;
use crate::source::excerpt::Excerpt;
use crate::source::told;

/// How many problems a tab is told.
const MOST: usize = 100;
/// How large they may be together, as JSON, in bytes.
const LARGEST: usize = 128 << 10;
/// How many characters of a sentence, or of one part of a line, are told.
const LONGEST: usize = 600;
/// How many notes of a problem are told.
const MOST_NOTES: usize = 12;

/// What a tab is told of the problems.
#[derive(Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Problems {
    /// How many there are: `2 errors, 1 warning`.
    pub(super) count: String,
    pub(super) has_errors: bool,
    /// The first of them.
    pub(super) items: Vec<Item>,
    /// How many more there are, where not all are told.
    pub(super) more: Option<String>,
    /// What fixes all at once that can be fixed so, where there is more than one.
    pub(super) fix_all: Option<FixAll>,
}

/// All safe fixes.
#[derive(Debug, PartialEq, Serialize)]
pub(super) struct FixAll {
    /// Their name.
    pub(super) id: String,
    pub(super) label: String,
}

/// One problem.
#[derive(Debug, PartialEq, Serialize)]
pub(super) struct Item {
    /// The name that programs know.
    pub(super) severity: &'static str,
    /// The name that people read.
    pub(super) label: String,
    pub(super) code: &'static str,
    pub(super) message: String,
    pub(super) notes: Vec<String>,
    pub(super) hint: Option<String>,
    /// `content/books/kalila.md:2:9`
    pub(super) place: Option<String>,
    /// The address that opens the place in an editor.
    pub(super) editor: Option<String>,
    /// The name of its safe fix.
    pub(super) fix: Option<String>,
    /// The line: before what is meant, what is meant, after it.
    pub(super) excerpt: Option<[String; 3]>,
}

impl Problems {
    /// The problems of a snapshot, in a language.
    pub(super) fn of(
        diagnostics: &[Diagnostic],
        snapshot: &Snapshot,
        editor: &Editor,
        language: Language,
    ) -> Self {
        if diagnostics.is_empty() {
            return Self::default();
        }
        // Where not all are told, no error is passed over for a warning that stands before it.
        let mut told: Vec<_> = told::told(diagnostics).enumerate().collect();
        told.sort_by_key(|(at, (one, _))| (!one.is_error(), *at));
        told.truncate(MOST);
        told.sort_by_key(|(at, _)| *at);
        let mut size = 0;
        let items = told.into_iter().map(|(_, (diagnostic, more))| {
            let mut item = Item::of(diagnostic, snapshot, editor, language);
            item.notes.extend(more.map(|more| said(&more, language)));
            item
        });
        let items = items.take_while(|item| {
            size += json!(item).to_string().len();
            size <= LARGEST
        });
        let items: Vec<_> = items.collect();
        let more = match diagnostics.len() - items.len() {
            0 => None,
            count => Some(said(&text!("panel-more", count), language)),
        };
        Self {
            count: said(&told::count(diagnostics), language),
            has_errors: diagnostics.iter().any(Diagnostic::is_error),
            items,
            more,
            fix_all: None,
        }
    }
}

impl Item {
    fn of(
        diagnostic: &Diagnostic,
        snapshot: &Snapshot,
        editor: &Editor,
        language: Language,
    ) -> Self {
        let mut item = Self {
            severity: diagnostic.severity.name(),
            label: said(&diagnostic.severity.text(), language),
            code: diagnostic.code,
            message: said(&diagnostic.message, language),
            notes: notes(&diagnostic.notes, language),
            hint: diagnostic.hint.as_ref().map(|hint| said(hint, language)),
            place: None,
            editor: None,
            fix: fixes::id(diagnostic, snapshot),
            excerpt: None,
        };
        if let Some(span) = &diagnostic.span {
            let path = span.path.as_str();
            let excerpt = Excerpt::find(span, snapshot);
            let (line, column) = excerpt.as_ref().map_or((1, 1), |e| (e.line, e.column));
            item.editor = editor.link(path, line, column);
            item.place = Some(match &excerpt {
                Some(_) => format!("{path}:{line}:{column}"),
                None => path.to_owned(),
            });
            item.excerpt = excerpt.map(|excerpt| excerpt.parts().map(short));
        }
        item
    }
}

/// The first notes, and how many there are more.
fn notes(notes: &[Text], language: Language) -> Vec<String> {
    let told = notes.iter().take(MOST_NOTES);
    let mut told: Vec<_> = told.map(|note| said(note, language)).collect();
    if let Some(count) = notes.len().checked_sub(MOST_NOTES + 1) {
        told.push(said(
            &text!("panel-more-notes", count = count + 1),
            language,
        ));
    }
    told
}

fn said(text: &Text, language: Language) -> String {
    short(without_passwords(&text.say(language)).into_owned())
}

/// The beginning of a text that is too long for a panel.
fn short(mut text: String) -> String {
    if let Some((end, _)) = text.char_indices().nth(LONGEST) {
        text.truncate(end);
        text.push('…');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::path::SourcePath;

    fn of(diagnostics: &[Diagnostic]) -> Problems {
        let editor = Editor::new(None, std::path::Path::new("."));
        Problems::of(
            diagnostics,
            &Snapshot::default(),
            &editor,
            Language::English,
        )
    }

    fn error(file: &str, words: String) -> Diagnostic {
        Diagnostic::error("E301", Text::verbatim(words)).at(&SourcePath::new(file))
    }

    #[test]
    fn however_many_there_are_a_tab_is_told_the_first_and_their_number() {
        let warnings = (0..2000).map(|n| {
            let file = SourcePath::new(&format!("a{n}.md"));
            Diagnostic::warning("W711", Text::verbatim(format!("warning {n}"))).at(&file)
        });
        let errors = (0..549).map(|n| error("b.md", format!("error {n}")));
        let diagnostics: Vec<_> = warnings.chain(errors).collect();
        let problems = of(&diagnostics);
        assert_eq!(problems.count, "549 errors, 2000 warnings");
        assert_eq!(problems.items.len(), MOST);
        assert_eq!(
            problems.more.unwrap(),
            "and 2449 more: the terminal tells all of them"
        );
        let of_errors = problems.items.iter().filter(|one| one.severity == "error");
        let of_errors: Vec<_> = of_errors.collect();
        assert_eq!(of_errors.len(), 20);
        assert_eq!(of_errors[19].notes, ["and 529 more of E301 in this file"]);
        assert_eq!(problems.items[0].message, "warning 0");
    }

    #[test]
    fn however_long_they_are_a_tab_is_told_little() {
        let long = "ا".repeat(1 << 20);
        let diagnostics = (0..300).map(|n| {
            let notes = (0..50).map(|_| Text::verbatim(long.clone()));
            let one = error(&format!("{n}.md"), long.clone()).hint(Text::verbatim(long.clone()));
            notes.fold(one, Diagnostic::note)
        });
        let diagnostics: Vec<_> = diagnostics.take(20).collect();
        let problems = of(&diagnostics);
        assert!(!problems.items.is_empty() && problems.more.is_some());
        assert!(json!(problems).to_string().len() < LARGEST + 1000);
        let first = &problems.items[0];
        assert_eq!(first.notes.len(), MOST_NOTES + 1);
        assert_eq!(first.notes[MOST_NOTES], "and 38 more");
        assert_eq!(first.message.chars().count(), LONGEST + 1);
    }
}

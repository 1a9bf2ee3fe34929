//! A finding to the words in which it is reported.

use crate::arabic::typography::{Finding, Rule};
use crate::diagnostic::Diagnostic;
use crate::locale::Text;

/// Whether a finding is none unless the file has the very characters: its spaces may be the end of a line, and its
/// letters may touch only because markup between them is not text.
pub(super) fn needs_the_source(finding: &Finding, text: &str) -> bool {
    finding.rule == Rule::Tatweel || text[finding.range.clone()].contains(char::is_whitespace)
}

/// The problem, without its place.
pub(super) fn problem(finding: &Finding, text: &str) -> Diagnostic {
    let (shown, corrected) = finding.shown(text);
    let write = format!("write `{corrected}`");
    let mut problem = match finding.rule {
        Rule::PresentationForm => Diagnostic::error(
            "E701",
            format!("`{shown}` is written in presentation forms, which are shapes and not letters"),
        )
        .hint(format!(
            "{write}; or allow it with `presentation_forms` under [check] in site.toml"
        )),
        Rule::LookAlike => Diagnostic::error(
            "E702",
            format!("`{shown}` has letters that only look Arabic"),
        )
        .hint(format!(
            "{write}; if the word is Persian or Urdu, mark it: [{shown}]{{lang=fa}}"
        )),
        Rule::Digits => Diagnostic::error(
            "E703",
            format!("`{shown}` has digits of another set than the site's"),
        )
        .hint(write),
        Rule::Thousands => Diagnostic::error(
            "E704",
            format!("a plain space parts the thousands of `{shown}`"),
        )
        .hint(format!(
            "{write}, or put a no-break space (U+202F) between them"
        )),
        Rule::ListMark => Diagnostic::warning(
            "W719",
            format!("the list mark `{shown}` has digits of another set than the site's"),
        )
        .hint(format!(
            "{write}, or begin the line with `1.` and let Markdown number it"
        )),
        Rule::NumberRange => Diagnostic::warning(
            "W705",
            format!("the hyphen turns the range `{shown}` round"),
        )
        .hint(format!("{write}, with an en dash, or say it in words")),
        Rule::AsciiPunctuation => {
            Diagnostic::warning("W706", format!("a Latin `{shown}` after Arabic")).hint(write)
        }
        Rule::SpaceBefore => {
            let mark = shown.trim();
            Diagnostic::warning("W707", format!("a space before `{mark}`")).hint("take it out")
        }
        Rule::NoSpaceAfter => {
            let mark = text[finding.range.clone()]
                .chars()
                .next()
                .unwrap_or_default();
            Diagnostic::warning("W708", format!("no space after `{mark}` in `{shown}`")).hint(write)
        }
        Rule::Tatweel => Diagnostic::warning(
            "W709",
            format!("`{shown}` is stretched with tatweel, and cannot be found"),
        )
        .hint(write),
        Rule::LoneWaw => Diagnostic::warning(
            "W711",
            format!("the conjunction `و` stands alone in `{shown}`"),
        )
        .hint(write),
        Rule::Term => {
            Diagnostic::warning("W712", format!("this site does not write `{shown}`")).hint(write)
        }
        Rule::Hamza => {
            Diagnostic::warning("W713", format!("`{shown}` has a hamza too few or too many"))
                .hint(write)
        }
    };
    problem.notes.extend(finding.reason.clone().map(Text::from));
    problem
}

//! A finding to the words in which it is reported.

use crate::arabic::typography::{Finding, Rule};
use crate::diagnostic::Diagnostic;
use crate::locale::{Text, text};

/// Whether a finding is none unless the file has the very characters: its spaces may be the end of a line, and its
/// letters may touch only because markup between them is not text.
pub(super) fn needs_the_source(finding: &Finding, text: &str) -> bool {
    finding.rule == Rule::Tatweel || text[finding.range.clone()].contains(char::is_whitespace)
}

/// The problem, without its place.
pub(super) fn problem(finding: &Finding, text: &str) -> Diagnostic {
    let (shown, corrected) = finding.shown(text);
    let (shown, right) = (&*shown, &*corrected);
    let mark = || {
        let mark = text[finding.range.clone()].chars().next();
        mark.unwrap_or_default().to_string()
    };
    let write = || text!("write-instead", words = right);
    let mut problem = match finding.rule {
        Rule::PresentationForm => Diagnostic::error("E701", text!("presentation-forms", shown))
            .hint(text!("presentation-forms-hint", right)),
        Rule::LookAlike => Diagnostic::error("E702", text!("look-alikes", shown)).hint(text!(
            "look-alikes-hint",
            right,
            shown
        )),
        Rule::Digits => Diagnostic::error("E703", text!("other-digits", shown)).hint(write()),
        Rule::Thousands => Diagnostic::error("E704", text!("thousands", shown))
            .hint(text!("thousands-hint", right)),
        Rule::ListMark => Diagnostic::warning("W719", text!("list-mark", shown))
            .hint(text!("list-mark-hint", right)),
        Rule::NumberRange => Diagnostic::warning("W705", text!("number-range", shown))
            .hint(text!("number-range-hint", right)),
        Rule::AsciiPunctuation => {
            Diagnostic::warning("W706", text!("latin-mark", shown)).hint(write())
        }
        Rule::SpaceBefore => {
            Diagnostic::warning("W707", text!("space-before", mark = shown.trim()))
                .hint(text!("take-out"))
        }
        Rule::NoSpaceAfter => {
            Diagnostic::warning("W708", text!("no-space-after", mark = mark(), shown)).hint(write())
        }
        Rule::Tatweel => Diagnostic::warning("W709", text!("tatweel", shown)).hint(write()),
        Rule::LoneWaw => Diagnostic::warning("W711", text!("lone-waw", shown)).hint(write()),
        Rule::Term => Diagnostic::warning("W712", text!("term", shown)).hint(write()),
        Rule::Hamza => Diagnostic::warning("W713", text!("hamza", shown)).hint(write()),
        Rule::FrenchSpace => Diagnostic::warning("W720", text!("french-space", shown))
            .hint(text!("french-space-hint")),
        Rule::KeyboardMark => {
            Diagnostic::warning("W721", text!("keyboard-mark", shown)).hint(write())
        }
        Rule::FrenchSpelling => {
            Diagnostic::warning("W722", text!("french-spelling", shown)).hint(write())
        }
        Rule::MixedScript => {
            Diagnostic::warning("W723", text!("mixed-script", shown)).hint(write())
        }
    };
    problem
        .notes
        .extend(finding.reason.clone().map(Text::verbatim));
    problem
}

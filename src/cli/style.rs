//! How text looks on a terminal: colours, marks, and what of it is isolated.

use std::borrow::Cow;
use std::fmt::Write as _;

use anstream::{AutoStream, ColorChoice};

use crate::diagnostic::without_passwords;
use crate::locale::Language;

pub(super) const ISOLATE: char = '\u{2068}';
pub(super) const END_ISOLATE: char = '\u{2069}';

/// What a stream can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Coloured,
    Plain,
}

impl Style {
    pub(super) fn of(stream: &impl anstream::stream::RawStream) -> Self {
        match AutoStream::choice(stream) {
            ColorChoice::Never => Self::Plain,
            _ => Self::Coloured,
        }
    }

    pub(super) fn paint(self, code: &str, text: &str) -> String {
        match self {
            Self::Coloured => format!("\u{1B}[{code}m{text}\u{1B}[0m"),
            Self::Plain => text.to_owned(),
        }
    }

    /// A text as what is meant on its line. Where something is missing there is no text, and the mark shows the place.
    pub(super) fn mark(self, text: &str) -> String {
        match self {
            Self::Coloured if text.is_empty() => "\u{1B}[1m⟦⟧\u{1B}[0m".to_owned(),
            Self::Coloured => format!("\u{1B}[1;4m{text}\u{1B}[0m"),
            Self::Plain => format!("⟦{text}⟧"),
        }
    }
}

/// Hebrew, Arabic and their neighbours, and the presentation forms of both.
fn is_rtl(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}')
}

/// A quotation as one run, in its own direction. The arguments in it were isolated by the catalogue: where that is the first
/// half of `draft = true`, it would read `true = draft` from right to left, and the isolates would be copied with it.
pub(super) fn as_one(quotation: &str) -> String {
    let has_others = |c: char| matches!(c, '\u{2066}' | '\u{2067}');
    let bare = if quotation.contains(has_others) {
        Cow::Borrowed(quotation)
    } else {
        Cow::Owned(quotation.replace([ISOLATE, END_ISOLATE], ""))
    };
    format!("{ISOLATE}{bare}{END_ISOLATE}")
}

/// A message with the words that it quotes between ` and ` isolated where they are of the other direction.
pub(super) fn isolated(message: &str, language: Language) -> String {
    let message = without_passwords(message);
    let mut parts = message.split('`');
    let mut text = parts.next().unwrap_or_default().to_owned();
    let mut inside = true;
    for part in parts {
        let is_foreign = match language {
            Language::Arabic => true,
            _ => part.chars().any(is_rtl),
        };
        text.push('`');
        if inside && is_foreign {
            text.push_str(&as_one(part));
        } else {
            text.push_str(part);
        }
        inside = !inside;
    }
    text
}

/// A paragraph of Markdown for a terminal: links as their words, code isolated where it is of the other direction.
pub(super) fn inline(markdown: &str, language: Language) -> String {
    let mut shown = String::new();
    let mut rest = markdown;
    while let Some(at) = rest.find('`') {
        shown.push_str(&words(&rest[..at]));
        let marks = rest[at..].bytes().take_while(|b| *b == b'`').count();
        let (marks, inside) = rest[at..].split_at(marks);
        let Some((code, after)) = inside.split_once(marks) else {
            break;
        };
        // Where a code has such marks of its own, two stand around it, and a space.
        shown.push_str(&match marks.len() {
            1 => isolated(&format!("`{code}`"), language),
            _ => as_one(code.trim()),
        });
        rest = after;
    }
    shown.push_str(&words(rest));
    shown
}

/// Words of Markdown without what marks them, and links without their addresses.
fn words(markdown: &str) -> String {
    let mut shown = String::new();
    let mut rest = markdown;
    while let Some((before, after)) = rest.split_once("](") {
        let (address, after) = after.split_once(')').unwrap_or((after, ""));
        shown.push_str(before);
        if address.starts_with("http") {
            _ = write!(shown, " ({address})");
        }
        rest = after;
    }
    shown.push_str(rest);
    shown.replace("**", "").replace('[', "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_at_which_something_is_missing_can_be_seen() {
        assert_eq!(Style::Plain.mark(""), "⟦⟧");
        assert!(Style::Coloured.mark("").contains("⟦⟧"));
    }
}

//! Problems of a drawing. The caller knows which file they belong to.

use crate::locale::Text;

/// One problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The code, as diagnostics have it.
    pub code: &'static str,
    /// What is wrong, in one sentence without a full stop.
    pub message: Text,
    /// What to do about it.
    pub hint: Text,
    /// Where.
    pub place: Place,
}

/// Where in a drawing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// At this byte of the markup.
    Markup(usize),
    /// In these words of a text.
    Words(String),
}

impl Problem {
    pub(super) fn in_markup(at: usize, message: Text, hint: Text) -> Self {
        Self {
            code: "E410",
            message,
            hint,
            place: Place::Markup(at),
        }
    }

    pub(super) fn in_words(
        code: &'static str,
        words: impl Into<String>,
        message: Text,
        hint: Text,
    ) -> Self {
        Self {
            code,
            message,
            hint,
            place: Place::Words(words.into()),
        }
    }
}

//! Problems of a drawing. The caller knows which file they belong to.

/// One problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The code, as diagnostics have it.
    pub code: &'static str,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// What to do about it.
    pub hint: String,
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
    pub(super) fn in_markup(
        at: usize,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) -> Self {
        Self {
            code: "E410",
            message: message.into(),
            hint: hint.into(),
            place: Place::Markup(at),
        }
    }

    pub(super) fn in_words(
        code: &'static str,
        words: impl Into<String>,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) -> Self {
        Self {
            code,
            message: message.into(),
            hint: hint.into(),
            place: Place::Words(words.into()),
        }
    }
}

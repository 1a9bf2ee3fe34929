//! The role of a collection whose entries are cited by others.

use super::spanned::Spanned;

/// How a collection's entries serve as sources: which fields hold the numbered paragraphs.
#[derive(Debug)]
pub struct SourceRole {
    /// The field with the list of paragraphs.
    pub paragraphs: Spanned<String>,
    /// The record's field with a paragraph's number.
    pub number: Spanned<String>,
    /// The record's field with a paragraph's text.
    pub text: Spanned<String>,
    /// The number under which the entry's title is cited.
    pub title: Option<i64>,
    /// Short name of a paragraph, `{n}` for its number.
    pub label: String,
    /// Long name of a paragraph, for those who hear the link rather than see it.
    pub long_label: String,
    /// Name of the title where it is cited.
    pub title_label: String,
    /// How much of the text may be published.
    pub republish: Republish,
}

/// How the paragraphs of sources are called in a language besides that of the site, as [`SourceRole`] says it in that.
#[derive(Debug)]
#[non_exhaustive]
pub struct SourceLabels {
    /// Short name of a paragraph, `{n}` for its number.
    pub label: String,
    /// Long name of a paragraph.
    pub long_label: String,
    /// Name of the title.
    pub title_label: String,
}

impl SourceRole {
    /// The short and the long name of the paragraph with this number, in a language that has names of its own.
    #[must_use]
    pub fn labels_in(&self, labels: &SourceLabels, number: i64) -> [String; 2] {
        let is_title = self.title == Some(number);
        [&labels.label, &labels.long_label].map(|pattern| {
            let pattern = if is_title {
                &labels.title_label
            } else {
                pattern
            };
            pattern.replace("{n}", &number.to_string())
        })
    }

    /// The short name of the paragraph with this number.
    #[must_use]
    pub fn label_of(&self, number: i64) -> String {
        self.fill(&self.label, number)
    }

    /// The long name of the paragraph with this number.
    #[must_use]
    pub fn long_label_of(&self, number: i64) -> String {
        self.fill(&self.long_label, number)
    }

    fn fill(&self, pattern: &str, number: i64) -> String {
        let is_title = self.title == Some(number);
        let pattern = if is_title { &self.title_label } else { pattern };
        pattern.replace("{n}", &number.to_string())
    }
}

/// How much of a source's text may be published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Republish {
    /// All of it.
    Full,
    /// The quoted words only.
    Excerpts,
}

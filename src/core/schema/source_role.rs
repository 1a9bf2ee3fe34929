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
    /// The slug of the source that is meant where a citation names none.
    pub main: Option<Spanned<String>>,
    /// The field with what a source is called before the number of a paragraph; a source without it is the one that readers think of.
    pub name: Option<Spanned<String>>,
    /// How paragraphs are called.
    pub labels: SourceLabels,
    /// How much of the text may be published.
    pub republish: Republish,
}

/// How the paragraphs of sources are called in one language.
#[derive(Debug)]
pub struct SourceLabels {
    /// Of a source that has no name.
    pub plain: Labels,
    /// Of one that has, `{source}` for it.
    pub named: Labels,
}

/// How paragraphs are called, `{n}` for their number.
#[derive(Debug, Clone)]
pub struct Labels {
    /// Short name of a paragraph.
    pub label: String,
    /// Long name of a paragraph, for those who hear the link rather than see it.
    pub long_label: String,
    /// Name of the title where it is cited.
    pub title_label: String,
}

impl Labels {
    /// Those of sources with a name, where nothing else is said: the name before that of a paragraph without it.
    #[must_use]
    pub fn behind_name(&self) -> Self {
        let behind = |label: &str| format!("{{source}}: {label}");
        Self {
            label: behind(&self.label),
            long_label: behind(&self.long_label),
            title_label: behind(&self.title_label),
        }
    }
}

impl SourceRole {
    /// The short and the long name of the paragraph with this number, of a source with this name, in a language that may have
    /// names of its own.
    #[must_use]
    pub fn labels_in(
        &self,
        labels: Option<&SourceLabels>,
        source: Option<&str>,
        number: i64,
    ) -> [String; 2] {
        let labels = labels.unwrap_or(&self.labels);
        let labels = match source {
            Some(_) => &labels.named,
            None => &labels.plain,
        };
        let is_title = self.title == Some(number);
        [&labels.label, &labels.long_label].map(|pattern| {
            let pattern = if is_title {
                &labels.title_label
            } else {
                pattern
            };
            let label = pattern.replace("{n}", &number.to_string());
            label.replace("{source}", source.unwrap_or_default())
        })
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

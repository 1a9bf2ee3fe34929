//! Words to a quotation, between the marks of the language.
//! The words stay as they are: a quotation inside them keeps the marks that its author gave it.

use super::language::Language;

/// The marks around a quotation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marks {
    /// Before its first word.
    pub open: &'static str,
    /// After its last word.
    pub close: &'static str,
}

impl Language {
    /// The marks of a quotation, and of one inside it. By CLDR 48, "delimiters", but for two languages. In
    /// Arabic CLDR has ”…“, and the press writes «…» and “…” inside. In French, but for that of Switzerland, spaces that do
    /// not break stand inside the marks, which CLDR leaves to whoever sets the text. Languages not listed have the marks
    /// of English.
    #[must_use]
    pub fn quotation_marks(&self) -> [Marks; 2] {
        let marks = |open, close| Marks { open, close };
        let curved = marks("“", "”");
        let single = marks("‘", "’");
        match self.subtag() {
            "ar" | "ary" | "arz" | "it" => [marks("«", "»"), curved],
            "fa" => [marks("«", "»"), marks("‹", "›")],
            "he" | "iw" => [marks("”", "”"), marks("’", "’")],
            "ur" => [marks("”", "“"), marks("’", "‘")],
            "fr" if self.tag() == "fr-CH" => [marks("«", "»"), marks("‹", "›")],
            "fr" => [marks("«\u{A0}", "\u{A0}»"); 2],
            "de" => [marks("„", "“"), marks("‚", "‘")],
            "zgh" => [marks("«", "»"), marks("„", "”")],
            _ => [curved, single],
        }
    }

    /// The text between quotation marks: «…» in Arabic.
    #[must_use]
    pub fn quoted(&self, text: &str) -> String {
        let [Marks { open, close }, _] = self.quotation_marks();
        format!("{open}{text}{close}")
    }

    /// The text between the marks of a quotation inside another: “…” in Arabic.
    #[must_use]
    pub fn quoted_inside(&self, text: &str) -> String {
        let [_, Marks { open, close }] = self.quotation_marks();
        format!("{open}{text}{close}")
    }
}

//! JSON, YAML and CSV, read into the values that TOML has, each with its place: one reader of typed fields reads them all.
//! Here is only notation; what a value means is the schema's to say.

mod csv;
mod json;
mod yaml;

use std::ops::Range;

use toml::Spanned as Located;
use toml::de::{DeString, DeTable, DeValue};

use crate::diagnostic::{Diagnostic, Span};
use crate::locale::{Text, text};
use crate::path::SourcePath;

pub(crate) use csv::Rows;

/// How deep values may be in each other.
const DEPTH: usize = 64;

/// A notation of data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Csv,
    Json,
    Toml,
    Yaml,
}

impl Format {
    /// What files of each are called, in small letters.
    const NAMES: [(&'static str, Self); 6] = [
        ("csv", Self::Csv),
        ("tsv", Self::Csv),
        ("json", Self::Json),
        ("toml", Self::Toml),
        ("yaml", Self::Yaml),
        ("yml", Self::Yaml),
    ];

    /// The notation of a file, by its name.
    pub(crate) fn of(path: &str) -> Option<Self> {
        let (_, extension) = path.rsplit_once('.')?;
        let mut names = Self::NAMES.into_iter();
        let named = names.find(|(name, _)| extension.eq_ignore_ascii_case(name));
        named.map(|(_, format)| format)
    }
}

/// What is wrong with a text, and where in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) range: Range<usize>,
    pub(crate) message: Text,
    pub(crate) hint: Text,
}

impl Fault {
    fn new(range: Range<usize>, message: Text, hint: Text) -> Self {
        Self {
            range,
            message,
            hint,
        }
    }

    /// The fault as a problem of a file, in which the text begins at byte `offset`.
    pub(crate) fn told(self, path: &SourcePath, offset: usize) -> Diagnostic {
        let range = self.range.start + offset..self.range.end + offset;
        Diagnostic::error("E113", self.message)
            .at(Span::new(path, range))
            .hint(self.hint)
    }
}

/// JSON as a value.
pub(crate) fn parse_json(text: &str) -> Result<Located<DeValue<'_>>, Fault> {
    json::parse(text)
}

/// One document of YAML as a value; nothing where there is none.
pub(crate) fn parse_yaml(text: &str) -> Result<Option<Located<DeValue<'_>>>, Fault> {
    yaml::parse(text)
}

/// CSV as rows of cells, with what is wrong in it.
pub(crate) fn parse_csv(text: &str) -> (Rows<'_>, Vec<Fault>) {
    csv::parse(text)
}

/// Puts a value under a key, unless the key has one.
fn insert<'a>(
    table: &mut DeTable<'a>,
    key: Located<DeString<'a>>,
    value: Located<DeValue<'a>>,
) -> Result<(), Fault> {
    if table.contains_key(key.get_ref().as_ref()) {
        let message = text!("toml-twice", key = key.get_ref().as_ref());
        return Err(Fault::new(key.span(), message, text!("toml-twice-hint")));
    }
    table.insert(key, value);
    Ok(())
}

fn too_deep(at: usize) -> Fault {
    let message = text!("values-deep", most = DEPTH);
    Fault::new(at..at + 1, message, text!("values-deep-hint"))
}

fn null_in_list(range: Range<usize>) -> Fault {
    Fault::new(range, text!("values-null"), text!("values-null-hint"))
}

#[cfg(test)]
mod tests;

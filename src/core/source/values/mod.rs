//! JSON, YAML and CSV, read into the values that TOML has, each with its place: one reader of typed fields reads them all.
//! Here is only notation; what a value means is the schema's to say.

mod colon;
mod csv;
mod fault;
mod json;
mod unread;
mod yaml;

use toml::Spanned as Located;
use toml::de::DeValue;

pub(crate) use csv::{Cell, Rows};
pub(crate) use fault::Fault;

/// A notation of data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Rows of cells (RFC 4180).
    Csv,
    /// JSON (RFC 8259).
    Json,
    /// TOML 1.1.
    Toml,
    /// YAML 1.2.
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
    #[must_use]
    pub fn of(path: &str) -> Option<Self> {
        let (_, extension) = path.rsplit_once('.')?;
        let mut names = Self::NAMES.into_iter();
        let named = names.find(|(name, _)| extension.eq_ignore_ascii_case(name));
        named.map(|(_, format)| format)
    }
}

/// JSON as a value.
///
/// # Errors
/// When it is none, with the first place where it is not.
pub fn parse_json(text: &str) -> Result<Located<DeValue<'_>>, Fault> {
    json::parse(text)
}

/// One document of YAML as a value; nothing where there is none.
///
/// # Errors
/// When it is no YAML, or of a kind that has no value here.
pub fn parse_yaml(text: &str) -> Result<Option<Located<DeValue<'_>>>, Fault> {
    yaml::parse(text)
}

/// CSV as rows of cells, with what is wrong in it.
pub(crate) fn parse_csv(text: &str) -> (Rows<'_>, Vec<Fault>) {
    csv::parse(text)
}

#[cfg(test)]
mod tests;

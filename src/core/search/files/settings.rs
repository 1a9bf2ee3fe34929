//! What a site says about its search.

use std::collections::BTreeMap;

use serde::Serialize;

/// What the site says about its search. The forms of plurals go by CLDR's names.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Settings {
    /// The language of the site.
    pub language: String,
    /// What the field says.
    pub texts: BTreeMap<&'static str, String>,
    /// How results are counted.
    pub plural: Option<BTreeMap<&'static str, String>>,
    /// Words of the site, and what else the same is called.
    #[serde(skip)]
    pub synonyms: Vec<(String, Vec<String>)>,
    /// The groups of results: what stands above each, and how its results are counted.
    pub groups: Vec<(String, Option<BTreeMap<&'static str, String>>)>,
    /// The other languages in which the site is searched, which are asked after this one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<Other>,
}

/// The index in another language: its folder, what its readers call the language, and its direction.
pub type Other = (String, String, &'static str);

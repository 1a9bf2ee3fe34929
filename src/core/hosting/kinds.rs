//! The kinds of a site's files, as servers are told them: by the ends of names, and file by file where an end says too little.

use std::collections::BTreeMap;

use crate::output::Output;
use crate::pages::Plan;
use crate::path::OutputPath;

/// What a server takes a file for that it knows nothing of.
pub(super) const UNKNOWN: &str = "application/octet-stream";

/// `Content-Type` of every file of a site.
pub(super) struct Kinds {
    /// By what follows the last dot, in small letters.
    pub(super) by_extension: BTreeMap<String, String>,
    /// Of files for which that would be wrong.
    pub(super) by_file: BTreeMap<OutputPath, String>,
}

impl Kinds {
    pub(super) fn of(output: &Output, plan: &Plan) -> Self {
        let kinds = output
            .iter()
            .map(|(path, _)| (path, plan.media_type(path).content_type()));
        let kinds: BTreeMap<_, _> = kinds.collect();
        let mut counts: BTreeMap<String, BTreeMap<&str, usize>> = BTreeMap::new();
        for (path, kind) in &kinds {
            if let Some(extension) = path.extension() {
                let counts = counts.entry(extension.to_lowercase()).or_default();
                *counts.entry(kind).or_default() += 1;
            }
        }
        let usual = counts.into_iter().filter_map(|(extension, counts)| {
            let (kind, _) = counts.into_iter().max_by_key(|(_, count)| *count)?;
            Some((extension, kind.to_owned()))
        });
        let by_extension: BTreeMap<_, _> = usual.collect();
        let is_told = |path: &OutputPath, kind: &str| {
            let extension = path.extension().map(str::to_lowercase);
            let told = extension.and_then(|extension| by_extension.get(&extension));
            told.map_or(UNKNOWN, String::as_str) == kind
        };
        let by_file = kinds.iter().filter(|(path, kind)| !is_told(path, kind));
        let by_file = by_file.map(|(path, kind)| ((*path).clone(), kind.clone()));
        Self {
            by_file: by_file.collect(),
            by_extension,
        }
    }
}

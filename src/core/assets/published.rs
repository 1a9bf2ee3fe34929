//! Published assets and their names.

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;
use crate::digest::Digest;
use crate::fonts::SiteFace;
use crate::locale::text;
use crate::output::Bytes;
use crate::path::{OutputPath, SourcePath};
use crate::source::{Source, load};

/// Where assets are published.
const FOLDER: &str = "assets";

/// The subfolder whose files are published at the root of the site, under their own names.
const ROOT: &str = "root";

/// The published assets.
#[derive(Debug, Default)]
pub struct Assets {
    /// The files, by their path below `templates/assets/`.
    pub files: BTreeMap<String, Asset>,
    /// The fonts that pages should ask for before their style sheet does.
    pub preloaded: Vec<Preloaded>,
}

/// A font that pages ask for before their style sheet does.
#[derive(Debug)]
pub struct Preloaded {
    /// Its name among the files.
    pub name: String,
    /// What it has characters of.
    pub face: SiteFace,
}

/// One published asset.
#[derive(Debug)]
pub struct Asset {
    /// The file it comes from.
    pub source: SourcePath,
    /// Where it is published.
    pub path: OutputPath,
    /// Its bytes.
    pub bytes: Bytes,
}

/// Whether an asset's published name contains a fingerprint: all except those at the root of the site.
#[must_use]
pub fn is_fingerprinted(name: &str) -> bool {
    name.split_once('/')
        .is_none_or(|(folder, _)| folder != ROOT)
}

impl Assets {
    pub(super) fn add(
        &mut self,
        name: &str,
        source: &Source,
        bytes: Bytes,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        self.add_named(name, source, bytes, None, diagnostics);
    }

    /// Adds a file whose name says `digest`, where it is not that of its bytes.
    pub(super) fn add_named(
        &mut self,
        name: &str,
        source: &Source,
        bytes: Bytes,
        digest: Option<Digest>,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        let path = source.path();
        let published = match path.below(&format!("{}/{ROOT}", load::ASSETS)) {
            Some(at_root) => at_root.to_owned(),
            None => format!(
                "{FOLDER}/{}",
                fingerprinted(name, digest.unwrap_or_else(|| self::digest(&bytes)))
            ),
        };
        if let Some(other) = self.files.get(name) {
            let message = text!("asset-twice", name, path = path.as_str());
            let problem = Diagnostic::error("E206", message).at(&other.source);
            diagnostics.push(problem.hint(text!("asset-twice-hint")));
            return;
        }
        match OutputPath::new(&published) {
            Ok(output) => {
                let asset = Asset {
                    source: path.clone(),
                    path: output,
                    bytes,
                };
                self.files.insert(name.to_owned(), asset);
            }
            Err(problem) => {
                let problem = Diagnostic::error("E207", problem)
                    .at(path)
                    .hint(text!("rename-file"));
                diagnostics.push(problem);
            }
        }
    }
}

/// What is made late is not made for its name.
fn digest(bytes: &Bytes) -> Digest {
    bytes.input_digest().unwrap_or_else(|| bytes.digest())
}

/// `css/site.css` → `css/site.3f9a2c1b.css`. 32 bits of the digest tell a site's versions of one file apart.
fn fingerprinted(name: &str, digest: Digest) -> String {
    let (folder, file) = name
        .rsplit_once('/')
        .map_or(("", name), |(folder, file)| (folder, file));
    let file = match file.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}.{digest:.8}.{extension}"),
        None => format!("{file}.{digest:.8}"),
    };
    if folder.is_empty() {
        file
    } else {
        format!("{folder}/{file}")
    }
}

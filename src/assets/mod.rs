//! The files of `templates/assets/` become published files: style sheets bundled and minified, names
//! fingerprinted so that they can be cached for ever. Pure functions of bytes.

mod css;

use std::collections::BTreeMap;

use crate::content::{Snapshot, Source, load};
use crate::diagnostic::{Checked, Diagnostic};
use crate::output::Bytes;
use crate::path::{OutputPath, SourcePath};

/// Where assets are published.
const FOLDER: &str = "assets";

/// The subfolder whose files are published at the root of the site, under their own names.
const ROOT: &str = "root";

/// The published assets.
#[derive(Debug, Default)]
pub struct Assets {
    /// The files, by their path below `templates/assets/`.
    pub files: BTreeMap<String, Asset>,
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

/// Prepares every asset. Files whose name begins with `_` are parts of others and not published.
#[must_use]
pub fn prepare(snapshot: &Snapshot) -> Checked<Assets> {
    let mut assets = Assets::default();
    let mut diagnostics = Vec::new();
    let published = |source: &&Source| {
        let name = source
            .path()
            .as_str()
            .rsplit('/')
            .next()
            .unwrap_or_default();
        !name.starts_with('_')
    };
    let (sheets, others): (Vec<_>, Vec<_>) = snapshot
        .below(load::ASSETS)
        .filter(published)
        .partition(|source| source.path().extension() == Some("css"));
    // Style sheets name other assets, so those have to have their names first.
    for source in others {
        assets.add(source, source.bytes().to_vec(), &mut diagnostics);
    }
    for source in sheets {
        let css = css::bundle(source, snapshot, &assets).collect(&mut diagnostics);
        assets.add(source, css.into_bytes(), &mut diagnostics);
    }
    Checked::new(assets, diagnostics)
}

impl Assets {
    fn add(&mut self, source: &Source, bytes: Vec<u8>, diagnostics: &mut Vec<Diagnostic>) {
        let path = source.path();
        let name = path.below(load::ASSETS).unwrap_or(path.as_str());
        let published = match path.below(&format!("{}/{ROOT}", load::ASSETS)) {
            Some(at_root) => at_root.to_owned(),
            None => format!("{FOLDER}/{}", fingerprinted(name, &bytes)),
        };
        match OutputPath::new(&published) {
            Ok(output) => {
                let asset = Asset {
                    source: path.clone(),
                    path: output,
                    bytes: bytes.into(),
                };
                self.files.insert(name.to_owned(), asset);
            }
            Err(problem) => {
                let problem = Diagnostic::error("E207", problem)
                    .at(path)
                    .hint("rename the file");
                diagnostics.push(problem);
            }
        }
    }
}

/// `css/site.css` → `css/site.3f9a2c1b.css`. 32 bits of the hash tell a site's versions of one file apart.
fn fingerprinted(name: &str, bytes: &[u8]) -> String {
    let hash = blake3::hash(bytes).to_hex();
    let hash = &hash[..8];
    let (folder, file) = name
        .rsplit_once('/')
        .map_or(("", name), |(folder, file)| (folder, file));
    let file = match file.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}.{hash}.{extension}"),
        None => format!("{file}.{hash}"),
    };
    if folder.is_empty() {
        file
    } else {
        format!("{folder}/{file}")
    }
}

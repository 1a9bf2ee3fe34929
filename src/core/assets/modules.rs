//! JavaScript modules: the names of the files they import become the names under which those are published. A module's own
//! name changes with every module that it needs, however far away, so that no browser keeps one half of a change; that is
//! known before anything is rewritten, and modules may import each other in circles.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::ops::Range;

use super::imports::imports;
use super::published::Assets;
use crate::diagnostic::{Diagnostic, Span};
use crate::digest::{Digest, StableHasher};
use crate::locale::text;
use crate::path::decode;
use crate::source::{Snapshot, Source, load};

/// The modules of a site, and what they import.
pub(super) struct Modules<'a> {
    modules: BTreeMap<&'a str, Module<'a>>,
    /// Whether a template says what names without a path mean.
    has_import_map: bool,
}

struct Module<'a> {
    source: &'a Source,
    imports: Vec<Import>,
}

struct Import {
    range: Range<usize>,
    /// The asset that is meant, by its path below `templates/assets/`, and what follows it.
    asset: String,
    rest: String,
}

/// What a specifier of an import is.
enum Specifier {
    /// An asset, and what follows its path: a query, a fragment.
    Asset(String, String),
    /// A name that only an import map explains.
    Bare,
    /// A file of another host, or one that is written into the page.
    Elsewhere,
}

/// Whether a template says what the names mean that scripts import without a path.
#[must_use]
pub fn has_import_map(snapshot: &Snapshot) -> bool {
    let is_one = |source: &Source| source.text().contains("importmap");
    let mut templates = snapshot.below(load::TEMPLATES);
    templates.any(|source| source.path().has_extension("html") && is_one(source))
}

/// Whether a file is JavaScript.
pub(super) fn is_script(source: &Source) -> bool {
    let path = source.path();
    path.has_extension("js") || path.has_extension("mjs")
}

impl<'a> Modules<'a> {
    pub(super) fn read(snapshot: &'a Snapshot, scripts: &[&'a Source]) -> Self {
        let modules = scripts.iter().filter_map(|source| {
            let name = source.path().below(load::ASSETS)?;
            let imports = imports(source.text()).into_iter();
            let imports =
                imports.filter_map(
                    |range| match specifier(name, &source.text()[range.clone()]) {
                        Specifier::Asset(asset, rest) => Some(Import { range, asset, rest }),
                        Specifier::Bare => Some(Import {
                            asset: String::new(),
                            rest: String::new(),
                            range,
                        }),
                        Specifier::Elsewhere => None,
                    },
                );
            let imports = imports.collect();
            Some((name, Module { source, imports }))
        });
        Self {
            modules: modules.collect(),
            has_import_map: has_import_map(snapshot),
        }
    }

    /// What the name of a module is made of: its text, those of all modules that it needs, and the names of other files.
    pub(super) fn fingerprint(&self, name: &str, assets: &Assets) -> Option<Digest> {
        let module = self.modules.get(name)?;
        if module.imports.is_empty() {
            return Some(Digest::of(module.source.bytes()));
        }
        let mut needed = BTreeSet::new();
        let mut open = vec![name];
        while let Some(name) = open.pop() {
            if needed.insert(name)
                && let Some(module) = self.modules.get(name)
            {
                open.extend(module.imports.iter().map(|import| &*import.asset));
            }
        }
        let mut hasher = StableHasher::default();
        hasher.bytes(module.source.bytes());
        for name in needed {
            if let Some(module) = self.modules.get(name) {
                hasher.part(Digest::of(module.source.bytes()));
            } else if let Some(asset) = assets.files.get(name) {
                hasher.text(asset.path.as_str());
            }
        }
        Some(hasher.digest())
    }

    /// The text of a module with the published names of what it imports. All assets are named in `assets`.
    pub(super) fn rewritten(
        &self,
        name: &str,
        assets: &Assets,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<String> {
        let module = self.modules.get(name)?;
        let own = assets.files.get(name)?;
        let text = module.source.text();
        let mut rewritten = String::with_capacity(text.len());
        let mut copied = 0;
        for import in &module.imports {
            let Some(asset) = assets.files.get(&import.asset) else {
                diagnostics.extend(self.leads_nowhere(module.source, import));
                continue;
            };
            rewritten.push_str(&text[copied..import.range.start]);
            let way = relative(own.path.as_str(), asset.path.as_str());
            rewritten.push_str(&crate::path::encode(&way));
            rewritten.push_str(&import.rest);
            copied = import.range.end;
        }
        rewritten.push_str(&text[copied..]);
        Some(rewritten)
    }

    fn leads_nowhere(&self, source: &Source, import: &Import) -> Option<Diagnostic> {
        let written = &source.text()[import.range.clone()];
        let span = Span::new(source.path(), import.range.clone());
        let hint = if import.asset.is_empty() {
            if self.has_import_map {
                return None;
            }
            text!("import-bare-hint")
        } else {
            text!("import-broken-hint", folder = format!("{}/", load::ASSETS))
        };
        let message = text!("import-broken", name = written);
        Some(Diagnostic::error("E404", message).at(span).hint(hint))
    }
}

/// What a specifier means in the script of this name.
fn specifier(script: &str, written: &str) -> Specifier {
    let end = written.find(['?', '#']).unwrap_or(written.len());
    let (path, rest) = written.split_at(end);
    let path = decode(path);
    let asset = if let Some(below) = path.strip_prefix('/') {
        // Files at the root of the site keep their names.
        match below.strip_prefix("assets/") {
            Some(asset) => asset.to_owned(),
            None => format!("root/{below}"),
        }
    } else if path.starts_with("./") || path.starts_with("../") {
        join(script, &path)
    } else if path.contains(':') {
        return Specifier::Elsewhere;
    } else {
        return Specifier::Bare;
    };
    Specifier::Asset(asset, rest.to_owned())
}

/// The name that a relative path means in a file; one that leaves the folder of assets keeps its dots and names nothing.
fn join(script: &str, path: &str) -> String {
    let mut parts: Vec<&str> = script.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "." => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => _ = parts.pop(),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// The way from one published file to another, as an import writes it.
fn relative(from: &str, to: &str) -> String {
    let from: Vec<&str> = from.split('/').collect();
    let to: Vec<&str> = to.split('/').collect();
    let (from, to_folders) = (&from[..from.len() - 1], &to[..to.len() - 1]);
    let shared = from
        .iter()
        .zip(to_folders)
        .take_while(|(a, b)| a == b)
        .count();
    let up = "../".repeat(from.len() - shared);
    let up = if up.is_empty() { "./" } else { &up };
    format!("{up}{}", to[shared..].join("/"))
}

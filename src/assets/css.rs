//! A style sheet with everything it imports becomes one minified sheet, whose `url(…)`s name published files.

use std::fmt;
use std::path::{Path, PathBuf};

use lightningcss::bundler::{Bundler, ResolveResult, SourceProvider};
use lightningcss::dependencies::{Dependency, DependencyOptions};
use lightningcss::error::ErrorLocation;
use lightningcss::stylesheet::{ParserOptions, PrinterOptions};

use super::published::Assets;
use crate::diagnostic::{Checked, Diagnostic, Span};
use crate::fonts::{SHEET, Webfonts};
use crate::locale::{Text, text};
use crate::path::{SourcePath, decode};
use crate::schema::nearest;
use crate::source::{Snapshot, Source, load};

/// Bundles `sheet`. No browser targets are named: for older ones the library would turn logical
/// properties into physical ones, and direction must follow the document.
pub(super) fn bundle(sheet: &Source, files: &Files<'_>, assets: &Assets) -> Checked<String> {
    let snapshot = files.snapshot;
    let nested = (snapshot.below(load::ASSETS))
        .filter(|source| source.path().extension() == Some("css"))
        .find_map(too_deep);
    if let Some(problem) = nested {
        return Checked::new(String::new(), vec![problem]);
    }
    let entry = Path::new(sheet.path().as_str());
    let bundled = Bundler::new(files, None, ParserOptions::default()).bundle(entry);
    let broken = |message: String, place: Option<ErrorLocation>| {
        let problem = problem(snapshot, sheet, &message, place);
        Checked::new(String::new(), vec![problem])
    };
    let bundled = match bundled {
        Ok(bundled) => bundled,
        Err(error) => return broken(error.kind.to_string(), error.loc),
    };
    let options = PrinterOptions {
        minify: true,
        analyze_dependencies: Some(DependencyOptions::default()),
        ..PrinterOptions::default()
    };
    let printed = match bundled.to_css(options) {
        Ok(printed) => printed,
        Err(error) => return broken(error.kind.to_string(), error.loc),
    };
    let mut css = printed.code;
    let mut diagnostics = Vec::new();
    for dependency in printed.dependencies.into_iter().flatten() {
        let Dependency::Url(url) = dependency else {
            continue;
        };
        let from = SourcePath::new(&url.loc.file_path);
        match published(&url.url, &from, sheet, assets) {
            Ok(address) => css = css.replace(&url.placeholder, &address),
            Err(hint) => {
                let source = snapshot.get(&from).unwrap_or(sheet);
                let start = source.text().find(&url.url).unwrap_or_default();
                let span = Span::new(source.path(), start..start + url.url.len());
                let message = text!("file-none", path = &url.url);
                diagnostics.push(Diagnostic::error("E404", message).at(span).hint(hint));
            }
        }
    }
    Checked::new(css, diagnostics)
}

/// The library parses and prints by recursion, and ends the program where that goes too deep.
const DEEPEST: usize = 64;

/// Reports the first bracket that stands inside too many others.
fn too_deep(source: &Source) -> Option<Diagnostic> {
    let mut depth = 0_usize;
    let at = source.text().bytes().position(|byte| {
        match byte {
            b'{' | b'(' | b'[' => depth += 1,
            b'}' | b')' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth > DEEPEST
    })?;
    let reason = text!("css-too-deep", limit = DEEPEST);
    let span = Span::new(source.path(), at..at + 1);
    let problem = Diagnostic::error("E405", text!("css-broken", reason)).at(span);
    Some(problem.hint(text!("css-too-deep-hint")))
}

/// The address, relative to the published sheet, of what a `url(…)` in `from` names.
fn published(
    url: &str,
    from: &SourcePath,
    sheet: &Source,
    assets: &Assets,
) -> Result<String, Text> {
    let is_elsewhere = ["data:", "https:", "http:", "#"]
        .iter()
        .any(|prefix| url.starts_with(prefix));
    if is_elsewhere {
        return Ok(url.to_owned());
    }
    let (path, fragment) = url.split_at(url.find(['?', '#']).unwrap_or(url.len()));
    let name = |path: &str| {
        let named = join(from.as_str(), path);
        let below = SourcePath::new(&named);
        below.below(load::ASSETS).unwrap_or(&named).to_owned()
    };
    // An address, and so encoded where it has to be; `50%.svg` and the like are understood as well.
    let written = assets.files.get(&name(path));
    let name = name(&decode(path));
    let asset = assets.files.get(&name).or(written).ok_or_else(|| {
        let names = assets.files.keys().map(String::as_str);
        nearest(&name, names).map_or_else(
            || text!("file-none-hint", folder = load::ASSETS),
            |near| text!("did-you-mean", name = format!("{}/{near}", load::ASSETS)),
        )
    })?;
    // The sheet is published as deep as it lies, so the way from it to an asset is the way up and down.
    let sheet = sheet.path().below(load::ASSETS).unwrap_or_default();
    let up = "../".repeat(sheet.matches('/').count());
    let down = asset.path.as_str().strip_prefix("assets/");
    let down = down.map_or_else(|| format!("../{}", asset.path), str::to_owned);
    // The library may write the address without quotation marks.
    let down = crate::path::encode(&down);
    let down = down
        .replace('(', "%28")
        .replace(')', "%29")
        .replace('\'', "%27");
    Ok(format!("{up}{down}{fragment}"))
}

/// The path that `relative` means in the file `from`.
fn join(from: &str, relative: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in relative.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// What the library says, at its place: it counts lines from 0 and columns from 1, in UTF-16 units.
fn problem(
    snapshot: &Snapshot,
    sheet: &Source,
    message: &str,
    place: Option<ErrorLocation>,
) -> Diagnostic {
    let problem = Diagnostic::error("E405", format!("broken style sheet: {message}"))
        .hint("fix the CSS; nothing of it is published until then");
    let Some(ErrorLocation {
        filename,
        line,
        column,
    }) = place
    else {
        return problem.at(sheet.path());
    };
    let source = snapshot.get(&SourcePath::new(&filename)).unwrap_or(sheet);
    let text = source.text();
    let before: usize = text
        .split_inclusive('\n')
        .take(line as usize)
        .map(str::len)
        .sum();
    let line = text[before..].lines().next().unwrap_or_default();
    let mut units = 1;
    let inside = line.char_indices().find(|(_, c)| {
        let here = units >= column as usize;
        units += c.len_utf16();
        here
    });
    let at = before + inside.map_or(line.len(), |(at, _)| at);
    problem.at(Span::new(source.path(), at..at))
}

/// The snapshot as the library wants its files, and the sheet of the fonts as if it were one of them.
pub(super) struct Files<'a> {
    snapshot: &'a Snapshot,
    fonts: Option<&'a str>,
}

impl<'a> Files<'a> {
    pub(super) fn new(snapshot: &'a Snapshot, webfonts: &'a Webfonts) -> Self {
        let fonts = (!webfonts.fonts.is_empty()).then_some(webfonts.sheet.as_str());
        Self { snapshot, fonts }
    }
}

#[derive(Debug)]
pub(super) struct Missing(String);

impl fmt::Display for Missing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "there is no file {}", self.0)
    }
}

impl std::error::Error for Missing {}

impl SourceProvider for Files<'_> {
    type Error = Missing;

    fn read<'a>(&'a self, file: &Path) -> Result<&'a str, Missing> {
        let name = file.to_string_lossy();
        if let Some(sheet) = self.fonts.filter(|_| name == SHEET) {
            return Ok(sheet);
        }
        let source = self.snapshot.get(&SourcePath::new(&name));
        source
            .map(Source::text)
            .ok_or_else(|| Missing(name.into_owned()))
    }

    fn resolve(&self, specifier: &str, originating_file: &Path) -> Result<ResolveResult, Missing> {
        if specifier.starts_with("https:") || specifier.starts_with("http:") {
            return Ok(ResolveResult::External(specifier.to_owned()));
        }
        if specifier == SHEET {
            return Ok(ResolveResult::File(PathBuf::from(SHEET)));
        }
        let from = originating_file.to_string_lossy();
        Ok(ResolveResult::File(PathBuf::from(join(&from, specifier))))
    }
}

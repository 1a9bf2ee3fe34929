//! A style sheet with everything it imports becomes one minified sheet, whose `url(…)`s name published files.

mod cause;
mod fault;
mod known;
mod number;
mod processed;
mod properties;
mod scan;
mod values;
mod variables;

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;
use std::path::{Path, PathBuf};

use lightningcss::bundler::{BundleErrorKind, Bundler, ResolveResult, SourceProvider};
use lightningcss::dependencies::{Dependency, DependencyOptions, UrlDependency};
use lightningcss::error::ErrorLocation;
use lightningcss::stylesheet::{ParserOptions, PrinterOptions};

use fault::Fault;

use super::published::Assets;
use crate::diagnostic::{Checked, Diagnostic, Span};
use crate::fonts::{SHEET, Webfonts};
use crate::highlight;
use crate::locale::{Text, text};
use crate::path::{SourcePath, decode};
use crate::schema::{Guesses, nearest};
use crate::source::{Snapshot, Source, load};

/// Bundles `sheet`. No browser targets are named: for older ones the library would turn logical
/// properties into physical ones, and direction must follow the document.
pub(super) fn bundle(sheet: &Source, files: &Files<'_>, assets: &Assets) -> Checked<String> {
    let snapshot = files.snapshot;
    if files
        .faulty
        .iter()
        .any(|(path, fault)| fault.is_deep || path == sheet.path())
    {
        return Checked::new(String::new(), Vec::new());
    }
    let entry = Path::new(sheet.path().as_str());
    let bundled = Bundler::new(files, None, ParserOptions::default()).bundle(entry);
    let bundled = match bundled {
        Ok(bundled) => bundled,
        Err(error) => {
            let problem = files.problem(sheet, &error.kind, error.loc);
            return Checked::new(String::new(), problem.into_iter().collect());
        }
    };
    let options = PrinterOptions {
        minify: true,
        analyze_dependencies: Some(DependencyOptions::default()),
        ..PrinterOptions::default()
    };
    let printed = match bundled.to_css(options) {
        Ok(printed) => printed,
        Err(error) => {
            let (reason, hint) = cause::of_printing(&error.kind);
            let problem = Diagnostic::error("E405", text!("css-broken", reason)).at(sheet.path());
            return Checked::new(String::new(), vec![problem.hint(hint)]);
        }
    };
    let mut addresses = BTreeMap::new();
    let mut guesses = Guesses::default();
    // Of each sheet, where its lines begin: it is not searched from the start for each address.
    let mut lines = BTreeMap::new();
    let mut diagnostics = Vec::new();
    for dependency in printed.dependencies.into_iter().flatten() {
        let Dependency::Url(url) = dependency else {
            continue;
        };
        let from = SourcePath::new(&url.loc.file_path);
        match published(&url.url, &from, (sheet, assets), &mut guesses) {
            Ok(address) => {
                addresses.insert(url.placeholder, quotable(&address));
            }
            Err(hint) => {
                let source = snapshot.get(&from).unwrap_or(sheet);
                let lines = lines.entry(from.clone()).or_insert_with(|| {
                    let ends = source.text().match_indices('\n');
                    let starts = ends.map(|(at, _)| at + 1);
                    [0].into_iter().chain(starts).collect::<Vec<_>>()
                });
                let place = place(source.text(), lines, &url);
                let span = Span::new(source.path(), place);
                let message = text!("file-none", path = &url.url);
                diagnostics.push(Diagnostic::error("E404", message).at(span).hint(hint));
            }
        }
    }
    Checked::new(addressed(&printed.code, &addresses), diagnostics)
}

/// A printed sheet with its addresses. The library prints a placeholder for each, as a string of its own, so that one pass finds
/// all of them.
fn addressed(css: &str, addresses: &BTreeMap<String, String>) -> String {
    let address = |part| addresses.get(part).map_or(part, String::as_str);
    css.split('"').map(address).collect::<Vec<_>>().join("\"")
}

/// An address as it is written between quotation marks.
fn quotable(address: &str) -> String {
    let mut quoted = String::new();
    // A string takes all that is written to it.
    let _: fmt::Result = cssparser::serialize_string(address, &mut quoted);
    quoted[1..quoted.len() - 1].to_owned()
}

/// Where the address of a `url(…)` is written, or else the line in which it stands: it may be written with escapes.
fn place(css: &str, lines: &[usize], url: &UrlDependency) -> Range<usize> {
    // Counted from 1.
    let line = usize::try_from(url.loc.start.line).unwrap_or_default();
    let start = |line: usize| lines.get(line.saturating_sub(1)).copied();
    let (begin, end) = (start(line).unwrap_or_default(), start(line + 2));
    let written = css.get(begin..end.unwrap_or(css.len()));
    let found = written.and_then(|written| written.find(&url.url));
    match found {
        Some(at) => begin + at..begin + at + url.url.len(),
        None => begin..css[begin..].find('\n').map_or(css.len(), |at| begin + at),
    }
}

/// The address, relative to the published sheet, of what a `url(…)` in `from` names.
fn published(
    url: &str,
    from: &SourcePath,
    (sheet, assets): (&Source, &Assets),
    guesses: &mut Guesses,
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
        guesses.nearest(&name, names).map_or_else(
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

/// The byte of a place of the library, which counts lines from 0 and columns from 1, in UTF-16 units.
fn byte_at(text: &str, place: &ErrorLocation) -> usize {
    let lines = text.split_inclusive('\n').take(place.line as usize);
    let before: usize = lines.map(str::len).sum();
    let line = text[before..].lines().next().unwrap_or_default();
    let mut units = 1;
    let inside = line.char_indices().find(|(_, c)| {
        let here = units >= place.column as usize;
        units += c.len_utf16();
        here
    });
    before + inside.map_or(line.len(), |(at, _)| at)
}

/// The snapshot as the library wants its files, and the sheet of the fonts as if it were one of them.
pub(super) struct Files<'a> {
    snapshot: &'a Snapshot,
    fonts: Option<&'a str>,
    /// The sheets that the library is not given, with what is wrong with each.
    faulty: BTreeMap<SourcePath, Fault>,
    /// What is wrong with sheets that the library takes.
    slips: Vec<(SourcePath, Fault)>,
}

impl<'a> Files<'a> {
    pub(super) fn new(snapshot: &'a Snapshot, webfonts: &'a Webfonts) -> Self {
        let fonts = (!webfonts.fonts.is_empty()).then_some(webfonts.sheet.as_str());
        let faulty = sheets(snapshot)
            .filter_map(|source| Some((source.path().clone(), scan::fault(source.text())?)));
        Self {
            snapshot,
            fonts,
            faulty: faulty.collect(),
            slips: slips(snapshot, fonts),
        }
    }

    /// What is wrong with sheets before anything in them is understood.
    pub(super) fn faults(&self) -> impl Iterator<Item = Diagnostic> {
        let slips = self.slips.iter().map(|(path, fault)| (path, fault));
        self.faulty.iter().chain(slips).map(|(path, fault)| {
            Diagnostic::error("E405", text!("css-broken", reason = fault.reason.clone()))
                .at(Span::new(path, fault.range.clone()))
                .hint(fault.hint.clone())
        })
    }

    /// The problem of a sheet that the library cannot bundle, unless it has been told.
    fn problem(
        &self,
        sheet: &Source,
        kind: &BundleErrorKind<'_, Missing>,
        place: Option<ErrorLocation>,
    ) -> Option<Diagnostic> {
        if let BundleErrorKind::ResolverError(Missing(path)) = kind {
            return Some(self.missing(sheet, path));
        }
        let problem =
            |reason: Text, hint| Diagnostic::error("E405", text!("css-broken", reason)).hint(hint);
        let source = place.as_ref().map(|place| SourcePath::new(&place.filename));
        let source = source.and_then(|path| self.snapshot.get(&path));
        let (Some(place), Some(source)) = (place, source) else {
            let (reason, hint) = cause::of_bundling(kind);
            return Some(problem(reason, hint).at(sheet.path()));
        };
        if self.faulty.contains_key(source.path()) {
            return None;
        }
        let at = byte_at(source.text(), &place);
        // The library points to where the token before ends.
        let rest = &source.text()[at..];
        let at = at + rest.len() - rest.trim_start().len();
        let (reason, hint, range) = match kind {
            BundleErrorKind::ParserError(error) => {
                let cause = cause::of(error, source.text(), at);
                (cause.reason, cause.hint, cause.range)
            }
            other => {
                let (reason, hint) = cause::of_bundling(other);
                (reason, hint, at..at)
            }
        };
        Some(problem(reason, hint).at(Span::new(source.path(), range)))
    }

    /// The error for an `@import` of a file that is not there, where its name is written.
    fn missing(&self, sheet: &Source, path: &str) -> Diagnostic {
        let name = path.rsplit('/').next().unwrap_or(path);
        let written = [sheet].into_iter().chain(sheets(self.snapshot));
        let written = written.filter_map(|source| {
            let at = source.text().find(name)?;
            Some(Span::new(source.path(), at..at + name.len()))
        });
        let place = written.into_iter().next();
        let others = sheets(self.snapshot).filter(|other| other.path() != sheet.path());
        let others = others.filter_map(|other| other.path().below(load::ASSETS));
        let below = SourcePath::new(path);
        let hint = nearest(below.below(load::ASSETS).unwrap_or(path), others).map_or_else(
            || text!("file-none-hint", folder = load::ASSETS),
            |near| text!("did-you-mean", name = format!("{}/{near}", load::ASSETS)),
        );
        let reason = text!("file-none", path);
        Diagnostic::error("E405", text!("css-broken", reason))
            .at(place.unwrap_or_else(|| Span::from(sheet.path())))
            .hint(hint)
    }
}

/// Names of custom properties that are slips. Any file may declare one: a script sets it, a drawing has it in its style.
fn slips(snapshot: &Snapshot, fonts: Option<&str>) -> Vec<(SourcePath, Fault)> {
    let assets = snapshot.below(load::ASSETS);
    let texts = assets.filter(|source| {
        let extension = source.path().extension();
        matches!(extension, Some("css" | "js" | "mjs" | "svg"))
    });
    let texts = texts.map(Source::text).chain(fonts);
    let texts = texts.chain([highlight::sheet()]);
    let declared = texts.flat_map(variables::declared).collect();
    let slips = sheets(snapshot).flat_map(|source| {
        let faults = variables::faults(source.text(), &declared).into_iter();
        faults.map(|fault| (source.path().clone(), fault))
    });
    slips.collect()
}

fn sheets(snapshot: &Snapshot) -> impl Iterator<Item = &Source> {
    let assets = snapshot.below(load::ASSETS);
    assets.filter(|source| source.path().extension() == Some("css"))
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
        if name == highlight::SHEET {
            return Ok(highlight::sheet());
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
        if [SHEET, highlight::SHEET].contains(&specifier) {
            return Ok(ResolveResult::File(PathBuf::from(specifier)));
        }
        let from = originating_file.to_string_lossy();
        Ok(ResolveResult::File(PathBuf::from(join(&from, specifier))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_come_back_as_they_were_written() {
        let address = |number| format!("data:,\"{number}\" \\\"");
        let places = 0..5000;
        let printed = places.clone().map(|number| format!("url(\"p{number}_\")"));
        let printed: String = [".p1_".to_owned()].into_iter().chain(printed).collect();
        let addresses = places.map(|number| (format!("p{number}_"), quotable(&address(number))));
        let css = addressed(&printed, &addresses.collect());
        assert!(css.starts_with(".p1_url("), "{css}");
        let mut read = cssparser::ParserInput::new(&css[4..]);
        let mut read = cssparser::Parser::new(&mut read);
        for number in 0..5000 {
            assert_eq!(read.expect_url().unwrap(), &*address(number));
        }
    }
}

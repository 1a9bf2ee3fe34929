//! All that is sent to a reader who sees a page first: the page, its style sheets and scripts as Brotli sends them, its
//! fonts, and the pictures that it or its sheets show. Icons are not counted, since each browser wants others.

use std::collections::BTreeMap;

use brotli::enc::BrotliEncoderParams;
use rayon::prelude::*;

use super::context::{BudgetContext, kilobytes, part};
use super::fonts;
use crate::check::css::addresses;
use crate::check::reading::Reading;
use crate::check::resources::ResourceKind;
use crate::diagnostic::Diagnostic;
use crate::locale::text;
use crate::output::Bytes;
use crate::path::OutputPath;

/// How hard hosts compress what is compressed once: as hard as Brotli can.
const SENT: i32 = 11;
/// Some thirty times faster, and hardly ever smaller.
pub(super) const QUICK: i32 = 5;
/// Of more than this, the seconds that compressing takes are felt, and a tenth more or less is not.
const MOST_COMPRESSED_HARD: usize = 1_000_000;

/// What a page loads besides itself and its fonts.
type Files<'a> = BTreeMap<&'a OutputPath, &'a Bytes>;

/// The page that is over the budget by most, with its problem.
pub(super) fn check(
    pages: &[Reading<'_>],
    scales: BudgetContext<'_>,
) -> Option<(OutputPath, Diagnostic)> {
    let budget = scales.sources.site.config.budgets.first_view;
    let font_sizes = fonts::sizes(scales.lettering);
    let all_fonts: u64 = font_sizes.iter().sum();
    let heavy = pages.par_iter().filter_map(|page| {
        let files = files(page, scales);
        let raw: u64 = files.values().map(|bytes| scales.size(bytes)).sum();
        let most = page.page.bytes.size() + raw + all_fonts;
        (most > budget).then_some((page, files))
    });
    let heavy: Vec<_> = heavy.collect();
    let distinct = heavy.iter().flat_map(|(_, files)| files);
    let distinct: Files<'_> = distinct.map(|(path, bytes)| (*path, *bytes)).collect();
    let sent: BTreeMap<_, _> = distinct
        .into_par_iter()
        .map(|(path, bytes)| (path, scales.sent(path, bytes)))
        .collect();
    let over = heavy
        .par_iter()
        .filter_map(|(Reading { page, .. }, files)| {
            let view = |html| View {
                html,
                files: files.keys().map(|path| (*path, sent[path])).collect(),
                fonts: fonts::loaded((page.path, page.bytes), scales.lettering, &font_sizes),
            };
            let quick = view(compressed(page.bytes, QUICK));
            if quick.size() <= budget {
                return None;
            }
            let view = view(compressed(page.bytes, SENT));
            (view.size() > budget).then_some((page, view))
        });
    let over: Vec<_> = over.collect();
    let (page, view) = over.iter().max_by_key(|(_, view)| view.size())?;
    let (size, budget) = (kilobytes(view.size()), kilobytes(budget));
    let message = text!("first-view-heavy", size, budget);
    let mut problem = Diagnostic::warning("W434", message)
        .on(page.path.url())
        .note(text!("first-view-html", size = kilobytes(view.html)));
    let files = view.files.iter().map(|(path, size)| (path.as_str(), size));
    for (name, size) in files.chain(view.fonts.iter().map(|(name, size)| (*name, size))) {
        problem = problem.note(part(name, *size));
    }
    problem = match over.len() - 1 {
        0 => problem,
        count => problem.note(text!("over-budget-as-well", count)),
    };
    let problem = scales.at(problem.hint(text!("first-view-heavy-hint")), page.path);
    Some((page.path.clone(), problem))
}

/// What the HTML of a page is when it is sent, and what all of its first view is.
pub(super) fn of(
    page: &Reading<'_>,
    scales: BudgetContext<'_>,
    fonts: &[(&str, u64)],
) -> (u64, u64) {
    let files = files(page, scales).into_iter();
    let view = View {
        html: compressed(page.page.bytes, SENT),
        files: files
            .map(|(path, bytes)| (path, scales.sent(path, bytes)))
            .collect(),
        fonts: fonts.to_vec(),
    };
    (view.html, view.size())
}

/// What one first view is made of, in bytes.
struct View<'a> {
    html: u64,
    files: Vec<(&'a OutputPath, u64)>,
    fonts: Vec<(&'a str, u64)>,
}

impl View<'_> {
    fn size(&self) -> u64 {
        let files = self.files.iter().map(|(_, size)| size);
        let fonts = self.fonts.iter().map(|(_, size)| size);
        self.html + files.chain(fonts).sum::<u64>()
    }
}

/// The sheets, scripts and pictures of a page, those that its sheets name among them: which of them a browser shows depends
/// on the page. Fonts are counted by their characters.
fn files<'a>(page: &Reading<'_>, scales: BudgetContext<'a>) -> Files<'a> {
    let sheets = scales.loads(page, ResourceKind::Sheet);
    let mut files = sheets.clone();
    for (path, bytes) in sheets {
        let css = bytes.as_text().unwrap_or_default();
        let named = addresses(css).into_iter();
        let named = named.filter_map(|address| scales.named(path, &address));
        files.extend(named.filter(|(_, bytes)| !scales.is_font(bytes)));
    }
    files.extend(scales.loads(page, ResourceKind::Script));
    files.extend(scales.loads(page, ResourceKind::Picture));
    files
}

impl BudgetContext<'_> {
    fn size(&self, bytes: &Bytes) -> u64 {
        self.lettering.known_sizes.size(bytes)
    }

    fn is_font(&self, bytes: &Bytes) -> bool {
        let mut fonts = self.lettering.webfonts.fonts.iter();
        fonts.any(|font| font.bytes == *bytes)
    }

    /// How many bytes of a file are sent. Pictures but for drawings, and fonts, are compressed as they are.
    fn sent(&self, path: &OutputPath, bytes: &Bytes) -> u64 {
        match path.extension() {
            Some("css" | "js" | "mjs" | "svg") => compressed(bytes, SENT).min(self.size(bytes)),
            _ => self.size(bytes),
        }
    }
}

/// How many bytes Brotli makes of these, which are in memory. A buffer there refuses nothing.
pub(super) fn compressed(bytes: &Bytes, quality: i32) -> u64 {
    let bytes = bytes.as_slice().unwrap_or_default();
    let is_long = bytes.len() > MOST_COMPRESSED_HARD;
    let parameters = BrotliEncoderParams {
        quality: if is_long { quality.min(QUICK) } else { quality },
        size_hint: bytes.len(),
        ..BrotliEncoderParams::default()
    };
    let mut sent = Vec::new();
    let result = brotli::BrotliCompress(&mut &*bytes, &mut sent, &parameters);
    result.map_or(bytes.len(), |_| sent.len()) as u64
}

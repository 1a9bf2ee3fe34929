//! The state of the preview: the last good site, and the present problems. Replaced as a whole,
//! never changed.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::{Value as Json, json};

use super::document;
use super::editor::Editor;
use super::lookup::{Lookup, Site};
use super::page_state::{Digest, PageState};
use crate::diagnostic::Diagnostic;
use crate::locale::Language;
use crate::output::Bytes;
use crate::source::Snapshot;
use crate::source::excerpt::{self, Excerpt};

/// One state of the preview.
#[derive(Debug, Clone, Default)]
pub(super) struct PreviewState {
    /// The last site without errors. `None` until there is one.
    pub(super) site: Option<Arc<Site>>,
    /// The problems, as the panel in the browser reads them.
    pub(super) problems: Arc<Vec<Json>>,
    /// How many states there were before it.
    pub(super) number: usize,
    /// The files other than pages that changed while their address stayed the same, with the number
    /// of the state in which they last did.
    pub(super) changed_files: Arc<BTreeMap<String, usize>>,
}

impl PreviewState {
    /// The next state: with a new site, if there is one, and with the present problems.
    pub(super) fn next(&self, site: Option<Site>, problems: Vec<Json>) -> Self {
        let number = self.number + 1;
        let mut changed_files = self.changed_files.clone();
        if let (Some(before), Some(now)) = (&self.site, &site) {
            let addresses = now.changed_since(before).map(|address| (address, number));
            let addresses: Vec<_> = addresses.collect();
            if !addresses.is_empty() {
                Arc::make_mut(&mut changed_files).extend(addresses);
            }
        }
        Self {
            site: site.map(Arc::new).or_else(|| self.site.clone()),
            problems: Arc::new(problems),
            number,
            changed_files,
        }
    }

    /// The state of the page at an address.
    pub(super) fn page_state(&self, path: &str) -> PageState {
        match &self.site {
            None => PageState::Unbuilt,
            Some(site) => match site.at(path, None) {
                Lookup::File(_, bytes) => {
                    PageState::Page(Digest::of(bytes.as_slice().unwrap_or_default()))
                }
                Lookup::Redirect(_) | Lookup::NotFound => {
                    PageState::Missing(Digest::of(not_found(site)))
                }
            },
        }
    }
}

/// The page for unknown addresses.
pub(super) fn not_found(site: &Site) -> &[u8] {
    let page = site.not_found().and_then(Bytes::as_slice);
    page.unwrap_or(document::NOT_FOUND.as_bytes())
}

/// Problems as JSON for the panel, with an excerpt and a link into the editor.
pub(super) fn problems(
    diagnostics: &[Diagnostic],
    snapshot: &Snapshot,
    editor: &Editor,
    language: Language,
) -> Vec<Json> {
    let problem = |diagnostic: &Diagnostic| {
        let mut problem = excerpt::json(diagnostic, snapshot, language);
        if let Some(span) = &diagnostic.span {
            let excerpt = Excerpt::find(span, snapshot);
            let (line, column) = excerpt.as_ref().map_or((1, 1), |e| (e.line, e.column));
            problem["editor"] = json!(editor.link(span.path.as_str(), line, column));
            problem["excerpt"] = json!(excerpt.map(|excerpt| excerpt.parts()));
        }
        problem
    };
    diagnostics.iter().map(problem).collect()
}

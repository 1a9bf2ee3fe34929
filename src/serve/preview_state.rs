//! What is served at one moment: the last good site, and the problems there are now. Exchanged whole, never changed.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::{Value as Json, json};

use super::document;
use super::editor::Editor;
use super::lookup::{Answer, Site};
use super::page_state::{Digest, PageState};
use crate::diagnostic::Diagnostic;
use crate::source::Snapshot;
use crate::source::excerpt::{self, Excerpt};

/// One version of the preview.
#[derive(Debug, Clone, Default)]
pub(super) struct PreviewState {
    /// The last site without errors. `None` until there is one.
    pub(super) site: Option<Arc<Site>>,
    /// The problems, as the panel in the browser reads them.
    pub(super) problems: Arc<Vec<Json>>,
    /// How many editions there were before.
    pub(super) number: usize,
    /// The files besides pages that changed under the address they had, and in which edition they last did.
    pub(super) renewed: Arc<BTreeMap<String, usize>>,
}

impl PreviewState {
    /// The next edition: with another site if there is one, and with the problems there are now.
    pub(super) fn next(&self, site: Option<Site>, problems: Vec<Json>) -> Self {
        let number = self.number + 1;
        let mut renewed = self.renewed.clone();
        if let (Some(before), Some(now)) = (&self.site, &site) {
            let addresses = now.renewed_since(before).map(|address| (address, number));
            let addresses: Vec<_> = addresses.collect();
            if !addresses.is_empty() {
                Arc::make_mut(&mut renewed).extend(addresses);
            }
        }
        Self {
            site: site.map(Arc::new).or_else(|| self.site.clone()),
            problems: Arc::new(problems),
            number,
            renewed,
        }
    }

    /// How the page at an address stands.
    pub(super) fn standing(&self, path: &str) -> PageState {
        match &self.site {
            None => PageState::Unbuilt,
            Some(site) => match site.at(path, None) {
                Answer::File(_, bytes) => PageState::Page(Digest::of(bytes)),
                Answer::Elsewhere(_) | Answer::Nothing => {
                    PageState::Missing(Digest::of(not_found(site)))
                }
            },
        }
    }
}

/// What an address where nothing is answers with.
pub(super) fn not_found(site: &Site) -> &[u8] {
    site.not_found()
        .map_or(document::NOT_FOUND.as_bytes(), |bytes| bytes)
}

/// Problems as the panel reads them: as every program does, with the line already cut and a link into the editor.
pub(super) fn problems(
    diagnostics: &[Diagnostic],
    snapshot: &Snapshot,
    editor: &Editor,
) -> Vec<Json> {
    let problem = |diagnostic: &Diagnostic| {
        let mut problem = excerpt::json(diagnostic, snapshot);
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

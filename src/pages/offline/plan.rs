//! `[offline]` of site.toml, held against the plan of everything else.

use crate::config::{Pointer, PointerKind};
use crate::diagnostic::Diagnostic;
use crate::graph::Site;
use crate::pages::claims::Claims;
use crate::pages::links::NOT_FOUND;
use crate::pages::offline;
use crate::pages::plan::{Item, Plan};
use crate::path::{OutputPath, UrlPath};

/// What of a site is there without a network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offline {
    /// The page that is shown in place of one that is not kept. Its links hold at any address.
    pub page: Option<UrlPath>,
    /// The files that are kept from the start.
    pub keep: Vec<OutputPath>,
    /// How many pages are kept at most.
    pub limit: i64,
}

/// Claims the paths of the scripts. Comes after all that may be kept.
pub(in crate::pages) fn claim(site: &Site, claims: &mut Claims) {
    let Some(config) = &site.config.offline else {
        return;
    };
    let worker = offline::worker::PATH.to_owned();
    for (path, item) in [
        (worker, Item::ServiceWorker),
        (offline::script(), Item::OfflineScript),
    ] {
        match OutputPath::new(&path) {
            Ok(path) => {
                let claimant = "[offline] in site.toml".to_owned();
                claims.claim(path, item, claimant, config.span.clone());
            }
            Err(problem) => {
                let problem = Diagnostic::error("E207", problem).at(config.span.clone());
                claims.diagnostics.push(problem);
            }
        }
    }
    let mut keep = Vec::new();
    let mut page = None;
    for pointer in config.named() {
        match published(site, &claims.plan, pointer) {
            Ok(None) => {}
            Ok(Some(path)) => {
                if !keep.contains(&path) {
                    keep.push(path);
                }
            }
            Err(problem) => claims.diagnostics.push(problem),
        }
    }
    if let Some(pointer) = &config.page {
        if let Ok(Some(path)) = published(site, &claims.plan, pointer) {
            if claims.plan.files.get(&path).is_some_and(Item::is_page) {
                page = Some(path.url());
            } else {
                let message = format!("`{}` is no page", pointer.text.value);
                let problem = Diagnostic::error("E105", message).at(pointer.text.span.clone());
                let hint = "name the page that readers see where they have kept nothing";
                claims.diagnostics.push(problem.hint(hint));
            }
        }
    } else if let Ok(not_found) = UrlPath::new(NOT_FOUND)
        && claims.plan.files.contains_key(&not_found.output())
    {
        keep.push(not_found.output());
        page = Some(not_found);
    }
    claims.plan.offline = Some(Offline {
        page,
        keep,
        limit: config.limit,
    });
}

/// The file that a pointer means; none where that has been reported.
fn published(
    site: &Site,
    plan: &Plan,
    pointer: &Pointer,
) -> Result<Option<OutputPath>, Diagnostic> {
    let text = &pointer.text;
    let address = match pointer.kind {
        PointerKind::Entry => match site.named(&text.value) {
            Some(id) => site.entry(id).url.clone(),
            None => None,
        },
        PointerKind::Address | PointerKind::Url => Some(text.value.clone()),
    };
    let Some(address) = address else {
        return Ok(None);
    };
    let path = address.split('#').next().unwrap_or_default();
    if let Some((path, _)) = plan.at(path) {
        return Ok(Some(path.clone()));
    }
    let message = format!("`{path}` cannot be kept: nothing is there");
    let hint = "name an entry, or an address at which something is published";
    Err(Diagnostic::error("E205", message)
        .at(text.span.clone())
        .hint(hint))
}

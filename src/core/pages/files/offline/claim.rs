//! `[offline]` of site.toml, held against the plan of everything else.

use super::script::{SCRIPT, script_address};
use super::worker;
use crate::config::{Pointer, PointerKind};
use crate::diagnostic::Diagnostic;
use crate::graph::Site;
use crate::locale::text;
use crate::media_type::MediaType;
use crate::output::{Bytes, Output};
use crate::pages::claims::{Claimant, Claims};
use crate::pages::files::fixed::FixedFile;
use crate::pages::output_file::DerivedFiles;
use crate::pages::plan::{Offline, Plan, PlannedFile, Role};
use crate::pages::render_cache::RenderedItem;
use crate::pages::rendering::Rendering;
use crate::path::{OutputPath, UrlPath};

/// Claims the paths of the scripts. Comes after all that may be kept.
pub(in crate::pages::files) fn claim(site: &Site, claims: &mut Claims) {
    let Some(config) = &site.config.offline else {
        return;
    };
    let claimant = || {
        Claimant::new(
            text!("claimant-setting", table = "[offline]"),
            config.span.clone(),
        )
    };
    let file = |role, path: &OutputPath| {
        let media_type = MediaType::of(path);
        PlannedFile::new(role, media_type, config.span.clone())
    };
    if let Ok(path) = OutputPath::new(worker::PATH) {
        let file = file(Role::Listing, &path);
        let recipe = ServiceWorker(path.clone());
        claims.claim_derived(&path, file, recipe, claimant());
    }
    if let Ok(path) = OutputPath::new(&script_address()) {
        let file = file(Role::Fingerprinted, &path);
        let script = FixedFile(SCRIPT.to_owned().into());
        claims.claim(path, file, script, claimant());
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
            if claims.plan.page(&path).is_some() {
                page = Some(path.url());
            } else {
                let message = text!("offline-no-page", address = &*pointer.text.value);
                let problem = Diagnostic::error("E105", message).at(pointer.text.span.clone());
                let hint = text!("offline-no-page-hint");
                claims.diagnostics.push(problem.hint(hint));
            }
        }
    } else if let Ok(not_found) = UrlPath::new(UrlPath::NOT_FOUND)
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

/// What keeps pages for readers, and answers when there is no network. It is at this path.
#[derive(Debug)]
struct ServiceWorker(OutputPath);

impl DerivedFiles for ServiceWorker {
    fn make(
        &self,
        rendering: &Rendering<'_>,
        _: &[(&OutputPath, RenderedItem)],
        output: &Output,
    ) -> Vec<(OutputPath, Bytes)> {
        let offline = rendering.inputs.plan.offline.iter();
        let worker = offline.map(|offline| {
            let text = worker::worker(offline, output);
            (self.0.clone(), text.into())
        });
        worker.collect()
    }
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
    let message = text!("offline-nothing-there", address = path);
    let hint = text!("address-of-something-hint");
    Err(Diagnostic::error("E205", message)
        .at(text.span.clone())
        .hint(hint))
}

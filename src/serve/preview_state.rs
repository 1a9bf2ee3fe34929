//! The state of the preview: the last good site, and the present problems. Replaced as a whole,
//! never changed.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::document;
use super::fixes::Fixes;
use super::lookup::{Lookup, Site};
use super::page_state::{Digest, PageState};
use super::problems::Problems;
use crate::locale::Language;
use crate::output::Bytes;

/// One state of the preview.
#[derive(Debug, Clone, Default)]
pub(super) struct PreviewState {
    /// The last site without errors. `None` until there is one.
    pub(super) site: Option<Arc<Site>>,
    /// The problems, as the panel in the browser reads them.
    pub(super) problems: Arc<Problems>,
    /// The fixes that may be asked for.
    pub(super) fixes: Arc<Fixes>,
    /// The language of the panel, and of all that we say to a browser.
    pub(super) language: Language,
    /// How many states there were before it.
    pub(super) number: usize,
    /// The files other than pages that changed while their address stayed the same, with the number
    /// of the state in which they last did.
    pub(super) changed_files: Arc<BTreeMap<String, usize>>,
}

impl PreviewState {
    /// The next state: with a new site, if there is one, and with the present problems in their language.
    pub(super) fn next(
        &self,
        site: Option<Site>,
        (problems, fixes, language): (Problems, Fixes, Language),
    ) -> Self {
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
            fixes: Arc::new(fixes),
            language,
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
                    PageState::Missing(Digest::of(&self.not_found(path)))
                }
            },
        }
    }
    /// The page for an unknown address: the site's own, or ours.
    pub(super) fn not_found(&self, path: &str) -> Cow<'_, [u8]> {
        let site = self.site.as_ref().and_then(|site| site.not_found(path));
        match site.and_then(Bytes::as_slice) {
            Some(page) => Cow::Borrowed(page),
            None => Cow::Owned(document::not_found(self.language).into_bytes()),
        }
    }
}

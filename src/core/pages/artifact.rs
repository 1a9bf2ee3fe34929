//! What a planned file became.

use std::sync::Arc;

use super::link_end::Place;
use super::links::Links;
use crate::diagnostic::Diagnostic;
use crate::digest::{Digest, StableHasher};
use crate::output::Bytes;
use crate::search::Extract;

/// A file, made.
#[derive(Debug, Clone, Default)]
pub(super) struct Artifact {
    pub(super) bytes: Bytes,
    pub(super) problems: Vec<Diagnostic>,
    /// What else is known of it if it is a page.
    pub(super) page: Option<Arc<RenderedPage>>,
    /// What it was drawn from if it is a picture of words, which nobody can search.
    pub(super) drawing: Option<Bytes>,
}

impl Artifact {
    /// A file that is nothing but bytes.
    pub(super) fn of(bytes: impl Into<Bytes>) -> Self {
        Self {
            bytes: bytes.into(),
            ..Self::default()
        }
    }
}

/// What is known of a rendered page besides its bytes.
#[derive(Debug, Default)]
pub(super) struct RenderedPage {
    /// Sorted.
    pub(super) ids: Vec<String>,
    /// Places that its links lead to, and how they are written.
    pub(super) places: Vec<(Place, String)>,
    /// Links that lead out of the site, as they are written.
    pub(super) outbound: Vec<Arc<str>>,
    /// Links below the address of the site that are written with it, each once.
    pub(super) absolute: Vec<String>,
    /// Links that lead nowhere, as they are written.
    pub(super) missing: Vec<String>,
    /// What the search index holds of it, if the site has one.
    pub(super) extract: Option<Arc<Extract>>,
    pub(super) looked_up: LookedUp,
}

/// The addresses on a page, and a digest of where they led.
#[derive(Debug, Default)]
pub(super) struct LookedUp {
    /// With a line break after each.
    addresses: String,
    answers: Option<Digest>,
}

/// Between two addresses of a page. Should one hold it, its page is only rendered once more than it need be.
const BETWEEN: char = '\n';

impl LookedUp {
    pub(super) fn note(&mut self, address: &str) {
        self.addresses.push_str(address);
        self.addresses.push(BETWEEN);
    }

    pub(super) fn led_to(&mut self, answers: Digest) {
        self.answers = Some(answers);
    }
}

impl RenderedPage {
    /// Whether every address on the page leads where it led when the page was rendered.
    pub(super) fn still_leads(&self, links: &Links<'_>) -> bool {
        let mut answers = StableHasher::default();
        for address in self.looked_up.addresses.split_terminator(BETWEEN) {
            links.look_up(address).trace(links.plan, &mut answers);
        }
        self.looked_up.answers == Some(answers.digest())
    }
}

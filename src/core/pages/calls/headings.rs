//! The titles of headings in which calls stand, read anew from what the calls came to.

use std::collections::HashMap;

use crate::html::Tag;
use crate::markdown::{Body, Heading};

/// The headings of a body, as its HTML is gone through.
pub(super) struct Headings {
    pub(super) all: Vec<Heading>,
    /// Where each of them is, by its id.
    positions: HashMap<String, usize>,
    /// The one that is open, and where its element begins.
    open: Option<(usize, usize)>,
    has_call: bool,
}

impl Headings {
    pub(super) fn of(body: &Body) -> Self {
        let ids = body.headings.iter().map(|heading| heading.id.clone());
        Self {
            all: body.headings.clone(),
            positions: ids.zip(0..).collect(),
            open: None,
            has_call: false,
        }
    }

    /// An element begins, at byte `at` of what has been made.
    pub(super) fn begin(&mut self, tag: &Tag<'_, '_>, at: usize) {
        if level(tag).is_none() {
            return;
        }
        let id = tag.value("id").map(crate::html::decode_value);
        let position = id.and_then(|id| self.positions.get(&*id).copied());
        self.open = position.map(|position| (position, at));
        self.has_call = false;
    }

    pub(super) fn call_is_made(&mut self) {
        self.has_call = true;
    }

    /// An element has ended, with which `made` ends.
    pub(super) fn end(&mut self, tag: &Tag<'_, '_>, made: &str) {
        if level(tag).is_none() {
            return;
        }
        if let Some((position, start)) = self.open.take().filter(|_| self.has_call) {
            let inside = made.get(start..).unwrap_or_default();
            self.all[position].title = Heading::title_of(inside);
        }
    }
}

/// The level of a heading.
fn level(tag: &Tag<'_, '_>) -> Option<u8> {
    let digit = tag.name.strip_prefix(['h', 'H'])?;
    digit.parse().ok().filter(|level| (1..=6).contains(level))
}

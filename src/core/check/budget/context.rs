//! What pages are weighed with.

use std::collections::BTreeMap;

use crate::check::lettering::Lettering;
use crate::check::place::Sources;
use crate::check::reading::Reading;
use crate::check::resources::ResourceKind;
use crate::diagnostic::{Diagnostic, Span};
use crate::locale::{Text, text};
use crate::output::{Bytes, Output};
use crate::path::OutputPath;

/// What there is to weigh with.
#[derive(Clone, Copy)]
pub(in crate::check) struct BudgetContext<'a> {
    pub(in crate::check) sources: Sources<'a>,
    pub(in crate::check) output: &'a Output,
    pub(in crate::check) lettering: Lettering<'a>,
}

impl<'a> BudgetContext<'a> {
    pub(super) fn at(&self, mut problem: Diagnostic, file: &OutputPath) -> Diagnostic {
        let own = self.sources.own(file);
        problem.span = own.as_ref().map(Span::from);
        problem
    }

    /// The files of a kind that a page loads from its own site, each once.
    pub(super) fn loads(
        &self,
        Reading {
            page, resources, ..
        }: &Reading<'_>,
        kind: ResourceKind,
    ) -> BTreeMap<&'a OutputPath, &'a Bytes> {
        let loads = resources.loads.iter().filter(|load| load.kind == kind);
        loads
            .filter_map(|load| self.named(page.path, &load.address))
            .collect()
    }

    /// The published file that an address means in another.
    pub(super) fn named(
        &self,
        file: &OutputPath,
        address: &str,
    ) -> Option<(&'a OutputPath, &'a Bytes)> {
        // The page of what does not exist names files from the root of the host.
        let below = address.strip_prefix(self.sources.site.config.base_path());
        let below = below.map(|below| format!("/{below}"));
        let path = (self.sources.plan).named_in(file, below.as_deref().unwrap_or(address))?;
        Some((path, self.output.get(path)?))
    }
}

/// `78.3 KB`.
pub(super) fn kilobytes(bytes: u64) -> Text {
    let tenths = bytes.div_ceil(100);
    let number = format!("{}.{}", tenths / 10, tenths % 10);
    text!("kilobytes", number)
}

/// `css/site.css: 12.0 KB`.
pub(super) fn part(name: &str, bytes: u64) -> Text {
    text!("size-of", name, size = kilobytes(bytes))
}

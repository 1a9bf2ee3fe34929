//! A string on a page to the place in the site's files that most likely brought it there.

use crate::content::Snapshot;
use crate::diagnostic::Span;
use crate::graph::Site;
use crate::pages::{Item, Plan};
use crate::path::{OutputPath, SourcePath};

/// What there is to look in.
#[derive(Clone, Copy)]
pub(super) struct Sources<'a> {
    pub(super) site: &'a Site,
    pub(super) plan: &'a Plan,
    pub(super) snapshot: &'a Snapshot,
}

impl Sources<'_> {
    /// Where a string stands: in the page's own file, else in any other that is asked for.
    pub(super) fn place(
        &self,
        text: &str,
        page: &OutputPath,
        is_asked: impl Fn(&SourcePath) -> bool,
    ) -> Option<Span> {
        let own = self.own(page).and_then(|path| self.snapshot.get(&path));
        let others = self.snapshot.iter();
        let others = others.filter(|source| is_asked(source.path()));
        own.into_iter().chain(others).find_map(|source| {
            let start = source.text().find(text)?;
            Some(Span::new(source.path(), start..start + text.len()))
        })
    }

    /// The file that a page is made from.
    pub(super) fn own(&self, page: &OutputPath) -> Option<SourcePath> {
        match self.plan.files.get(page) {
            Some(Item::Page(id, _) | Item::Card(id, _)) => {
                Some(self.site.entry(*id).document.path.clone())
            }
            Some(Item::Attachment(path) | Item::Redirect(_, path)) => Some(path.clone()),
            _ => None,
        }
    }
}

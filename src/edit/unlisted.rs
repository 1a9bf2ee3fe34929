//! The pages of lists that a review leaves nothing in: drafts, so that no menu leads to them, and nothing of them is lost.

use super::review::Work;
use crate::config::is_of_theme;
use crate::graph::Entry;

impl Work<'_> {
    /// Makes drafts of the pages that listed what is removed, where nothing is left and the theme, which leaves out what a site
    /// lacks, names them. Whether there are any.
    pub(super) fn unlist(&mut self) -> bool {
        let site = self.site;
        let is_left = |entry: &&Entry| !self.removed.contains(&entry.document.path);
        let schema = &site.config.schema;
        let lists = schema.ids().filter_map(|id| {
            let index = schema.collection(id).index.as_ref();
            let index = index.filter(|index| is_of_theme(&index.span))?;
            let entries = || {
                site.entries
                    .iter()
                    .filter(|entry| entry.document.collection == id)
            };
            let is_emptied = entries().next().is_some() && entries().find(is_left).is_none();
            let page = site.named(&index.value).filter(|_| is_emptied)?;
            Some(site.entry(page))
        });
        let pages: Vec<&Entry> = lists.filter(|page| !page.document.schedule.draft).collect();
        for page in &pages {
            self.text(&page.document.path).write("draft", "true");
        }
        !pages.is_empty()
    }
}

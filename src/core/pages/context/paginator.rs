//! `paginator`: the part of a list that a page shows, and the way to the others.

use std::sync::OnceLock;

use tera::Value as TeraValue;

use super::digests::Digests;
use super::reading::Reading;
use super::values::{Fields, Values};
use crate::digest::StableHasher;
use crate::graph::Site;
use crate::pages::plan::{Page, Pager};
use crate::path::UrlPath;

impl Values {
    /// `paginator`, as the template of a page sees it: null where no list is spread.
    pub(in crate::pages) fn paginator(&self, page: &Page) -> TeraValue {
        let pager = page.pager();
        let listing = pager.and_then(|pager| self.site.listing(pager.host));
        let (Some(pager), Some(listing)) = (pager, listing) else {
            return TeraValue::none();
        };
        let last = listing.pages();
        let entries = listing.on_page(pager.number).iter();
        let entries = entries.map(|id| self.reading(None).map(self.listed(*id)));
        let entries: Vec<TeraValue> = entries.collect();
        let url = |number: usize| url(listing.address(number).ok());
        let before = (pager.number > 1).then(|| url(pager.number - 1));
        let after = (pager.number < last).then(|| url(pager.number + 1));
        let number = |number: usize| TeraValue::from(number);
        let mut reading = self.reading(None);
        let mut map = Fields::default();
        for (name, value) in [
            ("paginate_by", number(listing.pagination.by)),
            ("base_url", listing.base().into()),
            ("number_pagers", number(last)),
            ("first", url(1)),
            ("last", url(last)),
            ("previous", before.into()),
            ("next", after.into()),
            ("pages", entries.into()),
            ("current_index", number(pager.number)),
            ("total_pages", number(listing.entries.len())),
            ("pagers", self.pagers(pager, last, &url)),
        ] {
            reading.fixed(&mut map, name, value);
        }
        reading.map(map)
    }

    /// All pages of a list. Each page of it has this, so it is made once.
    fn pagers(&self, pager: Pager, last: usize, url: &dyn Fn(usize) -> TeraValue) -> TeraValue {
        let made = || {
            let mut reading = self.reading(None);
            let pagers = (1..=last).map(|number| {
                let mut map = Fields::default();
                reading.fixed(&mut map, "index", number.into());
                reading.fixed(&mut map, "url", url(number));
                reading.map(map)
            });
            TeraValue::from(pagers.collect::<Vec<_>>())
        };
        let kept = self.pagers.get(&pager.host);
        kept.map_or_else(made, |kept: &OnceLock<_>| kept.get_or_init(made).clone())
    }
}

/// An address that could be published, or null.
fn url(address: Option<UrlPath>) -> TeraValue {
    address.map(|address| address.as_str().to_owned()).into()
}

impl Digests {
    /// Writes down what [`Values::paginator`] is made of, and what of `page` is another than on the entry's own page. How
    /// the list is spread is in site.toml, and a page is rendered anew whenever that changes.
    pub(super) fn trace_pager(&self, site: &Site, pager: Pager, trace: &mut StableHasher) {
        let Some(listing) = site.listing(pager.host) else {
            return;
        };
        trace.write(&(pager.number, listing.pages(), listing.entries.len()));
        let entries = listing.on_page(pager.number);
        trace.list(entries.len());
        for id in entries {
            trace.part(self.listed(*id));
        }
    }
}

//! What the template of a page sees as `page`, for each subject that a page can have.

use tera::Value as TeraValue;

use super::bodies::{self, BodyField, words};
use super::describe;
use super::digests::Digests;
use super::reading::Reading;
use super::values::{Fields, Level, Values};
use super::versions::{Versions, in_its_language};
use crate::digest::StableHasher;
use crate::graph::{EntryId, Site};
use crate::markdown::{self, Body};
use crate::pages::address::card_address;
use crate::pages::channel::Channel;
use crate::pages::plan::{Page, Plan, Redirect, Subject};
use crate::pictures::card;
use crate::schema::Collection;

impl Values {
    /// `page`, as the template of a page sees it.
    pub(in crate::pages) fn page(
        &self,
        plan: &Plan,
        page: &Page,
        body: Option<&Body>,
    ) -> TeraValue {
        match page.subject {
            Subject::Entry(id) => {
                let fields = self.entry_page(id, &page.template, body);
                self.reading(None).map(fields)
            }
            Subject::Pager(pager) => {
                let mut fields = self.entry_page(pager.host, &page.template, body);
                let mut reading = self.reading(None);
                let entry = self.site.entry(pager.host);
                let permalink = self.site.config.absolute(page.address.as_str());
                // Each of the pages is one of its own to whoever links to it.
                reading.fixed(&mut fields, "url", page.address.as_str().into());
                if pager.number > 1 || !entry.document.is_stand_in() {
                    reading.fixed(&mut fields, "permalink", permalink.into());
                }
                if pager.number > 1 && self.collection_of(pager.host).field("alternates").is_none()
                {
                    // How a list is spread differs between languages: only its first pages are of each other.
                    let none: Vec<TeraValue> = Vec::new();
                    reading.fixed(&mut fields, "alternates", none.into());
                }
                reading.map(fields)
            }
            Subject::Redirect(at) => redirect_page(&self.site, plan, &plan.redirects[at]),
        }
    }

    fn collection_of(&self, id: EntryId) -> &Collection {
        self.site.collection(self.site.entry(id))
    }

    /// Where a card is, and its size. The entry's address and site.toml alone decide it, so no digest need know of it.
    fn card(&self, address: &str) -> TeraValue {
        let mut reading = self.reading(None);
        let mut map = Fields::default();
        let (width, height) = card::SIZE;
        let permalink = self.site.config.absolute(address);
        reading.fixed(&mut map, "url", format!("/{address}").into());
        reading.fixed(&mut map, "permalink", permalink.into());
        reading.fixed(&mut map, "width", u64::from(width).into());
        reading.fixed(&mut map, "height", u64::from(height).into());
        reading.map(map)
    }

    /// An entry as its own page has it; its card has no body.
    fn entry_page(&self, id: EntryId, template: &str, body: Option<&Body>) -> Fields {
        let entry = self.site.entry(id);
        let mut page = self.listed(id);
        let mut reading = self.reading(Some(Level::Fields));
        if let Some(body) = body {
            let toc = body.headings.iter().map(|heading| {
                let mut map = Fields::default();
                reading.fixed(&mut map, "id", heading.id.as_str().into());
                reading.fixed(&mut map, "title", heading.title.as_str().into());
                reading.fixed(&mut map, "level", u64::from(heading.level).into());
                reading.map(map)
            });
            let toc: Vec<TeraValue> = toc.collect();
            reading.fixed(&mut page, "toc", toc.into());
            let asked = self.asked.own;
            if asked.has(BodyField::WordCount) || asked.has(BodyField::ReadingTime) {
                let words = words(body);
                let language = self.site.language_of_words(entry);
                let language = self.site.config.in_language(language).language;
                let minutes = language.reading_time(words);
                reading.fixed(&mut page, "word_count", words.into());
                reading.fixed(&mut page, "reading_time", minutes.into());
            }
            let is_of_body = self.site.collection(entry).is_summary_of_body("summary");
            if asked.has(BodyField::Summary) && is_of_body {
                let summary = bodies::summary(&self.site, entry, body);
                let summary = summary.map(|summary| {
                    let summary = in_its_language(&self.site, entry, &summary);
                    TeraValue::safe_string(&summary)
                });
                reading.fixed(&mut page, "summary", summary.into());
            }
            let content = in_its_language(&self.site, entry, &body.html);
            reading.fixed(&mut page, "content", TeraValue::safe_string(&content));
            let footnotes = TeraValue::safe_string(markdown::PLACE);
            reading.fixed(&mut page, "footnotes", footnotes);
        }
        // Of what its own value and site.toml decide, so no digest need know of them.
        let feeds = describe::feeds(
            &self.site,
            Channel::on_page_of(&self.site, id),
            &mut reading,
        );
        reading.fixed(&mut page, "feeds", feeds);
        reading.fixed(&mut page, "template", template.into());
        let card = card_address(&self.site, id).map(|address| self.card(&address));
        reading.fixed(&mut page, "card", card.into());
        for (name, neighbour) in [
            ("parent", entry.parent),
            ("prev", entry.prev),
            ("next", entry.next),
        ] {
            let neighbour = reading.optional_entry(neighbour);
            reading.fixed(&mut page, name, neighbour);
        }
        let collection = self.site.collection(entry);
        let versions = Versions::of(&self.site, id, &mut reading);
        for (name, value) in [
            ("translations", versions.translations),
            ("alternates", versions.alternates),
            ("fallback", versions.fallback),
        ] {
            // A field of that name is what its site.toml says.
            if collection.field(name).is_none() {
                reading.fixed(&mut page, name, value);
            }
        }
        let ancestors = self.site.ancestors(id);
        let related = collection.related.map(|_| ("related", &entry.related));
        let lists = [("ancestors", &ancestors), ("children", &entry.children)];
        for (name, entries) in lists.into_iter().chain(related) {
            let entries = entries.iter().map(|id| reading.entry(*id));
            let entries: Vec<TeraValue> = entries.collect();
            reading.fixed(&mut page, name, entries.into());
        }
        page
    }
}

impl Digests {
    /// Writes down what [`Values::page`] is made of, but for the body.
    pub(in crate::pages) fn trace_page(
        &self,
        site: &Site,
        plan: &Plan,
        page: &Page,
        trace: &mut StableHasher,
    ) {
        match page.subject {
            Subject::Entry(id) => self.trace_entry(site, id, trace),
            Subject::Pager(pager) => {
                self.trace_entry(site, pager.host, trace);
                self.trace_pager(site, pager, trace);
            }
            Subject::Redirect(at) => trace_redirect(site, plan, &plan.redirects[at], trace),
        }
    }
}

/// `page` of a page that leads on.
fn redirect_page(site: &Site, plan: &Plan, redirect: &Redirect) -> TeraValue {
    let target = Target::of(site, plan, redirect);
    let mut of_target = tera::Map::default();
    of_target.insert("url".into(), redirect.to.as_str().into());
    of_target.insert("permalink".into(), target.permalink.into());
    of_target.insert("title".into(), target.title.into());
    let mut page = tera::Map::default();
    let permalink = site.config.absolute(redirect.from.as_str());
    page.insert("url".into(), redirect.from.as_str().into());
    page.insert("permalink".into(), permalink.into());
    page.insert("target".into(), of_target.into());
    page.into()
}

/// Writes down what [`redirect_page`] is made of.
fn trace_redirect(site: &Site, plan: &Plan, redirect: &Redirect, trace: &mut StableHasher) {
    let target = Target::of(site, plan, redirect);
    trace.text(redirect.from.as_str());
    trace.text(&redirect.to);
    trace.text(&target.permalink);
    match target.title {
        Some(title) => trace.text(title),
        None => trace.absent(),
    }
}

/// The end of a redirect.
struct Target<'a> {
    permalink: String,
    /// The title of the entry whose page it is.
    title: Option<&'a str>,
}

impl<'a> Target<'a> {
    fn of(site: &'a Site, plan: &Plan, redirect: &Redirect) -> Self {
        let address = &redirect.to;
        if !address.starts_with('/') {
            return Self {
                permalink: address.clone(),
                title: None,
            };
        }
        let path = address.split('#').next().unwrap_or_default();
        let page = plan.at(path).and_then(|(_, file)| file.page.as_ref());
        let entry = page.and_then(|page| page.entry());
        let title = entry.map(|id| site.title(site.entry(id)));
        Self {
            permalink: site.config.absolute(address),
            title,
        }
    }
}

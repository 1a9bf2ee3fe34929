//! Pages: those of entries, and, by the same means, all others.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Span};
use crate::graph::{EntryId, Listing, Site};
use crate::locale::{Text, text};
use crate::markdown::Body;
use crate::media_type::MediaType;
use crate::pages::artifact::Artifact;
use crate::pages::claims::{Claimant, Claims};
use crate::pages::output_file::OutputFile;
use crate::pages::page;
use crate::pages::plan::{Page, Pager, PlannedFile, Role, Subject};
use crate::pages::render_cache::Ingredients;
use crate::pages::rendering::Rendering;
use crate::schema::Address;

/// Claims the paths of the pages of all entries.
pub(super) fn claim(site: &Site, claims: &mut Claims) {
    for id in site.ids() {
        let entry = site.entry(id);
        let Some(address) = &entry.page else { continue };
        let source = &entry.document.path;
        let own = entry.document.template.as_ref();
        let Some(template) = own.or(site.collection(entry).template.as_ref()) else {
            let message = text!("template-unsaid", name = &*entry.name);
            let hint = text!("template-unsaid-hint");
            let problem = Diagnostic::error("E403", message).at(source).hint(hint);
            if !entry.document.is_stand_in() {
                claims.diagnostics.push(problem);
            }
            continue;
        };
        let listing = site.listing(id);
        let subject = match listing {
            Some(_) => Subject::Pager(Pager {
                host: id,
                number: 1,
            }),
            None => Subject::Entry(id),
        };
        let page = Page {
            address: address.clone(),
            template: template.value.clone(),
            subject,
            source: source.clone(),
            language: entry.document.language,
        };
        let name = if site.is_made(entry) {
            text!("claimant-made", name = &*entry.name)
        } else {
            Text::verbatim(source.to_string())
        };
        let claimant = Claimant::new(name, address_span(site, id));
        self::claim_page(page.clone(), Role::Page, claimant, claims);
        if let Some(listing) = listing {
            claim_others(listing, (id, name_of_file(site, id)), &page, claims);
        }
    }
}

/// Claims the paths of the pages over which a list is spread, but for the first.
fn claim_others(
    listing: &Listing,
    (host, name): (EntryId, &str),
    first: &Page,
    claims: &mut Claims,
) {
    for number in 2..=listing.pages() {
        let span = listing.pagination.span.clone();
        match listing.address(number) {
            Ok(address) => {
                let page = Page {
                    address,
                    subject: Subject::Pager(Pager { host, number }),
                    ..first.clone()
                };
                let claimant = Claimant::new(text!("claimant-page", number, path = name), span);
                claim_page(page, Role::Page, claimant, claims);
            }
            Err(problem) => claims.refuse(problem, span, text!("shorter-first-address-hint")),
        }
    }
}

/// Claims the path of a page. Whether it is to be had.
pub(super) fn claim_page(page: Page, role: Role, claimant: Claimant, claims: &mut Claims) -> bool {
    let path = page.address.output();
    let media_type = MediaType::by_name(&path).unwrap_or(MediaType::HTML);
    let page = Arc::new(page);
    let file = PlannedFile::page(role, media_type, &page);
    claims.claim(path, file, PageFile(page), claimant)
}

/// Where the address of an entry's page is written.
pub(super) fn address_span(site: &Site, id: EntryId) -> Span {
    let document = &site.entry(id).document;
    match (&document.url, &site.collection(site.entry(id)).address) {
        (Some(url), _) => url.span.clone(),
        // A period is named by days in many files.
        (None, Address::Pattern(pattern))
            if site.is_made(site.entry(id)) && document.slug_range.is_empty() =>
        {
            pattern.span.clone()
        }
        _ => Span::new(&document.path, document.slug_range.clone()),
    }
}

/// What an entry is called by: its file, or its name where it has none.
pub(super) fn name_of_file(site: &Site, id: EntryId) -> &str {
    let entry = site.entry(id);
    if site.is_made(entry) {
        &entry.name
    } else {
        entry.document.path.as_str()
    }
}

/// The file of a page.
#[derive(Debug)]
struct PageFile(Arc<Page>);

impl OutputFile for PageFile {
    fn template(&self) -> Option<&str> {
        Some(&self.0.template)
    }

    fn shows(&self, _: &Site) -> Vec<EntryId> {
        self.0.entry().into_iter().collect()
    }

    fn ingredients(&self, rendering: &Rendering<'_>) -> Option<Ingredients> {
        rendering.digest(&self.0).map(Ingredients::Digest)
    }

    fn still_holds(&self, made: &Artifact, rendering: &Rendering<'_>) -> bool {
        let still_leads = || {
            let page = made.page.as_ref();
            page.is_some_and(|page| page.still_leads(&rendering.links(&self.0)))
        };
        rendering.routes_hold || still_leads()
    }

    fn make(&self, rendering: &Rendering<'_>, bodies: Vec<Arc<Body>>) -> Artifact {
        let body = bodies.into_iter().next().unwrap_or_default();
        page::render(&self.0, body, rendering)
    }
}

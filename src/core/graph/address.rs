//! The address of each entry: a page of its own, an anchor on another entry's page, or none.

use std::collections::{BTreeSet, HashMap};

use rayon::prelude::*;

use super::entry_id::EntryId;
use super::order;
use super::pattern;
use super::site::Site;
use crate::config::{Offline, Pointer, PointerKind};
use crate::content::Value;
use crate::diagnostic::{Checked, Diagnostic, Span};
use crate::locale::{Text, text};
use crate::path::{SourcePath, UrlPath};
use crate::schema::{Address, Collection, Guesses, LanguageId};

/// Reports patterns by which entries share their addresses, with one another or with other pages, since nothing in them tells
/// one entry from another.
fn check_patterns(site: &Site, diagnostics: &mut Vec<Diagnostic>) {
    let mut owners: HashMap<&UrlPath, usize> = HashMap::new();
    let own = site.entries.iter();
    let own = own.filter(|entry| !entry.document.is_stand_in());
    for page in own.clone().filter_map(|entry| entry.page.as_ref()) {
        *owners.entry(page).or_default() += 1;
    }
    for id in site.config.schema.ids() {
        let collection = site.config.schema.collection(id);
        let Address::Pattern(pattern) = &collection.address else {
            continue;
        };
        if collection.tells_apart(&pattern.value) {
            continue;
        }
        let of_pattern = own.clone().filter(|entry| {
            let document = &entry.document;
            document.collection == id && document.url.is_none()
        });
        let pages = of_pattern.filter_map(|entry| entry.page.as_ref());
        let count = pages.filter(|page| owners[page] > 1).count();
        let written = &*pattern.value;
        let message = match (written.contains('{'), count) {
            (_, 0) | (false, 1) => continue,
            (false, _) => text!("addresses-same", count, pattern = written),
            (true, _) => text!("addresses-shared", count, pattern = written),
        };
        let right = format!("{}/{{slug}}/", written.trim_end_matches('/'));
        let hint = text!("write-instead", words = right);
        let problem = Diagnostic::error("E207", message).at(pattern.span.clone());
        diagnostics.push(problem.hint(hint));
    }
}

pub(super) fn assign(site: &mut Site, diagnostics: &mut Vec<Diagnostic>) {
    let ids: Vec<EntryId> = site.ids().collect();
    let pages = ids.into_par_iter().map(|id| page(site, id));
    let pages: Vec<_> = pages.collect();
    for (entry, page) in site.entries.iter_mut().zip(pages) {
        // What is wrong with an address is said of the file that says it.
        let page = if entry.document.is_stand_in() {
            page.value
        } else {
            page.collect(diagnostics)
        };
        entry.url = page.as_ref().map(|page| page.as_str().to_owned());
        entry.page = page;
    }
    check_patterns(site, diagnostics);
    // That an entry cannot have the address that it asks for has been said.
    let unaddressed = diagnostics.iter().filter(|one| one.code == "E207");
    let unaddressed = unaddressed.filter_map(|one| Some(one.span.as_ref()?.path.clone()));
    let unaddressed: BTreeSet<SourcePath> = unaddressed.collect();
    // Anchors need the pages they are on to have their addresses.
    for id in site.ids() {
        if let Some(host) = host(site, id) {
            let slug = &site.entry(id).document.slug;
            let url = site
                .entry(host)
                .page
                .as_ref()
                .map(|page| format!("{page}#{slug}"));
            let entry = &mut site.entries[id.0];
            entry.url = url;
            entry.shown_on = Some(host);
        }
    }
    let config = site.config.clone();
    let of_others = config.other_languages.iter().map(|other| &other.menus);
    let menus = std::iter::once(&config.menus).chain(of_others);
    let menus = menus.flat_map(|menus| menus.values().flatten());
    let menus = menus.filter(|item| item.is_entry).map(|item| &item.target);
    let menus = menus.filter(|named| !order::is_missing_of_theme(site, named));
    let redirects = config.redirects.iter().map(|redirect| &redirect.target);
    let kept = config.offline.iter().flat_map(Offline::named);
    let of_entries = |pointer: &&Pointer| pointer.kind == PointerKind::Entry;
    let redirects = redirects.filter(of_entries);
    let kept = kept.filter(of_entries);
    let mut guesses = Guesses::default();
    for (named, hint) in menus
        .map(|named| (named, text!("menu-to-unpublished-hint")))
        .chain(redirects.map(|pointer| (&pointer.text, text!("redirect-to-unpublished-hint"))))
        .chain(kept.map(|pointer| (&pointer.text, text!("kept-unpublished-hint"))))
    {
        if let Some(id) = order::entry_named(site, named, &mut guesses, diagnostics)
            && site.entry(id).url.is_none()
            && !unaddressed.contains(&site.entry(id).document.path)
        {
            let message = text!("entry-without-page", name = &named.value);
            let problem = Diagnostic::error("E201", message)
                .at(named.span.clone())
                .hint(hint.clone());
            diagnostics.push(problem);
        }
    }
}

fn page(site: &Site, id: EntryId) -> Checked<Option<UrlPath>> {
    let entry = site.entry(id);
    let document = &entry.document;
    let (address, span) = match (&document.url, &site.collection(entry).address) {
        (Some(own), _) => (own.value.clone(), own.span.clone()),
        (None, Address::Pattern(pattern)) => {
            let filled = match pattern::fill(site, entry, &pattern.value) {
                Ok(filled) => filled,
                // That a field which has to be there has no value has been said.
                Err(field) if is_required(site.collection(entry), field) => {
                    return Checked::new(None, Vec::new());
                }
                Err(field) => {
                    let message = text!("address-needs-field", field);
                    let problem = Diagnostic::error("E207", message)
                        .at(document.span())
                        .note(text!("address-needs-field-note", pattern = &*pattern.value))
                        .hint(text!("address-needs-field-hint", field));
                    return Checked::new(None, vec![problem]);
                }
            };
            let span = Span::new(&document.path, document.slug_range.clone());
            (filled, span)
        }
        (None, Address::Anchor(_) | Address::None) => return Checked::new(None, Vec::new()),
    };
    let prefix = site.config.in_language(document.language).prefix;
    // Hosts ask for that of the whole site at this one address.
    let is_for_all = document.language == LanguageId::OWN && address == UrlPath::NOT_FOUND;
    let address = match prefix {
        Some(prefix) if document.url.is_none() && !is_for_all => {
            format!("{prefix}{}", address.trim_start_matches('/'))
        }
        _ => address,
    };
    match UrlPath::new(&address) {
        Ok(page) => Checked::new(Some(page), Vec::new()),
        Err(problem) => {
            let hint = address_hint(&address);
            let problem = Diagnostic::error("E207", problem).at(span).hint(hint);
            Checked::new(None, vec![problem])
        }
    }
}

fn is_required(collection: &Collection, field: &str) -> bool {
    let position = collection.field(field);
    position.is_some_and(|position| !collection.fields[position].field_type.optional)
}

/// An address like the one that was written and is none.
fn address_hint(written: &str) -> Text {
    let path = written.trim_matches('/');
    let is_file = path
        .rsplit('/')
        .next()
        .is_some_and(|name| name.contains('.'));
    let end = if is_file { "" } else { "/" };
    let meant = format!("/{path}{end}");
    match UrlPath::new(&meant) {
        Ok(_) if !path.is_empty() && meant != written => text!("write-instead", words = meant),
        _ => text!("entry-address-hint"),
    }
}

fn host(site: &Site, id: EntryId) -> Option<EntryId> {
    let entry = site.entry(id);
    let collection = site.collection(entry);
    let Address::Anchor(field) = &collection.address else {
        return None;
    };
    let position = collection.field(&field.value)?;
    let Value::Reference(reference) = entry.document.fields.get(position)? else {
        return None;
    };
    site.resolve(reference, entry.document.language)
}

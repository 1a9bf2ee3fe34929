//! The pages of a site as its search index takes them: which are searched, in what group, under what other names.

use std::collections::{BTreeMap, HashMap};

use super::links::NOT_FOUND;
use super::plan::Item;
use super::render::Inputs;
use super::render_cache::{Artifact, RenderedItem};
use crate::arabic::Category;
use crate::config::{Config, LinkStyle, Search};
use crate::content::{Value, ValueView};
use crate::graph::{Entry, EntryId, Site};
use crate::output::Bytes;
use crate::path::OutputPath;
use crate::schema::Spanned;
use crate::search::{self, Page, Settings};

/// The group of an entry's page, if it is searched.
fn group(site: &Site, id: EntryId) -> Option<usize> {
    let search = site.config.search.as_ref()?;
    let entry = site.entry(id);
    let page = entry.page.as_ref()?;
    let is_found = entry.document.in_search && page.as_str() != NOT_FOUND;
    search
        .group_of(entry.document.collection)
        .filter(|_| is_found)
}

/// The files of the index of all pages.
pub(super) fn index(
    inputs: Inputs<'_>,
    work: &[(&OutputPath, RenderedItem)],
) -> Vec<(OutputPath, Bytes)> {
    let site = &**inputs.site;
    let Some(search) = &site.config.search else {
        return Vec::new();
    };
    let in_menus = names_in_menus(site);
    let pages = work.iter().filter_map(|(path, work)| {
        let Some(Item::Page(id, _)) = inputs.plan.files.get(*path) else {
            return None;
        };
        let Artifact::Page(page) = &work.made else {
            return None;
        };
        let group = group(site, *id)?;
        let found = Page {
            extract: page.extract.clone()?,
            address: address(&site.config, path),
            group,
            aliases: aliases(site, site.entry(*id), search),
            labels: in_menus.get(id).cloned().unwrap_or_default(),
        };
        Some((group, *id, found))
    });
    let mut pages: Vec<_> = pages.collect();
    pages.sort_by_key(|(group, id, _)| (*group, *id));
    let pages = pages.into_iter().map(|(_, _, page)| page);
    search::files(settings(&site.config, search), pages.collect())
}

/// Where a page is, as links name it.
fn address(config: &Config, path: &OutputPath) -> String {
    match config.links {
        LinkStyle::File => path.as_str().to_owned(),
        LinkStyle::Clean => path.url().as_str().trim_start_matches('/').to_owned(),
    }
}

/// What menus call the pages they lead to.
fn names_in_menus(site: &Site) -> HashMap<EntryId, Vec<String>> {
    let mut names: HashMap<EntryId, Vec<String>> = HashMap::new();
    let items = site.config.menus.values().flatten();
    for item in items.filter(|item| item.is_entry) {
        if let Some(id) = site.named(&item.target.value) {
            names.entry(id).or_default().push(item.label.clone());
        }
    }
    names
}

fn aliases(site: &Site, entry: &Entry, search: &Search) -> Vec<String> {
    let mut aliases = Vec::new();
    let fields = &site.collection(entry).fields;
    for (field, value) in fields.iter().zip(&entry.document.fields) {
        if search
            .aliases
            .iter()
            .any(|alias| *alias.value == *field.name)
        {
            texts(value, &mut aliases);
        }
    }
    aliases
}

fn texts(value: &Value, found: &mut Vec<String>) {
    match value.view() {
        ValueView::Text(text) => found.push(text.into_owned()),
        ValueView::List(items) => items.iter().for_each(|item| texts(item, found)),
        ValueView::Nothing
        | ValueView::Prose(_)
        | ValueView::Number(_)
        | ValueView::Truth(_)
        | ValueView::Entry(_)
        | ValueView::Citation(_)
        | ValueView::Record(..) => {}
    }
}

fn settings(config: &Config, search: &Search) -> Settings {
    let forms = |forms: &BTreeMap<Category, String>| {
        let forms = forms.iter();
        forms
            .map(|(category, form)| (category.name(), form.clone()))
            .collect()
    };
    let plural = |name: &Option<Spanned<String>>| {
        let forms_of = config.plurals.get(&name.as_ref()?.value);
        forms_of.map(forms)
    };
    let groups = search.groups.iter();
    Settings {
        language: config.language.tag().to_owned(),
        texts: search.texts.clone(),
        plural: plural(&search.plural),
        synonyms: search
            .synonyms
            .iter()
            .map(|(own, others)| (own.value.clone(), others.clone()))
            .collect(),
        groups: groups
            .map(|group| (group.label.clone(), plural(&group.plural)))
            .collect(),
    }
}

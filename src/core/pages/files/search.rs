//! The search: the scripts that ask the index, and the index of all pages, which ones are in it, in what group, under what
//! other names.

use std::collections::{BTreeMap, HashMap};

use super::fixed::FixedFile;
use super::search_scripts::{folder, scripts, searched};
use crate::arabic::Category;
use crate::config::{self, Config, LinkStyle, Search};
use crate::content::{Value, ValueView};
use crate::graph::{Entry, EntryId, Site};
use crate::locale::{Text, text};
use crate::media_type::MediaType;
use crate::output::{Bytes, Output};
use crate::pages::claims::{Claimant, Claims};
use crate::pages::output_file::DerivedFiles;
use crate::pages::plan::{PlannedFile, Role};
use crate::pages::render_cache::RenderedItem;
use crate::pages::rendering::Rendering;
use crate::path::OutputPath;
use crate::schema::{LanguageId, Spanned};
use crate::search::{self, Page, Settings};

/// Who asks for the files of the search.
fn owner() -> Text {
    text!("claimant-setting", table = "[search]")
}

/// Keeps the folder of the index, if there is one: how many files are in it, pages decide.
pub(super) fn reserve(site: &Site, claims: &mut Claims) {
    for language in searched(&site.config) {
        let folder = folder(&site.config, language);
        // Under the key by which paths are compared.
        claims.reserve(folder.to_lowercase(), owner(), text!("search-index"));
    }
}

/// Claims the paths of the scripts and of the first file of the index, if there is one.
pub(super) fn claim(site: &Site, claims: &mut Claims) {
    for language in searched(&site.config) {
        claim_in(site, language, claims);
    }
}

fn claim_in(site: &Site, language: LanguageId, claims: &mut Claims) {
    let folder = &folder(&site.config, language);
    let scripts = scripts(&site.config, language);
    let claimant = || Claimant::new(owner(), config::whole());
    let file = |role, path: &OutputPath| {
        let media_type = MediaType::of(path);
        PlannedFile::new(role, media_type, config::whole())
    };
    for (path, script) in search::scripts(folder, scripts) {
        let file = file(Role::Fingerprinted, &path);
        claims.claim(path, file, FixedFile(script), claimant());
    }
    let first = search::first(folder);
    let file = file(Role::Listing, &first);
    claims.claim_derived(&first, file, SearchIndex(language), claimant());
}

/// The files of the index of all pages in a language. Only the first is planned: how many more there are depends on the words of the
/// pages.
#[derive(Debug)]
struct SearchIndex(LanguageId);

impl DerivedFiles for SearchIndex {
    fn make(
        &self,
        rendering: &Rendering<'_>,
        work: &[(&OutputPath, RenderedItem)],
        _: &Output,
    ) -> Vec<(OutputPath, Bytes)> {
        let site = &**rendering.inputs.site;
        let language = self.0;
        let Some(search) = site.config.search_in(language) else {
            return Vec::new();
        };
        let in_menus = names_in_menus(site, language);
        let pages = work.iter().filter_map(|(path, work)| {
            let page = rendering.inputs.plan.page(path)?;
            let id = page.entry().filter(|_| page.language == language)?;
            let group = group(site, id)?;
            let found = Page {
                extract: work.made.page.as_ref()?.extract.clone()?,
                address: address(&site.config, path),
                group,
                aliases: aliases(site, site.entry(id), search),
                labels: in_menus.get(&id).cloned().unwrap_or_default(),
            };
            Some((group, id, found))
        });
        let mut pages: Vec<_> = pages.collect();
        pages.sort_by_key(|(group, id, _)| (*group, *id));
        let pages = pages.into_iter().map(|(_, _, page)| page);
        let folder = folder(&site.config, language);
        let settings = settings(&site.config, language, search);
        search::files(&folder, settings, pages.collect())
    }
}

/// The group of an entry's page, if it is searched.
fn group(site: &Site, id: EntryId) -> Option<usize> {
    let search = site.config.search.as_ref()?;
    let entry = site.entry(id);
    let page = entry.page.as_ref()?;
    let is_found = entry.document.in_search && !site.config.is_not_found(page);
    search
        .group_of(entry.document.collection)
        .filter(|_| is_found)
}

/// Where a page is, as links name it.
fn address(config: &Config, path: &OutputPath) -> String {
    match config.links {
        LinkStyle::File => path.as_str().to_owned(),
        LinkStyle::Clean => path.url().as_str().trim_start_matches('/').to_owned(),
    }
}

/// What menus call the pages they lead to.
fn names_in_menus(site: &Site, language: LanguageId) -> HashMap<EntryId, Vec<String>> {
    let mut names: HashMap<EntryId, Vec<String>> = HashMap::new();
    let menus = site.config.in_language(language).menus;
    let items = menus.values().flatten();
    for item in items.filter(|item| item.is_entry) {
        if let Some(id) = site.named(&item.target.value) {
            let id = site.version(id, language);
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
        | ValueView::Picture(_)
        | ValueView::Record(..) => {}
    }
}

fn settings(config: &Config, language: LanguageId, search: &Search) -> Settings {
    let here = config.in_language(language);
    let others = searched(config).filter(|other| *other != language);
    let others = others.map(|other| {
        let there = config.in_language(other);
        (
            folder(config, other),
            there.name.to_owned(),
            there.language.direction().name(),
        )
    });
    let forms = |forms: &BTreeMap<Category, String>| {
        let forms = forms.iter();
        forms
            .map(|(category, form)| (category.name(), form.clone()))
            .collect()
    };
    let plural = |name: &Option<Spanned<String>>| {
        let forms_of = here.plurals.get(&name.as_ref()?.value);
        forms_of.map(forms)
    };
    let groups = search.groups.iter();
    Settings {
        language: here.language.tag().to_owned(),
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
        others: others.collect(),
    }
}

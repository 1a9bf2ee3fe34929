//! Every name in every template, held against what the template can see: a condition on a field that there is not is
//! never true, and nothing else would say so. Where a value's shape cannot be known, nothing is said.

mod expression;
mod loaded;
mod missing;
mod path;
mod phrases;
mod scope;
mod set;
mod shown;
#[cfg(test)]
mod tests;
mod verdict;
pub(super) mod vocabulary;
mod walk;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::Templates;
use crate::config::Config;
use crate::diagnostic::{Checked, Diagnostic, Span};
use crate::graph::Site;
use crate::pages::context::{Asked, PageBody, Shape, Shapes};
use crate::pages::data::Data;
use crate::pages::plan::REDIRECT_TEMPLATE;
use crate::schema::{Address, CollectionId};
use crate::source::Source;
use set::TemplateSet;
use verdict::{CODE, Findings};
pub(in crate::pages::templates) use vocabulary::{Called, first_argument_of, nearest_of};
use walk::Walk;

/// Which template is rendered for what. It is all that the check reads of a site but for site.toml.
pub(crate) type Uses = BTreeSet<(String, Use)>;

/// What a template may be rendered for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Use {
    /// A page of an entry of this collection.
    Page(CollectionId),
    /// A page of such an entry that shows a part of a list, which has entries of the other collections.
    Pager(CollectionId, Vec<CollectionId>),
    /// The card of such a page.
    Card(CollectionId),
    /// The page of a redirect.
    Redirect,
}

/// The templates that a site uses.
pub(crate) fn uses(site: &Site) -> Uses {
    let mut uses = BTreeSet::from([(REDIRECT_TEMPLATE, Use::Redirect)]);
    let card = site.config.cards.as_ref().map(|card| &card.template);
    // A collection may have no entries yet, or drafts alone: what it declares is known all the same.
    for id in site.config.schema.ids() {
        let has_pages = matches!(
            site.config.schema.collection(id).address,
            Address::Pattern(_)
        );
        let card = card.filter(|_| has_pages);
        uses.extend(card.map(|name| (&*name.value, Use::Card(id))));
    }
    for id in site.ids().filter(|id| site.entry(*id).page.is_some()) {
        let entry = site.entry(id);
        let collection = entry.document.collection;
        let own = entry.document.template.as_ref();
        let template = own.or(site.collection(entry).template.as_ref());
        let used_for = match site.listings.get(&id) {
            Some(listing) => Use::Pager(collection, listing.collections.clone()),
            None => Use::Page(collection),
        };
        uses.extend(template.map(|name| (&*name.value, used_for)));
        uses.extend(card.map(|name| (&*name.value, Use::Card(collection))));
    }
    let uses = uses.into_iter();
    uses.map(|(name, used_for)| (name.to_owned(), used_for))
        .collect()
}

/// What is known of the names in templates.
#[derive(Debug, Clone, Default)]
pub struct Names {
    /// The names where the engine may stumble over what others lead to.
    hanging: Arc<[Span]>,
    /// What each template asks of bodies, together with all that it is made of.
    pub(in crate::pages) asked: Arc<BTreeMap<String, Asked>>,
    /// The templates that show the body of the page that they are rendered for.
    show_body: Arc<BTreeSet<String>>,
    /// The components that print nothing of their body.
    without_body: Arc<BTreeSet<String>>,
}

impl Names {
    /// What a template asks of bodies.
    pub(in crate::pages) fn asked_by(&self, template: &str) -> &Asked {
        self.asked.get(template).unwrap_or(Asked::NOTHING)
    }

    /// Whether a template shows the body of the page that it is rendered for.
    pub(in crate::pages) fn shows_body(&self, template: &str) -> bool {
        self.show_body.contains(template)
    }

    /// Whether a component prints nothing of its body, whatever that is.
    pub(in crate::pages) fn loses_body(&self, component: &str) -> bool {
        self.without_body.contains(component)
    }
}

/// Reports every name that leads to nothing on all ways that lead to it.
pub(crate) fn check(templates: &Templates, config: &Config, uses: &Uses) -> Checked<Names> {
    let sources: Vec<&Source> = templates.sources.values().collect();
    let set = TemplateSet::read(&templates.sources);
    let findings = find((&set, &templates.data), config, uses);
    let names: Vec<&str> = templates.sources.keys().map(String::as_str).collect();
    let of_file = |name: &String| {
        let file = names.iter().position(|one| one == name)?;
        findings.bodies.get(&file)
    };
    let asked = templates.made_of.iter().map(|(name, parts)| {
        let mut asked = Asked::default();
        for part in parts.iter().filter_map(of_file) {
            asked.add(part);
        }
        (name.clone(), asked)
    });
    let known = Names {
        hanging: findings.hanging(&sources),
        asked: Arc::new(asked.collect()),
        show_body: Arc::new(set.names_of(&findings.show_body)),
        without_body: Arc::new(set.components_except(&findings.uses_of_body)),
    };
    let mut problems = findings.diagnostics(&sources);
    // On the ways that lead through templates which cannot be read, a name may lead to something.
    problems.retain(|one| !templates.left_out_reach(one));
    if templates.left_out.is_empty() {
        problems.extend(phrases::unasked(&findings, config));
    }
    Checked::new(known, problems)
}

/// Where names have been reported, leaves out what the engine said of a page for that reason: in the same tag, or at
/// one of the names that hang on others.
pub(crate) fn say_once(templates: &Templates, names: &Names, diagnostics: &mut Vec<Diagnostic>) {
    let wrong = diagnostics.iter().filter(|one| one.code == CODE);
    let mut wrong: Vec<Span> = wrong.filter_map(|one| one.span.clone()).collect();
    if !wrong.is_empty() {
        wrong.extend_from_slice(&names.hanging);
    }
    let is_in_one_tag = |one: &Span, other: &Span| {
        let source = templates
            .sources
            .values()
            .find(|source| *source.path() == one.path);
        let between = one.range.end.min(other.range.end)..one.range.start.max(other.range.start);
        let between = source.and_then(|source| source.text().get(between));
        one.path == other.path
            && between.is_none_or(|text| !text.contains("}}") && !text.contains("%}"))
    };
    diagnostics.retain(|one| {
        let span = one.span.as_ref().filter(|_| one.code == "E402");
        span.is_none_or(|span| !wrong.iter().any(|wrong| is_in_one_tag(span, wrong)))
    });
}

fn find<'a>((set, data): (&TemplateSet<'a>, &Data), config: &'a Config, uses: &Uses) -> Findings {
    let shapes = Shapes(config);
    let mut walk = Walk::new(set, shapes, data);
    for (name, used_for) in uses {
        let page = match used_for {
            Use::Page(id) | Use::Pager(id, _) => Shape::Page(*id, PageBody::Included),
            Use::Card(id) => Shape::Page(*id, PageBody::Omitted),
            Use::Redirect => Shapes::redirect(),
        };
        let paginator = match used_for {
            Use::Pager(_, listed) => Shapes::paginator(listed),
            Use::Page(_) | Use::Card(_) | Use::Redirect => Shape::nothing(),
        };
        if let Some(file) = set.named(name) {
            walk.template(file, page, paginator);
        }
    }
    let reached: BTreeSet<usize> = uses
        .iter()
        .filter_map(|(name, _)| set.named(name))
        .flat_map(|file| set.with_includes(&set.lineage(file)))
        .collect();
    walk.is_reached = false;
    for file in (0..set.files.len()).filter(|file| !reached.contains(file)) {
        walk.template(file, Shape::Unknown, Shape::Unknown);
    }
    for (file, one) in set.files.iter().enumerate() {
        for position in 0..one.tree.components.len() {
            if !walk.is_followed(file, position) {
                walk.uncalled(file, position);
            }
        }
    }
    walk.findings
}

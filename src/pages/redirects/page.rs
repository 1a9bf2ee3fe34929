//! What the page of a redirect shows: the page that it leads to, for whoever is not taken there at once.

use tera::Value as TeraValue;

use crate::digest::StableHasher;
use crate::graph::Site;
use crate::pages::plan::{Item, Plan, Redirect};

/// The template of these pages.
pub(in crate::pages) const TEMPLATE: &str = "redirect.html";

/// `page`, as the template sees it.
pub(in crate::pages) fn page(site: &Site, plan: &Plan, redirect: &Redirect) -> TeraValue {
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

/// Writes down what [`page`] is made of.
pub(in crate::pages) fn trace(
    site: &Site,
    plan: &Plan,
    redirect: &Redirect,
    trace: &mut StableHasher,
) {
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
        let title = match plan.at(path) {
            Some((_, Item::Page(id, _))) => Some(site.title(site.entry(*id))),
            _ => None,
        };
        Self {
            permalink: site.config.absolute(address),
            title,
        }
    }
}

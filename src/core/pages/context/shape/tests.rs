//! What is described as values is described as shapes, field by field.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use tera::Value as TeraValue;

use super::*;
use crate::assets::Assets;
use crate::graph::Site;
use crate::markdown::Body;
use crate::pages::context::bodies::{Asked, Texts};
use crate::pages::context::values::Values;
use crate::pages::files::plan;
use crate::pages::plan::{Page, Pager, Plan, REDIRECT_TEMPLATE, Redirect, Subject};
use crate::pages::tests::{Fixture, SITES};
use crate::path::{SourcePath, UrlPath};
use crate::raster::Album;
use crate::schema::LanguageId;

/// Holds a value against its shape: a map has the fields that the shape says, no fewer and no more.
fn hold(shapes: Shapes<'_>, value: &TeraValue, shape: &Shape, at: &str) {
    if value.is_none() {
        return;
    }
    if let Some(items) = value.as_array() {
        let Shape::List(item) = shape else {
            panic!("{at} is a list, and its shape {shape:?}");
        };
        for item_value in items {
            hold(shapes, item_value, item, &format!("{at}[]"));
        }
    } else if let Some(map) = value.as_map() {
        let collection = value
            .get_from_path("collection")
            .and_then(TeraValue::as_str);
        let is_meant = |one: &&Shape| match one {
            Shape::Entry(id, _) => Some(&*shapes.0.schema.collection(*id).name) == collection,
            _ => true,
        };
        let shape = shape.each().into_iter().find(is_meant);
        let fields = shape.and_then(|shape| shapes.fields(shape)).unwrap();
        let names = map.keys().map(|key| key.as_value().to_string());
        let declared = fields.keys().map(ToString::to_string);
        assert_eq!(
            names.collect::<BTreeSet<_>>(),
            declared.collect::<BTreeSet<_>>(),
            "{at}"
        );
        for (key, value) in map {
            let name = key.as_value().to_string();
            hold(shapes, value, &fields[&*name], &format!("{at}.{name}"));
        }
    } else {
        assert!(matches!(shape, Shape::Plain | Shape::Prose), "{at}");
    }
}

/// The values of a site for templates that ask everything.
fn values_with_bodies(site: &Arc<Site>, bodies: &[Arc<Body>]) -> Values {
    let mut asked = Asked::default();
    for id in site.config.schema.ids() {
        for field in BodyField::ALL {
            asked.note(id, field);
        }
    }
    let texts = Texts::new(site, &asked, bodies, None);
    Values::new(site.clone(), asked, Arc::new(texts))
}

#[test]
fn values_have_the_fields_that_their_shapes_say() {
    let good = include_str!("../../../../../tests/cases/good/site.toml");
    let tags = "[tags.topics]\ntemplate = \"page.html\"\npaginate = 1\n";
    let paginated = good.replace("expect = 4", "expect = 4\npaginate = 3");
    let paginated = paginated.replace(
        "[collections.books.fields]",
        "[collections.books.fields]\ntags = \"list(tag)?\"",
    ) + tags;
    let book = include_str!("../../../../../tests/cases/good/content/books/aghani.md");
    let book = book.replace("title = ", "tags = [\"أدب\"]\ntitle = ");
    let mut lists = 0;
    let sites = SITES.map(|folder| (folder, None));
    for (folder, config) in sites
        .into_iter()
        .chain([(SITES[2], Some(paginated.as_str()))])
    {
        let config = config.map(|text| [("site.toml", text), ("content/books/aghani.md", &book)]);
        let files: Vec<_> = config.into_iter().flatten().collect();
        let Fixture {
            site,
            snapshot,
            bodies,
            ..
        } = &Fixture::with(folder, &files);
        lists += site.listings.len();
        let shapes = Shapes(&site.config);
        let values = values_with_bodies(site, bodies);
        values.prepare(site.config.schema.ids());
        for (name, shape) in shapes.globals() {
            let list = site.config.schema.collection_named(name);
            let value = list.and_then(|id| values.list(id, LanguageId::OWN));
            let site_value = values.site_value(LanguageId::OWN);
            hold(shapes, value.unwrap_or(site_value), &shape, name);
        }
        let planned = plan(site, &Assets::default(), &Album::default(), snapshot)
            .value
            .plan;
        let redirect = Redirect {
            from: UrlPath::new("/old/").unwrap(),
            to: "/".to_owned(),
        };
        let plan = Plan {
            pictures: BTreeMap::new(),
            files: planned.files.clone(),
            redirects: vec![redirect],
            ..Plan::default()
        };
        let page = |template: &str, subject| Page {
            address: UrlPath::new("/old/").unwrap(),
            template: template.to_owned(),
            subject,
            source: SourcePath::new("content/old.md"),
            language: LanguageId::OWN,
        };
        // The lists hold every entry; pages have a few fields more.
        let firsts = site
            .config
            .schema
            .ids()
            .filter_map(|id| site.of(id).first());
        for id in firsts.copied() {
            let entry = site.entry(id);
            let collection = entry.document.collection;
            let body = bodies.get(entry.position).cloned().unwrap_or_default();
            let body = &*body;
            let page = page("page.html", Subject::Entry(id));
            for (body, of_body) in [(Some(body), PageBody::Included), (None, PageBody::Omitted)] {
                let value = values.page(&plan, &page, body);
                hold(shapes, &value, &Shape::Page(collection, of_body), "page");
            }
        }
        for (host, listing) in &site.listings {
            let pager = Pager {
                host: *host,
                number: 1,
            };
            let page = page("page.html", Subject::Pager(pager));
            let collection = site.entry(*host).document.collection;
            let body = bodies.get(site.entry(*host).position).cloned();
            let body = &body.unwrap_or_default();
            let of_page = Shape::Page(collection, PageBody::Included);
            let value = values.page(&plan, &page, Some(body));
            hold(shapes, &value, &of_page, "page");
            let value = values.paginator(&page);
            assert!(!value.is_none());
            let shape = Shapes::paginator(&listing.collections);
            hold(shapes, &value, &shape, "paginator");
        }
        let page = page(REDIRECT_TEMPLATE, Subject::Redirect(0));
        let value = values.page(&plan, &page, None);
        hold(shapes, &value, &Shapes::redirect(), "page");
    }
    assert!(lists > 0);
}

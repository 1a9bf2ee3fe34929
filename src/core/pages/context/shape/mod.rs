//! What templates may count on before there are values: the shape of everything that `describe` describes, as the
//! schema declares it. A test holds the two against each other.

mod declared;
#[cfg(test)]
mod tests;
mod value_shape;

use std::collections::BTreeSet;

use declared::{STUB, of_kind, of_value, reference, tagged};
use value_shape::Fields;
pub(in crate::pages) use value_shape::{Depth, PageBody, Shape};

use super::bodies::BodyField;
use crate::config::Config;
use crate::schema::CollectionId;

impl Shape {
    /// Of a value that is there already.
    pub(in crate::pages) fn of_value(value: &tera::Value) -> Self {
        of_value(value)
    }
}

/// The shapes of one site.
#[derive(Clone, Copy)]
pub(in crate::pages) struct Shapes<'a>(pub(in crate::pages) &'a Config);

impl<'a> Shapes<'a> {
    /// The names at top level but for `page`.
    pub(in crate::pages) fn globals(self) -> impl Iterator<Item = (&'a str, Shape)> {
        let schema = &self.0.schema;
        let list = |id| Shape::list(Shape::Entry(id, Depth::Listed));
        let lists = schema
            .ids()
            .map(move |id| (&*schema.collection(id).name, list(id)));
        lists.chain([("site", self.site())])
    }

    fn site(self) -> Shape {
        let script = || Shape::plain_map(["script"]);
        let item = || Shape::list(Shape::plain_map(["label", "url", "id", "language"]));
        let menus = self.0.menus.keys().map(|name| (name.as_str(), item()));
        let plain = [
            "title",
            "description",
            "base_url",
            "home",
            "language",
            "direction",
            "generator",
        ];
        let plain = plain.map(|name| (name, Shape::Plain));
        Shape::map(plain.into_iter().chain([
            ("search", script()),
            ("offline", script()),
            ("feeds", feeds()),
            ("menus", Shape::map(menus)),
            ("extra", of_value(&self.0.extra)),
        ]))
    }

    /// `paginator` where a list is spread over several pages that has entries of these collections.
    pub(in crate::pages) fn paginator(listed: &[CollectionId]) -> Shape {
        let entries = listed.iter().map(|id| Shape::Entry(*id, Depth::Listed));
        let plain = [
            "paginate_by",
            "base_url",
            "number_pagers",
            "first",
            "last",
            "previous",
            "next",
            "current_index",
            "total_pages",
        ];
        let plain = plain.map(|name| (name, Shape::Plain));
        let pager = Shape::plain_map(["index", "url"]);
        Shape::map(plain.into_iter().chain([
            ("pages", Shape::list(Shape::one_of(entries))),
            ("pagers", Shape::list(pager)),
        ]))
    }

    /// `page` in the template of redirects.
    pub(in crate::pages) fn redirect() -> Shape {
        let target = Shape::plain_map(["url", "permalink", "title"]);
        Shape::map([
            ("url", Shape::Plain),
            ("permalink", Shape::Plain),
            ("target", target),
        ])
    }

    /// The fields of a value; `None` where it may have any.
    pub(in crate::pages) fn fields(self, shape: &Shape) -> Option<Fields> {
        match shape {
            Shape::Unknown | Shape::Lost | Shape::Table(_) => None,
            Shape::Plain | Shape::Prose | Shape::List(_) => Some(Fields::new()),
            Shape::Map(fields) => Some(Fields::clone(fields)),
            Shape::Entry(id, depth) => Some(self.entry(*id, *depth)),
            Shape::Page(id, body) => Some(self.page(*id, *body)),
            Shape::OneOf(shapes) if shapes.is_empty() => None,
            Shape::OneOf(shapes) => {
                let mut fields = Fields::new();
                let all: Option<Vec<Fields>> = shapes.iter().map(|one| self.fields(one)).collect();
                for (name, shape) in all?.into_iter().flatten() {
                    let other = fields.remove(&name).into_iter();
                    fields.insert(name, Shape::one_of(other.chain([shape])));
                }
                Some(fields)
            }
        }
    }

    /// Whether a field that a value lacks would be there if the value told more of its entry.
    pub(in crate::pages) fn is_too_deep(self, shape: &Shape, name: &str) -> bool {
        shape.each().into_iter().any(|shape| match shape {
            Shape::Entry(id, _) => self.entry(*id, Depth::Listed).contains_key(name),
            _ => false,
        })
    }

    fn entry(self, id: CollectionId, depth: Depth) -> Fields {
        let schema = &self.0.schema;
        let collection = schema.collection(id);
        let mut fields: Fields = STUB.map(|name| (name.into(), Shape::Plain)).into();
        if depth == Depth::Stub {
            return fields;
        }
        let plain = ["draft", "publish", "expires", "updated"].into_iter();
        let plain = plain.chain(BodyField::ALL.map(BodyField::name));
        fields.extend(plain.map(|name| (name.into(), Shape::Plain)));
        for field in &collection.fields {
            let mut shape = of_kind(schema, &field.field_type.kind, depth.below());
            let role = collection.source.as_ref();
            if role.is_some_and(|role| *role.paragraphs.value == *field.name) {
                shape = self.paragraphs(&shape, depth.below());
            }
            fields.insert(field.name.clone(), shape);
        }
        if collection.lists_others() {
            fields.insert("count".into(), Shape::Plain);
        }
        if depth != Depth::Fields {
            for backref in &collection.backrefs {
                if collection.is_tagged(backref) {
                    if depth == Depth::Listed {
                        let tagged = tagged(schema, backref, depth.below());
                        fields.insert(backref.name.clone(), Shape::list(tagged));
                    }
                    continue;
                }
                let shape = Shape::list(reference(schema, backref, depth.below()));
                fields.insert(backref.name.clone(), shape);
            }
        }
        fields
    }

    /// A source's paragraphs, with what is added to their fields.
    fn paragraphs(self, declared: &Shape, below: Depth) -> Shape {
        let mut fields = self.fields(&declared.item()).unwrap_or_default();
        let any = self.0.schema.ids().map(|id| Shape::Entry(id, below));
        fields.insert("id".into(), Shape::Plain);
        fields.insert("url".into(), Shape::Plain);
        fields.insert("excerpts".into(), Shape::list(Shape::Plain));
        fields.insert("cited_by".into(), Shape::list(Shape::one_of(any)));
        Shape::list(Shape::Map(fields.into()))
    }

    fn page(self, id: CollectionId, body: PageBody) -> Fields {
        let schema = &self.0.schema;
        let mut fields = self.entry(id, Depth::Listed);
        if body == PageBody::Included {
            let heading = Shape::plain_map(["id", "title", "level"]);
            fields.insert("toc".into(), Shape::list(heading));
            fields.insert("footnotes".into(), Shape::Plain);
            for name in BodyField::READ.map(BodyField::name) {
                if schema.collection(id).field(name).is_none() {
                    fields.insert(name.into(), Shape::Prose);
                }
            }
        }
        fields.insert("template".into(), Shape::Plain);
        let version = |besides: &[&'static str]| {
            let names = STUB.iter().chain(besides);
            Shape::map(names.map(|name| (*name, Shape::Plain)))
        };
        let original = version(&["name"]);
        let version = version(&["name", "current"]);
        let alternate = Shape::plain_map(["hreflang", "permalink"]);
        for (name, item) in [("translations", version), ("alternates", alternate)] {
            fields.entry(name.into()).or_insert(Shape::list(item));
        }
        fields.entry("fallback".into()).or_insert(original);
        fields.insert("feeds".into(), feeds());
        let card = Shape::plain_map(["url", "permalink", "width", "height"]);
        fields.insert("card".into(), card);
        let neighbour = Shape::Entry(id, Depth::Fields);
        fields.insert("prev".into(), neighbour.clone());
        fields.insert("next".into(), neighbour);
        let parents = self.parents(id);
        let mut ancestors = parents.clone();
        let mut next: Vec<CollectionId> = ancestors.iter().copied().collect();
        while let Some(id) = next.pop() {
            next.extend(
                self.parents(id)
                    .into_iter()
                    .filter(|id| ancestors.insert(*id)),
            );
        }
        let any = |ids: BTreeSet<CollectionId>| {
            Shape::one_of(ids.into_iter().map(|id| Shape::Entry(id, Depth::Fields)))
        };
        fields.insert("parent".into(), any(parents));
        fields.insert("ancestors".into(), Shape::list(any(ancestors)));
        let is_nested = schema.collection(id).nested;
        let child = Some(id).filter(|_| is_nested);
        if schema.collection(id).related.is_some() {
            let related = Shape::Entry(id, Depth::Fields);
            fields.insert("related".into(), Shape::list(related));
        }
        fields.insert(
            "children".into(),
            Shape::list(any(child.into_iter().collect())),
        );
        fields
    }

    /// The collections that the parents of a collection's entries are of.
    fn parents(self, id: CollectionId) -> BTreeSet<CollectionId> {
        let collection = self.0.schema.collection(id);
        let index = collection.index.as_ref();
        let index = index.and_then(|index| index.value.split('/').next());
        let index = index.and_then(|name| self.0.schema.collection_named(name));
        index
            .into_iter()
            .chain(collection.nested.then_some(id))
            .collect()
    }
}

fn feeds() -> Shape {
    Shape::list(Shape::plain_map(["collection", "title", "type", "url"]))
}

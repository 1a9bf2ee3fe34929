//! What templates may count on before there are values: the shape of everything that `describe` describes, as the
//! schema declares it. A test holds the two against each other.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use tera::Value as TeraValue;

use super::bodies::BodyField;
use crate::config::Config;
use crate::schema::{Backref, CollectionId, Field, Kind, RecordId, Schema, Structure};

/// What is known of a value. Whether it may be null is not.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::pages) enum Shape {
    /// Nothing is known.
    Unknown,
    /// Nothing can be known, since a name on the way to it leads to nothing.
    Lost,
    /// A text, a number or a truth.
    Plain,
    List(Arc<Self>),
    /// A map that has these fields and no others.
    Map(Arc<BTreeMap<Arc<str>, Self>>),
    /// A map with any fields, all of this shape.
    Table(Arc<Self>),
    Entry(CollectionId, Depth),
    /// An entry as its own page has it, or its card, which has no body.
    Page(CollectionId, PageBody),
    /// One of these. Of none of them: nothing is there to be looked at.
    OneOf(BTreeSet<Self>),
}

/// How much an entry tells, from its name alone to its references' references.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::pages) enum Depth {
    Stub,
    Fields,
    Linked,
    Listed,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::pages) enum PageBody {
    Included,
    Omitted,
}

type Fields = BTreeMap<Arc<str>, Shape>;

impl Depth {
    /// Of what an entry of this depth refers to.
    fn below(self) -> Self {
        match self {
            Self::Stub | Self::Fields => Self::Stub,
            Self::Linked => Self::Fields,
            Self::Listed => Self::Linked,
        }
    }
}

impl Shape {
    /// Nothing: null, or an item of an empty list.
    pub(in crate::pages) fn nothing() -> Self {
        Self::OneOf(BTreeSet::new())
    }

    pub(in crate::pages) fn is_nothing(&self) -> bool {
        matches!(self, Self::OneOf(shapes) if shapes.is_empty())
    }

    pub(in crate::pages) fn list(item: Self) -> Self {
        Self::List(item.into())
    }

    /// A map of plain values.
    pub(in crate::pages) fn plain_map<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        let fields = names.into_iter().map(|name| (name, Self::Plain));
        Self::map(fields)
    }

    pub(in crate::pages) fn map<'a>(fields: impl IntoIterator<Item = (&'a str, Self)>) -> Self {
        let fields = fields.into_iter();
        Self::Map(Arc::new(
            fields.map(|(n, shape)| (n.into(), shape)).collect(),
        ))
    }

    /// Whichever of these it may be.
    pub(in crate::pages) fn one_of(shapes: impl IntoIterator<Item = Self>) -> Self {
        let mut all = BTreeSet::new();
        for shape in shapes {
            match shape {
                Self::Unknown | Self::Lost => return shape,
                Self::OneOf(more) => all.extend(more),
                one => {
                    all.insert(one);
                }
            }
        }
        match all.len() {
            1 => all.pop_first().unwrap_or(Self::Unknown),
            _ => Self::OneOf(all),
        }
    }

    /// Each shape that it may be.
    pub(in crate::pages) fn each(&self) -> Vec<&Self> {
        match self {
            Self::OneOf(shapes) => shapes.iter().collect(),
            one => vec![one],
        }
    }

    /// Whether it is a list, a map or an entry for sure, which nobody wants to read as they are.
    pub(in crate::pages) fn has_no_text(&self) -> bool {
        !self.is_nothing()
            && self.each().into_iter().all(|shape| match shape {
                Self::List(_)
                | Self::Map(_)
                | Self::Table(_)
                | Self::Entry(..)
                | Self::Page(..) => true,
                Self::Unknown | Self::Lost | Self::Plain | Self::OneOf(_) => false,
            })
    }

    /// Of the items of a list.
    pub(in crate::pages) fn item(&self) -> Self {
        Self::one_of(self.each().into_iter().map(|shape| match shape {
            Self::List(item) => (**item).clone(),
            other => other.inside(),
        }))
    }

    /// Of what is in a value, where its shape does not say.
    pub(in crate::pages) fn inside(&self) -> Self {
        match self {
            Self::Lost => Self::Lost,
            nothing if nothing.is_nothing() => Self::nothing(),
            _ => Self::Unknown,
        }
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
        let item = || Shape::list(Shape::plain_map(["label", "url", "id"]));
        let menus = self.0.menus.keys().map(|name| (name.as_str(), item()));
        let plain = [
            "title",
            "description",
            "base_url",
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
            Shape::Plain | Shape::List(_) => Some(Fields::new()),
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
        let stub = ["id", "collection", "slug", "title", "url", "permalink"];
        let mut fields: Fields = stub.map(|name| (name.into(), Shape::Plain)).into();
        if depth == Depth::Stub {
            return fields;
        }
        let plain = ["draft", "publish", "expires"].into_iter();
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
        }
        fields.insert("template".into(), Shape::Plain);
        fields.insert("feeds".into(), feeds());
        let card = Shape::plain_map(["url", "permalink", "width", "height"]);
        fields.insert("card".into(), card);
        let neighbour = Shape::Entry(id, Depth::Fields);
        fields.insert("prev".into(), neighbour.clone());
        fields.insert("next".into(), neighbour);
        let index = schema.collection(id).index.as_ref();
        let parent = index.and_then(|index| index.value.split('/').next());
        let parent = parent.and_then(|name| schema.collection_named(name));
        let parent = parent.map(|id| Shape::Entry(id, Depth::Fields));
        fields.insert("parent".into(), parent.unwrap_or_else(Shape::nothing));
        fields
    }
}

fn feeds() -> Shape {
    Shape::list(Shape::plain_map(["collection", "title", "type", "url"]))
}

/// A value whose references tell as much as `below`.
fn of_kind(schema: &Schema, kind: &Kind, below: Depth) -> Shape {
    match kind.structure() {
        Structure::Plain => Shape::Plain,
        Structure::Citation => Shape::map(
            ["p", "text", "url", "label", "long_label"]
                .map(|name| (name, Shape::Plain))
                .into_iter()
                .chain([("quote", Shape::list(Shape::Plain))]),
        ),
        Structure::Entry(ids) => Shape::one_of(ids.iter().map(|id| Shape::Entry(*id, below))),
        Structure::List(item) => Shape::list(of_kind(schema, item, below)),
        Structure::Record(id) => of_record(schema, id, below),
    }
}

fn of_record(schema: &Schema, id: RecordId, below: Depth) -> Shape {
    let fields = schema.record(id).fields.iter();
    let fields = fields.map(|field| (&*field.name, of_kind(schema, &field.field_type.kind, below)));
    Shape::map(fields)
}

/// An item of a back-reference: the entry at the beginning of a path, and the record that holds the reference.
fn reference(schema: &Schema, backref: &Backref, below: Depth) -> Shape {
    let mut entries = BTreeSet::new();
    let mut records = BTreeSet::new();
    for path in &backref.from {
        let mut steps = path.value.split('.').peekable();
        let start = steps.next().and_then(|name| schema.collection_named(name));
        let Some(start) = start else { continue };
        entries.insert(Shape::Entry(start, below));
        let mut fields: &[Field] = &schema.collection(start).fields;
        let mut record = None;
        while let Some(step) = steps.next() {
            let field = fields.iter().find(|field| *field.name == *step);
            match field.map(|field| field.field_type.kind.item().structure()) {
                Some(Structure::Record(id)) => {
                    fields = &schema.record(id).fields;
                    record = Some(id);
                }
                // A record holds the reference only where the path leads through no other entry.
                Some(Structure::Entry(_)) if steps.peek().is_none() => records.extend(record),
                _ => break,
            }
        }
    }
    let via = records.into_iter().map(|id| of_record(schema, id, below));
    Shape::map([
        ("entry", Shape::one_of(entries)),
        ("via", Shape::one_of(via)),
    ])
}

/// An entry that has a tag.
fn tagged(schema: &Schema, backref: &Backref, below: Depth) -> Shape {
    let names = backref
        .from
        .iter()
        .filter_map(|path| path.value.split('.').next());
    let ids = names.filter_map(|name| schema.collection_named(name));
    Shape::one_of(ids.map(|id| Shape::Entry(id, below)))
}

/// A value of site.toml, which is there already.
fn of_value(value: &TeraValue) -> Shape {
    if let Some(map) = value.as_map() {
        let fields = map.iter();
        let fields =
            fields.map(|(key, value)| (key.as_value().to_string().into(), of_value(value)));
        Shape::Map(Arc::new(fields.collect()))
    } else if let Some(items) = value.as_array() {
        Shape::list(Shape::one_of(items.iter().map(of_value)))
    } else {
        Shape::Plain
    }
}

//! The shape of what an expression gives, and what the names in it lead to.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::missing::{AN_ITEM, Kind, SITE};
use super::path::path;
use super::vocabulary::{self, Gives};
use super::walk::{Walk, loop_variables};
use crate::pages::context::Shape;
use crate::pages::data::LOAD;
use crate::pages::templates::syntax::{
    Argument, Call, ComponentCall, Comprehension, Expression, Name, Spreadable,
};

impl<'a, 'set> Walk<'a, 'set> {
    /// The shape of a value.
    pub(super) fn shape(&mut self, expression: &'set Expression<'a>) -> Shape {
        match expression {
            Expression::Plain(parts) => {
                let parts = parts.iter().map(|part| self.shape(part));
                Self::text_of(&Shape::one_of(parts.collect::<Vec<_>>()))
            }
            Expression::Quoted(_) => Shape::Plain,
            Expression::Null => Shape::nothing(),
            Expression::Unknown => {
                self.note_use_of_body();
                self.shows_body = true;
                Shape::Unknown
            }
            Expression::Variable(name) => self.variable(name),
            Expression::Field(of, name) => {
                let shape = self.shape(of);
                self.field(&shape, &path(of), name.0, name.1.clone())
            }
            Expression::Item(of, index) => self.item(of, index),
            Expression::Slice(of, bounds) => {
                for bound in bounds {
                    self.shape(bound);
                }
                self.shape(of)
            }
            Expression::Filter(of, call) => {
                let shape = self.shape(of);
                self.filter(shape, &path(of), call)
            }
            Expression::Test(of, call) => {
                if matches!(call.name.0, "defined" | "undefined") {
                    self.findings.asked.insert((self.file, path(of)));
                }
                self.shape(of);
                self.arguments(Some(vocabulary::test(call.name.0)), call);
                Shape::Plain
            }
            Expression::Either(ways, condition) => {
                if let Some(condition) = condition {
                    self.shape(condition);
                }
                let ways: Vec<Shape> = ways.iter().map(|way| self.shape(way)).collect();
                self.one_of(ways)
            }
            Expression::Comprehension(comprehension) => self.comprehension(comprehension),
            Expression::Component(call) => {
                self.component(call);
                Shape::Plain
            }
            Expression::Function(call) if call.name.0 == "text" => {
                self.phrase(call);
                Shape::Plain
            }
            Expression::Function(call) if call.name.0 == LOAD => self.loaded(call),
            Expression::Function(call) => {
                let known = vocabulary::function(call.name.0);
                self.arguments(known.as_ref().map(|(names, _)| *names), call);
                if call.name.0 == "super" {
                    self.overridden_block();
                }
                known.map_or(Shape::Unknown, |(_, shape)| shape)
            }
            Expression::List(items) => {
                let items = items.iter().map(|item| match item {
                    Spreadable::One(item) => self.shape(item),
                    Spreadable::All(list) => self.shape(list).item(),
                });
                Shape::list(Shape::one_of(items.collect::<Vec<_>>()))
            }
            Expression::Map(entries) => self.map(entries),
        }
    }

    /// What is given to a component. A path between quotation marks is told: it is a text, and not what it names.
    pub(super) fn given(
        &mut self,
        call: &ComponentCall<'a>,
        argument: &'set Argument<'a>,
    ) -> Shape {
        let shape = self.shape(&argument.value);
        let Expression::Quoted((text, range)) = &argument.value else {
            return shape;
        };
        let mut parts = text.split('.');
        let is_known = parts
            .next()
            .is_some_and(|first| self.scope.get(first).is_some());
        let is_name =
            |part: &str| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || c == '_');
        let parts: Vec<&str> = parts.collect();
        let takes_text = self
            .set
            .component(&call.name)
            .is_none_or(|(file, position)| {
                let component = &self.set.files[file].tree.components[position];
                let mut parameters = component.parameters.iter();
                parameters.any(|one| one.name == argument.name.0 && one.is_typed)
            });
        if !is_known || takes_text || parts.is_empty() || !parts.iter().all(|part| is_name(part)) {
            return shape;
        }
        // The marks around it are a part of what is wrong.
        let place = (self.file, range.start - 1, range.end + 1);
        self.findings.missing(place, text, Kind::Quoted, []);
        Shape::Lost
    }

    fn variable(&mut self, (name, range): &Name<'a>) -> Shape {
        let place = (self.file, range.start, range.end);
        if matches!(*name, "body" | "__tera_context") {
            self.note_use_of_body();
        }
        if let Some(shape) = self.scope.get(name).cloned() {
            self.findings.sound(place);
            if shape == Shape::Lost {
                self.findings.lost(place);
            }
            return shape;
        }
        if self.scope.set_somewhere.contains(name) || matches!(*name, "loop" | "__tera_context") {
            self.findings.unsure(place);
            return Shape::Unknown;
        }
        let known = self.scope.names().into_iter().map(Arc::from);
        let known: Vec<Arc<str>> = known.collect();
        let is_outside = self.scope.around.contains_key(name)
            || self.shapes.globals().any(|(global, _)| global == *name)
            || matches!(*name, "page" | "paginator");
        let kind = if self.scope.component.is_some() && is_outside {
            Kind::Outside
        } else {
            Kind::Variable
        };
        self.findings.missing(place, name, kind, known);
        Shape::Lost
    }

    /// A field of a value that is written as `of`.
    fn field(&mut self, shape: &Shape, of: &str, name: &str, range: Range<usize>) -> Shape {
        let place = (self.file, range.start, range.end);
        self.note_body(shape, name);
        if shape.is_nothing() {
            // A page on which this is null tells nothing of the name; others that use the template may.
            return Shape::nothing();
        }
        let Some(fields) = self.shapes.fields(shape) else {
            match shape {
                Shape::Lost => self.findings.lost(place),
                _ => self.findings.unsure(place),
            }
            return shape.inside();
        };
        if let Some(found) = fields.get(name) {
            self.findings.sound(place);
            return found.clone();
        }
        let kind = if self.shapes.is_too_deep(shape, name) {
            Kind::TooDeep(of.to_owned())
        } else if of == SITE && self.scope.get(name).is_some() {
            Kind::OfItsOwn
        } else {
            Kind::Field(of.to_owned())
        };
        self.findings.missing(place, name, kind, fields.into_keys());
        Shape::Lost
    }

    fn item(&mut self, of: &'set Expression<'a>, index: &'set Expression<'a>) -> Shape {
        let shape = self.shape(of);
        if let Expression::Quoted((name, range)) = index {
            return self.field(&shape, &path(of), name, range.clone());
        }
        self.shape(index);
        let item = |shape: &Shape| match shape {
            Shape::List(item) | Shape::Table(item) => (**item).clone(),
            Shape::Map(fields) => Shape::one_of(fields.values().cloned()),
            Shape::Plain | Shape::Prose => shape.clone(),
            other => other.inside(),
        };
        let made = Shape::one_of(shape.each().into_iter().map(item));
        self.made(&shape, made)
    }

    fn map(&mut self, entries: &'set [(Option<&'a str>, Spreadable<'a>)]) -> Shape {
        let mut fields = BTreeMap::new();
        let mut is_known = true;
        for (key, entry) in entries {
            match entry {
                Spreadable::One(value) => {
                    let shape = self.shape(value);
                    is_known &= key.is_some();
                    fields.extend(key.map(|key| (Arc::from(key), shape)));
                }
                Spreadable::All(map) => {
                    let shape = self.shape(map);
                    let more = self.shapes.fields(&shape);
                    is_known &= more.is_some();
                    fields.extend(more.into_iter().flatten());
                }
            }
        }
        if is_known {
            Shape::Map(fields.into())
        } else {
            Shape::Unknown
        }
    }

    fn comprehension(&mut self, comprehension: &'set Comprehension<'a>) -> Shape {
        let target = self.shape(&comprehension.target);
        let names = loop_variables(comprehension.key, comprehension.value, &target);
        self.scope.loops.push(names);
        if let Some(condition) = &comprehension.condition {
            self.shape(condition);
        }
        let item = self.shape(&comprehension.item);
        self.scope.loops.pop();
        Shape::list(item)
    }

    /// What a filter gives for a value that is written as `of`.
    pub(super) fn filter(&mut self, shape: Shape, of: &str, call: &'set Call<'a>) -> Shape {
        let name = call.name.0;
        let (known, gives) = vocabulary::filter(name).unzip();
        self.arguments(known, call);
        let paths = vocabulary::PATHS
            .iter()
            .filter(|(filter, _)| *filter == name);
        for (_, argument) in paths {
            if let Some(Expression::Quoted(path)) = call.argument(argument) {
                self.path_in_text(shape.item(), path);
            }
        }
        match gives.unwrap_or(Gives::Other) {
            Gives::Plain if vocabulary::COUNTS.contains(&name) => Shape::Plain,
            Gives::Plain => Self::text_of(&shape),
            Gives::Plains => Shape::list(Self::text_of(&shape)),
            Gives::Same => shape,
            Gives::Batches => Shape::list(shape),
            Gives::Item => shape.item(),
            Gives::Groups => Shape::Table(Shape::list(shape.item()).into()),
            Gives::Values => {
                let names = loop_variables(Some(""), "value", &shape);
                let value = names.get("value").cloned();
                Shape::list(value.unwrap_or(Shape::Unknown))
            }
            Gives::OrValue => match call.argument("value") {
                Some(value) => {
                    let value = self.shape(value);
                    self.one_of([shape, value])
                }
                None => shape,
            },
            Gives::Field => match call.argument("key") {
                Some(Expression::Quoted((key, range))) if call.argument("default").is_none() => {
                    self.field(&shape, of, key, range.clone())
                }
                _ => self.made(&shape, Shape::Unknown),
            },
            Gives::Other => self.made(&shape, Shape::Unknown),
        }
    }

    /// `entry.title` in a text, as filters take it.
    fn path_in_text(&mut self, mut shape: Shape, (text, range): &Name<'a>) {
        let mut start = range.start;
        let mut of = AN_ITEM;
        for name in text.split('.') {
            shape = self.field(&shape, of, name, start..start + name.len());
            start += name.len() + 1;
            of = name;
        }
    }

    /// Goes through what something is given. `known`: the arguments that it reads, if it is known.
    pub(super) fn arguments(&mut self, known: Option<&[&str]>, call: &'set Call<'a>) {
        for argument in &call.arguments {
            let shape = self.shape(&argument.value);
            self.shown(&shape);
            if let Some(known) = known {
                self.argument(call.name.0, known, &argument.name);
            }
        }
    }
}

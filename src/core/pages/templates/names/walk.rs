//! A template is gone through as the engine would, with shapes for values and on every way at once. What each name
//! led to is noted by its place.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;

use super::missing::Kind;
use super::path::written;
use super::scope::{Scope, Variables, names_set};
use super::set::TemplateSet;
use super::verdict::Findings;
use crate::pages::context::{Shape, Shapes};
use crate::pages::data::Data;
use crate::pages::templates::syntax::{ComponentCall, Name, Node};

/// The engine refuses to go deeper into components that call components.
const DEEPEST: usize = 20;

/// A loop is gone through again as long as it adds to what its variables may be. After so many rounds nothing is known
/// any more of those to which it still adds, so that it ends.
const ROUNDS: usize = 3;

pub(super) struct Walk<'a, 'set> {
    pub(super) set: &'set TemplateSet<'a>,
    pub(super) shapes: Shapes<'a>,
    /// What files of data say.
    pub(super) data: &'set Data,
    pub(super) scope: Scope<'a>,
    /// The template whose text is being read.
    pub(super) file: usize,
    /// The template that is rendered, its parent, and so on.
    lineage: Vec<usize>,
    /// The blocks around the place, and how far up the lineage each was found.
    blocks: Vec<(&'a str, usize)>,
    depth: usize,
    /// Calls of components that were followed, and whether they show the body of the page: the same shapes lead to the same.
    followed: BTreeMap<(usize, usize, Vec<Shape>), bool>,
    /// Whether the place is reached from a page.
    pub(super) is_reached: bool,
    /// Whether the template that is rendered shows the body of its page, as far as it was gone through.
    pub(super) shows_body: bool,
    pub(super) findings: Findings,
}

impl<'a, 'set> Walk<'a, 'set> {
    pub(super) fn new(set: &'set TemplateSet<'a>, shapes: Shapes<'a>, data: &'set Data) -> Self {
        Self {
            set,
            shapes,
            data,
            scope: Scope::default(),
            file: 0,
            lineage: Vec::new(),
            blocks: Vec::new(),
            depth: 0,
            followed: BTreeMap::new(),
            is_reached: true,
            shows_body: false,
            findings: Findings::default(),
        }
    }

    /// Follows a template that is rendered with this `page` and this `paginator`.
    pub(super) fn template(&mut self, file: usize, page: Shape, paginator: Shape) {
        self.lineage = self.set.lineage(file);
        let mut names = BTreeSet::new();
        for part in self.set.with_includes(&self.lineage) {
            names_set(&self.set.files[part].tree.nodes, &mut names);
        }
        let mut given: Variables<'a> = self.shapes.globals().collect();
        given.insert("page", page);
        given.insert("paginator", paginator);
        self.scope = Scope {
            given: Rc::new(given),
            set_somewhere: Rc::new(names),
            ..Scope::default()
        };
        if let Some(root) = self.lineage.last() {
            self.file = *root;
            self.nodes(&self.set.files[*root].tree.nodes);
        }
        if std::mem::take(&mut self.shows_body) && self.is_reached {
            self.findings.show_body.insert(file);
        }
    }

    /// Follows a component that nothing calls, of whose arguments nothing is known.
    pub(super) fn uncalled(&mut self, file: usize, position: usize) {
        let component = &self.set.files[file].tree.components[position];
        let names = component.parameters.iter().map(|one| one.name);
        let names = names.chain(component.rest).chain(["body"]);
        let given = names.map(|name| (name, Shape::Unknown)).collect();
        let around = self.set.implicit.iter();
        let around = around.map(|name| (*name, Shape::Unknown)).collect();
        self.inside((file, position), given, around);
    }

    /// Notes that the component around the place may print its body.
    pub(super) fn note_use_of_body(&mut self) {
        self.findings.uses_of_body.extend(self.scope.component);
    }

    pub(super) fn is_followed(&self, file: usize, position: usize) -> bool {
        let mut followed = self.followed.keys();
        followed.any(|(of, at, _)| (*of, *at) == (file, position))
    }

    fn nodes(&mut self, nodes: &'set [Node<'a>]) {
        for node in nodes {
            self.node(node);
        }
    }

    fn node(&mut self, node: &'set Node<'a>) {
        match node {
            Node::Print(expression) => {
                let shape = self.shape(expression);
                self.shown(&shape);
                if let Some((path, range)) = written(expression) {
                    let place = (self.file, range.start, range.end);
                    self.findings.printed(place, path, shape.has_no_text());
                }
            }
            Node::Set {
                name,
                value,
                is_global,
            } => {
                let shape = self.shape(value);
                self.set(name, shape, *is_global);
            }
            Node::Capture {
                name,
                filters,
                body,
                is_global,
            } => {
                self.nodes(body);
                let mut shape = Shape::Plain;
                for filter in filters {
                    shape = self.filter(shape, "", filter);
                }
                self.set(name, shape, *is_global);
            }
            Node::If {
                condition,
                then,
                otherwise,
            } => {
                self.shape(condition);
                self.nodes(then);
                self.nodes(otherwise);
            }
            Node::For {
                key,
                value,
                target,
                body,
                otherwise,
            } => {
                let place = written(target);
                let target = self.shape(target);
                if let (Some((path, range)), None) = (place, key) {
                    let place = (self.file, range.start, range.end);
                    self.findings.looped(place, path, target.is_entry());
                }
                if key.is_some() {
                    self.shown(&target);
                }
                for round in 0.. {
                    let before = self.scope.set.clone();
                    let names = loop_variables(*key, value, &target);
                    self.scope.loops.push(names);
                    self.nodes(body);
                    self.scope.loops.pop();
                    if self.scope.set == before {
                        break;
                    }
                    if round >= ROUNDS {
                        self.forget_what_differs(&before);
                    }
                }
                self.nodes(otherwise);
            }
            Node::Block(name, _) => self.block(name, 0),
            Node::Filtered(filters, body) => {
                self.nodes(body);
                for filter in filters {
                    self.filter(Shape::Plain, "", filter);
                }
            }
            Node::Include(name) => {
                if let Some(file) = self.set.named(name)
                    && self.depth < DEEPEST
                {
                    let (scope, from) = (self.scope.clone(), self.file);
                    self.depth += 1;
                    self.file = file;
                    self.nodes(&self.set.files[file].tree.nodes);
                    (self.scope, self.file) = (scope, from);
                    self.depth -= 1;
                }
            }
        }
    }

    /// The block of this name that stands the nearest to the rendered template, or that many further.
    fn block(&mut self, name: &'a str, above: usize) {
        let set = self.set;
        let found = self.lineage.iter().filter_map(|file| {
            let body = find_block(&set.files[*file].tree.nodes, name)?;
            Some((*file, body))
        });
        let Some((file, body)) = found.into_iter().nth(above) else {
            return;
        };
        let from = std::mem::replace(&mut self.file, file);
        self.blocks.push((name, above));
        self.nodes(body);
        self.blocks.pop();
        self.file = from;
    }

    /// `super()`: the block that the one around the place takes the place of.
    pub(super) fn overridden_block(&mut self) {
        if let Some((name, above)) = self.blocks.last().copied() {
            self.block(name, above + 1);
        }
    }

    pub(super) fn component(&mut self, call: &'set ComponentCall<'a>) {
        let given = call.arguments.iter();
        let mut given: Variables<'a> = given
            .map(|argument| (argument.name.0, self.given(call, argument)))
            .collect();
        let mut is_open = false;
        for spread in &call.spread {
            let shape = self.shape(spread);
            self.shown(&shape);
            is_open |= !matches!(shape, Shape::Map(_));
            if let Shape::Map(fields) = shape {
                let fields = fields.iter();
                // Names that come of a map live as long as the map; parameters have names of their own.
                let known = fields.filter_map(|(name, shape)| {
                    Some((self.set.parameter(&call.name, name)?, shape.clone()))
                });
                given.extend(known.collect::<Vec<_>>());
            }
        }
        if let Some(body) = &call.body {
            self.nodes(body);
        }
        let Some((file, position)) = self.set.component(&call.name) else {
            return;
        };
        let component = &self.set.files[file].tree.components[position];
        if component.rest.is_none() {
            let known = component.parameters.iter().map(|one| one.name);
            let known: Vec<&str> = known.collect();
            for argument in &call.arguments {
                self.argument(&call.name, &known, &argument.name);
            }
        }
        let around = self.set.implicit.iter();
        let around: Variables<'a> = around
            .filter_map(|name| {
                let scope = &self.scope;
                let found = scope.get(name).or_else(|| scope.around.get(name))?;
                Some((*name, found.clone()))
            })
            .collect();
        let mut arguments = Variables::from([("body", Shape::Plain)]);
        for parameter in &component.parameters {
            let name = parameter.name;
            let implicit = || around.get(name).filter(|_| parameter.is_implicit).cloned();
            let shape = match given.remove(name) {
                Some(shape) => shape,
                None if is_open => Shape::Unknown,
                None => {
                    let default = parameter.default.as_ref();
                    let default = default.map(|default| self.shape(default));
                    Shape::one_of(implicit().into_iter().chain(default))
                }
            };
            arguments.insert(name, shape);
        }
        arguments.extend(component.rest.map(|rest| (rest, Shape::Unknown)));
        if component.rest.is_some() {
            for shape in given.values() {
                self.shown(shape);
            }
        }
        let key: Vec<Shape> = arguments.values().chain(around.values()).cloned().collect();
        let key = (file, position, key);
        if let Some(shows_body) = self.followed.get(&key) {
            self.shows_body |= shows_body;
        } else if self.depth < DEEPEST {
            self.followed.insert(key.clone(), false);
            let before = std::mem::take(&mut self.shows_body);
            self.inside((file, position), arguments, around);
            self.followed.insert(key, self.shows_body);
            self.shows_body |= before;
        }
    }

    fn inside(
        &mut self,
        (file, position): (usize, usize),
        given: Variables<'a>,
        around: Variables<'a>,
    ) {
        let set = self.set;
        let component = &set.files[file].tree.components[position];
        let mut names = BTreeSet::new();
        names_set(&component.body, &mut names);
        let scope = Scope {
            given: Rc::new(given),
            around: Rc::new(around),
            set_somewhere: Rc::new(names),
            component: Some((file, position)),
            ..Scope::default()
        };
        let scope = std::mem::replace(&mut self.scope, scope);
        let blocks = std::mem::take(&mut self.blocks);
        let from = std::mem::replace(&mut self.file, file);
        self.depth += 1;
        self.nodes(&component.body);
        self.depth -= 1;
        (self.scope, self.blocks, self.file) = (scope, blocks, from);
    }

    /// An argument of something that reads these.
    pub(super) fn argument(&mut self, whose: &str, known: &[&str], name: &Name<'a>) {
        let place = (self.file, name.1.start, name.1.end);
        if known.contains(&name.0) {
            self.findings.sound(place);
        } else {
            let known = known.iter().map(|name| Arc::from(*name));
            let kind = Kind::Argument(whose.to_owned());
            self.findings.missing(place, name.0, kind, known);
        }
    }
}

/// The names that a loop over a value brings.
pub(super) fn loop_variables<'a>(
    key: Option<&'a str>,
    value: &'a str,
    target: &Shape,
) -> Variables<'a> {
    let of_item = |shape: &Shape| match (shape, key) {
        (Shape::List(item), None) => (**item).clone(),
        (Shape::Table(value), Some(_)) => (**value).clone(),
        (Shape::Map(fields), Some(_)) => Shape::one_of(fields.values().cloned()),
        (Shape::Plain | Shape::Prose, None) => (*shape).clone(),
        (other, _) => other.inside(),
    };
    let item = Shape::one_of(target.each().into_iter().map(of_item));
    let of_loop = ["index", "index0", "first", "last", "length"];
    let mut names = Variables::from([(value, item), ("loop", Shape::plain_map(of_loop))]);
    names.extend(key.map(|key| (key, Shape::Plain)));
    names
}

/// The block of this name, wherever it stands among these nodes.
fn find_block<'t, 'a>(nodes: &'t [Node<'a>], name: &str) -> Option<&'t [Node<'a>]> {
    nodes.iter().find_map(|node| match node {
        Node::Block(found, body) if *found == name => Some(&**body),
        _ => node.bodies().iter().find_map(|body| find_block(body, name)),
    })
}

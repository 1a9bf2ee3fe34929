//! The names that stand for something at one place of a template, and the shape of what they stand for.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use crate::pages::context::Shape;
use crate::pages::templates::syntax::Node;

pub(super) type Variables<'a> = BTreeMap<&'a str, Shape>;

/// The names at one place. A template that is included sees those of the template that includes it; a component sees
/// its arguments.
#[derive(Clone, Default)]
pub(super) struct Scope<'a> {
    /// Of each loop around the place, the innermost last.
    pub(super) loops: Vec<Variables<'a>>,
    /// Set outside of loops, or by `set_global`.
    pub(super) set: Variables<'a>,
    /// The context, or the arguments of a component.
    pub(super) given: Rc<Variables<'a>>,
    /// What the arguments of components find that they take from whoever calls.
    pub(super) around: Rc<Variables<'a>>,
    /// Names that are set somewhere, perhaps on a way that was not gone yet.
    pub(super) set_somewhere: Rc<BTreeSet<&'a str>>,
    /// The component around the place: its template, and its position there.
    pub(super) component: Option<(usize, usize)>,
}

impl<'a> Scope<'a> {
    pub(super) fn get(&self, name: &str) -> Option<&Shape> {
        let in_loops = self.loops.iter().rev().find_map(|names| names.get(name));
        in_loops
            .or_else(|| self.set.get(name))
            .or_else(|| self.given.get(name))
    }

    pub(super) fn set(&mut self, name: &'a str, shape: Shape, is_global: bool) {
        let names = match self.loops.last_mut() {
            Some(names) if !is_global => names,
            _ => &mut self.set,
        };
        names.insert(name, shape);
    }

    /// Everything that has a name here.
    pub(super) fn names(&self) -> BTreeSet<&'a str> {
        let in_loops = self.loops.iter().flat_map(|names| names.keys());
        let elsewhere = self.set.keys().chain(self.given.keys());
        in_loops.chain(elsewhere).copied().collect()
    }
}

/// Adds every name that some tag among these nodes sets.
pub(super) fn names_set<'a>(nodes: &[Node<'a>], found: &mut BTreeSet<&'a str>) {
    for node in nodes {
        if let Node::Set { name, .. } | Node::Capture { name, .. } = node {
            found.insert(name);
        }
        for body in node.bodies() {
            names_set(body, found);
        }
    }
}

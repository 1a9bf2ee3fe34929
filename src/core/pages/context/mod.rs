//! What templates see: entries as template values, three levels deep.
//!
//! References make the site a graph with cycles and a template value is a tree, so each level is built of
//! the one below: level 0 has an entry's fields with bare stubs for its references, level 1 has level 0
//! there, level 2 has level 1. Values share their insides, so a level costs little more than its own fields.
//! They are made when a page first needs them; digests of what they would be made of are made for all.

mod bodies;
mod describe;
mod digests;
mod page;
mod paginator;
mod reading;
mod shape;
mod value_sets;
mod values;
mod versions;

pub(super) use bodies::{Asked, BodyField};
pub(super) use shape::{PageBody, Shape, Shapes};
pub(super) use value_sets::ValueSets;
pub(super) use values::Values;

//! What a drawing may cost. The library that draws does what it is told, for as long as that takes and in as much memory,
//! so both what it is given (`markup`) and what it makes of that (`tree`) are measured before anything is drawn.

mod markup;
mod numbers;
mod tree;

pub(super) use markup::problem as of_markup;
pub(super) use tree::problem as of_tree;

/// The length of a drawing, in bytes.
const LENGTH: usize = 1 << 20;
/// How deep its elements may stand in each other, along references as well. Each level is a level of recursion.
const DEPTH: usize = 64;
/// How many elements it may have, with those that are drawn again where they are referred to. So many bytes of a path count
/// as one element more.
const ELEMENTS: u64 = 20_000;
const PATH_BYTES: usize = 64;
/// The largest number that may stand in it: far outside every drawing, and far inside what can be computed with.
const NUMBER: f64 = 1e6;
/// The number closest to zero, but for zero: products of some of them can still be told from it.
const SMALLEST: f64 = 1e-12;
/// The layers that are drawn by themselves before they are laid upon others (opacity, masks, clips, tiles of patterns), in
/// pictures of the drawing's size: at the same time, and in all.
const LAYERS_AT_ONCE: f64 = 64.0;
const LAYERS: f64 = 500.0;
/// How many dashes its strokes may be cut into.
const DASHES: f64 = 100_000.0;

#[cfg(test)]
mod tests;

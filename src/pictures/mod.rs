//! Drawings become pictures: the SVG that a template made of a page becomes a card, the site's own drawing becomes its icons.
//! Text is set here, from right to left where it runs so, and drawn as outlines. Pure functions of texts and bytes.

pub mod card;
mod drawing;
mod icons;
mod palette;
mod png;
mod problem;
mod raster;
mod text;
mod typesetter;

pub use icons::{Icon, Icons};
pub use problem::{Place, Problem};
pub use typesetter::Typesetter;

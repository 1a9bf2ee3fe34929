//! Drawings become pictures: the SVG that a template made of a page becomes a card, the site's own drawing becomes its icons.
//! Text is set here, from right to left where it runs so, and drawn as outlines. Pure functions of texts and bytes.
//!
//! A card is a template over what its page's template sees, except for the body. Its SVG is read
//! and its texts are set in every run (`drawing`, `text`), so that problems are found by `check` as
//! well; words are measured once, lines broken in reading order at the least width that needs no
//! more lines, each line cut into visual runs, and each run shaped. The PNG itself is lazy:
//! outlines take the place of texts, `resvg` draws, `png` packs.

pub mod card;
mod drawing;
mod icons;
mod limits;
mod palette;
mod png;
mod problem;
mod raster;
mod text;
mod typesetter;

pub use drawing::ill_formed;
pub use icons::{Icon, Icons};
pub use problem::{Place, Problem};
pub use typesetter::Typesetter;

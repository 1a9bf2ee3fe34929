//! Pictures of pixels become what readers load: the size of each is read from its first bytes, and its smaller copies in
//! WebP, and itself without what cameras write into it, are made when somebody first reads them.
//!
//! Reading (`head`) judges a file without its pixels: which format it really is, how large, whether all of it is there. Only
//! then, and only as many pixels as site.toml allows, is it decoded (`pixels`), scaled down (`scale`) and encoded (`encode`).
//! Nothing here knows pages.

mod colour;
mod encode;
mod exif;
mod facts;
mod gif;
mod head;
mod jpeg;
mod pixels;
mod png;
mod riff;
mod scale;
mod survey;
mod variants;

pub use colour::Colours;
pub use facts::{Facts, Format};
pub use survey::{Album, is_raster, look_at};
pub use variants::{Cut, Variant, cleaned, cuts, variants};

#[cfg(test)]
mod tests;

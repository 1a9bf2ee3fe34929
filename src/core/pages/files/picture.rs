//! Pictures of pixels: each is published without what is not for readers, and beside it its copies in WebP.

use super::fixed::FixedFile;
use crate::config;
use crate::digest::Digest;
use crate::media_type::MediaType;
use crate::pages::claims::{Claimant, Claims};
use crate::pages::plan::{PlannedFile, Raster, Role};
use crate::path::OutputPath;
use crate::raster::{self, Facts, Format};
use crate::source::Source;

/// Claims the path of a picture, which is published at `path`, and those of its copies.
pub(super) fn claim(
    path: &OutputPath,
    role: Role,
    source: &Source,
    facts: &Facts,
    settings: &config::Pictures,
    claims: &mut Claims,
) {
    let planned =
        |role, path: &OutputPath| PlannedFile::from(role, MediaType::of(path), source.path());
    let claimant = || Claimant::file(source.path(), source.path());
    let recipe = FixedFile(raster::cleaned(source, facts));
    if !claims.claim(path.clone(), planned(role, path), recipe, claimant()) {
        return;
    }
    let mut copies = Vec::new();
    for variant in raster::variants(source, facts, settings) {
        let Ok(copy) = OutputPath::new(&name(path, variant.width, variant.digest)) else {
            continue;
        };
        let file = planned(Role::Fingerprinted, &copy);
        if claims.claim(copy.clone(), file, FixedFile(variant.bytes), claimant()) {
            copies.push((variant.width, copy));
        }
    }
    let raster = Raster {
        width: facts.width,
        height: facts.height,
        copies,
        is_webp: facts.format == Format::WebP,
        sizes: settings.sizes.clone(),
        colour: facts.colour,
    };
    claims.plan.pictures.insert(path.clone(), raster);
}

/// `trip/sea.jpg` in 960 pixels → `trip/sea.960.3f9a2c1b.webp`. The same picture as `trip/sea.jpeg` has copies of its own.
pub(super) fn name(path: &OutputPath, width: u32, made_of: Digest) -> String {
    let path = path.as_str();
    let digest = Digest::of_value(&(made_of, path));
    let (stem, _) = path.rsplit_once('.').unwrap_or((path, ""));
    format!("{stem}.{width}.{digest:.8}.webp")
}

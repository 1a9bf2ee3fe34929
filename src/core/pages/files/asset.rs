//! Assets: the files of `templates/assets/`, and what was made of them and of the fonts.

use super::fixed::FixedFile;
use super::picture;
use crate::assets::{self, Assets};
use crate::diagnostic::Span;
use crate::graph::Site;
use crate::media_type::MediaType;
use crate::pages::claims::{Claimant, Claims};
use crate::pages::plan::{PlannedFile, Role};
use crate::path::SourcePath;
use crate::raster::Album;
use crate::source::{Snapshot, load};

/// Claims the paths of all assets.
pub(super) fn claim(
    site: &Site,
    assets: &Assets,
    album: &Album,
    snapshot: &Snapshot,
    claims: &mut Claims,
) {
    for (name, asset) in &assets.files {
        let role = if assets::is_fingerprinted(name) {
            Role::Fingerprinted
        } else {
            Role::Other
        };
        let source = SourcePath::new(&format!("{}/{name}", load::ASSETS));
        if let (Some(settings), Some(facts), Some(source)) = (
            &site.config.pictures,
            album.facts(&source),
            snapshot.get(&source),
        ) {
            picture::claim(&asset.path, role, source, facts, settings, claims);
            continue;
        }
        let media_type = MediaType::of(&asset.path);
        let file = match snapshot.get(&source) {
            Some(source) => PlannedFile::from(role, media_type, source.path()),
            None => PlannedFile::new(role, media_type, Span::from(&asset.source)),
        };
        let claimant = Claimant::file(&asset.source, &asset.source);
        let recipe = FixedFile(asset.bytes.clone());
        claims.claim(asset.path.clone(), file, recipe, claimant);
    }
}

//! What a plan is made of.

use crate::assets::Assets;
use crate::graph::Site;
use crate::memo::ByPointer;
use crate::pages;
use crate::path::SourcePath;
use crate::raster::Album;

/// What a plan is made of.
pub(super) struct PlanKey {
    pub(super) site: ByPointer<Site>,
    pub(super) assets: ByPointer<Assets>,
    pub(super) album: ByPointer<Album>,
    pub(super) attachments: Vec<SourcePath>,
}

impl PlanKey {
    /// Whether another plan may come of this than of the last.
    pub(super) fn differs(&self, last: &Self) -> bool {
        (&self.assets, &self.album, &self.attachments)
            != (&last.assets, &last.album, &last.attachments)
            || (self.site != last.site && !pages::is_planned_alike(&last.site.0, &self.site.0))
    }
}

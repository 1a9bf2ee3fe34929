//! The stage that looks at pictures.

use std::sync::Arc;

use super::Pipeline;
use crate::config::Config;
use crate::diagnostic::Checked;
use crate::raster::{self, Album};
use crate::source::{Snapshot, load};

impl Pipeline {
    /// Looks at the pictures, if site.toml has something made of them.
    pub(super) fn album(&mut self, snapshot: &Snapshot, config: &Config) -> Checked<Arc<Album>> {
        let settings = config.pictures.clone();
        let content = snapshot.below(load::CONTENT);
        let sources = content.chain(snapshot.below(load::ASSETS));
        let pictures = sources.filter(|source| settings.is_some() && raster::is_raster(source));
        let question = (pictures.cloned().collect(), settings);
        self.memo.album.get_or_compute_unless(
            question,
            |last, now, _| last != now,
            |(sources, settings)| match settings {
                Some(settings) => raster::survey(sources, settings).map(Arc::new),
                None => Checked::new(Arc::default(), Vec::new()),
            },
        )
    }
}

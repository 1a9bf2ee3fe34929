//! The stage that looks at pictures.

use std::sync::Arc;

use crate::config::{self, Config};
use crate::diagnostic::Checked;
use crate::memo::{Memo, MemoBySource};
use crate::raster::{self, Album, Colours, Facts};
use crate::source::{Snapshot, Source, load};

/// The pictures of the last run. Where one changed, the others are not looked at again.
#[derive(Default)]
pub(super) struct Pictures {
    album: Memo<Question, Arc<Album>>,
    /// What each was looked at by.
    settings: Option<config::Pictures>,
    looked_at: MemoBySource<Checked<Option<Facts>>>,
}

type Question = (Vec<Source>, Option<config::Pictures>);

impl Pictures {
    /// Looks at the pictures, if site.toml has something made of them.
    pub(super) fn album(
        &mut self,
        snapshot: &Snapshot,
        config: &Config,
        colours: &Colours,
    ) -> Checked<Arc<Album>> {
        let settings = config.pictures.clone();
        let content = snapshot.below(load::CONTENT);
        let sources = content.chain(snapshot.below(load::ASSETS));
        let pictures = sources.filter(|source| settings.is_some() && raster::is_raster(source));
        let question = (pictures.cloned().collect(), settings);
        let Pictures {
            album,
            settings: last,
            looked_at,
        } = self;
        album.get_or_compute_unless(
            question,
            |last, now, _| last != now,
            |(sources, settings)| {
                if last != settings {
                    last.clone_from(settings);
                    *looked_at = MemoBySource::default();
                }
                let Some(settings) = settings else {
                    return Checked::new(Arc::default(), Vec::new());
                };
                let answers = looked_at.get_or_compute(sources.iter().cloned(), |source| {
                    raster::look_at(source, settings, colours)
                });
                let mut diagnostics = Vec::new();
                let pictures = sources.iter().zip(answers).filter_map(|(source, answer)| {
                    let facts = answer.clone().collect(&mut diagnostics)?;
                    Some((source.path().clone(), facts))
                });
                let album: Album = pictures.collect();
                Checked::new(Arc::new(album), diagnostics)
            },
        )
    }
}

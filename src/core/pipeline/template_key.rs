//! What the templates of a site are made of.

use std::sync::Arc;

use crate::assets::Assets;
use crate::config::Config;
use crate::memo::ByPointer;
use crate::pages;
use crate::source::{Snapshot, Source, load};

/// As long as all of this is the same, so are the templates.
#[derive(Clone, PartialEq)]
pub(super) struct TemplateKey {
    /// Templates, and the files of data that they load.
    sources: Vec<Source>,
    /// What else there is in `data/`.
    there: Vec<String>,
    config: ByPointer<Config>,
    assets: ByPointer<Assets>,
}

impl TemplateKey {
    pub(super) fn new(snapshot: &Snapshot, config: &Arc<Config>, assets: &Arc<Assets>) -> Self {
        let sources = snapshot.below(load::TEMPLATES);
        let sources = sources.filter(|source| source.path().below(load::ASSETS).is_none());
        let mut sources: Vec<Source> = sources.cloned().collect();
        let (data, there) = pages::data_of(sources.iter(), snapshot);
        sources.extend(data.into_iter().cloned());
        Self {
            sources,
            there: there.into_iter().map(str::to_owned).collect(),
            config: ByPointer::new(config),
            assets: ByPointer::new(assets),
        }
    }
}

//! The kinds of output files, as far as the rest of the room knows them: a file says what it is made
//! of, and how. Each kind is a module of `files`.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use super::artifact::Artifact;
use super::render_cache::{Ingredients, RenderedItem};
use super::rendering::Rendering;
use crate::graph::{EntryId, Site};
use crate::markdown::Body;
use crate::output::{Bytes, Output};
use crate::path::OutputPath;

/// How one file of the output is made.
pub(super) trait OutputFile: fmt::Debug + Send + Sync {
    /// The template that makes it.
    fn template(&self) -> Option<&str> {
        None
    }

    /// The entries whose bodies it shows.
    fn shows(&self, _site: &Site) -> Vec<EntryId> {
        Vec::new()
    }

    /// What it is made of, besides those bodies. None for what costs nothing to make again.
    fn ingredients(&self, rendering: &Rendering<'_>) -> Option<Ingredients>;

    /// Whether what was made of the same ingredients in the last run is still right: where links
    /// lead, and where problems are, is not among the ingredients.
    fn still_holds(&self, _made: &Artifact, _rendering: &Rendering<'_>) -> bool {
        true
    }

    /// Makes it. `bodies` are those of the entries that it shows.
    fn make(&self, rendering: &Rendering<'_>, bodies: Vec<Arc<Body>>) -> Artifact;
}

/// Files that are made of what all others have become.
pub(super) trait DerivedFiles: fmt::Debug + Send + Sync {
    /// Makes them, of the files and of the output so far.
    fn make(
        &self,
        rendering: &Rendering<'_>,
        work: &[(&OutputPath, RenderedItem)],
        output: &Output,
    ) -> Vec<(OutputPath, Bytes)>;
}

/// How the files of a plan are made.
#[derive(Debug, Default)]
pub struct Recipes {
    pub(super) files: BTreeMap<OutputPath, Box<dyn OutputFile>>,
    /// In the order in which they are made.
    pub(super) derived: Vec<Box<dyn DerivedFiles>>,
}

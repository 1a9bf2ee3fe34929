//! Files whose bytes are known before anything is rendered.

use std::sync::Arc;

use crate::markdown::Body;
use crate::output::Bytes;
use crate::pages::artifact::Artifact;
use crate::pages::output_file::OutputFile;
use crate::pages::render_cache::Ingredients;
use crate::pages::rendering::Rendering;

/// A file with these bytes.
#[derive(Debug)]
pub(super) struct FixedFile(pub(super) Bytes);

impl OutputFile for FixedFile {
    fn ingredients(&self, _: &Rendering<'_>) -> Option<Ingredients> {
        None
    }

    fn make(&self, _: &Rendering<'_>, _: Vec<Arc<Body>>) -> Artifact {
        Artifact::of(self.0.clone())
    }
}

//! The site's icons.

use std::sync::Arc;

use crate::graph::Site;
use crate::locale::text;
use crate::markdown::Body;
use crate::media_type::MediaType;
use crate::pages::artifact::Artifact;
use crate::pages::claims::{Claimant, Claims};
use crate::pages::output_file::OutputFile;
use crate::pages::plan::{PlannedFile, Role};
use crate::pages::render_cache::Ingredients;
use crate::pages::rendering::Rendering;
use crate::path::OutputPath;
use crate::pictures::Icon;

/// Claims the paths of the icons, if site.toml asks for them.
pub(super) fn claim(site: &Site, claims: &mut Claims) {
    let Some(icons) = &site.config.icons else {
        return;
    };
    let span = &icons.source.span;
    for (path, icon) in Icon::ALL {
        let Ok(path) = OutputPath::new(path) else {
            continue;
        };
        let media_type = MediaType::of(&path);
        let file = PlannedFile::new(Role::Other, media_type, span.clone());
        let claimant = Claimant::new(text!("claimant-setting", table = "[icons]"), span.clone());
        claims.claim(path, file, IconFile(icon), claimant);
    }
}

#[derive(Debug)]
struct IconFile(Icon);

impl OutputFile for IconFile {
    fn ingredients(&self, _: &Rendering<'_>) -> Option<Ingredients> {
        None
    }

    fn make(&self, rendering: &Rendering<'_>, _: Vec<Arc<Body>>) -> Artifact {
        let icons = rendering.inputs.icons;
        let bytes = icons.map(|icons| icons.file(self.0, &rendering.inputs.site.config));
        Artifact::of(bytes.unwrap_or_default())
    }
}

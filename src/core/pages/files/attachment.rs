//! Attachments: files beside an entry's `index.md`, published beside its page.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::picture;
use crate::diagnostic::Diagnostic;
use crate::graph::Site;
use crate::locale::text;
use crate::markdown::Body;
use crate::media_type::MediaType;
use crate::output::Bytes;
use crate::pages::artifact::Artifact;
use crate::pages::claims::{Claimant, Claims};
use crate::pages::output_file::OutputFile;
use crate::pages::plan::{PlannedFile, Role};
use crate::pages::render_cache::Ingredients;
use crate::pages::rendering::Rendering;
use crate::path::{OutputPath, SourcePath};
use crate::raster::Album;
use crate::source::{Snapshot, Source, load};

/// What files of texts are called that somebody may take for entries.
const TEXTS: [&str; 4] = ["txt", "markdown", "mdown", "mkd"];

/// Claims the paths of all files of `content/` that are no entries.
pub(super) fn claim(site: &Site, album: &Album, snapshot: &Snapshot, claims: &mut Claims) {
    let files = snapshot.below(load::CONTENT);
    let (entries, others): (Vec<_>, Vec<_>) = files.partition(|source| is_entry(source));
    let indexes = entries.into_iter().map(Source::path);
    let indexes = indexes.filter(|path| path.stem() == "index" && path.has_extension("md"));
    let bundles = indexes.filter_map(|path| Some((path.as_str().rsplit_once('/')?.0, path)));
    let bundles: BTreeMap<&str, &SourcePath> = bundles.collect();
    for source in others {
        claim_one(site, (source, album), &bundles, claims);
    }
}

/// Whether a file of `content/` is an entry by its extension.
#[must_use]
pub(crate) fn is_entry(source: &Source) -> bool {
    let path = source.path();
    load::ENTRIES
        .iter()
        .any(|extension| path.has_extension(extension))
}

fn claim_one(
    site: &Site,
    (source, album): (&Source, &Album),
    bundles: &BTreeMap<&str, &SourcePath>,
    claims: &mut Claims,
) {
    let path = source.path();
    let bundle = path.as_str().match_indices('/').rev().find_map(|(at, _)| {
        let index = bundles.get(&path.as_str()[..at])?;
        Some((*index, &path.as_str()[at + 1..]))
    });
    let Some((index, name)) = bundle else {
        let is_text = TEXTS.iter().any(|end| path.has_extension(end));
        let is_of_collection = site.config.schema.collections.iter().any(|collection| {
            path.below(&format!("{}/{}", load::CONTENT, collection.folder))
                .is_some()
        });
        let hint = if is_text && is_of_collection {
            let stem = path
                .as_str()
                .trim_end_matches(|c| c != '.')
                .trim_end_matches('.');
            let stem = stem.strip_suffix(".md").unwrap_or(stem);
            text!("file-of-no-entry-text-hint", right = format!("{stem}.md"))
        } else {
            text!("file-of-no-entry-hint")
        };
        let message = text!("file-of-no-entry");
        claims
            .diagnostics
            .push(Diagnostic::warning("W208", message).at(path).hint(hint));
        return;
    };
    // An entry that could not be read, or a draft, takes its files with it.
    let Some(page) = site.at(index).and_then(|id| site.entry(id).page.as_ref()) else {
        return;
    };
    let output = page.output();
    let folder = output
        .as_str()
        .strip_suffix("index.html")
        .unwrap_or_default();
    match OutputPath::new(&format!("{folder}{name}")) {
        Ok(output) => {
            if let (Some(settings), Some(facts)) = (&site.config.pictures, album.facts(path)) {
                picture::claim(&output, Role::Other, source, facts, settings, claims);
                return;
            }
            let media_type = MediaType::of(&output);
            let file = PlannedFile::from(Role::Other, media_type, path);
            let claimant = Claimant::file(path, path);
            claims.claim(output, file, AttachmentFile(path.clone()), claimant);
        }
        Err(problem) => claims.refuse(problem, path, text!("rename-file")),
    }
}

/// A copy of this file.
#[derive(Debug)]
struct AttachmentFile(SourcePath);

impl OutputFile for AttachmentFile {
    fn ingredients(&self, rendering: &Rendering<'_>) -> Option<Ingredients> {
        let source = rendering.inputs.snapshot.get(&self.0);
        source.cloned().map(Ingredients::Source)
    }

    fn make(&self, rendering: &Rendering<'_>, _: Vec<Arc<Body>>) -> Artifact {
        let source = rendering.inputs.snapshot.get(&self.0);
        Artifact::of(source.map(Bytes::from).unwrap_or_default())
    }
}

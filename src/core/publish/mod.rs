//! The writing edge: makes a folder hold an [`Output`], and is the only code that changes that
//! folder. Readers see the whole old site or the whole new one; files that warraq did not write
//! stay as they are.
#![expect(
    clippy::disallowed_methods,
    reason = "this is the edge that writes the output folder"
)]

mod access;
mod apart;
mod changes;
mod disk;
mod grace;
mod in_place;
mod inventory;
mod layout;
mod made;
mod manifest;
mod mounts;
mod obstacles;
mod options;
mod remembered;
mod retire;
mod staging;
#[cfg(test)]
mod tests;
mod told;
mod tree;
mod up_to_date;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

pub use apart::lies_apart;
use changes::Changes;
pub use changes::Published;
use disk::{Disk, System};
pub use grace::Grace;
use layout::{Layout, last_manifest};
pub use made::MadeFiles;
pub use manifest::SiteRecord;
use manifest::Stamp;
pub use options::Options;
pub use remembered::{known_colours, known_digests, remember_colours, remember_digests};
pub use told::Told;
use tree::Tree;
pub use up_to_date::up_to_date;

use crate::diagnostic::Diagnostic;
use crate::output::{KnownSizes, Output};
use crate::path::OutputPath;

/// Makes `folder` hold the files of `output`, and besides them only what warraq did not write.
///
/// The new site is built beside the folder, sharing unchanged files with the old one, and then
/// exchanged with it in one step. Where a system cannot do that, where the folder is mounted
/// somewhere, and where `options` say so, files are replaced one by one; if that fails, the old site
/// is brought back. If it is killed at any moment, the next publish repairs the folder.
///
/// Files are warraq's when the manifest of the last publish names them and their contents are what
/// it wrote. The manifest lies in the folder `.NAME.warraq` beside the output folder `NAME`, or in
/// `.warraq` inside it when it is a volume of its own or nothing can be written beside it.
///
/// # Errors
/// One diagnostic: `E500` when the disk refuses, `E501` when a file that warraq did not write is in
/// the way, `E502` when another publish to this folder is under way, `E503` when this cannot be an
/// output folder, `E504` when the output needs one path as a file and as a folder. The folder is as
/// it was.
pub fn publish(
    output: &Output,
    folder: &Path,
    options: Options<'_>,
) -> Result<Published, Diagnostic> {
    publish_to(&System, output, folder, options)
}

/// The state folder of publishing to `folder`, created if there is none. Other state of a site may
/// be stored there under other names.
///
/// # Errors
/// `E500` when the disk refuses, `E503` when this cannot be an output folder.
pub fn state_folder(folder: &Path) -> Result<PathBuf, Diagnostic> {
    Layout::find(&System, folder).map(Layout::into_state)
}

/// The sizes of the lazy files that the last publish to `folder` wrote; none where there was none
/// or its record cannot be read, since they can be computed anew.
#[must_use]
pub fn known_sizes(folder: &Path) -> KnownSizes {
    let files = last_manifest(folder).unwrap_or_default().files;
    let sizes = files
        .into_values()
        .filter_map(|record| Some((record.recipe_digest?, record.stamp?.size)));
    sizes.collect()
}

/// The files that the last publish to `folder` wrote.
#[must_use]
pub fn published(folder: &Path) -> BTreeSet<OutputPath> {
    let manifest = last_manifest(folder).unwrap_or_default();
    manifest.files.into_keys().collect()
}

/// The pages that the last publish to `folder` wrote and that `output` does not have.
#[must_use]
pub fn vanished(folder: &Path, output: &Output) -> Vec<OutputPath> {
    let files = last_manifest(folder).unwrap_or_default().files.into_keys();
    let gone = files.filter(|path| output.get(path).is_none());
    gone.filter(|path| path.extension() == Some("html"))
        .collect()
}

fn publish_to(
    disk: &dyn Disk,
    output: &Output,
    folder: &Path,
    options: Options<'_>,
) -> Result<Published, Diagnostic> {
    let layout = Layout::find(disk, folder)?;
    let _lock = layout.lock()?;
    let manifest = layout.manifest()?;
    layout.clear(disk)?;
    // What a killed run has left: the last site beside the folder, or half of the new one in it.
    let mut warnings = retire::retire(disk, &layout, &manifest, None);
    let manifest = in_place::repair(disk, &layout, manifest)?;
    let tree = Tree::scan(&layout.output)?;
    let changes = Changes::between(&layout, &tree, &manifest, output, options)?;

    match changes.unchanged() {
        Some(stamps) if tree.access.is_some() && changes.is_empty() => {
            let now = changes.after(&stamps);
            if now != manifest {
                layout.record(disk, &now)?;
            }
        }
        _ => warnings.extend(replace(disk, &layout, &tree, &changes, options)?),
    }
    Ok(Published {
        warnings,
        ..changes.summary()
    })
}

/// Replaces the old site with the new one, and returns warnings. Once readers see the new site,
/// there are no errors.
fn replace(
    disk: &dyn Disk,
    layout: &Layout,
    tree: &Tree,
    changes: &Changes<'_>,
    options: Options<'_>,
) -> Result<Vec<Diagnostic>, Diagnostic> {
    let is_new = tree.access.is_none();
    let staged = if options.in_place && !is_new {
        None
    } else {
        staging::build(disk, layout, tree, changes)?
    };
    let exchanged = staged.map(|stamps| exchange(disk, layout, tree, changes, &stamps));
    if let Some(warnings) = exchanged.transpose()?.flatten() {
        return Ok(warnings);
    }
    layout.clear(disk)?;
    in_place::apply(disk, layout, tree, changes)
}

/// Lets the new site, whose files have these stamps, take the place of the old one, and returns
/// warnings; `None` where the system does not support it.
fn exchange(
    disk: &dyn Disk,
    layout: &Layout,
    tree: &Tree,
    changes: &Changes<'_>,
    stamps: &[Stamp],
) -> Result<Option<Vec<Diagnostic>>, Diagnostic> {
    // From here to the next record warraq owns the files of both sites, whichever a killed run
    // leaves.
    let both = changes.during(Some(stamps));
    layout.record(disk, &both)?;
    if !staging::exchange(disk, layout, tree)? {
        return Ok(None);
    }
    let mut warnings = retire::retire(disk, layout, &both, Some(tree));
    if let Err(error) = layout.record(disk, &changes.after(stamps)) {
        warnings.push(retire::unfinished(&error));
    }
    Ok(Some(warnings))
}

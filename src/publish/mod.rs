//! The writing edge: turns an [`Output`] into a folder on disk, and is the only code that changes it.
//! A reader sees the whole old site or the whole new one; what warraq did not write stays as it is.
#![expect(
    clippy::disallowed_methods,
    reason = "this is the edge that writes the output folder"
)]

mod access;
mod changes;
mod disk;
mod in_place;
mod inventory;
mod manifest;
mod place;
mod staging;
#[cfg(test)]
mod tests;
mod tree;

use std::path::{Path, PathBuf};

use changes::Changes;
pub use changes::Published;
use disk::{Disk, System};
use manifest::Manifest;
use place::{Place, last_manifest};
use tree::Tree;

use crate::diagnostic::Diagnostic;
use crate::output::{KnownSizes, Output};

/// Makes `folder` hold the files of `output`, and besides them only what warraq did not write.
///
/// The new site is built beside the folder, sharing unchanged files with the old one, and then changes
/// places with it in one instant. Where a system cannot do that, the files change one by one, the new
/// before the old. Killed at any moment, it leaves a folder that the next publish brings into order.
///
/// Files are warraq's when the manifest of the last publish names them. The manifest lies in the folder
/// `.NAME.warraq` beside the output folder `NAME`, or in `.warraq` inside it when it is a volume of its
/// own or nothing can be written beside it.
///
/// # Errors
/// One diagnostic: `E500` when the disk refuses, `E501` when a file that warraq did not write is in the
/// way, `E502` when another publish to this folder is under way, `E503` when this cannot be an output
/// folder, `E504` when the output needs one path as a file and as a folder. The folder is as it was,
/// unless files were changing one by one when the disk refused.
pub fn publish(output: &Output, folder: &Path) -> Result<Published, Diagnostic> {
    publish_to(&System, output, folder)
}

/// The folder where publishing to `folder` keeps its state, made where there is none yet. What else is to be known of a
/// published site from run to run may lie there too, under other names.
///
/// # Errors
/// `E500` when the disk refuses, `E503` when this cannot be an output folder.
pub fn state_folder(folder: &Path) -> Result<PathBuf, Diagnostic> {
    Place::find(&System, folder).map(Place::into_state)
}

/// The sizes of the lazy files that the last publish to `folder` wrote; none where there was none or its record cannot be
/// read, since they can be computed anew.
#[must_use]
pub fn known_sizes(folder: &Path) -> KnownSizes {
    let files = last_manifest(folder).unwrap_or_default().files;
    let records = files.into_values().flatten();
    let sizes = records.filter_map(|record| {
        let size = usize::try_from(record.stamp.size).ok()?;
        Some((record.made_of?, size))
    });
    sizes.collect()
}

fn publish_to(disk: &dyn Disk, output: &Output, folder: &Path) -> Result<Published, Diagnostic> {
    let place = Place::find(disk, folder)?;
    let _lock = place.lock()?;
    place.clear(disk)?;
    let manifest = place.manifest()?;
    let mut tree = Tree::scan(&place.folder)?;
    in_place::sweep(disk, &place, &mut tree, &manifest)?;
    let changes = Changes::between(&place, &tree, &manifest, output)?;

    if tree.access.is_none() || !changes.is_empty() {
        replace(disk, &place, &tree, &manifest, &changes)?;
    } else if changes.before() != manifest {
        place.record(disk, &changes.before())?;
    }
    Ok(changes.summary())
}

/// Puts the new site into the place of the old one.
fn replace(
    disk: &dyn Disk,
    place: &Place,
    tree: &Tree,
    manifest: &Manifest,
    changes: &Changes<'_>,
) -> Result<(), Diagnostic> {
    let staged = staging::build(disk, place, tree, changes)?;
    // From here to the next record both sites are warraq's, whichever a killed run leaves.
    place.record(disk, &manifest.giving_way_to(changes.before()))?;
    let stamps = match staged {
        Some(stamps) if staging::exchange(disk, place, tree)? => stamps,
        _ => {
            place.clear(disk)?;
            in_place::apply(disk, place, changes)?
        }
    };
    place.record(disk, &changes.after(stamps))?;
    staging::retire(disk, place, tree, changes)
}

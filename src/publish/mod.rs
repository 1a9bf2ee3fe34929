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
mod in_place;
mod inventory;
mod layout;
mod manifest;
mod retire;
mod staging;
#[cfg(test)]
mod tests;
mod tree;

use std::path::{Path, PathBuf};

pub use apart::lies_apart;
use changes::Changes;
pub use changes::Published;
use disk::{Disk, System};
use layout::{Layout, last_manifest};
use tree::Tree;

use crate::diagnostic::Diagnostic;
use crate::output::{KnownSizes, Output};

/// Makes `folder` hold the files of `output`, and besides them only what warraq did not write.
///
/// The new site is built beside the folder, sharing unchanged files with the old one, and then
/// exchanged with it in one step. Where a system cannot do that, files are replaced one by one, the
/// new before the old. If it is killed at any moment, the next publish repairs the folder.
///
/// Files are warraq's when the manifest of the last publish names them and their contents are what
/// it wrote. The manifest lies in the folder `.NAME.warraq` beside the output folder `NAME`, or in
/// `.warraq` inside it when it is a volume of its own or nothing can be written beside it.
///
/// # Errors
/// One diagnostic: `E500` when the disk refuses, `E501` when a file that warraq did not write is in
/// the way, `E502` when another publish to this folder is under way, `E503` when this cannot be an
/// output folder, `E504` when the output needs one path as a file and as a folder. The folder is as
/// it was, unless files were changing one by one when the disk refused.
pub fn publish(output: &Output, folder: &Path) -> Result<Published, Diagnostic> {
    publish_to(&System, output, folder)
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
    let sizes = files.into_values().filter_map(|record| {
        let size = usize::try_from(record.stamp?.size).ok()?;
        Some((record.recipe_digest?, size))
    });
    sizes.collect()
}

fn publish_to(disk: &dyn Disk, output: &Output, folder: &Path) -> Result<Published, Diagnostic> {
    let layout = Layout::find(disk, folder)?;
    let _lock = layout.lock()?;
    let manifest = layout.manifest()?;
    layout.clear(disk)?;
    // What a killed run has not removed.
    let mut warnings = retire::retire(disk, &layout, &manifest, None);
    let mut tree = Tree::scan(&layout.output)?;
    in_place::sweep(disk, &layout, &mut tree, &manifest)?;
    let changes = Changes::between(&layout, &tree, &manifest, output)?;

    match changes.unchanged() {
        Some(stamps) if tree.access.is_some() && changes.is_empty() => {
            let now = changes.after(&stamps);
            if now != manifest {
                layout.record(disk, &now)?;
            }
        }
        _ => warnings.extend(replace(disk, &layout, &tree, &changes)?),
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
) -> Result<Vec<Diagnostic>, Diagnostic> {
    let staged = staging::build(disk, layout, tree, changes)?;
    // From here to the next record warraq owns the files of both sites, whichever a killed run
    // leaves.
    let both = changes.during(staged.as_deref());
    layout.record(disk, &both)?;
    let (stamps, mut warnings) = match staged {
        Some(stamps) if staging::exchange(disk, layout, tree)? => {
            (stamps, retire::retire(disk, layout, &both, Some(tree)))
        }
        _ => {
            layout.clear(disk)?;
            (in_place::apply(disk, layout, changes)?, Vec::new())
        }
    };
    if let Err(error) = layout.record(disk, &changes.after(&stamps)) {
        warnings.push(retire::unfinished(&error));
    }
    Ok(warnings)
}

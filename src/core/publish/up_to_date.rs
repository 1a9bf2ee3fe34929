//! Whether a folder holds the site that a build would publish into it, found out without building:
//! the same files made by the same program are the same site.

use std::fs;
use std::path::Path;

use rayon::prelude::*;

use super::changes::Published;
use super::grace::Grace;
use super::layout::{is_settled, last_manifest};
use super::manifest::{Record, SiteRecord, Stamp};
use crate::digest::Digest;
use crate::path::OutputPath;

/// What is in `folder`, if that is the site made of `recipe`: the last publish recorded it, nobody
/// has changed a file of it since, and nothing of earlier sites has to go. Changes nothing, and reads
/// no file but the record.
#[must_use]
pub fn up_to_date(
    folder: &Path,
    recipe: Digest,
    grace: Grace<'_>,
) -> Option<(SiteRecord, Published)> {
    let manifest = last_manifest(folder)?;
    let site = manifest.site.filter(|site| site.recipe == recipe)?;
    if !is_settled(folder) {
        return None;
    }
    let files: Vec<_> = manifest.files.iter().collect();
    let stays = |record: &Record| record.gone_since.is_none() || grace.gone_since(record).is_some();
    let stands = |(path, record): &(&OutputPath, &Record)| {
        let file = fs::symlink_metadata(folder.join(path.as_str()));
        let stamp = file.ok().filter(fs::Metadata::is_file);
        record.replaces.is_none()
            && stamp.is_some_and(|file| record.stamp == Some(Stamp::from(&file)))
            && stays(record)
    };
    let kept = files.iter().filter(|(_, file)| file.gone_since.is_some());
    let kept = kept.count();
    let nothing_changed = Published {
        unchanged: files.len() - kept,
        kept,
        ..Published::default()
    };
    let is_whole = files.par_iter().all(stands);
    is_whole.then_some((site, nothing_changed))
}

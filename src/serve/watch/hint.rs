//! What an event means: whether the site may have changed, and whether a folder may have moved.

use std::path::{Path, PathBuf};

use notify::event::{AccessKind, AccessMode, EventKind, ModifyKind};
use notify::{Event, Result};

use crate::source::load::names::is_visible;

/// Whether a site may have changed, to whose folders some paths lead. Reading a file is an event as
/// well, and must not be the cause of the next reading.
pub(super) fn counts(event: &Result<Event>, leads_to_site: impl Fn(&Path) -> bool) -> bool {
    let Ok(event) = event else {
        return true;
    };
    if let EventKind::Access(kind) = event.kind
        && kind != AccessKind::Close(AccessMode::Write)
    {
        return false;
    }
    // A file renamed over a document has two names, and one of them may be hidden.
    let concerns = |path: &Path| path.file_name().is_none_or(is_visible) || leads_to_site(path);
    event.paths.is_empty() || event.paths.iter().any(|path| concerns(path))
}

/// The files of the site that an event which counts is about. None when it may be about anything.
pub(super) fn named(event: Result<Event>) -> Option<impl Iterator<Item = PathBuf>> {
    let event = event
        .ok()
        .filter(|event| !event.paths.is_empty() && !event.need_rescan())?;
    let is_visible = |path: &PathBuf| path.file_name().is_none_or(is_visible);
    Some(event.paths.into_iter().filter(is_visible))
}

/// The paths at which no folder is what it was.
pub(super) fn moved(event: &Result<Event>) -> impl Iterator<Item = &Path> {
    let event = event.as_ref().ok().filter(|event| {
        let kind = event.kind;
        kind.is_remove() || matches!(kind, EventKind::Modify(ModifyKind::Name(_)))
    });
    event
        .into_iter()
        .flat_map(|event| event.paths.iter().map(|path| &**path))
}

#[cfg(test)]
mod tests {
    use notify::event::{CreateKind, DataChange, Flag, MetadataKind, RemoveKind, RenameMode};

    use super::*;

    fn counts_at(kind: EventKind, paths: &[&str]) -> bool {
        let event = paths
            .iter()
            .fold(Event::new(kind), |event, path| event.add_path(path.into()));
        counts(&Ok(event), |path| path == Path::new("/a/.site"))
    }

    #[test]
    fn reading_is_no_change_and_writing_is() {
        let document = ["/a/content/b.md"];
        for kind in [
            AccessKind::Any,
            AccessKind::Read,
            AccessKind::Open(AccessMode::Any),
            AccessKind::Close(AccessMode::Read),
        ] {
            assert!(!counts_at(EventKind::Access(kind), &document), "{kind:?}");
        }
        for kind in [
            EventKind::Access(AccessKind::Close(AccessMode::Write)),
            EventKind::Create(CreateKind::File),
            EventKind::Remove(RemoveKind::Folder),
            EventKind::Modify(ModifyKind::Data(DataChange::Any)),
            EventKind::Modify(ModifyKind::Metadata(MetadataKind::Any)),
            EventKind::Other,
        ] {
            assert!(counts_at(kind, &document), "{kind:?}");
        }
    }

    #[test]
    fn hidden_files_do_not_count_until_they_get_a_visible_name() {
        let written = EventKind::Modify(ModifyKind::Data(DataChange::Any));
        assert!(!counts_at(written, &["/a/content/.b.md.swp"]));
        assert!(!counts_at(written, &["/a/content/b.md~"]));
        let renamed = EventKind::Modify(ModifyKind::Name(RenameMode::Both));
        assert!(counts_at(renamed, &["/a/content/.tmp", "/a/content/b.md"]));
        assert!(counts_at(renamed, &["/a/content/b.md", "/a/content/b.md~"]));
    }

    #[test]
    fn a_site_in_a_hidden_folder_and_events_that_were_lost_count() {
        assert!(counts_at(
            EventKind::Remove(RemoveKind::Folder),
            &["/a/.site"]
        ));
        let lost = Event::new(EventKind::Other).set_flag(Flag::Rescan);
        assert!(counts(&Ok(lost), |_| false));
        assert!(counts(&Err(notify::Error::generic("broken")), |_| false));
    }
}

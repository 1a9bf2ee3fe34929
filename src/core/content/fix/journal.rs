//! What a change of several files is going to do, written down before the first of them is touched. Of one that was killed, the
//! next takes back what was done.
#![expect(
    clippy::disallowed_methods,
    reason = "writing a site's files back is this module's purpose"
)]

use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Component, Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

use serde_json::{Value as Json, json};

use super::disk::{beside, replace, step};
use crate::diagnostic::Diagnostic;
use crate::locale::text;
use crate::source::load;

/// Its name in the folder of the site; hidden, so that nothing takes it for a file of the site.
const NAME: &str = ".warraq.changes";

/// One step, in a form in which it can be taken back whether it was done or not.
#[derive(Debug)]
pub(super) enum Step {
    /// A file that is made beside another, and is not there before.
    Beside(PathBuf),
    Made(PathBuf),
    Renamed(PathBuf, PathBuf),
    Written {
        file: PathBuf,
        held: Vec<u8>,
        fixed: Vec<u8>,
    },
}

impl Step {
    /// None for what lies outside of the site's folder, or is no text.
    fn to_json(&self, root: &Path) -> Option<Json> {
        let below = |path: &Path| Some(path.strip_prefix(root).ok()?.to_str()?.to_owned());
        Some(match self {
            Self::Beside(file) => json!(["beside", below(file)?]),
            Self::Made(folder) => json!(["made", below(folder)?]),
            Self::Renamed(from, to) => json!(["renamed", below(from)?, below(to)?]),
            Self::Written { file, held, fixed } => {
                let text = |bytes| std::str::from_utf8(bytes).ok();
                json!(["written", below(file)?, text(held)?, text(fixed)?])
            }
        })
    }

    /// None for what no change of a site does: whoever may add a file to a site could otherwise have others written.
    fn of_json(step: &Json, root: &Path) -> Option<Self> {
        let part = |at: usize| step.get(at)?.as_str();
        let path = |at| in_site(root, Path::new(part(at)?));
        Some(match part(0)? {
            "beside" => Self::Beside(path(1)?),
            "made" => Self::Made(path(1)?),
            "renamed" => Self::Renamed(path(1)?, path(2)?),
            "written" => Self::Written {
                file: path(1)?,
                held: part(2)?.into(),
                fixed: part(3)?.into(),
            },
            _ => return None,
        })
    }

    fn take_back(&self) -> io::Result<()> {
        let is_there = |path: &Path| fs::symlink_metadata(path).is_ok();
        match self {
            Self::Beside(file) if is_there(file) => step(|| fs::remove_file(file)),
            // Not where somebody has put a file into it meanwhile.
            Self::Made(folder) => {
                _ = step(|| fs::remove_dir(folder));
                Ok(())
            }
            Self::Renamed(from, to) if is_there(to) && !is_there(from) => {
                step(|| fs::rename(to, from))
            }
            // What somebody saved meanwhile stays.
            Self::Written { file, held, fixed }
                if fs::read(file).is_ok_and(|now| now == *fixed) =>
            {
                // Of one that was killed while it took this back.
                _ = step(|| fs::remove_file(beside(file)));
                replace(file, held)
            }
            _ => Ok(()),
        }
    }
}

/// A path of the record, if it leads to what a site consists of.
fn in_site(root: &Path, path: &Path) -> Option<PathBuf> {
    let mut components = path.components();
    let tops = [load::CONTENT, load::DATA, load::TEMPLATES];
    let first = components.clone().next()?.as_os_str();
    let is_plain = components.all(|one| matches!(one, Component::Normal(_)));
    let is_config = path == Path::new(load::CONFIG) || path == beside(Path::new(load::CONFIG));
    let path = root.join(path);
    // The nearest folder that there is, links followed.
    let folder = path
        .ancestors()
        .skip(1)
        .find_map(|one| fs::canonicalize(one).ok())?;
    let is_below = tops.iter().any(|top| first == *top) || is_config;
    (is_plain && is_below && folder.starts_with(root)).then_some(path)
}

/// Takes the steps back, the last first. One that cannot be undone does not keep others from it.
fn undo(steps: &[Step]) -> bool {
    let mut done = true;
    for step in steps.iter().rev() {
        done &= step.take_back().is_ok();
    }
    done
}

/// The record of a change that is under way. Other processes see by its lock that it is.
pub(super) struct Journal<'a> {
    path: PathBuf,
    steps: &'a [Step],
    _lock: File,
}

impl<'a> Journal<'a> {
    /// Writes down what is going to be done in a site's folder, which is named by its real path.
    pub(super) fn begin(root: &Path, steps: &'a [Step]) -> Result<Self, Diagnostic> {
        let path = root.join(NAME);
        let recorded: Vec<_> = steps.iter().filter_map(|one| one.to_json(root)).collect();
        let recorded = Json::from(recorded).to_string();
        let written = step(|| File::create_new(&path)).and_then(|mut file| {
            // Another may have found it without a lock, and taken it for one that was left: it removes it.
            let is_locked = !matches!(file.try_lock(), Err(TryLockError::WouldBlock));
            if !is_locked || !is_at(&file, &path) {
                return Err(ErrorKind::AlreadyExists.into());
            }
            step(|| file.write_all(recorded.as_bytes()))?;
            step(|| file.sync_all())?;
            Ok(file)
        });
        match written {
            Ok(lock) => Ok(Self {
                path,
                steps,
                _lock: lock,
            }),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(at_once()),
            Err(error) => {
                _ = fs::remove_file(&path);
                Err(unwritable(&error))
            }
        }
    }

    /// All is done.
    pub(super) fn end(self) {
        _ = step(|| fs::remove_file(&self.path));
    }

    pub(super) fn take_back(self) {
        if undo(self.steps) {
            self.end();
        }
    }
}

/// Takes back what an earlier change of this site's files has left half done, if one has. Whether one had.
///
/// # Errors
/// A diagnostic, when it cannot be taken back, or is still under way.
pub fn recover(root: &Path) -> Result<bool, Diagnostic> {
    let Ok(root) = fs::canonicalize(root) else {
        return Ok(false);
    };
    let path = root.join(NAME);
    let Ok(mut file) = File::options().read(true).write(true).open(&path) else {
        return Ok(false);
    };
    if is_held(&file) {
        return Err(at_once());
    }
    // While the lock was waited for, the change may have come to its end.
    if !is_at(&file, &path) {
        return Ok(false);
    }
    let steps = recorded(&mut file, &root).map_err(|error| unwritable(&error))?;
    if !undo(&steps) {
        let error = text!("changes-not-taken-back");
        return Err(
            Diagnostic::error("E500", text!("fix-unwritable", path = NAME, error))
                .hint(text!("fix-unwritable-hint")),
        );
    }
    step(|| fs::remove_file(&path)).map_err(|error| unwritable(&error))?;
    Ok(!steps.is_empty())
}

/// The problem of a site whose files a change has left half done, or is changing right now: it is neither the one before nor the
/// one after, and not to be read.
#[must_use]
pub fn pending(root: &Path) -> Option<Diagnostic> {
    let root = fs::canonicalize(root).ok()?;
    let path = root.join(NAME);
    let mut file = File::open(&path).ok()?;
    if is_held(&file) {
        return Some(at_once());
    }
    let steps = recorded(&mut file, &root).unwrap_or_default();
    if steps.is_empty() || !is_at(&file, &path) {
        return None;
    }
    Some(Diagnostic::error("E500", text!("changes-left")).hint(text!("changes-left-hint")))
}

fn recorded(file: &mut File, root: &Path) -> io::Result<Vec<Step>> {
    let mut recorded = String::new();
    file.read_to_string(&mut recorded)?;
    // One that was not written to its end is of a change that had not begun.
    let recorded: Json = serde_json::from_str(&recorded).unwrap_or_default();
    let steps = recorded.as_array().into_iter().flatten();
    Ok(steps.filter_map(|one| Step::of_json(one, root)).collect())
}

/// Whether a file that is open is still the one at this path.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (file.metadata(), fs::symlink_metadata(path)) {
        (Ok(open), Ok(there)) => (open.dev(), open.ino()) == (there.dev(), there.ino()),
        _ => false,
    }
}

#[cfg(not(unix))]
fn is_at(_: &File, path: &Path) -> bool {
    path.exists()
}

/// Whether another process has the lock, and keeps it. A program that is being started has the open files of the one that
/// starts it, and their locks, until it runs: such a lock is gone in a moment.
fn is_held(file: &File) -> bool {
    let is_held = || matches!(file.try_lock(), Err(TryLockError::WouldBlock));
    (0..20).all(|tries| {
        if tries > 0 {
            sleep(Duration::from_millis(10));
        }
        is_held()
    })
}

fn at_once() -> Diagnostic {
    Diagnostic::error("E500", text!("changes-at-once")).hint(text!("changes-at-once-hint"))
}

fn unwritable(error: &io::Error) -> Diagnostic {
    let message = text!("fix-unwritable", path = NAME, error = error.to_string());
    Diagnostic::error("E500", message).hint(text!("fix-unwritable-hint"))
}

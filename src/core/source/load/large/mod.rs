//! Files that nobody looks into, such as films, archives and photographs: they are never in memory
//! as a whole. A [`LargeFile`] says where one is, how large, and what its digest is; publishing,
//! deploying and the preview read it from the disk, part by part, and notice if it is another file
//! by then.
#![expect(
    clippy::disallowed_methods,
    reason = "opening a large file is reading the site, later"
)]

#[cfg(test)]
mod tests;

use std::fmt;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use super::stamp::Stamp;
use crate::digest::{Digest, Hasher};
use crate::locale::text;

/// Why a file cannot be read again.
pub type ReadError = io::Error;

/// A file of the site that is on the disk only. A clone is a pointer.
#[derive(Clone, PartialEq, Eq)]
pub struct LargeFile(Arc<Known>);

#[derive(PartialEq, Eq)]
struct Known {
    place: PathBuf,
    stamp: Stamp,
    digest: Digest,
    /// Whether any later write is sure to give another stamp.
    is_settled: bool,
}

impl fmt::Debug for LargeFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Known { place, digest, .. } = &*self.0;
        write!(f, "LargeFile({}, {digest:?})", place.display())
    }
}

impl LargeFile {
    /// An open file, whose digest is made unless it is known.
    ///
    /// # Errors
    /// When it cannot be read.
    pub(super) fn read(place: &Path, file: &File, known: Option<Digest>) -> io::Result<Self> {
        let now = SystemTime::now();
        let stamp = Stamp::of(&file.metadata()?);
        let digest = match known {
            Some(digest) => digest,
            None => Digest::of_reader(file.take(stamp.size))?,
        };
        let is_same = stamp == Stamp::of(&file.metadata()?);
        Ok(Self(Arc::new(Known {
            place: place.to_owned(),
            stamp,
            digest,
            is_settled: is_same && stamp.is_settled(now),
        })))
    }

    /// A file that warraq has written, with the digest of what it wrote. Of one that others may write to as well, the digest is
    /// compared whenever its time says too little.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn written(place: &Path, digest: Digest) -> io::Result<Self> {
        Self::read(place, &File::open(place)?, Some(digest))
    }

    /// A file in a folder that only this process writes to, with the digest of its bytes.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn private(place: &Path, digest: Digest) -> io::Result<Self> {
        Ok(Self(Arc::new(Known {
            place: place.to_owned(),
            stamp: Stamp::of(&fs::metadata(place)?),
            digest,
            is_settled: true,
        })))
    }

    /// Its size, in bytes.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.0.stamp.size
    }

    /// The digest of its bytes.
    #[must_use]
    pub fn digest(&self) -> Digest {
        self.0.digest
    }

    /// Where it is on the disk.
    #[must_use]
    pub fn place(&self) -> &Path {
        &self.0.place
    }

    pub(super) fn stamp(&self) -> Stamp {
        self.0.stamp
    }

    pub(super) fn is_settled(&self) -> bool {
        self.0.is_settled
    }

    /// The same file for one who could not read it: whoever sends it on is told that it has changed, even if it can be read
    /// again by then.
    pub(crate) fn lost(&self) -> Self {
        Self(Arc::new(Known {
            place: self.0.place.clone(),
            stamp: self.0.stamp.lost(),
            digest: self.0.digest,
            is_settled: false,
        }))
    }

    /// Its bytes, in order.
    ///
    /// # Errors
    /// When it cannot be read, or has changed.
    pub fn open_whole(&self) -> io::Result<LargeReader> {
        let file = File::open(&self.0.place)?;
        self.is_same(&file)?;
        Ok(LargeReader {
            file,
            of: self.clone(),
            left: self.size(),
            hasher: (!self.0.is_settled).then(Box::default),
        })
    }

    /// Some of its bytes: `length` from `start` on, or as many as there are.
    ///
    /// # Errors
    /// When it cannot be read, or has changed.
    pub fn open_part(&self, start: u64, length: u64) -> io::Result<LargeReader> {
        let mut reader = self.open_whole()?;
        let start = reader.file.seek(SeekFrom::Start(start.min(self.size())))?;
        reader.left = length.min(self.size() - start);
        reader.hasher = None;
        Ok(reader)
    }

    /// Some of its bytes, in memory: `length` from `start` on, or as many as there are.
    ///
    /// # Errors
    /// When it cannot be read, or has changed.
    pub(crate) fn read_part(&self, start: u64, length: u64) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let mut reader = if start == 0 && length >= self.size() {
            self.open_whole()?
        } else {
            self.open_part(start, length)?
        };
        reader.read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// Copies its bytes into a new, empty file, which is open for reading as well; shares them with
    /// it where the file system can.
    ///
    /// # Errors
    /// When one cannot be read or the other cannot be written, when there is no room, and when this
    /// one has changed. What was written is useless then.
    pub fn copy_to(&self, to: &mut File) -> io::Result<()> {
        let file = File::open(&self.0.place)?;
        self.is_same(&file)?;
        if !share(&file, to) {
            has_room(to, self.size())?;
            // Between two files the system copies by itself.
            let copied = io::copy(&mut (&file).take(self.size()), to)?;
            if copied != self.size() {
                return Err(self.changed());
            }
        }
        self.is_same(&file)?;
        if !self.0.is_settled {
            to.seek(SeekFrom::Start(0))?;
            if Digest::of_reader(to)? != self.0.digest {
                return Err(self.changed());
            }
        }
        Ok(())
    }

    /// Makes sure that an open file is as it was.
    fn is_same(&self, file: &File) -> io::Result<()> {
        if Stamp::of(&file.metadata()?) == self.0.stamp {
            Ok(())
        } else {
            Err(self.changed())
        }
    }

    /// Whether the file on the disk is as it was, as far as can be told without reading it.
    #[must_use]
    pub fn is_as_it_was(&self) -> bool {
        fs::metadata(&self.0.place).is_ok_and(|now| Stamp::of(&now) == self.0.stamp)
    }

    fn changed(&self) -> io::Error {
        let path = self.0.place.display().to_string();
        io::Error::other(text!("file-at-changed-meanwhile", path))
    }
}

/// Reads a [`LargeFile`]. It fails rather than give bytes of another file, or of more than one
/// version of it.
#[derive(Debug)]
pub struct LargeReader {
    file: File,
    of: LargeFile,
    left: u64,
    /// Of a file that was just written to, the stamp alone says too little.
    hasher: Option<Box<Hasher>>,
}

impl Read for LargeReader {
    fn read(&mut self, part: &mut [u8]) -> io::Result<usize> {
        let most = usize::try_from(self.left).unwrap_or(usize::MAX);
        let most = most.min(part.len());
        if most == 0 {
            return Ok(0);
        }
        let length = self.file.read(&mut part[..most])?;
        self.of.is_same(&self.file)?;
        if length == 0 {
            return Err(self.of.changed());
        }
        self.left -= length as u64;
        if let Some(hasher) = &mut self.hasher {
            hasher.update(&part[..length]);
            if self.left == 0 && hasher.digest() != self.of.digest() {
                return Err(self.of.changed());
            }
        }
        Ok(length)
    }
}

/// Lets a file have the bytes of another without a copy, where the file system can.
#[cfg(target_os = "linux")]
fn share(from: &File, to: &File) -> bool {
    rustix::fs::ioctl_ficlone(to, from).is_ok()
}

#[cfg(not(target_os = "linux"))]
fn share(_: &File, _: &File) -> bool {
    false
}

/// Makes sure that a file can grow by so many bytes, before the disk is filled in vain.
#[cfg(unix)]
fn has_room(file: &File, needed: u64) -> io::Result<()> {
    let Ok(volume) = rustix::fs::fstatvfs(file) else {
        return Ok(());
    };
    let free = volume.f_bavail.saturating_mul(volume.f_frsize);
    // Some file systems of a network say that they have no blocks at all.
    if volume.f_blocks == 0 || needed <= free {
        return Ok(());
    }
    let message = text!("file-needs-room", needed, free);
    Err(io::Error::new(ErrorKind::StorageFull, message))
}

#[cfg(not(unix))]
fn has_room(_: &File, _: u64) -> io::Result<()> {
    Ok(())
}

//! Where folders are mounted. A folder that is a mount point, or that is mounted elsewhere (as
//! containers do), must stay the folder that it is: another in its place would not be seen there.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

/// The mounts that this process sees; none where the system does not tell.
#[derive(Debug, Default)]
pub(super) struct Mounts(Vec<Mount>);

#[derive(Debug)]
struct Mount {
    /// The file system.
    device: String,
    /// The folder of that file system which is mounted.
    root: PathBuf,
    /// Where.
    point: PathBuf,
}

impl Mounts {
    /// What Linux says in `/proc/self/mountinfo`.
    pub(super) fn read() -> Self {
        fs::read("/proc/self/mountinfo").map_or_else(|_| Self::default(), |text| Self::parse(&text))
    }

    fn parse(text: &[u8]) -> Self {
        let lines = text.split(|byte| *byte == b'\n');
        let mounts = lines.filter_map(|line| {
            // 36 35 98:0 /folder /point rw,noatime …: proc_pid_mountinfo(5)
            let mut fields = line.split(|byte| *byte == b' ').skip(2);
            let device = String::from_utf8(fields.next()?.to_vec()).ok()?;
            let root = unescaped(fields.next()?);
            let point = unescaped(fields.next()?);
            Some(Mount {
                device,
                root,
                point,
            })
        });
        Self(mounts.collect())
    }

    /// Whether something is mounted at `folder`.
    pub(super) fn is_point(&self, folder: &Path) -> bool {
        self.0.iter().any(|mount| mount.point == folder)
    }

    /// Whether another folder in the place of `folder` would not be the same to everybody:
    /// something is mounted below it, or it or a folder in it is mounted elsewhere.
    pub(super) fn hold(&self, folder: &Path) -> bool {
        let below = |mount: &Mount| mount.point != folder && mount.point.starts_with(folder);
        if self.0.iter().any(below) {
            return true;
        }
        let above = self.0.iter().enumerate();
        let above = above.filter(|(_, mount)| folder.starts_with(&mount.point));
        // Of those at one point, the last hides the others.
        let nearest = above.max_by_key(|(at, mount)| (mount.point.components().count(), *at));
        let Some((at, nearest)) = nearest else {
            return false;
        };
        let Ok(rest) = folder.strip_prefix(&nearest.point) else {
            return false;
        };
        let inside = nearest.root.join(rest);
        let mut others = self.0.iter().enumerate().filter(|(other, _)| *other != at);
        others.any(|(_, other)| other.device == nearest.device && other.root.starts_with(&inside))
    }
}

/// A field without its octal escapes: `\040` is a space.
#[cfg(unix)]
fn unescaped(field: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStringExt;
    let mut bytes = Vec::with_capacity(field.len());
    let mut rest = field;
    while let Some((first, after)) = rest.split_first() {
        let octal = after
            .get(..3)
            .and_then(|digits| std::str::from_utf8(digits).ok());
        let octal = octal.and_then(|digits| u8::from_str_radix(digits, 8).ok());
        if let Some(byte) = octal.filter(|_| *first == b'\\') {
            bytes.push(byte);
            rest = &after[3..];
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    OsString::from_vec(bytes).into()
}

#[cfg(not(unix))]
fn unescaped(field: &[u8]) -> PathBuf {
    OsString::from(String::from_utf8_lossy(field).into_owned()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "\
21 1 8:1 / / rw - ext4 /dev/root rw
30 21 8:1 /srv/site/public /var/www/html rw - ext4 /dev/root rw
31 21 8:1 /srv/with\\040space/public/media /mnt/media rw - ext4 /dev/root rw
32 21 8:2 / /srv/volume rw - ext4 /dev/sdb rw
33 32 8:1 /home /srv/bound/public/uploads rw - ext4 /dev/root rw
34 21 8:2 /public /tmp/elsewhere rw - ext4 /dev/sdb rw
";

    #[test]
    fn folders_that_are_mounted_somewhere_stay_where_they_are() {
        let mounts = Mounts::parse(TEXT.as_bytes());
        for point in ["/var/www/html", "/srv/volume", "/"] {
            assert!(mounts.is_point(Path::new(point)), "{point}");
        }
        assert!(!mounts.is_point(Path::new("/srv/site/public")));
        for held in [
            "/srv/site/public",
            "/srv/with space/public",
            "/srv/bound/public",
            "/srv/volume/public",
        ] {
            assert!(mounts.hold(Path::new(held)), "{held}");
        }
        for free in [
            "/srv/site/public/a",
            "/srv/site2/public",
            "/srv/volume/other",
        ] {
            assert!(!mounts.hold(Path::new(free)), "{free}");
        }
    }

    #[test]
    fn what_is_no_list_of_mounts_says_nothing() {
        for text in ["", "\n", "1 2 3", "a b c d"] {
            assert!(
                !Mounts::parse(text.as_bytes()).hold(Path::new("/a")),
                "{text}"
            );
        }
    }
}

//! A release is what its sources are and nothing else: built twice, with everything different that two machines may differ in, it is
//! the same down to the last byte.

use std::fs::{self, File, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use assert_cmd::Command;
use tempfile::TempDir;
use walkdir::WalkDir;
use warraq::digest::{Digest, StableHasher};

use crate::site::Files;

/// Somewhere to build.
struct Machine {
    /// Where the site lies, below a folder of its own.
    folder: &'static str,
    /// Whether files come into the folder last one first.
    is_reversed: bool,
    /// How old the sources look, in days.
    age: u64,
    /// Who builds (`nobody` is 65534 everywhere); `None` for whoever runs the test.
    user: Option<u32>,
    umask: u32,
    environment: &'static [(&'static str, &'static str)],
}

const HERE: Machine = Machine {
    folder: "site",
    is_reversed: false,
    age: 0,
    user: None,
    umask: 0o022,
    environment: &[
        ("TZ", "Asia/Riyadh"),
        ("LC_ALL", "C.UTF-8"),
        ("HOME", "/root"),
    ],
};

const THERE: Machine = Machine {
    folder: "نسخة أخرى/موقع",
    is_reversed: true,
    age: 4000,
    user: Some(65534),
    umask: 0o077,
    environment: &[
        ("TZ", "America/St_Johns"),
        ("LANG", "ar_EG.UTF-8"),
        ("LANGUAGE", "ar"),
        ("HOME", "/nonexistent"),
        ("RAYON_NUM_THREADS", "1"),
    ],
};

impl Machine {
    /// Builds the dossier here; gives the digest of what came of it, and where it lies.
    fn build(&self, place: &TempDir) -> (Digest, PathBuf) {
        let site = place.path().join(self.folder);
        self.check_out(&site);
        // Whoever builds may not be allowed where this repository lies.
        let program = place.path().join("warraq");
        // Another program copies it: the system runs no file that somebody may have open for writing, and programs that
        // other tests start inherit what is open here.
        let mut copy = Command::new("cp");
        copy.arg(env!("CARGO_BIN_EXE_warraq")).arg(&program);
        copy.assert().success();
        let is_root = fs::metadata(place.path()).unwrap().uid() == 0;
        let user = self.user.filter(|_| is_root);
        if self.user.is_some() && user.is_none() {
            println!("not root: both builds are by the same user");
        }
        let mut command = Command::new("sh");
        let umask = format!("umask {:03o}; exec \"$@\"", self.umask);
        command.args(["-c", &umask, "sh"]);
        if let Some(user) = user {
            fs::set_permissions(place.path(), Permissions::from_mode(0o755)).unwrap();
            for entry in WalkDir::new(place.path()) {
                chown(entry.unwrap().path(), Some(user), Some(user)).unwrap();
            }
            let [uid, gid] = ["reuid", "regid"].map(|id| format!("--{id}={user}"));
            command.args(["setpriv", &uid, &gid, "--clear-groups"]);
        }
        command.arg(&program).arg("build").current_dir(&site);
        command.env_clear().env("PATH", "/usr/bin:/bin");
        command.envs(self.environment.iter().copied());
        command.assert().success();
        let public = site.join("public");
        if let Some(user) = user {
            assert_eq!(fs::metadata(&public).unwrap().uid(), user);
        }
        (digest(&public), public)
    }

    fn check_out(&self, site: &Path) {
        let dossier = Files::dossier();
        let mut files: Vec<_> = dossier.iter().collect();
        if self.is_reversed {
            files.reverse();
        }
        let modified = SystemTime::now() - Duration::from_secs(self.age * 24 * 60 * 60);
        for (path, bytes) in files {
            let path = site.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, &bytes[..]).unwrap();
            let file = File::options().write(true).open(&path).unwrap();
            file.set_modified(modified).unwrap();
        }
    }

    /// What a mode has to be: what the umask leaves, and nothing of the sources'.
    fn assert_modes(&self, folder: &Path) {
        for entry in WalkDir::new(folder) {
            let entry = entry.unwrap();
            let usual = if entry.file_type().is_dir() {
                0o777
            } else {
                0o666
            };
            let mode = entry.metadata().unwrap().mode() & 0o7777;
            let wanted = usual & !self.umask;
            assert_eq!(
                mode,
                wanted,
                "{:03o}: {}",
                self.umask,
                entry.path().display()
            );
        }
    }
}

/// One hash over all paths and bytes.
fn digest(folder: &Path) -> Digest {
    let files = Files::below(folder);
    assert!(files.paths().count() > 90);
    let mut hasher = StableHasher::default();
    for (path, bytes) in files.iter() {
        hasher.write(&(path, Digest::of(bytes)));
    }
    hasher.digest()
}

#[test]
fn a_release_is_the_same_wherever_it_is_built() {
    let places = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
    let (here, public) = HERE.build(&places[0]);
    HERE.assert_modes(&public);
    let (there, other) = THERE.build(&places[1]);
    THERE.assert_modes(&other);
    if here != there {
        let [here, there] = [public, other].map(|folder| Files::below(&folder));
        let [paths, others]: [Vec<_>; 2] = [&here, &there].map(|files| files.paths().collect());
        assert_eq!(paths, others);
        let differs = paths
            .iter()
            .filter(|path| here.bytes(path) != there.bytes(path));
        panic!("not the same: {:#?}", differs.collect::<Vec<_>>());
    }
}

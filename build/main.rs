//! Tells the crate which build it is, as `WARRAQ_BUILD`: what one build made of some files, another may make otherwise. And
//! people, as `WARRAQ_VERSION`: with the commit.
#![expect(
    clippy::disallowed_methods,
    reason = "a build script reads the sources of what it builds"
)]

mod commit;
mod fingerprint;
mod theme;

use std::collections::BTreeSet;
use std::env;
use std::error::Error;
use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::io;
use std::path::{Path, PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    let version = env::var("CARGO_PKG_VERSION")?;
    let manifest = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let mut hasher = DefaultHasher::new();
    version.hash(&mut hasher);
    // The lock that cargo goes by lies above the folder it builds in, or above the crate. A crate that was packed without
    // one is told by its version and its sources.
    for folder in out.ancestors().chain(manifest.ancestors()) {
        let lock = folder.join("Cargo.lock");
        let text = fs::read_to_string(&lock).ok();
        if let Some(locked) = text.and_then(|text| fingerprint::of(&version, &text)) {
            println!("cargo::rerun-if-changed={}", lock.display());
            locked.hash(&mut hasher);
            break;
        }
    }
    theme::list(&manifest, &out.join("theme.rs"))?;
    let mut sources = BTreeSet::new();
    collect(&manifest.join("src"), &mut sources)?;
    for source in sources {
        println!("cargo::rerun-if-changed={}", source.display());
        source.strip_prefix(&manifest)?.hash(&mut hasher);
        fs::read(&source)?.hash(&mut hasher);
    }
    println!("cargo::rustc-env=WARRAQ_BUILD={:016x}", hasher.finish());
    let commit = commit::of(&manifest).map_or_else(String::new, |commit| format!(" ({commit})"));
    println!("cargo::rustc-env=WARRAQ_VERSION={version}{commit}");
    Ok(())
}

/// The files below a folder, without those that hold nothing but tests: to edit one of them is not to change the crate, and
/// must not have it compiled again.
fn collect(folder: &Path, sources: &mut BTreeSet<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.file_stem().is_some_and(|stem| stem == "tests") {
            continue;
        }
        if path.is_dir() {
            collect(&path, sources)?;
        } else {
            sources.insert(path);
        }
    }
    Ok(())
}

//! Tells the crate which build it is, as `WARRAQ_BUILD`: what one build made of some files, another may make otherwise.
#![expect(
    clippy::disallowed_methods,
    reason = "a build script reads the sources of what it builds"
)]

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
    collect(&manifest, &mut sources)?;
    for source in sources {
        println!("cargo::rerun-if-changed={}", source.display());
        source.strip_prefix(&manifest)?.hash(&mut hasher);
        fs::read(&source)?.hash(&mut hasher);
    }
    println!("cargo::rustc-env=WARRAQ_BUILD={:016x}", hasher.finish());
    Ok(())
}

/// The files below a folder, without those that hold nothing but tests: to edit one of them is not to change the crate, and
/// must not have it compiled again.
fn collect(folder: &Path, sources: &mut BTreeSet<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        // What lies elsewhere in the repository is no source: who embeds it says so.
        if entry.file_type()?.is_symlink() {
            continue;
        }
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

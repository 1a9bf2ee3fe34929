//! Tells the program which version it is, as `WARRAQ_VERSION`: with the commit that a checkout is built from.
#![expect(
    clippy::disallowed_methods,
    reason = "a build script asks git what it builds"
)]

mod commit;

use std::env;
use std::error::Error;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let version = env::var("CARGO_PKG_VERSION")?;
    let manifest = env::var("CARGO_MANIFEST_DIR")?;
    let commit = commit::of(Path::new(&manifest));
    let commit = commit.map_or_else(String::new, |commit| format!(" ({commit})"));
    for changed in ["build", "src", "Cargo.lock"] {
        println!("cargo::rerun-if-changed={changed}");
    }
    println!("cargo::rustc-env=WARRAQ_VERSION={version}{commit}");
    Ok(())
}

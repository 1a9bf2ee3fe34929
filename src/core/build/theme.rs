//! Lists the files of `templates/` for the program to carry: the theme that sites name is the one of this repository.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

/// Writes the list as Rust: each path in a site with its bytes, in the order of the paths.
pub(crate) fn list(manifest: &Path, list: &Path) -> io::Result<()> {
    let folder = manifest.join("templates");
    let mut files = Vec::new();
    collect(&folder, &mut files)?;
    files.sort();
    let mut rust = String::from("&[\n");
    for file in &files {
        let below = file.strip_prefix(manifest).unwrap_or(file);
        let path = below.to_string_lossy().replace('\\', "/");
        let file = file.to_string_lossy();
        _ = writeln!(rust, "    ({path:?}, include_bytes!({file:?})),");
    }
    rust.push(']');
    println!("cargo::rerun-if-changed={}", folder.display());
    fs::write(list, rust)
}

fn collect(folder: &Path, files: &mut Vec<std::path::PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

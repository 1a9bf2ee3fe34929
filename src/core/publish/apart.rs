//! Whether a folder lies apart from what a site is made of, so that publishing into it cannot change
//! the site, its history, or what warraq remembers of either.

use std::fs;
use std::path::{Component, Path, PathBuf};

use super::layout::{unfit, without_links};
use super::tree::STATE_INSIDE;
use crate::diagnostic::Diagnostic;
use crate::locale::text;

/// Folders in which programs keep the history of a site.
const HISTORIES: [&str; 4] = [".git", ".hg", ".jj", ".svn"];

/// Makes sure that publishing into `folder` changes nothing of the site in `root`, which is read
/// from `inputs`: files and folders, whether they exist or not. Paths are compared as they really
/// are, with symbolic links resolved.
///
/// # Errors
/// `E503` when `folder` holds one of them, lies in one, lies in a folder of version control or of
/// warraq, or is reached by a link that leads out of the site: whoever may add a link to a site could
/// otherwise have files written anywhere.
pub fn lies_apart(folder: &Path, root: &Path, inputs: &[PathBuf]) -> Result<(), Diagnostic> {
    let (real, real_root) = (resolved(folder), resolved(root));
    if real_root.starts_with(&real) {
        return Err(unfit(folder, text!("unfit-holds-site")));
    }
    for input in inputs {
        let real_input = resolved(input);
        let path = input.strip_prefix(root).unwrap_or(input).display();
        let path = path.to_string();
        if real.starts_with(&real_input) {
            return Err(unfit(folder, text!("unfit-inside-input", path)));
        }
        if real_input.starts_with(&real) {
            return Err(unfit(folder, text!("unfit-holds-input", path)));
        }
    }
    let names = real
        .components()
        .filter_map(|component| component.as_os_str().to_str());
    for name in names {
        if HISTORIES.contains(&name) {
            return Err(unfit(folder, text!("unfit-inside-history", name)));
        }
        if name == STATE_INSIDE || (name.starts_with('.') && name.ends_with(STATE_INSIDE)) {
            return Err(unfit(folder, text!("unfit-inside-records", name)));
        }
    }
    if let Some(link) = link_out(folder, &real_root) {
        let path = link.strip_prefix(&real_root).unwrap_or(&link).display();
        let mut problem = unfit(folder, text!("unfit-link-out", path = path.to_string()));
        let path = real.display().to_string();
        problem.hint = Some(text!("unfit-link-out-hint", path));
        return Err(problem);
    }
    if real.starts_with(&real_root) {
        return without_links(&real, folder);
    }
    Ok(())
}

/// The link of the site by which a path leads out of it.
fn link_out(path: &Path, real_root: &Path) -> Option<PathBuf> {
    let absolute = std::path::absolute(path).ok()?;
    let mut reached = PathBuf::new();
    for component in absolute.components() {
        let next = match component {
            Component::ParentDir => reached.parent().unwrap_or(&reached).to_owned(),
            component => reached.join(component),
        };
        let real = fs::canonicalize(&next).unwrap_or_else(|_| next.clone());
        let is_link = fs::symlink_metadata(&next).is_ok_and(|metadata| metadata.is_symlink());
        if is_link && next.starts_with(real_root) && !real.starts_with(real_root) {
            return Some(next);
        }
        reached = real;
    }
    None
}

/// The absolute path without symbolic links. What does not exist yet is taken as it is written.
fn resolved(path: &Path) -> PathBuf {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut resolved = PathBuf::new();
    for component in absolute.components() {
        match component {
            Component::ParentDir => _ = resolved.pop(),
            component => resolved.push(component),
        }
        if let Ok(real) = fs::canonicalize(&resolved) {
            resolved = real;
        }
    }
    resolved
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn what_a_site_is_made_of_cannot_be_its_output() {
        use std::os::unix::fs::symlink;

        let scratch = tempfile::tempdir().unwrap();
        let root = scratch.path().join("site");
        for folder in [
            "content/a",
            "templates/assets",
            ".git/refs",
            "shared/pages",
            "other",
        ] {
            fs::create_dir_all(root.join(folder)).unwrap();
        }
        symlink("shared", root.join("link")).unwrap();
        symlink("../content", root.join("other/inner")).unwrap();
        symlink(&root, scratch.path().join("alias")).unwrap();
        fs::create_dir(scratch.path().join("elsewhere")).unwrap();
        symlink("../elsewhere", root.join("out")).unwrap();
        symlink("out", root.join("far")).unwrap();
        symlink(&root, scratch.path().join("elsewhere/back")).unwrap();
        fs::create_dir_all(root.join(".linked.warraq")).unwrap();
        symlink("../../elsewhere", root.join(".linked.warraq/next")).unwrap();
        symlink("shared", root.join(".records.warraq")).unwrap();
        let inputs = ["content", "templates", "link/pages"].map(|name| root.join(name));
        let refused = [
            "",
            ".",
            "..",
            "../../",
            "content",
            "content/pub",
            "content/a/../new",
            "templates",
            "templates/assets/out",
            "other/inner",
            "other/inner/pub",
            ".git",
            ".git/refs/pub",
            "shared",
            "shared/pages",
            "shared/pages/out",
            "link",
            "../alias",
            "../alias/content",
            ".public.warraq/next",
            "public/.warraq",
            "nothing/../content",
            "out",
            "out/deep",
            "far",
            "far/../elsewhere/x",
            "../elsewhere/back/out",
            "linked",
            "records",
        ];
        for folder in refused {
            let result = lies_apart(&root.join(folder), &root, &inputs);
            assert_eq!(result.unwrap_err().code, "E503", "{folder}");
        }
        for folder in [
            "public",
            "contents",
            "shared/out",
            "../out",
            ".github/pages",
            "other",
            "a.warraq",
            "../elsewhere",
            "../alias/public",
        ] {
            assert_eq!(
                lies_apart(&root.join(folder), &root, &inputs),
                Ok(()),
                "{folder}"
            );
        }
    }
}

//! A place in a file becomes an address that the editor's program opens.

use std::path::Path;

use crate::path::encode;

/// The editor's address, to be filled in.
#[derive(Debug, Clone)]
pub(super) struct Editor {
    /// With `{path}`, `{line}` and `{column}` in it. `None` when no links are wanted.
    address: Option<String>,
    /// The absolute path of the site, with `/` between names.
    root: String,
}

impl Editor {
    /// An editor for the site in a folder.
    pub(super) fn new(address: Option<&str>, root: &Path) -> Self {
        // A root that cannot be made absolute is one that no file of it can be read from.
        let root = std::path::absolute(root).unwrap_or_else(|_| root.to_owned());
        let root = root
            .to_string_lossy()
            .replace(std::path::MAIN_SEPARATOR, "/");
        Self {
            address: address.map(str::to_owned),
            root: root.trim_end_matches('/').to_owned(),
        }
    }

    /// The address that opens a file of the site at a place.
    pub(super) fn link(&self, file: &str, line: usize, column: usize) -> Option<String> {
        let path = format!("{}/{file}", self.root);
        let mut path = encode(&path).into_owned();
        for (plain, encoded) in [("#", "%23"), ("&", "%26"), ("+", "%2B")] {
            // These have a meaning in a fragment or a query, where an address may want its path.
            path = path.replace(plain, encoded);
        }
        let address = self.address.as_ref()?;
        Some(
            address
                .replace("{line}", &line.to_string())
                .replace("{column}", &column.to_string())
                .replace("{path}", &path),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_names_the_file_and_the_place() {
        let root = if cfg!(windows) {
            r"C:\a b"
        } else {
            "/srv/a b/"
        };
        let link = |address| Editor::new(address, Path::new(root)).link("مدن/c#.md", 3, 14);
        assert!(
            link(Some("vscode://file/{path}:{line}:{column}"))
                .unwrap()
                .ends_with("/a%20b/%D9%85%D8%AF%D9%86/c%23.md:3:14")
        );
        assert!(
            link(Some("idea://open?line={line}&file={path}"))
                .unwrap()
                .starts_with("idea://open?line=3&file=")
        );
        assert_eq!(link(None), None);
    }
}

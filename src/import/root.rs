//! Where in a folder the site of another generator is: who names the folder above it is told so.

use super::generator::{Files, Generator};
use super::jekyll;
use super::old::SETTINGS;

/// Where a site is in a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Root {
    /// The folder is the site's own.
    Here,
    /// In a folder below, the first with settings.
    Below(String),
    /// Nowhere: there are neither settings nor a folder of texts.
    Nowhere,
}

impl Generator {
    /// The files, one of which has the settings of a site, and the folders, one of which has its texts.
    fn marks(self) -> (&'static [&'static str], &'static [&'static str]) {
        match self {
            Self::Hugo => (&SETTINGS, &["content/", "config/_default/"]),
            Self::Zola => (&["config.toml", "zola.toml"], &["content/"]),
            Self::Jekyll => (&jekyll::SETTINGS, &["_posts/", "_layouts/"]),
            Self::Markdown => (&[], &[""]),
        }
    }

    /// Where a site of this generator is among files.
    #[must_use]
    pub fn root(self, files: &Files) -> Root {
        let (settings, folders) = self.marks();
        let is_own = |path: &String| {
            let mut folders = folders.iter();
            settings.contains(&path.as_str()) || folders.any(|folder| path.starts_with(folder))
        };
        if files.keys().any(is_own) {
            return Root::Here;
        }
        let below = files.keys().filter_map(|path| {
            let (folder, name) = path.rsplit_once('/')?;
            settings.contains(&name).then(|| folder.to_owned())
        });
        let nearest = below.min_by_key(|folder| folder.matches('/').count());
        nearest.map_or(Root::Nowhere, Root::Below)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_is_found_where_its_settings_or_texts_are() {
        let below = |folder: &str| Root::Below(folder.to_owned());
        for (generator, paths, root) in [
            (Generator::Zola, &["config.toml"][..], Root::Here),
            (
                Generator::Zola,
                &["content/a.md", "docs/config.toml"],
                Root::Here,
            ),
            (
                Generator::Zola,
                &["README.md", "a/b/config.toml", "docs/config.toml"],
                below("docs"),
            ),
            (
                Generator::Zola,
                &["README.md", "docs/hugo.toml"],
                Root::Nowhere,
            ),
            (Generator::Hugo, &["docs/hugo.toml"], below("docs")),
            (Generator::Hugo, &["config/_default/hugo.toml"], Root::Here),
            (
                Generator::Jekyll,
                &["index.md", "site/_config.yml"],
                below("site"),
            ),
            (Generator::Jekyll, &["_posts/2024-01-01-a.md"], Root::Here),
            (Generator::Markdown, &["a.md"], Root::Here),
        ] {
            let files = paths.iter().map(|path| ((*path).to_owned(), Vec::new()));
            assert_eq!(generator.root(&files.collect()), root, "{paths:?}");
        }
    }
}

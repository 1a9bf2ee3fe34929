//! Sites of other generators, told by their configuration files: whoever runs warraq in the folder of one should hear what it
//! is, not only what is missing in it.
#![expect(
    clippy::disallowed_methods,
    reason = "looking at what a folder holds is part of reading it"
)]

use std::fs;
use std::path::Path;

/// Files that tell a generator, each with a word that must stand in it where its name alone says too little.
const FILES: [(&str, &str, &str); 31] = [
    ("hugo.toml", "", "Hugo"),
    ("hugo.yaml", "", "Hugo"),
    ("hugo.yml", "", "Hugo"),
    ("hugo.json", "", "Hugo"),
    ("config/_default", "", "Hugo"),
    ("config.toml", "baseURL", "Hugo"),
    ("config.yaml", "baseURL", "Hugo"),
    ("config.yml", "baseURL", "Hugo"),
    ("config.json", "baseURL", "Hugo"),
    ("config.toml", "base_url", "Zola"),
    ("zola.toml", "", "Zola"),
    ("_config.yml", "hexo", "Hexo"),
    ("_config.yml", "", "Jekyll"),
    ("_config.yaml", "", "Jekyll"),
    ("_config.toml", "", "Jekyll"),
    (".eleventy.js", "", "Eleventy"),
    ("eleventy.config.js", "", "Eleventy"),
    ("eleventy.config.mjs", "", "Eleventy"),
    ("eleventy.config.cjs", "", "Eleventy"),
    ("eleventy.config.ts", "", "Eleventy"),
    ("astro.config.mjs", "", "Astro"),
    ("astro.config.js", "", "Astro"),
    ("astro.config.cjs", "", "Astro"),
    ("astro.config.ts", "", "Astro"),
    ("astro.config.mts", "", "Astro"),
    ("docusaurus.config.js", "", "Docusaurus"),
    ("docusaurus.config.ts", "", "Docusaurus"),
    ("gatsby-config.js", "", "Gatsby"),
    ("mkdocs.yml", "", "MkDocs"),
    ("book.toml", "[book]", "mdBook"),
    ("pelicanconf.py", "", "Pelican"),
];

/// The configuration file that another generator has in a folder, and which that is.
#[must_use]
pub fn generator(folder: &Path) -> Option<(&'static str, &'static str)> {
    let found = FILES.iter().find(|(file, word, _)| {
        let path = folder.join(file);
        if word.is_empty() {
            return path.exists();
        }
        let text = fs::read_to_string(path).unwrap_or_default();
        text.to_ascii_lowercase()
            .contains(&word.to_ascii_lowercase())
    });
    found.map(|(file, _, generator)| (*file, *generator))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_file_tells_its_generator_and_a_name_alone_tells_none_where_many_have_it() {
        for (file, word, generator) in FILES {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, format!("{word} = 1\n")).unwrap();
            let found = super::generator(folder.path());
            assert_eq!(found, Some((file, generator)));
        }
        let folder = tempfile::tempdir().unwrap();
        for file in ["config.toml", "config.yml", "config.json", "book.toml"] {
            fs::write(folder.path().join(file), "name = 1\n").unwrap();
        }
        assert_eq!(super::generator(folder.path()), None);
    }
}

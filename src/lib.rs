//! warraq turns a folder of typed Arabic Markdown into a complete right-to-left site.
//!
//! Data flows one way, and the modules below are listed in its order: [`source::load`] reads the files
//! into a [`source::Snapshot`]; [`config`] and [`content`] make sense of each file alone, by the
//! [`schema`] that site.toml declares; [`graph`] links them into a [`graph::Site`] and proves its quotations; [`assets`] and
//! [`pages`] plan and render; [`check`] looks at the result; [`publish`] writes it.
//! [`external`] asks, where it is told to, whether links out of the site lead somewhere. [`pipeline`]
//! shows all of it on one screen, and [`serve`] runs it again whenever the files change.
//!
//! Between the two edges nothing touches a disk, a clock or the environment, and nothing prints.
//!
//! A folder becomes a site in memory, of which a page is read:
//!
//! ```
//! # use std::fs;
//! use warraq::path::OutputPath;
//! use warraq::pipeline::{self, Options};
//! use warraq::source::load;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let folder = tempfile::tempdir()?;
//! # let root = folder.path();
//! # for (name, text) in [
//! #     ("site.toml", "[site]\ntitle = \"دفتر\"\ndescription = \"دفتر.\"\nlanguage = \"ar-MA\"\nbase_url = \"https://example.org/\"\n\n[collections.pages]\nurl = \"/{slug}/\"\ntemplate = \"page.html\"\n\n[collections.pages.fields]\ntitle = \"string\"\n"),
//! #     ("content/pages/salam.md", "+++\ntitle = \"سلام\"\n+++\n\nأهلا بقراء Wikipedia.\n"),
//! #     ("templates/page.html", "<!doctype html><html lang=\"{{ site.language }}\" dir=\"{{ site.direction }}\"><title>{{ page.title }}</title>{{ page.content }}</html>"),
//! # ] {
//! #     fs::create_dir_all(root.join(name).parent().ok_or("no folder")?)?;
//! #     fs::write(root.join(name), text)?;
//! # }
//! let snapshot = load::load(root)?;
//! let build = pipeline::run(&snapshot, &Options::default());
//! assert_eq!(build.errors(), 0, "{:?}", build.diagnostics);
//!
//! let output = build.output.ok_or("there are errors")?;
//! let page = output.get(&OutputPath::new("salam/index.html")?).ok_or("no page")?;
//! let text = page.as_text().ok_or("no text")?;
//! assert!(text.contains("<bdi dir=\"ltr\" lang=\"en\">Wikipedia</bdi>"));
//! # Ok(())
//! # }
//! ```

use warraq_core::html;
#[doc(inline)]
pub use warraq_core::{
    arabic, assets, check, config, content, diagnostic, digest, fonts, graph, hosting, locale,
    markdown, media_type, output, pages, path, pictures, pipeline, publish, raster, schema, search,
    source,
};

pub mod article;

#[cfg(feature = "external-links")]
pub mod external;

pub mod edit;
pub mod import;

#[cfg(feature = "deploy")]
pub mod deploy;
#[cfg(feature = "serve")]
pub mod serve;

pub mod cli;

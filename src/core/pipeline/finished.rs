//! A finished site, for questions about it that no page answers.

use std::sync::Arc;

use crate::check::{self, Lettering, Weight};
use crate::config::Config;
use crate::content::Absence;
use crate::fonts::{Fonts, Webfonts};
use crate::graph::Site;
use crate::output::{KnownSizes, Output};
use crate::pages::{Plan, Rendered, Role};
use crate::path::{OutputPath, SourcePath, UrlPath};

/// What a site was made of in the run that finished it.
pub struct Finished {
    pub(super) site: Arc<Site>,
    pub(super) plan: Arc<Plan>,
    pub(super) fonts: Arc<Fonts>,
    pub(super) webfonts: Arc<Webfonts>,
    pub(super) known_sizes: KnownSizes,
}

/// An entry that is not published.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Draft {
    /// Its file.
    pub path: SourcePath,
    /// Why it is not published.
    pub why: Absence,
    /// Its title, or its slug.
    pub title: String,
    /// The address of its page, where drafts are built.
    pub address: Option<UrlPath>,
}

impl Finished {
    /// What site.toml says.
    #[must_use]
    pub fn config(&self) -> &Config {
        &self.site.config
    }

    /// What each page is made from, by its path.
    #[must_use]
    pub fn source(&self, path: &OutputPath) -> Option<&SourcePath> {
        Some(&self.plan.page(path)?.source)
    }

    /// The entries that are not published, though drafts may be built.
    #[must_use]
    pub fn drafts(&self) -> Vec<Draft> {
        let drafts = self.site.drafts();
        let drafts = drafts.map(|(document, why, page)| Draft {
            path: document.path.clone(),
            why,
            title: self.site.title_of(document).to_owned(),
            address: page.cloned(),
        });
        drafts.collect()
    }

    /// What a page weighs, beside its budgets.
    #[must_use]
    pub fn weight(&self, path: &OutputPath, output: &Output) -> Vec<Weight> {
        let lettering = Lettering {
            fonts: &self.fonts,
            webfonts: &self.webfonts,
            known_sizes: &self.known_sizes,
        };
        check::weigh(path, (&self.site, &self.plan, output), lettering)
    }
}

/// Whether every page that is planned was rendered.
pub(super) fn is_whole(plan: Option<&Plan>, rendered: &Rendered) -> bool {
    let is_there = |path| {
        let bytes = rendered.output.get(path);
        bytes.is_some_and(|bytes| bytes.input_digest().is_some() || !bytes.is_empty())
    };
    plan.is_some_and(|plan| {
        let mut files = plan.files.iter();
        files.all(|(path, file)| file.role != Role::Page || is_there(path))
    })
}

impl std::fmt::Debug for Finished {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Finished").finish_non_exhaustive()
    }
}

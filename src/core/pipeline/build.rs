//! What a run is asked, and what it gives.

use std::sync::Arc;

use super::finished::Finished;
use crate::arabic::Date;
use crate::check::{CheckLevel, Translated};
use crate::config::Config;
use crate::content::Absence;
use crate::diagnostic::Diagnostic;
use crate::output::{KnownSizes, Output};
use crate::pages::{InProgress, Outbound, Plan};
use crate::path::SourcePath;
use crate::raster::Colours;

/// What a run may be asked to do differently.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Includes entries that are not published: drafts, what is scheduled, and what has expired.
    pub drafts: bool,
    /// The day on which the site is built. Without one, nothing is scheduled and nothing expires.
    pub today: Option<Date>,
    /// Replaces the base URL of site.toml.
    pub base_url: Option<String>,
    /// What is known of files that the last publish made.
    pub known_sizes: KnownSizes,
    /// What is known of the colours of pictures.
    pub colours: Colours,
    /// Gives an output although there are errors, as long as every page could be rendered.
    pub in_spite_of_errors: bool,
    /// Tells of each reference to an entry that is not there, and not only of the first with how many there are.
    pub each_reference: bool,
    /// How thoroughly the finished site is checked.
    pub level: CheckLevel,
    /// Where the files stand that are being made, so that [`watch`](super::watch) can see them.
    pub in_progress: InProgress,
}

/// What a run gives.
#[derive(Debug)]
#[non_exhaustive]
pub struct Build {
    /// The site, file by file. Absent when there are errors.
    pub output: Option<Output>,
    /// How many of the files are pages.
    pub pages: usize,
    /// How many of the pages had to be rendered in this run.
    pub rendered: usize,
    /// How many pages were not made, because of errors in what they would be made of.
    pub left_out: usize,
    /// The links that lead out of the site, page by page.
    pub outbound: Vec<Outbound>,
    /// What site.toml says; absent where it cannot be read.
    pub config: Option<Arc<Config>>,
    /// What is published where; absent where no page was rendered.
    pub plan: Option<Arc<Plan>>,
    /// What it was made of; absent where no page was rendered, and of a single run.
    pub finished: Option<Arc<Finished>>,
    /// The path of the base URL, below which the site is published: `/`, or `/dossier/`.
    pub base_path: String,
    /// The entries that are not published, or would not be without `drafts`, and why: in the order of the files.
    pub unpublished: Vec<(SourcePath, Absence)>,
    /// How far each collection is in each language, where there are several.
    pub translated: Vec<Translated>,
    /// Every problem that was found, in the order of the files.
    pub diagnostics: Vec<Diagnostic>,
}

impl Build {
    /// A run that broke off, with the one problem that this is.
    #[must_use]
    pub fn broken_off(problem: Diagnostic) -> Self {
        Self {
            output: None,
            pages: 0,
            rendered: 0,
            left_out: 0,
            outbound: Vec::new(),
            config: None,
            plan: None,
            finished: None,
            base_path: "/".to_owned(),
            translated: Vec::new(),
            unpublished: Vec::new(),
            diagnostics: vec![problem],
        }
    }

    /// The number of errors.
    #[must_use]
    pub fn errors(&self) -> usize {
        self.diagnostics.iter().filter(|d| d.is_error()).count()
    }
}

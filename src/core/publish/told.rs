//! What was told of a site when it was published. A site that has not changed is not built again, and told of all the same.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::manifest::SiteRecord;
use super::remembered::{recall, remember};
use crate::diagnostic::Diagnostic;
use crate::digest::Digest;
use crate::locale::Text;

/// The name of the file, in the state folder.
const TOLD: &str = "told.json";

/// As many problems as are kept. More are found anew, as nobody waits for them.
const MOST: usize = 1000;

/// Warnings, and what a day leaves out.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// The problems, in the order of the files.
    pub problems: Vec<Diagnostic>,
    /// How many entries the day leaves out.
    pub left_out: Option<Text>,
}

#[derive(Serialize, Deserialize)]
struct Form<Told> {
    recipe: Digest,
    told: Told,
}

impl Told {
    /// Whether there is nothing to tell.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.problems.is_empty() && self.left_out.is_none()
    }

    /// Whether all of it is kept.
    #[must_use]
    pub fn is_kept(&self) -> bool {
        self.problems.len() <= MOST
    }

    /// What was told of the site that is published to `folder`. `None` where that is not known any more.
    #[must_use]
    pub fn of(folder: &Path, site: &SiteRecord) -> Option<Self> {
        if !site.is_told {
            return Some(Self::default());
        }
        let form: Form<Self> = serde_json::from_slice(&recall(folder, TOLD)?).ok()?;
        (form.recipe == site.recipe).then_some(form.told)
    }

    /// Keeps it for the site of this recipe, which is published to `folder`.
    pub fn keep(&self, folder: &Path, recipe: Digest) {
        let form = Form { recipe, told: self };
        // What cannot be kept is found anew.
        if let Ok(text) = serde_json::to_vec(&form)
            && !self.is_empty()
        {
            remember(folder, TOLD, &text);
        }
    }
}

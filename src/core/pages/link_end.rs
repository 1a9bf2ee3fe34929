//! Where a link leads.

use super::plan::Plan;
use crate::digest::StableHasher;
use crate::path::OutputPath;

/// What an address turned out to be.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Address {
    /// Not of this site; left as it is.
    Elsewhere,
    /// A published file.
    Published {
        /// Where it is.
        file: OutputPath,
        /// What to print.
        href: String,
        /// A place inside a page, to be looked for once all pages are rendered.
        place: Option<Place>,
        /// The tag of the language of the words there, where that is another than that of the page with the link.
        language: Option<String>,
    },
    /// Of this site, but nothing is published there.
    Missing,
}

impl Address {
    /// Writes down all that it is, and what pages show of it if it is a picture.
    pub(super) fn trace(&self, plan: &Plan, trace: &mut StableHasher) {
        match self {
            Self::Elsewhere => trace.absent(),
            Self::Missing => trace.list(0),
            Self::Published {
                file,
                href,
                place,
                language,
            } => {
                trace.text(href);
                match language {
                    Some(tag) => trace.text(tag),
                    None => trace.absent(),
                }
                if let Some(picture) = plan.pictures.get(file) {
                    picture.trace(trace);
                }
                match place {
                    Some(place) => {
                        trace.text(place.path.as_str());
                        trace.text(&place.id);
                    }
                    None => trace.absent(),
                }
            }
        }
    }
}

/// A place inside a page.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    /// The page.
    pub(super) path: OutputPath,
    /// The id in it.
    pub(super) id: String,
}

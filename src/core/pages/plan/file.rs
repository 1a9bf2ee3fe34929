//! A file of the output, before it is made: all that those need to know of it who link to it, check
//! it, host it and send it.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::page::Page;
use crate::diagnostic::Span;
use crate::media_type::MediaType;
use crate::path::SourcePath;

/// What a published file is to those who host and cache it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// A file whose name changes with its bytes, so that it can be kept for ever.
    Fingerprinted,
    /// A page.
    Page,
    /// A page that leads on to another: hosts that know rules answer with those instead.
    Redirect,
    /// A list of the site's pages for machines, such as the sitemap: it should not name a page before the page is there.
    Listing,
    /// Anything else: it keeps its name when its bytes change.
    Other,
}

/// A file that will be published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedFile {
    /// What it is to those who host and cache it.
    pub role: Role,
    /// What it is to those who read it.
    pub media_type: MediaType,
    /// The page, if it is one.
    pub page: Option<Arc<Page>>,
    /// The file of the site that it is made from, if it is made from one.
    pub source: Option<SourcePath>,
    /// Where the site asks for it.
    pub place: Span,
}

impl PlannedFile {
    /// A file that no single file of the site becomes; `place` asks for it.
    pub(in crate::pages) fn new(role: Role, media_type: MediaType, place: Span) -> Self {
        Self {
            role,
            media_type,
            page: None,
            source: None,
            place,
        }
    }

    /// A file made from another.
    pub(in crate::pages) fn from(role: Role, media_type: MediaType, source: &SourcePath) -> Self {
        Self {
            source: Some(source.clone()),
            ..Self::new(role, media_type, source.into())
        }
    }

    /// A page.
    pub(in crate::pages) fn page(role: Role, media_type: MediaType, page: &Arc<Page>) -> Self {
        Self {
            page: Some(page.clone()),
            ..Self::from(role, media_type, &page.source)
        }
    }
}

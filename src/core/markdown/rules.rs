//! How prose is to be read.

use std::sync::Arc;

use super::wording::Wording;
use crate::arabic::bidi::Isolation;
use crate::arabic::typography::Typography;
use crate::highlight;

/// How prose is read, by `[markdown]` in site.toml.
#[derive(Debug, Clone)]
pub(crate) struct ProseRules {
    /// Whether HTML may stand in prose.
    pub(crate) raw_html: bool,
    /// How code is shown.
    pub(crate) code: highlight::Rules,
    /// How runs of the other direction than the page's are isolated, if at all.
    pub(crate) isolation: Option<Isolation>,
    /// The words that prose puts on a page by itself.
    pub(crate) wording: Wording,
    /// What is held against what is written.
    pub(crate) typography: Arc<Typography>,
}

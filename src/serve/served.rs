//! What all requests share.

use std::path::Path;
use std::sync::Arc;

use tokio::sync::watch;

use super::editor::Editor;
use super::made::Made;
use super::preview_state::PreviewState;

/// What all requests share.
#[derive(Debug, Clone)]
pub(super) struct Served {
    /// The current state, and changes of it.
    pub(super) states: watch::Receiver<Arc<PreviewState>>,
    /// The interface, as it was named.
    pub(super) interface: Arc<str>,
    /// The folder of the site.
    pub(super) root: Arc<Path>,
    /// What opens files in an editor.
    pub(super) editor: Arc<Editor>,
    /// What our own pages are told, and nobody else.
    pub(super) token: Arc<str>,
    /// What was made for requests.
    pub(super) made: Arc<Made>,
}

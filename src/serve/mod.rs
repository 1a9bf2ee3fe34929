//! The preview: rebuilds a site at every change and serves it from memory to a browser that
//! follows. It reads what `build` reads and makes what `build` makes, and reports by [`Event`]. It writes
//! nothing, but for safe fixes that a page of it asks for (`post`), which `content::fix` writes.
//!
//! The only place that knows of tokio. One thread rebuilds; the others answer.
//!
//! `rebuild` runs on a thread of its own. After each change it replaces the current state as a
//! whole: the last good site and the present problems. The other threads answer: `guard`
//! decides who may ask, `lookup` finds what is at an address, `document` adds the script to a page,
//! `events` sends each tab what concerns it. Each page carries a digest of its bytes, which its tab
//! sends when it connects, so that changes made in between are not missed. Only the latest state is
//! ever sent (`tokio::sync::watch`): no tab holds up another, and a panic of the pipeline does not
//! end the preview.
//!
//! In the browser, `morph.js` compares the new HTML with the HTML that was served before, not with
//! the page on screen, so that what readers and scripts did to the page is kept.

mod browser;
mod connection;
mod document;
mod editor;
mod events;
mod explanation;
mod file;
mod fixes;
mod guard;
mod listen;
mod lookup;
mod made;
mod page_facts;
mod page_state;
mod post;
mod preview;
mod preview_state;
mod problems;
mod range;
mod rebuild;
mod respond;
mod review;
mod served;
mod slow;
mod watch;
mod words;

use std::io;
use std::sync::Arc;
use std::thread;

use axum::Router;
use tokio::net::TcpListener;
use tokio::runtime;
use tokio::sync::{mpsc, oneshot};

pub use listen::{Listener, Port};
pub use preview::{Event, Preview, Rebuilt};

use crate::diagnostic::Diagnostic;
use crate::locale::{Text, text};
use crate::pipeline::STACK;
use connection::Bounded;
use editor::Editor;
use preview_state::PreviewState;
use rebuild::Rebuild;

/// Serves a site until the process is asked to end.
///
/// # Errors
/// A diagnostic when there is no site to begin with, or the system does not let us serve.
pub fn serve(
    preview: Preview,
    listener: Listener,
    report: impl FnMut(Event<'_>) + Send + 'static,
) -> Result<(), Diagnostic> {
    let runtime = runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(|error| unable(&error))?;
    let served = runtime.block_on(until_stopped(preview, listener, report));
    // Connected tabs do not delay the end.
    runtime.shutdown_background();
    served
}

async fn until_stopped(
    preview: Preview,
    listener: Listener,
    report: impl FnMut(Event<'_>) + Send + 'static,
) -> Result<(), Diagnostic> {
    let stop = stop().map_err(|error| unable(&error))?;
    let socket = TcpListener::from_std(listener.socket).map_err(|error| unable(&error))?;
    let (publish, mut states) = tokio::sync::watch::channel(Arc::new(PreviewState::default()));
    let (end, ended) = oneshot::channel();
    let (stuck, mut found_stuck) = mpsc::unbounded_channel();
    let root = preview.root.clone().into();
    let editor = Editor::new(preview.editor.as_deref(), &preview.root);
    let rebuilding = move || {
        let rebuild = Rebuild::new(&preview, publish, report, stuck);
        // If nobody receives it, the process is ending already.
        _ = end.send(rebuild.forever(&preview.root));
    };
    let thread = thread::Builder::new().stack_size(STACK);
    thread.spawn(rebuilding).map_err(|error| unable(&error))?;
    let answering = async {
        // Requests wait for the first state. If there is none, `ended` says why.
        _ = states.changed().await;
        let state = served::Served {
            states,
            interface: listener.interface.into(),
            root,
            editor: Arc::new(editor),
            token: post::token(),
            made: Arc::default(),
        };
        let router = Router::new().fallback(respond::respond).with_state(state);
        let router = router.into_make_service_with_connect_info::<post::Peer>();
        axum::serve(Bounded::new(socket), router).await
    };
    tokio::select! {
        () = stop => Ok(()),
        Ok(problem) = ended => Err(problem),
        // Whatever does not end keeps its thread until the process ends.
        Some(problem) = found_stuck.recv() => Err(problem),
        result = answering => result.map_err(|error| unable(&error)),
    }
}

/// Completes on a signal to end. Signals are caught from the call on, not only once it is awaited.
#[cfg(unix)]
fn stop() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};

    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

/// Completes on a signal to end. Signals are caught from the call on, not only once it is awaited.
#[cfg(windows)]
fn stop() -> io::Result<impl Future<Output = ()>> {
    let mut interrupt = tokio::signal::windows::ctrl_c()?;
    Ok(async move {
        _ = interrupt.recv().await;
    })
}

fn unable(error: &io::Error) -> Diagnostic {
    Diagnostic::error("E600", text!("preview-unable", error = Text::of_io(error)))
}

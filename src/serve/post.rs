//! A request to write a fix, or what is decided of a draft: refused unless a page of the preview itself asks, in a browser of this machine, and knows what
//! only such a page is told.

use std::hash::{BuildHasher, RandomState};
use std::path::Path;
use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::extract::connect_info::Connected;
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::serve::IncomingStream;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use tokio::task::spawn_blocking;

use super::connection::Bounded;
use super::fixes::Outcome;
use super::served::Served;
use super::{guard, review};
use crate::locale::{Text, text};

/// How long the body of a request may be.
const LONGEST: usize = 4096;

/// Who asks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Peer {
    /// Whether it is a program of this machine.
    is_here: bool,
}

impl Connected<IncomingStream<'_, Bounded>> for Peer {
    fn connect_info(stream: IncomingStream<'_, Bounded>) -> Self {
        let is_here = guard::is_here(stream.remote_addr().ip());
        Self { is_here }
    }
}

/// Whether a request comes from this machine.
pub(super) fn is_from_here(request: &Parts) -> bool {
    let peer = request.extensions.get::<ConnectInfo<Peer>>();
    peer.is_some_and(|ConnectInfo(peer)| peer.is_here)
}

/// What only pages of this preview know. Made from the keys of two hash maps, which the system draws at random.
pub(super) fn token() -> Arc<str> {
    let drawn = || RandomState::new().hash_one("token");
    format!("{:016x}{:016x}", drawn(), drawn()).into()
}

/// What is asked for where fixes are.
#[derive(Debug, Deserialize)]
struct Wish {
    /// The name of a fix, or of all.
    fix: String,
}

/// The answer to a request for a fix: a status, and a sentence.
pub(super) async fn fix(served: &Served, request: &Parts, body: Body) -> (StatusCode, Text) {
    let state = served.states.borrow().clone();
    asked(served, request, body, move |wish: Wish, root| {
        state.fixes.apply(&wish.fix, root)
    })
    .await
}

/// The answer to what is decided of a draft.
pub(super) async fn review(served: &Served, request: &Parts, body: Body) -> (StatusCode, Text) {
    asked(served, request, body, review::decide).await
}

/// Has done what a page of this preview asks for.
async fn asked<W: DeserializeOwned + Send + 'static>(
    served: &Served,
    request: &Parts,
    body: Body,
    act: impl FnOnce(W, &Path) -> Outcome + Send + 'static,
) -> (StatusCode, Text) {
    if !is_from_here(request) {
        return (StatusCode::FORBIDDEN, text!("fix-from-elsewhere"));
    }
    let asked = guard::origin(&request.headers)
        .and_then(|()| guard::token(&request.headers, &served.token));
    if asked.is_err() {
        return (StatusCode::FORBIDDEN, text!("fix-for-own-pages"));
    }
    let bytes = to_bytes(body, LONGEST).await.unwrap_or_default();
    let Ok(wish) = serde_json::from_slice::<W>(&bytes) else {
        return (StatusCode::BAD_REQUEST, text!("fix-unnamed"));
    };
    let root = served.root.clone();
    let applied = spawn_blocking(move || act(wish, &root)).await;
    match applied {
        Ok(Outcome::Written(said)) => (StatusCode::OK, said),
        Ok(Outcome::Outdated(said)) => (StatusCode::CONFLICT, said),
        Ok(Outcome::Failed(said)) => (StatusCode::INTERNAL_SERVER_ERROR, said),
        Err(error) => {
            let said = Text::verbatim(error.to_string());
            (StatusCode::INTERNAL_SERVER_ERROR, said)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_previews_have_the_same_token() {
        let (one, other) = (token(), token());
        assert_eq!(one.len(), 32);
        assert_ne!(one, other);
        assert_ne!(one[..16], one[16..]);
    }
}

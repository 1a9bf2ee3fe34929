//! A request becomes a response: first who asks, then what for.

use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::extract::{FromRequestParts, Request, State, WebSocketUpgrade};
use axum::http::header::{
    ALLOW, CACHE_CONTROL, CONTENT_TYPE, HeaderName, LOCATION, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use tokio::sync::watch;

use super::lookup::Answer;
use super::page_state::{Digest, PageState};
use super::preview_state::{PreviewState, not_found};
use super::{browser, document, events, guard};
use crate::media_type::MediaType;

/// What every request is answered from.
#[derive(Debug, Clone)]
pub(super) struct Served {
    /// The current edition, and word of the next.
    pub(super) editions: watch::Receiver<Arc<PreviewState>>,
    /// The interface listened at, as it was named.
    pub(super) interface: Arc<str>,
}

/// Answers a request.
pub(super) async fn respond(State(served): State<Served>, request: Request) -> Response {
    let mut response = answer(served, request).await;
    for (name, value) in [
        (CACHE_CONTROL, "no-store"),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (
            HeaderName::from_static("cross-origin-resource-policy"),
            "same-origin",
        ),
    ] {
        let value = HeaderValue::from_static(value);
        response.headers_mut().insert(name, value);
    }
    response
}

async fn answer(served: Served, request: Request) -> Response {
    let (mut parts, _) = request.into_parts();
    if let Err(reason) = guard::host(&parts.uri, &parts.headers, &served.interface) {
        return sentence(StatusCode::FORBIDDEN, reason);
    }
    if parts.method != Method::GET && parts.method != Method::HEAD {
        let refusal = sentence(StatusCode::METHOD_NOT_ALLOWED, "a preview is only read");
        return ([(ALLOW, "GET, HEAD")], refusal).into_response();
    }
    let path = parts.uri.path();
    if path == browser::EVENTS {
        if let Err(reason) = guard::origin(&parts.headers) {
            return sentence(StatusCode::FORBIDDEN, reason);
        }
        return match WebSocketUpgrade::from_request_parts(&mut parts, &()).await {
            Ok(upgrade) => events::tell(upgrade, served.editions),
            Err(rejection) => rejection.into_response(),
        };
    }
    if let Some((kind, text)) = browser::file(path) {
        return ([(CONTENT_TYPE, kind)], text).into_response();
    }
    let edition = served.editions.borrow().clone();
    of_the_site(&edition, path, parts.uri.query())
}

fn of_the_site(edition: &PreviewState, path: &str, query: Option<&str>) -> Response {
    let Some(site) = &edition.site else {
        let page = document::unbuilt(&edition.problems);
        let status = StatusCode::INTERNAL_SERVER_ERROR;
        return html(status, page.as_bytes(), &PageState::Unbuilt);
    };
    match site.at(path, query) {
        Answer::File(path, bytes) => {
            let media_type = site.plan.media_type(&path);
            if media_type == MediaType::HTML {
                let standing = PageState::Page(Digest::of(bytes));
                return html(StatusCode::OK, bytes, &standing);
            }
            let body = Bytes::from_owner(bytes.clone());
            ([(CONTENT_TYPE, media_type.content_type())], body).into_response()
        }
        Answer::Elsewhere(address) => {
            (StatusCode::TEMPORARY_REDIRECT, [(LOCATION, address)]).into_response()
        }
        Answer::Nothing => {
            let page = not_found(site);
            let standing = PageState::Missing(Digest::of(page));
            html(StatusCode::NOT_FOUND, page, &standing)
        }
    }
}

fn html(status: StatusCode, page: &[u8], standing: &PageState) -> Response {
    let body = Body::from(document::with_script(page, standing));
    (
        status,
        [(CONTENT_TYPE, MediaType::HTML.content_type())],
        body,
    )
        .into_response()
}

fn sentence(status: StatusCode, text: &str) -> Response {
    let kind = [(CONTENT_TYPE, "text/plain; charset=utf-8")];
    (status, kind, format!("{text}\n")).into_response()
}

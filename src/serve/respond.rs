//! Responds to requests: first checks who asks, then looks up what is asked for.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{FromRequestParts, Request, State, WebSocketUpgrade};
use axum::http::header::{
    ALLOW, CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderName, LOCATION,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::http::request::Parts;
use axum::http::{HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use tokio::task::spawn_blocking;

use super::editor::Editor;
use super::explanation::explanation;
use super::lookup::Lookup;
use super::made::Made;
use super::page_facts::PageFacts;
use super::page_state::{Digest, PageState};
use super::preview_state::PreviewState;
use super::served::Served;
use super::{browser, document, events, file, guard, post, review};
use crate::locale::{Text, text};
use crate::media_type::MediaType;

/// Responds to a request.
pub(super) async fn respond(State(served): State<Served>, request: Request) -> Response {
    let mut response = handle(served, request).await;
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

async fn handle(served: Served, request: Request) -> Response {
    let (mut parts, body) = request.into_parts();
    let language = served.states.borrow().language;
    let sentence = |status, text: &Text| sentence(status, &text.say(language));
    if let Err(reason) = guard::host(&parts.uri, &parts.headers, &served.interface) {
        return sentence(StatusCode::FORBIDDEN, &reason);
    }
    if parts.method == Method::POST && parts.uri.path() == browser::FIX {
        let (status, said) = post::fix(&served, &parts, body).await;
        return sentence(status, &said);
    }
    if parts.method == Method::POST && parts.uri.path() == browser::REVIEW {
        let (status, said) = post::review(&served, &parts, body).await;
        return sentence(status, &said);
    }
    if parts.method != Method::GET && parts.method != Method::HEAD {
        let refusal = sentence(StatusCode::METHOD_NOT_ALLOWED, &text!("preview-only-read"));
        return ([(ALLOW, "GET, HEAD")], refusal).into_response();
    }
    let path = parts.uri.path();
    if path == browser::EVENTS {
        if let Err(reason) = guard::origin(&parts.headers) {
            return sentence(StatusCode::FORBIDDEN, &reason);
        }
        return match WebSocketUpgrade::from_request_parts(&mut parts, &()).await {
            Ok(upgrade) => {
                let token = post::is_from_here(&parts).then_some(served.token);
                events::open(upgrade, served.states, token)
            }
            Err(rejection) => rejection.into_response(),
        };
    }
    if let Some((kind, text)) = browser::file(path) {
        return ([(CONTENT_TYPE, kind)], text).into_response();
    }
    if path == browser::REVIEW {
        let root = served.root.clone();
        let made = spawn_blocking(move || review::document(&root, language)).await;
        // In a frame of another site, its buttons could be laid under what a reader means to click.
        let html = [
            (CONTENT_TYPE, MediaType::HTML.content_type()),
            (CONTENT_SECURITY_POLICY, "frame-ancestors 'self'".into()),
        ];
        return match made {
            Ok(page) => (html, page).into_response(),
            Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        };
    }
    let state = served.states.borrow().clone();
    if let Some(code) = path.strip_prefix(browser::EXPLAIN) {
        let html = [(CONTENT_TYPE, MediaType::HTML.content_type())];
        return match explanation(code, language) {
            Some(page) => (html, page).into_response(),
            None => (StatusCode::NOT_FOUND, html, document::not_found(language)).into_response(),
        };
    }
    if let Some(address) = path.strip_prefix(browser::FACTS) {
        return facts(state, address.to_owned(), served.editor).await;
    }
    of_the_site(&state, &served.made, &parts).await
}

/// What there is to know of the page at an address. It takes compressing the page.
async fn facts(state: Arc<PreviewState>, address: String, editor: Arc<Editor>) -> Response {
    let asked = move || {
        let facts = state.site.as_ref().map(|site| {
            let facts = PageFacts::of(site, &address, &editor, state.language);
            serde_json::to_string(&facts).unwrap_or_default()
        });
        facts.unwrap_or_else(|| "null".to_owned())
    };
    match spawn_blocking(asked).await {
        Ok(facts) => ([(CONTENT_TYPE, "application/json")], facts).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

async fn of_the_site(state: &PreviewState, made: &Arc<Made>, request: &Parts) -> Response {
    let Some(site) = &state.site else {
        let page = document::unbuilt(&state.problems, state.language);
        let status = StatusCode::INTERNAL_SERVER_ERROR;
        return html(status, page.as_bytes(), &PageState::Unbuilt);
    };
    match site.at(request.uri.path(), request.uri.query()) {
        Lookup::File(path, bytes) => {
            let media_type = site.plan.media_type(&path);
            if media_type == MediaType::HTML {
                let page = bytes.as_slice().unwrap_or_default();
                return html(StatusCode::OK, page, &PageState::Page(Digest::of(page)));
            }
            let kind = media_type.content_type();
            match made.of(bytes).await {
                Some(bytes) => file::respond(&bytes, &kind, request, state.language).await,
                None => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
            }
        }
        Lookup::Redirect(address) => {
            (StatusCode::TEMPORARY_REDIRECT, [(LOCATION, address)]).into_response()
        }
        Lookup::NotFound => {
            let page = state.not_found(request.uri.path());
            let page_state = PageState::Missing(Digest::of(&page));
            html(StatusCode::NOT_FOUND, &page, &page_state)
        }
    }
}

fn html(status: StatusCode, page: &[u8], page_state: &PageState) -> Response {
    let body = Body::from(document::with_script(page, page_state));
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

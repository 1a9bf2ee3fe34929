//! A file of the site as a response: whole, or the part that is asked for (RFC 9110, section 14),
//! which browsers do with films. What is on the disk only is read from there while it is sent.

use std::io;
use std::io::Read;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::{Body, Bytes as Part};
use axum::http::header::{
    ACCEPT_RANGES, CONTENT_RANGE, CONTENT_TYPE, ETAG, IF_RANGE, RANGE, RETRY_AFTER,
};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use http_body::{Body as HttpBody, Frame, SizeHint};
use tokio::task::{JoinHandle, spawn_blocking};

use super::range::Wanted;
use crate::locale::{Language, Text};
use crate::output::{Bytes, Held};
use crate::source::load::LargeReader;

/// How much of a file on the disk is in memory at once for one request, in bytes.
const PART: usize = 64 << 10;

/// The response to a request for a file of this kind, which is made.
pub(super) async fn respond(
    bytes: &Bytes,
    kind: &str,
    request: &Parts,
    language: Language,
) -> Response {
    let (method, headers) = (&request.method, &request.headers);
    let (size, tag) = (bytes.size(), format!("\"{:.32}\"", bytes.digest()));
    let wanted = match header(headers, &IF_RANGE) {
        // A part of another version would be no part of this one.
        Some(version) if version != tag => Wanted::Whole,
        // Of a question for the headers, it says nothing.
        _ if method != Method::GET => Wanted::Whole,
        _ => Wanted::of(header(headers, &RANGE), size),
    };
    let described = [(CONTENT_TYPE, kind), (ETAG, &tag), (ACCEPT_RANGES, "bytes")];
    let (first, length) = match wanted {
        Wanted::Whole => (0, size),
        Wanted::Part(first, last) => (first, last - first + 1),
        Wanted::Nothing => {
            let there_are = [(CONTENT_RANGE, format!("bytes */{size}"))];
            return (StatusCode::RANGE_NOT_SATISFIABLE, there_are).into_response();
        }
    };
    let body = match body(bytes, first, length).await {
        Ok(body) => body,
        Err(error) => {
            // The next build is on its way.
            let again = [
                (RETRY_AFTER, "1"),
                (CONTENT_TYPE, "text/plain; charset=utf-8"),
            ];
            let sentence = format!("{}\n", Text::of_io(&error).say(language));
            return (StatusCode::SERVICE_UNAVAILABLE, again, sentence).into_response();
        }
    };
    let mut response = (described, body).into_response();
    if let Wanted::Part(first, last) = wanted
        && let Ok(range) = format!("bytes {first}-{last}/{size}").parse()
    {
        *response.status_mut() = StatusCode::PARTIAL_CONTENT;
        response.headers_mut().insert(CONTENT_RANGE, range);
    }
    response
}

fn header<'h>(headers: &'h HeaderMap, name: &HeaderName) -> Option<&'h str> {
    headers.get(name)?.to_str().ok()
}

/// So many bytes from one on, all of which are there.
async fn body(bytes: &Bytes, first: u64, length: u64) -> io::Result<Body> {
    let Held::OnDisk(large) = bytes.held() else {
        let whole = Part::from_owner(InMemory(bytes.clone()));
        let at = |at: u64| usize::try_from(at).unwrap_or(usize::MAX).min(whole.len());
        return Ok(whole.slice(at(first)..at(first + length)).into());
    };
    let large = large.clone();
    let opened = spawn_blocking(move || large.open_part(first, length)).await;
    let reader = opened.map_err(io::Error::other)??;
    Ok(Body::new(FromDisk {
        state: State::Idle(reader),
        left: length,
    }))
}

/// Bytes that are in memory.
struct InMemory(Bytes);

impl AsRef<[u8]> for InMemory {
    fn as_ref(&self) -> &[u8] {
        self.0.as_slice().unwrap_or_default()
    }
}

/// A body that is read when the connection takes it, on a thread that may wait for a disk.
struct FromDisk {
    state: State,
    left: u64,
}

enum State {
    Idle(LargeReader),
    Reading(JoinHandle<io::Result<(LargeReader, Vec<u8>)>>),
    Ended,
}

impl HttpBody for FromDisk {
    type Data = Part;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<io::Result<Frame<Part>>>> {
        loop {
            match std::mem::replace(&mut self.state, State::Ended) {
                State::Idle(_) if self.left == 0 => return Poll::Ready(None),
                State::Idle(mut reader) => {
                    let read = move || {
                        let mut part = vec![0; PART];
                        let length = reader.read(&mut part)?;
                        part.truncate(length);
                        Ok((reader, part))
                    };
                    self.state = State::Reading(spawn_blocking(read));
                }
                State::Reading(mut handle) => {
                    let Poll::Ready(read) = Pin::new(&mut handle).poll(context) else {
                        self.state = State::Reading(handle);
                        return Poll::Pending;
                    };
                    // An error closes the connection: the browser learns that it has not all.
                    let read = read.map_err(io::Error::other).flatten();
                    return Poll::Ready(Some(read.map(|(reader, part)| {
                        self.left = self.left.saturating_sub(part.len() as u64);
                        self.state = State::Idle(reader);
                        Frame::data(part.into())
                    })));
                }
                State::Ended => return Poll::Ready(None),
            }
        }
    }

    fn is_end_stream(&self) -> bool {
        self.left == 0
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.left)
    }
}

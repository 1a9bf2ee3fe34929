//! The responses of an object store, and whether a failed request should be repeated.

use std::io::ErrorKind;

use ureq::http::Response;
use ureq::{Body, Error};

use crate::deploy::problem::Problem;
use crate::locale::{Text, text};

/// How much of an error response is read, in bytes.
const MAX_ERROR_BYTES: u64 = 64 << 10;

/// Returns a response with success or 404, and everything else as a problem.
pub(super) fn good(response: Result<Response<Body>, Error>) -> Result<Response<Body>, Problem> {
    let response = response.map_err(|error| unanswered(&error))?;
    if response.status().is_success() || response.status().as_u16() == 404 {
        return Ok(response);
    }
    Err(refused(response))
}

/// The problem in an error response.
pub(super) fn refused(mut response: Response<Body>) -> Problem {
    let status = response.status();
    let body = response.body_mut().with_config().limit(MAX_ERROR_BYTES);
    let body = body.read_to_string().unwrap_or_default();
    let reason = match (between(&body, "Code"), between(&body, "Message")) {
        (Some(code), Some(message)) => format!("{code}: {message}"),
        (Some(code), None) => code.to_owned(),
        _ => status.to_string().replace(" <unknown status code>", ""),
    };
    let reason = Text::verbatim(reason);
    // Transient, whatever the status says.
    if let Some("RequestTimeout" | "OperationAborted" | "SlowDown") = between(&body, "Code") {
        return Problem::Transient(reason);
    }
    match status.as_u16() {
        // Timeout, too many requests, and errors of the server.
        408 | 429 | 500..=599 => Problem::Transient(reason),
        _ => Problem::Permanent(reason),
    }
}

/// The text of an element in an XML error (Amazon S3, "Error responses").
pub(super) fn between<'a>(body: &'a str, element: &str) -> Option<&'a str> {
    let (_, rest) = body.split_once(&format!("<{element}>"))?;
    let (text, _) = rest.split_once(&format!("</{element}>"))?;
    Some(text)
}

/// The problem of a request without a response. The URL is left out, because it is signed.
pub(super) fn unanswered(error: &Error) -> Problem {
    match error {
        Error::Io(error) if error.kind() == ErrorKind::InvalidData => {
            Problem::Permanent(text!("connection-insecure", error = Text::of_io(error)))
        }
        Error::Io(error) if error.kind() == ErrorKind::ConnectionRefused => {
            Problem::Transient(text!("connection-refused"))
        }
        Error::Io(error) => {
            Problem::Transient(text!("connection-broke", error = Text::of_io(error)))
        }
        Error::Timeout(_) => Problem::Transient(text!("answer-none-in-time")),
        Error::ConnectionFailed => Problem::Transient(text!("connection-refused")),
        Error::HostNotFound => Problem::Transient(text!("host-unknown")),
        Error::Protocol(_) => Problem::Transient(text!("connection-lost")),
        _ => Problem::Permanent(text!("request-impossible")),
    }
}

//! What an object store answers, and whether asking again could help.

use std::io::ErrorKind;

use ureq::http::Response;
use ureq::{Body, Error};

use crate::deploy::problem::Problem;

/// How much of an answer is read that says what is wrong, in bytes.
const LONGEST_REASON: u64 = 64 << 10;

/// An answer that says that it went well.
pub(super) fn good(answer: Result<Response<Body>, Error>) -> Result<Response<Body>, Problem> {
    let answer = answer.map_err(|error| unanswered(&error))?;
    if answer.status().is_success() || answer.status().as_u16() == 404 {
        return Ok(answer);
    }
    Err(refused(answer))
}

/// What an answer says that is none of the good ones.
pub(super) fn refused(mut answer: Response<Body>) -> Problem {
    let status = answer.status();
    let body = answer.body_mut().with_config().limit(LONGEST_REASON);
    let body = body.read_to_string().unwrap_or_default();
    let reason = match (between(&body, "Code"), between(&body, "Message")) {
        (Some(code), Some(message)) => format!("{code}: {message}"),
        (Some(code), None) => code.to_owned(),
        _ => status.to_string().replace(" <unknown status code>", ""),
    };
    // What the store itself calls a matter of time, under statuses that say otherwise.
    if let Some("RequestTimeout" | "OperationAborted" | "SlowDown") = between(&body, "Code") {
        return Problem::Transient(reason);
    }
    match status.as_u16() {
        // Too many requests, and whatever the server itself is at a loss about.
        408 | 429 | 500..=599 => Problem::Transient(reason),
        _ => Problem::Permanent(reason),
    }
}

/// What stands in an element of an error's XML (Amazon S3, "Error responses").
pub(super) fn between<'a>(body: &'a str, element: &str) -> Option<&'a str> {
    let (_, rest) = body.split_once(&format!("<{element}>"))?;
    let (text, _) = rest.split_once(&format!("</{element}>"))?;
    Some(text)
}

/// No answer. The address is left out of the words, because it is signed.
pub(super) fn unanswered(error: &Error) -> Problem {
    match error {
        Error::Io(error) if error.kind() == ErrorKind::InvalidData => {
            Problem::Permanent(format!("no secure connection: {error}"))
        }
        Error::Io(error) if error.kind() == ErrorKind::ConnectionRefused => {
            Problem::Transient("it takes no connection".to_owned())
        }
        Error::Io(error) => Problem::Transient(format!("the connection broke: {error}")),
        Error::Timeout(_) => Problem::Transient("no answer in time".to_owned()),
        Error::ConnectionFailed => Problem::Transient("it takes no connection".to_owned()),
        Error::HostNotFound => Problem::Transient("there is no such host".to_owned()),
        Error::Protocol(_) => Problem::Transient("the connection broke".to_owned()),
        _ => Problem::Permanent("the request could not be made".to_owned()),
    }
}

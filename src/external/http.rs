//! Sends one request. Redirects are not followed here, and no body is read.

use std::io::ErrorKind;
use std::time::Duration;

use ureq::http::header::{DATE, LOCATION, RETRY_AFTER};
use ureq::http::{HeaderMap, HeaderName, Response};
use ureq::{Agent, Body, Error};

use super::policy::RequestPolicy;
use super::request::{Method, Outcome, Request};
use super::retry;
use crate::locale::{Text, text};

/// The name in requests.
const USER_AGENT: &str = concat!("warraq/", env!("CARGO_PKG_VERSION"), " (link check)");

/// An HTTP client.
pub(super) struct Client {
    agent: Agent,
    timeout: Duration,
}

impl Client {
    pub(super) fn new(policy: &RequestPolicy) -> Self {
        let agent = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_connect(Some(policy.timeout))
            .timeout_global(Some(policy.timeout))
            .user_agent(USER_AGENT)
            .build()
            .new_agent();
        Self {
            agent,
            timeout: policy.timeout,
        }
    }

    /// Sends a request once.
    pub(super) fn send(&self, request: &Request) -> Outcome {
        let address = request.address.to_string();
        let response = match request.method {
            Method::Head => self.agent.head(&address).call(),
            Method::Get => self.agent.get(&address).call(),
        };
        match response {
            Ok(response) => outcome(&response),
            Err(error) => Outcome::Failure(self.reason(&error, request)),
        }
    }

    fn reason(&self, error: &Error, request: &Request) -> Text {
        let host = request.address.host();
        match error {
            Error::Io(error) if error.kind() == ErrorKind::ConnectionRefused => {
                text!("host-refuses", host)
            }
            // Problems with a certificate are reported as invalid data.
            Error::Io(error) if error.kind() == ErrorKind::InvalidData => {
                text!("connection-insecure", error = Text::of_io(error))
            }
            Error::Timeout(_) => {
                let seconds = self.timeout.as_secs_f64().to_string();
                text!("host-silent", seconds)
            }
            Error::HostNotFound => text!("host-none", host),
            Error::ConnectionFailed => text!("host-refuses", host),
            Error::Io(error) => text!("connection-broke", error = Text::of_io(error)),
            other => Text::verbatim(other.to_string()),
        }
    }
}

fn outcome(response: &Response<Body>) -> Outcome {
    let status = response.status();
    Outcome::Status {
        code: status.as_u16(),
        text: status.to_string().replace(" <unknown status code>", ""),
        location: header(response.headers(), &LOCATION),
        retry_after: header(response.headers(), &RETRY_AFTER).and_then(|retry_after| {
            retry::wait(&retry_after, header(response.headers(), &DATE).as_deref())
        }),
    }
}

fn header(headers: &HeaderMap, name: &HeaderName) -> Option<String> {
    let value = headers.get(name)?;
    // Some servers write addresses as UTF-8.
    String::from_utf8(value.as_bytes().to_vec()).ok()
}

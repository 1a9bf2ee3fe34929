//! One question over the network to one outcome. Redirects are not followed here, and no body is read.

use std::io::ErrorKind;
use std::time::Duration;

use ureq::http::header::{DATE, LOCATION, RETRY_AFTER};
use ureq::http::{HeaderMap, HeaderName, Response};
use ureq::{Agent, Body, Error};

use super::asking::{Method, Outcome, Question};
use super::policy::RequestPolicy;
use super::retry;

/// Who is asking: sites may want to know.
const USER_AGENT: &str = concat!("warraq/", env!("CARGO_PKG_VERSION"), " (link check)");

/// Asks over HTTP.
pub(super) struct Asker {
    agent: Agent,
    timeout: Duration,
}

impl Asker {
    pub(super) fn new(manners: &RequestPolicy) -> Self {
        let agent = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_connect(Some(manners.timeout))
            .timeout_global(Some(manners.timeout))
            .user_agent(USER_AGENT)
            .build()
            .new_agent();
        Self {
            agent,
            timeout: manners.timeout,
        }
    }

    /// Asks once.
    pub(super) fn ask(&self, question: &Question) -> Outcome {
        let address = question.address.to_string();
        let answer = match question.method {
            Method::Head => self.agent.head(&address).call(),
            Method::Get => self.agent.get(&address).call(),
        };
        match answer {
            Ok(answer) => outcome(&answer),
            Err(error) => Outcome::Failure(self.reason(&error, question)),
        }
    }

    fn reason(&self, error: &Error, question: &Question) -> String {
        let host = question.address.host();
        match error {
            Error::Io(error) if error.kind() == ErrorKind::ConnectionRefused => {
                format!("`{host}` takes no connection")
            }
            // What a host's certificate lacks comes as data that cannot be right.
            Error::Io(error) if error.kind() == ErrorKind::InvalidData => {
                format!("no secure connection: {error}")
            }
            Error::Timeout(_) => format!("no answer within {} s", self.timeout.as_secs_f64()),
            Error::HostNotFound => format!("there is no host `{host}`"),
            Error::ConnectionFailed => format!("`{host}` takes no connection"),
            Error::Io(error) => format!("the connection broke: {error}"),
            other => other.to_string(),
        }
    }
}

fn outcome(answer: &Response<Body>) -> Outcome {
    let status = answer.status();
    Outcome::Status {
        code: status.as_u16(),
        words: status.to_string().replace(" <unknown status code>", ""),
        location: header(answer.headers(), &LOCATION),
        retry_after: header(answer.headers(), &RETRY_AFTER).and_then(|retry_after| {
            retry::wait(&retry_after, header(answer.headers(), &DATE).as_deref())
        }),
    }
}

fn header(headers: &HeaderMap, name: &HeaderName) -> Option<String> {
    let value = headers.get(name)?;
    // Some servers write addresses as UTF-8.
    String::from_utf8(value.as_bytes().to_vec()).ok()
}

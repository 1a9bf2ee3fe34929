//! A bucket of an object store, and the requests that it takes.

use std::borrow::Cow;
use std::io;
use std::time::Duration;

use rusty_s3::actions::{ListObjectsV2, S3Action};
use rusty_s3::{Bucket as Address, Credentials, UrlStyle};
use ureq::http::header::{CONTENT_LENGTH, ETAG};
use ureq::http::{HeaderMap, HeaderName, Response};
use ureq::{Agent, AsSendBody};

use super::{credentials, response};
use crate::config;
use crate::deploy::problem::Problem;
use crate::deploy::store::Listed;
use crate::diagnostic::Diagnostic;
use crate::locale::{Text, text};
/// A bucket, or the part of it below a prefix.
pub(in crate::deploy) struct Bucket {
    pub(super) address: Address,
    pub(super) credentials: Credentials,
    pub(super) prefix: String,
    pub(super) agent: Agent,
}

/// The name in requests.
const USER_AGENT: &str = concat!("warraq/", env!("CARGO_PKG_VERSION"));

/// How many requests run at once: enough to hide the latency of a distant store.
pub(super) const THREADS: usize = 16;

/// How long a signature is valid. Requests are signed when they are sent.
pub(super) const SIGNATURE_LIFETIME: Duration = Duration::from_mins(15);

/// How long connecting may take.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// How long a store may take to begin its response.
const RESPONSE_TIMEOUT: Duration = Duration::from_secs(30);

/// How long a request may take in all, for a large file over a slow line.
const REQUEST_TIMEOUT: Duration = Duration::from_mins(10);

/// Headers that object stores keep with an object and serve.
pub(super) const STORED_HEADERS: [&str; 5] = [
    "cache-control",
    "content-disposition",
    "content-encoding",
    "content-language",
    "content-type",
];

/// The longest list response that is read, in bytes; a thousand names take a tenth of it.
const MAX_LIST_BYTES: u64 = 16 << 20;

impl Bucket {
    /// A bucket and its credentials.
    ///
    /// # Errors
    /// `E901` when there are no credentials, or the settings are no valid address.
    pub(in crate::deploy) fn open(settings: &config::Bucket) -> Result<Self, Diagnostic> {
        let style = if settings.path_style {
            UrlStyle::Path
        } else {
            UrlStyle::VirtualHost
        };
        let unusable = |reason: String| {
            let message = text!("bucket-address", endpoint = &settings.endpoint, reason);
            Diagnostic::error("E901", message).hint(text!("bucket-address-hint"))
        };
        let endpoint = settings.endpoint.parse();
        let endpoint = endpoint.map_err(|error| unusable(format!("{error}")))?;
        let (name, region) = (settings.name.clone(), settings.region.clone());
        let address = Address::new(endpoint, style, name, region);
        let agent = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .max_idle_connections(THREADS)
            .max_idle_connections_per_host(THREADS)
            .timeout_connect(Some(CONNECT_TIMEOUT))
            .timeout_recv_response(Some(RESPONSE_TIMEOUT))
            .timeout_global(Some(REQUEST_TIMEOUT))
            .user_agent(USER_AGENT)
            .build()
            .new_agent();
        Ok(Self {
            address: address.map_err(|error| unusable(error.to_string()))?,
            credentials: credentials::find(settings.profile.as_deref())?,
            prefix: settings.prefix.clone(),
            agent,
        })
    }

    pub(super) fn object(&self, key: &str) -> String {
        format!("{}{key}", self.prefix)
    }

    /// Writes an object with these headers, which are signed.
    pub(super) fn put(
        &self,
        key: &str,
        body: impl AsSendBody,
        headers: &[(&str, Cow<'_, str>)],
    ) -> Result<Response<ureq::Body>, ureq::Error> {
        let object = self.object(key);
        let mut action = self.address.put_object(Some(&self.credentials), &object);
        for (name, value) in headers {
            action
                .headers_mut()
                .insert(name.to_lowercase(), value.clone());
        }
        let mut request = self.agent.put(action.sign(SIGNATURE_LIFETIME).as_str());
        for (name, value) in headers {
            request = request.header(*name, &**value);
        }
        request.send(body)
    }

    pub(super) fn head(&self, key: &str) -> Result<Option<Listed>, Problem> {
        let object = self.object(key);
        let action = self.address.head_object(Some(&self.credentials), &object);
        let response = self
            .agent
            .head(action.sign(SIGNATURE_LIFETIME).as_str())
            .call();
        let response = response::good(response)?;
        if response.status().as_u16() == 404 {
            return Ok(None);
        }
        let header = |name: HeaderName| text(response.headers(), &name);
        let size = header(CONTENT_LENGTH).and_then(|size| size.parse().ok());
        Ok(Some(Listed {
            size: size.unwrap_or_default(),
            md5: header(ETAG).as_deref().and_then(md5),
        }))
    }

    /// One page of the list.
    pub(super) fn list_page(&self, after: Option<String>) -> Result<ListPage, Problem> {
        let mut action = self.address.list_objects_v2(Some(&self.credentials));
        action.with_prefix(self.prefix.as_str());
        if let Some(after) = after {
            action.with_continuation_token(after);
        }
        let response = self
            .agent
            .get(action.sign(SIGNATURE_LIFETIME).as_str())
            .call();
        let mut response = response::good(response)?;
        if response.status().as_u16() == 404 {
            return Err(response::refused(response));
        }
        let body = response.body_mut().with_config().limit(MAX_LIST_BYTES);
        let body = body.read_to_string();
        let body = body.map_err(|_| Problem::Transient(text!("connection-lost")))?;
        let list = ListObjectsV2::parse_response(&body);
        let list = list.map_err(|error| {
            let error = error.to_string();
            Problem::Permanent(text!("bucket-list-unreadable", error))
        })?;
        let objects = list.contents.into_iter().filter_map(|object| {
            let key = object.key.strip_prefix(&self.prefix)?.to_owned();
            let listed = Listed {
                size: object.size.unwrap_or_default(),
                md5: object.etag.as_deref().and_then(md5),
            };
            Some((key, listed))
        });
        Ok((objects.collect(), list.next_continuation_token))
    }
}

/// Some objects, and the token of the next page.
pub(super) type ListPage = (Vec<(String, Listed)>, Option<String>);

impl Bucket {
    pub(super) fn remove(&self, key: &str) -> Result<(), Problem> {
        let object = self.object(key);
        let action = self.address.delete_object(Some(&self.credentials), &object);
        let response = self
            .agent
            .delete(action.sign(SIGNATURE_LIFETIME).as_str())
            .call();
        response::good(response).map(|_| ())
    }
}

/// Why a file of this machine cannot be sent.
pub(super) fn unread(error: &io::Error) -> Problem {
    Problem::Permanent(Text::of_io(error))
}

/// A name as it is written in a header: everything is encoded but unreserved characters (RFC 3986,
/// section 2.3) and slashes. Some stores read a plus sign as a space.
pub(super) fn encoded(name: &str) -> String {
    name.bytes().fold(String::new(), |mut encoded, byte| {
        match byte {
            b'/' | b'-' | b'.' | b'_' | b'~' => encoded.push(char::from(byte)),
            byte if byte.is_ascii_alphanumeric() => encoded.push(char::from(byte)),
            byte => encoded += &format!("%{byte:02X}"),
        }
        encoded
    })
}

pub(super) fn text(headers: &HeaderMap, name: &HeaderName) -> Option<String> {
    let value = headers.get(name)?.to_str().ok()?;
    Some(value.to_owned())
}

/// The MD5 in an entity tag. An object that was sent in parts has another kind of tag.
pub(super) fn md5(etag: &str) -> Option<String> {
    let digits = etag.trim_matches('"');
    let is_md5 = digits.len() == 32 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_md5.then(|| digits.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::{encoded, md5};

    #[test]
    fn names_in_headers_are_encoded_whole() {
        assert_eq!(encoded("a/b-1.css"), "a/b-1.css");
        assert_eq!(encoded("ب/a+b c%.txt"), "%D8%A8/a%2Bb%20c%25.txt");
    }

    #[test]
    fn an_entity_tag_is_an_md5_only_where_it_looks_like_one() {
        let digits = "5927c5d64d94a5786f90003aa26d0159";
        assert_eq!(md5(&format!("\"{digits}\"")).as_deref(), Some(digits));
        assert_eq!(md5(&digits.to_uppercase()).as_deref(), Some(digits));
        for other in [
            format!("\"{digits}-1\""),
            String::new(),
            "W/\"1\"".to_owned(),
        ] {
            assert_eq!(md5(&other), None, "{other}");
        }
    }
}

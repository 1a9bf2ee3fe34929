//! A bucket of an object store as a store, over S3's own protocol, which most object stores speak.

mod answer;
mod credentials;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::time::Duration;

use rusty_s3::actions::{ListObjectsV2, S3Action};
use rusty_s3::{Bucket as Address, Credentials, UrlStyle};
use ureq::Agent;
use ureq::http::header::{CONTENT_LENGTH, ETAG};
use ureq::http::{HeaderMap, HeaderName, Response};

use super::problem::Problem;
use super::store::{Listed, Store, Written};
use crate::config;
use crate::diagnostic::Diagnostic;

/// A bucket, or the part of it below a prefix.
pub(super) struct Bucket {
    address: Address,
    credentials: Credentials,
    prefix: String,
    agent: Agent,
}

/// Who is asking.
const USER_AGENT: &str = concat!("warraq/", env!("CARGO_PKG_VERSION"));

/// How many requests are under way at once: enough to hide the time that each takes to a store across the world.
const THREADS: usize = 16;

/// For how long a signature counts. Requests are signed as they are sent.
const SIGNED_FOR: Duration = Duration::from_mins(15);

/// How long a connection may take to be made.
const PATIENCE_FOR_CONNECTION: Duration = Duration::from_secs(10);

/// How long a store may think about a request.
const PATIENCE_FOR_ANSWER: Duration = Duration::from_secs(30);

/// How long a request may take in all: a large file over a slow line.
const PATIENCE_FOR_REQUEST: Duration = Duration::from_mins(10);

/// Headers that object stores keep with an object and answer with.
const KEPT: [&str; 5] = [
    "cache-control",
    "content-disposition",
    "content-encoding",
    "content-language",
    "content-type",
];

/// The longest list of names that is read, in bytes: a thousand names take a tenth of it.
const LONGEST_LIST: u64 = 16 << 20;

impl Bucket {
    /// A bucket, with the keys to it.
    ///
    /// # Errors
    /// `E901` when there are no keys, or nothing in settings that makes an address.
    pub(super) fn open(settings: &config::Bucket) -> Result<Self, Diagnostic> {
        let style = if settings.path_style {
            UrlStyle::Path
        } else {
            UrlStyle::VirtualHost
        };
        let unusable = |reason: String| {
            let message = format!(
                "`{}` makes no address of a bucket: {reason}",
                settings.endpoint
            );
            Diagnostic::error("E901", message)
                .hint("look at endpoint and bucket; a service without names of buckets in its host wants path_style = true")
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
            .timeout_connect(Some(PATIENCE_FOR_CONNECTION))
            .timeout_recv_response(Some(PATIENCE_FOR_ANSWER))
            .timeout_global(Some(PATIENCE_FOR_REQUEST))
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

    fn object(&self, key: &str) -> String {
        format!("{}{key}", self.prefix)
    }

    /// Puts an object there under these headers, which are signed.
    fn put(
        &self,
        key: &str,
        bytes: &[u8],
        headers: &[(&str, Cow<'_, str>)],
    ) -> Result<Response<ureq::Body>, ureq::Error> {
        let object = self.object(key);
        let mut action = self.address.put_object(Some(&self.credentials), &object);
        for (name, value) in headers {
            action
                .headers_mut()
                .insert(name.to_lowercase(), value.clone());
        }
        let mut request = self.agent.put(action.sign(SIGNED_FOR).as_str());
        for (name, value) in headers {
            request = request.header(*name, &**value);
        }
        request.send(bytes)
    }

    fn head(&self, key: &str) -> Result<Option<Listed>, Problem> {
        let object = self.object(key);
        let action = self.address.head_object(Some(&self.credentials), &object);
        let answer = self.agent.head(action.sign(SIGNED_FOR).as_str()).call();
        let answer = answer::good(answer)?;
        if answer.status().as_u16() == 404 {
            return Ok(None);
        }
        let header = |name: HeaderName| text(answer.headers(), &name);
        let size = header(CONTENT_LENGTH).and_then(|size| size.parse().ok());
        Ok(Some(Listed {
            size: size.unwrap_or_default(),
            md5: header(ETAG).as_deref().and_then(md5),
        }))
    }

    /// A part of the list.
    fn part(&self, after: Option<String>) -> Result<Part, Problem> {
        let mut action = self.address.list_objects_v2(Some(&self.credentials));
        action.with_prefix(self.prefix.as_str());
        if let Some(after) = after {
            action.with_continuation_token(after);
        }
        let answer = self.agent.get(action.sign(SIGNED_FOR).as_str()).call();
        let mut answer = answer::good(answer)?;
        if answer.status().as_u16() == 404 {
            return Err(answer::refused(answer));
        }
        let body = answer.body_mut().with_config().limit(LONGEST_LIST);
        let body = body.read_to_string();
        let body = body.map_err(|_| Problem::Transient("the connection broke".to_owned()))?;
        let list = ListObjectsV2::parse_response(&body);
        let list =
            list.map_err(|error| Problem::Permanent(format!("its list cannot be read: {error}")))?;
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

/// Some objects, and where the next part of the list begins.
type Part = (Vec<(String, Listed)>, Option<String>);

impl Store for Bucket {
    fn keeps_header(&self, name: &str) -> bool {
        KEPT.iter().any(|kept| name.eq_ignore_ascii_case(kept))
    }

    fn threads(&self) -> usize {
        THREADS
    }

    fn name(&self) -> String {
        format!("the bucket `{}`", self.address.name())
    }

    fn list(&self) -> Result<BTreeMap<String, Listed>, Problem> {
        let (mut listing, mut next) = (BTreeMap::new(), None);
        loop {
            let (objects, after) = self.part(next)?;
            listing.extend(objects);
            if after.is_none() {
                return Ok(listing);
            }
            next = after;
        }
    }

    fn inspect(&self, key: &str) -> Result<Option<Listed>, Problem> {
        self.head(key)
    }

    fn read(&self, key: &str) -> Result<Option<Vec<u8>>, Problem> {
        let object = self.object(key);
        let action = self.address.get_object(Some(&self.credentials), &object);
        let answer = self.agent.get(action.sign(SIGNED_FOR).as_str()).call();
        let mut answer = answer::good(answer)?;
        if answer.status().as_u16() == 404 {
            return Ok(None);
        }
        let body = answer
            .body_mut()
            .with_config()
            .limit(u64::MAX)
            .read_to_vec();
        let broken = |_| Problem::Transient("the connection broke".to_owned());
        body.map(Some).map_err(broken)
    }

    fn write(&self, file: Written<'_>) -> Result<(), Problem> {
        let headers = file.headers.iter();
        let headers: Vec<_> = headers
            .map(|(name, value)| (*name, Cow::Borrowed(*value)))
            .collect();
        let answer = self.put(file.key, file.bytes, &headers);
        let answer = answer.map_err(|error| answer::unanswered(&error))?;
        if !answer.status().is_success() {
            return Err(answer::refused(answer));
        }
        match text(answer.headers(), &ETAG).as_deref().and_then(md5) {
            Some(md5) if md5 != file.md5 => Err(Problem::Transient(
                "it arrived otherwise than it was sent".to_owned(),
            )),
            _ => Ok(()),
        }
    }

    fn create(&self, key: &str, bytes: &[u8]) -> Result<bool, Problem> {
        // Not every store knows the condition, so the look comes first; where it is known, it closes the gap between the two.
        if self.head(key)?.is_some() {
            return Ok(false);
        }
        let condition = [("If-None-Match", Cow::Borrowed("*"))];
        for headers in [&condition[..], &[]] {
            let answer = self.put(key, bytes, headers);
            let answer = answer.map_err(|error| answer::unanswered(&error))?;
            match answer.status().as_u16() {
                // Precondition failed; conflict with another such request.
                409 | 412 => return Ok(false),
                // Not implemented.
                501 => {}
                200..300 => return Ok(true),
                _ => return Err(answer::refused(answer)),
            }
        }
        Err(Problem::Permanent("it takes no file".to_owned()))
    }

    fn copy(&self, from: &str, to: &str) -> Result<bool, Problem> {
        let source = format!("{}/{}", self.address.name(), self.object(from));
        let answer = self.put(to, &[], &[("x-amz-copy-source", encoded(&source).into())]);
        let mut answer = answer::good(answer)?;
        if answer.status().as_u16() == 404 {
            return Ok(false);
        }
        // A copy that fails late says so in the body of an answer that began well.
        let body = answer.body_mut().read_to_string().unwrap_or_default();
        match answer::between(&body, "Code") {
            Some(code) => Err(Problem::Transient(code.to_owned())),
            None => Ok(true),
        }
    }

    fn delete(&self, key: &str) -> Result<(), Problem> {
        let object = self.object(key);
        let action = self.address.delete_object(Some(&self.credentials), &object);
        let answer = self.agent.delete(action.sign(SIGNED_FOR).as_str()).call();
        answer::good(answer).map(|_| ())
    }
}

/// A name as it stands in a header: everything encoded but unreserved characters (RFC 3986, section 2.3) and slashes. Some stores read a
/// plus sign as a space.
fn encoded(name: &str) -> String {
    name.bytes().fold(String::new(), |mut encoded, byte| {
        match byte {
            b'/' | b'-' | b'.' | b'_' | b'~' => encoded.push(char::from(byte)),
            byte if byte.is_ascii_alphanumeric() => encoded.push(char::from(byte)),
            byte => encoded += &format!("%{byte:02X}"),
        }
        encoded
    })
}

fn text(headers: &HeaderMap, name: &HeaderName) -> Option<String> {
    let value = headers.get(name)?.to_str().ok()?;
    Some(value.to_owned())
}

/// The MD5 in an entity tag. That of an object which was sent in parts is none.
fn md5(etag: &str) -> Option<String> {
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

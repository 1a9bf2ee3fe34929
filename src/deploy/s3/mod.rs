//! A bucket of an object store, over the S3 protocol.

mod bucket;
mod credentials;
mod parts;
mod response;

use std::borrow::Cow;
use std::collections::BTreeMap;

use rusty_s3::actions::S3Action;
use ureq::SendBody;
use ureq::http::header::ETAG;

pub(super) use bucket::Bucket;
use bucket::{SIGNATURE_LIFETIME, STORED_HEADERS, THREADS, encoded, md5, text, unread};

use super::problem::Problem;
use super::store::{Listed, Store, Upload};
use crate::locale::{Text, text};
use crate::output::Held;

impl Store for Bucket {
    fn keeps_header(&self, name: &str) -> bool {
        STORED_HEADERS
            .iter()
            .any(|stored| name.eq_ignore_ascii_case(stored))
    }

    fn threads(&self) -> usize {
        THREADS
    }

    fn name(&self) -> Text {
        text!("target-bucket", name = self.address.name())
    }

    fn list(&self) -> Result<BTreeMap<String, Listed>, Problem> {
        let (mut listing, mut next) = (BTreeMap::new(), None);
        loop {
            let (objects, after) = self.list_page(next)?;
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
        let response = self
            .agent
            .get(action.sign(SIGNATURE_LIFETIME).as_str())
            .call();
        let mut response = response::good(response)?;
        if response.status().as_u16() == 404 {
            return Ok(None);
        }
        let body = response
            .body_mut()
            .with_config()
            .limit(u64::MAX)
            .read_to_vec();
        let broken = |_| Problem::Transient(text!("connection-lost"));
        body.map(Some).map_err(broken)
    }

    fn write(&self, file: Upload<'_>) -> Result<(), Problem> {
        let headers = file.headers.iter();
        let headers: Vec<_> = headers
            .map(|(name, value)| (*name, Cow::Borrowed(*value)))
            .collect();
        let response = match file.bytes.held() {
            Held::OnDisk(large) if large.size() > parts::PART => {
                return self.write_parts(&file, large, &headers);
            }
            Held::OnDisk(large) => {
                let mut reader = large.open_whole().map_err(|error| unread(&error))?;
                let mut headers = headers;
                // The length is known: stores take no chunks.
                headers.push(("Content-Length", large.size().to_string().into()));
                self.put(file.key, SendBody::from_reader(&mut reader), &headers)
            }
            Held::InMemory(bytes) => self.put(file.key, bytes, &headers),
        };
        let response = response.map_err(|error| response::unanswered(&error))?;
        if !response.status().is_success() {
            return Err(response::refused(response));
        }
        match text(response.headers(), &ETAG).as_deref().and_then(md5) {
            Some(md5) if md5 != file.md5 => Err(Problem::Transient(text!("sent-otherwise"))),
            _ => Ok(()),
        }
    }

    fn create(&self, key: &str, bytes: &[u8]) -> Result<bool, Problem> {
        // Not every store supports the condition, so look first; where it is supported, it prevents
        // a race.
        if self.head(key)?.is_some() {
            return Ok(false);
        }
        let condition = [("If-None-Match", Cow::Borrowed("*"))];
        for headers in [&condition[..], &[]] {
            let response = self.put(key, bytes, headers);
            let response = response.map_err(|error| response::unanswered(&error))?;
            match response.status().as_u16() {
                // Precondition failed; conflict with another such request.
                409 | 412 => return Ok(false),
                // Not implemented.
                501 => {}
                200..300 => return Ok(true),
                _ => return Err(response::refused(response)),
            }
        }
        Err(Problem::Permanent(text!("bucket-takes-no-file")))
    }

    fn copy(&self, from: &str, to: &str) -> Result<bool, Problem> {
        let source = format!("{}/{}", self.address.name(), self.object(from));
        let response = self.put(to, &[], &[("x-amz-copy-source", encoded(&source).into())]);
        let mut response = response::good(response)?;
        if response.status().as_u16() == 404 {
            return Ok(false);
        }
        // A copy may fail after the status was sent; the body says so.
        let body = response.body_mut().read_to_string().unwrap_or_default();
        match response::between(&body, "Code") {
            Some(code) => Err(Problem::Transient(Text::verbatim(code.to_owned()))),
            None => Ok(true),
        }
    }

    fn delete(&self, key: &str) -> Result<(), Problem> {
        if parts::is_note(key)
            && let Some(note) = self.read(key)?
        {
            self.take_back(&note)?;
        }
        self.remove(key)
    }
}

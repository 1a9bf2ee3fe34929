//! A large file is sent in parts, so that a slow line costs a part and not all, and no request
//! takes longer than it may. Stores charge for parts whose file was never completed, so what fails
//! is taken back at once, and what a killed deploy left by the next one, which finds a note of it.

use std::borrow::Cow;
use std::io::{self, Read};

use md5::{Digest as _, Md5};
use rusty_s3::actions::{CreateMultipartUpload, S3Action};
use serde::{Deserialize, Serialize};
use ureq::SendBody;
use ureq::http::header::ETAG;

use super::bucket::{Bucket, SIGNATURE_LIFETIME, md5, text, unread};
use super::response;
use crate::deploy::problem::Problem;
use crate::deploy::release;
use crate::deploy::store::{TEMP_DIR, Upload};
use crate::digest::Digest;
use crate::locale::{Text, text};
use crate::source::load::LargeFile;

/// The size of a part but the last, in bytes. Stores take no smaller ones than 5 MiB, and no more
/// than 10,000.
pub(super) const PART: u64 = 8 << 20;

/// What the keys of notes begin with.
const NOTES: &str = "parts-";

/// An upload that is under way.
#[derive(Serialize, Deserialize)]
struct Note {
    /// The name in the bucket.
    object: String,
    /// The name that the store has given the upload.
    id: String,
}

impl Note {
    fn key(&self) -> String {
        format!(
            "{TEMP_DIR}{NOTES}{:.32}",
            Digest::of_value(&(&*self.object, &*self.id))
        )
    }
}

/// Whether what is stored under a key is the note of an upload.
pub(super) fn is_note(key: &str) -> bool {
    key.strip_prefix(TEMP_DIR)
        .is_some_and(|name| name.starts_with(NOTES))
}

impl Bucket {
    /// Writes a large file, whole or not at all.
    pub(super) fn write_parts(
        &self,
        file: &Upload<'_>,
        large: &LargeFile,
        headers: &[(&str, Cow<'_, str>)],
    ) -> Result<(), Problem> {
        let object = self.object(file.key);
        let id = self.begin(&object, headers)?;
        let note = Note { object, id };
        let key = note.key();
        let text = serde_json::to_vec(&note).unwrap_or_default();
        let sent = self
            .write_note(&key, &text)
            .and_then(|()| self.send_parts(&note, large))
            .and_then(|tags| self.complete(&note, &tags));
        // If the store does not answer, the note stays, for the next deploy.
        if sent.is_ok() || self.abort(&note).is_ok() {
            self.remove(&key).ok();
        }
        sent
    }

    /// Takes back what an earlier deploy has left of the upload of a note.
    pub(super) fn take_back(&self, note: &[u8]) -> Result<(), Problem> {
        match serde_json::from_slice::<Note>(note) {
            // Whoever can write here must not choose what is taken back elsewhere.
            Ok(note) if note.object.starts_with(&self.prefix) => self.abort(&note),
            _ => Ok(()),
        }
    }

    fn write_note(&self, key: &str, text: &[u8]) -> Result<(), Problem> {
        let written = self.put(key, text, &[("Cache-Control", "no-store".into())]);
        response::good(written).map(|_| ())
    }

    fn begin(&self, object: &str, headers: &[(&str, Cow<'_, str>)]) -> Result<String, Problem> {
        let mut action = self
            .address
            .create_multipart_upload(Some(&self.credentials), object);
        for (name, value) in headers {
            action
                .headers_mut()
                .insert(name.to_lowercase(), value.clone());
        }
        let mut request = self.agent.post(action.sign(SIGNATURE_LIFETIME).as_str());
        for (name, value) in headers {
            request = request.header(*name, &**value);
        }
        let body = Self::body(request.send_empty())?;
        let begun = CreateMultipartUpload::parse_response(&body);
        let begun = begun.map_err(|_| nonsense())?;
        Ok(begun.upload_id().to_owned())
    }

    /// Sends the parts in order, and gives their tags.
    fn send_parts(&self, note: &Note, large: &LargeFile) -> Result<Vec<String>, Problem> {
        let starts = (0..large.size()).step_by(usize::try_from(PART).unwrap_or(usize::MAX));
        let parts = (1..).zip(starts);
        parts
            .map(|(number, start)| self.send_part(note, number, large, start))
            .collect()
    }

    fn send_part(
        &self,
        note: &Note,
        number: u16,
        large: &LargeFile,
        start: u64,
    ) -> Result<String, Problem> {
        let credentials = Some(&self.credentials);
        let action = self
            .address
            .upload_part(credentials, &note.object, number, &note.id);
        let length = PART.min(large.size() - start);
        let part = large
            .open_part(start, length)
            .map_err(|error| unread(&error))?;
        let mut part = Hashed {
            part,
            hasher: Md5::new(),
            failed: None,
        };
        let request = self.agent.put(action.sign(SIGNATURE_LIFETIME).as_str());
        // The length is known: stores take no chunks.
        let request = request.header("Content-Length", length.to_string());
        let sent = request.send(SendBody::from_reader(&mut part));
        if let Some(error) = part.failed {
            return Err(unread(&error));
        }
        let sent = response::good(sent)?;
        let tag = text(sent.headers(), &ETAG).ok_or_else(nonsense)?;
        match md5(&tag) {
            Some(arrived) if arrived != release::hex(&part.hasher.finalize()) => {
                Err(Problem::Transient(text!("part-sent-otherwise")))
            }
            _ => Ok(tag),
        }
    }

    fn complete(&self, note: &Note, tags: &[String]) -> Result<(), Problem> {
        let tags = || tags.iter().map(String::as_str);
        let credentials = Some(&self.credentials);
        let complete = |tags| {
            self.address
                .complete_multipart_upload(credentials, &note.object, &note.id, tags)
        };
        let url = complete(tags()).sign(SIGNATURE_LIFETIME);
        let request = self.agent.post(url.as_str());
        // It may fail after the status was sent; the body says so.
        let body = Self::body(request.send(complete(tags()).body()))?;
        match response::between(&body, "Code") {
            Some(code) => Err(Problem::Transient(Text::verbatim(code.to_owned()))),
            None => Ok(()),
        }
    }

    fn abort(&self, note: &Note) -> Result<(), Problem> {
        let credentials = Some(&self.credentials);
        let action = self
            .address
            .abort_multipart_upload(credentials, &note.object, &note.id);
        let url = action.sign(SIGNATURE_LIFETIME);
        // One that is not there is answered with 404.
        response::good(self.agent.delete(url.as_str()).call()).map(|_| ())
    }

    /// The text of a response with success.
    fn body(
        response: Result<ureq::http::Response<ureq::Body>, ureq::Error>,
    ) -> Result<String, Problem> {
        let mut response = response::good(response)?;
        if !response.status().is_success() {
            return Err(response::refused(response));
        }
        let body = response.body_mut().read_to_string();
        body.map_err(|_| Problem::Transient(text!("connection-lost")))
    }
}

fn nonsense() -> Problem {
    Problem::Permanent(text!("response-unreadable"))
}

/// A part of a file, hashed while it is read.
struct Hashed<R> {
    part: R,
    hasher: Md5,
    /// Why it could not be read.
    failed: Option<io::Error>,
}

impl<R: Read> Read for Hashed<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self.part.read(buffer) {
            Ok(length) => {
                self.hasher.update(&buffer[..length]);
                Ok(length)
            }
            Err(error) => {
                let told = io::Error::other(error.to_string());
                self.failed = Some(error);
                Err(told)
            }
        }
    }
}

//! An object store that speaks S3: `s3s-fs`, which keeps objects as files.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::sync::Mutex;
use std::time::Duration;

use rusty_s3::{Bucket, Credentials, S3Action, UrlStyle};
use tempfile::TempDir;

use super::daemon::{Daemon, tool};
use super::port;
use crate::site::Files;

/// The keys that the store takes.
pub(crate) const ACCESS_KEY: &str = "warraq-access";
pub(crate) const SECRET_KEY: &str = "warraq-very-secret";

/// A store, until it is dropped.
pub(crate) struct Store {
    folder: TempDir,
    port: u16,
    daemon: Mutex<Option<Daemon>>,
}

impl Store {
    /// A store with these buckets.
    pub(crate) fn start(buckets: &[&str]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        for bucket in buckets {
            fs::create_dir_all(folder.path().join("objects").join(bucket)).unwrap();
        }
        let store = Self {
            folder,
            port: port::free(),
            daemon: Mutex::new(None),
        };
        store.restart();
        store
    }

    /// Ends it as a power failure would. What it has stored stays.
    pub(crate) fn kill(&self) {
        self.daemon.lock().unwrap().take();
    }

    /// Starts it again, at the same address.
    pub(crate) fn restart(&self) {
        self.kill();
        let mut command = Command::new(tool("s3s-fs"));
        command.args(["--host", "127.0.0.1", "--port", &self.port.to_string()]);
        command.args(["--access-key", ACCESS_KEY, "--secret-key", SECRET_KEY]);
        command.arg(self.folder.path().join("objects"));
        let log = self.folder.path().join("log");
        *self.daemon.lock().unwrap() = Some(Daemon::start(&mut command, self.port, &log));
    }

    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    /// The URL of the service; buckets are named in the path.
    pub(crate) fn endpoint(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Where the objects of a bucket lie as files. Writing there is what somebody else does to the bucket.
    pub(crate) fn bucket(&self, name: &str) -> PathBuf {
        self.folder.path().join("objects").join(name)
    }

    /// The objects of a bucket, by key.
    pub(crate) fn objects(&self, bucket: &str) -> Files {
        Files::below(&self.bucket(bucket))
    }

    /// Puts an HTML file there, as somebody else would.
    ///
    /// # Errors
    /// The status that was answered, or 0 where there was no answer.
    pub(crate) fn put(&self, bucket: &str, key: &str, bytes: &[u8]) -> Result<(), u16> {
        Self::put_at(&self.endpoint(), bucket, key, bytes)
    }

    /// The same, through the service at an endpoint.
    pub(crate) fn put_at(endpoint: &str, bucket: &str, key: &str, bytes: &[u8]) -> Result<(), u16> {
        let credentials = credentials();
        let bucket = remote(endpoint, bucket);
        let url = bucket.put_object(Some(&credentials), key).sign(SIGNED_FOR);
        let request = ureq::put(url.as_str()).header("Content-Type", "text/html; charset=utf-8");
        match request.send(bytes) {
            Ok(_) => Ok(()),
            Err(ureq::Error::StatusCode(code)) => Err(code),
            Err(_) => Err(0),
        }
    }

    /// The headers that the store answers with when it is asked for an object; names in lower case.
    pub(crate) fn headers(&self, bucket: &str, key: &str) -> BTreeMap<String, String> {
        let credentials = credentials();
        let bucket = remote(&self.endpoint(), bucket);
        let url = bucket.head_object(Some(&credentials), key).sign(SIGNED_FOR);
        let answer = ureq::head(url.as_str()).call();
        let answer = answer.unwrap_or_else(|error| panic!("{key}: {error}"));
        let headers = answer.headers().iter();
        let headers = headers.map(|(name, value)| {
            let value = value.to_str().unwrap();
            (name.as_str().to_owned(), value.to_owned())
        });
        headers.collect()
    }
}

/// For how long a request may be on its way.
const SIGNED_FOR: Duration = Duration::from_mins(10);

fn credentials() -> Credentials {
    Credentials::new(ACCESS_KEY, SECRET_KEY)
}

fn remote(endpoint: &str, bucket: &str) -> Bucket {
    let url = endpoint.parse().unwrap();
    Bucket::new(url, UrlStyle::Path, bucket.to_owned(), "auto").unwrap()
}

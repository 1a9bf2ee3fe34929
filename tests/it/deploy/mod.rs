//! `warraq deploy`, against real servers.

mod broken;
mod bucket;
mod git;
mod lock;
mod parts;
mod recipes;
mod rsync;
mod stage;
mod stories;
mod target;

use std::path::PathBuf;

use assert_cmd::assert::Assert;

use crate::servers::store::{ACCESS_KEY, SECRET_KEY};
use crate::servers::{Proxy, Store};
use crate::site::{Files, Site, warraq};

/// A site with a target called `live`, and where its files arrive.
pub(crate) struct Scene {
    pub(crate) site: Site,
    /// What is at the target, as files.
    arrived: PathBuf,
    /// Where warraq keeps what it writes down for itself, where that is not among them.
    state: Option<PathBuf>,
    /// The store that holds them, if a store does.
    pub(crate) store: Option<Store>,
    proxy: Option<Proxy>,
}

/// Where warraq keeps what it writes down for itself.
pub(crate) const STATE: &str = ".warraq/";

impl Scene {
    /// A site that is deployed into a folder.
    pub(crate) fn with_folder(files: Files) -> Self {
        let files = files.and(
            "site.toml",
            "\n[deploy.live]\nto = \"fs\"\npath = \"arrived\"\n",
        );
        let site = files.on_disk();
        Self {
            arrived: site.path("arrived"),
            state: Some(site.path(".arrived.warraq/deploy")),
            site,
            store: None,
            proxy: None,
        }
    }

    /// A site that is deployed into a bucket.
    pub(crate) fn with_bucket(files: Files) -> Self {
        let store = Store::start(&["live"]);
        let endpoint = store.endpoint();
        Self::at(files, store, &endpoint, None)
    }

    /// A site that is deployed into a bucket, through a proxy.
    pub(crate) fn with_proxy(files: Files, store: Store, proxy: Proxy) -> Self {
        let endpoint = proxy.endpoint();
        Self::at(files, store, &endpoint, Some(proxy))
    }

    fn at(files: Files, store: Store, endpoint: &str, proxy: Option<Proxy>) -> Self {
        let target = format!(
            "\n[deploy.live]\nto = \"s3\"\nendpoint = \"{endpoint}\"\nbucket = \"live\"\npath_style = true\n"
        );
        Self {
            site: files.and("site.toml", &target).on_disk(),
            arrived: store.bucket("live"),
            state: None,
            store: Some(store),
            proxy,
        }
    }

    /// `warraq deploy live ARGUMENTS`.
    pub(crate) fn deploy(&self, arguments: &[&str]) -> Assert {
        let mut command = warraq();
        command
            .current_dir(self.site.path(""))
            .env("AWS_ACCESS_KEY_ID", ACCESS_KEY)
            .env("AWS_SECRET_ACCESS_KEY", SECRET_KEY)
            .args(["deploy", "live", "--retry-for", "1"])
            .args(arguments);
        command.assert()
    }

    /// What a reader would find.
    pub(crate) fn arrived(&self) -> Files {
        let mut files = self.everything();
        for path in files.clone().paths().filter(|path| path.starts_with(STATE)) {
            files.remove(path);
        }
        files
    }

    /// All that is at the target.
    pub(crate) fn everything(&self) -> Files {
        let below = |folder: &PathBuf| {
            if folder.exists() {
                Files::below(folder)
            } else {
                Files::default()
            }
        };
        let mut files = below(&self.arrived);
        let state = self.state.as_ref().map(below).unwrap_or_default();
        // What is remembered of files saves time, and is no more than that.
        for path in state.paths().filter(|path| *path != "seen.json") {
            files = files.with(&format!("{STATE}{path}"), state.bytes(path));
        }
        files
    }

    /// Where a file of the target lies on the disk.
    pub(crate) fn place(&self, path: &str) -> PathBuf {
        match (path.strip_prefix(STATE), &self.state) {
            (Some(path), Some(state)) => state.join(path),
            _ => self.arrived.join(path),
        }
    }

    /// The files that were sent to the store since the last look, in order.
    pub(crate) fn sent(&self) -> Vec<String> {
        let proxy = self
            .proxy
            .as_ref()
            .expect("only a proxy hears what is sent");
        let log = proxy.log().into_iter();
        log.filter_map(|line| Some(line.strip_prefix("PUT /live/")?.to_owned()))
            .filter(|key| !key.starts_with(STATE))
            .collect()
    }

    /// All requests so far.
    pub(crate) fn requests(&self) -> Vec<String> {
        let proxy = self
            .proxy
            .as_ref()
            .expect("only a proxy hears what is asked");
        proxy.log()
    }

    /// Writes an entry of the site anew.
    pub(crate) fn edit(&self, path: &str, from: &str, to: &str) {
        let file = self.site.path(path);
        let text = std::fs::read_to_string(&file).unwrap();
        assert!(text.contains(from), "{path} has no {from}");
        std::fs::write(file, text.replace(from, to)).unwrap();
    }
}

/// Whether a file is of a kind, such as `html`.
pub(crate) fn is_kind(path: &str, kind: &str) -> bool {
    path.rsplit_once('.')
        .is_some_and(|(_, ending)| ending == kind)
}

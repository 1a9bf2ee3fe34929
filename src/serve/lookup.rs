//! Looks up the path of a request: a file of the site, a redirect, or nothing. Pure: the site is a
//! map, so no path leads out of it.

use std::sync::Arc;

use super::browser::{LEAVE, WORKER};
use crate::output::{Bytes, Output};
use crate::pages::Plan;
use crate::path::{OutputPath, decode, encode};
use crate::pipeline::Finished;

/// The result for an address.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Lookup<'a> {
    /// This file.
    File(OutputPath, &'a Bytes),
    /// A redirect to this percent-encoded address.
    Redirect(String),
    /// Nothing.
    NotFound,
}

/// A site, and the path below which it is published.
#[derive(Debug, Clone, Default)]
pub(super) struct Site {
    pub(super) output: Output,
    /// Begins and ends with `/`.
    pub(super) base_path: String,
    /// What its files are.
    pub(super) plan: Arc<Plan>,
    /// What it was made of.
    pub(super) finished: Option<Arc<Finished>>,
    /// The replacement of the service worker, which would answer in place of the preview and hide
    /// every edit.
    worker: Option<Bytes>,
}

/// What the address of a folder serves.
const INDEX: &str = "index.html";
/// How the names of pages end.
const PAGE: &str = ".html";
/// What an unknown address serves, with status 404.
const NOT_FOUND: &str = "404.html";

impl Site {
    /// A site below a path.
    pub(super) fn new(output: Output, base_path: String, plan: Arc<Plan>) -> Self {
        let is_offline = plan.offline.is_some();
        let is_free = OutputPath::new(WORKER).is_ok_and(|path| output.get(&path).is_none());
        let worker = (is_offline || is_free).then(|| LEAVE.as_bytes().to_vec().into());
        Self {
            output,
            base_path,
            plan,
            finished: None,
            worker,
        }
    }

    /// The same, with what it was made of.
    pub(super) fn with(self, finished: Option<Arc<Finished>>) -> Self {
        Self { finished, ..self }
    }

    /// Looks up a percent-encoded path as static hosts do. A redirect keeps the query.
    pub(super) fn at(&self, path: &str, query: Option<&str>) -> Lookup<'_> {
        let lower = path.to_ascii_lowercase();
        if ["%2f", "%5c", "%00"].iter().any(|odd| lower.contains(odd)) {
            // Decoded, these would become separators.
            return Lookup::NotFound;
        }
        let path = decode(path);
        let base = decode(&self.base_path);
        let redirect = |address: &str| {
            let query = query.map(|query| format!("?{query}")).unwrap_or_default();
            Lookup::Redirect(format!("{}{query}", encode(address)))
        };
        if (path == "/" || base.strip_suffix('/') == Some(&*path)) && base != "/" {
            return redirect(&base);
        }
        let Some(name) = path.strip_prefix(&*base) else {
            return Lookup::NotFound;
        };
        if name.is_empty() || name.ends_with('/') {
            return self
                .file(&format!("{name}{INDEX}"))
                .unwrap_or(Lookup::NotFound);
        }
        if let Some(file) = self.file(name) {
            return file;
        }
        match self.file(&format!("{name}/{INDEX}")) {
            Some(_) => redirect(&format!("{path}/")),
            None => Lookup::NotFound,
        }
    }

    /// The site's own page for an unknown address: the one in its folder, or in the next around that, as in that of its
    /// language.
    pub(super) fn not_found(&self, path: &str) -> Option<&Bytes> {
        let path = decode(path);
        let base = decode(&self.base_path);
        let name = path.strip_prefix(&*base).unwrap_or_default();
        let mut ends = name.match_indices('/').map(|(at, _)| at + 1).rev();
        let pages = |end: usize| match self.file(&format!("{}{NOT_FOUND}", &name[..end]))? {
            Lookup::File(_, bytes) => Some(bytes),
            Lookup::Redirect(_) | Lookup::NotFound => None,
        };
        ends.find_map(pages).or_else(|| pages(0))
    }

    /// The percent-encoded addresses of files other than pages that have changed.
    pub(super) fn changed_since(&self, before: &Self) -> impl Iterator<Item = String> {
        let files = self.output.iter();
        let files = files.filter(|(path, _)| !path.as_str().ends_with(PAGE));
        let changed_files = files.filter(|(path, bytes)| {
            let last = before.output.get(path);
            last.is_some_and(|last| last != *bytes)
        });
        changed_files
            .map(|(path, _)| encode(&format!("{}{path}", decode(&self.base_path))).into_owned())
    }

    fn file(&self, name: &str) -> Option<Lookup<'_>> {
        let path = OutputPath::new(name).ok()?;
        let worker = self.worker.as_ref().filter(|_| name == WORKER);
        let bytes = worker.or_else(|| self.output.get(&path))?;
        Some(Lookup::File(path, bytes))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::pages::Offline;

    fn site(base_path: &str) -> Site {
        let names = ["index.html", "404.html", "مدن/فاس/index.html", "a b.css"];
        let files = names.map(|name| (OutputPath::new(name).unwrap(), name.as_bytes().to_vec()));
        Site::new(
            files.into_iter().collect(),
            base_path.to_owned(),
            Arc::default(),
        )
    }

    /// The file, or `-> ADDRESS`, or an empty string.
    fn at(base_path: &str, target: &str) -> String {
        let (path, query) = match target.split_once('?') {
            Some((path, query)) => (path, Some(query)),
            None => (target, None),
        };
        match site(base_path).at(path, query) {
            Lookup::File(path, bytes) => {
                assert_eq!(bytes.as_text(), Some(path.as_str()));
                path.to_string()
            }
            Lookup::Redirect(address) => format!("-> {address}"),
            Lookup::NotFound => String::new(),
        }
    }

    const FEZ: &str = "/%D9%85%D8%AF%D9%86/%D9%81%D8%A7%D8%B3";

    #[test]
    fn files_and_folders_are_found_as_static_hosts_find_them() {
        assert_eq!(at("/", "/"), "index.html");
        assert_eq!(at("/", "/index.html"), "index.html");
        assert_eq!(at("/", "/404.html"), "404.html");
        assert_eq!(at("/", "/a%20b.css?v=1"), "a b.css");
        assert_eq!(at("/", &format!("{FEZ}/")), "مدن/فاس/index.html");
        assert_eq!(at("/", "/مدن/فاس/index.html"), "مدن/فاس/index.html");
        assert_eq!(at("/", FEZ), format!("-> {FEZ}/"));
        assert_eq!(at("/", &format!("{FEZ}?a=1&b")), format!("-> {FEZ}/?a=1&b"));
    }

    #[test]
    fn a_site_below_a_path_is_found_there_and_nowhere_else() {
        let base = "/some/sub/path/";
        assert_eq!(at(base, "/"), "-> /some/sub/path/");
        assert_eq!(at(base, "/some/sub/path?q"), "-> /some/sub/path/?q");
        assert_eq!(at(base, "/some/sub/path/"), "index.html");
        assert_eq!(at(base, "/some/sub/path/a%20b.css"), "a b.css");
        assert_eq!(
            at("/%D9%85/", "/"),
            "-> /%D9%85/",
            "an encoded base URL is encoded once"
        );
        assert_eq!(at("/%D9%85/", "/م/"), "index.html");
        for elsewhere in ["/index.html", "/some/", "/some/sub/pathology/", "/some/sub"] {
            assert_eq!(at(base, elsewhere), "", "{elsewhere}");
        }
    }

    #[test]
    fn a_service_worker_is_let_go_unless_it_is_the_sites_own() {
        let site = |is_offline: bool, files: &[&str]| {
            let files = files.iter();
            let files = files.map(|name| (OutputPath::new(name).unwrap(), b"own".to_vec()));
            let offline = Offline {
                page: None,
                keep: Vec::new(),
                limit: 1,
            };
            let plan = Plan {
                offline: is_offline.then_some(offline),
                ..Plan::default()
            };
            Site::new(files.collect(), "/below/".to_owned(), Arc::new(plan))
        };
        for (site, expected) in [
            (site(false, &[]), LEAVE.as_bytes()),
            (site(true, &[WORKER]), LEAVE.as_bytes()),
            (site(false, &[WORKER]), b"own"),
        ] {
            let Lookup::File(_, bytes) = site.at("/below/service-worker.js", None) else {
                panic!("nothing is there");
            };
            assert_eq!(bytes.as_slice(), Some(expected));
            assert_eq!(site.at("/service-worker.js", None), Lookup::NotFound);
        }
    }

    #[test]
    fn files_that_hold_something_else_are_renewed_and_pages_are_not() {
        let before = site("/some/sub/path/");
        let mut after = before.clone();
        let files = before.output.iter();
        let changed = files.map(|(path, _)| (path.clone(), b"other".to_vec()));
        after.output = changed.collect();
        let changed_files: Vec<String> = after.changed_since(&before).collect();
        assert_eq!(changed_files, ["/some/sub/path/a%20b.css"]);
        assert_eq!(before.changed_since(&before).count(), 0);
        assert_eq!(after.changed_since(&Site::default()).count(), 0);
    }

    proptest! {
        /// Whatever is asked for, only files of the site are found, and redirects stay on it.
        #[test]
        fn no_request_leads_elsewhere(
            base in "/|/a/|/%D9%85/",
            target in "/?([a-z%./?#\\\\:]|%[0-9a-fA-F]{2}|\\.\\./|//|index\\.html|404|\\PC){0,12}",
            query in "(a=[^ ]{0,4})?",
        ) {
            let site = site(&base);
            match site.at(&target, Some(&query)) {
                Lookup::File(path, bytes) => {
                    prop_assert!(site.output.get(&path).is_some() || path.as_str() == WORKER);
                    prop_assert!(bytes.as_slice().is_some());
                }
                Lookup::Redirect(address) => {
                    prop_assert!(address.starts_with('/') && !address.starts_with("//"), "{}", address);
                    prop_assert!(!address.contains(['\\', '\n', '\r']) || query.contains(['\\', '\n', '\r']), "{}", address);
                }
                Lookup::NotFound => {}
            }
        }
    }

    #[test]
    fn nothing_else_is_found() {
        let paths = [
            "",
            "*",
            "index.html",
            "//index.html",
            "//other.example/",
            "/./index.html",
            "/../index.html",
            "/مدن/../index.html",
            "/%2e%2e/index.html",
            "/%2E%2E/etc/passwd",
            "/..%2findex.html",
            "/%D9%85%D8%AF%D9%86%2F%D9%81%D8%A7%D8%B3/",
            "/%252e%252e/index.html",
            "/%61%2525",
            "/..\\index.html",
            "/%5cindex.html",
            "/index.html%00",
            "/index.html\0",
            "/%FF",
            "/%",
            "/%zz",
            "/index.html/",
            "/C:/index.html",
            "/file:///etc/passwd",
            "/http://other.example/",
        ];
        for path in paths {
            assert_eq!(at("/", path), "", "{path}");
        }
    }
}

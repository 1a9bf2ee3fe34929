//! A fingerprint of what a build is made from: the version of the crate, and the locked versions of everything it is
//! compiled from. Pure; `main.rs` finds the files.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

/// The crate that is built.
const CRATE: &str = "warraq-core";

/// The fingerprint of this version of the crate, compiled from what `lock`, the text of a Cargo.lock, holds for it. None
/// where the lock is of something else: it does not hold the crate in this version.
///
/// Other members of a workspace, and what only they need, make no difference.
pub(crate) fn of(version: &str, lock: &str) -> Option<u64> {
    let packages: Vec<Package<'_>> = lock.split("[[package]]").map(Package::read).collect();
    let is_crate = |package: &Package<'_>| (package.name, package.version) == (CRATE, version);
    let start = packages.iter().position(is_crate)?;
    let mut reached = BTreeSet::from([start]);
    let mut next = vec![start];
    while let Some(from) = next.pop() {
        for dependency in &packages[from].dependencies {
            for (at, package) in packages.iter().enumerate() {
                if package.is(dependency) && reached.insert(at) {
                    next.push(at);
                }
            }
        }
    }
    let mut hasher = DefaultHasher::new();
    for at in reached {
        let Package {
            name,
            version,
            source,
            checksum,
            ..
        } = packages[at];
        (name, version, source, checksum).hash(&mut hasher);
    }
    Some(hasher.finish())
}

/// A package as Cargo.lock writes it, a key a line.
#[derive(Default)]
struct Package<'a> {
    name: &'a str,
    version: &'a str,
    /// Where it comes from: for a repository, down to the commit.
    source: &'a str,
    checksum: &'a str,
    /// `name`, and where there are several of that name `name version`.
    dependencies: Vec<&'a str>,
}

impl<'a> Package<'a> {
    fn read(text: &'a str) -> Self {
        let mut package = Self::default();
        for line in text.lines() {
            let value = || line.split('"').nth(1).unwrap_or_default();
            match line.split(' ').next() {
                Some("name") => package.name = value(),
                Some("version") => package.version = value(),
                Some("source") => package.source = value(),
                Some("checksum") => package.checksum = value(),
                // The items of a list are indented.
                Some("") if line.contains('"') => package.dependencies.push(value()),
                _ => {}
            }
        }
        package
    }

    /// Whether a dependency may mean it. One package too many makes no difference that matters.
    fn is(&self, dependency: &str) -> bool {
        let mut words = dependency.split(' ');
        words.next() == Some(self.name)
            && words.next().is_none_or(|version| version == self.version)
    }
}

//! What cargo features bring, what is left without them, and what a package holds.

use std::collections::BTreeSet;
use std::process::Command;

use crate::site::{Files, repository};

/// What only commands that serve, upload or ask the network need.
const OPTIONAL: [&str; 12] = [
    "axum",
    "indicatif",
    "md-5",
    "notify",
    "open",
    "ring",
    "rustls",
    "rusty-s3",
    "syntect",
    "tokio",
    "two-face",
    "ureq",
];

/// What every build is made with.
const NEEDED: [&str; 4] = ["pulldown-cmark", "serde", "tera", "walkdir"];

/// How many crates a first build compiles on Linux, warraq's two included. More of them is a decision: what a new one is for and what
/// it costs stands in ARCHITECTURE.md, by `benches/cold_build`.
const CRATES: usize = 340;

/// The output of cargo, which is not to use the network.
fn cargo(arguments: &[&str]) -> String {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.current_dir(repository()).args(arguments);
    let output = cargo.args(["--offline", "--locked"]).output().unwrap();
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{complaint}");
    String::from_utf8(output.stdout).unwrap()
}

/// The crates that a build consists of.
fn crates(features: &[&str]) -> BTreeSet<String> {
    let tree = [
        "tree", "-p", "warraq", "--edges", "normal", "--prefix", "none",
    ];
    let text = cargo(&[&tree[..], features].concat());
    let names = text.lines().filter_map(|line| line.split(' ').next());
    names.map(str::to_owned).collect()
}

#[test]
fn a_build_without_features_has_no_server_and_no_network() {
    let (whole, bare) = (crates(&[]), crates(&["--no-default-features"]));
    for name in OPTIONAL {
        assert!(whole.contains(name), "{name} is not used at all");
        assert!(!bare.contains(name), "{name} is used without features");
    }
    for name in NEEDED {
        assert!(whole.contains(name) && bare.contains(name), "{name}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_first_build_has_no_more_crates_than_it_may() {
    let tree = ["tree", "-p", "warraq", "--edges", "normal,build"];
    let tree = cargo(&[&tree[..], &["--prefix", "none"]].concat());
    // `name version`, without what cargo says beside it: `(*)` where a crate was listed before, `(proc-macro)`.
    let crates = tree.lines().map(|line| line.split(" (").next());
    let crates: BTreeSet<_> = crates.collect();
    assert!(
        crates.len() <= CRATES,
        "{} crates, and {CRATES} may be",
        crates.len()
    );
}

#[test]
fn a_feature_brings_its_own_crates_only() {
    let with = |feature| crates(&["--no-default-features", "--features", feature]);
    let network = with("external-links");
    assert!(network.contains("ureq") && !network.contains("tokio"));
    let served = with("serve");
    assert!(served.contains("tokio") && !served.contains("ureq"));
    let coloured = with("highlighting");
    assert!(coloured.contains("syntect") && !coloured.contains("tokio"));
    let deployed = with("deploy");
    assert!(deployed.contains("rusty-s3") && !deployed.contains("tokio"));
}

#[test]
fn a_package_holds_what_it_is_built_from_and_no_content() {
    let packed = |package: &str| -> BTreeSet<String> {
        let list = cargo(&["package", "--list", "--allow-dirty", "--package", package]);
        list.lines().map(str::to_owned).collect()
    };
    let (program, core) = (packed("warraq"), packed("warraq-core"));
    for folder in ["src", "build", "templates"] {
        let files = Files::below(&repository().join(folder));
        for path in files.paths() {
            let path = format!("{folder}/{path}");
            let is_packed = match path.strip_prefix("src/core/") {
                Some(path) => core.contains(path),
                None if folder == "templates" => core.contains(&path),
                None => program.contains(&path),
            };
            assert!(is_packed, "{path} is not packed");
        }
    }
    assert!(core.contains("docs/diagnostics.md") && core.contains("docs/diagnostics.ar.md"));
    assert!(program.contains("README.md") && program.contains("LICENSE"));
    // The core has a room that is called `content`.
    let entries = Files::below(&repository().join("content"));
    for path in entries.paths() {
        let path = format!("content/{path}");
        assert!(!program.contains(&path) && !core.contains(&path), "{path}");
    }
    for folder in ["public/", "tests/", "benches/"] {
        let is_of_the_site = |path: &&String| path.starts_with(folder);
        assert_eq!(program.iter().chain(&core).find(is_of_the_site), None);
    }
}

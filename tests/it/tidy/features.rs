//! What cargo features bring, and what is left without them.

use std::collections::BTreeSet;
use std::process::Command;

use crate::site::repository;

/// What only commands that serve, upload or ask the network need.
const OPTIONAL: [&str; 10] = [
    "axum",
    "indicatif",
    "md-5",
    "notify",
    "open",
    "ring",
    "rustls",
    "rusty-s3",
    "tokio",
    "ureq",
];

/// What every build is made with.
const NEEDED: [&str; 4] = ["pulldown-cmark", "serde", "tera", "walkdir"];

/// The crates that a build consists of.
fn crates(features: &[&str]) -> BTreeSet<String> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.current_dir(repository());
    cargo.args(["tree", "--offline", "--locked", "--edges", "normal"]);
    cargo.args(["--prefix", "none", "--format", "{p}"]);
    let output = cargo.args(features).output().unwrap();
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{complaint}");
    let text = String::from_utf8(output.stdout).unwrap();
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

#[test]
fn a_feature_brings_its_own_crates_only() {
    let with = |feature| crates(&["--no-default-features", "--features", feature]);
    let network = with("external-links");
    assert!(network.contains("ureq") && !network.contains("tokio"));
    let served = with("serve");
    assert!(served.contains("tokio") && !served.contains("ureq"));
    let deployed = with("deploy");
    assert!(deployed.contains("rusty-s3") && !deployed.contains("tokio"));
}

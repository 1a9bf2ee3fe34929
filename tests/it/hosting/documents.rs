//! The configurations in `docs/deploy/` are those of the dossier. `INSTA_UPDATE=always cargo test --test it hosting` writes them anew.

use std::collections::BTreeSet;
use std::env;
use std::fs;

use warraq::config::{Config, Destination, Encoding, Host, Target};
use warraq::hosting;
use warraq::output::Output;
use warraq::pages::Plan;

use crate::site::{Files, repository};

type Form = fn(&Output, &Plan, &Config, &Target) -> String;

const DOCUMENTS: [(&str, Form); 2] = [
    ("nginx.conf", hosting::nginx),
    ("Caddyfile", hosting::caddy),
];

#[test]
fn configurations_are_those_of_the_dossier() {
    let build = Files::dossier().run();
    let target = Target {
        destination: Destination::Folder {
            path: "/srv/dossier/current".to_owned(),
        },
        precompressed: vec![Encoding::Brotli, Encoding::Gzip],
        ..super::target(Host::Plain)
    };
    let (output, plan) = (build.output.as_ref().unwrap(), build.plan.as_ref().unwrap());
    let config = build.config.as_ref().unwrap();
    let is_renewed = env::var("INSTA_UPDATE").is_ok_and(|update| update == "always");
    for (name, form) in DOCUMENTS {
        let path = repository().join("docs/deploy").join(name);
        let derived = form(output, plan, config, &target);
        if is_renewed {
            fs::write(&path, &derived).unwrap();
        }
        let kept = fs::read_to_string(&path).unwrap_or_default();
        assert!(
            kept == derived,
            "docs/deploy/{name} is not what the dossier says now:\n{derived}"
        );
    }
    // Half of what Cloudflare Pages takes.
    let rules = hosting::headers(output, plan, config, Host::Cloudflare);
    let rules = rules.lines().filter(|line| line.starts_with('/'));
    let rules: BTreeSet<_> = rules.collect();
    assert!(rules.len() < 50, "{rules:#?}");
}

//! Links out of a site, asked as `warraq check --external` asks them, of servers on this machine.

mod answers;
mod command;
mod places;
mod policy;
mod server;

use std::path::Path;
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, SystemTime};

use warraq::diagnostic::Diagnostic;
use warraq::external::{LinkReport, RequestPolicy, check};

use crate::site::Files;

/// A policy for servers that do not mind: everything happens at once, but an answer may take long.
fn brisk() -> RequestPolicy {
    let instant = Duration::from_millis(1);
    RequestPolicy {
        timeout: Duration::from_secs(30),
        pause: instant,
        first_wait: instant,
        longest_wait: instant,
        ..RequestPolicy::default()
    }
}

/// The good site with links to these addresses on its first page.
fn linking(addresses: &[String]) -> Files {
    let links = addresses
        .iter()
        .map(|address| format!("- [رابط]({address})\n"));
    let links: String = links.collect();
    Files::good().and("content/pages/home.md", &format!("\n\n{links}"))
}

/// Asks the links of a site. Should that never end, the test does.
fn ask_kept(
    site: &Files,
    policy: &RequestPolicy,
    folder: Option<&Path>,
    now: SystemTime,
) -> LinkReport {
    let (tell, told) = mpsc::channel();
    let (site, policy) = (site.clone(), policy.clone());
    let folder = folder.map(Path::to_owned);
    thread::spawn(move || {
        let build = site.run();
        assert_eq!(build.diagnostics, [], "the site has problems of its own");
        let rules = &build.config.unwrap().external;
        let snapshot = site.snapshot();
        let folder = folder.as_deref();
        _ = tell.send(check(
            &build.outbound,
            rules,
            &policy,
            &snapshot,
            folder,
            now,
        ));
    });
    told.recv_timeout(Duration::from_mins(2))
        .expect("asking does not end")
}

fn ask(site: &Files, policy: &RequestPolicy) -> Vec<Diagnostic> {
    ask_kept(site, policy, None, SystemTime::now()).diagnostics
}

/// The codes and messages of problems, with `HERE` for the server.
fn said(problems: &[Diagnostic], server: &server::Server) -> Vec<String> {
    let here = server.url("");
    let said = problems
        .iter()
        .map(|one| format!("{} {}", one.code, one.message));
    said.map(|text| text.replace(&here, "HERE")).collect()
}

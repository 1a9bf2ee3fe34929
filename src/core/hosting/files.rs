//! The files that kinds of host want besides the site: `_headers` and `_redirects` for Netlify and Cloudflare Pages,
//! `.nojekyll` and `CNAME` for GitHub Pages. A host that would drop what is beyond its limits is not given it.

use super::limits;
use super::rules;
use crate::config::{self, Config, Host};
use crate::diagnostic::{Checked, Diagnostic};
use crate::locale::text;
use crate::output::Output;
use crate::pages::Plan;
use crate::path::OutputPath;

/// The files that a host wants besides those of the site, with what they say.
pub(super) fn of_host(
    output: &Output,
    plan: &Plan,
    config: &Config,
    host: Host,
) -> Checked<Vec<(OutputPath, String)>> {
    let wanted: Vec<(&str, String)> = match host {
        Host::Plain => Vec::new(),
        Host::Netlify | Host::Cloudflare => {
            let headers = rules::headers(output, plan, config, host);
            let redirects = rules::redirects(plan, config, host);
            vec![("_headers", headers), ("_redirects", redirects)]
        }
        Host::Github => {
            let domain = domain(config).map(|domain| format!("{domain}\n"));
            vec![
                (".nojekyll", String::new()),
                ("CNAME", domain.unwrap_or_default()),
            ]
        }
    };
    let mut files = Vec::new();
    let mut diagnostics = Vec::new();
    for (name, text) in wanted {
        // To GitHub Pages the name alone is what it says; others need no file that says nothing.
        if text.is_empty() && name != ".nojekyll" {
            continue;
        }
        let Ok(path) = OutputPath::new(name) else {
            continue;
        };
        if output.get(&path).is_some() {
            diagnostics.push(two_claimants(&path, plan));
            continue;
        }
        if host == Host::Cloudflare {
            diagnostics.extend(limits::problems(name, &text));
        }
        files.push((path, text));
    }
    Checked::new(files, diagnostics)
}

/// The domain that GitHub Pages should answer at: that of the base URL, unless it is GitHub's own, or belongs to another
/// repository, which has the site below a folder.
fn domain(config: &Config) -> Option<&str> {
    let (_, rest) = config.base_url.split_once("://")?;
    let host = rest.split('/').next()?;
    let is_own = host.ends_with(".github.io") || config.base_path() != "/";
    (!is_own).then_some(host)
}

fn two_claimants(path: &OutputPath, plan: &Plan) -> Diagnostic {
    let file = plan.files.get(path);
    let span = file.map_or_else(config::whole, |file| file.place.clone());
    Diagnostic::error("E810", text!("published-twice", path = path.as_str()))
        .at(span)
        .note(text!("host-file-twice-note"))
        .hint(text!("host-file-twice-hint"))
}

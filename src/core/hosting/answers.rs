//! Files and the rules of site.toml become what each file is answered with.

use std::collections::BTreeMap;

use crate::config::{Config, Scope};
use crate::media_type::MediaType;
use crate::output::Output;
use crate::pages::{Plan, Role};
use crate::path::OutputPath;

/// The headers of a file: values by name.
pub(super) type Headers = BTreeMap<String, String>;

/// What the rules say of every file of the site, `Content-Type` left out.
pub(super) fn answers(
    output: &Output,
    plan: &Plan,
    config: &Config,
) -> BTreeMap<OutputPath, Headers> {
    let paths = output.iter().map(|(path, _)| path);
    let answers = paths.map(|path| (path.clone(), headers(path, plan.role(path), config)));
    answers.collect()
}

/// What the rules say of one file. Later rules win.
pub(super) fn headers(path: &OutputPath, role: Role, config: &Config) -> Headers {
    let mut headers = Headers::new();
    for rule in &config.headers {
        let applies = match &rule.scope {
            Scope::Everything => true,
            Scope::Pages => matches!(role, Role::Page | Role::Redirect),
            Scope::Fingerprinted => role == Role::Fingerprinted,
            Scope::Addresses(pattern) => Scope::names(&pattern.value, path),
        };
        if !applies {
            continue;
        }
        for (name, value) in &rule.values {
            match value {
                Some(value) => headers.insert(name.clone(), value.clone()),
                None => headers.remove(name),
            };
        }
    }
    headers
}

/// The same with what the file is.
pub(super) fn with_kind(mut headers: Headers, media_type: MediaType) -> Headers {
    headers.insert("Content-Type".to_owned(), media_type.content_type());
    headers
}

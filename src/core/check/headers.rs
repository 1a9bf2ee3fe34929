//! Rules of `[[headers]]` that are for no file: their author meant another address.

use crate::config::{self, Config, Scope};
use crate::diagnostic::Diagnostic;
use crate::locale::text;
use crate::output::Output;

/// The rules whose addresses nothing is at.
pub(super) fn check(config: &Config, output: &Output) -> impl Iterator<Item = Diagnostic> {
    let patterns = config.headers.iter().filter_map(|rule| match &rule.scope {
        Scope::Addresses(pattern) => Some(pattern),
        Scope::Everything | Scope::Pages | Scope::Fingerprinted => None,
    });
    // That of a language which has no pages yet is nobody's mistake.
    let whole = config::whole();
    let written = patterns.filter(move |pattern| pattern.span != whole);
    let idle = written.filter(|pattern| {
        let mut paths = output.iter().map(|(path, _)| path);
        !paths.any(|path| Scope::names(&pattern.value, path))
    });
    idle.map(|pattern| {
        let message = text!("published-none-at", pattern = &pattern.value);
        Diagnostic::warning("W812", message)
            .at(pattern.span.clone())
            .hint(text!("published-none-at-hint"))
    })
}

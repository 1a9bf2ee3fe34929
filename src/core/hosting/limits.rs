//! What Cloudflare Pages takes of `_headers` and `_redirects`, before it leaves off the rest without a word to readers.

use crate::config;
use crate::diagnostic::Diagnostic;
use crate::locale::{Text, text};

/// Rules in `_headers` (developers.cloudflare.com/pages/configuration/headers).
const HEADER_RULES: usize = 100;
/// Characters in a line there.
const HEADER_LINE: usize = 2000;
/// Redirects in `_redirects` that name one address each (developers.cloudflare.com/pages/configuration/redirects).
const REDIRECTS: usize = 2000;
/// Characters in a line there.
const REDIRECT_LINE: usize = 1000;

/// What the host would not take of a file.
pub(super) fn problems(name: &str, text: &str) -> Vec<Diagnostic> {
    let (rules, line, of) = match name {
        "_headers" => (HEADER_RULES, HEADER_LINE, text!("host-made-of-headers")),
        _ => (REDIRECTS, REDIRECT_LINE, text!("host-made-of-redirects")),
    };
    let mut problems = Vec::new();
    let count = text.lines().filter(|line| line.starts_with('/')).count();
    if count > rules {
        let message = text!("host-rules", file = name, count, limit = rules);
        let hint = match name {
            "_headers" => text!("host-rules-headers-hint"),
            _ => text!("host-rules-redirects-hint"),
        };
        problems.push(problem(message, &of, hint));
    }
    for long in text.lines().filter(|text| text.chars().count() > line) {
        let start: String = long.trim().chars().take(40).collect();
        let message = text!("host-line", file = name, limit = line);
        let problem = problem(message, &of, text!("host-line-hint"));
        problems.push(problem.note(text!("begins-with", start)));
    }
    problems
}

fn problem(message: Text, of: &Text, hint: Text) -> Diagnostic {
    Diagnostic::error("E811", message)
        .at(config::whole())
        .note(of.clone())
        .hint(hint)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cloudflare_would_drop_is_an_error() {
        let rules = |count: usize| "/a/*\n  H: v\n".repeat(count);
        assert!(problems("_headers", &rules(HEADER_RULES)).is_empty());
        assert_eq!(problems("_headers", &rules(HEADER_RULES + 1)).len(), 1);
        let redirects = |count: usize| "/a/ /b/ 301\n".repeat(count);
        assert!(problems("_redirects", &redirects(REDIRECTS)).is_empty());
        assert_eq!(problems("_redirects", &redirects(REDIRECTS + 1)).len(), 1);
        let line = |length: usize| format!("/{}\n", "a".repeat(length - 1));
        assert!(problems("_headers", &line(HEADER_LINE)).is_empty());
        assert_eq!(problems("_headers", &line(HEADER_LINE + 1)).len(), 1);
        assert_eq!(problems("_redirects", &line(REDIRECT_LINE + 1)).len(), 1);
    }
}

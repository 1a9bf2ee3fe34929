//! Secrets in what is shown: a problem quotes lines of site.toml, and names targets by their
//! addresses. Whoever writes a password there by mistake should not find it in a log as well.

use std::borrow::Cow;
use std::ops::Range;

/// What the names of secret values contain.
const SECRET: [&str; 14] = [
    "secret",
    "passw",
    "passphrase",
    "token",
    "credential",
    "access_key",
    "access-key",
    "accesskey",
    "api_key",
    "apikey",
    "private_key",
    "_key",
    "-key",
    "authorization",
];

/// What stands in the names of secret values by itself: `GH_PAT`, `?sig=`. Within a word it is an accident.
const SECRET_WORDS: [&str; 8] = [
    "pat",
    "pwd",
    "sig",
    "signature",
    "bearer",
    "cookie",
    "jwt",
    "dsn",
];

/// What the tokens of well-known services begin with.
const TOKENS: [&str; 14] = [
    "ghp_",
    "gho_",
    "ghs_",
    "github_pat_",
    "glpat-",
    "AKIA",
    "ASIA",
    "xoxb-",
    "xoxp-",
    "sk_live_",
    "sk-",
    "npm_",
    "eyJ",
    "AIza",
];

/// How long such a token is at least. Shorter words only begin like one.
const LEAST_TOKEN: usize = 20;

/// A text without the names and passwords in its URLs: `https://…@example.org`.
#[must_use]
pub fn without_passwords(text: &str) -> Cow<'_, str> {
    let mut shown = String::new();
    let mut rest = text;
    while let Some(range) = user_information(rest) {
        shown.push_str(&rest[..range.start]);
        shown.push('…');
        rest = &rest[range.end..];
    }
    if shown.is_empty() && rest.len() == text.len() {
        return Cow::Borrowed(text);
    }
    shown.push_str(rest);
    Cow::Owned(shown)
}

/// A line of TOML with stars in the place of its secrets, as many as those have bytes.
#[must_use]
pub fn without_values(line: &str) -> Cow<'_, str> {
    let hidden = secret_parts(line);
    if hidden.is_empty() {
        return Cow::Borrowed(line);
    }
    let mut shown = String::with_capacity(line.len());
    let mut done = 0;
    for Range { start, end } in hidden {
        let start = start.max(done);
        if start < end {
            shown.push_str(&line[done..start]);
            shown.extend(std::iter::repeat_n('*', end - start));
            done = end;
        }
    }
    shown.push_str(&line[done..]);
    Cow::Owned(shown)
}

/// The bytes of a line of TOML that are secrets by the look of it, by where they begin.
#[must_use]
pub fn secret_parts(line: &str) -> Vec<Range<usize>> {
    let mut hidden = Vec::new();
    // A colon is the sign of other notations, which somebody may have meant.
    for (at, _) in line.match_indices(['=', ':']) {
        let is_inside = hidden
            .last()
            .is_some_and(|last: &Range<usize>| at < last.end);
        if !is_inside && is_secret(name_before(&line[..at])) {
            hidden.push(value_after(line, at + 1));
        }
    }
    let mut from = 0;
    while let Some(range) = user_information(&line[from..]) {
        hidden.push(from + range.start..from + range.end);
        from += range.end;
    }
    let is_part = |c: char| c.is_ascii_alphanumeric() || "_-.".contains(c);
    for word in line.split(|c| !is_part(c)) {
        if word.len() >= LEAST_TOKEN && TOKENS.iter().any(|start| word.starts_with(start)) {
            let start = word.as_ptr().addr() - line.as_ptr().addr();
            hidden.push(start..start + word.len());
        }
    }
    hidden.sort_unstable_by_key(|range| range.start);
    hidden
}

/// The bytes between `://` and `@` of the first URL that has both, unless they are the name of a
/// user alone, as in `ssh://git@example.org`.
fn user_information(text: &str) -> Option<Range<usize>> {
    for (at, _) in text.match_indices("://") {
        let start = at + "://".len();
        let ends_authority =
            |c: char| matches!(c, '/' | '?' | '#' | '"' | '\'' | '`') || c.is_whitespace();
        let authority = &text[start..];
        let authority = &authority[..authority.find(ends_authority).unwrap_or(authority.len())];
        let Some(length) = authority.rfind('@') else {
            continue;
        };
        let is_web = ["http", "https"].iter().any(|scheme| {
            let start = at.checked_sub(scheme.len());
            let written = start.and_then(|start| text.get(start..at));
            written.is_some_and(|written| written.eq_ignore_ascii_case(scheme))
        });
        let is_shown =
            authority[..length] == *"…" || authority[..length].bytes().all(|b| b == b'*');
        if !is_shown && (is_web || authority[..length].contains(':')) {
            return Some(start..start + length);
        }
    }
    None
}

/// The key that a text before `=` ends in.
fn name_before(text: &str) -> &str {
    let text = text.trim_end();
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '"' | '\'');
    let start = text
        .char_indices()
        .rev()
        .take_while(|(_, c)| is_part(*c))
        .last();
    start.map_or("", |(at, _)| &text[at..])
}

/// Whether a key is called as secrets are.
#[must_use]
pub(crate) fn is_secret(name: &str) -> bool {
    let name = name.to_lowercase();
    let mut words = name.split(|c: char| !c.is_alphanumeric());
    SECRET.iter().any(|part| name.contains(part)) || words.any(|word| SECRET_WORDS.contains(&word))
}

/// The bytes of the value that begins after `=`, its quotation marks left out. A list or a table is
/// a value as a whole.
fn value_after(line: &str, from: usize) -> Range<usize> {
    let value = &line[from..];
    let start = from + value.len() - value.trim_start().len();
    let value = &line[start..];
    let Some(mark) = value.chars().next().filter(|c| matches!(c, '"' | '\'')) else {
        let length = match value.chars().next() {
            Some('[' | '{') => value.len(),
            _ => value.find([',', '}', ']', '#']).unwrap_or(value.len()),
        };
        return start..start + length;
    };
    let marks = value.chars().take_while(|c| *c == mark).count();
    // Three open a text that may go on in the next line, and two are an empty one.
    let opening = if marks >= 3 { 3 } else { 1 };
    let mut is_escaped = false;
    for (at, c) in value.char_indices().skip(opening) {
        match c {
            c if c == mark && !is_escaped => return start + opening..start + at,
            '\\' if mark == '"' => is_escaped = !is_escaped,
            _ => is_escaped = false,
        }
    }
    start + opening..line.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords_in_addresses_are_left_out() {
        for (text, shown) in [
            (
                "cannot reach https://me:secret@example.org/a",
                "cannot reach https://…@example.org/a",
            ),
            (
                "https://ghp_abc@github.com and http://x:y@z",
                "https://…@github.com and http://…@z",
            ),
            ("ssh://me:secret@host:22/x", "ssh://…@host:22/x"),
            ("ssh://git@example.org/x", "ssh://git@example.org/x"),
            ("https://example.org/@me", "https://example.org/@me"),
            ("`https://a:b@c@host`", "`https://…@host`"),
            ("no address", "no address"),
        ] {
            assert_eq!(without_passwords(text), shown, "{text}");
            assert_eq!(without_passwords(&without_passwords(text)), shown, "{text}");
        }
    }

    #[test]
    fn secret_values_become_stars_of_the_same_length() {
        for (line, shown) in [
            (
                "secret_access_key = \"abc\" # mine",
                "secret_access_key = \"***\" # mine",
            ),
            ("AWS_SECRET = 'a\\'", "AWS_SECRET = '**'"),
            (
                "t = { token = \"a\\\"b\", region = \"c\" }",
                "t = { token = \"****\", region = \"c\" }",
            ),
            ("password = 1234", "password = ****"),
            ("\"api_key\" = \"\"", "\"api_key\" = \"\""),
            ("password = \"never closed", "password = \"************"),
            ("secret = \"سر\"", "secret = \"****\""),
            ("secrets = [\"a\", \"b\"]", "secrets = **********"),
            (
                "endpoint = \"https://a:b@host\"",
                "endpoint = \"https://***@host\"",
            ),
            ("GH_PAT = \"abc\"", "GH_PAT = \"***\""),
            ("pattern = \"abc\"", "pattern = \"abc\""),
            (
                "url = \"https://h/?a=1&sig=abc\"",
                "url = \"https://h/?a=1&sig=****",
            ),
            (
                "x = \"ghp_0123456789abcdef\"",
                "x = \"********************\"",
            ),
            ("author = \"me\"", "author = \"me\""),
            ("password: abc", "password: ***"),
            ("password: \"abc\" # mine", "password: \"***\" # mine"),
        ] {
            let found = without_values(line);
            assert_eq!(found.len(), line.len(), "{line}");
            assert_eq!(found, shown, "{line}");
        }
    }
}

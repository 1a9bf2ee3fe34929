//! `[[headers]]`: what each file of the site is answered with. warraq's own rules come first and a site's after them;
//! whatever is served by whom is derived from this one list.

use std::collections::BTreeMap;

use toml::de::DeValue;

use super::languages::SiteLanguage;
use super::table::{File, Table};
use crate::arabic::Language;
use crate::diagnostic::Span;
use crate::locale::text;
use crate::path::{OutputPath, UrlPath};
use crate::schema::{Spanned, did_you_mean};

/// Some files, and headers that they are answered with.
#[derive(Debug)]
#[non_exhaustive]
pub struct HeaderRule {
    /// The files.
    pub scope: Scope,
    /// Names and values; without a value, the header is taken away again. One header has one spelling in all rules.
    pub values: Vec<(String, Option<String>)>,
}

/// The files that a rule is for.
#[derive(Debug)]
#[non_exhaustive]
pub enum Scope {
    /// All of them.
    Everything,
    /// Those that people read.
    Pages,
    /// Those whose names change with their bytes.
    Fingerprinted,
    /// Those at an address, or at all that begin as one does: `/data/*`.
    Addresses(Spanned<String>),
}

impl Scope {
    /// Whether the pattern `/data/*` means the file at a path. A page is meant by its address and by its file.
    #[must_use]
    pub fn names(pattern: &str, path: &OutputPath) -> bool {
        let (address, file) = (path.url(), format!("/{path}"));
        match pattern.strip_suffix('*') {
            Some(start) => file.starts_with(start),
            None => [address.as_str(), &file].contains(&pattern),
        }
    }
}

/// Allows only files of the site itself and nothing inline (Content Security Policy Level 3).
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
    font-src 'self'; media-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; \
    base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// Disables browser features that a text site does not need (W3C Permissions Policy).
const PERMISSIONS_POLICY: &str = "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), \
    microphone=(), payment=(), usb=()";

/// Cached, but revalidated each time (RFC 9111, section 5.2.2).
const REVALIDATED: &str = "public, max-age=0, must-revalidate";

/// Cached for a year without revalidation (RFC 8246).
const IMMUTABLE: &str = "public, max-age=31536000, immutable";

/// Headers that follow from the file and its transfer, which rules cannot set.
const DECIDED: [&str; 4] = [
    "content-encoding",
    "content-length",
    "content-type",
    "transfer-encoding",
];

/// The names of the scopes that are no addresses.
const SCOPES: [&str; 3] = ["everything", "pages", "fingerprinted"];

/// The rules of every site.
fn defaults(language: &Language, others: &[SiteLanguage], whole: &Span) -> Vec<HeaderRule> {
    let rule = |scope, values: &[(&str, &str)]| {
        let values = values.iter();
        HeaderRule {
            scope,
            values: values
                .map(|(name, value)| ((*name).to_owned(), Some((*value).to_owned())))
                .collect(),
        }
    };
    let everything = [
        ("Cache-Control", REVALIDATED),
        ("Content-Security-Policy", CONTENT_SECURITY_POLICY),
        ("Permissions-Policy", PERMISSIONS_POLICY),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("X-Content-Type-Options", "nosniff"),
    ];
    let mut rules = vec![
        rule(Scope::Everything, &everything),
        rule(Scope::Pages, &[("Content-Language", language.tag())]),
        rule(Scope::Fingerprinted, &[("Cache-Control", IMMUTABLE)]),
    ];
    rules.extend(others.iter().map(|other| {
        let below = Spanned {
            value: format!("{}*", other.prefix),
            span: whole.clone(),
        };
        let values = [("Content-Language", other.language.tag())];
        rule(Scope::Addresses(below), &values)
    }));
    rules
}

/// `[[headers]]`, after the rules of every site.
pub(super) fn read(
    file: &mut File<'_>,
    tables: Vec<Table<'_>>,
    language: &Language,
    others: &[SiteLanguage],
) -> Vec<HeaderRule> {
    let mut rules = defaults(language, others, &file.span(0..0));
    let mut spellings = BTreeMap::new();
    for (name, _) in rules.iter().flat_map(|rule| &rule.values) {
        spellings.insert(name.to_ascii_lowercase(), name.clone());
    }
    for mut table in tables {
        let names = table.required(file, "for", text!("header-for-hint"));
        let values = table.table(file, "values");
        if values.is_none() {
            table.missing(file, "values", text!("header-values-hint"));
        }
        table.finish(file);
        let scope = names.and_then(|names| scope(file, names));
        let values = values.map(|table| self::values(file, &table, &mut spellings));
        if let (Some(scope), Some(values)) = (scope, values) {
            rules.push(HeaderRule { scope, values });
        }
    }
    rules
}

fn scope(file: &mut File<'_>, names: Spanned<String>) -> Option<Scope> {
    let (message, hint) = match names.value.as_str() {
        "everything" => return Some(Scope::Everything),
        "pages" => return Some(Scope::Pages),
        "fingerprinted" => return Some(Scope::Fingerprinted),
        address if address.starts_with('/') => {
            let start = address.strip_suffix('*').unwrap_or(address);
            let problem = match UrlPath::new(start) {
                _ if start.contains('*') => text!("header-star-inside", address),
                Ok(_) => return Some(Scope::Addresses(names)),
                Err(problem) => problem,
            };
            (problem, text!("header-address-hint"))
        }
        other => {
            let hint = did_you_mean(other, SCOPES).unwrap_or_else(|| {
                let names = SCOPES.map(str::to_owned).to_vec();
                text!("header-scope-unknown-hint", names)
            });
            (text!("header-scope-unknown", name = other), hint)
        }
    };
    file.error("E105", message, names.span, hint);
    None
}

fn values(
    file: &mut File<'_>,
    table: &Table<'_>,
    spellings: &mut BTreeMap<String, String>,
) -> Vec<(String, Option<String>)> {
    let mut values = Vec::new();
    for (name, value) in table.named(file) {
        let key = name.value.to_ascii_lowercase();
        let problem = if !is_token(&name.value) {
            Some(text!("header-name-hint"))
        } else if DECIDED.contains(&key.as_str()) {
            Some(text!("header-decided-hint"))
        } else {
            None
        };
        if let Some(hint) = problem {
            let message = text!("header-name-wrong", name = name.value);
            file.error("E105", message, name.span, hint);
            continue;
        }
        let span = file.span(value.span());
        let DeValue::String(value) = value.get_ref() else {
            let expected = text!("kind-string");
            let message = text!(
                "key-mistyped",
                key = name.value,
                expected = expected.clone()
            );
            let hint = text!("key-mistyped-hint", expected);
            file.error("E104", message, span, hint);
            continue;
        };
        if !is_field_value(value) {
            let message = text!("header-value-wrong", name = name.value);
            let hint = text!("header-value-wrong-hint");
            file.error("E105", message, span, hint);
            continue;
        }
        let spelling = spellings.entry(key).or_insert(name.value).clone();
        let value = Some(value.to_string()).filter(|value| !value.is_empty());
        values.push((spelling, value));
    }
    values
}

/// A name of a field is a token (RFC 9110, sections 5.1 and 5.6.2).
fn is_token(name: &str) -> bool {
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !name.is_empty() && name.bytes().all(is_allowed)
}

/// A value is of visible characters and spaces between them (RFC 9110, section 5.5); nobody agrees on what others mean.
fn is_field_value(value: &str) -> bool {
    value.bytes().all(|byte| (b' '..=b'~').contains(&byte)) && value.trim() == value
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_means_a_page_by_either_name() {
        let page = OutputPath::new("data/index.html").unwrap();
        for pattern in ["/data/", "/data/index.html", "/data/*", "/d*", "/*"] {
            assert!(Scope::names(pattern, &page), "{pattern}");
        }
        for pattern in ["/data", "/", "/data/x*", "/data/facts.json"] {
            assert!(!Scope::names(pattern, &page), "{pattern}");
        }
    }

    #[test]
    fn names_and_values_are_those_of_http() {
        assert!(is_token("X-Robots-Tag"));
        for name in ["", "X Robots", "X:", "اسم", "a\n"] {
            assert!(!is_token(name), "{name:?}");
        }
        assert!(is_field_value("") && is_field_value("default-src 'none'; a=\"b\""));
        for value in [" a", "a ", "a\nb", "a\tb", "كلمة", "a\u{7f}"] {
            assert!(!is_field_value(value), "{value:?}");
        }
    }
}

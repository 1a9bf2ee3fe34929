//! Keys that TOML cannot read, and the fields that may be meant by them.

use crate::diagnostic::Diagnostic;
use crate::locale::text;
use crate::path::SourcePath;
use crate::schema::{Collection, did_you_mean};
use crate::source::{Toml, parse_toml};

/// The front matter of a file, which begins at a byte of its text, with what is wrong in it.
pub(super) fn parse<'a>(
    path: &SourcePath,
    toml: &'a str,
    (text, start): (&str, usize),
    collection: &Collection,
) -> Toml<'a> {
    let mut parsed = parse_toml(path, toml, start);
    name_fields(&mut parsed.diagnostics, text, collection);
    parsed
}

/// Says of keys in another script which field of the collection is meant, or which there are.
fn name_fields(problems: &mut [Diagnostic], text: &str, collection: &Collection) {
    for problem in problems {
        let Some(span) = &problem.span else { continue };
        if problem.message.id() != Some("toml-key") {
            continue;
        }
        let names = || collection.fields.iter().map(|field| &*field.name);
        let written = &text[span.range.clone()];
        let hint = did_you_mean(written, names());
        let all = || {
            text!(
                "fields-hint",
                names = names().map(str::to_owned).collect::<Vec<_>>()
            )
        };
        problem.hint = Some(hint.unwrap_or_else(all));
    }
}

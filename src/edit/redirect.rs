//! An address in `redirect_from` of an entry's front matter, without disturbing what else stands there.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::content::front_matter;
use crate::source::{Source, parse_toml, quoted};

/// The entry's file once its page, now at `new`, was at `old` before. None where its front matter cannot be read.
pub(super) fn with_redirect(source: &Source, old: &str, new: &str) -> Option<Source> {
    let text = source.text();
    let halves = front_matter(source)?;
    let toml = &text[halves.clone()];
    let parsed = parse_toml(source.path(), toml, halves.start);
    let table = parsed.table.get_ref();
    let mut changed = text.to_owned();
    if let Some(value) = table.get("redirect_from") {
        let range = value.span().start + halves.start..value.span().end + halves.start;
        let words = |value: &Spanned<DeValue<'_>>| value.get_ref().as_str().map(str::to_owned);
        let known: Vec<String> = match value.get_ref() {
            DeValue::Array(items) => items.iter().filter_map(words).collect(),
            _ => words(value).into_iter().collect(),
        };
        let mut all: Vec<&str> = known.iter().map(String::as_str).collect();
        // A page does not lead on to itself.
        all.retain(|address| *address != new);
        if !all.contains(&old) {
            all.push(old);
        }
        let all: Vec<_> = all.into_iter().map(quoted).collect();
        changed.replace_range(range, &format!("[{}]", all.join(", ")));
    } else {
        let at = halves.start + end_of_keys(toml, table);
        let is_open = at > 0 && !changed[..at].ends_with('\n');
        let line = if is_open { "\n" } else { "" };
        changed.insert_str(at, &format!("{line}redirect_from = [{}]\n", quoted(old)));
    }
    Some(Source::new(source.path().clone(), changed.into_bytes()))
}

/// Where a key of the table itself can stand behind all others, before the first table that has a header.
fn end_of_keys(toml: &str, table: &DeTable<'_>) -> usize {
    let mut last = 0;
    for (key, value) in table {
        let start = toml[..key.span().start].rfind('\n').map_or(0, |at| at + 1);
        if !toml[start..].trim_start().starts_with('[') {
            last = last.max(end_of(value));
        }
    }
    if last == 0 {
        return 0;
    }
    let rest = toml[last..].find('\n');
    rest.map_or(toml.len(), |at| last + at + 1)
}

/// Where a value ends, with all that dotted keys put into it.
fn end_of(value: &Spanned<DeValue<'_>>) -> usize {
    let inner = match value.get_ref() {
        DeValue::Table(table) => table.iter().map(|(_, value)| end_of(value)).max(),
        _ => None,
    };
    inner.unwrap_or_default().max(value.span().end)
}

//! Checks the strings of `site.toml` and `templates/theme.toml` that readers see against the rules of typography.

use toml::Spanned as Located;
use toml::de::{DeTable, DeValue};

use super::table::{File, in_order};
use crate::arabic::typography::Typography;
use crate::diagnostic::Diagnostic;
use crate::source::TextPlace;
use crate::source::typography::Judgement;

/// The keys of such strings. `*` stands for any key or item; below the last key all strings are checked.
const SEEN: [&[&str]; 14] = [
    &["site", "title"],
    &["site", "description"],
    &["site", "author"],
    &["menus", "*", "*", "label"],
    &["plurals", "*"],
    &["collections", "*", "source", "label"],
    &["collections", "*", "source", "long_label"],
    &["collections", "*", "source", "title_label"],
    &["collections", "*", "source", "named"],
    &["collections", "*", "feed", "title"],
    &["search", "groups", "*", "label"],
    &["search", "texts"],
    &["texts"],
    &["extra"],
];

/// Judges them all, and says what is wrong.
pub(super) fn judge(
    file: &File<'_>,
    root: &DeTable<'_>,
    typography: &Typography,
    silenced: &[&str],
) -> Vec<Diagnostic> {
    let mut of_site = Judgement::default();
    let mut of_theme = Judgement::default();
    for keys in SEEN {
        let mut visit = |text: &str, value: &Located<DeValue<'_>>| {
            let span = file.span(value.span());
            let judgement = match file.theme {
                Some(theme) if *theme.path == span.path => &mut of_theme,
                _ => &mut of_site,
            };
            let place = TextPlace::of_value(text, span.range.clone(), file.text_of(&span));
            judgement.add_value(typography, &span.path, text, &place);
        };
        table(root, keys, &mut visit);
    }
    let mut problems = of_site.into_diagnostics(file.path, silenced);
    if let Some(theme) = file.theme {
        problems.extend(of_theme.into_diagnostics(theme.path, silenced));
    }
    problems
}

type Visit<'v> = dyn FnMut(&str, &Located<DeValue<'_>>) + 'v;

fn table(of: &DeTable<'_>, keys: &[&str], visit: &mut Visit<'_>) {
    for (name, value) in in_order(of) {
        match keys.split_first() {
            Some((key, rest)) if *key == "*" || *key == &**name.get_ref() => {
                walk(value, rest, visit);
            }
            Some(_) => {}
            None => walk(value, keys, visit),
        }
    }
}

fn walk(value: &Located<DeValue<'_>>, keys: &[&str], visit: &mut Visit<'_>) {
    match value.get_ref() {
        DeValue::String(text) if keys.is_empty() => visit(text, value),
        DeValue::Table(of) => table(of, keys, visit),
        DeValue::Array(items) => {
            let rest = keys.split_first().map_or(keys, |(_, rest)| rest);
            items.iter().for_each(|item| walk(item, rest, visit));
        }
        _ => {}
    }
}

//! `silence = [{ rule = "W711", reason = "…" }]`, of a page and of a site: the rules that are not to be held against it.

use std::ops::Range;

use crate::locale::{Text, text};
use toml::Spanned as Located;
use toml::de::DeValue;

/// `E` or `W` and three digits.
pub(super) fn is_code(word: &str) -> bool {
    let digits = word.strip_prefix(['E', 'W']);
    digits.is_some_and(|digits| digits.len() == 3 && digits.bytes().all(|b| b.is_ascii_digit()))
}

/// Reads a list of silenced rules; `known` are those there are. What cannot be understood is handed to `report`, as a
/// message, the bytes and what to do.
pub fn read(
    value: &Located<DeValue<'_>>,
    known: &[&'static str],
    mut report: impl FnMut(Text, Range<usize>, Text),
) -> Vec<&'static str> {
    let hint = || text!("silence-hint");
    let Some(items) = value.get_ref().as_array() else {
        report(text!("silence-no-list"), value.span(), hint());
        return Vec::new();
    };
    let mut silenced = Vec::new();
    for item in items {
        let Some(table) = item.get_ref().as_table() else {
            report(text!("silence-no-table"), item.span(), hint());
            continue;
        };
        for key in table
            .keys()
            .filter(|key| !["rule", "reason"].contains(&&**key.get_ref()))
        {
            let name = key.get_ref().as_ref();
            report(text!("silence-key-unknown", name), key.span(), hint());
        }
        let text = |key: &str| table.get(key).and_then(|value| value.get_ref().as_str());
        let reason = text("reason").unwrap_or_default();
        if reason.trim().is_empty() {
            let at = table.get("reason").map_or(item.span(), Located::span);
            report(text!("silence-no-reason"), at, hint());
        }
        let rule = text("rule").unwrap_or_default();
        if let Some(rule) = known.iter().find(|known| **known == rule) {
            silenced.push(*rule);
        } else {
            let at = table.get("rule").map_or(item.span(), Located::span);
            let rules: Vec<_> = known.iter().map(ToString::to_string).collect();
            report(
                text!("silence-no-rule", rule),
                at,
                text!("rules-hint", rules),
            );
        }
    }
    silenced
}

//! `silence = [{ rule = "W711", reason = "…" }]`, of a page and of a site: the rules that are not to be held against it.

use std::ops::Range;

use toml::Spanned as Located;
use toml::de::DeValue;

/// `E` or `W` and three digits.
pub(super) fn is_code(word: &str) -> bool {
    let digits = word.strip_prefix(['E', 'W']);
    digits.is_some_and(|digits| digits.len() == 3 && digits.bytes().all(|b| b.is_ascii_digit()))
}

const HINT: &str = "write silence = [{ rule = \"W711\", reason = \"…\" }]";

/// Reads a list of silenced rules; `known` are those there are. What cannot be understood is handed to `report`, as a
/// message, the bytes and what to do.
pub(crate) fn read(
    value: &Located<DeValue<'_>>,
    known: &[&'static str],
    mut report: impl FnMut(String, Range<usize>, String),
) -> Vec<&'static str> {
    let Some(items) = value.get_ref().as_array() else {
        report(
            "`silence` is not a list".to_owned(),
            value.span(),
            HINT.to_owned(),
        );
        return Vec::new();
    };
    let mut silenced = Vec::new();
    for item in items {
        let Some(table) = item.get_ref().as_table() else {
            report(
                "an item of `silence` is not a table".to_owned(),
                item.span(),
                HINT.to_owned(),
            );
            continue;
        };
        for key in table
            .keys()
            .filter(|key| !["rule", "reason"].contains(&&**key.get_ref()))
        {
            report(
                format!("unknown key `{}` in `silence`", key.get_ref()),
                key.span(),
                HINT.to_owned(),
            );
        }
        let text = |key: &str| table.get(key).and_then(|value| value.get_ref().as_str());
        let reason = text("reason").unwrap_or_default();
        if reason.trim().is_empty() {
            let at = table.get("reason").map_or(item.span(), Located::span);
            report(
                "a rule is silenced without a reason".to_owned(),
                at,
                HINT.to_owned(),
            );
        }
        let rule = text("rule").unwrap_or_default();
        if let Some(rule) = known.iter().find(|known| **known == rule) {
            silenced.push(*rule);
        } else {
            let at = table.get("rule").map_or(item.span(), Located::span);
            let hint = format!("the rules are: {}", known.join(", "));
            report(
                format!("`{rule}` is no rule that can be silenced here"),
                at,
                hint,
            );
        }
    }
    silenced
}

//! What `site.toml` says of a field in comments: those above its line, and the one behind it.

use std::ops::Range;

/// The comments of the field whose key stands at `key`, and whose value ends with `end`. None for one that does not begin its
/// line, as in an inline table: what stands there is said of the whole.
pub(super) fn remark(text: &str, key: &Range<usize>, end: usize) -> Option<String> {
    let start = text[..key.start].rfind('\n').map_or(0, |at| at + 1);
    if !text[start..key.start].trim().is_empty() {
        return None;
    }
    let above = text[..start].lines().rev().map_while(comment);
    let mut lines: Vec<&str> = above.collect();
    lines.reverse();
    let behind = text[end..].lines().next().and_then(comment);
    lines.extend(behind);
    lines.retain(|line| line.chars().any(char::is_alphanumeric) && !is_heading(line));
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// The words of a line that is a comment.
fn comment(line: &str) -> Option<&str> {
    line.trim_start().strip_prefix('#').map(str::trim)
}

/// Whether a line divides the file: `---------- books`.
fn is_heading(line: &str) -> bool {
    ["---", "===", "###"]
        .iter()
        .any(|rule| line.starts_with(rule))
}

#[cfg(test)]
mod tests {
    use super::remark;

    #[test]
    fn a_remark_stands_above_a_field_or_behind_it() {
        let text = "# not this\n\n# ------ heading\n# one\n#two\n  a = \"string\"   # three\nb = \"int\"\n#\nc = \"int\" # four\n[r]\nd = { e = \"int\" } # of d\n";
        let of = |field: &str| {
            let key = text.find(&format!("{field} = ")).unwrap();
            let end = text[key..].find('"').unwrap() + key + 1;
            let end = text[end..].find('"').unwrap() + end + 1;
            remark(text, &(key..key + 1), end)
        };
        assert_eq!(of("a").as_deref(), Some("one\ntwo\nthree"));
        assert_eq!(of("b"), None);
        assert_eq!(of("c").as_deref(), Some("four"));
        assert_eq!(of("e"), None);
    }
}

//! Names that browsers know: of rules that begin with `@`, and of what follows `:` in a selector. One that differs from them by a
//! slip is a mistake. Others are left alone, since browsers learn new ones.

use super::fault::Fault;
use super::processed;
use crate::locale::text;
use crate::schema::nearest;

const AT_RULES: [&str; 51] = [
    "annotation",
    "apply",
    "bottom-center",
    "bottom-left",
    "bottom-left-corner",
    "bottom-right",
    "bottom-right-corner",
    "character-variant",
    "charset",
    "color-profile",
    "container",
    "counter-style",
    "custom-media",
    "custom-selector",
    "document",
    "else",
    "font-face",
    "font-feature-values",
    "font-palette-values",
    "function",
    "historical-forms",
    "import",
    "keyframes",
    "layer",
    "left-bottom",
    "left-middle",
    "left-top",
    "media",
    "mixin",
    "namespace",
    "nest",
    "ornaments",
    "page",
    "position-try",
    "property",
    "right-bottom",
    "right-middle",
    "right-top",
    "scope",
    "starting-style",
    "styleset",
    "stylistic",
    "supports",
    "swash",
    "top-center",
    "top-left",
    "top-left-corner",
    "top-right",
    "top-right-corner",
    "view-transition",
    "when",
];

const PSEUDO: [&str; 100] = [
    "active",
    "active-view-transition",
    "after",
    "any-link",
    "autofill",
    "backdrop",
    "before",
    "blank",
    "buffering",
    "checked",
    "checkmark",
    "column",
    "cue",
    "current",
    "default",
    "defined",
    "details-content",
    "dir",
    "disabled",
    "empty",
    "enabled",
    "file-selector-button",
    "first",
    "first-child",
    "first-letter",
    "first-line",
    "first-of-type",
    "focus",
    "focus-visible",
    "focus-within",
    "fullscreen",
    "future",
    "grammar-error",
    "has",
    "has-slotted",
    "heading",
    "highlight",
    "host",
    "host-context",
    "hover",
    "in-range",
    "indeterminate",
    "invalid",
    "is",
    "lang",
    "last-child",
    "last-of-type",
    "left",
    "link",
    "local-link",
    "marker",
    "matches",
    "modal",
    "muted",
    "not",
    "nth-child",
    "nth-last-child",
    "nth-last-of-type",
    "nth-of-type",
    "only-child",
    "only-of-type",
    "open",
    "optional",
    "out-of-range",
    "part",
    "past",
    "paused",
    "picker",
    "picker-icon",
    "picture-in-picture",
    "placeholder",
    "placeholder-shown",
    "playing",
    "popover-open",
    "read-only",
    "read-write",
    "required",
    "right",
    "root",
    "scope",
    "scroll-button",
    "scroll-marker",
    "scroll-marker-group",
    "search-text",
    "seeking",
    "selection",
    "slotted",
    "spelling-error",
    "stalled",
    "state",
    "target",
    "target-current",
    "target-text",
    "user-invalid",
    "user-valid",
    "valid",
    "view-transition",
    "visited",
    "volume-locked",
    "where",
];

/// Refuses the rule that begins at `at` if its name is a slip.
pub(super) fn at_rule(css: &str, at: usize) -> Result<(), Fault> {
    slip(css, at, 1, &AT_RULES)
}

/// Refuses what stands before a block, at `start`, if something in it that follows `:` is a slip.
pub(super) fn selectors(prelude: &str, start: usize) -> Result<(), Fault> {
    if prelude.trim_start().starts_with('@') {
        return Ok(());
    }
    let mut quoted = None;
    let mut is_comment = false;
    let mut last = ' ';
    for (at, c) in prelude.char_indices() {
        match (quoted, c) {
            _ if is_comment => is_comment = !(last == '*' && c == '/'),
            (Some(mark), _) if mark == c => quoted = None,
            (None, '*') if last == '/' => is_comment = true,
            (None, '"' | '\'') => quoted = Some(c),
            (None, '[') => quoted = Some(']'),
            (None, '&') if prelude[at + 1..].starts_with(['-', '_']) => {
                return Err(processed::suffix(prelude, at, start));
            }
            (None, ':') if !prelude[at + 1..].starts_with(':') => {
                let colons = if last == ':' { 2 } else { 1 };
                let found = slip(prelude, at + 1 - colons, colons, &PSEUDO);
                found.map_err(|fault| Fault {
                    range: fault.range.start + start..fault.range.end + start,
                    ..fault
                })?;
            }
            _ => {}
        }
        last = c;
    }
    Ok(())
}

/// Refuses the name after `sign` bytes of a sign if it is a slip of one of these.
fn slip(css: &str, at: usize, sign: usize, known: &[&str]) -> Result<(), Fault> {
    let rest = &css[at + sign..];
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-');
    let name = &rest[..end.unwrap_or(rest.len())];
    let lower = name.to_ascii_lowercase();
    if name.is_empty() || name.starts_with('-') || known.contains(&&*lower) {
        return Ok(());
    }
    let Some(near) = nearest(&lower, known.iter().copied()) else {
        return Ok(());
    };
    let found = &css[at..at + sign + name.len()];
    let reason = text!("css-name-unknown", found);
    let hint = text!("did-you-mean", name = format!("{}{near}", &found[..sign]));
    Err(Fault::new(at..at + found.len(), reason, hint))
}

#[cfg(test)]
mod tests {
    use super::super::scan::fault;

    #[test]
    fn slips_are_told_from_names() {
        for (css, slip) in [
            ("@meida print { p { margin: 0 } }", "@meida"),
            ("@import url(a.css); a:hovre { margin: 0 }", ":hovre"),
            ("p { a::befor { margin: 0 } }", "::befor"),
            ("a:focus-visble, p { margin: 0 }", ":focus-visble"),
            ("@keyfames x { to { margin: 0 } }", "@keyfames"),
        ] {
            let found = fault(css).unwrap_or_else(|| panic!("{css}"));
            assert_eq!(&css[found.range], slip);
        }
        for css in [
            "a:HOVER::after { margin: 0 }",
            "a[title=\":hovre\"], a[b=c:hovre] /* :hovre */ { margin: 0 }",
            "a::-webkit-hovre, :nth-child(2n):not(:first-child) { margin: 0 }",
            "p { transition: margin 1s; color:red; &:hover { color: red } }",
            "@-moz-meida x { p { margin: 0 } } @brand-new { p { margin: 0 } }",
        ] {
            assert_eq!(fault(css), None, "{css}");
        }
    }
}

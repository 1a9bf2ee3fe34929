//! What is written for programs that make CSS, such as Sass, Less and Tailwind, and that a browser passes over.

use std::ops::Range;

use super::fault::Fault;
use crate::locale::text;

/// Rules of theirs that CSS has none of the same name as.
const RULES: [&str; 17] = [
    "at-root", "debug", "each", "error", "extend", "for", "forward", "if", "include", "plugin",
    "return", "screen", "tailwind", "use", "variants", "warn", "while",
];

/// Rules of which CSS has one of the same name, for a name that begins with `--` (CSS Functions and Mixins).
const RULES_OF_NAMES: [&str; 3] = ["apply", "function", "mixin"];

/// Functions of theirs.
const FUNCTIONS: [&str; 17] = [
    "adjust-hue",
    "darken",
    "desaturate",
    "fade",
    "fade-in",
    "fade-out",
    "fadein",
    "fadeout",
    "lighten",
    "map-get",
    "percentage",
    "saturate-color",
    "shade",
    "spin",
    "theme",
    "tint",
    "transparentize",
];

/// Refuses the rule that begins at `at` if no browser will have one of its name: `@include`, `@apply px-4`, and `@name: value`.
pub(super) fn at_rule(css: &str, at: usize) -> Result<(), Fault> {
    let name = word(&css[at + 1..]);
    let behind = css[at + 1 + name.len()..].trim_start();
    let lower = name.to_ascii_lowercase();
    let is_theirs = RULES.contains(&&*lower)
        || RULES_OF_NAMES.contains(&&*lower) && !behind.starts_with("--")
        || !name.is_empty() && lower != "page" && behind.starts_with(':');
    if is_theirs {
        Err(fault(css, at..at + 1 + name.len()))
    } else {
        Ok(())
    }
}

/// Refuses the value at `range` if it calls a function of theirs.
pub(super) fn value(css: &str, range: Range<usize>) -> Result<(), Fault> {
    let written = &css[range.clone()];
    for (at, _) in written.match_indices('(') {
        let name = written[..at].rsplit(|c| !is_of_word(c)).next();
        let name = name.unwrap_or_default();
        if FUNCTIONS.contains(&&*name.to_ascii_lowercase()) {
            let start = range.start + at - name.len();
            return Err(fault(css, start..start + name.len()));
        }
    }
    Ok(())
}

/// `&-name` at `at` of what stands before a block, at `start`: theirs joins a name to that of the block around it.
pub(super) fn suffix(prelude: &str, at: usize, start: usize) -> Fault {
    let range = at..at + 1 + word(&prelude[at + 1..]).len();
    let fault = fault(prelude, range);
    Fault {
        range: start + fault.range.start..start + fault.range.end,
        ..fault
    }
}

fn fault(css: &str, range: Range<usize>) -> Fault {
    let reason = text!("css-of-processor", found = &css[range.clone()]);
    Fault::new(range, reason, text!("css-of-processor-hint"))
}

fn word(text: &str) -> &str {
    let end = text.find(|c| !is_of_word(c));
    &text[..end.unwrap_or(text.len())]
}

fn is_of_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || c == '_'
}

#[cfg(test)]
mod tests {
    use super::super::scan::fault;

    #[test]
    fn what_is_written_for_other_programs_is_told() {
        for (css, theirs) in [
            ("@include a; p { margin: 0 }", "@include"),
            ("@mixin a { margin: 0 }", "@mixin"),
            ("p { @extend .a; }", "@extend"),
            ("p { @apply px-4; }", "@apply"),
            ("@tailwind base;", "@tailwind"),
            ("@use \"a\";", "@use"),
            ("@if $a { p { margin: 0 } }", "@if"),
            ("@brand: red; p { margin: 0 }", "@brand"),
            ("p { color: darken(red, 10%) }", "darken"),
            ("p { width: percentage(0.5) }", "percentage"),
            ("p { width: أfade(1px) }", "fade"),
            ("p { color: theme(colors.red) }", "theme"),
            ("p { margin: 0; &-wide { margin: 1px } }", "&-wide"),
        ] {
            let found = fault(css).unwrap_or_else(|| panic!("{css}"));
            assert_eq!(&css[found.range], theirs, "{css}");
        }
        for css in [
            "@mixin --a { margin: 0 } p { @apply --a; } @function --b() { result: 1px }",
            "@page :first { margin: 0 } @page:left { margin: 0 }",
            "@container a (width > 1px) { p { margin: 0 } } @brand-new { p { margin: 0 } }",
            "p { &:hover, & > .a-b, &.c, .d & { margin: 0 } }",
            "p { filter: saturate(2); color: color-mix(in oklab, red, blue) }",
        ] {
            assert_eq!(fault(css), None, "{css}");
        }
    }
}

//! The style sheet of code, in light and dark: `@import "warraq:code"`.

use std::sync::LazyLock;

/// The name by which style sheets import it.
pub(crate) const NAME: &str = "warraq:code";

/// The names of the colours, on light ground and on dark.
const COLOURS: [(&str, &str, &str); 13] = [
    ("attribute", "#0550ae", "#79c0ff"),
    ("comment", "#57606a", "#9ba4ae"),
    ("constant", "#0550ae", "#79c0ff"),
    ("deleted", "#9a1b24", "#ffa198"),
    ("function", "#6f3ec1", "#d2a8ff"),
    ("heading", "#0a4a9e", "#79c0ff"),
    ("inserted", "#0f5d28", "#7ee787"),
    ("keyword", "#b3182a", "#ff8e86"),
    ("number", "#0550ae", "#79c0ff"),
    ("string", "#0a3069", "#a5d6ff"),
    ("tag", "#0f5d28", "#7ee787"),
    ("type", "#8a3600", "#ffa657"),
    ("line-number", "#57606a", "#9ba4ae"),
];

/// What is not a colour of a class. A block is as wide as its longest line, so that the ground of each reaches its end where one
/// scrolls to it. Lines that were added or removed have a sign as well, for those who see no colours.
const RULES: &str = "\
pre > code:has(> .line) { display: block; min-inline-size: min-content; padding: 0 }
pre > code > .line { display: block; border-inline-start: .2em solid transparent; padding-inline-start: .4em }
pre > code > .line[data-line]::before { content: attr(data-line) var(--sign, ''); display: inline-block; min-inline-size: 2.5em; \
padding-inline-end: 1em; text-align: end; color: var(--code-line-number) }
pre > code:has(> .line-added, > .line-removed) > .line { --sign: '  ' }
pre > code > .line-added.line-added { --sign: ' +'; background: var(--code-added) }
pre > code > .line-removed.line-removed { --sign: ' -'; background: var(--code-removed) }
pre > code:has(> .line-added, > .line-removed) > .line:not([data-line])::before { content: var(--sign); display: inline-block; \
inline-size: 3ch }
pre > code > .line-highlighted { background: var(--code-highlighted); border-color: currentColor }
.tok-strong { font-weight: bold }
figure.code { margin-inline: 0 }
figure.code > figcaption { font-size: .875em; font-weight: bold }
figure.code > pre { margin-block-start: .25em }
.code-copy { float: inline-end; font: inherit; font-size: .8em; cursor: pointer }
@media print { .code-copy { display: none } }
";

/// The sheet, for the bundler to make small. Its colours follow the property `color-scheme` of the page.
pub(crate) fn sheet() -> &'static str {
    &SHEET
}

static SHEET: LazyLock<String> = LazyLock::new(|| {
    let mut sheet = String::from(":root {\n");
    for (name, light, dark) in COLOURS {
        sheet += &format!("--code-{name}: light-dark({light}, {dark});\n");
    }
    for (name, light, dark) in [
        ("highlighted", "#fff3bf80", "#bb800933"),
        ("added", "#dafbe1", "#2ea04333"),
        ("removed", "#ffebe9", "#f8514933"),
    ] {
        sheet += &format!("--code-{name}: light-dark({light}, {dark});\n");
    }
    sheet += "}\n";
    for (name, ..) in COLOURS {
        sheet += &format!(".tok-{name} {{ color: var(--code-{name}) }}\n");
    }
    sheet + RULES
});

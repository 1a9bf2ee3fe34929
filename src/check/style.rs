//! Declarations in a site's own style sheets that go against its script: sides that do not follow the direction, letters
//! set apart, slanted or stretched, which Arabic's are never.

use std::ops::Range;

use crate::arabic::Direction;
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Span};
use crate::source::{COMMENT, Fences};
use crate::source::{Snapshot, Source, load};

/// Properties whose values may name a side.
const WITH_SIDES: [&str; 5] = [
    "text-align",
    "text-align-last",
    "float",
    "clear",
    "caption-side",
];

/// The problems of all sheets of a site that runs from right to left.
pub(super) fn check(config: &Config, snapshot: &Snapshot) -> Vec<Diagnostic> {
    if config.language.direction() != Direction::Rtl || config.silenced.contains(&"W714") {
        return Vec::new();
    }
    let sheets = snapshot.below(load::ASSETS);
    let sheets = sheets.filter(|source| source.path().extension() == Some("css"));
    sheets.flat_map(sheet).collect()
}

fn sheet(source: &Source) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut fences = Fences::default();
    let css = blank(source.text(), &mut fences);
    let mut start = 0;
    for (at, byte) in css.bytes().enumerate() {
        match byte {
            b'{' => start = at + 1,
            b';' | b'}' => {
                found.extend(declaration(source, &css, start..at));
                start = at + 1;
            }
            _ => {}
        }
    }
    found.retain(|problem| !fences.silence(problem));
    found.extend(fences.into_diagnostics(source.path()));
    found
}

/// The sheet with spaces in the place of comments and strings, so that what stands in them is no declaration.
fn blank(css: &str, fences: &mut Fences) -> String {
    let mut blanked = String::with_capacity(css.len());
    let mut done = 0;
    while let Some(at) = css[done..].find(['"', '\'', '/']).map(|at| done + at) {
        blanked.push_str(&css[done..at]);
        let end = if css[at..].starts_with("/*") {
            let end = css[at + 2..]
                .find("*/")
                .map_or(css.len(), |end| at + end + 4);
            let inside = css[at + 2..end].trim_end_matches("*/").trim();
            if inside.starts_with(COMMENT) {
                fences.note(inside, at..end);
            }
            end
        } else {
            let quote = &css[at..=at];
            let end = css[at + 1..].find(quote).filter(|_| quote != "/");
            end.map_or(at + 1, |end| at + end + 2)
        };
        blanked.extend(
            css[at..end]
                .bytes()
                .map(|byte| if byte == b'\n' { '\n' } else { ' ' }),
        );
        done = end;
    }
    blanked + &css[done..]
}

fn declaration(source: &Source, css: &str, range: Range<usize>) -> Option<Diagnostic> {
    let text = css.get(range.clone())?;
    let (property, value) = text.split_once(':')?;
    let start = range.start + text.len() - text.trim_start().len();
    let shown = &source.text()[start..range.start + text.trim_end().len()];
    let property = property.trim().to_lowercase();
    let value = value
        .trim()
        .trim_end_matches("!important")
        .trim_end()
        .to_lowercase();
    let (why, hint) = objection(&property, &value)?;
    let span = Span::new(source.path(), start..start + shown.len());
    Some(
        Diagnostic::warning("W714", format!("`{shown}` {why}"))
            .at(span)
            .hint(hint),
    )
}

/// What is wrong with a declaration, and what to write.
fn objection(property: &str, value: &str) -> Option<(&'static str, &'static str)> {
    let names_a_side = |text: &str| {
        let mut words = text.split(|c: char| !c.is_ascii_alphabetic());
        words.any(|word| matches!(word, "left" | "right"))
    };
    let is_slanted = value
        .split_whitespace()
        .any(|word| matches!(word, "italic" | "oblique"));
    match property {
        "letter-spacing" if !matches!(value, "0" | "normal" | "initial" | "inherit" | "unset") => {
            Some((
                "parts letters that are joined",
                "leave it out, or set another weight or size",
            ))
        }
        "font-style" | "font" if is_slanted => Some((
            "slants letters that have no slanted form",
            "use the weight or the colour for emphasis",
        )),
        "text-align" | "text-align-last" | "text-justify" if value.contains("justify") => Some((
            "stretches the spaces of every line",
            "write text-align: start",
        )),
        property if property.starts_with("--") => None,
        property if names_a_side(property) => Some((
            "names a side, which does not follow the direction",
            "name it by `inline-start` or `inline-end`",
        )),
        property if WITH_SIDES.contains(&property) && names_a_side(value) => Some((
            "names a side, which does not follow the direction",
            "write `start` or `end`, or `inline-start` for a float",
        )),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::path::SourcePath;

    fn objections(css: &str) -> Vec<String> {
        let source = Source::new(SourcePath::new("a.css"), css.into());
        let found = sheet(&source).into_iter();
        let shown = found.map(|problem| css[problem.span.unwrap().range].to_owned());
        shown.collect()
    }

    #[test]
    fn what_goes_against_the_script_is_found_where_it_stands() {
        for css in [
            "margin-left: 1px",
            "border-top-right-radius:2px",
            "text-align: Left",
            "text-align: justify !important",
            "float: right",
            "letter-spacing: .02em",
            "font-style: italic",
            "font: italic 1rem/2 serif",
            "left: 0",
        ] {
            assert_eq!(
                objections(&format!("@media print {{ p {{ color: red; {css} }} }}")),
                [css]
            );
        }
    }

    #[test]
    fn the_rest_is_left_alone() {
        for css in [
            "p { margin-inline-start: 1px; letter-spacing: normal }",
            "a::after { content: \"left: 0; }\" }",
            "p { /* left: 0; */ color: red; --left: 1px }",
            "p { text-align: start; background: url(right.svg) }",
            "a:hover { color: red }",
            "/* warraq: ignore W714 a map is drawn from west to east */ p { left: 0 } /* warraq: end */",
        ] {
            assert_eq!(objections(css), Vec::<String>::new(), "{css}");
        }
    }
}

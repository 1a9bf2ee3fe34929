//! Declarations in a site's own style sheets that go against its script: sides that do not follow the direction, letters
//! set apart, slanted or stretched, which Arabic's are never.

use std::ops::Range;

use cssparser::Token;

use super::css::tokens;
use crate::arabic::Direction;
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Span};
use crate::locale::{Text, text};
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
    let mut declaration = Vec::new();
    for (token, range) in tokens(source.text()) {
        match token {
            Token::Comment(text) if text.trim().starts_with(COMMENT) => {
                fences.note(text.trim(), range);
            }
            Token::Comment(_) => {}
            Token::CurlyBracketBlock => declaration.clear(),
            Token::Semicolon | Token::CloseCurlyBracket => {
                found.extend(judge(source, &declaration));
                declaration.clear();
            }
            Token::WhiteSpace(_) if declaration.is_empty() => {}
            token => declaration.push((token, range)),
        }
    }
    found.retain(|problem| !fences.silence(problem));
    found.extend(fences.into_diagnostics(source.path()));
    found
}

/// Judges a declaration: a property, a colon and a value.
fn judge(source: &Source, declaration: &[(Token<'_>, Range<usize>)]) -> Option<Diagnostic> {
    let is_space = |token: &Token<'_>| matches!(token, Token::WhiteSpace(_));
    let last = declaration
        .iter()
        .rposition(|(token, _)| !is_space(token))?;
    let ((first, start), rest) = declaration[..=last].split_first()?;
    let Token::Ident(property) = first else {
        return None;
    };
    let mut rest = rest.iter().skip_while(|(token, _)| is_space(token));
    if rest.next()?.0 != Token::Colon {
        return None;
    }
    let words = rest.map(|(token, range)| match token {
        Token::QuotedString(_) | Token::UnquotedUrl(_) => "",
        _ => &source.text()[range.clone()],
    });
    let value = words.collect::<String>().to_lowercase();
    let value = value.trim().trim_end_matches("!important").trim_end();
    let range = start.start..declaration[last].1.end;
    let written = &source.text()[range.clone()];
    let (message, hint) = objection(&property.to_lowercase(), value, written)?;
    let problem = Diagnostic::warning("W714", message);
    Some(problem.at(Span::new(source.path(), range)).hint(hint))
}

/// What is wrong with a declaration, and what to write.
fn objection(property: &str, value: &str, declaration: &str) -> Option<(Text, Text)> {
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
                text!("css-parts-letters", declaration),
                text!("css-parts-letters-hint"),
            ))
        }
        "font-style" | "font" if is_slanted => Some((
            text!("css-slants-letters", declaration),
            text!("css-slants-letters-hint"),
        )),
        "text-align" | "text-align-last" | "text-justify" if value.contains("justify") => Some((
            text!("css-stretches-spaces", declaration),
            text!("css-stretches-spaces-hint"),
        )),
        property if property.starts_with("--") => None,
        property if names_a_side(property) => Some((
            text!("css-names-a-side", declaration),
            text!("css-names-a-side-by-property-hint"),
        )),
        property if WITH_SIDES.contains(&property) && names_a_side(value) => Some((
            text!("css-names-a-side", declaration),
            text!("css-names-a-side-by-value-hint"),
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
            "LEFT : 0",
            "m\\61rgin-left: 0",
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
            "p { background: url(data:image/svg+xml;left:0;right:0) }",
            "p { left; right }",
            "/* warraq: ignore W714 a map is drawn from west to east */ p { left: 0 } /* warraq: end */",
        ] {
            assert_eq!(objections(css), Vec::<String>::new(), "{css}");
        }
    }
}

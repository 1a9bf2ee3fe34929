//! A style sheet as tokens, for the rules that look at more than what it comes to.

use std::ops::Range;

use cssparser::{ParseError, Parser, ParserInput, Token};

/// How deep blocks are looked into. Deeper ones are passed over: reading them takes a stack, and no sheet has any.
const DEEPEST: usize = 100;

/// The functions whose strings are addresses.
const TAKE_ADDRESSES: [&str; 5] = ["url", "src", "image", "image-set", "-webkit-image-set"];

/// The tokens of a sheet, each with its place. A block that is never closed is closed by the end, as browsers do.
pub(super) fn tokens(css: &str) -> Vec<(Token<'_>, Range<usize>)> {
    let mut input = ParserInput::new(css);
    let mut tokens = Vec::new();
    collect(&mut Parser::new(&mut input), 0, &mut tokens);
    tokens
}

fn collect<'a>(
    parser: &mut Parser<'a, '_>,
    depth: usize,
    tokens: &mut Vec<(Token<'a>, Range<usize>)>,
) {
    loop {
        let start = parser.position().byte_index();
        let Ok(token) = parser.next_including_whitespace_and_comments().cloned() else {
            return;
        };
        let end = match token {
            Token::Function(_) | Token::ParenthesisBlock => Some(Token::CloseParenthesis),
            Token::SquareBracketBlock => Some(Token::CloseSquareBracket),
            Token::CurlyBracketBlock => Some(Token::CloseCurlyBracket),
            _ => None,
        };
        tokens.push((token, start..parser.position().byte_index()));
        let Some(end) = end else { continue };
        if depth < DEEPEST {
            // Nothing in it can fail: every token is taken as it comes.
            let _: Result<(), ParseError<'_, ()>> = parser.parse_nested_block(|parser| {
                collect(parser, depth + 1, tokens);
                Ok(())
            });
        }
        let at = parser.position().byte_index();
        tokens.push((end, at..at));
    }
}

/// The addresses that a sheet names: those of `url(…)`, and the strings of `@import` and of functions that take addresses.
pub(super) fn addresses(css: &str) -> Vec<String> {
    let mut found = Vec::new();
    // Whether a string would be an address, for each block that is open.
    let mut open = vec![false];
    let mut is_import = false;
    for (token, _) in tokens(css) {
        match token {
            Token::UnquotedUrl(address) => found.push(address.to_string()),
            Token::QuotedString(address) if is_import || open.last() == Some(&true) => {
                found.push(address.to_string());
            }
            Token::Function(name) => {
                open.push(
                    TAKE_ADDRESSES
                        .iter()
                        .any(|known| name.eq_ignore_ascii_case(known)),
                );
            }
            Token::ParenthesisBlock | Token::SquareBracketBlock | Token::CurlyBracketBlock => {
                open.push(false);
            }
            Token::CloseParenthesis | Token::CloseSquareBracket | Token::CloseCurlyBracket => {
                open.pop();
            }
            Token::AtKeyword(name) if name.eq_ignore_ascii_case("import") => {
                is_import = true;
                continue;
            }
            Token::WhiteSpace(_) | Token::Comment(_) => continue,
            _ => {}
        }
        is_import = false;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_a_sheet_are_found_however_they_are_written() {
        let css = "@import \"//a/b.css\" layer(base);@import url(https://c/d.css);@IMPORT/**/'e.css';\
            p{background:url( 'f.svg' );cursor:URL(g.cur)}@font-face{src:u\\72l(h.woff2)}\
            b{background:image-set(\"i.avif\" type(\"image/avif\"),url(j;k.png) 2x)}\
            i::after{content:\"url(no.png)\"}/* url(none.png) */q{background:url(l.png";
        let expected = [
            "//a/b.css",
            "https://c/d.css",
            "e.css",
            "f.svg",
            "g.cur",
            "h.woff2",
            "i.avif",
            "j;k.png",
            "l.png",
        ];
        assert_eq!(addresses(css), expected);
    }

    #[test]
    fn blocks_inside_each_other_take_no_more_of_the_stack_than_there_is() {
        let css = format!("{}url(a.png){}", "(".repeat(1_000_000), "}".repeat(9));
        assert_eq!(addresses(&css), Vec::<String>::new());
    }
}

//! What is wrong with a style sheet before anything in it is understood: brackets, quotations and comments without an
//! end, declarations without one, and marks that CSS does not have. The library passes over most of that, and a browser
//! leaves out what it does not understand.

use super::fault::Fault;
use super::number;
use super::properties;
use super::values;
use super::{known, processed};
use crate::locale::text;
use crate::source::{is_odd_space, name_of};

/// The deepest that brackets may stand in each other.
const DEEPEST: usize = 64;

/// Marks that Arabic keyboards and word processors write, and those that CSS knows.
const MARKS: [(char, &str); 10] = [
    ('،', ","),
    ('؛', ";"),
    ('٫', "."),
    ('٪', "%"),
    ('“', "\""),
    ('”', "\""),
    ('«', "\""),
    ('»', "\""),
    ('‘', "'"),
    ('’', "'"),
];

/// The first fault of a sheet.
pub(super) fn fault(css: &str) -> Option<Fault> {
    let mut scan = Scan {
        css,
        open: Vec::new(),
        declaration: Declaration::default(),
    };
    scan.run().err()
}

struct Scan<'a> {
    css: &'a str,
    /// The brackets that are open, and where.
    open: Vec<(usize, char)>,
    declaration: Declaration,
}

/// The declaration that is being read.
#[derive(Default)]
struct Declaration {
    /// Where it begins, and what comes before.
    start: usize,
    colon: Option<usize>,
    /// Where it ended, if the line after it is another one.
    end: Option<usize>,
}

impl Scan<'_> {
    fn run(&mut self) -> Result<(), Fault> {
        let mut at = 0;
        while let Some(c) = self.css[at..].chars().next() {
            at = self.token(at, c)?;
        }
        match self.open.pop() {
            Some((at, bracket)) => Err(unclosed(at, bracket)),
            None => Ok(()),
        }
    }

    /// Reads what begins with `c`, and returns where it ends.
    fn token(&mut self, at: usize, c: char) -> Result<usize, Fault> {
        let rest = &self.css[at..];
        let after = at + c.len_utf8();
        match c {
            '/' if rest.starts_with("/*") => {
                let Some(end) = rest[2..].find("*/").map(|end| at + 2 + end + 2) else {
                    let reason = text!("css-comment-open");
                    let hint = text!("css-comment-open-hint");
                    return Err(Fault::new(at..at + 2, reason, hint));
                };
                if self.css[self.declaration.start..at].trim().is_empty() {
                    self.declaration.start = end;
                }
                return Ok(end);
            }
            '/' if rest.starts_with("//") => {
                let reason = text!("css-line-comment");
                let fault = Fault::new(at..at + 2, reason, text!("css-line-comment-hint"));
                return Err(fault);
            }
            '"' | '\'' => return string(self.css, at, c),
            '\\' => return Ok(after + rest[1..].chars().next().map_or(0, char::len_utf8)),
            '{' => {
                let start = self.declaration.start;
                known::selectors(&self.css[start..at], start)?;
                return self.open(at, c);
            }
            '(' | '[' => return self.open(at, c),
            '<' if rest.starts_with("<!--") => {
                let fault = text!("css-html-comment");
                return Err(Fault::new(
                    at..at + 4,
                    fault,
                    text!("css-line-comment-hint"),
                ));
            }
            _ if is_odd_space(c) && at > 0 => {
                let reason = text!("css-invisible", name = name_of(c));
                let words = if c.is_whitespace() { " " } else { "" };
                return Err(Fault::new(at..after, reason, text!("write", words)));
            }
            '@' => {
                processed::at_rule(self.css, at)?;
                known::at_rule(self.css, at)?;
                values::media(self.css, at)?;
            }
            '}' | ')' | ']' => self.close(at, c)?,
            ';' => self.end_declaration(after)?,
            ':' => self.colon(at),
            _ => {
                if self.is_value() {
                    number::check(self.css, at, c)?;
                } else if c == '#' && self.is_variable_of(at) {
                    number::colour_of_variable(self.css, at)?;
                }
                if let Some((_, known)) = MARKS.iter().find(|(mark, _)| *mark == c) {
                    let reason = text!("css-mark", found = c.to_string());
                    return Err(Fault::new(
                        at..after,
                        reason,
                        text!("write", words = *known),
                    ));
                }
            }
        }
        Ok(after)
    }

    fn open(&mut self, at: usize, bracket: char) -> Result<usize, Fault> {
        self.open.push((at, bracket));
        if self.open.len() > DEEPEST {
            let reason = text!("css-too-deep", limit = DEEPEST);
            let fault = Fault::new(at..at + 1, reason, text!("css-too-deep-hint"));
            let is_deep = true;
            return Err(Fault { is_deep, ..fault });
        }
        if bracket == '{' {
            self.declaration = Declaration::from(at + 1);
        }
        let before = &self.css[..at];
        let inside = self.css[at + 1..].trim_start();
        let is_address = bracket == '('
            && before.len() >= 3
            && before.is_char_boundary(at - 3)
            && before[at - 3..].eq_ignore_ascii_case("url")
            && !inside.starts_with(['"', '\'']);
        if !is_address {
            return Ok(at + 1);
        }
        // An address without quotation marks may hold anything else.
        let end = self.css[at..].find(')').map(|end| at + end);
        end.ok_or_else(|| unclosed(at, bracket))
    }

    fn close(&mut self, at: usize, bracket: char) -> Result<(), Fault> {
        match self.open.pop() {
            Some((_, open)) if closing(open) == bracket => {}
            Some((at, open)) => return Err(unclosed(at, open)),
            None => {
                let reason = text!("css-bracket-stray", bracket = bracket.to_string());
                let hint = text!("css-bracket-stray-hint");
                return Err(Fault::new(at..at + 1, reason, hint));
            }
        }
        if bracket == '}' {
            self.end_declaration(at + 1)?;
        }
        Ok(())
    }

    /// Whether a value is being read, of a declaration or of a condition.
    fn is_value(&self) -> bool {
        let is_bracketed = self.open.last().is_some_and(|(_, bracket)| *bracket == '(');
        is_bracketed || self.declaration.colon.is_some()
    }

    /// Whether what begins at a byte is the value of a property of one's own.
    fn is_variable_of(&self, at: usize) -> bool {
        let before = &self.css[self.declaration.start..at];
        before.trim_end().ends_with(':') && before.trim_start().starts_with("--")
    }

    fn colon(&mut self, at: usize) {
        let is_inside = self.open.last().is_some_and(|(_, bracket)| *bracket == '{');
        if !is_inside {
            return;
        }
        let Some(first) = self.declaration.colon else {
            let property = self.css[self.declaration.start..at].trim();
            // A property of one's own may have any value.
            if is_name(property) && !property.starts_with("--") {
                self.declaration.colon = Some(at);
            }
            return;
        };
        let value = &self.css[first + 1..at];
        if !self.css[at + 1..].starts_with(char::is_whitespace) || self.declaration.end.is_some() {
            return;
        }
        // On one line, a name is the last of several words.
        let word = value.rfind(char::is_whitespace).unwrap_or(0);
        let before = value[..word].trim();
        if !before.is_empty() && !before.ends_with(',') && is_name(value[word..].trim()) {
            self.declaration.end = Some(first + 1 + value[..word].trim_end().len());
        }
        if let Some(line) = value.rfind('\n')
            && is_name(value[line..].trim())
        {
            self.declaration.end = Some(first + 1 + value[..line].trim_end().len());
        }
    }

    /// Ends what stands between two `;`, `{` or `}`: a declaration, if it is not followed by a block.
    fn end_declaration(&mut self, next: usize) -> Result<(), Fault> {
        let declaration = std::mem::replace(&mut self.declaration, Declaration::from(next));
        if let Some(colon) = declaration.colon {
            let written = &self.css[declaration.start..colon];
            let start = colon - written.trim_start().len();
            let property = start..start + written.trim().len();
            properties::property(self.css, property.clone())?;
            if declaration.end.is_none() {
                values::value(self.css, &self.css[property], colon + 1..next - 1)?;
            }
        }
        let Some(end) = declaration.end else {
            return Ok(());
        };
        let before = &self.css[declaration.start..end];
        let written = before.trim_start();
        let start = end - written.len();
        let reason = text!("css-semicolon-none", declaration = written);
        let hint = text!("write", words = format!("{written};"));
        Err(Fault::new(start..end, reason, hint))
    }
}

impl Declaration {
    fn from(start: usize) -> Self {
        Self {
            start,
            ..Self::default()
        }
    }
}

/// Where a quotation ends that begins with `mark`.
fn string(css: &str, at: usize, mark: char) -> Result<usize, Fault> {
    let mut inside = css[at + 1..].char_indices();
    while let Some((offset, c)) = inside.next() {
        match c {
            '\\' => _ = inside.next(),
            '\n' => break,
            c if c == mark => return Ok(at + 1 + offset + 1),
            _ => {}
        }
    }
    let end = css[at..].find('\n').map_or(css.len(), |line| at + line);
    let reason = text!("css-string-open");
    let hint = text!("css-string-open-hint", mark = mark.to_string());
    Err(Fault::new(at..end, reason, hint))
}

fn unclosed(at: usize, bracket: char) -> Fault {
    let reason = text!("css-bracket-open", bracket = bracket.to_string());
    let hint = text!(
        "css-bracket-open-hint",
        bracket = closing(bracket).to_string()
    );
    Fault::new(at..at + 1, reason, hint)
}

fn closing(bracket: char) -> char {
    match bracket {
        '{' => '}',
        '(' => ')',
        _ => ']',
    }
}

/// Whether these words are the name of a property.
pub(super) fn is_name(words: &str) -> bool {
    let is_letter = |c: char| c.is_ascii_alphanumeric() || c == '-';
    words.starts_with(|c: char| c.is_ascii_alphabetic() || c == '-') && words.chars().all(is_letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_end_and_what_css_does_not_have_is_found_where_it_stands() {
        for (css, found) in [
            ("p { color: red;\n\na { color: blue; }\n", "{"),
            ("p { color: red }\n}\n", "}"),
            ("p { color: rgb(1, 2, 3; }", "("),
            ("a[href= { color: red }", "["),
            ("p { content: \"abc; }\nb { top: 0 }", "\"abc; }"),
            ("p { top: 0 } /* abc\n", "/*"),
            ("// abc\np { top: 0 }", "//"),
            ("p { color: red\n  background: blue;\n}", "color: red"),
            ("p { color: red\n  background: blue }", "color: red"),
            ("p { color: red؛ top: 0 }", "؛"),
            ("h1، h2 { top: 0 }", "،"),
            ("p { content: “x” }", "“"),
            ("p { background: url(a.png; }", "("),
        ] {
            let fault = fault(css).unwrap_or_else(|| panic!("{css}"));
            assert_eq!(&css[fault.range.clone()], found, "{css}");
        }
    }

    #[test]
    fn what_css_may_hold_is_passed_over() {
        for css in [
            "a:hover,\nb:focus { top: 0 }",
            "p { color: red;\n a:hover,\n b:focus { top: 0 } }",
            "p { content: '؛ // } \\' \"'; top: 0 }",
            "/* { « // */ p { background: url(//a.example/؛'x) }",
            "p { background: URL(data:image/png;base64,a//b) }",
            "p { --x: (a: b\n c: d) }",
            "p { --x: a\n b: c }",
            ".a\\{b { top: 0 }",
            "@media (min-width: 3em)\n and (max-width: 4em) { p { top: 0 } }",
            "p { grid-template-areas: \"a\"\n \"b\"; transition: top 1s,\n left 2s }",
        ] {
            assert_eq!(fault(css), None, "{css}");
        }
    }

    #[test]
    fn only_what_is_nested_too_deeply_ends_the_library() {
        let nested = |depth: usize| format!("{}{}", "(".repeat(depth), ")".repeat(depth));
        assert_eq!(fault(&nested(DEEPEST)), None);
        assert!(fault(&nested(DEEPEST + 1)).is_some_and(|fault| fault.is_deep));
        assert!(fault("{").is_some_and(|fault| !fault.is_deep));
    }
}

//! The files that JavaScript names: in `import` and `export … from`, in `import("…")` and in `new URL("…", import.meta.url)`.
//! Strings, comments, templates and regular expressions are told apart; nothing else of the language is known.

use std::ops::Range;

/// The bytes of each string that names a file, without its quotation marks.
pub(super) fn imports(script: &str) -> Vec<Range<usize>> {
    let mut scanner = Scanner {
        bytes: script.as_bytes(),
        at: 0,
        last: Token::Start,
        templates: Vec::new(),
        recent: Vec::new(),
        found: Vec::new(),
        in_statement: false,
    };
    while scanner.at < script.len() {
        scanner.step(script);
    }
    scanner.found
}

/// What stands before the next token, as far as it matters.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Token {
    Start,
    Sign(u8),
    Word(String),
    Text(Range<usize>),
    Value,
}

struct Scanner<'a> {
    bytes: &'a [u8],
    at: usize,
    last: Token,
    /// For each template around, how many braces are open in its `${`.
    templates: Vec<usize>,
    /// The tokens before the last one, the newest at the end.
    recent: Vec<Token>,
    found: Vec<Range<usize>>,
    /// Whether what stands after `import` or `export` may still be followed by `from`.
    in_statement: bool,
}

/// Words after which a slash begins a regular expression.
const BEFORE_EXPRESSIONS: [&str; 14] = [
    "return", "typeof", "case", "in", "of", "delete", "void", "throw", "new", "else", "do",
    "yield", "await", "default",
];

impl Scanner<'_> {
    fn step(&mut self, script: &str) {
        let byte = self.bytes[self.at];
        let next = self.bytes.get(self.at + 1).copied();
        match (byte, next) {
            (b' ' | b'\t' | b'\n' | b'\r', _) => self.at += 1,
            (b'/', Some(b'/')) => self.at = self.find(self.at, b"\n"),
            (b'/', Some(b'*')) => self.at = self.find(self.at + 2, b"*/") + 2,
            (b'/', _) if self.begins_expression() => self.regular_expression(),
            (b'"' | b'\'', _) => self.text(byte),
            (b'`', _) if self.is_plain_template() => self.text(byte),
            (b'`', _) => self.template(self.at + 1),
            (b'{', _) => {
                if let Some(open) = self.templates.last_mut() {
                    *open += 1;
                }
                self.sign(byte);
            }
            (b'}', _) if self.templates.last() == Some(&0) => {
                self.templates.pop();
                self.template(self.at + 1);
            }
            (b'}', _) => {
                if let Some(open) = self.templates.last_mut() {
                    *open -= 1;
                }
                self.sign(byte);
            }
            _ if is_of_word(byte) => self.word(script),
            _ => self.sign(byte),
        }
        self.at = self.at.min(self.bytes.len());
    }

    fn push(&mut self, token: Token) {
        let before = std::mem::replace(&mut self.last, token);
        self.recent.push(before);
        if self.recent.len() > 8 {
            self.recent.remove(0);
        }
    }

    /// Whether the last tokens are these signs and words, the newest at the end.
    fn follows(&self, expected: &[&str]) -> bool {
        let tokens = self.recent.iter().chain([&self.last]).rev();
        let is = |token: &Token, expected: &str| match token {
            Token::Sign(sign) => expected.as_bytes() == [*sign],
            Token::Word(word) => word == expected,
            _ => false,
        };
        let mut count = 0;
        for (token, expected) in tokens.zip(expected.iter().rev()) {
            if !is(token, expected) {
                return false;
            }
            count += 1;
        }
        count == expected.len()
    }

    fn sign(&mut self, sign: u8) {
        if !matches!(sign, b'{' | b'}' | b',' | b'*') {
            self.in_statement = false;
        }
        self.push(Token::Sign(sign));
        self.at += 1;
    }

    fn word(&mut self, script: &str) {
        let rest = &self.bytes[self.at..];
        let length = rest.iter().position(|byte| !is_of_word(*byte));
        let end = self.at + length.unwrap_or(rest.len());
        let word = script.get(self.at..end).unwrap_or_default();
        if matches!(word, "import" | "export") && self.last != Token::Sign(b'.') {
            self.in_statement = true;
        } else if word == "url" && self.follows(&[",", "import", ".", "meta", "."]) {
            let before = self.recent.len().checked_sub(5);
            if let Some(Token::Text(range)) = before.and_then(|at| self.recent.get(at)) {
                self.found.push(range.clone());
            }
        }
        self.push(Token::Word(word.to_owned()));
        self.at = end;
    }

    fn text(&mut self, mark: u8) {
        let start = self.at + 1;
        let mut end = start;
        while let Some(byte) = self.bytes.get(end) {
            match byte {
                b'\\' => end += 2,
                // A string that its line does not close is none.
                b'\n' if mark != b'`' => break,
                byte if *byte == mark => break,
                _ => end += 1,
            }
        }
        let range = start..end.min(self.bytes.len());
        let is_bare = self.follows(&["import"]);
        let is_from = self.in_statement && self.follows(&["from"]);
        // `import("./" + name)` names a file that only the running script knows.
        let is_whole = self
            .next_sign(end + 1)
            .is_none_or(|sign| matches!(sign, b')' | b','));
        let is_called =
            is_whole && self.follows(&["import", "("]) && !self.follows(&[".", "import", "("]);
        if is_bare || is_from || is_called {
            self.found.push(range.clone());
        }
        self.in_statement = false;
        self.push(Token::Text(range));
        self.at = end + 1;
    }

    /// Passes over the text of a template, up to its end or an expression in it.
    fn template(&mut self, mut at: usize) {
        while let Some(byte) = self.bytes.get(at) {
            match byte {
                b'\\' => at += 2,
                b'`' => break,
                b'$' if self.bytes.get(at + 1) == Some(&b'{') => {
                    self.templates.push(0);
                    self.push(Token::Sign(b'{'));
                    self.at = at + 2;
                    return;
                }
                _ => at += 1,
            }
        }
        self.push(Token::Value);
        self.at = at + 1;
    }

    /// Whether the template that begins here has no expression in it, so that it is a string.
    fn is_plain_template(&self) -> bool {
        let mut at = self.at + 1;
        while let Some(byte) = self.bytes.get(at) {
            match byte {
                b'\\' => at += 1,
                b'`' => return true,
                b'$' if self.bytes.get(at + 1) == Some(&b'{') => return false,
                _ => {}
            }
            at += 1;
        }
        false
    }

    /// The first byte from here on that is neither white space nor in a comment.
    fn next_sign(&self, mut at: usize) -> Option<u8> {
        loop {
            let rest = self.bytes.get(at..)?;
            at = match rest {
                [b'/', b'/', ..] => self.find(at, b"\n"),
                [b'/', b'*', ..] => self.find(at + 2, b"*/") + 2,
                [byte, ..] if byte.is_ascii_whitespace() => at + 1,
                [byte, ..] => return Some(*byte),
                [] => return None,
            };
        }
    }

    fn begins_expression(&self) -> bool {
        match &self.last {
            Token::Start => true,
            Token::Sign(sign) => !matches!(sign, b')' | b']' | b'}'),
            Token::Word(word) => BEFORE_EXPRESSIONS.contains(&&**word),
            Token::Text(_) | Token::Value => false,
        }
    }

    fn regular_expression(&mut self) {
        let mut in_class = false;
        let mut at = self.at + 1;
        while let Some(byte) = self.bytes.get(at) {
            match byte {
                b'\\' => at += 1,
                b'[' => in_class = true,
                b']' => in_class = false,
                b'/' if !in_class => break,
                b'\n' => break,
                _ => {}
            }
            at += 1;
        }
        self.push(Token::Value);
        self.at = at + 1;
    }

    fn find(&self, from: usize, text: &[u8]) -> usize {
        let rest = self.bytes.get(from..).unwrap_or_default();
        let found = rest.windows(text.len()).position(|part| part == text);
        found.map_or(self.bytes.len(), |at| from + at)
    }
}

fn is_of_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$') || byte >= 0x80
}

#[cfg(test)]
mod tests {
    use super::imports;

    fn named(script: &str) -> Vec<&str> {
        let ranges = imports(script).into_iter();
        ranges.map(|range| &script[range]).collect()
    }

    #[test]
    fn every_way_of_naming_a_file_is_seen() {
        for (script, expected) in [
            ("import {a} from \"./a.js\"", vec!["./a.js"]),
            (
                "import a, {b as c} from './a.js';import'./b.js'",
                vec!["./a.js", "./b.js"],
            ),
            ("import * as a\n  from\n  \"./a.js\"", vec!["./a.js"]),
            (
                "export * from \"./a.js\"\nexport { x } from './b.js'",
                vec!["./a.js", "./b.js"],
            ),
            (
                "const m = await import(/* late */ \"./a.js\")",
                vec!["./a.js"],
            ),
            (
                "fetch(new URL(\"./a.json\", import.meta.url))",
                vec!["./a.json"],
            ),
            (
                "`${await import('./a.js')} import './b.js'`",
                vec!["./a.js"],
            ),
            (
                "import(`./a.js`); new URL(`./b.js`, import.meta.url)",
                vec!["./a.js", "./b.js"],
            ),
            ("import('./a.js' /* x */ , {})", vec!["./a.js"]),
            ("x = a / b; import './c.js' // / '", vec!["./c.js"]),
            (
                "if (/[/\"]import '/.test(x)) import('./a.js')",
                vec!["./a.js"],
            ),
        ] {
            assert_eq!(named(script), expected, "{script}");
        }
    }

    #[test]
    fn what_only_looks_like_an_import_is_none() {
        for script in [
            "// import './a.js'\n/* import './b.js' */",
            "const s = \"import './a.js'\"",
            "`import './a.js'`",
            "x.import('./a.js'); import.meta.url",
            "import(`./${name}.js`); import('./' + name); import('./' /* x */\n+ name)",
            "`import './a.js'` + `from`",
            "import(name); export const from = './a.js'",
            "export default from; './a.js'",
            "const a = {from: './a.js'}",
            "'unclosed\nfrom './a.js'",
            "new URL('./a.js', location)",
            "/import '.\\/a.js'/",
        ] {
            assert_eq!(named(script), [""; 0], "{script}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_script_makes_it_panic(script in "[import\"'`/\\\\{}()$.a\nم ]{0,40}") {
            for range in imports(&script) {
                proptest::prop_assert!(script.get(range).is_some());
            }
        }
    }
}

//! Broken TOML, read leniently: statement by statement, each with what is wrong in it. It reads what people write where TOML
//! stops: other quotation marks, other commas, a colon, no quotation marks at all. It is asked only of files that TOML refuses.

use std::ops::Range;

use super::cause::Cause;
use super::odd::{is_odd_space, name_of};
use crate::locale::text;

/// A line `key = value`, or several where the value goes on, or a heading.
#[derive(Debug)]
pub(super) struct Statement {
    pub(super) range: Range<usize>,
    /// The key, as far as it could be read.
    pub(super) key: String,
    /// Whether it is the heading of those that follow.
    pub(super) is_heading: bool,
    /// What is wrong, in the order of the text. Empty where TOML's own reader has to say it.
    pub(super) causes: Vec<Cause>,
}

/// The statements of a text, which may be the front matter above a text.
pub(super) fn statements(toml: &str, is_front_matter: bool) -> Vec<Statement> {
    let mut scanner = Scanner {
        text: toml,
        at: 0,
        is_front_matter,
        causes: Vec::new(),
    };
    let mut statements = Vec::new();
    while let Some(statement) = scanner.statement() {
        statements.push(statement);
    }
    statements
}

/// Brackets that somebody may put round a heading.
const BRACKETS: [char; 8] = ['{', '}', '(', ')', '<', '>', '[', ']'];

/// Signs of equality that TOML does not know.
const EQUALS: [char; 2] = ['＝', '﹦'];

/// Separators that people take for a comma.
pub(super) const COMMAS: [char; 3] = ['،', '؛', ';'];

pub(super) struct Scanner<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
    is_front_matter: bool,
    pub(super) causes: Vec<Cause>,
}

impl<'a> Scanner<'a> {
    pub(super) fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// What is left of the line.
    pub(super) fn line(&self) -> &'a str {
        let rest = self.rest();
        &rest[..rest.find('\n').unwrap_or(rest.len())]
    }

    fn statement(&mut self) -> Option<Statement> {
        loop {
            self.blanks(true);
            match self.peek()? {
                '#' => self.at += self.line().len(),
                _ => break,
            }
        }
        // What is not seen before the statement is a part of it: TOML takes it for the beginning of the key.
        let unseen = self.causes.iter().map(|cause| cause.range.start).min();
        let start = unseen.unwrap_or(self.at);
        let is_heading = self.peek() == Some('[') || self.is_heading_in_other_brackets();
        let key = if self.is_foreign() {
            String::new()
        } else if is_heading {
            self.heading()
        } else {
            self.pair()
        };
        let causes = std::mem::take(&mut self.causes);
        // Whatever happens, the next statement is further on.
        self.at = self.at.max(start + self.line().len().min(1));
        Some(Statement {
            range: start..self.at,
            key,
            is_heading,
            causes,
        })
    }

    /// Passes over spaces, and over line breaks and comments where they may stand. Spaces that TOML does not know are told.
    pub(super) fn blanks(&mut self, over_lines: bool) {
        while let Some(c) = self.peek() {
            let range = self.at..self.at + c.len_utf8();
            match c {
                ' ' | '\t' | '\r' => {}
                '\n' if over_lines => {}
                _ if is_odd_space(c) => {
                    let name = name_of(c);
                    let replacement = if c.is_whitespace() { " " } else { "" };
                    let message = text!("toml-invisible", name);
                    self.causes
                        .push(Cause::replaced(range.clone(), message, replacement, true));
                }
                _ => return,
            }
            self.at = range.end;
        }
    }

    /// `[name]`, to the end of its line.
    fn heading(&mut self) -> String {
        let line = self.line().trim_end();
        let range = self.at..self.at + line.len();
        let code = line.split('#').next().unwrap_or_default().trim_end();
        if self.is_heading_in_other_brackets() {
            let name = code.trim_matches(BRACKETS);
            let depth = code.chars().take_while(|c| BRACKETS.contains(c)).count();
            let depth = depth.clamp(1, 2);
            let right = format!("{}{name}{}", "[".repeat(depth), "]".repeat(depth));
            let range = range.start..range.start + code.len();
            let message = text!("toml-heading-brackets");
            self.causes
                .push(Cause::replaced(range, message, &right, false));
            self.at += self.line().len();
            return name.to_owned();
        }
        let name = code.trim_matches(['[', ']']);
        let start = range.start + code.find(name).unwrap_or_default();
        for part in name.split('.').filter(|part| !part.is_ascii()) {
            let start = start + name.find(part).unwrap_or_default();
            self.key(part, &(start..start + part.len()));
        }
        let opened = code.len() - code.trim_start_matches('[').len();
        let closed = code.len() - code.trim_end_matches(']').len();
        if opened > closed {
            let right = format!("{}{}", code.trim_end_matches(']'), "]".repeat(opened));
            let range = range.start..range.start + code.len();
            let message = text!("toml-heading-open", heading = code);
            self.causes
                .push(Cause::replaced(range, message, &right, false));
        }
        self.at += self.line().len();
        code.trim_matches(['[', ']']).to_owned()
    }

    /// Whether a line is a heading between brackets of another kind: `{{menus.main}}`.
    fn is_heading_in_other_brackets(&self) -> bool {
        let line = self.line().split('#').next().unwrap_or_default().trim_end();
        let name = line.trim_matches(BRACKETS);
        let is_name = |c: char| c.is_ascii_alphanumeric() || "_-.".contains(c);
        !line.starts_with('[')
            && line.starts_with(BRACKETS)
            && line.ends_with(BRACKETS)
            && !name.is_empty()
            && name.chars().all(is_name)
    }

    /// `key = value`. Gives the key.
    fn pair(&mut self) -> String {
        self.item();
        let start = self.at;
        let line = self.line();
        if line.trim_end().starts_with("//") || line.starts_with("<!--") {
            let range = start..start + line.trim_end().len();
            let message = text!("toml-comment");
            let comment = line.trim().trim_start_matches(['/', '<', '!', '-']);
            let comment = format!("# {}", comment.trim_end_matches("-->").trim());
            self.causes
                .push(Cause::replaced(range, message, &comment, false));
            self.at += line.len();
            return String::new();
        }
        let end = line
            .char_indices()
            .find(|(_, c)| "=＝﹦:#\"«“„".contains(*c) && !line.starts_with('"'));
        let quoted_key = line.strip_prefix('"').and_then(|rest| rest.find('"'));
        let end = match quoted_key {
            Some(close) => line[close + 2..].find(['=', ':']).map(|at| at + close + 2),
            None => end.map(|(at, _)| at),
        };
        let key = line[..end.unwrap_or(line.len())].trim_end_matches([' ', '\t']);
        let name = key
            .trim_matches(|c: char| c == '"' || is_odd_space(c))
            .to_owned();
        let key_range = start..start + key.len();
        match end.and_then(|end| line[end..].chars().next()) {
            Some('=') => {
                self.key(key, &key_range);
                self.at += end.unwrap_or_default() + 1;
                if let Some(second) = self.peek().filter(|c| "=>".contains(*c)) {
                    let range = self.at - 1..self.at + 1;
                    self.at = range.end;
                    let message = text!("toml-equals", mark = format!("={second}"));
                    self.causes.push(Cause::replaced(range, message, "=", true));
                }
            }
            Some(mark) if EQUALS.contains(&mark) => {
                self.key(key, &key_range);
                let at = start + end.unwrap_or_default();
                let range = at..at + mark.len_utf8();
                self.at = range.end;
                let message = text!("toml-equals", mark = mark.to_string());
                self.causes.push(Cause::replaced(range, message, "=", true));
            }
            Some(':') => {
                let at = start + end.unwrap_or_default();
                let message = text!("toml-colon", key = name.as_str());
                let range = start..at + 1;
                let right = format!("{key} =");
                self.causes
                    .push(Cause::replaced(range, message, &right, true));
                self.at = at + 1;
                if self.peek() == Some('=') {
                    self.at += 1;
                    let range = at..self.at;
                    let message = text!("toml-equals", mark = ":=");
                    self.causes.pop();
                    self.causes.push(Cause::replaced(range, message, "=", true));
                }
            }
            Some('"' | '«' | '“' | '„') if !key.is_empty() => {
                let message = text!("toml-no-equals", key = name.as_str());
                let right = format!("{key} =");
                self.causes
                    .push(Cause::replaced(key_range, message, &right, true));
                self.at += end.unwrap_or_default();
            }
            _ => {
                let words = line.trim_end();
                let range = start..start + words.len();
                let message = text!("toml-no-pair", words);
                let hint = if self.is_front_matter {
                    text!("toml-no-pair-hint")
                } else {
                    text!("toml-remark-hint")
                };
                self.causes.push(Cause::told(range, message, hint));
                self.at += line.len();
                return String::new();
            }
        }
        self.blanks(false);
        if matches!(self.peek(), None | Some('\n' | '#')) {
            let range = start..self.at;
            let range = range.start..range.start + self.text[range].trim_end().len();
            let message = text!("toml-no-value", key = name.as_str());
            let hint = text!("toml-no-value-hint", key = name.as_str());
            self.causes.push(Cause::told(range, message, hint));
        } else {
            self.value(&[]);
            if self.after_value() {
                // What other keys the line has is not known.
                return String::new();
            }
        }
        name
    }

    pub(super) fn key(&mut self, key: &str, range: &Range<usize>) {
        let is_known = |c: char| c.is_ascii_alphanumeric() || "_-. \t\"'".contains(c);
        if let Some((at, odd)) = key.char_indices().find(|(_, c)| is_odd_space(*c)) {
            let name = name_of(odd);
            let range = range.start + at..range.start + at + odd.len_utf8();
            self.causes.push(Cause::replaced(
                range,
                text!("toml-invisible", name),
                "",
                true,
            ));
        } else if !key.chars().all(is_known) && !key.starts_with(['"', '\'']) {
            let hint = if self.is_front_matter {
                text!("toml-key-hint")
            } else {
                text!("toml-key-latin-hint")
            };
            let message = text!("toml-key", key);
            self.causes.push(Cause::told(range.clone(), message, hint));
        }
    }

    /// What may follow a value on its line: nothing but a comment. Whether another key follows.
    fn after_value(&mut self) -> bool {
        self.blanks(false);
        let line = self.line();
        let words = line.split('#').next().unwrap_or_default().trim_end();
        let is_mark = |c: char| c == ',' || COMMAS.contains(&c) || c == ' ';
        let next = words.trim_start_matches(is_mark);
        let is_key = |key: &str| {
            let key = key.trim_end();
            let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_';
            !key.is_empty() && key.chars().all(is_part)
        };
        let is_pair = next.split_once('=').is_some_and(|(key, _)| is_key(key));
        if !words.is_empty() {
            let range = self.at..self.at + words.len();
            let is_separator = words.chars().all(|c| c == ',' || COMMAS.contains(&c));
            let message = text!("toml-after-value", words);
            let line_start = self.text[..self.at].rfind('\n').map_or(0, |at| at + 1);
            let before = self.text[line_start..self.at].trim_end();
            if words == "?"
                && let Some(open) = before.strip_suffix('"').and_then(|rest| rest.rfind('"'))
            {
                // The sign is of the type that the string names.
                let whole = line_start + open..range.end;
                let right = format!("{}?\"", &before[open..before.len() - 1]);
                self.causes
                    .push(Cause::replaced(whole, message, &right, false));
            } else if words.starts_with("//") {
                let comment = format!("# {}", words.trim_start_matches('/').trim());
                let message = text!("toml-comment");
                self.causes
                    .push(Cause::replaced(range, message, &comment, false));
            } else if is_pair && self.causes.is_empty() {
                let end = self.at + words.len() - next.len();
                let mut cause = Cause::replaced(self.at..end, message, "\n", false);
                cause.range = range;
                cause.hint = text!("toml-after-value-pair");
                self.causes.push(cause);
            } else if let Some((whole, list)) = listed(before, words) {
                let whole = line_start + whole..range.end;
                self.causes
                    .push(Cause::replaced(whole, message, &list, false));
            } else if is_separator {
                self.causes.push(Cause::replaced(range, message, "", true));
            } else if self.causes.is_empty() {
                let hint = text!("toml-after-value-hint");
                self.causes.push(Cause::told(range, message, hint));
            }
        }
        self.at += line.len();
        is_pair
    }
}

/// The list that several values behind each other were meant to be, and where they begin: `tags = "a", "b"`.
fn listed(before: &str, after: &str) -> Option<(usize, String)> {
    let equals = before.find('=')? + 1;
    let start = equals + before[equals..].len() - before[equals..].trim_start().len();
    let outside = |(at, part): (usize, &str)| match at % 2 {
        0 => part.replace(COMMAS, ","),
        _ => part.to_owned(),
    };
    let after: Vec<String> = after.split('"').enumerate().map(outside).collect();
    let list = format!("[{}{}]", &before[start..], after.join("\""));
    let is_list =
        after[0].trim() == "," && toml::from_str::<toml::Table>(&format!("x = {list}")).is_ok();
    (is_list && after.len() > 1).then_some((start, list))
}

//! Values of broken TOML: strings, lists and tables with what is wrong in them.

use super::cause::{Cause, is_no_text, of_bare_value, quoted};
use super::scan::{COMMAS, Scanner};
use crate::locale::text;

/// Opening quotation marks that TOML does not know, and what closes them.
const QUOTES: [(char, &[char]); 8] = [
    ('«', &['»', '"']),
    ('»', &['«', '"']),
    ('“', &['”', '“', '"']),
    ('”', &['”', '“', '"']),
    ('„', &['“', '”', '"']),
    ('‘', &['’', '‘', '\'']),
    ('‹', &['›', '"']),
    ('`', &['`', '"']),
];
impl Scanner<'_> {
    /// A value; a bare one goes on to one of `ends`, or to the end of its line.
    pub(super) fn value(&mut self, ends: &[char]) {
        let Some(first) = self.peek() else { return };
        match first {
            '"' | '\'' => self.string(first, ends),
            '[' => self.list(),
            '(' if self.round(ends) => {}
            '{' => self.table(),
            _ => match QUOTES.iter().find(|(open, _)| *open == first) {
                Some((_, closing)) => self.foreign_string(first, closing, ends),
                None => self.bare(ends),
            },
        }
    }

    fn bare(&mut self, ends: &[char]) {
        let line = self.line();
        let is_end =
            |c: char| c == '#' || ends.contains(&c) || (!ends.is_empty() && COMMAS.contains(&c));
        let value = &line[..line.find(is_end).unwrap_or(line.len())];
        let trimmed = match value.split_once(" //") {
            // A remark, as other languages have them.
            Some((before, _)) if is_no_text(before.trim_end()) => before.trim_end(),
            _ => value.trim_end(),
        };
        let first = trimmed.split_whitespace().next().unwrap_or_default();
        let trimmed = if ends.is_empty() {
            // A comma at the end belongs to nothing; one between digits is of the number.
            let is_comma = |c| c == ',' || COMMAS.contains(&c);
            trimmed.trim_end_matches(is_comma).trim_end()
        } else if is_no_text(first) {
            // What follows is the next value, after a comma that is missing.
            first
        } else {
            trimmed
        };
        self.causes.extend(of_bare_value(trimmed, self.at));
        // Whatever stands here is passed over, a comma alone included.
        let first = line.chars().next().map_or(0, char::len_utf8);
        self.at += trimmed.len().max(first);
    }

    /// A list between round brackets, if it is one.
    fn round(&mut self, ends: &[char]) -> bool {
        let line = self.line();
        let line = line.split('#').next().unwrap_or_default().trim_end();
        let Some(close) = line.rfind(')').filter(|_| ends.is_empty()) else {
            return false;
        };
        let inside = &line[1..close];
        let is_list = inside.contains(['"', '\'', ',']) || is_no_text(inside.trim());
        if !is_list || !line[close + 1..].trim().is_empty() {
            return false;
        }
        let range = self.at..self.at + close + 1;
        self.at = range.end;
        let right = format!("[{inside}]");
        let message = text!("toml-round");
        self.causes
            .push(Cause::replaced(range, message, &right, false));
        true
    }

    /// The string that begins here and goes on in further lines, which are none of their own: its bytes, and what it says.
    fn over_lines(&self, mark: char) -> Option<(usize, String)> {
        const MOST: usize = 20;
        let rest = self.rest();
        let mut words = rest.lines().next()?.trim_end().to_owned();
        let mut length = rest.find('\n')? + 1;
        for line in rest[length..].split_inclusive('\n').take(MOST) {
            let text = line.trim();
            let before = text.split(mark).next().unwrap_or_default();
            if before.is_empty() || before.contains('=') || text.starts_with(['[', '#']) {
                return None;
            }
            words.push(' ');
            match text.split_once(mark) {
                Some((last, behind)) if behind.trim().is_empty() => {
                    words.push_str(last.trim_end());
                    words.push(mark);
                    let end = line.find(mark)? + mark.len_utf8();
                    return Some((length + end, words));
                }
                Some(_) => return None,
                None => words.push_str(text),
            }
            length += line.len();
        }
        None
    }

    /// A string of TOML's own, to its end.
    fn string(&mut self, mark: char, ends: &[char]) {
        let start = self.at;
        let triple: String = [mark; 3].iter().collect();
        if self.rest().starts_with(&triple) {
            if let Some(length) = self.rest()[3..].find(&triple) {
                self.at += length + 6;
                return;
            }
            let mark = triple.as_str();
            let message = text!("toml-string-open", mark);
            let hint = text!("toml-string-open-long", mark);
            let length = self.line().trim_end().len();
            self.causes
                .push(Cause::told(start..start + length, message, hint));
            self.at = self.text.len();
            return;
        }
        let line = self.line().trim_end();
        let Some(close) = closing(line, mark) else {
            if let Some((length, right)) = self.over_lines(mark).filter(|_| ends.is_empty()) {
                let range = start..start + length;
                self.at = range.end;
                let mut cause = Cause::replaced(range, text!("toml-string-lines"), &right, false);
                let mark = mark.to_string().repeat(3);
                cause.hint = text!("toml-string-lines-hint", mark);
                self.causes.push(cause);
                return;
            }
            let comma = line.trim_end_matches(|c| ends.contains(&c) || c == ',');
            let right = format!("{comma}{mark}{}", &line[comma.len()..]);
            let message = text!("toml-string-open", mark = mark.to_string());
            let range = start..start + line.len();
            self.causes
                .push(Cause::replaced(range, message, &right, false));
            self.at += line.len();
            return;
        };
        if mark == '"' {
            self.escapes(&line[1..close], start + 1);
        }
        // More words, and one more mark at the end: the marks inside are meant as such.
        let behind = &line[close + 1..];
        let next = behind.trim_start().chars().next();
        let last = line.rfind(mark).filter(|last| *last > close);
        let is_inside = next.is_some_and(|c| c.is_alphanumeric() || c == mark)
            && (ends.is_empty() || !behind.starts_with(char::is_whitespace));
        if let (true, Some(last)) = (is_inside, last)
            && next != Some(mark)
        {
            let words = &line[1..last];
            let right = match mark {
                '"' => format!("\"{}\"", words.replace('"', "\\\"")),
                _ => quoted(words),
            };
            let range = start..start + last + 1;
            let message = text!("toml-marks-inside", mark = mark.to_string());
            self.causes
                .push(Cause::replaced(range, message, &right, false));
            self.at += last + 1;
            return;
        }
        self.at += close + 1;
    }

    /// Backslashes that begin no escape of TOML's.
    fn escapes(&mut self, words: &str, start: usize) {
        let mut characters = words.char_indices();
        while let Some((at, c)) = characters.next() {
            if c != '\\' {
                continue;
            }
            let Some((_, next)) = characters.next() else {
                return;
            };
            if !"btnfre\"\\uUx".contains(next) {
                let range = start + at..start + at + 1;
                let written = format!("\\{next}");
                let message = text!("toml-escape", written);
                let hint = text!("toml-escape-hint", right = format!("\\\\{next}"));
                let mut cause = Cause::replaced(range.clone(), message, "\\\\", false);
                cause.range = range.start..range.start + 1 + next.len_utf8();
                cause.hint = hint;
                self.causes.push(cause);
                return;
            }
        }
    }

    /// A string between quotation marks of another kind.
    fn foreign_string(&mut self, open: char, closing: &[char], ends: &[char]) {
        let line = self.line().trim_end();
        let inside = &line[open.len_utf8()..];
        let close = if ends.is_empty() {
            inside.rfind(closing)
        } else {
            inside.find(closing)
        };
        let (words, length) = match close {
            Some(close) => {
                let mark = inside[close..].chars().next().map_or(0, char::len_utf8);
                (&inside[..close], open.len_utf8() + close + mark)
            }
            None => (inside, line.len()),
        };
        let range = self.at..self.at + length;
        let message = text!("toml-quotes", mark = open.to_string());
        self.causes
            .push(Cause::replaced(range, message, &quoted(words), false));
        self.at += length;
    }

    fn list(&mut self) {
        let start = self.at;
        self.at += 1;
        let mut expects_comma = None;
        loop {
            self.blanks(true);
            match self.peek() {
                Some(']') => {
                    self.at += 1;
                    return;
                }
                Some('#') => self.at += self.line().len(),
                Some(',') => {
                    self.at += 1;
                    expects_comma = None;
                }
                Some(c) if COMMAS.contains(&c) => {
                    self.comma(c);
                    expects_comma = None;
                }
                _ if self.begins_a_statement() => return self.unclosed(start, ']'),
                Some(_) => {
                    self.missing_comma(expects_comma);
                    self.value(&[',', ']']);
                    expects_comma = Some(self.at);
                }
                None => return self.unclosed(start, ']'),
            }
        }
    }

    fn table(&mut self) {
        let start = self.at;
        self.at += 1;
        let mut expects_comma = None;
        loop {
            self.blanks(true);
            match self.peek() {
                Some('}') => {
                    self.at += 1;
                    return;
                }
                Some('#') => self.at += self.line().len(),
                Some(',') => {
                    self.at += 1;
                    expects_comma = None;
                }
                Some(c) if COMMAS.contains(&c) => {
                    self.comma(c);
                    expects_comma = None;
                }
                Some(_) => {
                    let line = self.line();
                    let key = line
                        .find(['=', ':', '}', ','])
                        .map(|at| (at, &line[at..=at]));
                    match key {
                        Some((at, "=")) => {
                            self.missing_comma(expects_comma);
                            let key = line[..at].trim_end();
                            self.key(key, &(self.at..self.at + key.len()));
                            self.at += at + 1;
                        }
                        Some((at, ":")) => {
                            self.missing_comma(expects_comma);
                            let key = line[..at].trim_end();
                            let message = text!("toml-colon", key);
                            let range = self.at..self.at + at + 1;
                            let right = format!("{key} =");
                            self.causes
                                .push(Cause::replaced(range, message, &right, true));
                            self.at += at + 1;
                        }
                        _ => return self.unclosed(start, '}'),
                    }
                    self.blanks(true);
                    self.value(&[',', '}', ']']);
                    expects_comma = Some(self.at);
                }
                None => return self.unclosed(start, '}'),
            }
        }
    }

    /// A comma of another script.
    fn comma(&mut self, comma: char) {
        let range = self.at..self.at + comma.len_utf8();
        let message = text!("toml-comma", mark = comma.to_string());
        self.at = range.end;
        self.causes.push(Cause::replaced(range, message, ",", true));
    }

    /// Tells that a comma is missing after the value that ends at a byte.
    fn missing_comma(&mut self, expected_at: Option<usize>) {
        if let Some(at) = expected_at {
            let before = self.text[..at]
                .chars()
                .next_back()
                .map_or(0, char::len_utf8);
            let mut cause = Cause::replaced(at..at, text!("toml-comma-missing"), ",", true);
            cause.range = at - before..at;
            cause.hint = text!("toml-comma-missing-hint");
            self.causes.push(cause);
        }
    }

    fn unclosed(&mut self, start: usize, closing: char) {
        let line = &self.text[start..];
        let line = line[..line.find('\n').unwrap_or(line.len())].trim_end();
        let open = line.chars().next().unwrap_or(closing).to_string();
        let closing = closing.to_string();
        let message = text!("toml-list-open", open = open.as_str());
        let hint = text!("toml-list-open-hint", closing = closing.as_str());
        self.causes
            .push(Cause::told(start..start + open.len(), message, hint));
    }

    /// Whether the line that begins here is the next `key = value` or `[heading]`, though a list is still open.
    fn begins_a_statement(&self) -> bool {
        let line_start = self.text[..self.at].rfind('\n').map_or(0, |at| at + 1);
        let line = self.line();
        let is_key = |key: &str| {
            let key = key.trim_end();
            !key.is_empty()
                && key
                    .chars()
                    .all(|c| c.is_alphanumeric() || "_-.".contains(c))
        };
        self.text[line_start..self.at].trim().is_empty()
            && (line.split_once('=').is_some_and(|(key, _)| is_key(key))
                || (line.starts_with('[')
                    && line.trim_end().ends_with(']')
                    && is_key(line.trim_end().trim_matches(['[', ']']))))
    }
}

/// Where the string that a line begins with ends: the byte of its closing mark.
fn closing(line: &str, mark: char) -> Option<usize> {
    let mut is_escaped = false;
    for (at, c) in line.char_indices().skip(1) {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' if mark == '"' => is_escaped = true,
            c if c == mark => return Some(at),
            _ => {}
        }
    }
    None
}

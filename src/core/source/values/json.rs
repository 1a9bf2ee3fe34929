//! JSON (RFC 8259). A null is a key that is not there.

use std::borrow::Cow;

use toml::Spanned as Located;
use toml::de::{DeArray, DeString, DeTable, DeValue};

use super::fault::{DEPTH, Fault, insert, null_in_list, too_deep};
use crate::locale::{Text, text};

pub(super) fn parse(text: &str) -> Result<Located<DeValue<'_>>, Fault> {
    let mut reader = Reader { text, at: 0 };
    let value = reader.value(0)?;
    let end = reader.at;
    reader.blanks()?;
    if reader.at < text.len() {
        let message = text!("json-more");
        return Err(reader.fault(message, text!("json-more-hint")));
    }
    value.ok_or_else(|| null_in_list(end.saturating_sub(4)..end))
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// A fault of what stands here: a word, or a character.
    fn fault(&self, message: Text, hint: Text) -> Fault {
        let length = self.word().len();
        let length = length.max(self.rest().chars().next().map_or(0, char::len_utf8));
        Fault::new(self.at..self.at + length, message, hint)
    }

    /// Letters and digits that stand here.
    fn word(&self) -> &'a str {
        let rest = self.rest();
        let is_none = |c: char| !c.is_alphanumeric() && !"+-._".contains(c);
        &rest[..rest.find(is_none).unwrap_or(rest.len())]
    }

    fn blanks(&mut self) -> Result<(), Fault> {
        let rest = self.rest();
        let blank = rest.trim_start_matches([' ', '\t', '\r', '\n']);
        self.at += rest.len() - blank.len();
        if blank.starts_with("//") || blank.starts_with("/*") || blank.starts_with('#') {
            return Err(self.fault(text!("json-comment"), text!("json-comment-hint")));
        }
        Ok(())
    }

    /// A value; none for null.
    fn value(&mut self, depth: usize) -> Result<Option<Located<DeValue<'a>>>, Fault> {
        self.blanks()?;
        let start = self.at;
        if depth > DEPTH {
            return Err(too_deep(start));
        }
        let value = match self.peek() {
            Some(b'"') => DeValue::String(self.string()?),
            Some(b'{') => DeValue::Table(self.object(depth)?),
            Some(b'[') => DeValue::Array(self.array(depth)?),
            _ => match self.word() {
                "null" => {
                    self.at += 4;
                    return Ok(None);
                }
                word => {
                    let value = plain(word).ok_or_else(|| self.no_value())?;
                    self.at += word.len();
                    value
                }
            },
        };
        Ok(Some(Located::new(start..self.at, value)))
    }

    /// A text between quotation marks of another kind, if one stands here.
    fn other_marks(&self) -> Option<Fault> {
        let line = self.rest().lines().next()?;
        let open = line.chars().next()?;
        let closing = match open {
            '\'' | '`' => [open, open],
            '“' | '”' | '„' => ['”', '“'],
            '‘' | '’' => ['’', '‘'],
            '«' | '»' => ['»', '«'],
            _ => return None,
        };
        let inside = &line[open.len_utf8()..];
        let end = inside.find(closing)?;
        let mark = inside[end..].chars().next().map_or(0, char::len_utf8);
        let words = super::super::toml::quoted(&inside[..end]);
        let range = self.at..self.at + open.len_utf8() + end + mark;
        let message = text!("json-marks", mark = open.to_string());
        Some(Fault::new(range, message, text!("write-instead", words)))
    }

    fn no_value(&self) -> Fault {
        if let Some(fault) = self.other_marks() {
            return fault;
        }
        let found = self.word();
        if let Some(words) = super::super::toml::unquoted(found) {
            return self.fault(text!("json-no-value", found), text!("write-instead", words));
        }
        let message = match self.rest().chars().next() {
            None => text!("json-end"),
            Some(c) if found.is_empty() => text!("json-no-value", found = c.to_string()),
            Some(_) => text!("json-no-value", found),
        };
        self.fault(message, text!("json-no-value-hint"))
    }

    fn object(&mut self, depth: usize) -> Result<DeTable<'a>, Fault> {
        let open = self.at;
        self.at += 1;
        let mut table = DeTable::new();
        self.blanks()?;
        if self.peek() == Some(b'}') {
            self.at += 1;
            return Ok(table);
        }
        loop {
            self.blanks()?;
            let start = self.at;
            if self.peek() != Some(b'"') {
                return Err(match self.peek() {
                    Some(b'}') => {
                        self.fault(text!("json-comma-last"), text!("json-comma-last-hint"))
                    }
                    None => Self::open(open, "{", "}"),
                    Some(_) => self.other_marks().unwrap_or_else(|| {
                        let hint = match self.word() {
                            "" => text!("json-key-hint"),
                            name => text!("write-instead", words = format!("\"{name}\"")),
                        };
                        self.fault(text!("json-key"), hint)
                    }),
                });
            }
            let key = Located::new(start..self.at, self.string()?);
            let key = Located::new(start..self.at, key.into_inner());
            self.blanks()?;
            if self.peek() != Some(b':') {
                let message = text!("json-colon", key = key.get_ref().as_ref());
                let hint = if self.peek() == Some(b'=') {
                    text!("write-instead", words = ":")
                } else {
                    text!("json-colon-hint")
                };
                return Err(self.fault(message, hint));
            }
            self.at += 1;
            if let Some(value) = self.value(depth + 1)? {
                insert(&mut table, key, value)?;
            }
            if self.ends(open, "{", "}")? {
                return Ok(table);
            }
        }
    }

    fn array(&mut self, depth: usize) -> Result<DeArray<'a>, Fault> {
        let open = self.at;
        self.at += 1;
        let mut items = DeArray::new();
        self.blanks()?;
        if self.peek() == Some(b']') {
            self.at += 1;
            return Ok(items);
        }
        loop {
            self.blanks()?;
            if self.peek() == Some(b']') {
                return Err(self.fault(text!("json-comma-last"), text!("json-comma-last-hint")));
            }
            if self.peek().is_none() {
                return Err(Self::open(open, "[", "]"));
            }
            let start = self.at;
            match self.value(depth + 1)? {
                Some(value) => items.push(value),
                None => return Err(null_in_list(start..self.at)),
            }
            if self.ends(open, "[", "]")? {
                return Ok(items);
            }
        }
    }

    /// Whether what was opened ends here, rather than going on behind a comma.
    fn ends(&mut self, open: usize, mark: &str, closing: &str) -> Result<bool, Fault> {
        self.blanks()?;
        let is_end = self.rest().starts_with(closing);
        if !is_end && self.peek() != Some(b',') {
            return Err(match self.peek() {
                None => Self::open(open, mark, closing),
                Some(_) if self.rest().starts_with(['،', '؛', ';']) => {
                    let mark: String = self.rest().chars().take(1).collect();
                    let hint = text!("write-instead", words = ",");
                    self.fault(text!("json-other-comma", mark), hint)
                }
                Some(_) => self.fault(text!("json-comma"), text!("json-comma-hint")),
            });
        }
        self.at += 1;
        Ok(is_end)
    }

    fn open(open: usize, mark: &str, closing: &str) -> Fault {
        let message = text!("toml-list-open", open = mark);
        Fault::new(
            open..open + 1,
            message,
            text!("toml-list-open-hint", closing),
        )
    }

    fn string(&mut self) -> Result<DeString<'a>, Fault> {
        let start = self.at;
        self.at += 1;
        let mut read = String::new();
        loop {
            let rest = self.rest();
            let plain = rest.find(['"', '\\', '\n']).unwrap_or(rest.len());
            let part = &rest[..plain];
            self.at += plain;
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    let part = Cow::Borrowed(part);
                    return Ok(if read.is_empty() {
                        part
                    } else {
                        (read + &part).into()
                    });
                }
                Some(b'\\') => {
                    read.push_str(part);
                    read.push(self.escape()?);
                }
                _ => {
                    let line = self.text[start..self.at].trim_end();
                    let message = text!("toml-string-open", mark = "\"");
                    let hint = text!("toml-string-open-long", mark = "\"");
                    return Err(Fault::new(start..start + line.len(), message, hint));
                }
            }
        }
    }

    fn escape(&mut self) -> Result<char, Fault> {
        let start = self.at;
        let named = self.rest()[1..].chars().next();
        self.at += 1 + named.map_or(0, char::len_utf8);
        let read = match named {
            Some(c @ ('"' | '\\' | '/')) => Some(c),
            Some('b') => Some('\u{8}'),
            Some('f') => Some('\u{C}'),
            Some('n') => Some('\n'),
            Some('r') => Some('\r'),
            Some('t') => Some('\t'),
            Some('u') => self.code(),
            _ => None,
        };
        read.ok_or_else(|| {
            let written = &self.text[start..self.at];
            let message = text!("toml-escape", written);
            let hint = text!("toml-escape-hint", right = format!("\\{written}"));
            Fault::new(start..self.at, message, hint)
        })
    }

    /// Four hexadecimal digits, and four more where a character takes two halves.
    fn code(&mut self) -> Option<char> {
        let first = self.half()?;
        if !(0xD800..0xDC00).contains(&first) {
            return char::from_u32(first);
        }
        self.at += self.rest().strip_prefix("\\u").map(|_| 2)?;
        let second = self.half()?;
        let second = (0xDC00..0xE000).contains(&second).then_some(second)?;
        char::from_u32(0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00))
    }

    fn half(&mut self) -> Option<u32> {
        let digits = self.rest().get(..4)?;
        let are_digits = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        self.at += 4;
        u32::from_str_radix(digits, 16).ok().filter(|_| are_digits)
    }
}

/// A number, true or false.
fn plain(word: &str) -> Option<DeValue<'_>> {
    match word {
        "true" => return Some(DeValue::Boolean(true)),
        "false" => return Some(DeValue::Boolean(false)),
        _ => {}
    }
    // TOML has notations of numbers that JSON has not: `0x1F`, `1_000`, `+1`, `inf`.
    let number = word.strip_prefix('-').unwrap_or(word);
    let is_number = number.starts_with(|c: char| c.is_ascii_digit())
        && number
            .chars()
            .all(|c| c.is_ascii_digit() || "+-.eE".contains(c));
    let value = DeValue::parse(Some(word).filter(|_| is_number)?).ok()?;
    let value = value.into_inner();
    matches!(value, DeValue::Integer(_) | DeValue::Float(_)).then_some(value)
}

//! Where a text stands in its file: a body letter for letter, a field's value between the marks of its notation.

use std::ops::Range;

use super::map::{Notation, Reading, SourceMap, SourceRange};

/// Where in its file a text stands.
#[derive(Debug, Clone)]
pub(crate) enum TextPlace {
    /// From this byte on, letter for letter.
    Exact(usize),
    /// With escapes between.
    Mapped(SourceMap),
}

impl TextPlace {
    /// Where the text of a value stands that was read from the bytes `range` of `file`.
    pub(crate) fn of_value(text: &str, range: Range<usize>, file: &str) -> Self {
        let written = file.get(range.clone()).unwrap_or_default();
        let marks = ["\"\"\"", "'''", "\"", "'"];
        let mark = marks.into_iter().find(|mark| written.starts_with(mark));
        let mark = mark.unwrap_or_default();
        let inside = written.get(mark.len()..written.len().saturating_sub(mark.len()));
        let mut inside = inside.unwrap_or_default();
        if mark.len() == 3 {
            // A line that begins with the text's marks is none of it.
            let first = ["\r\n", "\n"].into_iter();
            let mut rests = first.filter_map(|end| inside.strip_prefix(end));
            inside = rests.next().unwrap_or(inside);
        }
        let start = range.start + written.len() - mark.len() - inside.len();
        if inside == text {
            return Self::Exact(start);
        }
        let map = string(text, inside, start, mark).unwrap_or_else(|| {
            let mut whole = SourceMap::default();
            whole.push(text.len(), range, Reading::Reference);
            whole
        });
        Self::Mapped(map)
    }

    /// Where bytes of the text stand, and how they are written.
    pub(crate) fn written(&self, range: Range<usize>) -> SourceRange {
        match self {
            Self::Exact(start) => SourceRange {
                range: range.start + start..range.end + start,
                notation: Notation::Verbatim,
            },
            Self::Mapped(map) => map.of(range),
        }
    }

    /// The bytes of the file for bytes of the text.
    pub(crate) fn of(&self, range: Range<usize>) -> Range<usize> {
        self.written(range).range
    }

    /// The bytes of the file to replace in order to replace just these of the text.
    pub(crate) fn edit(&self, range: Range<usize>) -> Option<Range<usize>> {
        match self {
            Self::Exact(_) => Some(self.of(range)),
            Self::Mapped(map) => map.edit(range),
        }
    }
}

/// The map of a string as its notation reads it from `inside`, which begins at byte `start` of the file and stands between
/// `mark`s. None where it reads it otherwise.
fn string(text: &str, inside: &str, start: usize, mark: &str) -> Option<SourceMap> {
    let mut map = SourceMap::default();
    let mut at = 0;
    for c in text.chars() {
        loop {
            let rest = &inside[at..];
            let blank = rest.len() - rest.trim_start().len();
            let is_doubled = mark.len() == 1
                && mark.starts_with(c)
                && rest.starts_with(mark)
                && rest[mark.len()..].starts_with(mark);
            let (read, length, reading) = if mark.starts_with('"') && rest.starts_with('\\') {
                escape(rest)?
            } else if is_doubled {
                // Of CSV and YAML.
                (Some(c), 2, Reading::Escape)
            } else if rest.starts_with(c) {
                (Some(c), c.len_utf8(), Reading::Verbatim)
            } else if c == '\n' && rest.starts_with("\r\n") {
                (Some(c), 2, Reading::Break)
            } else if blank > 0 && mark.len() < 3 {
                // YAML folds lines, and does not read the blanks before them.
                (Some(c).filter(|c| c.is_whitespace()), blank, Reading::Break)
            } else {
                return None;
            };
            at += length;
            // What stands for nothing is the end of a line that does not count.
            if let Some(read) = read {
                let source = start + at - length..start + at;
                map.push(c.len_utf8(), source, reading);
                if read == c {
                    break;
                }
                return None;
            }
        }
    }
    Some(map)
}

/// The character that an escape stands for, the bytes that it has, and how it is to be read.
fn escape(rest: &str) -> Option<(Option<char>, usize, Reading)> {
    let escaped = &rest[1..];
    let named = escaped.chars().next()?;
    let code = |digits: usize| {
        let number = u32::from_str_radix(escaped.get(1..=digits)?, 16).ok()?;
        let read = char::from_u32(number)?;
        Some((Some(read), 2 + digits, Reading::Reference))
    };
    let control = |read| Some((Some(read), 2, Reading::Reference));
    match named {
        'u' => code(4),
        'U' => code(8),
        'x' => code(2),
        'n' => control('\n'),
        't' => control('\t'),
        'r' => control('\r'),
        'b' => control('\u{8}'),
        'f' => control('\u{C}'),
        'e' => control('\u{1B}'),
        // Of YAML.
        '0' => control('\0'),
        'a' => control('\u{7}'),
        'v' => control('\u{B}'),
        '"' | '\\' | '/' => Some((Some(named), 2, Reading::Escape)),
        _ => {
            let skipped = escaped.len() - escaped.trim_start().len();
            (skipped > 0).then_some((None, 1 + skipped, Reading::Break))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_found_behind_its_escapes() {
        for (written, text, words) in [
            (r#""كتب, ثم""#, "كتب, ثم", ","),
            (r#""\u0643\"ا\", ثم""#, "ك\"ا\", ثم", ","),
            ("كتب\n    ثم, قال\n", "كتب ثم, قال\n", ","),
            ("\"كتب\n    ثم, قال\"", "كتب ثم, قال", ","),
            ("'كتب ''ثم'', قال'", "كتب 'ثم', قال", ","),
            ("\"كتب \"\"ثم\"\", قال\"", "كتب \"ثم\", قال", ","),
            ("'\\u0643, ثم'", "\\u0643, ثم", ","),
            ("\"\"\"\nكتب \\\n   ثم, قال\"\"\"", "كتب ثم, قال", ","),
            ("'''\r\nكتب\r\nثم, قال'''", "كتب\nثم, قال", ","),
        ] {
            let file = format!("a = {written}");
            let place = TextPlace::of_value(text, 4..file.len(), &file);
            let at = text.find(words).unwrap();
            let found = place.of(at..at + words.len());
            assert_eq!(&file[found], words, "{written}");
        }
    }
}

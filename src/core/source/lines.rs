//! Bytes of a text as lines and columns, without reading the text from its start for each.

use std::ops::Range;
use std::sync::OnceLock;

use super::toml::secrets;

/// Where the lines of a text begin, and how many characters there are before some of its bytes.
#[derive(Debug)]
pub(super) struct Lines {
    starts: Vec<usize>,
    secrets: OnceLock<Vec<Range<usize>>>,
    /// The characters before every [`STEP`]th byte.
    characters: Vec<usize>,
}

/// How many bytes are read to count one column.
const STEP: usize = 1024;

impl Lines {
    pub(super) fn of(text: &str) -> Self {
        let starts = text.match_indices('\n').map(|(at, _)| at + 1);
        let mut before = 0;
        let characters = text.as_bytes().chunks(STEP).map(|chunk| {
            let count = before;
            before += beginnings(chunk);
            count
        });
        Self {
            starts: [0].into_iter().chain(starts).collect(),
            characters: characters.collect(),
            secrets: OnceLock::new(),
        }
    }

    /// The bytes that are not shown, of a text that is site.toml.
    pub(super) fn secrets(&self, text: &str) -> &[Range<usize>] {
        self.secrets.get_or_init(|| secrets(text))
    }

    /// The line of a byte, from 0, and where that begins.
    pub(super) fn line(&self, byte: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|start| *start <= byte) - 1;
        (line, self.starts[line])
    }

    /// Where a line begins, counted from 0.
    pub(super) fn start(&self, line: usize) -> Option<usize> {
        self.starts.get(line).copied()
    }

    /// Line and column of a byte of the text, both from 1, the column in characters.
    pub(super) fn position(&self, text: &str, byte: usize) -> (usize, usize) {
        let (line, start) = self.line(byte);
        let column = self.characters_before(text, byte) - self.characters_before(text, start);
        (line + 1, column + 1)
    }

    fn characters_before(&self, text: &str, byte: usize) -> usize {
        let Some(known) = self.characters.get(byte / STEP).or(self.characters.last()) else {
            return 0;
        };
        let step = (byte / STEP).min(self.characters.len() - 1);
        known + beginnings(&text.as_bytes()[step * STEP..byte])
    }
}

/// How many characters begin in some bytes.
fn beginnings(bytes: &[u8]) -> usize {
    let is_inside = |byte: &&u8| **byte & 0b1100_0000 == 0b1000_0000;
    bytes.len() - bytes.iter().filter(is_inside).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_are_those_that_counting_gives() {
        let line = "سطر and 👳 ".repeat(300);
        for text in ["", "\n", "a", &line, &format!("{line}\n\n{line}\r\nب")] {
            let lines = Lines::of(text);
            let bytes = text.char_indices().map(|(at, _)| at).chain([text.len()]);
            let mut counted = (1, 1);
            for byte in bytes {
                assert_eq!(lines.position(text, byte), counted, "{byte}");
                match text[byte..].chars().next() {
                    Some('\n') => counted = (counted.0 + 1, 1),
                    _ => counted.1 += 1,
                }
            }
        }
    }
}

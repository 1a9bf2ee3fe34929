//! What stands behind the fence of a code block: `rust,linenos,hl_lines=3 8-9,name=main.rs`. The names are Zola's, and spaces
//! may stand where commas do.

use std::ops::{Range, RangeInclusive};

/// The settings that a fence may have beside its language.
pub(crate) const SETTINGS: [&str; 7] = [
    "add_lines",
    "del_lines",
    "hl_lines",
    "linenos",
    "linenostart",
    "name",
    "rtl",
];

/// The line that a code block begins with, read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Info {
    pub(crate) language: Option<String>,
    /// The name of the file, or another title.
    pub name: Option<String>,
    /// The number of the first line, where lines are numbered.
    pub(super) numbered_from: Option<usize>,
    pub(super) highlighted: Vec<RangeInclusive<usize>>,
    pub(super) added: Vec<RangeInclusive<usize>>,
    pub(super) removed: Vec<RangeInclusive<usize>>,
    pub(super) is_rtl: bool,
    /// What is not understood.
    pub(crate) faults: Vec<(Range<usize>, Fault)>,
}

/// What is wrong with a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// No setting is called so.
    Unknown,
    /// Numbers of lines are expected: of one line, or of many.
    NoLines(&'static str),
    /// It is there or not: `true` and `false` may be said, and nothing else.
    NoTruth,
}

/// A word of the line, or a value between quotation marks, and where it stands.
pub(super) struct Word<'a> {
    pub(super) text: &'a str,
    at: usize,
    follows_comma: bool,
}

impl Info {
    /// Reads the line.
    pub(crate) fn read(line: &str) -> Self {
        let mut info = Self::default();
        let mut words = words(line).into_iter().peekable();
        let is_language = |word: &Word<'_>| !word.text.contains('=') && word.text != "rtl";
        if let Some(word) = words.next_if(is_language) {
            info.language = Some(word.text.to_owned());
        }
        while let Some(word) = words.next() {
            let (key, value) = match word.text.split_once('=') {
                Some((key, value)) => (key, Some(value)),
                None => (word.text, None),
            };
            let mut end = word.at + word.text.len();
            // A value goes on up to the next comma or setting.
            let goes_on = |next: &Word<'_>| {
                let is_setting = SETTINGS.contains(&next.text) || next.text.contains('=');
                value.is_some() && !next.follows_comma && !is_setting
            };
            while let Some(next) = words.next_if(goes_on) {
                end = next.at + next.text.len();
            }
            let value = value.map(|_| &line[word.at + key.len() + 1..end]);
            if let Err(fault) = info.set(key, value) {
                info.faults.push((word.at..end, fault));
            }
        }
        info
    }

    fn set(&mut self, key: &str, value: Option<&str>) -> Result<(), Fault> {
        let lines = |key| value.and_then(lines).ok_or(Fault::NoLines(key));
        let is_set = || value.map_or(Ok(true), |value| value.trim().parse());
        let is_set = || is_set().map_err(|_| Fault::NoTruth);
        match key {
            "linenos" if is_set()? => self.numbered_from = self.numbered_from.or(Some(1)),
            "linenos" => self.numbered_from = None,
            "linenostart" => {
                let start = value.and_then(|value| value.trim().parse().ok());
                self.numbered_from = Some(start.ok_or(Fault::NoLines("linenostart=20"))?);
            }
            "hl_lines" => self.highlighted = lines("hl_lines=3 8-9")?,
            "add_lines" => self.added = lines("add_lines=3 8-9")?,
            "del_lines" => self.removed = lines("del_lines=3 8-9")?,
            "name" => {
                let name = value.unwrap_or_default().trim().trim_matches('"');
                self.name = Some(name.to_owned()).filter(|name| !name.is_empty());
            }
            "rtl" => self.is_rtl = is_set()?,
            _ => return Err(Fault::Unknown),
        }
        Ok(())
    }

    /// Whether lines are marked one by one.
    pub(super) fn marks_lines(&self) -> bool {
        let marked = [&self.highlighted, &self.added, &self.removed];
        self.numbered_from.is_some() || marked.iter().any(|lines| !lines.is_empty())
    }
}

/// Numbers of lines: `3 8-9`.
fn lines(value: &str) -> Option<Vec<RangeInclusive<usize>>> {
    let parts = value.trim_matches('"').split_whitespace();
    let lines = parts.map(|part| {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        let lines = first.parse().ok()?..=last.parse().ok()?;
        (*lines.start() > 0 && !lines.is_empty()).then_some(lines)
    });
    let lines: Vec<_> = lines.collect::<Option<_>>()?;
    (!lines.is_empty()).then_some(lines)
}

pub(super) fn words(line: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let (mut start, mut follows_comma, mut is_quoted) = (None, false, false);
    let mut push = |range: Range<usize>, follows_comma| {
        words.push(Word {
            text: &line[range.clone()],
            at: range.start,
            follows_comma,
        });
    };
    for (at, c) in line.char_indices() {
        if c == '"' {
            is_quoted = !is_quoted;
        }
        let is_between = (c == ',' || c.is_whitespace()) && !is_quoted;
        if !is_between {
            start = start.or(Some(at));
        } else if let Some(start) = start.take() {
            push(start..at, std::mem::take(&mut follows_comma));
        }
        follows_comma |= is_between && c == ',';
    }
    if let Some(start) = start {
        push(start..line.len(), follows_comma);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_of_a_fence_is_read_as_zola_reads_it() {
        let info = Info::read("rust,linenos, hl_lines=3 8-9,name=src/main.rs");
        assert_eq!(info.language.as_deref(), Some("rust"));
        assert_eq!(info.numbered_from, Some(1));
        assert_eq!(info.highlighted, [3..=3, 8..=9]);
        assert_eq!(info.name.as_deref(), Some("src/main.rs"));
        assert!(info.faults.is_empty());
        let info =
            Info::read("text rtl linenostart=20 name=\"ملف, آخر\" del_lines=1 add_lines=2-3");
        assert_eq!(info.language.as_deref(), Some("text"));
        assert!(info.is_rtl && info.faults.is_empty());
        assert_eq!(info.numbered_from, Some(20));
        assert_eq!(info.name.as_deref(), Some("ملف, آخر"));
        assert_eq!((info.removed, info.added), (vec![1..=1], vec![2..=3]));
        let info = Info::read("name=ملف الإعداد, linenos");
        assert_eq!((info.language, info.numbered_from), (None, Some(1)));
        assert_eq!(info.name.as_deref(), Some("ملف الإعداد"));
        assert_eq!(Info::read(" "), Info::default());
        let info = Info::read("rtl=false linenostart=3 linenos=false");
        assert!(!info.is_rtl && info.faults.is_empty());
        assert_eq!((info.language, info.numbered_from), (None, None));
    }

    #[test]
    fn what_is_not_understood_is_told_with_its_place() {
        for (line, word, fault) in [
            ("rust,linenumbers", "linenumbers", Fault::Unknown),
            ("rust hl_line=3", "hl_line=3", Fault::Unknown),
            (
                "rust,hl_lines=a",
                "hl_lines=a",
                Fault::NoLines("hl_lines=3 8-9"),
            ),
            (
                "rust,hl_lines=0",
                "hl_lines=0",
                Fault::NoLines("hl_lines=3 8-9"),
            ),
            (
                "rust,hl_lines=9-8,linenos",
                "hl_lines=9-8",
                Fault::NoLines("hl_lines=3 8-9"),
            ),
            (
                "rust,linenostart",
                "linenostart",
                Fault::NoLines("linenostart=20"),
            ),
            ("rust,linenos=no", "linenos=no", Fault::NoTruth),
            ("rust rtl=1", "rtl=1", Fault::NoTruth),
        ] {
            let faults = Info::read(line).faults;
            assert_eq!(faults.len(), 1, "{line}");
            assert_eq!(
                (&line[faults[0].0.clone()], faults[0].1),
                (word, fault),
                "{line}"
            );
        }
    }
}

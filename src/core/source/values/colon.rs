//! Colons of YAML that make no key where one was meant, or make one where none was.

use super::fault::Fault;
use crate::locale::text;
use crate::source::toml::quoted;

/// Where a line has a colon behind what looks like a key, and right behind it what looks like its value: `name:علي`.
pub(super) fn colon_without_space(line: &str) -> Option<usize> {
    let colon = line.find(':')?;
    let (key, value) = (&line[..colon], &line[colon + 1..]);
    let is_key = !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || "_-".contains(c));
    // An address, or the time of a day.
    let is_other = value.starts_with(['/', ':', ' ', '\t']) || value.is_empty();
    let is_time = key.ends_with(|c: char| c.is_ascii_digit());
    (is_key && !is_other && !is_time).then_some(colon)
}

/// The fault of a line, which begins at `start`, whose colon lacks its space.
pub(super) fn without_space(line: &str, start: usize) -> Option<Fault> {
    let words = line.trim_start_matches([' ', '-']).trim_end();
    let start = start + line.len() - line.trim_start_matches([' ', '-']).len();
    let colon = colon_without_space(words)?;
    let (key, value) = (&words[..colon], &words[colon + 1..]);
    let hint = text!("write-instead", words = format!("{key}: {value}"));
    let message = text!("yaml-colon-space", key);
    Some(Fault::new(start..start + words.len(), message, hint))
}

/// A colon that makes a key of what is none: of a value, or of a line that is indented further than the one above.
pub(super) fn misplaced_colon(line: &str, line_start: usize, at: usize) -> Fault {
    let before = line.get(..at - line_start).unwrap_or_default();
    let value = before.find(": ").map(|colon| colon + 2);
    if let Some(start) = value {
        let start = start + before[start..].len() - before[start..].trim_start().len();
        let words = line[start..].trim_end();
        let range = line_start + start..line_start + start + words.len();
        let hint = text!("write-instead", words = quoted(words));
        return Fault::new(range, text!("yaml-colon"), hint);
    }
    let words = line.trim();
    let start = line_start + line.find(words).unwrap_or_default();
    let range = start..start + words.len();
    Fault::new(range, text!("yaml-indent"), text!("yaml-indent-hint"))
}

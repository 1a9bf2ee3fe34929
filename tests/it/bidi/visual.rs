//! HTML to the order in which a reader sees it, by the Unicode Bidirectional Algorithm as somebody else wrote it.

use unicode_bidi::{BidiInfo, Level};

/// The text of one block with its elements' directions as controls (HTML, "Bidirectional text": `dir` isolates).
pub(crate) fn with_controls(html: &str) -> String {
    let mut text = String::new();
    let mut open = Vec::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        let (tag, after) = after.split_once('>').unwrap();
        if let Some(name) = tag.strip_prefix('/') {
            let (opened, isolates) = open.pop().unwrap();
            assert_eq!(opened, name);
            if isolates {
                text.push('\u{2069}');
            }
        } else {
            let isolates = tag.contains(" dir=\"");
            if isolates {
                let is_rtl = tag.contains(" dir=\"rtl\"");
                text.push(if is_rtl { '\u{2067}' } else { '\u{2066}' });
            }
            open.push((tag.split(' ').next().unwrap(), isolates));
        }
        rest = after;
    }
    text.push_str(rest);
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}

/// A right-to-left text as a reader sees it, from left to right, on one line.
pub(crate) fn order(text: &str) -> String {
    in_line(text, Level::rtl())
}

/// The same of a text in a line of either direction.
pub(crate) fn in_line(text: &str, level: Level) -> String {
    let text = text.replace('\n', " ");
    let bidi = BidiInfo::new(&text, Some(level));
    let [paragraph] = &bidi.paragraphs[..] else {
        panic!("one paragraph: {text}")
    };
    let (levels, runs) = bidi.visual_runs(paragraph, paragraph.range.clone());
    let runs = runs.into_iter().map(|run| {
        let part = &text[run.clone()];
        if levels[run.start].is_rtl() {
            part.chars().rev().map(mirrored).collect()
        } else {
            part.to_owned()
        }
    });
    let line: String = runs.collect();
    let is_control = |c: &char| matches!(c, '\u{200E}' | '\u{200F}' | '\u{2066}'..='\u{2069}');
    line.chars().filter(|c| !is_control(c)).collect()
}

/// Brackets and signs that open to the side to which the text goes on (`Bidi_Mirrored`).
fn mirrored(c: char) -> char {
    const PAIRS: [&str; 7] = ["()", "[]", "{}", "<>", "«»", "‹›", "≤≥"];
    for pair in PAIRS {
        let (left, right) = pair.split_at(pair.len() / 2);
        if left.starts_with(c) {
            return right.chars().next().unwrap();
        }
        if right.starts_with(c) {
            return left.chars().next().unwrap();
        }
    }
    c
}

/// The same with a number for each Arabic word of `text`, in the order in which it is read: ① is the first. Then the line
/// can be read in any editor.
pub(crate) fn legible(text: &str, level: Level) -> String {
    let mut line = in_line(text, level);
    for (position, word) in words(text).into_iter().enumerate() {
        let turned: String = word.chars().rev().collect();
        let number = char::from_u32('①' as u32 + u32::try_from(position).unwrap()).unwrap();
        // Words are numbered from the first, which stands at the end of a line that runs from the right.
        let at = line
            .rfind(&turned)
            .unwrap_or_else(|| panic!("`{word}` in `{line}`"));
        line.replace_range(at..at + turned.len(), &number.to_string());
    }
    line
}

/// The Arabic words of a text, the longest first where one is part of another.
fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !matches!(c, '\u{620}'..='\u{65F}' | '\u{66E}'..='\u{6D3}'));
    words
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

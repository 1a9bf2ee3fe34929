//! `{title="…" level=2 open}`: what a component is given.

use std::ops::Range;

use super::call::{Argument, Written, name};

/// The arguments of a call.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::markdown) struct Arguments {
    pub(in crate::markdown) all: Vec<Argument>,
    /// How many bytes they are written in, braces included.
    pub(in crate::markdown) length: usize,
    /// What is no argument.
    pub(in crate::markdown) faults: Vec<Fault>,
}

/// What is wrong with what stands between the braces.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::markdown) struct Fault {
    pub(in crate::markdown) range: Range<usize>,
    pub(in crate::markdown) slip: Slip,
}

/// What somebody wrote instead of an argument.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::markdown) enum Slip {
    /// Nothing that can be seen.
    Unread,
    /// An argument between other quotation marks, or with a colon: as it should be.
    Other(String),
    /// A comma of another script.
    Comma,
    /// An argument that is given already.
    Twice,
}

/// How many bytes the arguments of a call may take. A brace that nothing closes is not looked for to the end of the text, of
/// which each of ten thousand would read the whole.
const LONGEST: usize = 8192;

/// What a call is given.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Given {
    pub(super) all: Vec<Argument>,
    pub(super) faults: Vec<Fault>,
    /// How many bytes of the text behind the call it takes.
    pub(super) length: usize,
    /// What is missing behind the arguments, where nothing closes their brace.
    pub(super) closing: Option<&'static str>,
}

/// What a call is given by the text behind it. Where nothing closes a brace, what stands behind it is meant all the same: all of
/// the line of a block; within a line, where nobody knows at which word text goes on, what is written with `=`.
pub(super) fn given(text: &str, is_inline: bool) -> Given {
    let text = &text[..text.floor_char_boundary(LONGEST)];
    let unclosed = ["}", "\"}"].into_iter().filter(|_| text.starts_with('{'));
    let mut unclosed = unclosed.map(|end| Some((arguments(&format!("{text}{end}"))?, Some(end))));
    let read = arguments(text).map(|read| (read, None));
    let Some((read, closing)) = read.or_else(|| unclosed.find_map(|read| read)) else {
        return Given::default();
    };
    let mut given = Given {
        length: read.length.min(text.len()),
        all: read.all,
        faults: read.faults,
        closing,
    };
    if closing.is_some() && is_inline {
        given
            .all
            .retain(|one| text[one.range.clone()].contains('='));
        given.faults.clear();
        given.length = 0;
    }
    given
}

/// The arguments with which a text begins, if it begins with a brace and something closes that. Ranges are those of the text.
pub(in crate::markdown) fn arguments(text: &str) -> Option<Arguments> {
    let text = &text[..text.floor_char_boundary(LONGEST)];
    let mut rest = text.strip_prefix('{')?;
    let mut read = Arguments {
        all: Vec::new(),
        length: 0,
        faults: Vec::new(),
    };
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
        let start = text.len() - rest.len();
        if let Some(comma) = rest.chars().next().filter(|c| COMMAS.contains(c)) {
            rest = &rest[comma.len_utf8()..];
            let range = start..start + comma.len_utf8();
            let slip = Slip::Comma;
            read.faults.push(Fault { range, slip });
            continue;
        }
        if let Some(behind) = rest.strip_prefix('}') {
            read.length = text.len() - behind.len();
            return Some(read);
        }
        if rest.is_empty() {
            return None;
        }
        let key = name(rest).unwrap_or_default();
        let behind = &rest[key.len()..];
        if let Some((value, behind)) = written_otherwise(behind).filter(|_| !key.is_empty()) {
            rest = behind;
            let range = start..text.len() - rest.len();
            let escaped = value.replace('\\', "\\\\").replace('"', "\\\"");
            let slip = Slip::Other(format!("{key}=\"{escaped}\""));
            read.faults.push(Fault {
                range: range.clone(),
                slip,
            });
            read.all.push(Argument {
                name: key.to_owned(),
                value: Written::Quoted(value),
                range,
            });
            continue;
        }
        let value;
        (value, rest) = match behind.strip_prefix('=') {
            None => (Written::Word("true".to_owned()), behind),
            Some(behind) if behind.starts_with('"') => quoted(behind)?,
            Some(behind) => {
                let end = behind.find(|c: char| {
                    c.is_whitespace() || ",}\"".contains(c) || COMMAS.contains(&c)
                })?;
                (Written::Word(behind[..end].to_owned()), &behind[end..])
            }
        };
        let is_followed = rest.starts_with(|c: char| {
            c.is_whitespace() || c == ',' || c == '}' || COMMAS.contains(&c)
        });
        if key.is_empty() || !is_followed {
            let end = rest.find(|c: char| c.is_whitespace() || c == '}')?;
            rest = &rest[end..];
            let range = start..text.len() - rest.len();
            let slip = Slip::Unread;
            read.faults.push(Fault { range, slip });
        } else if read.all.iter().any(|one| one.name == key) {
            let range = start..text.len() - rest.len();
            let slip = Slip::Twice;
            read.faults.push(Fault { range, slip });
        } else {
            read.all.push(Argument {
                name: key.to_owned(),
                value,
                range: start..text.len() - rest.len(),
            });
        }
    }
}

/// Commas that stand between arguments on an Arabic keyboard.
const COMMAS: [char; 2] = ['،', '؛'];

/// A value behind `=` between quotation marks of another kind, or behind a colon; and what stands behind it.
fn written_otherwise(text: &str) -> Option<(String, &str)> {
    if let Some(behind) = text.strip_prefix(':') {
        let behind = behind.trim_start();
        return match quoted(behind) {
            Some((Written::Quoted(value), behind)) => Some((value, behind)),
            _ => foreign(behind),
        };
    }
    foreign(text.strip_prefix('=')?)
}

/// The text between quotation marks of another kind with which another begins, and what stands behind it.
fn foreign(text: &str) -> Option<(String, &str)> {
    let open = text.chars().next()?;
    let closing: &[char] = match open {
        '«' => &['»'],
        '“' | '”' | '„' => &['”', '“', '"'],
        '‘' | '’' => &['’', '‘'],
        '\'' => &['\''],
        _ => return None,
    };
    let inside = &text[open.len_utf8()..];
    let end = inside.find(closing)?;
    let mark = inside[end..].chars().next().map_or(0, char::len_utf8);
    Some((inside[..end].to_owned(), &inside[end + mark..]))
}

/// The text between quotation marks with which another begins, if it does, and what stands behind it.
fn quoted(text: &str) -> Option<(Written, &str)> {
    let mut value = String::new();
    let inside = text.strip_prefix('"')?;
    let mut letters = inside.char_indices();
    while let Some((at, c)) = letters.next() {
        match c {
            '"' => return Some((Written::Quoted(value), &inside[at + 1..])),
            '\\' => value.extend(letters.next().map(|(_, c)| c)),
            c => value.push(c),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Option<String> {
        let read = arguments(text)?;
        let all = read.all.iter().map(|argument| match &argument.value {
            Written::Quoted(text) => format!("{}=«{text}»", argument.name),
            Written::Word(text) => format!("{}={text}", argument.name),
        });
        let faults = read.faults.iter().map(|fault| match &fault.slip {
            Slip::Other(right) => format!("!{} → {right}", &text[fault.range.clone()]),
            _ => format!("!{}", &text[fault.range.clone()]),
        });
        let all: Vec<_> = all.chain(faults).collect();
        Some(format!("{}|{}", all.join(" "), &text[read.length..]))
    }

    #[test]
    fn arguments_are_read_up_to_their_brace() {
        for (text, expected) in [
            ("{}", Some("|")),
            (
                "{a=1, b=\"ج } \\\"د\\\"\" open} ه",
                Some("a=1 b=«ج } \"د\"» open=true| ه"),
            ),
            ("{a=نص}", Some("a=نص|")),
            ("{.class #id a=1}", Some("a=1 !.class !#id|")),
            ("{a=\"x\"y}", Some("!a=\"x\"y|")),
            ("{عنوان=1}", Some("!عنوان=1|")),
            ("{a=1، b=2}", Some("a=1 b=2 !،|")),
            ("{a=1 a=2}", Some("a=1 !a=2|")),
            ("{a=«ب ج»}", Some("a=«ب ج» !a=«ب ج» → a=\"ب ج\"|")),
            ("{a=“ب”، b=1}", Some("a=«ب» b=1 !a=“ب” → a=\"ب\" !،|")),
            ("{a: \"ب\"}", Some("a=«ب» !a: \"ب\" → a=\"ب\"|")),
            ("{a=1", None),
            ("{a=\"1}", None),
            ("a=1}", None),
        ] {
            assert_eq!(shown(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn a_brace_is_closed_soon_or_not_at_all() {
        let of = |length: usize| format!("{{a=\"{}\"}}", "س".repeat(length));
        assert!(arguments(&of(4000)).is_some());
        assert_eq!(arguments(&of(5000)), None);
        assert_eq!(arguments(&"{a=".repeat(100_000)), None);
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read(text in "\\{[a=\" ,}{ء.\\\\1:«»،]{0,20}") {
            if let Some(read) = arguments(&text) {
                let end = text[..read.length].chars().next_back();
                proptest::prop_assert_eq!(end, Some('}'));
                let faults = read.faults.iter().map(|fault| &fault.range);
                for range in faults.chain(read.all.iter().map(|one| &one.range)) {
                    proptest::prop_assert!(!text[range.clone()].is_empty() && range.end < read.length);
                }
            }
        }
    }
}

//! The lines that begin and end a block: `::: note {title="…"}` and `:::`. What else stands behind a name is a slip, any other
//! line with colons is text.

use super::call::name;

/// A line that begins or ends a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::markdown) struct Line {
    /// Where its colons begin.
    pub(in crate::markdown) start: usize,
    pub(in crate::markdown) end: usize,
    /// Where the name of the component begins; none where the line ends a block.
    pub(in crate::markdown) name: Option<usize>,
}

/// Such lines of a text, whatever stands around them.
pub(in crate::markdown) fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut from = 0;
    while let Some(start) = text[from..].find(":::").map(|at| from + at) {
        let end = text[start..].find('\n').map_or(text.len(), |at| start + at);
        lines.extend(line(text, start, end));
        from = end;
    }
    lines
}

/// The line of which the part from the colons on is this.
fn line(text: &str, start: usize, end: usize) -> Option<Line> {
    let begin = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let is_of_container = |c: char| c.is_ascii_digit() || " \t>*+-.)".contains(c);
    if !text[begin..start].chars().all(is_of_container) {
        return None;
    }
    let end = start + text[start..end].trim_end().len();
    let line = &text[start..end];
    let rest = line.trim_start_matches(':').trim_start();
    let at = end - rest.len();
    if rest.is_empty() {
        return Some(Line {
            start,
            end,
            name: None,
        });
    }
    // With colons at its end it is an ornament.
    let begins = name(rest).is_some() && !rest.ends_with(":::");
    begins.then_some(Line {
        start,
        end,
        name: Some(at),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_begin_and_end_blocks_are_told_from_others() {
        let text = "::: note\n:::::aside {a=1 b=\"ج }\"}\n> - ::: note\n:::  \n::::::\n::: note نص\n:::tip[نص]\n";
        let found = lines(text);
        let names = found
            .iter()
            .map(|line| Some(name(&text[line.name?..]).unwrap()));
        let names: Vec<_> = names.collect();
        assert_eq!(
            names,
            [
                Some("note"),
                Some("aside"),
                Some("note"),
                None,
                None,
                Some("note"),
                Some("tip")
            ]
        );
        assert_eq!(&text[found[0].start..found[0].end], "::: note");
        for text in [
            "::: نص",
            "نص ::: note",
            "\\::: note",
            "::note",
            ": note",
            "::: 1",
            "::: Chapter one :::",
        ] {
            assert_eq!(lines(text), [], "{text}");
        }
    }
}

//! The elements whose text is not markup, and where it ends.

use super::scan::is_between;

/// What may stand in the text of an element that holds no markup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RawText {
    /// Characters, each as it is written.
    Plain,
    /// Character references, too.
    WithReferences,
}

/// These elements (HTML, "Parsing HTML fragments"). `noscript` is not among them: where no scripts run, it holds markup.
const ELEMENTS: [(&str, RawText); 8] = [
    ("script", RawText::Plain),
    ("style", RawText::Plain),
    ("title", RawText::WithReferences),
    ("textarea", RawText::WithReferences),
    ("iframe", RawText::Plain),
    ("noembed", RawText::Plain),
    ("noframes", RawText::Plain),
    ("xmp", RawText::Plain),
];

impl RawText {
    /// What may stand in an element; `None` for one that holds markup.
    pub(super) fn of(element: &str) -> Option<Self> {
        let found = ELEMENTS
            .iter()
            .find(|(name, _)| element.eq_ignore_ascii_case(name));
        found.map(|(_, kind)| *kind)
    }
}

/// Where the tag begins that ends the text of an element such as `script`, or how long the text is.
pub(super) fn end_of_raw_text(text: &str, name: &str) -> usize {
    let bytes = text.as_bytes();
    let is_script = name.eq_ignore_ascii_case("script");
    // A script that a script writes in a comment (HTML, "Script data escaped state" and those behind it).
    let (mut is_comment, mut is_written) = (false, false);
    for (at, byte) in bytes.iter().enumerate() {
        let rest = &bytes[at..];
        match byte {
            b'<' if names(rest, b"</", name) => {
                if !is_written {
                    return at;
                }
                is_written = false;
            }
            b'<' if is_script && rest.starts_with(b"<!--") => is_comment = true,
            b'<' if is_comment && names(rest, b"<", name) => is_written = true,
            b'-' if is_comment && rest.starts_with(b"-->") => {
                (is_comment, is_written) = (false, false);
            }
            _ => {}
        }
    }
    text.len()
}

/// Whether a tag of this name begins here.
fn names(bytes: &[u8], open: &[u8], name: &str) -> bool {
    let name_and_next = bytes
        .strip_prefix(open)
        .and_then(|rest| rest.split_at_checked(name.len()));
    name_and_next.is_some_and(|(found, behind)| {
        let is_whole = behind
            .first()
            .is_some_and(|next| is_between(*next) || *next == b'>');
        is_whole && found.eq_ignore_ascii_case(name.as_bytes())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_of_a_script_ends_with_its_own_tag() {
        for (text, end) in [
            ("a</script>", 1),
            ("a</SCRIPT >", 1),
            ("</scripts></script/>", 10),
            ("</b>", 4),
            ("</script", 8),
            ("<!--</script>", 4),
            ("<!--<script></script>--></script>", 24),
            ("<!--<script>--></script>", 15),
            ("<!--><script></script>", 13),
        ] {
            assert_eq!(end_of_raw_text(text, "script"), end, "{text}");
        }
        assert_eq!(end_of_raw_text("<!--<title></title>", "title"), 11);
    }
}

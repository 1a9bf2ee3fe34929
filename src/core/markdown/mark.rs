//! The mark that an author sets where the summary of a text ends: `<!-- more -->`.

/// What stands for the mark in HTML. Links may lead to it.
pub(crate) const MORE: &str = "<span id=\"continue-reading\"></span>";

/// The id in [`MORE`].
pub(super) const MORE_ID: &str = "continue-reading";

/// What an author calls the mark.
const MARK: &str = "more";

/// Whether a comment is the mark.
pub(super) fn is_mark(comment: &str) -> bool {
    let inside = comment
        .strip_prefix("<!--")
        .and_then(|rest| rest.strip_suffix("-->"));
    inside.is_some_and(|inside| inside.trim() == MARK)
}

/// Whether a comment in a text looks like the mark.
pub(super) fn has_mark(text: &str) -> bool {
    let mut rest = text;
    while let Some(at) = rest.find("<!--") {
        let comment = &rest[at..];
        let Some(end) = comment[2..].find("-->") else {
            return false;
        };
        let end = 2 + end + "-->".len();
        if is_mark(&comment[..end]) {
            return true;
        }
        rest = &comment[end..];
    }
    false
}

#[cfg(test)]
mod tests {
    use super::has_mark;

    #[test]
    fn marks_are_told_from_other_comments() {
        for (text, expected) in [
            ("<!-- more -->", true),
            ("<!--more-->", true),
            ("أ <!-- ب --> <!--\nmore -->", true),
            ("<!-- more text -->", false),
            ("<!--> more -->", false),
            ("<!-- <!-- more -->", false),
            ("<!-- more", false),
            ("more", false),
        ] {
            assert_eq!(has_mark(text), expected, "{text}");
        }
    }
}

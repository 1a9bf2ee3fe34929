//! The word that stands at a byte of a text in some notation, to be quoted in what is said of it.

/// The most that is quoted, in characters.
const MOST: usize = 40;

/// The word, or the sign, that a text begins with.
pub(crate) fn first_word(text: &str) -> &str {
    let is_sign = |c: char| "{}()[];,:".contains(c);
    let Some(first) = text.chars().next() else {
        return "";
    };
    if is_sign(first) {
        return &text[..first.len_utf8()];
    }
    let mut ends = text.char_indices().enumerate();
    let end = ends.find(|(number, (_, c))| *number == MOST || c.is_whitespace() || is_sign(*c));
    &text[..end.map_or(text.len(), |(_, (at, _))| at)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_ends_at_a_space_or_a_sign() {
        assert_eq!(first_word("red }"), "red");
        assert_eq!(first_word("3em) {"), "3em");
        assert_eq!(first_word("; }"), ";");
        assert_eq!(first_word(""), "");
    }
}

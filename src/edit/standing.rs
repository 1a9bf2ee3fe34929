//! Where quoted words stand in a paragraph: whole words, in front of which only «و» may be joined, as the build has it.

/// The byte at which words stand in a text, from a byte on.
pub(super) fn standing(text: &str, words: &str, from: usize) -> Option<usize> {
    let rest = text.get(from..)?;
    let mut all = rest.match_indices(words).map(|(at, _)| at + from);
    all.find(|at| {
        let before = text[..*at].trim_end_matches('و');
        let is_joined = before.len() + 'و'.len_utf8() >= *at;
        let begins = is_joined && !before.ends_with(is_part);
        let ends = !text[at + words.len()..].starts_with(is_part);
        begins && ends
    })
}

fn is_part(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}')
}

#[cfg(test)]
mod tests {
    use super::standing;

    #[test]
    fn words_are_whole() {
        for (text, words, at) in [
            ("ماليزيا ومالي", "مالي", Some("ماليزيا و".len())),
            ("والمالية", "مالي", None),
            ("وزارة", "وزارة", Some(0)),
            ("بمالي", "مالي", None),
            ("مالي، ومالي", "مالي", Some(0)),
        ] {
            assert_eq!(standing(text, words, 0), at, "{text}");
        }
    }
}

//! Addresses with spaces in them, which `CommonMark` leaves in the text: `![غلاف](my cover.jpg)`.

use std::ops::Range;

use super::reader::ProseReader;
use crate::arabic::heading_id;
use crate::diagnostic::{Diagnostic, Fix, Span};
use crate::locale::text;

impl ProseReader<'_> {
    /// Reports what was meant to be an address in a text.
    pub(super) fn report_spaced_addresses(&mut self, written: &str, range: &Range<usize>) {
        for place in spaced(written) {
            let address = &written[place.clone()];
            let right = match address.strip_prefix('#') {
                // The words of a heading, where its id belongs.
                Some(heading) => format!("#{}", heading_id(heading)),
                None => match sized(address) {
                    Some(picture) => picture.to_owned(),
                    None => format!("<{address}>"),
                },
            };
            let message = text!("stray-link", address);
            let hint = text!("write-instead", words = right.as_str());
            let range = range.start + place.start..range.start + place.end;
            let span = Span::new(self.path, self.place.of(range.clone()));
            let mut problem = Diagnostic::error("E219", message).at(span).hint(hint);
            if let Some(range) = self.place.edit(range) {
                problem = problem.fix(Fix {
                    range,
                    replacement: right,
                    is_safe: false,
                });
            }
            self.diagnostics.push(problem);
        }
    }
}

/// Where such addresses stand. Words in parentheses behind words in brackets are none: `[كذا](في الأصل)`.
fn spaced(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.match_indices("](").filter_map(|(at, _)| {
        let start = at + "](".len();
        let line = text[start..].lines().next()?;
        let inside = &line[..line.find(')')?];
        let address = inside.trim();
        let is_address = address.contains(char::is_whitespace)
            && !address.contains(['"', '<', '>', '(', '\''])
            && (ends_as_a_file(address)
                || sized(address).is_some()
                || address.contains("://")
                || address.starts_with(['/', '.', '#']));
        let start = start + inside.len() - inside.trim_start().len();
        is_address.then(|| start..start + address.len())
    })
}

/// The address of a picture before its size, as other dialects write it: `a.png =100x200`.
fn sized(address: &str) -> Option<&str> {
    let (picture, size) = address.split_once(" =")?;
    let is_size =
        size.contains('x') && size.chars().all(|c| c.is_ascii_digit() || "x%".contains(c));
    (is_size && ends_as_a_file(picture)).then_some(picture)
}

/// `my cover.jpg`
fn ends_as_a_file(address: &str) -> bool {
    let extension = address
        .rsplit_once('.')
        .map_or("", |(_, extension)| extension);
    (2..=5).contains(&extension.len()) && extension.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_with_spaces_are_told_from_words_in_parentheses() {
        for (text, address) in [
            ("![غلاف](my cover.jpg)", "my cover.jpg"),
            ("[النص]( صورة الغلاف.pdf ) بعده", "صورة الغلاف.pdf"),
            (
                "[x](https://example.org/a b) [y](c.jpg)",
                "https://example.org/a b",
            ),
            ("[x](/a b/)", "/a b/"),
            ("![x](a.png =100x200)", "a.png =100x200"),
            ("[الفصل](#كيف تضيف مصطلحا)", "#كيف تضيف مصطلحا"),
        ] {
            let found: Vec<_> = spaced(text).map(|place| &text[place]).collect();
            assert_eq!(found, [address]);
        }
        for text in [
            "[كذا](في الأصل)",
            "[كذا](في الأصل. وبعده)",
            "[x](a.jpg \"my title.jpg\")",
            "[x](<my cover.jpg>)",
            "a](b",
        ] {
            assert_eq!(spaced(text).next(), None, "{text}");
        }
    }
}

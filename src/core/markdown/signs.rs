//! A quick no for rules about signs that few texts have.

use memchr::{memchr, memchr2, memchr3};

/// Whether a text has one of these signs, which are of ASCII.
pub(super) fn has_any(text: &str, signs: &[u8]) -> bool {
    let text = text.as_bytes();
    signs.chunks(3).any(|signs| {
        let found = match *signs {
            [a] => memchr(a, text),
            [a, b] => memchr2(a, b, text),
            [a, b, c] => memchr3(a, b, c, text),
            _ => None,
        };
        found.is_some()
    })
}

#[cfg(test)]
mod tests {
    use super::has_any;

    #[test]
    fn a_sign_is_found_wherever_it_stands() {
        for text in ["[نص", "نص!", "ن#ص", "a{b", "نص: ب"] {
            assert!(has_any(text, b"{[:#!"), "{text}");
        }
        assert!(!has_any("نص (ب)، «ج» <د>", b"{[:#!"));
    }
}

//! Letters written as presentation forms, as they come out of PDFs.

use icu::normalizer::ComposingNormalizerBorrowed;

use super::finding::{Replacement, Rule};
use super::scan::Scan;
use crate::arabic::invisible::TATWEEL;

/// A shape that stands for a letter or for several: the characters of Arabic Presentation Forms A and B that Unicode
/// decomposes. The rest of these blocks are signs of their own: ornate brackets, honorifics, dots, the rial.
pub(super) fn is_form(c: char) -> bool {
    matches!(c, '\u{FB50}'..='\u{FBB1}' | '\u{FBD3}'..='\u{FD3D}' | '\u{FD50}'..='\u{FD8F}'
        | '\u{FD92}'..='\u{FDC7}' | '\u{FDF0}'..='\u{FDFB}' | '\u{FE70}'..='\u{FE72}' | '\u{FE74}'
        | '\u{FE76}'..='\u{FEFC}')
}

impl Scan<'_> {
    /// Judges the forms from a byte on as one finding, and says where they end.
    pub(super) fn forms(&mut self, at: usize) -> usize {
        let is_finding = |c: char| is_form(c) && !self.rules.allowed.contains(c);
        let rest = &self.text[at..];
        let length = rest.find(|c| !is_finding(c)).unwrap_or(rest.len());
        if length == 0 {
            return at + rest.chars().next().map_or(0, char::len_utf8);
        }
        let nfkc = ComposingNormalizerBorrowed::new_nfkc();
        let mut letters = nfkc.normalize(&rest[..length]).into_owned();
        if rest[..length]
            .chars()
            .all(|c| matches!(c, '\u{FE70}'..='\u{FE7F}'))
        {
            // A vowel sign by itself decomposes into a space, or a stretch, and the sign.
            letters.retain(|c| c != ' ' && c != TATWEEL);
        }
        self.find(
            Rule::PresentationForm,
            at..at + length,
            Replacement::safe(letters),
        );
        at + length
    }
}

#[cfg(test)]
mod tests {
    use icu::normalizer::DecomposingNormalizerBorrowed;

    use super::is_form;

    #[test]
    fn forms_are_what_unicode_decomposes() {
        let nfkd = DecomposingNormalizerBorrowed::new_nfkd();
        for c in ('\u{FB50}'..='\u{FDFF}').chain('\u{FE70}'..='\u{FEFE}') {
            let decomposes = !nfkd.is_normalized(&c.to_string());
            // The rial is a sign for a currency, however it decomposes.
            assert_eq!(
                is_form(c),
                decomposes && c != '\u{FDFC}',
                "U+{:04X}",
                u32::from(c)
            );
        }
    }
}

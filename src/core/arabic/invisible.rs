//! Characters a reader does not see, or may leave unseen: bidi controls, Arabic vowel signs, tatweel.
//! The sets that order, ids and formatted text have to leave out.

use std::borrow::Cow;

use icu::normalizer::ComposingNormalizerBorrowed;

/// U+0640, which stretches a word and means nothing.
pub(super) const TATWEEL: char = '\u{640}';

/// Whether the character steers bidirectional order unseen (Unicode property `Bidi_Control`).
pub(super) fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Whether the character is an Arabic vowel sign or a Quranic mark, which a spelling may leave out.
/// U+0654 and U+0655, hamza above and below, lie in the range but have become part of their letter in NFC.
pub(super) fn is_tashkeel(c: char) -> bool {
    matches!(c, '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6ED}')
}

/// The text in NFC.
#[must_use]
pub fn nfc(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return text.into();
    }
    ComposingNormalizerBorrowed::new_nfc().normalize(text)
}

/// The text in NFC and lower case, without the signs that a spelling may leave out: what two names have in common that
/// readers take for one.
#[must_use]
pub fn bare(text: &str) -> String {
    let composed = ComposingNormalizerBorrowed::new_nfc().normalize(text);
    let stays = |c: &char| !is_tashkeel(*c) && !is_bidi_control(*c) && *c != TATWEEL;
    let kept = composed.chars().filter(stays);
    kept.flat_map(char::to_lowercase).collect()
}

/// The text without bidi controls. CLDR puts them around signs and commas, which serves plain text alone;
/// in a page they defeat search and copying, and the renderer isolates runs by markup.
pub(super) fn without_bidi_controls(mut text: String) -> String {
    text.retain(|c| !is_bidi_control(c));
    text
}

#[cfg(test)]
mod tests {
    use icu::properties::CodePointSetData;
    use icu::properties::props::BidiControl;

    use super::is_bidi_control;

    #[test]
    fn bidi_controls_are_those_of_unicode() {
        let published = CodePointSetData::new::<BidiControl>();
        for c in '\0'..=char::MAX {
            assert_eq!(is_bidi_control(c), published.contains(c), "{c:?}");
        }
    }
}

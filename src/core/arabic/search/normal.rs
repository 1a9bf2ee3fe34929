//! Text to the one spelling under which it is indexed and looked for: Unicode's compatibility form, without
//! vowel signs and controls, and with one letter for those that writers exchange (أ إ آ ٱ for ا, ى for ي, ة for ه, the
//! Persian and Urdu shapes, every script's digits). What Lucene's `ArabicNormalizer` does, and ٱ. Only hamza is kept as it is
//! written: there are two ways to read it, and both are looked for.

use icu::normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

/// A word in its one spelling: «الأُمّة» is `الامه`, «مسؤول» is `مسؤول`.
#[must_use]
pub fn fold(word: &str) -> String {
    if word.chars().all(is_plain) {
        return word.chars().map(exchange).collect();
    }
    let composed = ComposingNormalizerBorrowed::new_nfkc().normalize(word);
    let kept = composed.chars().filter(|c| !is_dropped(*c));
    let folded: String = kept.flat_map(|c| exchange(c).to_lowercase()).collect();
    if folded.chars().all(is_arabic) {
        return folded;
    }
    // Latin letters lose their accents: `Norvège` is `norvege`.
    let decomposed = DecomposingNormalizerBorrowed::new_nfd().normalize(&folded);
    let bare: String = decomposed.chars().filter(|c| !is_accent(*c)).collect();
    let composed = ComposingNormalizerBorrowed::new_nfc().normalize(&bare);
    composed.into_owned()
}

/// The readings of a folded word, without regard to the seat of a hamza: «مسؤول», «مسئول» and «مسوول» meet in one of
/// two. The first goes by the seat alone, the second by hamza alone.
pub(super) fn readings(folded: &str) -> Vec<String> {
    let seat = folded.chars().filter_map(|c| match c {
        'ؤ' => Some('و'),
        'ئ' => Some('ي'),
        'ء' => None,
        c => Some(c),
    });
    let hamza = folded.chars().map(|c| match c {
        'ؤ' | 'ئ' => 'ء',
        c => c,
    });
    let mut readings: Vec<String> = vec![seat.collect(), hamza.collect()];
    readings.dedup();
    readings.retain(|reading| !reading.is_empty());
    readings
}

/// Whether a character is left out: vowel signs, Quranic marks, tatweel, joiners and bidi controls.
pub(super) fn is_dropped(c: char) -> bool {
    matches!(
        c,
        '\u{610}'..='\u{61A}'
            | '\u{64B}'..='\u{65F}'
            | '\u{670}'
            | '\u{6D6}'..='\u{6ED}'
            | '\u{640}'
            | '\u{200B}'..='\u{200F}'
            | '\u{61C}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2066}'..='\u{2069}'
    )
}

/// Whether a character is an accent of another script.
pub(super) fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}')
}

/// Whether a character is one of nearly all words, of which at most another letter stands for it.
pub(super) fn is_plain(c: char) -> bool {
    matches!(c, '\u{621}'..='\u{63A}' | '\u{641}'..='\u{64A}' | '0'..='9' | 'a'..='z')
}

fn is_arabic(c: char) -> bool {
    c.is_ascii() || matches!(c, '\u{600}'..='\u{6FF}')
}

/// The letter or digit that stands for those exchanged with it.
pub(super) fn exchange(c: char) -> char {
    match c {
        'آ' | 'أ' | 'إ' | 'ٱ' => 'ا',
        'ى' | '\u{6CC}' | '\u{6D2}' => 'ي',
        'ة' | '\u{6C1}' | '\u{6BE}' => 'ه',
        '\u{6A9}' | '\u{6AD}' | '\u{6AF}' => 'ك',
        '٠'..='٩' => digit(c, '٠'),
        '۰'..='۹' => digit(c, '۰'),
        c => c,
    }
}

fn digit(c: char, zero: char) -> char {
    let value = u32::from(c) - u32::from(zero);
    char::from_digit(value, 10).unwrap_or(c)
}

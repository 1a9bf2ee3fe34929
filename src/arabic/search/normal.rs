//! Text to the one spelling under which it is indexed and looked for: Unicode's compatibility form, without
//! vowel signs and controls, and with one letter for those that writers exchange (أ إ آ ٱ for ا, ى for ي, ة for ه, the
//! Persian and Urdu shapes, every script's digits). What Lucene's `ArabicNormalizer` does, and ٱ.

use icu::normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

/// The seats of hamza and what stands for them.
#[derive(Clone, Copy)]
enum Hamza {
    /// As its seat alone: ؤ as و, ئ as ي, ء not at all.
    Seat,
    /// As hamza alone: ؤ and ئ as ء.
    Hamza,
}

/// A text in one spelling, seats of hamza as their letters: «مسؤول» is `مسوول`.
#[must_use]
pub fn normalise(text: &str) -> String {
    spelling(text, Hamza::Seat)
}

/// The spellings of a word: «مسؤول», «مسئول» and «مسوول» meet in one of two.
pub(super) fn spellings(word: &str) -> Vec<String> {
    let seat = spelling(word, Hamza::Seat);
    let hamza = spelling(word, Hamza::Hamza);
    let mut both = vec![seat];
    if hamza != both[0] {
        both.push(hamza);
    }
    both.retain(|spelling| !spelling.is_empty());
    both
}

fn spelling(text: &str, hamza: Hamza) -> String {
    let composed = ComposingNormalizerBorrowed::new_nfkc().normalize(text);
    let mut folded = String::with_capacity(composed.len());
    for c in composed.chars() {
        match (c, hamza) {
            ('ؤ', Hamza::Seat) => folded.push('و'),
            ('ئ', Hamza::Seat) => folded.push('ي'),
            ('ء', Hamza::Seat) => {}
            ('ؤ' | 'ئ', Hamza::Hamza) => folded.push('ء'),
            (c, _) if is_dropped(c) => {}
            (c, _) => folded.extend(fold(c).to_lowercase()),
        }
    }
    // Latin letters lose their accents: `Norvège` is `norvege`.
    if folded.is_ascii() || folded.chars().all(|c| ('\u{600}'..='\u{6FF}').contains(&c)) {
        return folded;
    }
    let decomposed = DecomposingNormalizerBorrowed::new_nfd().normalize(&folded);
    let is_accent = |c: &char| matches!(c, '\u{300}'..='\u{36F}');
    decomposed.chars().filter(|c| !is_accent(c)).collect()
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

/// The letter or digit that stands for those exchanged with it.
fn fold(c: char) -> char {
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

//! The order and the index letters of one language, as CLDR has them.

use std::error::Error;

use icu::collator::options::{CollatorOptions, Strength};
use icu::collator::{Collator, CollatorBorrowed};
use icu::locale::Locale;
use icu::locale::exemplar_chars::ExemplarCharacters;
use icu::locale::subtags::language;
use icu::normalizer::ComposingNormalizerBorrowed;
use icu::properties::CodePointMapData;
use icu::properties::props::Script;

use crate::arabic::invisible::{TATWEEL, is_bidi_control, is_tashkeel};

/// Where names that begin with no letter are filed.
const NO_LETTER: &str = "#";

/// What stands between the parts of a sort key. Collation keys hold no zero byte.
const BETWEEN_PARTS: u8 = 0;

/// The order and the alphabet of one language.
pub(in crate::arabic) struct Dictionary {
    order: CollatorBorrowed<'static>,
    base_letters: CollatorBorrowed<'static>,
    /// Letters in the order of `base_letters`, no two of them equal there.
    alphabet: Vec<String>,
    is_arabic: bool,
}

impl Dictionary {
    pub(in crate::arabic) fn new(locale: &Locale) -> Result<Self, Box<dyn Error>> {
        let mut base_letters = CollatorOptions::default();
        base_letters.strength = Some(Strength::Primary);
        let mut dictionary = Self {
            order: Collator::try_new(locale.into(), CollatorOptions::default())?,
            base_letters: Collator::try_new(locale.into(), base_letters)?,
            alphabet: Vec::new(),
            is_arabic: locale.id.language == language!("ar"),
        };
        dictionary.alphabet = dictionary.alphabet_of(locale)?;
        Ok(dictionary)
    }

    /// CLDR's index letters for the language, followed by A to Z for the foreign names among its own.
    fn alphabet_of(&self, locale: &Locale) -> Result<Vec<String>, Box<dyn Error>> {
        let letters = ExemplarCharacters::try_new_index(&locale.into())?;
        let mut alphabet: Vec<String> = letters
            .code_points()
            .iter_chars()
            .map(String::from)
            .collect();
        alphabet.extend(letters.strings().iter().map(str::to_owned));
        alphabet.extend(('A'..='Z').map(String::from));
        alphabet.sort_by(|a, b| self.order.compare(a, b));
        alphabet.dedup_by(|b, a| self.base_letters.compare(a, b).is_eq());
        Ok(alphabet)
    }

    pub(super) fn sort_key(&self, text: &str) -> Vec<u8> {
        let mut key = Vec::new();
        let Ok(()) = self.order.write_sort_key_to(&self.headword(text), &mut key);
        key.push(BETWEEN_PARTS);
        let Ok(()) = self.order.write_sort_key_to(text, &mut key);
        key.push(BETWEEN_PARTS);
        key.extend(text.bytes());
        key
    }

    pub(super) fn letter(&self, text: &str) -> String {
        let headword = self.headword(text);
        let Some(first) = headword.chars().next().filter(|c| c.is_alphabetic()) else {
            return NO_LETTER.to_owned();
        };
        let reached = self
            .alphabet
            .partition_point(|letter| self.base_letters.compare(letter, &headword).is_le());
        self.alphabet[..reached]
            .last()
            .filter(|letter| letter.chars().next().map(script) == Some(script(first)))
            .cloned()
            .unwrap_or_else(|| first.to_uppercase().collect())
    }

    /// What order looks at: the text from its first letter or digit on, with ligatures resolved, without
    /// vowel signs, and in Arabic without article and seats of hamza.
    fn headword(&self, text: &str) -> String {
        let mut bare = ComposingNormalizerBorrowed::new_nfkc()
            .normalize(text)
            .into_owned();
        bare.retain(|c| !is_tashkeel(c) && !is_bidi_control(c) && c != TATWEEL);
        let headword = bare.trim_start_matches(|c: char| !c.is_alphanumeric());
        if !self.is_arabic {
            return headword.to_owned();
        }
        let word = without_article(headword);
        word.chars().map(without_seat).collect()
    }
}

fn script(c: char) -> Script {
    CodePointMapData::<Script>::new().get(c)
}

/// The text without the article at its start. ال is taken for the article before two letters or more; أل
/// and إل never are, and vocalised ٱل is.
fn without_article(text: &str) -> &str {
    let letters = |rest: &str| rest.chars().take_while(|c| c.is_alphabetic()).count();
    text.strip_prefix("ال")
        .or_else(|| text.strip_prefix("ٱل"))
        .filter(|rest| letters(rest) >= 2)
        .unwrap_or(text)
}

/// The seat of a hamza as the letter it looks like. A hamza without a seat stays.
fn without_seat(c: char) -> char {
    match c {
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ؤ' => 'و',
        'ئ' => 'ي',
        _ => c,
    }
}

//! The characters that a language is written with: its letters with their marks, its digits, its punctuation.

use std::collections::BTreeSet;

use icu::locale::exemplar_chars::{ExemplarCharacters, ExemplarCharactersBorrowed};
use icu::locale::{DataLocale, LanguageIdentifier, Locale};

use super::date::is_tamazight;
use super::language::Language;

/// Which exemplars of CLDR: the letters, those of foreign names, digits and their signs, punctuation.
const KINDS: [fn(&DataLocale) -> Option<ExemplarCharactersBorrowed<'static>>; 4] = [
    |locale| ExemplarCharacters::try_new_main(locale).ok(),
    |locale| ExemplarCharacters::try_new_auxiliary(locale).ok(),
    |locale| ExemplarCharacters::try_new_numbers(locale).ok(),
    |locale| ExemplarCharacters::try_new_punctuation(locale).ok(),
];

/// The exemplars of Tamazight by CLDR 48, of which the data compiled into `icu` has none: with the mark of labialised
/// consonants (ⴳⵯ, ⴽⵯ), and its quotation marks.
const TIFINAGH: &str = "ⴰⴱⴳⵯⴷⴹⴻⴼⴽⵀⵃⵄⵅⵇⵉⵊⵍⵎⵏⵓⵔⵕⵖⵙⵚⵛⵜⵟⵡⵢⵣⵥ0123456789-‐‑,;:!?.()[]{}%‰+«»„”";

impl Language {
    /// The characters that CLDR gives as exemplars of the language, upper case included; empty where it gives none.
    #[must_use]
    pub fn alphabet(&self) -> BTreeSet<char> {
        let Ok(locale) = Locale::try_from_str(self.tag()) else {
            return BTreeSet::new();
        };
        if is_tamazight(&locale) {
            return TIFINAGH.chars().collect();
        }
        // What the data of one place does not say again is said by the language's.
        let language = LanguageIdentifier {
            language: locale.id.language,
            script: locale.id.script,
            ..LanguageIdentifier::UNKNOWN
        };
        let locales = [DataLocale::from(&locale), DataLocale::from(&language)];
        let sets = locales
            .iter()
            .flat_map(|locale| KINDS.iter().filter_map(move |kind| kind(locale)));
        let mut alphabet = BTreeSet::new();
        for set in sets {
            let characters = set
                .code_points()
                .iter_ranges()
                .flatten()
                .filter_map(char::from_u32);
            let strings = set.strings().iter();
            let strings = strings.flat_map(|text| text.chars().collect::<Vec<_>>());
            for character in characters.chain(strings) {
                alphabet.insert(character);
                alphabet.extend(character.to_uppercase());
            }
        }
        alphabet
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_alphabet_has_letters_marks_digits_and_punctuation() {
        for (tag, has, has_not) in [
            (
                "ar-MA",
                "ءأإؤئآىةغ\u{64B}\u{652}\u{670}0123456789،؛؟«»",
                "éж",
            ),
            ("ar-EG", "غ٠٩،", "ж"),
            ("fa", "پچژگکی۰۹،؟", "ж"),
            ("fr", "éÉœŒçÇ’", "غ"),
            ("he", "אתםן", "غ"),
            ("zgh", "ⴰⵯⵥ«", "é"),
        ] {
            let alphabet = Language::new(tag).unwrap().alphabet();
            for character in has.chars() {
                assert!(alphabet.contains(&character), "{tag} lacks {character:?}");
            }
            for character in has_not.chars() {
                assert!(!alphabet.contains(&character), "{tag}: {character:?}");
            }
        }
    }
}

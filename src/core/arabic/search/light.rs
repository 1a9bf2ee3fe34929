//! A folded word of French or English to what is left without its endings: number, gender, the commonest forms of verbs.
//! Light stemming, after Savoy («Light Stemming Approaches for the French, Portuguese, German and Hungarian Languages»): no
//! dictionary, and a stem need be no word. Elided words (l’, d’, qu’) are parted by their apostrophe already, and are among
//! the particles. Tamazight has no stems: its words find each other as they are written.
//!
//! `search/browser/stems.js` is a port, held against this one by a test.

/// The stems of a folded word in a language, by its subtag, each once and none of them the word itself. None for languages
/// without rules, and for words with other letters than `a` to `z`.
#[must_use]
pub fn stems(language: &str, folded: &str) -> Vec<String> {
    let spelled = folded.replace('œ', "oe").replace('æ', "ae");
    let mut stems = Vec::new();
    if language == "fr" || language == "en" {
        add(folded, &spelled, &mut stems);
    }
    if !spelled.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return stems;
    }
    match language {
        "fr" => french(folded, &spelled, &mut stems),
        "en" => english(folded, &spelled, &mut stems),
        _ => {}
    }
    stems
}

/// The letters that must remain.
const REMAIN: usize = 3;

fn add(word: &str, stem: &str, stems: &mut Vec<String>) {
    if stem != word && !stems.iter().any(|known| known == stem) {
        stems.push(stem.to_owned());
    }
}

/// The word with another ending, if enough remains.
fn exchanged(word: &str, endings: &[(&str, &str)]) -> Option<String> {
    let mut found = endings.iter().filter_map(|(ending, other)| {
        let stem = word.strip_suffix(ending)?;
        (stem.len() + other.len() >= REMAIN).then(|| format!("{stem}{other}"))
    });
    found.next()
}

/// The plurals of French, the longest first.
const FRENCH_PLURALS: [(&str, &str); 7] = [
    ("eaux", "eau"),
    ("aux", "al"),
    ("eux", "eu"),
    ("oux", "ou"),
    ("ss", "ss"),
    ("us", "us"),
    ("s", ""),
];

/// Feminines as the masculine.
const FRENCH_FEMININES: [(&str, &str); 9] = [
    ("trice", "teur"),
    ("euse", "eur"),
    ("elle", "el"),
    ("enne", "en"),
    ("onne", "on"),
    ("ette", "et"),
    ("ive", "if"),
    ("iere", "ier"),
    ("e", ""),
];

/// Endings of verbs, and of what is made of them.
const FRENCH_VERBS: [(&str, &str); 8] = [
    ("issant", "ir"),
    ("aient", ""),
    ("ait", ""),
    ("ant", ""),
    ("ez", ""),
    ("er", ""),
    ("ee", ""),
    ("e", ""),
];

fn french(word: &str, spelled: &str, stems: &mut Vec<String>) {
    let singular = exchanged(spelled, &FRENCH_PLURALS).unwrap_or_else(|| spelled.to_owned());
    add(word, &singular, stems);
    if let Some(masculine) = exchanged(&singular, &FRENCH_FEMININES) {
        add(word, &masculine, stems);
    }
    if let Some(stem) = exchanged(&singular, &FRENCH_VERBS) {
        add(word, &stem, stems);
    }
}

/// The plurals of English and the third person of verbs.
const ENGLISH_PLURALS: [(&str, &str); 10] = [
    ("ies", "y"),
    ("sses", "ss"),
    ("xes", "x"),
    ("ches", "ch"),
    ("shes", "sh"),
    ("zes", "z"),
    ("ss", "ss"),
    ("us", "us"),
    ("is", "is"),
    ("s", ""),
];

/// Endings of verbs.
const ENGLISH_VERBS: [(&str, &str); 4] = [("ied", "y"), ("ing", ""), ("ed", ""), ("e", "")];

fn english(word: &str, spelled: &str, stems: &mut Vec<String>) {
    let singular = exchanged(spelled, &ENGLISH_PLURALS).unwrap_or_else(|| spelled.to_owned());
    add(word, &singular, stems);
    let Some(stem) = exchanged(&singular, &ENGLISH_VERBS) else {
        return;
    };
    let has_vowel = stem.contains(['a', 'e', 'i', 'o', 'u', 'y']);
    if !has_vowel {
        return;
    }
    add(word, &stem, stems);
    // `running` is `run`.
    let mut letters = stem.chars().rev();
    let (last, before) = (letters.next(), letters.next());
    if last == before && !singular.ends_with('e') && last.is_some_and(|c| !"aeiouls".contains(c)) {
        add(word, &stem[..stem.len() - 1], stems);
    }
}

#[cfg(test)]
mod tests {
    use super::super::{fold, particles};
    use super::stems;

    fn meet(language: &str, one: &str, other: &str) -> bool {
        let forms = |word: &str| {
            let folded = fold(word);
            let mut forms = stems(language, &folded);
            forms.push(folded);
            forms
        };
        let others = forms(other);
        forms(one).iter().any(|form| others.contains(form))
    }

    #[test]
    fn forms_of_a_word_meet_in_french() {
        for (one, other) in [
            ("école", "Écoles"),
            ("journal", "journaux"),
            ("réseau", "réseaux"),
            ("lieu", "lieux"),
            ("bijou", "bijoux"),
            ("national", "nationale"),
            ("nationales", "nationaux"),
            ("directeur", "directrices"),
            ("chanteur", "chanteuse"),
            ("actif", "actives"),
            ("européen", "européennes"),
            ("premier", "première"),
            ("fonder", "fondée"),
            ("fonder", "fondées"),
            ("fondé", "fondait"),
            ("créer", "créés"),
            ("œuvre", "oeuvres"),
            ("marocain", "marocaines"),
            ("fête", "fetes"),
            ("travailler", "travaillant"),
        ] {
            assert!(
                meet("fr", one, other),
                "{one} {:?}, {other} {:?}",
                stems("fr", &fold(one)),
                stems("fr", &fold(other))
            );
        }
        for (one, other) in [
            ("pas", "pa"),
            ("port", "porc"),
            ("maire", "main"),
            ("bus", "but"),
            ("pays", "paix"),
        ] {
            assert!(!meet("fr", one, other), "{one} {other}");
        }
    }

    #[test]
    fn forms_of_a_word_meet_in_english() {
        for (one, other) in [
            ("library", "libraries"),
            ("box", "boxes"),
            ("class", "classes"),
            ("church", "churches"),
            ("report", "reported"),
            ("report", "reports"),
            ("run", "running"),
            ("make", "making"),
            ("agree", "agreed"),
            ("study", "studied"),
            ("fall", "falling"),
            ("police", "policing"),
        ] {
            assert!(
                meet("en", one, other),
                "{one} {:?}, {other} {:?}",
                stems("en", &fold(one)),
                stems("en", &fold(other))
            );
        }
        for (one, other) in [
            ("bus", "bu"),
            ("this", "thi"),
            ("king", "k"),
            ("red", "r"),
            ("string", "stry"),
            ("basis", "base"),
        ] {
            assert!(!meet("en", one, other), "{one} {other}");
        }
    }

    #[test]
    fn other_languages_have_no_stems_here_and_elided_words_are_particles() {
        assert_eq!(stems("zgh", "ⵜⵉⵎⴰⵣⵉⵖⵉⵏ"), [""; 0]);
        assert_eq!(stems("de", "hauser"), [""; 0]);
        assert_eq!(stems("fr", "ⵜⴰⵎⴰⵣⵉⵖⵜ"), [""; 0]);
        assert_eq!(stems("fr", "2025"), [""; 0]);
        let particles: Vec<String> = particles("fr").collect();
        for elided in ["l", "d", "qu", "s", "n", "j", "c", "m", "t"] {
            assert!(particles.iter().any(|one| one == elided), "{elided}");
        }
    }
}

//! Names that people write in several ways, such as tags, to the one key that all ways share.

use super::search::fold;

/// The article, and how many letters must remain behind it: «الله» has none.
const ARTICLE: (&str, usize) = ("ال", 3);

/// The key of a name, without regard to vowel signs, tatweel, the seats of hamza, ى and ي, ة and ه, the article of each
/// word, accents, upper case, or what stands between words: «الذكاء الاصطناعي», «ذكاء إصطناعي» and «ذكاء-اصطناعى» have one.
/// Two names with one key are probably the same, and need not be: whoever goes by it says so.
#[must_use]
pub fn name_key(name: &str) -> String {
    let folded = fold(name);
    let words = folded.split(|c: char| c.is_whitespace() || matches!(c, '-' | '_'));
    let words = words.map(|word| {
        let (article, least) = ARTICLE;
        let bare = word.strip_prefix(article);
        let bare = bare.filter(|bare| bare.chars().count() >= least);
        let letters = bare.unwrap_or(word).chars();
        letters.map(seatless).collect::<String>()
    });
    let words: Vec<String> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// A hamza without its seat: «مسؤول» and «مسئول» are one word.
fn seatless(c: char) -> char {
    match c {
        'ؤ' | 'ئ' => 'ء',
        c => c,
    }
}

/// The key of a name in which hamzas may have been left out, whose seats remain: «مؤتمر» and «موتمر» have one. Other words may have it as well, such as «ماء» and «ما».
#[must_use]
pub fn name_key_without_hamza(name: &str) -> String {
    let seats = name.chars().filter_map(|c| match c {
        'ؤ' => Some('و'),
        'ئ' => Some('ي'),
        'ء' => None,
        c => Some(c),
    });
    name_key(&seats.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::{name_key, name_key_without_hamza};

    #[test]
    fn names_whose_hamzas_are_left_out_share_a_key() {
        for (right, without) in [("المؤتمر", "موتمر"), ("بيئة", "بييه"), ("قراء", "قرا")]
        {
            assert_eq!(
                name_key_without_hamza(right),
                name_key_without_hamza(without)
            );
            assert_ne!(name_key(right), name_key(without));
        }
    }

    #[test]
    fn spellings_of_one_name_share_a_key() {
        for spellings in [
            &[
                "الإعلام",
                "إعلام",
                "الاعلام",
                "اعلام",
                "الإِعْلَام",
                "الإعـــلام",
                " إعلام ",
            ][..],
            &[
                "الذكاء الاصطناعي",
                "ذكاء إصطناعي",
                "ذكاء-اصطناعى",
                "الذكاء  الإصطناعي",
            ],
            &["مسؤول", "مسئول", "المسؤول"],
            &["لغة", "اللغة", "لغه"],
            &["Café", "café", "cafe"],
            &["٢٠٢٥", "2025"],
        ] {
            let keys = spellings.iter().map(|name| name_key(name));
            let keys: Vec<String> = keys.collect();
            assert!(
                keys.iter().all(|key| *key == keys[0]),
                "{spellings:?} {keys:?}"
            );
        }
    }

    #[test]
    fn other_names_have_other_keys() {
        let names = [
            "الله",
            "له",
            "C",
            "C++",
            "C#",
            "والدين",
            "دين",
            "كتاب",
            "كتب",
            "بالون",
            "ذكاء",
            "قرأ",
            "قرى",
        ];
        for (at, one) in names.iter().enumerate() {
            for other in &names[at + 1..] {
                assert_ne!(name_key(one), name_key(other), "{one} {other}");
            }
        }
    }
}

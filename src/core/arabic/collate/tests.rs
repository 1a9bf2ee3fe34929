//! Order and index letters, against published orders.

use crate::arabic::Language;

fn sorted<'a>(tag: &str, names: &[&'a str]) -> Vec<&'a str> {
    let language = Language::new(tag).unwrap();
    let mut names = names.to_vec();
    names.sort_by_key(|name| language.sort_key(name));
    names
}

fn letters(tag: &str, names: &[&str]) -> String {
    let language = Language::new(tag).unwrap();
    let letters: Vec<String> = names.iter().map(|name| language.letter(name)).collect();
    letters.join(" ")
}

/// Asserts that these names, turned round and sorted, come out as they stand here.
fn assert_in_order(tag: &str, names: &[&str]) {
    let reversed: Vec<&str> = names.iter().rev().copied().collect();
    assert_eq!(sorted(tag, &reversed), names, "in {tag}");
}

#[test]
fn the_article_is_ignored() {
    assert_in_order(
        "ar-MA",
        &[
            "الأردن",
            "بنين",
            "البوسنة",
            "السنغال",
            "كينيا",
            "المغرب",
            "موريتانيا",
            "اليابان",
        ],
    );
    assert_eq!(
        letters("ar-MA", &["المغرب", "الأردن", "السنغال", "الإمارات"]),
        "م ا س ا"
    );
}

#[test]
fn the_article_is_told_by_its_shape() {
    // أل and إل belong to the word; so does ال before fewer than two letters.
    assert_eq!(
        letters(
            "ar-MA",
            &["ألمانيا", "إلياس", "الب", "ال", "الـ93", "آل سعود"]
        ),
        "ا ا ا ا ا ا"
    );
    assert_eq!(
        letters(
            "ar-MA",
            &["الحق", "ٱلْحَقّ", "«الحق»", "اَلـحق", "\u{200F}الحق", "ﺍﻟﺤﻖ"]
        ),
        "ح ح ح ح ح ح"
    );
    // Only at the very start: neither after و nor in a later word.
    assert_eq!(letters("ar-MA", &["والمغرب", "و المغرب"]), "و و");
    assert_in_order("ar-MA", &["ألبانيا", "ألمانيا", "المالديف", "مالي"]);
    assert_in_order("ar-MA", &["الأمم المتحدة", "أمن"]);
}

#[test]
fn seats_of_hamza_are_ignored() {
    assert_in_order(
        "ar-MA",
        &[
            "إثيوبيا",
            "أذربيجان",
            "الأرجنتين",
            "إسبانيا",
            "آسيا",
            "أفغانستان",
            "إندونيسيا",
        ],
    );
    assert_in_order("ar-MA", &["روسيا", "رؤية", "ريف", "رئيس"]);
    assert_eq!(
        letters("ar-MA", &["أ", "إ", "آ", "ٱ", "ا", "ا\u{654}"]),
        "ا ا ا ا ا ا"
    );
}

#[test]
fn vowel_signs_only_break_ties() {
    assert_in_order("ar-MA", &["محمد", "مُحَمَّد", "محمود"]);
    let arabic = Language::new("ar-MA").unwrap();
    assert_ne!(arabic.sort_key("محمد"), arabic.sort_key("مـحمد"));
}

#[test]
fn arabic_letters_follow_the_alphabet() {
    let alphabet = [
        "ا", "ب", "ت", "ث", "ج", "ح", "خ", "د", "ذ", "ر", "ز", "س", "ش", "ص", "ض", "ط", "ظ", "ع",
        "غ", "ف", "ق", "ك", "ل", "م", "ن", "ه", "و", "ي",
    ];
    assert_in_order("ar-MA", &alphabet);
    assert_eq!(letters("ar-MA", &alphabet), alphabet.join(" "));
    // Letters from outside the alphabet are filed under the one they are shaped after.
    assert_eq!(
        letters("ar-MA", &["ڤيتنام", "پاريس", "ڭلميم", "ى"]),
        "ف ب ك ي"
    );
}

#[test]
fn names_of_other_scripts_are_filed_under_their_capital() {
    assert_eq!(
        letters("ar-MA", &["index", "État", "œuvre", "дом", "ⵣⵉⵣ"]),
        "I E O Д ⵣ"
    );
    assert_eq!(letters("fr", &["Égypte", "eau", "Çeşme"]), "E E C");
    assert_eq!(letters("sv", &["Åland", "Aten", "Örebro"]), "Å A Ö");
    assert_eq!(
        letters("cs", &["Chorvatsko", "Cheb", "Cypr", "Česko"]),
        "CH CH C Č"
    );
    assert_eq!(letters("zgh", &["ⵣⵉⵣ", "Rabat"]), "ⵣ R");
    assert_eq!(letters("ja", &["東京"]), "東");
}

#[test]
fn what_begins_with_no_letter_has_one_place() {
    assert_eq!(
        letters("ar-MA", &["", "!?", "2025", "«24»", "٩٣"]),
        "# # # # #"
    );
    assert_in_order("ar-MA", &["", "2025", "أمن", "Index"]);
}

#[test]
fn order_is_total() {
    let names = [
        "المغرب",
        "مغرب",
        "مَغرب",
        "مـغرب",
        "\u{200F}المغرب",
        "ا\u{654}من",
        "أمن",
        "a",
        "A",
        "á",
        "a\u{301}",
        "",
        "\0",
        "a\0",
    ];
    let arabic = Language::new("ar-MA").unwrap();
    for a in names {
        for b in names {
            assert_eq!(
                arabic.sort_key(a) == arabic.sort_key(b),
                a == b,
                "{a:?} {b:?}"
            );
        }
    }
    let reversed: Vec<&str> = names.iter().rev().copied().collect();
    assert_eq!(sorted("ar-MA", &names), sorted("ar-MA", &reversed));
}

/// An index prints a heading whenever the letter changes: it must never have to print one twice.
#[test]
fn names_of_one_letter_stand_together() {
    let beginnings = [
        "", "ال", "«", "«ال", "أ", "إ", "آ", "ؤ", "ئ", "ء", "ب", "پ", "ت", "ة", "ف", "ڤ", "ك", "گ",
        "ه", "و", "ي", "ى", "ﻻ", "E", "é", "Œ", "Æ", "o", "z", "Ⅳ", "ﬁ", "ж", "Ω", "ⵣ", "7", "٧",
        "- ",
    ];
    let endings = ["", "ا", "لا", "ول", "ئي", "ء", "a", "z", "1", " ب", "ـًا"];
    for tag in ["ar-MA", "fr", "sv", "cs", "he", "fa", "zgh"] {
        let language = Language::new(tag).unwrap();
        let mut names: Vec<String> = beginnings
            .iter()
            .flat_map(|start| endings.iter().map(move |end| format!("{start}{end}")))
            .collect();
        names.sort_by_key(|name| language.sort_key(name));
        let mut printed: Vec<String> = Vec::new();
        for name in names {
            let letter = language.letter(&name);
            if printed.last() != Some(&letter) {
                assert!(
                    !printed.contains(&letter),
                    "{letter} again at {name} in {tag}: {printed:?}"
                );
                printed.push(letter);
            }
        }
    }
}

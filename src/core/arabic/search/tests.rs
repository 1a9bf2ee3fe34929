//! Words that must find each other, and words that must not.

use super::{Forms, broken_plurals, fold, particles, without_article, words};

#[test]
fn letters_that_writers_exchange_are_one() {
    // The first eleven are the cases of Lucene's TestArabicNormalizationFilter.
    for (written, expected) in [
        ("آجن", "اجن"),
        ("أحمد", "احمد"),
        ("إعاذ", "اعاذ"),
        ("بنى", "بني"),
        ("فاطمة", "فاطمه"),
        ("روبرـــــت", "روبرت"),
        ("مَبنا", "مبنا"),
        ("علِي", "علي"),
        ("بُوات", "بوات"),
        ("ولدٍ", "ولد"),
        ("شدّ", "شد"),
        ("ٱلكتاب", "الكتاب"),
        ("کتاب", "كتاب"),
        ("مسْؤول", "مسؤول"),
        ("شيء", "شيء"),
        ("٢٠٢٥ ۱۲", "2025 12"),
        ("ﻻ ﷲ", "لا الله"),
        ("Norvège ÉTÉ", "norvege ete"),
        ("\u{202B}نعم\u{202C}\u{200D}", "نعم"),
    ] {
        assert_eq!(fold(written), expected, "{written}");
        assert_eq!(fold(expected), expected, "again");
    }
}

/// Whether a reader who asks for one word should find the other.
fn meet(one: &str, other: &str) -> bool {
    let (one, other) = (Forms::of(&fold(one)), Forms::of(&fold(other)));
    one.all().any(|form| other.all().any(|found| found == form))
}

#[test]
fn forms_of_a_word_meet() {
    for (one, other) in [
        ("مسؤول", "مسئول"),
        ("مسؤول", "مسوول"),
        ("الاتفاقيه", "اتفاقية"),
        ("إتفاق", "والاتفاق"),
        ("تعاون", "والتعاون"),
        ("التعاون", "بالتعاون"),
        ("تقرير", "والتقرير"),
        ("كتاب", "کتابه"),
        ("الوزير", "وزير"),
        ("الدولة", "للدول"),
        ("منظمة", "المنظمات"),
        ("أمني", "الأمنية"),
        ("مهاجر", "المهاجرين"),
        ("وفد", "وفدان"),
        ("فأمن", "الأمن"),
        ("اتفاقية", "اتفاقيات"),
        ("دولة", "دولتان"),
        ("الاتفاقية", "اتفاقيتين"),
        ("القانون", "قانونيين"),
        ("شىء", "شئ"),
        ("اتفاق", "واتفاقاته"),
        ("لغة", "بلغتها"),
        ("تعاون", "تعاونًا"),
        ("أوروبا", "الأوروبية"),
        ("تهجئة", "تهجئاته"),
        ("رسائل", "ورسائلهم"),
        ("مدينة", "بمدينتهم"),
    ] {
        assert!(
            meet(one, other),
            "{one} and {other}: {:?} {:?}",
            Forms::of(&fold(one)),
            Forms::of(&fold(other))
        );
    }
}

#[test]
fn other_words_do_not() {
    for (one, other) in [
        ("أمن", "مان"),
        ("بيت", "بيان"),
        ("من", "أمن"),
        ("ولد", "والد"),
        ("بيت", "بنت"),
        ("دول", "دور"),
        ("علم", "عالم"),
        ("في", "فيه"),
        ("خبر", "خبراء"),
        ("آلات", "الاتينية"),
    ] {
        assert!(
            !meet(one, other),
            "{one} and {other}: {:?} {:?}",
            Forms::of(&fold(one)),
            Forms::of(&fold(other))
        );
    }
}

#[test]
fn a_word_has_few_forms_and_the_surest_come_first() {
    let forms = Forms::of("والمسؤولين");
    assert_eq!(forms.readings, ["والمسوولين", "والمسءولين"]);
    assert_eq!(
        forms.stems,
        [
            "مسوولين",
            "والمسوول",
            "مسوول",
            "مسءولين",
            "والمسءول",
            "مسءول"
        ]
    );
    assert_eq!(Forms::of("من").stems, [""; 0]);
    assert_eq!(Forms::of("ء").readings, ["ء"]);
}

#[test]
fn the_article_is_taken_off_with_what_stands_before_it() {
    for (word, bare) in [
        ("الدوله", "دوله"),
        ("وبالدوله", "دوله"),
        ("للدول", "دول"),
        ("وزير", "وزير"),
        ("الي", "الي"),
        ("", ""),
    ] {
        assert_eq!(without_article(word), bare);
    }
}

#[test]
fn the_lists_are_folded_and_hold_no_empty_word() {
    let plurals: Vec<_> = broken_plurals().collect();
    assert!(plurals.len() > 900);
    assert!(plurals.contains(&("جريمه".to_owned(), "جرايم".to_owned())));
    for (singular, plural) in &plurals {
        assert!(singular.chars().nth(1).is_some() && plural.chars().nth(1).is_some());
        assert_ne!(singular, plural);
    }
    assert!(particles("ar").any(|word| word == "الي"));
    assert_eq!(particles("tlh").count(), 0);
}

#[test]
fn a_text_falls_into_words() {
    let text = "قالَ: «الـ93 دولة»، C++ و2025-11 l’été";
    let found: Vec<_> = words(text).collect();
    let shown: Vec<_> = found.iter().map(|(_, word)| *word).collect();
    assert_eq!(
        shown,
        ["قالَ", "الـ93", "دولة", "C", "و2025", "11", "l", "été"]
    );
    for (at, word) in found {
        assert_eq!(&text[at..at + word.len()], word);
    }
}

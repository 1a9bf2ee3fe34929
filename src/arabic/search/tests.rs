//! Words that must find each other, and words that must not.

use super::{Forms, normalise, words};

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
        ("مسؤول", "مسوول"),
        ("شيء", "شي"),
        ("٢٠٢٥ ۱۲", "2025 12"),
        ("ﻻ ﷲ", "لا الله"),
        ("Norvège ÉTÉ", "norvege ete"),
        ("\u{202B}نعم\u{202C}\u{200D}", "نعم"),
    ] {
        assert_eq!(normalise(written), expected, "{written}");
        assert_eq!(normalise(expected), expected, "again");
    }
}

/// Whether a reader who asks for one word should find the other.
fn meet(one: &str, other: &str) -> bool {
    let (one, other) = (Forms::of(one), Forms::of(other));
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
    ] {
        assert!(
            meet(one, other),
            "{one} and {other}: {:?} {:?}",
            Forms::of(one),
            Forms::of(other)
        );
    }
}

#[test]
fn other_words_do_not() {
    for (one, other) in [
        ("أمن", "مان"),
        ("من", "أمن"),
        ("ولد", "والد"),
        ("بيت", "بنت"),
        ("دول", "دور"),
        ("علم", "عالم"),
        ("في", "فيه"),
    ] {
        assert!(
            !meet(one, other),
            "{one} and {other}: {:?} {:?}",
            Forms::of(one),
            Forms::of(other)
        );
    }
}

#[test]
fn a_word_has_few_forms_and_the_surest_come_first() {
    let forms = Forms::of("والمسؤولين");
    assert_eq!(forms.spellings, ["والمسوولين", "والمسءولين"]);
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

//! Tests of each rule: texts that break it, and texts that only look like it.

use super::{Judged, Typography, common_misspellings};
use crate::arabic::Language;

fn typography(tag: &str) -> Typography {
    Typography::new(&Language::new(tag).unwrap(), "", common_misspellings())
}

fn judged(text: &str) -> Judged {
    typography("ar-MA").judge(text, &[], &[])
}

/// The text with each finding between ⟨ and ⟩, and its replacement behind it.
fn shown(text: &str) -> String {
    let mut shown = String::new();
    let mut done = 0;
    for finding in judged(text).findings {
        let replacement = finding.replacement.text;
        shown.push_str(&text[done..finding.range.start]);
        shown.push_str(&format!("⟨{}→{replacement}⟩", &text[finding.range.clone()]));
        done = finding.range.end;
    }
    shown + &text[done..]
}

#[test]
fn findings_have_replacements() {
    for (text, expected) in [
        ("ﻛﺘﺎﺏ", "⟨ﻛﺘﺎﺏ→كتاب⟩"),
        ("\u{FE76}", "⟨\u{FE76}→\u{64E}⟩"),
        ("کتاب", "⟨کتاب→كتاب⟩"),
        ("علی", "⟨علی→علي⟩"),
        ("٢٠٢٥", "⟨٢٠٢٥→2025⟩"),
        ("بلغ 1 200 000 نسمة", "بلغ ⟨1 200 000→1.200.000⟩ نسمة"),
        ("24-27 نونبر", "⟨24-27→24–27⟩ نونبر"),
        ("نعم , لا", "نعم ⟨,→،⟩ لا"),
        ("لماذا??", "لماذا⟨??→؟؟⟩"),
        ("نعم\u{A0}؟", "نعم⟨\u{A0}؟→؟⟩"),
        ("نعم،لا", "نعم⟨،ل→، ل⟩ا"),
        ("انتهى.ثم", "انتهى⟨.ث→. ث⟩م"),
        ("مديـــنة", "مد⟨يـــن→ين⟩ة"),
        ("السلم و الأمن", "السلم ⟨و ا→وا⟩لأمن"),
        ("ذهب الى هنا", "ذهب ⟨الى→إلى⟩ هنا"),
        ("للاسلام", "⟨للاسلام→للإسلام⟩"),
    ] {
        assert_eq!(shown(text), expected);
    }
}

#[test]
fn what_only_looks_like_a_mistake_is_left_alone() {
    for text in [
        // Numbers: a decimal, a time, phone numbers, dates, scores, laws, a formation, a code.
        "3,5 و10:30 و12.500 و1\u{202F}200",
        "هاتف: 05 37 71 00 00 أو 0537-71-00-00 أو +212 522 200 300",
        "الهاتف 522 200 300، الرمز البريدي 10 000",
        "2025-11-24 و24-11-2025 و3-1 و4-3-3 و16-9",
        "القانون رقم 31-08 والقانون 12-15 وISO 9001-9002",
        "الأعداد 10 200 30 و0 500",
        // Marks: addresses, ellipses, smiles, brackets, rows of marks, abbreviations.
        "https://example.org/كتاب,نص?ب=1;ج وa@b.org, ثم #وسم،وسم",
        "قال ... ثم قال… (؟) (!) نعم ;) لا",
        "العلامات: ، ؛ ؟ ! . والفاصلة ، بينها",
        "د.محمد وص.ب وق.م وأ.ب.ج و1447هـ.",
        "استعمل .NET و.5 و!= ثم ./config",
        "1،5 و(،) و«،» ملف.txt مجلد/ملف.md",
        // Tatweel that shows how a letter joins, or carries a mark.
        "هـ والـ93 ولـ Interpol وبـ«كتاب» ثم ـه، ـــ، هَـٰذَا",
        // و as the name of a letter, an item, in a row of letters; a word of one other letter.
        "حرف و في أول الكلمة، أ و ب، (و) هذا بند، و. بند، و) بند، آ في أوله",
        "و/أو و Latin و 24 و«نعم» و: لا",
        // Letters of other languages, and of loanwords.
        "گلستانی، ڭادير، پاپا، ڤيلا",
        // Quoted letter for letter.
        "قال «ذهب الى السوق , و عاد» ثم ﴿ٱلصَّلَوٰةَ ١٧٠﴾ انتهى",
        // Other words.
        "والى فلان فلانا، عقد القران، إنتاج وإعلام واتحاد",
    ] {
        assert_eq!(shown(text), text);
    }
}

#[test]
fn what_the_caller_names_is_passed_over() {
    let text = "الى الى الى";
    let opaque: Vec<_> = std::iter::once(7..13).collect();
    let found = typography("ar").judge(text, &opaque, &[]).findings;
    let starts: Vec<_> = found.iter().map(|finding| finding.range.start).collect();
    assert_eq!(starts, [0, 14]);
}

#[test]
fn other_languages_have_their_own_rules() {
    let codes = |tag: &str| {
        typography(tag)
            .judge("کتاب و قلم, ٢٥ ۲۵", &[], &[])
            .findings
            .len()
    };
    assert_eq!(codes("ar-MA"), 5);
    // In Egypt the first number is right, in Persian the second, and in Persian the letters are.
    assert_eq!(codes("ar-EG"), 4);
    assert_eq!(codes("fa"), 2);
    assert_eq!(codes("he"), 0);
    assert_eq!(codes("fr"), 0);
}

#[test]
fn styles_of_quotation_marks_are_noticed_round_arabic_only() {
    let marks = |text: &str| judged(text).quotation_marks.map(|mark| mark.is_some());
    assert_eq!(marks("«نعم» “لا”"), [true, true, false]);
    assert_eq!(marks("\"نعم\""), [false, false, true]);
    assert_eq!(marks("24\" و\"yes\""), [false, false, false]);
}

#[test]
fn of_a_word_without_end_the_part_is_shown_that_is_meant() {
    let text = "كـ".repeat(5_000);
    let finding = &judged(&text).findings[2_000];
    let (shown, corrected) = finding.shown(&text);
    assert_eq!(shown.chars().count(), 1 + 60 + 3 + 60 + 1, "{shown}");
    assert!(shown.starts_with('…') && shown.ends_with('…'));
    assert_eq!(corrected.chars().count(), shown.chars().count() - 1);
    let word = &judged("كتـاب").findings[0];
    assert_eq!(word.shown("كتـاب"), ("كتـاب".to_owned(), "كتاب".to_owned()));
}

#[test]
fn no_text_makes_a_rule_panic() {
    let pieces = [
        "و", " ", "ـ", "،", ".", "1", "000", "-", "«", "ک", "ﻻ", "?", "\u{64B}", "٢", "é", "ا",
        "\n",
    ];
    let rules = typography("ar-MA");
    for seed in 0..20_000_usize {
        let picked = (0..6).map(|place| pieces[seed / 7_usize.pow(place) % pieces.len()]);
        let text: String = picked.collect();
        for finding in rules.judge(&text, &[], &[]).findings {
            assert!(text.get(finding.range.clone()).is_some(), "{text:?}");
            let _ = finding.shown(&text);
        }
    }
}

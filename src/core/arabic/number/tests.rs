//! Numbers of some languages, at the edges of what a number is. The many are held against CLDR in `tests/it/language`.

use super::{Grouping, Number, NumberStyle, Sign};
use crate::arabic::Language;

fn written(tag: &str, n: f64, style: NumberStyle) -> String {
    let number = Number::from_float(n).unwrap();
    Language::new(tag).unwrap().written(&number, style)
}

fn percent(tag: &str, share: f64) -> String {
    let share = Number::from_float(share).unwrap();
    Language::new(tag)
        .unwrap()
        .percent(&share, NumberStyle::default())
}

#[test]
fn maghribi_writes_latin_digits_with_its_own_separators() {
    let maghribi = Language::new("ar-MA").unwrap();
    assert_eq!(maghribi.number(0), "0");
    assert_eq!(maghribi.number(196), "196");
    assert_eq!(maghribi.number(12_500), "12.500");
    assert_eq!(maghribi.number(1_200_000), "1.200.000");
    assert_eq!(maghribi.number(-1_234), "-1.234");
    assert_eq!(maghribi.number(i64::MIN), "-9.223.372.036.854.775.808");
    let decimal = |n| written("ar-MA", n, NumberStyle::default());
    assert_eq!(decimal(3.5), "3,5");
    assert_eq!(decimal(-12_500.25), "-12.500,25");
    assert_eq!(decimal(0.1), "0,1");
    assert_eq!(decimal(7.0), "7");
    assert_eq!(decimal(-0.0), "0");
}

#[test]
fn other_languages_write_their_own() {
    let number = |tag: &str| Language::new(tag).unwrap().number(-12_500);
    assert_eq!(number("en"), "-12,500");
    assert_eq!(number("fr"), "-12\u{202F}500");
    assert_eq!(number("fr-MA"), "-12.500");
    assert_eq!(number("zgh"), "-12\u{A0}500");
    assert_eq!(number("ar-EG"), "-١٢٬٥٠٠");
    assert_eq!(number("ar-EG-u-nu-latn"), "-12,500");
    assert_eq!(number("fa"), "−۱۲٬۵۰۰");
    assert_eq!(written("ar-EG", 3.5, NumberStyle::default()), "٣٫٥");
}

#[test]
fn decimals_are_rounded_and_filled_up() {
    let with = |n, decimals| {
        let decimals = Some(decimals);
        let style = NumberStyle {
            decimals,
            ..NumberStyle::default()
        };
        written("ar-MA", n, style)
    };
    assert_eq!(with(2.0, 2), "2,00");
    assert_eq!(with(2.345, 1), "2,3");
    assert_eq!(with(2.5, 0), "2");
    assert_eq!(with(3.5, 0), "4");
    assert_eq!(with(999.96, 1), "1.000,0");
    assert_eq!(with(-0.4, 0), "0", "nothing is not below zero");
}

#[test]
fn signs_and_groups_are_as_asked_for() {
    let sign = Sign::Always;
    let signed = NumberStyle {
        sign,
        ..NumberStyle::default()
    };
    assert_eq!(written("ar-MA", 5.0, signed), "+5");
    assert_eq!(written("ar-MA", -5.0, signed), "-5");
    assert_eq!(written("ar-MA", 0.0, signed), "0");
    let grouping = Grouping::None;
    let plain = NumberStyle {
        grouping,
        ..NumberStyle::default()
    };
    assert_eq!(written("ar-MA", 2025.0, plain), "2025");
    assert_eq!(written("ar-EG", 2025.0, plain), "٢٠٢٥");
}

#[test]
fn percentages_have_the_sign_of_the_digits_where_the_language_puts_it() {
    assert_eq!(percent("ar-MA", 0.45), "45%");
    assert_eq!(percent("ar-MA", -0.453), "-45,3%");
    assert_eq!(percent("ar-EG", 0.45), "٤٥٪");
    assert_eq!(percent("fa", 0.45), "۴۵٪");
    assert_eq!(percent("fr", 0.45), "45\u{A0}%");
    assert_eq!(percent("tr", 0.45), "%45");
    // 0.07 × 100 is not 7 in binary fractions.
    assert_eq!(percent("en", 0.07), "7%");
}

#[test]
fn what_has_no_digits_is_no_number() {
    for n in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert_eq!(Number::from_float(n), None);
    }
    let largest = written("ar-MA", f64::MAX, NumberStyle::default());
    assert!(largest.starts_with("179.769"));
    let smallest = written("ar-MA", f64::MIN_POSITIVE, NumberStyle::default());
    assert!(smallest.starts_with("0,000"));
}

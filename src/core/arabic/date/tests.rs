//! Dates of many languages, and every day of some years, in no bidi disguise.

use std::collections::HashSet;

use super::{Date, DateStyle, NoDate, RangeStyle};
use crate::arabic::Language;
use crate::arabic::invisible::is_bidi_control;

const TAGS: [&str; 12] = [
    "ar-MA", "ar-EG", "ar-SA", "ar", "fr", "en", "de", "he", "fa", "ur", "ja", "zgh",
];

fn language(tag: &str) -> Language {
    Language::new(tag).unwrap()
}

fn day(year: i32, month: u8, day: u8) -> Date {
    Date::new(year, month, day).unwrap()
}

/// Every `step`th day of two centuries, and of some years whose digits are few or round, in order.
fn days(step: usize) -> impl Iterator<Item = Date> {
    let years = [1, 99, 999, 1000, 1582]
        .into_iter()
        .chain(1900..2100)
        .chain([9999]);
    years
        .flat_map(|y| (1..=12).flat_map(move |m| (1..=31).filter_map(move |d| Date::new(y, m, d))))
        .step_by(step)
}

#[test]
fn only_days_of_the_calendar_are_dates() {
    assert_eq!(day(2024, 2, 29).to_string(), "2024-02-29");
    assert_eq!(day(2000, 2, 29).to_string(), "2000-02-29");
    assert_eq!(day(1, 1, 1).to_string(), "0001-01-01");
    assert_eq!(day(9999, 12, 31).to_string(), "9999-12-31");
    let impossible = [
        (2025, 2, 29),
        (1900, 2, 29),
        (2025, 4, 31),
        (2025, 1, 32),
        (2025, 1, 0),
        (2025, 0, 1),
        (2025, 13, 1),
        (0, 1, 1),
        (-1, 1, 1),
        (10_000, 1, 1),
        (i32::MAX, 1, 1),
        (i32::MIN, u8::MAX, u8::MAX),
    ];
    for (y, m, d) in impossible {
        assert_eq!(Date::new(y, m, d), None, "{y}-{m}-{d}");
    }
}

#[test]
fn dates_sort_by_time_as_their_iso_forms_do() {
    let all: Vec<Date> = days(1).collect();
    // 49 leap years: 1900 is none, 2000 is one; of the years apart, 1000 is none either.
    assert_eq!(all.len(), 206 * 365 + 49);
    assert!(all.is_sorted_by(|a, b| a < b));
    assert!(all.is_sorted_by(|a, b| a.to_string() < b.to_string()));
    let distinct: HashSet<Date> = all.iter().copied().collect();
    assert_eq!(distinct.len(), all.len());
}

#[test]
fn a_date_has_the_parts_it_was_made_of() {
    let date = day(2025, 11, 24);
    assert_eq!((date.year(), date.month(), date.day()), (2025, 11, 24));
}

#[test]
fn maghribi_has_its_own_month_names() {
    let months = [
        "يناير",
        "فبراير",
        "مارس",
        "أبريل",
        "ماي",
        "يونيو",
        "يوليوز",
        "غشت",
        "شتنبر",
        "أكتوبر",
        "نونبر",
        "دجنبر",
    ];
    let maghribi = language("ar-MA");
    assert!(maghribi.has_month_names());
    for (month, name) in (1..=12).zip(months) {
        let date = day(2025, month, 9);
        assert_eq!(
            maghribi.date(date, DateStyle::Long),
            format!("9 {name} 2025")
        );
        assert_eq!(
            maghribi.date(date, DateStyle::DayMonth),
            format!("9 {name}")
        );
        assert_eq!(
            maghribi.date(date, DateStyle::MonthYear),
            format!("{name} 2025")
        );
        assert_eq!(
            maghribi.date(date, DateStyle::Iso),
            format!("2025-{month:02}-09")
        );
    }
}

#[test]
fn maghribi_writes_the_day_of_the_week_first() {
    let weekdays = [
        "الاثنين",
        "الثلاثاء",
        "الأربعاء",
        "الخميس",
        "الجمعة",
        "السبت",
        "الأحد",
    ];
    let maghribi = language("ar-MA");
    // 24 November 2025 was a Monday.
    for (d, weekday) in (24..).zip(weekdays) {
        let date = maghribi.date(day(2025, 11, d), DateStyle::Full);
        assert_eq!(date, format!("{weekday}، {d} نونبر 2025"));
    }
}

#[test]
fn other_languages_write_dates_as_they_do() {
    let written = |tag, style| language(tag).date(day(2025, 11, 24), style);
    assert_eq!(written("ar-EG", DateStyle::Long), "٢٤ نوفمبر ٢٠٢٥");
    assert_eq!(written("ar-EG", DateStyle::Iso), "2025-11-24");
    assert_eq!(written("en", DateStyle::Full), "Monday, November 24, 2025");
    assert_eq!(written("pt-BR", DateStyle::MonthYear), "novembro de 2025");
    assert_eq!(written("fr", DateStyle::DayMonth), "24 novembre");
    // The Gregorian calendar even where another one is usual.
    assert_eq!(written("ar-SA", DateStyle::MonthYear), "نوفمبر ٢٠٢٥");
    assert_eq!(written("fa", DateStyle::MonthYear), "نوامبر ۲۰۲۵");
    assert_eq!(
        language("ar-MA").date(day(999, 1, 2), DateStyle::Long),
        "2 يناير 999"
    );
}

#[test]
fn without_month_names_dates_are_numbers() {
    let unknown = language("zgh-Latn");
    assert!(!unknown.has_month_names());
    let written = DateStyle::ALL.map(|style| unknown.date(day(2025, 2, 3), style));
    assert_eq!(
        written,
        [
            "2025-02-03",
            "2025-02-03",
            "02-03",
            "2025-02",
            "02",
            "2025-02-03",
            "2025-02-03"
        ]
    );
    assert_eq!(
        unknown.date_range(day(2025, 2, 3), day(2025, 2, 5), RangeStyle::Full),
        "2025-02-03 – 2025-02-05"
    );
}

#[test]
fn the_first_of_a_month_is_an_ordinal_in_french() {
    let french = language("fr-MA");
    let written = |d, style| french.date(day(2025, 1, d), style);
    assert_eq!(written(1, DateStyle::Long), "1er janvier 2025");
    assert_eq!(written(1, DateStyle::Full), "mercredi 1er janvier 2025");
    assert_eq!(written(1, DateStyle::DayMonth), "1er janvier");
    assert_eq!(written(21, DateStyle::Long), "21 janvier 2025");
    assert_eq!(written(31, DateStyle::Full), "vendredi 31 janvier 2025");
    let range = |[m, d]: [u8; 2], [n, e]: [u8; 2], style| {
        french.date_range(day(2025, m, d), day(2025, n, e), style)
    };
    for (from, to, style, expected) in [
        ([1, 1], [1, 3], RangeStyle::Long, "1er–3 janvier 2025"),
        ([1, 1], [1, 11], RangeStyle::Long, "1er–11 janvier 2025"),
        ([1, 1], [1, 3], RangeStyle::DayMonth, "1er–3 janvier"),
        (
            [1, 28],
            [2, 1],
            RangeStyle::Long,
            "28 janvier – 1er février 2025",
        ),
        (
            [1, 1],
            [1, 3],
            RangeStyle::Full,
            "mercredi 1er – vendredi 3 janvier 2025",
        ),
        (
            [12, 31],
            [12, 31],
            RangeStyle::Full,
            "mercredi 31 décembre 2025",
        ),
    ] {
        assert_eq!(range(from, to, style), expected);
    }
}

#[test]
fn british_dates_say_their_year_once() {
    let range = |from, to| language("en-GB").date_range(from, to, RangeStyle::Full);
    assert_eq!(
        range(day(2025, 11, 24), day(2025, 11, 27)),
        "Monday 24 November – Thursday 27 November 2025"
    );
}

#[test]
fn ranges_say_nothing_twice() {
    let range = |tag, from: [u8; 2], to: [u8; 2], year| {
        let (from, to) = (day(2025, from[1], from[0]), day(year, to[1], to[0]));
        language(tag).date_range(from, to, RangeStyle::Long)
    };
    assert_eq!(range("ar-MA", [24, 11], [24, 11], 2025), "24 نونبر 2025");
    assert_eq!(range("ar-MA", [24, 11], [27, 11], 2025), "24–27 نونبر 2025");
    assert_eq!(range("ar-MA", [2, 11], [25, 11], 2025), "2–25 نونبر 2025");
    assert_eq!(range("ar-MA", [5, 11], [25, 11], 2025), "5–25 نونبر 2025");
    assert_eq!(
        range("ar-MA", [28, 11], [3, 12], 2025),
        "28 نونبر – 3 دجنبر 2025"
    );
    assert_eq!(
        range("ar-MA", [24, 11], [24, 12], 2025),
        "24 نونبر – 24 دجنبر 2025"
    );
    assert_eq!(
        range("ar-MA", [30, 12], [2, 1], 2026),
        "30 دجنبر 2025 – 2 يناير 2026"
    );
    assert_eq!(
        range("ar-MA", [24, 11], [24, 11], 2026),
        "24 نونبر 2025 – 24 نونبر 2026"
    );
    assert_eq!(
        range("ar-EG", [24, 11], [27, 11], 2025),
        "٢٤–٢٧ نوفمبر ٢٠٢٥"
    );
    assert_eq!(
        range("en", [20, 11], [25, 11], 2025),
        "November 20–25, 2025"
    );
    assert_eq!(range("en", [28, 3], [3, 5], 2025), "March 28 – May 3, 2025");
    assert_eq!(range("fr", [1, 12], [3, 12], 2025), "1er–3 décembre 2025");
    assert_eq!(
        range("de", [24, 11], [27, 11], 2025),
        "24.–27. November 2025"
    );
    assert_eq!(
        range("ja", [28, 11], [3, 12], 2025),
        "2025年11月28日 – 12月3日"
    );
}

#[test]
fn ranges_come_in_the_styles_of_days() {
    let range = |tag, to: [u8; 2], year, style| {
        language(tag).date_range(day(2025, 11, 24), day(year, to[1], to[0]), style)
    };
    let maghribi = |to, year, style| range("ar-MA", to, year, style);
    let full = RangeStyle::Full;
    assert_eq!(maghribi([24, 11], 2025, full), "الاثنين، 24 نونبر 2025");
    assert_eq!(
        maghribi([27, 11], 2025, full),
        "الاثنين، 24 نونبر – الخميس، 27 نونبر 2025"
    );
    assert_eq!(
        maghribi([3, 12], 2025, full),
        "الاثنين، 24 نونبر – الأربعاء، 3 دجنبر 2025"
    );
    assert_eq!(
        maghribi([2, 1], 2026, full),
        "الاثنين، 24 نونبر 2025 – الجمعة، 2 يناير 2026"
    );
    let day_month = RangeStyle::DayMonth;
    assert_eq!(maghribi([24, 11], 2025, day_month), "24 نونبر");
    assert_eq!(maghribi([27, 11], 2025, day_month), "24–27 نونبر");
    assert_eq!(maghribi([3, 12], 2025, day_month), "24 نونبر – 3 دجنبر");
    assert_eq!(
        maghribi([24, 11], 2026, day_month),
        "24 نونبر 2025 – 24 نونبر 2026",
        "years are not lost"
    );
    let month_year = RangeStyle::MonthYear;
    assert_eq!(maghribi([27, 11], 2025, month_year), "نونبر 2025");
    assert_eq!(maghribi([3, 12], 2025, month_year), "نونبر – دجنبر 2025");
    assert_eq!(
        maghribi([24, 11], 2026, month_year),
        "نونبر 2025 – نونبر 2026"
    );
    assert_eq!(maghribi([24, 11], 2025, RangeStyle::Iso), "2025-11-24");
    assert_eq!(
        maghribi([27, 11], 2025, RangeStyle::Iso),
        "2025-11-24/2025-11-27"
    );
    assert_eq!(
        range("fa", [27, 11], 2025, RangeStyle::Long),
        "۲۴ تا ۲۷ نوامبر ۲۰۲۵"
    );
    assert_eq!(
        range("en", [3, 12], 2025, RangeStyle::Full),
        "Monday, November 24 – Wednesday, December 3, 2025"
    );
    assert_eq!(
        range("ja", [3, 12], 2025, RangeStyle::MonthYear),
        "2025年11月 – 12月"
    );
}

#[test]
fn the_order_of_the_ends_does_not_matter() {
    let (from, to) = (day(2025, 11, 24), day(2026, 1, 2));
    let maghribi = language("ar-MA");
    for style in RangeStyle::ALL {
        let range = maghribi.date_range(from, to, style);
        assert_eq!(range, maghribi.date_range(to, from, style));
    }
}

#[test]
fn no_output_carries_bidi_controls() {
    for tag in TAGS {
        let language = language(tag);
        for date in days(97) {
            for style in DateStyle::ALL {
                let text = language.date(date, style);
                assert!(!text.contains(is_bidi_control), "{text:?} in {tag}");
            }
        }
    }
}

#[test]
fn maghribi_never_mixes_in_arabic_indic_digits() {
    let maghribi = language("ar-MA");
    let acceptable = |text: &str| {
        let foreign = |c| is_bidi_control(c) || c.is_numeric() && !c.is_ascii_digit();
        !text.is_empty() && !text.contains(foreign)
    };
    let sample: Vec<Date> = days(7).collect();
    assert!(sample.len() > 10_000);
    for (i, date) in sample.iter().enumerate() {
        for style in DateStyle::ALL {
            let text = maghribi.date(*date, style);
            assert!(acceptable(&text), "{text:?}");
        }
        // From a week to some years apart.
        for apart in [1, 5, 60, 211] {
            let range =
                maghribi.date_range(*date, sample[(i + apart) % sample.len()], RangeStyle::Long);
            assert!(acceptable(&range), "{range:?}");
            assert!(range.contains('–'), "{range:?}");
        }
    }
}

#[test]
fn whole_days_are_read_and_nothing_else() {
    for date in days(101) {
        assert_eq!(date.to_string().parse(), Ok(date));
    }
    for text in [
        "",
        "2025",
        "2025-11",
        "2025-1-24",
        "25-11-24",
        "2025-11-31",
        "+025-11-24",
        "2025-11-24T10:00",
        "2025-11-2٤",
        "2025/11/24",
        " 2025-11-24",
    ] {
        assert_eq!(text.parse::<Date>(), Err(NoDate), "{text:?}");
    }
}

#[test]
fn no_two_styles_have_one_name() {
    let names: HashSet<&str> = DateStyle::ALL.map(DateStyle::name).into();
    assert_eq!(names.len(), DateStyle::ALL.len());
    let names: HashSet<&str> = RangeStyle::ALL.map(RangeStyle::name).into();
    assert_eq!(names.len(), RangeStyle::ALL.len());
}

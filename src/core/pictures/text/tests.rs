//! Texts set in a font, held against the Unicode Bidirectional Algorithm and against the room they have.

use super::style::Room;
use super::*;
use crate::arabic::bidi::visual_order;

const MIXED: [&str; 10] = [
    "لقاء الكتاب",
    "لقاء 24 نونبر 2025",
    "Wikidata في 2025",
    "تقرير (Wikidata 2025) عن الأمن",
    "هاتف +212 5 37 71 00 00 في المدينة",
    "لغة C++ ولغة C#",
    "من 2025-11-24 إلى 2025-11-27",
    "نسبة -12,5% من 1 200 000",
    "العدد [3] و«النص»",
    "a/b عن c",
];

fn style(typesetter: &Typesetter, size: f64, room: Option<Room>) -> Style<'_> {
    Style {
        x: 0.0,
        y: 0.0,
        stack: typesetter.family("Naskh", 400),
        size,
        line_height: 1.5,
        anchor: Anchor::Start,
        hold: Hold::First,
        direction: typesetter.direction,
        room,
    }
}

fn room(width: f64, lines: usize, smallest: f64) -> Room {
    Room {
        width,
        lines: Some(lines),
        is_balanced: true,
        smallest,
    }
}

/// How far the base lines of a block lie apart and from which to which place each reaches.
fn lines(block: &Block<'_>) -> Vec<(f64, f64, f64)> {
    let mut lines: Vec<(f64, f64, f64)> = Vec::new();
    // Marks stand off the base line.
    for glyph in &block.glyphs {
        match lines.last_mut() {
            Some((y, left, right)) if (*y - glyph.y).abs() < block.size / 2.0 => {
                (*left, *right) = (left.min(glyph.x), right.max(glyph.x));
            }
            _ => lines.push((glyph.y, glyph.x, glyph.x)),
        }
    }
    lines
}

#[test]
fn glyphs_stand_in_the_order_of_the_bidirectional_algorithm() {
    let typesetter = Typesetter::naskh();
    let stack = typesetter.family("Naskh", 400);
    for text in MIXED {
        let text = isolate_in_plain_text(text, Direction::Rtl);
        let bidi = BidiInfo::new(&text, Some(Level::rtl()));
        let runs = Runs::new(&text, &bidi, &stack, "ar-MA").unwrap();
        let runs = runs.in_visual_order(&bidi, 0..text.len());
        let mut seen: Vec<usize> = runs
            .iter()
            .flat_map(|run| &run.glyphs)
            .map(|glyph| glyph.cluster)
            .collect();
        seen.dedup();
        let expected = visual_order(&text, Some(Direction::Rtl))
            .into_iter()
            .map(|seen| seen.at);
        // Lam and alef are one glyph, which stands for the lam.
        let is_second =
            |at: usize| text[at..].starts_with(['ا', 'أ', 'إ', 'آ']) && text[..at].ends_with('ل');
        let expected: Vec<usize> = expected
            .filter(|at| seen.contains(at) || !is_second(*at))
            .collect();
        assert_eq!(seen, expected, "{text}");
    }
}

#[test]
fn a_title_takes_as_many_lines_as_it_needs_about_as_long_as_each_other() {
    let typesetter = Typesetter::naskh();
    let title = "دليل الوراق في نسخ الكتب القديمة وتجليدها وبيعها في أسواق المدينة";
    let style = style(&typesetter, 80.0, Some(room(800.0, 3, 40.0)));
    let block = set(title, &style, &typesetter).unwrap();
    let lines = lines(&block);
    assert_eq!((block.lines, lines.len()), (3, 3));
    let widths = lines.iter().map(|(_, left, right)| right - left);
    let (shortest, longest) = (
        widths.clone().fold(f64::MAX, f64::min),
        widths.fold(0.0, f64::max),
    );
    assert!(
        longest <= 800.0 && shortest > longest * 0.7,
        "{shortest} {longest}"
    );
    for (line, number) in lines.iter().zip([0.0, 1.0, 2.0]) {
        assert!((line.0 - number * block.size * 1.5).abs() < block.size / 2.0);
    }
}

#[test]
fn a_text_shrinks_no_further_than_it_may() {
    let typesetter = Typesetter::naskh();
    let set = |width, smallest| {
        let style = style(&typesetter, 60.0, Some(room(width, 1, smallest)));
        set("نسخ الكتب القديمة", &style, &typesetter).map(|block| block.size)
    };
    let wide = set(2000.0, 20.0).unwrap();
    assert!((wide - 60.0).abs() < f64::EPSILON, "{wide}");
    let narrow = set(300.0, 20.0).unwrap();
    assert!((20.0..60.0).contains(&narrow), "{narrow}");
    assert_eq!(set(300.0, 50.0), Err(Misfit::TooLong));
}

#[test]
fn a_word_is_not_cut_even_where_lines_are_left() {
    let typesetter = Typesetter::naskh();
    let style = style(&typesetter, 60.0, Some(room(150.0, 3, 60.0)));
    let set = set("المعلوميات", &style, &typesetter).map(|block| block.lines);
    assert_eq!(set, Err(Misfit::TooLong));
}

#[test]
fn lines_break_at_spaces_and_after_hyphens_and_no_break_spaces_hold() {
    let typesetter = Typesetter::naskh();
    let stack = typesetter.family("Naskh", 400);
    let pieces = |text: &str| -> Vec<String> {
        let bidi = BidiInfo::new(text, Some(Level::rtl()));
        let runs = Runs::new(text, &bidi, &stack, "ar-MA").unwrap();
        super::pieces(text, &runs)
            .into_iter()
            .map(|piece| text[piece.range].to_owned())
            .collect()
    };
    assert_eq!(pieces("كتب أهل المدينة"), ["كتب", "أهل", "المدينة"]);
    assert_eq!(pieces("24\u{A0}نونبر 2025"), ["24\u{A0}نونبر", "2025"]);
    assert_eq!(
        pieces("al-Masdar 2025-11-24"),
        ["al-", "Masdar", "2025-11-24"]
    );
    assert_eq!(pieces("قال «لا» (مرة)"), ["قال", "«لا»", "(مرة)"]);
}

#[test]
fn a_character_that_no_font_has_is_named() {
    let typesetter = Typesetter::naskh();
    let style = style(&typesetter, 60.0, None);
    assert_eq!(
        set("مدينة 東京", &style, &typesetter).err(),
        Some(Misfit::Unknown('東'))
    );
    assert!(set("\u{200F}\u{2066}a\u{2069} مَدينة", &style, &typesetter).is_ok());
}

#[test]
fn each_line_starts_where_its_direction_does() {
    let typesetter = Typesetter::naskh();
    let reach = |anchor, hold| {
        let mut style = style(&typesetter, 50.0, Some(room(400.0, 2, 50.0)));
        (style.anchor, style.hold, style.y) = (anchor, hold, 100.0);
        lines(&set("أدوات الوراق القديم وكتبه الكثيرة", &style, &typesetter).unwrap())
    };
    let [start, middle, end] =
        [Anchor::Start, Anchor::Middle, Anchor::End].map(|anchor| reach(anchor, Hold::First));
    for line in 0..2 {
        assert!(start[line].2 <= 0.0 && start[line].2 > -50.0, "{start:?}");
        assert!(middle[line].1 < 0.0 && middle[line].2 > 0.0, "{middle:?}");
        assert!((-1.0..50.0).contains(&end[line].1), "{end:?}");
    }
    let first = |hold| reach(Anchor::Start, hold)[0].0;
    assert!((first(Hold::First) - first(Hold::Middle) - 37.5).abs() < 1e-9);
    assert!((first(Hold::First) - first(Hold::Last) - 75.0).abs() < 1e-9);
}

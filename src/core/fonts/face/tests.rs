//! Text set in the fonts of the repository's own site, which are the ones at hand.

use super::*;

fn naskh() -> Face {
    let bytes = include_bytes!("../../../../templates/assets/fonts/NotoNaskhArabic-Regular.ttf");
    Face::new(bytes.to_vec()).unwrap()
}

fn ids(face: &Face, text: &str, direction: Direction) -> Vec<u32> {
    let glyphs = face.shape(text, direction, "ar");
    glyphs.iter().map(|glyph| glyph.id).collect()
}

#[test]
fn letters_join_and_come_from_left_to_right() {
    let face = naskh();
    let word = face.shape("سس", Direction::Rtl, "ar");
    let alone = face.shape("س", Direction::Rtl, "ar");
    let clusters: Vec<_> = word.iter().map(|glyph| glyph.cluster).collect();
    assert_eq!(clusters, [2, 0], "the last letter is the leftmost");
    let joined = word.iter().all(|glyph| glyph.id != alone[0].id);
    assert!(joined, "an initial and a final form");
}

#[test]
fn marks_stand_over_their_letters() {
    let marked = naskh().shape("بَ", Direction::Rtl, "ar");
    let mark = marked.iter().find(|glyph| glyph.advance == 0).unwrap();
    assert_ne!((mark.offset_x, mark.offset_y), (0, 0));
}

#[test]
fn brackets_are_mirrored_and_digits_are_not() {
    let face = naskh();
    assert_eq!(
        ids(&face, "(", Direction::Rtl),
        ids(&face, ")", Direction::Ltr)
    );
    assert_eq!(
        ids(&face, "7", Direction::Rtl),
        ids(&face, "7", Direction::Ltr)
    );
}

#[test]
fn a_face_knows_its_characters_and_its_heights() {
    let face = naskh();
    assert!(face.covers('غ') && face.covers('«') && !face.covers('漢'));
    assert!(face.characters().all(|c| face.covers(c)));
    assert_eq!(
        (face.units_per_em(), face.family().as_str()),
        (1000, "Noto Naskh Arabic")
    );
    // hhea: 1069, -634, 0.
    let LineMetrics {
        ascent,
        descent,
        gap,
    } = face.line();
    assert_eq!(format!("{ascent} {descent} {gap}"), "1069 634 0");
}

#[test]
fn outlines_are_drawn_in_units_of_the_font() {
    use read_fonts::model::glyph::outline::ControlBoundsSink;

    let face = naskh();
    let bounds = |text: &str| {
        let mut pen = ControlBoundsSink::new();
        face.outline(face.shape(text, Direction::Rtl, "ar")[0].id, &mut pen);
        pen.bounding_box()
    };
    let alif = bounds("ا").unwrap();
    assert!(
        alif.y_max > 500.0 && alif.x_max - alif.x_min < 300.0,
        "{alif:?}"
    );
    assert_eq!(bounds(" "), None);
}

#[test]
fn what_is_no_font_is_refused() {
    for bytes in [b"".to_vec(), b"wOF2".to_vec(), vec![0; 100]] {
        assert!(Face::new(bytes).is_err());
    }
}

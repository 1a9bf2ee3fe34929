//! Parts of the fonts of the repository's own site.

use std::ops::RangeInclusive;
use std::sync::Arc;

use super::*;
use crate::arabic::Direction;
use crate::config::{FontFace, FontFamily, FontStyle};
use crate::diagnostic::Span;
use crate::fonts::Face;
use crate::path::SourcePath;
use crate::schema::Spanned;
use crate::source::Source;

impl Webfont {
    /// Spoils the tag of the table of substitutions, so that letters no longer join.
    pub(crate) fn lose_layout(&mut self) {
        let mut bytes = self.part.bytes.clone();
        let table = bytes.windows(4).position(|tag| tag == b"GSUB");
        bytes[table.unwrap() + 3] = b'X';
        self.part_face = Face::new(bytes).unwrap();
    }
}

fn spanned(value: &str) -> Spanned<String> {
    let span = Span::from(&SourcePath::new("site.toml"));
    Spanned {
        value: value.to_owned(),
        span,
    }
}

fn face(family: &str, bytes: &[u8], weight: u16) -> SiteFace {
    let declared = FontFace {
        file: spanned("a.ttf"),
        weight,
        style: FontStyle::Normal,
        characters: Vec::new(),
        preload: false,
    };
    let family = FontFamily {
        role: spanned("text"),
        name: spanned(family),
        fallback: vec!["Geeza Pro".to_owned(), "serif".to_owned()],
        licence: spanned("b.txt"),
        faces: vec![declared.clone()],
    };
    SiteFace {
        family: Arc::new(family),
        declared,
        source: Source::new(SourcePath::new("a.ttf"), bytes.to_vec()),
        face: Arc::new(Face::new(bytes.to_vec()).unwrap()),
        is_reserved: true,
        alike_before: 0,
    }
}

fn naskh() -> SiteFace {
    face(
        "Kitab",
        include_bytes!("../../../../templates/assets/fonts/NotoNaskhArabic-Regular.ttf"),
        400,
    )
}

fn made(faces: Vec<SiteFace>, characters: &str) -> Webfonts {
    let made = Webfonts::make(&Fonts { faces }, &characters.chars().collect());
    assert_eq!(made.diagnostics, []);
    made.value
}

const WORDS: [&str; 7] = ["الله", "لا", "بَيْتٌ", "مُحَمَّد", "ـهـ", "«كتاب»", "(2025)"];

#[test]
fn a_part_sets_its_words_as_the_whole_does() {
    let fonts = made(vec![naskh()], &WORDS.concat());
    let font = &fonts.fonts[0];
    for word in WORDS {
        for direction in [Direction::Rtl, Direction::Ltr] {
            assert!(!font.differs(word, direction, "ar"), "{word}");
        }
    }
    assert!(font.has('ل') && !font.has('ظ'));
    assert!(
        font.differs("ظل", Direction::Rtl, "ar"),
        "a letter that the part has not"
    );
    let (part, whole) = (font.part.bytes.len(), font.face.source.bytes().len());
    assert!(part * 4 < whole, "{part} of {whole}");
}

#[test]
fn a_face_is_for_the_languages_whose_letters_it_has() {
    let is_for = |characters: RangeInclusive<u32>, tag: &str| {
        let mut face = naskh();
        face.declared.characters = vec![characters];
        face.is_for(&Language::new(tag).unwrap())
    };
    let (latin, arabic, tifinagh) = (0..=0x2FF, 0x600..=0x6FF, 0x2D30..=0x2D7F);
    for (tag, expected) in [
        ("fr", (true, false, false)),
        ("ar-MA", (false, true, false)),
        // The face has none of its letters.
        ("zgh", (false, false, false)),
        // Nobody has said which letters it has.
        ("qya", (true, true, true)),
    ] {
        let found = [&latin, &arabic, &tifinagh].map(|one| is_for(one.clone(), tag));
        assert_eq!(found, <[bool; 3]>::from(expected), "{tag}");
    }
}

#[test]
fn a_part_without_layout_is_found_out() {
    let mut fonts = made(vec![naskh()], &WORDS.concat());
    let font = &mut fonts.fonts[0];
    font.lose_layout();
    assert!(font.differs("كتاب", Direction::Rtl, "ar"));
    assert_eq!(font.differing_outline(), None);
}

#[test]
fn the_bytes_are_made_late_and_named_by_what_they_are_made_of() {
    let bytes = |characters| made(vec![naskh()], characters).fonts.remove(0).bytes;
    let (one, same, other) = (bytes("ابت"), bytes("تبا"), bytes("ابتث"));
    assert_eq!(format!("{one:?}"), "Bytes(not made yet)");
    assert_eq!(one.input_digest(), same.input_digest());
    assert_ne!(one.input_digest(), other.input_digest());
    assert!(one.as_slice().unwrap().starts_with(b"wOF2"));
    assert_eq!(one.as_slice(), same.as_slice());
}

#[test]
fn a_reserved_name_is_nowhere_in_the_part() {
    let plex = include_bytes!("../../../../templates/assets/fonts/IBMPlexSansArabic-Regular.ttf");
    let fonts = made(vec![face("Label", plex, 400)], "كتاب abc");
    let font = &fonts.fonts[0];
    assert_eq!(font.part_face.family(), "Label");
    assert!(font.face.face.family().contains("Plex"));
    let utf16: Vec<u8> = "Plex".encode_utf16().flat_map(u16::to_be_bytes).collect();
    let bytes = &font.part.bytes;
    for name in [&utf16[..], b"Plex"] {
        assert!(!bytes.windows(name.len()).any(|window| window == name));
    }
    assert!(font.part_face.licence().contains("SIL Open Font License"));
    // The sum of all words of a font is a constant (OpenType, "head").
    let words = bytes
        .chunks(4)
        .map(|word| u32::from_be_bytes(word.try_into().unwrap()));
    assert_eq!(words.fold(0, u32::wrapping_add), 0xB1B0_AFBA);
}

#[test]
fn a_ligature_that_is_a_character_stays_one() {
    let plex = include_bytes!("../../../../templates/assets/fonts/IBMPlexSansArabic-Regular.ttf");
    let fonts = made(vec![face("Label", plex, 400)], "if");
    let font = &fonts.fonts[0];
    assert!(font.part_face.covers('ﬁ') && !font.has('ﬁ'));
    assert!(!font.part_face.covers('Æ'));
}

#[test]
fn of_faces_alike_the_first_that_has_a_character_gets_it() {
    let mut latin = naskh();
    latin.declared.characters = vec![0x20..=0x7F];
    let mut rest = naskh();
    rest.alike_before = 1;
    let fonts = made(vec![latin, rest], "abاب…");
    let shares: Vec<String> = fonts
        .fonts
        .iter()
        .map(|font| font.characters.iter().collect())
        .collect();
    assert_eq!(shares, ["ab", "اب…"]);
    let names: Vec<_> = fonts.fonts.iter().map(|font| font.name.as_str()).collect();
    assert_eq!(names, ["fonts/text-400.woff2", "fonts/text-400-2.woff2"]);
    assert!(
        fonts.sheet.contains("unicode-range: U+61-62 "),
        "{}",
        fonts.sheet
    );
    assert!(
        fonts.sheet.contains("unicode-range: U+627-628, U+2026 "),
        "{}",
        fonts.sheet
    );
}

#[test]
fn the_sheet_declares_faces_fallbacks_and_roles() {
    let sheet = made(vec![naskh()], "ابت").sheet;
    for part in [
        "font-family: Kitab; src: url(\"templates/assets/fonts/text-400.woff2\") format(\"woff2\"); font-weight: 400;",
        "unicode-range: U+627-62A }",
        "font-family: Kitab fallback; src: local(\"Geeza Pro\"); ascent-override: 106.9%; descent-override: 63.4%; line-gap-override: 0% }",
        "--font-text:Kitab,Kitab fallback,Geeza Pro,serif;",
    ] {
        assert!(sheet.contains(part), "{part} is not in:\n{sheet}");
    }
}

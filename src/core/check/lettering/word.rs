//! A word as it is written on a page to what is wrong with its letters: characters that no font has, and parts of
//! fonts that set it otherwise than the whole.

use std::borrow::Cow;

use icu::properties::props::DefaultIgnorableCodePoint;
use icu::properties::{CodePointSetData, CodePointSetDataBorrowed};

use crate::arabic::Direction;
use crate::fonts::{Fonts, Webfont, Webfonts};
use crate::html::{reference, unknown_reference};

/// What is wrong with a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fault {
    /// No font of the site has this character.
    Missing(char),
    /// A font has this character, but nothing told that the site does.
    Unforeseen(char),
    /// The page names a character by a reference that is not known.
    Unread(String),
    /// The published part of a font sets these letters otherwise than the font.
    Misshapen { letters: String, font: String },
}

/// What words are set in.
#[derive(Clone, Copy)]
pub(super) struct Setting<'a> {
    pub(super) fonts: &'a Fonts,
    pub(super) webfonts: &'a Webfonts,
    pub(super) language: &'a str,
}

/// Characters that are nothing to be seen, whether a font has them or not.
const INVISIBLE: CodePointSetDataBorrowed<'static> =
    CodePointSetData::new::<DefaultIgnorableCodePoint>();

fn is_visible(character: char) -> bool {
    !character.is_whitespace() && !character.is_control() && !INVISIBLE.contains(character)
}

impl Setting<'_> {
    /// What is wrong with a word.
    pub(super) fn faults(self, written: &str) -> Vec<Fault> {
        let mut faults = Vec::new();
        let word = decoded(written, &mut faults);
        for character in word.chars().filter(|c| is_visible(*c)) {
            if self.webfonts.fonts.iter().any(|font| font.has(character)) {
                continue;
            }
            let is_covered = self.fonts.faces.iter().any(|face| face.has(character));
            let fault = if is_covered {
                Fault::Unforeseen(character)
            } else {
                Fault::Missing(character)
            };
            if !faults.contains(&fault) {
                faults.push(fault);
            }
        }
        faults.extend(
            self.webfonts
                .fonts
                .iter()
                .filter_map(|font| self.misshapen(font, &word)),
        );
        faults
    }

    /// The first letters of a word that a font sets otherwise. What the font has not, the browser takes from another,
    /// and sets what stands on either side as texts of their own.
    fn misshapen(self, font: &Webfont, word: &str) -> Option<Fault> {
        let is_its = |c: char| font.has(c) || !is_visible(c);
        let mut runs = word.split(|c| !is_its(c)).filter(|run| !run.is_empty());
        let letters = runs.find(|run| {
            let mut directions = directions(run).iter();
            directions.any(|direction| font.differs(run, *direction, self.language))
        })?;
        Some(Fault::Misshapen {
            letters: letters.to_owned(),
            font: font.face.family.name.value.clone(),
        })
    }
}

/// The directions in which letters may run: digits and punctuation in that of the text around them.
fn directions(run: &str) -> &'static [Direction] {
    let is_rtl = |c: char| matches!(c, '\u{590}'..='\u{65F}' | '\u{66D}'..='\u{6EF}' | '\u{6FA}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}');
    if run.contains(is_rtl) {
        &[Direction::Rtl]
    } else if run.contains(char::is_alphabetic) {
        &[Direction::Ltr]
    } else {
        &[Direction::Rtl, Direction::Ltr]
    }
}

/// The word with its references as characters; those that are not known are faults. A `&` that begins none stays.
fn decoded<'a>(written: &'a str, faults: &mut Vec<Fault>) -> Cow<'a, str> {
    if !written.contains('&') {
        return Cow::Borrowed(written);
    }
    let mut word = String::with_capacity(written.len());
    let mut rest = written;
    while let Some(at) = rest.find('&') {
        word.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(found) = reference(rest) {
            word.push_str(&found.characters);
            rest = &rest[found.length..];
            continue;
        }
        if let Some(unknown) = unknown_reference(rest) {
            faults.push(Fault::Unread(unknown.to_owned()));
            rest = &rest[unknown.len()..];
        } else {
            word.push('&');
            rest = &rest[1..];
        }
    }
    word.push_str(rest);
    Cow::Owned(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;
    use crate::path::SourcePath;
    use crate::source::{Snapshot, Source};

    const CONFIG: &str = "[site]\ntitle = \"a\"\nbase_url = \"https://a.example/\"\nlanguage = \"ar\"\n\
        [fonts.families.text]\nfamily = \"Kitab\"\nlicence = \"b.txt\"\nfaces = [{ file = \"a.ttf\" }]";

    fn fonts(characters: &str) -> (Fonts, Webfonts) {
        let font = include_bytes!("../../../../templates/assets/fonts/NotoNaskhArabic-Regular.ttf");
        let file = |name: &str, bytes: &[u8]| {
            let path = SourcePath::new(&format!("templates/assets/{name}"));
            Source::new(path, bytes.to_vec())
        };
        let snapshot: Snapshot = [file("a.ttf", font), file("b.txt", b"")]
            .into_iter()
            .collect();
        let site = Source::new(SourcePath::new("site.toml"), CONFIG.as_bytes().to_vec());
        let config = Config::parse(&site, None).value.unwrap();
        let fonts = Fonts::read(&config.fonts, &snapshot).value;
        let webfonts = Webfonts::make(&fonts, &characters.chars().collect()).value;
        (fonts, webfonts)
    }

    #[test]
    fn faults_are_told_apart() {
        let (fonts, webfonts) = fonts(" كتاب&«»");
        let setting = Setting {
            fonts: &fonts,
            webfonts: &webfonts,
            language: "ar",
        };
        for (word, faults) in [
            ("«كتاب»", vec![]),
            ("&laquo;كتاب&#187;", vec![]),
            ("ك\u{200C}ت&", vec![]),
            ("&amp;ك", vec![]),
            ("كتابظ", vec![Fault::Unforeseen('ظ')]),
            ("漢漢", vec![Fault::Missing('漢')]),
            ("&spades;", vec![Fault::Missing('♠')]),
            ("&spade;", vec![Fault::Unread("&spade;".to_owned())]),
        ] {
            assert_eq!(setting.faults(word), faults, "{word}");
        }
    }

    #[test]
    fn letters_that_a_part_sets_otherwise_are_found() {
        let (fonts, mut webfonts) = fonts("كتاب");
        webfonts.fonts[0].lose_layout();
        let setting = Setting {
            fonts: &fonts,
            webfonts: &webfonts,
            language: "ar",
        };
        let fault = Fault::Misshapen {
            letters: "كتاب".to_owned(),
            font: "Kitab".to_owned(),
        };
        assert_eq!(setting.faults("كتاب"), [fault]);
    }

    #[test]
    fn neutral_letters_run_either_way() {
        assert_eq!(directions("كتاب7"), [Direction::Rtl]);
        assert_eq!(directions("(abc"), [Direction::Ltr]);
        assert_eq!(directions("(12)").len(), 2);
    }
}

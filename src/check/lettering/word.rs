//! A word as it is written on a page to what is wrong with its letters: characters that no font has, and parts of
//! fonts that set it otherwise than the whole.

use std::borrow::Cow;

use icu::properties::props::DefaultIgnorableCodePoint;
use icu::properties::{CodePointSetData, CodePointSetDataBorrowed};

use crate::arabic::Direction;
use crate::fonts::{Fonts, Webfont, Webfonts, reference};

/// What is wrong with a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fault {
    /// No font of the site has this character.
    Missing(char),
    /// A font has this character, but nothing told that the site does.
    Unforeseen(char),
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
        let word = decoded(written);
        let mut faults = Vec::new();
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

/// The word with its references as characters. One that is not known stays as it is written.
fn decoded(written: &str) -> Cow<'_, str> {
    if !written.contains(['&', '\\']) {
        return Cow::Borrowed(written);
    }
    let mut word = String::with_capacity(written.len());
    let mut rest = written;
    while let Some(at) = rest.find('&') {
        word.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.find(';').map_or(1, |end| end + 1);
        match reference(rest) {
            Some(character) => word.push(character),
            None => word.push_str(&rest[..end]),
        }
        rest = &rest[end..];
    }
    word.push_str(rest);
    Cow::Owned(word)
}

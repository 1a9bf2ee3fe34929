//! What a character is to isolation. The ranges of right-to-left scripts are the defaults of
//! `DerivedBidiClass.txt`, those of named scripts are from `Scripts.txt` (both Unicode 17); the tests hold
//! them against the tables of `icu`.

/// The scripts of left-to-right runs that a language can be told from, and all others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Script {
    /// Latin.
    Latin,
    /// Greek.
    Greek,
    /// Cyrillic.
    Cyrillic,
    /// Tifinagh.
    Tifinagh,
    /// Arabic.
    Arabic,
    /// Hebrew.
    Hebrew,
    /// Any other.
    Other,
}

impl Script {
    /// The language that words of this script are taken to be in, where `usual` is that of the script that most foreign
    /// words on the page are in: Latin on a page that runs from right to left, Arabic on others.
    #[must_use]
    pub fn language(self, usual: &str) -> Option<&str> {
        match self {
            Self::Latin | Self::Arabic => Some(usual),
            Self::Hebrew => Some("he"),
            Self::Greek => Some("el"),
            Self::Cyrillic => Some("und-Cyrl"),
            Self::Tifinagh => Some("zgh"),
            Self::Other => None,
        }
    }
}

/// What a character is to isolation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// A right-to-left letter, digit, mark or sign.
    Rtl,
    /// A left-to-right letter.
    Letter(Script),
    /// 0 to 9.
    Digit,
    Space,
    /// A mark of quotation of the text around, or something that is no text.
    Break,
    /// Opens an explicit embedding or isolate.
    Opener,
    /// Closes one.
    Closer,
    /// Punctuation, symbols, combining marks: part of what they stand by.
    Other,
}

impl Class {
    pub(super) fn of(c: char) -> Self {
        match c {
            '0'..='9' => Self::Digit,
            'A'..='Z' | 'a'..='z' => Self::Letter(Script::Latin),
            c if c.is_ascii_whitespace() => Self::Space,
            c if c.is_ascii() => Self::Other,
            '\u{590}'..='\u{8FF}' | '\u{200F}' => Self::Rtl,
            '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' => {
                Self::Space
            }
            '«' | '»' | '‹' | '›' | '“' | '”' | '„' | '‟' | '\u{2028}' | '\u{2029}' | OBJECT => {
                Self::Break
            }
            '\u{202A}' | '\u{202B}' | '\u{202D}' | '\u{202E}' | '\u{2066}'..='\u{2068}' => {
                Self::Opener
            }
            '\u{202C}' | '\u{2069}' => Self::Closer,
            '\u{FB1D}'..='\u{FDCF}'
            | '\u{FDF0}'..='\u{FDFF}'
            | '\u{FE70}'..='\u{FEFE}'
            | '\u{10800}'..='\u{10FFF}'
            | '\u{1E800}'..='\u{1EFFF}' => Self::Rtl,
            c if c.is_alphabetic() => Self::Letter(script(c)),
            _ => Self::Other,
        }
    }

    /// Whether no run goes on over it.
    pub(super) fn ends_stretch(self) -> bool {
        matches!(self, Self::Rtl | Self::Break | Self::Opener | Self::Closer)
    }
}

/// Stands in a text for what is no text: a picture, a piece of code.
pub(super) const OBJECT: char = '\u{FFFC}';

fn script(letter: char) -> Script {
    match letter {
        '\u{AA}'
        | '\u{BA}'
        | '\u{C0}'..='\u{2B8}'
        | '\u{2E0}'..='\u{2E4}'
        | '\u{1D00}'..='\u{1D25}'
        | '\u{1D2C}'..='\u{1D5C}'
        | '\u{1D62}'..='\u{1D65}'
        | '\u{1D6B}'..='\u{1D77}'
        | '\u{1D79}'..='\u{1DBE}'
        | '\u{1E00}'..='\u{1EFF}'
        | '\u{2071}'
        | '\u{207F}'
        | '\u{2090}'..='\u{209C}'
        | '\u{212A}'
        | '\u{212B}'
        | '\u{2132}'
        | '\u{214E}'
        | '\u{2160}'..='\u{2188}'
        | '\u{2C60}'..='\u{2C7F}'
        | '\u{A722}'..='\u{A787}'
        | '\u{A78B}'..='\u{A7DC}'
        | '\u{A7F1}'..='\u{A7FF}'
        | '\u{AB30}'..='\u{AB5A}'
        | '\u{AB5C}'..='\u{AB64}'
        | '\u{AB66}'..='\u{AB69}'
        | '\u{FB00}'..='\u{FB06}'
        | '\u{FF21}'..='\u{FF3A}'
        | '\u{FF41}'..='\u{FF5A}'
        | '\u{10780}'..='\u{107BA}'
        | '\u{1DF00}'..='\u{1DF2A}' => Script::Latin,
        '\u{370}'..='\u{3E1}' | '\u{3F0}'..='\u{3FF}' | '\u{1F00}'..='\u{1FFE}' => Script::Greek,
        '\u{400}'..='\u{52F}' | '\u{1C80}'..='\u{1C8A}' | '\u{A640}'..='\u{A69F}' => {
            Script::Cyrillic
        }
        '\u{2D30}'..='\u{2D7F}' => Script::Tifinagh,
        _ => Script::Other,
    }
}

/// The script of a run's words: Latin if there are Latin ones, else that of the first.
pub(super) fn script_of(text: &str) -> Option<Script> {
    let mut scripts = text.chars().filter_map(|c| match Class::of(c) {
        Class::Letter(script) => Some(script),
        _ => None,
    });
    let first = scripts.next()?;
    let is_latin = first == Script::Latin || scripts.any(|script| script == Script::Latin);
    Some(if is_latin { Script::Latin } else { first })
}

/// The script of the words of a right-to-left run: that of its first letter.
pub(super) fn script_of_rtl(text: &str) -> Option<Script> {
    let mut letters = text.chars().filter(|c| c.is_alphabetic());
    letters
        .find(|c| Class::of(*c) == Class::Rtl)
        .map(|c| match c {
            '\u{5D0}'..='\u{5F4}' | '\u{FB1D}'..='\u{FB4F}' => Script::Hebrew,
            '\u{620}'..='\u{6FF}'
            | '\u{750}'..='\u{77F}'
            | '\u{870}'..='\u{8FF}'
            | '\u{FB50}'..='\u{FDFF}'
            | '\u{FE70}'..='\u{FEFE}' => Script::Arabic,
            _ => Script::Other,
        })
}

#[cfg(test)]
mod tests {
    use icu::properties::CodePointMapData;
    use icu::properties::props;

    use super::*;

    #[test]
    fn letters_have_the_direction_that_unicode_gives_them() {
        let published = CodePointMapData::<props::BidiClass>::new();
        for c in ('\0'..=char::MAX).filter(|c| c.is_alphanumeric()) {
            let class = published.get(c);
            let is_rtl = matches!(
                class,
                props::BidiClass::RightToLeft
                    | props::BidiClass::ArabicLetter
                    | props::BidiClass::ArabicNumber
            );
            match Class::of(c) {
                // Persian digits are European ones to Unicode, and Arabic text to us; vowel signs have no direction.
                Class::Rtl => assert!(
                    is_rtl
                        || matches!(c, '\u{6F0}'..='\u{6F9}')
                        || class == props::BidiClass::NonspacingMark,
                    "{c:?} {class:?}"
                ),
                found => assert!(!is_rtl, "{c:?} is {found:?}"),
            }
        }
    }

    #[test]
    fn scripts_are_those_of_unicode() {
        let published = CodePointMapData::<props::Script>::new();
        let mut wrong = Vec::new();
        for c in '\0'..=char::MAX {
            let Class::Letter(script) = Class::of(c) else {
                continue;
            };
            let is_right = match (script, published.get(c)) {
                // Letters shared by scripts stand with the block they are in.
                (_, props::Script::Common) => true,
                (Script::Latin, found) => found == props::Script::Latin,
                (Script::Greek, found) => found == props::Script::Greek,
                (Script::Cyrillic, found) => found == props::Script::Cyrillic,
                (Script::Tifinagh, found) => found == props::Script::Tifinagh,
                (Script::Arabic | Script::Hebrew, _) => false,
                // Ancient and phonetic forms of the others are in no text that a reader hears.
                (Script::Other, found) => found != props::Script::Latin,
            };
            if !is_right {
                wrong.push(format!("{c:?} is not {script:?}"));
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}

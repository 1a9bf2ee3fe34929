//! Words to the forms by which they find each other: one spelling for those that writers exchange, stems without the
//! particles, pronouns and endings that Arabic writes onto a word, and the plurals that no stemming finds. The same for what is
//! indexed and for what is asked; the script that asks has a port of it, held against this one by shared vectors.

mod affix;
mod light;
mod normal;
mod plurals;
#[cfg(test)]
mod tests;

pub use affix::without_article;
pub use light::stems;
pub use normal::fold;
pub use plurals::{ALIKE, broken_plurals, particles};

/// The forms of a word, the surest first and each once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forms {
    /// As it is written: one reading, or two where a hamza has a seat. Words that share one are the same word.
    pub readings: Vec<String>,
    /// The same without what may be affixes. Words that share one are likely to be forms of one word.
    pub stems: Vec<String>,
}

impl Forms {
    /// The forms of a word that is folded.
    #[must_use]
    pub fn of(folded: &str) -> Self {
        let readings = normal::readings(folded);
        let mut stems: Vec<String> = Vec::new();
        let has_hamza = folded.ends_with('ء');
        let of_readings = readings.iter();
        for stem in of_readings.flat_map(|reading| affix::stems(reading, has_hamza)) {
            if !readings.contains(&stem) && !stems.contains(&stem) {
                stems.push(stem);
            }
        }
        Self { readings, stems }
    }

    /// The forms of a folded word on a page in a language, by its subtag: with the light stems of French and English.
    #[must_use]
    pub fn of_language(language: &str, folded: &str) -> Self {
        let mut forms = Self::of(folded);
        for stem in stems(language, folded) {
            if !forms.readings.contains(&stem) && !forms.stems.contains(&stem) {
                forms.stems.push(stem);
            }
        }
        forms
    }

    /// All of them.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.readings.iter().chain(&self.stems).map(String::as_str)
    }
}

/// The words of a text with their bytes: letters, digits and the marks on them. Everything else parts words.
pub fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < text.len() {
            let rest = &text[at..];
            let mut says_something = false;
            let end = rest.char_indices().find(|(_, c)| {
                let part = part_of_word(*c);
                says_something |= part == Some(Part::Letter);
                part.is_none()
            });
            let (length, behind) = end.map_or((rest.len(), 0), |(end, c)| (end, c.len_utf8()));
            let word = (at, &rest[..length]);
            at += length + behind;
            if says_something {
                return Some(word);
            }
        }
        None
    })
}

/// What a character is to a word.
#[derive(PartialEq, Eq)]
enum Part {
    /// A letter or a digit: what words are made of.
    Letter,
    /// Something on a letter, which is dropped.
    Mark,
}

fn part_of_word(c: char) -> Option<Part> {
    // What nearly all text is made of, before the tables of Unicode are asked.
    if matches!(c, '\u{621}'..='\u{63A}' | '\u{641}'..='\u{64A}') {
        return Some(Part::Letter);
    }
    if c.is_ascii() {
        return c.is_ascii_alphanumeric().then_some(Part::Letter);
    }
    let is_mark = || normal::is_dropped(c) || normal::is_accent(c);
    if c.is_alphanumeric() {
        return Some(Part::Letter);
    }
    is_mark().then_some(Part::Mark)
}

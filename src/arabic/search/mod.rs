//! Words to the forms by which they find each other: one spelling for those that writers exchange, stems without the
//! particles, pronouns and endings that Arabic writes onto a word, and the plurals that no stemming finds. The same for what is
//! indexed and for what is asked; the script that asks has a port of it, held against this one by shared vectors.

mod affix;
mod normal;
mod plurals;
#[cfg(test)]
mod tests;

pub use affix::without_article;
pub use normal::fold;
pub use plurals::{broken_plurals, particles};

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

    /// All of them.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.readings.iter().chain(&self.stems).map(String::as_str)
    }
}

/// All that forms are made by, for whoever keeps what was made by them and has to know whether it would still be the same.
pub const MAKING: [&str; 5] = [
    include_str!("mod.rs"),
    include_str!("normal.rs"),
    include_str!("affix.rs"),
    include_str!("plurals.tsv"),
    include_str!("particles.tsv"),
];

/// The words of a text with their bytes: letters, digits and the marks on them. Everything else parts words.
pub fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let parts = text.split(|c: char| !is_of_word(c));
    let words = parts.filter(|word| word.chars().any(char::is_alphanumeric));
    words.map(|word| (word.as_ptr().addr() - text.as_ptr().addr(), word))
}

/// Whether a character is part of a word: a letter, a digit, or something that is dropped from words.
fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || normal::is_dropped(c) || normal::is_accent(c)
}

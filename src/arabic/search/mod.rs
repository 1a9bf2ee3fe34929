//! Words to the forms by which they find each other: one spelling for those that writers exchange, and stems
//! without the particles, pronouns and endings that Arabic writes onto a word. The same for what is indexed and
//! for what is asked; the script that asks has a port of it, held against this one by shared vectors.

mod affix;
mod normal;
#[cfg(test)]
mod tests;

pub use normal::normalise;

use affix::stripped;

/// The forms of a word, the surest first and each once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forms {
    /// As it is written, normalised: one spelling, or two where a hamza has a seat. Words that share one are the same word.
    pub spellings: Vec<String>,
    /// The same without what may be affixes. Words that share one are likely to be forms of one word.
    pub stems: Vec<String>,
}

impl Forms {
    /// The forms of a word. It is normalised first, so it may be written in any way.
    #[must_use]
    pub fn of(word: &str) -> Self {
        let mut forms = Self {
            spellings: Vec::with_capacity(2),
            stems: Vec::with_capacity(4),
        };
        for spelling in normal::spellings(word) {
            for stem in stripped(&spelling) {
                push_new(&mut forms.stems, stem);
            }
            push_new(&mut forms.spellings, spelling);
        }
        forms.stems.retain(|stem| !forms.spellings.contains(stem));
        forms
    }

    /// All of them.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.spellings.iter().chain(&self.stems).map(String::as_str)
    }
}

fn push_new(list: &mut Vec<String>, form: String) {
    if !list.contains(&form) {
        list.push(form);
    }
}

/// The words of a text with their bytes: letters, digits and the marks on them. Everything else parts words.
pub fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let parts = text.split(|c: char| !is_of_word(c));
    let words = parts.filter(|word| word.chars().any(char::is_alphanumeric));
    words.map(|word| (word.as_ptr().addr() - text.as_ptr().addr(), word))
}

/// Whether a character is part of a word: a letter, a digit, or something that is dropped from words.
fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || normal::is_dropped(c) || matches!(c, '\u{300}'..='\u{36F}')
}

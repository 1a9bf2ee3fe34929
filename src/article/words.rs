//! A paragraph to its words, each with where it stands, its letters in one spelling, and the particles that Arabic joins to it
//! («وبالرباط» is و, ب and «الرباط»).

use std::ops::Range;

use crate::arabic::search::fold;

/// A word of a paragraph.
#[derive(Debug, Clone)]
pub(super) struct Word<'a> {
    /// Its bytes in the paragraph.
    pub(super) range: Range<usize>,
    /// As it is written.
    pub(super) text: &'a str,
    /// In one spelling, with every joined particle.
    pub(super) folded: String,
    /// What stands between the word before and this one.
    pub(super) gap: &'a str,
}

/// A way to read a word: the particles joined to it, and what is left, with the article written out («للسنغال» is ل and
/// «السنغال»). All in one spelling.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reading {
    pub(super) particles: &'static str,
    pub(super) rest: String,
}

const PARTICLES: [&str; 13] = [
    "", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل", "فك", "س",
];

impl Word<'_> {
    /// Every way to read it, with the fewest particles first.
    pub(super) fn readings(&self) -> Vec<Reading> {
        readings(&self.folded)
    }

    /// The word without «و» or «ف» in front, where enough is left.
    pub(super) fn unjoined(&self) -> &str {
        let rest = self.folded.strip_prefix(['و', 'ف']);
        rest.filter(|rest| rest.chars().count() > 2)
            .unwrap_or(&self.folded)
    }

    /// Whether nothing but a space stands before it.
    pub(super) fn is_adjacent(&self) -> bool {
        !self.gap.is_empty() && self.gap.chars().all(char::is_whitespace)
    }

    /// Whether a sentence or a list may go on here: a space, or a comma.
    pub(super) fn is_near(&self) -> bool {
        let is_light = |c: char| c.is_whitespace() || matches!(c, '،' | ',');
        !self.gap.is_empty() && self.gap.chars().all(is_light)
    }

    /// Whether it begins with «و».
    pub(super) fn is_joined(&self) -> bool {
        self.folded.starts_with('و') && self.folded.chars().count() > 2
    }

    /// Whether it is a number in digits, behind «و» or not.
    pub(super) fn is_number_joined(&self) -> bool {
        let digits = self.folded.trim_start_matches('و');
        !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit())
    }

    /// Whether it is a number in digits.
    pub(super) fn is_number(&self) -> bool {
        self.folded.chars().all(|c| c.is_ascii_digit())
    }
}

/// Whether a word that has no particle has the article, with enough behind it.
pub(super) fn is_definite(rest: &str) -> bool {
    rest.strip_prefix("ال")
        .is_some_and(|bare| bare.chars().count() >= 2)
}

/// A word without the article.
pub(super) fn bare(rest: &str) -> &str {
    rest.strip_prefix("ال")
        .filter(|bare| bare.chars().count() >= 2)
        .unwrap_or(rest)
}

fn readings(folded: &str) -> Vec<Reading> {
    let mut all = Vec::new();
    for particles in PARTICLES {
        let Some(rest) = folded.strip_prefix(particles) else {
            continue;
        };
        if rest.chars().count() < 2 {
            continue;
        }
        // ل swallows the alif of the article.
        if particles.ends_with('ل')
            && let Some(bare) = rest.strip_prefix('ل').filter(|bare| bare.len() > 2)
        {
            let rest = format!("ال{bare}");
            all.push(Reading { particles, rest });
            // «للجنة» is ل and «اللجنة», or «لجنة».
            let rest = format!("الل{bare}");
            all.push(Reading { particles, rest });
        }
        let rest = rest.to_owned();
        all.push(Reading { particles, rest });
    }
    all
}

/// Whether a character is part of a word. A mark of vowels is, an apostrophe or a hyphen is not.
pub(super) fn is_part(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}')
}

/// The words of a text.
pub(super) fn words(text: &str) -> Vec<Word<'_>> {
    let mut words: Vec<Word<'_>> = Vec::new();
    let mut end = 0;
    let mut characters = text.char_indices().peekable();
    while let Some((start, first)) = characters.next() {
        if !is_part(first) {
            continue;
        }
        let mut stop = start + first.len_utf8();
        while let Some((at, c)) = characters.peek().copied().filter(|(_, c)| is_part(*c)) {
            stop = at + c.len_utf8();
            characters.next();
        }
        let word = text.get(start..stop).unwrap_or_default();
        words.push(Word {
            range: start..stop,
            text: word,
            folded: fold(word),
            gap: text.get(end..start).unwrap_or_default(),
        });
        end = stop;
    }
    words
}

/// As a word is written, without as many of its first letters as there are particles; the article that ل swallowed is
/// written out.
pub(super) fn without_particles(written: &str, reading: &Reading) -> String {
    let mut skipped = 0;
    let particles = reading.particles.chars().count();
    let is_mark = |c: &char| matches!(c, '\u{640}' | '\u{64B}'..='\u{65F}');
    let rest = written.char_indices().find(|(_, c)| {
        if !is_mark(c) {
            skipped += 1;
        }
        skipped > particles && !is_mark(c)
    });
    let rest = rest.map_or("", |(at, _)| written.get(at..).unwrap_or_default());
    let is_swallowed = reading.particles.ends_with('ل')
        && reading.rest.starts_with("ال")
        && !rest.starts_with(['ا', 'أ', 'إ', 'آ']);
    if is_swallowed && reading.rest.starts_with("الل") && !rest.starts_with("لل") {
        format!("ال{rest}")
    } else if is_swallowed {
        format!("ا{rest}")
    } else {
        rest.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn particles_come_off_and_the_article_is_written_out() {
        for (written, particles, name) in [
            ("وبالرباط", "وب", "الرباط"),
            ("للسنغال", "ل", "السنغال"),
            ("للبنان", "ل", "لبنان"),
            ("للجنة", "ل", "اللجنة"),
            ("للجنة", "ل", "لجنة"),
            ("وللأنتربول", "ول", "الأنتربول"),
            ("والدانمارك", "و", "الدانمارك"),
            ("بفاس", "ب", "فاس"),
        ] {
            let words = words(written);
            let reading = words[0]
                .readings()
                .into_iter()
                .find(|reading| reading.particles == particles && reading.rest == fold(name));
            let reading = reading.unwrap_or_else(|| panic!("{written}"));
            assert_eq!(without_particles(written, &reading), name);
        }
    }

    #[test]
    fn words_have_their_places_and_what_is_between() {
        let text = "قال: «نعم»، و27 شخصا";
        let words = words(text);
        let seen: Vec<_> = words.iter().map(|word| (word.text, word.gap)).collect();
        assert_eq!(
            seen,
            [("قال", ""), ("نعم", ": «"), ("و27", "»، "), ("شخصا", " ")]
        );
        assert!(
            words
                .iter()
                .all(|word| &text[word.range.clone()] == word.text)
        );
    }
}

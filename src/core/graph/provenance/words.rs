//! Whether words stand in a text, on the boundaries of its words, and which words come closest.

use std::ops::Range;

/// The conjunction that Arabic writes joined to the next word, and that a quotation may leave off.
pub(in super::super) const PROCLITIC: char = 'و';

/// The first place at or after byte `from` where `words` stand whole in `text`. «مالي» does not stand
/// in «ماليزيا», nor «الأنتربول» in «للأنتربول»; «الدانمارك» does in «والدانمارك».
#[must_use]
pub fn find(words: &str, text: &str, from: usize) -> Option<Range<usize>> {
    let (first, last) = (words.chars().next()?, words.chars().next_back()?);
    let mut start = from;
    while let Some(found) = text.get(start..)?.find(words) {
        let found = start + found..start + found + words.len();
        let mut before = text[..found.start].chars().rev();
        let previous = before.next();
        let begins = !is_word(first)
            || previous.is_none_or(|c| {
                !is_word(c) || c == PROCLITIC && before.next().is_none_or(|c| !is_word(c))
            });
        let next = text[found.end..].chars().next();
        let ends = !is_word(last) || next.is_none_or(|c| !is_word(c));
        if begins && ends {
            return Some(found);
        }
        start = found.start + first.len_utf8();
    }
    None
}

/// Letters, digits, the underscore, and the marks that Arabic sets on letters
/// (U+0610–061A, U+064B–065F, U+0670).
fn is_word(c: char) -> bool {
    c.is_alphanumeric()
        || c == '_'
        || matches!(c, '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}' | '\u{670}')
}

/// How many lengths of runs are compared, at each word of a text.
pub(super) const RUNS: usize = 3;

/// The run of words of `text` that is most like `words`, when it is like them at all.
pub(super) fn nearest<'a>(words: &str, text: &'a str) -> Option<&'a str> {
    let starts: Vec<usize> = text
        .split_whitespace()
        .map(|word| word.as_ptr() as usize - text.as_ptr() as usize)
        .collect();
    let ends: Vec<usize> = text
        .split_whitespace()
        .map(|word| word.as_ptr() as usize - text.as_ptr() as usize + word.len())
        .collect();
    let count = words.split_whitespace().count().max(1);
    let lengths = count.saturating_sub(1).max(1)..=count + 1;
    let runs = lengths.flat_map(|length| {
        let last = starts.len().saturating_sub(length - 1);
        let (starts, ends) = (&starts, &ends);
        (0..last).map(move |first| &text[starts[first]..ends[first + length - 1]])
    });
    let likeness = |run: &str| strsim::normalized_levenshtein(words, run);
    let found = runs
        .map(|run| (likeness(run), run))
        .filter(|(likeness, _)| *likeness > 0.5)
        .max_by(|(a, _), (b, _)| a.total_cmp(b));
    let run = found?.1.trim_end_matches(['،', '؛', '.', ',', ':']);
    // What a quotation may leave off is not to be written where it was left off.
    let bare = run.strip_prefix(PROCLITIC).unwrap_or(run);
    Some(if likeness(bare) > likeness(run) {
        bare
    } else {
        run
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "من السويد والدانمارك وماليزيا، أما للأنتربول ووفود";

    #[test]
    fn words_stand_whole_or_behind_a_joined_waw() {
        for words in [
            "السويد",
            "الدانمارك",
            "ماليزيا، أما",
            "وماليزيا",
            "وفود",
            "السويد والدانمارك",
        ] {
            assert!(find(words, TEXT, 0).is_some(), "{words}");
        }
        for words in [
            "مالي",
            "الأنتربول",
            "دانمارك",
            "أنتربول",
            "سويد",
            "السويد و",
            "فود",
            "",
        ] {
            assert!(find(words, TEXT, 0).is_none(), "{words}");
        }
    }

    #[test]
    fn a_search_goes_on_behind_a_part_of_a_word() {
        assert_eq!(find("مالي", "ماليزيا ومالي", 0), Some(17..25));
    }

    #[test]
    fn the_closest_words_are_shown() {
        for (words, closest) in [
            ("السويد والدنمارك", "السويد والدانمارك"),
            ("الدنمارك", "الدانمارك"),
            ("الدنمارك وماليزيا", "الدانمارك وماليزيا"),
            ("والدنمارك", "والدانمارك"),
            ("وفودا", "وفود"),
        ] {
            assert_eq!(nearest(words, TEXT), Some(closest), "{words}");
        }
        assert_eq!(nearest("xyz", TEXT), None);
    }
}

//! A normalised word to what may be left when its affixes are taken off: the particles and the article written onto its
//! front, the endings of number, gender and possession. Light stemming, as Larkey, Ballesteros and Connell describe it
//! («Light Stemming for Arabic Information Retrieval», light10): no roots, no patterns, so a stem is still a word that a reader
//! would know.

/// What may stand before a word, the longest first, since «وال» is taken off whole.
const PREFIXES: [&str; 13] = [
    "وبال", "ولل", "وال", "بال", "كال", "فال", "ال", "لل", "و", "ب", "ل", "ف", "ك",
];

/// How many of them hold the article, and so can hardly be letters of the word.
const WITH_ARTICLE: usize = 8;

/// What may stand after one, in its normalised spelling. Taken off one after the other, each once: «قانونيين» is
/// «قانوني» and «قانون».
const SUFFIXES: [&str; 8] = ["ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي"];

/// Letters that must remain: most words have three that count.
const REMAIN: usize = 3;

/// The stems of a word: without its prefix, without suffixes, without both.
pub(super) fn stems(word: &str) -> Vec<String> {
    let bare = strip(word, &PREFIXES);
    let mut stems: Vec<String> = bare.map(str::to_owned).into_iter().collect();
    for start in [Some(word), bare].into_iter().flatten() {
        endings(start, &mut stems);
    }
    stems
}

/// The word without the article, and without the particles that stand before one.
#[must_use]
pub fn without_article(word: &str) -> &str {
    strip(word, &PREFIXES[..WITH_ARTICLE]).unwrap_or(word)
}

fn strip<'w>(word: &'w str, prefixes: &[&str]) -> Option<&'w str> {
    let mut stems = prefixes
        .iter()
        .filter_map(|prefix| word.strip_prefix(prefix));
    stems.find(|stem| is_enough(stem))
}

fn is_enough(stem: &str) -> bool {
    stem.chars().nth(REMAIN - 1).is_some()
}

/// Takes the endings off, and keeps what is left after each.
fn endings(word: &str, stems: &mut Vec<String>) {
    let mut word = word.to_owned();
    for suffix in SUFFIXES {
        let Some(stem) = word.strip_suffix(suffix).filter(|stem| is_enough(stem)) else {
            continue;
        };
        stems.push(stem.to_owned());
        // An ending opens ة: «دولتان» is «دولت» and ان, and «دولة» is meant.
        word = match stem.strip_suffix('ت').filter(|stem| is_enough(stem)) {
            Some(opened) => format!("{opened}ه"),
            None => stem.to_owned(),
        };
        stems.push(word.clone());
    }
}

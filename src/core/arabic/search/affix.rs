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

/// What may stand after one, in its normalised spelling: pronouns, number, the accusative, origin. Taken off one after the
/// other, in this order: «قانونيين» is «قانوني» and «قانون», «اتفاقاتهم» is «اتفاقات» and «اتفاق». To those of light10 come
/// more pronouns, and the ا of «تعاونا», «أوروبا» and «روسيا».
const SUFFIXES: [&str; 11] = [
    "هما", "هم", "ها", "كم", "ه", "ان", "ات", "ون", "ين", ACCUSATIVE, "ي",
];

/// Not taken for an ending where a hamza has been dropped behind it: «خبراء» has nothing to do with «خبر».
const ACCUSATIVE: &str = "ا";

/// Letters that must remain: most words have three that count. Of a number, any.
const REMAIN: usize = 3;

/// The stems of a word: without its prefix, without suffixes, without both. `has_hamza` when it ends in one that the word
/// given here lacks.
pub(super) fn stems(word: &str, has_hamza: bool) -> Vec<String> {
    let bare = strip(word, &PREFIXES);
    let mut stems: Vec<String> = bare.map(str::to_owned).into_iter().collect();
    for start in [Some(word), bare].into_iter().flatten() {
        endings(start, has_hamza, &mut stems);
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
    stem.starts_with(|c: char| c.is_ascii_digit()) || stem.chars().nth(REMAIN - 1).is_some()
}

/// Takes the endings off, and keeps what is left after each.
fn endings(word: &str, has_hamza: bool, stems: &mut Vec<String>) {
    let mut word = word.to_owned();
    for suffix in SUFFIXES {
        let Some(stem) = word.strip_suffix(suffix).filter(|stem| is_enough(stem)) else {
            continue;
        };
        if has_hamza && suffix == ACCUSATIVE {
            continue;
        }
        stems.push(stem.to_owned());
        // An ending opens ة: «دولتان» is «دولت» and ان, and «دولة» is meant.
        let opened = stem.strip_suffix('ت');
        if let Some(opened) = opened.filter(|opened| !opened.ends_with('ا')) {
            stems.push(format!("{opened}ه"));
            if is_enough(opened) {
                stems.push(opened.to_owned());
                word = opened.to_owned();
                continue;
            }
        }
        word = stem.to_owned();
    }
}

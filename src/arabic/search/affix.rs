//! A normalised word to what may be left when its affixes are taken off: the particles and the article written onto its
//! front, the endings of number, gender and possession. Light stemming: no roots, no patterns, so a stem is still a
//! word that a reader would know.

/// What may stand before a word, the longest first, since «وال» is taken off whole.
const PREFIXES: [&str; 13] = [
    "وبال", "ولل", "وال", "بال", "كال", "فال", "ال", "لل", "و", "ب", "ل", "ف", "ك",
];

/// What may stand after one, in its normalised spelling.
const SUFFIXES: [&str; 8] = ["ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي"];

/// Letters that must remain: most words have three that count.
const REMAIN: usize = 3;

/// The word without what may be its prefix, its suffix, and both.
pub(super) fn stripped(word: &str) -> Vec<String> {
    let without_prefix = strip(word, &PREFIXES, |word, prefix| word.strip_prefix(prefix));
    let suffix = |word: &str| {
        let stem = strip(word, &SUFFIXES, |word, suffix| word.strip_suffix(suffix));
        stem.map(str::to_owned)
    };
    let both = without_prefix.and_then(suffix);
    let stems = [without_prefix.map(str::to_owned), suffix(word), both];
    stems.into_iter().flatten().collect()
}

/// The word without the longest of `affixes` that leaves enough of it.
fn strip<'w>(
    word: &'w str,
    affixes: &[&str],
    without: impl Fn(&'w str, &str) -> Option<&'w str>,
) -> Option<&'w str> {
    let mut stems = affixes.iter().filter_map(|affix| without(word, affix));
    stems.find(|stem| stem.chars().count() >= REMAIN)
}

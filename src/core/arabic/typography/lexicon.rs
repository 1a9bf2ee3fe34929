//! The words that are written otherwise: misspelt ones, and those for which a site has chosen another spelling.
//! Each is known in all the forms that joined particles give it, so that a word of a text is looked up once.

use super::character::is_arabic;
use super::finding::{Rule, Spelling};

/// The particles that Arabic joins to the front of a word.
const PARTICLES: [&str; 10] = ["", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب"];

/// Those that the article joins, and what becomes of `ال` behind `ل`.
const ARTICLE: &str = "ال";
const BEFORE_ARTICLE: [&str; 3] = ["لل", "ولل", "فلل"];

/// Spellings by the form of their first word.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    spellings: Vec<Spelling>,
    /// In order; the number is that of the spelling.
    forms: Vec<(Form, usize)>,
    /// A bit for each form at the place that its fingerprint names: nearly all words of a text are told from all forms by
    /// these alone.
    marks: Vec<u64>,
}

/// The first word of a spelling with a particle, and what stands in its place.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Form {
    word: String,
    /// The particle that is kept.
    pub(super) particle: &'static str,
    /// How many bytes of the right spelling are part of the particle.
    pub(super) taken: usize,
}

impl Lexicon {
    pub(super) fn new(spellings: Vec<Spelling>, joins_particles: bool) -> Self {
        let mut lexicon = Self {
            marks: vec![0; 1 << (FINGERPRINT - 6)],
            ..Self::default()
        };
        for (number, spelling) in spellings.iter().enumerate() {
            let word = spelling.wrong.split(' ').next().unwrap_or_default();
            for form in forms(word, spelling, joins_particles) {
                let mark = fingerprint(form.word.as_bytes());
                lexicon.marks[mark >> 6] |= 1 << (mark & 63);
                lexicon.forms.push((form, number));
            }
        }
        lexicon.forms.sort();
        lexicon.spellings = spellings;
        lexicon
    }

    pub(super) fn is_empty(&self) -> bool {
        self.spellings.is_empty()
    }

    pub(super) fn may_hold(&self, word: &[u8]) -> bool {
        let mark = fingerprint(word);
        let marks = self.marks.get(mark >> 6).copied().unwrap_or_default();
        marks & (1 << (mark & 63)) != 0
    }

    /// The spellings whose first word this is.
    pub(super) fn of<'a>(
        &'a self,
        word: &'a str,
    ) -> impl Iterator<Item = (&'a Form, &'a Spelling)> {
        let first = self.forms.partition_point(|(form, _)| *form.word < *word);
        let same = self.forms[first..]
            .iter()
            .take_while(move |(form, _)| form.word == word);
        same.map(|(form, number)| (form, &self.spellings[*number]))
    }
}

/// How many bits a fingerprint has: thousands of forms leave most of the marks empty.
const FINGERPRINT: u32 = 16;

/// A number for a word, quick to find: of its first and last four letters and its length.
fn fingerprint(word: &[u8]) -> usize {
    /// 2^64 divided by the golden ratio: its multiples spread well (Knuth, TAOCP 3, 6.4).
    const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;
    let eight = |bytes: &[u8]| {
        let mut eight = [0; 8];
        eight[..bytes.len()].copy_from_slice(bytes);
        u64::from_le_bytes(eight)
    };
    let first = eight(&word[..word.len().min(8)]);
    let last = eight(&word[word.len().saturating_sub(8)..]);
    let mixed = (first.wrapping_mul(SPREAD) ^ last).wrapping_add(word.len() as u64);
    let spread = mixed.wrapping_mul(SPREAD) >> (u64::BITS - FINGERPRINT);
    usize::try_from(spread).unwrap_or_default()
}

fn forms(word: &str, spelling: &Spelling, joins_particles: bool) -> Vec<Form> {
    let plain = |particle: &'static str| Form {
        word: format!("{particle}{word}"),
        particle,
        taken: 0,
    };
    let is_long = word.chars().count() > 4;
    let is_arabic_word = word.chars().all(is_arabic);
    // A short word with a particle may be another word: والى is a verb of its own.
    let joins = joins_particles
        && is_arabic_word
        && match spelling.rule {
            Rule::Hamza => is_long && word.starts_with(ARTICLE),
            _ => word.chars().count() > 2,
        };
    if !joins {
        return vec![plain("")];
    }
    let mut forms: Vec<Form> = PARTICLES.into_iter().map(plain).collect();
    if let Some(rest) = word.strip_prefix(ARTICLE) {
        let taken = if spelling.right.starts_with(ARTICLE) {
            ARTICLE.len()
        } else {
            0
        };
        forms.extend(BEFORE_ARTICLE.into_iter().map(|particle| Form {
            word: format!("{particle}{rest}"),
            particle: if taken > 0 {
                particle
            } else {
                &particle[..particle.len() - "ل".len()]
            },
            taken,
        }));
    }
    forms
}

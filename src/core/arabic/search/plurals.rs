//! What no rule finds: plurals that change the inside of a word, and the words that carry no content.

use super::Forms;
use super::normal::fold;

/// Singular and plural as they are written, a pair a line.
const PLURALS: &str = include_str!("plurals.tsv");

/// Language and word, a pair a line.
const PARTICLES: &str = include_str!("particles.tsv");

/// Letters of a folded word that a slip of the hand or of the ear takes for one another, side by side: the rows of the Arabic
/// keyboard and of the Latin one, then letters of one shape but for their dots, those of near sounds, and the seats of a hamza.
pub const ALIKE: &str = "ضصثقفغعهخحجد شسيبلاتنمكط ئءؤريهوزظ qwertyuiop asdfghjkl zxcvbnm \
    بتثنيثبنت جخذد رزذظضدتط عغقكغج قج صسث سشص فق هت aeiouaoie cksz vfph \
    قك حه ءائاؤ";

/// Singular and broken plural, each in its first reading: «جريمه» and «جرايم».
pub fn broken_plurals() -> impl Iterator<Item = (String, String)> {
    pairs(PLURALS).map(|(singular, plural)| (reading(singular), reading(plural)))
}

/// The words of a language that a question may hold without being about them, folded.
pub fn particles(language: &str) -> impl Iterator<Item = String> {
    let of_language = move |(tag, _): &(&str, &str)| *tag == language;
    pairs(PARTICLES)
        .filter(of_language)
        .map(|(_, word)| fold(word))
}

fn pairs(table: &str) -> impl Iterator<Item = (&str, &str)> {
    table.lines().filter_map(|line| line.split_once('\t'))
}

fn reading(word: &str) -> String {
    let forms = Forms::of(&fold(word));
    forms.readings.into_iter().next().unwrap_or_default()
}

//! Spellings of French: ordinals, and capitals that have lost their accents.

use super::Page;
use crate::arabic::typography::finding::{Replacement, Rule};

/// Words that begin with a capital without its accent, as they should be. Nobody writes them otherwise: names of people
/// are not among them.
const ACCENTED: [&str; 78] = [
    "À-propos",
    "Ébauche",
    "Écart",
    "Écarts",
    "Échange",
    "Échanges",
    "Échéance",
    "Échec",
    "Échecs",
    "Échelle",
    "Écho",
    "Éclairage",
    "École",
    "Écoles",
    "Écologie",
    "Écologique",
    "Économie",
    "Économies",
    "Économique",
    "Économiques",
    "Écran",
    "Écrans",
    "Écriture",
    "Écrivain",
    "Écrivains",
    "Édition",
    "Éditions",
    "Éditeur",
    "Éditeurs",
    "Éducation",
    "Égalité",
    "Également",
    "Église",
    "Églises",
    "Égypte",
    "Élaboration",
    "Élection",
    "Élections",
    "Électricité",
    "Électrique",
    "Élément",
    "Éléments",
    "Élève",
    "Élèves",
    "Émergence",
    "Émirats",
    "Émission",
    "Émissions",
    "Énergie",
    "Énergies",
    "Énergétique",
    "Énoncé",
    "Épargne",
    "Époque",
    "Équateur",
    "Équilibre",
    "Équipe",
    "Équipes",
    "Équipement",
    "Équipements",
    "Érythrée",
    "Établissement",
    "Établissements",
    "Étape",
    "Étapes",
    "État",
    "États",
    "Étude",
    "Études",
    "Étudiant",
    "Étudiants",
    "Éthiopie",
    "Évaluation",
    "Événement",
    "Événements",
    "Évolution",
    "Être",
    "Île",
];

impl Page<'_> {
    /// Judges the word or the number that begins at a byte.
    pub(super) fn word(&mut self, at: usize) {
        if !self.is_french() {
            return;
        }
        let rest = &self.text[at..];
        let word = &rest[..rest
            .find(|c: char| !c.is_alphanumeric())
            .unwrap_or(rest.len())];
        if word.starts_with(|c: char| c.is_ascii_digit()) {
            self.thousands(at);
        }
        if let Some(right) = ordinal(word) {
            self.find(
                Rule::FrenchSpelling,
                at..at + word.len(),
                Replacement::safe(right),
            );
        } else if word.starts_with(['E', 'I']) {
            self.capital(at, word);
        } else if word == "A" && self.begins_sentence(at) {
            let next = rest[1..]
                .strip_prefix(' ')
                .and_then(|rest| rest.chars().next());
            if next.is_some_and(char::is_alphabetic) {
                self.find(Rule::FrenchSpelling, at..at + 1, Replacement::likely("À"));
            }
        }
    }

    fn capital(&mut self, at: usize, word: &str) {
        let folded = |accented: &str| -> String { accented.chars().map(plain).collect() };
        // All but the capital as it is in the list: what is all capitals is a style of its own.
        let right = ACCENTED.iter().find(|accented| {
            let first = accented.chars().next().unwrap_or_default();
            word.starts_with(plain(first))
                && (word[1..] == accented[first.len_utf8()..] || word == folded(accented))
        });
        if let Some(right) = right {
            self.find(
                Rule::FrenchSpelling,
                at..at + word.len(),
                Replacement::safe(*right),
            );
        }
    }

    fn begins_sentence(&self, at: usize) -> bool {
        let head = self.text[..at].trim_end();
        head.is_empty() || head.len() < at && head.ends_with(['.', '!', '?', '…'])
    }
}

/// A vowel without its accent.
fn plain(c: char) -> char {
    match c {
        'É' | 'È' | 'Ê' => 'E',
        'À' | 'Â' => 'A',
        'Î' => 'I',
        'é' | 'è' | 'ê' => 'e',
        c => c,
    }
}

/// An ordinal as it is abbreviated: `2ème` is `2e`, `1ère` is `1re`, `XIXème` is `XIXe`.
fn ordinal(word: &str) -> Option<String> {
    let end = word.find(|c: char| !(c.is_ascii_digit() || "IVXLC".contains(c)))?;
    let (number, ending) = word.split_at(end);
    let is_number = !number.is_empty()
        && (number.bytes().all(|b| b.is_ascii_digit())
            || number.bytes().all(|b| !b.is_ascii_digit()));
    let right = match (number, ending) {
        ("1" | "I", "ier") => "er",
        ("1" | "I", "ère" | "ere" | "ière") => "re",
        ("1" | "I", "ères" | "eres") => "res",
        ("1" | "I", _) => return None,
        (_, "ème" | "eme" | "ième" | "ieme") => "e",
        (_, "èmes" | "emes" | "ièmes" | "iemes") => "es",
        _ => return None,
    };
    is_number.then(|| format!("{number}{right}"))
}

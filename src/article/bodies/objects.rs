//! What a noun of a name is of behind a preposition: «للوقاية من الرشوة», «للدفاع عن حقوق الإنسان».

use super::construct::Construct;
use crate::article::lexicon::{is, is_relative, is_word};
use crate::article::words::{Word, is_definite};

/// Nouns with the preposition that leads to what they are of: «للوقاية من الرشوة», «للدفاع عن حقوق الإنسان».
const PREPOSITIONS: [(&str, &str); 17] = [
    ("الوقايه", "من"),
    ("وقايه", "من"),
    ("الحد", "من"),
    ("الحمايه", "من"),
    ("للحد", "من"),
    ("دفاع", "عن"),
    ("سيطره", "علي"),
    ("رقابه", "علي"),
    ("حفاظ", "علي"),
    ("محافظه", "علي"),
    ("تامين", "علي"),
    ("اشراف", "علي"),
    ("قضاء", "علي"),
    ("كشف", "عن"),
    ("تنقيب", "عن"),
    ("تخفيف", "من"),
    ("للشراكه", "بين"),
];

impl Construct<'_, '_> {
    /// «للوقاية من الرشوة», «للبحث في الصيد البحري»
    pub(super) fn against(&mut self) {
        let before = self.words[self.at - 1].folded.as_str();
        // «للبحوث الزراعية في المناطق الجافة»
        let is_research = is_relative(before)
            && self.words[self.at - 2].folded.ends_with("بحوث")
            && self.next().is_some_and(|next| next.folded == "في")
            && self.words.get(self.at + 1).is_some_and(|word| {
                is_definite(&word.folded) && !self.places.contains_key(&(self.at + 1))
            });
        if is_research {
            self.at += 2;
            self.at += usize::from(self.next().is_some_and(|next| is_definite(&next.folded)));
            return;
        }
        let is_in = [
            "البحث",
            "لبحث",
            "للبحث",
            "البحوث",
            "للبحوث",
            "الدراسات",
            "للدراسات",
            "التعاون",
            "والتعاون",
            "للتعاون",
        ]
        .contains(&before)
            && self.next().is_some_and(|next| next.folded == "في");
        let field = self.words.get(self.at + 1).filter(|_| is_in);
        if let Some(field) = field {
            let place = self.places.get(&(self.at + 1));
            if place.is_some() || is_definite(&field.folded) {
                self.at = place.map_or(self.at + 2, |place| place.to);
                self.adjectives(true);
            }
            return;
        }
        // «وكالة النهوض بالرياضة»
        let is_raised = before.ends_with("نهوض")
            && self
                .next()
                .is_some_and(|next| next.folded.starts_with("بال"));
        self.at += usize::from(is_raised);
        if is_raised {
            return;
        }
        let preposition = PREPOSITIONS
            .iter()
            .find(|(noun, _)| before.ends_with(noun))
            .map(|(_, preposition)| *preposition);
        let Some(preposition) = preposition else {
            return;
        };
        // «والوقاية منها»
        if self
            .next()
            .is_some_and(|next| next.folded.strip_suffix("ها") == Some(preposition))
        {
            self.at += 1;
            return;
        }
        // «للدفاع عن حقوق الإنسان», «بين القطاعين العام والخاص»
        let words = self.words.iter().skip(self.at + 1).take(2);
        let is_plain = |word: &&Word<'_>| {
            word.is_adjacent() && !is_definite(&word.folded) && !is_word("particles", word)
        };
        let object = self.at + 1 + words.take_while(is_plain).count();
        let is_led = self.next().is_some_and(|next| next.folded == preposition)
            && self.words.get(object).is_some_and(|word| {
                word.is_adjacent() && is_definite(&word.folded) && !is("stops", &word.folded)
            });
        if !is_led {
            return;
        }
        self.at = object + 1;
        let is_of_two = |at: usize, rest: &str| {
            let word = self.words.get(at).filter(|word| word.is_adjacent());
            word.is_some_and(|word| word.folded == rest)
        };
        if is_of_two(self.at, "العام") && is_of_two(self.at + 1, "والخاص") {
            self.at += 2;
        }
    }
}

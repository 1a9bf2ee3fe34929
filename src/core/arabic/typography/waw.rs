//! The conjunction و, which Arabic writes joined to the next word.

use super::character::{is_arabic, is_letter, is_opener, is_space};
use super::finding::{Replacement, Rule};
use super::scan::Scan;
use super::surroundings::{after, before, stem, words_before};

/// Words after which a single letter is the name of a letter, or of an item.
const NAMED: [&str; 22] = [
    "حرف",
    "حرفا",
    "حرفي",
    "حروف",
    "أحرف",
    "واو",
    "بند",
    "فقرة",
    "نقطة",
    "قسم",
    "صنف",
    "فئة",
    "مجموعة",
    "فصيلة",
    "نوع",
    "محور",
    "ملحق",
    "جدول",
    "شكل",
    "عمود",
    "خيار",
    "رمز",
];

impl Scan<'_> {
    /// Judges a و that stands alone, at this byte.
    pub(super) fn lone_waw(&mut self, at: usize) {
        let end = at + 'و'.len_utf8();
        let begins =
            before(self.text, at).is_none_or(|c| c.is_whitespace() || is_opener(c) || c == '—');
        let spaces = self.text[end..].len() - self.text[end..].trim_start_matches(is_space).len();
        let start = end + spaces;
        let next = after(self.text, start).filter(|c| is_letter(*c));
        let (Some(next), true) = (next, begins && spaces > 0) else {
            return;
        };
        let is_one_letter = |word: &str| word.chars().filter(|c| is_letter(*c)).count() == 1;
        let rest = &self.text[start..];
        let word = &rest[..rest.find(|c| !is_arabic(c)).unwrap_or(rest.len())];
        let last = words_before(self.text, at).next().unwrap_or_default();
        // In «أ و ب» letters are named, in «حرف الواو و» one is.
        if is_one_letter(word) || is_one_letter(last) || NAMED.contains(&stem(last)) {
            return;
        }
        let range = at..start + next.len_utf8();
        self.find(Rule::LoneWaw, range, Replacement::safe(format!("و{next}")));
    }
}

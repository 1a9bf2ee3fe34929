//! Where two texts differ, and which characters a reader takes for others or does not see.

use super::invisible::{TATWEEL, is_bidi_control, is_tashkeel, nfc};

/// Where a text first differs from another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Difference {
    /// The number of the character, from one on.
    pub position: usize,
    /// What stands there in the first text; nothing at its end.
    pub left: Option<char>,
    /// What stands there in the second.
    pub right: Option<char>,
}

/// The first character in which two texts differ.
#[must_use]
pub fn first_difference(left: &str, right: &str) -> Option<Difference> {
    let (mut lefts, mut rights) = (left.chars(), right.chars());
    for position in 1.. {
        let (left, right) = (lefts.next(), rights.next());
        if left != right {
            return Some(Difference {
                position,
                left,
                right,
            });
        }
        if left.is_none() {
            break;
        }
    }
    None
}

/// Whether a reader would take the one text for the other.
#[must_use]
pub fn look_alike(one: &str, other: &str) -> bool {
    seen(one).eq(seen(other))
}

/// Whether nothing is seen of the character, or so little that it is missed.
#[must_use]
pub fn is_easily_missed(c: char) -> bool {
    is_bidi_control(c)
        || is_tashkeel(c)
        || matches!(c, TATWEEL | '\u{AD}' | '\u{34F}' | '\u{180E}' | '\u{FEFF}')
        || matches!(c, '\u{200B}'..='\u{200D}' | '\u{2060}'..='\u{2064}')
}

fn seen(text: &str) -> impl Iterator<Item = char> {
    let composed: Vec<char> = nfc(text).chars().collect();
    let kept = composed.into_iter().filter(|c| !is_easily_missed(*c));
    kept.map(|c| {
        let same = SAME.iter().find(|(_, alike)| alike.contains(c));
        same.map_or(c, |(model, _)| *model)
    })
}

/// Characters that are told apart with difficulty, each group under one of them.
const SAME: [(char, &str); 45] = [
    ('ا', "أإآٱ"),
    ('و', "ؤ"),
    ('ي', "یىئې"),
    ('ك', "کڪ"),
    ('ه', "ةہھەۀ"),
    ('٠', "۰"),
    ('١', "۱"),
    ('٢', "۲"),
    ('٣', "۳"),
    ('٤', "۴"),
    ('٥', "۵"),
    ('٦', "۶"),
    ('٧', "۷"),
    ('٨', "۸"),
    ('٩', "۹"),
    (
        ' ',
        "\u{A0}\u{2000}\u{2001}\u{2002}\u{2003}\u{2004}\u{2005}\u{2006}\u{2007}\u{2008}\u{2009}\u{200A}\u{202F}\u{205F}",
    ),
    ('-', "‐‑‒–—−"),
    ('\'', "’‘ʼʹ′"),
    ('"', "“”„″"),
    (',', "،٬"),
    (';', "؛"),
    ('?', "؟"),
    ('a', "аα"),
    ('c', "с"),
    ('e', "е"),
    ('i', "іι"),
    ('j', "ј"),
    ('o', "оο"),
    ('p', "рρ"),
    ('s', "ѕ"),
    ('x', "хχ"),
    ('y', "у"),
    ('A', "АΑ"),
    ('B', "ВΒ"),
    ('C', "С"),
    ('E', "ЕΕ"),
    ('H', "НΗ"),
    ('I', "ІΙ"),
    ('K', "КΚ"),
    ('M', "МΜ"),
    ('N', "Ν"),
    ('O', "ОΟ"),
    ('P', "РΡ"),
    ('T', "ТΤ"),
    ('X', "ХΧ"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_is_the_first_and_counted_in_characters() {
        let at = |left, right| first_difference(left, right).map(|found| found.position);
        assert_eq!(at("كينيا", "كينيا"), None);
        assert_eq!(at("", ""), None);
        assert_eq!(at("کينيا", "كينيا"), Some(1));
        assert_eq!(at("كينيا", "كينيا\u{200B}"), Some(6));
        assert_eq!(at("kenуa", "kenya"), Some(4));
        let end = first_difference("ab", "a").unwrap();
        assert_eq!((end.left, end.right), (Some('b'), None));
    }

    #[test]
    fn texts_look_alike_by_characters_that_are_taken_for_each_other() {
        for (one, other) in [
            ("کتاب", "كتاب"),
            ("مصطفى", "مصطفي"),
            ("كـــتاب", "كتاب"),
            ("كتا\u{200C}ب", "كتاب"),
            ("\u{200F}كتاب", "كتاب"),
            ("أحمد", "احمد"),
            ("kenуa", "kenya"),
            ("a\u{A0}b", "a b"),
            ("آ", "ا\u{653}"),
            ("كَتب", "كتب"),
        ] {
            assert!(look_alike(one, other), "{one} {other}");
        }
        for (one, other) in [("كتاب", "كتب"), ("kenya", "kenia"), ("٢", "٣")] {
            assert!(!look_alike(one, other), "{one} {other}");
        }
    }
}

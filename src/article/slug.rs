//! Arabic to Latin letters, for addresses that are proposed. It is a proposal: Arabic writes no short vowels, so that whoever
//! knows the name has to look at it.

/// The longest, in letters.
const LONGEST: usize = 40;

/// A slug for a name: letters a to z, digits and hyphens. Empty where nothing of it can be written so.
#[must_use]
pub(crate) fn slug(name: &str) -> String {
    let words = name.split(|c: char| c.is_whitespace() || matches!(c, '-' | '/' | '،'));
    let words = words.map(word).filter(|word| !word.is_empty());
    let mut slug = String::new();
    for word in words {
        if !slug.is_empty() && slug.len() + word.len() >= LONGEST {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(&word);
    }
    slug.truncate(LONGEST * 2);
    slug
}

fn word(word: &str) -> String {
    let bare = word
        .strip_prefix("ال")
        .filter(|bare| bare.chars().count() > 2);
    let joined = word
        .strip_prefix("وال")
        .filter(|bare| bare.chars().count() > 2);
    let of = word
        .strip_prefix("لل")
        .filter(|bare| bare.chars().count() > 2);
    let (article, letters) = match (bare, joined, of) {
        (Some(bare), ..) => ("al-", bare),
        (_, Some(bare), _) => ("wal-", bare),
        (.., Some(bare)) => ("lil-", bare),
        _ => ("", word),
    };
    let letters: String = letters.chars().filter(|c| *c != '\u{651}').collect();
    let mut written = String::from(article);
    let mut characters = letters.chars().peekable();
    let mut was_consonant = false;
    let mut is_first = true;
    while let Some(c) = characters.next() {
        // At the beginning, و and ي are consonants.
        let latin = match c {
            'و' if is_first => "w",
            'ي' if is_first => "y",
            c => letter(c),
        };
        let is_vowel = !is_first
            && matches!(
                c,
                'ا' | 'و' | 'ي' | 'ى' | 'آ' | 'أ' | 'إ' | 'ة' | 'ئ' | 'ؤ' | 'ء'
            );
        // A vowel between two consonants, so that it can be said.
        if was_consonant && !is_vowel && !latin.is_empty() && written.len() > article.len() {
            written.push('a');
        }
        written.push_str(latin);
        is_first = false;
        was_consonant = !is_vowel
            && !latin.ends_with('a')
            && latin != "i"
            && !latin.is_empty()
            && c.is_alphabetic()
            && !c.is_ascii();
        if c == 'ة' && characters.peek().is_none() {
            written.push('a');
        }
        if c.is_ascii_alphanumeric() {
            written.push(c.to_ascii_lowercase());
        }
    }
    written.trim_end_matches('-').to_owned()
}

fn letter(c: char) -> &'static str {
    match c {
        'ا' | 'أ' | 'آ' | 'ى' => "a",
        'ب' => "b",
        'ت' | 'ط' => "t",
        'ث' => "th",
        'ج' => "j",
        'ح' | 'ه' => "h",
        'خ' => "kh",
        'د' | 'ض' => "d",
        'ذ' => "dh",
        'ر' => "r",
        'ز' | 'ظ' => "z",
        'س' | 'ص' => "s",
        'ش' => "sh",
        'غ' => "gh",
        'ف' | 'ڤ' => "f",
        'ق' => "q",
        'ك' | 'گ' | 'ڭ' => "k",
        'ل' => "l",
        'م' => "m",
        'ن' => "n",
        'و' | 'ؤ' => "u",
        'إ' | 'ي' | 'ئ' => "i",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn names_are_written_in_latin_letters() {
        for (name, latin) in [
            ("وزارة الصحة", "wazara-al-saha"),
            ("بنك المغرب", "banak-al-magharab"),
            ("UNESCO 2025", "unesco-2025"),
            ("٪", ""),
        ] {
            assert_eq!(slug(name), latin, "{name}");
        }
    }

    #[test]
    fn slugs_are_ascii_and_short() {
        let name = "الوكالة المغربية لتنمية الاستثمارات والصادرات والتعاون الدولي المشترك";
        let slug = slug(name);
        assert!(
            slug.len() <= 60 && slug.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'),
            "{slug}"
        );
        assert!(!slug.ends_with('-'));
    }
}

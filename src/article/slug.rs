//! Arabic to Latin letters, for addresses that are proposed. It is a proposal: Arabic writes no short vowels, so that whoever
//! knows the name has to look at it.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::lexicon::rows;

/// The longest, in letters.
const LONGEST: usize = 40;

/// Words as they are usually romanised.
static ROMANISED: LazyLock<BTreeMap<&str, &str>> = LazyLock::new(|| {
    let words = rows(include_str!("romanised.tsv"));
    let words = words.filter_map(|line| line.split_once('\t'));
    words.collect()
});

/// The slugs of places whose name is one word that means nothing else.
static PLACES: LazyLock<BTreeMap<&str, &str>> = LazyLock::new(|| {
    let rows = rows(include_str!("places.tsv")).filter_map(|row| {
        let mut cells = row.split('\t');
        Some((cells.next()?, cells.nth(1)?))
    });
    let named = rows.flat_map(|(slug, names)| {
        let plain = names.split('|').filter(|name| !name.contains(['!', ' ']));
        plain.map(move |name| (name, slug))
    });
    named.collect()
});

/// A slug for a name: letters a to z, digits and hyphens. Empty where nothing of it can be written so.
#[must_use]
pub(crate) fn slug(name: &str) -> String {
    let words = name.split(|c: char| c.is_whitespace() || matches!(c, '-' | '/' | '،'));
    let mut words = words.filter(|word| !word.is_empty()).peekable();
    let mut slug = String::new();
    while let Some(next) = words.next() {
        let word = word(next, words.peek().is_some());
        if word.is_empty() {
            continue;
        }
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

/// What is joined to the beginning of a word, and how that is written.
const JOINED: [(&str, &str); 4] = [
    ("ال", "al-"),
    ("وال", "wal-"),
    ("بال", "bil-"),
    ("لل", "lil-"),
];

/// The same of words without an article, which is told where the rest is a known word.
const ATTACHED: [(char, &str); 3] = [('و', "wa-"), ('ل', "li-"), ('ب', "bi-")];

/// A word; one in ة without an article may belong to the word behind it, and then ends in t: «وزارة الصحة», `wizarat`.
fn word(word: &str, is_followed: bool) -> String {
    let word: String = word.chars().filter(|c| !is_mark(*c)).collect();
    let joined = JOINED.iter().find_map(|(prefix, latin)| {
        let bare = word.strip_prefix(prefix)?;
        (bare.chars().count() > 2).then_some((*latin, bare))
    });
    let of_joined = || {
        let (latin, bare) = joined?;
        romanised(bare, false).map(|bare| format!("{latin}{bare}"))
    };
    let place = |word: &str| PLACES.get(word).map(|slug| (*slug).to_owned());
    let attached = || {
        ATTACHED.iter().find_map(|(prefix, latin)| {
            let rest = word.strip_prefix(*prefix)?;
            let rest = romanised(rest, is_followed).or_else(|| place(rest))?;
            Some(format!("{latin}{rest}"))
        })
    };
    romanised(&word, is_followed)
        .or_else(of_joined)
        .or_else(|| place(&word))
        .or_else(attached)
        .unwrap_or_else(|| match joined {
            Some((latin, bare)) => format!("{latin}{}", letters(bare, false)),
            None => letters(&word, is_followed),
        })
}

/// A word of the table, or a form of one: «صناعات» of «صناعة», «مغربي» and «مغربية» of «مغرب».
fn romanised(word: &str, is_followed: bool) -> Option<String> {
    let known = |word: &str| ROMANISED.get(word).copied();
    let feminine = |stem: &str| format!("{stem}{}", if is_followed { "at" } else { "a" });
    if let Some(latin) = known(word) {
        let is_feminine = word.ends_with('ة');
        return Some(if is_feminine {
            feminine(latin)
        } else {
            latin.to_owned()
        });
    }
    if let Some(stem) = word.strip_suffix("ات") {
        return known(&format!("{stem}ة")).map(|latin| format!("{latin}at"));
    }
    let of_origin = |word: &str| {
        let stem = word.strip_suffix('ي')?;
        let latin = known(stem).or_else(|| known(&format!("{stem}ة")));
        known(word)
            .map(str::to_owned)
            .or_else(|| latin.map(|latin| format!("{latin}i")))
    };
    match word.strip_suffix('ة') {
        Some(stem) => of_origin(stem).map(|latin| feminine(&format!("{latin}y"))),
        None => of_origin(word),
    }
}

/// A word letter by letter, with vowels between consonants so that it can be said.
fn letters(word: &str, is_followed: bool) -> String {
    let characters: Vec<char> = word.chars().collect();
    let mut written = String::new();
    let mut was_consonant = false;
    for (at, c) in characters.iter().copied().enumerate() {
        let is_first = at == 0;
        let next = characters.get(at + 1).copied();
        let is_before_vowel = next.is_some_and(is_vowel);
        let latin = match c {
            'و' if is_first || is_before_vowel => "w",
            'ي' if is_first => "y",
            'ي' if is_before_vowel && was_consonant => "iy",
            'ي' if is_before_vowel => "y",
            'ع' if is_first && !is_before_vowel => "a",
            'ة' if is_followed => "at",
            'ة' => "a",
            c => letter(c),
        };
        let is_said = matches!(latin.as_bytes(), [b'a' | b'i' | b'u', ..]);
        if was_consonant && !is_said && !latin.is_empty() && latin != "w" {
            written.push('a');
        }
        written.push_str(latin);
        if c.is_ascii_alphanumeric() {
            written.push(c.to_ascii_lowercase());
        }
        was_consonant = !latin.is_empty() && !latin.ends_with(['a', 'i', 'u']);
    }
    written
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'ا' | 'و' | 'ي' | 'ى' | 'آ' | 'ة')
}

/// Whether a character is a vowel sign or a doubling of a letter.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{64B}'..='\u{652}')
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
    use super::{ROMANISED, slug};

    #[test]
    fn names_are_written_in_latin_letters() {
        for (name, latin) in [
            ("وزارة الصحة", "wizarat-al-sihha"),
            ("بنك المغرب", "bank-al-maghrib"),
            ("وزارة الشباب والرياضة", "wizarat-al-shabab-wal-riyada"),
            (
                "الوكالة المغربية للطاقة",
                "al-wikala-al-maghribiya-lil-taqa",
            ),
            (
                "الاتحاد الإفريقي لكرة القدم",
                "al-ittihad-al-ifriqi-li-kurat-al-qadam",
            ),
            ("عقد رعاية", "aqd-riaya"),
            ("محمد بن عبد الله", "muhammad-bin-abd-allah"),
            ("صناعات وتجارة", "sinaat-wa-tijara"),
            ("عنبر", "anabar"),
            ("دوبوا", "dubwa"),
            ("سرايا", "saraya"),
            ("بنك أبوظبي الأول", "bank-abu-dhabi-al-awwal"),
            ("مستشفى بجدة", "mustashfa-bi-jeddah"),
            ("ميناء الدقم", "mina-duqm"),
            ("UNESCO 2025", "unesco-2025"),
            ("٪", ""),
        ] {
            assert_eq!(slug(name), latin, "{name}");
        }
    }

    #[test]
    fn the_table_has_words_as_they_are_asked_for() {
        for (word, latin) in ROMANISED.iter() {
            assert!(latin.chars().all(|c| c.is_ascii_lowercase()), "{word}");
            assert!(
                !word.starts_with("ال") || latin.starts_with("al"),
                "{word} with an article"
            );
            assert_eq!(
                slug(word),
                if word.ends_with('ة') {
                    format!("{latin}a")
                } else {
                    (*latin).to_owned()
                }
            );
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

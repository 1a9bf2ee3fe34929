//! Tokens of two scripts that are one name: `صورة.png`, `user@مثال.com`, `C:\Users\أحمد\x`. They are read from left to right,
//! as an address is (RFC 3987, section 4.1): in a right-to-left line their parts would stand in another order, and
//! isolating only the Latin parts would part them.

use std::ops::Range;

use super::table::Class;

/// The tokens of two scripts in a text that has right-to-left letters.
pub(super) fn tokens(text: &str) -> Vec<Range<usize>> {
    if !text.contains(JOINERS) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (start, is_part(c)) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                found.extend(in_word(text, from..at));
                start = None;
            }
            _ => {}
        }
    }
    found
}

/// Whether a text is one such token from end to end.
pub(super) fn is_one_name(text: &str) -> bool {
    matches!(tokens(text).as_slice(), [name] if name.len() == text.len())
}

/// What joins the parts of such a name.
const JOINERS: [char; 6] = ['.', '/', '@', '_', '\\', '#'];

/// Letters, digits and the signs of ASCII. Marks of Arabic punctuation belong to the sentence.
fn is_part(c: char) -> bool {
    match Class::of(c) {
        Class::Rtl => !matches!(c, '،' | '؛' | '؟' | '۔' | '\u{200F}' | '\u{61C}'),
        Class::Letter(_) | Class::Digit => true,
        Class::Other => c.is_ascii(),
        _ => false,
    }
}

/// The direction of a letter.
fn is_rtl(c: char) -> Option<bool> {
    match Class::of(c) {
        Class::Rtl => Some(true),
        Class::Letter(_) => Some(false),
        _ => None,
    }
}

/// The names of two scripts between two spaces. A letter that touches one of the other script parts them: `لـWikidata`.
fn in_word(text: &str, word: Range<usize>) -> Vec<Range<usize>> {
    let mut names = Vec::new();
    let mut name = Name::at(word.start);
    let mut before = None;
    let last_at = text[word.clone()].rfind('@').map(|at| word.start + at);
    for (at, c) in text[word.clone()].char_indices() {
        let at = word.start + at;
        let (Some(rtl), end) = (is_rtl(c), at + c.len_utf8()) else {
            if name.is_stood_before(&text[..at], c) {
                name = Name::at(at + usize::from(is_between(c)));
                before = None;
            } else {
                name.is_arabic &= is_between(c);
                name.is_path |= matches!(c, '.' | '/' | '@' | '\\' | '#');
            }
            continue;
        };
        name.is_arabic &= rtl;
        if let Some((last_rtl, last_end)) = before
            && last_rtl != rtl
        {
            let between = &text[last_end..at];
            let is_called = between.starts_with(['(', '[']) && name.may_be_called();
            let is_in_one = is_called
                || between.contains(JOINERS)
                || name.is_address(&text[..word.end], last_at);
            if is_in_one {
                name.joined = true;
            } else {
                names.extend(name.found(text, last_end));
                let rest = between.trim_start_matches(|c: char| !c.is_ascii_digit());
                name = Name::at(at - rest.len());
            }
        }
        before = Some((rtl, end));
    }
    names.extend(name.found(text, word.end));
    names
}

/// A name that is being read.
struct Name {
    start: usize,
    /// Whether parts of two scripts are joined in it.
    joined: bool,
    /// Whether it has Arabic letters alone, and signs that stand between words.
    is_arabic: bool,
    /// Whether it has signs of a path or of an address.
    is_path: bool,
}

impl Name {
    fn at(start: usize) -> Self {
        Self {
            start,
            joined: false,
            is_arabic: true,
            is_path: false,
        }
    }

    /// Whether a sign is the first of a name, and what has been read only stands before it: `و(صورة.png)`, `و#وسم_x`.
    fn is_stood_before(&self, read: &str, sign: char) -> bool {
        let word = &read[self.start..];
        let has_words =
            self.is_arabic && word.ends_with(|c| is_rtl(c) == Some(true) || is_between(c));
        has_words && is_between(sign) || "#@./~*".contains(sign) && is_particle(word)
    }

    /// Whether it begins with a scheme, so that any sign may stand between its parts. `read` ends with the word, of which
    /// `last_at` is the last @.
    fn is_address(&self, read: &str, last_at: Option<usize>) -> bool {
        let name = &read[self.start..];
        // Only the scheme is read: each word of many may begin with one.
        let Some(length) = name.find(|c: char| c == ':' || !c.is_ascii()) else {
            return false;
        };
        let (scheme, rest) = name.split_at(length);
        let Some(rest) = rest.strip_prefix(':').filter(|_| length > 1) else {
            return false;
        };
        // `mailto:سعيد@مثال.com`, `git@example.com:سعيد/a.git`
        let has_host = last_at.is_some_and(|at| at > self.start + length);
        rest.starts_with("//") || has_host || scheme.contains('@')
    }

    /// Whether brackets behind it hold its arguments: `print_نص("x")`, and not `صورة.png(صغيرة)`.
    fn may_be_called(&self) -> bool {
        self.joined && !self.is_path
    }

    /// The bytes of the name, without the marks of the sentence around it.
    fn found(&self, text: &str, end: usize) -> Option<Range<usize>> {
        if !self.joined {
            return None;
        }
        let around = |c: char| "()[]{}\"'<>,;:!?.*|".contains(c);
        let whole = &text[self.start..end];
        let is_before = |c: char| is_opener(c) || ",;:!?*|".contains(c);
        let start = self.start + whole.len() - whole.trim_start_matches(is_before).len();
        let closed = (self.start + whole.trim_end_matches(around).len()).max(start);
        let end = own_end(text, start..end, closed);
        let name = text.get(start..end)?;
        (is_name(name) && !is_prefixed(name)).then_some(start..end)
    }
}

/// The end of a name that ends at `closed`, or with brackets that it opens: `وثيقة_(1).pdf`, `main_دالة()`.
fn own_end(text: &str, word: Range<usize>, closed: usize) -> usize {
    let mut open = 0_usize;
    let mut end = closed;
    for (at, c) in text[word.clone()].char_indices() {
        let at = word.start + at;
        match c {
            '(' | '[' | '{' => open += 1,
            ')' | ']' | '}' if open > 0 => {
                open -= 1;
                if open == 0 && at >= closed {
                    end = at + 1;
                }
            }
            ')' | ']' | '}' => break,
            _ => {}
        }
    }
    end
}

/// Whether a full stop in it, where nothing else joins, parts a name and no sentences: `صورة.png`, and not `Wikidata.ثم`.
fn is_name(name: &str) -> bool {
    if name.contains(['/', '@', '_', '\\']) || name.starts_with("www.") {
        return true;
    }
    if let Some((first, _)) = name.split_once('#') {
        // `C#` is a language.
        return first.chars().count() > 1;
    }
    let last = name.rsplit('.').next().unwrap_or_default();
    let is_extension = (2..=10).contains(&last.len())
        && last.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && (last.bytes().all(|byte| !byte.is_ascii_uppercase())
            || last.len() < 5 && last.bytes().all(|byte| !byte.is_ascii_lowercase()));
    is_extension && last.bytes().any(|byte| byte.is_ascii_alphabetic())
}

/// Whether all of its Arabic is a particle at its beginning: `و.NET`, `الـ.com`, `بـ./configure`.
fn is_prefixed(name: &str) -> bool {
    let end = name.find(|c| is_rtl(c) != Some(true));
    let (first, rest) = name.split_at(end.unwrap_or(name.len()));
    let is_letter = first.chars().count() == 1;
    (is_letter || is_particle(first)) && !rest.chars().any(|c| is_rtl(c) == Some(true))
}

/// Whether a word is written onto what follows: `و`, `بـ`, `ال`.
pub(super) fn is_particle(word: &str) -> bool {
    word.ends_with('\u{640}') || PARTICLES.contains(&word)
}

const PARTICLES: [&str; 11] = [
    "و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "فال", "كال", "لل",
];

/// What ends the words before a name: `و![صورة.png]`, `الملف:صورة.png`.
fn is_between(c: char) -> bool {
    is_opener(c) || ":;,!=|".contains(c)
}

fn is_opener(c: char) -> bool {
    "([{\"'<".contains(c)
}

#[cfg(test)]
mod tests {
    use super::tokens;

    #[test]
    fn names_of_two_scripts_are_found_and_sentences_are_not() {
        for expected in [
            "افتح ⟦صورة.png⟧ الآن",
            "في (⟦report_نهائي.pdf⟧)، ثم",
            "راسل ⟦user@مثال.com⟧.",
            "ملف ⟦C:\\Users\\أحمد\\x⟧ هنا",
            "⟦src/مجلد/x.rs⟧",
            "على ⟦https://ar.wikipedia.org/wiki/المغرب⟧، أو",
            "على ⟦https://ar.wikipedia.org/w/?title=المغرب&x=1⟧ ثم",
            "بـ⟦https://مثال.إختبار/a⟧ هنا",
            "⟦صور/a.png⟧ و⟦www.موقع.عرب⟧",
            "⟦وثيقة_v2_(نهائي)⟧ هنا",
            "⟦main_دالة()⟧ و(⟦print_نص(\"x\")⟧) ⟦وجدول_a[0]⟧: ثم",
            "⟦صورة.png⟧(صغيرة) هنا",
            "الملف:⟦صورة.png⟧ و![⟦صورة.png⟧] و{{⟦صورة.png⟧}}",
            "و(⟦صورة.png⟧) و\"⟦صورة.png⟧\" و⟦#وسم_x⟧ و⟦@user_سعيد⟧ بـ⟦./صورة.png⟧",
            "⟦mailto:سعيد@مثال.إختبار⟧ و⟦git@example.com:سعيد/a.git⟧.",
            "و.NET والـ.com وC#وغيرها",
            "لـWikidata.ثم قال Word.كلمة",
            "قال.نعم و/أو a/b",
            "24/11/2025 و3.5",
        ] {
            let text = expected.replace(['⟦', '⟧'], "");
            let mut shown = text.clone();
            for range in tokens(&text).into_iter().rev() {
                shown.insert(range.end, '⟧');
                shown.insert(range.start, '⟦');
            }
            assert_eq!(shown, expected);
        }
    }
}

//! The spaces of French punctuation: a narrow one that does not break before `; ! ?`, a usual one before `:`, inside « and »
//! and between a number and its sign. Either of the two is right wherever one stands.

use super::{Page, Tongue, is_breaking, is_end, is_unbroken};
use crate::arabic::typography::finding::{Replacement, Rule};

const NO_BREAK: char = '\u{A0}';
const NARROW: char = '\u{202F}';

impl Page<'_> {
    /// Judges the spaces inside « at a byte and the » that closes it, and says from where to go on: behind them, where what
    /// stands between them is somebody's words.
    pub(super) fn guillemets(&mut self, at: usize) -> usize {
        let from = at + '«'.len_utf8();
        let unread = |end: usize| {
            if self.reads_quotations { from } else { end }
        };
        let found = self.quotations.binary_search_by_key(&at, |(open, _)| *open);
        let Ok(found) = found else {
            return unread(self.text.len());
        };
        let (_, close) = self.quotations[found];
        let end = close + '»'.len_utf8();
        let resume = unread(end);
        let inside = &self.text[from..close];
        let Some(letter) = inside.chars().find(|c| c.is_alphanumeric()) else {
            return resume;
        };
        if !self.is_french() {
            return resume;
        }
        // Arabic between them has its own custom, in which nothing stands there; but at what does, no line breaks.
        let is_wrong = |space: &str| match letter {
            ..'\u{250}' => !space.chars().eq_one_of_unbroken(),
            _ => space.contains(is_breaking),
        };
        let first = from + inside.len() - inside.trim_start().len();
        let last = from + inside.trim_end().len();
        if is_wrong(&self.text[from..first]) {
            let right = format!("«{NO_BREAK}");
            self.find(Rule::FrenchSpace, at..first, Replacement::safe(right));
        }
        if is_wrong(&self.text[last..close]) {
            let right = format!("{NO_BREAK}»");
            self.find(Rule::FrenchSpace, last..end, Replacement::safe(right));
        }
        resume
    }

    /// Judges the space before `;`, `!`, `?` or `:`.
    pub(super) fn high_mark(&mut self, at: usize, c: char) {
        let Tongue::French { has_spaces } = self.tongue else {
            return;
        };
        let next = self.after(at + 1);
        let ends = match c {
            ':' | ';' => next.is_none_or(char::is_whitespace),
            _ => is_end(next) || matches!(next, Some('!' | '?' | '.' | ',')),
        };
        if !ends || c != ':' && !has_spaces {
            return;
        }
        let head = &self.text[..at];
        let words = head.trim_end_matches(|c| is_breaking(c) || is_unbroken(c));
        let space = &head[words.len()..];
        let follows = |c: char| {
            c.is_alphanumeric() && c < '\u{250}'
                || matches!(c, ')' | ']' | '»' | '”' | '’' | '…' | '%' | '€' | '.')
        };
        if !words.chars().next_back().is_some_and(follows) || space.chars().eq_one_of_unbroken() {
            return;
        }
        let unbroken = if c == ':' { NO_BREAK } else { NARROW };
        let right = format!("{unbroken}{c}");
        self.find(
            Rule::FrenchSpace,
            words.len()..at + 1,
            Replacement::safe(right),
        );
    }

    /// Judges `n°`, and the space between it and its number.
    pub(super) fn number_sign(&mut self, at: usize, c: char) {
        if !self.is_french() || !self.text[..at].ends_with(['n', 'N']) {
            return;
        }
        if self.text[..at - 1].ends_with(char::is_alphanumeric) {
            return;
        }
        let end = at + c.len_utf8();
        let rest = &self.text[end..];
        let spaces = rest.len() - rest.trim_start_matches(is_breaking).len();
        let is_number = rest[spaces..].starts_with(|c: char| c.is_ascii_digit());
        if is_number {
            let right = format!("°{NO_BREAK}");
            self.find(
                Rule::FrenchSpace,
                at..end + spaces,
                Replacement::safe(right),
            );
        }
    }

    /// Judges the space between a number and `%`, `‰` or `€`.
    pub(super) fn unit(&mut self, at: usize, c: char) {
        let Tongue::French { has_spaces } = self.tongue else {
            return;
        };
        let number = self.text[..at].trim_end_matches(is_breaking);
        if !number.ends_with(|c: char| c.is_ascii_digit()) {
            return;
        }
        // In Switzerland none stands there, and in `%20` it is no sign.
        let next = self.after(at + c.len_utf8());
        let is_sign = is_end(next) || matches!(next, Some('.' | ',' | ';' | ':'));
        if number.len() == at && !(has_spaces && is_sign) {
            return;
        }
        let range = number.len()..at + c.len_utf8();
        let right = format!("{NO_BREAK}{c}");
        self.find(Rule::FrenchSpace, range, Replacement::safe(right));
    }

    /// Judges the thousands of the number that begins at a byte. Its groups are read with it, and no more by themselves.
    pub(super) fn thousands(&mut self, at: usize) {
        if at < self.number_end {
            return;
        }
        let digits = |from: usize| {
            let rest = &self.text[from..];
            rest.find(|c: char| !c.is_ascii_digit())
                .unwrap_or(rest.len())
        };
        let first = digits(at);
        let mut end = at + first;
        let mut groups = 1;
        while self.text[end..].starts_with(' ') && digits(end + 1) == 3 {
            end += 4;
            groups += 1;
        }
        self.number_end = end;
        if groups == 1 || first > 3 || self.text[at..].starts_with('0') {
            return;
        }
        let before = &self.text[..at];
        let head = before.trim_end_matches(|c: char| c.is_whitespace());
        // Behind a comma and a space a number begins, behind a comma alone it goes on.
        let is_part = head.ends_with(|c: char| c.is_ascii_digit() || "+-/".contains(c))
            || before.ends_with(['.', ',', ':']);
        // Another digit behind makes it the number of a telephone or of an account.
        let goes_on = self.text[end..]
            .trim_start_matches(' ')
            .starts_with(|c: char| c.is_ascii_digit())
            || self.text[end..].starts_with(['-', '/', ':']);
        let is_code = head.rsplit(char::is_whitespace).next().is_some_and(|word| {
            let word = word
                .trim_matches(|c: char| !c.is_alphabetic())
                .to_lowercase();
            CODES.contains(&&*word)
        });
        if !is_part && !goes_on && !is_code {
            let group = self.numerals.group.to_string();
            let right = self.text[at..end].replace(' ', &group);
            self.find(Rule::Thousands, at..end, Replacement::likely(right));
        }
    }
}

/// Words before digits in groups that are no quantity.
const CODES: [&str; 14] = [
    "n",
    "no",
    "nº",
    "numéro",
    "tél",
    "tel",
    "téléphone",
    "fax",
    "gsm",
    "mobile",
    "code",
    "compte",
    "siret",
    "bp",
];

trait OneUnbroken {
    /// Whether it is one space, and lines do not break at it.
    fn eq_one_of_unbroken(self) -> bool;
}

impl OneUnbroken for std::str::Chars<'_> {
    fn eq_one_of_unbroken(mut self) -> bool {
        self.next().is_some_and(is_unbroken) && self.next().is_none()
    }
}

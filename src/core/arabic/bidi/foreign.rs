//! A left-to-right text to the right-to-left runs in it: what the rest of this module does for Arabic pages, for French
//! ones. A run goes from the first right-to-left letter to the last that no left-to-right letter parts from it, with what
//! stands between and the brackets that it fills; the commas of a list, and the marks of the sentence around, are none of
//! it. A number belongs to it where nothing of the other script stands on its other side.
//!
//! What is mostly right-to-left and begins and ends so, between quotation marks or as a whole block, is one run, whatever
//! names in Latin letters it has in it.

use std::ops::Range;

use super::mixed;
use super::run::Run;
use super::table::{Class, OBJECT, script_of_rtl};

/// The runs of a text in a line that runs from left to right, in order.
pub(super) fn runs(text: &str) -> Vec<Run> {
    if !may_hold_runs(text) {
        return Vec::new();
    }
    let reader = Reader::new(text);
    let ranges = match reader.whole() {
        Some(whole) => vec![whole],
        None => reader.apart(),
    };
    let runs = ranges.into_iter().map(|range| Run {
        script: script_of_rtl(&text[range.clone()]),
        range,
    });
    runs.collect()
}

/// A quick no for text without a right-to-left letter, which is most text.
pub(super) fn may_hold_runs(text: &str) -> bool {
    // The first bytes of the blocks of right-to-left scripts in UTF-8.
    let leads = |byte: &u8| matches!(byte, 0xD6..=0xDF | 0xE0 | 0xEF | 0xF0);
    text.as_bytes().iter().any(leads) && text.chars().any(is_rtl_letter)
}

/// A letter rather than a digit, a mark or a sign.
fn is_rtl_letter(c: char) -> bool {
    Class::of(c) == Class::Rtl && c.is_alphabetic()
}

struct Reader<'t> {
    text: &'t str,
    /// Names of two scripts, which are read from left to right.
    names: Vec<Range<usize>>,
    /// How many letters of each direction there are before each byte: left to right, right to left.
    letters: Vec<[u32; 2]>,
    /// The bytes of brackets and quotation marks that open and of those that close them, by the first.
    pairs: Vec<(usize, usize)>,
}

impl<'t> Reader<'t> {
    fn new(text: &'t str) -> Self {
        let names = mixed::tokens(text);
        let mut letters = Vec::with_capacity(text.len() + 1);
        let mut seen = [0, 0];
        let mut open: Vec<(usize, char)> = Vec::new();
        let mut pairs = Vec::new();
        let mut explicit = 0_usize;
        let mut next_name = names.iter().peekable();
        for (at, c) in text.char_indices() {
            letters.resize(at + 1, seen);
            next_name.next_if(|name| name.end <= at);
            let is_named = next_name.peek().is_some_and(|name| name.start <= at);
            match Class::of(c) {
                Class::Opener => explicit += 1,
                Class::Closer if explicit > 0 => explicit -= 1,
                // A name counts as left to right, and so does what somebody else has isolated; and what closes nothing, as
                // it would close what isolates a run that goes on over it.
                Class::Closer | Class::Letter(_) => seen[0] += 1,
                _ if is_rtl_letter(c) => seen[usize::from(!is_named && explicit == 0)] += 1,
                _ => {}
            }
            if let Some(close) = closing(c) {
                open.push((at, close));
            } else if let Some(last) = open.iter().rposition(|(_, close)| *close == c) {
                pairs.push((open[last].0, at));
                open.truncate(last);
            }
            // Nobody nests deeper, and text that only opens is read once.
            if open.len() > DEEPEST {
                open.remove(0);
            }
        }
        letters.resize(text.len() + 1, seen);
        pairs.sort_unstable();
        Self {
            text,
            names,
            letters,
            pairs,
        }
    }

    /// How many letters of each direction stand in a range.
    fn letters(&self, range: Range<usize>) -> [u32; 2] {
        let [from, to] = [range.start, range.end].map(|at| self.letters[at]);
        [to[0] - from[0], to[1] - from[1]]
    }

    fn close_of(&self, open: usize) -> Option<usize> {
        let found = self.pairs.binary_search_by_key(&open, |(open, _)| *open);
        found.ok().map(|at| self.pairs[at].1)
    }

    /// Whether a range is mostly of right-to-left words, begins and ends with one, and has no others but names: words of the
    /// language around would begin small.
    fn is_mostly_rtl(&self, range: &Range<usize>) -> bool {
        let [ltr, rtl] = self.letters(range.clone());
        let letters = |c: &char| c.is_alphabetic();
        let text = &self.text[range.clone()];
        let words = text.split(|c| !matches!(Class::of(c), Class::Letter(_)));
        let mut words = words.filter(|word| !word.is_empty());
        rtl >= ltr
            && rtl > 0
            && text.chars().find(letters).is_some_and(is_rtl_letter)
            && text.chars().rfind(letters).is_some_and(is_rtl_letter)
            && words.all(|word| word.contains(char::is_uppercase))
            && !text.contains([OBJECT, '\u{2028}', '\u{2029}'])
            && !text
                .chars()
                .any(|c| matches!(Class::of(c), Class::Opener | Class::Closer))
    }

    /// The text without the spaces around it, where all of it is one run.
    fn whole(&self) -> Option<Range<usize>> {
        let start = self.text.len() - self.text.trim_start().len();
        let whole = start..self.text.trim_end().len();
        let is_named = self.names.contains(&whole);
        (!is_named && self.is_mostly_rtl(&whole)).then_some(whole)
    }

    fn apart(&self) -> Vec<Range<usize>> {
        let mut runs = Vec::new();
        let mut resume = 0;
        let mut names = self.names.iter().peekable();
        let mut explicit = 0_usize;
        for (at, c) in self.text.char_indices() {
            if at < resume {
                continue;
            }
            while names.next_if(|name| name.end <= at).is_some() {}
            match Class::of(c) {
                Class::Opener => explicit += 1,
                Class::Closer => explicit = explicit.saturating_sub(1),
                _ => {}
            }
            if explicit > 0 || names.peek().is_some_and(|name| name.start <= at) {
                continue;
            }
            if let Some(run) = self.run_at(at, c) {
                resume = run.end;
                runs.push(run);
            }
        }
        runs
    }

    /// The run that begins at a byte, where `c` stands.
    fn run_at(&self, at: usize, c: char) -> Option<Range<usize>> {
        if is_rtl_letter(c) {
            return Some(at..self.end(at));
        }
        if let Some(close) = self.close_of(at) {
            let inside = at + c.len_utf8()..close;
            let words = self.text[inside.clone()].trim_matches(is_space);
            let start = inside.start + self.text[inside.clone()].find(words).unwrap_or(0);
            let inside = start..start + words.len();
            if is_quotation(c) && self.is_mostly_rtl(&inside) && self.letters(inside.clone())[0] > 0
            {
                return Some(inside);
            }
            // `(كتاب) ذكر`: the bracket opens what goes on behind it.
            let [ltr, rtl] = self.letters(inside);
            let behind = self.text[close..].chars().skip(1).find(|c| !is_space(*c));
            let goes_on = ltr == 0 && rtl > 0 && behind.is_some_and(is_rtl_letter);
            return goes_on.then(|| at..self.end(at));
        }
        // `« 24 نونبر »`
        // A number is read only where it begins, so once.
        if !c.is_ascii_digit() || !self.begins_alone(at) {
            return None;
        }
        let number = self.text[at..].find(|c| !is_of_number(c))?;
        let next = self.text[at + number..].trim_start_matches(is_space);
        let is_before_word = next.starts_with(is_rtl_letter);
        is_before_word.then(|| at..self.end(self.text.len() - next.len()))
    }

    /// Whether nothing of the sentence stands directly before a byte.
    fn begins_alone(&self, at: usize) -> bool {
        let before = self.text[..at].trim_end_matches(is_space);
        before
            .chars()
            .next_back()
            .is_none_or(|c| closing(c).is_some() || c == OBJECT)
    }

    /// The end of the run that begins at a byte.
    fn end(&self, start: usize) -> usize {
        let mut end = start;
        let mut resume = start;
        let next = self.names.partition_point(|name| name.end <= start);
        let name = self.names.get(next);
        let name = name.map_or(self.text.len(), |name| name.start);
        for (at, c) in self.text[start..name].char_indices() {
            let at = start + at;
            if at < resume {
                continue;
            }
            let next = at + c.len_utf8();
            match Class::of(c) {
                _ if is_rtl_letter(c) => end = next,
                // Signs and marks of the script: ، ؟ ً
                Class::Rtl => end = next,
                Class::Letter(_) | Class::Opener | Class::Closer => break,
                Class::Digit => {
                    let number = &self.text[at..name];
                    let length = number.find(|c| !is_of_number(c)).unwrap_or(number.len());
                    let number = number[..length].trim_end_matches(['.', ',', ':', '/', '-', '–']);
                    resume = at + number.len().max(1);
                    if self.ends_alone(resume) {
                        end = resume;
                    }
                }
                _ if self.ends_before(at, c) => break,
                _ if closing(c).is_some() => {
                    match self.close_of(at).filter(|close| *close < name) {
                        Some(close) if self.letters(next..close)[0] == 0 => {
                            let is_filled =
                                self.text[next..close].chars().any(char::is_alphanumeric);
                            resume =
                                close + self.text[close..].chars().next().map_or(1, char::len_utf8);
                            if is_filled {
                                end = resume;
                            }
                        }
                        _ => break,
                    }
                }
                _ => {}
            }
        }
        end
    }

    /// Whether what stands behind a number is no word that it counts, and no sign that a right-to-left line would put on its
    /// other side: `كتاب 2 fois`, `50%`.
    fn ends_alone(&self, at: usize) -> bool {
        let behind = self.text[at..].trim_start_matches(is_space);
        !behind.starts_with(|c| matches!(Class::of(c), Class::Letter(_)) || "%‰°€$".contains(c))
    }

    /// Whether a sign that is no letter ends a run: one of the sentence around it.
    fn ends_before(&self, at: usize, c: char) -> bool {
        let is_apart = self.text[..at].ends_with(is_space);
        match c {
            ',' | ';' | '?' | OBJECT | '\u{2028}' | '\u{2029}' | '»' | '”' | '›' | ')' | ']'
            | '}' => true,
            // French has a space before these.
            ':' | '!' | '—' | '–' | '|' | '•' => is_apart,
            _ => false,
        }
    }
}

/// How many brackets and quotation marks may be open at once.
const DEEPEST: usize = 16;

/// What closes a bracket or a quotation mark.
fn closing(c: char) -> Option<char> {
    Some(match c {
        '(' => ')',
        '[' => ']',
        '{' => '}',
        '«' => '»',
        '“' => '”',
        '‹' => '›',
        _ => return None,
    })
}

fn is_quotation(c: char) -> bool {
    matches!(c, '«' | '“' | '‹')
}

fn is_space(c: char) -> bool {
    Class::of(c) == Class::Space
}

fn is_of_number(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '.' | ',' | ':' | '/' | '-' | '–')
}

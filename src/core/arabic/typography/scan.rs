//! One pass over a text: each character that a rule may object to is handed to that rule.

use std::cell::{OnceCell, RefCell};
use std::ops::Range;

use super::character::{TATWEEL, is_arabic};
use super::finding::{Finding, Judged, LineStart, QuotationStyle, Replacement, Rule};
use super::rules::Typography;
use super::surroundings::{Token, after, before, token_around};
use super::writing::Writing;

/// A text while it is being judged.
pub(super) struct Scan<'t> {
    pub(super) rules: &'t Typography,
    pub(super) text: &'t str,
    pub(super) opaque: &'t [Range<usize>],
    lines: &'t [LineStart],
    pub(super) found: Judged,
    /// The last token that was looked at.
    token: RefCell<Option<Token>>,
    /// Whether it has no code and no Latin words, once somebody has asked.
    is_prose: OnceCell<bool>,
    /// The last `﴿` of the text, once somebody has asked.
    last_ornate: OnceCell<Option<usize>>,
}

/// The state of the word that is being read.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Word {
    /// Where it begins.
    pub(super) start: usize,
    pub(super) has_tatweel: bool,
    pub(super) has_look_alike: bool,
}

impl<'t> Scan<'t> {
    pub(super) fn new(
        rules: &'t Typography,
        text: &'t str,
        opaque: &'t [Range<usize>],
        lines: &'t [LineStart],
    ) -> Self {
        Self {
            rules,
            text,
            opaque,
            lines,
            found: Judged::default(),
            token: RefCell::new(None),
            is_prose: OnceCell::new(),
            last_ornate: OnceCell::new(),
        }
    }

    pub(super) fn run(mut self) -> Judged {
        let mut opaque = self.opaque.iter().peekable();
        let mut word: Option<Word> = None;
        let mut resume = 0;
        for (at, c) in self.text.char_indices() {
            if at < resume {
                continue;
            }
            if let Some(skipped) = opaque.next_if(|range| range.start <= at) {
                self.end_word(word.take(), at);
                resume = skipped.end;
                if at < resume {
                    continue;
                }
            }
            if is_arabic(c) {
                let word = word.get_or_insert(Word {
                    start: at,
                    ..Word::default()
                });
                match c {
                    TATWEEL => word.has_tatweel = true,
                    'ک' | 'ی' | 'ہ' | 'ے' => word.has_look_alike = true,
                    _ => {}
                }
                continue;
            }
            if word.is_some() {
                self.end_word(word.take(), at);
            }
            if !matches!(c, ' ' | 'a'..='z' | 'A'..='Z') {
                resume = self.sign(at, c);
            }
        }
        self.end_word(word, self.text.len());
        self.found
            .findings
            .sort_by_key(|finding| finding.range.start);
        self.found
    }

    /// Judges a character that is no letter, and says from which byte to go on.
    fn sign(&mut self, at: usize, c: char) -> usize {
        let next = at + c.len_utf8();
        let is_arabic_script = self.rules.writing.is_arabic_script();
        match c {
            '«' => {
                self.quotes(QuotationStyle::Guillemets, at..next);
                return self.closing(next, '«', '»');
            }
            '\u{FD3F}' => return self.closing(next, '\u{FD3F}', '\u{FD3E}'),
            '\u{FD3E}' if self.has_ornate_after(next) => {
                return self.closing(next, '\u{FD3E}', '\u{FD3F}');
            }
            _ if !is_arabic_script => {}
            ',' | ';' | '?' => self.ascii_mark(at, c),
            '،' | '؛' | '؟' | '.' | '!' => self.mark(at, c),
            '0'..='9' => return self.number(at),
            '٠'..='٩' | '۰'..='۹' => return self.other_digits(at),
            '\u{FB50}'..='\u{FDFB}' | '\u{FE70}'..='\u{FEFC}' => return self.forms(at),
            '“' | '„' => self.quotes(QuotationStyle::Curly, at..next),
            '"' => self.straight_quotes(at),
            _ => {}
        }
        next
    }

    /// What stands before a byte in its line, as it is written.
    pub(super) fn written_line(&self, at: usize) -> &'t str {
        let line = self.line(at, |_| true);
        line.rsplit('\n').next().unwrap_or_default()
    }

    /// What stands before a byte in its line, as far as readers see where it begins.
    pub(super) fn line_seen(&self, at: usize) -> &'t str {
        self.line(at, |line| line.is_forced)
    }

    fn line(&self, at: usize, is_start: impl Fn(&LineStart) -> bool) -> &'t str {
        let known = self.lines.partition_point(|line| line.at <= at);
        let start = self.lines[..known].iter().rfind(|line| is_start(line));
        &self.text[start.map_or(0, |line| line.at)..at]
    }

    /// Where what stands between two marks ends; the end of the text where it is not closed.
    fn closing(&self, from: usize, open: char, close: char) -> usize {
        let mut depth = 1_usize;
        for (at, c) in self.text[from..].char_indices() {
            if c == close {
                depth -= 1;
            } else if c == open {
                depth += 1;
            }
            if depth == 0 {
                return from + at + close.len_utf8();
            }
        }
        self.text.len()
    }

    /// Whether there is a `﴿` from a byte on.
    fn has_ornate_after(&self, from: usize) -> bool {
        let last = self.last_ornate.get_or_init(|| self.text.rfind('\u{FD3F}'));
        last.is_some_and(|last| last >= from)
    }

    fn quotes(&mut self, style: QuotationStyle, range: Range<usize>) {
        self.found.quotation_marks[style as usize].get_or_insert(range);
    }

    /// Straight quotation marks round Arabic; after a digit they are inches or seconds, and beside code or Latin words
    /// they are those of a string.
    fn straight_quotes(&mut self, at: usize) {
        let opens = before(self.text, at).is_none_or(|c| !c.is_alphanumeric());
        let is_prose =
            || self.opaque.is_empty() && !self.text.contains(|c: char| c.is_ascii_alphabetic());
        let begins = opens && after(self.text, at + 1).is_some_and(is_arabic);
        if begins && *self.is_prose.get_or_init(is_prose) {
            self.quotes(QuotationStyle::Straight, at..at + 1);
        }
    }

    fn end_word(&mut self, word: Option<Word>, end: usize) {
        let Some(word) = word else { return };
        self.spelling(word.start..end);
        if !self.rules.writing.is_arabic_script() {
            return;
        }
        if word.has_tatweel {
            self.tatweel(word.start..end);
        }
        if self.rules.writing != Writing::Arabic {
            return;
        }
        if word.has_look_alike {
            self.look_alikes(word.start..end);
        }
        if &self.text[word.start..end] == "و" {
            self.lone_waw(word.start);
        }
    }

    /// Whether a range is part of an address. A token may have thousands of findings, and is read once.
    pub(super) fn is_in_address(&self, range: &Range<usize>) -> bool {
        let mut last = self.token.borrow_mut();
        let is_around = |token: &&Token| {
            token.range.start <= range.start && range.end <= token.range.end && !range.is_empty()
        };
        if let Some(token) = last.as_ref().filter(is_around) {
            return token.is_address;
        }
        let token = token_around(self.text, range);
        let is_address = token.is_address;
        // A range with spaces in it stands in several.
        let is_one = !self.text[range.clone()].contains(char::is_whitespace);
        *last = Some(token).filter(|_| is_one);
        is_address
    }

    /// Notes a finding, unless it stands in an address.
    pub(super) fn find(&mut self, rule: Rule, range: Range<usize>, replacement: Replacement) {
        if !self.is_in_address(&range) {
            self.found.findings.push(Finding {
                rule,
                range,
                replacement,
                reason: None,
            });
        }
    }
}

//! French and English as they are printed, where keyboards write otherwise: the spaces of French punctuation, apostrophes,
//! quotation marks, dashes, ellipses, and a few spellings. What stands between « and » is passed over, as everywhere, where
//! a site holds it against a source.

mod marks;
mod spaces;
mod spelling;
#[cfg(test)]
mod tests;

use std::ops::Range;

use super::finding::{Finding, Judged, Replacement, Rule};
use super::numerals::Numerals;
use super::surroundings::{after, before, token_around};

/// A language in Latin letters that has rules here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tongue {
    English,
    /// French, and whether `; ! ?` have a space before them: in Canada and Switzerland they have none.
    French {
        has_spaces: bool,
    },
}

/// A text while it is being judged.
struct Page<'t> {
    tongue: Tongue,
    numerals: &'t Numerals,
    /// Whether what stands between « and » is judged as well.
    reads_quotations: bool,
    text: &'t str,
    opaque: &'t [Range<usize>],
    /// Where each « stands that is closed, and its ».
    quotations: Vec<(usize, usize)>,
    found: Judged,
    /// The token that was looked at last, and whether it is an address.
    token: Option<(Range<usize>, bool)>,
    /// The end of the number that was read last.
    number_end: usize,
}

/// What is against the rules of a language in a text; the bytes `opaque` are passed over.
pub(super) fn judge(
    tongue: Tongue,
    numerals: &Numerals,
    reads_quotations: bool,
    text: &str,
    opaque: &[Range<usize>],
) -> Judged {
    let mut page = Page {
        tongue,
        numerals,
        reads_quotations,
        text,
        opaque,
        quotations: quotations(text),
        found: Judged::default(),
        token: None,
        number_end: 0,
    };
    page.read();
    page.straight_quotes();
    page.found
        .findings
        .sort_by_key(|finding| finding.range.start);
    page.found
}

/// Each « that is closed and its », in order. They may stand in each other.
fn quotations(text: &str) -> Vec<(usize, usize)> {
    let mut open = Vec::new();
    let mut closed = Vec::new();
    for (at, mark) in text.match_indices(['«', '»']) {
        if mark == "«" {
            open.push(at);
        } else if let Some(opened) = open.pop() {
            closed.push((opened, at));
        }
    }
    closed.sort_unstable();
    closed
}

impl Page<'_> {
    fn read(&mut self) {
        let mut opaque = self.opaque.iter().peekable();
        let mut resume = 0;
        let mut is_in_word = false;
        for (at, c) in self.text.char_indices() {
            if at < resume {
                continue;
            }
            if let Some(skipped) = opaque.next_if(|range| range.start <= at) {
                resume = skipped.end.max(resume);
                is_in_word = false;
                if at < resume {
                    continue;
                }
            }
            let begins_word = c.is_alphanumeric() && !is_in_word;
            is_in_word = c.is_alphanumeric();
            if begins_word {
                self.word(at);
            }
            match c {
                '«' => resume = self.guillemets(at),
                ';' | '!' | '?' | ':' => self.high_mark(at, c),
                '\'' => self.apostrophe(at),
                '.' => resume = self.dots(at),
                '-' => resume = self.dash(at),
                '°' | 'º' => self.number_sign(at, c),
                '%' | '‰' | '€' => self.unit(at, c),
                _ => {}
            }
        }
    }

    fn before(&self, at: usize) -> Option<char> {
        before(self.text, at)
    }

    fn after(&self, at: usize) -> Option<char> {
        after(self.text, at)
    }

    fn is_french(&self) -> bool {
        matches!(self.tongue, Tongue::French { .. })
    }

    /// Notes a finding, unless it stands in an address or in what is passed over.
    fn find(&mut self, rule: Rule, range: Range<usize>, replacement: Replacement) {
        let is_opaque =
            |opaque: &Range<usize>| opaque.start < range.end && range.start < opaque.end;
        let next = self
            .opaque
            .partition_point(|opaque| opaque.end <= range.start);
        if self.opaque.get(next).is_some_and(is_opaque) || self.is_in_address(&range) {
            return;
        }
        self.found.findings.push(Finding {
            rule,
            range,
            replacement,
            reason: None,
        });
    }

    /// Whether a range is part of an address. A long token is read once.
    fn is_in_address(&mut self, range: &Range<usize>) -> bool {
        let is_around = |token: &Range<usize>| token.start <= range.start && range.end <= token.end;
        if let Some((token, is_address)) = self.token.as_ref().filter(|(token, _)| is_around(token))
        {
            let _ = token;
            return *is_address;
        }
        let token = token_around(self.text, range);
        let is_one = !self.text[range.clone()].contains(char::is_whitespace);
        let is_address = token.is_address;
        if is_one {
            self.token = Some((token.range, is_address));
        }
        is_address
    }
}

/// A space that lines may break at.
fn is_breaking(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\u{2009}')
}

/// A space that they do not break at.
fn is_unbroken(c: char) -> bool {
    matches!(c, '\u{A0}' | '\u{202F}')
}

/// Whether a sentence or its part may end before a character.
fn is_end(c: Option<char>) -> bool {
    c.is_none_or(|c| c.is_whitespace() || matches!(c, ')' | ']' | '»' | '”' | '’' | '"' | '…'))
}

//! Words that are written otherwise than they should be, one by one and with the words after them.

use std::ops::Range;

use super::character::is_arabic;
use super::finding::{Finding, Replacement};
use super::scan::Scan;

impl Scan<'_> {
    /// Looks a word up, and the words after it where the spelling has more than one.
    pub(super) fn spelling(&mut self, word: Range<usize>) {
        let lexicon = &self.rules.lexicon;
        let written = &self.text[word.clone()];
        if !lexicon.may_hold(written.as_bytes()) {
            return;
        }
        for (form, spelling) in lexicon.of(written) {
            let more = spelling
                .wrong
                .find(' ')
                .map_or("", |at| &spelling.wrong[at..]);
            let range = word.start..word.end + more.len();
            let right = &spelling.right[form.taken..];
            // The right spelling may begin with the wrong one: روسيا, روسيا الاتحادية.
            let is_right = right.len() > more.len()
                && self.text[word.start + form.particle.len()..].starts_with(right)
                && right.len() + form.particle.len() > range.len();
            let goes_on = self.text[word.end..].starts_with(more)
                && !self.text[range.end..].starts_with(is_arabic);
            if goes_on && !is_right && !self.is_in_address(&range) {
                self.found.findings.push(Finding {
                    rule: spelling.rule,
                    range,
                    replacement: Replacement::likely(format!("{}{right}", form.particle)),
                    reason: spelling.reason.clone(),
                });
                return;
            }
        }
    }
}

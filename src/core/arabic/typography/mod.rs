//! A text to what is against the rules of typography in it. A rule belongs to a language: `scan` has those of Arabic and of
//! Arabic script (letters that only look Arabic, Latin commas, a waw that stands alone), `latin` those of French and English,
//! `tifinagh` that of Tamazight.
//! Knows languages and their scripts, no site and no file. What a text must say letter for letter (« », ﴿ ﴾, and
//! whatever the caller names) is passed over.
//!
//! A text goes in; findings come out, each with its bytes and what should stand there. `scan` goes
//! over the text once and hands each character that a rule may object to to that rule; words are
//! looked up in a lexicon that excludes most of them by first letter and length. Where texts stand
//! in files is known by `source::typography` (entries), `config::texts` (`site.toml`) and `check`
//! (style sheets, finished pages). A fix is offered only where the source has the very characters
//! of the text.

mod character;
mod digits;
mod finding;
mod forms;
mod hamza;
mod latin;
mod letters;
mod lexicon;
mod marks;
mod numbers;
mod numerals;
mod rules;
mod scan;
mod spelling;
mod surroundings;
#[cfg(test)]
mod tests;
mod tifinagh;
mod waw;
mod writing;

use std::ops::Range;

pub use finding::{Finding, Judged, LineStart, QuotationStyle, Replacement, Rule, Spelling};
pub use hamza::common_misspellings;
pub use rules::Typography;
use scan::Scan;
use writing::Writing;

impl Typography {
    /// What is found in `text`, in order. The bytes `opaque`, in order and apart from each other, are passed over: code,
    /// foreign phrases. `lines`: where lines begin, but for the first.
    #[must_use]
    pub fn judge(&self, text: &str, opaque: &[Range<usize>], lines: &[LineStart]) -> Judged {
        let own = match self.writing {
            Writing::Latin(tongue) => {
                latin::judge(tongue, &self.digits, self.reads_quotations, text, opaque)
            }
            Writing::Tifinagh => tifinagh::judge(text, opaque),
            Writing::Other => Judged::default(),
            Writing::Arabic | Writing::ArabicScript => {
                return Scan::new(self, text, opaque, lines).run();
            }
        };
        if self.lexicon.is_empty() {
            return own;
        }
        let mut judged = Scan::new(self, text, opaque, lines).run();
        judged.findings.extend(own.findings);
        judged.findings.sort_by_key(|finding| finding.range.start);
        judged
    }
}

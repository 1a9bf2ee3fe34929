//! A text to what is against the rules of typography in it: letters that only look Arabic, Latin commas, a waw that stands alone.
//! Knows languages and their scripts, no site and no file. What a text must say letter for letter (« », ﴿ ﴾, and
//! whatever the caller names) is passed over.

mod character;
mod digits;
mod finding;
mod forms;
mod hamza;
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
mod waw;
mod writing;

use std::ops::Range;

pub use finding::{Finding, Judged, QuotationStyle, Replacement, Rule, Spelling};
pub use hamza::common_misspellings;
pub use rules::Typography;
use scan::Scan;
use writing::Writing;

impl Typography {
    /// What is found in `text`, in order. The bytes `opaque`, in order and apart from each other, are passed over: code,
    /// foreign phrases.
    #[must_use]
    pub fn judge(&self, text: &str, opaque: &[Range<usize>]) -> Judged {
        if self.writing == Writing::Other && self.lexicon.is_empty() {
            return Judged::default();
        }
        Scan::new(self, text, opaque).run()
    }
}

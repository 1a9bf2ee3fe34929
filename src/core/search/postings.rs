//! Where a word stands, as text: for each place the distance of its page from the one before, and the place with
//! what the word is part of there. Numbers are written in ninety characters that need no escape in a string of
//! JavaScript, so that nearly all take one byte.

/// What a word is part of, the least first. A name of few words says more by each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Found {
    Once,
    Twice,
    Often,
    Heading,
    Alias,
    SoleAlias,
    LongTitle,
    TitleOfFive,
    TitleOfThree,
    TitleOfTwo,
    SoleTitle,
}

impl Found {
    /// Of a word that stands in a text so many times.
    pub(super) fn in_text(times: u32) -> Self {
        match times {
            0 | 1 => Self::Once,
            2 | 3 => Self::Twice,
            _ => Self::Often,
        }
    }

    pub(super) fn in_title_of(words: usize) -> Self {
        match words {
            0 | 1 => Self::SoleTitle,
            2 => Self::TitleOfTwo,
            3 => Self::TitleOfThree,
            4 | 5 => Self::TitleOfFive,
            _ => Self::LongTitle,
        }
    }

    pub(super) fn in_alias_of(words: usize) -> Self {
        match words {
            0 | 1 => Self::SoleAlias,
            _ => Self::Alias,
        }
    }
}

/// How many kinds of [`Found`] there are.
const KINDS: usize = 11;

/// The characters that numbers are written in: from `#` to `}`, without the backslash.
const FIRST: u8 = b'#';
/// How many numbers take one character; as many others say that another follows.
const ONE: usize = 45;

/// The places of one word, in the order of pages and places.
#[derive(Default)]
pub(super) struct Postings {
    written: String,
    page: usize,
    /// The last place, which is not written as long as it may turn out to say more.
    last: Option<(usize, u32, Found)>,
}

impl Postings {
    pub(super) fn push(&mut self, page: usize, place: u32, found: Found) {
        match &mut self.last {
            Some((same, at, last)) if (*same, *at) == (page, place) => *last = found.max(*last),
            _ => {
                self.write_last();
                self.last = Some((page, place, found));
            }
        }
    }

    pub(super) fn written(mut self) -> String {
        self.write_last();
        self.written
    }

    fn write_last(&mut self) {
        if let Some((page, place, found)) = self.last.take() {
            number(&mut self.written, page - self.page);
            number(&mut self.written, place as usize * KINDS + found as usize);
            self.page = page;
        }
    }
}

/// A number, its least part first.
fn number(to: &mut String, mut number: usize) {
    while number >= ONE {
        to.push(character(ONE + number % ONE));
        number /= ONE;
    }
    to.push(character(number));
}

fn character(digit: usize) -> char {
    let code = FIRST + u8::try_from(digit).unwrap_or_default();
    char::from(if code < b'\\' { code } else { code + 1 })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the script does.
    fn read(written: &str) -> Vec<usize> {
        let mut numbers = Vec::new();
        let (mut number, mut unit) = (0, 1);
        for byte in written.bytes() {
            let digit = usize::from(byte - FIRST - u8::from(byte > b'\\'));
            number += digit % ONE * unit;
            unit *= ONE;
            if digit < ONE {
                numbers.push(number);
                (number, unit) = (0, 1);
            }
        }
        numbers
    }

    #[test]
    fn numbers_come_back() {
        let numbers = [0, 1, 44, 45, 46, 89, 90, 2024, 2025, 91_125, 1_000_000];
        let mut written = String::new();
        for n in numbers {
            number(&mut written, n);
        }
        assert_eq!(read(&written), numbers);
        assert!(!written.contains(['\\', '"']) && written.is_ascii());
        assert_eq!(character(2 * ONE - 1), '}');
    }

    #[test]
    fn a_place_is_written_once_with_the_most_it_says() {
        let mut postings = Postings::default();
        postings.push(3, 0, Found::Alias);
        postings.push(3, 0, Found::Once);
        postings.push(3, 2, Found::Heading);
        postings.push(9, 0, Found::SoleTitle);
        assert_eq!(read(&postings.written()), [3, 4, 0, 25, 6, 10]);
    }
}

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
    pub(super) fn in_text(times: u16) -> Self {
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
    /// The page of the first place, which is written when it is known how far that is from one before.
    first: Option<usize>,
    written: String,
    /// The page that was written last.
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

    /// Adds the places in pages behind these.
    pub(super) fn append(&mut self, mut behind: Self) {
        behind.write_last();
        let Some(first) = behind.first else { return };
        self.write_last();
        if self.first.is_none() {
            *self = behind;
            return;
        }
        number(&mut self.written, first - self.page);
        self.written.push_str(&behind.written);
        self.page = behind.page;
    }

    /// All of them, if there are any.
    pub(super) fn written(mut self) -> Option<String> {
        self.write_last();
        let mut written = String::with_capacity(self.written.len() + 2);
        number(&mut written, self.first?);
        Some(written + &self.written)
    }

    fn write_last(&mut self) {
        if let Some((page, place, found)) = self.last.take() {
            match self.first {
                None => self.first = Some(page),
                Some(_) => number(&mut self.written, page - self.page),
            }
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
        let places = [
            (3, 0, Found::Alias),
            (3, 0, Found::Once),
            (3, 2, Found::Heading),
            (9, 0, Found::SoleTitle),
        ];
        let of = |places: &[(usize, u32, Found)]| {
            let mut postings = Postings::default();
            for (page, place, found) in places {
                postings.push(*page, *place, *found);
            }
            postings
        };
        assert_eq!(of(&[]).written(), None);
        // However the pages are dealt out, between two of them.
        for cut in [0, 3, 4] {
            let (before, behind) = places.split_at(cut);
            let mut postings = of(before);
            postings.append(of(behind));
            let written = postings.written().unwrap();
            assert_eq!(read(&written), [3, 4, 0, 25, 6, 10], "{cut}");
        }
    }
}

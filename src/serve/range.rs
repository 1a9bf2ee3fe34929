//! Which part of a file a request is for (RFC 9110, section 14). Pure.

/// What is to be sent of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    /// All of it.
    Whole,
    /// From the first byte to the last, both counted from zero and both included.
    Part(u64, u64),
    /// Nothing: it has no such bytes.
    Nothing,
}

impl Wanted {
    /// What the header `Range` asks for, of a file with this size. What is not understood is
    /// ignored, and so is a list of ranges, as every server may.
    pub(super) fn of(range: Option<&str>, size: u64) -> Self {
        let Some(range) = range.and_then(bytes) else {
            return Self::Whole;
        };
        let Some((first, last)) = range.split_once('-') else {
            return Self::Whole;
        };
        match (number(first), number(last)) {
            // The last so many bytes.
            (None, Some(Ok(length))) if first.is_empty() => {
                if length == 0 || size == 0 {
                    return Self::Nothing;
                }
                Self::Part(size - length.min(size), size - 1)
            }
            (Some(Ok(first)), None) if last.is_empty() => Self::between(first, u64::MAX, size),
            (Some(Ok(first)), Some(Ok(last))) if first <= last => Self::between(first, last, size),
            // Numbers that no file reaches: as large as they may be, they begin beyond its end.
            (Some(Err(TooLarge)), None) if last.is_empty() => Self::Nothing,
            (Some(Err(TooLarge)), Some(Err(TooLarge))) => Self::Nothing,
            (Some(Ok(first)), Some(Err(TooLarge))) => Self::between(first, u64::MAX, size),
            (None, Some(Err(TooLarge))) if first.is_empty() && size > 0 => Self::Part(0, size - 1),
            _ => Self::Whole,
        }
    }

    fn between(first: u64, last: u64, size: u64) -> Self {
        if first >= size {
            return Self::Nothing;
        }
        Self::Part(first, last.min(size - 1))
    }
}

/// The one range in bytes that a header names.
fn bytes(header: &str) -> Option<&str> {
    let (unit, ranges) = header.split_once('=')?;
    let mut ranges = ranges
        .split(',')
        .map(|range| range.trim_matches([' ', '\t']));
    let mut ranges = ranges.by_ref().filter(|range| !range.is_empty());
    let only = ranges.next()?;
    (unit.trim().eq_ignore_ascii_case("bytes") && ranges.next().is_none()).then_some(only)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct TooLarge;

/// A number in digits.
fn number(digits: &str) -> Option<Result<u64, TooLarge>> {
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| digits.parse().map_err(|_| TooLarge))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Wanted::{Nothing, Part, Whole};
    use super::*;

    #[test]
    fn ranges_are_read_as_the_standard_says() {
        let huge = "9".repeat(40);
        for (range, size, expected) in [
            ("bytes=0-0", 10, Part(0, 0)),
            ("bytes=0-", 10, Part(0, 9)),
            ("bytes=3-5", 10, Part(3, 5)),
            ("bytes=3-99", 10, Part(3, 9)),
            ("bytes=9-9", 10, Part(9, 9)),
            ("bytes=10-", 10, Nothing),
            ("bytes=10-12", 10, Nothing),
            ("bytes=-1", 10, Part(9, 9)),
            ("bytes=-10", 10, Part(0, 9)),
            ("bytes=-99", 10, Part(0, 9)),
            ("bytes=-0", 10, Nothing),
            ("bytes=0-", 0, Nothing),
            ("bytes=-5", 0, Nothing),
            ("Bytes=1-2", 10, Part(1, 2)),
            ("bytes= 1-2 ", 10, Part(1, 2)),
            ("bytes=,1-2,", 10, Part(1, 2)),
            // Not understood, or more than one.
            ("bytes=5-3", 10, Whole),
            ("bytes=0-1,4-5", 10, Whole),
            ("bytes=", 10, Whole),
            ("bytes=-", 10, Whole),
            ("bytes", 10, Whole),
            ("bytes=a-b", 10, Whole),
            ("bytes=1", 10, Whole),
            ("bytes=+1-2", 10, Whole),
            ("bytes=1--2", 10, Whole),
            ("lines=1-2", 10, Whole),
            (&format!("bytes=0-{huge}"), 10, Part(0, 9)),
            (&format!("bytes={huge}-"), 10, Nothing),
            (&format!("bytes={huge}-{huge}"), 10, Nothing),
            (&format!("bytes=-{huge}"), 10, Part(0, 9)),
        ] {
            assert_eq!(Wanted::of(Some(range), size), expected, "{range} of {size}");
        }
        assert_eq!(Wanted::of(None, 10), Whole);
    }

    proptest! {
        /// Whatever is asked, no byte is sent that is not there.
        #[test]
        fn parts_lie_in_the_file(range in "(bytes=)?[-0-9, ]{0,24}|\\PC{0,24}", size in 0..100_u64) {
            if let Part(first, last) = Wanted::of(Some(&range), size) {
                prop_assert!(first <= last && last < size);
            }
        }
    }
}

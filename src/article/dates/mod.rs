//! Days and spans of days in a paragraph, as they are written: in digits of every set or in words, with months of every calendar
//! that newspapers use. No year is ever added, and a day of the Hijra is left as it is.

mod names;

use names::{is_of_noun, is_weekday, month, ordinal};

use super::lexicon::is;
use super::words::{Word, words};

/// A day, a month or a span: words `from` to `to`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) from: usize,
    pub(super) to: usize,
    /// As ISO 8601 writes it: `2025-11-24`, `2025-11`, `--11-24` without a year, `2025-11-24..2025-11-27`. None for the Hijra, and for a
    /// day that no month has.
    pub(super) iso: Option<String>,
}

/// How many days each month has at most.
const DAYS: [u32; 12] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/// Years of the Hijra, and of the other calendar.
const HIJRI: (u32, u32) = (1, 1599);
const COMMON: (u32, u32) = (1000, 2999);

/// Whether a text has a date in it.
pub(super) fn has_date(text: &str) -> bool {
    !dates(&words(text)).is_empty()
}

/// The dates of a paragraph in their order.
pub(super) fn dates(words: &[Word<'_>]) -> Vec<Found> {
    let mut all = Vec::new();
    let mut at = 0;
    while at < words.len() {
        if let Some((first, second)) = pair(words, at) {
            at = second.to;
            all.extend([first, second]);
            continue;
        }
        let found = span(words, at)
            .or_else(|| date(words, at).map(|date| date.found(at)))
            .or_else(|| numeric(words, at));
        at = found.as_ref().map_or(at + 1, |found| found.to);
        all.extend(found);
    }
    all
}

/// «يومي 12 و16 نوفمبر»: two days that are no span. The first has no month but that of the second.
fn pair(words: &[Word<'_>], at: usize) -> Option<(Found, Found)> {
    let (first, behind) = day(words, at)?;
    let next = words
        .get(behind)
        .filter(|word| word.is_adjacent() && word.is_number_joined())?;
    let before = at.checked_sub(1).map(|at| &words[at]);
    let is_between = before.is_some_and(|word| word.unjoined() == "بين");
    let second = date(words, behind).filter(|_| !is_between && next.folded.starts_with('و'))?;
    if second.day.is_none_or(|day| day <= first + 1) {
        return None;
    }
    let day = Date {
        day: Some(first),
        ..second.clone()
    };
    Some((day.found(at), second.found(behind)))
}

/// What is read at a word.
#[derive(Debug, Clone)]
struct Date {
    day: Option<u32>,
    /// None for the Hijra.
    month: Option<usize>,
    year: Option<u32>,
    to: usize,
}

impl Date {
    fn found(&self, from: usize) -> Found {
        Found {
            from,
            to: self.to,
            iso: self.iso(self.year),
        }
    }

    fn iso(&self, year: Option<u32>) -> Option<String> {
        let month = self.month?;
        let most = DAYS.get(month.checked_sub(1)?)?;
        if self.day.is_some_and(|day| day > *most) {
            return None;
        }
        match (year, self.day) {
            (Some(year), Some(day)) => Some(format!("{year:04}-{month:02}-{day:02}")),
            (Some(year), None) => Some(format!("{year:04}-{month:02}")),
            (None, day) => Some(format!("--{month:02}-{:02}", day?)),
        }
    }

    /// The span from one to another, of which only the last may say the year.
    fn upto(&self, end: &Self) -> Option<String> {
        let begin = self.iso(self.year.or(end.year))?;
        Some(format!("{begin}..{}", end.iso(end.year)?))
    }
}

/// A number that stands at a word, behind «و» or not.
fn number(word: &Word<'_>, (least, most): (u32, u32)) -> Option<u32> {
    let digits = word.folded.trim_start_matches(['و', 'ل', 'ب', 'ف']);
    let number = digits.parse().ok()?;
    (least..=most).contains(&number).then_some(number)
}

/// A year, with the sign of its calendar or without: «1446هـ», «2025م».
fn year_number(word: &Word<'_>, range: (u32, u32)) -> Option<u32> {
    let digits = word.folded.trim_end_matches(['ه', 'م']);
    let number = digits.parse().ok()?;
    (digits.len() > 2 && (range.0..=range.1).contains(&number)).then_some(number)
}

/// The day, and the word behind it: a number, the first («فاتح ماي», «أول ماي»), or in words.
fn day(words: &[Word<'_>], at: usize) -> Option<(u32, usize)> {
    let word = words.get(at)?;
    let first = word.folded.trim_start_matches(['و', 'ل', 'ب']);
    let is_first = ["فاتح", "غره"].contains(&first)
        || ["اول", "1er"].contains(&first) && month(words, at + 1).is_some();
    if is_first {
        return Some((1, at + 1));
    }
    if let Some((day, length)) = ordinal(words, at) {
        return Some((day, at + length));
    }
    let number = number(word, (1, 31)).filter(|_| word.folded.chars().count() <= 4);
    number.map(|day| (day, at + 1))
}

/// Whether a part of a date follows the one before it: behind a space, a comma, a stroke, or a name in brackets.
fn goes_on(word: &Word<'_>) -> bool {
    word.is_near() || ["/", "-", ")", ")،"].contains(&word.gap.trim())
}

/// The year behind a month: «2025», «من سنة 2025», «، 2025», «1446 هـ».
fn year(words: &[Word<'_>], at: usize, is_hijri: bool) -> Option<(u32, usize)> {
    let range = if is_hijri { HIJRI } else { COMMON };
    let is_filler = |word: &&Word<'_>| {
        word.is_adjacent() && ["من", "سنه", "عام", "لسنه", "لعام"].contains(&word.folded.as_str())
    };
    let skipped = words.iter().skip(at).take(2).take_while(is_filler).count();
    let word = words.get(at + skipped).filter(|word| goes_on(word))?;
    let year = year_number(word, range)?;
    let behind = at + skipped + 1;
    let sign = words.get(behind).filter(|word| word.is_adjacent());
    let is_signed = sign.is_some_and(|sign| ["ه", "م", "هجريه", "ميلاديه"].contains(&&*sign.folded));
    Some((year, behind + usize::from(is_signed)))
}

/// A month with a day before it, a year behind it, or both.
fn date(words: &[Word<'_>], at: usize) -> Option<Date> {
    // «مدينة 6 أكتوبر», «حزب 7 نوفمبر» bear the name of a day.
    let bears = at
        .checked_sub(1)
        .filter(|_| words.get(at).is_some_and(Word::is_adjacent));
    let is_borne = |before: usize| {
        let readings = words[before].readings();
        readings.iter().any(|one| is("bears-name", &one.rest))
    };
    if bears.is_some_and(is_borne) {
        return None;
    }
    let day = day(words, at);
    let start = day.map_or(at, |(_, to)| to);
    let is_word = day.is_some() && ordinal(words, at).is_some();
    if is_word && is_of_noun(words, at) {
        return None;
    }
    // «من شهر» may stand between a day and its month.
    let is_filler = |word: &&Word<'_>| ["من", "شهر"].contains(&word.folded.as_str());
    let fillers = words.iter().skip(start).take(2);
    let skipped = fillers.take_while(is_filler).count();
    let skipped = if day.is_some() { skipped } else { 0 };
    let (month, length) = month(words, start + skipped)?;
    // «الأول مارس» is no day.
    // and «من الرابع إلى السابع ماي» is a span.
    let is_end = at > 0 && ["الي", "حتي"].contains(&words[at - 1].folded.as_str());
    if day.is_some() && !goes_on(words.get(start)?) || is_word && skipped == 0 && !is_end {
        return None;
    }
    let behind = start + skipped + length;
    let year = year(words, behind, month == 0);
    let to = year.map_or(behind, |(_, to)| to);
    (day.is_some() || year.is_some()).then_some(Date {
        day: day.map(|(day, _)| day),
        month: Some(month).filter(|month| *month > 0),
        year: year.map(|(year, _)| year),
        to,
    })
}

/// What stands at a word before the end of a span: a whole date, a day, or a month.
fn start(words: &[Word<'_>], at: usize, is_led: bool) -> Option<Date> {
    if let Some(date) = date(words, at) {
        return (date.day.is_some() || is_led).then_some(date);
    }
    let (day, month, to) = match (day(words, at), month(words, at)) {
        (Some((day, to)), _) => (Some(day), None, to),
        (None, Some((month, length))) if is_led && month > 0 => (None, Some(month), at + length),
        _ => return None,
    };
    Some(Date {
        day,
        month,
        year: None,
        to,
    })
}

/// «ما بين 24 و27 نونبر 2025», «من 3 إلى 5 يونيو», «24-27 نونبر», «من 28 ماي إلى 2 يونيو 2025», «بين مارس ويونيو 2025».
fn span(words: &[Word<'_>], at: usize) -> Option<Found> {
    let lead = lead(words, at);
    let first = at
        + lead
        + if lead > 0 {
            weekdays(words, at + lead)
        } else {
            0
        };
    let from = start(words, first, lead > 0)?;
    let behind = from.to;
    let next = words.get(behind)?;
    let is_dash = ["-", "–", "—"].contains(&next.gap.trim())
        && next.folded.starts_with(|c: char| c.is_ascii_digit());
    let is_to = ["الي", "حتي", "والي", "وحتي", "لغايه", "ولغايه"].contains(&&*next.folded);
    let is_and = next.folded.starts_with('و') && next.is_adjacent();
    let mut end_at = behind + usize::from(is_to);
    // «6 و7 و8 أكتوبر»: each day is the next.
    let mut last = from.day;
    while is_and
        && let Some((day, to)) = words
            .get(end_at)
            .filter(|word| word.is_adjacent())
            .and_then(|_| day(words, end_at))
        && last.is_some_and(|last| day == last + 1)
        && words
            .get(to)
            .is_some_and(|word| word.folded.starts_with('و'))
    {
        last = Some(day);
        end_at = to;
    }
    if is_to && words.get(end_at).is_some_and(|word| word.folded == "غايه") {
        end_at += 1;
    }
    if lead > 0 && end_at < words.len() {
        end_at += weekdays(words, end_at);
    }
    // «من 22 إلى 24 / 5 / 1448هـ»
    if is_to
        && from.month.is_none()
        && let Some(end) = numeric(words, end_at)
    {
        return Some(Found {
            from: at,
            to: end.to,
            iso: end
                .iso
                .as_ref()
                .zip(from.day)
                .map(|(end, day)| format!("{}-{day:02}..{end}", &end[..7])),
        });
    }
    // Of months, one says the year at least.
    let end = date(words, end_at).filter(|date| date.day.is_some() == from.day.is_some())?;
    let is_alone = from.month.is_none();
    let is_next = is_alone && last.is_some_and(|last| end.day == Some(last + 1));
    // «يومي 12 و16» are two.
    let is_two = words[at].unjoined() == "يومي";
    let is_list = is_and && (is_next || lead > 0 && !is_two && last == from.day);
    if !(is_dash || is_to && (lead > 0 || is_alone) || is_list) {
        return None;
    }
    let begin = Date {
        month: from.month.or(end.month),
        ..from
    };
    Some(Found {
        from: at,
        to: end.to,
        iso: begin.upto(&end),
    })
}

/// How many days of the week stand from a word on, before a number: «الخميس 5», «السبت والأحد 7 و8».
fn weekdays(words: &[Word<'_>], at: usize) -> usize {
    let count = words.iter().skip(at).take(3);
    let count = count.take_while(|word| is_weekday(word)).count();
    let is_day = words.get(at + count).is_some() && day(words, at + count).is_some();
    if is_day { count } else { 0 }
}

/// The words that open a span: «من», «بين», «ما بين», «وما بين».
fn lead(words: &[Word<'_>], at: usize) -> usize {
    let word = |at: usize| words.get(at).map(Word::unjoined);
    match (word(at), word(at + 1)) {
        (Some("ما"), Some("بين")) => 2,
        (Some("من" | "بين" | "يومي" | "ليله"), _) => 1,
        _ if words.get(at).is_some_and(|word| word.folded == "وما")
            && word(at + 1) == Some("بين") =>
        {
            2
        }
        _ => 0,
    }
}

/// «12/05/2025», «2025-05-12», «12/4/1446هـ».
fn numeric(words: &[Word<'_>], at: usize) -> Option<Found> {
    let three = words.get(at..at + 3)?;
    let is_one = three[1].gap == three[2].gap && ["/", "-", ".", " / "].contains(&three[1].gap);
    let [first, second, third] = three else {
        return None;
    };
    let small = |word: &Word<'_>| number(word, (1, 31));
    let common = |word: &Word<'_>| year_number(word, (1901, COMMON.1));
    let is_hijri = third.folded.ends_with('ه') && year_number(third, HIJRI).is_some();
    let (day, month, year) = match (common(first), common(third)) {
        (_, Some(year)) => (small(first)?, small(second)?, year),
        (Some(year), _) => (small(third)?, small(second)?, year),
        _ if is_hijri => (small(first)?, small(second)?, 0),
        _ => return None,
    };
    let is_date = is_one && (1..=12).contains(&month);
    let iso = (!is_hijri).then(|| format!("{year:04}-{month:02}-{day:02}"));
    is_date.then(|| Found {
        from: at,
        to: at + 3,
        iso,
    })
}

#[cfg(test)]
mod tests;

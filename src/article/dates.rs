//! Days and spans of days in a paragraph, as they are written: months of the Maghreb, of the Mashreq and of the Hijra, digits of
//! every set. No year is ever added, and a day of the Hijra is left as it is.

use super::words::{Word, words};

/// A day, a month or a span: words `from` to `to`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) from: usize,
    pub(super) to: usize,
    /// As ISO 8601 writes it: `2025-11-24`, `2025-11`, `--11-24` without a year, `2025-11-24..2025-11-27`. None for the Hijra.
    pub(super) iso: Option<String>,
}

/// The months of the Gregorian calendar in one spelling, by number.
const MONTHS: [&[&str]; 12] = [
    &["يناير", "جانفي", "كانون الثاني"],
    &["فبراير", "فيفري", "شباط"],
    &["مارس", "اذار"],
    &["ابريل", "افريل", "نيسان"],
    &["ماي", "مايو", "ايار"],
    &["يونيو", "يونيه", "جوان", "حزيران"],
    &["يوليوز", "يوليو", "يوليه", "جويليه", "تموز"],
    &["غشت", "اغسطس", "اوت", "اب"],
    &["شتنبر", "سبتمبر", "ايلول"],
    &["اكتوبر", "تشرين الاول"],
    &["نونبر", "نوفمبر", "تشرين الثاني"],
    &["دجنبر", "ديسمبر", "كانون الاول"],
];

const HIJRI: [&str; 18] = [
    "محرم",
    "صفر",
    "ربيع الاول",
    "ربيع الثاني",
    "ربيع الاخر",
    "جمادي الاولي",
    "جمادي الثانيه",
    "جمادي الاخره",
    "جمادي الاخري",
    "رجب",
    "شعبان",
    "رمضان",
    "شوال",
    "ذو القعده",
    "ذي القعده",
    "ذو الحجه",
    "ذي الحجه",
    "محرم الحرام",
];

/// Whether a text has a date in it.
pub(super) fn has_date(text: &str) -> bool {
    !dates(&words(text)).is_empty()
}

/// The dates of a paragraph in their order.
pub(super) fn dates(words: &[Word<'_>]) -> Vec<Found> {
    let mut all = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let found = span(words, at)
            .or_else(|| date(words, at).map(|date| date.found(at)))
            .or_else(|| numeric(words, at));
        at = found.as_ref().map_or(at + 1, |found| found.to);
        all.extend(found);
    }
    all
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
        match (year, self.day) {
            (Some(year), Some(day)) => Some(format!("{year:04}-{month:02}-{day:02}")),
            (Some(year), None) => Some(format!("{year:04}-{month:02}")),
            (None, day) => Some(format!("--{month:02}-{:02}", day?)),
        }
    }
}

/// A number that stands at a word, behind «و» or not.
fn number(word: &Word<'_>, least: u32, most: u32) -> Option<u32> {
    let digits = word.folded.trim_start_matches(['و', 'ل', 'ب', 'ف']);
    let number = digits.parse().ok()?;
    (least..=most).contains(&number).then_some(number)
}

/// The day, as a number or as the first: «فاتح ماي».
fn day(word: &Word<'_>) -> Option<u32> {
    let first = word.folded.trim_start_matches(['و', 'ل', 'ب']);
    if first == "فاتح" {
        return Some(1);
    }
    number(word, 1, 31).filter(|_| word.folded.chars().count() <= 4)
}

/// «الأول من آذار»: the day in words, where «من» says that it is one.
fn ordinal(words: &[Word<'_>], at: usize) -> Option<u32> {
    let ordinals = "الاول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر";
    let next = words.get(at + 1).filter(|word| word.is_adjacent())?;
    let place = ordinals
        .split(' ')
        .position(|one| one == words[at].folded)?;
    let day = u32::try_from(place + 1).ok()?;
    (next.folded == "من").then_some(day)
}

/// The month whose name begins at a word, and how many words it has. 0 stands for one of the Hijra.
fn month(words: &[Word<'_>], at: usize) -> Option<(usize, usize)> {
    let first = words.get(at)?;
    let second = words.get(at + 1).filter(|word| word.is_adjacent());
    let two = second.map(|second| format!("{} {}", first.folded, second.folded));
    let hijri = |name: &str| HIJRI.contains(&name);
    let of = |name: &str| {
        MONTHS
            .iter()
            .position(|names| names.contains(&name))
            .map(|month| month + 1)
    };
    if let Some(two) = &two
        && let Some(month) = of(two).or(hijri(two).then_some(0))
    {
        return Some((month, 2));
    }
    // «أب» is a father, «آب» a month.
    if first.folded == "اب" && first.text != "آب"
        || first.folded == "اوت" && !first.text.starts_with(['أ', 'ا'])
    {
        return None;
    }
    let month = of(&first.folded).or(hijri(&first.folded).then_some(0))?;
    // Where both calendars of the Mashreq stand side by side, «نونبر/تشرين الثاني».
    let mut length = 1;
    if let Some(next) = words
        .get(at + 1)
        .filter(|next| next.gap.trim() == "/" || next.gap.trim() == "(")
    {
        let again = self::alias(words, at + 1, month);
        length += again.filter(|_| next.gap.trim() == "/").unwrap_or(0);
    }
    Some((month, length))
}

/// The words of a second name of the same month.
fn alias(words: &[Word<'_>], at: usize, month: usize) -> Option<usize> {
    let names = MONTHS.get(month.checked_sub(1)?)?;
    let first = &words.get(at)?.folded;
    let two = words
        .get(at + 1)
        .map(|second| format!("{first} {}", second.folded));
    if two.is_some_and(|two| names.contains(&two.as_str())) {
        return Some(2);
    }
    names.contains(&first.as_str()).then_some(1)
}

/// The year behind a month: «2025», «من سنة 2025», «، 2025».
fn year(words: &[Word<'_>], at: usize, is_hijri: bool) -> Option<(u32, usize)> {
    let (least, most) = if is_hijri { (1, 1599) } else { (1000, 2999) };
    let is_filler = |word: &&Word<'_>| {
        word.is_adjacent() && ["من", "سنه", "عام", "لسنه", "لعام"].contains(&word.folded.as_str())
    };
    let skipped = words.iter().skip(at).take(2).take_while(is_filler).count();
    let word = words.get(at + skipped).filter(|word| word.is_near())?;
    if word.folded.starts_with(['و', 'ب']) || word.text.chars().count() < 3 {
        return None;
    }
    Some((number(word, least, most)?, at + skipped + 1))
}

/// A month with a day before it, a year behind it, or both.
fn date(words: &[Word<'_>], at: usize) -> Option<Date> {
    let day = words.get(at).and_then(day).or_else(|| ordinal(words, at));
    let start = at + usize::from(day.is_some());
    // «من شهر» may stand between a day and its month.
    let is_filler = |word: &&Word<'_>| ["من", "شهر"].contains(&word.folded.as_str());
    let skipped = if day.is_some() {
        words
            .iter()
            .skip(start)
            .take(2)
            .take_while(is_filler)
            .count()
    } else {
        0
    };
    let (month, length) = month(words, start + skipped)?;
    if day.is_some() && !words.get(start).is_some_and(Word::is_near) {
        return None;
    }
    let is_hijri = month == 0;
    let behind = start + skipped + length;
    let year = year(words, behind, is_hijri);
    let to = year.map_or(behind, |(_, to)| to);
    (day.is_some() || year.is_some()).then_some(Date {
        day,
        month: Some(month).filter(|month| *month > 0),
        year: year.map(|(year, _)| year),
        to,
    })
}

/// «ما بين 24 و27 نونبر 2025», «من 3 إلى 5 يونيو», «24-27 نونبر», «من 28 ماي إلى 2 يونيو 2025».
fn span(words: &[Word<'_>], at: usize) -> Option<Found> {
    let lead = lead(words, at);
    let first = at + lead;
    let start = date(words, first);
    let (from, behind) = match &start {
        // A day and its month.
        Some(date) if date.day.is_some() => (date.clone(), date.to),
        Some(_) => return None,
        None => {
            let day = words.get(first).and_then(day)?;
            (
                Date {
                    day: Some(day),
                    month: None,
                    year: None,
                    to: first + 1,
                },
                first + 1,
            )
        }
    };
    let next = words.get(behind)?;
    let is_dash = ["-", "–", "—"].contains(&next.gap.trim())
        && next.folded.starts_with(|c: char| c.is_ascii_digit());
    let is_to = ["الي", "حتي"].contains(&next.folded.as_str()) || next.folded == "الي غايه";
    let is_and = next.folded.starts_with('و') && next.is_adjacent();
    let mut end_at = behind + usize::from(is_to);
    // «6 و7 و8 أكتوبر»: each day is the next.
    let mut last = from.day;
    while is_and
        && let Some(day) = words
            .get(end_at)
            .filter(|word| word.is_adjacent())
            .and_then(day)
        && last.is_some_and(|last| day == last + 1)
        && words
            .get(end_at + 1)
            .is_some_and(|word| word.folded.starts_with('و'))
    {
        last = Some(day);
        end_at += 1;
    }
    if is_to && words.get(end_at).is_some_and(|word| word.folded == "غايه") {
        end_at += 1;
    }
    let end = date(words, end_at).filter(|date| date.day.is_some())?;
    let is_next = last.is_some_and(|last| end.day == Some(last + 1)) && start.is_none();
    let is_list = is_and && (is_next || lead > 0 && last == from.day);
    if !(is_dash || is_to && (lead > 0 || start.is_none()) || is_list) {
        return None;
    }
    let month = from.month.or(end.month.filter(|_| start.is_none()));
    let begin = Date {
        month,
        year: from.year.or(end.year),
        ..from
    };
    let iso = begin
        .iso(begin.year)
        .zip(end.iso(end.year))
        .map(|(begin, end)| format!("{begin}..{end}"));
    Some(Found {
        from: at,
        to: end.to,
        iso,
    })
}

/// The words that open a span: «من», «بين», «ما بين», «وما بين».
fn lead(words: &[Word<'_>], at: usize) -> usize {
    let word = |at: usize| words.get(at).map(Word::unjoined);
    match (word(at), word(at + 1)) {
        (Some("ما"), Some("بين")) => 2,
        (Some("من" | "بين" | "يومي"), _) => 1,
        _ if words.get(at).is_some_and(|word| word.folded == "وما")
            && word(at + 1) == Some("بين") =>
        {
            2
        }
        _ => 0,
    }
}

/// «12/05/2025», «2025-05-12».
fn numeric(words: &[Word<'_>], at: usize) -> Option<Found> {
    let three = words.get(at..at + 3)?;
    let is_one = three[1].gap == three[2].gap && ["/", "-", "."].contains(&three[1].gap);
    let numbers: Vec<u32> = three
        .iter()
        .filter_map(|word| number(word, 1, 2999))
        .collect();
    let (day, month, year) = match numbers.as_slice() {
        [day, month, year] if *year > 1900 => (*day, *month, *year),
        [year, month, day] if *year > 1900 => (*day, *month, *year),
        _ => return None,
    };
    let is_date = is_one && (1..=12).contains(&month) && (1..=31).contains(&day);
    is_date.then(|| Found {
        from: at,
        to: at + 3,
        iso: Some(format!("{year:04}-{month:02}-{day:02}")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_they_are_written() {
        for (text, quote, iso) in [
            (
                "احتضنتها المملكة ما بين 24 و27 نونبر 2025.",
                "ما بين 24 و27 نونبر 2025",
                Some("2025-11-24..2025-11-27"),
            ),
            (
                "اعتبارا من الأول من آذار 2026",
                "الأول من آذار 2026",
                Some("2026-03-01"),
            ),
            (
                "من 3 إلى 5 يونيو 2025 بالرباط",
                "من 3 إلى 5 يونيو 2025",
                Some("2025-06-03..2025-06-05"),
            ),
            (
                "من 28 ماي إلى 2 يونيو 2025",
                "من 28 ماي إلى 2 يونيو 2025",
                Some("2025-05-28..2025-06-02"),
            ),
            (
                "بالحمامات أيام 6 و7 و8 أكتوبر 2025.",
                "6 و7 و8 أكتوبر 2025",
                Some("2025-10-06..2025-10-08"),
            ),
            ("أيام 24-27 نونبر", "24-27 نونبر", Some("--11-24..--11-27")),
            ("يوم الإثنين 12 ماي 2025", "12 ماي 2025", Some("2025-05-12")),
            (
                "بتاريخ ٢٥ تشرين الأول ٢٠٢٤، حكما",
                "٢٥ تشرين الأول ٢٠٢٤",
                Some("2024-10-25"),
            ),
            ("إلى غاية 20 دجنبر", "20 دجنبر", Some("--12-20")),
            ("في 19 شوال 1446، الروائي", "19 شوال 1446", None),
            ("منذ مارس 2025 مستقرا", "مارس 2025", Some("2025-03")),
            ("بمناسبة فاتح ماي", "فاتح ماي", Some("--05-01")),
            ("في 12/05/2025 صدر", "12/05/2025", Some("2025-05-12")),
            ("يوم 9 آب 2024", "9 آب 2024", Some("2024-08-09")),
        ] {
            let words = words(text);
            let found = dates(&words);
            assert_eq!(found.len(), 1, "{text}: {found:?}");
            let (from, to) = (
                words[found[0].from].range.start,
                words[found[0].to - 1].range.end,
            );
            assert_eq!((&text[from..to], found[0].iso.as_deref()), (quote, iso));
        }
        for text in [
            "نهاية شهر يوليوز",
            "بلغ 45 يوما",
            "مارس 20 لاعبا",
            "أب 3 أطفال",
            "بين 3 و5 سنوات",
            "صفر نقطة",
        ] {
            assert_eq!(dates(&words(text)), [], "{text}");
        }
    }
}

//! Names in dates: months of the Maghreb, of the Mashreq and of the Hijra, days of the week, and days in words.

use crate::article::words::{Word, is_definite};

/// The months of the Gregorian calendar in one spelling, by number.
const MONTHS: [&[&str]; 12] = [
    &["يناير", "جانفي", "كانون الثاني", "كانون ثاني", "كانون ثان"],
    &["فبراير", "فيفري", "شباط"],
    &["مارس", "اذار"],
    &["ابريل", "افريل", "نيسان"],
    &["ماي", "مايو", "ايار", "مايس"],
    &["يونيو", "يونيه", "جوان", "حزيران"],
    &["يوليوز", "يوليو", "يوليه", "جويليه", "تموز"],
    &["غشت", "اغشت", "اغسطس", "اوت", "اب"],
    &["شتنبر", "شتمبر", "سبتمبر", "ايلول"],
    &["اكتوبر", "تشرين الاول", "تشرين اول"],
    &["نونبر", "نوفمبر", "تشرين الثاني", "تشرين ثاني", "تشرين ثان"],
    &["دجنبر", "ديسمبر", "كانون الاول", "كانون اول"],
];

const HIJRI: [&str; 25] = [
    "محرم",
    "المحرم",
    "محرم الحرام",
    "صفر",
    "صفر الخير",
    "ربيع الاول",
    "ربيع اول",
    "ربيع الثاني",
    "ربيع الاخر",
    "جمادي الاول",
    "جمادي الاولي",
    "جمادي الثاني",
    "جمادي الثانيه",
    "جمادي الاخره",
    "جمادي الاخري",
    "رجب",
    "شعبان",
    "رمضان",
    "رمضان المبارك",
    "شوال",
    "ذو القعده",
    "ذي القعده",
    "ذو الحجه",
    "ذي الحجه",
    "شعبان المعظم",
];

const WEEKDAYS: [&str; 7] = [
    "الاثنين",
    "الثلاثاء",
    "الاربعاء",
    "الخميس",
    "الجمعه",
    "السبت",
    "الاحد",
];

/// The days to ten as they stand alone; of eleven and of twenty-one, the first word.
const ORDINALS: [&str; 10] = [
    "الاول",
    "الثاني",
    "الثالث",
    "الرابع",
    "الخامس",
    "السادس",
    "السابع",
    "الثامن",
    "التاسع",
    "العاشر",
];
const ELEVENTH: &str = "الحادي";

/// Whether a word is a day of the week.
pub(super) fn is_weekday(word: &Word<'_>) -> bool {
    WEEKDAYS.contains(&word.folded.as_str()) || WEEKDAYS.contains(&word.unjoined())
}

/// The month whose name begins at a word, and how many words it has. 0 stands for one of the Hijra.
pub(super) fn month(words: &[Word<'_>], at: usize) -> Option<(usize, usize)> {
    let (month, length) = one_month(words, at)?;
    // Where both calendars stand side by side, «تشرين الثاني/نونبر», «نوفمبر (تشرين الثاني)».
    let behind = at + length;
    let again = words.get(behind).and_then(|next| {
        let is_beside = ["/", "(", "-"].contains(&next.gap.trim());
        let (other, length) = one_month(words, behind).filter(|_| is_beside)?;
        (other == month && month > 0).then_some(length)
    });
    Some((month, length + again.unwrap_or(0)))
}

fn one_month(words: &[Word<'_>], at: usize) -> Option<(usize, usize)> {
    let first = words.get(at)?;
    let second = words.get(at + 1).filter(|word| word.is_adjacent());
    let of = |name: &str| {
        let month = MONTHS.iter().position(|names| names.contains(&name));
        let month = month.map(|month| month + 1);
        month.or(HIJRI.contains(&name).then_some(0))
    };
    // «وديسمبر» goes on, and is not what «وا» begins with.
    let start = if of(&first.folded).is_some() || !first.is_joined() {
        first.folded.as_str()
    } else {
        first.unjoined()
    };
    if let Some(second) = second
        && let Some(month) = of(&format!("{start} {}", second.folded))
    {
        return Some((month, 2));
    }
    // «أب» is a father, «آب» a month.
    if start == "اب" && !first.text.ends_with("آب") || start == "اوت" && first.text.contains('ؤ')
    {
        return None;
    }
    Some((of(start)?, 1))
}

/// A day in words («الرابع والعشرين»), and how many they are.
pub(super) fn ordinal(words: &[Word<'_>], at: usize) -> Option<(u32, usize)> {
    let first = words.get(at)?;
    let shape = first.unjoined();
    let whole = |ten: &str, shape: &str| {
        ["ين", "ون"]
            .iter()
            .any(|end| shape.strip_suffix(end) == Some(ten))
    };
    if whole("العشر", shape) {
        return Some((20, 1));
    }
    if whole("الثلاث", shape) {
        return Some((30, 1));
    }
    let unit = ORDINALS.iter().position(|one| *one == shape);
    let unit = unit.and_then(|place| u32::try_from(place + 1).ok());
    let of_more = unit
        .filter(|unit| *unit < 10)
        .or((shape == ELEVENTH).then_some(1));
    let second = words.get(at + 1).filter(|word| word.is_adjacent());
    if let (Some(unit), Some(second)) = (of_more, second) {
        let ten = match second.folded.as_str() {
            "عشر" => Some(10),
            rest if whole("والعشر", rest) => Some(20),
            rest if whole("والثلاث", rest) && unit == 1 => Some(30),
            _ => None,
        };
        if let Some(ten) = ten {
            return Some((ten + unit, 2));
        }
    }
    Some((unit?, 1))
}

/// Whether what stands before a day in words counts something else: «الأسبوع الأول من نونبر».
pub(super) fn is_of_noun(words: &[Word<'_>], at: usize) -> bool {
    let before = at.checked_sub(1).map(|at| &words[at]);
    before.is_some_and(|word| {
        words[at].is_adjacent()
            && !words[at].is_joined()
            && is_definite(word.unjoined())
            && !is_weekday(word)
            && !["اليوم", "الموافق"].contains(&word.unjoined())
    })
}

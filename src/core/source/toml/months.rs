//! Days as people write them in words: `24 نونبر 2025`, `24 novembre 2025`.

/// The names of each month: of Morocco, of Algeria and Tunisia, of the Levant, of Egypt and the Gulf, in French and English.
const MONTHS: [&[&str]; 12] = [
    &["يناير", "جانفي", "كانون الثاني", "janvier", "january"],
    &["فبراير", "فيفري", "شباط", "février", "february"],
    &["مارس", "آذار", "mars", "march"],
    &["أبريل", "إبريل", "أفريل", "نيسان", "avril", "april"],
    &["ماي", "مايو", "أيار", "mai", "may"],
    &["يونيو", "يونيه", "جوان", "حزيران", "juin", "june"],
    &[
        "يوليوز",
        "يوليو",
        "يوليه",
        "جويلية",
        "تموز",
        "juillet",
        "july",
    ],
    &["غشت", "أغسطس", "أوت", "آب", "août", "august"],
    &["شتنبر", "سبتمبر", "أيلول", "septembre", "september"],
    &["أكتوبر", "تشرين الأول", "octobre", "october"],
    &["نونبر", "نوفمبر", "تشرين الثاني", "novembre", "november"],
    &["دجنبر", "ديسمبر", "كانون الأول", "décembre", "december"],
];

/// The day that these words name, in Latin digits, as TOML writes it. The day stands before the month, and the year after it.
pub(crate) fn day_in_words(words: &str) -> Option<String> {
    let words = words.replace(['،', ','], " ");
    let mut words: Vec<&str> = words.split_whitespace().collect();
    let year: u32 = words.pop()?.parse().ok()?;
    let at = words.iter().position(|word| word.parse::<u32>().is_ok())?;
    let day: u32 = words[at].parse().ok()?;
    // The day of the week may stand before.
    let named = plain(&words[at + 1..].join(" "));
    let is_it = |names: &[&str]| names.iter().any(|name| plain(name) == named);
    let month = MONTHS.iter().position(|names| is_it(names))? + 1;
    let is_day = (1..=31).contains(&day) && (1000..=9999).contains(&year);
    is_day.then(|| format!("{year}-{month:02}-{day:02}"))
}

/// A name without what is often left off it.
fn plain(name: &str) -> String {
    name.to_lowercase().replace(['أ', 'إ', 'آ'], "ا")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_in_the_words_of_each_country() {
        for (words, day) in [
            ("24 نونبر 2025", Some("2025-11-24")),
            ("الإثنين، 24 نوفمبر 2025", Some("2025-11-24")),
            ("5 تشرين الأول 2025", Some("2025-10-05")),
            ("1 اكتوبر 2025", Some("2025-10-01")),
            ("3 Février 2024", Some("2024-02-03")),
            ("نونبر 2025", None),
            ("24 شيء 2025", None),
            ("24 نونبر", None),
            ("", None),
        ] {
            assert_eq!(day_in_words(words).as_deref(), day, "{words}");
        }
    }
}

//! A language as Open Graph names it: with its territory, `fr_FR`.

use icu::locale::{Locale, LocaleCanonicalizer, LocaleExpander};

/// The `og:locale` of a BCP 47 tag: language and territory, without a script. A tag that names none stands for the one that CLDR takes
/// it for (likely subtags): `fr` is `fr_FR`, `zgh` `zgh_MA`. Of languages that CLDR does not know, the language alone.
#[must_use]
pub fn open_graph_locale(tag: &str) -> String {
    let Ok(mut locale) = Locale::try_from_str(tag) else {
        return tag.to_owned();
    };
    LocaleCanonicalizer::new_extended().canonicalize(&mut locale);
    LocaleExpander::new_extended().maximize(&mut locale.id);
    let likely = locale.id.to_string();
    let mut subtags = likely.split('-');
    let language = subtags.next().unwrap_or_default();
    // Of the subtags of a canonical tag, territories are two letters or three digits: scripts are four.
    match subtags.find(|subtag| (2..=3).contains(&subtag.len())) {
        Some(territory) => format!("{language}_{territory}"),
        None => language.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::open_graph_locale;

    #[test]
    fn every_language_has_its_territory() {
        for (tag, locale) in [
            ("ar-MA", "ar_MA"),
            ("AR-ma", "ar_MA"),
            ("fr", "fr_FR"),
            ("fr-MA", "fr_MA"),
            ("en", "en_US"),
            ("zgh", "zgh_MA"),
            ("zgh-Latn", "zgh_MA"),
            ("shi-Tfng", "shi_MA"),
            ("ur", "ur_PK"),
            ("fa", "fa_IR"),
            ("zh-Hant", "zh_TW"),
            ("sr-Latn-ME", "sr_ME"),
            ("iw", "he_IL"),
            ("ar-u-nu-latn", "ar_EG"),
            ("qaa", "qaa"),
        ] {
            assert_eq!(open_graph_locale(tag), locale, "{tag}");
        }
    }
}

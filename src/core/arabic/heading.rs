//! The text of a heading to the id that links to it. Arabic stays Arabic: nothing is transliterated.
//! Two headings may get one id; making ids unique within a page is the caller's.

use icu::normalizer::ComposingNormalizerBorrowed;
use icu::properties::CodePointMapData;
use icu::properties::props::{GeneralCategory, GeneralCategoryGroup};

use super::invisible::{TATWEEL, is_bidi_control, is_tashkeel};

/// The id of a heading nothing of which can stand in an id.
const NAMELESS: &str = "section";

/// The id of a heading: its letters and digits in NFC and lower case, words joined by `-`, vowel signs,
/// tatweel and bidi controls left out, so that a heading keeps its id when it is vocalised.
#[must_use]
pub fn heading_id(text: &str) -> String {
    let categories = CodePointMapData::<GeneralCategory>::new();
    let composed = ComposingNormalizerBorrowed::new_nfc().normalize(text);
    let mut id = String::with_capacity(composed.len());
    let mut between_words = false;
    for c in composed.chars() {
        if is_tashkeel(c) || is_bidi_control(c) || c == TATWEEL {
            continue;
        }
        // The marks of other scripts spell words (Hindi's virama): they stay with the letter they follow.
        let is_mark = GeneralCategoryGroup::Mark.contains(categories.get(c));
        let follows_letter = !between_words && !id.is_empty();
        if (is_mark && follows_letter) || (!is_mark && c.is_alphanumeric()) {
            if between_words && !id.is_empty() {
                id.push('-');
            }
            between_words = false;
            id.extend(c.to_lowercase());
        } else {
            between_words = true;
        }
    }
    if id.is_empty() {
        NAMELESS.to_owned()
    } else {
        id
    }
}

#[cfg(test)]
mod tests {
    use super::heading_id;

    #[test]
    fn arabic_headings_stay_arabic() {
        assert_eq!(heading_id("التعاون الأمني"), "التعاون-الأمني");
        assert_eq!(
            heading_id("  الدورة الـ93: مراكش، 2025!  "),
            "الدورة-ال93-مراكش-2025"
        );
        assert_eq!(heading_id("«أنتربول» و(أوروبول)"), "أنتربول-و-أوروبول");
        assert_eq!(heading_id("24–27 نونبر"), "24-27-نونبر");
    }

    #[test]
    fn spelling_variants_share_an_id() {
        assert_eq!(heading_id("مُحَمَّدٌ"), "محمد");
        assert_eq!(heading_id("مـحـمـد"), "محمد");
        assert_eq!(heading_id("\u{2067}محمد\u{2069}\u{200F}"), "محمد");
        // Alef and combining hamza are one letter in NFC.
        assert_eq!(heading_id("ا\u{654}من"), heading_id("أمن"));
        assert_eq!(heading_id("e\u{301}tat"), "état");
    }

    #[test]
    fn other_scripts_keep_their_letters() {
        assert_eq!(heading_id("C++ & L’État de Droit"), "c-l-état-de-droit");
        assert_eq!(
            heading_id("ÉTAT D’URGENCE : 2 000 €"),
            "état-d-urgence-2-000"
        );
        assert_eq!(heading_id("«\u{A0}Œuvre\u{A0}»\u{202F}?"), "œuvre");
        assert_eq!(heading_id("ⵜⴰⵎⴰⵣⵉⵖⵜ, ⵜⵓⵜⵍⴰⵢⵜ"), "ⵜⴰⵎⴰⵣⵉⵖⵜ-ⵜⵓⵜⵍⴰⵢⵜ");
        assert_eq!(heading_id("हिन्दी भाषा"), "हिन्दी-भाषा");
    }

    #[test]
    fn nothing_left_is_a_section() {
        for empty in [
            "",
            "   ",
            "!?",
            "ـــ",
            "\u{64E}",
            "\u{200F}",
            "\u{301}",
            "—\u{FE0F}",
        ] {
            assert_eq!(heading_id(empty), "section", "{empty:?}");
        }
    }

    #[test]
    fn an_id_is_its_own_id() {
        for text in [
            "İstanbul",
            "التعاون الأمني",
            "ﻻ شيء",
            "👍🏽 نعم",
            "हिन्दी",
            "A\u{301}\u{64E}b",
            "½ ①",
        ] {
            let id = heading_id(text);
            assert_eq!(heading_id(&id), id, "{text}");
            assert!(
                !id.starts_with('-') && !id.ends_with('-') && !id.contains("--"),
                "{id}"
            );
        }
    }
}

//! Items to one enumeration, joined as the language says "and".
//! The items are taken as they are: nothing here inflects, quotes or isolates them.

use super::Language;
use super::invisible::{is_bidi_control, without_bidi_controls};

impl Language {
    /// The items joined by "and". Arabic puts و before every item but the first, attached and without
    /// commas: «بنين وموريتانيا وكينيا». Bidi controls inside the items stay.
    #[must_use]
    pub fn list<S: AsRef<str>>(&self, items: &[S]) -> String {
        let joined = self
            .conjunction
            .format_to_string(items.iter().map(AsRef::as_ref));
        if items
            .iter()
            .any(|item| item.as_ref().contains(is_bidi_control))
        {
            joined
        } else {
            without_bidi_controls(joined)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    fn list(tag: &str, items: &[&str]) -> String {
        Language::new(tag).unwrap().list(items)
    }

    #[test]
    fn arabic_joins_every_item_with_an_attached_waw() {
        for tag in ["ar-MA", "ar-EG", "ar-SA", "ar-AE", "ar"] {
            assert_eq!(list(tag, &[]), "");
            assert_eq!(list(tag, &["بنين"]), "بنين");
            assert_eq!(list(tag, &["بنين", "كينيا"]), "بنين وكينيا");
            assert_eq!(
                list(tag, &["بنين", "موريتانيا", "كينيا"]),
                "بنين وموريتانيا وكينيا"
            );
            assert_eq!(list(tag, &["أ", "ب", "ج", "د", "ه"]), "أ وب وج ود وه");
        }
    }

    #[test]
    fn other_languages_join_as_they_do() {
        assert_eq!(
            list("en", &["Benin", "Kenya", "Mali"]),
            "Benin, Kenya, and Mali"
        );
        assert_eq!(
            list("fr", &["le Bénin", "le Kenya", "le Mali"]),
            "le Bénin, le Kenya et le Mali"
        );
        assert_eq!(list("es", &["España", "Italia"]), "España e Italia");
    }

    #[test]
    fn only_the_controls_of_an_item_survive() {
        assert_eq!(list("fa", &["آ", "ب", "پ"]), "آ، ب، و پ");
        assert_eq!(
            list("ar-MA", &["بنين", "\u{2066}Unicode\u{2069}"]),
            "بنين و\u{2066}Unicode\u{2069}"
        );
    }
}

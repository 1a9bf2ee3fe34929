//! Items to one enumeration, joined as the language says "and" or "or".
//! The items are taken as they are: nothing here inflects, quotes or isolates them.

use super::invisible::{is_bidi_control, without_bidi_controls};
use super::language::Language;

/// What joins the items of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Conjunction {
    /// All of them: و.
    And,
    /// One of them: أو.
    Or,
}

impl Conjunction {
    /// Both.
    pub const ALL: [Self; 2] = [Self::And, Self::Or];

    /// The name templates use: `and` or `or`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::And => "and",
            Self::Or => "or",
        }
    }
}

impl Language {
    /// The items joined. Arabic puts و before every item but the first, attached and without commas:
    /// «بنين وموريتانيا وكينيا». Bidi controls inside the items stay.
    #[must_use]
    pub fn list<S: AsRef<str>>(&self, items: &[S], conjunction: Conjunction) -> String {
        let formatter = match conjunction {
            Conjunction::And => &self.and_list,
            Conjunction::Or => &self.or_list,
        };
        if self.subtag() == "zgh" && conjunction == Conjunction::Or {
            return tamazight_or(items);
        }
        let items = items.iter().map(AsRef::as_ref);
        if items.clone().any(|item| item.contains(is_bidi_control)) {
            formatter.format_to_string(items)
        } else {
            without_bidi_controls(formatter.format_to_string(items))
        }
    }
}

/// One of several in Tamazight, for which CLDR 48 has only its root's patterns, which say “or”.
fn tamazight_or<S: AsRef<str>>(items: &[S]) -> String {
    let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
    match items.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} ⵏⵖ {last}", rest.join(", ")),
        _ => items.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Conjunction, Language};

    fn list(tag: &str, items: &[&str]) -> String {
        Language::new(tag).unwrap().list(items, Conjunction::And)
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
    fn one_of_several_is_offered() {
        let or =
            |tag: &str, items: &[&str]| Language::new(tag).unwrap().list(items, Conjunction::Or);
        assert_eq!(or("ar-MA", &["أ", "ب", "ج"]), "أ أو ب أو ج");
        assert_eq!(or("fa", &["آ", "ب"]), "آ یا ب");
        assert_eq!(or("zgh", &["ⴰ", "ⴱ", "ⴳ"]), "ⴰ, ⴱ ⵏⵖ ⴳ");
        assert_eq!(or("zgh", &["ⴰ"]), "ⴰ");
        assert_eq!(or("zgh", &[]), "");
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

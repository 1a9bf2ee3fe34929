//! A text for a place where no markup can stand: a title, an `alt`, a description. Controls take the place of
//! elements.

use std::borrow::Cow;

use super::run::pieces;
use super::runs::runs;
use super::table::Class;

const RIGHT_TO_LEFT_MARK: char = '\u{200F}';
const ISOLATE: char = '\u{2066}';
const END_ISOLATE: char = '\u{2069}';

/// The text with its left-to-right runs between U+2066 and U+2069, and a U+200F before it where its first
/// letter runs from left to right: what shows it may go by that letter. Done twice it is as done once.
#[must_use]
pub fn isolate_in_plain_text(text: &str) -> Cow<'_, str> {
    let runs = runs(text);
    let strong = text
        .chars()
        .find(|c| matches!(Class::of(*c), Class::Rtl | Class::Letter(_)));
    let starts_left_to_right = strong.is_some_and(|c| Class::of(c) != Class::Rtl);
    if runs.is_empty() && !starts_left_to_right {
        return Cow::Borrowed(text);
    }
    let mut isolated = String::with_capacity(text.len() + 6 * runs.len() + 3);
    if starts_left_to_right {
        isolated.push(RIGHT_TO_LEFT_MARK);
    }
    for (piece, run) in pieces(text, &runs) {
        if run.is_some() {
            isolated.push(ISOLATE);
            isolated.push_str(piece);
            isolated.push(END_ISOLATE);
        } else {
            isolated.push_str(piece);
        }
    }
    Cow::Owned(isolated)
}

#[cfg(test)]
mod tests {
    use super::isolate_in_plain_text;

    #[test]
    fn runs_stand_between_controls_and_the_text_starts_from_the_right() {
        for (text, expected) in [
            ("الأمن الوطني", "الأمن الوطني"),
            ("لقاء 24 نونبر 2025", "لقاء 24 نونبر 2025"),
            ("لقاء Wikidata", "لقاء \u{2066}Wikidata\u{2069}"),
            (
                "Wikidata في 2025",
                "\u{200F}\u{2066}Wikidata\u{2069} في 2025",
            ),
            ("يوم 2025-11-24", "يوم \u{2066}2025-11-24\u{2069}"),
        ] {
            let once = isolate_in_plain_text(text);
            assert_eq!(once, expected);
            assert_eq!(isolate_in_plain_text(&once), expected, "twice");
        }
    }
}

//! A text for a place where no markup can stand: a title, an `alt`, a description. Controls take the place of
//! elements.

use std::borrow::Cow;

use super::run::pieces;
use super::runs::runs_in;
use super::table::Class;
use crate::arabic::Direction;

const LEFT_TO_RIGHT_MARK: char = '\u{200E}';
const END_ISOLATE: char = '\u{2069}';

/// The text with the runs of the other direction than `base` between U+2066 (U+2067) and U+2069, and a mark of direction
/// before it, U+200F or U+200E, where its first letter is of that direction: what shows it may go by that letter. Done
/// twice it is as done once.
#[must_use]
pub fn isolate_in_plain_text(text: &str, base: Direction) -> Cow<'_, str> {
    let runs = runs_in(text, base);
    let strong = text
        .chars()
        .find(|c| matches!(Class::of(*c), Class::Rtl | Class::Letter(_)));
    let is_rtl = strong.map(|c| Class::of(c) == Class::Rtl);
    let is_other = is_rtl.is_some_and(|is_rtl| is_rtl != (base == Direction::Rtl));
    let is_marked = text.starts_with(LEFT_TO_RIGHT_MARK) && base == Direction::Ltr;
    let needs_mark = is_other && !is_marked;
    if runs.is_empty() && !needs_mark {
        return Cow::Borrowed(text);
    }
    let mut isolated = String::with_capacity(text.len() + 6 * runs.len() + 3);
    if needs_mark {
        isolated.push(match base {
            Direction::Rtl => '\u{200F}',
            Direction::Ltr => LEFT_TO_RIGHT_MARK,
        });
    }
    for (piece, run) in pieces(text, &runs) {
        if run.is_some() {
            isolated.push(base.opposite().isolate());
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
    use crate::arabic::Direction;

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
            let once = isolate_in_plain_text(text, Direction::Rtl);
            assert_eq!(once, expected);
            assert_eq!(
                isolate_in_plain_text(&once, Direction::Rtl),
                expected,
                "twice"
            );
        }
    }
}

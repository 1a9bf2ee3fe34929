//! The direction of a text, and of a piece of code, by the letters in it.

use super::mixed;
use super::table::Class;
use crate::arabic::Direction;

/// The direction of a text by its first letter; left to right where it has none.
#[must_use]
pub fn direction(text: &str) -> Direction {
    let strong = text.chars().find_map(|c| match Class::of(c) {
        Class::Rtl => Some(Direction::Rtl),
        Class::Letter(_) => Some(Direction::Ltr),
        _ => None,
    });
    strong.unwrap_or(Direction::Ltr)
}

/// The direction of a piece of code: that of its first letter, but a name of two scripts is read from left to right.
#[must_use]
pub fn direction_of_code(code: &str) -> Direction {
    if mixed::is_one_name(code.trim()) {
        Direction::Ltr
    } else {
        direction(code)
    }
}

/// The direction that most letters of a text have, where it has letters that run from right to left.
#[must_use]
pub fn direction_of_most(text: &str) -> Option<Direction> {
    let (mut rtl, mut ltr) = (0_usize, 0_usize);
    for c in text.chars() {
        match Class::of(c) {
            Class::Rtl => rtl += 1,
            Class::Letter(_) => ltr += 1,
            _ => {}
        }
    }
    let most = if rtl >= ltr {
        Direction::Rtl
    } else {
        Direction::Ltr
    };
    (rtl > 0).then_some(most)
}

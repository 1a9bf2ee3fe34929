//! Text of a site for a terminal, which takes control characters for orders: to hide what was printed, to move, to answer.

use std::borrow::Cow;

/// The text with its control characters written out, as `\u{1b}`. Its lines stay lines.
pub(super) fn text(text: &str) -> Cow<'_, str> {
    written_out(text, |c| c.is_control() && !matches!(c, '\n' | '\t'))
}

/// The same of what is one line, such as a path.
pub(super) fn line(text: &str) -> Cow<'_, str> {
    written_out(text, char::is_control)
}

fn written_out(text: &str, is_order: impl Fn(char) -> bool) -> Cow<'_, str> {
    if !text.contains(&is_order) {
        return Cow::Borrowed(text);
    }
    let mut printable = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if is_order(c) {
            printable.extend(c.escape_unicode());
        } else {
            printable.push(c);
        }
    }
    Cow::Owned(printable)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_order_reaches_the_terminal() {
        for c in ('\0'..='\u{2FF}').filter(|c| c.is_control()) {
            let code = format!("a\\u{{{:x}}}b", u32::from(c));
            let is_layout = c == '\n' || c == '\t';
            let as_it_is = format!("a{c}b");
            assert_eq!(line(&as_it_is), code);
            assert_eq!(
                text(&as_it_is),
                if is_layout { as_it_is.clone() } else { code }
            );
        }
        assert_eq!(text("سطر\nآخر"), "سطر\nآخر");
    }
}

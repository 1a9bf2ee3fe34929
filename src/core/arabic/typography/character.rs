//! Classes of characters, as the rules of typography need them.

use crate::arabic::invisible::is_tashkeel;

/// The letters and marks of Arabic script that words are made of, U+0640 included. Presentation forms are not: they
/// are found by a rule of their own.
pub(super) fn is_arabic(c: char) -> bool {
    matches!(c, '\u{620}'..='\u{65F}' | '\u{66E}'..='\u{6D3}' | '\u{6D5}'..='\u{6DC}'
        | '\u{6DF}'..='\u{6E8}' | '\u{6EA}'..='\u{6EF}' | '\u{6FA}'..='\u{6FC}' | '\u{6FF}'
        | '\u{750}'..='\u{77F}' | '\u{8A0}'..='\u{8E1}' | '\u{8E3}'..='\u{8FF}')
}

/// An Arabic letter rather than a mark on one, or the stretch between two.
pub(super) fn is_letter(c: char) -> bool {
    is_arabic(c) && !is_tashkeel(c) && c != TATWEEL && !is_hamza_mark(c)
}

/// A mark that stands on a letter: a vowel sign, or a hamza that composes with no seat.
pub(super) fn is_mark(c: char) -> bool {
    is_tashkeel(c) || is_hamza_mark(c)
}

fn is_hamza_mark(c: char) -> bool {
    matches!(c, '\u{654}' | '\u{655}')
}

pub(super) use crate::arabic::invisible::TATWEEL;

/// A space within a line.
pub(super) fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{A0}' | '\u{202F}' | '\u{2009}')
}

/// What closes what stands before it.
pub(super) fn is_closer(c: char) -> bool {
    matches!(c, ')' | ']' | '}' | '»' | '”' | '’' | '"' | '\u{FD3E}')
}

/// What opens what stands after it.
pub(super) fn is_opener(c: char) -> bool {
    matches!(c, '(' | '[' | '{' | '«' | '“' | '„' | '"' | '\u{FD3F}')
}

/// The marks that follow a word without a space.
pub(super) fn is_closing_mark(c: char) -> bool {
    matches!(c, '،' | '؛' | '؟' | '.' | '!')
}

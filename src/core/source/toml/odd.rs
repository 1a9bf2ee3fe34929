//! Characters that nobody sees where code is written.

/// Whether a character looks like a space, or like nothing, and is no space of TOML or of a template.
pub(crate) fn is_odd_space(c: char) -> bool {
    let is_space = c.is_whitespace() && !matches!(c, ' ' | '\t' | '\r' | '\n');
    is_space
        || matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{061C}' | '\u{2060}' | '\u{FEFF}' | '\u{2066}'..='\u{2069}' | '\u{202A}'..='\u{202E}')
}

/// What such a character is called.
pub(crate) fn name_of(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

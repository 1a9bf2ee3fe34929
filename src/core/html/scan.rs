//! Bytes that tags are parted by.

/// Whether a byte stands between attributes.
pub(super) fn is_between(byte: u8) -> bool {
    byte.is_ascii_whitespace() || byte == b'/'
}

/// Where the first such byte is, or how long the text is. Only for bytes of ASCII, so that no character is cut.
pub(super) fn position(text: &str, is: impl Fn(u8) -> bool) -> usize {
    let at = text.bytes().position(|byte| byte.is_ascii() && is(byte));
    at.unwrap_or(text.len())
}

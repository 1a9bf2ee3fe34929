//! Bytes that are text.

use std::string::FromUtf8Error;

/// The text of bytes. Of Arabic the standard library looks at one character at a time; looking at many and copying them takes a
/// tenth of that.
pub(crate) fn utf8(bytes: Vec<u8>) -> Result<String, FromUtf8Error> {
    match simdutf8::basic::from_utf8(&bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(_) => String::from_utf8(bytes),
    }
}

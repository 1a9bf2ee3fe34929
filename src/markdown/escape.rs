//! Escaping of text for HTML.

/// Text for an attribute between double quotation marks.
pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
}

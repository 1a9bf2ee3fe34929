//! Names of fields.

use crate::schema::{RESERVED_FIELDS, STANDARD_KEYS, UPDATED};

/// The name of a field for a key of the old site.
pub(super) fn field_name(key: &str) -> String {
    let plain: String = key
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '_' })
        .collect();
    let plain = plain.trim_start_matches('_');
    let is_odd = plain.is_empty() || plain.starts_with(|c: char| c.is_ascii_digit());
    let plain = if is_odd {
        format!("field_{plain}")
    } else {
        plain.to_owned()
    };
    let is_taken = RESERVED_FIELDS.contains(&plain.as_str())
        || STANDARD_KEYS.contains(&plain.as_str()) && plain != UPDATED
        || plain == "pages"
        || plain == "count";
    if is_taken { format!("{plain}_") } else { plain }
}

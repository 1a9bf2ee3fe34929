//! A value of a template to JSON that can stand in a page.

use tera::Value;

/// JSON that can stand in a `<script>`: what could end the element or confuse a parser is escaped
/// (HTML, "Restrictions for contents of script elements"). Nulls in maps are left out.
pub(super) fn json(value: &Value) -> String {
    let mut out = String::new();
    write_json(value, &mut out);
    out
}

fn write_json(value: &Value, out: &mut String) {
    if let Some(map) = value.as_map() {
        out.push('{');
        let entries = map
            .iter()
            .filter(|(_, value)| !value.is_none() && !value.is_undefined());
        for (position, (key, value)) in entries.enumerate() {
            if position > 0 {
                out.push(',');
            }
            write_json_string(&key.as_value().to_string(), out);
            out.push(':');
            write_json(value, out);
        }
        out.push('}');
    } else if let Some(items) = value.as_array() {
        out.push('[');
        for (position, item) in items.iter().enumerate() {
            if position > 0 {
                out.push(',');
            }
            write_json(item, out);
        }
        out.push(']');
    } else if let Some(text) = value.as_str() {
        write_json_string(text, out);
    } else if value.is_none() || value.is_undefined() {
        out.push_str("null");
    } else {
        out.push_str(&value.to_string());
    }
}

fn write_json_string(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' | '\0'..='\u{1F}' => {
                out.push_str(&format!("\\u{:04x}", u32::from(c)));
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

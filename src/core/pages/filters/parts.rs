//! Filters that other engines have and Tera 2 has not: `striptags` and `batch`.
#![expect(
    clippy::needless_pass_by_value,
    reason = "the engine hands a filter what it is given"
)]

use tera::{Kwargs, State, StringInput, TeraResult, Value};

use super::refusal::refusal;
use crate::html::plain_text;
use crate::locale::text;

/// HTML as text. What is text already stays as it is: a `<` in it begins no tag.
pub(super) fn striptags(value: StringInput<'_>, _: Kwargs, _: &State) -> String {
    if value.is_safe() {
        plain_text(value.as_str())
    } else {
        value.as_str().to_owned()
    }
}

/// A list in pieces of so many items; the last may have fewer.
pub(super) fn batch(values: &[Value], args: Kwargs, _: &State) -> TeraResult<Value> {
    let count = args.must_get::<usize>("count")?;
    if count == 0 {
        return Err(refusal(text!("batch-of-none")));
    }
    let pieces = values
        .chunks(count)
        .map(|piece| Value::from(piece.to_vec()));
    Ok(pieces.collect::<Vec<_>>().into())
}

#[cfg(test)]
mod tests {
    use tera::{Context, Tera};

    use super::*;

    fn rendered(template: &str) -> Result<String, String> {
        let mut tera = Tera::default();
        tera.autoescape_on(vec![".html"]);
        tera.register_filter("striptags", striptags);
        tera.register_filter("batch", batch);
        tera.add_raw_template("a.html", template).unwrap();
        let mut context = Context::new();
        let html = Value::safe_string("<p>نص &lt; <b>عريض</b></p>\n<p>ثان</p>");
        context.insert_value("html", html);
        context.insert_value("text", Value::from("1 <b> 2"));
        let rendered = tera.render("a.html", &context);
        rendered.map_err(|error| error.to_string())
    }

    #[test]
    fn html_becomes_text_and_text_stays() {
        for (template, expected) in [
            ("{{ html | striptags }}", "نص &lt; عريض\nثان"),
            ("{{ html | striptags | truncate(length=2) }}", "نص…"),
            ("{{ text | striptags }}", "1 &lt;b&gt; 2"),
        ] {
            assert_eq!(rendered(template).unwrap(), expected, "{template}");
        }
    }

    #[test]
    fn lists_are_cut_into_pieces() {
        let pieces = |list: &str, count: &str| {
            rendered(&format!(
                "{{% for piece in {list} | batch(count={count}) %}}({{% for one in piece %}}{{{{ one }}}}{{% endfor %}}){{% endfor %}}"
            ))
        };
        assert_eq!(pieces("[1, 2, 3, 4, 5]", "2").unwrap(), "(12)(34)(5)");
        assert_eq!(pieces("[1, 2]", "9").unwrap(), "(12)");
        assert_eq!(pieces("[]", "2").unwrap(), "");
        assert!(
            pieces("[1]", "0")
                .unwrap_err()
                .contains("count of 1 or more")
        );
    }
}

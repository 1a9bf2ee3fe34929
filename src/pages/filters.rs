//! The filters and functions that templates have besides Tera's own. `docs/templates.md` describes them.

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

use crate::arabic::bidi::isolate_in_plain_text;
use crate::arabic::{Date, DateStyle};
use crate::assets::Assets;
use crate::config::Config;
use crate::schema::nearest;

pub(super) fn register(tera: &mut Tera, config: &Arc<Config>, assets: &Assets) {
    let site = config.clone();
    tera.register_filter("plural", move |n: i64, args: Kwargs, _: &State| {
        plural(&site, n, &args)
    });
    let site = config.clone();
    tera.register_filter("date", move |text: &str, args: Kwargs, _: &State| {
        let style = args.get::<&str>("format")?.unwrap_or("long");
        let style = DateStyle::from_name(style)
            .ok_or_else(|| Error::message(format!("there is no date format `{style}`")))?;
        TeraResult::Ok(site.language.date(date(text)?, style))
    });
    let site = config.clone();
    tera.register_function("date_range", move |args: Kwargs, _: &State| {
        let start = date(args.must_get::<&str>("start")?)?;
        let end = date(args.must_get::<&str>("end")?)?;
        TeraResult::Ok(site.language.date_range(start, end))
    });
    let site = config.clone();
    tera.register_filter("number", move |value: Value, _: Kwargs, _: &State| {
        match (value.as_i64(), value.as_f64()) {
            (Some(whole), _) => Ok(site.language.number(whole)),
            (None, Some(fraction)) => Ok(site.language.decimal(fraction)),
            (None, None) => Err(Error::message(format!(
                "expected a number, found {}",
                value.name()
            ))),
        }
    });
    let site = config.clone();
    tera.register_filter(
        "list",
        move |items: Vec<Value>, _: Kwargs, state: &State| {
            let items: Vec<String> = items
                .iter()
                .map(|item| state.escape_if_needed(item))
                .collect::<TeraResult<_>>()?;
            TeraResult::Ok(Value::safe_string(&site.language.list(&items)))
        },
    );
    let site = config.clone();
    tera.register_filter(
        "collate",
        move |items: Vec<Value>, args: Kwargs, _: &State| {
            collate(&site, items, args.get::<&str>("by")?)
        },
    );
    let site = config.clone();
    tera.register_filter("letter", move |text: &str, _: Kwargs, _: &State| {
        site.language.letter(text)
    });
    let site = config.clone();
    tera.register_filter("absolute", move |url: &str, _: Kwargs, _: &State| {
        site.absolute(url)
    });
    let site = config.clone();
    tera.register_filter("bidi", move |value: Value, _: Kwargs, state: &State| {
        isolated(&site, &value, state)
    });
    let site = config.clone();
    tera.register_filter("bidi_text", move |value: Value, _: Kwargs, _: &State| {
        isolated_text(&site, value)
    });
    tera.register_filter("json", |value: Value, _: Kwargs, _: &State| {
        Value::safe_string(&json(&value))
    });
    let addresses: BTreeMap<String, String> = assets
        .files
        .iter()
        .map(|(name, asset)| (name.clone(), asset.path.url().to_string()))
        .collect();
    tera.register_function("asset", move |args: Kwargs, _: &State| {
        let path = args.must_get::<&str>("path")?;
        addresses.get(path).cloned().ok_or_else(|| {
            let near = nearest(path, addresses.keys().map(String::as_str));
            let near = near
                .map(|near| format!("; did you mean `{near}`?"))
                .unwrap_or_default();
            Error::message(format!("there is no asset `{path}`{near}"))
        })
    });
}

fn plural(config: &Config, n: i64, args: &Kwargs) -> TeraResult<String> {
    let name = args.must_get::<&str>("of")?;
    let forms = config.plurals.get(name).ok_or_else(|| {
        let near = nearest(name, config.plurals.keys().map(String::as_str));
        let near = near
            .map(|near| format!("; did you mean `{near}`?"))
            .unwrap_or_default();
        Error::message(format!("[plurals] has no `{name}`{near}"))
    })?;
    let form = forms
        .get(&config.language.plural(n))
        .map_or("", String::as_str);
    Ok(form.replace("{n}", &config.language.number(n)))
}

fn date(text: &str) -> TeraResult<Date> {
    let mut parts = text.splitn(3, '-').map(str::parse::<i32>);
    let date = match (parts.next(), parts.next(), parts.next()) {
        (Some(Ok(year)), Some(Ok(month)), Some(Ok(day))) => u8::try_from(month)
            .ok()
            .zip(u8::try_from(day).ok())
            .and_then(|(month, day)| Date::new(year, month, day)),
        _ => None,
    };
    date.ok_or_else(|| Error::message(format!("`{text}` is not a date such as 2025-11-24")))
}

fn collate(config: &Config, mut items: Vec<Value>, by: Option<&str>) -> TeraResult<Vec<Value>> {
    let text = |item: &Value| -> TeraResult<Vec<u8>> {
        let value = match by {
            Some(path) => item.get_from_path(path),
            None => Some(item),
        };
        let text = value.and_then(Value::as_str).ok_or_else(|| {
            Error::message(format!(
                "collate found an item without the text `{}`",
                by.unwrap_or("")
            ))
        })?;
        Ok(config.language.sort_key(text))
    };
    let mut keyed = items
        .drain(..)
        .map(|item| Ok((text(&item)?, item)))
        .collect::<TeraResult<Vec<_>>>()?;
    keyed.sort_by(|(a, _), (b, _)| a.cmp(b));
    Ok(keyed.into_iter().map(|(_, item)| item).collect())
}

/// A value as HTML with its left-to-right runs isolated.
fn isolated(config: &Config, value: &Value, state: &State) -> TeraResult<Value> {
    let html = state.escape_if_needed(value)?;
    let isolation = config.prose.isolation.as_ref();
    let isolated = isolation.and_then(|isolation| isolation.html(&html));
    Ok(Value::safe_string(isolated.as_ref().unwrap_or(&html)))
}

/// A text with its left-to-right runs isolated, for a place where no markup can stand.
fn isolated_text(config: &Config, value: Value) -> TeraResult<Value> {
    if value.is_none() || config.prose.isolation.is_none() {
        return Ok(value);
    }
    match value.as_str() {
        Some(text) if !value.is_safe() => Ok(isolate_in_plain_text(text).as_ref().into()),
        Some(_) => Err(Error::message(
            "bidi_text takes a text, found HTML: it is for places where no markup can stand",
        )),
        None => Err(Error::message(format!(
            "expected a text, found {}",
            value.name()
        ))),
    }
}

/// JSON that can stand in a `<script>`: what could end the element or confuse a parser is escaped
/// (HTML, "Restrictions for contents of script elements"). Nulls in maps are left out.
fn json(value: &Value) -> String {
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

//! Filters of the engine whose result may be the product of what they are given, with a limit and otherwise the same:
//! `replace`, `join`, `indent`.
#![expect(
    clippy::needless_pass_by_value,
    reason = "the engine hands a filter what it is given"
)]

use std::borrow::Cow;

use super::refusal::refusal;
use crate::locale::text;
use tera::{Kwargs, State, StringInput, TeraResult, Value};

/// What one call may make, in bytes: far more than any page may have.
const LIMIT: usize = 64 << 20;

pub(super) fn replace(value: StringInput<'_>, args: Kwargs, state: &State) -> TeraResult<Value> {
    let from = args.must_get::<&str>("from")?;
    let to = args.must_get::<StringInput<'_>>("to")?;
    let is_safe = state.autoescaping_enabled() && (value.is_safe() || to.is_safe());
    let text = written(&value, is_safe, state)?;
    let to = written(&to, is_safe, state)?;
    let growth = to.len().saturating_sub(from.len());
    let growth = text.matches(from).count().saturating_mul(growth);
    hold("replace", text.len().saturating_add(growth))?;
    Ok(made(text.replace(from, &to), is_safe))
}

pub(super) fn join(values: &[Value], args: Kwargs, state: &State) -> TeraResult<Value> {
    let separator = args.get::<StringInput<'_>>("sep")?;
    let is_markup = |value: &Value| value.is_string() && value.is_safe();
    let has_markup =
        values.iter().any(is_markup) || separator.as_ref().is_some_and(StringInput::is_safe);
    let is_safe = state.autoescaping_enabled() && has_markup;
    let separator = match &separator {
        Some(separator) => written(separator, is_safe, state)?,
        None => Cow::Borrowed(""),
    };
    let mut joined = String::new();
    for (position, value) in values.iter().enumerate() {
        if position > 0 {
            joined += &separator;
        }
        if !is_safe {
            joined += &value.to_string();
        } else if !value.is_undefined() {
            joined += &state.escape_if_needed(value)?;
        }
        hold("join", joined.len())?;
    }
    Ok(made(joined, is_safe))
}

pub(super) fn indent(value: StringInput<'_>, args: Kwargs, state: &State) -> TeraResult<Value> {
    let width = args.get::<usize>("width")?.unwrap_or(4).min(1000);
    let sign = args.get::<StringInput<'_>>("indentation")?;
    let indents_first = args.get::<bool>("first")?.unwrap_or(false);
    let indents_blank = args.get::<bool>("blank")?.unwrap_or(false);
    if sign
        .as_ref()
        .is_some_and(|sign| sign.as_str().chars().count() != 1)
    {
        return Err(refusal(text!("indentation-of-one")));
    }
    let has_markup = value.is_safe() || sign.as_ref().is_some_and(StringInput::is_safe);
    let is_safe = state.autoescaping_enabled() && has_markup;
    let text = written(&value, is_safe, state)?;
    let sign = match &sign {
        Some(sign) => written(sign, is_safe, state)?,
        None => Cow::Borrowed(" "),
    };
    let indentation = sign.repeat(width);
    let growth = text.lines().count().saturating_mul(indentation.len());
    hold("indent", text.len().saturating_add(growth))?;
    let mut indented = String::with_capacity(text.len() + growth);
    for (position, line) in text.lines().enumerate() {
        let is_indented = match position {
            0 => indents_first,
            _ => indents_blank || !line.is_empty(),
        };
        indented += if position > 0 { "\n" } else { "" };
        indented += if is_indented { &indentation } else { "" };
        indented += line;
    }
    indented += if text.ends_with('\n') { "\n" } else { "" };
    Ok(made(indented, is_safe))
}

/// A text as it goes into the result: as markup, where that is markup.
fn written<'a>(
    text: &'a StringInput<'_>,
    is_safe: bool,
    state: &State,
) -> TeraResult<Cow<'a, str>> {
    if is_safe {
        text.rendered(state)
    } else {
        Ok(Cow::Borrowed(text.as_str()))
    }
}

fn made(text: String, is_safe: bool) -> Value {
    if is_safe {
        Value::safe_string(&text)
    } else {
        text.into()
    }
}

/// Refuses a result of too many bytes.
fn hold(filter: &str, size: usize) -> TeraResult<()> {
    if size <= LIMIT {
        return Ok(());
    }
    Err(refusal(text!(
        "filter-makes-too-much",
        filter,
        limit = LIMIT.to_string()
    )))
}

#[cfg(test)]
mod tests {
    use tera::{Context, Tera};

    /// What a template gives, by the engine's own filters or by ours.
    fn rendered(template: &str, is_ours: bool) -> Result<String, String> {
        let mut tera = Tera::default();
        if is_ours {
            tera.register_filter("replace", super::replace);
            tera.register_filter("join", super::join);
            tera.register_filter("indent", super::indent);
        }
        let mut context = Context::new();
        context.insert("long", &"a\n".repeat(1 << 15));
        context.insert("list", &["a<", "b", "c"]);
        let made = tera.render_str(template, &context, true);
        made.map_err(|error| error.to_string())
    }

    #[test]
    fn they_do_what_the_engines_do() {
        for template in [
            "{{ 'aba' | replace(from='a', to='<') }}",
            "{{ 'aba' | replace(from='a', to='<b>' | safe) }}",
            "{{ '<ab' | safe | replace(from='a', to='&') }}",
            "{{ 'aba' | replace(from='', to='-') }}{{ 'aba' | replace(from='ab', to='') }}",
            "{{ list | join }}{{ list | join(sep=', ') }}{{ list | join(sep='<br>' | safe) }}",
            "{{ [1, 2.5, true, none, '<' | safe, '&'] | join(sep='&') }}{{ [] | join(sep=',') }}",
            "{{ [1, none, 'x'] | join(sep=';') }}",
            "{{ 'a\n\nb\n' | indent }}|{{ 'a\n\nb' | indent(width=2, first=true, blank=true) }}",
            "{{ 'a\nb' | indent(indentation='<') }}{{ 'a\nb' | indent(indentation='<' | safe) }}",
            "{{ 'a' | indent(indentation='ab') }}{{ 'a' | replace(from='a') }}",
        ] {
            let [engine, ours] = [false, true].map(|is_ours| rendered(template, is_ours).ok());
            assert_eq!(ours, engine, "{template}");
        }
    }

    #[test]
    fn a_product_is_known_before_it_is_made() {
        for template in [
            "{{ long | replace(from='a', to=long) }}",
            "{{ long | replace(from='', to=long) }}",
            "{{ long | split(pat='a') | join(sep=long) }}",
            "{{ (long ~ long ~ long) | indent(width=1000) }}",
        ] {
            let error = rendered(template, true).unwrap_err();
            assert!(error.contains("would make more than"), "{error}");
        }
    }
}

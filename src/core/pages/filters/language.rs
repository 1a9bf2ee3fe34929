//! The language of the page, for templates: plurals, dates, numbers, ordinals, lists, quotation marks, order.
//! What the language decides is decided in `arabic`; here values and arguments are read.

use std::sync::Arc;

use tera::{Kwargs, State, Tera, TeraResult, Value};

use super::arguments::{choice, there_are};
use super::refusal::{hinted, kind_of, refusal};
use crate::arabic::{
    Conjunction, Date, DateStyle, Direction, Gender, Grouping, Language, Number, NumberStyle,
    RangeStyle, Sign,
};
use crate::config::{Config, GENDER, InLanguage, KEY, NUMBER, PhrasePart};
use crate::locale::text;
use crate::schema::LanguageId;

pub(super) fn register(tera: &mut Tera, config: &Arc<Config>, id: LanguageId) {
    let site = config.clone();
    tera.register_filter("plural", move |value: Value, args: Kwargs, _: &State| {
        plural(site.in_language(id), &value, &args)
    });
    let site = config.clone();
    tera.register_filter("date", move |value: Value, args: Kwargs, _: &State| {
        let style = choice(&args, "format", &DateStyle::ALL, DateStyle::name)?;
        let style = style.unwrap_or(DateStyle::Long);
        TeraResult::Ok(site.in_language(id).language.date(date(&value)?, style))
    });
    let site = config.clone();
    tera.register_function("date_range", move |args: Kwargs, _: &State| {
        let start = date(args.must_get::<&Value>("start")?)?;
        let end = date(args.must_get::<&Value>("end")?)?;
        let style = choice(&args, "format", &RangeStyle::ALL, RangeStyle::name)?;
        let style = style.unwrap_or(RangeStyle::Long);
        TeraResult::Ok(site.in_language(id).language.date_range(start, end, style))
    });
    let site = config.clone();
    tera.register_function("text", move |args: Kwargs, state: &State| {
        phrase(site.in_language(id), &args, state)
    });
    let site = config.clone();
    tera.register_filter("number", move |value: Value, args: Kwargs, _: &State| {
        let style = number_style(&args)?;
        TeraResult::Ok(
            site.in_language(id)
                .language
                .written(&number(&value)?, style),
        )
    });
    let site = config.clone();
    tera.register_filter("percent", move |value: Value, args: Kwargs, _: &State| {
        let style = number_style(&args)?;
        TeraResult::Ok(
            site.in_language(id)
                .language
                .percent(&number(&value)?, style),
        )
    });
    let site = config.clone();
    tera.register_filter("ordinal", move |value: Value, args: Kwargs, _: &State| {
        ordinal(site.in_language(id).language, &value, &args)
    });
    let site = config.clone();
    tera.register_filter(
        "list",
        move |items: Vec<Value>, args: Kwargs, state: &State| {
            let with = choice(&args, "with", &Conjunction::ALL, Conjunction::name)?;
            let items: Vec<String> = items
                .iter()
                .map(|item| state.escape_if_needed(item))
                .collect::<TeraResult<_>>()?;
            let joined = site
                .in_language(id)
                .language
                .list(&items, with.unwrap_or(Conjunction::And));
            TeraResult::Ok(Value::safe_string(&joined))
        },
    );
    let site = config.clone();
    tera.register_filter("quote", move |value: Value, args: Kwargs, state: &State| {
        quote(site.in_language(id).language, &value, &args, state)
    });
    let site = config.clone();
    tera.register_filter(
        "collate",
        move |items: Vec<Value>, args: Kwargs, _: &State| {
            collate(
                site.in_language(id).language,
                items,
                args.get::<&str>("by")?,
            )
        },
    );
    let site = config.clone();
    tera.register_filter("letter", move |text: &str, _: Kwargs, _: &State| {
        TeraResult::Ok(site.in_language(id).language.letter(text))
    });
    // Of a tag that an entry's field holds, such as the language of a source's words.
    tera.register_filter("direction", |tag: &str, _: Kwargs, _: &State| {
        let direction = Direction::of_tag(tag).map(Direction::name);
        direction.ok_or_else(|| refusal(text!("language-wrong", tag)))
    });
}

/// A text of `[texts]`. It is HTML if one of its values is.
fn phrase(here: InLanguage<'_>, args: &Kwargs, state: &State) -> TeraResult<Value> {
    let key = args.must_get::<&str>(KEY)?;
    let phrase = here.phrases.get(key).ok_or_else(|| {
        let there_are = there_are(key, here.phrases.keys());
        hinted(text!("template-text-unsaid", key), Some(there_are))
    })?;
    let gender = choice(args, GENDER, &Gender::ALL, Gender::name)?;
    let missing = |name: &str| refusal(text!("template-text-argument-missing", key, name));
    if phrase.is_gendered() && gender.is_none() {
        return Err(missing(GENDER));
    }
    let mut number = None;
    if phrase.is_counted() {
        let n = args.get::<&Value>(NUMBER)?.ok_or_else(|| missing(NUMBER))?;
        number = Some(self::number(n)?);
    }
    let is_html = args.iter().any(|(_, value)| value.is_safe());
    let escaped = |value: &Value| -> TeraResult<String> {
        if is_html {
            state.escape_if_needed(value)
        } else {
            Ok(value.to_string())
        }
    };
    let category = number.as_ref().map(|n| here.language.plural_of(n));
    let words = phrase.words(category, gender, |part| match part {
        PhrasePart::Words(words) => escaped(&words.into()),
        PhrasePart::Name(NUMBER) if let Some(n) = &number => {
            let style = NumberStyle::default();
            Ok(here.language.written(n, style))
        }
        PhrasePart::Name(name) => {
            let value = args.get::<&Value>(name)?.ok_or_else(|| missing(name))?;
            escaped(value)
        }
    })?;
    Ok(if is_html {
        Value::safe_string(&words)
    } else {
        words.into()
    })
}

fn plural(here: InLanguage<'_>, value: &Value, args: &Kwargs) -> TeraResult<String> {
    let n = number(value)?;
    let name = args.must_get::<&str>("of")?;
    let forms = here.plurals.get(name).ok_or_else(|| {
        let there_are = there_are(name, here.plurals.keys().map(String::as_str));
        hinted(text!("plural-unsaid", name), Some(there_are))
    })?;
    let form = forms
        .get(&here.language.plural_of(&n))
        .map_or("", String::as_str);
    let written = here.language.written(&n, NumberStyle::default());
    Ok(form.replace("{n}", &written))
}

fn ordinal(language: &Language, value: &Value, args: &Kwargs) -> TeraResult<String> {
    let gender = choice(args, "gender", &Gender::ALL, Gender::name)?.ok_or_else(|| {
        let [one, other] = Gender::ALL.map(Gender::name);
        refusal(text!("ordinal-without-gender", one, other))
    })?;
    if !language.has_ordinals() {
        let tag = language.tag();
        return Err(refusal(text!("ordinals-none", tag)));
    }
    let place = value.as_i64();
    let ordinal = place.and_then(|place| language.ordinal(place, gender));
    ordinal.ok_or_else(|| refusal(text!("ordinal-of-no-place", value = value.to_string())))
}

fn quote(language: &Language, value: &Value, args: &Kwargs, state: &State) -> TeraResult<Value> {
    let text = state.escape_if_needed(value)?;
    let quoted = match args.get::<i64>("level")? {
        None | Some(1) => language.quoted(&text),
        Some(2) => language.quoted_inside(&text),
        Some(level) => {
            return Err(refusal(text!("quotation-level-none", level)));
        }
    };
    Ok(Value::safe_string(&quoted))
}

fn date(value: &Value) -> TeraResult<Date> {
    let Some(text) = value.as_str() else {
        return Err(refusal(text!(
            "filter-takes-date",
            found = kind_of(value.name())
        )));
    };
    text.parse()
        .map_err(|_| refusal(text!("filter-takes-date-of", text)))
}

fn number(value: &Value) -> TeraResult<Number> {
    let number = match (value.as_i64(), value.as_f64()) {
        (Some(whole), _) => Some(whole.into()),
        (None, Some(fraction)) => Number::from_float(fraction),
        (None, None) => None,
    };
    number.ok_or_else(|| refusal(text!("filter-takes-number", found = kind_of(value.name()))))
}

fn number_style(args: &Kwargs) -> TeraResult<NumberStyle> {
    let is_signed = args.get::<bool>("sign")?.unwrap_or(false);
    let is_grouped = args.get::<bool>("group")?.unwrap_or(true);
    Ok(NumberStyle {
        decimals: args.get::<u8>("decimals")?,
        sign: if is_signed {
            Sign::Always
        } else {
            Sign::Negative
        },
        grouping: if is_grouped {
            Grouping::Usual
        } else {
            Grouping::None
        },
    })
}

fn collate(language: &Language, items: Vec<Value>, by: Option<&str>) -> TeraResult<Vec<Value>> {
    let text = |item: &Value| -> TeraResult<Vec<u8>> {
        let value = match by {
            Some(path) => item.get_from_path(path),
            None => Some(item),
        };
        let text = value.and_then(Value::as_str).ok_or_else(|| {
            refusal(match by {
                Some(path) => text!("collate-without-text", path),
                None => text!("collate-of-no-text", found = kind_of(item.name())),
            })
        })?;
        Ok(language.sort_key(text))
    };
    let mut keyed = items
        .into_iter()
        .map(|item| Ok((text(&item)?, item)))
        .collect::<TeraResult<Vec<_>>>()?;
    keyed.sort_by(|(a, _), (b, _)| a.cmp(b));
    Ok(keyed.into_iter().map(|(_, item)| item).collect())
}

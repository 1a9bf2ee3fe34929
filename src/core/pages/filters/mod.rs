//! The filters and functions that templates have besides Tera's own. `docs/templates.md` describes them.

mod arguments;
mod bounded;
mod json;
mod language;
mod parts;
mod refusal;

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

use crate::arabic::open_graph_locale;
use crate::assets::Assets;
use crate::config::{Config, InLanguage};
use crate::locale::text;
use crate::path::decode;
use crate::schema::{LanguageId, nearest, suggestion};

use super::data::{Data, PATH};
use refusal::hinted;
pub(super) use refusal::{kind_of, refusal, reported};

/// Registers them for the pages in a language.
pub(super) fn register(
    tera: &mut Tera,
    config: &Arc<Config>,
    language: LanguageId,
    (assets, data): (&Assets, &Arc<Data>),
) {
    language::register(tera, config, language);
    let site = config.clone();
    tera.register_filter("absolute", move |url: &str, _: Kwargs, _: &State| {
        // It may be written percent-encoded.
        TeraResult::Ok(site.absolute(&decode(url)))
    });
    let site = config.clone();
    tera.register_filter("bidi", move |value: Value, _: Kwargs, state: &State| {
        isolated(site.in_language(language), &value, state)
    });
    let site = config.clone();
    tera.register_filter("bidi_text", move |value: Value, _: Kwargs, _: &State| {
        isolated_text(site.in_language(language), value)
    });
    tera.register_filter("og_locale", |tag: &str, _: Kwargs, _: &State| {
        TeraResult::Ok(open_graph_locale(tag))
    });
    let site = config.clone();
    tera.register_filter("language_name", move |tag: &str, _: Kwargs, _: &State| {
        let of_site = site.language_tagged(tag);
        let name = of_site.map_or(tag, |id| site.in_language(id).name);
        TeraResult::Ok(name.to_owned())
    });
    tera.register_filter("batch", parts::batch);
    tera.register_filter("striptags", parts::striptags);
    tera.register_filter("indent", bounded::indent);
    tera.register_filter("join", bounded::join);
    tera.register_filter("replace", bounded::replace);
    tera.register_filter("json", |value: Value, _: Kwargs, _: &State| {
        TeraResult::Ok(Value::safe_string(&json::json(&value)))
    });
    let addresses: BTreeMap<String, String> = assets
        .files
        .iter()
        .map(|(name, asset)| (name.clone(), literal(&asset.path.url().to_string())))
        .collect();
    // Where there are several languages, none of a page's own waits for the fonts of others.
    let here = config.in_language(language).language;
    let is_alone = config.other_languages.is_empty();
    let preloads = assets.preloaded.iter();
    let preloads = preloads
        .filter(|font| is_alone || font.face.is_for(here))
        .filter_map(|font| addresses.get(&font.name));
    let preloads: Value = preloads.cloned().collect::<Vec<_>>().into();
    tera.register_function("font_preloads", move |_: Kwargs, _: &State| {
        Ok::<_, Error>(preloads.clone())
    });
    let data = data.clone();
    tera.register_function("load_data", move |args: Kwargs, _: &State| {
        let path = args.must_get::<&str>(PATH)?;
        let value = data.value(path).cloned();
        value.ok_or_else(|| refusal(text!("data-none", path)))
    });
    tera.register_function("asset", move |args: Kwargs, _: &State| {
        let path = args.must_get::<&str>("path")?;
        addresses.get(path).cloned().ok_or_else(|| {
            let near = nearest(path, addresses.keys().map(String::as_str));
            let hint = near.map(|near| suggestion(path, near));
            hinted(text!("asset-none", path), hint)
        })
    });
}

/// The address of a file in whose name `%` is a character as any other.
fn literal(path: &str) -> String {
    path.replace('%', "%25")
}

/// A value as HTML with its runs of the other direction isolated.
fn isolated(here: InLanguage<'_>, value: &Value, state: &State) -> TeraResult<Value> {
    let html = state.escape_if_needed(value)?;
    let isolation = here.prose.isolation.as_ref();
    let isolated = isolation.and_then(|isolation| isolation.html(&html));
    Ok(Value::safe_string(isolated.as_ref().unwrap_or(&html)))
}

/// A text with its runs of the other direction isolated, for a place where no markup can stand.
fn isolated_text(here: InLanguage<'_>, value: Value) -> TeraResult<Value> {
    let Some(isolation) = here.prose.isolation.as_ref().filter(|_| !value.is_none()) else {
        return Ok(value);
    };
    match value.as_str() {
        Some(text) if !value.is_safe() => Ok(isolation.plain_text(text).as_ref().into()),
        Some(_) => Err(refusal(text!("bidi-text-of-markup"))),
        None => Err(refusal(text!(
            "filter-takes-text",
            found = kind_of(value.name())
        ))),
    }
}

//! The languages of a theme: what it says in that of the site takes the place of what it says in its own, and what it says in
//! its own is said in that.

use toml::Spanned as Located;
use toml::de::{DeArray, DeString, DeTable, DeValue};

use super::layers::{LANGUAGES, add, depth_of, replace};

/// Keeps what a theme says in its own language for sites that have that besides theirs: of all that it says in another.
pub(super) fn keep<'t>(declared: &mut DeTable<'t>, tag: Located<DeString<'t>>) {
    let languages = declared.get(LANGUAGES);
    let languages = languages.and_then(|value| value.get_ref().as_table());
    let Some(languages) = languages.filter(|all| !all.contains_key(&**tag.get_ref())) else {
        return;
    };
    let model = languages
        .iter()
        .find_map(|(_, said)| said.get_ref().as_table());
    let words = model.into_iter().flatten().filter_map(|(key, said)| {
        let own = words_of(declared, key.get_ref(), said)?;
        Some((key.clone(), own))
    });
    let words: DeTable<'t> = words.collect();
    let place = tag.span();
    let words = Located::new(place, DeValue::Table(words));
    if let Some(DeValue::Table(languages)) = declared.get_mut(LANGUAGES).map(Located::get_mut) {
        languages.insert(tag, words);
    }
}

/// What a theme says in its own language where it says this in another.
fn words_of<'t>(
    declared: &DeTable<'t>,
    key: &str,
    said: &Located<DeValue<'t>>,
) -> Option<Located<DeValue<'t>>> {
    match key {
        "source" => {
            let collections = declared.get("collections")?.get_ref().as_table()?;
            let mut roles = collections.iter().filter_map(|(_, collection)| {
                let role = collection.get_ref().as_table()?.get("source")?;
                role.get_ref().as_table().map(|_| role)
            });
            roles.next().map(|role| part(role, said))
        }
        "search" => {
            let search = declared.get("search")?;
            let mut words = part(search, said);
            if let DeValue::Table(words) = words.get_mut()
                && let Some(groups) = words.get_mut("groups")
            {
                *groups = labels(groups);
            }
            Some(words)
        }
        key => declared.get(key).map(|own| part(own, said)),
    }
}

/// Of a table, what another has as well.
fn part<'t>(own: &Located<DeValue<'t>>, said: &Located<DeValue<'t>>) -> Located<DeValue<'t>> {
    match (own.get_ref(), said.get_ref()) {
        (DeValue::Table(table), DeValue::Table(said)) => {
            let both = table.iter();
            let both = both.filter(|(key, _)| said.contains_key(&**key.get_ref()));
            let both = both.map(|(key, value)| (key.clone(), value.clone()));
            Located::new(own.span(), DeValue::Table(both.collect()))
        }
        _ => own.clone(),
    }
}

/// The labels of the groups of a search, in their order.
fn labels<'t>(groups: &Located<DeValue<'t>>) -> Located<DeValue<'t>> {
    let mut labels = DeArray::new();
    for group in groups.get_ref().as_array().into_iter().flatten() {
        let label = group
            .get_ref()
            .as_table()
            .and_then(|group| group.get("label"));
        if let Some(label) = label {
            labels.push(label.clone());
        }
    }
    Located::new(groups.span(), DeValue::Array(labels))
}

/// Puts what a theme says in the language of the site in the place of what it says in its own.
pub(super) fn speak(declared: &mut DeTable<'_>, tag: &str) {
    let said = declared.get(LANGUAGES).and_then(|value| {
        let languages = value.get_ref().as_table()?;
        said_in(languages, tag).cloned()
    });
    for (key, value) in said.into_iter().flatten() {
        match &**key.get_ref() {
            "source" => {
                for collection in tables(declared.get_mut("collections")) {
                    if let Some(role) = collection.get_mut("source") {
                        replace(role, value.clone(), 1);
                    }
                }
            }
            "search" => {
                let search = declared.get_mut("search").map(Located::get_mut);
                if let (Some(DeValue::Table(search)), DeValue::Table(said)) =
                    (search, value.into_inner())
                {
                    speak_search(search, said);
                }
            }
            name => {
                let depth = depth_of(name).unwrap_or_default();
                match declared.get_mut(name) {
                    Some(own) => replace(own, value, depth),
                    None => _ = declared.insert(key, value),
                }
            }
        }
    }
}

/// The same of the search, of whose groups a language has the labels in their order.
fn speak_search<'t>(search: &mut DeTable<'t>, said: DeTable<'t>) {
    for (key, value) in said {
        let groups = search.get_mut("groups").map(Located::get_mut);
        match (value.get_ref(), groups) {
            (DeValue::Array(labels), Some(DeValue::Array(groups)))
                if &**key.get_ref() == "groups" =>
            {
                for (group, label) in groups.iter_mut().zip(labels.iter()) {
                    if let DeValue::Table(group) = group.get_mut()
                        && let Some(own) = group.get_mut("label")
                    {
                        *own = label.clone();
                    }
                }
            }
            _ => _ = search.insert(key, value),
        }
    }
}

/// The tables in a table.
fn tables<'a, 't>(
    table: Option<&'a mut Located<DeValue<'t>>>,
) -> impl Iterator<Item = &'a mut DeTable<'t>> {
    let table = table.and_then(|table| match table.get_mut() {
        DeValue::Table(table) => Some(table),
        _ => None,
    });
    let values = table
        .into_iter()
        .flat_map(DeTable::iter_mut)
        .map(|(_, value)| value);
    values.filter_map(|value| match value.get_mut() {
        DeValue::Table(table) => Some(table),
        _ => None,
    })
}

/// What is said in a language: `fr` is meant for `fr-MA` too.
fn said_in<'a, 't>(languages: &'a DeTable<'t>, tag: &str) -> Option<&'a DeTable<'t>> {
    let subtag = tag.split('-').next().unwrap_or(tag);
    let said = languages.get(tag).or_else(|| languages.get(subtag));
    said?.get_ref().as_table()
}

/// Adds what a theme says in languages of the site besides its own. `fr` of a theme is meant for `fr-MA` too.
pub(super) fn translate<'t>(site: &mut DeTable<'t>, declared: &DeTable<'t>) {
    let own = site.get_mut(LANGUAGES).map(Located::get_mut);
    let Some(DeValue::Table(own)) = own else {
        return;
    };
    for (tag, said) in own.iter_mut() {
        let tag: &str = tag.get_ref();
        let theirs = said_in(declared, tag);
        if let (DeValue::Table(said), Some(theirs)) = (said.get_mut(), theirs) {
            for (key, value) in theirs {
                // Pages are searched in the languages in which the site says so.
                if key.get_ref() == "search" && !said.contains_key("search") {
                    continue;
                }
                let depth = depth_of(key.get_ref()).unwrap_or_default();
                add(said, key.clone(), value.clone(), depth);
            }
        }
    }
}

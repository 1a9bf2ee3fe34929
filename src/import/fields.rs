//! The keys of front matter: those that every entry may have, those that are fields, and those that mean nothing here.

use std::collections::{BTreeMap, BTreeSet};

use toml::{Table, Value};

use super::headings;
use super::name::field_name;
use super::notation;
use super::old::Old;
use super::page::Page;
use super::report::Report;
use super::taxonomy::of_key;
use super::types::{day, is_moment};
use crate::locale::text;

/// Keys that say how the old generator works, which mean nothing to another.
const OF_GENERATORS: &str = "layout type template page_template sort_by paginate_by paginate_path paginate_reversed markup outputs cascade build \
    _build _target headless render transparent insert_anchor_links generate_feeds generate_feed aliases slug url path permalink \
    iscjklanguage in_search_index";

/// Tables of front matter whose keys are as good as its own.
const NESTED: [&str; 3] = ["extra", "taxonomies", "params"];

/// Takes the keys of nested tables out of them: `extra.title` keeps its name where the page has a title of its own.
pub(super) fn flatten(page: &mut Page) {
    for nested in NESTED {
        match page.front.remove(nested) {
            Some(Value::Table(table)) => {
                for (key, value) in table {
                    let own = page.front.get(&key);
                    let key = match own {
                        Some(own) if *own != value => format!("{nested}.{key}"),
                        _ => key,
                    };
                    page.front.insert(key, value);
                }
            }
            Some(other) => _ = page.front.insert(nested.to_owned(), other),
            None => {}
        }
    }
}

/// What each key is called as a field: one name for a key in all texts, and for no other.
#[derive(Debug)]
pub(super) struct Names(BTreeMap<String, String>);

impl Names {
    pub(super) fn of(old: &Old, pages: &[Page]) -> Self {
        let tags = old.taxonomies.iter().map(|tags| tags.name.clone());
        let mut used: BTreeSet<String> = tags.collect();
        used.extend(["title", "date", "date_time"].map(str::to_owned));
        let keys = pages.iter().flat_map(|page| page.front.keys());
        Self(names(keys, used))
    }

    fn name(&self, key: &str) -> String {
        let known = self.0.get(key).cloned();
        known.unwrap_or_else(|| field_name(key))
    }
}

/// A name for each key; one that is a name already has it.
fn names<'a>(
    keys: impl Iterator<Item = &'a String>,
    mut used: BTreeSet<String>,
) -> BTreeMap<String, String> {
    let keys: BTreeSet<&String> = keys.collect();
    let mut keys: Vec<&String> = keys.into_iter().collect();
    keys.sort_by_key(|key| field_name(key) != **key);
    let named = keys.into_iter().map(|key| {
        let own = field_name(key);
        let mut name = own.clone();
        let mut number = 1;
        while !used.insert(name.clone()) {
            number += 1;
            name = format!("{own}_{number}");
        }
        (key.clone(), name)
    });
    named.collect()
}

/// One text while its keys are read.
struct Reading<'a> {
    old: &'a Old,
    names: &'a Names,
    file: String,
    page: &'a mut Page,
    report: &'a mut Report,
}

/// Reads what a page says of itself.
pub(super) fn fill(old: &Old, names: &Names, page: &mut Page, report: &mut Report) {
    let mut front = std::mem::take(&mut page.front);
    if let Some(list) = front.remove("list_of") {
        page.front.insert("list_of".to_owned(), list);
    }
    let file = page.source.clone().unwrap_or_else(|| page.target.clone());
    let mut reading = Reading {
        old,
        names,
        file,
        page,
        report,
    };
    reading.menus(&mut front);
    for (key, value) in front {
        reading.key(&key, &value);
    }
    let file = reading.file;
    finish(old, page, &file, report);
}

impl Reading<'_> {
    fn key(&mut self, key: &str, value: &Value) {
        let lower = key.to_lowercase();
        match (lower.as_str(), value) {
            (
                "title",
                Value::String(_) | Value::Integer(_) | Value::Float(_) | Value::Datetime(_),
            ) => {
                let title = value
                    .as_str()
                    .map_or_else(|| value.to_string(), str::to_owned);
                if !title.trim().is_empty() {
                    self.put(key, &lower, Value::String(title.trim().to_owned()));
                }
            }
            ("description", Value::String(words)) if words.trim().is_empty() => {}
            // Jekyll says it the other way round.
            (known, value)
                if known == "draft" && is_true(value)
                    || known == "published" && *value == Value::Boolean(false) =>
            {
                let draft = "draft = true".to_owned();
                if !self.page.standard.contains(&draft) {
                    self.page.standard.push(draft);
                }
            }
            ("draft", Value::Boolean(false)) | ("published", Value::Boolean(true)) => {}
            ("in_search_index", Value::Boolean(false)) => {
                self.page.standard.push("search = false".to_owned());
            }
            ("date", value) => match day(value) {
                Some((day, time)) => {
                    self.put(key, &lower, Value::String(day));
                    if let Some(time) = time {
                        self.put(key, "date_time", Value::String(time));
                    }
                }
                None => self.report.lost(&self.file, key, value),
            },
            ("publishdate" | "publish_date" | "pubdate" | "published", value)
                if day(value).is_some() =>
            {
                self.standard_day(key, "publish", value);
            }
            ("expirydate" | "unpublishdate", value) if day(value).is_some() => {
                self.standard_day(key, "expires", value);
            }
            ("sort_by", Value::String(by)) => self.page.sort_by = Some(by.clone()),
            (known, value) if OF_GENERATORS.split_whitespace().any(|one| one == known) => {
                self.report.lost(&self.file, key, value);
            }
            (_, Value::String(words)) if words.is_empty() => {}
            (_, Value::Array(items)) if items.is_empty() => {}
            (_, Value::Table(table)) if table.is_empty() => {}
            (known, value) if of_key(&self.old.taxonomies, known).is_some() => {
                let name = of_key(&self.old.taxonomies, known).map(|tags| tags.name.clone());
                self.put(key, &name.unwrap_or_default(), tags(value));
            }
            (_, Value::Datetime(moment)) => self.put_day(key, day(value), Value::Datetime(*moment)),
            // JSON has no days but as strings, and YAML none with a space before the zone.
            (known, Value::String(words))
                if is_moment(words) || ["lastmod", "updated"].contains(&known) =>
            {
                let read = day(value);
                let moment = read.as_ref().and_then(|(day, _)| day.parse().ok());
                match moment {
                    Some(moment) => self.put_day(key, read, Value::Datetime(moment)),
                    None => self.put(key, &self.names.name(key), value.clone()),
                }
            }
            (_, value) => {
                let value = self.inside(value);
                self.put(key, &self.names.name(key), value);
            }
        }
    }

    /// Gives the page a day, and the time beside it, where it has one.
    fn put_day(&mut self, key: &str, read: Option<(String, Option<String>)>, value: Value) {
        let name = self.names.name(key);
        if let Some((_, Some(time))) = read {
            let time = Value::String(time);
            self.put(&format!("{key}_time"), &format!("{name}_time"), time);
        }
        self.put(key, &name, value);
    }

    /// Gives the page a value. What has the name already keeps it.
    fn put(&mut self, key: &str, name: &str, value: Value) {
        let mut own = name.to_owned();
        let mut number = 1;
        let fields = &mut self.page.fields;
        while fields.get(&own).is_some_and(|there| *there != value) {
            number += 1;
            own = format!("{name}_{number}");
        }
        if own != key && own != key.to_lowercase() && own != "date_time" {
            self.report
                .note(text!("import-renamed", key, name = own.as_str()));
        }
        fields.insert(own, value);
    }

    /// A day that every entry may have.
    fn standard_day(&mut self, key: &str, name: &str, value: &Value) {
        let (day, time) = day(value).unwrap_or_default();
        let known = self.page.standard.iter();
        if known.clone().any(|line| line.starts_with(name)) {
            self.report.lost(&self.file, key, value);
            return;
        }
        self.page.standard.push(format!("{name} = {day}"));
        if let Some(time) = time {
            let said = text!("import-time", key, time);
            self.report.place(&self.file, 1, said);
        }
    }

    /// A value with the names that fields may have, and the times of its days beside them.
    fn inside(&mut self, value: &Value) -> Value {
        match value {
            Value::Table(table) => {
                let names = names(table.keys(), BTreeSet::new());
                let mut inside = Table::new();
                for (key, value) in table {
                    let name = &names[key];
                    if name != key {
                        let name = name.as_str();
                        self.report.note(text!("import-renamed", key, name));
                    }
                    if let (Value::Datetime(_), Some((_, Some(time)))) = (value, day(value)) {
                        let name = format!("{name}_time");
                        inside.entry(name).or_insert(Value::String(time));
                    }
                    inside.insert(name.clone(), self.inside(value));
                }
                Value::Table(inside)
            }
            Value::Array(items) => {
                let has_time = |item: &Value| {
                    item.is_datetime() && day(item).is_none_or(|(_, time)| time.is_some())
                };
                // A list of days has no room for their times.
                let are_texts = items.iter().any(has_time);
                let items = items.iter().map(|item| match item {
                    Value::Datetime(moment) if are_texts => Value::String(moment.to_string()),
                    other => self.inside(other),
                });
                Value::Array(items.collect())
            }
            other => other.clone(),
        }
    }

    /// The menus that a page names in its front matter.
    fn menus(&mut self, front: &mut Table) {
        for key in ["menu", "menus"] {
            let Some(value) = front.remove(key) else {
                continue;
            };
            let mut join = |menu: &str, name: Option<&str>, weight: Option<i64>| {
                let weight = weight.unwrap_or(i64::MAX);
                let name = name.map(str::to_owned);
                self.page.menus.push((menu.to_owned(), name, weight));
            };
            match &value {
                Value::String(menu) => join(menu, None, None),
                Value::Array(menus) if menus.iter().all(Value::is_str) => {
                    let menus = menus.iter().filter_map(Value::as_str);
                    menus.for_each(|menu| join(menu, None, None));
                }
                Value::Table(table) => {
                    for (menu, item) in table {
                        let name = item.get("name").and_then(Value::as_str);
                        let weight = item.get("weight").and_then(Value::as_integer);
                        join(menu, name, weight);
                        let more = item.as_table().into_iter().flatten();
                        for (word, value) in more {
                            if !["name", "weight"].contains(&word.as_str()) {
                                let key = format!("{key}.{menu}.{word}");
                                self.report.lost(&self.file, &key, value);
                            }
                        }
                    }
                }
                _ => self.report.lost(&self.file, key, &value),
            }
        }
    }
}

/// Whether a value says yes, as Hugo reads it.
fn is_true(value: &Value) -> bool {
    match value {
        Value::Boolean(truth) => *truth,
        Value::Integer(number) => *number != 0,
        Value::String(word) => ["true", "1", "t"].contains(&word.to_lowercase().as_str()),
        _ => false,
    }
}

/// What hangs on several keys.
fn finish(old: &Old, page: &mut Page, file: &str, report: &mut Report) {
    page.standard.dedup();
    if !page.fields.contains_key("title") {
        let title = title(page);
        page.fields.insert("title".to_owned(), Value::String(title));
    }
    let expired = page
        .standard
        .iter()
        .find(|line| line.starts_with("expires"))
        .cloned();
    let publish = page
        .standard
        .iter()
        .find(|line| line.starts_with("publish"))
        .cloned();
    if let (Some(expires), Some(publish)) = (expired, publish)
        && expires.trim_start_matches("expires") <= publish.trim_start_matches("publish")
    {
        let (key, day) = publish.split_once(" = ").unwrap_or_default();
        report.lost(file, key, &Value::String(day.to_owned()));
        page.standard.retain(|line| *line != publish);
    }
    if old.is_latin && page.source.is_some() && !page.address.is_ascii() {
        report.place(
            file,
            1,
            text!("import-latin", address = page.address.as_str()),
        );
    }
}

/// The title of a text without one: its first heading, else its name.
fn title(page: &mut Page) -> String {
    let is_nothing = |line: &&str| line.trim().is_empty() || notation::is_module(line);
    let before = page.body.split_inclusive('\n').take_while(is_nothing);
    let start: usize = before.map(str::len).sum();
    // Where it is not of the first level, it has the place of one: nothing is above it.
    if let Some(heading) = headings::first(&page.body[start..]).map(str::to_owned) {
        return heading;
    }
    let folder = page.folders.last().filter(|_| page.is_index());
    folder.unwrap_or(&page.stem).replace(['-', '_'], " ")
}

/// Tags as a list of words.
fn tags(value: &Value) -> Value {
    let list = match value {
        Value::Array(items) => items.clone(),
        Value::String(words) if words.contains(',') => words
            .split(',')
            .map(|word| Value::String(word.trim().to_owned()))
            .collect(),
        other => vec![other.clone()],
    };
    let words = list.iter().map(|item| {
        item.as_str()
            .map_or_else(|| item.to_string(), str::to_owned)
    });
    let words = words.filter(|word| word.chars().any(char::is_alphanumeric));
    Value::Array(words.map(Value::String).collect())
}

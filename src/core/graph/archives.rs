//! Years and months become entries, each with the entries whose days are in it.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::entry_id::{EntryId, NOWHERE};
use super::order::Placed;
use super::site::{BackReference, Site};
use crate::arabic::{Date, DateStyle, Grouping, Language, NumberStyle};
use crate::config::Config;
use crate::content::{Document, Value};
use crate::path::SourcePath;
use crate::schema::{Archive, Collection, CollectionId, LanguageId, Period};

/// Adds the years and months in which there is an entry. One that has a file keeps its text and its title.
pub(super) fn gather(documents: &mut Vec<Placed>, config: &Config) {
    for id in config.schema.ids() {
        let collection = config.schema.collection(id);
        let Some(archive) = collection.archive else {
            continue;
        };
        let mut periods: BTreeMap<(LanguageId, Arc<str>), (Date, SourcePath)> = BTreeMap::new();
        for (of, field) in paths(config, collection) {
            let own = documents.iter().map(|(_, document)| document);
            for document in own.filter(|document| document.collection == of) {
                if let Some(Value::Date(day)) = document.fields.get(field) {
                    let first = first_day(*day, archive.period);
                    let period = periods.entry((document.language, slug(*day, archive.period)));
                    period.or_insert_with(|| (first, document.path.clone()));
                }
            }
        }
        for (_, document) in documents.iter_mut() {
            if document.collection == id
                && let Some((day, _)) = periods.remove(&(document.language, document.key.clone()))
            {
                let mut with_period = Document::clone(document);
                let language = config.in_language(document.language).language;
                fill(&mut with_period.fields, collection, archive, day, language);
                *document = Arc::new(with_period);
            }
        }
        for ((language, slug), (day, path)) in periods {
            let mut fields = vec![Value::Null; collection.fields.len()];
            let words = config.in_language(language).language;
            fill(&mut fields, collection, archive, day, words);
            let mut made = Document::without_file(path, id, slug, 0..0, fields);
            made.language = language;
            documents.push((NOWHERE, Arc::new(made)));
        }
    }
}

/// Tells each year and month of the archives its entries, in the order of their collections.
pub(super) fn list(site: &mut Site, id: CollectionId) {
    let config = site.config.clone();
    let collection = config.schema.collection(id);
    let Some(archive) = collection.archive else {
        return;
    };
    let mut found: Vec<(EntryId, EntryId)> = Vec::new();
    let paths = paths(&config, collection);
    let paths = paths.flat_map(|path| config.languages().map(move |language| (path, language)));
    for ((of, field), language) in paths {
        found.extend(site.listed(of, language).iter().filter_map(|entry| {
            let Some(Value::Date(day)) = site.entry(*entry).document.fields.get(field) else {
                return None;
            };
            let period = site.find(id, &slug(*day, archive.period))?;
            let period = site.exactly(period, language)?;
            Some((period, *entry))
        }));
    }
    for (period, entry) in found {
        let reference = BackReference { entry, via: None };
        if let Some(listed) = site.entries[period.0].backrefs.first_mut() {
            listed.push(reference);
        }
    }
}

/// The fields whose days count: the collection, and the field in it.
fn paths<'a>(
    config: &'a Config,
    collection: &'a Collection,
) -> impl Iterator<Item = (CollectionId, usize)> + 'a {
    let paths = collection.backrefs.iter().flat_map(|listed| &listed.from);
    paths.filter_map(|path| {
        let (of, field) = path.value.split_once('.')?;
        let of = config.schema.collection_named(of)?;
        Some((of, config.schema.collection(of).field(field)?))
    })
}

fn first_day(day: Date, period: Period) -> Date {
    let month = match period {
        Period::Year => 1,
        Period::Month => day.month(),
    };
    Date::new(day.year(), month, 1).unwrap_or(day)
}

fn slug(day: Date, period: Period) -> Arc<str> {
    match period {
        Period::Year => format!("{:04}", day.year()).into(),
        Period::Month => format!("{:04}-{:02}", day.year(), day.month()).into(),
    }
}

/// Fills in what a year or a month knows of itself. A title that somebody wrote stays.
fn fill(
    fields: &mut [Value],
    collection: &Collection,
    archive: Archive,
    day: Date,
    language: &Language,
) {
    let month = format!("{:02}", day.month());
    let (title, month) = match archive.period {
        Period::Year => {
            let style = NumberStyle {
                grouping: Grouping::None,
                ..NumberStyle::default()
            };
            let year = i64::from(day.year()).into();
            (language.written(&year, style), None)
        }
        Period::Month => (language.date(day, DateStyle::MonthYear), Some(month)),
    };
    let text = |text: &str| Value::String(text.into());
    let values = [
        (Archive::TITLE, text(&title)),
        (Archive::YEAR, text(&format!("{:04}", day.year()))),
        (
            Archive::MONTH,
            month.map_or(Value::Null, |month| text(&month)),
        ),
        (Archive::DATE, Value::Date(day)),
    ];
    for (name, value) in values {
        let Some(field) = collection.field(name).and_then(|at| fields.get_mut(at)) else {
            continue;
        };
        if name != Archive::TITLE || matches!(field, Value::Null) {
            *field = value;
        }
    }
}

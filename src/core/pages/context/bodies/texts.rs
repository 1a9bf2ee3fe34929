//! The bodies of a site as other pages show them, each made once.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use rayon::prelude::*;
use tera::Value as TeraValue;

use super::{Asked, BodyField, elsewhere};
use crate::arabic::search;
use crate::digest::{Digest, StableHasher};
use crate::graph::{Entry, EntryId, Site};
use crate::markdown::Body;
use crate::path::UrlPath;

/// What all templates together ask of bodies.
#[derive(Default)]
pub(in crate::pages) struct Texts(Vec<Option<Arc<EntryText>>>);

/// What is asked of one body.
struct EntryText {
    /// The entry that it is the text of.
    name: String,
    page: Option<UrlPath>,
    /// What it was made of, if the next run may have the same.
    body: Option<Arc<Body>>,
    fields: BTreeMap<BodyField, (TeraValue, Digest)>,
}

impl Texts {
    /// What `asked` asks of the bodies of a site, which stand in the order in which its documents were linked. What the
    /// last run made of the same bodies is taken from there.
    pub(in crate::pages) fn new(
        site: &Site,
        asked: &Asked,
        bodies: &[Arc<Body>],
        last: Option<&Self>,
    ) -> Self {
        if asked.of.is_empty() {
            return Self::default();
        }
        let made = last.into_iter().flat_map(|last| last.0.iter().flatten());
        let made: HashMap<&str, &Arc<EntryText>> =
            made.map(|text| (text.name.as_str(), text)).collect();
        let ids: Vec<EntryId> = site.ids().collect();
        let texts = ids.into_par_iter().map(|id| {
            let entry = site.entry(id);
            let fields = asked.of(entry.document.collection);
            fields.each().next()?;
            let body = bodies.get(entry.position);
            let known = made.get(entry.name.as_str()).filter(|text| {
                let same = |(one, other)| Arc::ptr_eq(one, other);
                text.page == entry.page
                    && text.body.as_ref().zip(body).is_some_and(same)
                    && text.fields.keys().copied().eq(fields.each())
            });
            Some(known.map_or_else(
                || {
                    let body = body.cloned().unwrap_or_default();
                    let made = fields
                        .each()
                        .map(|field| (field, make(site, entry, &body, field)));
                    Arc::new(EntryText {
                        name: entry.name.clone(),
                        page: entry.page.clone(),
                        fields: made.collect(),
                        body: last.is_some().then_some(body),
                    })
                },
                |known| Arc::clone(known),
            ))
        });
        Self(texts.collect())
    }

    /// The value of a field, and its digest.
    pub(in crate::pages::context) fn of(
        &self,
        id: EntryId,
        field: BodyField,
    ) -> Option<&(TeraValue, Digest)> {
        self.0.get(id.0)?.as_ref()?.fields.get(&field)
    }

    /// Whether pages that show these would show the others just so. Both are of one site.
    pub(in crate::pages) fn say_the_same(&self, others: &Self) -> bool {
        let fields = |text: &Option<Arc<EntryText>>| {
            let fields = text.iter().flat_map(|text| &text.fields);
            fields
                .map(|(field, (_, digest))| (*field, *digest))
                .collect::<Vec<_>>()
        };
        let same = |(one, other): (&Option<Arc<EntryText>>, _)| {
            let is_one = one.as_ref().zip(Option::as_ref(other));
            is_one.is_some_and(|(one, other)| Arc::ptr_eq(one, other))
                || fields(one) == fields(other)
        };
        self.0.len() == others.0.len() && self.0.iter().zip(&others.0).all(same)
    }
}

fn make(site: &Site, entry: &Entry, body: &Body, field: BodyField) -> (TeraValue, Digest) {
    let mut trace = StableHasher::default();
    let value = match field {
        BodyField::Summary => {
            let summary = elsewhere::summary(site, entry, body);
            trace.write(&summary);
            summary
                .map(|summary| TeraValue::safe_string(&summary))
                .into()
        }
        BodyField::Content => {
            let content = elsewhere::content(site, entry, body);
            trace.text(&content);
            TeraValue::safe_string(&content)
        }
        BodyField::WordCount => {
            let words = words(body);
            trace.write(&words);
            words.into()
        }
        BodyField::ReadingTime => {
            let language = site
                .config
                .in_language(site.language_of_words(entry))
                .language;
            let minutes = language.reading_time(words(body));
            trace.write(&minutes);
            minutes.into()
        }
    };
    (value, trace.digest())
}

/// How many words a body has.
pub(in crate::pages::context) fn words(body: &Body) -> usize {
    search::words(&body.plain_text()).count()
}

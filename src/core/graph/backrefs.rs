//! Derived lists: who refers to an entry, through fields, records and further references.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::archives;
use super::entry_id::EntryId;
use super::site::{BackReference, Site};
use crate::config::Config;
use crate::content::{Value, ValueView};
use crate::diagnostic::Diagnostic;
use crate::locale::{Text, text};
use crate::schema::{CollectionId, Field, LanguageId, RecordId, Spanned, Structure, did_you_mean};

/// Fills in the declared back-references of every entry.
pub(super) fn derive(site: &mut Site, diagnostics: &mut Vec<Diagnostic>) {
    let config = site.config.clone();
    for entry in &mut site.entries {
        let declared = &config.schema.collection(entry.document.collection).backrefs;
        entry.backrefs = vec![Vec::new(); declared.len()];
    }
    for target in config.schema.ids() {
        if config.schema.collection(target).archive.is_some() {
            archives::list(site, target);
            continue;
        }
        let declared = &config.schema.collection(target).backrefs;
        for (position, backref) in declared.iter().enumerate() {
            for from in &backref.from {
                let (start, fields) = match check(&config, from, target) {
                    Ok(path) => path,
                    Err(problem) => {
                        diagnostics.push(*problem);
                        continue;
                    }
                };
                for language in config.languages() {
                    let reached = follow(site, (start, language), &fields);
                    for (id, reference) in reached {
                        // A field may refer to several collections; only entries of `target` belong into its list, and
                        // of those the versions in the language that is read.
                        let entry = &mut site.entries[id.0];
                        let of = (entry.document.collection, entry.document.language);
                        if of == (target, language) {
                            entry.backrefs[position].push(reference);
                        }
                    }
                }
            }
        }
    }
}

/// Reads `shelves.rows.books` and makes sure that each step exists and the last refers to `target`.
fn check<'a>(
    config: &Config,
    path: &'a Spanned<String>,
    target: CollectionId,
) -> Result<(CollectionId, Vec<&'a str>), Box<Diagnostic>> {
    let problem = |message: Text, hint: Text| {
        let span = path.span.clone();
        Box::new(Diagnostic::error("E102", message).at(span).hint(hint))
    };
    let schema = &config.schema;
    let mut steps = path.value.split('.');
    let name = steps.next().unwrap_or_default();
    let start = schema.collection_named(name).ok_or_else(|| {
        let names = schema.collections.iter().map(|c| &*c.name);
        let hint = did_you_mean(name, names).unwrap_or_else(|| text!("write-path-hint"));
        problem(text!("collection-none", name), hint)
    })?;
    let mut field_sets = vec![&*schema.collection(start).fields];
    let mut refers_to: &[CollectionId] = &[];
    let fields: Vec<&str> = steps.collect();
    for name in &fields {
        let found: Vec<&Field> = field_sets
            .iter()
            .filter_map(|fields| fields.iter().find(|f| *f.name == **name))
            .collect();
        if found.is_empty() {
            let known = field_sets
                .iter()
                .flat_map(|fields| fields.iter())
                .map(|f| &*f.name);
            let hint = did_you_mean(name, known.clone()).unwrap_or_else(|| {
                let names: Vec<String> = known.map(str::to_owned).collect();
                text!("fields-there-hint", names)
            });
            let message = text!("path-field-none", name = *name, path = &path.value);
            return Err(problem(message, hint));
        }
        field_sets.clear();
        refers_to = &[];
        for field in found {
            match field.field_type.kind.item().structure() {
                Structure::Record(id) => field_sets.push(&schema.record(id).fields),
                Structure::Entry(collections) => {
                    refers_to = collections;
                    field_sets.extend(collections.iter().map(|id| &*schema.collection(*id).fields));
                }
                Structure::Plain
                | Structure::Citation
                | Structure::Picture(_)
                | Structure::List(_) => {}
            }
        }
    }
    if refers_to.contains(&target) {
        Ok((start, fields))
    } else {
        let name = &schema.collection(target).name;
        let message = text!(
            "path-refers-elsewhere",
            path = &path.value,
            name = name.clone()
        );
        let hint = text!("path-refers-elsewhere-hint", name = name.clone());
        Err(problem(message, hint))
    }
}

/// Every entry that the path reaches from the entries of `start` as a language lists them, with the reference that reaches it.
fn follow(
    site: &Site,
    (start, language): (CollectionId, LanguageId),
    fields: &[&str],
) -> Vec<(EntryId, BackReference)> {
    let mut found = Vec::new();
    for id in site.listed(start, language) {
        let mut seen = BTreeSet::new();
        let mut trail = Trail {
            site,
            language,
            from: *id,
            hops: 0,
            reached: Vec::new(),
        };
        trail.enter(*id, fields);
        for (target, via) in trail.reached {
            let address = via.as_ref().map(|(_, values)| Arc::as_ptr(values) as usize);
            if seen.insert((target, address)) {
                found.push((target, BackReference { entry: *id, via }));
            }
        }
    }
    found
}

type Via = Option<(RecordId, Arc<Vec<Value>>)>;

/// One walk along a path, from one entry.
struct Trail<'a> {
    site: &'a Site,
    language: LanguageId,
    from: EntryId,
    /// The number of references followed so far. Behind the first, a record belongs to another entry.
    hops: usize,
    reached: Vec<(EntryId, Via)>,
}

impl<'a> Trail<'a> {
    fn enter(&mut self, id: EntryId, fields: &[&str]) {
        let [name, rest @ ..] = fields else { return };
        let site = self.site;
        let entry = site.entry(id);
        let position = site.collection(entry).field(name);
        if let Some(value) = position.and_then(|position| entry.document.fields.get(position)) {
            self.step(value, None, rest);
        }
    }

    fn step(
        &mut self,
        value: &'a Value,
        via: Option<(RecordId, &'a Arc<Vec<Value>>)>,
        rest: &[&str],
    ) {
        match value.view() {
            ValueView::List(items) => items.iter().for_each(|item| self.step(item, via, rest)),
            ValueView::Record(id, values) => {
                let [name, rest @ ..] = rest else { return };
                let fields = &self.site.config.schema.record(id).fields;
                if let Some(position) = fields.iter().position(|f| &*f.name == *name) {
                    self.step(&values[position], Some((id, values)), rest);
                }
            }
            ValueView::Entry(reference) => {
                let Some(target) = self.site.resolve(reference, self.language) else {
                    return;
                };
                if rest.is_empty() {
                    let via = via.filter(|_| self.hops == 0);
                    let via = via.map(|(id, values)| (id, values.clone()));
                    self.reached.push((target, via));
                } else if target != self.from {
                    self.hops += 1;
                    self.enter(target, rest);
                    self.hops -= 1;
                }
            }
            ValueView::Nothing
            | ValueView::Text(_)
            | ValueView::Prose(_)
            | ValueView::Number(_)
            | ValueView::Truth(_)
            | ValueView::Citation(_)
            | ValueView::Picture(_) => {}
        }
    }
}

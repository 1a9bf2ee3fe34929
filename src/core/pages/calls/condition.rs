//! `region=africa`: what a field says of the entries that are counted. What no entry can say is a mistake, and not none.

use std::ops::Range;

use super::caller::Caller;
use super::value::{Problem, near};
use crate::arabic::Date;
use crate::content::{Reference, Value};
use crate::graph::EntryId;
use crate::locale::{Text, text};
use crate::schema::{CollectionId, Kind};

/// A condition.
pub(super) struct Condition<'c> {
    field: usize,
    expected: Expected<'c>,
}

/// What a field is to say.
enum Expected<'c> {
    Text(&'c str),
    Number(i64),
    Truth(bool),
    Day(Date),
    /// One of these, of which each is in another collection.
    Entries(Vec<EntryId>),
}

impl Caller<'_> {
    /// Reads a condition on the entries of a collection.
    pub(super) fn condition<'c>(
        &self,
        collection: CollectionId,
        condition: &'c str,
        range: &Range<usize>,
    ) -> Result<Condition<'c>, Problem> {
        let collection = self.site.config.schema.collection(collection);
        let (name, value) = condition.split_once('=').ok_or_else(|| {
            let message = text!("condition-unread", condition);
            (message, text!("condition-unread-hint"), Some(range.clone()))
        })?;
        let (name, value) = (name.trim(), value.trim());
        let field = collection.field(name).ok_or_else(|| {
            let names = collection.fields.iter().map(|field| &*field.name);
            let message = text!("condition-field-none", collection = &*collection.name, name);
            (message, near(name, names), Some(range.clone()))
        })?;
        let kind = &collection.fields[field].field_type.kind;
        let expected = self.expected(kind, name, value);
        let expected = expected.map_err(|problem| match problem {
            Some((message, hint)) => (message, hint, Some(range.clone())).into(),
            None => Problem::Told,
        })?;
        Ok(Condition { field, expected })
    }

    /// What a field of this kind says, as it is written. Nothing is said of what cannot be read.
    fn expected<'c>(
        &self,
        kind: &Kind,
        name: &str,
        value: &'c str,
    ) -> Result<Expected<'c>, Option<(Text, Text)>> {
        let never = |hint: Text| Some((text!("condition-never", name, value), hint));
        match kind {
            Kind::String | Kind::Url | Kind::Slug => Ok(Expected::Text(value)),
            Kind::Int => {
                let number = value.parse().map(Expected::Number);
                number.map_err(|_| never(text!("condition-number-hint")))
            }
            Kind::Bool => {
                let truth = value.parse().map(Expected::Truth);
                truth.map_err(|_| never(text!("condition-truth-hint")))
            }
            Kind::Date => {
                let day = value.parse().map(Expected::Day);
                day.map_err(|_| never(text!("condition-day-hint")))
            }
            Kind::Enum(choices) => {
                let is_choice = choices.iter().any(|choice| &**choice == value);
                let choices = choices.iter().map(|choice| &**choice);
                let expected = is_choice.then_some(Expected::Text(value));
                expected.ok_or_else(|| never(near(value, choices)))
            }
            Kind::Ref(collections) => self.entries(collections, value, &never),
            Kind::Tag(tags) => self.tag(*tags, value, &never),
            Kind::List(item) => self.expected(item, name, value),
            Kind::Markdown | Kind::Cite | Kind::Image(_) | Kind::Record(_) => {
                let message = text!("condition-on-prose", name);
                Err(Some((message, text!("condition-on-prose-hint"))))
            }
        }
    }

    fn entries<'c>(
        &self,
        collections: &[CollectionId],
        slug: &str,
        never: &dyn Fn(Text) -> Option<(Text, Text)>,
    ) -> Result<Expected<'c>, Option<(Text, Text)>> {
        let found = collections
            .iter()
            .filter_map(|of| self.site.find(*of, slug));
        let found = found.map(|id| self.site.version(id, self.language));
        let found: Vec<_> = found.collect();
        if !found.is_empty() {
            return Ok(Expected::Entries(found));
        }
        if collections.iter().any(|of| self.site.may_exist(*of, slug)) {
            return Err(None);
        }
        let entries = collections.iter().flat_map(|of| self.site.of(*of));
        let slugs = entries.map(|id| &*self.site.entry(*id).document.slug);
        Err(never(near(slug, slugs)))
    }

    fn tag<'c>(
        &self,
        tags: CollectionId,
        words: &str,
        never: &dyn Fn(Text) -> Option<(Text, Text)>,
    ) -> Result<Expected<'c>, Option<(Text, Text)>> {
        let named = Reference {
            collection: tags,
            slug: words.into(),
            is_tag: true,
            range: 0..0,
        };
        let by_words = self.site.resolve(&named, self.language);
        let by_slug = || {
            let found = self.site.find(tags, words)?;
            Some(self.site.version(found, self.language))
        };
        if let Some(tag) = by_words.or_else(by_slug) {
            return Ok(Expected::Entries(vec![tag]));
        }
        if self.site.may_exist(tags, words) {
            return Err(None);
        }
        let titles = self
            .site
            .of(tags)
            .iter()
            .map(|id| self.site.title(self.site.entry(*id)));
        Err(never(near(words, titles)))
    }
}

impl Condition<'_> {
    /// Whether an entry with these fields meets it.
    pub(super) fn holds(&self, caller: &Caller<'_>, fields: &[Value]) -> bool {
        let value = fields.get(self.field);
        value.is_some_and(|value| self.expected.is_said_by(caller, value))
    }
}

impl Expected<'_> {
    /// Whether a value is this one, or a list has it.
    fn is_said_by(&self, caller: &Caller<'_>, value: &Value) -> bool {
        match (self, value) {
            (_, Value::List(items)) => items.iter().any(|item| self.is_said_by(caller, item)),
            (Self::Text(expected), Value::String(text)) => &**text == *expected,
            (Self::Number(expected), Value::Int(number)) => number == expected,
            (Self::Truth(expected), Value::Bool(truth)) => truth == expected,
            (Self::Day(expected), Value::Date(day)) => day == expected,
            (Self::Entries(expected), Value::Reference(reference)) => {
                let entry = caller.site.resolve(reference, caller.language);
                entry.is_some_and(|id| expected.contains(&id))
            }
            _ => false,
        }
    }
}

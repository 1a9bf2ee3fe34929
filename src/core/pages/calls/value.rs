//! A value of the site in a text: how many entries there are, the title of one, a date. It is made anew in each run, so that
//! no text says what was true once.

use std::ops::Range;

use super::caller::Caller;
use crate::arabic::{Case, DateStyle, Gender};
use crate::content::Value;
use crate::diagnostic::Diagnostic;
use crate::graph::Entry;
use crate::html;
use crate::locale::{Text, text};
use crate::markdown::{Argument, Call, Written};
use crate::schema::{CollectionId, nearest};

/// Why there is no value.
pub(super) enum Problem {
    /// What it is of cannot be read, which is told where that stands.
    Told,
    /// A message and a hint, and the argument that they are about.
    New(Text, Text, Option<Range<usize>>),
}

impl From<(Text, Text, Option<Range<usize>>)> for Problem {
    fn from((message, hint, range): (Text, Text, Option<Range<usize>>)) -> Self {
        Self::New(message, hint, range)
    }
}

impl Caller<'_> {
    /// What a value comes to, as HTML.
    pub(super) fn value(&self, call: &Call, subject: &str) -> Result<String, Vec<Diagnostic>> {
        let text = match call.name.as_str() {
            "count" => self.count(call, subject),
            "date" => self.date(call, subject),
            _ => self.title(call, subject),
        };
        match text {
            Ok(text) => {
                let html = html::escape(&text);
                let site = self.site.config.in_language(self.language);
                let isolation = site.prose.isolation.as_ref();
                Ok(isolation.and_then(|one| one.html(&html)).unwrap_or(html))
            }
            Err(Problem::Told) => Err(Vec::new()),
            Err(Problem::New(message, hint, range)) => {
                let range = range.unwrap_or_else(|| call.range.clone());
                Err(vec![self.problem("E238", range, message, hint)])
            }
        }
    }

    /// `:count[countries]{where="region=africa" plural=country words gender=feminine case=genitive}`
    fn count(&self, call: &Call, subject: &str) -> Result<String, Problem> {
        let known = ["where", "plural", "words", "gender", "case"];
        let options = options(call, &known)?;
        let config = self.site.config.in_language(self.language);
        let collection = self.collection(subject)?;
        let entries = self.site.listed(collection, self.language);
        let count = match options.get("where") {
            None => entries.len(),
            Some((condition, range)) => {
                let condition = self.condition(collection, condition, &range)?;
                let has = |entry: &Entry| condition.holds(self, &entry.document.fields);
                let entries = entries.iter().filter(|id| has(self.site.entry(**id)));
                entries.count()
            }
        };
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        let gender = options.choice("gender", &Gender::ALL, Gender::name)?;
        let case = options.choice("case", &Case::ALL, Case::name)?;
        let words = options.flag("words")?;
        let written = match words {
            None => {
                let of_words = ["gender", "case"];
                if let Some((name, range)) = options.first_of(&of_words) {
                    let message = text!("count-option-of-words", name);
                    let hint = text!("count-option-of-words-hint", name);
                    return Err((message, hint, Some(range)).into());
                }
                config.language.number(count)
            }
            Some(range) => {
                let gender = gender.unwrap_or(Gender::Masculine);
                let case = case.unwrap_or(Case::Nominative);
                let words = config.language.cardinal(count, gender, case);
                words.ok_or_else(|| {
                    let tag = config.language.tag();
                    let message = text!("count-without-words", tag, count);
                    (message, text!("count-without-words-hint"), Some(range))
                })?
            }
        };
        let Some((name, range)) = options.get("plural") else {
            return Ok(written);
        };
        let forms = config.plurals.get(name).ok_or_else(|| {
            let names = config.plurals.keys().map(String::as_str);
            let hint = match nearest(name, names) {
                Some(near) => text!("did-you-mean", name = near),
                None => text!("count-plural-hint", name),
            };
            (text!("count-plural-none", name), hint, Some(range.clone()))
        })?;
        let form = forms.get(&config.language.plural(count));
        Ok(form.map_or("", String::as_str).replace("{n}", &written))
    }

    /// `:title[countries/kenya]`
    fn title(&self, call: &Call, subject: &str) -> Result<String, Problem> {
        options(call, &[])?;
        let entry = self.entry(subject)?;
        Ok(self.site.title(entry).to_owned())
    }

    /// `:date[events/opening.start]{format=long}`
    fn date(&self, call: &Call, subject: &str) -> Result<String, Problem> {
        let options = options(call, &["format"])?;
        let style = options.choice("format", &DateStyle::ALL, DateStyle::name)?;
        let (entry, name) = subject.split_once('.').ok_or_else(|| {
            (
                text!("date-unread", subject),
                text!("date-unread-hint"),
                None,
            )
        })?;
        let entry = self.entry(entry)?;
        let collection = self.site.collection(entry);
        let field = collection.field(name).ok_or_else(|| {
            let names = collection.fields.iter().map(|field| &*field.name);
            let message = text!("condition-field-none", collection = &*collection.name, name);
            (message, near(name, names), None)
        })?;
        let Some(Value::Date(date)) = entry.document.fields.get(field) else {
            let hint = text!("date-unread-hint");
            return Err((text!("date-of-no-date", subject), hint, None).into());
        };
        let language = self.site.config.in_language(self.language).language;
        Ok(language.date(*date, style.unwrap_or(DateStyle::Long)))
    }

    fn collection(&self, name: &str) -> Result<CollectionId, Problem> {
        let schema = &self.site.config.schema;
        let found = schema.collection_named(name).ok_or_else(|| {
            let names = schema.collections.iter().map(|one| &*one.name);
            let hint = near(name, names);
            (text!("value-collection-none", name), hint, None)
        })?;
        Ok(found)
    }

    fn entry(&self, id: &str) -> Result<&Entry, Problem> {
        let none = || {
            let names = self.site.entries.iter().map(|entry| &*entry.name);
            (text!("value-entry-none", id), near(id, names), None)
        };
        let (collection, slug) = id.split_once('/').ok_or_else(none)?;
        let collection = self.collection(collection)?;
        if !self.site.may_exist(collection, slug) {
            return Err(none().into());
        }
        let found = self.site.find(collection, slug).ok_or(Problem::Told)?;
        Ok(self.site.entry(self.site.version(found, self.language)))
    }
}

/// The nearest of some names, or the first of them.
pub(super) fn near<'n>(name: &str, names: impl Iterator<Item = &'n str> + Clone) -> Text {
    if let Some(near) = nearest(name, names.clone()) {
        return text!("did-you-mean", name = near);
    }
    let names: Vec<&str> = names.take(10).collect();
    text!("value-names-hint", names = names.join(", "))
}

/// What stands between the braces of a value.
struct Options<'a>(Vec<(&'a Argument, &'a str)>);

fn options<'a>(call: &'a Call, known: &[&'static str]) -> Result<Options<'a>, Problem> {
    let mut options = Vec::new();
    for argument in &call.arguments {
        let name = argument.name.as_str();
        if !known.contains(&name) {
            let hint = match nearest(name, known.iter().copied()) {
                Some(near) => text!("did-you-mean", name = near),
                None if known.is_empty() => text!("argument-none-hint"),
                None => text!("argument-unknown-hint", names = known.join(", ")),
            };
            let value = call.name.as_str();
            let message = text!("value-option-none", value, name);
            return Err((message, hint, Some(argument.range.clone())).into());
        }
        let (Written::Quoted(value) | Written::Word(value)) = &argument.value;
        options.push((argument, value.as_str()));
    }
    Ok(Options(options))
}

impl Options<'_> {
    fn get(&self, name: &str) -> Option<(&str, Range<usize>)> {
        let mut all = self.0.iter();
        let (argument, value) = all.find(|(argument, _)| argument.name == name)?;
        Some((value, argument.range.clone()))
    }

    fn choice<T: Copy>(
        &self,
        name: &str,
        all: &[T],
        name_of: fn(T) -> &'static str,
    ) -> Result<Option<T>, Problem> {
        let Some((value, range)) = self.get(name) else {
            return Ok(None);
        };
        let found = all.iter().copied().find(|one| name_of(*one) == value);
        let found = found.ok_or_else(|| {
            let names: Vec<_> = all.iter().map(|one| name_of(*one)).collect();
            let hint = text!("argument-unknown-hint", names = names.join(", "));
            (text!("value-option-unread", name, value), hint, Some(range))
        })?;
        Ok(Some(found))
    }

    /// Where something is asked for that is there or not.
    fn flag(&self, name: &str) -> Result<Option<Range<usize>>, Problem> {
        let truth = |truth: bool| if truth { "true" } else { "false" };
        let is_set = self.choice(name, &[true, false], truth)?;
        let range = self.get(name).map(|(_, range)| range);
        Ok(range.filter(|_| is_set == Some(true)))
    }

    /// The first option that has one of these names.
    fn first_of(&self, names: &[&str]) -> Option<(&str, Range<usize>)> {
        let mut all = self.0.iter().map(|(argument, _)| argument);
        let found = all.find(|argument| names.contains(&argument.name.as_str()))?;
        Some((&found.name, found.range.clone()))
    }
}

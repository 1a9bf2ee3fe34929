//! `[texts]`: the words that templates print by the function `text`. `templates/theme.toml` declares them with defaults,
//! site.toml says others in their place, or more.

use std::collections::{BTreeMap, BTreeSet};

use toml::Spanned as Located;
use toml::de::{DeTable, DeValue};

use super::table::{File, Table};
use super::wording::{Form, Words, form, kind_text, names};
use crate::arabic::{Category, Gender, Language};
use crate::diagnostic::Span;
use crate::locale::text;
use crate::schema::{Spanned, did_you_mean};

pub(crate) use super::wording::{GENDER, KEY, NUMBER};

/// The texts of templates by their keys.
#[derive(Debug, Default)]
pub struct Phrases {
    all: BTreeMap<String, Phrase>,
    /// The keys whose texts cannot be read, which has been reported.
    unread: BTreeSet<String>,
}

/// One of them.
#[derive(Debug)]
pub struct Phrase {
    form: Form,
    /// What a template has to give: the names in braces, those of the declaration.
    arguments: BTreeSet<String>,
    /// Where site.toml says it, if the theme does not declare it.
    pub(crate) undeclared: Option<Span>,
}

/// What a text consists of.
#[derive(Debug, Clone, Copy)]
pub enum Part<'a> {
    /// Words as they are.
    Words(&'a str),
    /// The name of an argument, which stood in braces.
    Name(&'a str),
}

impl Phrases {
    /// The text of a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Phrase> {
        self.all.get(key)
    }

    /// Whether there is such a key, but nothing is known of its text.
    pub(crate) fn is_unread(&self, key: &str) -> bool {
        self.unread.contains(key)
    }

    /// All keys, in their order.
    pub fn keys(&self) -> impl Iterator<Item = &str> + Clone {
        self.all.keys().map(String::as_str)
    }

    /// The texts that no theme declares, with where site.toml says them.
    pub(crate) fn undeclared(&self) -> impl Iterator<Item = (&str, &Span)> {
        let all = self.all.iter();
        all.filter_map(|(key, phrase)| Some((key.as_str(), phrase.undeclared.as_ref()?)))
    }

    /// Reads what the theme declares, then what site.toml says.
    pub(super) fn read(
        file: &mut File<'_>,
        declared: Option<&DeTable<'_>>,
        root: &DeTable<'_>,
        language: &Language,
    ) -> Self {
        let mut phrases = Self::default();
        let declared = declared.map(|table| Table::new("texts", table, 0..0).named(file));
        for (key, value) in declared.unwrap_or_default() {
            match form(file, &key, value, language) {
                Some(form) => drop(phrases.all.insert(key.value, Phrase::new(form, None))),
                None => drop(phrases.unread.insert(key.value)),
            }
        }
        let own = root.get("texts");
        let own = own.and_then(|texts| texts.get_ref().as_table());
        phrases.say(file, own, language);
        phrases
    }

    /// The keys of those that another language should have as well. What cannot be read there has been reported.
    pub(super) fn keys_besides(&self, other: &Self) -> Vec<&str> {
        self.keys().filter(|key| !other.is_unread(key)).collect()
    }

    /// Reports what the texts of another language name besides what templates give, since that is what these name.
    pub(super) fn check_other(&self, file: &mut File<'_>, other: &Self, written: &DeTable<'_>) {
        for (key, phrase) in &other.all {
            if let (Some(own), Some(value)) = (self.get(key), written.get(key.as_str())) {
                let span = file.span(value.span());
                own.refuse_others(file, key, &phrase.arguments, &span);
            }
        }
    }

    /// Takes what site.toml says in place of what is there, or besides.
    pub(super) fn say(
        &mut self,
        file: &mut File<'_>,
        own: Option<&DeTable<'_>>,
        language: &Language,
    ) {
        let own = own.map(|table| Table::new("texts", table, 0..0).named(file));
        for (key, value) in own.unwrap_or_default() {
            let is_of_theme = || file.theme.is_some_and(|theme| *theme.path == key.span.path);
            let is_known = self.all.contains_key(&key.value) || self.is_unread(&key.value);
            if is_known && is_of_theme() {
                continue;
            }
            let Some(form) = form(file, &key, value, language) else {
                self.unread.insert(key.value);
                continue;
            };
            if let Some(phrase) = self.all.get_mut(&key.value) {
                phrase.say(file, &key, value, form);
            } else {
                let phrase = Phrase::new(form, Some(key.span));
                self.all.insert(key.value, phrase);
            }
        }
    }
}

impl Phrase {
    fn new(form: Form, undeclared: Option<Span>) -> Self {
        Self {
            arguments: form.arguments(),
            form,
            undeclared,
        }
    }

    /// What a template has to give besides the key.
    pub(crate) fn arguments(&self) -> impl Iterator<Item = &str> + Clone {
        self.arguments.iter().map(String::as_str)
    }

    /// Whether it has a form for each gender.
    pub(crate) fn is_gendered(&self) -> bool {
        matches!(self.form, Form::Gendered(_))
    }

    /// Whether it has a form for each kind of number.
    pub(crate) fn is_counted(&self) -> bool {
        self.form.is_counted()
    }

    /// The form for a number and a gender, where it asks for those. Its words and its names in braces are what `say` makes of
    /// them.
    ///
    /// # Errors
    /// What `say` gives of one that it cannot say.
    pub fn words<E>(
        &self,
        number: Option<Category>,
        gender: Option<Gender>,
        mut say: impl FnMut(Part<'_>) -> Result<String, E>,
    ) -> Result<String, E> {
        let words = match (&self.form, gender) {
            (Form::Fixed(words), _) => Some(words),
            (Form::Gendered(all), Some(gender)) => all.get(&gender),
            (Form::Gendered(all), None) => all.values().next(),
        };
        let text = match (words, number) {
            (Some(Words::Plain(text)), _) => text.as_str(),
            (Some(Words::Counted(forms)), Some(number)) => {
                forms.get(&number).map_or("", String::as_str)
            }
            _ => "",
        };
        let mut said = String::with_capacity(text.len());
        let mut end = 0;
        for (start, name) in names(text) {
            said.push_str(&say(Part::Words(&text[end..start]))?);
            said.push_str(&say(Part::Name(name))?);
            end = start + name.len() + 2;
        }
        said.push_str(&say(Part::Words(&text[end..]))?);
        Ok(said)
    }

    /// Takes the words of site.toml, if they are of the kind that the theme declares.
    fn say(
        &mut self,
        file: &mut File<'_>,
        key: &Spanned<String>,
        value: &Located<DeValue<'_>>,
        form: Form,
    ) {
        let (is, expected) = (form.kind(), self.form.kind());
        if is != expected {
            let expected = kind_text(expected);
            let message = text!("template-text-of-other-kind", key = &key.value, expected);
            let hint = text!("template-text-of-other-kind-hint");
            file.error("E104", message, file.span(value.span()), hint);
            return;
        }
        let span = file.span(value.span());
        self.refuse_others(file, &key.value, &form.arguments(), &span);
        self.form = form;
    }

    /// Reports what a text in place of this one names, and templates do not give.
    fn refuse_others(
        &self,
        file: &mut File<'_>,
        key: &str,
        arguments: &BTreeSet<String>,
        span: &Span,
    ) {
        for name in arguments {
            if !self.arguments.contains(name) {
                let known = self.arguments();
                let hint =
                    did_you_mean(name, known.clone()).unwrap_or_else(|| match known.count() {
                        0 => text!("template-text-takes-none"),
                        _ => text!(
                            "there-are",
                            names = self.arguments.iter().cloned().collect::<Vec<_>>()
                        ),
                    });
                let message = text!("template-text-without-argument", key, name);
                file.error("E102", message, span.clone(), hint);
            }
        }
    }
}

//! `[texts]`: the words that templates print by the function `text`. `templates/theme.toml` declares them with defaults,
//! site.toml says others in their place, or more.

use std::collections::{BTreeMap, BTreeSet};

use toml::Spanned as Located;
use toml::de::{DeTable, DeValue};

use super::plurals::{Forms, read_forms};
use super::table::{File, Table};
use crate::arabic::{Category, Gender, Language};
use crate::diagnostic::Span;
use crate::locale::{Text, text};
use crate::schema::{Spanned, did_you_mean, nearest};

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

/// What decides the words.
#[derive(Debug)]
enum Form {
    Fixed(Words),
    Gendered(BTreeMap<Gender, Words>),
}

#[derive(Debug)]
enum Words {
    Plain(String),
    Counted(Forms),
}

/// What a text consists of.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Part<'a> {
    /// Words as they are.
    Words(&'a str),
    /// The name of an argument, which stood in braces.
    Name(&'a str),
}

/// The argument that says which text is meant.
pub(crate) const KEY: &str = "key";
/// The argument that chooses a plural form, and the name of the number in it.
pub(crate) const NUMBER: &str = "n";
/// The argument that chooses a form by gender.
pub(crate) const GENDER: &str = "gender";

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
    pub(crate) fn words<E>(
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
        for name in form.arguments() {
            if !self.arguments.contains(&name) {
                let known = self.arguments();
                let hint =
                    did_you_mean(&name, known.clone()).unwrap_or_else(|| match known.count() {
                        0 => text!("template-text-takes-none"),
                        _ => text!(
                            "there-are",
                            names = self.arguments.iter().cloned().collect::<Vec<_>>()
                        ),
                    });
                let message = text!("template-text-without-argument", key = &key.value, name);
                file.error("E102", message, file.span(value.span()), hint);
            }
        }
        self.form = form;
    }
}

impl Form {
    /// Whether it is by gender, and whether by number.
    fn kind(&self) -> (bool, bool) {
        (matches!(self, Self::Gendered(_)), self.is_counted())
    }

    fn is_counted(&self) -> bool {
        self.words().any(|words| matches!(words, Words::Counted(_)))
    }

    fn words(&self) -> impl Iterator<Item = &Words> {
        let (fixed, gendered) = match self {
            Self::Fixed(words) => (Some(words), None),
            Self::Gendered(words) => (None, Some(words.values())),
        };
        fixed.into_iter().chain(gendered.into_iter().flatten())
    }

    fn arguments(&self) -> BTreeSet<String> {
        let mut arguments = BTreeSet::new();
        for words in self.words() {
            let texts: Vec<&str> = match words {
                Words::Plain(text) => vec![text],
                Words::Counted(forms) => forms.values().map(String::as_str).collect(),
            };
            let names = texts.into_iter().flat_map(names);
            arguments.extend(names.map(|(_, name)| name.to_owned()));
        }
        if self.is_counted() {
            arguments.insert(NUMBER.to_owned());
        }
        if let Self::Gendered(_) = self {
            arguments.insert(GENDER.to_owned());
        }
        arguments
    }
}

fn kind_text(kind: (bool, bool)) -> Text {
    match kind {
        (false, false) => text!("template-text-plain"),
        (false, true) => text!("template-text-counted"),
        (true, false) => text!("template-text-gendered"),
        (true, true) => text!("template-text-gendered-and-counted"),
    }
}

/// What stands in braces in a text, with where: `{page}`.
fn names(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let opening = text.match_indices('{');
    opening.filter_map(|(at, _)| {
        let name = text[at + 1..].split_once('}')?.0;
        let is_name = name.starts_with(|c: char| c.is_ascii_lowercase())
            && name
                .chars()
                .all(|c| matches!(c, 'a'..='z' | '0'..='9' | '_'));
        is_name.then_some((at, name))
    })
}

/// What a key is given: a text, one for each form of a number, or either for each gender.
fn form(
    file: &mut File<'_>,
    key: &Spanned<String>,
    value: &Located<DeValue<'_>>,
    language: &Language,
) -> Option<Form> {
    if let DeValue::Table(table) = value.get_ref() {
        let written = Table::new("", table, 0..0).named(file);
        let is_gender = |name: &str| Gender::ALL.map(Gender::name).contains(&name);
        if written.iter().any(|(name, _)| is_gender(&name.value)) {
            return gendered(file, key, written, language);
        }
    }
    let words = words(file, key, value, language)?;
    check_reserved(file, key, value, &words);
    Some(Form::Fixed(words))
}

fn gendered(
    file: &mut File<'_>,
    key: &Spanned<String>,
    written: Vec<(Spanned<String>, &Located<DeValue<'_>>)>,
    language: &Language,
) -> Option<Form> {
    let all = Gender::ALL.map(Gender::name);
    let mut genders = BTreeMap::new();
    let mut is_told = false;
    for (name, value) in written {
        let Some(gender) = Gender::ALL.into_iter().find(|one| one.name() == name.value) else {
            let hint = nearest(&name.value, all).map_or_else(
                || text!("there-are", names = all.map(str::to_owned).to_vec()),
                |near| text!("did-you-mean", name = near),
            );
            let message = text!("gender-unknown", name = &name.value);
            file.error("E102", message, name.span, hint);
            is_told = true;
            continue;
        };
        let words = words(file, key, value, language);
        is_told |= words.is_none();
        if let Some(words) = words {
            check_reserved(file, key, value, &words);
            genders.insert(gender, words);
        }
    }
    let missing = Gender::ALL
        .into_iter()
        .filter(|one| !genders.contains_key(one));
    let missing: Vec<String> = missing.map(|one| one.name().to_owned()).collect();
    if !missing.is_empty() {
        if !is_told {
            let message = text!("genders-missing", key = &key.value, missing);
            let hint = text!("genders-missing-hint");
            file.error("E103", message, key.span.clone(), hint);
        }
        return None;
    }
    Some(Form::Gendered(genders))
}

fn words(
    file: &mut File<'_>,
    key: &Spanned<String>,
    value: &Located<DeValue<'_>>,
    language: &Language,
) -> Option<Words> {
    match value.get_ref() {
        DeValue::String(text) => Some(Words::Plain(text.to_string())),
        DeValue::Table(table) => {
            let before = file.diagnostics.len();
            let written = Table::new("", table, 0..0).named(file);
            let forms = read_forms(file, key, written, language);
            (file.diagnostics.len() == before).then_some(Words::Counted(forms))
        }
        _ => {
            let message = text!("template-text-mistyped", key = &key.value);
            let hint = text!("template-text-mistyped-hint");
            file.error("E104", message, file.span(value.span()), hint);
            None
        }
    }
}

/// Reports names in braces that mean something else to the function.
fn check_reserved(
    file: &mut File<'_>,
    key: &Spanned<String>,
    value: &Located<DeValue<'_>>,
    words: &Words,
) {
    let texts: Vec<&str> = match words {
        Words::Plain(text) => vec![text],
        Words::Counted(forms) => forms.values().map(String::as_str).collect(),
    };
    let reserved = texts.iter().flat_map(|text| names(text));
    let reserved = reserved.map(|(_, name)| name);
    for name in reserved.filter(|name| [KEY, GENDER].contains(name)) {
        let message = text!("template-text-argument-reserved", key = &key.value, name);
        let hint = text!("template-text-argument-reserved-hint");
        file.error("E105", message, file.span(value.span()), hint);
    }
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn names_stand_in_braces() {
        let of = |text| names(text).map(|(_, name)| name).collect::<Vec<_>>();
        assert_eq!(of("من {from} إلى {to_2}"), ["from", "to_2"]);
        assert_eq!(of("{} {A} {1} {a b} {a"), Vec::<&str>::new());
        assert_eq!(of("{{a}}"), ["a"]);
    }
}

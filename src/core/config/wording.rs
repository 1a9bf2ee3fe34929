//! What a text of templates consists of: words, for each form of a number or each gender where these decide them.

use std::collections::{BTreeMap, BTreeSet};

use toml::Spanned as Located;
use toml::de::DeValue;

use super::plurals::{Forms, read_forms};
use super::table::{File, Table};
use crate::arabic::{Gender, Language};
use crate::locale::{Text, text};
use crate::schema::{Spanned, nearest};

/// What decides the words.
#[derive(Debug)]
pub(super) enum Form {
    Fixed(Words),
    Gendered(BTreeMap<Gender, Words>),
}

#[derive(Debug)]
pub(super) enum Words {
    Plain(String),
    Counted(Forms),
}

impl Words {
    fn texts(&self) -> Vec<&str> {
        match self {
            Self::Plain(text) => vec![text],
            Self::Counted(forms) => forms.values().map(String::as_str).collect(),
        }
    }
}

/// The argument that says which text is meant.
pub(crate) const KEY: &str = "key";
/// The argument that chooses a plural form, and the name of the number in it.
pub(crate) const NUMBER: &str = "n";
/// The argument that chooses a form by gender.
pub(crate) const GENDER: &str = "gender";

impl Form {
    /// Whether it is by gender, and whether by number.
    pub(super) fn kind(&self) -> (bool, bool) {
        (matches!(self, Self::Gendered(_)), self.is_counted())
    }

    pub(super) fn is_counted(&self) -> bool {
        self.words().any(|words| matches!(words, Words::Counted(_)))
    }

    fn words(&self) -> impl Iterator<Item = &Words> {
        let (fixed, gendered) = match self {
            Self::Fixed(words) => (Some(words), None),
            Self::Gendered(words) => (None, Some(words.values())),
        };
        fixed.into_iter().chain(gendered.into_iter().flatten())
    }

    pub(super) fn arguments(&self) -> BTreeSet<String> {
        let mut arguments = BTreeSet::new();
        for words in self.words() {
            let names = words.texts().into_iter().flat_map(names);
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

pub(super) fn kind_text(kind: (bool, bool)) -> Text {
    match kind {
        (false, false) => text!("template-text-plain"),
        (false, true) => text!("template-text-counted"),
        (true, false) => text!("template-text-gendered"),
        (true, true) => text!("template-text-gendered-and-counted"),
    }
}

/// What stands in braces in a text, with where: `{page}`.
pub(super) fn names(text: &str) -> impl Iterator<Item = (usize, &str)> {
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
pub(super) fn form(
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
    let reserved = words.texts().into_iter().flat_map(names);
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

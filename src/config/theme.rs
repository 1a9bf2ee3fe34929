//! `templates/theme.toml`: what the templates need that is said in site.toml otherwise. Read as one table with site.toml, whose
//! own values come first. Its bytes are counted on from the end of site.toml, so that each range tells which file it is of.

use std::ops::Range;

use toml::Spanned as Located;
use toml::de::{DeString, DeTable, DeValue};

use crate::diagnostic::{Diagnostic, Span};
use crate::locale::text;
use crate::path::SourcePath;
use crate::schema::did_you_mean;
use crate::source::{Source, load, parse_toml};

/// The path of what a theme declares.
#[must_use]
pub fn theme_path() -> SourcePath {
    SourcePath::new(&format!("{}/{NAME}", load::TEMPLATES))
}

/// Whether something is said by a theme. What that names, an index or an item of a menu, need not be there: a theme is made
/// for sites that have it, and for others.
#[must_use]
pub fn is_of_theme(span: &Span) -> bool {
    span.path == theme_path()
}

const NAME: &str = "theme.toml";

/// The tables that a theme may declare, and how many levels of their keys are looked up each by itself. Below, a value of
/// site.toml takes the place of the theme's as a whole.
const TABLES: [(&str, usize); 12] = [
    (TEXTS, 1),
    (LANGUAGES, 1),
    ("plurals", 1),
    ("records", 1),
    ("collections", 3),
    ("menus", 1),
    ("fonts", 2),
    ("cards", 1),
    ("icons", 1),
    ("search", 2),
    ("check", 2),
    ("extra", 2),
];

const TEXTS: &str = "texts";
const LANGUAGES: &str = "languages";

fn depth_of(table: &str) -> Option<usize> {
    let depth = |(name, depth): &(&str, usize)| (*name == table).then_some(*depth);
    TABLES.iter().find_map(depth)
}

/// What the theme alone says, and what is wrong with that.
#[derive(Default)]
pub(super) struct Declared<'a> {
    texts: Option<Located<DeValue<'a>>>,
    pub(super) problems: Vec<Diagnostic>,
}

impl<'a> Declared<'a> {
    /// Its `[texts]`.
    pub(super) fn texts(&self) -> Option<&DeTable<'a>> {
        self.texts.as_ref()?.get_ref().as_table()
    }
}

/// The text of a theme's declarations, and where its bytes begin.
#[derive(Debug, Clone, Copy)]
pub(super) struct Theme<'a> {
    pub(super) path: &'a SourcePath,
    pub(super) text: &'a str,
    offset: usize,
}

impl<'a> Theme<'a> {
    pub(super) fn new(source: &'a Source, site: &str) -> Self {
        Self {
            path: source.path(),
            text: source.text(),
            // No range of site.toml, the empty one at its end included, begins here.
            offset: site.len() + 1,
        }
    }

    /// A range in its file, if it is in that.
    pub(super) fn span(&self, range: &Range<usize>) -> Option<Span> {
        let start = range.start.checked_sub(self.offset)?;
        let end = range.end.checked_sub(self.offset)?;
        Some(Span::new(self.path, start..end))
    }

    /// What it declares, and what is wrong with it.
    pub(super) fn parse(&self) -> (DeTable<'a>, Vec<Diagnostic>) {
        let toml = parse_toml(self.path, self.text, 0);
        (toml.table.into_inner(), toml.diagnostics)
    }

    /// Adds to site.toml what it does not say itself. Gives what the theme alone says in `[texts]`, and the keys that are no
    /// theme's to say.
    pub(super) fn complete<'t>(
        &self,
        site: &mut DeTable<'t>,
        declared: DeTable<'t>,
    ) -> Declared<'t> {
        let mut found = Declared::default();
        let mut declared = self.moved_table(declared);
        let site_table = site
            .get("site")
            .and_then(|value| value.get_ref().as_table());
        let tag = site_table.and_then(|table| table.get("language")?.get_ref().as_str());
        if let Some(tag) = tag {
            speak(&mut declared, tag);
        }
        for (key, value) in declared {
            let name = key.get_ref().to_string();
            let Some(depth) = depth_of(&name) else {
                found.problems.extend(self.unknown(&name, &key.span()));
                continue;
            };
            if name == TEXTS {
                found.texts = Some(value.clone());
            }
            match value.get_ref() {
                DeValue::Table(languages) if name == LANGUAGES => translate(site, languages),
                _ => add(site, key, value, depth),
            }
        }
        found
    }

    fn unknown(&self, key: &str, range: &Range<usize>) -> Option<Diagnostic> {
        let known = TABLES.iter().map(|(table, _)| *table);
        let names = || known.clone().map(str::to_owned).collect::<Vec<_>>();
        let hint = did_you_mean(key, known.clone());
        let hint = hint.unwrap_or_else(|| text!("keys-hint", names = names()));
        let problem = Diagnostic::error("E102", text!("theme-key-unknown", key));
        Some(problem.at(self.span(range)?).hint(hint))
    }

    fn moved_table<'t>(&self, table: DeTable<'t>) -> DeTable<'t> {
        let entries = table.into_iter().map(|(key, value)| {
            let range = self.moved(&key.span());
            let key = Located::new(range, key.into_inner());
            (key, self.moved_value(value))
        });
        entries.collect()
    }

    fn moved_value<'t>(&self, value: Located<DeValue<'t>>) -> Located<DeValue<'t>> {
        let range = self.moved(&value.span());
        let value = match value.into_inner() {
            DeValue::Table(table) => DeValue::Table(self.moved_table(table)),
            DeValue::Array(mut items) => {
                for item in items.iter_mut() {
                    let empty = Located::new(0..0, DeValue::Boolean(false));
                    *item = self.moved_value(std::mem::replace(item, empty));
                }
                DeValue::Array(items)
            }
            plain => plain,
        };
        Located::new(range, value)
    }

    fn moved(&self, range: &Range<usize>) -> Range<usize> {
        range.start + self.offset..range.end + self.offset
    }
}

/// Puts what a theme says in the language of the site in the place of what it says in its own.
fn speak(declared: &mut DeTable<'_>, tag: &str) {
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

/// Puts a value in the place of another; of tables each value by itself, so many levels deep.
fn replace<'t>(own: &mut Located<DeValue<'t>>, value: Located<DeValue<'t>>, depth: usize) {
    match (own.get_mut(), value.get_ref()) {
        (DeValue::Table(own), DeValue::Table(more)) if depth > 0 => {
            for (key, value) in more {
                match own.get_mut(&**key.get_ref()) {
                    Some(own) => replace(own, value.clone(), depth - 1),
                    None => _ = own.insert(key.clone(), value.clone()),
                }
            }
        }
        _ => *own = value,
    }
}

/// What is said in a language: `fr` is meant for `fr-MA` too.
fn said_in<'a, 't>(languages: &'a DeTable<'t>, tag: &str) -> Option<&'a DeTable<'t>> {
    let subtag = tag.split('-').next().unwrap_or(tag);
    let said = languages.get(tag).or_else(|| languages.get(subtag));
    said?.get_ref().as_table()
}

/// Adds what a theme says in languages of the site besides its own. `fr` of a theme is meant for `fr-MA` too.
fn translate<'t>(site: &mut DeTable<'t>, declared: &DeTable<'t>) {
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

/// Adds a value where there is none, and what is missing inside of one that is there.
fn add<'t>(
    into: &mut DeTable<'t>,
    key: Located<DeString<'t>>,
    value: Located<DeValue<'t>>,
    depth: usize,
) {
    let Some(own) = into.get_mut(&**key.get_ref()) else {
        into.insert(key, value);
        return;
    };
    if depth == 0 {
        return;
    }
    if let (DeValue::Table(own), DeValue::Table(more)) = (own.get_mut(), value.into_inner()) {
        for (key, value) in more {
            add(own, key, value, depth - 1);
        }
    }
}

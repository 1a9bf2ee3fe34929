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
        for (key, value) in self.moved_table(declared) {
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

/// Adds what a theme says in languages of the site besides its own. `fr` of a theme is meant for `fr-MA` too.
fn translate<'t>(site: &mut DeTable<'t>, declared: &DeTable<'t>) {
    let own = site.get_mut(LANGUAGES).map(Located::get_mut);
    let Some(DeValue::Table(own)) = own else {
        return;
    };
    for (tag, said) in own.iter_mut() {
        let tag: &str = tag.get_ref();
        let subtag = tag.split('-').next().unwrap_or(tag);
        let theirs = declared.get(tag).or_else(|| declared.get(subtag));
        let theirs = theirs.and_then(|value| value.get_ref().as_table());
        if let (DeValue::Table(said), Some(theirs)) = (said.get_mut(), theirs) {
            for (key, value) in theirs {
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

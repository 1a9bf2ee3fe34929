//! `templates/theme.toml`: what the templates need that is said in site.toml otherwise. Read as one table with site.toml, whose
//! own values come first. Its bytes are counted on from the end of site.toml, so that each range tells which file it is of.

use std::ops::Range;

use toml::Spanned as Located;
use toml::de::{DeTable, DeValue};

use super::layers::{LANGUAGES, TABLES, TEXTS, add, depth_of};
use super::tongues::{keep, speak, translate};
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

/// The language of what a theme says in none of its `[languages]`.
const LANGUAGE: &str = "language";

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
        let own = declared.remove_entry(LANGUAGE);
        if let Some((key, value)) = own {
            if let DeValue::String(tag) = value.into_inner() {
                keep(&mut declared, Located::new(key.span(), tag));
            } else {
                found.problems.extend(self.mistyped(&key.span()));
            }
        }
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

    fn mistyped(&self, range: &Range<usize>) -> Option<Diagnostic> {
        let expected = text!("kind-string");
        let message = text!("key-mistyped", key = LANGUAGE, expected = expected.clone());
        let problem = Diagnostic::error("E104", message).at(self.span(range)?);
        Some(problem.hint(text!("key-mistyped-hint", expected)))
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

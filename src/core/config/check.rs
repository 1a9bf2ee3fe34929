//! `[check]`: the spellings of the site, the rules of typography that it silences, and what its pages may load.

use super::table::{File, Table};
use crate::arabic::Language;
use crate::arabic::typography::{Rule, Spelling, Typography, common_misspellings};
use crate::diagnostic::{Code, Scope};
use crate::locale::text;
use crate::schema::Schema;
use crate::source::silence;

/// `[check]`.
#[derive(Default)]
pub(super) struct Check {
    presentation_forms: String,
    terms: Vec<Spelling>,
    hamza: Hamza,
    /// Whether quotations are held against a source, letter for letter.
    has_source: bool,
    pub(super) inline: bool,
    pub(super) third_party: Vec<String>,
    pub(super) silenced: Vec<&'static str>,
}

/// `[check.hamza]`.
struct Hamza {
    builtin: bool,
    words: Vec<Spelling>,
    allow: Vec<String>,
}

impl Default for Hamza {
    fn default() -> Self {
        Self {
            builtin: true,
            words: Vec::new(),
            allow: Vec::new(),
        }
    }
}

impl Check {
    /// The rules for a language and this site.
    pub(super) fn typography(&self, language: &Language) -> Typography {
        let mut spellings = self.terms.clone();
        spellings.extend(self.hamza.words.iter().cloned());
        let is_arabic = language.tag().split('-').next() == Some("ar");
        let builtin = common_misspellings()
            .into_iter()
            .filter(|_| is_arabic && self.hamza.builtin);
        spellings.extend(builtin.filter(|one| !self.hamza.allow.contains(&one.wrong)));
        let typography = Typography::new(language, &self.presentation_forms, spellings);
        if self.has_source {
            typography
        } else {
            typography.with_quotations()
        }
    }
}

pub(super) fn read(file: &mut File<'_>, table: Option<Table<'_>>, schema: &Schema) -> Check {
    let has_source = schema.collections.iter().any(|one| one.source.is_some());
    let Some(mut table) = table else {
        return Check {
            has_source,
            ..Check::default()
        };
    };
    let forms = table.text(file, "presentation_forms");
    let terms = table.tables(file, "terms").into_iter();
    let terms = terms.flat_map(|table| term(file, table)).collect();
    let hamza = table.table(file, "hamza");
    let hamza = hamza.map(|table| hamza_words(file, table));
    let silenced = table.get("silence").map_or_else(Vec::new, |value| {
        silence::read(
            value,
            &Code::silenced_in(Scope::Site),
            |message, range, hint| {
                let span = file.span(range);
                file.error("E716", message, span, hint);
            },
        )
    });
    let inline = table.flag(file, "inline");
    let third_party = third_party(file, &mut table);
    table.finish(file);
    Check {
        has_source,
        inline,
        third_party,
        presentation_forms: forms.unwrap_or_default(),
        terms,
        hamza: hamza.unwrap_or_default(),
        silenced,
    }
}

/// The hosts that are allowed: names as they stand in addresses, with their port where they have one.
fn third_party(file: &mut File<'_>, table: &mut Table<'_>) -> Vec<String> {
    let mut hosts = Vec::new();
    for host in table.strings(file, "third_party") {
        let is_host = |c: char| c.is_alphanumeric() || "-.:[]".contains(c);
        if host.value.is_empty() || !host.value.chars().all(is_host) {
            let message = text!("host-wrong", name = host.value);
            let hint = text!("host-wrong-hint");
            file.error("E105", message, host.span, hint);
            continue;
        }
        hosts.push(host.value);
    }
    hosts
}

/// A term and the spellings that the site does not use.
fn term(file: &mut File<'_>, mut table: Table<'_>) -> Vec<Spelling> {
    let write = table.required(file, "write", text!("term-write-hint"));
    let wrong = table.strings(file, "instead_of");
    let reason = table.text(file, "reason");
    if wrong.is_empty() {
        table.missing(file, "instead_of", text!("term-instead-hint"));
    }
    table.finish(file);
    let Some(right) = write else {
        return Vec::new();
    };
    let mut spellings = Vec::new();
    for one in wrong {
        if one.value.trim().is_empty() || one.value == right.value {
            let message = text!("term-instead-of-itself", name = one.value);
            let hint = text!("term-instead-of-itself-hint");
            file.error("E105", message, one.span, hint);
            continue;
        }
        spellings.push(Spelling {
            rule: Rule::Term,
            wrong: one.value.trim().to_owned(),
            right: right.value.clone(),
            reason: reason.clone(),
        });
    }
    spellings
}

fn hamza_words(file: &mut File<'_>, mut table: Table<'_>) -> Hamza {
    let builtin = table
        .bool(file, "builtin")
        .is_none_or(|builtin| builtin.value);
    let allow = table.strings(file, "allow");
    let words = table.table(file, "words");
    table.finish(file);
    let mut spellings = Vec::new();
    let words = words.map(|words| words.named(file)).unwrap_or_default();
    for (wrong, right) in words {
        let Some(text) = right.get_ref().as_str().filter(|text| !text.is_empty()) else {
            let message = text!("spelling-none", name = wrong.value);
            let hint = text!("spelling-none-hint");
            file.error("E104", message, file.span(right.span()), hint);
            continue;
        };
        spellings.push(Spelling {
            rule: Rule::Hamza,
            wrong: wrong.value,
            right: text.to_owned(),
            reason: None,
        });
    }
    Hamza {
        builtin,
        words: spellings,
        allow: allow.into_iter().map(|word| word.value).collect(),
    }
}
